//! What is kept as a list, and the way back from any change.

use proptest::prelude::*;

use super::*;
use crate::catalog::{catalog, programmes};
use crate::entered::{parse_rule, parse_set};
use crate::i18n::{Lang, Texts};

fn entered(typed: &[&str]) -> Entered {
    let mut entered = Entered::default();
    for one in typed {
        parse_set(one, "2026-09-15".parse().unwrap()).unwrap().apply(&mut entered);
    }
    entered
}

fn change() -> impl Strategy<Value = Change> {
    let sets = prop::sample::select(vec![
        "track=smb",
        "track=enterprise",
        "moved=2021-03-01",
        "held=cloud-platform/gold:2021-09-30",
        "held=cloud-platform/gold:2022-09-30",
        "held=data-ai:2027-03-31",
        "external=ana@x.example:psm-i",
        "not-same=8000015,ana@x.example",
        "portal=data-ai:enrolled=yes",
        "portal=data-ai:performance=12@2026-09-10",
        "portal=data-ai:deployments=12@2026-09-11",
        "portal=data-ai:anniversary=2027-03-31",
    ]);
    let rules = prop::sample::select(vec![
        "cloud-platform/gold = 4 of relevant",
        "cloud-platform/gold = 5 of AZ-104",
        "devops/silver = 1 of AZ-400",
    ]);
    prop_oneof![
        6 => sets.prop_map(|typed| parse_set(typed, "2026-09-15".parse().unwrap()).unwrap()),
        2 => rules.prop_map(|typed| Change::Rule(parse_rule(typed).unwrap())),
        1 => any::<bool>().prop_map(|on| Change::Tick { path: "devops/devops/gold".to_owned(), on }),
        1 => Just(Change::Track(None)),
        1 => Just(Change::RemoveRule("own-1".to_owned())),
        1 => Just(Change::Held { id: "data-ai".to_owned(), level: None, anniversary: None }),
        1 => Just(Change::Portal { designation: "data-ai".to_owned(), fact: PortalFact::Nothing }),
    ]
}

fn sorted(mut entered: Entered) -> Entered {
    entered.rules.sort_by(|a, b| a.id.cmp(&b.id));
    entered
}

proptest! {
    /// Whatever was changed, the way back leads to what was there, and from there forward again.
    #[test]
    fn the_way_back_leads_back(before in prop::collection::vec(change(), 0..12), then in prop::collection::vec(change(), 1..6)) {
        let mut first = Entered::default();
        before.iter().for_each(|change| change.apply(&mut first));
        let mut second = first.clone();
        then.iter().for_each(|change| change.apply(&mut second));
        let mut again = second.clone();
        back(&second, &first).iter().for_each(|change| change.apply(&mut again));
        prop_assert_eq!(sorted(again.clone()), sorted(first.clone()));
        back(&first, &second).iter().for_each(|change| change.apply(&mut again));
        prop_assert_eq!(sorted(again), sorted(second));
    }

    /// Taken back item by item nothing is left.
    #[test]
    fn every_item_can_be_taken_back(changes in prop::collection::vec(change(), 0..12)) {
        let mut entered = Entered::default();
        changes.iter().for_each(|change| change.apply(&mut entered));
        let items = entered.items();
        prop_assert_eq!(items.is_empty(), entered.is_empty());
        items.iter().for_each(|item| item.take().apply(&mut entered));
        prop_assert!(entered.is_empty(), "{:?}", entered);
    }
}

#[test]
fn items_are_said_in_both_languages() {
    let kept = entered(&[
        "track=smb",
        "held=cloud-platform/gold:2021-09-30",
        "held=data-ai:2027-03-31",
        "external=ana@x.example:psm-i",
        "portal=data-ai:performance=12.5,skilling-intermediate=28@2026-09-10",
        "portal=data-ai:anniversary=2027-03-31@2026-09-10",
    ]);
    let said = |lang| kept.items().iter().map(|i| i.words(programmes(), catalog(), &Texts::new(lang))).collect::<Vec<_>>();
    let english = said(Lang::En);
    assert_eq!(english[1], "Cloud Platform › Gold: held until 30 Sep 2021");
    assert_eq!(english[2], "Data & AI: held until 31 Mar 2027");
    assert!(english[4].starts_with("The portal on Data & AI, 10 Sep 2026: ") && english[4].contains("12.5"), "{}", english[4]);
    let french = said(Lang::Fr);
    assert!(french[4].contains("12,5") && french[4].contains("10 sept. 2026"), "{}", french[4]);
    let rule = parse_rule("cloud-platform/gold = 4 of relevant from 2026-01-01").unwrap();
    let rule = Item::Rule(rule).words(programmes(), catalog(), &Texts::new(Lang::En));
    assert_eq!(rule, "Gold of Cloud Platform = 4 people among those whom the report marks relevant, from 1 Jan 2026 on");
}
