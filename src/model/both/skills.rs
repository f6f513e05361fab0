//! One skill once: the same credential of one person that both files list, and what they do not say alike of it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::accounts::Accounts;
use crate::model::provenance::{About, Again, Disagreement, FileRow, Taken};
use crate::model::{Company, Field, Item, Skill, SkillType};
use crate::text;

/// The skills of all accounts.
pub(super) struct Skills {
    /// One account after the other; where each one's begin.
    pub found: Vec<Skill>,
    pub starts: Vec<u32>,
    pub items: Vec<Item>,
    pub again: Vec<Again>,
    pub told: Vec<u32>,
    pub disagreements: Vec<Disagreement>,
}

pub(super) fn join(first: &Company, second: &Company, accounts: &Accounts) -> Skills {
    let begins = u32::try_from(first.lines.len()).unwrap_or(u32::MAX);
    let (items, numbers) = join_items(first, second);
    let lists = u32::try_from(first.relevance.len().max(1) - 1).unwrap_or(u32::MAX);
    let moved = |skill: &Skill| Skill {
        item: numbers.get(skill.item as usize).copied().unwrap_or(skill.item),
        relevant: if skill.relevant == 0 { 0 } else { skill.relevant + lists },
        row: skill.row + begins,
        ..*skill
    };
    let mut lists_of: Vec<Vec<Skill>> = Vec::with_capacity(accounts.len as usize);
    let mut others: Vec<Vec<Skill>> = Vec::with_capacity(accounts.len as usize);
    for account in 0..accounts.len {
        lists_of.push(first.skills(account).to_vec());
        let of_second = accounts.of_second(account).map_or(&[][..], |other| second.skills(other));
        others.push(of_second.iter().map(moved).collect());
    }
    let mut joiner =
        Joiner { groups: groups(first, &items), days: Days::of(first, second), again: Vec::new(), told: Vec::new(), differ: Vec::new() };
    let mut of_person: Vec<Vec<u32>> = vec![Vec::new(); accounts.count as usize];
    for (account, person) in (0u32..).zip(&accounts.people) {
        if let Some(list) = of_person.get_mut(*person as usize) {
            list.push(account);
        }
    }
    for accounts in &of_person {
        joiner.person(accounts, &mut lists_of, &others);
    }
    let Joiner { mut again, mut told, differ, .. } = joiner;
    again.sort_unstable_by_key(|one| one.row);
    told.sort_unstable();
    let mut found = Vec::with_capacity(first.skills.len() + second.skills.len());
    let mut starts = Vec::with_capacity(lists_of.len());
    for (own, more) in lists_of.into_iter().zip(others) {
        starts.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
        found.extend(own);
        found.extend(more.into_iter().filter(|skill| told.binary_search(&skill.row).is_err()));
    }
    found.shrink_to_fit();
    let line = |company: &Company, row: u32| company.lines.get(row as usize).copied().unwrap_or(0);
    let disagreements = differ.into_iter().filter_map(|Difference { account, about, rows: [own, other] }| {
        let start = starts.get(account as usize).copied()? as usize;
        let end = starts.get(account as usize + 1).map_or(found.len(), |end| *end as usize);
        let skill = found.get(start..end)?.iter().position(|skill| skill.row == own)?;
        let rows = [FileRow { file: 0, row: line(first, own) }, FileRow { file: 1, row: line(second, other - begins) }];
        Some(Disagreement { account, skill: u32::try_from(skill).ok()?, about, rows })
    });
    let mut disagreements: Vec<Disagreement> = disagreements.collect();
    disagreements.sort_by_key(|one| (one.account, one.skill));
    Skills { found, starts, items, again, told, disagreements }
}

/// The items of both, and the numbers that those of the second have among them.
fn join_items(first: &Company, second: &Company) -> (Vec<Item>, Vec<u32>) {
    let mut items = first.items.clone();
    let key = |item: &Item| (item.kind, item.id.clone(), item.title.clone(), item.printed.clone());
    let known: HashMap<_, u32> = items.iter().map(key).zip(0..).collect();
    let numbers = second.items.iter().map(|item| {
        known.get(&key(item)).copied().unwrap_or_else(|| {
            items.push(item.clone());
            u32::try_from(items.len() - 1).unwrap_or(u32::MAX)
        })
    });
    let numbers = numbers.collect();
    (items, numbers)
}

