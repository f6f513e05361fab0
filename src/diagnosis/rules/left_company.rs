//! R10, T6: somebody of the report who is on no staff list, or whose last day has passed by one. A list may be old, or one of
//! a part of the company: it is a question and no proof.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Found;
use super::missing_from_report::key;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Code, Confidence, Detail, Finding, Why};
use crate::model::Field;
use crate::model::lists::compare::{Left, left_company};
use crate::model::lists::{Beside, RowOf};

/// So many people on no list, if they are the most, tell that it is a list of a part of the company: nobody looks after
/// hundreds of questions that answer themselves.
const OF_A_PART: usize = 10;

/// The accounts of who seems to have left, those with a last day first.
pub fn find(context: &Context<'_>) -> Found {
    let Some(beside) = context.staff()? else { return Ok(Vec::new()) };
    let names = names(&beside, context.as_of);
    let mut left = left_company(beside.lists, beside.joined, context.company, context.as_of);
    let unlisted = left.iter().filter(|(_, left)| matches!(left, Left::OnNoList)).count();
    if unlisted >= OF_A_PART && unlisted * 2 > context.company.people as usize {
        left.retain(|(_, left)| !matches!(left, Left::OnNoList));
        if left.is_empty() {
            return Err(Why::PartOfCompany);
        }
    }
    let accounts = left.into_iter().flat_map(|(person, left)| context.company.accounts_of(person).iter().map(move |a| (*a, left)));
    let findings = accounts.filter_map(|(account, left)| match left {
        Left::OnNoList => (!may_be_listed(context, &beside, &names, account)).then(|| on_no_list(context, account)),
        Left::On { last, .. } => Some(on(context, &beside, account, last)),
    });
    let mut findings: Vec<Finding> = findings.collect();
    findings.sort_by_key(|finding| (finding.confidence, finding.account));
    Ok(findings)
}

fn evidence(context: &Context<'_>, account: u32) -> Vec<Cell> {
    context.cells_of_account(account, &[Field::Email, Field::Mcid])
}

fn on_no_list(context: &Context<'_>, account: u32) -> Finding {
    let mut finding = Finding::of_account(Code::LeftCompany, account, Detail::Left(None), evidence(context, account));
    finding.confidence = Some(Confidence::Possible);
    finding
}

fn on(context: &Context<'_>, beside: &Beside<'_>, account: u32, last: NaiveDate) -> Finding {
    let mut finding = Finding::of_account(Code::LeftCompany, account, Detail::Left(Some(last)), evidence(context, account));
    let says = beside.has_left(context.company.account(account).person, context.as_of);
    finding.evidence.extend(says.map(|says| Cell::of_list(says.cell)));
    finding.confidence = Some(Confidence::Likely);
    finding
}

/// Whether an account that is on no list may be that of somebody who is on one, under another address: by its name, or as
/// one of two accounts that may be one person's. To ask after these is for other findings.
fn may_be_listed(context: &Context<'_>, beside: &Beside<'_>, names: &HashSet<Vec<String>>, account: u32) -> bool {
    let company = context.company;
    let is_listed = |other: u32| beside.joined.staff.rows_of(company.account(other).person).next().is_some();
    let mut pairs = context.pairs().of(account).iter();
    key(&company.full_name(company.account(account))).is_some_and(|name| names.contains(&name))
        || pairs.any(|pair| pair.other(account).is_some_and(is_listed))
}

/// The names of those who are with the company by a staff list, in rows that are about nobody of the report.
fn names(beside: &Beside<'_>, day: NaiveDate) -> HashSet<Vec<String>> {
    let lists = beside.lists.staff.iter().enumerate();
    let rows = lists.flat_map(|(list, staff)| staff.members().map(move |member| (list, member)));
    let unknown = rows.filter(|(list, member)| {
        let of = RowOf { list: *list, row: member.who.number() };
        member.is_there(day) && beside.joined.staff.person(of).is_none()
    });
    unknown.filter_map(|(_, member)| key(&member.who.name())).collect()
}
