//! Which rules hold on a day. They are chosen by their dates alone, never by what they are called (R11, R13).

use chrono::NaiveDate;

use super::own::gathered;
use super::programmes::{Competency, CompetencyOption, Confidence, Designation, DesignationVersion, ProgrammeRules, Validity};

/// What holds on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice<'r, T> {
    /// Rules that are proven for the day.
    Proven(&'r T),
    /// The last proven ones, used beyond what is proven: to be marked wherever they are used.
    BeyondProof {
        /// The rules.
        rules: &'r T,
        /// The last day for which they are proven.
        proven_to: NaiveDate,
    },
    /// The day is before the first rules that are known.
    BeforeFirst {
        /// Their first day.
        from: NaiveDate,
    },
    /// No rules are known at all.
    Unknown,
}

impl<'r, T> Choice<'r, T> {
    /// The rules to use, proven or not.
    #[must_use]
    pub fn rules(&self) -> Option<&'r T> {
        match self {
            Choice::Proven(rules) | Choice::BeyondProof { rules, .. } => Some(rules),
            Choice::BeforeFirst { .. } | Choice::Unknown => None,
        }
    }

    /// Whether there are rules that are proven for the day.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        matches!(self, Choice::Proven(_))
    }
}

/// The programme that a day belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Programme {
    /// Silver and Gold.
    Competencies,
    /// The days between the end of the one and the beginning of the other.
    Between,
    /// Solutions Partner.
    Designations,
}

/// The programme that a day belongs to: competencies up to 30 September 2022, designations from 3 October 2022.
#[must_use]
pub fn programme_on(rules: &ProgrammeRules, day: NaiveDate) -> Programme {
    if rules.designations_start.is_some_and(|start| day >= start) {
        Programme::Designations
    } else if rules.competencies_end.is_some_and(|end| day > end) {
        Programme::Between
    } else {
        Programme::Competencies
    }
}

/// The version of a designation's rules that holds on a day (R13).
#[must_use]
pub fn version_on(designation: &Designation, day: NaiveDate) -> Choice<'_, DesignationVersion> {
    choose(&designation.versions, |v| &v.validity, day)
}

/// Whether an option of a competency holds on a day (R11).
#[must_use]
pub fn option_on(option: &CompetencyOption, day: NaiveDate) -> Choice<'_, CompetencyOption> {
    choose(std::slice::from_ref(option), |o| &o.validity, day)
}

/// Every option of a competency with what it is on a day.
pub fn options_on(competency: &Competency, day: NaiveDate) -> impl Iterator<Item = (&CompetencyOption, Choice<'_, CompetencyOption>)> {
    competency.options.iter().map(move |option| (option, option_on(option, day)))
}

/// The last day for which rules are proven. Those of the files that come with the program and have no end are proven up to
/// the day on which the files were gathered.
fn proven_to(validity: &Validity) -> Option<NaiveDate> {
    validity.to.or_else(|| if validity.entered { None } else { gathered() })
}

fn choose<'r, T>(all: &'r [T], validity: impl Fn(&T) -> &Validity, day: NaiveDate) -> Choice<'r, T> {
    // Weak evidence is never taken for a fact.
    let usable = || all.iter().filter(|rules| validity(rules).confidence != Confidence::Low);
    let begun = || usable().filter(|rules| validity(rules).from.is_none_or(|from| from <= day));
    let covering = begun().filter(|rules| proven_to(validity(rules)).is_none_or(|to| day <= to));
    // Who enters rules for a certain time means them to hold then; else the newer rules end the older ones.
    let for_the_time = |v: &Validity| v.entered && v.to.is_some();
    let rank = |rules: &&T| {
        let v = validity(rules);
        (for_the_time(v), v.from, v.entered)
    };
    if let Some(rules) = covering.max_by_key(rank) {
        return Choice::Proven(rules);
    }
    let last = begun().filter_map(|rules| Some((proven_to(validity(rules))?, rules))).max_by_key(|(to, rules)| (validity(rules).from, *to));
    if let Some((proven_to, rules)) = last {
        return Choice::BeyondProof { rules, proven_to };
    }
    match usable().filter_map(|rules| validity(rules).from).min() {
        Some(from) => Choice::BeforeFirst { from },
        None => Choice::Unknown,
    }
}

#[cfg(test)]
mod tests;
