//! What is done in cases: asked, noted, waited for, settled; steps are marked, and a report that proves something says so.

use crate::cases::{Change, Mark, Matter, What, Who, back};
use crate::entered::company_key;

use super::super::action::{Effect, Notice, Prepared};
use super::super::app::{App, Layer, Undo};
use super::super::casework::{CaseWork, CasesKept, Target, Work};
use super::super::entering::{CaseForm, EntryForm, FieldName, Subject, Way};
use super::{entering, hint};

/// A command of a case that needs nothing typed.
pub(super) fn run(app: &mut App, id: &str) -> Vec<Effect> {
    let today = app.moment().map_or(app.today, |now| now.date_naive());
    let (what, said) = match id {
        "case-asked" if is_asked(app) => (What::Reminded { on: today }, "notice-case-reminded"),
        "case-asked" => (What::Asked { on: today }, "notice-case-asked"),
        "case-answered" => (What::Answered { on: today }, "notice-case-answered"),
        "case-done" => (What::Done { report: None }, "notice-case-done"),
        "case-reopen" => (What::Opened { report: None }, "notice-case-reopened"),
        _ => return Vec::new(),
    };
    let Some(Target { who, matter }) = app.case_target() else { return hint(app, "why-no-case") };
    do_new(app, vec![(who, Some(matter), vec![what])], None, said)
}

/// Whether somebody was asked and has not answered.
fn is_asked(app: &App) -> bool {
    let Some(Target { who, matter }) = app.case_target() else { return false };
    let Some(case) = app.deck.as_ref().and_then(|deck| deck.followed.cases.of(&who)) else { return false };
    let mut asked = case.entries(Some(&matter)).filter_map(|entry| match entry.what {
        What::Asked { .. } | What::Reminded { .. } => Some(true),
        What::Answered { .. } => Some(false),
        _ => None,
    });
    asked.next_back().unwrap_or(false)
}

/// Opens a form about what is selected, or about somebody who is in no file.
pub(super) fn open_form(app: &mut App, form: CaseForm) -> Vec<Effect> {
    if form != CaseForm::Person && app.case_target().is_none() {
        return hint(app, "why-no-case");
    }
    entering::open_form(app, Subject::Case(form))
}

/// Does what a form says.
pub(super) fn keep(app: &mut App, told: Option<Target>, whats: Vec<What>, form: Option<Box<EntryForm>>) -> Vec<Effect> {
    let Some(Target { who, matter }) = told.or_else(|| app.case_target()) else { return hint(app, "why-no-case") };
    do_new(app, vec![(who, Some(matter), whats)], form, "notice-case-kept")
}

/// Marks the step of the checklist that is selected: done, failed, not applicable, open again.
pub(super) fn mark_step(app: &mut App) -> Vec<Effect> {
    let line = app.queue.page.as_ref().and_then(|(_, page)| page.lines.get(app.queue.words.selected));
    let Some((list, step)) = line.and_then(|line| line.step.clone()) else { return hint(app, "why-no-step") };
    let Some(Target { who, matter }) = app.case_target() else { return hint(app, "why-no-case") };
    let case = app.deck.as_ref().and_then(|deck| deck.followed.cases.of(&who));
    let mark = case.and_then(|case| case.mark(&matter, &list, &step)).map(|(mark, _)| mark);
    let next = match mark {
        None => Some(Mark::Done),
        Some(mark) => Mark::ALL.into_iter().skip_while(|known| *known != mark).nth(1),
    };
    let said = match next {
        Some(Mark::Done) => "notice-step-done",
        Some(Mark::Failed) => "notice-step-failed",
        Some(Mark::NotApplicable) => "notice-step-not-applicable",
        None => "notice-step-open",
    };
    do_new(app, vec![(who, Some(matter), vec![What::Step { list, step, mark: next }])], None, said)
}

/// Something new happens in cases.
pub(super) fn do_new(
    app: &mut App,
    all: Vec<(Who, Option<Matter>, Vec<What>)>,
    form: Option<Box<EntryForm>>,
    said: &'static str,
) -> Vec<Effect> {
    work(app, Work::New(all), form, Way::New, said)
}

/// Undoes what was done, or does it again.
pub(super) fn again(app: &mut App, changes: Vec<Change>, way: Way) -> Vec<Effect> {
    let said = if way == Way::Undo { "notice-undone" } else { "notice-redone" };
    work(app, Work::Again(changes), None, way, said)
}

fn work(app: &mut App, work: Work, form: Option<Box<EntryForm>>, way: Way, said: &'static str) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let company = company_key(deck.company());
    vec![Effect::Case(Box::new(CaseWork { company, work, form, way, said }))]
}

/// What was done is kept, or could not be.
pub(super) fn kept(app: &mut App, kept: CasesKept) -> Vec<Effect> {
    let CasesKept { work, outcome } = kept;
    match outcome {
        Ok((made, followed)) => {
            if let Some(deck) = &mut app.deck {
                deck.followed = (*followed).into();
            }
            if made.is_empty() {
                return hint(app, "notice-nothing-changed");
            }
            let leads_back = Undo::Cases(back(&made));
            match work.way {
                Way::New => {
                    app.history.push_undo(leads_back);
                    app.history.redo.clear();
                }
                Way::Undo => app.history.redo.push(leads_back),
                Way::Redo => app.history.push_undo(leads_back),
            }
            let what = app.texts.get("undo-case");
            app.notice = Some(Notice::of(work.said, what));
            Vec::new()
        }
        Err(error) => {
            let why = error.message(&app.texts);
            match (work.form, work.way, work.work) {
                (Some(mut form), ..) => {
                    let name = form.shown().next().map_or(FieldName::Day, |field| field.name);
                    form.wrong = Some((name, why.clone()));
                    app.layers.push(Layer::Entry(form));
                }
                (None, Way::Undo, Work::Again(changes)) => app.history.push_undo(Undo::Cases(changes)),
                (None, Way::Redo, Work::Again(changes)) => app.history.redo.push(Undo::Cases(changes)),
                _ => {}
            }
            app.say(Notice::of("notice-plain", why).bad());
            Vec::new()
        }
    }
}

/// The cases were looked at beside a report: what it settled is said, and can be undone.
pub(super) fn looked_at(app: &mut App, prepared: &Prepared) {
    if let Some(deck) = &mut app.deck {
        deck.followed = prepared.followed.clone();
    }
    if let Some(trouble) = &prepared.followed.trouble {
        app.say(Notice::of("notice-plain", trouble.message(&app.texts)).bad());
    }
    if prepared.by_report.is_empty() {
        return;
    }
    app.history.push_undo(Undo::Cases(back(&prepared.by_report)));
    let is_done = |change: &&Change| matches!(change.entry().what, What::Done { .. });
    let done = prepared.by_report.iter().filter(is_done).count();
    let again = prepared.by_report.len() - done;
    let key = match (done, again) {
        (_, 0) => "notice-report-settles",
        (0, _) => "notice-report-reopens",
        _ => "notice-report-settles-and-reopens",
    };
    let other = app.texts.number(again);
    app.say(Notice::of(key, other).count(if done == 0 { again } else { done }));
}
