//! The total of 100 (R13), by hand.

use super::*;
use crate::standing::Question;
use crate::standing::tests::arithmetic::{metric, scored};
use crate::standing::tests::{company, day, designation, holds_exams, numbers, stand};
use rstest::rstest;

fn categories(intermediate: f64, advanced: f64) -> CategoryPoints {
    CategoryPoints {
        performance: 30.0,
        skilling_intermediate: intermediate,
        skilling_advanced: advanced,
        usage_growth: 20.0,
        deployments: 10.0,
    }
}

fn portal(performance: f64, intermediate: Option<f64>, usage: f64, deployments: Option<f64>) -> Portal {
    Portal {
        on: day("2026-09-10"),
        performance: Some(performance),
        skilling_intermediate: intermediate,
        usage_growth: Some(usage),
        deployments,
        ..Portal::default()
    }
}

/// Two of six people with one step of 40 points.
fn standing() -> DesignationStanding {
    let rules = designation(vec![metric(40.0, 6, &[scored(&["X-1"])])]);
    let company = company(&(holds_exams("a", &["X-1"]) + &holds_exams("b", &["X-1"])));
    stand(&company, None, Some(&rules), &Question::of_day(day("2026-09-15")), true).designations.remove(0)
}

#[rstest]
#[case("20 + 30 + 15 + 5 = 70: it is enough", portal(20.0, Some(30.0), 15.0, Some(5.0)), Some(70.0), Some(true))]
#[case("a hundredth short", portal(20.0, Some(29.99), 15.0, Some(5.0)), Some(69.99), Some(false))]
#[case("a metric of zero", portal(30.0, Some(40.0), 20.0, Some(0.0)), Some(90.0), Some(false))]
#[case("one is missing, and may turn it", portal(30.0, Some(20.0), 15.0, None), None, None)]
#[case("one is missing, and cannot turn it", portal(10.0, Some(20.0), 15.0, None), None, Some(false))]
#[case("one is missing, another is zero", portal(30.0, Some(40.0), 0.0, None), None, Some(false))]
fn the_total_is_seventy_with_every_metric_above_zero(
    #[case] what: &str,
    #[case] portal: Portal,
    #[case] points: Option<f64>,
    #[case] qualifies: Option<bool>,
) {
    let total = total(&standing(), &portal, &categories(40.0, 0.0), &numbers(), None);
    assert_eq!((total.points, total.qualifies), (points, qualifies), "R13: {what}");
    assert!(!total.missing.contains(&Category::SkillingAdvanced), "there is no such metric in these rules");
}

#[test]
fn ours_is_the_second_number() {
    let total = total(&standing(), &portal(30.0, None, 20.0, Some(5.0)), &categories(40.0, 0.0), &numbers(), None);
    assert_eq!((total.points, total.missing.as_slice()), (None, &[Category::SkillingIntermediate][..]));
    assert_eq!((total.so_far, total.with_ours), (55.0, Some(68.33)), "2 × 40 / 6 = 13.33");
    assert_eq!((total.qualifies, total.ours_qualifies), (None, Some(false)));
}

#[test]
fn without_all_categories_nothing_is_called_lost() {
    let total = total(&standing(), &portal(10.0, None, 1.0, None), &CategoryPoints::default(), &numbers(), None);
    assert_eq!(total.qualifies, None, "rules of one's own need not say how many points there are");
    assert_eq!(total.missing, [Category::SkillingIntermediate, Category::SkillingAdvanced, Category::Deployments]);
}
