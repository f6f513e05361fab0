//! Two accounts side by side: whether they may be one person's, and how sure that is.

use std::collections::{BTreeMap, HashSet};

use super::addresses::may_be_aliases;
use super::blocking::Profile;
use super::names::{Words, compare};
use super::{Address, Holdings, Likeness, Name, Pair};
use crate::diagnosis::Confidence;
use crate::diagnosis::context::Context;
use crate::model::Company;
use crate::text;

/// Judges two profiles, by number; `None`: too little speaks for one person.
pub(super) fn judge(context: &Context<'_>, profiles: &[Profile], a: u32, b: u32) -> Option<Pair> {
    let (a, b) = (profiles.get(a as usize)?, profiles.get(b as usize)?);
    let name = compare(&a.name, &b.name);
    if name == Name::Different {
        return None;
    }
    let address = address(a, b);
    let holdings = holdings(context, a.person, b.person);
    let confidence = confidence(context, a, b, name, address, holdings)?;
    Some(pair(a.account, b.account, Likeness { confidence, name, address, holdings }))
}

fn pair(a: u32, b: u32, likeness: Likeness) -> Pair {
    Pair { accounts: [a.min(b), a.max(b)], likeness }
}

fn address(a: &Profile, b: &Profile) -> Address {
    match (a.of_company, b.of_company) {
        _ if !a.has_address || !b.has_address => Address::OneWithout,
        (true, true) => Address::BothOfCompany,
        (false, false) => Address::NoneOfCompany,
        _ if a.stem.is_some() && a.stem == b.stem => Address::PrivateAlike,
        _ => Address::Private,
    }
}

/// The table of what is enough. Two addresses of the company are never more than *possible*, and only where they may be two
/// of one person; without names only addresses that are alike say something.
fn confidence(context: &Context<'_>, a: &Profile, b: &Profile, name: Name, address: Address, holdings: Holdings) -> Option<Confidence> {
    use Confidence::{Likely, Possible};
    let has_name = |wanted: &[Name]| wanted.contains(&name);
    let base = match address {
        Address::Same => return None,
        Address::BothOfCompany => {
            let company = context.company;
            let email = |profile: &Profile| company.email(company.account(profile.account));
            let may = name == Name::Same && holdings != Holdings::Overlap && may_be_aliases(email(a), email(b), &a.name);
            return may.then_some(Possible);
        }
        Address::PrivateAlike if has_name(&[Name::Same, Name::Spelling, Name::ShortForm, Name::Initial, Name::Further]) => Likely,
        Address::Private if has_name(&[Name::Same, Name::Spelling]) => Likely,
        Address::PrivateAlike | Address::Private if has_name(&[Name::ShortForm, Name::Initial, Name::Further]) => Possible,
        Address::PrivateAlike => Possible,
        Address::OneWithout | Address::NoneOfCompany if has_name(&[Name::Same, Name::Spelling]) => Possible,
        _ => return None,
    };
    match holdings {
        // One person does not pass the same exam twice on different days.
        Holdings::Overlap => base.less(),
        Holdings::Complete | Holdings::Repeated => Some(Likely),
        _ => Some(base),
    }
}

/// How the skills of two persons go together.
fn holdings(context: &Context<'_>, a: u32, b: u32) -> Holdings {
    let company = context.company;
    let held = |person: u32| {
        let skills = company.accounts_of(person).iter().flat_map(|account| company.skills(*account));
        skills.filter(|skill| context.items.of(skill).named)
    };
    if held(a).next().is_none() || held(b).next().is_none() {
        return Holdings::OneEmpty;
    }
    let of_a: BTreeMap<u32, Option<chrono::NaiveDate>> = held(a).map(|s| (context.items.of(s).group, s.earned)).collect();
    let (mut repeated, mut overlap) = (false, false);
    for skill in held(b) {
        match of_a.get(&context.items.of(skill).group) {
            Some(earned) if *earned == skill.earned && earned.is_some() => repeated = true,
            Some(_) => overlap = true,
            None => {}
        }
    }
    if overlap {
        Holdings::Overlap
    } else if repeated {
        Holdings::Repeated
    } else if completes(context, a, b) || completes(context, b, a) {
        Holdings::Complete
    } else {
        Holdings::Apart
    }
}

/// Whether one holds a certification whose exam the other holds, and not itself.
fn completes(context: &Context<'_>, certified: u32, examined: u32) -> bool {
    let company = context.company;
    let ids = |person: u32| {
        let skills = company.accounts_of(person).iter().flat_map(|account| company.skills(*account));
        let known = skills.map(|skill| company.item(skill)).filter(|item| item.known);
        known.filter_map(|item| item.id.as_deref()).collect::<Vec<_>>()
    };
    let (own, others) = (ids(certified), ids(examined));
    let is_among = |list: &[&str], exam: &String| list.iter().any(|id| id.eq_ignore_ascii_case(exam));
    own.iter().filter_map(|id| context.catalog.by_id(id)).flat_map(|known| &known.exam_sets).any(|set| {
        // An exam that stands in many sets proves little; the whole set on the other account proves it.
        set.len() > 1 && set.iter().all(|exam| is_among(&others, exam) && !is_among(&own, exam))
    })
}

