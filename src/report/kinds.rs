//! Which download a file is.

/// The downloads of Partner Center that the program knows, and the two that are none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The skills report (R1, R2).
    SkillsReport,
    /// Insights TrainingCompletions (R16).
    TrainingCompletions,
    /// User management > Export report of users.
    UsersReport,
    /// Insights CompetencySummaryHistory.
    CompetencyHistory,
    /// Insights CompetencyPerformanceRequirement.
    CompetencyPerformance,
    /// Insights Microsoft Learn report.
    MsLearn,
    /// Insights Partner profile.
    PartnerProfile,
    /// Solutions Partner > Skilling eligibility.
    SkillingEligibility,
    /// Training dashboard > Individual performance.
    TrainingDashboard,
    /// A list of exams taken from a Learn transcript.
    Transcript,
    /// Any table with an e-mail column.
    StaffList,
    /// Users of the directory (Entra) with their object ids.
    Directory,
    /// A list that this program wrote: it says of people only what a report said.
    OwnList,
    /// The message that no user has skills data (T2), instead of a report.
    EmptyReport,
}

impl Kind {
    /// The downloads known by column identifiers, most characteristic first.
    pub const DATASETS: &'static [Kind] = &[
        Kind::TrainingCompletions,
        Kind::MsLearn,
        Kind::CompetencyPerformance,
        Kind::CompetencyHistory,
        Kind::PartnerProfile,
        Kind::SkillingEligibility,
        Kind::TrainingDashboard,
        Kind::Transcript,
        Kind::Directory,
    ];

    /// The table of `columns.toml` that describes it.
    #[must_use]
    pub fn dataset(self) -> Option<&'static str> {
        Some(match self {
            Kind::TrainingCompletions => "TrainingCompletions",
            Kind::MsLearn => "MSLearn",
            Kind::CompetencyPerformance => "CompetencyPerformanceRequirement",
            Kind::CompetencyHistory => "CompetencySummaryHistory",
            Kind::PartnerProfile => "PartnerProfile",
            Kind::SkillingEligibility => "SkillingEligibility",
            Kind::TrainingDashboard => "TrainingDashboardIndividual",
            Kind::Transcript => "ThirdPartyTranscriptCsv",
            Kind::Directory => "EntraUsers",
            _ => return None,
        })
    }

    /// The word used in JSON; the message `kind-…` names it to people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::SkillsReport => "skills-report",
            Kind::TrainingCompletions => "training-completions",
            Kind::UsersReport => "users-report",
            Kind::CompetencyHistory => "competency-history",
            Kind::CompetencyPerformance => "competency-performance",
            Kind::MsLearn => "ms-learn",
            Kind::PartnerProfile => "partner-profile",
            Kind::SkillingEligibility => "skilling-eligibility",
            Kind::TrainingDashboard => "training-dashboard",
            Kind::Transcript => "transcript",
            Kind::StaffList => "staff-list",
            Kind::Directory => "directory",
            Kind::OwnList => "own-list",
            Kind::EmptyReport => "empty-report",
        }
    }

    /// Whether its rows are read; of the others they are counted.
    #[must_use]
    pub fn is_read(self) -> bool {
        !matches!(self, Kind::PartnerProfile | Kind::TrainingDashboard | Kind::Transcript | Kind::OwnList)
    }

    /// Whether its rows are about competencies, and not about people.
    #[must_use]
    pub fn is_of_competencies(self) -> bool {
        matches!(self, Kind::CompetencyHistory | Kind::CompetencyPerformance)
    }

    /// Whether people and their skills are read from it.
    #[must_use]
    pub fn is_report(self) -> bool {
        matches!(self, Kind::SkillsReport | Kind::TrainingCompletions | Kind::EmptyReport)
    }
}
