//! Choosing what to open.

use crate::session::Sample;

use super::super::action::{Effect, Offer, Opening};
use super::super::app::{App, Beside, Layer, ListState, PathPrompt, Stage, StartView};
use super::super::screens::start::{Choice, first, offers};
use super::begin_reading;

/// Goes to the screen on which one chooses.
pub(super) fn begin(app: &mut App) -> Vec<Effect> {
    if let (Stage::Start, true) = (&app.stage, app.layers.is_empty()) {
        return ask_for_path(app);
    }
    app.stage = Stage::Start;
    app.start = StartView { searching: true, ..StartView::default() };
    app.layers.clear();
    vec![Effect::FindOffers]
}

fn ask_for_path(app: &mut App) -> Vec<Effect> {
    app.layers.push(Layer::Path(PathPrompt::default(), Beside::Nothing));
    Vec::new()
}

/// Adds to what is open: what is selected where one chooses, else what is typed.
pub(super) fn add(app: &mut App) -> Vec<Effect> {
    if let (Stage::Start, Some(Choice::Offer(offer))) = (&app.stage, offers(app).into_iter().nth(app.start.list.selected)) {
        return open(app, Opening::More(offer.paths));
    }
    app.layers.push(Layer::Path(PathPrompt::default(), Beside::Open));
    Vec::new()
}

/// The worker found files; the selection stays where it is.
pub(super) fn offers_found(app: &mut App, found: Vec<Offer>, all: bool) {
    let before = offers(app).into_iter().nth(app.start.list.selected);
    let untouched = app.start.list.selected == first(app);
    app.start.found = found;
    app.start.searching = !all;
    let after = offers(app);
    let same = before.filter(|_| !untouched).and_then(|b| after.iter().position(|a| *a == b));
    app.start.list.selected = same.unwrap_or_else(|| first(app));
}

/// Opens what is selected.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    match offers(app).into_iter().nth(app.start.list.selected) {
        Some(Choice::Offer(offer)) => open(app, Opening::Files(offer.paths)),
        Some(Choice::Sample(sample)) => open(app, Opening::Sample(sample)),
        Some(Choice::Path) => ask_for_path(app),
        Some(Choice::HowTo) => {
            app.layers.push(Layer::Steps(ListState::default()));
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Begins to read something else.
pub(super) fn open(app: &mut App, opening: Opening) -> Vec<Effect> {
    if app.before_reading.opened.is_none() {
        app.before_reading.opened = Some((app.demo, app.opening.clone()));
    }
    let names = |paths: &[String]| paths.iter().map(|p| p.rsplit(['/', '\\']).next().unwrap_or(p)).collect::<Vec<_>>().join(", ");
    app.demo = matches!(opening, Opening::Sample(_));
    app.opening = match &opening {
        Opening::Files(paths) | Opening::More(paths) => names(paths),
        Opening::Sample(Sample::Skills) => app.texts.get("start-demo-old"),
        Opening::Sample(Sample::Trainings) => app.texts.get("start-demo"),
    };
    begin_reading(app);
    vec![Effect::Open(app.reading, opening)]
}
