//! Which rows of the lists are about which people of a report: by company address, else by private address, MCID or object
//! id of the directory. Never by a name: two people may have the same, and one may be written in two ways.

use std::collections::HashMap;

use super::row::{ListFile, Listed};
use super::{Entry, Learned, Lists, Member, User};
use crate::model::Company;

/// By what a row was joined to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum By {
    /// The company address.
    Email,
    /// The private address (R16).
    PrivateEmail,
    /// The MCID.
    Mcid,
    /// The object id in the directory.
    ObjectId,
}

impl By {
    /// All of them, in the order in which they are tried.
    pub const ALL: [By; 4] = [By::Email, By::PrivateEmail, By::Mcid, By::ObjectId];

    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            By::Email => "email",
            By::PrivateEmail => "email_private",
            By::Mcid => "mcid",
            By::ObjectId => "object_id",
        }
    }
}

/// How the rows of one list were joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All rows.
    pub rows: usize,
    /// Rows that are about somebody of the report, by what they were joined: in the order of [`By::ALL`].
    pub by: [usize; 4],
    /// How many people these rows are about.
    pub people: usize,
}

impl Count {
    /// Rows that are about somebody of the report.
    #[must_use]
    pub fn joined(&self) -> usize {
        self.by.iter().sum()
    }

    /// Rows that are about nobody of the report.
    #[must_use]
    pub fn nobody(&self) -> usize {
        self.rows.saturating_sub(self.joined())
    }
}

/// A row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowOf {
    /// Number of the list among those of its kind.
    pub list: usize,
    /// Number of the row in it, 0-based.
    pub row: usize,
}

/// The people of the rows of all lists of one kind.
#[derive(Clone, Debug, Default)]
pub struct Joins {
    /// By list and row.
    people: Vec<Vec<Option<(u32, By)>>>,
    /// By person, in the order of the lists and rows.
    rows: Vec<(u32, RowOf)>,
    counts: Vec<Count>,
}

impl Joins {
    fn new<'l>(files: impl Iterator<Item = &'l ListFile>, keys: &Keys) -> Joins {
        let mut joins = Joins::default();
        for (list, file) in files.enumerate() {
            let of_row: Vec<Option<(u32, By)>> = file.rows().map(|row| keys.person(&row)).collect();
            let joined = of_row.iter().enumerate().filter_map(|(row, found)| Some((found.as_ref()?, row)));
            let first = joins.rows.len();
            let mut count = Count { rows: of_row.len(), ..Count::default() };
            for ((person, by), row) in joined {
                count.by[*by as usize] += 1;
                joins.rows.push((*person, RowOf { list, row }));
            }
            let mut people: Vec<u32> = joins.rows[first..].iter().map(|(person, _)| *person).collect();
            people.sort_unstable();
            people.dedup();
            count.people = people.len();
            joins.counts.push(count);
            joins.people.push(of_row);
        }
        joins.rows.sort_unstable();
        joins
    }

    /// The person whom a row is about, and by what that is known.
    #[must_use]
    pub fn person(&self, row: RowOf) -> Option<(u32, By)> {
        self.people.get(row.list)?.get(row.row).copied().flatten()
    }

    /// The rows that are about a person, in the order of the lists.
    pub fn rows_of(&self, person: u32) -> impl Iterator<Item = RowOf> {
        let first = self.rows.partition_point(|(other, _)| *other < person);
        self.rows[first..].iter().take_while(move |(other, _)| *other == person).map(|(_, row)| *row)
    }

    /// How the rows of a list were joined.
    #[must_use]
    pub fn count(&self, list: usize) -> Count {
        self.counts.get(list).copied().unwrap_or_default()
    }
}

/// The rows of all lists joined to the people of one report.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// Of the staff lists.
    pub staff: Joins,
    /// Of the users reports.
    pub users: Joins,
    /// Of the directories.
    pub directories: Joins,
    /// Of the Microsoft Learn downloads.
    pub learning: Joins,
    /// By place of the file among the others: how its rows were joined. `None` for one whose rows are about nobody.
    counts: Vec<Option<Count>>,
}

