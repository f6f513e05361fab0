//! What the program can say has its words in both languages: every column, kind of file, warning and error.

use skilldeck::diagnosis::{self, Confidence};
use skilldeck::entered::{Mistake, Wrong};
use skilldeck::i18n::{Lang, Texts};
use skilldeck::report::report_date::DateFrom;
use skilldeck::report::values::DayOrder;
use skilldeck::report::vocabulary::How;
use skilldeck::report::{Code, Diagnostic, Field, Kind, ReadError, Trouble};

/// All variants of a type. A new one does not compile until it is added here.
macro_rules! every {
    ($type:ident: $($variant:ident)+) => {{
        let all = [$($type::$variant),+];
        for one in &all {
            match one { $($type::$variant => {}),+ }
        }
        all
    }};
}

#[track_caller]
fn in_both(key: &str) -> [String; 2] {
    let said = Lang::ALL.map(|lang| Texts::new(lang).get(key));
    for text in &said {
        assert!(!text.contains('⟦') && !text.is_empty(), "{key} has no words");
    }
    // English stands behind French, so a message that is missing there would not be noticed above.
    assert!(super::all("fr").contains_key(key), "{key} is missing in French");
    said
}

#[test]
fn every_field_is_named() {
    for field in Field::ALL.iter().chain(&Field::MAPPABLE).chain(&Field::OF_LISTS) {
        in_both(&format!("field-{}", field.name().replace('_', "-")));
    }
}

#[test]
fn every_kind_of_file_is_named_and_of_the_others_where_the_report_is() {
    let kinds = every!(Kind: SkillsReport TrainingCompletions UsersReport CompetencyHistory CompetencyPerformance MsLearn PartnerProfile
        SkillingEligibility TrainingDashboard Transcript StaffList Directory OwnList EmptyReport);
    for kind in kinds {
        in_both(&format!("kind-{}", kind.name()));
        if !kind.is_report() {
            in_both(&format!("kind-{}-place", kind.name()));
        }
    }
}

#[test]
fn every_way_in_which_something_was_found_is_named() {
    for how in every!(How: User Documented Related Inferred Content) {
        in_both(&format!("how-{}", how.name()));
    }
    for from in every!(DateFrom: Option Created Modified FileName FileTime) {
        in_both(&format!("date-from-{}", from.name()));
    }
    for order in every!(DayOrder: DayFirst MonthFirst) {
        in_both(match order {
            DayOrder::DayFirst => "order-day-first",
            DayOrder::MonthFirst => "order-month-first",
        });
    }
}

#[test]
fn every_warning_has_its_words_and_takes_all_its_values() {
    let codes = every!(Code: ColumnMissing AmbiguousDates MixedDates BadDate BadYesNo ErrorCell NobodyNamed NameAlone TotalRow BadEmail BadMcid UnknownType ExtraCells MissingCells RepeatedHeader DuplicateHeader
        HiddenSheet OtherSheet EmptyReport NoRows DuplicateRow MixedEncoding MergedCells FileChanged SharedEmail ShortSpan MappingIgnored
        NoCompetency BadHistory NoAnniversary UnknownCompetency NoAddress BadLevel BadNumber);
    for code in codes {
        in_both(&format!("warning-{}", code.name()));
        let value = match code {
            Code::ColumnMissing => "associated_pc",
            Code::AmbiguousDates => "day-first",
            _ => "Maud",
        };
        for (lang, count) in [(Lang::En, 1), (Lang::En, 3), (Lang::Fr, 1), (Lang::Fr, 3)] {
            let diagnostic = Diagnostic { code, row: Some(17), column: Some(1), value: value.to_owned(), count };
            let said = diagnostic.message(&Texts::new(lang), &["First".to_owned(), "Second".to_owned()]);
            assert!(!said.contains(['{', '}', '⟦', '$', '\n']), "{code:?}: {said}");
        }
    }
}

