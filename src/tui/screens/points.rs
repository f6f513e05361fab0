//! What there is to settle about a person, in a few lines of the person's page: the most serious with what to do, of the other
//! kinds a line each.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::diagnosis::{Code, Finding, Severity};
use crate::export::checklists::tone_of;
use crate::export::findings::{Teller, title};
use crate::text;
use crate::tr;

use super::super::app::{App, Deck};
use super::page::{mark, style};

/// A kind of finding of the account, and how many there are.
struct Kind<'d> {
    first: &'d Finding,
    count: usize,
}

/// The lines, at most so many but for the first, with a blank one below; none where nothing was found.
#[must_use]
pub fn lines(app: &App, deck: &Deck, number: u32, width: usize, most: usize) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let mut kinds: Vec<Kind<'_>> = Vec::new();
    for finding in deck.findings_of(number) {
        match kinds.iter_mut().find(|kind| kind.first.code == finding.code) {
            Some(kind) => kind.count += 1,
            None => kinds.push(Kind { first: finding, count: 1 }),
        }
    }
    let Some((first, others)) = kinds.split_first() else { return Vec::new() };
    let room = width.saturating_sub(4);
    // Of what is only good to know nothing has to be done: a line does for all of it.
    if first.first.code.severity() == Severity::Info {
        let mut lines = in_lines(app, &kinds, room, 1);
        lines.push(Line::default());
        return lines;
    }
    let others = in_lines(app, others, room, (most / 3).max(usize::from(most > 2)));
    let left = most.saturating_sub(2 + others.len());
    let teller = Teller { company: deck.company(), programmes: &deck.prepared.programmes, as_of: deck.as_of(), texts };
    let advice = text::wrap(&tr!(texts, "findings-do", advice = teller.advice(first.first)), room);
    let says = text::wrap(&teller.message(first.first), room);
    let mut said = if says.len() + advice.len() <= left { says } else { Vec::new() };
    let room_for_advice = left.saturating_sub(said.len());
    if advice.len() <= room_for_advice {
        said.extend(advice);
    } else if room_for_advice > 1 {
        // What has no room is read in full where the finding stands.
        let end = advice[room_for_advice - 1..].join(" ");
        said.extend(advice.into_iter().take(room_for_advice - 1));
        said.push(text::fit(&end, room).into_owned());
    }
    let mut lines = vec![kind_line(app, first.first.code, &named(app, first), room)];
    lines.extend(said.into_iter().map(|said| Line::styled(format!("   {said}"), theme.text())));
    lines.extend(others);
    lines.push(Line::default());
    lines
}

/// A kind in words, and how many findings there are of it.
fn named(app: &App, kind: &Kind<'_>) -> String {
    let name = title(kind.first.code, &app.texts);
    if kind.count > 1 { format!("{name} · {}", app.texts.number(kind.count)) } else { name }
}

/// Kinds in at most so many lines: one each, and in the last one all that have none of their own.
fn in_lines(app: &App, kinds: &[Kind<'_>], room: usize, most: usize) -> Vec<Line<'static>> {
    let own = if kinds.len() <= most { kinds.len() } else { most.saturating_sub(1) };
    let (single, rest) = kinds.split_at(own);
    let mut lines: Vec<Line<'static>> = single.iter().map(|kind| kind_line(app, kind.first.code, &named(app, kind), room)).collect();
    if let Some(first) = rest.first().filter(|_| most > 0) {
        let names: Vec<String> = rest.iter().map(|kind| named(app, kind)).collect();
        lines.push(kind_line(app, first.first.code, &names.join(", "), room));
    }
    lines
}

/// A line with the sign of the kind.
fn kind_line(app: &App, code: Code, said: &str, room: usize) -> Line<'static> {
    let tone = tone_of(code.severity());
    let sign = match mark(tone) {
        "" => "· ",
        sign => sign,
    };
    let own: Style = if tone_of(Severity::Info) == tone { app.theme.dim() } else { style(tone, app.theme) };
    Line::from(vec![Span::styled(format!(" {sign}"), own), Span::styled(text::fit(said, room).into_owned(), own)])
}
