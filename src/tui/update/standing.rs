//! Competencies and designations: which programme, which entry, and its page.

use std::sync::Arc;

use crate::catalog::{Programme, programme_on};
use crate::export::standing::{Page, entries};
use crate::standing::Track;

use super::super::action::{Effect, PageOf};
use super::super::app::{App, Layer, ListState, StandingStamp, Tab};

/// The entries and the page are those of the numbers, the programme, the track and the language as they are now.
pub(super) fn refresh(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let of_day = match programme_on(&deck.prepared.programmes.rules, deck.as_of()) {
        // Between the two the older one is the last that was in force.
        Programme::Between => Programme::Competencies,
        programme => programme,
    };
    let view = &mut app.standing;
    let stamp = StandingStamp {
        company: Arc::as_ptr(deck.company()) as usize,
        prepared: Arc::as_ptr(&deck.prepared) as usize,
        programme: view.programme.unwrap_or(of_day),
        track: view.track,
        lang: app.texts.lang(),
    };
    if view.stamp.as_ref() != Some(&stamp) {
        let before = view.entries.get(view.list.selected).map(|entry| entry.path.clone());
        view.entries = Arc::new(entries(&deck.prepared.standing, stamp.programme, stamp.track, &app.texts));
        let same = before.and_then(|path| view.entries.iter().position(|entry| entry.path == path));
        view.list.selected = same.unwrap_or(0);
        // Of another company no line is to be opened.
        let same_people = view.stamp.as_ref().is_some_and(|before| before.company == stamp.company);
        if same.is_some() && same_people {
            view.page_is_old = true;
        } else {
            view.page = (None, None);
            view.reading &= same.is_some();
        }
        view.stamp = Some(stamp);
        // The first screen shows some of them.
        let shown = deck.before_standing() + app.standing_tops().len();
        app.overview.clamp(shown);
    }
    let view = &mut app.standing;
    if app.tab != Tab::Standing {
        return Vec::new();
    }
    let Some(entry) = view.entries.get(view.list.selected) else { return Vec::new() };
    // Whoever goes on to another entry is done with comparing.
    view.other_rules.take_if(|(_, path)| *path != entry.path);
    let wanted = match &view.other_rules {
        Some((rules, _)) => PageOf::OtherRules(rules.clone()),
        None => PageOf::Entry(entry.path.clone()),
    };
    let other = view.page.0.as_ref() != Some(&wanted);
    if !other && !view.page_is_old {
        return Vec::new();
    }
    // The page before stays in sight until the new one is there.
    view.page_is_old = false;
    view.page.0 = Some(wanted.clone());
    if other {
        view.lines = ListState::default();
    }
    view.asked += 1;
    vec![Effect::Page(view.asked, wanted)]
}

/// A page is there.
pub(super) fn page_made(app: &mut App, asked: u64, page: Option<Arc<Page>>) {
    if asked == app.standing.asked {
        app.standing.page.1 = page;
    }
}

/// The other programme: each has had its time, and both can be looked at on any day.
pub(super) fn other_programme(app: &mut App) -> Vec<Effect> {
    let now = app.standing.stamp.as_ref().map(|stamp| stamp.programme);
    app.standing.programme = Some(match now {
        Some(Programme::Designations) => Programme::Competencies,
        _ => Programme::Designations,
    });
    app.standing.reading = false;
    Vec::new()
}

/// Offers the other versions of the rules.
pub(super) fn versions(app: &mut App) -> Vec<Effect> {
    app.layers.push(Layer::Versions(ListState::default()));
    Vec::new()
}

/// Compares the rules of the day with those chosen.
pub(super) fn compare(app: &mut App, at: usize) -> Vec<Effect> {
    let rules = app.other_versions().get(at).map(|version| version.id.clone());
    let path = app.selected_entry().map(|entry| entry.path.clone());
    app.standing.other_rules = rules.zip(path);
    app.standing.reading = app.standing.other_rules.is_some();
    Vec::new()
}

/// All tracks, then each of them.
pub(super) fn other_track(app: &mut App) -> Vec<Effect> {
    app.standing.track = match app.standing.track {
        None => Some(Track::Enterprise),
        Some(Track::Enterprise) => Some(Track::Smb),
        Some(Track::Smb) => None,
    };
    Vec::new()
}

/// Into the page, and from a line of it to the person it speaks of.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if !app.standing.reading {
        app.standing.reading = app.standing.page.1.is_some();
        return Vec::new();
    }
    let line = app.standing.page.1.as_ref().and_then(|page| page.lines.get(app.standing.lines.selected));
    let Some(account) = line.and_then(|line| line.account) else { return super::hint(app, "why-nobody-here") };
    super::show_person(app, account)
}
