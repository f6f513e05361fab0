//! What the lists beside the report answer: the two items of P4, whether somebody has left, whether an address is that of a
//! list. `None`: they do not tell, and the report is asked.

use super::{Facts, Shown, Verdict, told};
use crate::checklists::Check;
use crate::model::lists::{Item, RowOf, Says};
use crate::report::Field;

fn says(says: Says) -> Verdict {
    told(Some(says.yes), vec![Shown::Listed(says.cell)])
}

fn item(check: Check) -> Option<Item> {
    match check {
        Check::IsAssociated | Check::SomebodyIsAssociated => Some(Item::Learn),
        Check::HasAnAssessment | Check::SomebodyHasUniversity => Some(Item::University),
        _ => None,
    }
}

/// Of the company: whether any user of a users report has associated something, which tells why a download is empty (T2).
pub(super) fn of_company(check: Check, facts: &Facts<'_>) -> Option<Verdict> {
    if !matches!(check, Check::SomebodyIsAssociated | Check::SomebodyHasUniversity) {
        return None;
    }
    facts.lists?.anybody(item(check)?).map(says)
}

/// Of an account of the report.
pub(super) fn of_account(check: Check, number: u32, facts: &Facts<'_>) -> Option<Verdict> {
    let beside = facts.lists?;
    let account = facts.company.account(number);
    match check {
        Check::IsAssociated | Check::HasAnAssessment => beside.item(account.person, item(check)?).map(says),
        Check::HasLeft => beside.has_left(account.person, facts.as_of).map(says),
        Check::HasACompanyAddress if !facts.company.email(account).is_empty() => {
            let own = facts.company.email(account).to_lowercase();
            let mut rows = beside.rows_of(account.person).filter(|row| row.emails().next().is_some()).peekable();
            let other = *rows.peek()?;
            let same = rows.find(|row| row.emails().any(|address| address.to_lowercase() == own));
            Some(says(Says { yes: same.is_some(), cell: same.unwrap_or(other).at(Field::Email) }))
        }
        _ => None,
    }
}

/// Of somebody of a staff list who is in no report; who is among the users has an account.
pub(super) fn of_member(check: Check, row: RowOf, facts: &Facts<'_>) -> Option<Verdict> {
    let beside = facts.lists?;
    match check {
        Check::IsListed => {
            let user = beside.users_of_member(row).next()?;
            Some(Verdict::Yes(vec![Shown::Listed(user.who.at(Field::Email))]))
        }
        Check::IsAssociated | Check::HasAnAssessment => beside.item_of_member(row, item(check)?).map(says),
        Check::HasLeft => {
            let member = beside.member(row)?;
            let cell = member.who.at(Field::LeavingDate);
            Some(says(Says { yes: member.leaves.is_some_and(|last| last < facts.as_of), cell }))
        }
        _ => None,
    }
}