impl Joined {
    /// Joins the lists to a company.
    #[must_use]
    pub fn new(lists: &Lists, company: &Company) -> Joined {
        if lists.is_empty() {
            return Joined::default();
        }
        let mut keys = Keys::of(company);
        let Lists { staff, users, directories, learning, .. } = lists;
        // The directory has addresses and object ids: what knows people by these alone is joined through it.
        let by_directory = Joins::new(directories.iter().map(|l| l.file()), &keys);
        keys.add_ids(directories.iter().map(|l| l.file()), &by_directory);
        let mut joined = Joined {
            staff: Joins::new(staff.iter().map(|l| l.file()), &keys),
            users: Joins::new(users.iter().map(|l| l.file()), &keys),
            directories: by_directory,
            learning: Joins::new(learning.iter().map(|l| l.file()), &keys),
            counts: Vec::new(),
        };
        let of = |joins: &Joins, files: Vec<&ListFile>| {
            files.into_iter().enumerate().map(|(list, file)| (file.number(), joins.count(list))).collect::<Vec<_>>()
        };
        let counts = [
            of(&joined.staff, staff.iter().map(|l| l.file()).collect()),
            of(&joined.users, users.iter().map(|l| l.file()).collect()),
            of(&joined.directories, directories.iter().map(|l| l.file()).collect()),
            of(&joined.learning, learning.iter().map(|l| l.file()).collect()),
        ];
        for (number, count) in counts.into_iter().flatten() {
            if joined.counts.len() <= number {
                joined.counts.resize(number + 1, None);
            }
            joined.counts[number] = Some(count);
        }
        joined
    }

    /// How the rows of a file were joined, by its place among [`crate::model::load::Loaded::others`]; `None` for one that
    /// is not joined to people.
    #[must_use]
    pub fn count(&self, number: usize) -> Option<Count> {
        self.counts.get(number).copied().flatten()
    }

    /// What the staff lists say of a person, in their order.
    pub fn members_of<'l>(&self, lists: &'l Lists, person: u32) -> impl Iterator<Item = Member<'l>> {
        self.staff.rows_of(person).filter_map(|row| Some(lists.staff.get(row.list)?.member(row.row)))
    }

    /// What the users reports say of a person (P4), in their order.
    pub fn users_of<'l>(&self, lists: &'l Lists, person: u32) -> impl Iterator<Item = User<'l>> {
        self.users.rows_of(person).filter_map(|row| Some(lists.users.get(row.list)?.user(row.row)))
    }

    /// What the directories say of a person, in their order.
    pub fn entries_of<'l>(&self, lists: &'l Lists, person: u32) -> impl Iterator<Item = Entry<'l>> {
        self.directories.rows_of(person).filter_map(|row| Some(lists.directories.get(row.list)?.entry(row.row)))
    }

    /// The modules and learning paths that a person finished, which count for nothing (R5).
    pub fn learned_by<'l>(&self, lists: &'l Lists, person: u32) -> impl Iterator<Item = Learned<'l>> {
        self.learning.rows_of(person).filter_map(|row| Some(lists.learning.get(row.list)?.item(row.row)))
    }
}

/// What the people of a report are known by, in lower case.
struct Keys {
    emails: HashMap<String, u32>,
    /// `None`: the address of several people.
    private: HashMap<String, Option<u32>>,
    mcids: HashMap<String, u32>,
    ids: HashMap<String, u32>,
}

impl Keys {
    fn of(company: &Company) -> Keys {
        let mut keys = Keys { emails: HashMap::new(), private: HashMap::new(), mcids: HashMap::new(), ids: HashMap::new() };
        for account in &company.accounts {
            let person = account.person;
            let private = company.private_email(account).to_lowercase();
            let email = company.email(account).to_lowercase();
            // Where the report has no company address, its private one stands in its place.
            if email.contains('@') && email != private {
                keys.emails.entry(email).or_insert(person);
            }
            if private.contains('@') {
                let known = keys.private.entry(private).or_insert(Some(person));
                if *known != Some(person) {
                    *known = None;
                }
            }
            if !company.mcid(account).is_empty() {
                keys.mcids.entry(company.mcid(account).to_owned()).or_insert(person);
            }
            if !company.anonymous_id(account).is_empty() {
                keys.ids.entry(company.anonymous_id(account).to_ascii_lowercase()).or_insert(person);
            }
        }
        keys
    }

