//! What was entered, put into what the standing is asked: names become numbers of persons in the report at hand.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Entered;
use crate::model::{Company, Held as OfHistory};
use crate::standing::{Enrolment, Question, Track};

/// The number of the person whom an e-mail address or MCID names; `None`: nobody in this report.
#[must_use]
pub fn person_of(company: &Company, who: &str) -> Option<u32> {
    let who = who.trim().to_lowercase();
    let named = |account: &&crate::model::Account| {
        !who.is_empty() && (company.mcid(account) == who || company.email(account).to_lowercase() == who)
    };
    company.accounts.iter().find(named).map(|account| account.person)
}

/// By what a person is named when something about them is kept: an e-mail address as printed, else an MCID; `None`: the
/// report gives neither.
#[must_use]
pub fn who_of(company: &Company, person: u32) -> Option<String> {
    let accounts = || company.accounts_of(person).iter().map(|number| company.account(*number));
    let first = |of: &dyn Fn(&crate::model::Account) -> String| accounts().map(of).find(|who| !who.is_empty());
    first(&|a| company.email(a).to_owned()).or_else(|| first(&|a| company.mcid(a).to_owned()))
}

/// Every address and MCID with its person, looked up once.
fn persons(company: &Company) -> HashMap<String, u32> {
    let mut persons = HashMap::new();
    for account in &company.accounts {
        for who in [company.mcid(account), company.email(account)].into_iter().filter(|who| !who.is_empty()) {
            persons.entry(who.to_lowercase()).or_insert(account.person);
        }
    }
    persons
}

impl Entered {
    /// The same, with the settings of the config file where nothing was entered.
    #[must_use]
    pub fn or(&self, track: Option<Track>, moved: Option<NaiveDate>) -> Entered {
        Entered { track: self.track.or(track), moved: self.moved.or(moved), ..self.clone() }
    }
}

/// What the standing is asked, with everything that was entered. `history`: what the history among the files says is held;
/// an anniversary that was typed in goes before it, and before the portal's. `suspected`: who may be one person, of whom
/// those are left out who were said to be two (R14). Of whom the report knows nothing, nothing is asked.
#[must_use]
pub fn question(
    entered: &Entered,
    history: &[OfHistory],
    company: &Company,
    as_of: NaiveDate,
    preparation_days: u32,
    suspected: &[(u32, u32)],
) -> Question {
    let mut enrolments: Vec<Enrolment> =
        entered.held.iter().map(|h| Enrolment { id: h.id.clone(), level: h.level, anniversary: h.anniversary }).collect();
    let of_portal = entered.portal.iter().filter(|(_, p)| p.enrolled);
    let of_portal = of_portal.filter_map(|(id, p)| Some(Enrolment { id: id.clone(), level: None, anniversary: p.anniversary? }));
    let of_history = history.iter().map(|h| Enrolment { id: h.id.clone(), level: Some(h.level), anniversary: h.anniversary });
    for one in of_portal.chain(of_history) {
        if !enrolments.iter().any(|there| there.id == one.id && there.level == one.level) {
            enrolments.push(one);
        }
    }
    let asks = !entered.external.is_empty() || !entered.not_same.is_empty();
    let persons = if asks { persons(company) } else { HashMap::new() };
    let person = |who: &str| persons.get(&who.trim().to_lowercase()).copied();
    let ordered = |a: u32, b: u32| (a.min(b), a.max(b));
    let two: HashSet<(u32, u32)> = entered.not_same.iter().filter_map(|(a, b)| Some(ordered(person(a)?, person(b)?))).collect();
    Question {
        as_of,
        track: entered.track,
        move_date: entered.moved,
        preparation_days,
        ticked: entered.ticked.clone(),
        external: entered.external.iter().filter_map(|e| Some((person(&e.who)?, e.credential.clone()))).collect(),
        suspected: suspected.iter().filter(|(a, b)| !two.contains(&ordered(*a, *b))).copied().collect(),
        enrolments,
        portal: entered.portal.clone(),
    }
}

#[cfg(test)]
mod tests;
