//! The rules, one file each. A rule gives what it found, or what it lacks.

mod anniversary_near;
mod bad_email;
mod column_missing;
mod conflicting_association;
mod duplicate_row;
mod email_mismatch;
mod empty_report;
mod expired;
mod expiring;
mod left_company;
mod missing_from_report;
mod missing_mcid;
mod no_skills;
mod nobody_associated;
mod not_associated;
mod pmc_only;
mod possible_duplicate;
mod report_old;
mod reports_disagree;
mod retired_still_listed;
mod short_span;
mod skill_not_counting;
mod too_recent;

use super::context::Context;
use super::{Code, Finding, Why};

/// What a rule finds.
pub(super) type Found = Result<Vec<Finding>, Why>;

/// Applies the rule of a kind of finding.
pub(super) fn apply(code: Code, context: &Context<'_>) -> Found {
    match code {
        Code::PmcOnly => pmc_only::find(context),
        Code::EmptyReport => empty_report::find(context),
        Code::ColumnMissing => column_missing::find(context),
        Code::NobodyAssociated => nobody_associated::find(context),
        Code::ReportOld => report_old::find(context),
        Code::ShortSpan => short_span::find(context),
        Code::AnniversaryNear => anniversary_near::find(context),
        Code::NotAssociated => not_associated::find(context),
        Code::MissingFromReport => missing_from_report::find(context),
        Code::PossibleDuplicate => possible_duplicate::find(context),
        Code::ConflictingAssociation => conflicting_association::find(context),
        Code::ReportsDisagree => reports_disagree::find(context),
        Code::Expiring => expiring::find(context),
        Code::MissingMcid => missing_mcid::find(context),
        Code::LeftCompany => left_company::find(context),
        Code::EmailMismatch => email_mismatch::find(context),
        Code::NoSkills => no_skills::find(context),
        Code::SkillNotCounting => skill_not_counting::find(context),
        Code::Expired => expired::find(context),
        Code::RetiredStillListed => retired_still_listed::find(context),
        Code::TooRecent => too_recent::find(context),
        Code::BadEmail => bad_email::find(context),
        Code::DuplicateRow => duplicate_row::find(context),
    }
}
