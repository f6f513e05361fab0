//! What goes into a support file and whose data it is, for everybody of a report or of a list; and that it is read back as
//! it was.

use std::io::Read;

use super::*;
use crate::catalog::{catalog, programmes};
use crate::checklists::Facts;
use crate::diagnosis::{Ask, diagnose};
use crate::export::file::WriteError;
use crate::export::findings::Teller;
use crate::export::letters::{Templates, Tongue, Whom, Writer};
use crate::i18n::Lang;
use crate::model::load::{Loaded, load};
use crate::model::{Given, Source};
use crate::report::{Input, Options};
use crate::standing::{Question, Rules};
use rstest::rstest;

const REPORT: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                      Relevant for Competencies  (Option) or Programs,Skill Expiration Date,=Odd\n\
                      Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),,=1+1\n\
                      Bo,Li,bo@x.example,8000002,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),,\n\
                      Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-500,2021-02-02,,,\n\
                      Ana,Roy,ana@home.example,8000003,Yes,Yes,Exam,,AZ-900,2021-02-02,,,\n\
                      Cy,Ma,cy@x.example,8000004,No,No,,,,,,,\n";
const USERS: &str = "Email,Partner University access,Microsoft Learning account\nana@x.example,Yes,8000001\nbo@x.example,No,8000002\nmia@x.example,Yes,No\n";
const STAFF: &str = "Name,E-mail\nAna Roy,ana@x.example\nBo Li,bo@x.example\nCy Ma,cy@x.example\nMia Orm,mia@x.example\n";

/// A report and lists on a desk, and the support file of somebody.
struct Desk {
    folder: tempfile::TempDir,
    loaded: Loaded,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let inputs: Vec<Input> = files
            .iter()
            .map(|(name, text)| {
                std::fs::write(folder.path().join(name), text).unwrap();
                Input::file(&folder.path().join(name).to_string_lossy())
            })
            .collect();
        let given = Given { report_date: Some("2021-05-19".parse().unwrap()), ..Given::default() };
        let loaded = load(&inputs, &Options::default(), &given, catalog(), &std::sync::Arc::default()).unwrap();
        Desk { folder, loaded }
    }

    fn all() -> Desk {
        Desk::new(&[("Skills réport (1).CSV", REPORT), ("users.csv", USERS), ("staff.csv", STAFF)])
    }

    /// The support file of who has an address; `look` sees it with what is still to be added.
    fn of<T>(&self, email: &str, scope: Scope, log: Option<&str>, lang: Lang, look: impl FnOnce(&[Entry], &[Proof]) -> T) -> T {
        let day: NaiveDate = "2021-05-19".parse().unwrap();
        let company = &self.loaded.current().unwrap().company;
        let (beside, texts) = (self.loaded.beside(0), Texts::new(lang));
        let ask = Ask { lists: beside, ..Ask::of_day(day) };
        let question = Question::of_day(day);
        let findings = diagnose(company, catalog(), &Rules::on(programmes(), day), &question, &ask).findings;
        let facts = self.loaded.facts(0);
        let tongue = Tongue { always: None, otherwise: crate::export::letters::LetterLang::En };
        let writer = Writer::new(company, beside, &facts, Templates::bundled(), day, tongue);
        let accounts: Vec<u32> = (0u32..).zip(&company.accounts).filter(|(_, a)| company.email(a) == email).map(|(n, _)| n).collect();
        let missing = findings.iter().find(|finding| finding.missing().is_some_and(|missing| missing.email == email));
        let who = writer.recipients(&accounts, &findings).pop().or_else(|| writer.recipient_of_missing(missing?)).unwrap();
        let own: Vec<&Finding> = match &who.whom {
            Whom::Accounts(own) => findings.iter().filter(|f| f.account.is_some_and(|account| own.contains(&account))).collect(),
            Whom::Listed(_) => missing.into_iter().collect(),
        };
        let read = |source: &Source, lines: &[u32]| {
            let text = std::fs::read_to_string(&source.path).unwrap();
            let cells = |line: &u32| text.lines().nth(*line as usize - 1).unwrap().split(',').map(str::to_owned).collect();
            Ok::<_, ()>((Body::CopyOf(source.path.clone().into()), lines.iter().map(|line| (*line, cells(line))).collect()))
        };
        let files = attached(&self.loaded, 0, &who, read).unwrap();
        let facts = Facts { company, as_of: day, today: day, moved: None, suspected: &question.suspected, lists: beside, waits: None };
        let teller = Teller { company, programmes: programmes(), as_of: day, texts: &texts };
        let pages = Pages { teller, facts: &facts, history: &self.loaded.history, others: &self.loaded.others };
        let evidence = Evidence { who: &who, findings: &own, pages, files: &files, scope, log, today: day };
        look(&contents(&evidence).unwrap(), &still_to_add(&evidence))
    }
}

