//! Every key of the standing has its words, entries come in order, and pages are there for each of them.

use super::words::{Certainty, ends_words};
use super::*;
use crate::catalog::{Programme, catalog, programmes};
use crate::i18n::{Lang, Texts};
use crate::model::test_support::company;
use crate::standing::{Caveats, EndsBy, Enrolment, Index, Note, Phase, Question, Reason, Risk, Rules, Stage, Standing, standing};

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sample() -> crate::model::Company {
    company(&format!(
        "{HEAD}\
         Ana,Roy,ana@x.example,,,Yes,Exam,,70-533,2018-01-05,,\n\
         Anna,Roy,anna@x.example,,,Yes,Exam,,70-532,2018-01-05,,\n\
         Cy,Low,cy@x.example,,,No,Exam,,70-535,2018-01-05,,\n\
         Di,Fox,di@x.example,,,Yes,Certification,,azure-administrator-associate,2026-01-05,,2027-01-05\n"
    ))
}

fn stand(company: &crate::model::Company, question: &Question) -> Standing {
    let index = Index::new(company, catalog(), &question.external);
    standing(company, catalog(), &index, &Rules::on(programmes(), question.as_of), question)
}

fn said(page: &Page) -> String {
    page.lines.iter().map(|line| format!("{}\n", line.text)).collect()
}

fn whole(company: &crate::model::Company, question: &Question, path: &str, lang: Lang) -> String {
    said(&page(company, programmes(), &stand(company, question), path, &Texts::new(lang)).unwrap())
}

