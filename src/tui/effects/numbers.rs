//! What the screens show of a report, computed for a day.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalog::{Programme, catalog};
use crate::diagnosis::{Ask, Diagnosis, Severity, diagnose};
use crate::entered;
use crate::export::standing::{Page, Shown, compared, page_in};
use crate::files;
use crate::model::load::{self, Loaded};
use crate::model::overview::overview;
use crate::model::{Findings, UserColumn};
use crate::query::{Query, SearchIndex};
use crate::session::Explore;
use crate::standing::{self, Rules, Standing};

use super::super::action::{Listing, PageOf, Place, Prepared, Ready};
use super::super::app::{Deck, Sort, SortKey};
use super::super::listing::listing;
use super::super::queue::{by_account, pressing};
use super::case_files::{Beside, follow};

/// What was read, with the numbers of the report to look at first: the one looked at before, else the newest.
#[must_use]
pub fn ready(explore: &Explore, loaded: Loaded, place: Option<&Place>) -> Ready {
    let same = place.and_then(|place| loaded.reports.iter().position(|r| r.is_of(&place.path)));
    let first = same.unwrap_or_else(|| first_report(explore, &loaded));
    let as_of = same.and(place).and_then(|place| place.as_of);
    let prepared = prepared(explore, &loaded, first, as_of).unwrap_or_else(|| Prepared {
        report: 0,
        as_of: explore.today,
        index: Arc::default(),
        overview: Default::default(),
        listing: Listing::default(),
        standing: Standing::none(explore.today),
        diagnosis: Diagnosis::default(),
        to_settle: 0,
        by_account: Vec::new(),
        do_first: Vec::new(),
        programmes: Arc::new(crate::catalog::programmes().clone()),
        entered: entered::Entered::default(),
        followed: Arc::default(),
        by_report: Vec::new(),
        trouble: None,
    });
    let folders = loaded.reports.iter().map(|report| folder_for(explore, report.input(0).on_disk())).collect();
    Ready { loaded, prepared: Arc::new(prepared), folders }
}

/// The folder for what is made of a report, as one types it.
fn folder_for(explore: &Explore, report: Option<&Path>) -> String {
    let folder = files::place::folder_for(report, explore.elsewhere.as_deref());
    folder.map_or_else(String::new, |folder| files::place::shown(&folder, files::home().as_deref()))
}

/// The newest report; of the sample the one that was asked for.
fn first_report(explore: &Explore, loaded: &Loaded) -> usize {
    let asked = explore.inputs.first().filter(|_| explore.demo);
    asked.and_then(|input| loaded.reports.iter().position(|r| r.is_of(&input.path))).unwrap_or(0)
}

/// Computes what the screens show of a report for a day.
#[must_use]
pub fn prepared(explore: &Explore, loaded: &Loaded, report: usize, chosen: Option<NaiveDate>) -> Option<Prepared> {
    let company = &loaded.reports.get(report)?.company;
    let own_day = company.report_date.map(|(date, _)| date).filter(|_| explore.demo);
    let as_of = chosen.or(explore.as_of).or(own_day).unwrap_or_else(|| load::as_of(company, explore.today, None));
    let known = entered::known(company, &loaded.history, &explore.config, as_of, explore.keeper.load(&entered::company_key(company)));
    let programmes = Arc::new(entered::with_rules(explore.programmes(), &known.entered.rules));
    let rules = Rules::on(&programmes, as_of);
    let standing = standing::stand(company, catalog(), &rules, &known.question);
    let ask = Ask {
        report_date: company.report_date.map(|(date, _)| date),
        // The sample is looked at from its own day, and so is every day that was asked for.
        today: if explore.demo { as_of } else { explore.as_of.unwrap_or(explore.today) },
        not_same: &known.entered.not_same,
        history: &loaded.history,
        standing: Some(&standing),
        lists: loaded.beside(report),
    };
    let diagnosis = diagnose(company, catalog(), &rules, &known.question, &ask);
    let found = diagnosis.findings.iter().filter_map(|finding| Some((finding.account?, finding.code.name())));
    let index = Arc::new(
        SearchIndex::with_areas(company, standing::areas(company, catalog(), &programmes, &known.question))
            .with_facts(loaded.facts(report))
            .with_findings(Findings::new(company.accounts.len(), found)),
    );
    let sort = Sort { key: SortKey::Name, reversed: false };
    let listing = listing(company, &index, as_of, &Query::default(), sort, None, &|| false).unwrap_or_default();
    let mut overview = overview(company, as_of);
    // Where the file says nothing of it, the rules may.
    if index.areas().are_shown(company) {
        overview.silent.remove(&UserColumn::Competencies);
    }
    if diagnosis.findings.iter().all(|finding| finding.account.is_none()) {
        overview.silent.insert(UserColumn::Problem);
    }
    let to_settle = diagnosis.findings.iter().filter(|finding| finding.code.severity() != Severity::Info).count();
    // Seen from a day that somebody chose, other things are solved than there are.
    let proves = report == 0 && chosen.is_none();
    let beside = Beside { company, diagnosis: &diagnosis, moved: known.question.move_date, proves };
    let (followed, by_report) = follow(explore, &beside, as_of);
    let trouble = known.trouble.map(Arc::new);
    let (by_account, do_first) = (by_account(&diagnosis), pressing(&diagnosis));
    Some(Prepared {
        report,
        as_of,
        overview,
        index,
        listing,
        standing,
        diagnosis,
        to_settle,
        by_account,
        do_first,
        programmes,
        entered: known.entered,
        followed: Arc::new(followed),
        by_report,
        trouble,
    })
}
/// Puts something of the standing on a page. Some names stand in both programmes: the one looked at is meant.
#[must_use]
pub fn page(deck: &Deck, programme: Programme, of: &PageOf, texts: &crate::i18n::Texts) -> Option<Arc<Page>> {
    let prepared = &deck.prepared;
    let path = match of {
        PageOf::Entry(path) => path,
        PageOf::OtherRules(id) => return other_rules(deck, id, texts).map(Arc::new),
    };
    let shown = Shown { programmes: &prepared.programmes, lists: Some(&deck.ready.loaded.lists) };
    page_in(deck.company(), shown, &prepared.standing, programme, path, texts).map(Arc::new)
}

/// What changes between the rules of the day and others: from the older ones to the newer ones, whichever hold.
fn other_rules(deck: &Deck, id: &str, texts: &crate::i18n::Texts) -> Option<Page> {
    let (company, programmes, of_day) = (deck.company(), &deck.prepared.programmes, &deck.prepared.standing);
    let question = of_day.question();
    // Not all designations have a version of that id: of the others, the rules of the same day are meant.
    let versions = programmes.designations.iter().flat_map(|d| &d.versions);
    let rules = match versions.into_iter().find(|v| v.id == id)?.validity.from {
        Some(first_day) => Rules::on(programmes, first_day),
        None => Rules::with_id(programmes, question.as_of, id)?,
    };
    let other = standing::stand(company, catalog(), &rules, question);
    let first_day = |standing: &Standing| standing.designations.iter().filter_map(|d| d.rules.as_ref()?.from).max();
    let name = of_day
        .designations
        .iter()
        .find_map(|d| d.rules.as_ref())
        .map_or_else(|| texts.get("standing-rules-of-day"), |rules| rules.id.clone());
    let page = if first_day(&other) > first_day(of_day) {
        compared(company, of_day, &other, (&name, id), texts)
    } else {
        compared(company, &other, of_day, (id, &name), texts)
    };
    Some(page)
}
