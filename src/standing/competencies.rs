//! Levels of competency options: who fills which requirement, what is short, what is spare, what breaks and when.

use std::sync::Arc;

use super::assignment::{Ask, Filled, Link, assign, critical};
use super::counting::Retiring;
use super::formula::Mode;
use super::holders::{Holders, Nearly, View};
use super::notes::{Note, note};
use super::until::{Break, Lead, break_after};
use crate::catalog::Status;
use crate::catalog::programmes::{Holds, Level, LevelRules, People, Requirement};

/// The word of a level in paths, in the catalog and in JSON.
#[must_use]
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Silver => "silver",
        Level::Gold => "gold",
    }
}

/// People without any one of whom a level is not met: number, and whether it is then; `None` where that cannot be known.
pub type BrokenWithout = Vec<(u32, Option<bool>)>;

/// Where a company stands with one level of one option.
#[derive(Clone, Debug)]
pub struct LevelStanding {
    /// `cloud-platform/azure-consumption/silver`
    pub path: String,
    /// Which.
    pub level: Level,
    /// Whether it is met; `None` while a performance text is not ticked, or where it cannot be known.
    pub met: Option<bool>,
    /// Whether the people are there; `None` where it cannot be known.
    pub skills_met: Option<bool>,
    /// What is asked for besides people.
    pub performance: Option<Performance>,
    /// In the order of the rules.
    pub requirements: Vec<RequirementStanding>,
    /// How many people may leave, whoever they are; 0 where the people are not there.
    pub spare: Option<u32>,
    /// People without whom it breaks at once: by number. Empty where more than nobody may leave.
    pub critical: Vec<u32>,
    /// Where the people are there: those without any one of whom they are not for certain, by number, and whether they
    /// are then; `None` where that cannot be known. More than the critical ones, where an open rule may be read strictly.
    pub broken_without: BrokenWithout,
    /// What breaks first, if the people are there now.
    pub until: Option<Break>,
    /// The same, if the persons suspected to be one are one (R14); `None` where that changes nothing.
    pub if_one: Option<IfOne>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// What is asked for besides people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performance {
    /// In the words of the catalog.
    pub text: String,
    /// Whether somebody ticked it: no report can tell.
    pub ticked: bool,
}

/// One requirement of a level.
#[derive(Clone, Debug)]
pub struct RequirementStanding {
    /// `cloud-platform/azure-consumption/silver/r1`
    pub path: String,
    /// `r1`
    pub id: String,
    /// Different people (R14).
    pub need: u32,
    /// People who meet it alone; `None`: cannot be known.
    pub have: Option<u32>,
    /// People missing in the best joint assignment of the level, filled in order.
    pub short: Option<u32>,
    /// The largest k such that any k people may leave and it is still met; 0 where it is not met.
    pub spare: Option<u32>,
    /// Who meets it alone.
    pub holders: Arc<Holders>,
    /// Who nearly does, the cheapest first.
    pub nearly: Vec<Nearly>,
}

/// The numbers if suspected persons are one (R14).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfOne {
    /// Whether the people are there.
    pub skills_met: Option<bool>,
    /// Have, short and spare of each requirement, in order.
    pub requirements: Vec<(Option<u32>, Option<u32>, Option<u32>)>,
}

/// What a level is looked at with.
pub(super) struct LevelCase<'a, 'v> {
    pub rules: &'v LevelRules,
    /// Path of the level.
    pub path: String,
    pub retiring: Retiring<'v>,
    pub lead: Lead,
    pub ticked: bool,
    /// Ids of certificates of others that were ticked for somebody.
    pub external_ticked: &'a [(u32, String)],
}

/// How a level is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// What counts for certain, what is open read generously.
    Plain,
    /// What was withdrawn on an unknown day, and what others certify, counted too.
    Hopeful,
}

/// A level with its holders, ready to be assigned.
struct Filling {
    holders: Vec<Option<Arc<Holders>>>,
    filled: Vec<Filled>,
    critical: Vec<u32>,
    /// Nothing is asked of people, but of something else.
    asks_nobody: bool,
}

impl Filling {
    /// `None` where a requirement cannot be known and none is short.
    fn met(&self) -> Option<bool> {
        if self.filled.is_empty() {
            return self.asks_nobody.then_some(true);
        }
        if self.holders.iter().any(Option::is_none) || self.filled.iter().any(|f| f.short.is_none()) {
            return None;
        }
        Some(self.filled.iter().all(|f| f.short == Some(0)))
    }
}

