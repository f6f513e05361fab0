//! What each of some people must hold, as a tree of "all of" and "one of", and who holds it until when.

use chrono::NaiveDate;

use super::counting::{Caveats, Leaf, Leaves, Limit, NEVER};
use crate::catalog::programmes::Holds;

/// A tree of conditions.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// A credential, by its number in the view.
    Leaf(u32),
    /// All of these.
    All(Vec<Node>),
    /// One of these.
    One(Vec<Node>),
}

impl Node {
    /// The tree of some holds. `number`: of a credential; `marked`: of what the report marks as relevant for a name, if it
    /// marks anything. `None`: it is not known who meets it, because nothing is asked for or the report cannot tell.
    pub fn of(holds: &Holds, number: &mut impl FnMut(&str) -> u32, marked: Option<u32>) -> Option<Node> {
        let mut leaf = |id: &String| Node::Leaf(number(id));
        let mut parts: Vec<Node> = Vec::new();
        if !holds.any_of.is_empty() {
            parts.push(Node::One(holds.any_of.iter().map(&mut leaf).collect()));
        }
        parts.extend(holds.all_of.iter().map(&mut leaf));
        if !holds.any_set_of.is_empty() {
            parts.push(Node::One(holds.any_set_of.iter().map(|set| Node::All(set.iter().map(&mut leaf).collect())).collect()));
        }
        for list in &holds.one_from_each {
            parts.push(Node::One(list.iter().map(&mut leaf).collect()));
        }
        if holds.relevant_for.is_some() {
            parts.push(Node::Leaf(marked?));
        }
        match parts.len() {
            0 => None,
            1 => parts.pop(),
            _ => Some(Node::All(parts)),
        }
    }

    pub fn each_leaf(&self, visit: &mut impl FnMut(u32)) {
        match self {
            Node::Leaf(number) => visit(*number),
            Node::All(parts) | Node::One(parts) => parts.iter().for_each(|p| p.each_leaf(visit)),
        }
    }

    /// How many credentials somebody lacks who has none.
    fn whole_cost(&self) -> u32 {
        match self {
            Node::Leaf(_) => 1,
            Node::All(parts) => parts.iter().map(Node::whole_cost).fold(0, u32::saturating_add),
            Node::One(parts) => parts.iter().map(Node::whole_cost).min().unwrap_or(u32::MAX),
        }
    }

    /// The credentials of which one alone does.
    fn each_sole_leaf(&self, visit: &mut impl FnMut(u32)) {
        match self {
            Node::Leaf(number) => visit(*number),
            Node::One(parts) => parts.iter().for_each(|p| p.each_sole_leaf(visit)),
            Node::All(parts) => {
                if let [only] = parts.as_slice() {
                    only.each_sole_leaf(visit);
                }
            }
        }
    }
}

/// A holding that a condition rests on, and until when it counts there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub credential: u32,
    pub holding: u32,
    pub until: NaiveDate,
    pub caveats: Caveats,
}

/// Somebody who meets a condition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    pub person: u32,
    pub until: NaiveDate,
    pub caveats: Caveats,
    /// Range of the parts.
    pub first: u32,
    pub parts: u32,
}

/// Which holdings are let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// What counts for certain.
    Certain,
    /// What was withdrawn on an unknown day counts too.
    WithUnknown,
    /// As if every account were associated.
    Associated,
}

/// The leaves and limits that a tree is looked at with.
pub(super) struct Sight<'v> {
    pub leaves: &'v [Option<Leaves>],
    /// By credential; those of which the rules at hand say nothing do not end.
    pub limits: &'v [Limit],
    pub as_of: NaiveDate,
    pub people: u32,
}