    /// The object ids of rows that are about somebody.
    fn add_ids<'l>(&mut self, files: impl Iterator<Item = &'l ListFile>, joins: &Joins) {
        for (list, file) in files.enumerate() {
            for row in file.rows().filter(|row| !row.object_id().is_empty()) {
                if let Some((person, _)) = joins.person(RowOf { list, row: row.number() }) {
                    self.ids.entry(row.object_id().to_ascii_lowercase()).or_insert(person);
                }
            }
        }
    }

    fn person(&self, row: &Listed<'_>) -> Option<(u32, By)> {
        let addresses = || row.emails().chain(row.private_emails()).map(str::to_lowercase);
        let private = |address: String| self.private.get(&address).copied().flatten();
        let email = || addresses().find_map(|address| self.emails.get(&address).copied()).map(|person| (person, By::Email));
        let private = || addresses().find_map(private).map(|person| (person, By::PrivateEmail));
        let mcid = || Some((*self.mcids.get(row.mcid()?.as_ref())?, By::Mcid));
        let id = || Some((*self.ids.get(&row.object_id().to_ascii_lowercase())?, By::ObjectId));
        email().or_else(private).or_else(mcid).or_else(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::test_support::{company, lists};
    use proptest::prelude::*;

    proptest! {
        /// Against the definition: the first address of a row that somebody of the report has, else the MCID.
        #[test]
        fn a_row_is_about_who_has_its_address_or_its_id(
            accounts in prop::collection::vec(("([aB]@x)?", "(800000[1-4])?"), 1..8),
            rows in prop::collection::vec((prop::collection::vec("[abcABC]@x", 0..3), "(800000[1-5])?|0"), 0..10),
        ) {
            let lines = accounts.iter().map(|(email, mcid)| format!("Zoe,{email},{mcid},Yes,No\n")).collect::<String>();
            let company = company(&format!("First Name,Email,MCID,Associated to PMC,Associated to PC\n{lines}"));
            let lines = rows.iter().map(|(emails, mcid)| format!("Zoe,{},{mcid}\n", emails.join("; "))).collect::<String>();
            let lists = lists(&[&format!("Name,E-mail,MCID\n{lines}")]);
            let joined = Joined::new(&lists, &company);
            let has = |account: &&crate::model::Account, email: &str| company.email(account).to_lowercase() == email.to_lowercase();
            for (row, (emails, mcid)) in rows.iter().enumerate() {
                let by_email = emails.iter().find_map(|email| company.accounts.iter().find(|a| has(a, email))).map(|a| (a.person, By::Email));
                let by_mcid = company.accounts.iter().find(|a| mcid.len() > 1 && company.mcid(a) == mcid).map(|a| (a.person, By::Mcid));
                prop_assert_eq!(joined.staff.person(RowOf { list: 0, row }), by_email.or(by_mcid));
            }
            let count = joined.count(0).unwrap();
            prop_assert_eq!(count.rows, rows.len());
            prop_assert_eq!(count.people, (0..company.people).filter(|p| joined.staff.rows_of(*p).next().is_some()).count());
            prop_assert_eq!((0..company.people).map(|p| joined.staff.rows_of(p).count()).sum::<usize>(), count.joined());
        }

        /// Whatever stands in a list, it is read, and every row has its place.
        #[test]
        fn no_list_makes_the_reader_panic(rows in prop::collection::vec(("[ -!#-~éß火\u{202e}]{0,12}", "[a-z@;<> ]{0,12}", "[ -!#-~éß火\u{202e}]{0,8}", "[ -!#-~éß火\u{202e}]{0,12}"), 0..8)) {
            let line = |(name, email, technical, day): &(String, String, String, String)| format!("\"{name}\",\"{email}\",\"{technical}\",\"{day}\"\n");
            let body: String = rows.iter().map(line).collect();
            for head in ["Name,E-mail,Technical,Leaving date", "Name,Email,Partner University access,Microsoft Learning account"] {
                let lists = lists(&[&format!("{head}\n{body}")]);
                for member in lists.staff.iter().flat_map(|list| list.members()) {
                    prop_assert!(member.who.place().row > 1);
                }
                for user in lists.users.iter().flat_map(|list| list.users()) {
                    prop_assert!(user.who.place().row > 1);
                }
            }
        }
    }
}
