//! The company as its report shows it: accounts, people, skills and associations. Built once, then never changed.

mod areas;
mod both;
mod build;
mod history;
pub mod lists;
pub mod load;
pub mod overview;
mod people;
mod problem;
mod provenance;
mod providers;
pub mod spans;
mod user_column;

use chrono::NaiveDate;

use crate::report::report_date::DateFrom;
pub use crate::report::table::Strings as Names;
use crate::report::values;
pub use crate::report::values::competency_and_option;
pub use crate::report::{Code, ColumnInfo, Diagnostic, Field, Kind, SkillType, Source};

pub use areas::{Area, Areas};
pub use build::{Given, build};
pub use history::{Held, HeldState};
pub use problem::{Findings, Gravity, Problem};
pub use provenance::{About, Disagreement, FileRow};
pub use providers::is_provider;
pub use user_column::UserColumn;

/// Yes, no, or what else the file says about an association (R2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Association {
    /// Associated.
    Yes,
    /// Not associated.
    No,
    /// The file has no such column, or the cells are empty.
    #[default]
    NotSaid,
    /// Yes in one row and no in another.
    Contradictory,
}

impl Association {
    /// For JSON: null when the file does not say, or contradicts itself.
    #[must_use]
    pub fn known(self) -> Option<bool> {
        match self {
            Association::Yes => Some(true),
            Association::No => Some(false),
            _ => None,
        }
    }

    fn add(&mut self, value: Option<bool>) {
        let Some(value) = value else { return };
        let said = if value { Association::Yes } else { Association::No };
        *self = match *self {
            Association::NotSaid => said,
            before if before == said => said,
            _ => Association::Contradictory,
        };
    }
}

/// One entry of the report: an MCID with an e-mail address, or an address alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Account {
    first: u32,
    last: u32,
    display: u32,
    email: u32,
    private: u32,
    anonymous: u32,
    mcid: u32,
    /// Number of the place where a directory names it, 0: the report does.
    named: u32,
    /// Associated in the old PMC.
    pub pmc: Association,
    /// Associated in Partner Center.
    pub pc: Association,
    /// Number of the person, the same for accounts with the same MCID or the same e-mail address (R14).
    pub person: u32,
    skills: u32,
    rows: u32,
}

/// What a skill is: a credential of the catalog, or what the file prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Exam, certification or assessment.
    pub kind: SkillType,
    /// Catalog id, else the code as printed, else nothing.
    pub id: Option<String>,
    /// Full name in the catalog, else as printed.
    pub title: String,
    /// Name as printed.
    pub printed: String,
    /// Name for a narrow column: without the programme in front.
    pub short_title: String,
    /// Whether the catalog knows it.
    pub known: bool,
    /// Of a certification the codes of the exams that lead to it, by the catalog, each with the last day on which it can be
    /// taken; `None`: there is no such day.
    pub exams: Vec<(String, Option<NaiveDate>)>,
}

impl Item {
    /// In as few words as tell it: an exam by its code, anything else by its short name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        match &self.id {
            Some(id) if self.kind == SkillType::Exam || self.short_title.is_empty() => id,
            _ => &self.short_title,
        }
    }

    /// The short name, an exam's with its code in front.
    #[must_use]
    pub fn name_with_code(&self) -> String {
        match &self.id {
            Some(id) if self.kind == SkillType::Exam && *id != self.short_title && !self.short_title.is_empty() => {
                format!("{id} {}", self.short_title)
            }
            _ => self.short_name().to_owned(),
        }
    }
}

/// One skill of one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Number of the [`Item`].
    pub item: u32,
    /// Day on which it was earned.
    pub earned: Option<NaiveDate>,
    /// Last day on which it is valid.
    pub expires: Option<NaiveDate>,
    /// Number of the list of entries where it counts, by the file's own column.
    relevant: u32,
    /// Whether the file calls it active; `None`: it does not say.
    pub active: Option<bool>,
    /// Row of the table it stands in.
    row: u32,
}

