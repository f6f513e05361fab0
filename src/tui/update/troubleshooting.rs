//! What there is to settle: the queue, and the page of the line that is selected.

use std::sync::Arc;

use crate::cases::{Clock, Matter, PointAt, Which, Who};
use crate::checklists::{About, Facts, checklists};
use crate::diagnosis::Code;
use crate::export::checklists::{Followed, Pages};
use crate::export::findings::{Teller, silent};
use crate::export::standing::{Page, PageLine, Tone};

use super::super::action::Effect;
use super::super::app::{App, Tab};
use super::super::queue::{Group, Line, Narrow, lines};
use super::super::views::QueueStamp;
use super::hint;
use super::typing::{keep_filter, set_filter};

/// The queue and the page are those of the numbers, the filter and the language as they are now.
pub(super) fn refresh(app: &mut App) {
    let Some(deck) = &app.deck else { return };
    if app.tab != Tab::Troubleshooting {
        return;
    }
    let narrowed = !app.users.query.terms.is_empty();
    let stamp = QueueStamp {
        prepared: Arc::as_ptr(&deck.prepared) as usize,
        listing: if narrowed { Arc::as_ptr(&app.users.listing) as usize } else { 0 },
        followed: Arc::as_ptr(&deck.followed) as usize,
        folded: app.queue.folded.clone(),
        lang: app.texts.lang(),
    };
    let diagnosis = &deck.prepared.diagnosis;
    let mut read_before = None;
    if app.queue.stamp.as_ref() != Some(&stamp) {
        let before = app.queue.lines.get(app.queue.list.selected).copied();
        let listing = app.users.listing.clone();
        // Without a filter everybody is meant, also while the list of the one before still stands.
        let narrow = Narrow { query: &app.users.query, shown: &|account| listing.holds(account) };
        let lines = lines(diagnosis, &deck.followed, &app.queue.folded, narrowed.then_some(&narrow));
        let same = app.queue.stamp.as_ref().is_some_and(|s| s.prepared == stamp.prepared);
        let at = before.filter(|_| same).and_then(|before| lines.iter().position(|line| is_same(*line, before)));
        app.queue.lines = Arc::new(lines);
        // What was settled goes elsewhere: the next one takes its place.
        let next = if same { app.queue.list.selected.min(app.queue.lines.len().saturating_sub(1)) } else { 0 };
        app.queue.list.selected = at.unwrap_or(next);
        app.queue.reading &= at.is_some();
        read_before = app.queue.page.take().filter(|(line, _)| at.is_some() && before.is_some_and(|before| is_same(*line, before)));
        app.queue.stamp = Some(stamp);
    }
    let line = app.queue.lines.get(app.queue.list.selected).copied();
    if app.queue.page.as_ref().map(|(of, _)| *of) == line {
        return;
    }
    app.queue.page = line.map(|line| (line, Arc::new(page(app, line))));
    let words = std::mem::take(&mut app.queue.words);
    app.queue.reading &= line.is_some();
    // Whoever marks a step goes on with that one, however many lines came above it.
    if let (Some((_, old)), Some((_, new))) = (read_before, &app.queue.page) {
        let step = old.lines.get(words.selected).and_then(|line| line.step.as_ref());
        let same = step.and_then(|step| new.lines.iter().position(|line| line.step.as_ref() == Some(step)));
        app.queue.words = words;
        app.queue.words.selected = same.unwrap_or(app.queue.words.selected).min(new.lines.len().saturating_sub(1));
    }
}

/// A kind stays the same when it is folded or unfolded.
fn is_same(a: Line, b: Line) -> bool {
    match (a, b) {
        (Line::Kind(a, ..), Line::Kind(b, ..)) => a == b,
        (Line::SettledAll(..), Line::SettledAll(..)) | (Line::DueToday(_), Line::DueToday(_)) => true,
        (a, b) => a == b,
    }
}

