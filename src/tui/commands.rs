//! THE table: every command with its keys, where it applies, and why it may be disabled. The key handler, the foot hints,
//! `?`, the palette and the README's key table all read it.

use super::app::{App, Layer, Stage, Tab};
use super::keymap::{Key, parse_sequence};

/// Where keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// While files are read.
    Loading,
    /// After they could not be read.
    Failed,
    /// The first tab.
    Overview,
    /// The list of users.
    Users,
    /// One person.
    Person,
    /// The file and its columns.
    Data,
    /// Any menu, list of help, or text in front.
    Layer,
}

/// Every context, for the tests and the README.
pub const CONTEXTS: [Context; 7] =
    [Context::Loading, Context::Failed, Context::Overview, Context::Users, Context::Person, Context::Data, Context::Layer];

const SCREENS: &[Context] = &[Context::Overview, Context::Users, Context::Person, Context::Data];
const EVERYWHERE: &[Context] = &CONTEXTS;
const MOVING: &[Context] = &[Context::Overview, Context::Users, Context::Person, Context::Data, Context::Layer];
const LISTS: &[Context] = &[Context::Overview, Context::Data, Context::Person, Context::Layer];
const NOT_LAYER: &[Context] = &[Context::Loading, Context::Failed, Context::Overview, Context::Users, Context::Person, Context::Data];

/// A command.
pub struct Command {
    /// Its name; the messages `cmd-…` (what it does) and `hint-…` (one word for the foot) belong to it.
    pub id: &'static str,
    /// Key sequences, the one to show first.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub contexts: &'static [Context],
    /// In which contexts the foot shows it, most useful first (lower).
    pub hint: Option<u8>,
    /// Why it cannot be used now: the key of a message.
    pub disabled: fn(&App) -> Option<&'static str>,
}

fn always(_: &App) -> Option<&'static str> {
    None
}

fn needs_way_back(app: &App) -> Option<&'static str> {
    let at_root = match app.stage {
        Stage::Open => app.person.is_none() && app.tab == Tab::Overview,
        Stage::Failed(_) => true,
        Stage::Loading(_) => false,
    };
    (at_root && app.layers.is_empty()).then_some("why-at-the-root")
}

fn needs_older(app: &App) -> Option<&'static str> {
    app.deck.as_ref().filter(|d| d.report + 1 < d.ready.loaded.reports.len()).is_none().then_some("why-no-older")
}

fn needs_newer(app: &App) -> Option<&'static str> {
    app.deck.as_ref().filter(|d| d.report > 0).is_none().then_some("why-no-newer")
}

fn needs_filter(app: &App) -> Option<&'static str> {
    app.users.filter.value().is_empty().then_some("why-no-filter")
}

fn needs_item(app: &App) -> Option<&'static str> {
    // A filter may be kept that nobody matches, and of a person without skills the rows of the account are shown.
    let always = matches!(app.layers.last(), Some(Layer::Filter(_))) || context(app) == Context::Person;
    (app.selectable() == 0 && !always).then_some("why-nothing-here")
}

fn needs_panes(app: &App) -> Option<&'static str> {
    (app.tab == Tab::Overview && app.selectable() == 0).then_some("why-nothing-here")
}

fn needs_file(app: &App) -> Option<&'static str> {
    app.demo.then_some("why-demo")
}

const fn command(id: &'static str, keys: &'static [&'static str], contexts: &'static [Context], hint: Option<u8>) -> Command {
    Command { id, keys, contexts, hint, disabled: always }
}

const fn with(command: Command, disabled: fn(&App) -> Option<&'static str>) -> Command {
    Command { disabled, ..command }
}

/// All commands, in the order in which help shows them.
pub static COMMANDS: &[Command] = &[
    command("down", &["j", "↓"], MOVING, None),
    command("up", &["k", "↑"], MOVING, None),
    with(command("open", &["Enter"], MOVING, Some(1)), needs_item),
    with(command("into", &["l", "→"], LISTS, None), needs_item),
    with(command("out", &["h", "←"], LISTS, None), needs_way_back),
    command("columns-right", &["l", "→"], &[Context::Users], None),
    command("columns-left", &["h", "←"], &[Context::Users], None),
    with(command("back", &["Esc", "Backspace"], EVERYWHERE, Some(2)), needs_way_back),
    command("page-down", &["PgDn", "Ctrl-f"], MOVING, None),
    command("page-up", &["PgUp", "Ctrl-b"], MOVING, None),
    command("half-down", &["Ctrl-d"], MOVING, None),
    command("half-up", &["Ctrl-u"], MOVING, None),
    command("top", &["g g", "Home"], MOVING, None),
    command("bottom", &["G", "g e", "End"], MOVING, None),
    command("filter", &["/"], SCREENS, Some(3)),
    with(command("clear-filter", &["g c"], SCREENS, None), needs_filter),
    command("sort", &["s"], &[Context::Users], Some(4)),
    command("reverse", &["S"], &[Context::Users], None),
    command("row", &["r"], &[Context::Person], Some(3)),
    with(command("pane", &["Tab"], &[Context::Data, Context::Overview], Some(4)), needs_panes),
    with(command("pane-back", &["Shift-Tab"], &[Context::Data, Context::Overview], None), needs_panes),
    command("tab-overview", &["1", "&", "g o"], SCREENS, None),
    command("tab-users", &["2", "é", "g u"], SCREENS, None),
    command("tab-data", &["7", "è", "g f"], SCREENS, None),
    command("tab-next", &["Ctrl-PgDn"], SCREENS, None),
    command("tab-previous", &["Ctrl-PgUp"], SCREENS, None),
    with(command("older", &["["], SCREENS, Some(7)), needs_older),
    with(command("newer", &["]"], SCREENS, Some(7)), needs_newer),
    command("as-of", &["a"], SCREENS, None),
    with(command("reload", &["R", "F5"], NOT_LAYER, Some(1)), needs_file),
    command("language", &["L"], NOT_LAYER, None),
    command("palette", &[":", "Ctrl-p"], SCREENS, Some(6)),
    command("rules", &["g r"], SCREENS, None),
    command("help", &["?", "F1"], EVERYWHERE, Some(8)),
    command("quit", &["q"], EVERYWHERE, Some(9)),
    command("quit-now", &["Q", "Ctrl-c"], EVERYWHERE, None),
];

/// The command of a name.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| c.id == id)
}