impl Skill {
    /// Number of the list of entries where it counts, among [`Company::relevance`].
    #[must_use]
    pub fn relevance(&self) -> u32 {
        self.relevant
    }
}

/// Whether a skill counts by the file's own column on a day, or the first reason why not (R5, R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counting {
    /// It counts.
    Counts,
    /// It would, once the account is associated in Partner Center.
    NotAssociated,
    /// Its last day has passed.
    Expired,
    /// The file calls it inactive.
    Inactive,
    /// No competency or programme asks for it.
    NotRelevant,
    /// The file has no column that says where skills count.
    NotSaid,
}

/// An association that is yes in one row and no in another, by rows of the table.
#[derive(Clone, Copy, Debug)]
struct Contradiction {
    account: u32,
    field: Field,
    yes: u32,
    no: u32,
}

/// The company of one report.
#[derive(Debug)]
pub struct Company {
    /// Its name: given, else the partner name in the file, else the domain of most addresses.
    pub name: Option<String>,
    /// What tells it from others, from one report to the next: the name given, else the id of its global account, else what
    /// it is called.
    pub key: Option<String>,
    /// The file, or both, and how they were understood.
    files: provenance::Files,
    /// The report's date and where it was found.
    pub report_date: Option<(NaiveDate, DateFrom)>,
    /// In order of first appearance.
    pub accounts: Vec<Account>,
    /// How many people the accounts make.
    pub people: u32,
    /// What the skills are.
    pub items: Vec<Item>,
    /// Accounts of each person, as ranges of `person_accounts`.
    person_starts: Vec<u32>,
    person_accounts: Vec<u32>,
    skills: Vec<Skill>,
    relevance: Vec<Vec<String>>,
    /// Account and row of every row that repeats another one, by account.
    duplicates: Vec<(u32, u32)>,
    /// By account.
    contradictions: Vec<Contradiction>,
    strings: Names,
    /// Where a directory names accounts.
    namings: lists::Namings,
    /// Lines of the table's rows, and the rows of each account as ranges.
    lines: Vec<u32>,
    account_rows: Vec<u32>,
    says_relevant: bool,
}

impl Company {
    /// The account of a number.
    #[must_use]
    pub fn account(&self, number: u32) -> &Account {
        static NOBODY: Account = Account {
            first: 0,
            last: 0,
            display: 0,
            email: 0,
            private: 0,
            anonymous: 0,
            mcid: 0,
            named: 0,
            pmc: Association::NotSaid,
            pc: Association::NotSaid,
            person: 0,
            skills: 0,
            rows: 0,
        };
        self.accounts.get(number as usize).unwrap_or(&NOBODY)
    }

    /// The name as printed: the whole name, else given and family name. Empty when the file does not name the person.
    #[must_use]
    pub fn full_name(&self, account: &Account) -> String {
        let display = self.strings.get(account.display);
        if !display.is_empty() {
            return display.to_owned();
        }
        let (first, last) = (self.strings.get(account.first), self.strings.get(account.last));
        if first.is_empty() || last.is_empty() { format!("{first}{last}") } else { format!("{first} {last}") }
    }

    /// Given and family name, where the file has them apart.
    #[must_use]
    pub fn name_parts(&self, account: &Account) -> (&str, &str) {
        (self.strings.get(account.first), self.strings.get(account.last))
    }

    /// The e-mail address as printed; empty when there is none.
    #[must_use]
    pub fn email(&self, account: &Account) -> &str {
        self.strings.get(account.email)
    }

    /// The private address as printed (R16); empty when there is none. Where it is the only one it is [`Company::email`] too.
    #[must_use]
    pub fn private_email(&self, account: &Account) -> &str {
        self.strings.get(account.private)
    }