fn text(entries: &[Entry], name: &str) -> String {
    let entry = entries.iter().find(|entry| entry.name == name).unwrap();
    let mut out = Vec::new();
    entry.body.write_to(&mut out).unwrap();
    assert_eq!(out.len() as u64, entry.size, "{name}");
    String::from_utf8(out).unwrap()
}

#[test]
fn the_whole_files_go_in_and_whose_they_are_is_said() {
    Desk::all().of("ana@x.example", Scope::WholeFiles, None, Lang::En, |entries, proofs| {
        let listed: Vec<(&str, What, Whose)> = entries.iter().map(|entry| (entry.name.as_str(), entry.what, entry.whose)).collect();
        let expected = [
            ("case.txt", What::Case, Whose::ThisPerson { named: 1 }),
            ("skills-report-1.csv", What::Report, Whose::Everybody { others: 3, rows: 3 }),
            ("report-rows.csv", What::ReportRows, Whose::ThisPerson { named: 0 }),
            ("users.csv", What::UsersReport, Whose::Everybody { others: 2, rows: 2 }),
            ("users-report-rows.csv", What::UsersRows, Whose::ThisPerson { named: 0 }),
            ("still-to-add.txt", What::StillToAdd, Whose::Nobody),
        ];
        assert_eq!(listed, expected, "E1, E2");
        assert_eq!((text(entries, "skills-report-1.csv").as_str(), text(entries, "users.csv").as_str()), (REPORT, USERS), "byte for byte");
        assert_eq!(proofs, [Proof::Transcript, Proof::Completion], "E3");
    });
}

#[test]
fn the_rows_of_others_can_be_left_out() {
    Desk::all().of("ana@x.example", Scope::OnlyThisPerson, None, Lang::En, |entries, _| {
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["case.txt", "report-rows.csv", "users-report-rows.csv", "still-to-add.txt"]);
        assert!(entries.iter().all(|entry| !matches!(entry.whose, Whose::Everybody { .. })));
        let rows = text(entries, "report-rows.csv");
        let lines: Vec<&str> = rows.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("row,First Name,") && lines[0].ends_with(",'=Odd"), "{}", lines[0]);
        assert_eq!(lines[1], "2,Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),,'=1+1", "no cell is a formula");
        assert!(lines.len() == 3 && lines[2].starts_with("4,Ana,"), "{rows}");
        assert!(text(entries, "users-report-rows.csv").ends_with("2,ana@x.example,Yes,8000001\r\n"));
        assert!(entries.iter().all(|entry| !text(entries, &entry.name).contains("bo@x.example")));
    });
}

#[rstest]
#[case(Lang::En, &["About the skills of Ana Roy", "MCID: 8000001", "Associated in Partner Center: yes", "AZ-104", "row 2", "What was found", "Maybe one person, two MCIDs", "Associated, but it does not show", "✓ 1. The association", "What was done so far\n====================\n2021-05-01 asked Ana"])]
#[case(Lang::Fr, &["Au sujet des qualifications de Ana Roy", "MCID : 8000001", "Associé dans l’Espace partenaires : oui", "AZ-104", "ligne 2", "Ce qui a été trouvé", "Associé, mais rien ne s’affiche", "Ce qui a été fait jusqu’ici"])]
fn the_page_says_what_was_found_in_plain_words(#[case] lang: Lang, #[case] said: &[&str]) {
    let log = Some("2021-05-01 asked Ana\u{202e}\n2021-05-03 answered\x1b[2J");
    Desk::all().of("ana@x.example", Scope::WholeFiles, log, lang, |entries, _| {
        let page = text(entries, "case.txt");
        for part in said {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains(['⟦', '\u{202e}', '\x1b']) && !page.contains("pmc-only"), "{page}");
        assert!(!page.contains("bo@x.example"), "nobody else is in it: {page}");
        assert!(!text(entries, "still-to-add.txt").contains('⟦'));
    });
}

