//! Where a company stands: its people, the rules of the programmes and a day, put together.
//!
//! [`standing`] gives everything at once, as data: each number with the people it comes from, each of these with the
//! certificate, the account and the row, and everything that is not certain with a [`Note`]. Nothing here has words for
//! people, reads a file or looks at the clock.
//!
//! The way of a number: `index` (who holds what) → `counting` (does it count on the day, R15) → `formula` and `holders`
//! (who meets a requirement, until when) → `assignment` (different people for all requirements, R14) or `designations`
//! (points, R13) → `until`, `reserve`, `leaving`, `life` (what breaks, with whom, and when).

mod areas;
mod assignment;
mod choose;
mod compare;
mod competencies;
mod counting;
mod designations;
mod formula;
mod gain;
mod holders;
mod index;
mod infer;
mod leaving;
mod life;
mod notes;
mod paths;
pub mod portal;
mod question;
mod relevance;
mod reserve;
mod scene;
mod score;
mod suspected;
mod until;

use chrono::NaiveDate;

use crate::catalog::{Catalog, Programme};
use crate::model::Company;

pub use areas::areas;
pub use compare::{MetricChange, compare};
pub use competencies::{BrokenWithout, IfOne, LevelStanding, Performance, RequirementStanding, level_name};
pub use counting::{Caveats, EndsBy, Reason};
pub use designations::{MetricStanding, Points, Role, StepStanding, points, rounded};
pub use gain::{Gain, Gained, gains};
pub use holders::{Holder, Holders, Lacks, Nearly, Proof};
pub use index::{Index, Inference, Origin, SkillRef};
pub use infer::last_day_by_rule;
pub use leaving::{Leaving, LevelLeft, MetricLeft, ScoreLeft};
pub use life::{Life, Phase, Risk, Stage, Window, is_waived, window};
pub use notes::Note;
pub use paths::Paths;
pub use portal::Portal;
pub use question::{Chosen, Enrolment, Question, Rules, RulesUsed, Track};
pub use relevance::Relevance;
pub use score::{ScoreMetricStanding, ScorePeople, ScoreStanding};
pub use suspected::suspected;
pub use until::{Break, Breaker};

use counting::Day;
use holders::View;
use scene::Scene;

/// Where a company stands on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The day.
    pub as_of: NaiveDate,
    /// In the order of the rules.
    pub designations: Vec<DesignationStanding>,
    /// In the order of the rules.
    pub competencies: Vec<CompetencyStanding>,
    /// Certifications that were inferred from exams, by the number in [`Origin::Inferred`].
    pub inferences: Vec<Inference>,
    credentials: Vec<String>,
    question: Question,
}

impl Standing {
    /// That of nobody by no rules.
    #[must_use]
    pub fn none(as_of: NaiveDate) -> Standing {
        Standing {
            as_of,
            designations: Vec::new(),
            competencies: Vec::new(),
            inferences: Vec::new(),
            credentials: Vec::new(),
            question: Question::of_day(as_of),
        }
    }

    /// What was asked.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// Whether anything of a programme is told by rules that are not proven for the day.
    #[must_use]
    pub fn is_by_last_known(&self, programme: Programme) -> bool {
        let designations = || self.designations.iter().any(|d| d.rules.as_ref().is_some_and(|rules| rules.historic));
        let competencies = || self.competencies.iter().any(|c| c.options.iter().any(|option| option.rules.historic));
        programme != Programme::Competencies && designations() || programme != Programme::Designations && competencies()
    }

    /// The id of a credential by its number in a [`Proof`] or in [`Lacks`].
    #[must_use]
    pub fn credential_id(&self, number: u32) -> &str {
        self.credentials.get(number as usize).map_or("", String::as_str)
    }
}

