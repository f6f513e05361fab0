//! What there is to settle: the queue, and the page of the line that is selected.

use std::sync::Arc;

use crate::checklists::{Facts, checklists};
use crate::diagnosis::Code;
use crate::export::checklists::Pages;
use crate::export::findings::{Teller, silent};
use crate::export::standing::{Page, PageLine, Tone};

use super::super::action::Effect;
use super::super::app::{App, ListState, Tab};
use super::super::queue::{Line, Narrow, lines};
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
        folded: app.queue.folded.clone(),
        lang: app.texts.lang(),
    };
    let diagnosis = &deck.prepared.diagnosis;
    if app.queue.stamp.as_ref() != Some(&stamp) {
        let before = app.queue.lines.get(app.queue.list.selected).copied();
        let listing = app.users.listing.clone();
        // Without a filter everybody is meant, also while the list of the one before still stands.
        let narrow = Narrow { query: &app.users.query, shown: &|account| listing.holds(account) };
        let lines = lines(diagnosis, &app.queue.folded, narrowed.then_some(&narrow));
        let same = app.queue.stamp.as_ref().is_some_and(|s| s.prepared == stamp.prepared);
        let at = before.filter(|_| same).and_then(|before| lines.iter().position(|line| is_same(*line, before)));
        app.queue.lines = Arc::new(lines);
        app.queue.list.selected = at.unwrap_or(0);
        app.queue.reading &= at.is_some();
        app.queue.page = None;
        app.queue.stamp = Some(stamp);
    }
    let line = app.queue.lines.get(app.queue.list.selected).copied();
    if app.queue.page.as_ref().map(|(of, _)| *of) == line {
        return;
    }
    app.queue.page = line.map(|line| (line, Arc::new(page(app, line))));
    app.queue.words = ListState::default();
    app.queue.reading &= line.is_some();
}

/// A kind stays the same when it is folded or unfolded.
fn is_same(a: Line, b: Line) -> bool {
    match (a, b) {
        (Line::Kind(a, ..), Line::Kind(b, ..)) => a == b,
        (a, b) => a == b,
    }
}

/// The page of a line.
fn page(app: &App, line: Line) -> Page {
    let Some(deck) = &app.deck else { return Page::default() };
    let (prepared, texts) = (&deck.prepared, &app.texts);
    let question = prepared.standing.question();
    let facts = Facts {
        company: deck.company(),
        as_of: deck.as_of(),
        today: app.today,
        moved: question.move_date,
        suspected: &question.suspected,
        lists: deck.ready.loaded.beside(deck.report),
    };
    let teller = Teller { company: deck.company(), programmes: &prepared.programmes, as_of: deck.as_of(), texts };
    let pages = Pages { teller, facts: &facts, history: &deck.ready.loaded.history, others: &deck.ready.loaded.others };
    let plain = |key: &str, text: String| Page {
        title: texts.get(key),
        lines: vec![PageLine { tone: Tone::Plain, indent: 0, text, account: None }],
    };
    match line {
        Line::Kind(code, count, _) => pages.kind(code, count),
        Line::Finding(at) => prepared.diagnosis.findings.get(at).map(|finding| pages.finding(finding)).unwrap_or_default(),
        Line::Checklists => plain("queue-checklists", texts.get("queue-checklists-about")),
        Line::Checklist(at) => checklists().get(at).map(|list| pages.checklist(list)).unwrap_or_default(),
        Line::Silent => plain("queue-silent", texts.get("queue-silent-about")),
        Line::Rule(at) => {
            let said = prepared.diagnosis.silent.get(at).map_or_else(String::new, |one| silent(one, texts));
            plain("queue-silent", said)
        }
    }
}

/// Shows a kind of finding in the queue, with all that belong to it: a filter would leave some of them out.
pub(super) fn show(app: &mut App, code: Code) -> Vec<Effect> {
    let effects = set_filter(app, "");
    keep_filter(app);
    app.tab = Tab::Troubleshooting;
    app.zoomed = false;
    app.queue.folded.remove(&code);
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
        Some(Line::Kind(code, ..)) => {
            let code = *code;
            if !app.queue.folded.remove(&code) {
                app.queue.folded.insert(code);
            }
        }
        Some(_) => app.queue.reading = true,
        None => {}
    }
    Vec::new()
}