/// The person may be in no report at all (T3).
#[test]
fn who_is_on_a_list_alone_has_a_support_file_too() {
    Desk::all().of("mia@x.example", Scope::WholeFiles, None, Lang::En, |entries, proofs| {
        assert!(text(entries, "case.txt").contains("In no row of the report."), "{}", text(entries, "case.txt"));
        assert_eq!(text(entries, "report-rows.csv").lines().count(), 1, "the headings");
        assert!(text(entries, "users-report-rows.csv").contains("4,mia@x.example,Yes,No"));
        assert_eq!(
            entries.iter().find(|entry| entry.what == What::Report).map(|entry| entry.whose),
            Some(Whose::Everybody { others: 4, rows: 5 })
        );
        assert_eq!(proofs.len(), 2);
    });
}

#[test]
fn what_is_missing_is_still_to_be_added() {
    Desk::new(&[("report.csv", REPORT)]).of("cy@x.example", Scope::WholeFiles, None, Lang::En, |entries, proofs| {
        assert_eq!(proofs, [Proof::Profile, Proof::Transcript, Proof::Completion], "E1");
        assert!(text(entries, "still-to-add.txt").contains("[ ] The exported users report"));
    });
    Desk::all().of("cy@x.example", Scope::WholeFiles, None, Lang::En, |_, proofs| {
        assert_eq!(proofs.first(), Some(&Proof::Profile), "a users report that does not know the person proves nothing of them");
    });
}

#[test]
fn files_of_one_name_are_told_apart_and_names_are_safe() {
    Desk::new(&[("case.txt", REPORT), ("still-to-add.txt", USERS)]).of("cy@x.example", Scope::WholeFiles, None, Lang::En, |entries, _| {
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names[1], "case-2.txt");
        assert_eq!(names[3..], ["still-to-add.txt", "users-report-rows.csv", "still-to-add-2.txt"]);
    });
}

#[test]
fn a_zip_is_read_back_as_it_was() {
    let desk = Desk::all();
    desk.of("ana@x.example", Scope::WholeFiles, None, Lang::En, |entries, _| {
        let path = desk.folder.path().join("case.ZIP");
        write(&path, entries, false).unwrap();
        assert_eq!(write(&path, entries, false), Err(WriteError::Exists));
        write(&path, entries, true).unwrap();
        let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
        assert_eq!(zip.len(), entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let mut file = zip.by_index(at).unwrap();
            let mut content = String::new();
            file.read_to_string(&mut content).unwrap();
            assert_eq!((file.name().unwrap().as_ref(), content), (entry.name.as_str(), text(entries, &entry.name)));
            assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o600));
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    });
}

#[test]
fn a_folder_is_complete_or_not_there() {
    let desk = Desk::all();
    desk.of("ana@x.example", Scope::WholeFiles, None, Lang::En, |entries, _| {
        let path = desk.folder.path().join("case");
        write(&path, entries, false).unwrap();
        assert_eq!(std::fs::read_to_string(path.join("users.csv")).unwrap(), USERS);
        std::fs::write(path.join("transcript.pdf"), "mine").unwrap();
        assert_eq!((check(&path, false), write(&path, entries, false)), (Err(WriteError::Exists), Err(WriteError::Exists)));
        write(&path, entries, true).unwrap();
        assert_eq!(std::fs::read_to_string(path.join("transcript.pdf")).unwrap(), "mine", "what was added stays");
        std::fs::remove_file(desk.folder.path().join("users.csv")).unwrap();
        let other = desk.folder.path().join("other");
        assert!(write(&other, entries, false).is_err() && !other.exists(), "a file went away meanwhile");
        let zip = desk.folder.path().join("other.zip");
        assert!(write(&zip, entries, false).is_err() && !zip.exists());
        assert_eq!(check(&path.join("case.txt"), true), Err(WriteError::NotAFolder));
    });
}
