//! Cases in the admin's words: what a point is about, how it stands, what happened, what is waited for.

use crate::cases::{Awaited, Case, Clock, Entry, Mark, Matter, Person, Stage, State, Time, Topic, Until, What, When, Which};
use crate::diagnosis::Code;
use crate::i18n::Texts;
use crate::{text, tr};

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When it was noted.
    pub at: String,
    /// The point it is about; empty: the whole case.
    pub about: String,
    /// What happened.
    pub what: String,
}

fn clean(part: &str) -> String {
    text::clean(part).trim().to_owned()
}

/// Whom a case is about: the name, else an address or MCID.
#[must_use]
pub fn who(case: &Case, texts: &Texts) -> String {
    let Some(person) = case.person() else { return texts.get("case-of-company") };
    let label = clean(person.label());
    if label.is_empty() { text::NOTHING.to_owned() } else { label }
}

/// What a point is about.
#[must_use]
pub fn matter(matter: &Matter, texts: &Texts) -> String {
    let mut title = match (&matter.topic, matter.code()) {
        (_, Some(code)) => super::findings::title(code, texts),
        (Topic::Checklist(id), None) if texts.has(&format!("checklist-{id}")) => texts.get(&format!("checklist-{id}")),
        // What only a newer version knows is called what that calls it.
        (Topic::Checklist(name) | Topic::Finding(name), None) => clean(name),
    };
    if let Some(of) = &matter.of {
        let column = (matter.code() == Some(Code::ColumnMissing)).then(|| format!("field-{}", of.replace('_', "-")));
        let of = column.filter(|key| texts.has(key)).map_or_else(|| clean(of), |key| texts.get(&key));
        title = format!("{title} · {of}");
    }
    if let Some(with) = &matter.with {
        title = format!("{title} · {}", tr!(texts, "case-matter-with", with = clean(with)));
    }
    title
}

/// A state in a word or two.
#[must_use]
pub fn stage(stage: Stage, texts: &Texts) -> String {
    texts.get(&format!("case-stage-{}", stage.name()))
}

/// A state with what is said of it.
#[must_use]
pub fn state(state: &State, texts: &Texts) -> String {
    match state {
        State::Waiting(Some(until)) => tr!(texts, "case-state-waiting-until", date = texts.date(*until)),
        State::Support(ticket) if !ticket.is_empty() => tr!(texts, "case-state-support-ticket", ticket = clean(ticket)),
        State::Done(Some(report)) => tr!(texts, "case-state-done-by-report", date = texts.date(*report)),
        State::NoAction(reason) if !reason.is_empty() => tr!(texts, "case-state-no-action-because", reason = clean(reason)),
        other => stage(other.stage(), texts),
    }
}

/// A moment, as it was at the place where it was noted: `21 May 2026 09:00`.
#[must_use]
pub fn moment(time: Time, texts: &Texts) -> String {
    let part = |format: &str| time.format(format).to_string();
    tr!(texts, "case-moment", date = texts.date(time.date_naive()), hour = part("%H"), minute = part("%M"))
}

fn when(when: When, texts: &Texts) -> String {
    match when {
        When::Day(day) => texts.date(day),
        When::Time(time) => moment(time, texts),
    }
}

/// The whole log, the oldest first.
#[must_use]
pub fn log(case: &Case, texts: &Texts) -> Vec<LogLine> {
    let line = |entry: &Entry| LogLine {
        at: moment(entry.at, texts),
        about: entry.about.as_ref().map(|about| matter(about, texts)).unwrap_or_default(),
        what: self::entry(case, entry, texts),
    };
    case.log.iter().map(line).collect()
}

