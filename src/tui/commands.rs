//! THE table: every command with its keys, where it applies, and why it may be disabled. The key handler, the foot hints,
//! `?`, the palette and the README's key table all read it.

use super::app::{App, Layer, Stage, Tab};

/// Where keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The screen on which one chooses what to open.
    Start,
    /// While the first files are read.
    Loading,
    /// After they could not be read.
    Failed,
    /// The first tab.
    Overview,
    /// The list of users.
    Users,
    /// One person.
    Person,
    /// Competencies and designations.
    Standing,
    /// One entry of them in full.
    Page,
    /// What there is to settle.
    Queue,
    /// The proof and the checklist of one of them.
    Checklist,
    /// The file and its columns.
    Data,
    /// Any menu, list of help, or text in front.
    Layer,
}

/// Every context, for the tests and the README.
pub const CONTEXTS: [Context; 12] = [
    Context::Start,
    Context::Loading,
    Context::Failed,
    Context::Overview,
    Context::Users,
    Context::Person,
    Context::Standing,
    Context::Page,
    Context::Queue,
    Context::Checklist,
    Context::Data,
    Context::Layer,
];

/// Some of the contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contexts(u16);

impl Contexts {
    const ALL: Contexts = Contexts::of(&CONTEXTS);

    /// These alone.
    const fn of(these: &[Context]) -> Contexts {
        let (mut bits, mut at) = (0, 0);
        while at < these.len() {
            bits |= 1 << these[at] as u16;
            at += 1;
        }
        Contexts(bits)
    }

    /// All but these.
    const fn but(self, these: &[Context]) -> Contexts {
        Contexts(self.0 & !Contexts::of(these).0)
    }

    /// Whether one is among them.
    #[must_use]
    pub fn contains(self, context: &Context) -> bool {
        self.0 & (1 << *context as u16) != 0
    }

    /// Whether any is among both.
    #[must_use]
    pub fn meets(self, other: Contexts) -> bool {
        self.0 & other.0 != 0
    }
}

const EVERYWHERE: Contexts = Contexts::ALL;
const NOT_LAYER: Contexts = EVERYWHERE.but(&[Context::Layer]);
/// Where there is something to move in.
const MOVING: Contexts = EVERYWHERE.but(&[Context::Loading, Context::Failed]);
/// The same without the table of users, in which left and right go from column to column.
const LISTS: Contexts = MOVING.but(&[Context::Users]);
/// Screens, and the help, which is searched with the same key.
const FILTERED: Contexts = MOVING.but(&[Context::Start]);
const SCREENS: Contexts = FILTERED.but(&[Context::Layer]);
/// Where there are people to choose from.
const USERS: Contexts = Contexts::of(&[Context::Users]);
/// Where one sees what the rules ask for.
const STANDING: Contexts = Contexts::of(&[Context::Standing, Context::Page]);
/// Where one sees what there is to settle.
const QUEUE: Contexts = Contexts::of(&[Context::Queue, Context::Checklist]);

/// Where a case can be made of what is selected.
const CASES: Contexts = Contexts::of(&[Context::Queue, Context::Checklist, Context::Person]);

/// The state as a command finds it: with the layers that keys pass before they come to it. Help and palette ask what works
/// below them.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The state.
    pub app: &'a App,
    /// What lies over the screen, topmost last.
    pub layers: &'a [Layer],
}

impl<'a> Here<'a> {
    /// Below the lowest layer of a kind; all of it where there is none.
    #[must_use]
    pub fn below(self, is_it: fn(&Layer) -> bool) -> Here<'a> {
        let at = self.layers.iter().position(is_it).unwrap_or(self.layers.len());
        Here { layers: &self.layers[..at], ..self }
    }

    /// The context that keys go to.
    #[must_use]
    pub fn context(self) -> Context {
        if self.layers.iter().any(|l| !matches!(l, Layer::Filter(_))) {
            return Context::Layer;
        }
        match (&self.app.stage, self.app.tab) {
            (Stage::Start, _) => Context::Start,
            (Stage::Loading(_), _) => Context::Loading,
            (Stage::Failed(_), _) => Context::Failed,
            (Stage::Open, _) if self.app.person.is_some() => Context::Person,
            (Stage::Open, Tab::Overview) => Context::Overview,
            (Stage::Open, Tab::Users) => Context::Users,
            (Stage::Open, Tab::Standing) if self.app.standing.reading => Context::Page,
            (Stage::Open, Tab::Standing) => Context::Standing,
            (Stage::Open, Tab::Troubleshooting) if self.app.queue.reading => Context::Checklist,
            (Stage::Open, Tab::Troubleshooting) => Context::Queue,
            (Stage::Open, Tab::Data) => Context::Data,
        }
    }

    fn selectable(self) -> usize {
        self.app.selectable_under(self.layers)
    }
}

