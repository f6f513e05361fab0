//! Letters of every kind in every language by small reports; that nothing of others is ever in one; and every form read back.

mod foreign;
mod forms;

use super::*;
use crate::catalog::{catalog, programmes};
use crate::diagnosis::{Ask, diagnose};
use crate::model::lists::{Joined, Lists};
use crate::model::test_support;
use crate::standing::{Question, Rules};
use rstest::rstest;

pub(super) const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

/// A report with lists beside it, and everything found in it.
pub(super) struct Case {
    pub company: Company,
    pub lists: Lists,
    pub joined: Joined,
    pub facts: Facts,
    pub findings: Vec<Finding>,
    pub day: NaiveDate,
}

impl Case {
    pub fn new(csv: &str, lists: &[&str], day: &str) -> Case {
        let day: NaiveDate = day.parse().unwrap();
        let mut company = test_support::company(csv);
        company.report_date = company.report_date.map(|(_, from)| (day, from));
        let lists = test_support::lists(lists);
        let joined = Joined::new(&lists, &company);
        let facts = Facts::of(&lists, &joined, &company);
        let beside = (!lists.is_empty()).then_some(Beside { lists: &lists, joined: &joined });
        let mut question = Question::of_day(day);
        question.move_date = day.checked_sub_days(chrono::Days::new(30));
        let ask = Ask { lists: beside, ..Ask::of_day(day) };
        let findings = diagnose(&company, catalog(), &Rules::on(programmes(), day), &question, &ask).findings;
        Case { company, lists, joined, facts, findings, day }
    }

    pub fn letters(&self, kind: Kind, always: Option<LetterLang>) -> Vec<Letter> {
        let beside = Some(Beside { lists: &self.lists, joined: &self.joined });
        let tongue = Tongue { always, otherwise: LetterLang::En };
        Writer::new(&self.company, beside, &self.facts, Templates::bundled(), self.day, tongue).all(kind, &self.findings, None)
    }
}

/// One person with the rows behind name, address and MCID, beside somebody about whom there is nothing to say.
fn about(rest: &str) -> Case {
    let other = "Zed,Ax,zed@x.example,8000099,Yes,Yes,Exam,,AZ-104,2020-01-02,Cloud (A),\n";
    let row = |rest: &str| format!("Ana,Roy,ana@x.example,8000001,{rest}\n");
    Case::new(&format!("{HEAD}{}{other}", rest.split('\n').map(row).collect::<String>()), &[], "2021-05-19")
}

fn only(letters: Vec<Letter>) -> Letter {
    assert_eq!(letters.len(), 1, "{letters:#?}");
    letters.into_iter().next().unwrap()
}

#[rstest]
#[case::en(LetterLang::En, &["Hello Ana Roy,", "one point", "One skill of yours is linked with the old portal", "until 19 October 2021", "“My profile”", "“Microsoft exams and certifications”", "“Microsoft training and assessments”", "24 to 72 hours", "screenshot", "19 May 2021"])]
#[case::fr(LetterLang::Fr, &["Bonjour Ana Roy,", "un point", "L’une de vos qualifications n’est associée", "jusqu’au 19 octobre 2021", "«\u{a0}Mon profil\u{a0}»", "«\u{a0}Examens et certifications Microsoft\u{a0}»", "«\u{a0}Formations et évaluations Microsoft\u{a0}»", "de 24 à 72\u{a0}heures", "capture d’écran", "19 mai 2021"])]
#[case::de(LetterLang::De, &["Guten Tag Ana Roy,", "ein offener Punkt", "Eine Ihrer Qualifikationen ist nur dem alten Portal", "bis zum 19. Oktober 2021", "„Mein Profil“", "„Microsoft-Prüfungen und -Zertifizierungen“", "„Microsoft-Schulungen und -Bewertungen“", "24 bis 72 Stunden", "Screenshot", "19. Mai 2021"])]
fn who_is_in_the_old_portal_alone_is_told_how_to_associate(#[case] lang: LetterLang, #[case] parts: &[&str]) {
    let case = about("Yes,No,Exam,,AZ-104,2021-01-02,Cloud (A),");
    let letter = only(case.letters(Kind::Settle, Some(lang)));
    assert_eq!((letter.lang, letter.points.as_slice()), (lang, &[Code::PmcOnly][..]), "R7, R9");
    assert_eq!(letter.to.address.as_deref(), Some("ana@x.example"));
    for part in parts {
        assert!(letter.text.contains(part) || letter.subject.contains(part), "{part}: {}\n{}", letter.subject, letter.text);
    }
}

