//! The forms of cases: what is noted, waited for or passed on, what is known of days, and who it is that no file knows.

use chrono::NaiveDate;

use super::read::Refused;
use super::{EntryForm, Field, FieldName};
use crate::cases::{Awaited, Matter, Person, What, When, Who};
use crate::catalog::Catalog;
use crate::report::SkillType;

use super::super::casework::Target;

/// A form of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseForm {
    /// Something to remember.
    Note,
    /// A day to come back to it.
    Wait,
    /// The number of the ticket at Microsoft (T3).
    Support,
    /// Why nothing is to be done.
    Leave,
    /// When something was earned, associated, merged (R3, R8).
    Days,
    /// Somebody who is in no file: a new joiner whose exam does not show, say (T3).
    Person,
}

impl CaseForm {
    /// Its messages are `form-case-…-title` and `form-case-…-note`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CaseForm::Note => "case-note",
            CaseForm::Wait => "case-wait",
            CaseForm::Support => "case-support",
            CaseForm::Leave => "case-leave",
            CaseForm::Days => "case-days",
            CaseForm::Person => "case-person",
        }
    }

    /// Its questions; nothing is known yet.
    pub(super) fn fields(self) -> Vec<Field> {
        let text = |name: FieldName| Field::text(name, "");
        match self {
            CaseForm::Note => vec![text(FieldName::Note)],
            CaseForm::Wait => vec![text(FieldName::Until)],
            CaseForm::Support => vec![text(FieldName::Ticket)],
            CaseForm::Leave => vec![text(FieldName::Reason)],
            CaseForm::Days => vec![
                text(FieldName::Earned),
                Field::choice(FieldName::Awaited, ["skill", "assessment", "points"], "skill"),
                text(FieldName::Associated),
                text(FieldName::Merged),
                text(FieldName::Next),
            ],
            CaseForm::Person => vec![
                text(FieldName::Name),
                text(FieldName::Email),
                text(FieldName::Mcid),
                text(FieldName::Exam),
                text(FieldName::Earned),
                text(FieldName::Associated),
            ],
        }
    }
}

/// What a form of a case comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// Whom and what it is about; `None`: what is selected.
    pub of: Option<Target>,
    /// What happened.
    pub whats: Vec<What>,
}

/// Reads a form of a case. `date`: the date in an answer; `said`: a message about an answer.
pub(super) fn read(
    of: CaseForm,
    form: &EntryForm,
    catalog: &Catalog,
    date: impl Fn(FieldName) -> Result<Option<NaiveDate>, Refused>,
    said: impl Fn(FieldName, &str) -> Refused,
) -> Result<Happened, Refused> {
    let typed = |name: FieldName| form.value(name).to_owned();
    let one = |what: What| Ok(Happened { of: None, whats: vec![what] });
    match of {
        CaseForm::Note if typed(FieldName::Note).is_empty() => Err(said(FieldName::Note, "form-wrong-no-note")),
        CaseForm::Note => one(What::Note(typed(FieldName::Note))),
        CaseForm::Wait => one(What::Waiting { until: date(FieldName::Until)? }),
        CaseForm::Support => one(What::Support { ticket: typed(FieldName::Ticket) }),
        CaseForm::Leave if typed(FieldName::Reason).is_empty() => Err(said(FieldName::Reason, "form-wrong-no-reason")),
        CaseForm::Leave => one(What::NoAction { reason: typed(FieldName::Reason) }),
        CaseForm::Days => {
            let awaited = match form.value(FieldName::Awaited) {
                "assessment" => Awaited::Assessment,
                "points" => Awaited::Points,
                _ => Awaited::Skill,
            };
            let whats = [
                date(FieldName::Earned)?.map(|day| What::Earned { when: When::Day(day), awaited }),
                date(FieldName::Associated)?.map(|day| What::Associated { when: When::Day(day) }),
                date(FieldName::Merged)?.map(|day| What::MergeConfirmed { when: When::Day(day) }),
                date(FieldName::Next)?.map(|from| What::MayAssociate { from }),
            ];
            let whats: Vec<What> = whats.into_iter().flatten().collect();
            if whats.is_empty() { Err(said(FieldName::Earned, "form-wrong-no-day")) } else { Ok(Happened { of: None, whats }) }
        }
        CaseForm::Person => {
            let (name, email, mcid) = (typed(FieldName::Name), typed(FieldName::Email), typed(FieldName::Mcid));
            // By a name alone nobody is found in the next report.
            if email.is_empty() && mcid.is_empty() {
                return Err(said(FieldName::Email, "form-wrong-no-key"));
            }
            if !email.is_empty() && !email.contains('@') {
                return Err(said(FieldName::Email, "form-wrong-email"));
            }
            let exam = typed(FieldName::Exam);
            // A code is typed with a blank as easily as with a hyphen.
            let spelt = [exam.clone(), exam.replace(' ', "-"), exam.replace(' ', "")];
            let known = spelt.iter().find_map(|exam| catalog.candidates(exam, exam, SkillType::Other).first().copied());
            let known = known.filter(|_| !exam.is_empty()).map(|at| &catalog.credentials[at as usize]);
            let awaited = match known.map(|known| known.kind) {
                Some(SkillType::Assessment) => Awaited::Assessment,
                _ => Awaited::Skill,
            };
            // As the report will name it.
            let matter = Matter::checklist("not-showing").of(known.map_or(exam.as_str(), |known| &known.id));
            let whats = [
                Some(What::Opened { report: None }),
                date(FieldName::Earned)?.map(|day| What::Earned { when: When::Day(day), awaited }),
                date(FieldName::Associated)?.map(|day| What::Associated { when: When::Day(day) }),
            ];
            let who = Who::Person(Person::typed(&name, &email, &mcid));
            Ok(Happened { of: Some(Target { who, matter }), whats: whats.into_iter().flatten().collect() })
        }
    }
}