pub(super) fn level<'v>(view: &mut View<'v>, merged: Option<&mut View<'v>>, case: &LevelCase<'_, 'v>) -> LevelStanding {
    let rules = case.rules;
    let mut notes = Vec::new();
    let (plain, skills_met, broken_without) = judge(view, case, &mut notes);
    say(view, case, &plain, &mut notes);
    let requirements: Vec<RequirementStanding> = rules
        .requirements
        .iter()
        .enumerate()
        .map(|(at, requirement)| RequirementStanding {
            path: format!("{}/{}", case.path, requirement.id),
            id: requirement.id.clone(),
            need: requirement.count,
            have: plain.holders[at].as_ref().map(|h| h.count()),
            short: plain.filled[at].short,
            spare: plain.filled[at].spare,
            holders: plain.holders[at].clone().unwrap_or_default(),
            nearly: view.nearly(&requirement.holds, case.retiring),
        })
        .collect();
    let until = if plain.met() == Some(true) { first_break(case, &plain, &requirements) } else { None };
    let performance = rules.performance.as_ref().map(|text| Performance { text: text.clone(), ticked: case.ticked });
    let if_one = merged.and_then(|merged| {
        let (one, one_met, _) = judge(merged, case, &mut Vec::new());
        let numbers = |filling: &Filling| {
            let each = filling.holders.iter().zip(&filling.filled);
            each.map(|(h, f)| (h.as_ref().map(|h| h.count()), f.short, f.spare)).collect::<Vec<_>>()
        };
        let requirements = numbers(&one);
        let differs = requirements != numbers(&plain);
        differs.then_some(IfOne { skills_met: one_met, requirements })
    });
    LevelStanding {
        path: case.path.clone(),
        level: rules.level,
        met: skills_met.filter(|_| performance.as_ref().is_none_or(|p| p.ticked)),
        skills_met,
        performance,
        spare: requirements.iter().map(|r| r.spare).min().flatten(),
        critical: if plain.met() == Some(true) { plain.critical } else { Vec::new() },
        broken_without,
        requirements,
        until,
        if_one,
        notes,
    }
}

/// Fills a level, and whether the people are there; `None` where that depends on what nobody can know. With those without
/// whom they are not.
fn judge<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>, notes: &mut Vec<Note>) -> (Filling, Option<bool>, BrokenWithout) {
    let plain = fill(view, case, Reading::Plain, &links(case.rules, false), None);
    if case.rules.requirements.is_empty() && case.rules.performance.is_none() {
        note(notes, Note::NotKnown);
    }
    let mut broken_without = Vec::new();
    let met = match plain.met() {
        Some(true) => match strictly(view, case) {
            Some(needed) => {
                broken_without = without(view, case, &plain.critical, &needed);
                Some(true)
            }
            None => {
                note(notes, Note::StrictDiffers);
                None
            }
        },
        Some(false) if may_be_met(view, case, notes) => None,
        other => other,
    };
    (plain, met, broken_without)
}

/// What becomes of a level that is met, by person without whom it is not: broken, or what nobody can know. `critical`: by
/// the plain reading; `needed`: by the strict one.
fn without<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>, critical: &[u32], needed: &[u32]) -> BrokenWithout {
    let mut hopeful = None;
    let mut all: BrokenWithout = Vec::with_capacity(critical.len());
    for person in critical {
        // Who is left may still do, if what nobody can know is so.
        let maybe = is_open_without(view, case, *person) && {
            let links = links(case.rules, false);
            let filling = hopeful.get_or_insert_with(|| fill(view, case, Reading::Hopeful, &links, None));
            filling.met() != Some(false) && filling.critical.binary_search(person).is_err()
        };
        all.push((*person, if maybe { None } else { Some(false) }));
    }
    all.extend(needed.iter().filter(|person| critical.binary_search(person).is_err()).map(|person| (*person, None)));
    all.sort_unstable();
    all
}

/// Whether a level depends on something that nobody can know, if a person were not there.
fn is_open_without<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>, person: u32) -> bool {
    let ticked = |id: &String| case.external_ticked.iter().any(|(who, ticked)| *who != person && ticked.eq_ignore_ascii_case(id));
    case.rules.requirements.iter().any(|requirement| {
        let external = external(view, &requirement.holds).any(|id| !ticked(id));
        external || view.has_unknown_without(&requirement.holds, &case.retiring, person)
    })
}

