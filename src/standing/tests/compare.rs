//! Two versions of the rules applied to the same people.

use super::arithmetic::{gate, metric, scored};
use super::*;

fn standing_of(company: &Company, track: &str, ids: &[&str], at_all: bool) -> Standing {
    let mut metric = metric(40.0, 4, &[gate(1, 0.0, &["X-1"]), scored(ids)]);
    metric.track = track.to_owned();
    let mut designation = designation(vec![metric]);
    if !at_all {
        designation.versions.clear();
    }
    stand(company, None, Some(&designation), &Question::of_day(day("2026-09-15")), true)
}

#[test]
fn points_and_people_before_and_after() {
    let rows = ["X-1", "X-2", "X-3"].map(|exam| row(&exam.to_lowercase(), &format!("exam {exam}"), "2026-01-01", ""));
    let company = company(&rows.concat());
    let (old, new) = (standing_of(&company, "all", &["X-2"], true), standing_of(&company, "smb", &["X-3"], true));
    let changes = compare(&old, &new);
    assert_eq!(changes.len(), 1, "the metric for all is compared within the track");
    let change = &changes[0];
    assert_eq!((change.track.as_str(), change.before, change.after), ("smb", Some(10.0), Some(10.0)));
    let who = |numbers: &[u32]| people(&company, numbers.iter().copied());
    assert_eq!((who(&change.lost), who(&change.gained)), (vec!["x-2".to_owned()], vec!["x-3".to_owned()]));
    let back = compare(&new, &old);
    assert_eq!((back[0].lost.clone(), back[0].gained.clone()), (change.gained.clone(), change.lost.clone()));
    let same = compare(&old, &old);
    assert_eq!((same.len(), same[0].lost.len(), same[0].gained.len()), (1, 0, 0));
}

#[test]
fn where_rules_are_not_known_nobody_counts_no_longer() {
    let company = company(&row("a", "exam X-1", "2026-01-01", ""));
    let (none, some) = (standing_of(&company, "smb", &["X-2"], false), standing_of(&company, "smb", &["X-2"], true));
    let change = &compare(&none, &some)[0];
    assert_eq!((change.before, change.after), (None, Some(0.0)));
    assert!(change.gained.is_empty());
    assert!(compare(&some, &none)[0].lost.is_empty());
}
