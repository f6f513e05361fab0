//! N different people for each of several requirements at once, some among the people of another, some other than these
//! (R14): the best joint assignment, exactly.
//!
//! Requirements that say nothing of each other are settled one by one, by counting. Those that do form a group. In a group
//! people who meet the same requirements are alike, so only their numbers matter; pairs, which is what real rules have, are
//! settled by formulas, larger groups by going through all states. Where that would take too long the answer is `None`.

use chrono::NaiveDate;

use super::counting::NEVER;
use super::holders::{Holder, Holders};
use super::reserve::fewest_leavers;

/// How the people of one requirement relate to those of another, by its number in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// They are among them.
    Among(usize),
    /// They are others.
    Others(usize),
}

/// A requirement with those who meet it alone.
#[derive(Clone, Debug)]
pub(super) struct Ask<'a> {
    pub need: u32,
    pub links: Vec<Link>,
    pub holders: &'a Holders,
}

/// What the best joint assignment makes of a requirement: as many filled as possible in all, and of equals the one that
/// fills the earlier requirement. `None`: too large to settle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// How many people are missing.
    pub short: Option<u32>,
    /// The largest k such that any k people may leave and it is still met; 0 where it is not met.
    pub spare: Option<u32>,
    /// The last day on which it is met if nobody renews; `None`: not met, no end known, or another one of its group breaks
    /// first.
    pub last_day: Option<NaiveDate>,
}

/// Work allowed for one group; some hundredths of a second.
const MOST_STATES: u64 = 4_000_000;
/// Requirements of a group.
const MOST_MEMBERS: usize = 6;