/// How the people of the requirements relate. Read strictly, those of an open requirement are others than anybody's.
pub(super) fn links(rules: &LevelRules, strict: bool) -> Vec<Option<Vec<Link>>> {
    let position = |id: &String| rules.requirements.iter().position(|r| r.id == *id);
    let all = rules.requirements.iter().enumerate().map(|(at, requirement)| {
        let mut links = match &requirement.people {
            People::Any => Vec::new(),
            // What refers to nothing cannot be known.
            People::SubsetOf(id) => vec![Link::Among(position(id)?)],
            People::DistinctFrom(id) => vec![Link::Others(position(id)?)],
        };
        if strict && requirement.ambiguous.is_some() && requirement.people == People::Any {
            let free = |other: &usize| {
                let to_this = match &rules.requirements[*other].people {
                    People::SubsetOf(id) | People::DistinctFrom(id) => *id == requirement.id,
                    People::Any => false,
                };
                *other != at && !to_this
            };
            links.extend((0..rules.requirements.len()).filter(free).map(Link::Others));
        }
        Some(links)
    });
    all.collect()
}

/// Fills a level. `routes`: for each requirement what to ask for in place of its own.
fn fill<'v>(
    view: &mut View<'v>,
    case: &LevelCase<'_, 'v>,
    reading: Reading,
    links: &[Option<Vec<Link>>],
    routes: Option<&[Holds]>,
) -> Filling {
    let mode = if reading == Reading::Hopeful { Mode::WithUnknown } else { Mode::Certain };
    let requirements = &case.rules.requirements;
    let mut holders: Vec<Option<Arc<Holders>>> = Vec::with_capacity(requirements.len());
    for (at, requirement) in requirements.iter().enumerate() {
        let holds = routes.and_then(|routes| routes.get(at)).unwrap_or(&requirement.holds);
        let external = reading == Reading::Hopeful && external(view, holds).next().is_some();
        let known = if external { Some(Arc::new(view.everybody())) } else { view.holders(holds, case.retiring, mode) };
        holders.push(known.filter(|_| links.get(at).is_some_and(Option::is_some)));
    }
    let nobody = Holders::default();
    let asks: Vec<Ask<'_>> = requirements
        .iter()
        .enumerate()
        .map(|(at, requirement)| Ask {
            need: requirement.count,
            links: links[at].clone().unwrap_or_default(),
            holders: holders[at].as_deref().unwrap_or(&nobody),
        })
        .collect();
    let mut filled = assign(&asks);
    let critical = critical(&asks, &filled);
    // What depends on something unknown is unknown itself.
    let unknown: Vec<bool> = holders.iter().map(Option::is_none).collect();
    for (at, filled) in filled.iter_mut().enumerate() {
        let linked = links[at].iter().flatten().any(|link| matches!(link, Link::Among(other) | Link::Others(other) if unknown[*other]));
        if unknown[at] || linked {
            *filled = Filled::default();
        }
    }
    Filling { holders, filled, critical, asks_nobody: case.rules.performance.is_some() }
}

/// Certificates of others that a requirement names.
fn external<'h>(view: &View<'_>, holds: &'h Holds) -> impl Iterator<Item = &'h String> {
    let catalog = view.catalog;
    let ids = holds.any_of.iter().chain(&holds.all_of).chain(holds.any_set_of.iter().flatten()).chain(holds.one_from_each.iter().flatten());
    ids.filter(move |id| catalog.by_id(id).is_some_and(|c| c.status == Status::External))
}

/// Whether it is met if nobody is counted whom an open requirement may not mean: its people are others than those of the
/// other requirements, and all go the same way (one list of exams; exams or assessments or certifications). Gives those
/// without whom it is not; where nothing is open, nobody: the plain reading knows them.
fn strictly<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>) -> Option<Vec<u32>> {
    let rules = case.rules;
    if rules.requirements.iter().all(|r| r.ambiguous.is_none()) {
        return Some(Vec::new());
    }
    let links = links(rules, true);
    let mut choices: Vec<Vec<Holds>> = vec![Vec::new()];
    for requirement in &rules.requirements {
        let routes = routes(view, requirement);
        let longer = choices.iter().flat_map(|so_far| {
            routes.iter().map(|route| {
                let mut next = so_far.clone();
                next.push(route.clone());
                next
            })
        });
        choices = longer.collect();
        if choices.len() > 64 {
            // So many ways are in no rules; the cautious answer will do.
            return None;
        }
    }
    // One way is enough: who is needed is needed on all that there are.
    let mut needed: Option<Vec<u32>> = None;
    for routes in &choices {
        let filling = fill(view, case, Reading::Plain, &links, Some(routes));
        if filling.met() != Some(true) {
            continue;
        }
        let on_all = match needed.take() {
            Some(before) => before.into_iter().filter(|person| filling.critical.binary_search(person).is_ok()).collect(),
            None => filling.critical,
        };
        if on_all.is_empty() {
            return Some(on_all);
        }
        needed = Some(on_all);
    }
    needed
}

