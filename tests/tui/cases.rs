//! Cases on the screen: made of what was found, followed, settled by hand or by a newer report, and undone.

use rstest::rstest;

use skilldeck::cases::{Stage, What};
use skilldeck::diagnosis::Code;
use skilldeck::i18n::Lang;
use skilldeck::report::Input;
use skilldeck::tui::app::{App, Tab};
use skilldeck::tui::queue::{First, Line};

use super::deck::{Deck, named};

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

/// Ana is not associated, and Bo is not; `yes`: Ana is by now.
fn rows(yes: bool) -> String {
    let ana = if yes { "Yes" } else { "No" };
    let rows = format!(
        "Ana,Roy,ana@x.example,8000001,No,{ana},Exam,Tents,TN-1,2026-01-18,Camping (Tents),\n\
         Bo,Day,bo@x.example,8000002,No,No,Exam,Maps,TN-2,2026-01-12,Camping (Tents),\n"
    );
    format!("{HEAD}{rows}")
}

fn open(lang: Lang) -> Deck {
    Deck::closed(vec![named("report-2026-09-10.csv", rows(false))], lang).loaded().sized(120, 40)
}

/// On the finding about Ana.
fn on_ana(lang: Lang) -> Deck {
    let mut deck = open(lang).after("4");
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let at = deck.app.queue.lines.iter().position(|line| {
        let Line::Finding(place) = line else { return false };
        let finding = &deck.app.deck.as_ref().unwrap().prepared.diagnosis.findings[*place];
        finding.code == Code::NotAssociated && finding.account.is_some_and(|a| company.full_name(company.account(a)) == "Ana Roy")
    });
    deck.app.queue.list.selected = at.unwrap();
    deck.press("j k");
    deck
}

fn log(app: &App) -> Vec<What> {
    let cases = &app.deck.as_ref().unwrap().followed.cases;
    cases.cases.iter().flat_map(|case| &case.log).map(|entry| entry.what.clone()).collect()
}

fn stages(app: &App) -> Vec<Stage> {
    app.deck.as_ref().unwrap().followed.cases.cases.iter().map(skilldeck::cases::Case::stage).collect()
}

#[rstest]
#[case(Lang::En, "How it stands: open", "Asked on 20 Sep 2026.", "Note: back on Monday")]
#[case(Lang::Fr, "Où en est le dossier : ouvert", "20 sept. 2026", "Remarque : back on Monday")]
fn a_finding_becomes_a_case(#[case] lang: Lang, #[case] stands: &str, #[case] asked: &str, #[case] note: &str) {
    let mut deck = on_ana(lang).after("c a c n");
    deck.type_in("back on Monday");
    deck.press("Enter");
    assert!(matches!(log(&deck.app)[..], [What::Opened { report: Some(_) }, What::Asked { .. }, What::Note(_)]), "{:?}", log(&deck.app));
    deck.shows(stands);
    let page = deck.app.queue.page.clone().unwrap().1;
    for said in [asked, note] {
        assert!(page.lines.iter().any(|line| line.text.contains(said)), "{said}: {page:?}");
    }
    // Everything is undone, one after the other, and done again.
    deck.press("u");
    assert_eq!(log(&deck.app).len(), 2);
    deck.press("u");
    assert_eq!(log(&deck.app), []);
    deck.press("Ctrl-r Ctrl-r");
    assert_eq!(log(&deck.app).len(), 3);
}

#[test]
fn a_step_is_marked_in_turn() {
    let mut deck = on_ana(Lang::En).after("Enter");
    let line = deck.app.queue.page.as_ref().unwrap().1.lines.iter().position(|line| line.step.is_some()).unwrap();
    for _ in 0..line {
        deck.press("j");
    }
    deck.press("Space");
    deck.shows("☑ 1.");
    deck.shows("you: done · ");
    deck.press("Space");
    deck.shows("☒ 1.");
    deck.press("Space");
    deck.shows("– 1.");
    deck.press("Space");
    let whats = log(&deck.app);
    assert!(matches!(whats.last(), Some(What::Step { mark: None, .. })), "{whats:?}");
    deck.press("g g Space");
    deck.shows("no step of a checklist");
}

/// What is settled leaves the queue, the number on the tab and what is to be done first.
#[test]
fn what_is_settled_stands_aside_and_comes_back() {
    let mut deck = on_ana(Lang::En);
    let before = deck.app.deck.as_ref().unwrap().to_settle();
    deck.press("c d");
    assert_eq!(stages(&deck.app), [Stage::Done]);
    assert_eq!(deck.app.deck.as_ref().unwrap().to_settle(), before - 1);
    assert!(deck.app.queue.lines.iter().any(|line| matches!(line, Line::Kind(Code::NotAssociated, 1, _))), "{:?}", deck.app.queue.lines);
    assert!(deck.app.queue.lines.contains(&Line::SettledAll(1, true)));
    let at = deck.app.queue.lines.iter().position(|line| matches!(line, Line::SettledAll(..))).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("Enter j");
    deck.shows("✓ Ana Roy · Not associated in Partner Center · done");
    deck.press("c r");
    assert_eq!(stages(&deck.app), [Stage::Open]);
    assert_eq!(deck.app.deck.as_ref().unwrap().to_settle(), before);
    let at = deck.app.queue.lines.iter().position(|line| matches!(line, Line::Kind(Code::NotAssociated, ..))).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("j c x Enter");
    deck.shows("A reason is needed here");
    deck.type_in("is on leave");
    deck.press("Enter");
    assert_eq!(stages(&deck.app), [Stage::NoAction]);
}

