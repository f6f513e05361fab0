//! The files that go into a support file, and which of their rows are about the person.

use std::collections::BTreeSet;

use crate::export::csv;
use crate::export::folder::Body;
use crate::export::letters::{Recipient, Whom, slug};
use crate::model::lists::{Beside, Joined};
use crate::model::load::{Loaded, Report};
use crate::model::{Company, Field, Kind, Source};

/// A row of a file, read again: 1-based row or line, and every cell.
pub type WholeRow = (u32, Vec<String>);

/// A file that was read, for a support file.
#[derive(Clone, Debug)]
pub struct Attached<'a> {
    /// How it was understood.
    pub source: &'a Source,
    /// What it holds, byte for byte.
    pub body: Body,
    /// Its rows of this person.
    pub rows: Vec<WholeRow>,
    /// How many other people it has.
    pub others: usize,
}

/// The report, then every users report. `read`: what a file holds and some of its rows, read again; the files themselves are
/// for the caller.
///
/// # Errors
/// Whatever `read` gives.
pub fn attached<'l, E>(
    loaded: &'l Loaded,
    report: usize,
    who: &Recipient,
    mut read: impl FnMut(&'l Source, &[u32]) -> Result<(Body, Vec<WholeRow>), E>,
) -> Result<Vec<Attached<'l>>, E> {
    let Some(Report { company, joined, .. }) = loaded.reports.get(report) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for (file, source) in (0u32..).zip(company.sources()) {
        let (body, rows) = read(source, &lines_of_report(company, who, file))?;
        files.push(Attached { source, body, rows, others: others_of_report(company, who) });
    }
    let beside = Beside { lists: &loaded.lists, joined };
    let of_users = lines_of_users(company, joined, &beside, who);
    for list in &loaded.lists.users {
        let number = list.file().number();
        let Some(source) = loaded.others.get(number) else { continue };
        let lines: Vec<u32> = of_users.iter().filter(|(file, _)| *file as usize == number).map(|(_, line)| *line).collect();
        let (body, rows) = read(source, &lines)?;
        files.push(Attached { source, body, rows, others: list.file().len().saturating_sub(lines.len()) });
    }
    Ok(files)
}

fn lines_of_report(company: &Company, who: &Recipient, file: u32) -> Vec<u32> {
    let Whom::Accounts(accounts) = &who.whom else { return Vec::new() };
    let all = accounts.iter().flat_map(|account| company.lines_of(*account));
    let lines: BTreeSet<u32> = all.filter(|line| line.file == file).map(|line| line.row).collect();
    lines.into_iter().collect()
}

fn others_of_report(company: &Company, who: &Recipient) -> usize {
    let own: &[u32] = if let Whom::Accounts(accounts) = &who.whom { accounts } else { &[] };
    let is_other = |person: &u32| company.accounts_of(*person).iter().any(|account| !own.contains(account));
    (0..company.people).filter(is_other).count()
}

/// The rows of the users reports that are about the person: number of the file, and row in it. Where two people may share a
/// mailbox only an MCID tells whose a row is.
fn lines_of_users(company: &Company, joined: &Joined, beside: &Beside<'_>, who: &Recipient) -> BTreeSet<(u32, u32)> {
    let users: Vec<_> = match &who.whom {
        Whom::Listed(row) => beside.users_of_member(*row).collect(),
        Whom::Accounts(accounts) => {
            let person = accounts.first().map_or(0, |account| company.account(*account).person);
            let is_whole = company.accounts_of(person).len() == accounts.len();
            let is_theirs = |mcid: Option<std::borrow::Cow<'_, str>>| mcid.is_some_and(|mcid| who.mcids.iter().any(|own| *own == mcid));
            joined.users_of(beside.lists, person).filter(|user| is_whole || is_theirs(user.who.mcid())).collect()
        }
    };
    users.iter().map(|user| user.who.at(Field::Email)).map(|cell| (cell.file, cell.row)).collect()
}

impl Attached<'_> {
    /// Whether it is a users report (E1).
    pub(super) fn is_of_users(&self) -> bool {
        self.source.kind == Kind::UsersReport
    }

    /// Its name without what some systems do not take. Its ending tells what it is, and stays.
    pub(super) fn name(&self) -> String {
        let last = self.source.path.rsplit(['/', '\\']).next().unwrap_or_default();
        let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
        let is_ending = !ending.is_empty() && ending.len() <= 5 && ending.bytes().all(|b| b.is_ascii_alphanumeric());
        let (stem, ending) = if is_ending { (stem, ending.to_ascii_lowercase()) } else { (last, "csv".to_owned()) };
        match slug(stem) {
            stem if stem.is_empty() => format!("{}.{ending}", self.source.kind.name()),
            stem => format!("{stem}.{ending}"),
        }
    }

    /// The headings and the rows of this person, each with its number in the file.
    pub(super) fn rows_as_csv(&self) -> Vec<u8> {
        let headers = self.source.headers();
        let row = std::iter::once("row".to_owned());
        let headers: Vec<String> = row.chain(headers.iter().map(|header| csv::cell(header).into_owned())).collect();
        let width = headers.len();
        let whole = |(line, cells): &WholeRow| -> Vec<String> {
            let cells = std::iter::once(line.to_string()).chain(cells.iter().cloned()).chain(std::iter::repeat(String::new()));
            cells.take(width).collect()
        };
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        csv::table(&headers, self.rows.iter().map(whole)).unwrap_or_default()
    }
}
