//! A skills report and a TrainingCompletions of one company on the screen: both files are named wherever one would be.

use skilldeck::i18n::Lang;
use skilldeck::report::Input;

use super::deck::{Deck, named};
use super::files::report;

const TRAININGS: &str = "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,\
                         TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId,PartnerName\n\
                         17,Anything,Exam,Zoé,Müller,,zoe@contoso.example,2026-08-01,,Active,8000017,1,Contoso Ltd\n\
                         18,Microsoft Azure Administrator,Exam,Aïcha,Benali,,aicha@contoso.example,2026-02-13,,Active,8000015,1,Contoso Ltd\n\
                         19,Microsoft Azure Security Technologies,Exam,Aïcha,Benali,,aicha@contoso.example,2026-04-13,soon,Active,8000015,1,Contoso Ltd\n";

fn both() -> Vec<Input> {
    let rows = [
        "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Exam,,AZ-104,2026-02-13,Cloud (A),",
        "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Exam,,AZ-500,2026-04-30,Cloud (A),",
        "Lei,Li,lei@contoso.example,8000016,No,perhaps,Exam,,AZ-104,2026-01-01,,",
    ];
    vec![named("trainings-2026-09-14.csv", TRAININGS), named("skills-2026-09-15.csv", report(&rows))]
}

#[test]
fn the_title_and_the_files_name_both() {
    let mut deck = Deck::open(both()).sized(150, 36);
    deck.shows("skills-2026-09-15.csv + trainings-2026-09-14.csv · ");
    deck.press("7");
    for shown in [
        "● skills-2026-09-15.csv · skills report",
        "trainings-2026-09-14.csv · trainings from Insights",
        "25 columns",
        "TrainingTitle · trainings-",
        "skills-2026-09-15.csv · Row 4",
        "trainings-2026-09-14.csv · Row 4",
    ] {
        deck.shows(shown);
    }
}

#[test]
fn the_rows_of_a_skill_are_read_again_from_both() {
    let mut deck = Deck::open(both()).sized(220, 60);
    deck.press("2 Enter");
    assert_eq!(deck.person(), "Aïcha Benali");
    deck.shows("4 lines: 2, 3 (skills-2026-09-15.csv), 3, 4 (trainings-2026-09-14.csv)");
    deck.shows("Row 2 (skills-2026-09-15.csv), 3 (trainings-2026-09-14.csv)");
    deck.press("Enter");
    for shown in ["Row 2 (skills-2026-09-15.csv)", "Skill ID", "Row 3 (trainings-2026-09-14.csv)", "TrainingTitle"] {
        deck.shows(shown);
    }
    deck.press("Esc j Enter");
    deck.shows("Row 3 (skills-2026-09-15.csv)");
    assert!(!deck.screen().contains("Row 4 (trainings"), "earned on another day it is not the same row");
}

#[test]
fn a_contradiction_waits_in_the_queue() {
    for (lang, title) in [(Lang::En, "The two reports disagree"), (Lang::Fr, "Les deux rapports se contredisent")] {
        let mut deck = Deck::closed(both(), lang).loaded().sized(150, 40);
        deck.press("2 Enter");
        deck.shows(title);
        assert!(lang == Lang::Fr || !deck.screen().contains("3 skills are associated"), "R7: of what the report marks");
        deck.press("Esc 4");
        deck.shows(title);
    }
}