/// Settles all requirements of a level together.
pub(super) fn assign(asks: &[Ask<'_>]) -> Vec<Filled> {
    let mut filled = vec![Filled::default(); asks.len()];
    for group in groups(asks) {
        let results = match group.as_slice() {
            [only] => vec![alone(&asks[*only])],
            members => Group::of(asks, members).map_or_else(|| vec![Filled::default(); members.len()], |g| g.settle()),
        };
        for (member, result) in group.iter().zip(results) {
            filled[*member] = result;
        }
    }
    filled
}

/// People without whom a requirement breaks at once, each alone: by number.
pub(super) fn critical(asks: &[Ask<'_>], filled: &[Filled]) -> Vec<u32> {
    let mut people = Vec::new();
    for group in groups(asks) {
        // Where nobody knows how many are to spare, it may be none.
        let tight = |at: usize| filled.get(at).is_some_and(|f| f.short == Some(0) && f.spare.is_none_or(|spare| spare == 0));
        if !group.iter().any(|member| tight(*member)) {
            continue;
        }
        if let [only] = group.as_slice() {
            people.extend(asks[*only].holders.list().iter().map(|h| h.person));
            continue;
        }
        let Some(group) = Group::of(asks, &group) else { continue };
        let counts = group.counts_on(NaiveDate::MIN);
        let breaks: Vec<bool> = (0..counts.len())
            .map(|kind| {
                let mut fewer = counts.clone();
                fewer[kind] = fewer[kind].saturating_sub(1);
                let without = group.fill(&fewer);
                counts[kind] > 0
                    && (0..group.needs.len())
                        .any(|at| tight(group.members[at]) && without.as_ref().is_some_and(|w| w[at] < group.needs[at]))
            })
            .collect();
        group.each_person(|person, kind, _| people.extend(breaks[kind].then_some(person)));
    }
    people.sort_unstable();
    people.dedup();
    people
}

/// The requirements that bear on each other, directly or through others.
fn groups(asks: &[Ask<'_>]) -> Vec<Vec<usize>> {
    let mut label: Vec<usize> = (0..asks.len()).collect();
    for (at, ask) in asks.iter().enumerate() {
        for link in &ask.links {
            let (Link::Among(other) | Link::Others(other)) = *link;
            if let (Some(&a), Some(&b)) = (label.get(at), label.get(other)) {
                label.iter_mut().filter(|l| **l == a.max(b)).for_each(|l| *l = a.min(b));
            }
        }
    }
    let firsts = (0..asks.len()).filter(|at| label[*at] == *at);
    firsts.map(|first| (0..asks.len()).filter(|at| label[*at] == first).collect()).collect()
}

fn alone(ask: &Ask<'_>) -> Filled {
    let have = ask.holders.count();
    let last = (ask.need as usize).checked_sub(1).and_then(|at| ask.holders.ends().get(at));
    Filled {
        short: Some(ask.need.saturating_sub(have)),
        spare: Some(have.saturating_sub(ask.need)),
        last_day: last.copied().filter(|day| *day != NEVER),
    }
}

/// Requirements that bear on each other.
struct Group<'a> {
    members: Vec<usize>,
    needs: Vec<u32>,
    /// Pairs of members: the first among the second; the first other than the second.
    among: Vec<(usize, usize)>,
    others: Vec<(usize, usize)>,
    lists: Vec<&'a [Holder]>,
}

/// The pairs that real rules have.
enum Pair {
    Among { part: usize, whole: usize },
    Others,
}

impl<'a> Group<'a> {
    fn of(asks: &'a [Ask<'a>], members: &[usize]) -> Option<Group<'a>> {
        if members.len() > MOST_MEMBERS {
            return None;
        }
        let mut group = Group {
            members: members.to_vec(),
            needs: members.iter().map(|m| asks[*m].need).collect(),
            among: Vec::new(),
            others: Vec::new(),
            lists: members.iter().map(|m| asks[*m].holders.list()).collect(),
        };
        for (at, member) in members.iter().enumerate() {
            for link in &asks[*member].links {
                let of = |other: usize| members.iter().position(|m| *m == other);
                match *link {
                    Link::Among(other) => group.among.extend(of(other).map(|other| (at, other))),
                    Link::Others(other) => group.others.extend(of(other).map(|other| (at, other))),
                }
            }
        }
        Some(group)
    }

    fn pair(&self) -> Option<Pair> {
        match (self.needs.len(), self.among.as_slice(), self.others.as_slice()) {
            (2, [(part, whole)], []) if part != whole => Some(Pair::Among { part: *part, whole: *whole }),
            (2, [], others) if others.iter().all(|(a, b)| a != b) => Some(Pair::Others),
            _ => None,
        }
    }

    /// Every person once, with the kind (a bit for each member that they meet) and the last day for each of these.
    fn each_person(&self, mut visit: impl FnMut(u32, usize, &[NaiveDate])) {
        let mut at = vec![0usize; self.lists.len()];
        let mut ends = vec![NaiveDate::MIN; self.lists.len()];
        loop {
            let heads = self.lists.iter().zip(&at).filter_map(|(list, at)| list.get(*at));
            let Some(person) = heads.map(|h| h.person).min() else { return };
            let mut kind = 0;
            for (member, list) in self.lists.iter().enumerate() {
                ends[member] = NaiveDate::MIN;
                if let Some(holder) = list.get(at[member]).filter(|h| h.person == person) {
                    kind |= 1 << member;
                    ends[member] = holder.end();
                    at[member] += 1;
                }
            }
            visit(person, kind, &ends);
        }
    }

    /// How many people there are of each kind on a day.
    fn counts_on(&self, day: NaiveDate) -> Vec<u32> {
        let mut counts = vec![0u32; 1 << self.lists.len()];
        self.each_person(|_, _, ends| {
            let still = ends.iter().enumerate().filter(|(_, end)| **end > NaiveDate::MIN && **end >= day);
            counts[still.fold(0, |kind, (member, _)| kind | 1 << member)] += 1;
        });
        counts[0] = 0;
        counts
    }

    fn settle(&self) -> Vec<Filled> {
        let counts = self.counts_on(NaiveDate::MIN);
        let Some(now) = self.fill(&counts) else { return vec![Filled::default(); self.needs.len()] };
        let last = if (0..self.needs.len()).all(|at| now[at] >= self.needs[at]) { self.last_day_of_all() } else { None };
        (0..self.needs.len())
            .map(|at| {
                let short = self.needs[at] - now[at].min(self.needs[at]);
                if short > 0 {
                    return Filled { short: Some(short), spare: Some(0), last_day: None };
                }
                let last_day = last.as_ref().filter(|(_, broken)| broken.contains(&at)).map(|(day, _)| *day);
                Filled { short: Some(0), spare: self.spare(at, &counts), last_day }
            })
            .collect()
    }

    /// The last day on which all of them are met if nobody renews, and which of them break then. People only ever drop
    /// out, so once not all are met it stays so; one alone may break and be met again, when another that took its people
    /// has lost them.
    fn last_day_of_all(&self) -> Option<(NaiveDate, Vec<usize>)> {
        let mut days: Vec<NaiveDate> =
            self.lists.iter().flat_map(|list| list.iter().map(Holder::end)).filter(|end| *end != NEVER).collect();
        days.sort_unstable();
        days.dedup();
        let broken_after = |day: &NaiveDate| -> Vec<usize> {
            let filled = self.fill(&self.counts_on(day.succ_opt().unwrap_or(NEVER))).unwrap_or_default();
            (0..self.needs.len()).filter(|at| filled.get(*at).is_none_or(|n| *n < self.needs[*at])).collect()
        };
        let last = *days.get(days.partition_point(|day| broken_after(day).is_empty()))?;
        Some((last, broken_after(&last)))
    }

    /// How many people are filled in for each member, at most as many as needed; `None`: too large.
    fn fill(&self, counts: &[u32]) -> Option<Vec<u32>> {
        match self.pair() {
            Some(Pair::Among { part, whole }) => {
                let (of_whole, of_both) = (counts[1 << whole].saturating_add(counts[3]), counts[3]);
                let mut filled = vec![0; 2];
                filled[whole] = self.needs[whole].min(of_whole);
                filled[part] = self.needs[part].min(of_both).min(filled[whole]);
                Some(filled)
            }
            Some(Pair::Others) => {
                let first = self.needs[0].min(counts[1].saturating_add(counts[3]));
                Some(vec![first, self.needs[1].min(self.free_for_second(counts))])
            }
            None => self.search(counts),
        }
    }

    /// People whom the second of two may have when the first has taken what it needs, of those first whom only it can use.
    fn free_for_second(&self, counts: &[u32]) -> u32 {
        let taken = self.needs[0].saturating_sub(counts[1]).min(counts[3]);
        counts[2].saturating_add(counts[3] - taken)
    }

    /// Through all states: how many are filled in for each member. Exact, and only for what is small.
    fn search(&self, counts: &[u32]) -> Option<Vec<u32>> {
        let held =
            |at: usize| counts.iter().enumerate().filter(|(kind, _)| kind >> at & 1 == 1).fold(0u32, |sum, (_, n)| sum.saturating_add(*n));
        // Nobody can fill in more people than there are.
        let caps: Vec<u32> = self.needs.iter().enumerate().map(|(at, need)| (*need).min(held(at))).collect();
        let most: u64 = caps.iter().map(|c| u64::from(*c)).sum();
        let states: u64 = caps.iter().map(|c| u64::from(*c) + 1).try_fold(1u64, u64::checked_mul)?;
        let kinds: Vec<(u64, Vec<usize>)> = (1..counts.len())
            .filter(|kind| counts[*kind] > 0)
            .map(|kind| (u64::from(counts[kind]).min(most), self.ways(kind)))
            .filter(|(_, ways)| !ways.is_empty())
            .collect();
        let work = kinds.iter().try_fold(0u64, |sum, (n, ways)| Some(sum + states.checked_mul(*n)?.checked_mul(ways.len() as u64)?))?;
        if work > MOST_STATES {
            return None;
        }
        let strides: Vec<usize> = caps
            .iter()
            .scan(1usize, |stride, cap| {
                let this = *stride;
                *stride *= *cap as usize + 1;
                Some(this)
            })
            .collect();
        let filled_in = |state: usize, at: usize| u32::try_from(state / strides[at]).unwrap_or(u32::MAX) % (caps[at] + 1);
        let mut reached = vec![false; usize::try_from(states).ok()?];
        reached[0] = true;
        for (number, ways) in kinds {
            for _ in 0..number {
                let mut next = reached.clone();
                for state in (0..reached.len()).filter(|s| reached[*s]) {
                    for way in &ways {
                        let mut of_way = (0..caps.len()).filter(|at| way >> at & 1 == 1);
                        if of_way.clone().all(|at| filled_in(state, at) < caps[at]) {
                            next[state + of_way.by_ref().map(|at| strides[at]).sum::<usize>()] = true;
                        }
                    }
                }
                if next == reached {
                    break;
                }
                reached = next;
            }
        }
        let vector = |state: usize| (0..caps.len()).map(|at| filled_in(state, at)).collect::<Vec<u32>>();
        (0..reached.len()).filter(|s| reached[*s]).map(vector).max_by_key(|filled| (filled.iter().sum::<u32>(), filled.clone()))
    }

    /// For which members one person of a kind may be counted at a time: sets of members, as bits.
    fn ways(&self, kind: usize) -> Vec<usize> {
        let has = |way: usize, at: usize| way >> at & 1 == 1;
        let may = |way: &usize| {
            let way = *way;
            way & !kind == 0
                && self.among.iter().all(|(part, whole)| !has(way, *part) || has(way, *whole))
                && self.others.iter().all(|(a, b)| !(has(way, *a) && has(way, *b)))
        };
        (1..=kind).filter(may).collect()
    }

    fn spare(&self, at: usize, counts: &[u32]) -> Option<u32> {
        match self.pair() {
            Some(Pair::Among { part, .. }) if at == part => Some(counts[3] - self.needs[at]),
            Some(Pair::Among { whole, .. }) => Some(counts[1 << whole] + counts[3] - self.needs[at]),
            Some(Pair::Others) if at == 0 => Some(counts[1] + counts[3] - self.needs[0]),
            // Whoever leaves takes away at most one of those who are free for it, and someone does.
            Some(Pair::Others) => Some(self.free_for_second(counts) - self.needs[1]),
            None => {
                let most = self.needs.iter().fold(0u32, |sum, need| sum.saturating_add(*need));
                fewest_leavers(counts, most, |counts| Some(self.fill(counts)?[at] < self.needs[at])).map(|leavers| leavers - 1)
            }
        }
    }
}
