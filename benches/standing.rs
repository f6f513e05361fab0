//! Where a company of 50,000 users stands, with everything: rules as many and as large as the real ones.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::Criterion;
use skilldeck::catalog::catalog;
use skilldeck::catalog::programmes::{
    Competency, CompetencyOption, Confidence, Designation, DesignationVersion, Holds, Level, LevelRules, Metric, OptionKind, People,
    ProgrammeRules, Requirement, Step, StepRole, Validity,
};
use skilldeck::model::Company;
use skilldeck::report::SkillType;
use skilldeck::standing::{Chosen, Index, Paths, Question, Rules, Standing, standing};
use support::{Size, against_bar, csv_file, median, open, quick, scaled, time};

fn validity() -> Validity {
    Validity { from: None, to: None, confidence: Confidence::High, sources: Vec::new(), note: None, entered: false }
}

/// Ids of a kind, so many from a place on, around the end.
fn some(kind: SkillType, from: usize, many: usize) -> Vec<String> {
    let all: Vec<&str> = catalog().credentials.iter().filter(|c| c.kind == kind).map(|c| c.id.as_str()).collect();
    (from..from + many).map(|at| all[at % all.len()].to_owned()).collect()
}

/// Six designations of two tracks with two metrics each: gates of one or two certifications, and a step of a dozen.
fn designations() -> Vec<Designation> {
    let step = |number, role, any_of| Step { number, role, any_of, eligibility: Vec::new(), note: None };
    let metric = |at: usize, id: &str, track: &str, people| {
        let gate =
            |number, from| step(number, StepRole::Gate { min_people: 2, points_when_met: 0.0 }, some(SkillType::Certification, from, 2));
        let scored = step(3, StepRole::Scored { max_points: None }, some(SkillType::Certification, at * 7, 12));
        Metric {
            id: id.to_owned(),
            track: track.to_owned(),
            max_points: 20.0,
            people_for_max: people,
            steps: vec![gate(1, at), gate(2, at + 3), scored],
            note: None,
        }
    };
    let of = |at: usize| Designation {
        id: format!("designation-{at}"),
        name: format!("Designation {at}"),
        short: String::new(),
        replaces: Vec::new(),
        versions: vec![DesignationVersion {
            id: "2026-07".to_owned(),
            validity: validity(),
            categories: Default::default(),
            track_rule: None,
            metrics: vec![
                metric(at, "intermediate", "enterprise", 5),
                metric(at, "intermediate", "smb", 4),
                metric(at + 1, "advanced", "enterprise", 7),
                metric(at + 1, "advanced", "smb", 2),
            ],
        }],
    };
    (0..6).map(of).collect()
}

/// Eighteen competencies with twenty-five options of two levels: lists of a dozen exams, sets, and pairs that bear on
/// each other.
fn competencies() -> Vec<Competency> {
    let requirement = |id: &str, count, people, holds| Requirement { id: id.to_owned(), count, people, holds, ambiguous: None, note: None };
    let level = |at: usize, level, count: u32| {
        let list = Holds { any_of: some(SkillType::Exam, at * 5, 12), ..Holds::default() };
        let sets = (0..3).map(|set| some(SkillType::Exam, at * 5 + set * 2, 2)).collect();
        let sets = Holds { any_set_of: sets, ..Holds::default() };
        let second = match at % 4 {
            0 => Some(People::SubsetOf("r1".to_owned())),
            1 => Some(People::DistinctFrom("r1".to_owned())),
            _ => None,
        };
        let first = requirement("r1", count, People::Any, if at.is_multiple_of(3) { sets } else { list });
        let second = second.map(|p| requirement("r2", count / 2, p, Holds { any_of: some(SkillType::Exam, at, 4), ..Holds::default() }));
        LevelRules { level, requirements: [first].into_iter().chain(second).collect(), performance: None }
    };
    let option = |at: usize| CompetencyOption {
        id: format!("option-{at}"),
        name: format!("Option {at}"),
        ruleset: "mpn-2018".to_owned(),
        validity: validity(),
        kind: OptionKind::Skills(vec![level(at, Level::Silver, 2), level(at, Level::Gold, 4)]),
    };
    let names = ["Cloud Platform", "Data Platform", "Data Analytics", "DevOps", "Cloud Business Applications", "Security"];
    let of = |at: usize| Competency {
        id: format!("competency-{at}"),
        name: names.get(at).map_or_else(|| format!("Competency {at}"), |name| (*name).to_owned()),
        area: String::new(),
        maps_to: Vec::new(),
        gap: None,
        options: if at < 7 { vec![option(at * 2), option(at * 2 + 1)] } else { vec![option(at + 7)] },
    };
    (0..18).map(of).collect()
}

fn main() {
    if !support::is_bench() {
        return;
    }
    let company: Company = open(&csv_file(Size::Accounts(scaled(50_000))));
    let (designations, competencies) = (designations(), competencies());
    let numbers = ProgrammeRules {
        retired_exam_months: 12,
        retired_certification_months: 12,
        min_total_points: 70.0,
        refresh_days: 10,
        check_ahead_months: 3,
        renewal_window: (1, 30),
        competencies_end: None,
        designations_start: None,
    };
    let rules = Rules {
        numbers: &numbers,
        designations: designations
            .iter()
            .map(|d| (d, d.versions.first().map(|rules| Chosen { rules, in_force: true, by_hand: false })))
            .collect(),
        competencies: competencies
            .iter()
            .map(|c| (c, c.options.iter().map(|rules| Chosen { rules, in_force: true, by_hand: false }).collect()))
            .collect(),
    };
    let as_of: NaiveDate = company.report_date.map_or_else(|| "2021-05-19".parse().unwrap(), |(date, _)| date);
    let question = Question::of_day(as_of);
    let whole = || -> Standing {
        let index = Index::new(&company, catalog(), &[]);
        standing(&company, catalog(), &index, &rules, &question)
    };
    let index = Index::new(&company, catalog(), &[]);

    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(if quick() { 1 } else { 2 }))
        .configure_from_args();
    let mut group = criterion.benchmark_group("standing 50,000 users");
    group.bench_function("index", |b| b.iter(|| Index::new(black_box(&company), catalog(), &[])));
    group.bench_function("everything, from the index", |b| b.iter(|| standing(&company, catalog(), &index, black_box(&rules), &question)));
    group.bench_function("paths", |b| b.iter(|| Paths::new(&company, catalog(), black_box(&rules), &question)));
    let suspected = Question { suspected: vec![(1, 2), (3, 4)], ..question.clone() };
    group.bench_function("with suspected pairs", |b| b.iter(|| standing(&company, catalog(), &index, &rules, black_box(&suspected))));
    group.finish();
    criterion.final_summary();

    println!();
    let found = whole();
    let held: usize = found.designations.iter().flat_map(|d| &d.metrics).flat_map(|m| &m.steps).map(|s| s.holders.list().len()).sum();
    println!("standing: {} users, {} skills, {held} people in the steps of designations", company.accounts.len(), company.skill_count());
    let times = (0..9).map(|_| time(whole)).collect();
    against_bar("standing of everything for 50,000 users, index included", median(times), Duration::from_millis(50));
}