impl Sight<'_> {
    fn limit(&self, credential: u32, mode: Mode) -> NaiveDate {
        match self.limits.get(credential as usize) {
            Some(Limit::Until(last)) => *last,
            Some(Limit::Unknown) if mode == Mode::WithUnknown => NEVER,
            // No day at all.
            Some(Limit::Unknown) => NaiveDate::MIN,
            None => NEVER,
        }
    }

    fn leaves(&self, credential: u32) -> Option<&Leaves> {
        self.leaves.get(credential as usize)?.as_ref()
    }

    /// Everybody who meets the condition, by person, with the parts it rests on.
    pub fn met(&self, node: &Node, mode: Mode) -> (Vec<Met>, Vec<Part>) {
        let mut work = Work { best: vec![u32::MAX; self.people as usize], parts: Vec::new() };
        let met = self.meet(node, mode, &mut work);
        (met, work.parts)
    }

    fn meet(&self, node: &Node, mode: Mode, work: &mut Work) -> Vec<Met> {
        match node {
            Node::Leaf(number) => self.meet_leaf(*number, mode, work),
            Node::One(parts) => {
                // All of the parts before any of them is merged: the table is in use only while nobody else needs it.
                let lists: Vec<Vec<Met>> = parts.iter().map(|part| self.meet(part, mode, work)).collect();
                let mut all: Vec<Met> = Vec::new();
                for part in lists {
                    if all.is_empty() {
                        for (at, met) in (0u32..).zip(&part) {
                            work.best[met.person as usize] = at;
                        }
                        all = part;
                        continue;
                    }
                    for met in part {
                        let at = work.best[met.person as usize];
                        if at == u32::MAX {
                            work.best[met.person as usize] = u32::try_from(all.len()).unwrap_or(u32::MAX);
                            all.push(met);
                        } else if better(&met, &all[at as usize]) {
                            all[at as usize] = met;
                        }
                    }
                }
                all.iter().for_each(|met| work.best[met.person as usize] = u32::MAX);
                if !all.is_sorted_by_key(|m| m.person) {
                    all.sort_unstable_by_key(|m| m.person);
                }
                all
            }
            Node::All(parts) => {
                let mut parts = parts.iter();
                let Some(first) = parts.next() else { return Vec::new() };
                let mut all = self.meet(first, mode, work);
                for part in parts {
                    if all.is_empty() {
                        break;
                    }
                    let other = self.meet(part, mode, work);
                    all = both(&all, &other, work);
                }
                all
            }
        }
    }

    fn meet_leaf(&self, number: u32, mode: Mode, work: &mut Work) -> Vec<Met> {
        let Some(leaves) = self.leaves(number) else { return Vec::new() };
        let limit = self.limit(number, mode);
        if limit < self.as_of {
            return Vec::new();
        }
        let unknown = matches!(self.limits.get(number as usize), Some(Limit::Unknown));
        let mut met = Vec::with_capacity(leaves.counting.len());
        let mut add = |leaf: &Leaf| {
            let until = leaf.until.min(limit);
            let first = u32::try_from(work.parts.len()).unwrap_or(u32::MAX);
            let caveats = if unknown { leaf.caveats.with(Caveats::RETIREMENT_UNKNOWN) } else { leaf.caveats };
            work.parts.push(Part { credential: number, holding: leaf.holding, until, caveats });
            met.push(Met { person: leaf.person, until, caveats, first, parts: 1 });
        };
        if mode == Mode::Associated && !leaves.associable.is_empty() {
            let (mut a, mut b) = (leaves.counting.iter().peekable(), leaves.associable.iter().peekable());
            loop {
                match (a.peek(), b.peek()) {
                    (Some(x), Some(y)) if x.person > y.person => b.next().into_iter().for_each(&mut add),
                    (Some(x), other) => {
                        if other.is_some_and(|y| y.person == x.person) {
                            b.next();
                        }
                        a.next().into_iter().for_each(&mut add);
                    }
                    (None, Some(_)) => b.next().into_iter().for_each(&mut add),
                    (None, None) => break,
                }
            }
        } else {
            leaves.counting.iter().for_each(add);
        }
        met
    }

    /// Who lacks one credential and has the others, or once had the one that is enough: by person. Those who lack nothing
    /// may be among them.
    pub fn one_short(&self, node: &Node) -> Vec<OneShort> {
        let mut work = vec![u32::MAX; self.people as usize];
        let costs = self.costs(node, &mut work);
        let one = costs.into_iter().filter(|(_, cost)| *cost == 1);
        let mut short: Vec<OneShort> = one.map(|(person, _)| OneShort { person, lapsed: None }).collect();
        let before = short.len();
        node.each_sole_leaf(&mut |number| {
            let Some(leaves) = self.leaves(number).filter(|_| self.limit(number, Mode::Certain) >= self.as_of) else { return };
            short.extend(leaves.lapsed.iter().map(|l| OneShort { person: l.person, lapsed: Some((number, l.holding)) }));
        });
        if short.len() > before {
            // What lapsed says more than that one thing is missing.
            short.sort_by_key(|s| (s.person, s.lapsed.is_none()));
            short.dedup_by_key(|s| s.person);
        }
        short
    }

    /// How many credentials they lack who have a part of what it takes, by person. Who would do better to begin anew is not
    /// among them.
    fn costs(&self, node: &Node, work: &mut Vec<u32>) -> Vec<(u32, u32)> {
        match node {
            Node::Leaf(number) => {
                let leaves = self.leaves(*number).filter(|_| self.limit(*number, Mode::Certain) >= self.as_of);
                leaves.map_or_else(Vec::new, |l| l.counting.iter().map(|leaf| (leaf.person, 0)).collect())
            }
            Node::All(parts) | Node::One(parts) => {
                let is_all = matches!(node, Node::All(_));
                let whole = node.whole_cost();
                let lists: Vec<_> = parts.iter().map(|part| (part.whole_cost(), self.costs(part, work))).collect();
                let mut people: Vec<(u32, u32)> = Vec::new();
                for (of_part, costs) in lists {
                    for (person, cost) in costs {
                        let at = work[person as usize];
                        let at = if at == u32::MAX {
                            work[person as usize] = u32::try_from(people.len()).unwrap_or(u32::MAX);
                            people.push((person, if is_all { whole } else { u32::MAX }));
                            people.len() - 1
                        } else {
                            at as usize
                        };
                        let so_far = &mut people[at].1;
                        *so_far = if is_all { so_far.saturating_sub(of_part - cost) } else { (*so_far).min(cost) };
                    }
                }
                people.iter().for_each(|(person, _)| work[*person as usize] = u32::MAX);
                people.retain(|(_, cost)| *cost <= whole);
                people.sort_unstable_by_key(|(person, _)| *person);
                people
            }
        }
    }

    /// The credentials of which one each is missing to a person: the shortest way to meet the condition.
    pub fn lacking(&self, node: &Node, person: u32) -> Option<Vec<Vec<u32>>> {
        match node {
            Node::Leaf(number) => {
                if self.limit(*number, Mode::Certain) < self.as_of {
                    return None;
                }
                let held = self.leaves(*number).is_some_and(|l| l.counting.binary_search_by_key(&person, |leaf| leaf.person).is_ok());
                Some(if held { Vec::new() } else { vec![vec![*number]] })
            }
            Node::All(parts) => {
                let lists: Option<Vec<_>> = parts.iter().map(|part| self.lacking(part, person)).collect();
                Some(lists?.into_iter().flatten().collect())
            }
            Node::One(parts) => {
                let ways: Vec<_> = parts.iter().filter_map(|part| self.lacking(part, person)).collect();
                let least = ways.iter().map(Vec::len).min()?;
                let mut shortest = ways.into_iter().filter(|way| way.len() == least);
                if least == 1 {
                    return Some(vec![shortest.flatten().flatten().collect()]);
                }
                shortest.next()
            }
        }
    }
}

