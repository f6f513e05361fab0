//! What a column can mean.

use std::str::FromStr;

use super::kinds::Kind;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// The meaning of a column, by the names of `assets/columns.toml`.
        ///
        /// The columns of TrainingCompletions are mapped onto the names of the skills report where they mean the same;
        /// those that only that file has keep their own identifier.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $($(#[$doc])* $variant),+ }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Field] = &[$(Field::$variant),+];
            /// How many there are.
            pub const COUNT: usize = Field::ALL.len();

            /// The name used in files and on the command line.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Field::$variant => $name),+ }
            }
        }

        impl FromStr for Field {
            type Err = ();
            fn from_str(name: &str) -> Result<Field, ()> {
                match name { $($name => Ok(Field::$variant),)+ _ => Err(()) }
            }
        }
    };
}

fields! {
    /// Given name.
    FirstName = "first_name",
    /// Family name.
    LastName = "last_name",
    /// Whole name in one column.
    DisplayName = "display_name",
    /// Company e-mail address (of the account).
    Email = "email",
    /// Private address of TrainingCompletions (R16).
    EmailPrivate = "email_private",
    /// Microsoft Certification Profile id; text, also when stored as a number.
    Mcid = "mcid",
    /// Associated to the old Partner Membership Center: yes or no (R2).
    AssociatedPmc = "associated_pmc",
    /// Associated to Partner Center: yes or no (R2).
    AssociatedPc = "associated_pc",
    /// Exam, certification or assessment.
    SkillType = "skill_type",
    /// Title of the skill.
    SkillName = "skill_name",
    /// Exam number or other id of the skill.
    SkillId = "skill_id",
    /// Day on which it was earned.
    CompletionDate = "skill_completion_date",
    /// Active or not.
    Status = "skill_status",
    /// Where the skill counts: `Competency (Option)` entries (R2).
    Relevant = "relevant",
    /// Last day on which it is valid (R2, R12).
    ExpirationDate = "skill_expiration_date",
    /// The anonymous user id that stands instead of names without the executive role (R16).
    AadUserId = "AADUserId",
    /// Partner location id: TrainingCompletions repeats rows per location (R16).
    MpnId = "MPNId",
    /// Partner global account id.
    PgaMpnId = "PGAMpnId",
    /// Name of the partner company.
    PartnerName = "PartnerName",
    /// Numeric id of a training, not an exam code.
    TrainingActivityId = "TrainingActivityId",
    /// First day of the month of completion.
    Month = "Month",
    /// 1 where the person is a Microsoft certified professional.
    IcMcp = "IcMCP",
    /// City of the location.
    PartnerCity = "PartnerCityLocation",
    /// Country of the location.
    PartnerCountry = "PartnerCountryLocation",
    /// Name of a competency.
    CompetencyName = "CompetencyName",
    /// Silver or Gold.
    CompetencyLevel = "CompetencyLevel",
    /// Active, Inactive, In Grace Period.
    CompetencyStatus = "CompetencyStatus",
    /// First day of the year in which a competency is held.
    CompetencyStart = "CompetencyStartDate",
    /// Its last day: the anniversary (R11).
    CompetencyEnd = "CompetencyEndDate",
    /// Team or department, in a list of the company.
    Team = "team",
    /// To whom somebody reports.
    Manager = "manager",
    /// Country of somebody.
    Country = "country",
    /// Language of somebody.
    Language = "language",
    /// Whether somebody is technical (J3): yes or no.
    Technical = "technical",
    /// Since when somebody has been with the company.
    StartDate = "start_date",
    /// The last day of somebody with the company.
    LeavingDate = "leaving_date",
    /// Access to Partner University (P4).
    PartnerUniversity = "partner_university",
    /// A Microsoft Learn account that was associated (P4): yes or no, or its id.
    LearningAccount = "learning_account",
    /// The name with which somebody signs in, which looks like an address.
    UserPrincipalName = "user_principal_name",
    /// Intermediate or Advanced, of a certification of the skilling eligibility.
    CertificationType = "certification_type",
    /// Solution area of the skilling eligibility.
    SolutionArea = "solution_area",
    /// Option of a competency.
    OptionName = "CompetencyAttainmentOptionName",
    /// What is measured of a competency's performance.
    MetricName = "MetricName",
    /// What a month adds to it.
    MonthlyContribution = "MetricMonthlyContribution",
    /// Its sum over the trailing twelve months.
    TrailingTotal = "TTMAggregate",
    /// Its sum since the last anniversary.
    YearTotal = "AnniversaryYearAggregate",
    /// What Gold asks of it.
    GoldThreshold = "GoldThreshold",
    /// What Silver asks of it.
    SilverThreshold = "SilverThreshold",
}

impl Field {
    /// The four columns that a skills report must have (R2).
    pub const REQUIRED: [Field; 4] = [Field::Mcid, Field::AssociatedPmc, Field::AssociatedPc, Field::Relevant];

    /// The fields that a user can give a column by hand.
    pub const MAPPABLE: [Field; 14] = [
        Field::Mcid,
        Field::AssociatedPmc,
        Field::AssociatedPc,
        Field::Relevant,
        Field::Email,
        Field::FirstName,
        Field::LastName,
        Field::DisplayName,
        Field::SkillType,
        Field::SkillName,
        Field::SkillId,
        Field::CompletionDate,
        Field::ExpirationDate,
        Field::Status,
    ];

