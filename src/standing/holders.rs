//! Who meets a requirement alone, with the proof; and who nearly does.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::counting::{Caveats, Day, EndsBy, Leaves, Limit, NEVER, Retiring, limit_of, said};
use super::formula::{Met, Mode, Node, Sight};
use super::index::{Holding, Index, Origin, Retirement, listed};
use crate::catalog::Catalog;
use crate::catalog::programmes::{Eligibility, Holds};
use crate::model::{Company, FileRow, competency_and_option};

/// What a number rests on: one credential of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Number of the credential: see [`super::Standing::credential_id`].
    pub credential: u32,
    /// The account it belongs to.
    pub account: u32,
    /// Row, exams or tick.
    pub origin: Origin,
    /// Last day of the certificate itself; `None`: none is known.
    pub expires: Option<NaiveDate>,
    /// Last day on which it counts here; `None`: none is known.
    pub until: Option<NaiveDate>,
    /// What ends then.
    pub ends_by: EndsBy,
    /// What one should know.
    pub caveats: Caveats,
}

impl Proof {
    /// The row it stands in; `None` for what is inferred or ticked.
    #[must_use]
    pub fn line(&self, company: &Company) -> Option<FileRow> {
        match self.origin {
            Origin::Listed(at) => at.of(company).map(|skill| company.line(skill)),
            _ => None,
        }
    }
}

/// A person who meets a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Number of the person.
    pub person: u32,
    /// Last day on which the person meets it, if nobody renews; `None`: no end is known.
    pub until: Option<NaiveDate>,
    /// What one should know of the proof.
    pub caveats: Caveats,
    first: u32,
    parts: u32,
}

impl Holder {
    pub(super) fn end(&self) -> NaiveDate {
        self.until.unwrap_or(NEVER)
    }
}

/// Everybody who meets a requirement alone, by person.
#[derive(Clone, Debug, Default)]
pub struct Holders {
    list: Vec<Holder>,
    proofs: Vec<Proof>,
    /// Last days, the latest first; sorted when first asked for.
    ends: OnceLock<Vec<NaiveDate>>,
}

impl Holders {
    /// The people, by number.
    #[must_use]
    pub fn list(&self) -> &[Holder] {
        &self.list
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.list.len()).unwrap_or(u32::MAX)
    }

    /// The credentials a holder rests on.
    #[must_use]
    pub fn proofs(&self, holder: &Holder) -> &[Proof] {
        self.proofs.get(holder.first as usize..(holder.first + holder.parts) as usize).unwrap_or(&[])
    }

    /// The holder of a person's number.
    #[must_use]
    pub fn of_person(&self, person: u32) -> Option<&Holder> {
        self.list.binary_search_by_key(&person, |h| h.person).ok().and_then(|at| self.list.get(at))
    }

    /// How many still meet it on a day not before the one asked about, if nobody renews.
    #[must_use]
    pub fn count_on(&self, day: NaiveDate) -> u32 {
        u32::try_from(self.ends().partition_point(|end| *end >= day)).unwrap_or(u32::MAX)
    }

    /// The same people and one more, of whose proof nothing is said.
    pub(super) fn with(&self, person: u32) -> Holders {
        let mut list = self.list.clone();
        if let Err(at) = list.binary_search_by_key(&person, |h| h.person) {
            list.insert(at, Holder { person, until: None, caveats: Caveats::default(), first: 0, parts: 0 });
        }
        Holders { list, ..Holders::default() }
    }

    /// Last days of everybody, the latest first; [`NEVER`] for those without.
    pub(super) fn ends(&self) -> &[NaiveDate] {
        self.ends.get_or_init(|| {
            let mut ends: Vec<NaiveDate> = self.list.iter().map(Holder::end).collect();
            ends.sort_unstable_by(|a, b| b.cmp(a));
            ends
        })
    }

    /// Caveats of all, each with the number of people it concerns.
    pub(super) fn caveats(&self) -> impl Iterator<Item = (Caveats, u32)> + '_ {
        let some = self.list.iter().filter(|h| !h.caveats.is_empty());
        let counts = some.fold([0u32; Caveats::ALL.len()], |mut counts, holder| {
            for (count, caveat) in counts.iter_mut().zip(Caveats::ALL) {
                *count += u32::from(holder.caveats.has(caveat));
            }
            counts
        });
        Caveats::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0)
    }
}

