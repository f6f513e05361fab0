//! What is kept, item by item: to be listed, to be taken back and put there again.

use chrono::NaiveDate;

use super::{Among, Change, Entered, External, Held, OwnRule, PortalFact};
use crate::catalog::Catalog;
use crate::catalog::programmes::Programmes;
use crate::i18n::Texts;
use crate::standing::portal::Category;
use crate::standing::{Portal, Track, level_name};
use crate::{text, tr};

/// One thing that was entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// The customers it sells to.
    Track(Track),
    /// Day of the move to Partner Center.
    Moved(NaiveDate),
    /// Something is held.
    Held(Held),
    /// Path of a level whose performance text is met.
    Tick(String),
    /// A certificate of others.
    External(External),
    /// What the portal says of a designation.
    Portal(String, Portal),
    /// Two who are not one.
    NotSame(String, String),
    /// A rule.
    Rule(OwnRule),
}

impl Entered {
    /// Everything that is kept, in a fixed order.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let mut items: Vec<Item> = self.track.map(Item::Track).into_iter().chain(self.moved.map(Item::Moved)).collect();
        items.extend(self.held.iter().cloned().map(Item::Held));
        items.extend(self.ticked.iter().cloned().map(Item::Tick));
        items.extend(self.external.iter().cloned().map(Item::External));
        items.extend(self.portal.iter().map(|(id, portal)| Item::Portal(id.clone(), portal.clone())));
        items.extend(self.not_same.iter().map(|(a, b)| Item::NotSame(a.clone(), b.clone())));
        items.extend(self.rules.iter().cloned().map(Item::Rule));
        items
    }
}

/// The changes that lead from one state back to another.
#[must_use]
pub fn back(from: &Entered, to: &Entered) -> Vec<Change> {
    let (now, before) = (from.items(), to.items());
    let taken = now.iter().filter(|item| !before.contains(item)).map(Item::take);
    let put = before.iter().filter(|item| !now.contains(item)).flat_map(Item::put);
    taken.chain(put).collect()
}

impl Item {
    /// What takes it back.
    #[must_use]
    pub fn take(&self) -> Change {
        match self.clone() {
            Item::Track(_) => Change::Track(None),
            Item::Moved(_) => Change::Moved(None),
            Item::Held(Held { id, level, .. }) => Change::Held { id, level, anniversary: None },
            Item::Tick(path) => Change::Tick { path, on: false },
            Item::External(of) => Change::External { of, on: false },
            Item::Portal(designation, _) => Change::Portal { designation, fact: PortalFact::Nothing },
            Item::NotSame(a, b) => Change::NotSame { a, b, on: false },
            Item::Rule(rule) => Change::RemoveRule(rule.id),
        }
    }

    /// What puts it there, in place of what was said of the same.
    #[must_use]
    pub fn put(&self) -> Vec<Change> {
        match self.clone() {
            Item::Track(track) => vec![Change::Track(Some(track))],
            Item::Moved(day) => vec![Change::Moved(Some(day))],
            Item::Held(Held { id, level, anniversary, .. }) => vec![Change::Held { id, level, anniversary: Some(anniversary) }],
            Item::Tick(path) => vec![Change::Tick { path, on: true }],
            Item::External(of) => vec![Change::External { of, on: true }],
            Item::Portal(designation, portal) => of_portal(&designation, &portal),
            Item::NotSame(a, b) => vec![Change::NotSame { a, b, on: true }],
            Item::Rule(rule) => vec![Change::Rule(rule)],
        }
    }