    /// The fields that only a list of the company has, or its users report: a column can be given them by hand too.
    pub const OF_LISTS: [Field; 10] = [
        Field::EmailPrivate,
        Field::Team,
        Field::Manager,
        Field::Country,
        Field::Language,
        Field::Technical,
        Field::StartDate,
        Field::LeavingDate,
        Field::PartnerUniversity,
        Field::LearningAccount,
    ];

    /// Whether the program uses the cells of such a column of a download (otherwise they are only shown).
    #[must_use]
    pub fn is_used_in(self, kind: Kind) -> bool {
        match self {
            Field::TrainingActivityId | Field::IcMcp | Field::PartnerCity | Field::PartnerCountry => false,
            Field::Month => kind == Kind::CompetencyPerformance,
            _ => true,
        }
    }

    /// Whether it is a fact about a skill, which a list of people has no column for.
    #[must_use]
    pub fn is_of_skill(self) -> bool {
        use Field::{CompletionDate, ExpirationDate, Relevant, SkillId, SkillName, SkillType, Status};
        matches!(self, SkillType | SkillName | SkillId | CompletionDate | ExpirationDate | Status | Relevant)
    }

    /// Whether the cells are dates.
    #[must_use]
    pub fn is_date(self) -> bool {
        use Field::{CompetencyEnd, CompetencyStart, CompletionDate, ExpirationDate, LeavingDate, StartDate};
        matches!(self, CompletionDate | ExpirationDate | CompetencyStart | CompetencyEnd | StartDate | LeavingDate)
    }

    /// Whether the cells say yes or no.
    #[must_use]
    pub fn is_yes_no(self) -> bool {
        matches!(self, Field::AssociatedPmc | Field::AssociatedPc)
    }

    /// Whether a cell of it tells who the row is about.
    #[must_use]
    pub fn is_identity(self) -> bool {
        use Field::{AadUserId, DisplayName, Email, EmailPrivate, FirstName, LastName, Mcid, UserPrincipalName};
        matches!(self, FirstName | LastName | DisplayName | Email | EmailPrivate | Mcid | AadUserId | UserPrincipalName)
    }
}

/// The field of a column of CompetencySummaryHistory, by its identifier.
#[must_use]
pub fn of_history_column(identifier: &str) -> Option<Field> {
    identifier.parse().ok().filter(|field| {
        use Field::{CompetencyEnd, CompetencyLevel, CompetencyName, CompetencyStart, CompetencyStatus};
        matches!(field, CompetencyName | CompetencyLevel | CompetencyStatus | CompetencyStart | CompetencyEnd)
    })
}

/// The field of a column of another Insights download, of the skilling eligibility or of a directory export, by its
/// identifier.
#[must_use]
pub fn of_list_column(kind: Kind, identifier: &str) -> Option<Field> {
    Some(match (kind, identifier) {
        (Kind::MsLearn, "UserName") => Field::DisplayName,
        (Kind::MsLearn, "UserId") => Field::AadUserId,
        (Kind::MsLearn, "TrainingName") => Field::SkillName,
        (Kind::MsLearn, "TrainingType") => Field::SkillType,
        (Kind::MsLearn, "CompletionDate") => Field::CompletionDate,
        (Kind::MsLearn, "MPNId" | "PGAMpnId" | "PartnerName") => identifier.parse().ok()?,
        (Kind::SkillingEligibility, "Individual name") => Field::DisplayName,
        (Kind::SkillingEligibility, "Certification name") => Field::SkillName,
        (Kind::SkillingEligibility, "Certification type") => Field::CertificationType,
        (Kind::SkillingEligibility, "Solution area") => Field::SolutionArea,
        (Kind::SkillingEligibility, "Completion date") => Field::CompletionDate,
        (Kind::SkillingEligibility, "Expiry date") => Field::ExpirationDate,
        (Kind::CompetencyPerformance, _) => identifier.parse().ok()?,
        (Kind::Directory, "objectId") => Field::AadUserId,
        (Kind::Directory, "userPrincipalName") => Field::UserPrincipalName,
        (Kind::Directory, "displayName") => Field::DisplayName,
        (Kind::Directory, "givenName") => Field::FirstName,
        (Kind::Directory, "surname") => Field::LastName,
        (Kind::Directory, "mail") => Field::Email,
        (Kind::Directory, "alternateEmailAddress") => Field::EmailPrivate,
        (Kind::Directory, "department") => Field::Team,
        (Kind::Directory, "country") => Field::Country,
        (Kind::Directory, "preferredLanguage") => Field::Language,
        _ => return None,
    })
}

/// The field of a column of TrainingCompletions, by its identifier.
#[must_use]
pub fn of_training_column(identifier: &str) -> Option<Field> {
    Some(match identifier {
        "TrainingTitle" => Field::SkillName,
        "TrainingType" => Field::SkillType,
        "IndividualFirstName" => Field::FirstName,
        "IndividualLastName" => Field::LastName,
        "Email" => Field::EmailPrivate,
        "CorpEmail" => Field::Email,
        "TrainingCompletionDate" => Field::CompletionDate,
        "ExpirationDate" => Field::ExpirationDate,
        "ActivationStatus" => Field::Status,
        "MCPID" => Field::Mcid,
        other => other.parse().ok()?,
    })
}
