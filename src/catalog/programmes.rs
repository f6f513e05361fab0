//! What the programmes ask for: designations (today's) and competencies (the older ones), as checked data.
//!
//! A key that the sources do not give is `None`: it means *not found*, never *none*.

use chrono::NaiveDate;

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// One weak source: never shown as a fact.
    Low,
    /// One good source that is not Microsoft's own, or an official one that is undated.
    Medium,
    /// Microsoft's own words, or a copy of them.
    High,
}

/// Where a rule comes from, by key of [`Programmes::sources`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// `KV-AZURE`; for a file of the user's, the file's path.
    pub key: String,
    /// Title of the page.
    pub title: String,
    /// Where it was read.
    pub place: String,
    /// Of which day, as the source says it.
    pub date: String,
}

/// What each of some people must hold: all the parts that are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// One of these. Empty: nothing is asked for by this part (so with every part).
    pub any_of: Vec<String>,
    /// All of these.
    pub all_of: Vec<String>,
    /// All of one inner list.
    pub any_set_of: Vec<Vec<String>>,
    /// One of each inner list.
    pub one_from_each: Vec<Vec<String>>,
    /// A skill whose *Relevant* entry in the report names this competency (for rules that users enter; R5).
    pub relevant_for: Option<String>,
}

/// Which people may be counted for a requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum People {
    /// They may be counted for others too.
    #[default]
    Any,
    /// They are among those counted for the requirement of this id, at the same level.
    SubsetOf(String),
    /// They are others than those counted for the requirement of this id.
    DistinctFrom(String),
}

/// Some people who each hold something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// `r1`, unique within the level.
    pub id: String,
    /// How many different people (R14); at least 1.
    pub count: u32,
    /// Who.
    pub people: People,
    /// What each of them holds.
    pub holds: Holds,
    /// What the source leaves open.
    pub ambiguous: Option<String>,
    /// What the source adds.
    pub note: Option<String>,
}

/// Silver or Gold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Silver
    Silver,
    /// Gold
    Gold,
}

/// What a level of an option asks for: every requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelRules {
    /// Which.
    pub level: Level,
    /// In the order of the file. Empty: no people are asked for, or, where nothing else is asked for either, not known.
    pub requirements: Vec<Requirement>,
    /// What is asked for besides people, in words: no report can tell.
    pub performance: Option<String>,
}

/// Rules that hold for some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// First day for which they are proven; `None`: not said.
    pub from: Option<NaiveDate>,
    /// Last day for which they are proven or in force; `None`: open.
    pub to: Option<NaiveDate>,
    /// How sure they are.
    pub confidence: Confidence,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// What the file adds.
    pub note: Option<String>,
    /// The rules are a user's own: what comes of them depends on what was entered.
    pub entered: bool,
}

/// One of several ways to a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyOption {
    /// `azure-consumption`
    pub id: String,
    /// Azure Consumption
    pub name: String,
    /// `mpn-2018`, `pci-2021`, or the user's own.
    pub ruleset: String,
    /// When they hold, and how sure that is.
    pub validity: Validity,
    /// By people (count what each level asks for) or by points.
    pub kind: OptionKind,
}

/// How an option is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Requirements of each level.
    Skills(Vec<LevelRules>),
    /// Points: of them only those for people can be told from a report.
    Score(ScoreRules),
}

/// Points of several metrics.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRules {
    /// Points from which it is Silver.
    pub silver_from: u32,
    /// Points from which it is Gold.
    pub gold_from: u32,
    /// All points there are.
    pub most: u32,
    /// Each metric.
    pub metrics: Vec<ScoreMetric>,
    /// Retired exams that still count, and until when.
    pub grace: Vec<Eligibility>,
}

impl Eq for ScoreRules {}

/// One metric of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreMetric {
    /// Its name as the source prints it.
    pub name: String,
    /// Most points.
    pub max_points: f64,
    /// People for full points in developed and in developing markets, and what each holds; `None`: not about people.
    pub people: Option<(u32, u32, Holds)>,
}