/// Where a company stands with a designation.
#[derive(Clone, Debug)]
pub struct DesignationStanding {
    /// `data-ai`
    pub id: String,
    /// Solutions Partner for Data & AI (Azure)
    pub name: String,
    /// Data & AI
    pub short: String,
    /// By which rules; `None`: there are none for the day, and so there are no metrics.
    pub rules: Option<RulesUsed>,
    /// One for each metric and track that was asked about.
    pub metrics: Vec<MetricStanding>,
    /// When it has to qualify on one day (R13).
    pub window: Window,
    /// What was entered from the portal, beside ours; `None`: nothing was.
    pub portal: Option<portal::Beside>,
    /// What has to be said of all metrics.
    pub notes: Vec<Note>,
}

impl DesignationStanding {
    /// Points of all skilling metrics of a track, and the most there are; not rounded.
    #[must_use]
    pub fn skilling(&self, track: Track) -> (f64, f64) {
        let of_track = self.metrics.iter().filter(|m| paths::is_asked(&m.track, Some(track)));
        of_track.fold((0.0, 0.0), |(points, most), metric| (points + metric.points, most + metric.max_points))
    }
}

/// Where a company stands with a competency.
#[derive(Clone, Debug)]
pub struct CompetencyStanding {
    /// `cloud-platform`
    pub id: String,
    /// Cloud Platform
    pub name: String,
    /// What the catalog did not find, in its words.
    pub gap: Option<String>,
    /// Ways to it; empty: requirements not known.
    pub options: Vec<OptionStanding>,
    /// What the report itself marks; `None`: it has no column for that.
    pub relevance: Option<Relevance>,
    /// If it is held (R11).
    pub life: Option<Life>,
    /// By the rules in force; `None` where there are none, or it was held and the renewal window is closed.
    pub stage: Option<Stage>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// Where a company stands with one way to a competency.
#[derive(Clone, Debug)]
pub struct OptionStanding {
    /// `azure-consumption`
    pub id: String,
    /// Azure Consumption
    pub name: String,
    /// By which rules.
    pub rules: RulesUsed,
    /// Levels, or points.
    pub kind: OptionStandingKind,
}

/// How an option is judged.
#[derive(Clone, Debug)]
pub enum OptionStandingKind {
    /// By people.
    Levels(Vec<LevelStanding>),
    /// By points, of which only those for people are known.
    Score(ScoreStanding),
}

impl OptionStanding {
    /// Its levels; none where it is judged by points.
    #[must_use]
    pub fn levels(&self) -> &[LevelStanding] {
        match &self.kind {
            OptionStandingKind::Levels(levels) => levels,
            OptionStandingKind::Score(_) => &[],
        }
    }
}

/// Everything at once. `index`: of the same company, with the certificates that were ticked ([`Index::new`]).
#[must_use]
pub fn standing(company: &Company, catalog: &Catalog, index: &Index, rules: &Rules<'_>, question: &Question) -> Standing {
    Scene::new(company, catalog, index, rules, question).standing()
}

/// The same, with an index made for it alone.
#[must_use]
pub fn stand(company: &Company, catalog: &Catalog, rules: &Rules<'_>, question: &Question) -> Standing {
    standing(company, catalog, &Index::new(company, catalog, &question.external), rules, question)
}

/// What a person lacks for the requirement or step at a full path: ids of which one of each list is missing, by the
/// shortest way. Empty: nothing. `None`: there is no such path, or nothing that still counts would do.
#[must_use]
pub fn lacking(
    company: &Company,
    catalog: &Catalog,
    index: &Index,
    rules: &Rules<'_>,
    question: &Question,
    path: &str,
    person: u32,
) -> Option<Vec<Vec<String>>> {
    let asked = paths::asked(rules, None).into_iter().find(|one| one.path == path)?;
    let day = Day::new(question.as_of, question.move_date);
    View::new(company, catalog, index, day, rules.numbers.retired_exam_months).lacking(&asked.holds, &asked.retiring, person)
}

#[cfg(test)]
mod tests;
