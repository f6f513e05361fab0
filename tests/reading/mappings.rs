//! Columns mapped by hand, and mappings remembered from earlier sessions.

use skilldeck::report::mappings::Remembered;
use skilldeck::report::{Code, Field, Kind, Options, Trouble};

use super::support::*;

/// Headings of no language that the program knows.
const GREEK: &str =
    "Νούμερο,Ταχυδρομείο,Παλιό,Νέο,Χρησιμεύει\n8000015,a@contoso.example,Yes,No,DevOps\n8000016,b@contoso.example,No,No,DevOps\n";

fn by_hand() -> Vec<(Field, String)> {
    [(Field::Mcid, "Νούμερο"), (Field::AssociatedPmc, "Παλιό"), (Field::AssociatedPc, "νέο"), (Field::Relevant, " Χρησιμεύει ")]
        .map(|(f, h)| (f, h.to_owned()))
        .to_vec()
}

#[test]
fn headings_can_be_mapped_by_hand() {
    let made = csv(GREEK);
    let Trouble::NotAReport { found } = trouble(&made) else { panic!("not that") };
    assert_eq!(found, ["Νούμερο", "Ταχυδρομείο", "Παλιό", "Νέο", "Χρησιμεύει"]);
    let reading = made.read_with(&Options { map: by_hand(), ..Options::default() }).unwrap();
    assert_eq!(reading.source.kind, Kind::SkillsReport);
    assert_eq!(column(&reading, Field::Mcid), ["8000015", "8000016"]);
    assert_eq!((yes_no(&reading, Field::AssociatedPmc, 0), yes_no(&reading, Field::AssociatedPc, 0)), (Some(true), Some(false)));
    assert_eq!(column(&reading, Field::Relevant), ["DevOps", "DevOps"]);
    assert_eq!(column(&reading, Field::Email)[0], "a@contoso.example", "what needs no word is told from the cells");
    assert_eq!((codes(&reading), reading.source.remembered), (vec![], false));
}

#[test]
fn a_mapping_goes_before_the_heading() {
    let text = "MCID,Number,Email,Associated to PMC,Associated to PC\n1000000,8000015,a@contoso.example,Yes,No\n";
    let reading = csv(text).read_with(&Options { map: vec![(Field::Mcid, "Number".to_owned())], ..Options::default() }).unwrap();
    assert_eq!(column(&reading, Field::Mcid), ["8000015"]);
    assert_eq!(reading.source.columns[0].field, None);
}

#[test]
fn a_mapping_to_a_heading_that_is_not_there_is_said() {
    let options = Options { map: vec![(Field::Status, "State".to_owned())], ..Options::default() };
    let reading = csv(&small_report()).read_with(&options).unwrap();
    let notes = said(&reading, Code::MappingIgnored);
    assert_eq!((notes.len(), notes[0].value.as_str()), (1, "skill_status = State"));
    assert_eq!(reading.table.rows(), 2);
}

#[test]
fn a_mapping_works_on_the_columns_of_trainings_too() {
    let text = "TrainingActivityId,TrainingTitle,TrainingCompletionDate,MCPID,Mail\n3051,Azure,2021-05-19,8000015,a@contoso.example\n";
    let options = Options { map: vec![(Field::Email, "mail".to_owned())], ..Options::default() };
    let reading = csv(text).read_with(&options).unwrap();
    assert_eq!((reading.source.kind, column(&reading, Field::Email)), (Kind::TrainingCompletions, vec!["a@contoso.example"]));
}

fn remembered() -> Remembered {
    let mut remembered = Remembered::default();
    let headers: Vec<String> = GREEK.lines().next().unwrap().split(',').map(str::to_owned).collect();
    remembered.set(&headers, &by_hand());
    remembered
}

#[test]
fn a_remembered_mapping_is_applied_and_said() {
    let reading = csv(GREEK).read_with(&Options { remembered: remembered(), ..Options::default() }).unwrap();
    assert!(reading.source.remembered);
    assert_eq!(column(&reading, Field::Mcid), ["8000015", "8000016"]);
}

/// The same headings in a workbook, under a title and in other letters.
#[test]
fn a_remembered_mapping_belongs_to_the_header_row_and_not_to_the_file() {
    let rows: Vec<Vec<&str>> = GREEK.lines().map(|l| l.split(',').collect()).collect();
    let made = xlsx(|sheet| {
        put(sheet, 0, &[&["Contoso"]])?;
        let upper: Vec<String> = rows[0].iter().map(|h| h.to_uppercase()).collect();
        put(sheet, 3, &[&upper.iter().map(String::as_str).collect::<Vec<_>>(), &rows[1], &rows[2]])
    });
    let reading = made.read_with(&Options { remembered: remembered(), ..Options::default() }).unwrap();
    assert!(reading.source.remembered);
    assert_eq!((reading.source.header_row, column(&reading, Field::Mcid)), (Some(4), vec!["8000015", "8000016"]));
}

#[test]
fn a_remembered_mapping_does_not_touch_other_headers() {
    let reading = csv(&small_report()).read_with(&Options { remembered: remembered(), ..Options::default() }).unwrap();
    assert!(!reading.source.remembered);
    assert_small_report(&reading);
}

#[test]
fn what_is_asked_for_now_goes_before_what_is_remembered() {
    let text = "Alpha,Beta,Associated to PMC,Associated to PC\n8000015,9000015,Yes,No\n";
    let mut remembered = Remembered::default();
    remembered.set(&["Alpha", "Beta", "Associated to PMC", "Associated to PC"].map(str::to_owned), &[(Field::Mcid, "Alpha".to_owned())]);
    let before = csv(text).read_with(&Options { remembered: remembered.clone(), ..Options::default() }).unwrap();
    assert_eq!(column(&before, Field::Mcid), ["8000015"]);
    let options = Options { remembered, map: vec![(Field::Mcid, "Beta".to_owned())], ..Options::default() };
    assert_eq!(column(&csv(text).read_with(&options).unwrap(), Field::Mcid), ["9000015"]);
}