/// Somebody who lacks one thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct OneShort {
    pub person: u32,
    /// The credential and the holding that counted once.
    pub lapsed: Option<(u32, u32)>,
}

struct Work {
    /// By person: where in the list at hand; all `u32::MAX` between two uses.
    best: Vec<u32>,
    parts: Vec<Part>,
}

/// What lasts longer is better; of two equals, what raises fewer questions.
fn better(a: &Met, b: &Met) -> bool {
    (a.until, b.caveats.count()) > (b.until, a.caveats.count())
}

/// Those of both lists, until the earlier end.
fn both(a: &[Met], b: &[Met], work: &mut Work) -> Vec<Met> {
    let mut out = Vec::with_capacity(a.len().min(b.len()));
    let mut others = b.iter().peekable();
    for one in a {
        while others.peek().is_some_and(|o| o.person < one.person) {
            others.next();
        }
        let Some(other) = others.peek().filter(|o| o.person == one.person) else { continue };
        let first = u32::try_from(work.parts.len()).unwrap_or(u32::MAX);
        for met in [one, *other] {
            work.parts.extend_from_within(met.first as usize..(met.first + met.parts) as usize);
        }
        out.push(Met {
            person: one.person,
            until: one.until.min(other.until),
            caveats: one.caveats.with(other.caveats),
            first,
            parts: one.parts + other.parts,
        });
    }
    out
}
