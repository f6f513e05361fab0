//! What the lists and a report say of each other: who is missing, who left, who has two addresses. Pure functions of what was
//! read and of a day; what to make of it is for others to say. Nobody is told by a name.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::beside::keys;
use super::{By, Joined, ListCell, Lists, Member, Place, RowOf, StaffList};
use crate::model::Company;
use crate::report::Field;

/// Somebody of a staff list.
#[derive(Clone, Copy, Debug)]
pub struct Absent<'l> {
    /// Which row.
    pub row: RowOf,
    /// Who, and what the list says.
    pub member: Member<'l>,
}

/// The people of the staff lists who are with the company on a day and are in no row of the report (J3), each once: who is
/// technical first, then those of whom the lists do not say, then the others. From a TrainingCompletions of a short period
/// nothing follows (R16): that is for the caller to see.
#[must_use]
pub fn missing_from_report<'l>(lists: &'l Lists, joined: &Joined, day: NaiveDate) -> Vec<Absent<'l>> {
    let mut missing: Vec<Absent<'l>> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // Who stands on two lists, on one of them with the address that the report has, is in it.
    seen.extend(members(lists).filter(|(row, _)| joined.staff.person(*row).is_some()).flat_map(|(_, member)| keys(&member.who)));
    for (row, member) in members(lists).filter(|(row, member)| joined.staff.person(*row).is_none() && member.is_there(day)) {
        let keys = keys(&member.who);
        if !keys.is_empty() && keys.iter().all(|key| !seen.contains(key)) {
            missing.push(Absent { row, member });
        }
        seen.extend(keys);
    }
    missing.sort_by_key(|absent| match absent.member.technical {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    });
    missing
}

fn members(lists: &Lists) -> impl Iterator<Item = (RowOf, Member<'_>)> {
    let of_list = |(list, staff): (usize, &'_ Arc<StaffList>)| (list, staff.file().len());
    let rows = lists.staff.iter().enumerate().map(of_list).flat_map(|(list, len)| (0..len).map(move |row| RowOf { list, row }));
    rows.filter_map(|row| Some((row, lists.staff.get(row.list)?.member(row.row))))
}

/// Why somebody of the report seems to have left the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left<'l> {
    /// On no staff list.
    OnNoList,
    /// A staff list says that the last day was before.
    On {
        /// The last day.
        last: NaiveDate,
        /// Where it stands.
        place: Place<'l>,
    },
}

/// The people of a report who are on no staff list, or whose last day was before the day; by number of the person. Empty
/// without a staff list, or when none of them has anybody of the report: it would be the list of another company. A list may
/// be one of a part of the company, so this is never proof.
#[must_use]
pub fn left_company<'l>(lists: &'l Lists, joined: &Joined, company: &Company, day: NaiveDate) -> Vec<(u32, Left<'l>)> {
    let is_known = |person: u32| joined.staff.rows_of(person).next().is_some();
    if !(0..company.people).any(is_known) {
        return Vec::new();
    }
    let left = |person: u32| {
        let rows: Vec<Member<'l>> = joined.members_of(lists, person).collect();
        let gone = |member: &Member<'l>| member.leaves.filter(|last| *last < day).map(|last| (last, member.who.place()));
        match rows.as_slice() {
            [] => Some(Left::OnNoList),
            // Somebody who left and came back has two rows.
            rows if rows.iter().all(|member| gone(member).is_some()) => {
                rows.iter().filter_map(gone).max_by_key(|(last, _)| *last).map(|(last, place)| Left::On { last, place })
            }
            _ => None,
        }
    };
    (0..company.people).filter_map(|person| Some((person, left(person)?))).collect()
}

/// One person with a company address in the report and another one in a list (P5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoAddresses<'l> {
    /// Number of the person.
    pub person: u32,
    /// Number of an account of the person, with the address of the report.
    pub account: u32,
    /// The address of the list.
    pub other: &'l str,
    /// By what the row is known to be about the person.
    pub by: By,
    /// Where it stands.
    pub place: Place<'l>,
    /// The cell.
    pub cell: ListCell,
}