/// What somebody lacks who nearly meets a requirement, the cheapest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// Only the association of this account in Partner Center: no exam is needed (R15).
    Association {
        /// Number of the account.
        account: u32,
    },
    /// One credential, which counted once or is called inactive: number of the credential, account.
    Lapsed {
        /// Number of the credential.
        credential: u32,
        /// Number of the account.
        account: u32,
    },
    /// One credential; which, says [`super::Standing::lacking`].
    One,
}

/// Somebody who nearly meets a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearly {
    /// Number of the person.
    pub person: u32,
    /// What is missing.
    pub lacks: Lacks,
}

/// Letter case and the way blanks are written do not tell two competencies apart.
pub(super) fn name_key(name: &str) -> String {
    let folded = crate::text::fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join("-")
}

/// The entries of the *Relevant for …* column as they are compared: for each list, name with and without the option.
pub(super) fn entry_keys(company: &Company) -> Vec<Vec<[String; 2]>> {
    let of = |entry: &String| [name_key(entry), name_key(competency_and_option(entry).0)];
    company.relevance().iter().map(|list| list.iter().map(of).collect()).collect()
}

/// By list of entries, which of some names it has, as bits: a competency's name or id, with or without the option. Names
/// beyond the sixty-fourth are left out.
pub(super) fn named(entries: &[Vec<[String; 2]>], names: &[&str]) -> Vec<u64> {
    let wanted: Vec<String> = names.iter().take(64).map(|name| name_key(name)).collect();
    let bits = |list: &Vec<[String; 2]>| {
        let there = wanted.iter().enumerate().filter(|(_, name)| list.iter().any(|entry| entry.contains(name)));
        there.fold(0u64, |bits, (at, _)| bits | 1 << at)
    };
    entries.iter().map(bits).collect()
}

/// A company seen on a day.
pub(super) struct View<'v> {
    pub company: &'v Company,
    pub catalog: &'v Catalog,
    pub index: &'v Index,
    pub day: Day,
    months: u32,
    /// By person, the number to count it under (R14).
    merge: Option<Vec<u32>>,
    leaves: Vec<Option<Leaves>>,
    /// Ids beyond those of the index: what rules name and nobody holds, and what the report marks as relevant.
    more: Vec<String>,
    more_retirements: Vec<Retirement>,
    /// Holdings beyond those of the index.
    marked: Vec<Holding>,
    entry_keys: Option<Vec<Vec<[String; 2]>>>,
    known: Vec<Known<'v>>,
}

/// What was found already: silver and gold, and the tracks, ask for the same.
struct Known<'v> {
    holds: Holds,
    retiring: Retiring<'v>,
    mode: Mode,
    holders: Arc<Holders>,
    nearly: Option<Vec<Nearly>>,
}

/// Marks the report's own word among the ids.
const MARKED: &str = "relevant:";

impl<'v> View<'v> {
    /// `months`: for how many a withdrawn exam goes on counting where the report's own mark is all there is (R15).
    pub fn new(company: &'v Company, catalog: &'v Catalog, index: &'v Index, day: Day, months: u32) -> View<'v> {
        let leaves = vec![None; index.credentials.len()];
        View {
            company,
            catalog,
            index,
            day,
            months,
            merge: None,
            leaves,
            more: Vec::new(),
            more_retirements: Vec::new(),
            marked: Vec::new(),
            entry_keys: None,
            known: Vec::new(),
        }
    }

    /// The same, some people counted under the numbers of others.
    pub fn merged(self, merge: Vec<u32>) -> View<'v> {
        View { merge: Some(merge), ..self }
    }

    /// The ids of all credentials, by number.
    pub fn credential_ids(&self) -> Vec<String> {
        self.index.credentials.iter().chain(&self.more).cloned().collect()
    }

    pub fn credential_id(&self, number: u32) -> &str {
        let beyond = (number as usize).checked_sub(self.index.credentials.len());
        beyond.map_or_else(|| self.index.credential_id(number), |at| self.more.get(at).map_or("", String::as_str))
    }

    fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.index.number(id) {
            if let Some(slot @ None) = self.leaves.get_mut(number as usize) {
                let (first, holdings) = self.index.holdings(number);
                *slot = Some(Leaves::of(first, holdings, self.day, self.merge.as_deref()));
            }
            return number;
        }
        self.beyond(id)
    }

    fn beyond(&mut self, id: &str) -> u32 {
        let at = self.more.iter().position(|known| known.eq_ignore_ascii_case(id)).unwrap_or_else(|| {
            self.more.push(id.to_owned());
            self.more_retirements.push(Retirement::of(id, self.catalog));
            self.leaves.push(None);
            self.more.len() - 1
        });
        u32::try_from(self.index.credentials.len() + at).unwrap_or(u32::MAX)
    }

    /// Finds what the report marks as relevant for some names, each skill looked at once. Gives by name the number under
    /// which its marks are found, and by list of entries the names it has, as bits; `None` where the report marks nothing
    /// (R5).
    pub fn mark(&mut self, names: &[&str]) -> Option<(Vec<u32>, Vec<u64>)> {
        if !self.company.says_where_skills_count() {
            return None;
        }
        let numbers: Vec<u32> = names.iter().take(64).map(|name| self.beyond(&format!("{MARKED}{}", name_key(name)))).collect();
        let company = self.company;
        let keys = self.entry_keys.get_or_insert_with(|| entry_keys(company));
        let bits = named(keys, names);
        let mut missing = 0u64;
        for (at, number) in numbers.iter().enumerate() {
            let is_there = self.leaves.get(*number as usize).is_some_and(Option::is_some);
            missing |= u64::from(!is_there && !numbers[..at].contains(number)) << at;
        }
        if missing != 0 {
            let mut found: Vec<Vec<Holding>> = vec![Vec::new(); numbers.len()];
            let retiring = Retiring { eligibility: &[], months: self.months };
            let limit = |id: &String| retiring.limit(id, Retirement::of(id, self.catalog));
            let limits: Vec<Limit> = company.items.iter().map(|item| item.id.as_ref().map_or(Limit::Until(NEVER), limit)).collect();
            for person in 0..company.people {
                for account in company.accounts_of(person) {
                    for (at, skill) in (0u32..).zip(company.skills(*account)) {
                        let mut names = bits.get(skill.relevance() as usize).copied().unwrap_or(0) & missing;
                        if names != 0 {
                            let limit = limits.get(skill.item as usize).copied().unwrap_or(Limit::Until(NEVER));
                            let holding = Holding { limit, ..listed(company, *account, at, skill) };
                            while names != 0 {
                                found[names.trailing_zeros() as usize].push(holding);
                                names &= names - 1;
                            }
                        }
                    }
                }
            }
            for (number, found) in numbers.iter().zip(found).enumerate().filter(|(at, _)| missing >> at & 1 == 1).map(|(_, both)| both) {
                let first = self.index.holding_count() + u32::try_from(self.marked.len()).unwrap_or(u32::MAX);
                let leaves = Leaves::of(first, &found, self.day, self.merge.as_deref());
                if let Some(slot) = self.leaves.get_mut(*number as usize) {
                    *slot = Some(leaves);
                }
                self.marked.extend(found);
            }
        }
        Some((numbers, bits))
    }

    fn marked(&mut self, name: &str) -> Option<u32> {
        self.mark(&[name])?.0.first().copied()
    }

    fn node(&mut self, holds: &Holds) -> Option<Node> {
        let marked = holds.relevant_for.as_ref().and_then(|name| self.marked(name));
        Node::of(holds, &mut |id| self.number(id), marked)
    }

    /// Limits by credential, for those of a tree.
    fn limits(&self, node: &Node, retiring: &Retiring<'_>) -> Vec<Limit> {
        let mut limits = vec![Limit::Until(NEVER); self.leaves.len()];
        node.each_leaf(&mut |number| {
            if let Some(limit) = limits.get_mut(number as usize) {
                *limit = self.limit(number, retiring);
            }
        });
        limits
    }

    pub fn limit(&self, number: u32, retiring: &Retiring<'_>) -> Limit {
        if (number as usize) < self.index.credentials.len() {
            return limit_of(self.index, number, retiring);
        }
        let at = number as usize - self.index.credentials.len();
        retiring.limit(self.credential_id(number), self.more_retirements.get(at).copied().unwrap_or_default())
    }

    pub fn holding(&self, number: u32) -> Option<&Holding> {
        let beyond = number.checked_sub(self.index.holding_count());
        beyond.map_or_else(|| self.index.holding(number), |at| self.marked.get(at as usize))
    }

    fn sight<'s>(&'s self, limits: &'s [Limit]) -> Sight<'s> {
        Sight { leaves: &self.leaves, limits, as_of: self.day.as_of, people: self.company.people }
    }

    /// Everybody who meets it; `None`: that cannot be known.
    pub fn holders(&mut self, holds: &Holds, retiring: Retiring<'v>, mode: Mode) -> Option<Arc<Holders>> {
        let found = self.known.iter().find(|k| k.mode == mode && k.retiring == retiring && k.holds == *holds);
        if let Some(known) = found {
            return Some(Arc::clone(&known.holders));
        }
        // Of skills that are not named nobody can say whether they are the ones asked for.
        if holds.relevant_for.is_none() && !self.company.names_skills() {
            return None;
        }
        let node = self.node(holds)?;
        let limits = self.limits(&node, &retiring);
        let (met, parts) = self.sight(&limits).met(&node, mode);
        let mut holders = Holders { list: Vec::with_capacity(met.len()), proofs: Vec::with_capacity(met.len()), ends: OnceLock::new() };
        for one in &met {
            holders.add(one, |part| {
                let part = parts.get(part as usize)?;
                let holding = self.holding(part.holding)?;
                let pmc_ends = self.day.pmc_until.filter(|_| part.caveats.has(Caveats::PMC_ONLY));
                let ends_by = match part.until {
                    NEVER => EndsBy::Nothing,
                    day if holding.expires == Some(day) => EndsBy::Expiry,
                    day if pmc_ends == Some(day) => EndsBy::Move,
                    _ => EndsBy::Retirement,
                };
                Some(Proof {
                    credential: part.credential,
                    account: holding.account,
                    origin: holding.origin,
                    expires: holding.expires,
                    until: said(part.until),
                    ends_by,
                    caveats: part.caveats,
                })
            });
        }
        let holders = Arc::new(holders);
        self.known.push(Known { holds: holds.clone(), retiring, mode, holders: Arc::clone(&holders), nearly: None });
        Some(holders)
    }

    /// Everybody there is, by person.
    pub fn everybody(&self) -> Holders {
        let own = |person: &u32| self.merge.as_ref().is_none_or(|m| m.get(*person as usize) == Some(person));
        let of = |person| Holder { person, until: None, caveats: Caveats::default(), first: 0, parts: 0 };
        let list: Vec<Holder> = (0..self.company.people).filter(own).map(of).collect();
        Holders { list, ..Holders::default() }
    }

    /// Whether any of it was withdrawn on a day that nobody knows, and somebody holds it.
    pub fn has_unknown(&mut self, holds: &Holds, retiring: &Retiring<'_>) -> Vec<String> {
        let Some(node) = self.node(holds) else { return Vec::new() };
        let mut unknown = Vec::new();
        node.each_leaf(&mut |number| {
            let held = self.leaves.get(number as usize).and_then(Option::as_ref).is_some_and(|l| !l.counting.is_empty());
            if held && self.limit(number, retiring) == Limit::Unknown {
                unknown.push(self.credential_id(number).to_owned());
            }
        });
        unknown
    }

    /// The same, if a person were not there: whether there is any.
    pub fn has_unknown_without(&mut self, holds: &Holds, retiring: &Retiring<'_>, person: u32) -> bool {
        let Some(node) = self.node(holds) else { return false };
        let mut found = false;
        node.each_leaf(&mut |number| {
            let by_others = |leaves: &Leaves| leaves.counting.iter().any(|leaf| leaf.person != person);
            let held = self.leaves.get(number as usize).and_then(Option::as_ref).is_some_and(by_others);
            found |= held && self.limit(number, retiring) == Limit::Unknown;
        });
        found
    }

    /// Who nearly meets it: who would once an account is associated, and who lacks one thing. The cheapest first.
    pub fn nearly(&mut self, holds: &Holds, retiring: Retiring<'v>) -> Vec<Nearly> {
        let place = |known: &Known<'v>| known.mode == Mode::Certain && known.retiring == retiring && known.holds == *holds;
        if let Some(nearly) = self.known.iter().find(|k| place(k)).and_then(|k| k.nearly.as_ref()) {
            return nearly.clone();
        }
        let nearly = self.find_nearly(holds, retiring);
        if let Some(known) = self.known.iter_mut().find(|k| place(k)) {
            known.nearly = Some(nearly.clone());
        }
        nearly
    }

    fn find_nearly(&mut self, holds: &Holds, retiring: Retiring<'v>) -> Vec<Nearly> {
        let Some(holders) = self.holders(holds, retiring, Mode::Certain) else { return Vec::new() };
        let Some(node) = self.node(holds) else { return Vec::new() };
        let limits = self.limits(&node, &retiring);
        let sight = self.sight(&limits);
        let mut nearly: Vec<Nearly> = Vec::new();
        let mut anything = false;
        node.each_leaf(&mut |number| {
            anything |= self.leaves.get(number as usize).and_then(Option::as_ref).is_some_and(|l| !l.associable.is_empty());
        });
        if anything {
            let (met, parts) = sight.met(&node, Mode::Associated);
            let more = met.iter().filter(|m| holders.of_person(m.person).is_none());
            nearly.extend(more.filter_map(|m| {
                // The account that is not associated; two of them would be two things.
                let range = m.first as usize..(m.first + m.parts) as usize;
                let mut accounts = parts.get(range)?.iter().filter_map(|part| {
                    let holding = self.holding(part.holding)?;
                    let counts = self.leaves.get(part.credential as usize)?.as_ref()?;
                    counts.counting.binary_search_by_key(&m.person, |l| l.person).is_err().then_some(holding.account)
                });
                let first = accounts.next()?;
                accounts.all(|other| other == first).then_some(Nearly { person: m.person, lacks: Lacks::Association { account: first } })
            }));
        }
        let by_association = nearly.len();
        for one in sight.one_short(&node) {
            let is_new = holders.of_person(one.person).is_none()
                && nearly[..by_association].binary_search_by_key(&one.person, |n| n.person).is_err();
            if is_new {
                let lacks = match one.lapsed.and_then(|(credential, holding)| Some((credential, self.holding(holding)?.account))) {
                    Some((credential, account)) => Lacks::Lapsed { credential, account },
                    None => Lacks::One,
                };
                nearly.push(Nearly { person: one.person, lacks });
            }
        }
        let price = |lacks: Lacks| match lacks {
            Lacks::Association { .. } => 0,
            Lacks::Lapsed { .. } => 1,
            Lacks::One => 2,
        };
        nearly.sort_by_key(|n| (price(n.lacks), n.person));
        nearly
    }

    /// What a person lacks, as ids: one of each list. `None`: nothing that can still be earned would do.
    pub fn lacking(&mut self, holds: &Holds, retiring: &Retiring<'_>, person: u32) -> Option<Vec<Vec<String>>> {
        let node = self.node(holds)?;
        let limits = self.limits(&node, retiring);
        let lists = self.sight(&limits).lacking(&node, person)?;
        let named = lists.into_iter().map(|list| list.into_iter().map(|number| self.credential_id(number).to_owned()).collect());
        Some(named.collect())
    }
}

impl Holders {
    fn add(&mut self, met: &Met, proof: impl Fn(u32) -> Option<Proof>) {
        let first = u32::try_from(self.proofs.len()).unwrap_or(u32::MAX);
        self.proofs.extend((met.first..met.first + met.parts).filter_map(proof));
        let parts = u32::try_from(self.proofs.len()).unwrap_or(u32::MAX) - first;
        self.list.push(Holder { person: met.person, until: said(met.until), caveats: met.caveats, first, parts });
    }
}

/// What of the rules concerns retirement.
pub(super) fn retiring(eligibility: &[Eligibility], months: u32) -> Retiring<'_> {
    Retiring { eligibility, months }
}
