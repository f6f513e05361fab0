//! The columns of the table of users: what the explorer shows, counts, copies and exports.

/// A column of the table of users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UserColumn {
    /// Name: says which row it is, so it always stays.
    Name,
    /// The skill for which a filter found the account.
    Found,
    /// Its last day.
    Until,
    /// E-mail address.
    Email,
    /// MCID.
    Mcid,
    /// Associated in the old PMC.
    Pmc,
    /// Associated in Partner Center.
    Pc,
    /// Skills that count, and all.
    Skills,
    /// Competencies for which skills count.
    Competencies,
    /// The most serious of what there is to settle or to know.
    Problem,
}

impl UserColumn {
    /// All of them in the order in which they stand.
    pub const ALL: [UserColumn; 10] = [
        UserColumn::Name,
        UserColumn::Found,
        UserColumn::Until,
        UserColumn::Email,
        UserColumn::Mcid,
        UserColumn::Pmc,
        UserColumn::Pc,
        UserColumn::Skills,
        UserColumn::Competencies,
        UserColumn::Problem,
    ];

    /// Key of its heading in the locales.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            UserColumn::Name => "users-name",
            UserColumn::Found => "users-found",
            UserColumn::Until => "users-until",
            UserColumn::Email => "users-email",
            UserColumn::Mcid => "users-mcid",
            UserColumn::Pmc => "users-pmc",
            UserColumn::Pc => "users-pc",
            UserColumn::Skills => "users-skills",
            UserColumn::Competencies => "users-competencies",
            UserColumn::Problem => "users-problem",
        }
    }

    /// Whether it is only there while a filter asks for a skill.
    #[must_use]
    pub fn is_of_found_skill(self) -> bool {
        matches!(self, UserColumn::Found | UserColumn::Until)
    }
}