    /// In words: what was entered of what.
    #[must_use]
    pub fn words(&self, programmes: &Programmes, catalog: &Catalog, texts: &Texts) -> String {
        let clean = |part: &str| text::clean(part).into_owned();
        let competency = |id: &str| programmes.competencies.iter().find(|c| c.id == id).map(|c| c.name.clone());
        let designation = |id: &str| programmes.designations.iter().find(|d| d.id == id).map(|d| d.short.clone());
        let level_word = |level| texts.get(&format!("catalog-level-{}", level_name(level)));
        match self {
            Item::Track(track) => tr!(texts, "item-track", track = texts.get(&format!("standing-track-{}", track.name()))),
            Item::Moved(day) => tr!(texts, "item-moved", date = texts.date(*day)),
            Item::Held(held) => {
                let name = competency(&held.id).filter(|_| held.level.is_some()).or_else(|| designation(&held.id));
                let name = name.unwrap_or_else(|| held.id.clone());
                let level = held.level.map(|level| format!(" › {}", level_word(level))).unwrap_or_default();
                tr!(texts, "item-held", what = clean(&format!("{name}{level}")), date = texts.date(held.anniversary))
            }
            Item::Tick(path) => tr!(texts, "item-tick", path = clean(path)),
            Item::External(External { who, credential }) => {
                let title = catalog.by_id(credential).map_or(credential.as_str(), |c| c.short_title.as_str());
                tr!(texts, "item-external", who = clean(who), credential = clean(title))
            }
            Item::Portal(id, portal) => {
                let name = designation(id).unwrap_or_else(|| id.clone());
                let word = |c: Category| texts.get(&format!("standing-category-{}", c.name()));
                let figures = Category::ALL.into_iter().filter_map(|c| Some(format!("{} {}", word(c), texts.decimal(portal.figure(c)?))));
                let enrolled = portal.enrolled.then(|| texts.get("item-enrolled"));
                let anniversary = portal.anniversary.map(|day| tr!(texts, "item-anniversary", date = texts.date(day)));
                let said: Vec<String> = figures.chain(enrolled).chain(anniversary).collect();
                let said = if said.is_empty() { texts.get("item-portal-nothing") } else { said.join(", ") };
                tr!(texts, "item-portal", name = clean(&name), date = texts.date(portal.on), said = said)
            }
            Item::NotSame(a, b) => tr!(texts, "item-not-same", a = clean(a), b = clean(b)),
            Item::Rule(rule) => rule_words(rule, competency(&rule.competency), texts),
        }
    }
}

/// A rule as a sentence: *Gold of Cloud Platform = 4 people among those whom the report marks relevant*. `name`: of its
/// competency, where the catalog has it.
#[must_use]
pub fn rule_words(rule: &OwnRule, name: Option<String>, texts: &Texts) -> String {
    let name = name.or_else(|| rule.name.clone()).unwrap_or_else(|| rule.competency.clone());
    let level = texts.get(&format!("catalog-level-{}", level_name(rule.level)));
    let among = match &rule.among {
        Among::Relevant => texts.get("item-rule-relevant"),
        Among::OneOf(ids) => tr!(texts, "item-rule-one-of", list = text::clean(&ids.join(", ")).into_owned()),
    };
    let name = text::clean(&name).into_owned();
    let said = tr!(texts, "item-rule", level = level, name = name, count = rule.count, among = among);
    let period = match (rule.from, rule.to) {
        (None, None) => return said,
        (Some(from), None) => tr!(texts, "item-rule-from", from = texts.date(from)),
        (None, Some(to)) => tr!(texts, "item-rule-to", to = texts.date(to)),
        (Some(from), Some(to)) => tr!(texts, "item-rule-between", from = texts.date(from), to = texts.date(to)),
    };
    format!("{said}, {period}")
}

/// Everything that the portal says of a designation, in place of what was said before.
fn of_portal(designation: &str, portal: &Portal) -> Vec<Change> {
    let points = Category::ALL.into_iter().map(|c| (c, portal.figure(c))).collect();
    let facts = [
        PortalFact::Nothing,
        PortalFact::Figures { points, on: portal.on },
        PortalFact::Anniversary { day: portal.anniversary, on: portal.on },
        PortalFact::Enrolled { enrolled: portal.enrolled, on: portal.on },
    ];
    facts.into_iter().map(|fact| Change::Portal { designation: designation.to_owned(), fact }).collect()
}

#[cfg(test)]
mod tests;
