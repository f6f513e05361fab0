//! What the benches share: an invented company of any size as a file, and the line that sets two times side by side.

#![allow(dead_code)] // each bench uses a part of it
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a bench may panic: that is how it fails

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{Datelike as _, Days, NaiveDate};
use skilldeck::catalog::{Credential, catalog};
use skilldeck::model::{Company, Given, build};
use skilldeck::report::{self, Input, Options, SkillType};

/// `SKILLDECK_BENCH_QUICK=1`: a tenth of the data and few samples, to see that everything works. The figures mean little.
pub fn quick() -> bool {
    std::env::var_os("SKILLDECK_BENCH_QUICK").is_some_and(|v| !v.is_empty())
}

/// A size, or a tenth of it in quick mode.
pub fn scaled(full: u32) -> u32 {
    if quick() { full / 10 } else { full }
}

/// Whether `cargo bench` started the program; `cargo test --all-targets` starts it too, and then nothing is to be measured.
pub fn is_bench() -> bool {
    std::env::args().any(|a| a == "--bench")
}

/// How much to write.
#[derive(Clone, Copy)]
pub enum Size {
    /// Until there are so many data rows.
    Rows(u32),
    /// So many accounts.
    Accounts(u32),
}

/// The headings of a skills report.
pub const HEADER: [&str; 12] = [
    "First Name",
    "Last Name",
    "Email",
    "MCID",
    "Associated to PMC",
    "Associated to PC",
    "Skill Type",
    "Skill Name",
    "Skill ID",
    "Skill Completion Date",
    "Relevant for Competencies  (Option) or Programs",
    "Skill Expiration Date",
];

/// One data row.
pub struct Row {
    /// Its texts, by column; empty where there is a date.
    pub cells: [String; 12],
    /// When the skill was earned (column 9) and until when it is valid (column 11).
    pub dates: [Option<NaiveDate>; 2],
}

const FIRST: &str = "Amélie Bruno Chloé Dmitri Elif Fatima Gökhan Hana Ivan José Karin Łukasz Marta Nguyễn Olga Paulo Quentin Renée Søren \
     Tomáš Ursula Václav Wei Xenia Yūki Zoë Anna Ben Carla David Emma Farid Grace Hugo Inès Jan Kofi Lena Max Nora";
const LAST: &str = "Durand Müller García Novák Öztürk Rossi Kowalski Lefèvre Nielsen O'Brien Petrov Santos Tanaka 李 Văn Horváth Lindström \
     Silva Moreau Schmidt Dubois Fischer Costa Jensen Kim Haddad Mensah Popescu Weber";
const STEMS: &str = "Ander Berg Carl Dahl Eklund Fern Grim Holm Iver Lund Mont Nord Ost Ravn Stein Thor Wester Zim";
const ENDS: &str = "sen mann ova ez eau ini ski dottir oglu escu";
const COMPETENCIES: [&str; 12] = [
    "Cloud Platform (Azure)",
    "Cloud Platform (Hybrid Cloud)",
    "Data Platform (Big Data)",
    "Data Analytics (Power BI)",
    "DevOps (Azure DevOps)",
    "Cloud Business Applications (Enterprise Customer Engagement)",
    "Cloud Customer Relationship Management (Cloud CRM Reseller)",
    "Application Development (Mobile)",
    "Windows and Devices (Deployment)",
    "Security (Identity)",
    "Small and Midmarket Cloud Solutions (Office 365)",
    "Enterprise Mobility Management (Unified Endpoint)",
];

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }

    fn percent(&mut self, n: u64) -> bool {
        self.below(100) < n
    }
}

fn ascii(name: &str) -> String {
    skilldeck::text::fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Where a skill counts; the same for everybody.
fn relevant(number: usize) -> String {
    match number % 5 {
        0 | 4 => String::new(),
        1 => COMPETENCIES[number % 12].to_owned(),
        2 => format!("{}; {}", COMPETENCIES[number % 12], COMPETENCIES[(number / 3) % 12]),
        _ => format!("{}; {}; {}", COMPETENCIES[number % 12], COMPETENCIES[(number / 5) % 12], COMPETENCIES[(number / 7) % 12]),
    }
}

/// Hands the rows of an invented report to `take`: about 3.6 rows an account, those of one account together, as Partner
/// Center writes them.
pub fn rows(size: Size, mut take: impl FnMut(Row)) {
    let first: Vec<&str> = FIRST.split_whitespace().collect();
    let compound = STEMS.split_whitespace().flat_map(|s| ENDS.split_whitespace().map(move |e| format!("{s}{e}")));
    let last: Vec<String> = LAST.split_whitespace().map(str::to_owned).chain(compound).collect();
    let credentials: Vec<(usize, &Credential)> = catalog().credentials.iter().enumerate().filter(|(_, c)| !c.title.is_empty()).collect();
    let day = NaiveDate::from_ymd_opt(2021, 5, 19).unwrap();
    let mut dice = Dice(7);
    let (mut written, mut accounts) = (0, 0);
    loop {
        let number = u64::from(accounts);
        let (given, family) = (*dice.of(&first), dice.of(&last).clone());
        let domain = if dice.percent(2) { "outlook.example" } else { "contoso.example" };
        let email = format!("{}.{}{}@{domain}", ascii(given), ascii(&family), number % 9973);
        let mcid = if dice.percent(2) { String::new() } else { (8_000_000 + number * 37 + dice.below(30)).to_string() };
        let yes_no = |yes: bool| if yes { "Yes" } else { "No" }.to_owned();
        let (pmc, pc) = (yes_no(dice.percent(55)), yes_no(dice.percent(88)));
        let person = [given.to_owned(), family, email, mcid, pmc, pc];
        // Nobody to fourteen, 3.6 rows on average: one row says that somebody has no skill.
        let skills = if dice.percent(30) { 0 } else { 1 + dice.below(4) + dice.below(5) + if dice.percent(8) { dice.below(8) } else { 0 } };
        for _ in 0..skills.max(1) {
            let mut cells: [String; 12] = Default::default();
            cells[..6].clone_from_slice(&person);
            let mut dates = [None, None];
            if skills > 0 {
                let (at, credential) = *dice.of(&credentials);
                let (kind, code, valid) = match credential.kind {
                    SkillType::Exam => ("Exam", credential.id.to_uppercase(), false),
                    SkillType::Certification => ("Certification", credential.id.clone(), true),
                    _ => ("Assessment", credential.id.clone(), false),
                };
                let earned = day - Days::new(dice.below(1500));
                cells[6] = kind.to_owned();
                cells[7].clone_from(&credential.title);
                cells[8] = code;
                cells[10] = relevant(at);
                dates = [Some(earned), valid.then(|| earned + Days::new(730 + 365 * dice.below(2)))];
            }
            take(Row { cells, dates });
            written += 1;
            if matches!(size, Size::Rows(n) if n == written) {
                return;
            }
        }
        accounts += 1;
        if matches!(size, Size::Accounts(n) if n == accounts) {
            return;
        }
    }
}

/// Writes a file of the build folder once; benches that follow find it there.
fn once(name: &str, write: impl FnOnce(&Path)) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    if !path.exists() {
        let unfinished = folder.join(format!("{}-{name}", std::process::id()));
        write(&unfinished);
        std::fs::rename(&unfinished, &path).unwrap();
    }
    path
}

