//! Everything there is to settle in a company of 50,000 users, by all rules; and that four times the users take no more than
//! about four times as long.

mod support;

use std::time::Duration;

use chrono::NaiveDate;
use skilldeck::catalog::{catalog, programmes};
use skilldeck::diagnosis::{Ask, Diagnosis, diagnose};
use skilldeck::model::Company;
use skilldeck::standing::{Question, Rules};
use support::{Size, against_bar, csv_file, median, open, scaled, time, verdict};

fn found(company: &Company, day: NaiveDate) -> Diagnosis {
    let rules = Rules::on(programmes(), day);
    diagnose(company, catalog(), &rules, &Question::of_day(day), &Ask::of_day(day))
}

fn main() {
    if !support::is_bench() {
        return;
    }
    let day = NaiveDate::from_ymd_opt(2021, 5, 19).unwrap_or_default();
    let [small, large] = [12_500, 50_000].map(|accounts| open(&csv_file(Size::Accounts(scaled(accounts)))));
    let counts = found(&large, day).counts();
    println!("{} users, {} skills: {}", large.accounts.len(), large.skill_count(), counts.values().sum::<usize>());
    counts.iter().for_each(|(code, count)| println!("  {}: {count}", code.name()));
    // In turn, so that whatever else the machine does meets both.
    let (mut of_small, mut of_large) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        of_small.push(time(|| found(&small, day)));
        of_large.push(time(|| found(&large, day)));
    }
    let (of_small, of_large) = (median(of_small), median(of_large));
    against_bar("findings of 50,000 users", of_large, Duration::from_millis(300));
    let ratio = of_large.as_secs_f64() / of_small.as_secs_f64();
    println!("four times the users: {of_small:.1?}, then {of_large:.1?}, ratio {ratio:.2} (bar 5.00) {}", verdict(ratio, 5.0));
}
