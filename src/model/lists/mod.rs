//! What other files say of the people: staff lists, the exported users report, directories, and the smaller downloads.
//! Each row keeps its place in its file, and the rows are joined to the people of a report by address or id, never by name.

mod beside;
pub mod compare;
mod directory;
mod facts;
mod insights;
mod join;
mod row;
mod staff;
mod users;
mod yes_no;

use std::sync::Arc;

use crate::report::{Kind, Reading, Source};

pub use beside::{Beside, Item, Says};
pub use directory::{Directory, Entry};
pub(super) use directory::{Namings, name_accounts};
pub use facts::{Fact, Facts};
pub use insights::{CertificationLevel, Eligibility, Eligible, Learned, Learning, Metric, Performance};
pub use join::{By, Count, Joined, Joins, RowOf};
pub use row::{ListCell, ListFile, Listed, Place};
pub use staff::{Member, StaffList};
pub use users::{User, UsersList};

/// The files beside the reports that are read, each kind in the order in which they were given.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Lists that the company keeps of its people (J3).
    pub staff: Vec<Arc<StaffList>>,
    /// Exported users reports (P4).
    pub users: Vec<Arc<UsersList>>,
    /// Users of the directory with their object ids (R16).
    pub directories: Vec<Arc<Directory>>,
    /// Microsoft Learn downloads: modules and learning paths, which count for nothing (R5).
    pub learning: Vec<Arc<Learning>>,
    /// Skilling eligibility of the designations.
    pub eligibility: Vec<Arc<Eligibility>>,
    /// Performance of the competencies.
    pub performance: Vec<Arc<Performance>>,
}

impl Lists {
    /// Takes a file in, if it is one of these. `number`: its place among the files that are no reports. Gives back how it
    /// was understood, with what was noticed in its cells.
    pub(super) fn add(&mut self, reading: Reading, number: usize) -> Source {
        let kind = reading.source.kind;
        if !kind.is_read() || kind.is_report() {
            return reading.source;
        }
        let locale = reading.locale;
        let (file, mut source) = ListFile::new(reading, number);
        match kind {
            Kind::StaffList => self.staff.push(Arc::new(StaffList::new(file, &mut source, locale))),
            Kind::UsersReport => self.users.push(Arc::new(UsersList::new(file, &mut source, locale))),
            Kind::Directory => self.directories.push(Arc::new(Directory::new(file))),
            Kind::MsLearn => self.learning.push(Arc::new(Learning::new(file))),
            Kind::SkillingEligibility => self.eligibility.push(Arc::new(Eligibility::new(file, &mut source))),
            Kind::CompetencyPerformance => self.performance.push(Arc::new(Performance::new(file, &mut source))),
            _ => {}
        }
        source
    }

    /// Whether there is none of them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Lists { staff, users, directories, learning, eligibility, performance } = self;
        let of_people = staff.is_empty() && users.is_empty() && directories.is_empty() && learning.is_empty();
        of_people && eligibility.is_empty() && performance.is_empty()
    }

    /// Rows that give an object id of the directory a name: those of the directories first, then those of other lists that
    /// have such a column.
    pub(super) fn directory_rows(&self) -> impl Iterator<Item = Listed<'_>> {
        let directories = self.directories.iter().map(|d| d.file());
        let staff = self.staff.iter().map(|s| s.file());
        let users = self.users.iter().map(|u| u.file());
        directories.chain(staff).chain(users).flat_map(ListFile::rows).filter(|row| !row.object_id().is_empty())
    }
}
