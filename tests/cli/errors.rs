//! Every way in which a file can fail to open: one line that names the file and says what to do, in both languages, and
//! exit code 2.

use std::io::Write;

use rstest::rstest;
use zip::write::SimpleFileOptions;

use super::support::{Desk, demo, fixture, report, two_people};

/// A message in English and in French.
#[track_caller]
fn said(desk: &Desk, file: &str, english: &str, french: &str) {
    said_of(desk, file, &["summary", file], english, french);
}

#[track_caller]
fn said_of(desk: &Desk, name: &str, args: &[&str], english: &str, french: &str) {
    let message = desk.run(args).failure();
    assert!(message.contains(name) && message.contains(english), "{message}");
    let in_french = desk.run(&[args, &["--lang", "fr"]].concat()).failure();
    assert!(in_french.contains(name) && in_french.contains(french), "{in_french}");
    assert_ne!(message, in_french);
}

#[test]
fn there_is_no_such_file() {
    said(&Desk::new(), "gone.xlsx", "gone.xlsx: there is no such file", "gone.xlsx : ce fichier n’existe pas");
    for command in ["users", "columns"] {
        assert!(Desk::new().run(&[command, "gone.xlsx"]).failure().starts_with("gone.xlsx: there is no such file"));
    }
}

#[test]
fn one_missing_file_of_several_stops_the_program() {
    let desk = Desk::with("report.csv", two_people());
    said_of(&desk, "gone.csv", &["summary", "report.csv", "gone.csv"], "there is no such file", "n’existe pas");
}

#[test]
fn a_folder_without_a_report() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    said(&desk, "empty", "empty: this folder holds no report", "ce dossier ne contient aucun rapport");
    desk.put("pictures/holiday.jpg", "…");
    said(&desk, "pictures", "this folder holds no report", "ce dossier ne contient aucun rapport");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("locked.csv", two_people());
    std::fs::set_permissions(desk.path("locked.csv"), std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(desk.path("locked.csv")).is_ok() {
        return; // whoever runs this may read anything
    }
    said(&desk, "locked.csv", "does not let it be read", "en refuse la lecture");
}

#[cfg(unix)]
#[test]
fn a_device() {
    said(&Desk::new(), "/dev/null", "this is a pipe or a device", "c’est un tube ou un périphérique");
}

#[rstest]
#[case("~$report.xlsx", "lock file that Office leaves", "fichier de verrouillage")]
#[case("report.xlsx.crdownload", "has not finished this download", "n’a pas terminé ce téléchargement")]
#[case("report.xlsx.part", "has not finished this download", "n’a pas terminé ce téléchargement")]
#[case("report.csv", "the file is empty (0 bytes)", "le fichier est vide (0 octet)")]
fn what_the_name_or_the_size_gives_away(#[case] name: &str, #[case] english: &str, #[case] french: &str) {
    let content = if name == "report.csv" { String::new() } else { two_people() };
    said(&Desk::with(name, content), name, english, french);
}

#[rstest]
#[case("password.xlsx")]
#[case("password.xls")]
fn a_password(#[case] name: &str) {
    let desk = Desk::with(name, std::fs::read(fixture(name)).unwrap());
    said(&desk, name, "protected by a password", "protégé par un mot de passe");
}

#[test]
fn a_workbook_cut_off() {
    let whole = std::fs::read(demo("skills-2021-05-19.en.xlsx")).unwrap();
    let desk = Desk::with("report.xlsx", &whole[..whole.len() / 2]);
    said(&desk, "report.xlsx", "the file is damaged or cut off", "le fichier est endommagé ou tronqué");
}

/// An archive with one entry of blanks.
fn archive(entry: &str, bytes: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(entry, SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b' '; bytes]).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_unpacks_to_more_than_the_limit() {
    let desk = Desk::with("bomb.xlsx", archive("xl/workbook.xml", 3 << 20));
    desk.configure("[limits]\nunpacked-bytes = 2097152\n");
    said(&desk, "bomb.xlsx", "unpacked, the workbook is larger than 2 MiB", "décompressé, le classeur dépasse 2 Mio");
}

#[test]
fn a_format_that_is_read_whole_above_the_limit() {
    let mut old = std::fs::read(fixture("legacy.xls")).unwrap();
    old.resize(2 << 20, 0);
    let desk = Desk::with("old.xls", old);
    desk.configure("[limits]\nwhole-file-bytes = 1048576\n");
    said(&desk, "old.xls", "this one is larger than 1 MiB", "le fichier dépasse 1 Mio");
}

#[test]
fn more_rows_than_the_limit() {
    let desk = Desk::with("report.csv", two_people());
    desk.configure("[limits]\nrows = 2\n");
    said(&desk, "report.csv", "more than 2 rows", "plus de 2 lignes");
    desk.configure("[limits]\nrows = 3\n");
    desk.print(&["summary", "report.csv"]);
}

