//! What is compared, and what cannot be.

use super::*;
use crate::catalog::programmes::Designation;
use crate::standing::tests::arithmetic::{metric, scored};
use crate::standing::tests::{company, day, designation, holds_exams, stand};
use crate::standing::{Question, Track};
use rstest::rstest;

/// One step of 40 points for ten people; of the second track the same.
fn rules(tracks: &[&str]) -> Designation {
    let one = metric(40.0, 10, &[scored(&["X-1"])]);
    designation(tracks.iter().map(|track| crate::catalog::programmes::Metric { track: (*track).to_owned(), ..one.clone() }).collect())
}

fn beside_of(rules: &Designation, on: &str, figure: f64, track: Option<Track>) -> Beside {
    let company = company(&["a", "b", "c"].map(|who| holds_exams(who, &["X-1"])).concat());
    let portal = Portal { on: day(on), skilling_intermediate: Some(figure), performance: Some(5.0), ..Portal::default() };
    let question = Question { track, portal: [("security".to_owned(), portal)].into(), ..Question::of_day(day("2026-09-15")) };
    stand(&company, None, Some(rules), &question, true).designations.remove(0).portal.unwrap()
}

fn said(beside: &Beside) -> Vec<(&'static str, &'static str, Option<&str>)> {
    let word = |compared: &Compared| match compared {
        Compared::Same(_) => "same",
        Compared::Differs(_) => "differs",
        Compared::Later => "later",
        Compared::WhichTrack => "which track",
        Compared::NotThere => "not there",
    };
    beside.compared.iter().map(|(category, compared)| (category.name(), word(compared), compared.path())).collect()
}

const PATH: &str = "security/intermediate/enterprise";

#[rstest]
#[case(&["enterprise"], "2026-09-10", 12.0, None, "same", Some(PATH))]
#[case(&["enterprise"], "2026-09-15", 12.0, None, "same", Some(PATH))]
#[case(&["enterprise"], "2026-09-10", 8.0, None, "differs", Some(PATH))]
#[case(&["enterprise"], "2026-09-10", 16.0, None, "differs", Some(PATH))]
#[case(&["enterprise"], "2026-09-16", 12.0, None, "later", None)]
#[case(&["enterprise", "smb"], "2026-09-10", 12.0, None, "which track", None)]
#[case(&["enterprise", "smb"], "2026-09-10", 12.0, Some(Track::Enterprise), "same", Some(PATH))]
#[case(&["smb"], "2026-09-10", 12.0, Some(Track::Enterprise), "not there", None)]
#[case(&[], "2026-09-10", 12.0, None, "not there", None)]
fn a_figure_is_compared_where_it_is_clear_with_what(
    #[case] tracks: &[&str],
    #[case] on: &str,
    #[case] figure: f64,
    #[case] track: Option<Track>,
    #[case] word: &'static str,
    #[case] path: Option<&str>,
) {
    let found = beside_of(&rules(tracks), on, figure, track);
    assert_eq!(said(&found), [("skilling-intermediate", word, path)]);
    assert!(found.total.is_some() && found.most.is_some());
}

#[test]
fn without_rules_there_is_no_total() {
    let mut none = rules(&[]);
    none.versions.clear();
    let found = beside_of(&none, "2026-09-10", 12.0, None);
    assert_eq!((found.total.as_ref(), found.most, said(&found)), (None, None, vec![("skilling-intermediate", "not there", None)]));
    assert_eq!(found.said.performance, Some(5.0), "what was entered stays");
}

#[test]
fn nothing_entered_is_nothing_beside() {
    let company = company(&holds_exams("a", &["X-1"]));
    let standing = stand(&company, None, Some(&rules(&["enterprise"])), &Question::of_day(day("2026-09-15")), true);
    assert!(standing.designations[0].portal.is_none());
}
