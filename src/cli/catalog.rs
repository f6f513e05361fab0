//! `catalog`: the rules there are, one of them whole, and the check of a user's own.

mod check;
mod json;
mod rows;
mod show;

use chrono::NaiveDate;

use super::args::Format;
use super::output_table::table;
use super::rows::Rows;
use crate::catalog::programmes::{Competency, CompetencyOption, Confidence, Designation, DesignationVersion, Programmes, Validity};
use crate::catalog::{Choice, Programme, nearest, option_on, programme_on, version_on};
use crate::i18n::Texts;
use crate::{text, tr};

pub use check::check;

/// What rules are on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Proven for the day.
    InForce,
    /// The last that are known.
    LastKnown,
    /// Of a programme that has ended.
    Historic,
    /// Others hold, or none yet.
    NotOnThisDay,
    /// Their evidence is too weak.
    Unused,
    /// There are none.
    NotKnown,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::InForce => "in-force",
            State::LastKnown => "last-known",
            State::Historic => "historic",
            State::NotOnThisDay => "not-on-this-day",
            State::Unused => "unused",
            State::NotKnown => "not-known",
        }
    }
}

/// What is printed from.
pub struct View<'a> {
    /// The rules, a user's own among them.
    pub programmes: &'a Programmes,
    /// The day to look from.
    pub as_of: NaiveDate,
    /// The words.
    pub texts: &'a Texts,
}

impl View<'_> {
    fn state_of_version(&self, designation: &Designation, version: &DesignationVersion) -> State {
        if version.validity.confidence == Confidence::Low {
            return State::Unused;
        }
        let is_it = |rules: &DesignationVersion| std::ptr::eq(rules, version);
        match version_on(designation, self.as_of) {
            Choice::Proven(rules) if is_it(rules) => State::InForce,
            Choice::BeyondProof { rules, .. } if is_it(rules) => State::LastKnown,
            _ => State::NotOnThisDay,
        }
    }

    fn state_of_option(&self, option: &CompetencyOption) -> State {
        if option.validity.confidence == Confidence::Low {
            return State::Unused;
        }
        let over = programme_on(&self.programmes.rules, self.as_of) != Programme::Competencies;
        match option_on(option, self.as_of) {
            // Who enters rules may go on with the old names.
            _ if over && !option.validity.entered => State::Historic,
            Choice::Proven(_) => State::InForce,
            Choice::BeyondProof { .. } => State::LastKnown,
            Choice::BeforeFirst { .. } | Choice::Unknown => State::NotOnThisDay,
        }
    }

    fn date(&self, day: NaiveDate) -> String {
        self.texts.date(day)
    }

    fn state_word(&self, state: State) -> String {
        self.texts.get(&format!("catalog-state-{}", state.name()))
    }

    fn confidence_word(&self, confidence: Confidence) -> String {
        self.texts.get(&format!("catalog-confidence-{}", confidence_name(confidence)))
    }
}

fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// Rules for some time, as one line of the list.
struct Line<'a> {
    programme: &'static str,
    id: &'a str,
    option: Option<&'a str>,
    name: String,
    rules: Option<(&'a str, &'a Validity)>,
    state: State,
}

impl Line<'_> {
    /// `data-ai`, `cloud-platform/azure-consumption`
    fn path(&self) -> String {
        self.option.map_or_else(|| self.id.to_owned(), |option| format!("{}/{option}", self.id))
    }

    /// Rules that have begun and are not proven for the day.
    fn is_historic(&self, as_of: NaiveDate) -> bool {
        match self.state {
            State::LastKnown | State::Historic => true,
            State::NotOnThisDay => self.rules.is_some_and(|(_, v)| v.from.is_none_or(|from| from <= as_of)),
            State::InForce | State::Unused | State::NotKnown => false,
        }
    }
}

fn lines<'a>(view: &View<'a>) -> Vec<Line<'a>> {
    let mut out = Vec::new();
    for designation in &view.programmes.designations {
        for version in &designation.versions {
            let state = view.state_of_version(designation, version);
            let rules = Some((version.id.as_str(), &version.validity));
            let name = designation.short.clone();
            out.push(Line { programme: "designations", id: &designation.id, option: None, name, rules, state });
        }
    }
    for competency in &view.programmes.competencies {
        let line = |option: Option<&'a CompetencyOption>, name: String| Line {
            programme: "competencies",
            id: &competency.id,
            option: option.map(|o| o.id.as_str()),
            name,
            rules: option.map(|o| (o.ruleset.as_str(), &o.validity)),
            state: option.map_or(State::NotKnown, |o| view.state_of_option(o)),
        };
        if competency.options.is_empty() {
            out.push(line(None, competency.name.clone()));
        }
        out.extend(competency.options.iter().map(|o| line(Some(o), format!("{} · {}", competency.name, o.name))));
    }
    out
}

/// `catalog list`
///
/// # Errors
/// A message, when it cannot be made a workbook.
pub fn list(view: &View<'_>, format: Format) -> Result<Vec<u8>, String> {
    let lines = lines(view);
    format.pick(view.texts, || list_as_text(view, &lines).into_bytes(), || json::list(view, &lines), || list_rows(&lines))
}