/// A command.
pub struct Command {
    /// Its name; the messages `cmd-…` (what it does) and `hint-…` (one word for the foot) belong to it.
    pub id: &'static str,
    /// Key sequences, the one to show first.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub contexts: Contexts,
    /// In which contexts the foot shows it, most useful first (lower).
    pub hint: Option<u8>,
    /// Why it cannot be used now: the key of a message.
    pub disabled: fn(Here<'_>) -> Option<&'static str>,
}

fn always(_: Here<'_>) -> Option<&'static str> {
    None
}

fn needs_way_back(here: Here<'_>) -> Option<&'static str> {
    let at_root = match here.app.stage {
        Stage::Open => here.app.person.is_none() && here.app.tab == Tab::Overview && here.app.reloading.is_none() && !here.app.zoomed,
        Stage::Start => here.app.deck.is_none(),
        Stage::Failed(_) => !here.app.started_empty,
        Stage::Loading(_) => false,
    };
    (at_root && here.layers.is_empty()).then_some("why-at-the-root")
}

fn needs_older(here: Here<'_>) -> Option<&'static str> {
    here.app.deck.as_ref().filter(|d| d.report + 1 < d.ready.loaded.reports.len()).is_none().then_some("why-no-older")
}

fn needs_newer(here: Here<'_>) -> Option<&'static str> {
    here.app.deck.as_ref().filter(|d| d.report > 0).is_none().then_some("why-no-newer")
}

fn needs_filter(here: Here<'_>) -> Option<&'static str> {
    here.app.users.filter.value().is_empty().then_some("why-no-filter")
}

fn needs_item(here: Here<'_>) -> Option<&'static str> {
    // A filter may be kept that nobody matches, and of a person without skills the rows of the account are shown.
    let prompt = matches!(here.layers.last(), Some(Layer::Filter(_) | Layer::Path(..) | Layer::Export(..)));
    let always = prompt || here.context() == Context::Person;
    (here.selectable() == 0 && !always).then_some("why-nothing-here")
}

fn needs_selected_user(here: Here<'_>) -> Option<&'static str> {
    here.app.users.listing.accounts.is_empty().then_some("why-nothing-here")
}

fn needs_something_to_tick(here: Here<'_>) -> Option<&'static str> {
    match here.layers.last() {
        Some(Layer::Columns(_) | Layer::Facets(..)) => None,
        Some(layer) if !matches!(layer, Layer::Filter(_)) => Some("why-nothing-to-tick"),
        _ => needs_selected_user(here),
    }
}

fn needs_marks(here: Here<'_>) -> Option<&'static str> {
    here.app.users.marks.is_empty().then_some("why-no-marks")
}

fn needs_search(here: Here<'_>) -> Option<&'static str> {
    here.app.users.matches.is_none().then_some("why-no-search")
}

fn needs_undo(here: Here<'_>) -> Option<&'static str> {
    here.app.history.undo.is_empty().then_some("why-nothing-to-undo")
}

fn needs_redo(here: Here<'_>) -> Option<&'static str> {
    here.app.history.redo.is_empty().then_some("why-nothing-to-redo")
}

fn needs_messages(here: Here<'_>) -> Option<&'static str> {
    here.app.messages.is_empty().then_some("why-no-messages")
}

fn needs_something_to_copy(here: Here<'_>) -> Option<&'static str> {
    let marked = here.context() == Context::Users && !here.app.users.marks.is_empty();
    (here.selectable() == 0 && !marked).then_some("why-nothing-to-copy")
}

fn needs_something_to_write(here: Here<'_>) -> Option<&'static str> {
    needs_something_to_copy(here).map(|_| "why-nothing-to-write")
}

/// Whether to stop a program and go on with it later is something the system knows.
fn needs_job_control(_: Here<'_>) -> Option<&'static str> {
    (!cfg!(unix)).then_some("why-no-job-control")
}

fn needs_search_in_help(here: Here<'_>) -> Option<&'static str> {
    match here.layers.last() {
        None | Some(Layer::Filter(_) | Layer::Help(..)) => None,
        Some(_) => Some("why-no-filter-here"),
    }
}

fn needs_panes(here: Here<'_>) -> Option<&'static str> {
    (here.app.tab == Tab::Overview && here.selectable() == 0).then_some("why-nothing-here")
}

fn needs_tracks(here: Here<'_>) -> Option<&'static str> {
    let programme = here.app.standing.stamp.as_ref().map(|stamp| stamp.programme);
    (programme != Some(crate::catalog::Programme::Designations)).then_some("why-no-tracks")
}

fn needs_competency(here: Here<'_>) -> Option<&'static str> {
    let programme = here.app.standing.stamp.as_ref().map(|stamp| stamp.programme);
    (programme != Some(crate::catalog::Programme::Competencies)).then_some("why-no-competency")
}

fn needs_designation(here: Here<'_>) -> Option<&'static str> {
    let none = needs_tracks(here).is_some() || here.app.selected_entry().is_none();
    none.then_some("why-no-designation")
}

fn needs_versions(here: Here<'_>) -> Option<&'static str> {
    let none = || here.app.other_versions().is_empty().then_some("why-no-versions");
    needs_designation(here).or_else(none)
}

fn needs_performance(here: Here<'_>) -> Option<&'static str> {
    here.app.level_to_tick().is_none().then_some("why-nothing-to-tick-here")
}

fn needs_pair(here: Here<'_>) -> Option<&'static str> {
    here.app.selected_pair().is_none().then_some("why-no-pair")
}

fn needs_case(here: Here<'_>) -> Option<&'static str> {
    here.app.case_target().is_none().then_some("why-no-case")
}

fn needs_step(here: Here<'_>) -> Option<&'static str> {
    let lines = here.app.queue.page.as_ref().map(|(_, page)| &page.lines);
    let step = lines.and_then(|lines| lines.get(here.app.queue.words.selected)).and_then(|line| line.step.as_ref());
    step.is_none().then_some("why-no-step").or_else(|| needs_case(here))
}

fn needs_entered(here: Here<'_>) -> Option<&'static str> {
    here.app.selected_item().is_none().then_some("why-nothing-to-take-back")
}

fn needs_file(here: Here<'_>) -> Option<&'static str> {
    here.app.demo.then_some("why-demo")
}

/// Beside what is open; the sample stands alone.
fn needs_open_file(here: Here<'_>) -> Option<&'static str> {
    let nothing = here.app.deck.is_none().then_some("why-nothing-open");
    nothing.or_else(|| needs_file(here))
}

const fn command(id: &'static str, keys: &'static [&'static str], contexts: Contexts, hint: Option<u8>) -> Command {
    Command { id, keys, contexts, hint, disabled: always }
}

const fn with(command: Command, disabled: fn(Here<'_>) -> Option<&'static str>) -> Command {
    Command { disabled, ..command }
}

/// All commands, in the order in which help shows them.
pub static COMMANDS: &[Command] = &[
    command("down", &["j", "↓"], MOVING, None),
    command("up", &["k", "↑"], MOVING, None),
    with(command("open", &["Enter"], MOVING, Some(1)), needs_item),
    with(command("into", &["l", "→"], LISTS, None), needs_item),
    with(command("out", &["h", "←"], LISTS, None), needs_way_back),
    command("columns-right", &["l", "→"], USERS, None),
    command("columns-left", &["h", "←"], USERS, None),
    command("column-first", &["0"], USERS, None),
    command("column-last", &["$"], USERS, None),
    with(command("back", &["Esc", "Backspace"], EVERYWHERE, Some(2)), needs_way_back),
    command("page-down", &["PgDn", "Ctrl-f"], MOVING, None),
    command("page-up", &["PgUp", "Ctrl-b"], MOVING, None),
    command("half-down", &["Ctrl-d"], MOVING, None),
    command("half-up", &["Ctrl-u"], MOVING, None),
    command("top", &["g g", "Home"], MOVING, None),
    command("bottom", &["G", "g e", "End"], MOVING, None),
    with(command("filter", &["/"], FILTERED, Some(3)), needs_search_in_help),
    command("facets", &["f"], SCREENS, Some(4)),
    command("problems", &["!"], SCREENS, Some(5)),
    with(command("clear-filter", &["g c"], SCREENS, None), needs_filter),
    with(command("next-match", &["n"], USERS, None), needs_search),
    with(command("previous-match", &["N"], USERS, None), needs_search),
    command("sort", &["s"], USERS, Some(4)),
    command("reverse", &["S"], USERS, None),
    command("values", &["F"], USERS, Some(6)),
    command("columns", &["C"], USERS, Some(8)),
    with(command("mark", &["Space"], Contexts::of(&[Context::Users, Context::Layer]), Some(7)), needs_something_to_tick),
    with(command("mark-to-here", &["v"], USERS, None), needs_selected_user),
    with(command("mark-all", &["Ctrl-a"], USERS, None), needs_selected_user),
    with(command("unmark", &["g m"], USERS, None), needs_marks),
    with(command("copy-cell", &["y c"], SCREENS, None), needs_something_to_copy),
    with(command("copy-row", &["y r"], SCREENS, None), needs_something_to_copy),
    with(command("copy-markdown", &["y m"], SCREENS, None), needs_something_to_copy),
    with(command("copy-view", &["y v"], SCREENS, None), needs_something_to_copy),
    with(command("export", &["e", "Ctrl-s"], SCREENS, Some(6)), needs_something_to_write),
    command("row", &["r"], Contexts::of(&[Context::Person]), Some(3)),
    with(command("pane", &["Tab"], SCREENS, Some(7)), needs_panes),
    with(command("pane-back", &["Shift-Tab"], SCREENS, None), needs_panes),
    command("programme", &["P"], STANDING, Some(4)),
    with(command("track", &["T"], STANDING, Some(5)), needs_tracks),
    with(command("versions", &["V"], STANDING, None), needs_versions),
    with(command("tick", &["Space"], STANDING, Some(3)), needs_performance),
    with(command("enter-portal", &["i p"], STANDING, Some(6)), needs_designation),
    with(command("enter-rule", &["i r"], STANDING, Some(6)), needs_competency),
    with(command("enter-held", &["i h"], STANDING, None), needs_competency),
    with(command("not-same", &["i n"], QUEUE, Some(3)), needs_pair),
    with(command("mark-step", &["Space"], Contexts::of(&[Context::Checklist]), Some(3)), needs_step),
    with(command("case-asked", &["c a"], CASES, None), needs_case),
    with(command("case-answered", &["c y"], CASES, None), needs_case),
    with(command("case-note", &["c n"], CASES, None), needs_case),
    with(command("case-wait", &["c w"], CASES, None), needs_case),
    with(command("case-days", &["c t"], CASES, None), needs_case),
    with(command("case-support", &["c s"], CASES, None), needs_case),
    with(command("case-done", &["c d"], CASES, None), needs_case),
    with(command("case-leave", &["c x"], CASES, None), needs_case),
    with(command("case-reopen", &["c r"], CASES, None), needs_case),
    command("case-person", &["c p"], SCREENS, None),
    command("enter-external", &["i x"], SCREENS, None),
    command("enter-company", &["i c"], SCREENS, None),
    command("entered", &["i i"], SCREENS, None),
    with(command("take-back", &["Delete", "d"], Contexts::of(&[Context::Layer]), Some(3)), needs_entered),
    command("zoom", &["+"], SCREENS, None),
    command("tab-overview", &["1", "&", "g o"], SCREENS, None),
    command("tab-users", &["2", "é", "g u"], SCREENS, None),
    command("tab-standing", &["3", "\"", "g s"], SCREENS, None),
    command("tab-troubleshooting", &["4", "'", "g t"], SCREENS, None),
    command("tab-data", &["7", "è", "g f"], SCREENS, None),
    command("tab-next", &["Ctrl-PgDn"], SCREENS, None),
    command("tab-previous", &["Ctrl-PgUp"], SCREENS, None),
    with(command("older", &["["], SCREENS, Some(7)), needs_older),
    with(command("newer", &["]"], SCREENS, Some(7)), needs_newer),
    command("as-of", &["a"], SCREENS, None),
    command("day", &["g d"], SCREENS, None),
    with(command("undo", &["u"], SCREENS, None), needs_undo),
    with(command("redo", &["Ctrl-r"], SCREENS, None), needs_redo),
    with(command("reload", &["R", "F5"], NOT_LAYER, Some(1)), needs_file),
    command("open-file", &["o"], NOT_LAYER, Some(3)),
    with(command("add-file", &["O"], NOT_LAYER, None), needs_open_file),
    command("theme", &["t"], NOT_LAYER, None),
    command("language", &["L"], NOT_LAYER, None),
    command("palette", &[":", "Ctrl-p"], NOT_LAYER, Some(8)),
    command("rules", &["g r"], NOT_LAYER, None),
    with(command("messages", &["g l"], NOT_LAYER, None), needs_messages),
    command("help", &["?", "F1"], EVERYWHERE, Some(9)),
    with(command("suspend", &["Ctrl-z"], EVERYWHERE, None), needs_job_control),
    command("quit", &["q"], EVERYWHERE, Some(10)),
    command("quit-now", &["Q", "Ctrl-c"], EVERYWHERE, None),
];

/// The command of a name.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| c.id == id)
}

/// The context that keys go to.
#[must_use]
pub fn context(app: &App) -> Context {
    app.here().context()
}

/// The hints for the foot: key, command and the name of its hint, most useful first.
#[must_use]
pub fn hints(app: &App) -> Vec<(String, &'static str, &'static str)> {
    let context = context(app);
    let mut shown: Vec<_> =
        COMMANDS.iter().filter(|c| c.hint.is_some() && c.contexts.contains(&context) && (c.disabled)(app.here()).is_none()).collect();
    shown.sort_by_key(|c| c.hint);
    // In a menu one chooses; a text is only read.
    let menu = match app.layers.last() {
        Some(Layer::Palette(..) | Layer::Versions(_) | Layer::Sort(_) | Layer::Map(..) | Layer::Themes(..)) => Some("choose"),
        Some(Layer::Help(..)) => Some("run"),
        Some(Layer::Entered(_)) => Some("edit"),
        Some(Layer::Facets(..) | Layer::Values(..)) => Some("filter-on"),
        _ => None,
    };
    let name = |c: &Command| match (c.id, context == Context::Layer) {
        ("open", true) => menu,
        ("mark", true) => Some("tick"),
        ("filter", true) => Some("search"),
        // Trying again is what one does with a file that did not open, or with one that changed.
        ("reload", _) if context != Context::Failed && !app.changed_on_disk => None,
        ("reload", _) if app.changed_on_disk => Some("read-again"),
        // Another file is opened where this one is all one has seen of it.
        ("open-file", _) if !matches!(context, Context::Failed | Context::Overview) => None,
        ("open-file", _) if context == Context::Overview => Some("open-file"),
        ("back", _) if context == Context::Start && app.deck.is_none() => None,
        (id, _) => Some(id),
    };
    shown
        .into_iter()
        .filter_map(|c| Some((app.bindings.first(c.id).to_owned(), c.id, name(c)?)))
        .filter(|(key, ..)| !key.is_empty())
        .collect()
}

/// A key sequence as it stands on the keyboard of the language: `Enter` is `Entrée`.
#[must_use]
pub fn label(keys: &str, texts: &crate::i18n::Texts) -> String {
    let one = |key: &str| {
        let (prefix, name) = match key.rfind('-').filter(|at| *at > 0 && key.starts_with("Ctrl")) {
            Some(at) => key.split_at(at + 1),
            None => ("", key),
        };
        let message = format!("key-{name}");
        let name = if name.len() > 1 && texts.has(&message) { texts.get(&message) } else { name.to_owned() };
        format!("{prefix}{name}")
    };
    keys.split(' ').map(one).collect()
}

/// What a command is also looked for by: words that stand for it elsewhere, in the user's language and the other.
#[must_use]
pub fn also(id: &str, texts: &crate::i18n::Texts) -> String {
    let key = format!("also-{id}");
    if texts.has(&key) { crate::text::fold(&texts.get(&key)) } else { String::new() }
}

/// The key table of the README, from the commands.
#[must_use]
pub fn markdown(texts: &crate::i18n::Texts) -> String {
    let mut out = format!("| {} | {} | `[keys]` |\n| --- | --- | --- |\n", texts.get("help-keys"), texts.get("help-what"));
    for command in COMMANDS {
        let keys: Vec<String> = command.keys.iter().map(|k| format!("`{k}`")).collect();
        out.push_str(&format!("| {} | {} | {} |\n", keys.join(" "), texts.get(&format!("cmd-{}", command.id)), command.id));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts};

    #[test]
    fn backspace_tab_and_enter_have_no_ctrl_doubles() {
        for command in COMMANDS {
            for key in ["Ctrl-h", "Ctrl-i", "Ctrl-m"] {
                assert!(!command.keys.contains(&key), "{}", command.id);
            }
        }
    }

    #[test]
    fn every_command_has_its_texts() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for command in COMMANDS {
                let also = also(command.id, &texts);
                assert!(!also.split(' ').any(str::is_empty) || also.is_empty(), "{lang:?} also-{}", command.id);
                assert!(texts.has(&format!("cmd-{}", command.id)), "{lang:?} cmd-{}", command.id);
                assert!(command.hint.is_none() || texts.has(&format!("hint-{}", command.id)), "{lang:?} hint-{}", command.id);
            }
        }
    }
}