/// What happened, in a sentence.
#[must_use]
pub fn entry(case: &Case, entry: &Entry, texts: &Texts) -> String {
    let date = |day: &chrono::NaiveDate| texts.date(*day);
    match &entry.what {
        What::Opened { report } => match (was_settled(case, entry), report) {
            (false, None) => texts.get("case-entry-opened"),
            (false, Some(report)) => tr!(texts, "case-entry-opened-by-report", date = date(report)),
            (true, None) => texts.get("case-entry-reopened"),
            (true, Some(report)) => tr!(texts, "case-entry-reopened-by-report", date = date(report)),
        },
        What::Waiting { until: None } => texts.get("case-entry-waiting"),
        What::Waiting { until: Some(until) } => tr!(texts, "case-entry-waiting-until", date = date(until)),
        What::Support { ticket } if ticket.is_empty() => texts.get("case-entry-support"),
        What::Support { ticket } => tr!(texts, "case-entry-support-ticket", ticket = clean(ticket)),
        What::Done { report: None } => texts.get("case-entry-done"),
        What::Done { report: Some(report) } => tr!(texts, "case-entry-done-by-report", date = date(report)),
        What::NoAction { reason } if reason.is_empty() => texts.get("case-entry-no-action"),
        What::NoAction { reason } => tr!(texts, "case-entry-no-action-because", reason = clean(reason)),
        What::Step { list, step, mark } => {
            let step = step_words(list, step, texts);
            match mark {
                Some(Mark::Done) => tr!(texts, "case-entry-step-done", step = step),
                Some(Mark::Failed) => tr!(texts, "case-entry-step-failed", step = step),
                Some(Mark::NotApplicable) => tr!(texts, "case-entry-step-not-applicable", step = step),
                None => tr!(texts, "case-entry-step-cleared", step = step),
            }
        }
        What::Note(text) => tr!(texts, "case-entry-note", text = clean(text)),
        What::Asked { on } => tr!(texts, "case-entry-asked", date = date(on)),
        What::Reminded { on } => tr!(texts, "case-entry-reminded", date = date(on)),
        What::Answered { on } => tr!(texts, "case-entry-answered", date = date(on)),
        What::Earned { when: at, awaited } => {
            let at = when(*at, texts);
            match awaited {
                Awaited::Skill => tr!(texts, "case-entry-earned-skill", when = at),
                Awaited::Assessment => tr!(texts, "case-entry-earned-assessment", when = at),
                Awaited::Points => tr!(texts, "case-entry-earned-points", when = at),
            }
        }
        What::Associated { when: at } => tr!(texts, "case-entry-associated", when = when(*at, texts)),
        What::MergeConfirmed { when: at } => tr!(texts, "case-entry-merge-confirmed", when = when(*at, texts)),
        What::Moved { on } => tr!(texts, "case-entry-moved", date = date(on)),
        What::MayAssociate { from } => tr!(texts, "case-entry-may-associate", date = date(from)),
        What::Known(person) => tr!(texts, "case-entry-known", list = known(person)),
        What::Other(_) => texts.get("case-entry-other"),
    }
}

/// Whether the point was settled when an entry was noted.
fn was_settled(case: &Case, entry: &Entry) -> bool {
    let Some(about) = &entry.about else { return false };
    let before = case.log.iter().take_while(|other| other.id != entry.id);
    let states = before.filter(|other| other.about.as_ref().is_some_and(|of| of.is(about))).filter_map(|other| other.what.state());
    states.last().is_some_and(|state| state.stage().is_settled())
}

fn step_words(list: &str, step: &str, texts: &Texts) -> String {
    let key = format!("step-{list}-{step}");
    if texts.has(&key) { texts.get(&key) } else { clean(step) }
}

fn known(person: &Person) -> String {
    let name = (!person.name.is_empty()).then_some(&person.name);
    let parts: Vec<String> = name.into_iter().chain(&person.emails).chain(&person.mcids).map(|part| clean(part)).collect();
    parts.join(" · ")
}

/// What is waited for and until when, or since when that is over.
#[must_use]
pub fn clock(clock: &Clock, now: Time, texts: &Texts) -> String {
    let name = match clock.which {
        Which::Shows(Awaited::Skill) => "skill",
        Which::Shows(Awaited::Assessment) => "assessment",
        Which::Shows(Awaited::Points) => "points",
        Which::Merge => "merge",
        Which::Association => "association",
        Which::Pmc => "pmc",
        Which::Answer => "answer",
        Which::Own => "own",
    };
    let end = match clock.until {
        // As it is for whoever looks.
        Until::At(time) => moment(time.with_timezone(now.offset()), texts),
        Until::Through(day) | Until::From(day) => texts.date(day),
    };
    let key = if clock.is_over { format!("case-clock-{name}-over") } else { format!("case-clock-{name}") };
    let (since, earliest) = (when(clock.since, texts), clock.earliest.map(|day| texts.date(day)).unwrap_or_default());
    let said = texts.with(&key, &[("end", end.into()), ("since", since.into()), ("earliest", earliest.into())]);
    match clock.until.left(now) {
        // What is begun counts as a whole hour: rather too late than too early.
        Some(left) => tr!(texts, "case-clock-left", clock = said, hours = (left.num_seconds() + 3599) / 3600),
        None => said,
    }
}

#[cfg(test)]
mod tests;
