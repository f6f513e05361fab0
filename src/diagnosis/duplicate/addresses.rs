//! Addresses as they are compared: whose domain it is, and what stands before the @.

use std::collections::HashMap;

use super::names::Words;
use crate::model::{Company, is_provider};

/// People of one domain from whom on it is one of the company's, if it is no provider's.
const MANY: usize = 3;

/// The domain of an address; `None`: it has none. Also of one that is written *ana at contoso.example*.
pub(super) fn domain(address: &str) -> Option<&str> {
    match address.rsplit_once('@') {
        Some((_, domain)) => Some(domain),
        None => address.split_whitespace().next_back().filter(|last| last.contains('.')),
    }
}

/// The domains of a company: those of several people that are no provider's.
pub(super) fn of_company(company: &Company) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for account in &company.accounts {
        if let Some((_, domain)) = company.email(account).rsplit_once('@') {
            // Most are written in one way: no copy for each.
            match counts.get_mut(domain) {
                Some(count) => *count += 1,
                None => *counts.entry(domain.to_lowercase()).or_default() += 1,
            }
        }
    }
    let mut domains: Vec<(String, usize)> = counts.into_iter().filter(|(domain, _)| !is_provider(domain)).collect();
    domains.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    // The first is the company's however few there are.
    let kept = domains.into_iter().enumerate().filter(|(at, (_, count))| *at == 0 || *count >= MANY);
    kept.map(|(_, (domain, _))| domain).collect()
}

/// What stands before the @, without signs, and without digits at its end; `None`: too short, or anybody's.
pub(super) fn stem(address: &str) -> Option<String> {
    const ANYBODYS: [&str; 12] =
        ["admin", "azure", "certification", "contact", "exams", "hello", "info", "learning", "office", "partner", "support", "training"];
    let local = address.rsplit_once('@')?.0;
    // What stands behind a plus is a mark of the owner's.
    let local = local.split('+').next().unwrap_or(local);
    let stem: String = crate::text::fold(local).chars().filter(|c| c.is_alphanumeric()).collect();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem.chars().count() >= 5 && !ANYBODYS.contains(&stem)).then(|| stem.to_owned())
}

/// The digits at the end of what stands before the @.
fn number(address: &str) -> &str {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
    let digits = local.bytes().rev().take_while(u8::is_ascii_digit).count();
    local.get(local.len() - digits..).unwrap_or("")
}

/// Whether two addresses of a company may be two of one person: each is made of the name, and no number tells them apart,
/// for that is how a mail system names the second of two people.
pub(super) fn may_be_aliases(a: &str, b: &str, name: &Words) -> bool {
    number(a) == number(b) && made_of(a, name) && made_of(b, name)
}

fn made_of(address: &str, name: &Words) -> bool {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
    let local: String = crate::text::fold(local).chars().filter(|c| c.is_alphabetic()).collect();
    let [first, .., last] = name.all() else { return false };
    let initial = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
    let forms = [
        format!("{first}{last}"),
        format!("{last}{first}"),
        format!("{}{last}", initial(first)),
        format!("{last}{}", initial(first)),
        format!("{first}{}", initial(last)),
        format!("{}{first}", initial(last)),
    ];
    forms.contains(&local)
}
