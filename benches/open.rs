//! Opening a report to the finished model, beside the bare loop of the library that reads the file.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::time::Duration;

use criterion::{Criterion, SamplingMode};
use support::{Size, bare_csv, bare_xlsx, csv_file, open, quick, ratio, scaled, xlsx_file};

fn main() {
    if !support::is_bench() {
        return;
    }
    let workbook = xlsx_file(Size::Rows(scaled(100_000)));
    let text = csv_file(Size::Rows(scaled(1_000_000)));
    // Both sides find the files in the memory of the system, and the tables of the program parsed.
    open(&workbook);
    open(&text);

    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(if quick() { 100 } else { 500 }))
        .measurement_time(Duration::from_secs(if quick() { 1 } else { 3 }))
        .configure_from_args();
    let mut group = criterion.benchmark_group("open");
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function("xlsx 100,000 rows", |b| b.iter(|| open(&workbook)));
    group.bench_function("xlsx bare", |b| b.iter(|| bare_xlsx(&workbook)));
    group.bench_function("csv 1,000,000 rows", |b| b.iter(|| open(&text)));
    group.bench_function("csv bare", |b| b.iter(|| bare_csv(&text)));
    group.finish();
    criterion.final_summary();

    println!();
    ratio("open xlsx", 1.25, 9, || drop(open(&workbook)), || assert!(bare_xlsx(&workbook) > 0));
    ratio("open csv", 2.0, 9, || drop(open(&text)), || assert!(bare_csv(&text) > 0));
}