/// The people of a report who have another company address on a staff list or in the users report, told by private address,
/// MCID or object id.
#[must_use]
pub fn two_addresses<'l>(lists: &'l Lists, joined: &Joined, company: &Company) -> Vec<TwoAddresses<'l>> {
    let files = [
        (&joined.staff, lists.staff.iter().map(|list| list.file()).collect::<Vec<_>>()),
        (&joined.users, lists.users.iter().map(|list| list.file()).collect::<Vec<_>>()),
    ];
    let mut found = Vec::new();
    for (joins, files) in files {
        for (list, file) in files.into_iter().enumerate() {
            for row in file.rows() {
                let Some((person, by)) = joins.person(RowOf { list, row: row.number() }).filter(|(_, by)| *by != By::Email) else {
                    continue;
                };
                let of_report = |account: &u32| {
                    let account = company.account(*account);
                    // An address that is the private one too is not known to be the company's.
                    !company.email(account).is_empty() && company.email(account) != company.private_email(account)
                };
                let account = company.accounts_of(person).iter().copied().find(of_report);
                // The name to sign in with need not be an address.
                let other = row.emails().find(|address| row.cell(Field::Email).contains(address));
                if let (Some(account), Some(other)) = (account, other) {
                    found.push(TwoAddresses { person, account, other, by, place: row.place(), cell: row.at(Field::Email) });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::test_support::{company, lists};

    const HEAD: &str = "First Name,Email,MCID,Associated to PMC,Associated to PC\n";

    fn report() -> Company {
        company(&format!("{HEAD}Ada,ada@x.example,8000001,Yes,Yes\nBo,bo@x.example,8000002,Yes,Yes\nCy,cy@x.example,8000003,Yes,Yes\n"))
    }

    fn day() -> NaiveDate {
        "2021-05-19".parse().unwrap()
    }

    fn missing(files: &[&str]) -> Vec<String> {
        let lists = lists(files);
        let joined = Joined::new(&lists, &report());
        missing_from_report(&lists, &joined, day()).iter().map(|absent| absent.member.who.name().into_owned()).collect()
    }

    #[test]
    fn who_is_technical_and_missing_comes_first() {
        let list = "Name,E-mail,Technical,Start date,Leaving date\n\
                    Dee,dee@x.example,no,,\nEve,eve@x.example,,,\nFay,fay@x.example,yes,,2021-05-19\nAda,ADA@x.example,yes,,\n\
                    Gus,gus@x.example,yes,,2021-05-18\nHal,hal@x.example,yes,2021-06-01,\nIda,,yes,,\n";
        assert_eq!(missing(&[list]), ["Fay", "Eve", "Dee"], "J3: Gus has left, Hal is to come, and Ida is nobody by a name");
        assert_eq!(missing(&[]), [""; 0]);
    }

    #[test]
    fn who_stands_on_two_lists_is_missing_once_and_not_at_all_when_one_of_them_is_known() {
        let north = "Name,E-mail\nDee,dee@x.example\nAda,ada@old.example\n";
        let south = "Name,E-mail\nDee,DEE@x.example; d@x.example\nAda,ada@x.example; ada@old.example\n";
        assert_eq!(missing(&[north, south]), ["Dee"]);
    }

    #[test]
    fn who_is_on_no_list_may_have_left() {
        let (company, lists) = (report(), lists(&["E-mail,Leaving date\nada@x.example,2021-05-18\nbo@x.example,2021-05-19\n"]));
        let joined = Joined::new(&lists, &company);
        let left = left_company(&lists, &joined, &company, day());
        let place = lists.staff[0].file().row(0).place();
        assert_eq!(left, [(0, Left::On { last: "2021-05-18".parse().unwrap(), place }), (2, Left::OnNoList)]);
    }

    #[test]
    fn who_came_back_is_there_and_without_a_list_of_the_company_nobody_left() {
        let company = report();
        let left = |files: &[&str]| {
            let lists = lists(files);
            let joined = Joined::new(&lists, &company);
            left_company(&lists, &joined, &company, day()).iter().map(|(person, _)| *person).collect::<Vec<_>>()
        };
        assert_eq!(left(&["E-mail,Leaving date\nada@x.example,2020-05-18\nada@x.example,\nbo@x.example,\ncy@x.example,\n"]), [0; 0]);
        assert_eq!(left(&["E-mail,Leaving date\nzoe@other.example,\n"]), [0; 0], "the list of another company");
        assert_eq!(left(&[]), [0; 0]);
    }

    #[test]
    fn the_same_person_may_have_two_company_addresses() {
        let company = report();
        let lists = lists(&[
            "E-mail,MCID\nada@new.example,8000001\nbo@x.example,8000002\n,8000003\n",
            "Email,MCID,Partner University access\ncy@new.example,8000003,Yes\n",
        ]);
        let joined = Joined::new(&lists, &company);
        let found: Vec<_> =
            two_addresses(&lists, &joined, &company).iter().map(|t| (t.person, t.account, t.other, t.by, t.place.row)).collect();
        assert_eq!(found, [(0, 0, "ada@new.example", By::Mcid, 2), (2, 2, "cy@new.example", By::Mcid, 2)], "P5");
    }

    /// Where the report has the private address only, nothing is known of the company's.
    #[test]
    fn a_private_address_is_no_second_company_address() {
        let company = company(
            "TrainingActivityId,TrainingTitle,TrainingCompletionDate,Email,CorpEmail,MCPID\n3051,Azure,2021-05-19,ada@home.example,,8000001\n",
        );
        let lists = lists(&["E-mail,MCID\nada@x.example,8000001\n"]);
        assert_eq!(two_addresses(&lists, &Joined::new(&lists, &company), &company), []);
    }
}
