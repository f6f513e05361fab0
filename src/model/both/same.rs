//! Whether two reports are of one company. Nothing in a skills report names the company, and what the user calls it says
//! nothing of a file: what tells is who is in them.

use std::collections::{HashMap, HashSet};

use crate::model::{Account, Company, is_provider};

/// Whether two reports are of one company.
///
/// They are when most company addresses of both are of one domain that is no mail provider's. Else the same people have to
/// be in them: at least half of those of the shorter list, by MCID or address; and at least two where both have a domain, as
/// one person may just have moved from one company to another (R8).
#[must_use]
pub fn are_one(a: &Company, b: &Company) -> bool {
    let domains = (usual_domain(a), usual_domain(b));
    if let (Some(one), Some(other)) = &domains
        && one == other
    {
        return true;
    }
    let least = if domains.0.is_some() && domains.1.is_some() { 2 } else { 1 };
    let (shorter, longer) = if a.people <= b.people { (a, b) } else { (b, a) };
    let shared = shared(shorter, longer);
    shared >= least && shared * 2 >= shorter.people as usize
}

/// The domain of most company addresses, providers aside.
fn usual_domain(company: &Company) -> Option<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for account in company.accounts.iter().filter(|account| company.has_company_address(account)) {
        if let Some((_, domain)) = company.email(account).rsplit_once('@') {
            match counts.get_mut(domain) {
                Some(count) => *count += 1,
                None => *counts.entry(domain.to_lowercase()).or_default() += 1,
            }
        }
    }
    let of_company = counts.into_iter().filter(|(domain, _)| !domain.is_empty() && !is_provider(domain));
    of_company.max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(domain, _)| domain)
}

/// How many people of a company are in another one too.
fn shared(company: &Company, other: &Company) -> usize {
    let known: HashSet<String> = other.accounts.iter().flat_map(|account| keys(other, account)).collect();
    let is_known = |account: &&Account| keys(company, account).any(|key| known.contains(&key));
    company.accounts.iter().filter(is_known).map(|account| account.person).collect::<HashSet<u32>>().len()
}

fn keys<'c>(company: &'c Company, account: &Account) -> impl Iterator<Item = String> + use<'c> {
    let addresses = [company.email(account), company.private_email(account)].map(str::to_lowercase);
    let id = format!("mcid {}", company.mcid(account));
    addresses.into_iter().filter(|address| address.contains('@')).chain((id.len() > 5).then_some(id))
}