/// A competency with all its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competency {
    /// `cloud-platform`
    pub id: String,
    /// Cloud Platform
    pub name: String,
    /// Apps & Infrastructure
    pub area: String,
    /// Ids of the designations that took its place.
    pub maps_to: Vec<String>,
    /// What was not found, in words.
    pub gap: Option<String>,
    /// Ways to it; empty: requirements not known.
    pub options: Vec<CompetencyOption>,
}

/// A certification that stops counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligibility {
    /// Which.
    pub id: String,
    /// Last day on which it could be earned.
    pub retired: Option<NaiveDate>,
    /// Last day on which it counts; inclusive.
    pub counts_until: Option<NaiveDate>,
    /// What the source adds.
    pub note: Option<String>,
}

/// A step of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// 1, 2, 3: in the order in which they are gone.
    pub number: u32,
    /// A gate or points.
    pub role: StepRole,
    /// Any of these certifications, each person once (R13).
    pub any_of: Vec<String>,
    /// Those of them that stop counting.
    pub eligibility: Vec<Eligibility>,
    /// What the source adds.
    pub note: Option<String>,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepRole {
    /// So many people must meet it before later steps score; it may give points once.
    Gate {
        /// Different people.
        min_people: u32,
        /// Points when that is met.
        points_when_met: f64,
    },
    /// Points for every person.
    Scored {
        /// Most points of this step; `None`: those of the metric.
        max_points: Option<f64>,
    },
}

/// A skilling metric of a designation, for one track.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// `intermediate`, `advanced`
    pub id: String,
    /// `enterprise`, `smb`, `all`
    pub track: String,
    /// Cap.
    pub max_points: f64,
    /// How many people make the cap. Points per person = (max − points of gates) / this.
    pub people_for_max: u32,
    /// In order.
    pub steps: Vec<Step>,
    /// What the source adds.
    pub note: Option<String>,
}

/// Most points of each category, of 100.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CategoryPoints {
    /// Performance (net customer adds).
    pub performance: f64,
    /// Skilling, intermediate certifications.
    pub skilling_intermediate: f64,
    /// Skilling, advanced certifications.
    pub skilling_advanced: f64,
    /// Customer success, usage growth.
    pub usage_growth: f64,
    /// Customer success, deployments.
    pub deployments: f64,
}

/// The rules of a designation for some time.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignationVersion {
    /// `2026-07`
    pub id: String,
    /// When they hold, and how sure that is.
    pub validity: Validity,
    /// Most points of each category.
    pub categories: CategoryPoints,
    /// How Microsoft tells the track, in words.
    pub track_rule: Option<String>,
    /// Skilling metrics, one for each track.
    pub metrics: Vec<Metric>,
}

/// A designation with all versions of its rules, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Designation {
    /// `data-ai`
    pub id: String,
    /// Solutions Partner for Data & AI (Azure)
    pub name: String,
    /// Data & AI
    pub short: String,
    /// Ids of the competencies it took the place of.
    pub replaces: Vec<String>,
    /// Versions.
    pub versions: Vec<DesignationVersion>,
}

/// Numbers that hold for a whole programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeRules {
    /// Months for which a retired exam goes on counting for competencies (R15).
    pub retired_exam_months: u32,
    /// Months for which a retired certification goes on counting for designations (R15).
    pub retired_certification_months: u32,
    /// Points for a designation.
    pub min_total_points: f64,
    /// Days until a new certificate counts for a designation.
    pub refresh_days: u32,
    /// Months before the anniversary in which a competency is looked at (R11).
    pub check_ahead_months: u32,
    /// Days after the anniversary in which it can be renewed, first and last.
    pub renewal_window: (u32, u32),
    /// Last day of the competencies.
    pub competencies_end: Option<NaiveDate>,
    /// First day of the designations.
    pub designations_start: Option<NaiveDate>,
}

/// Both programmes.
#[derive(Clone, Debug, PartialEq)]
pub struct Programmes {
    /// Numbers of both.
    pub rules: ProgrammeRules,
    /// Today's.
    pub designations: Vec<Designation>,
    /// The older ones.
    pub competencies: Vec<Competency>,
    /// By key.
    pub sources: std::collections::BTreeMap<String, Source>,
}
