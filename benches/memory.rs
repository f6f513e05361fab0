//! Peak memory of opening a report, measured in a child process for each case.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::path::Path;
use std::process::Command;

use support::{Size, bare_csv, bare_xlsx, csv_file, open, scaled, verdict, xlsx_file};

/// Bytes that a row may take, and what the program takes without any.
const BYTES_A_ROW: u64 = 100;
const BASE: u64 = 20 << 20;

/// The most memory this process ever had, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? << 10)
}

/// What a child does: one case, then its peak on standard output.
fn child(case: &str, path: &Path) {
    match case {
        "xlsx" | "csv" => {
            let company = open(path);
            // The model is still there when the peak is read.
            assert!(!company.accounts.is_empty());
        }
        "bare-xlsx" => assert!(bare_xlsx(path) > 0),
        _ => assert!(bare_csv(path) > 0),
    }
    if let Some(bytes) = peak() {
        println!("{bytes}");
    }
}

fn peak_of(case: &str, path: &Path) -> Option<u64> {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).arg("child").arg(case).arg(path).output().unwrap();
    assert!(output.status.success(), "{case}");
    String::from_utf8(output.stdout).unwrap().trim().parse().ok()
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, word, case, path] = args.as_slice()
        && word == "child"
    {
        return child(case, Path::new(path));
    }
    if !support::is_bench() {
        return;
    }
    for (case, bare, rows) in [("xlsx", "bare-xlsx", scaled(100_000)), ("csv", "bare-csv", scaled(1_000_000))] {
        let path = if case == "xlsx" { xlsx_file(Size::Rows(rows)) } else { csv_file(Size::Rows(rows)) };
        let (Some(ours), Some(bare)) = (peak_of(case, &path), peak_of(bare, &path)) else {
            println!("memory {case}: not measured on this system");
            continue;
        };
        let megabytes = |bytes: u64| bytes as f64 / f64::from(1 << 20);
        let (limit, a_row) = (BYTES_A_ROW * u64::from(rows) + BASE, ours.saturating_sub(BASE) / u64::from(rows));
        println!(
            "memory {case}, {rows} rows: peak {:.1} MB, {a_row} bytes a row above {} MB (bar {:.1} MB) {}; bare loop {:.1} MB",
            megabytes(ours),
            BASE >> 20,
            megabytes(limit),
            verdict(ours as f64, limit as f64),
            megabytes(bare),
        );
    }
}