/// By item: a number that is the same for items that are one credential, however it is printed; `None` for one without a name.
/// A code tells two apart; where a file has none (R16), the name does.
fn groups(first: &Company, items: &[Item]) -> Vec<Option<u32>> {
    let mut by_id: HashMap<(SkillType, String), u32> = HashMap::new();
    let mut by_title: HashMap<(SkillType, String), u32> = HashMap::new();
    let mut count = 0;
    let groups = items.iter().enumerate().map(|(at, item)| {
        let id = item.id.as_deref().filter(|id| !id.is_empty()).map(|id| (item.kind, text::fold(id)));
        let title = (!item.title.is_empty() && !item.known).then(|| (item.kind, text::fold(&item.title)));
        if id.is_none() && title.is_none() {
            return None;
        }
        let of_id = id.as_ref().and_then(|id| by_id.get(id)).copied();
        let without_id = id.is_none() && at >= first.items.len();
        let of_title = title.as_ref().filter(|_| id.is_none() || without_id).and_then(|title| by_title.get(title)).copied();
        let group = of_id.or(of_title).unwrap_or_else(|| {
            count += 1;
            count - 1
        });
        id.map(|id| by_id.entry(id).or_insert(group));
        title.map(|title| by_title.entry(title).or_insert(group));
        Some(group)
    });
    groups.collect()
}

/// Which of the two files is the newer one, if one is: what it says later is news and no contradiction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Newer {
    First,
    Second,
    Neither,
}

struct Days {
    newer: Newer,
    /// The dates of the reports.
    dates: [Option<NaiveDate>; 2],
    /// The first day of the period of the second file.
    from: Option<NaiveDate>,
}

impl Days {
    fn of(first: &Company, second: &Company) -> Days {
        let dates = [first, second].map(|company| company.report_date.map(|(date, _)| date));
        let newer = match dates {
            [Some(a), Some(b)] if a > b => Newer::First,
            [Some(a), Some(b)] if a < b => Newer::Second,
            _ => Newer::Neither,
        };
        Days { newer, dates, from: second.file(0).span.map(|(from, _)| from) }
    }
}

/// Of two files one may write the day in one time zone and one in another.
fn near(a: NaiveDate, b: NaiveDate) -> bool {
    (a - b).num_days().abs() <= 1
}

