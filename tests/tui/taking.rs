//! Copying, and writing to a file.

use std::path::Path;

use calamine::Reader as _;

use skilldeck::report::Input;
use skilldeck::tui::app::Layer;

use super::deck::{Deck, named};
use super::files::report;

fn copied(deck: &Deck) -> &str {
    &deck.copied.as_ref().expect("something was copied").text
}

/// Writes what is shown to a path.
fn export(deck: &mut Deck, path: &Path) {
    deck.press("e Ctrl-u");
    deck.type_in(&path.to_string_lossy());
    deck.press("Enter");
}

#[test]
fn the_cell_the_row_and_the_view_are_copied() {
    let mut deck = Deck::skills().after("2 l y c");
    assert_eq!(copied(&deck), "agnieszka.pawlowska@tarnelle.example");
    deck.press("y r");
    assert!(copied(&deck).starts_with("Agnieszka Pawłowska\tagnieszka.pawlowska@tarnelle.example\t14543327\tno\tyes\t2\t4\t"));
    deck.press("y m");
    let markdown: Vec<&str> = copied(&deck).lines().collect();
    assert_eq!(markdown.len(), 3);
    assert!(markdown[1].starts_with("| ---") && markdown[2].contains("Agnieszka Pawłowska"));
    deck.press("/ p c : n o Enter y v");
    assert_eq!(copied(&deck).lines().count(), 13, "the headings and twelve rows");
    let html = deck.copied.as_ref().unwrap().html.as_ref().unwrap();
    assert_eq!(html.matches("<tr").count(), 13);
    deck.shows("12 rows copied");
}

#[test]
fn marked_rows_are_what_is_copied_and_written() {
    let mut deck = Deck::skills().after("2 Space j Space y c");
    assert_eq!(copied(&deck), "Agnieszka Pawłowska\nAna Sofía Herrera");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.csv");
    export(&mut deck, &path);
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 3);
    deck.shows("2 rows written");
    // A filter that hides marks takes none away: one goes on marking, and the title says that there are others.
    deck.press("/ b e r n d Enter Space");
    deck.shows("3 marked, 2 not shown");
    deck.press("y c");
    assert_eq!(copied(&deck), "Bernd Großmann\nAgnieszka Pawłowska\nAna Sofía Herrera");
    deck.press("/ Ctrl-u z z q q Enter y c");
    assert_eq!(copied(&deck).lines().count(), 3, "even where nobody is shown");
    deck.press("g m Esc y c");
    assert!(!copied(&deck).contains('\n'));
}

#[test]
fn every_screen_has_something_to_copy() {
    let mut deck = Deck::skills().after("1 y r");
    assert_eq!(copied(&deck), "listed\t64\t66");
    deck.press("2 / W e i ß Enter Enter y v");
    assert!(copied(&deck).lines().count() > 2);
    deck.press("y c");
    assert!(!copied(&deck).contains('\t'));
    deck.press("7 y r");
    assert!(copied(&deck).starts_with("First Name\t"));
    deck.press("Tab y c");
    assert!(copied(&deck).contains("2020-02-30"));
}

#[test]
fn what_stands_in_cells_does_nothing_where_it_is_pasted() {
    let rows = ["=cmd|' /C calc'!A0,\u{1b}[31mEve,eve@x.example,8000001,Yes,Yes,Exam,\"<b>a|b</b>\",TN-1,2021-01-01,,"];
    let mut deck = Deck::open(vec![named("hostile.csv", report(&rows))]).after("2 y v");
    let text = copied(&deck).lines().nth(1).unwrap();
    assert!(text.starts_with('\'') && !text.contains('\u{1b}'), "{text:?}");
    deck.press("Enter y v");
    let html = deck.copied.as_ref().unwrap().html.as_ref().unwrap();
    assert!(!html.contains("<b>") && html.contains("&lt;b&gt;"), "{html}");
    deck.press("y m");
    assert!(copied(&deck).contains("a\\|b"), "{}", copied(&deck));
}