/// The page of a line.
fn page(app: &App, line: Line) -> Page {
    let Some(deck) = &app.deck else { return Page::default() };
    let (prepared, texts) = (&deck.prepared, &app.texts);
    let question = prepared.standing.question();
    let at = point_of(app, line);
    let facts = Facts {
        company: deck.company(),
        as_of: deck.as_of(),
        today: app.today,
        moved: question.move_date,
        suspected: &question.suspected,
        lists: deck.ready.loaded.beside(deck.report),
        waits: at.and_then(|at| waits(&deck.followed.clocks_of(at))),
    };
    let teller = Teller { company: deck.company(), programmes: &prepared.programmes, as_of: deck.as_of(), texts };
    let pages = Pages { teller, facts: &facts, history: &deck.ready.loaded.history, others: &deck.ready.loaded.others };
    let plain = |key: &str, text: String| Page {
        title: texts.get(key),
        lines: vec![PageLine { tone: Tone::Plain, indent: 0, text, account: None, step: None }],
    };
    let clocks = at.map(|at| deck.followed.clocks_of(at)).unwrap_or_default();
    let point = at.and_then(|at| deck.followed.point(at));
    let case = at.and_then(|at| deck.followed.case(at));
    let followed =
        case.zip(point.as_ref()).zip(deck.followed.now).map(|((case, point), now)| Followed { case, point, clocks: &clocks, now });
    let of_finding = |place: usize| prepared.diagnosis.findings.get(place).map(|finding| pages.finding(finding, followed));
    match line {
        Line::Kind(code, count, _) => pages.kind(code, count),
        Line::Finding(place) => of_finding(place).unwrap_or_default(),
        Line::Due(at) | Line::Loose(at) | Line::Settled(at) => {
            let found = deck.followed.finding_of(at).and_then(of_finding);
            found.or_else(|| followed.map(|followed| pages.point(followed))).unwrap_or_default()
        }
        Line::DueToday(_) => plain("queue-due", texts.get("queue-due-about")),
        Line::Others => plain("queue-others", texts.get("queue-others-about")),
        Line::SettledAll(..) => plain("queue-settled", texts.get("queue-settled-about")),
        Line::Checklists => plain("queue-checklists", texts.get("queue-checklists-about")),
        Line::Checklist(at) => checklists().get(at).map(|list| pages.checklist(list, followed)).unwrap_or_default(),
        Line::Silent => plain("queue-silent", texts.get("queue-silent-about")),
        Line::Rule(at) => {
            let said = prepared.diagnosis.silent.get(at).map_or_else(String::new, |one| silent(one, texts));
            plain("queue-silent", said)
        }
    }
}

/// The point of a case that a line is about.
fn point_of(app: &App, line: Line) -> Option<PointAt> {
    let followed = &app.deck.as_ref()?.followed;
    match line {
        Line::Finding(place) => followed.of_finding(place),
        Line::Due(at) | Line::Loose(at) | Line::Settled(at) => Some(at),
        Line::Checklist(place) => {
            let list = checklists().get(place)?;
            followed.find(&Who::Company, &Matter::checklist(&list.id)).filter(|_| list.about == About::Company)
        }
        _ => None,
    }
}

/// The last day of the wait until something shows, and whether it is over (R3).
fn waits(clocks: &[Clock]) -> Option<(chrono::NaiveDate, bool)> {
    let clock = clocks.iter().find(|clock| matches!(clock.which, Which::Shows(_)))?;
    Some((clock.until.day(), clock.is_over))
}

/// Shows a kind of finding in the queue, with all that belong to it: a filter would leave some of them out.
pub(super) fn show(app: &mut App, code: Code) -> Vec<Effect> {
    let effects = set_filter(app, "");
    keep_filter(app);
    app.tab = Tab::Troubleshooting;
    app.zoomed = false;
    app.queue.folded.remove(&Group::Kind(code));
    app.queue.reading = false;
    refresh(app);
    let at = app.queue.lines.iter().position(|line| matches!(line, Line::Kind(of, ..) if *of == code));
    app.queue.list.selected = at.unwrap_or(0);
    effects
}

/// Enter: unfolds a kind, goes into the page, and from a line of it to the person it speaks of.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.queue.reading {
        let line = app.queue.page.as_ref().and_then(|(_, page)| page.lines.get(app.queue.words.selected));
        let Some(account) = line.and_then(|line| line.account) else { return hint(app, "why-nobody-here") };
        return super::show_person(app, account);
    }
    match app.queue.lines.get(app.queue.list.selected) {
        Some(Line::Kind(code, ..)) => fold(app, Group::Kind(*code)),
        Some(Line::SettledAll(..)) => fold(app, Group::Settled),
        Some(_) => app.queue.reading = true,
        None => {}
    }
    Vec::new()
}

/// Folds a group away, or unfolds it.
fn fold(app: &mut App, group: Group) {
    if !app.queue.folded.remove(&group) {
        app.queue.folded.insert(group);
    }
}

/// Shows what is due today.
pub(super) fn show_due(app: &mut App) -> Vec<Effect> {
    let effects = set_filter(app, "");
    keep_filter(app);
    app.tab = Tab::Troubleshooting;
    app.zoomed = false;
    app.queue.reading = false;
    refresh(app);
    app.queue.list.selected = 0;
    effects
}
