//! A skills report and a TrainingCompletions of one company as one company: one person, one list.
//!
//! Each file was read by itself, with its own language, its own order of day and month, and its own rules; here only what
//! was read is put together. Rows keep their file. What the two do not say alike is kept as a
//! [`super::Disagreement`]; that something stands in one of them only is none (R4, R16).

mod accounts;
mod same;
mod skills;

use super::build::index_people;
use super::provenance::{Files, Second};
use super::{Account, Association, Code, Company, Contradiction, Field, Kind};

pub(super) use same::are_one;

use accounts::Accounts;

/// Most days between two reports that are joined: as old as a report may be before it says little of today.
pub(super) const MOST_DAYS: i64 = super::spans::RECENT_DAYS;

/// Whether two reports are of the kinds that say each what the other does not.
pub(super) fn may_be_joined(a: &Company, b: &Company) -> bool {
    let kinds = [a.file(0).kind, b.file(0).kind];
    let one_each = !a.has_two_files() && !b.has_two_files();
    one_each && kinds.contains(&Kind::SkillsReport) && kinds.contains(&Kind::TrainingCompletions)
}

/// Joins two reports of one company, in whatever order they are given. The skills report comes first: it says where skills
/// count and who is associated, and is complete where a TrainingCompletions may be of a short period (R16).
pub(super) fn join(a: Company, b: Company) -> Company {
    if a.file(0).kind == Kind::TrainingCompletions { join_in_order(b, a) } else { join_in_order(a, b) }
}

