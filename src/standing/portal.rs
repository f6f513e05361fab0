//! What the portal says of a designation, typed in with its day: the total of 100 that no report gives (R13), and why the
//! portal's points for people differ from ours.

mod beside;
mod difference;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::designations::rounded;
use super::question::Track;
use super::{DesignationStanding, paths};
use crate::catalog::programmes::{CategoryPoints, ProgrammeRules};

pub use beside::{Beside, Compared, beside};
pub use difference::{Difference, Explained, Explanation, Why, difference};

/// All points of a designation.
const ALL_POINTS: f64 = 100.0;

/// The five metrics of a designation, in the portal's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Net customer adds.
    Performance,
    /// Skilling, intermediate certifications.
    SkillingIntermediate,
    /// Skilling, advanced certifications.
    SkillingAdvanced,
    /// Customer success, usage growth.
    UsageGrowth,
    /// Customer success, deployments.
    Deployments,
}

impl Category {
    /// All of them.
    pub const ALL: [Category; 5] =
        [Category::Performance, Category::SkillingIntermediate, Category::SkillingAdvanced, Category::UsageGrowth, Category::Deployments];

    /// The word in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Category::Performance => "performance",
            Category::SkillingIntermediate => "skilling-intermediate",
            Category::SkillingAdvanced => "skilling-advanced",
            Category::UsageGrowth => "usage-growth",
            Category::Deployments => "deployments",
        }
    }

    /// Most points that rules give for it; 0: the designation has no such metric.
    #[must_use]
    pub fn most(self, points: &CategoryPoints) -> f64 {
        match self {
            Category::Performance => points.performance,
            Category::SkillingIntermediate => points.skilling_intermediate,
            Category::SkillingAdvanced => points.skilling_advanced,
            Category::UsageGrowth => points.usage_growth,
            Category::Deployments => points.deployments,
        }
    }

    /// The metric of the catalog that can be computed from a report; `None` for what only the portal knows.
    #[must_use]
    pub fn metric(self) -> Option<&'static str> {
        match self {
            Category::SkillingIntermediate => Some("intermediate"),
            Category::SkillingAdvanced => Some("advanced"),
            _ => None,
        }
    }
}

/// What the portal showed of a designation on a day.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Portal {
    /// The day of the figures.
    pub on: NaiveDate,
    /// Points for net customer adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance: Option<f64>,
    /// Points for intermediate certifications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilling_intermediate: Option<f64>,
    /// Points for advanced certifications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilling_advanced: Option<f64>,
    /// Points for usage growth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_growth: Option<f64>,
    /// Points for deployments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployments: Option<f64>,
    /// The company is enrolled.
    #[serde(default)]
    pub enrolled: bool,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anniversary: Option<NaiveDate>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

impl Portal {
    /// The figure of a category.
    #[must_use]
    pub fn figure(&self, category: Category) -> Option<f64> {
        match category {
            Category::Performance => self.performance,
            Category::SkillingIntermediate => self.skilling_intermediate,
            Category::SkillingAdvanced => self.skilling_advanced,
            Category::UsageGrowth => self.usage_growth,
            Category::Deployments => self.deployments,
        }
    }

    /// Sets the figure of a category, or takes it away.
    pub fn set(&mut self, category: Category, points: Option<f64>) {
        let slot = match category {
            Category::Performance => &mut self.performance,
            Category::SkillingIntermediate => &mut self.skilling_intermediate,
            Category::SkillingAdvanced => &mut self.skilling_advanced,
            Category::UsageGrowth => &mut self.usage_growth,
            Category::Deployments => &mut self.deployments,
        };
        *slot = points;
    }
}

/// The points of 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// By the portal's own figures, rounded as it prints them; `None` while one is missing.
    pub points: Option<f64>,
    /// Those that were entered, together.
    pub so_far: f64,
    /// Metrics of the designation that were not entered, in the portal's order.
    pub missing: Vec<Category>,
    /// Metrics that were entered as zero: any of them is enough not to qualify (R13).
    pub zero: Vec<Category>,
    /// Whether that makes 70 with every metric above zero (R13); `None` while what is missing can turn it.
    pub qualifies: Option<bool>,
    /// With our points for people in place of the portal's; `None` while a figure that no report gives is missing, or both
    /// tracks are in question.
    pub with_ours: Option<f64>,
    /// Whether that would qualify.
    pub ours_qualifies: Option<bool>,
}

/// The total of a designation. `categories`: of the version of its rules; `track`: whose points for people count.
#[must_use]
pub fn total(
    standing: &DesignationStanding,
    portal: &Portal,
    categories: &CategoryPoints,
    numbers: &ProgrammeRules,
    track: Option<Track>,
) -> Total {
    let sum = Sum::of(|category| portal.figure(category), categories, numbers);
    let ours = Sum::of(
        |category| match category.metric() {
            Some(metric) => our_points(standing, metric, track),
            None => portal.figure(category),
        },
        categories,
        numbers,
    );
    Total {
        points: sum.total(),
        so_far: rounded(sum.points),
        qualifies: sum.qualifies(),
        with_ours: ours.total(),
        ours_qualifies: ours.qualifies(),
        missing: sum.missing,
        zero: sum.zero,
    }
}

/// Our points for a metric, if it is clear of which track; `None`: there is no such metric, or there are two.
fn our_points(standing: &DesignationStanding, metric: &str, track: Option<Track>) -> Option<f64> {
    let mut of = standing.metrics.iter().filter(|m| m.metric == metric && paths::is_asked(&m.track, track));
    let first = of.next()?;
    of.next().is_none().then_some(first.points)
}

struct Sum {
    points: f64,
    missing: Vec<Category>,
    zero: Vec<Category>,
    /// Most points of what is missing.
    open: f64,
    need: f64,
    /// The rules say of every category how many points there are.
    whole: bool,
}

impl Sum {
    fn of(figure: impl Fn(Category) -> Option<f64>, categories: &CategoryPoints, numbers: &ProgrammeRules) -> Sum {
        let all: f64 = Category::ALL.iter().map(|c| c.most(categories)).sum();
        let whole = (all - ALL_POINTS).abs() < 0.01;
        let mut sum = Sum { points: 0.0, missing: Vec::new(), zero: Vec::new(), open: 0.0, need: numbers.min_total_points, whole };
        for category in Category::ALL.into_iter().filter(|c| !whole || c.most(categories) > 0.0) {
            match figure(category) {
                Some(points) => {
                    sum.points += points;
                    if points <= 0.0 {
                        sum.zero.push(category);
                    }
                }
                None => {
                    sum.open += category.most(categories);
                    sum.missing.push(category);
                }
            }
        }
        sum
    }

    fn total(&self) -> Option<f64> {
        self.missing.is_empty().then(|| rounded(self.points))
    }

    fn qualifies(&self) -> Option<bool> {
        if !self.zero.is_empty() || self.whole && rounded(self.points + self.open) < self.need {
            return Some(false);
        }
        self.total().map(|points| points >= self.need)
    }
}

#[cfg(test)]
mod tests;
