//! What a filled-in form comes to: changes, or what is wrong with which answer.

use chrono::NaiveDate;
use serde_json::Map;

use super::cases::{self, Happened};
use super::{EntryForm, FieldName, Subject};
use crate::catalog::Catalog;
use crate::catalog::programmes::{Level, Programmes};
use crate::entered::{Among, Change, Entered, External, Mistake, OwnRule, PortalFact, Wrong, check, person_of, who_of};
use crate::i18n::Texts;
use crate::model::Company;
use crate::standing::Track;
use crate::standing::portal::Category;
use crate::{text, tr};

/// What a form comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Changes of what is kept.
    Changes(Vec<Change>),
    /// A day to look from.
    Day(NaiveDate),
    /// What happened in a case.
    Happened(Box<Happened>),
}

/// What is wrong, and with which answer.
pub type Refused = (FieldName, String);

/// What the answers are held against.
pub struct Against<'a> {
    /// The company, for people.
    pub company: &'a Company,
    /// The rules, for competencies and designations.
    pub programmes: &'a Programmes,
    /// The catalog, for certificates.
    pub catalog: &'a Catalog,
    /// What is kept.
    pub entered: &'a Entered,
    /// The language in which it was typed.
    pub texts: &'a Texts,
}

/// Reads a form.
///
/// # Errors
/// The first answer that will not do, and why.
pub fn read(form: &EntryForm, against: &Against<'_>) -> Result<Outcome, Refused> {
    let reader = Reader { form, against };
    let changes = match &form.subject {
        Subject::Rule(id) => reader.rule(id.clone())?,
        Subject::Portal(designation) => reader.portal(designation)?,
        Subject::Held => reader.held()?,
        Subject::Company => reader.company()?,
        Subject::External => reader.external()?,
        Subject::Case(of) => {
            let read = cases::read(*of, form, against.catalog, |name| reader.date(name), |name, key| reader.said(name, key));
            return read.map(|happened| Outcome::Happened(Box::new(happened)));
        }
        Subject::Day => return Ok(Outcome::Day(reader.needed_date(FieldName::Day)?)),
    };
    Ok(Outcome::Changes(changes))
}

/// The answer that a mistake speaks of.
fn field_of(wrong: Wrong) -> Option<FieldName> {
    Some(match wrong {
        Wrong::Count => FieldName::People,
        Wrong::Competency | Wrong::Held | Wrong::LevelMissing => FieldName::Competency,
        Wrong::Credentials => FieldName::Certificates,
        Wrong::Period => FieldName::To,
        Wrong::Credential => FieldName::Credential,
        _ => return None,
    })
}

struct Reader<'r> {
    form: &'r EntryForm,
    against: &'r Against<'r>,
}