fn list_as_text(view: &View<'_>, lines: &[Line<'_>]) -> String {
    let texts = view.texts;
    let nothing = || text::NOTHING.to_owned();
    let clean = |said: &str| text::clean(said).into_owned();
    let rows = lines.iter().map(|line| {
        let day = |day: Option<NaiveDate>| day.map_or_else(nothing, |d| texts.date_column(d));
        let validity = line.rules.map(|(_, validity)| validity);
        vec![
            clean(&line.path()),
            clean(&line.name),
            line.rules.map_or_else(nothing, |(id, _)| clean(id)),
            day(validity.and_then(|v| v.from)),
            day(validity.and_then(|v| v.to)),
            view.state_word(line.state),
            validity.map_or_else(nothing, |v| view.confidence_word(v.confidence)),
            validity.map_or_else(nothing, |v| clean(&v.sources.join(", "))),
        ]
    });
    let word = |key: &str| texts.get(&format!("catalog-column-{key}"));
    let on_day = tr!(texts, "catalog-column-state", date = view.date(view.as_of));
    let head = [word("id"), word("name"), word("rules"), word("from"), word("to"), on_day, word("confidence"), word("sources")];
    format!("{}\n{}\n", table(&head, rows.collect(), &[]), texts.get("catalog-list-foot"))
}

fn list_rows(lines: &[Line<'_>]) -> Rows {
    let rows = lines.iter().map(|line| {
        let day = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        let validity = line.rules.map(|(_, validity)| validity);
        vec![
            line.programme.to_owned(),
            line.id.to_owned(),
            line.option.unwrap_or_default().to_owned(),
            line.name.clone(),
            line.rules.map(|(id, _)| id.to_owned()).unwrap_or_default(),
            day(validity.and_then(|v| v.from)),
            day(validity.and_then(|v| v.to)),
            line.state.name().to_owned(),
            validity.map(|v| confidence_name(v.confidence).to_owned()).unwrap_or_default(),
            validity.map(|v| if v.entered { "yes" } else { "no" }.to_owned()).unwrap_or_default(),
            validity.map(|v| v.sources.join("; ")).unwrap_or_default(),
        ]
    });
    let head = ["programme", "id", "option", "name", "rules", "valid_from", "valid_to", "state", "confidence", "entered", "sources"];
    Rows::new("catalog", &head, rows).days(&["valid_from", "valid_to"])
}

/// What was asked for: one or two entries of a name (Security is both), with the options and versions to show.
struct Asked<'a> {
    designation: Option<(&'a Designation, Vec<&'a DesignationVersion>)>,
    competency: Option<(&'a Competency, Vec<&'a CompetencyOption>)>,
}

/// `catalog show`
///
/// # Errors
/// A message, when there is nothing of that name.
pub fn show(view: &View<'_>, id: &str, format: Format) -> Result<Vec<u8>, String> {
    let asked = find(view, id)?;
    format.pick(view.texts, || show::as_text(view, &asked).into_bytes(), || json::show(view, &asked), || rows::rows(view, &asked))
}

fn find<'a>(view: &View<'a>, id: &str) -> Result<Asked<'a>, String> {
    let (head, part) = id.split_once('/').map_or((id, None), |(head, part)| (head, Some(part)));
    let same = |one: &str, other: &str| text::fold(one) == text::fold(other.trim());
    let programmes = view.programmes;
    let designation = programmes.designations.iter().find(|d| [&d.id, &d.name, &d.short].iter().any(|name| same(name, head)));
    let competency = programmes.competencies.iter().find(|c| [&c.id, &c.name].iter().any(|name| same(name, head)));
    if designation.is_none() && competency.is_none() {
        let ids = programmes.designations.iter().map(|d| d.id.as_str()).chain(programmes.competencies.iter().map(|c| c.id.as_str()));
        let meant = nearest(head, ids).map(|near| format!(" {}", tr!(view.texts, "cli-did-you-mean", suggestion = near.to_owned())));
        return Err(tr!(view.texts, "catalog-unknown-id", id = text::clean(id).into_owned(), near = meant.unwrap_or_default()));
    }
    let wanted = |id: &str| part.is_none_or(|part| same(id, part));
    let versions = designation.map(|d| (d, d.versions.iter().filter(|v| wanted(&v.id)).collect::<Vec<_>>()));
    let options = competency.map(|c| (c, c.options.iter().filter(|o| wanted(&o.id)).collect::<Vec<_>>()));
    let Some(part) = part else { return Ok(Asked { designation: versions, competency: options }) };
    let designation = versions.filter(|(_, found)| !found.is_empty());
    let competency = options.filter(|(_, found)| !found.is_empty());
    if designation.is_some() || competency.is_some() {
        return Ok(Asked { designation, competency });
    }
    let there = programmes.designations.iter().filter(|d| same(&d.id, head)).flat_map(|d| d.versions.iter().map(|v| &v.id));
    let there = there.chain(programmes.competencies.iter().filter(|c| same(&c.id, head)).flat_map(|c| c.options.iter().map(|o| &o.id)));
    let there: Vec<String> = there.map(|id| text::clean(id).into_owned()).collect();
    let (id, part) = (text::clean(head).into_owned(), text::clean(part).into_owned());
    Err(if there.is_empty() {
        tr!(view.texts, "catalog-no-part", id = id)
    } else {
        tr!(view.texts, "catalog-unknown-part", id = id, part = part, there = there.join(", "))
    })
}

/// The name of an exam, certification or assessment, where the catalog has one.
fn title(id: &str) -> Option<&'static str> {
    let credential = crate::catalog::catalog().credentials.iter().find(|c| c.id == id)?;
    Some(credential.short_title.as_str()).filter(|title| *title != id)
}