/// The ways that the people of an open requirement may go, if all must go the same.
fn routes(view: &View<'_>, requirement: &Requirement) -> Vec<Holds> {
    let holds = &requirement.holds;
    if requirement.ambiguous.is_none() {
        return vec![holds.clone()];
    }
    if holds.any_set_of.len() > 1 {
        return holds.any_set_of.iter().map(|set| Holds { any_set_of: vec![set.clone()], ..holds.clone() }).collect();
    }
    let kind = |id: &String| view.catalog.by_id(id).map(|c| c.kind);
    let mut kinds: Vec<_> = holds.any_of.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 2 {
        return vec![holds.clone()];
    }
    let of_kind = |wanted| holds.any_of.iter().filter(|id| kind(id) == wanted).cloned().collect();
    kinds.into_iter().map(|wanted| Holds { any_of: of_kind(wanted), ..holds.clone() }).collect()
}

/// Whether an unmet level would be met if what nobody can know were so; with the notes that say what.
fn may_be_met<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>, notes: &mut Vec<Note>) -> bool {
    let open: Vec<Note> = case
        .rules
        .requirements
        .iter()
        .flat_map(|requirement| {
            let external = external(view, &requirement.holds);
            let external: Vec<Note> = external
                .filter(|id| !case.external_ticked.iter().any(|(_, ticked)| ticked.eq_ignore_ascii_case(id)))
                .map(|id| Note::External(id.clone()))
                .collect();
            let unknown = view.has_unknown(&requirement.holds, &case.retiring).into_iter().map(Note::RetirementUnknown);
            unknown.chain(external).collect::<Vec<_>>()
        })
        .collect();
    if open.is_empty() || fill(view, case, Reading::Hopeful, &links(case.rules, false), None).met() == Some(false) {
        return false;
    }
    open.into_iter().for_each(|one| note(notes, one));
    true
}

fn say<'v>(view: &mut View<'v>, case: &LevelCase<'_, 'v>, filling: &Filling, notes: &mut Vec<Note>) {
    for (at, requirement) in case.rules.requirements.iter().enumerate() {
        if let Some(text) = &requirement.ambiguous {
            note(notes, Note::Ambiguous(format!("{}/{}", case.path, requirement.id), text.clone()));
        }
        for id in view.has_unknown(&requirement.holds, &case.retiring) {
            note(notes, Note::RetirementUnknown(id));
        }
        match &filling.holders[at] {
            Some(holders) => holders.caveats().for_each(|(caveat, people)| {
                // Of the same people in several requirements the largest number will do.
                match notes.iter_mut().find(|n| matches!(n, Note::Caveat(known, _) if *known == caveat)) {
                    Some(Note::Caveat(_, most)) => *most = people.max(*most),
                    _ => notes.push(Note::Caveat(caveat, people)),
                }
            }),
            None if requirement.holds.relevant_for.is_some() => note(notes, Note::NoRelevantColumn),
            None if !view.company.names_skills() => note(notes, Note::SkillsNotNamed),
            None => note(notes, Note::NotKnown),
        }
        if filling.holders[at].is_some() && filling.filled[at].short.is_none() {
            note(notes, Note::TooLarge);
        }
    }
}

fn first_break(case: &LevelCase<'_, '_>, filling: &Filling, requirements: &[RequirementStanding]) -> Option<Break> {
    let last = filling.filled.iter().filter_map(|f| f.last_day).min()?;
    let broken: Vec<usize> = (0..requirements.len()).filter(|at| filling.filled[*at].last_day == Some(last)).collect();
    // It may be a certificate for another requirement that somebody is counted by no more.
    let of_a_pair = |a: usize, b: usize| match &case.rules.requirements[a].people {
        People::SubsetOf(id) | People::DistinctFrom(id) => case.rules.requirements[b].id == *id,
        People::Any => false,
    };
    let bears = |at: &usize| broken.iter().any(|b| at == b || of_a_pair(*at, *b) || of_a_pair(*b, *at));
    let whose: Vec<&Holders> = (0..requirements.len()).filter(bears).map(|at| requirements[at].holders.as_ref()).collect();
    break_after(last, case.lead, broken.iter().map(|at| requirements[*at].path.clone()).collect(), &whose)
}