impl Reader<'_> {
    fn refused(&self, name: FieldName, mistake: &Mistake) -> Refused {
        (name, mistake.message(self.against.texts))
    }

    fn said(&self, name: FieldName, key: &str) -> Refused {
        (name, self.against.texts.get(key))
    }

    /// A date; `None` where nothing is typed.
    fn date(&self, name: FieldName) -> Result<Option<NaiveDate>, Refused> {
        let typed = self.form.value(name);
        if typed.is_empty() {
            return Ok(None);
        }
        let texts = self.against.texts;
        let said = || {
            let shown = text::fit(&text::clean(typed), 40).into_owned();
            (name, tr!(texts, "form-wrong-date", typed = shown))
        };
        texts.typed_date(typed).map(Some).ok_or_else(said)
    }

    fn needed_date(&self, name: FieldName) -> Result<NaiveDate, Refused> {
        self.date(name)?.ok_or_else(|| self.said(name, "form-wrong-empty-date"))
    }

    /// The change as the catalog writes it.
    fn checked(&self, change: Change, otherwise: FieldName) -> Result<Change, Refused> {
        let Against { programmes, catalog, entered, .. } = self.against;
        check(change, entered, programmes, catalog).map_err(|m| self.refused(field_of(m.what).unwrap_or(otherwise), &m))
    }

    fn level(&self) -> Level {
        if self.form.value(FieldName::Level) == "silver" { Level::Silver } else { Level::Gold }
    }

    fn rule(&self, id: Option<String>) -> Result<Vec<Change>, Refused> {
        let competency = self.form.value(FieldName::Competency).to_owned();
        if competency.is_empty() {
            return Err(self.said(FieldName::Competency, "form-wrong-no-competency"));
        }
        let people = self.form.value(FieldName::People);
        let count = people.parse().map_err(|_| self.refused(FieldName::People, &Mistake::new(Wrong::Count, people, "1–999")))?;
        let list = self.form.value(FieldName::Certificates);
        let among = if self.form.value(FieldName::Among) == "one-of" {
            let ids: Vec<String> = list.split([',', ';']).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
            if ids.is_empty() {
                return Err(self.said(FieldName::Certificates, "form-wrong-no-certificates"));
            }
            Among::OneOf(ids)
        } else {
            Among::Relevant
        };
        let (from, to) = (self.date(FieldName::From)?, self.date(FieldName::To)?);
        let kept = id.as_ref().and_then(|id| self.against.entered.rules.iter().find(|r| r.id == *id));
        let more = kept.map_or_else(Map::new, |rule| rule.more.clone());
        let id = id.unwrap_or_default();
        let own = OwnRule { id, competency, name: None, level: self.level(), count, among, from, to, more };
        Ok(vec![self.checked(Change::Rule(own), FieldName::Competency)?])
    }

    fn portal(&self, designation: &str) -> Result<Vec<Change>, Refused> {
        let change = |fact| Change::Portal { designation: designation.to_owned(), fact };
        let on = self.needed_date(FieldName::On)?;
        let mut points = Vec::new();
        for (at, category) in Category::ALL.into_iter().enumerate() {
            let name = FieldName::Points(at);
            let typed = self.form.value(name);
            let figure = if typed.is_empty() {
                None
            } else {
                let number = self.against.texts.typed_number(typed);
                Some(number.ok_or_else(|| self.refused(name, &Mistake::new(Wrong::Number, typed, "28, 13.33")))?)
            };
            // One after the other, so that the mistake is said where it is.
            if figure.is_some() {
                self.checked(change(PortalFact::Figures { points: vec![(category, figure)], on }), name)?;
            }
            points.push((category, figure));
        }
        let day = self.date(FieldName::Anniversary)?;
        let enrolled = self.form.value(FieldName::Enrolled) == "yes";
        if day.is_some() && !enrolled {
            return Err(self.said(FieldName::Enrolled, "form-wrong-not-enrolled"));
        }
        // In place of everything that was said before.
        let mut changes = vec![change(PortalFact::Nothing)];
        if points.iter().any(|(_, figure)| figure.is_some()) || enrolled {
            // Of a metric that the designation does not have nothing was asked.
            let points = points.into_iter().filter(|(_, figure)| figure.is_some()).collect();
            changes.push(change(PortalFact::Figures { points, on }));
            changes.push(change(PortalFact::Anniversary { day, on }));
            changes.push(change(PortalFact::Enrolled { enrolled, on }));
        }
        let first = change(PortalFact::Figures { points: Vec::new(), on });
        let Change::Portal { designation: known, .. } = self.checked(first, FieldName::On)? else { return Ok(Vec::new()) };
        Ok(changes
            .into_iter()
            .map(|change| match change {
                Change::Portal { fact, .. } => Change::Portal { designation: known.clone(), fact },
                other => other,
            })
            .collect())
    }

    fn held(&self) -> Result<Vec<Change>, Refused> {
        let id = self.form.value(FieldName::Competency).to_owned();
        if id.is_empty() {
            return Err(self.said(FieldName::Competency, "form-wrong-no-competency"));
        }
        let anniversary = self.date(FieldName::Anniversary)?;
        let change = Change::Held { id, level: Some(self.level()), anniversary };
        Ok(vec![self.checked(change, FieldName::Competency)?])
    }

    fn company(&self) -> Result<Vec<Change>, Refused> {
        let track = match self.form.value(FieldName::Track) {
            "enterprise" => Some(Track::Enterprise),
            "smb" => Some(Track::Smb),
            _ => None,
        };
        Ok(vec![Change::Track(track), Change::Moved(self.date(FieldName::Moved)?)])
    }

    fn external(&self) -> Result<Vec<Change>, Refused> {
        let on = self.form.value(FieldName::Has) == "yes";
        let typed = self.form.value(FieldName::Who);
        let kept = self.against.entered.external.iter().any(|e| e.who == typed);
        // Of whom this report knows nothing, what is kept can still be taken back.
        let who = if kept && !on { Some(typed.to_owned()) } else { self.who(typed) };
        let who = who.ok_or_else(|| {
            let shown = text::fit(&text::clean(typed), 40).into_owned();
            (FieldName::Who, tr!(self.against.texts, "form-wrong-who", typed = shown))
        })?;
        let credential = self.form.value(FieldName::Credential).to_owned();
        let change = Change::External { of: External { who, credential }, on };
        Ok(vec![self.checked(change, FieldName::Credential)?])
    }

    /// A person by address or MCID, or by a name that only one has.
    fn who(&self, typed: &str) -> Option<String> {
        let company = self.against.company;
        if person_of(company, typed).is_some() {
            return Some(typed.to_owned());
        }
        let folded = text::fold(typed);
        let named = company.accounts.iter().filter(|a| !folded.is_empty() && text::fold(&company.full_name(a)) == folded);
        let mut persons: Vec<u32> = named.map(|a| a.person).collect();
        persons.dedup();
        match persons.as_slice() {
            [one] => who_of(company, *one),
            _ => None,
        }
    }
}
