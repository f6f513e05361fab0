//! CompetencySummaryHistory opened together with a report: what the company holds, and until when (R11).

use std::sync::Arc;

use rstest::rstest;
use skilldeck::catalog::catalog;
use skilldeck::catalog::programmes::Level;
use skilldeck::model::load::{Loaded, load};
use skilldeck::model::{Given, HeldState};
use skilldeck::report::{Input, Kind, Options, Progress, Trouble};

use super::support::*;

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn opened(paths: &[&str]) -> Result<Loaded, Trouble> {
    let inputs: Vec<Input> = paths.iter().map(|path| Input::file(path)).collect();
    load(&inputs, &Options::default(), &Given::default(), catalog(), &Arc::new(Progress::default())).map_err(|e| e.trouble)
}

fn report() -> Made {
    csv(
        "Email,MCID,Associated to PMC,Associated to PC,Relevant for Competencies (Option) or Programs\na@contoso.example,8000015,Yes,Yes,\n",
    )
}

#[rstest]
fn what_is_held_is_read_in_every_format(#[values("tsv", "csv", "xlsx")] format: &str) {
    let tsv = std::fs::read_to_string(fixture("competency-history.tsv")).unwrap();
    let made = csv(&tsv.replace('\t', ","));
    let history = match format {
        "csv" => made.input().path,
        other => fixture(&format!("competency-history.{other}")),
    };
    let report = report();
    let loaded = opened(&[&history, &report.input().path]).unwrap();
    let source = &loaded.others[0];
    assert_eq!((source.kind, source.rows, source.rows_refused), (Kind::CompetencyHistory, 5, 0));
    assert!(source.columns.iter().all(|c| c.field.is_some()) && source.diagnostics.is_empty(), "{:?}", source.diagnostics);
    let held: Vec<_> = loaded.history.iter().map(|h| (h.id.as_str(), h.level, h.state, h.anniversary.to_string(), h.row)).collect();
    let expected = [
        ("cloud-platform", Level::Gold, HeldState::Active, "2021-07-19".to_owned(), 2),
        ("data-analytics", Level::Silver, HeldState::Active, "2022-02-08".to_owned(), 3),
        ("devops", Level::Gold, HeldState::Active, "2021-08-10".to_owned(), 4),
        ("messaging", Level::Silver, HeldState::GracePeriod, "2021-05-04".to_owned(), 6),
    ];
    assert_eq!(held, expected, "Datacenter is inactive");
    assert!(loaded.history.iter().all(|h| h.path == history && h.from.is_some()));
}

#[test]
fn of_two_histories_the_newest_row_wins() {
    let report = report();
    let newer = csv(
        "CompetencyName,CompetencyLevel,CompetencyStatus,CompetencyStartDate,CompetencyEndDate\nDevOps,Gold,Active,2021-08-10,2022-08-10\n",
    );
    let loaded = opened(&[&newer.input().path, &fixture("competency-history.tsv"), &report.input().path]).unwrap();
    let devops = loaded.history.iter().find(|h| h.id == "devops").unwrap();
    assert_eq!((devops.anniversary.to_string().as_str(), devops.path.as_str()), ("2022-08-10", newer.input().path.as_str()));
    assert_eq!(loaded.history.len(), 4);
}

#[test]
fn alone_it_lists_nobody() {
    assert_eq!(opened(&[&fixture("competency-history.xlsx")]).err(), Some(Trouble::OtherKind(Kind::CompetencyHistory)));
}