#[test]
fn every_finding_has_its_words() {
    for code in diagnosis::Code::ALL {
        in_both(&format!("finding-{}", code.name()));
        // Somebody who shows no skills is told by the cause.
        if code != diagnosis::Code::NoSkills {
            in_both(&format!("finding-do-{}", code.name()));
        }
        for lang in Lang::ALL {
            let said = skilldeck::export::findings::title(code, &Texts::new(lang));
            assert!(!said.contains(code.name()) || code.name() == "expired", "people are shown words and no codes: {said}");
        }
    }
    for severity in diagnosis::Severity::ALL {
        in_both(&format!("severity-{}", severity.name()));
    }
    for confidence in every!(Confidence: Certain Likely Possible) {
        in_both(&format!("confidence-{}", confidence.name()));
    }
}

#[test]
fn every_mistake_in_what_is_entered_says_what_is_valid() {
    for what in Wrong::ALL {
        in_both(&format!("entered-wrong-{}", what.name()));
        let mistake = Mistake::new(what, "typed", "valid").near(Some("near"));
        let [english, french] = Lang::ALL.map(|lang| mistake.message(&Texts::new(lang)));
        assert_ne!(english, french, "{what:?}");
        for said in [english, french] {
            assert!(said.contains("near") && (said.contains("typed") || said.contains("valid")), "{said}");
            assert!(!said.contains(['{', '}', '⟦', '$', '\n']), "{said}");
        }
    }
}

/// The errors that a file can end in. A new one does not compile until it is added here.
fn troubles() -> Vec<Trouble> {
    let found = vec!["Fruit".to_owned(), "Weight".to_owned()];
    let mut all = vec![
        Trouble::NotFound,
        Trouble::Folder,
        Trouble::NoPermission,
        Trouble::NotAFile,
        Trouble::LockFile,
        Trouble::HalfDownload,
        Trouble::Empty,
        Trouble::Password,
        Trouble::Damaged("detail".to_owned()),
        Trouble::UnpacksTooLarge(2048),
        Trouble::TooLarge(64),
        Trouble::TooManyRows(5_000_000),
        Trouble::CellTooLong { row: 17, limit: 1024 },
        Trouble::Html,
        Trouble::Pdf,
        Trouble::UnknownFormat,
        Trouble::NoSheet { name: "Third".to_owned(), there: found.clone() },
        Trouble::NotAReport { found: Vec::new() },
        Trouble::NotAReport { found },
        Trouble::NoSuchHeader { field: Field::Mcid, header: "Badge".to_owned() },
        Trouble::Cancelled,
        Trouble::Io("detail".to_owned()),
    ];
    all.extend(
        Kind::DATASETS
            .iter()
            .chain(&[Kind::UsersReport, Kind::StaffList, Kind::OwnList])
            .filter(|k| !k.is_report())
            .map(|k| Trouble::OtherKind(*k)),
    );
    for trouble in &all {
        match trouble {
            Trouble::NotFound
            | Trouble::Folder
            | Trouble::NoPermission
            | Trouble::NotAFile
            | Trouble::LockFile
            | Trouble::HalfDownload
            | Trouble::Empty
            | Trouble::Password
            | Trouble::Damaged(_)
            | Trouble::UnpacksTooLarge(_)
            | Trouble::TooLarge(_)
            | Trouble::TooManyRows(_)
            | Trouble::CellTooLong { .. }
            | Trouble::Html
            | Trouble::Pdf
            | Trouble::UnknownFormat
            | Trouble::NoSheet { .. }
            | Trouble::NotAReport { .. }
            | Trouble::OtherKind(_)
            | Trouble::NoSuchHeader { .. }
            | Trouble::Cancelled
            | Trouble::Io(_) => {}
        }
    }
    all
}

#[test]
fn every_error_names_the_file_and_differs_by_language() {
    for trouble in troubles() {
        let error = ReadError::new("downloads/report.csv", trouble.clone());
        let [english, french] = Lang::ALL.map(|lang| error.message(&Texts::new(lang)));
        assert!(english.starts_with("downloads/report.csv"), "{english}");
        assert!(french.starts_with("downloads/report.csv"), "{french}");
        assert_ne!(english, french, "{trouble:?}");
        for said in [&english, &french] {
            assert!(!said.contains(['{', '}', '⟦', '$', '\n']) || trouble == Trouble::LockFile, "{said}");
        }
    }
}