#[test]
fn a_workbook_holds_what_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("not associated.xlsx");
    let mut deck = Deck::skills().after("2 / p c : n o Enter");
    export(&mut deck, &path);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let names: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert_eq!(names, deck.names());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    std::fs::write(&path, "mine").unwrap();
    let mut deck = Deck::skills().after("2");
    export(&mut deck, &path);
    deck.shows("There is a file already");
    deck.press("Enter");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Export(..))), "the safe choice comes first: another name");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    deck.press("Enter k Enter");
    assert_ne!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn what_cannot_be_written_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut deck = Deck::skills().after("2 e Ctrl-u");
    deck.type_in("list.docx");
    deck.press("Enter");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-no-format");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Export(..))), "what was typed is still there");
    deck.press("Esc");
    export(&mut deck, &folder.path().join("nowhere").join("list.csv"));
    assert!(deck.app.notice.as_ref().unwrap().bad);
    let said = deck.screen().split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(said.contains("could not be written: there is no such folder."), "{said}");
    let Some(Layer::Export(prompt, _)) = deck.app.layers.last() else { panic!("the path is there to be put right") };
    assert!(prompt.input.value().ends_with("list.csv"), "{}", prompt.input.value());
    deck.press("Ctrl-u");
    let better = folder.path().join("list.csv");
    deck.type_in(&better.to_string_lossy());
    deck.press("Enter");
    assert!(better.exists() && deck.app.layers.is_empty());
    // A report that is open is never written over, whatever is answered.
    let report_path = folder.path().join("report.csv");
    std::fs::write(&report_path, report(&super::files::FOUR)).unwrap();
    let before = std::fs::read(&report_path).unwrap();
    let mut deck = Deck::open(vec![Input::file(&report_path.to_string_lossy())]).after("2");
    export(&mut deck, &report_path);
    assert!(deck.app.notice.as_ref().unwrap().bad && matches!(deck.app.layers.last(), Some(Layer::Export(..))));
    assert_eq!(std::fs::read(&report_path).unwrap(), before);
}

#[test]
fn a_file_is_offered_beside_the_report_and_its_whole_path_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let report_path = folder.path().join("report.csv");
    std::fs::write(&report_path, report(&super::files::FOUR)).unwrap();
    let mut deck = Deck::open(vec![Input::file(&report_path.to_string_lossy())]).after("2 e Enter");
    let written = folder.path().join("users-2026-09-20.xlsx");
    assert!(written.exists());
    assert_eq!(deck.app.notice.as_ref().unwrap().value, written.to_string_lossy());
    // Without an ending it is a workbook; a folder is no file.
    export(&mut deck, &folder.path().join("for Ana"));
    assert!(folder.path().join("for Ana.xlsx").exists());
    for name in [format!("{}/", folder.path().display()), folder.path().display().to_string()] {
        export(&mut deck, Path::new(&name));
        assert!(matches!(deck.app.layers.last(), Some(Layer::Export(..))), "{name}");
        deck.press("Esc");
    }
}

#[test]
fn names_apart_and_days_go_into_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    let mut deck = Deck::skills().after("2 / w e i ß Enter");
    export(&mut deck, &path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}Name,First name,Last name,E-mail,MCID,Associated in PMC,"), "{text}");
    assert!(text.contains("\r\nJürgen Weiß,Jürgen,Weiß,"), "{text}");
    // Excel in French separates cells by semicolons.
    deck.press("L");
    let path = folder.path().join("liste.csv");
    export(&mut deck, &path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}Nom;Prénom;Nom de famille;E-mail;MCID;Associé dans le PMC;"), "{text}");
    deck.press("y v");
    assert!(copied(&deck).starts_with("Nom\tE-mail\tMCID\t"), "what is copied is what is shown");
}
