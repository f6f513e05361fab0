//! Where a company of 50,000 users stands, with everything: all designations, competencies, options and levels of the rules
//! that come with the program.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::Criterion;
use skilldeck::catalog::{catalog, programmes};
use skilldeck::model::Company;
use skilldeck::standing::{Index, Paths, Question, Rules, Standing, standing};
use support::{Size, against_bar, csv_file, median, open, quick, scaled, time};

fn main() {
    if !support::is_bench() {
        return;
    }
    let company: Company = open(&csv_file(Size::Accounts(scaled(50_000))));
    let as_of: NaiveDate = company.report_date.map_or_else(|| "2021-05-19".parse().unwrap(), |(date, _)| date);
    let question = Question::of_day(as_of);
    // Of the designations those of today's rules, of the competencies their last ones.
    let rules = Rules::on(programmes(), "2026-09-15".parse().unwrap());
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
