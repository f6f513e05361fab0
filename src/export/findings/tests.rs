//! Every kind of finding has its sentences in both languages, whatever its detail.

use super::*;
use crate::catalog::programmes;
use crate::catalog::programmes::Level;
use crate::diagnosis::{Address, Anniversary, Clock, Detail, Holdings, Likeness, Missing, Name, NoSkills, NotCounting};
use crate::i18n::Lang;
use crate::model::About;
use crate::model::lists::{By, RowOf};
use crate::model::test_support::company;
use crate::standing::{Enrolment, Gain, Gained};

const ROWS: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n\
                    Ana,Roy,ana@x.example,8000001,Yes,No,Exam,,AZ-104,2021-01-02,Cloud (A),2021-06-01\n\
                    Bo,Lim,bo@x.example,8000002,Yes,Yes,Exam,,AZ-104,2021-01-02,Cloud (A),\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn gain(path: &str, points: f64, people: u32, historic: bool) -> Gain {
    Gain { places: vec![Gained { path: path.to_owned(), track: None, points, people, meets: people == 1, historic }] }
}

/// Every detail that there is, with the kind of finding it belongs to.
fn details() -> Vec<(Code, Detail)> {
    let on = day("2021-05-19");
    let mut all = vec![
        (Code::EmptyReport, Detail::Nothing),
        (Code::NobodyAssociated, Detail::Nothing),
        (Code::BadEmail, Detail::Nothing),
        (Code::ColumnMissing, Detail::Column(Field::Relevant)),
        (Code::ReportOld, Detail::Days(40)),
        (Code::ShortSpan, Detail::Span(on, on)),
        (Code::Expired, Detail::LastDay(day("2021-05-18"))),
        (Code::Expiring, Detail::LastDay(on)),
        (Code::Expiring, Detail::LastDay(day("2021-07-01"))),
        (Code::RetiredStillListed, Detail::Retired { on: Some(on), counts_until: Some(on) }),
        (Code::RetiredStillListed, Detail::Retired { on: Some(on), counts_until: Some(day("2021-05-01")) }),
        (Code::RetiredStillListed, Detail::Retired { on: None, counts_until: None }),
        (Code::TooRecent, Detail::Wait(on)),
        (Code::MissingMcid, Detail::Mcid(None)),
        (Code::MissingMcid, Detail::Mcid(Some(1))),
        (Code::DuplicateRow, Detail::Rows(1)),
        (Code::DuplicateRow, Detail::Rows(3)),
        (Code::ConflictingAssociation, Detail::Conflict { pmc: true, pc: true }),
        (Code::ConflictingAssociation, Detail::Conflict { pmc: true, pc: false }),
        (Code::ConflictingAssociation, Detail::Conflict { pmc: false, pc: true }),
    ];
    let says = [About::Earned(on, day("2021-05-01")), About::Expires(on, day("2021-05-01")), About::Active(true, false)];
    all.extend(says.map(|about| (Code::ReportsDisagree, Detail::Disagree(about))));
    let clocks = [Clock::Unknown, Clock::Runs(on), Clock::Runs(day("2021-05-20")), Clock::Over(day("2021-05-01")), Clock::ShutDown];
    let gains = [
        Gain::default(),
        gain("data-ai/intermediate/smb", 1.0, 0, false),
        gain("data-ai/intermediate/smb", 4.5, 0, false),
        gain("cloud-platform/azure-consumption/gold", 0.0, 1, false),
        gain("cloud-platform/azure-consumption/gold", 0.0, 2, true),
    ];
    for gain in gains {
        all.push((Code::NotAssociated, Detail::NotAssociated { skills: 2, gain: gain.clone(), learn: None }));
        all.extend(clocks.map(|clock| (Code::PmcOnly, Detail::Pmc { skills: 1, gain: gain.clone(), clock })));
    }
    all.push((Code::NotAssociated, Detail::NotAssociated { skills: 0, gain: Gain::default(), learn: None }));
    let causes = [NoSkills::Elsewhere(1), NoSkills::MaybeElsewhere(1), NoSkills::NotAssociated, NoSkills::Nothing];
    all.extend(causes.map(|cause| (Code::NoSkills, Detail::NoSkills { cause, learn: None })));
    for learn in [Some(true), Some(false)] {
        all.push((Code::NotAssociated, Detail::NotAssociated { skills: 0, gain: Gain::default(), learn }));
        all.extend(causes.map(|cause| (Code::NoSkills, Detail::NoSkills { cause, learn })));
    }
    for technical in [Some(true), Some(false), None] {
        let row = RowOf { list: 0, row: 3 };
        let missing = Missing { row, name: "Zoe Day".to_owned(), email: "zoe@x.example".to_owned(), mcid: String::new(), technical };
        all.push((Code::MissingFromReport, Detail::Missing(Box::new(missing))));
    }
    all.extend([None, Some(on)].map(|last| (Code::LeftCompany, Detail::Left(last))));
    for (others, by) in
        [(vec!["ana@new.example"], By::Mcid), (vec!["a@b.example", "c@d.example"], By::PrivateEmail), (vec!["a@b.example"], By::ObjectId)]
    {
        let others = others.into_iter().map(str::to_owned).collect();
        all.push((Code::EmailMismatch, Detail::Addresses { others, by }));
    }
    let whys = [NotCounting::ByFile, NotCounting::ByRules, NotCounting::Inactive];
    all.extend(whys.map(|why| (Code::SkillNotCounting, Detail::NotCounting(why))));
    let names = [Name::Same, Name::Spelling, Name::ShortForm, Name::Initial, Name::Further, Name::Unnamed, Name::Different];
    let addresses =
        [Address::Same, Address::PrivateAlike, Address::Private, Address::OneWithout, Address::NoneOfCompany, Address::BothOfCompany];
    let holdings = [Holdings::Complete, Holdings::Apart, Holdings::OneEmpty, Holdings::Repeated, Holdings::Overlap];
    for (at, name) in names.into_iter().enumerate() {
        for (number, address) in addresses.into_iter().enumerate() {
            let confidence = [Confidence::Certain, Confidence::Likely, Confidence::Possible][number % 3];
            let holdings = holdings[(at + number) % 5];
            all.push((Code::PossibleDuplicate, Detail::Duplicate(Likeness { confidence, name, address, holdings })));
        }
    }
    for (level, days) in [(Some(Level::Gold), 0), (Some(Level::Silver), 1), (None, 60), (Some(Level::Gold), -3)] {
        let id = if level.is_some() { "cloud-platform" } else { "data-ai" };
        let held = Enrolment { id: id.to_owned(), level, anniversary: on };
        all.push((Code::AnniversaryNear, Detail::Anniversary(Box::new(Anniversary { held, days, renew_until: on, life: None }))));
    }
    all
}