/// Every finding that a person can do something about has its words, its steps and what to send back in every language.
#[rstest]
#[case::not_associated("No,No,Exam,,AZ-104,2021-01-02,Cloud (A),", Code::NotAssociated, "My profile")]
#[case::conflict(
    "Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),\nYes,No,Exam,,AZ-500,2021-01-02,Cloud (A),",
    Code::ConflictingAssociation,
    "screenshot"
)]
#[case::expiring("Yes,Yes,Certification,,azure-administrator-associate,2019-07-01,Cloud (A),2021-07-01", Code::Expiring, "1 July 2021")]
#[case::no_skills("Yes,Yes,,,,,,", Code::NoSkills, "or a short no")]
fn every_point_has_its_words(#[case] rows: &str, #[case] code: Code, #[case] said: &str) {
    let case = about(rows);
    for lang in LetterLang::ALL {
        let letter = only(case.letters(Kind::Settle, Some(lang)));
        assert_eq!(letter.points, [code], "{lang:?}");
        if lang == LetterLang::En {
            assert!(letter.text.contains(said), "{}", letter.text);
        }
        assert!(!letter.text.contains(['{', '}']) && !letter.subject.contains(['{', '}', '\n']), "{}", letter.text);
        assert!(!letter.text.contains("\n\n\n") && letter.text.lines().count() > 12, "{}", letter.text);
    }
}

#[test]
fn there_is_one_letter_for_a_person_whatever_the_number_of_points() {
    let case = about(
        "Yes,No,Exam,,AZ-104,2021-01-02,Cloud (A),\nYes,No,Certification,,azure-administrator-associate,2019-07-01,Cloud (A),2021-07-01\nYes,No,Certification,,azure-security-engineer-associate,2019-07-01,Cloud (A),2021-02-01",
    );
    let letter = only(case.letters(Kind::Settle, Some(LetterLang::En)));
    assert_eq!(letter.points, [Code::PmcOnly, Code::Expiring, Code::Expired]);
    assert!(letter.subject.contains("2 points"), "what is good to know is not counted: {}", letter.subject);
    assert_eq!(letter.text.matches("Link your profile").count(), 1);
    assert!(letter.text.contains("2 skills of yours") && letter.text.contains("ended on 1 February 2021"), "{}", letter.text);
}

#[test]
fn a_second_entry_is_said_to_exist_and_no_more() {
    let rows = "Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),\n\
                Ana,Roy,ana.private@home.example,8000002,Yes,Yes,Exam,,AZ-500,2020-01-02,Cloud (A),\n\
                Bo,Li,bo@x.example,8000003,Yes,Yes,Exam,,AZ-104,2020-01-02,Cloud (A),\n";
    let case = Case::new(&format!("{HEAD}{rows}"), &[], "2021-05-19");
    let letters = case.letters(Kind::Settle, Some(LetterLang::En));
    assert_eq!(letters.len(), 2, "nobody is taken for one person on suspicion");
    let first = &letters[0];
    assert_eq!(first.points, [Code::PossibleDuplicate]);
    for said in ["a second entry under a similar name", "MCID on your official transcript", "cannot be undone", "MCID 8000001"] {
        assert!(first.text.contains(said), "T1: {said} in {}", first.text);
    }
    assert!(!first.text.contains("8000002") && !first.text.contains("home.example"), "{}", first.text);
    assert!(letters[1].text.contains("MCID 8000002") && !letters[1].text.contains("8000001"));
}

