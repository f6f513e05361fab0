//! The support file: what Microsoft Partner support asks for when somebody's skills do not show (T3): the users report (E1),
//! the report as it was downloaded (E2), and room for the proof (E3). What goes in is listed before anything is written, with
//! whose data it is.

mod attached;
mod pack;
mod page;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::diagnosis::Finding;
use crate::export::checklists::Pages;
use crate::export::folder::Body;
use crate::export::letters::Recipient;
use crate::i18n::Texts;
use crate::tr;

pub use attached::{Attached, WholeRow, attached};
pub use pack::{check, is_zip, write};

/// A report may be so old before support asks for a newer one.
const RECENT: i64 = 31;

/// How much of the files goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The files whole, as support asks for them (E1, E2).
    WholeFiles,
    /// Their headings, and the rows of this person.
    OnlyThisPerson,
}

/// What a support file is made of.
#[derive(Clone, Copy)]
pub struct Evidence<'e> {
    /// Whom it is about.
    pub who: &'e Recipient,
    /// Everything that was found of them.
    pub findings: &'e [&'e Finding],
    /// For their words, their proof and the checklists.
    pub pages: Pages<'e>,
    /// The report, then the users reports.
    pub files: &'e [Attached<'e>],
    /// How much of them goes in.
    pub scope: Scope,
    /// What was done so far, in the words of whoever kept it.
    pub log: Option<&'e str>,
    /// The day on which somebody looks.
    pub today: NaiveDate,
}

/// What a file of a support file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// What was found, in plain words.
    Case,
    /// The report as it was downloaded (E2).
    Report,
    /// The rows of this person in it.
    ReportRows,
    /// The users report as it was downloaded (E1).
    UsersReport,
    /// The rows of this person in it.
    UsersRows,
    /// What is still to be added.
    StillToAdd,
}

impl What {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            What::Case => "case",
            What::Report => "report",
            What::ReportRows => "report-rows",
            What::UsersReport => "users-report",
            What::UsersRows => "users-report-rows",
            What::StillToAdd => "still-to-add",
        }
    }

    /// What it is, in the user's language.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        texts.get(&format!("evidence-what-{}", self.name()))
    }
}

/// Whose data a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This person's, and that of so many other people.
    Everybody {
        /// Other people.
        others: usize,
        /// Rows about them.
        rows: usize,
    },
    /// This person's.
    ThisPerson {
        /// Other accounts that are named because they may be the same person's.
        named: usize,
    },
    /// Nobody's.
    Nobody,
}

impl Whose {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Whose::Everybody { .. } => "everybody",
            Whose::ThisPerson { .. } => "this-person",
            Whose::Nobody => "nobody",
        }
    }

    /// Whose data, in the user's language.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Whose::Everybody { others, rows } => tr!(texts, "evidence-whose-everybody", others = others, rows = rows),
            Whose::ThisPerson { named } => tr!(texts, "evidence-whose-this-person", named = named),
            Whose::Nobody => texts.get("evidence-whose-nobody"),
        }
    }
}

/// A file that goes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, safe on every system.
    pub name: String,
    /// What it is.
    pub what: What,
    /// Bytes.
    pub size: u64,
    /// Whose data it holds.
    pub whose: Whose,
    /// What it holds.
    pub body: Body,
}

/// Proof that the program cannot gather (E1, E2, E3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proof {
    /// The report of today: this one is old (E2).
    RecentReport,
    /// A screenshot of *My profile*, or the exported users report (E1).
    Profile,
    /// The official transcript (E3).
    Transcript,
    /// The certificate of an online course or an assessment (E3).
    Completion,
}

impl Proof {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Proof::RecentReport => "recent-report",
            Proof::Profile => "profile",
            Proof::Transcript => "transcript",
            Proof::Completion => "completion",
        }
    }
}

/// What is still to be added by hand.
#[must_use]
pub fn still_to_add(evidence: &Evidence<'_>) -> Vec<Proof> {
    let report_day = evidence.pages.teller.company.report_date.map(|(day, _)| day);
    let is_old = report_day.is_some_and(|day| (evidence.today - day).num_days() > RECENT);
    // A users report that does not know the person proves nothing of them.
    let tells = |file: &Attached<'_>| file.is_of_users() && !file.rows.is_empty();
    let has_users_report = evidence.files.iter().any(tells);
    let recent = is_old.then_some(Proof::RecentReport);
    let profile = (!has_users_report).then_some(Proof::Profile);
    recent.into_iter().chain(profile).chain([Proof::Transcript, Proof::Completion]).collect()
}

/// Everything that goes in, to be shown before it is written.
///
/// # Errors
/// When a file can no longer be looked at.
pub fn contents(evidence: &Evidence<'_>) -> std::io::Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |name: String, what: What, whose: Whose, body: Body| -> std::io::Result<()> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "txt"));
        let mut names = (1u32..).map(|n| if n == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{n}.{ending}") });
        let free = names.find(|name| entries.iter().all(|entry| entry.name != *name)).unwrap_or_default();
        entries.push(Entry { name: free, what, size: body.size()?, whose, body });
        Ok(())
    };
    let named = page::named(evidence);
    let text = page::case(evidence).into_bytes();
    add("case.txt".to_owned(), What::Case, Whose::ThisPerson { named }, Body::Bytes(text))?;
    for file in evidence.files {
        let is_of_users = file.is_of_users();
        if evidence.scope == Scope::WholeFiles {
            let rows = usize::try_from(file.source.rows).unwrap_or(usize::MAX).saturating_sub(file.rows.len());
            let what = if is_of_users { What::UsersReport } else { What::Report };
            add(file.name(), what, Whose::Everybody { others: file.others, rows }, file.body.clone())?;
        }
        // A person may be in no row: that is what there is to see.
        let (name, what) = if is_of_users { ("users-report-rows.csv", What::UsersRows) } else { ("report-rows.csv", What::ReportRows) };
        add(name.to_owned(), what, Whose::ThisPerson { named: 0 }, Body::Bytes(file.rows_as_csv()))?;
    }
    let text = page::to_add(evidence).into_bytes();
    add("still-to-add.txt".to_owned(), What::StillToAdd, Whose::Nobody, Body::Bytes(text))?;
    Ok(entries)
}
