//! `users`: one entry per account.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::args::Format;
use super::findings::{Known, by_account};
use super::json;
use super::output_table::table;
use super::rows::Rows;
use super::summary::View;
use crate::catalog::catalog;
use crate::export::people::{FoundSkill, found_skill};
use crate::i18n::Texts;
use crate::model::{Areas, Association};
use crate::query::{Filter, SearchIndex, parse, run};
use crate::standing::{Paths, Rules, areas};
use crate::text;
use crate::tr;

/// Prints the accounts that a filter lets through.
///
/// # Errors
/// A message, when the filter is wrong, or there are too many for a workbook.
pub fn print(view: &View<'_>, filter: Option<&str>, format: Format, known: &Known) -> Result<Vec<u8>, String> {
    let query = parse(filter.unwrap_or_default(), view.as_of).map_err(|e| e.message(view.texts))?;
    let areas = areas(view.company, catalog(), &known.programmes, &known.question);
    let mut index = SearchIndex::with_areas(view.company, areas).with_facts(view.loaded.facts(0));
    // Whoever asks for nothing of the kind does not wait for it.
    if query.asks_for_findings() {
        index = index.with_findings(by_account(view, &known.diagnose(view)));
    }
    let filter = Filter::new(&query, view.company, &index, view.as_of);
    let found = run(&filter, None, &|| false).unwrap_or_default();
    if found.near && !view.quiet {
        super::run::say(&view.texts.get("users-near"));
    }
    let accounts: Vec<u32> = found.hits.iter().map(|h| h.account).collect();
    // A filter that asks for a skill is answered with that skill and its dates.
    let found = filter.asks_for_skills().then_some(&filter);
    format.pick(
        view.texts,
        || as_text(view, index.areas(), &accounts, found).into_bytes(),
        || as_json(view, &accounts, known),
        || rows(view, index.areas(), &accounts, found),
    )
}

fn as_json(view: &View<'_>, accounts: &[u32], known: &Known) -> Vec<u8> {
    let rules = Rules::last_known(&known.programmes, known.question.as_of);
    let paths = Paths::new(view.company, catalog(), &rules, &known.question);
    let codes = known.diagnose(view).codes_by_account(view.company.accounts.len());
    let of = |n: u32| codes.get(n as usize).map_or(&[][..], Vec::as_slice);
    let users = accounts.iter().map(|n| json::User::new(view.company, *n, &paths, of(*n))).collect();
    json::text(&json::Users { schema: json::SCHEMA, users }).unwrap_or_default()
}

fn rows(view: &View<'_>, areas: &Areas, accounts: &[u32], found: Option<&Filter<'_>>) -> Rows {
    let company = view.company;
    let word = |association: Association| match association {
        Association::Yes => "yes",
        Association::No => "no",
        _ => "",
    };
    let rows = accounts.iter().map(|&n| {
        let account = company.account(n);
        let mut row = vec![
            company.person_key(account),
            company.full_name(account),
            company.email(account).to_owned(),
            company.mcid(account).to_owned(),
            word(account.pmc).to_owned(),
            word(account.pc).to_owned(),
            company.counting_skills(n, view.as_of).map(|c| c.to_string()).unwrap_or_default(),
            company.skills(n).len().to_string(),
            areas.names(company, n, view.as_of).join("; "),
        ];
        if let Some(filter) = found {
            let FoundSkill { name, earned, expires } = found_skill(company, n, filter.found_skill(n)).unwrap_or_default();
            let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
            row.extend([name, day(earned), day(expires)]);
        }
        row
    });
    let mut head = vec!["person", "name", "email", "mcid", "associated_pmc", "associated_pc", "skills_counting", "skills", "competencies"];
    head.extend(found.into_iter().flat_map(|_| ["found_skill", "earned", "expires"]));
    Rows::new("users", &head, rows).numbers(&["skills_counting", "skills"]).days(&["earned", "expires"])
}

/// Yes, no, both or nothing, in the user's language.
#[must_use]
pub fn association(association: Association, texts: &Texts) -> String {
    match association {
        Association::Yes => texts.get("yes"),
        Association::No => texts.get("no"),
        Association::Contradictory => texts.get("yes-and-no"),
        Association::NotSaid => text::NOTHING.to_owned(),
    }
}

fn as_text(view: &View<'_>, areas: &Areas, accounts: &[u32], found: Option<&Filter<'_>>) -> String {
    let (company, texts) = (view.company, view.texts);
    let or_nothing = |s: &str| if s.is_empty() { text::NOTHING.to_owned() } else { text::clean(s).into_owned() };
    let rows = accounts.iter().map(|&n| {
        let account = company.account(n);
        let counting = company.counting_skills(n, view.as_of).map_or(text::NOTHING.to_owned(), |c| c.to_string());
        let mut row = vec![
            or_nothing(&company.full_name(account)),
            or_nothing(company.email(account)),
            or_nothing(company.mcid(account)),
            association(account.pmc, texts),
            association(account.pc, texts),
            format!("{counting}/{}", company.skills(n).len()),
        ];
        if let Some(filter) = found {
            let FoundSkill { name, earned, expires } = found_skill(company, n, filter.found_skill(n)).unwrap_or_default();
            let day = |d: Option<NaiveDate>| d.map_or_else(|| text::NOTHING.to_owned(), |d| texts.date_column(d));
            row.extend([or_nothing(&name), day(earned), day(expires)]);
        } else {
            row.push(or_nothing(&areas.names(company, n, view.as_of).join(", ")));
        }
        row
    });
    let columns = ["column-name", "column-email", "column-mcid", "column-pmc", "column-pc", "column-skills"];
    let last: &[&str] = match found {
        Some(_) => &["column-found", "users-earned", "column-until"],
        None if areas.are_shown(company) => &["column-competencies-by-rules"],
        None => &["column-competencies"],
    };
    let head: Vec<String> = columns.iter().chain(last).map(|k| texts.get(k)).collect();
    let body = table(&head, rows.collect(), &[5]);
    let counted = tr!(texts, "users-count", shown = accounts.len(), all = company.accounts.len());
    let named = named(view, accounts).map(|line| format!("{line}\n")).unwrap_or_default();
    format!("{body}\n{counted}\n{named}")
}

/// Says of accounts whose names are not the report's own where they were taken from.
fn named(view: &View<'_>, accounts: &[u32]) -> Option<String> {
    let places: Vec<_> = accounts.iter().filter_map(|n| view.company.named_by(view.company.account(*n))).collect();
    let files: BTreeSet<&str> = places.iter().map(|place| place.path).collect();
    let file = match files.iter().copied().collect::<Vec<_>>()[..] {
        [] => return None,
        [one] => text::clean(one).into_owned(),
        _ => tr!(view.texts, "users-named-several", files = files.len()),
    };
    Some(tr!(view.texts, "users-named", count = places.len(), file = file))
}