fn label(size: Size) -> String {
    match size {
        Size::Rows(n) => format!("{n}-rows"),
        Size::Accounts(n) => format!("{n}-accounts"),
    }
}

/// The report as csv: UTF-8 with a mark, CR LF, ISO dates.
pub fn csv_file(size: Size) -> PathBuf {
    once(&format!("skills-2-{}.csv", label(size)), |path| {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
        out.write_all(b"\xef\xbb\xbf").unwrap();
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        out.write_record(HEADER).unwrap();
        rows(size, |mut row| {
            for (column, date) in [9, 11].into_iter().zip(row.dates) {
                row.cells[column] = date.map(|d| d.to_string()).unwrap_or_default();
            }
            out.write_record(&row.cells).unwrap();
        });
        out.flush().unwrap();
    })
}

/// The report as a workbook: shared strings, native dates, no cell where there is nothing.
pub fn xlsx_file(size: Size) -> PathBuf {
    once(&format!("skills-2-{}.xlsx", label(size)), |path| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        let sheet = book.add_worksheet();
        sheet.set_name("User Skills").unwrap();
        sheet.write_row(0, 0, HEADER).unwrap();
        let mut at = 0;
        rows(size, |row| {
            at += 1;
            for (column, cell) in (0u16..).zip(&row.cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(at, column, cell).unwrap();
            }
            for (column, day) in [9, 11].into_iter().zip(row.dates) {
                if let Some(d) = day {
                    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(u16::try_from(d.year()).unwrap(), d.month() as u8, d.day() as u8);
                    sheet.write_datetime_with_format(at, column, day.unwrap(), &date).unwrap();
                }
            }
        });
        book.save(path).unwrap();
    })
}

/// A file to the finished model.
pub fn open(path: &Path) -> Company {
    let input = Input::file(&path.to_string_lossy());
    let reading = report::read(&input, &Options::default(), &Default::default()).unwrap();
    build(reading, catalog(), &Given::default())
}

/// Every record of a csv file by the bare library; gives the bytes of the cells.
pub fn bare_csv(path: &Path) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).buffer_capacity(1 << 16).from_path(path).unwrap();
    let mut record = csv::ByteRecord::new();
    let mut bytes = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        bytes += record.as_slice().len();
    }
    bytes
}

/// Every cell of a workbook by the bare library; gives their number.
pub fn bare_xlsx(path: &Path) -> usize {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut reader = book.worksheet_cells_reader("User Skills").unwrap();
    let mut cells = 0;
    while let Some(cell) = reader.next_cell().unwrap() {
        cells += usize::from(*cell.get_value() != calamine::DataRef::Empty);
    }
    cells
}

/// The time of one run.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Whether a figure is within its bar, as a word.
pub fn verdict(value: f64, bar: f64) -> &'static str {
    if value <= bar { "ok" } else { "MISSED" }
}

/// Runs two works in turn, so that whatever else the machine does meets both, and prints the ratio of the medians.
pub fn ratio(name: &str, bar: f64, rounds: usize, mut ours: impl FnMut(), mut bare: impl FnMut()) {
    let rounds = if quick() { 3 } else { rounds };
    let (mut our_times, mut bare_times) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        bare_times.push(time(&mut bare));
        our_times.push(time(&mut ours));
    }
    let of = |ours: Duration, bare: Duration| ours.as_secs_f64() / bare.as_secs_f64();
    // The best times tell what is possible when something else takes a core now and then.
    let best = of(our_times.iter().min().copied().unwrap(), bare_times.iter().min().copied().unwrap());
    let (ours, bare) = (median(our_times), median(bare_times));
    let ratio = of(ours, bare);
    println!("{name}: {ours:.1?} against {bare:.1?}, ratio {ratio:.2} (bar {bar:.2}) {}; of the best times {best:.2}", verdict(ratio, bar));
}

/// Prints a time beside its bar.
pub fn against_bar(name: &str, time: Duration, bar: Duration) {
    println!("{name}: {time:.2?} (bar {bar:.0?}) {}", verdict(time.as_secs_f64(), bar.as_secs_f64()));
}