fn join_in_order(mut first: Company, second: Company) -> Company {
    let accounts = Accounts::of(&first, &second);
    let skills = skills::join(&first, &second, &accounts);
    let begins = u32::try_from(first.lines.len()).unwrap_or(u32::MAX);
    let rows = join_rows(&first, &second, &accounts, begins);
    let duplicates = join_by_account(
        first.duplicates.iter().copied(),
        second.duplicates.iter().map(|(account, row)| (accounts.joined(*account), row + begins)),
    );

    let mut contradictions = std::mem::take(&mut first.contradictions);
    let moved = |c: &Contradiction| Contradiction { account: accounts.joined(c.account), yes: c.yes + begins, no: c.no + begins, ..*c };
    contradictions.extend(second.contradictions.iter().map(moved));
    let mut strings = std::mem::take(&mut first.strings);
    let mut known = std::collections::HashMap::new();
    let mut number = |text: u32| match text {
        0 => 0,
        text => *known.entry(text).or_insert_with(|| strings.push(second.strings.get(text))),
    };
    let mut joined = std::mem::take(&mut first.accounts);
    for (at, of) in (0u32..).zip(&second.accounts) {
        let moved = Account {
            first: number(of.first),
            last: number(of.last),
            display: number(of.display),
            email: number(of.email),
            private: number(of.private),
            anonymous: number(of.anonymous),
            mcid: number(of.mcid),
            named: 0,
            ..*of
        };
        match joined.get_mut(accounts.joined(at) as usize) {
            Some(own) => {
                let of_second = second.first_row(at).map(|row| row + begins);
                let before = rows.of(accounts.joined(at)).first().copied();
                contradictions.extend(contradict(own, &moved, accounts.joined(at), before.zip(of_second)));
                complete(own, &moved, accounts.is_by_private(at));
            }
            None => joined.push(moved),
        }
    }
    contradictions.sort_by_key(|c| c.account);
    strings.shrink();
    for ((account, person), at) in joined.iter_mut().zip(&accounts.people).zip(0u32..) {
        account.person = *person;
        account.rows = rows.starts.get(at as usize).copied().unwrap_or(0);
        account.skills = skills.starts.get(at as usize).copied().unwrap_or(0);
    }

    let mut lines = std::mem::take(&mut first.lines);
    lines.extend(&second.lines);
    let mut relevance = std::mem::take(&mut first.relevance);
    relevance.extend(second.relevance.iter().skip(1).cloned());
    let Files { first: mut source, .. } = first.files;
    let Files { first: other, .. } = second.files;
    // What the other file has is not missing.
    let is_there = |name: &str| other.columns.iter().any(|column| column.field.is_some_and(|field| field.name() == name));
    source.diagnostics.retain(|d| d.code != Code::ColumnMissing || !is_there(&d.value));
    let report_date = match (first.report_date, second.report_date) {
        (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
        (a, b) => a.or(b),
    };
    let mut company = Company {
        // A TrainingCompletions knows the id of the global account and the name of the partner.
        name: second.name.or(first.name),
        key: second.key.or(first.key),
        files: Files {
            first: source,
            second: Some(Box::new(Second {
                source: other,
                begins,
                says_relevant: second.says_relevant,
                again: skills.again,
                told: skills.told,
                disagreements: skills.disagreements,
            })),
        },
        report_date,
        accounts: joined,
        people: accounts.count,
        items: skills.items,
        person_starts: Vec::new(),
        person_accounts: Vec::new(),
        skills: skills.found,
        relevance,
        duplicates,
        contradictions,
        strings,
        namings: super::lists::Namings::default(),
        lines,
        account_rows: rows.rows,
        says_relevant: first.says_relevant,
    };
    index_people(&mut company);
    company
}

impl Company {
    fn first_row(&self, number: u32) -> Option<u32> {
        self.range(&self.account_rows, number, |a| a.rows).first().copied()
    }

    /// Whether an account has an address that is not known to be private (R16).
    fn has_company_address(&self, account: &Account) -> bool {
        let email = self.email(account);
        !email.is_empty() && !email.eq_ignore_ascii_case(self.private_email(account))
    }
}

/// Fills in what the first file does not say of an account.
fn complete(own: &mut Account, other: &Account, is_by_private: bool) {
    let fill = |slot: &mut u32, text: u32| {
        if *slot == 0 {
            *slot = text;
        }
    };
    // A name is taken whole: half of each would be nobody's.
    if own.first == 0 && own.last == 0 && own.display == 0 {
        (own.first, own.last, own.display) = (other.first, other.last, other.display);
    }
    // The first file has the private address of somebody: the company's goes before it.
    if is_by_private {
        own.email = other.email;
    }
    fill(&mut own.email, other.email);
    fill(&mut own.private, other.private);
    fill(&mut own.anonymous, other.anonymous);
    fill(&mut own.mcid, other.mcid);
    for (said, also) in [(&mut own.pmc, other.pmc), (&mut own.pc, other.pc)] {
        *said = match (*said, also) {
            (Association::NotSaid, also) => also,
            (said, Association::NotSaid) => said,
            (said, also) if said == also => said,
            _ => Association::Contradictory,
        };
    }
}

/// Associations that are yes in one file and no in the other: possible only where somebody points such a column out.
fn contradict(own: &Account, other: &Account, account: u32, rows: Option<(u32, u32)>) -> Vec<Contradiction> {
    let fields = [(Field::AssociatedPmc, own.pmc, other.pmc), (Field::AssociatedPc, own.pc, other.pc)];
    let found = fields.into_iter().filter_map(|(field, a, b)| {
        let (first, second) = rows?;
        let (yes, no) = match (a.known()?, b.known()?) {
            (true, false) => (first, second),
            (false, true) => (second, first),
            _ => return None,
        };
        Some(Contradiction { account, field, yes, no })
    });
    found.collect()
}

/// The rows of each account, those of the first file before those of the second.
struct Rows {
    rows: Vec<u32>,
    starts: Vec<u32>,
}

impl Rows {
    fn of(&self, account: u32) -> &[u32] {
        let start = self.starts.get(account as usize).copied().unwrap_or(0) as usize;
        let end = self.starts.get(account as usize + 1).map_or(self.rows.len(), |end| *end as usize);
        self.rows.get(start..end).unwrap_or(&[])
    }
}

fn join_rows(first: &Company, second: &Company, accounts: &Accounts, begins: u32) -> Rows {
    let mut rows = Rows { rows: Vec::with_capacity(first.account_rows.len() + second.account_rows.len()), starts: Vec::new() };
    for account in 0..accounts.len {
        rows.starts.push(u32::try_from(rows.rows.len()).unwrap_or(u32::MAX));
        rows.rows.extend(first.range(&first.account_rows, account, |a| a.rows));
        if let Some(other) = accounts.of_second(account) {
            rows.rows.extend(second.range(&second.account_rows, other, |a| a.rows).iter().map(|row| row + begins));
        }
    }
    rows
}

fn join_by_account(first: impl Iterator<Item = (u32, u32)>, second: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = first.chain(second).collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests;
