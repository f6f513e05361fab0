//! P4, T6: somebody of a staff list who is in no row of the report (J3); who is technical first.

use std::collections::HashMap;

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::duplicate::Words;
use crate::diagnosis::{Cell, Code, Confidence, Detail, Finding, Missing};
use crate::model::Field;
use crate::model::lists::compare::{Absent, missing_from_report};

/// The people of the lists who are with the company and in no row.
pub fn find(context: &Context<'_>) -> Found {
    let Some(beside) = context.staff()? else { return Ok(Vec::new()) };
    // Who came after the report was made cannot be in it.
    let was_there = |absent: &Absent<'_>| absent.member.started.zip(context.ask.report_date).is_none_or(|(first, report)| first <= report);
    let missing = missing_from_report(beside.lists, beside.joined, context.as_of).into_iter().filter(was_there);
    let unknown = OfNoList::new(context);
    Ok(missing.map(|absent| finding(context, &unknown, &absent)).collect())
}

fn finding(context: &Context<'_>, unknown: &OfNoList, absent: &Absent<'_>) -> Finding {
    let who = absent.member.who;
    let missing = Missing {
        row: absent.row,
        name: who.name().into_owned(),
        email: who.emails().chain(who.private_emails()).next().unwrap_or_default().to_owned(),
        mcid: who.mcid().map(std::borrow::Cow::into_owned).unwrap_or_default(),
        technical: absent.member.technical,
    };
    let namesake = unknown.of_name(&missing.name);
    let mut finding = Finding::of_file(Code::MissingFromReport, Detail::Missing(Box::new(missing)));
    let technical = absent.member.technical.map(|_| who.at(Field::Technical));
    finding.evidence.extend([who.at(Field::Email)].into_iter().chain(technical).map(Cell::of_list));
    if let Some(account) = namesake {
        let fields = [Field::FirstName, Field::LastName, Field::DisplayName, Field::Email];
        finding.evidence.extend(context.cells_of_account(account, &fields));
        finding.others.push(account);
        finding.confidence = Some(Confidence::Possible);
    }
    finding
}

/// The accounts of people who are on no staff list, by name. A name proves nothing, but whoever has one in common with
/// somebody missing is asked about first: one person may have two addresses.
struct OfNoList(HashMap<Vec<String>, u32>);

impl OfNoList {
    fn new(context: &Context<'_>) -> OfNoList {
        let mut names = HashMap::new();
        let Some(beside) = context.ask.lists else { return OfNoList(names) };
        for number in context.accounts() {
            let account = context.company.account(number);
            if beside.joined.staff.rows_of(account.person).next().is_none()
                && let Some(key) = key(&context.company.full_name(account))
            {
                names.entry(key).or_insert(number);
            }
        }
        OfNoList(names)
    }

    fn of_name(&self, name: &str) -> Option<u32> {
        self.0.get(&key(name)?).copied()
    }
}

/// A whole name in any order of its words.
pub(super) fn key(name: &str) -> Option<Vec<String>> {
    let words = Words::of(name);
    words.is_whole().then(|| words.sorted().into_iter().map(str::to_owned).collect())
}
