//! Filtering 200,000 users, beside fuzzy-matcher in one loop over the same keys.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::Criterion;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use skilldeck::model::Company;
use skilldeck::query::{Filter, SearchIndex, parse, run};
use skilldeck::tui::app::{Sort, SortKey};
use skilldeck::tui::effects::listing;
use support::{Size, csv_file, open, quick, ratio, scaled};

/// Plain words, which fuzzy-matcher can look for too.
const WORDS: [&str; 5] = ["mull", "jose", "kowal", "az-104", "qqqq"];
/// A filter that it knows nothing of.
const FIELDS: &str = "pc:no pmc:yes";

struct Users {
    company: Company,
    index: SearchIndex,
    as_of: NaiveDate,
    /// Folded name and local part of each user.
    keys: Vec<(String, String)>,
}

impl Users {
    /// The users that a filter finds, in the order in which they are shown. `among`: the hits of a wider filter.
    fn found(&self, words: &str, among: Option<&[u32]>) -> usize {
        let query = parse(words, self.as_of).unwrap();
        let sort = Sort { key: SortKey::Match, reversed: false };
        listing(&self.company, &self.index, self.as_of, &query, sort, among, &|| false).unwrap().accounts.len()
    }

    /// The same by the matcher alone.
    fn bare(&self, word: &str) -> usize {
        let matcher = SkimMatcherV2::default();
        let best = |(name, local): &&(String, String)| matcher.fuzzy_match(name, word).max(matcher.fuzzy_match(local, word)).is_some();
        self.keys.iter().filter(best).count()
    }

    fn hits(&self, words: &str) -> Vec<u32> {
        let query = parse(words, self.as_of).unwrap();
        run(&Filter::new(&query, &self.company, &self.index, self.as_of), None, &|| false)
            .unwrap()
            .hits
            .into_iter()
            .map(|h| h.account)
            .collect()
    }
}

fn main() {
    if !support::is_bench() {
        return;
    }
    let company = open(&csv_file(Size::Accounts(scaled(200_000))));
    let index = SearchIndex::new(&company);
    let count = u32::try_from(company.accounts.len()).unwrap();
    let local = |email: &str| email.split_once('@').map_or(email, |(local, _)| local).to_owned();
    let keys = (0..count).map(|n| (index.name(n).to_owned(), local(index.email(n)))).collect();
    let as_of = company.report_date.map_or_else(|| "2021-05-19".parse().unwrap(), |(date, _)| date);
    let users = Users { company, index, as_of, keys };

    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(if quick() { 1 } else { 2 }))
        .configure_from_args();
    let mut group = criterion.benchmark_group("filter 200,000 users");
    for words in WORDS.into_iter().chain([FIELDS]) {
        group.bench_function(words, |b| b.iter(|| users.found(black_box(words), None)));
    }
    group.bench_function("index", |b| b.iter(|| SearchIndex::new(&users.company)));
    let wider = users.hits("kowa");
    group.bench_function("kowa → kowal (narrowing)", |b| b.iter(|| users.found("kowal", Some(&wider))));
    group.bench_function("sort by name", |b| {
        let sort = Sort { key: SortKey::Name, reversed: false };
        b.iter(|| listing(&users.company, &users.index, users.as_of, &Default::default(), sort, None, &|| false));
    });
    group.finish();
    criterion.final_summary();

    println!();
    for word in WORDS {
        println!("filter {word}: {} users found, {} by fuzzy-matcher", users.found(word, None), users.bare(word));
        ratio(&format!("filter {word}"), 1.0, 7, || assert!(users.found(word, None) < 1 << 30), || assert!(users.bare(word) < 1 << 30));
    }
    ratio("filter kowa → kowal", 1.0, 7, || assert!(users.found("kowal", Some(&wider)) > 0), || assert!(users.bare("kowal") > 0));
}
