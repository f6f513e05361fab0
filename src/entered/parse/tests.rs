//! What can be typed, and what is said of what cannot.

use super::*;
use rstest::rstest;

fn today() -> NaiveDate {
    "2026-09-15".parse().unwrap()
}

#[test]
fn every_example_is_understood() {
    for (key, example) in EXAMPLES_SET {
        assert!(parse_set(example, today()).is_ok(), "{key}");
    }
    for (key, example) in EXAMPLES_UNSET {
        assert!(parse_unset(example).is_ok(), "{key}");
    }
    for example in RULE.split("; ") {
        assert!(parse_rule(example).is_ok(), "{example}");
    }
}

#[rstest]
#[case("trak=smb", Wrong::Key, Some("track"))]
#[case("colour=blue", Wrong::Key, None)]
#[case("track=smd", Wrong::Track, Some("smb"))]
#[case("moved=soon", Wrong::Date, None)]
#[case("moved=01/03/2021", Wrong::Date, None)]
#[case("held=cloud-platform/gold", Wrong::Form, None)]
#[case("held=cloud-platform/golden:2021-09-30", Wrong::Level, Some("gold"))]
#[case("held=cloud-platform/gold:2021-09-31", Wrong::Date, None)]
#[case("portal=data-ai", Wrong::Form, None)]
#[case("portal=data-ai:skilling", Wrong::Form, None)]
#[case("portal=data-ai:performence=3", Wrong::Metric, Some("performance"))]
#[case("portal=data-ai:performance=many", Wrong::Number, None)]
#[case("portal=data-ai:performance=NaN", Wrong::Number, None)]
#[case("portal=data-ai:performance=3@yesterday", Wrong::Date, None)]
#[case("portal=data-ai:enrolled=perhaps", Wrong::YesNo, None)]
#[case("portal=data-ai:performance=3,enrolled=yes", Wrong::Form, None)]
#[case("external=ana@x.example", Wrong::Form, None)]
#[case("not-same=ana@x.example", Wrong::Form, None)]
fn what_cannot_be_set_is_said_with_what_can(#[case] typed: &str, #[case] what: Wrong, #[case] near: Option<&str>) {
    let mistake = parse_set(typed, today()).unwrap_err();
    assert_eq!((mistake.what, mistake.near.as_deref()), (what, near), "{mistake:?}");
    assert!(!mistake.valid.is_empty());
}

#[rstest]
#[case("track=smb", Wrong::Form)]
#[case("held", Wrong::Form)]
#[case("portal", Wrong::Form)]
#[case("rule", Wrong::Form)]
#[case("rules=own-1", Wrong::Key)]
fn what_cannot_be_taken_back(#[case] typed: &str, #[case] what: Wrong) {
    assert_eq!(parse_unset(typed).unwrap_err().what, what);
}

#[rstest]
#[case("cloud-platform/gold", Wrong::Form)]
#[case("cloud-platform = 4 of relevant", Wrong::Form)]
#[case("/gold = 4 of relevant", Wrong::Form)]
#[case("cloud-platform/bronze = 4 of relevant", Wrong::Level)]
#[case("cloud-platform/gold = four of relevant", Wrong::Count)]
#[case("cloud-platform/gold = -1 of relevant", Wrong::Count)]
#[case("cloud-platform/gold = 4 relevant", Wrong::Form)]
#[case("cloud-platform/gold = 4 of", Wrong::Form)]
#[case("cloud-platform/gold = 4 of relevant from then", Wrong::Date)]
fn what_is_no_rule(#[case] typed: &str, #[case] what: Wrong) {
    assert_eq!(parse_rule(typed).unwrap_err().what, what);
}

#[test]
fn a_rule_in_full() {
    let rule = parse_rule("Cloud Platform / Gold = 12 OF az-104,AZ-305  from 2026-01-01 to 2026-12-31").unwrap();
    assert_eq!((rule.competency.as_str(), rule.level, rule.count), ("Cloud Platform", Level::Gold, 12));
    assert_eq!(rule.among, Among::OneOf(vec!["az-104".to_owned(), "AZ-305".to_owned()]));
    assert_eq!((rule.from.unwrap().to_string().as_str(), rule.to.unwrap().to_string().as_str()), ("2026-01-01", "2026-12-31"));
}