fn finding(code: Code, detail: Detail) -> Finding {
    let of_file = matches!(
        code,
        Code::EmptyReport | Code::NobodyAssociated | Code::ColumnMissing | Code::ReportOld | Code::ShortSpan | Code::AnniversaryNear
    );
    let account = (!of_file && code != Code::MissingFromReport).then_some(0);
    Finding { code, account, skill: account.map(|_| 0), confidence: None, others: vec![1], detail, evidence: Vec::new() }
}

#[test]
fn every_finding_says_what_is_so_and_what_to_do_in_both_languages() {
    let company = company(ROWS);
    let mut tried = std::collections::BTreeSet::new();
    for (code, detail) in details() {
        tried.insert(code);
        let finding = finding(code, detail);
        let alone = Finding { others: Vec::new(), ..finding.clone() };
        let said = Lang::ALL.map(|lang| {
            let texts = Texts::new(lang);
            let teller = Teller { company: &company, programmes: programmes(), as_of: day("2021-05-19"), texts: &texts };
            [
                teller.message(&finding),
                teller.advice(&finding),
                teller.advice_to_each(&finding),
                teller.message(if code == Code::PossibleDuplicate { &finding } else { &alone }),
            ]
        });
        for text in said.iter().flatten() {
            assert!(!text.is_empty() && !text.contains(['⟦', '{', '}', '\u{fffd}']), "{finding:?}: {text}");
            assert!(!text.contains("  ") && !text.contains(" ,") && text.ends_with(['.', '»']), "{text}");
            assert!(code == Code::Expired || !text.contains(code.name()), "words and no codes: {text}");
        }
        assert_ne!(said[0], said[1]);
    }
    assert_eq!(tried.len(), Code::ALL.len(), "every kind is tried");
}

#[test]
fn a_gain_names_its_place() {
    let company = company(ROWS);
    let texts = Texts::new(Lang::En);
    let teller = Teller { company: &company, programmes: programmes(), as_of: day("2021-05-19"), texts: &texts };
    let said = |gain: Gain| teller.message(&finding(Code::NotAssociated, Detail::NotAssociated { skills: 1, gain, learn: None }));
    assert!(
        said(gain("data-ai/intermediate/smb", 4.5, 0, false)).ends_with("brings 4.5 points for Data & AI › Intermediate certifications.")
    );
    let level = said(gain("cloud-platform/azure-consumption/gold", 0.0, 1, false));
    assert!(
        level.ends_with("fills one missing place for Cloud Platform › Azure Consumption › Gold, which then has all its people."),
        "{level}"
    );
    assert!(said(gain("cloud-platform/azure-consumption/gold", 0.0, 2, true)).contains("By older rules"));
    assert!(said(Gain::default()).ends_with("One skill would count."));
}