fn alike(a: Option<NaiveDate>, b: Option<NaiveDate>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => near(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// What two rows do not say alike, by row of the table.
struct Difference {
    account: u32,
    about: About,
    rows: [u32; 2],
}

/// More rows of one credential of one person than this are compared by what they say word for word only.
const MOST_ALIKE: usize = 40;

struct Joiner {
    groups: Vec<Option<u32>>,
    days: Days,
    again: Vec<Again>,
    told: Vec<u32>,
    differ: Vec<Difference>,
}

/// A skill by its account and its place among the account's.
type Place = (u32, usize);

impl Joiner {
    /// Finds in the second file what the first lists of a person. What both list is told once, in the first.
    fn person(&mut self, accounts: &[u32], own: &mut [Vec<Skill>], others: &[Vec<Skill>]) {
        if accounts.iter().all(|account| others[*account as usize].is_empty()) {
            return;
        }
        let mut by_group: HashMap<u32, (Vec<Place>, Vec<Place>)> = HashMap::new();
        for account in accounts {
            for (at, skill) in own[*account as usize].iter().enumerate() {
                if let Some(group) = self.group(skill) {
                    by_group.entry(group).or_default().0.push((*account, at));
                }
            }
            for (at, skill) in others[*account as usize].iter().enumerate() {
                if let Some(group) = self.group(skill) {
                    by_group.entry(group).or_default().1.push((*account, at));
                }
            }
        }
        for (first, second) in by_group.into_values().filter(|(first, second)| !first.is_empty() && !second.is_empty()) {
            self.credential(&first, &second, own, others);
        }
    }

    fn group(&self, skill: &Skill) -> Option<u32> {
        self.groups.get(skill.item as usize).copied().flatten()
    }

    /// One credential of one person: first what both say alike, then what one does not say in full.
    fn credential(&mut self, first: &[Place], second: &[Place], own: &mut [Vec<Skill>], others: &[Vec<Skill>]) {
        let single = first.len() == 1 && second.len() == 1;
        let few = first.len() <= MOST_ALIKE && second.len() <= MOST_ALIKE;
        let mut left: Vec<Place> = first.to_vec();
        let mut open: Vec<Place> = second.to_vec();
        type Test = fn(&Skill, &Skill) -> bool;
        let exact: Test = |a, b| a.earned.is_some() && a.earned == b.earned && a.expires == b.expires;
        let day: Test = |a, b| {
            let unsaid = a.expires.is_none() || b.expires.is_none();
            a.earned.is_some() && alike(a.earned, b.earned) && (unsaid || alike(a.expires, b.expires))
        };
        let same_day: Test = |a, b| a.earned.is_some() && alike(a.earned, b.earned);
        let half_said: Test = |a, b| a.earned.is_none() || b.earned.is_none();
        // Of one row in each file, a day that one of them does not have is no other day.
        let passes: &[Test] = match (single, few) {
            (true, _) => &[exact, day, same_day, half_said],
            (false, true) => &[exact, day],
            (false, false) => &[],
        };
        for is_it in passes {
            open.retain(|(account, at)| {
                let other = &others[*account as usize][*at];
                // A row of the same account before one of another.
                let found =
                    |here: bool| left.iter().position(|(of, place)| (*of == *account) == here && is_it(&own[*of as usize][*place], other));
                let Some(found) = found(true).or_else(|| found(false)) else { return true };
                let (of, place) = left.swap_remove(found);
                let skill = own[of as usize][place];
                own[of as usize][place] = self.one(of, &skill, other);
                false
            });
        }
        if let ([(account, place)], [(of, at)], true) = (left.as_slice(), open.as_slice(), single) {
            let (a, b) = (&own[*account as usize][*place], &others[*of as usize][*at]);
            if let (Some(day), Some(other)) = (a.earned, b.earned)
                && self.is_contradiction(a, b)
            {
                self.differ.push(Difference { account: *account, about: About::Earned(day, other), rows: [a.row, b.row] });
            }
        }
    }

    /// One skill from two rows.
    fn one(&mut self, account: u32, own: &Skill, other: &Skill) -> Skill {
        let (mut skill, mut taken) = (*own, Taken::default());
        let newer = self.days.newer;
        let mut differ = |about| self.differ.push(Difference { account, about, rows: [own.row, other.row] });
        if own.earned.is_none() && other.earned.is_some() {
            skill.earned = other.earned;
            taken.add(Field::CompletionDate);
        }
        match (own.expires, other.expires) {
            (None, Some(_)) => {
                skill.expires = other.expires;
                taken.add(Field::ExpirationDate);
            }
            (Some(a), Some(b)) if !near(a, b) => {
                // What was renewed between the two reports ends later by the newer one.
                let renewed = match newer {
                    Newer::First => a > b,
                    Newer::Second => b > a,
                    Newer::Neither => false,
                };
                if !renewed {
                    differ(About::Expires(a, b));
                }
                if newer == Newer::Second {
                    skill.expires = other.expires;
                    taken.add(Field::ExpirationDate);
                }
            }
            _ => {}
        }
        match (own.active, other.active) {
            (None, Some(_)) => {
                skill.active = other.active;
                taken.add(Field::Status);
            }
            (Some(a), Some(b)) if a != b => {
                if newer == Newer::Neither {
                    differ(About::Active(a, b));
                } else if newer == Newer::Second {
                    skill.active = other.active;
                    taken.add(Field::Status);
                }
            }
            _ => {}
        }
        if own.relevant == 0 && other.relevant != 0 {
            skill.relevant = other.relevant;
            taken.add(Field::Relevant);
        }
        self.told.push(other.row);
        self.again.push(Again { row: own.row, other: other.row, taken });
        skill
    }

    /// Whether two days on which something was earned cannot both be right. What had ended may have been earned again, what
    /// was earned after the older report stands in the newer one alone, and a TrainingCompletions does not list what was
    /// earned before its period (R16).
    fn is_contradiction(&self, a: &Skill, b: &Skill) -> bool {
        let (Some(day), Some(other)) = (a.earned, b.earned) else { return false };
        let (earlier, later) = if day <= other { (a, b) } else { (b, a) };
        let again = earlier.expires.zip(later.earned).is_some_and(|(end, again)| again >= end);
        let older = match self.days.newer {
            Newer::First => self.days.dates[1],
            Newer::Second => self.days.dates[0],
            Newer::Neither => None,
        };
        let news = older.is_some_and(|date| day.max(other) > date);
        let before_period = self.days.from.is_some_and(|from| day < from);
        !again && !news && !before_period
    }
}
