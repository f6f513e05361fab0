//! From rows to the company: accounts, people, skills, associations.

mod identity;
mod notes;
mod skills;

use chrono::NaiveDate;

use super::provenance::Files;
use super::{Account, Association, Company, Contradiction, people};
use crate::catalog::Catalog;
use crate::faults;
use crate::report::report_date;
use crate::report::table::{Column, Strings, Table};
use crate::report::values;
use crate::report::vocabulary::vocabulary;
use crate::report::{Code, Diagnostic, Field, Reading};
use crate::text;

use identity::{Identity, assign_rows, majority_domain};
use notes::{note_shared_addresses, note_short_span};
use skills::read_skills;

/// What the user says about the company, overriding the file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The company's name.
    pub company: Option<String>,
    /// The report's date.
    pub report_date: Option<NaiveDate>,
}

/// Builds the company of a report.
#[must_use]
pub fn build(reading: Reading, catalog: &Catalog, given: &Given) -> Company {
    let Reading { mut source, mut table, dates, locale } = reading;
    let rows = table.rows();
    // Number 0 is the empty one.
    let mut strings = Strings::default();
    strings.push("");

    let identity = Identity::of(&table, &mut strings);
    let mut accounts: Vec<Account> = Vec::new();
    let mut keys: Vec<(u32, u32)> = Vec::new();
    let row_accounts = assign_rows(rows, &identity, &mut accounts, &mut keys);
    let domain = majority_domain(&identity, &keys);
    drop(identity);

    let (order, starts) = rows_by_account(&row_accounts, accounts.len());
    drop(row_accounts);
    // What people are called and what they hold have nothing to do with each other: one core each.
    let (skills, people_count, contradictions) = std::thread::scope(|scope| {
        let skills = scope.spawn(|| {
            faults::panic_if_asked("build");
            read_skills(&table, &dates, catalog, source.kind, &order, &starts)
        });
        name_accounts(&table, &order, &starts, &mut accounts, &mut strings);
        let contradictions = associate(&table, locale, &order, &starts, &mut accounts);
        let (people_numbers, people_count) = people::group(&keys);
        for (account, person) in accounts.iter_mut().zip(people_numbers) {
            account.person = person;
        }
        (skills.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), people_count, contradictions)
    });
    for (number, account) in accounts.iter_mut().enumerate() {
        account.skills = skills.starts[number];
        account.rows = starts[number];
    }
    drop(starts);
    source.duplicate_rows = u32::try_from(skills.duplicates.len()).unwrap_or(u32::MAX);
    source.diagnostics.extend(skills.duplicates.iter().take(200).map(|(_, row)| Diagnostic {
        code: Code::DuplicateRow,
        row: Some(table.lines[*row as usize]),
        column: None,
        value: String::new(),
        count: 1,
    }));
    let partner = table.column(Field::PartnerName).and_then(most_frequent);
    let global = table.column(Field::PgaMpnId).and_then(most_frequent);
    let lines = std::mem::take(&mut table.lines);
    drop(table);
    accounts.shrink_to_fit();
    strings.shrink();

    let mut company = Company {
        key: given.company.clone().or(global).or_else(|| partner.clone()).or_else(|| domain.clone()),
        name: given.company.clone().or(partner).or(domain),
        report_date: None,
        people: people_count,
        items: skills.items,
        person_starts: Vec::new(),
        person_accounts: Vec::new(),
        skills: skills.found,
        relevance: skills.relevance,
        duplicates: skills.duplicates,
        contradictions,
        strings,
        namings: super::lists::Namings::default(),
        lines,
        account_rows: order,
        says_relevant: skills.says_relevant,
        accounts,
        files: Files::one(source),
    };
    index_people(&mut company);
    note_shared_addresses(&mut company, &keys);
    note_short_span(&mut company);
    company.report_date = report_date::report_date(&company.files.first, company.newest_skill(), given.report_date);
    company
}

/// Counting sort: the rows of each account together, in the file's order; and where each account's rows start.
pub(super) fn rows_by_account(of_row: &[u32], accounts: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; accounts + 1];
    for account in of_row {
        starts[*account as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut order = vec![0u32; of_row.len()];
    for (row, account) in (0u32..).zip(of_row) {
        let at = &mut next[*account as usize];
        order[*at as usize] = row;
        *at += 1;
    }
    (order, starts)
}

/// The first name that is not empty, of the rows of each account.
fn name_accounts(table: &Table, order: &[u32], starts: &[u32], accounts: &mut [Account], strings: &mut Strings) {
    let fields = [Field::FirstName, Field::LastName, Field::DisplayName];
    let columns = fields.map(|f| table.column(f));
    let names: Vec<Vec<u32>> = columns
        .iter()
        .map(|column| {
            column
                .map(|c| c.cells.iter().map(|cell| if values::is_placeholder(cell) { 0 } else { strings.push(cell) }).collect())
                .unwrap_or_default()
        })
        .collect();
    for (number, account) in accounts.iter_mut().enumerate() {
        let rows = &order[starts[number] as usize..starts[number + 1] as usize];
        let slots = [&mut account.first, &mut account.last, &mut account.display];
        for ((slot, column), names) in slots.into_iter().zip(&columns).zip(&names) {
            let Some(column) = column else { continue };
            *slot = rows.iter().map(|row| names[column.id(*row as usize) as usize]).find(|n| *n != 0).unwrap_or(0);
        }
    }
}

/// Sets both associations of every account. Gives those that contradict themselves: account, column, and the first row that
/// says yes and the first that says no.
fn associate(table: &Table, locale: Option<usize>, order: &[u32], starts: &[u32], accounts: &mut [Account]) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    for field in [Field::AssociatedPmc, Field::AssociatedPc] {
        let Some(column) = table.column(field) else { continue };
        let said: Vec<Option<bool>> = column.cells.iter().map(|cell| vocabulary().yes_no(cell, locale)).collect();
        for (number, account) in accounts.iter_mut().enumerate() {
            let mut association = Association::NotSaid;
            let rows = &order[starts[number] as usize..starts[number + 1] as usize];
            for row in rows {
                association.add(said[column.id(*row as usize) as usize]);
            }
            if association == Association::Contradictory {
                let first = |wanted: bool| rows.iter().find(|row| said[column.id(**row as usize) as usize] == Some(wanted)).copied();
                let account = u32::try_from(number).unwrap_or(u32::MAX);
                contradictions.extend(first(true).zip(first(false)).map(|(yes, no)| Contradiction { account, field, yes, no }));
            }
            match field {
                Field::AssociatedPmc => account.pmc = association,
                _ => account.pc = association,
            }
        }
    }
    contradictions.sort_by_key(|c| c.account);
    contradictions
}

fn most_frequent(column: &Column) -> Option<String> {
    // Most files have one partner name; counting cells is enough to choose among a few.
    column.cells.iter().find(|cell| !values::is_placeholder(cell)).map(|cell| text::clean(cell).into_owned())
}

pub(super) fn index_people(company: &mut Company) {
    let of_account: Vec<u32> = company.accounts.iter().map(|a| a.person).collect();
    let (order, mut starts) = rows_by_account(&of_account, company.people as usize);
    starts.pop();
    company.person_accounts = order;
    company.person_starts = starts;
}