/// Accounts of one person by their address, with different MCIDs: that is one person with two, unless two people share a
/// mailbox.
pub(super) fn of_one_address(context: &Context<'_>) -> Vec<Pair> {
    let company = context.company;
    let mut pairs = Vec::new();
    for person in 0..company.people {
        let accounts = company.accounts_of(person);
        for (at, a) in accounts.iter().enumerate() {
            let later = accounts.get(at + 1..).unwrap_or(&[]);
            // Of the many accounts that a mailbox of a team has, each with the next will do.
            for b in later.iter().take(MOST_OF_AN_ADDRESS) {
                pairs.extend(same_address(company, *a, *b));
            }
        }
    }
    pairs
}

/// Accounts of one address that are put side by side.
const MOST_OF_AN_ADDRESS: usize = 8;

fn same_address(company: &Company, a: u32, b: u32) -> Option<Pair> {
    let (of_a, of_b) = (company.account(a), company.account(b));
    let key = |account| {
        let (email, id) = (company.email(account), company.anonymous_id(account));
        if email.is_empty() { id.to_lowercase() } else { email.to_lowercase() }
    };
    let two_ids = [of_a, of_b].iter().all(|account| !company.mcid(account).is_empty()) && company.mcid(of_a) != company.mcid(of_b);
    if !two_ids || key(of_a) != key(of_b) || key(of_a).is_empty() {
        return None;
    }
    let (name_a, name_b) = (company.full_name(of_a), company.full_name(of_b));
    let name = if text::fold(&name_a) == text::fold(&name_b) { Name::Same } else { compare(&Words::of(&name_a), &Words::of(&name_b)) };
    let confidence = match name {
        Name::Same | Name::Spelling | Name::ShortForm | Name::Initial | Name::Further => Confidence::Certain,
        Name::Unnamed => Confidence::Likely,
        Name::Different => Confidence::Possible,
    };
    Some(pair(a, b, Likeness { confidence, name, address: Address::Same, holdings: Holdings::Apart }))
}

/// Whether somebody said that these are two people (R14).
pub(super) fn is_denied(context: &Context<'_>, pair: &Pair) -> bool {
    let company = context.company;
    let [a, b] = pair.accounts;
    let person = |account: u32| company.account(account).person;
    // Accounts of one address are told apart by their MCIDs alone.
    let one_person = person(a) == person(b);
    let is_meant = |who: &str, account: u32| {
        let who = who.trim();
        let accounts = company.accounts_of(person(account)).iter().filter(|other| !one_person || **other == account);
        accounts.map(|number| company.account(*number)).any(|of| {
            let by_address = !one_person && company.email(of).to_lowercase() == who.to_lowercase();
            !who.is_empty() && (company.mcid(of) == who || by_address)
        })
    };
    context.ask.not_same.iter().any(|(x, y)| is_meant(x, a) && is_meant(y, b) || is_meant(x, b) && is_meant(y, a))
}

/// People of the company to whom a private account may belong.
const MOST_OWNERS: usize = 2;

/// A private account has one owner: where the name fits several people of the company, an address that is alike tells which, and then the skills;
/// where none is, each of them is only possible,
/// and of more than a few none is.
pub(super) fn leave_to_the_nearest(profiles: &[Profile], pairs: &mut Vec<Pair>) {
    let outsiders: HashSet<u32> = profiles.iter().filter(|p| !p.of_company && p.has_address).map(|p| p.account).collect();
    let mut of_private: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, pair) in pairs.iter().enumerate() {
        if matches!(pair.likeness.address, Address::Private | Address::PrivateAlike) {
            let private = pair.accounts.into_iter().find(|account| outsiders.contains(account));
            private.into_iter().for_each(|account| of_private.entry(account).or_default().push(number));
        }
    }
    let mut gone = vec![false; pairs.len()];
    for numbers in of_private.into_values().filter(|numbers| numbers.len() > 1) {
        let alike = |number: &usize| pairs.get(*number).is_some_and(|pair| pair.likeness.address == Address::PrivateAlike);
        let any_alike = numbers.iter().any(alike);
        let mut kept: Vec<usize> = numbers.iter().copied().filter(|number| !any_alike || alike(number)).collect();
        // Nor is it whoever passed an exam that the private account has, too.
        let overlaps = |number: &usize| pairs.get(*number).is_some_and(|pair| pair.likeness.holdings == Holdings::Overlap);
        if !kept.iter().all(overlaps) {
            kept.retain(|number| !overlaps(number));
        }
        // An initial tells something only of somebody who is alone with it.
        let by_initial = |number: &usize| pairs.get(*number).is_some_and(|pair| pair.likeness.name == Name::Initial);
        if kept.len() > 1 {
            kept.retain(|number| alike(number) || !by_initial(number));
        }
        // A name that fits more people tells nothing.
        let kept = if kept.len() > MOST_OWNERS { Vec::new() } else { kept };
        for number in numbers {
            if !kept.contains(&number) {
                gone[number] = true;
            } else if kept.len() > 1
                && let Some(pair) = pairs.get_mut(number)
            {
                pair.likeness.confidence = pair.likeness.confidence.max(Confidence::Possible);
            }
        }
    }
    let mut number = 0;
    pairs.retain(|_| {
        number += 1;
        !gone[number - 1]
    });
}