/// T3: somebody who is in no file, whose exam does not show after four days.
#[test]
fn a_joiner_who_is_in_no_file_is_followed() {
    let mut deck = open(Lang::En).after("4 c p");
    for typed in ["Zoe Day", "zoe@x.example", "8000009", "az 104", "2026-09-16", "2026-09-15"] {
        deck.type_in(typed);
        deck.press("Tab");
    }
    deck.press("Enter");
    let case = deck.app.deck.as_ref().unwrap().followed.cases.cases[0].clone();
    assert_eq!(case.points()[0].matter.of.as_deref(), Some("AZ-104"), "as the report will name it");
    // 72 hours after the 16th are over on the 20th: it is due, and stands first.
    assert!(matches!(deck.app.queue.lines[..2], [Line::DueToday(1), Line::Due(_)]), "{:?}", deck.app.queue.lines);
    deck.press("g g j");
    deck.shows("Zoe Day · Should show by now");
    deck.press("Enter");
    let page = deck.app.queue.page.clone().unwrap().1;
    assert!(page.lines.iter().any(|line| line.text.starts_with("✓ 6.")), "the wait is over: {page:?}");
    deck.press("Esc Esc");
    assert_eq!(deck.app.deck.as_ref().unwrap().do_first()[0], First::Due(1));
    deck.press("1");
    deck.shows("Due today");
    // Passed on, it is no longer due.
    deck.press("4 g g j c s");
    deck.type_in("2609-42");
    deck.press("Enter");
    assert!(deck.app.deck.as_ref().unwrap().followed.due.is_empty());
    let at = deck.app.queue.lines.iter().position(|line| matches!(line, Line::Loose(_))).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("j k");
    deck.shows("with Microsoft support, ticket 2609-42");
}

#[rstest]
#[case("c p Enter", "An e-mail address or MCID is needed")]
#[case("c p Z o e Tab z o e Enter", "This is no e-mail address")]
fn whom_no_report_can_name_is_asked_about(#[case] keys: &str, #[case] said: &str) {
    let mut deck = open(Lang::En).after("4").after(keys);
    deck.shows(said);
    assert!(deck.app.deck.as_ref().unwrap().followed.cases.cases.is_empty());
}

#[test]
fn where_nothing_is_selected_no_case_is_made() {
    let mut deck = open(Lang::En).after("4");
    let at = deck.app.queue.lines.iter().position(|line| *line == Line::Checklists).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("c a");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-no-case");
}

/// A newer report closes what it proves solved, says so, and that can be undone.
#[test]
fn a_newer_report_settles_what_it_proves() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, yes: bool| {
        let path = folder.path().join(name);
        std::fs::write(&path, rows(yes)).unwrap();
        Input::file(&path.to_string_lossy())
    };
    let (old, new) = (put("report-2026-09-10.csv", false), put("report-2026-09-18.csv", true));
    let mut deck = Deck::closed(vec![old], Lang::En).loaded().sized(120, 40).after("4");
    let at = deck.app.queue.lines.iter().position(|line| matches!(line, Line::Kind(Code::NotAssociated, ..))).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("j c a j c a");
    assert_eq!(stages(&deck.app), [Stage::Open, Stage::Open]);
    deck.press("O");
    deck.type_in(&new.path);
    deck.press("Enter");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "notice-report-settles");
    deck.shows("This report proves one point settled; u takes that back.");
    assert_eq!(stages(&deck.app), [Stage::Done, Stage::Open], "Ana is associated, Bo is not");
    deck.press("u");
    assert_eq!(stages(&deck.app), [Stage::Open, Stage::Open]);
    // What was taken back is not said again by the same report.
    deck.press("R");
    assert_eq!(stages(&deck.app), [Stage::Open, Stage::Open]);
    assert_eq!(deck.app.tab, Tab::Troubleshooting);
}

/// T1: two who may be one person are two findings and one case, from whichever of both one comes.
#[test]
fn of_two_who_may_be_one_person_there_is_one_case() {
    let rows = "Ana,Silva,ana.silva@x.example,8000015,No,Yes,Exam,Tents,TN-1,2026-01-18,Camping (Tents),\n\
                Ana,Silva,asilva@x.example,8000016,No,Yes,Exam,Maps,TN-2,2026-01-12,Camping (Tents),\n";
    let mut deck = Deck::open(vec![named("report-2026-09-10.csv", format!("{HEAD}{rows}"))]).sized(120, 40).after("4");
    let at = deck.app.queue.lines.iter().position(|line| matches!(line, Line::Kind(Code::PossibleDuplicate, 2, _))).unwrap();
    deck.app.queue.list.selected = at;
    deck.press("j c a j c n");
    deck.type_in("the transcript says 8000015");
    deck.press("Enter");
    assert_eq!(deck.app.deck.as_ref().unwrap().followed.cases.cases.len(), 1);
    assert!(matches!(log(&deck.app)[..], [What::Opened { .. }, What::Asked { .. }, What::Note(_)]), "{:?}", log(&deck.app));
    deck.press("c d");
    assert!(deck.app.queue.lines.iter().all(|line| !matches!(line, Line::Kind(Code::PossibleDuplicate, ..))), "settled for both");
}
