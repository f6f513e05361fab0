//! A staff list: any table with addresses that the company keeps of its people. Only the company knows who is technical (J3).

use chrono::NaiveDate;

use super::row::{ListFile, Listed};
use super::yes_no::YesNo;
use crate::report::list_words::list_words;
use crate::report::{Code, Diagnostic, Field, Source};

/// A list of people that the company keeps.
#[derive(Debug)]
pub struct StaffList {
    file: ListFile,
    technical: YesNo,
}

/// Somebody on a staff list.
#[derive(Clone, Copy, Debug)]
pub struct Member<'l> {
    /// Who and where.
    pub who: Listed<'l>,
    /// Whether the person is technical (J3); `None`: the list does not say.
    pub technical: Option<bool>,
    /// Since when the person has been with the company.
    pub started: Option<NaiveDate>,
    /// The last day with the company, past or to come.
    pub leaves: Option<NaiveDate>,
}

impl<'l> Member<'l> {
    /// Team or department; empty where the list does not say.
    #[must_use]
    pub fn team(&self) -> &'l str {
        self.who.text(Field::Team)
    }

    /// Name or address of the manager; empty where the list does not say.
    #[must_use]
    pub fn manager(&self) -> &'l str {
        self.who.text(Field::Manager)
    }

    /// Country; empty where the list does not say.
    #[must_use]
    pub fn country(&self) -> &'l str {
        self.who.text(Field::Country)
    }

    /// Language; empty where the list does not say.
    #[must_use]
    pub fn language(&self) -> &'l str {
        self.who.text(Field::Language)
    }

    /// Whether the person is with the company on a day, as far as the list says: the last day is one of them.
    #[must_use]
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.started.is_none_or(|first| first <= day) && self.leaves.is_none_or(|last| day <= last)
    }
}

impl StaffList {
    pub(super) fn new(file: ListFile, source: &mut Source, locale: Option<usize>) -> StaffList {
        let technical = YesNo::of(&file, Field::Technical, source, locale, |cell| list_words().technical(cell));
        note_who_cannot_be_known(&file, source);
        StaffList { file, technical }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// Whether the list says of anybody whether they are technical.
    #[must_use]
    pub fn says_who_is_technical(&self) -> bool {
        self.file.has(Field::Technical)
    }

    /// Somebody by the number of the row, 0-based.
    #[must_use]
    pub fn member(&self, row: usize) -> Member<'_> {
        let who = self.file.row(row);
        Member {
            who,
            technical: self.technical.get(&self.file, Field::Technical, row),
            started: who.date(Field::StartDate),
            leaves: who.date(Field::LeavingDate),
        }
    }

    /// Everybody on it, in its order.
    pub fn members(&self) -> impl ExactSizeIterator<Item = Member<'_>> {
        (0..self.file.len()).map(|row| self.member(row))
    }
}

/// A row without address and id names somebody who can be found in no report, however unusual the name.
pub(super) fn note_who_cannot_be_known(file: &ListFile, source: &mut Source) {
    let is_known = |who: &Listed<'_>| {
        who.emails().next().is_some() || who.private_emails().next().is_some() || who.mcid().is_some() || !who.object_id().is_empty()
    };
    let mut unknown = file.rows().filter(|who| !is_known(who));
    let Some(first) = unknown.next() else { return };
    let count = u32::try_from(1 + unknown.count()).unwrap_or(u32::MAX);
    let column = source.column(Field::Email).map(|c| c.index);
    let name = first.name();
    let value = if name.is_empty() { first.cell(Field::Email).to_owned() } else { name.into_owned() };
    source.diagnostics.push(Diagnostic { code: Code::NoAddress, row: Some(first.place().row), column, value, count });
}
