//! What a newer report says of the cases: what it proves solved, and what came back.
//!
//! Rather too little than too much: a point that is closed too early is looked after by nobody. A report closes a point only if
//! it is later than what opened it, its rule had something to go by, and the person is there to be told of. TrainingCompletions
//! of a short period tells of what is in it and never of what is not (R16). It opens again what it shows after it was done, but
//! not so short after the admin's word that it could not know yet (R3, R10). What somebody decided to leave alone stays so.

mod proof;

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Awaited, Case, Cases, Change, Entry, Id, Matter, Person, Point, State, Time, What};
use crate::diagnosis::{Code, Diagnosis, Finding};
use crate::model::Company;

/// A report, and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Newer<'r> {
    /// Its company.
    pub company: &'r Company,
    /// What was found.
    pub diagnosis: &'r Diagnosis,
    /// Its day.
    pub on: NaiveDate,
}

/// The changes that a report brings, to be made as any other: what it proves solved is done by it, and what it shows again is
/// open again. Of one report they are always the same, whoever reads it; what was taken back of it, it does not bring again.
#[must_use]
pub fn look_at(cases: &Cases, newer: &Newer<'_>, now: Time) -> Vec<Change> {
    let seen = Seen::new(newer);
    cases.cases.iter().flat_map(|case| of_case(case, &seen, now)).collect()
}

fn of_case(case: &Case, seen: &Seen<'_>, now: Time) -> Vec<Change> {
    let on = seen.newer.on;
    let person = case.person();
    let view = View { case, seen, accounts: person.as_ref().map(|p| seen.accounts(p)).unwrap_or_default(), person };
    let changes = case.points().into_iter().filter_map(|point| {
        let what = match &point.state {
            State::NoAction(_) => return None,
            State::Done(report) => {
                let can_tell = on > tells_after(case, &point, *report)?;
                (can_tell && !seen.is_short() && view.is_found(point.matter)).then_some(What::Opened { report: Some(on) })
            }
            _ => (on > opened_on(case, &point)? && view.is_solved(point.matter)).then_some(What::Done { report: Some(on) }),
        }?;
        let kind = if matches!(what, What::Done { .. }) { "done" } else { "opened" };
        let parts = point.matter.parts();
        let id = Id::of_report(&[case.id.as_str(), &parts[0], &parts[1], &parts[2], kind, &on.to_string()]);
        if case.refused.contains(&id) || case.log.iter().any(|entry| entry.id == id) {
            return None;
        }
        let entry = Entry { id, ..Entry::new(now, Some(point.matter.clone()), what) };
        Some(Change::Put { case: case.id.clone(), who: case.who.clone(), entry: Box::new(entry) })
    });
    changes.collect()
}

/// The day that a point was opened on, or opened again: that of the report that shows it, else the one on which somebody said so.
fn opened_on(case: &Case, point: &Point<'_>) -> Option<NaiveDate> {
    let mut of_point = case.log.iter().filter(|entry| entry.about.as_ref().is_some_and(|about| about.is(point.matter)));
    let first = of_point.clone().next()?;
    let opened = of_point.rfind(|entry| matches!(entry.what, What::Opened { .. })).unwrap_or(first);
    Some(if let What::Opened { report: Some(report) } = opened.what { report } else { opened.at.date_naive() })
}

/// The last day whose report cannot contradict that a point is done. `report`: that of the report that proved it.
fn tells_after(case: &Case, point: &Point<'_>, report: Option<NaiveDate>) -> Option<NaiveDate> {
    if report.is_some() {
        return report;
    }
    let said = point.since?.at.date_naive();
    if point.matter.code() == Some(Code::LeftCompany) {
        // R10: what an MCID holds leaves the report around the 10th of the next month.
        return said.with_day(1)?.checked_add_months(Months::new(2))?.pred_opt();
    }
    let mut awaited = case.entries(Some(point.matter)).filter_map(|entry| match entry.what {
        What::Earned { awaited, .. } => Some(awaited),
        _ => None,
    });
    // R3: what was done shows after 72 hours, an assessment after 10 days, and so do points (R13).
    let days = if matches!(awaited.next_back(), Some(Awaited::Assessment | Awaited::Points)) { 10 } else { 3 };
    said.checked_add_days(Days::new(days))
}

/// A report, with its people and findings at hand.
struct Seen<'r> {
    newer: &'r Newer<'r>,
    by_key: HashMap<String, Vec<u32>>,
    by_account: HashMap<u32, Vec<&'r Finding>>,
    /// Of the whole file, and of people who are in no report.
    others: Vec<&'r Finding>,
}

impl<'r> Seen<'r> {
    fn new(newer: &'r Newer<'r>) -> Seen<'r> {
        let company = newer.company;
        let mut by_key: HashMap<String, Vec<u32>> = HashMap::new();
        for (number, account) in (0u32..).zip(&company.accounts) {
            let keys = [company.mcid(account), company.email(account), company.private_email(account), company.anonymous_id(account)];
            for key in keys.into_iter().filter(|key| !key.is_empty()) {
                by_key.entry(key.trim().to_lowercase()).or_default().push(number);
            }
        }
        let mut by_account: HashMap<u32, Vec<&Finding>> = HashMap::new();
        let mut others = Vec::new();
        for finding in &newer.diagnosis.findings {
            match finding.account {
                Some(account) => by_account.entry(account).or_default().push(finding),
                None => others.push(finding),
            }
        }
        Seen { newer, by_key, by_account, others }
    }

    /// The accounts of an address or MCID.
    fn of_key(&self, key: &str) -> &[u32] {
        self.by_key.get(&key.trim().to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The accounts of a person, and all accounts of whoever that is in this report (R14).
    fn accounts(&self, person: &Person) -> Vec<u32> {
        let company = self.newer.company;
        let own = person.keys().flat_map(|key| self.of_key(key));
        let mut all: Vec<u32> = own.flat_map(|account| company.accounts_of(company.account(*account).person)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// TrainingCompletions of a short period (R16).
    fn is_short(&self) -> bool {
        self.newer.diagnosis.findings.iter().any(|finding| finding.code == Code::ShortSpan)
    }

    fn is_silent(&self, code: Code) -> bool {
        self.newer.diagnosis.silent.iter().any(|silent| silent.code == code)
    }
}

/// A case, and its person in the report.
struct View<'v> {
    case: &'v Case,
    seen: &'v Seen<'v>,
    /// `None`: the case is about the company.
    person: Option<Person>,
    accounts: Vec<u32>,
}

impl<'v> View<'v> {
    /// The findings about whom the case is about.
    fn findings(&self) -> impl Iterator<Item = &'v Finding> + '_ {
        let of_accounts = self.accounts.iter().filter_map(|account| self.seen.by_account.get(account)).flatten();
        let of_others = self.seen.others.iter().filter(|finding| match (&self.person, finding.missing()) {
            (None, None) => true,
            (Some(person), Some(missing)) => person.is(&Person::of_list(missing)),
            _ => false,
        });
        of_accounts.chain(of_others).copied()
    }

    fn is_found(&self, matter: &Matter) -> bool {
        self.findings().any(|finding| matter.is_in(finding, self.seen.newer.company))
    }
}

#[cfg(test)]
pub(in crate::cases) mod tests;
