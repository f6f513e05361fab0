//! What the lists answer of one person: the two items of P4, whether somebody is still there, which addresses there are.
//! Each answer with the cell it was read from.

use chrono::NaiveDate;

use super::{Joined, ListCell, Listed, Lists, Member, RowOf, User};
use crate::report::Field;

/// The lists beside a report, with which of their rows are about which of its people.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'l> {
    /// The lists.
    pub lists: &'l Lists,
    /// Their rows joined to the people of the report.
    pub joined: &'l Joined,
}

/// What a user associates under *My profile* (P4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The Learn account: *Microsoft exams and certifications*.
    Learn,
    /// Partner University: *Microsoft training and assessments*.
    University,
}

/// Yes or no, by a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Says {
    /// What it says.
    pub yes: bool,
    /// Where.
    pub cell: ListCell,
}

/// A yes before a no: somebody may have a second user beside the one that is associated.
fn yes_first(answers: impl Iterator<Item = Says>) -> Option<Says> {
    let mut no = None;
    for says in answers {
        if says.yes {
            return Some(says);
        }
        no = no.or(Some(says));
    }
    no
}

fn item_of(user: &User<'_>, item: Item) -> Option<Says> {
    let (yes, field) = match item {
        Item::Learn => (user.learning?, Field::LearningAccount),
        Item::University => (user.university?, Field::PartnerUniversity),
    };
    let cell = user.who.at(field);
    // In a file without that column an MCID told it.
    let cell = if item == Item::Learn && cell.column.is_none() { user.who.at(Field::Mcid) } else { cell };
    Some(Says { yes, cell })
}

impl<'l> Beside<'l> {
    /// What the users reports say of an item of P4 of somebody of the report.
    #[must_use]
    pub fn item(&self, person: u32, item: Item) -> Option<Says> {
        yes_first(self.joined.users_of(self.lists, person).filter_map(|user| item_of(&user, item)))
    }

    /// Whether the users reports have anybody with an item of P4: the first who has it, else the first who has not.
    #[must_use]
    pub fn anybody(&self, item: Item) -> Option<Says> {
        yes_first(self.lists.users.iter().flat_map(|list| list.users()).filter_map(|user| item_of(&user, item)))
    }

    /// Somebody of a staff list.
    #[must_use]
    pub fn member(&self, row: RowOf) -> Option<Member<'l>> {
        let list = self.lists.staff.get(row.list).filter(|list| row.row < list.file().len())?;
        Some(list.member(row.row))
    }

    /// The users of the users reports who have an address or the MCID of somebody of a staff list, who may be in no report.
    pub fn users_of_member(&self, row: RowOf) -> impl Iterator<Item = User<'l>> {
        let keys = self.member(row).map(|member| keys(&member.who)).unwrap_or_default();
        let users = self.lists.users.iter().flat_map(|list| list.users());
        users.filter(move |user| self::keys(&user.who).iter().any(|key| keys.contains(key)))
    }

    /// What the users reports say of an item of P4 of somebody of a staff list.
    #[must_use]
    pub fn item_of_member(&self, row: RowOf, item: Item) -> Option<Says> {
        yes_first(self.users_of_member(row).filter_map(|user| item_of(&user, item)))
    }

    /// Whether the last day of somebody of the report was before a day, by the staff lists; `None`: on none of them.
    #[must_use]
    pub fn has_left(&self, person: u32, day: NaiveDate) -> Option<Says> {
        let left = |member: &Member<'_>| member.leaves.is_some_and(|last| last < day);
        let rows: Vec<Member<'l>> = self.joined.members_of(self.lists, person).collect();
        // Somebody who left and came back has two rows.
        let told = rows.iter().find(|member| !left(member)).or_else(|| rows.iter().max_by_key(|member| member.leaves))?;
        Some(Says { yes: left(told), cell: told.who.at(Field::LeavingDate) })
    }

    /// The rows of the staff lists and the users reports that are about somebody of the report.
    pub fn rows_of(&self, person: u32) -> impl Iterator<Item = Listed<'l>> {
        let members = self.joined.members_of(self.lists, person).map(|member| member.who);
        members.chain(self.joined.users_of(self.lists, person).map(|user| user.who))
    }
}

/// What tells that two rows of lists are about one person, in lower case.
pub(super) fn keys(who: &Listed<'_>) -> Vec<String> {
    let addresses = who.emails().chain(who.private_emails()).map(str::to_lowercase);
    addresses.chain(who.mcid().map(|id| format!("mcid {id}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Company;
    use crate::model::test_support::{company, lists};
    use rstest::rstest;

    const STAFF: &str = "E-mail,Leaving date\nada@x.example,2021-05-18\nbo@x.example,2021-05-19\ncy@x.example,2020-01-31\n\
                         cy@x.example,\ndee@x.example,\n";
    const USERS: &str = "Email,Partner University access,Microsoft Learning account\nada@x.example,No,No\nada@x.example,Yes,No\n\
                         DEE@x.example,No,8000009\n";

    fn report() -> Company {
        let rows = "Ada,ada@x.example,8000001,Yes,Yes\nBo,bo@x.example,8000002,Yes,Yes\nCy,cy@x.example,8000003,Yes,Yes\n\
                    Eve,eve@x.example,8000004,Yes,Yes\n";
        company(&format!("First Name,Email,MCID,Associated to PMC,Associated to PC\n{rows}"))
    }

    fn says(yes: bool, file: u32, row: u32, column: u32) -> Option<Says> {
        Some(Says { yes, cell: ListCell { file, row, column: Some(column) } })
    }

    #[rstest]
    #[case(0, says(true, 0, 2, 1))]
    #[case(1, says(false, 0, 3, 1))]
    #[case::came_back(2, says(false, 0, 5, 1))]
    #[case::on_no_list(3, None)]
    fn the_last_day_is_a_day_with_the_company(#[case] person: u32, #[case] expected: Option<Says>) {
        let (company, lists) = (report(), lists(&[STAFF, USERS]));
        let joined = Joined::new(&lists, &company);
        let beside = Beside { lists: &lists, joined: &joined };
        assert_eq!(beside.has_left(person, "2021-05-19".parse().unwrap()), expected);
    }

    #[test]
    fn the_two_items_are_told_by_the_users_report() {
        let (company, lists) = (report(), lists(&[STAFF, USERS]));
        let joined = Joined::new(&lists, &company);
        let beside = Beside { lists: &lists, joined: &joined };
        assert_eq!((beside.item(0, Item::Learn), beside.item(0, Item::University)), (says(false, 1, 2, 2), says(true, 1, 3, 1)), "P4");
        assert_eq!(beside.item(1, Item::Learn), None);
        let dee = RowOf { list: 0, row: 4 };
        assert_eq!(beside.item_of_member(dee, Item::Learn), says(true, 1, 4, 2), "who is in no report may be a user");
        assert_eq!(beside.item_of_member(RowOf { list: 0, row: 1 }, Item::Learn), None);
        assert_eq!(beside.item_of_member(RowOf { list: 7, row: 9 }, Item::Learn), None);
    }
}