    /// Where name and address of an account were taken from that its report knows by an object id only (R16); `None`: the
    /// report has them itself, or nobody does.
    #[must_use]
    pub fn named_by(&self, account: &Account) -> Option<lists::Place<'_>> {
        self.namings.get(account.named)
    }

    /// The MCID as text; empty when there is none (placeholders are none).
    #[must_use]
    pub fn mcid(&self, account: &Account) -> &str {
        self.strings.get(account.mcid)
    }

    /// The anonymous user id that stands in place of an address; empty when there is none.
    #[must_use]
    pub fn anonymous_id(&self, account: &Account) -> &str {
        self.strings.get(account.anonymous)
    }

    /// The name, else the address, else the MCID, else the anonymous id: something to call the account by.
    #[must_use]
    pub fn label(&self, account: &Account) -> String {
        let name = self.full_name(account);
        [name.as_str(), self.email(account), self.mcid(account), self.anonymous_id(account)]
            .into_iter()
            .find(|s| !s.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    /// The number of a person, for JSON: equal for the accounts of one person, and nothing more is promised.
    #[must_use]
    pub fn person_key(&self, account: &Account) -> String {
        format!("p{}", account.person + 1)
    }

    fn range<'a, T>(&self, all: &'a [T], number: u32, start: impl Fn(&Account) -> u32) -> &'a [T] {
        let Some(account) = self.accounts.get(number as usize) else { return &[] };
        let end = self.accounts.get(number as usize + 1).map_or(all.len(), |next| start(next) as usize);
        all.get(start(account) as usize..end).unwrap_or(&[])
    }

    /// The skills of an account, in the file's order, each once.
    #[must_use]
    pub fn skills(&self, number: u32) -> &[Skill] {
        self.range(&self.skills, number, |a| a.skills)
    }

    /// How many skills there are in all.
    #[must_use]
    pub fn skill_count(&self) -> usize {
        self.skills.len()
    }

    /// What a skill is.
    #[must_use]
    pub fn item(&self, skill: &Skill) -> &Item {
        &self.items[skill.item as usize]
    }

    /// Where a skill counts by the file's own column, as printed; `None` when no file that lists it has such a column.
    #[must_use]
    pub fn counts_for(&self, skill: &Skill) -> Option<&[String]> {
        self.says_relevant_of(skill).then(|| self.relevance.get(skill.relevant as usize).map_or(&[][..], Vec::as_slice))
    }

    /// Everything that the file's own column names anywhere, as printed; an entry may come more than once.
    pub fn relevant_entries(&self) -> impl Iterator<Item = &str> {
        self.relevance.iter().flatten().map(String::as_str)
    }

    /// The lists of entries of the *Relevant for …* column, each once; [`Skill::relevance`] is a number among them.
    #[must_use]
    pub fn relevance(&self) -> &[Vec<String>] {
        &self.relevance
    }

    /// Whether a file says where skills count; of two it may be one, which lists some of the skills.
    #[must_use]
    pub fn says_where_skills_count(&self) -> bool {
        self.says_relevant || self.files.second.as_ref().is_some_and(|second| second.says_relevant)
    }

    /// Whether the file says which skills they are: one of the four documented columns alone only marks them as relevant.
    #[must_use]
    pub fn names_skills(&self) -> bool {
        self.items.is_empty() || self.items.iter().any(|item| item.id.is_some() || !item.title.is_empty())
    }

    /// The accounts of a person.
    #[must_use]
    pub fn accounts_of(&self, person: u32) -> &[u32] {
        let start = self.person_starts.get(person as usize).map_or(0, |s| *s as usize);
        let end = self.person_starts.get(person as usize + 1).map_or(self.person_accounts.len(), |s| *s as usize);
        self.person_accounts.get(start..end).unwrap_or(&[])
    }

    /// Whether a skill counts on a day, by the file's own column (R5, R15). An account of which the file does not say
    /// whether it is associated counts; one associated in PMC alone does not, as the company's move date is not known (R7).
    #[must_use]
    pub fn counting(&self, account: &Account, skill: &Skill, as_of: NaiveDate) -> Counting {
        match self.counts_for(skill) {
            None => return Counting::NotSaid,
            Some([]) => return Counting::NotRelevant,
            Some(_) => {}
        }
        if skill.expires.is_some_and(|last| last < as_of) {
            Counting::Expired
        } else if skill.active == Some(false) {
            Counting::Inactive
        } else if matches!(account.pc, Association::No) {
            Counting::NotAssociated
        } else {
            Counting::Counts
        }
    }

    /// How many skills of an account count on a day; `None` when no file says where any of them counts.
    #[must_use]
    pub fn counting_skills(&self, number: u32, as_of: NaiveDate) -> Option<usize> {
        let account = self.account(number);
        let skills = self.skills(number);
        let says = self.says_where_skills_count() && (skills.is_empty() || skills.iter().any(|skill| self.says_relevant_of(skill)));
        says.then(|| skills.iter().filter(|s| self.counting(account, s, as_of) == Counting::Counts).count())
    }

    /// How many skills count on a day in all, of those of which a file says where they count.
    #[must_use]
    pub fn all_counting_skills(&self, as_of: NaiveDate) -> Option<usize> {
        let counting = (0u32..).take(self.accounts.len()).filter_map(|n| self.counting_skills(n, as_of));
        (self.says_where_skills_count() || self.accounts.is_empty()).then(|| counting.sum())
    }

    /// The competencies and programmes for which skills of an account count on a day, without their options, sorted.
    #[must_use]
    pub fn competencies(&self, number: u32, as_of: NaiveDate) -> Vec<&str> {
        let account = self.account(number);
        let counting = self.skills(number).iter().filter(|s| self.counting(account, s, as_of) == Counting::Counts);
        // Thousands of skills count in few places.
        let mut lists: Vec<u32> = counting.map(|s| s.relevant).collect();
        lists.sort_unstable();
        lists.dedup();
        let mut names: Vec<&str> = lists
            .into_iter()
            .flat_map(|list| self.relevance.get(list as usize).map_or(&[][..], Vec::as_slice))
            .map(|entry| values::competency_and_option(entry).0)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// How many days old the report is on the day on which somebody looks, which need not be the day that is looked from;
    /// `None`: nobody knows its day.
    #[must_use]
    pub fn days_old(&self, today: NaiveDate) -> Option<i64> {
        self.report_date.map(|(day, _)| (today - day).num_days())
    }

    /// The newest completion date.
    #[must_use]
    pub fn newest_skill(&self) -> Option<NaiveDate> {
        self.skills.iter().filter_map(|s| s.earned).max()
    }
}

