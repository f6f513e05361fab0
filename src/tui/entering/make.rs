//! The forms there are, filled in with what is known already.

use chrono::NaiveDate;

use super::{EntryForm, Field, FieldName, Subject};
use crate::catalog::{Catalog, Status};
use crate::entered::{Among, Entered, OwnRule};
use crate::standing::portal::Category;
use crate::standing::{Track, level_name};

use super::super::app::{App, Deck, ListState};

/// What a form begins with, besides what is kept.
pub struct Known<'k> {
    /// The state, for the language and the day.
    pub app: &'k App,
    /// The report looked at.
    pub deck: &'k Deck,
    /// The catalog, for certificates of others.
    pub catalog: &'k Catalog,
    /// What is kept.
    pub entered: &'k Entered,
    /// Path of the entry of the standing that is selected: `cloud-platform/own-1/gold`, `data-ai`.
    pub path: &'k str,
    /// Whom the line that is selected speaks of: an e-mail address or MCID.
    pub who: Option<String>,
}

/// A form with its first answers.
#[must_use]
pub fn form(subject: Subject, known: &Known<'_>) -> EntryForm {
    let fields = match &subject {
        Subject::Rule(id) => known.rule(id.as_deref()),
        Subject::Portal(designation) => known.portal(designation),
        Subject::Held => known.held(),
        Subject::Company => known.company(),
        Subject::External => known.external(),
        Subject::Day => vec![Field::text(FieldName::Day, known.date(known.deck.as_of()))],
        Subject::Case(of) => of.fields(),
    };
    let mut form = EntryForm { subject, fields, wrong: None, list: ListState::default() };
    // What stands there already is not what one has come to answer.
    match form.subject {
        Subject::Rule(Some(_)) => form.focus(FieldName::People),
        Subject::Held => form.focus(FieldName::Anniversary),
        Subject::Rule(None) | Subject::Portal(_) => {
            let first = form.shown().position(|f| f.value().is_empty());
            form.list.selected = first.unwrap_or(0);
        }
        Subject::Company | Subject::External | Subject::Day | Subject::Case(_) => {}
    }
    form
}

impl Known<'_> {
    fn date(&self, day: NaiveDate) -> String {
        self.app.texts.date(day)
    }

    fn date_or_nothing(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| self.date(day))
    }

    fn part(&self, at: usize) -> &str {
        self.path.split('/').nth(at).unwrap_or_default()
    }

    /// Name of the competency that is selected.
    fn competency(&self) -> String {
        let id = self.part(0);
        let known = self.deck.prepared.programmes.competencies.iter().find(|c| c.id == id);
        known.map_or_else(String::new, |c| c.name.clone())
    }

    /// The level that is selected; Gold where it is none: what one wants to reach.
    fn level(&self) -> &'static str {
        if self.path.split('/').any(|part| part == "silver") { "silver" } else { "gold" }
    }

    fn rule(&self, id: Option<&str>) -> Vec<Field> {
        let kept = id.and_then(|id| self.entered.rules.iter().find(|r| r.id == id));
        let own = kept.cloned().unwrap_or_else(|| self.new_rule());
        let name = |rule: &OwnRule| {
            let known = self.deck.prepared.programmes.competencies.iter().find(|c| c.id == rule.competency).map(|c| c.name.clone());
            known.or_else(|| rule.name.clone()).unwrap_or_default()
        };
        let (among, certificates) = match &own.among {
            Among::Relevant => ("relevant", String::new()),
            Among::OneOf(ids) => ("one-of", ids.join(", ")),
        };
        vec![
            Field::text(FieldName::Competency, name(&own)),
            Field::choice(FieldName::Level, ["silver", "gold"], level_name(own.level)),
            Field::text(FieldName::People, if own.count == 0 { String::new() } else { own.count.to_string() }),
            Field::choice(FieldName::Among, ["relevant", "one-of"], among),
            Field::text(FieldName::Certificates, certificates),
            Field::text(FieldName::From, self.date_or_nothing(own.from)),
            Field::text(FieldName::To, self.date_or_nothing(own.to)),
        ]
    }

    /// A rule of which only the beginning is known.
    fn new_rule(&self) -> OwnRule {
        let level =
            if self.level() == "silver" { crate::catalog::programmes::Level::Silver } else { crate::catalog::programmes::Level::Gold };
        let marks = self.deck.source().columns.iter().any(|c| c.field == Some(crate::report::Field::Relevant));
        OwnRule {
            id: String::new(),
            competency: self.part(0).to_owned(),
            name: Some(self.competency()),
            level,
            count: 0,
            among: if marks { Among::Relevant } else { Among::OneOf(Vec::new()) },
            from: None,
            to: None,
            more: serde_json::Map::new(),
        }
    }

    fn portal(&self, designation: &str) -> Vec<Field> {
        let kept = self.entered.portal.get(designation);
        let rules = self.deck.prepared.programmes.designations.iter().find(|d| d.id == designation);
        let has = |c: Category| rules.is_some_and(|d| d.versions.iter().any(|v| c.most(&v.categories) > 0.0));
        let mut fields = vec![Field::text(FieldName::On, self.date(kept.map_or_else(|| self.deck.as_of(), |p| p.on)))];
        for (at, category) in Category::ALL.into_iter().enumerate().filter(|(_, c)| has(*c)) {
            let figure = kept.and_then(|p| p.figure(category)).map_or_else(String::new, |points| self.app.texts.decimal(points));
            fields.push(Field::text(FieldName::Points(at), figure));
        }
        let enrolled = if kept.is_some_and(|p| p.enrolled) { "yes" } else { "no" };
        fields.push(Field::choice(FieldName::Enrolled, ["no", "yes"], enrolled));
        fields.push(Field::text(FieldName::Anniversary, self.date_or_nothing(kept.and_then(|p| p.anniversary))));
        fields
    }

    fn held(&self) -> Vec<Field> {
        let level = self.level();
        let kept = self.entered.held.iter().find(|h| h.id == self.part(0) && h.level.map(level_name) == Some(level));
        let history = &self.deck.ready.loaded.history;
        let of_file = history.iter().find(|h| h.id == self.part(0) && level_name(h.level) == level).map(|h| h.anniversary);
        vec![
            Field::text(FieldName::Competency, self.competency()),
            Field::choice(FieldName::Level, ["silver", "gold"], level),
            Field::text(FieldName::Anniversary, self.date_or_nothing(kept.map(|h| h.anniversary).or(of_file))),
        ]
    }

    fn company(&self) -> Vec<Field> {
        let track = self.entered.track.map_or("not-said", Track::name);
        vec![
            Field::choice(FieldName::Track, ["not-said", Track::Enterprise.name(), Track::Smb.name()], track),
            Field::text(FieldName::Moved, self.date_or_nothing(self.entered.moved)),
        ]
    }

    fn external(&self) -> Vec<Field> {
        let external = self.catalog.credentials.iter().filter(|c| c.status == Status::External).map(|c| c.id.clone());
        vec![
            Field::text(FieldName::Who, self.who.clone().unwrap_or_default()),
            Field::choice(FieldName::Credential, external, ""),
            Field::choice(FieldName::Has, ["yes", "no"], "yes"),
        ]
    }
}