#[test]
fn every_key_has_its_words_in_both_languages() {
    let notes = [
        Note::Historic,
        Note::ByHand,
        Note::Entered,
        Note::NotKnown,
        Note::SkillingOnly,
        Note::PeoplePointsOnly,
        Note::Ambiguous("a/b".to_owned(), "text".to_owned()),
        Note::StrictDiffers,
        Note::RetirementUnknown("AZ-104".to_owned()),
        Note::External("psm-i".to_owned()),
        Note::NoRelevantColumn,
        Note::SkillsNotNamed,
        Note::GateOutOfOrder("a/b".to_owned()),
        Note::Waived,
        Note::TooLarge,
        Note::Remark("text".to_owned()),
    ];
    let on = day("2026-09-15");
    let counts = |until| Reason::Counts { until, caveats: Caveats::default() };
    let reasons = [
        counts(None),
        counts(Some(on)),
        Reason::NotAssociated { pmc: false },
        Reason::NotAssociated { pmc: true },
        Reason::NotYet,
        Reason::Expired(on),
        Reason::Inactive,
        Reason::Retired(on),
        Reason::RetirementUnknown,
    ];
    let whys = [
        "historic",
        "no-rules",
        "not-known",
        "one-person",
        "retirement-unknown",
        "strict-differs",
        "external",
        "no-relevant-column",
        "skills-not-named",
        "too-large",
        "performance",
    ];
    let mut all: Vec<Vec<String>> = Vec::new();
    for texts in Lang::ALL.map(Texts::new) {
        let mut words: Vec<String> = notes.iter().map(|note| note_words(note, &texts)).collect();
        for caveat in Caveats::ALL {
            words.extend([1, 2].map(|people| note_words(&Note::Caveat(caveat, people), &texts)));
            words.push(texts.get(&format!("standing-caveat-{}", caveat.key())));
        }
        words.extend(reasons.iter().map(|reason| reason_words(*reason, &texts)));
        let ends = [EndsBy::Nothing, EndsBy::Expiry, EndsBy::Retirement, EndsBy::Move];
        words.extend(ends.map(|ends| ends_words(ends, &texts)));
        let grades = [Certainty::Proven, Certainty::Reserved, Certainty::Entered].into_iter();
        words.extend(grades.chain(whys.map(Certainty::CannotTell)).map(|grade| grade.words(&texts)));
        let stages = [Stage::NotStarted, Stage::Started, Stage::Qualified, Stage::Active, Stage::AtRisk];
        words.extend(stages.map(|stage| texts.get(&format!("standing-stage-{}", competencies::stage_key(stage)))));
        let phases = [Phase::Quiet, Phase::Look, Phase::Renewal, Phase::Over];
        words.extend(phases.map(|phase| texts.get(&format!("standing-phase-{}", competencies::phase_key(phase)))));
        let risks = [Risk::No, Risk::Yes, Risk::CannotTell];
        words.extend(risks.map(|risk| texts.get(&format!("standing-risk-{}", competencies::risk_key(risk)))));
        assert!(words.iter().all(|said| !said.is_empty() && !said.contains(['⟦', '{', '$'])), "{words:?}");
        all.push(words);
    }
    // English stands behind French: what is missing there would read the same.
    let same: Vec<&String> = all[0].iter().zip(&all[1]).filter(|(english, french)| english == french).map(|(english, _)| english).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn every_entry_step_and_requirement_has_its_page() {
    let company = sample();
    let shown = Shown { programmes: programmes(), lists: None };
    for (as_of, programme) in [("2026-09-15", Programme::Designations), ("2018-05-01", Programme::Competencies)] {
        let standing = stand(&company, &Question::of_day(day(as_of)));
        for texts in Lang::ALL.map(Texts::new) {
            let entries = entries(&standing, programme, None, &texts);
            let steps = standing.designations.iter().flat_map(|d| &d.metrics).flat_map(|m| &m.steps).map(|s| s.path.clone());
            let levels = standing.competencies.iter().flat_map(|c| &c.options).flat_map(|o| o.levels());
            let requirements = levels.flat_map(|l| &l.requirements).map(|r| r.path.clone());
            for path in entries.iter().map(|e| e.path.clone()).chain(steps).chain(requirements) {
                let page = page_in(&company, shown, &standing, programme, &path, &texts).unwrap_or_else(|| panic!("{path}"));
                let words = said(&page);
                assert!(!words.contains(['⟦', '\u{2068}']) && !page.title.is_empty(), "{path}: {words}");
            }
            assert!(page_in(&company, shown, &standing, programme, "data-ai/nothing", &texts).is_none());
        }
    }
}

#[test]
fn entries_stand_in_the_order_of_the_rules() {
    let company = sample();
    let texts = Texts::new(Lang::En);
    let list = entries(&stand(&company, &Question::of_day(day("2018-05-01"))), Programme::Competencies, None, &texts);
    let at = list.iter().position(|e| e.path == "cloud-platform").unwrap();
    let found: Vec<(u8, &str, &str)> = list[at..at + 4].iter().map(|e| (e.depth, e.name.as_str(), e.state.as_str())).collect();
    assert_eq!(
        found,
        [
            (0, "Cloud Platform", "Gold: performance to confirm"),
            (1, "Azure Consumption", "Gold: performance to confirm"),
            (2, "Silver", "performance to confirm"),
            (2, "Gold", "performance to confirm"),
        ]
    );
    assert_eq!(list[at + 3].gauge, Some(Gauge { have: 2.0, need: 2.0 }));
    assert_eq!(list[at + 3].ends, Some(Ends::SafeUntil(day("2019-12-31"))), "withdrawn at the end of 2018, counted for 12 months");
}

#[test]
fn suspected_pairs_give_both_numbers() {
    let company = sample();
    let mut question = Question::of_day(day("2018-05-01"));
    question.suspected.push((0, 1));
    let english = whole(&company, &question, "cloud-platform/azure-consumption/gold", Lang::En);
    assert!(english.contains("cannot be told from these files: two people may be one"), "{english}");
    assert!(english.contains("Ana Roy (ana@x.example) = Anna Roy (anna@x.example)\nr1: 2, or 1 if these are one person"), "{english}");
    let one = whole(&company, &question, "cloud-platform/azure-consumption/gold/r1", Lang::En);
    assert!(one.contains("2 people (2 needed) · cannot be told from these files: two people may be one"), "{one}");
    let french = whole(&company, &question, "cloud-platform/azure-consumption/gold", Lang::Fr);
    assert!(french.contains("r1 : 2, ou 1 si ce n’est qu’une personne"), "{french}");
}

#[test]
fn what_was_ticked_and_held_is_told() {
    let company = sample();
    let mut question = Question::of_day(day("2018-05-01"));
    let path = "cloud-platform/azure-consumption/gold";
    question.ticked.insert(path.to_owned());
    let level = Some(crate::catalog::programmes::Level::Gold);
    question.enrolments.push(Enrolment { id: "cloud-platform".to_owned(), level, anniversary: day("2020-02-01") });
    let english = whole(&company, &question, path, Lang::En);
    for part in [
        "met · depends on what you entered\n",
        "You ticked this as reached.",
        "At risk: too few people are left",
        "Gold. Anniversary on 1 Feb 2020. Look at it from 1 Nov 2019 on.",
        "It can be renewed from 2 Feb 2020 to 2 Mar 2020.",
    ] {
        assert!(english.contains(part), "{part} in {english}");
    }
    let texts = Texts::new(Lang::En);
    let list = entries(&stand(&company, &question), Programme::Competencies, None, &texts);
    let entry = list.iter().find(|e| e.path == "cloud-platform").unwrap();
    assert_eq!((entry.state.as_str(), entry.tone), ("at risk on 1 Feb 2020", Tone::Bad));
}

/// A designation is as certain as the least certain of its metrics.
#[test]
fn a_pair_leaves_a_designation_open_too() {
    let row =
        |name: &str| format!("{name},Roy,{name}@x.example,,,Yes,Certification,,azure-administrator-associate,2026-01-05,,2027-01-05\n");
    let company = company(&format!("{HEAD}{}{}", row("ana"), row("anna")));
    let mut question = Question::of_day(day("2026-09-15"));
    let gate = "data-ai/intermediate/enterprise/1";
    assert!(whole(&company, &question, gate, Lang::En).contains("2 people (2 needed) · proven by the file"));
    question.suspected.push((0, 1));
    let english = whole(&company, &question, gate, Lang::En);
    assert!(english.contains("cannot be told from these files: two people may be one"), "{english}");
    let infrastructure = whole(&company, &question, "infrastructure", Lang::En);
    assert!(infrastructure.contains("cannot be told from these files: two people may be one"), "{infrastructure}");
}

/// Whoever a difference to the portal is about can be opened from its line; of a pair both.
#[test]
fn the_lines_of_a_difference_name_their_accounts() {
    use crate::standing::{Portal, Track};
    let row = |name: &str, id: &str, earned: &str| format!("{name},Roy,{name}@x.example,,,Yes,Certification,,{id},{earned},,2027-09-11\n");
    let rows = [
        row("ana", "azure-administrator-associate", "2026-02-03"),
        row("bo", "azure-solutions-architect-expert", "2026-02-03"),
        row("cy", "fabric-data-engineer-associate", "2026-02-03"),
        row("cyd", "fabric-data-engineer-associate", "2026-02-03"),
        row("di", "fabric-data-engineer-associate", "2026-09-11"),
    ];
    let company = company(&format!("{HEAD}{}", rows.concat()));
    let portal = Portal { on: day("2026-09-10"), skilling_intermediate: Some(12.0), ..Portal::default() };
    let question = Question {
        track: Some(Track::Smb),
        suspected: vec![(2, 3)],
        portal: [("data-ai".to_owned(), portal)].into(),
        ..Question::of_day(day("2026-09-15"))
    };
    let standing = stand(&company, &question);
    for path in ["data-ai", "data-ai/intermediate/smb"] {
        let page = page(&company, programmes(), &standing, path, &Texts::new(Lang::En)).unwrap();
        let from = page.lines.iter().position(|line| line.text.ends_with("portal 12, skilldeck 20")).unwrap();
        let lines = page.lines[from..].iter().take_while(|line| !line.text.is_empty());
        let opened: Vec<(&str, u32)> = lines.filter_map(|l| Some((l.text.split(" · ").next()?, l.account?))).collect();
        assert_eq!(opened, [("di Roy", 4), ("cy Roy (cy@x.example)", 2), ("= cyd Roy (cyd@x.example)", 3)], "{path}");
    }
}

/// Few points are not safe, however long they last: only all of them are. Two tracks that differ have a gauge each.
#[test]
fn only_what_is_whole_is_called_safe() {
    let of = |name: &str, id: &str, until: &str| format!("{name},Roy,{name}@x.example,,,Yes,Certification,,{id},2026-02-03,,{until}\n");
    let rows: Vec<String> = (0..8)
        .map(|n| of(&format!("p{n}"), "fabric-data-engineer-associate", "2027-03-01"))
        .chain([of("ana", "azure-administrator-associate", "2027-02-03"), of("bo", "azure-solutions-architect-expert", "2027-05-01")])
        .collect();
    let company = company(&format!("{HEAD}{}", rows.concat()));
    let standing = stand(&company, &Question::of_day(day("2026-09-15")));
    let ends = |track: Option<crate::standing::Track>, path: &str| {
        let list = entries(&standing, Programme::Designations, track, &Texts::new(Lang::En));
        let entry = list.into_iter().find(|entry| entry.path == path).unwrap();
        (entry.ends, entry.tracks, entry.gauge.is_some(), entry.state)
    };
    use crate::standing::Track::{Enterprise, Smb};
    let safe = Some(Ends::SafeUntil(day("2027-02-03")));
    let loses = Some(Ends::LosesOn(day("2027-02-04")));
    assert_eq!(ends(Some(Smb), "data-ai"), (safe, vec![], true, "40 of 40 points".to_owned()));
    assert_eq!(ends(Some(Smb), "data-ai/intermediate/smb").0, safe);
    assert_eq!(ends(Some(Smb), "infrastructure/intermediate/smb").0, loses, "4 of 20 points");
    assert_eq!(ends(Some(Smb), "security").0, None, "what gives nothing cannot lose anything");
    let gauge = |have, need| Gauge { have, need };
    let (both, tracks, has_gauge, state) = ends(None, "data-ai");
    assert_eq!((both, has_gauge), (loses, false), "of the other track points are missing");
    assert_eq!(tracks, [(Enterprise, gauge(0.0, 40.0)), (Smb, gauge(40.0, 40.0))]);
    assert_eq!(state, "Enterprise gate 1: 1 of 2, SMB 40 of 40 points");
    let of_smb = stand(&company, &Question { track: Some(Smb), ..Question::of_day(day("2026-09-15")) });
    for asked in [None, Some(Enterprise)] {
        let list = entries(&of_smb, Programme::Designations, asked, &Texts::new(Lang::En));
        assert_eq!(list[0].state, "40 of 40 points", "it was asked about one track: of the other nothing is said");
        assert_eq!(list[1].path, "data-ai/intermediate/smb");
    }
    assert_eq!(ends(None, "digital-app-innovation").3, "Enterprise gate: 1 of 2, SMB 8 of 40 points");
}

#[test]
fn what_comes_is_told_in_words_as_long_as_there_is_room_for() {
    let as_of = day("2026-09-15");
    let [english, french] = Lang::ALL.map(Texts::new);
    let (safe, loses) = (Ends::SafeUntil(day("2027-02-03")), Ends::LosesOn(day("2027-02-04")));
    assert_eq!((safe.last_day(), loses.last_day()), (day("2027-02-03"), day("2027-02-03")));
    let said = |ends: Ends, texts: &Texts| [ends.words(texts), ends.shortly(as_of, texts), ends.in_brief(as_of, texts)];
    assert_eq!(said(safe, &english), ["safe until 3 Feb 2027", "safe until 3 Feb", "safe until 3 Feb"]);
    assert_eq!(said(loses, &english), ["loses points on 4 Feb 2027", "loses points on 4 Feb", "loses on 4 Feb"]);
    assert_eq!(said(safe, &french), ["assuré jusqu’au 3 févr. 2027", "assuré jusqu’au 3 févr.", "sûr jusqu’au 3 févr."]);
    assert_eq!(said(loses, &french), ["perd des points le 4 févr. 2027", "perd des points le 4 févr.", "perte le 4 févr."]);
    assert_eq!(Ends::LosesOn(day("2027-09-01")).in_brief(as_of, &english), "loses on 1 Sep 2027", "nearly a year away: which one is said");
}