#[test]
fn a_shared_mailbox_gets_a_letter_for_each_name() {
    let rows = "Ana,Roy,team@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),\n\
                Bo,Li,team@x.example,8000002,Yes,Yes,Exam,,AZ-500,2020-01-02,Cloud (A),\n";
    let case = Case::new(&format!("{HEAD}{rows}"), &[], "2021-05-19");
    let letters = case.letters(Kind::Settle, Some(LetterLang::En));
    assert_eq!(letters.iter().map(|letter| letter.to.name.as_str()).collect::<Vec<_>>(), ["Ana Roy", "Bo Li"]);
    assert!(letters[0].text.contains("a mailbox is shared") && !letters[0].text.contains("Bo"), "{}", letters[0].text);
    let confirm = case.letters(Kind::Confirm, Some(LetterLang::En));
    assert!(confirm[0].text.contains("AZ-104") && !confirm[0].text.contains("AZ-500"), "{}", confirm[0].text);
}

#[test]
fn skills_are_listed_to_be_confirmed() {
    let case = about(
        "Yes,Yes,Exam,Administrator,XX-1,2021-01-02,Cloud (A),\nYes,Yes,Certification,Old one,XX-2,2018-02-01,Cloud (A),2020-02-01\nYes,Yes,Certification,New one,XX-3,2021-02-01,Cloud (A),2023-02-01",
    );
    let said = |lang| case.letters(Kind::Confirm, Some(lang)).into_iter().next().unwrap();
    let english = said(LetterLang::En);
    let new = "- New one, earned on 1 February 2021, valid until 1 February 2023\n- XX-1 Administrator, earned on 2 January 2021\n\
               - Old one, earned on 1 February 2018, expired on 1 February 2020\n";
    assert!(english.text.contains(new), "J4: {}", english.text);
    assert!(english.text.contains("under the MCID (certification profile) 8000001."), "{}", english.text);
    assert!(said(LetterLang::Fr).text.contains("obtention le 1er février 2021, validité jusqu’au 1er février 2023"));
    assert!(said(LetterLang::De).text.contains("erworben am 1. Februar 2021, gültig bis zum 1. Februar 2023"));
    assert_eq!(case.letters(Kind::Confirm, None).len(), 2, "everybody who has a skill");
}

#[test]
fn renewals_are_reminded_of_with_their_last_day() {
    let rows = "Yes,Yes,Certification,,azure-administrator-associate,2019-07-01,Cloud (A),2021-07-01\n\
                Yes,Yes,Certification,,azure-security-engineer-associate,2019-06-01,Cloud (A),2021-06-01\n\
                Yes,Yes,Certification,,azure-developer-associate,2019-06-01,Cloud (A),2022-06-01";
    let case = about(rows);
    let letter = only(case.letters(Kind::Renewal, Some(LetterLang::En)));
    assert_eq!(letter.subject, "Please renew 2 Microsoft certifications, the first by 1 June 2021", "R12");
    let list = "Security Engineer Associate: last day 1 June 2021\n- ";
    assert!(letter.text.contains(list) && letter.text.contains("Administrator Associate: last day 1 July 2021"), "{}", letter.text);
    assert!(!letter.text.contains("Developer"), "its window is not open: {}", letter.text);
    let french = only(about(rows.lines().next().unwrap()).letters(Kind::Renewal, Some(LetterLang::Fr)));
    assert_eq!(french.subject, "Merci de renouveler votre certification Microsoft avant la fin du 1er juillet 2021");
}

/// The staff list's language first, else the report's, else the one that was chosen; one that was asked for before all.
#[rstest]
#[case::list("E-mail,Language\nana@x.example,Deutsch\nzed@x.example,\n", None, LetterLang::De)]
#[case::report("E-mail,Language\nana@x.example,Suomi\nzed@x.example,\n", None, LetterLang::En)]
#[case::asked("E-mail,Language\nana@x.example,Deutsch\nzed@x.example,\n", Some(LetterLang::Fr), LetterLang::Fr)]
fn a_letter_is_in_its_readers_language(#[case] list: &str, #[case] always: Option<LetterLang>, #[case] lang: LetterLang) {
    let row = "Ana,Roy,ana@x.example,8000001,No,No,Exam,,AZ-104,2021-01-02,Cloud (A),\n";
    let case = Case::new(&format!("{HEAD}{row}"), &[list], "2021-05-19");
    let letters = case.letters(Kind::Settle, always);
    assert_eq!(letters.iter().find(|letter| letter.to.name == "Ana Roy").map(|letter| letter.lang), Some(lang));
}

