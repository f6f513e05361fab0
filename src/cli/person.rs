//! Who is meant by what somebody typed: an address, an MCID or a name.

use super::summary::View;
use crate::diagnosis::Finding;
use crate::model::Account;
use crate::text;
use crate::tr;

/// So many people are named where one of several may be meant.
const MOST_NAMED: usize = 6;

/// Somebody.
pub enum Named<'f> {
    /// The accounts in the report that go by it: mostly one.
    Accounts(Vec<u32>),
    /// Somebody of a staff list who is in no report, by the finding that says so.
    Missing(&'f Finding),
}

/// Who is meant: by an address or an id of the report or of a list, else by a name.
///
/// # Errors
/// A message, when it is nobody, or may be several people.
pub fn named<'f>(view: &View<'_>, findings: &'f [Finding], typed: &str) -> Result<Named<'f>, String> {
    let who = typed.trim().to_lowercase();
    if !who.is_empty() {
        let by_id = accounts(view, |account| ids(view, account).iter().any(|id| id.to_lowercase() == who));
        if !by_id.is_empty() {
            return Ok(Named::Accounts(by_id));
        }
        let is_it = |finding: &&Finding| finding.missing().is_some_and(|m| m.email.to_lowercase() == who || m.mcid == who);
        if let Some(finding) = findings.iter().find(is_it) {
            return Ok(Named::Missing(finding));
        }
        let by_list = accounts(view, |account| is_listed(view, account, &who));
        if !by_list.is_empty() {
            return Ok(Named::Accounts(by_list));
        }
    }
    by_name(view, findings, typed)
}

fn by_name<'f>(view: &View<'_>, findings: &'f [Finding], typed: &str) -> Result<Named<'f>, String> {
    let asked = words(typed);
    let has_all = |name: &str| !asked.is_empty() && asked.iter().all(|word| words(name).contains(word));
    let is_whole = |name: &str| !asked.is_empty() && asked == words(name);
    let missing_name = |finding: &Finding| finding.missing().map(|missing| missing.name.clone()).unwrap_or_default();
    // Who is called exactly so is meant before those of whose name it is a part.
    for fits in [&is_whole as &dyn Fn(&str) -> bool, &has_all] {
        let found = accounts(view, |account| fits(&view.company.full_name(account)));
        let missing: Vec<&Finding> = findings.iter().filter(|finding| fits(&missing_name(finding))).collect();
        let mut people: Vec<u32> = found.iter().map(|number| view.company.account(*number).person).collect();
        people.sort_unstable();
        people.dedup();
        match (people.len(), missing.as_slice()) {
            (0, []) => {}
            (1, []) => return Ok(Named::Accounts(found)),
            (0, [one]) => return Ok(Named::Missing(one)),
            _ => {
                let of_report = found.iter().map(|number| label(view, *number));
                let all: Vec<String> = of_report.chain(missing.iter().map(|finding| missing_name(finding))).collect();
                let more = if all.len() > MOST_NAMED { ", …" } else { "" };
                let names = format!("{}{more}", all[..all.len().min(MOST_NAMED)].join(", "));
                return Err(tr!(view.texts, "person-several", who = typed.trim(), names = names));
            }
        }
    }
    Err(tr!(view.texts, "person-nobody", who = typed.trim()))
}

fn accounts(view: &View<'_>, is_it: impl Fn(&Account) -> bool) -> Vec<u32> {
    (0u32..).zip(&view.company.accounts).filter(|(_, account)| is_it(account)).map(|(number, _)| number).collect()
}

fn ids<'v>(view: &View<'v>, account: &Account) -> [&'v str; 4] {
    let company = view.company;
    [company.email(account), company.private_email(account), company.mcid(account), company.anonymous_id(account)]
}

/// Whether a row of a list that is about somebody has an address.
fn is_listed(view: &View<'_>, account: &Account, who: &str) -> bool {
    let Some(beside) = view.loaded.beside(0) else { return false };
    beside.rows_of(account.person).any(|row| row.emails().chain(row.private_emails()).any(|email| email.to_lowercase() == who))
}

/// A name, with what tells it from others of that name.
fn label(view: &View<'_>, number: u32) -> String {
    let account = view.company.account(number);
    let id = [view.company.email(account), view.company.mcid(account)].into_iter().find(|id| !id.is_empty());
    let name = view.company.full_name(account);
    let said = id.map_or_else(|| name.clone(), |id| format!("{name} ({id})"));
    text::clean(&said).into_owned()
}

/// The words of a name in any order.
fn words(name: &str) -> Vec<String> {
    let folded = text::fold(name);
    let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}