#[test]
fn a_cell_above_the_limit() {
    let long = format!("Ada,B,a@x.example,1,Yes,No,Exam,\"{}\",E-1,2021-02-13,,", "x".repeat(3000));
    let desk = Desk::with("report.csv", report(&[&long]));
    desk.configure("[limits]\ncell-bytes = 2048\n");
    said(&desk, "report.csv", "report.csv, row 2: a cell is larger than 2 KiB", "report.csv, ligne 2 : une cellule dépasse 2 Kio");
}

#[rstest]
#[case("report.xls", "<html><body><table><tr><td>Sign in</td></tr></table></body></html>", "this is a web page", "c’est une page web")]
#[case("report.xlsx", "%PDF-1.7 …", "this is a PDF", "c’est un PDF")]
#[case("report.csv", "\u{1f}\u{8b}\u{1}\u{2}\u{3}\u{4}", "neither a workbook", "ni un classeur")]
#[case("report.xml", "<?xml version=\"1.0\"?><report/>", "neither a workbook", "ni un classeur")]
#[case("notes.csv", "just one word", "no table was found", "aucun tableau trouvé")]
#[case("table.csv", "Fruit,Weight\napple,3\n", "Found: “Fruit”, “Weight”", "Trouvé : ")]
fn what_is_no_report_at_all(#[case] name: &str, #[case] content: &str, #[case] english: &str, #[case] french: &str) {
    said(&Desk::with(name, content), name, english, french);
}

#[test]
fn an_archive_that_is_no_workbook() {
    let desk = Desk::with("photos.zip", archive("holiday.jpg", 10));
    said(&desk, "photos.zip", "neither a workbook", "ni un classeur");
}

/// Other downloads of Partner Center, given alone, are named, with where the right one is.
#[rstest]
#[case("staff-list", "Team,Email\nNorth,ada@x.example\n", "list of people with e-mail addresses", "une liste de personnes")]
#[case(
    "competency-history",
    "CompetencyName,CompetencyLevel,CompetencyStatus,CompetencyStartDate,CompetencyEndDate\nCamping,Gold,Active,2021-01-01,2022-01-01\n",
    "Competency history (CompetencySummaryHistory)",
    "l’historique des compétences"
)]
#[case(
    "competency-performance",
    "CompetencyName,CompetencyAttainmentOptionName,Month,MetricName,MetricMonthlyContribution,TTMAggregate,AnniversaryYearAggregate,GoldThreshold,SilverThreshold\nCamping,Tents,2021-01-01,Nights,1,2,3,4,5\n",
    "Competency performance (CompetencyPerformanceRequirement)",
    "le rapport de performances des compétences"
)]
#[case(
    "ms-learn",
    "PGAMpnId,UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MPNId,PartnerName,Country\n1,Ada,8f14e45f-ceea-467f-a0e6-000000000001,Knots,module,Rope,Guide,2021-02-13,77,Contoso,France\n",
    "Microsoft Learn download (MSLearn)",
    "le téléchargement Microsoft Learn"
)]
#[case(
    "partner-profile",
    "MPNId,PartnerName,PGA_MPNId,PGA_PartnerName,City,Country,HierarchyLevel\n77,Contoso,1,Contoso,Lyon,France,Location\n",
    "Partner profile",
    "le profil du partenaire"
)]
fn another_download_given_alone(#[case] name: &str, #[case] content: &str, #[case] english: &str, #[case] french: &str) {
    let file = format!("{name}.csv");
    let desk = Desk::with(&file, content);
    said(&desk, &file, &format!("this is the {english}"), french);
}

#[test]
fn nothing_on_standard_input() {
    let desk = Desk::new();
    let message = desk.pipe("", &["summary", "-"]).failure();
    assert!(message.starts_with("-: the file is empty"), "{message}");
    assert!(desk.pipe("", &["summary", "-", "--lang", "fr"]).failure().starts_with("- : le fichier est vide"));
    assert!(desk.pipe("a,b\n1,2\n", &["users", "-"]).failure().starts_with("-: no header row of a known download"));
}

/// A message that fails leaves nothing half-written behind.
#[test]
fn nothing_is_written_when_reading_fails() {
    let desk = Desk::with("table.csv", "Fruit,Weight\napple,3\n");
    desk.run(&["users", "table.csv", "-o", "out.csv", "--format", "csv"]).failure();
    assert!(!desk.path("out.csv").exists());
}

/// Data problems are warnings: what can be read is read.
#[test]
fn bad_cells_are_no_errors() {
    let rows = ["Ada,B,nonsense,x,perhaps,#REF!,Exam,Maps,E-1,2021-02-31,((,soon", ",,,,,,,,,,,", "Total,,,,,,,,,,,"];
    let desk = Desk::with("report.csv", report(&rows));
    assert_eq!(desk.json(&["users", "report.csv"])["users"][0]["name"], "Ada B");
}