#[test]
fn a_french_report_is_written_about_in_french() {
    let head = "Prénom,Nom,Courrier,MCID,Associée au PMC,Associée à l’Espace partenaires,Type de qualification,Nom de la qualification,\
                ID de la qualification,Pertinent pour des compétences (Option) ou des programmes\n";
    let case = Case::new(&format!("{head}Ana,Roy,ana@x.example,8000001,Non,Non,Examen,,AZ-104,Cloud (A)\n"), &[], "2021-05-19");
    assert_eq!(only(case.letters(Kind::Settle, None)).lang, LetterLang::Fr);
}

#[test]
fn who_is_in_no_report_gets_a_letter_too_and_who_left_gets_none() {
    let list = "Name,E-mail,Technical,Language,Leaving date\nAna Roy,ana@x.example,yes,fr,2021-01-31\nMia Orm,mia@x.example,yes,de,\nOle Kay,ole@x.example,no,,\nZed Ax,zed@x.example,,,\n";
    let rows = "Ana,Roy,ana@x.example,8000001,No,No,Exam,,AZ-104,2021-01-02,Cloud (A),\nZed,Ax,zed@x.example,8000099,Yes,Yes,Exam,,AZ-104,2020-01-02,Cloud (A),\n";
    let case = Case::new(&format!("{HEAD}{rows}"), &[list], "2021-05-19");
    let letter = only(case.letters(Kind::Settle, None));
    assert_eq!(
        (letter.to.name.as_str(), letter.to.address.as_deref(), letter.lang),
        ("Mia Orm", Some("mia@x.example"), LetterLang::De),
        "J3"
    );
    assert_eq!(letter.points, [Code::MissingFromReport]);
    assert!(letter.text.contains("Prüfen Sie, ob Sie ein Konto haben") && letter.text.contains("„Mein Profil“"), "{}", letter.text);
    assert!(case.letters(Kind::Confirm, None).iter().all(|letter| letter.to.name != "Ana Roy"), "R10");
}

#[test]
fn the_letter_to_an_account_is_one_of_all() {
    let case = about("No,No,Exam,,AZ-104,2021-01-02,Cloud (A),");
    let all = case.letters(Kind::Settle, None);
    let beside = Some(Beside { lists: &case.lists, joined: &case.joined });
    let tongue = Tongue { always: None, otherwise: LetterLang::En };
    let writer = Writer::new(&case.company, beside, &case.facts, Templates::bundled(), case.day, tongue);
    assert_eq!(writer.to_account(Kind::Settle, 0, &case.findings).as_ref(), all.first());
    assert_eq!(writer.to_account(Kind::Settle, 1, &case.findings), None);
    assert_eq!(writer.all(Kind::Settle, &case.findings, Some(&[1])), []);
}

#[test]
fn cells_are_not_trusted() {
    let rows = "\"Ana\r\nBcc: eve@y.example\",\"{company} \u{202e}Roy\x1b[2J\",ana@x.example,8000001,No,No,Exam,\"Evil\r\n\r\nskill\",XX-1,2021-01-02,Cloud (A),\n";
    let case = Case::new(&format!("{HEAD}{rows}"), &[], "2021-05-19");
    for kind in [Kind::Settle, Kind::Confirm] {
        let letter = only(case.letters(kind, Some(LetterLang::En)));
        assert!(letter.text.starts_with("Hello Ana Bcc: eve@y.example {company} Roy"), "{}", letter.text);
        let hidden = |text: &str| text.chars().any(|c| c != '\n' && text::is_hidden(c));
        assert!(!hidden(&letter.text) && !letter.subject.contains('\n'), "{:?}", letter.text);
        let draft = String::from_utf8(eml(&letter).unwrap()).unwrap();
        let (head, _) = draft.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{head}");
    }
}