/// A company from csv text, for tests.
#[cfg(test)]
pub(crate) mod test_support {
    use std::io::Write;

    /// Reads csv text as a file of a day would be read.
    pub fn company_of_day(csv: &str, day: &str) -> super::Company {
        let given = super::Given { company: None, report_date: day.parse().ok() };
        super::build(read(csv), crate::catalog::catalog(), &given)
    }

    fn read(csv: &str) -> crate::report::Reading {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(csv.as_bytes()).unwrap();
        let input = crate::report::Input::file(&file.path().to_string_lossy());
        crate::report::read(&input, &crate::report::Options::default(), &Default::default()).unwrap()
    }

    /// Reads csv text as a file would be read.
    pub fn company(csv: &str) -> super::Company {
        super::build(read(csv), crate::catalog::catalog(), &super::Given::default())
    }

    /// Reads csv texts as lists beside a report would be read.
    pub fn lists(files: &[&str]) -> super::lists::Lists {
        let mut lists = super::lists::Lists::default();
        for (number, csv) in files.iter().enumerate() {
            lists.add(read(csv), number);
        }
        lists
    }

    /// What a list in csv text says of the accounts of a company.
    pub fn facts(company: &super::Company, csv: &str) -> super::lists::Facts {
        let lists = lists(&[csv]);
        super::lists::Facts::of(&lists, &super::lists::Joined::new(&lists, company), company)
    }
}

#[cfg(test)]
mod tests;