/// What keys typed so far come to in a context.
#[derive(Debug, PartialEq, Eq)]
pub enum Match {
    /// A command.
    Command(&'static str),
    /// The beginning of one or more.
    Prefix,
    /// Nothing.
    None,
}

/// Looks up typed keys.
#[must_use]
pub fn look_up(typed: &[Key], context: Context) -> Match {
    let mut prefix = false;
    for command in COMMANDS.iter().filter(|c| c.contexts.contains(&context)) {
        for keys in command.keys.iter().filter_map(|k| parse_sequence(k)) {
            if keys == typed {
                return Match::Command(command.id);
            }
            prefix |= keys.starts_with(typed);
        }
    }
    if prefix { Match::Prefix } else { Match::None }
}

/// What may follow a started sequence: key and command.
#[must_use]
pub fn continuations(typed: &[Key], context: Context) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for command in COMMANDS.iter().filter(|c| c.contexts.contains(&context)) {
        for text in command.keys {
            let Some(keys) = parse_sequence(text) else { continue };
            if keys.len() > typed.len() && keys.starts_with(typed) {
                found.push((text.rsplit(' ').next().unwrap_or(text), command.id));
            }
        }
    }
    found
}

/// The context that keys go to.
#[must_use]
pub fn context(app: &App) -> Context {
    if app.layers.iter().any(|l| !matches!(l, Layer::Filter(_))) {
        return Context::Layer;
    }
    match (&app.stage, app.tab) {
        (Stage::Loading(_), _) => Context::Loading,
        (Stage::Failed(_), _) => Context::Failed,
        (Stage::Open, _) if app.person.is_some() => Context::Person,
        (Stage::Open, Tab::Overview) => Context::Overview,
        (Stage::Open, Tab::Users) => Context::Users,
        (Stage::Open, Tab::Data) => Context::Data,
    }
}

/// The hints for the foot: key, command and the name of its hint, most useful first.
#[must_use]
pub fn hints(app: &App) -> Vec<(&'static str, &'static str, &'static str)> {
    let context = context(app);
    let mut shown: Vec<_> =
        COMMANDS.iter().filter(|c| c.hint.is_some() && c.contexts.contains(&context) && (c.disabled)(app).is_none()).collect();
    shown.sort_by_key(|c| c.hint);
    // In a menu one chooses; a text is only read.
    let menu = matches!(app.layers.last(), Some(Layer::Palette(..) | Layer::Sort(_) | Layer::Map(..)));
    let name = |c: &Command| match (c.id, context == Context::Layer, menu) {
        ("open", true, true) => Some("choose"),
        ("open", true, false) => None,
        // Trying again is what one does with a file that did not open; elsewhere it has no place at the foot.
        ("reload", ..) if context != Context::Failed => None,
        (id, ..) => Some(id),
    };
    shown.into_iter().filter_map(|c| Some((c.keys[0], name(c).map(|_| c.id)?, name(c)?))).collect()
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

/// The key table of the README, from the commands.
#[must_use]
pub fn markdown(texts: &crate::i18n::Texts) -> String {
    let mut out = format!("| {} | {} |\n| --- | --- |\n", texts.get("help-keys"), texts.get("help-what"));
    for command in COMMANDS {
        let keys: Vec<String> = command.keys.iter().map(|k| format!("`{k}`")).collect();
        out.push_str(&format!("| {} | {} |\n", keys.join(" "), texts.get(&format!("cmd-{}", command.id))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts};

    #[test]
    fn no_key_means_two_things_in_a_context_and_none_hides_behind_a_prefix() {
        for context in CONTEXTS {
            let mut seen: Vec<(Vec<Key>, &str)> = Vec::new();
            for command in COMMANDS.iter().filter(|c| c.contexts.contains(&context)) {
                for text in command.keys {
                    let keys = parse_sequence(text).unwrap_or_else(|| panic!("{text}"));
                    for (other, id) in &seen {
                        assert!(!keys.starts_with(other) && !other.starts_with(&keys), "{context:?}: {text} of {} and {id}", command.id);
                    }
                    seen.push((keys, command.id));
                }
            }
        }
    }

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
                assert!(texts.has(&format!("cmd-{}", command.id)), "{lang:?} cmd-{}", command.id);
                assert!(command.hint.is_none() || texts.has(&format!("hint-{}", command.id)), "{lang:?} hint-{}", command.id);
            }
        }
    }
}
