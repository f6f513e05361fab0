//! Styles by what they mean. The themes are data: `assets/themes.toml`. The usual one takes the terminal's own 16
//! colours; without colour everything is told by marks, bold, underlined and reversed text.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

pub use crate::config::ThemeName;

/// A theme as it stands in the file: styles as lists of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    base: Vec<String>,
    dim: Vec<String>,
    accent: Vec<String>,
    good: Vec<String>,
    bad: Vec<String>,
    warn: Vec<String>,
    found: Vec<String>,
    selected: Vec<String>,
}

/// The styles of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    base: Style,
    dim: Style,
    accent: Style,
    good: Style,
    bad: Style,
    warn: Style,
    found: Style,
    selected: Style,
}

static THEMES: LazyLock<BTreeMap<String, Theme>> = LazyLock::new(|| read(include_str!("../../assets/themes.toml")).unwrap_or_default());

fn read(text: &str) -> Result<BTreeMap<String, Theme>, String> {
    let words: BTreeMap<String, Words> = toml::from_str(text).map_err(|e| e.to_string())?;
    words.into_iter().map(|(name, words)| Ok((name, theme(&words)?))).collect()
}

fn theme(words: &Words) -> Result<Theme, String> {
    Ok(Theme {
        base: style(&words.base)?,
        dim: style(&words.dim)?,
        accent: style(&words.accent)?,
        good: style(&words.good)?,
        bad: style(&words.bad)?,
        warn: style(&words.warn)?,
        found: style(&words.found)?,
        selected: style(&words.selected)?,
    })
}

fn style(words: &[String]) -> Result<Style, String> {
    let mut style = Style::new();
    let mut behind = false;
    for word in words {
        style = match word.as_str() {
            "on" => {
                behind = true;
                continue;
            }
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            colour => {
                let colour = Color::from_str(colour).map_err(|_| colour.to_owned())?;
                if std::mem::take(&mut behind) { style.bg(colour) } else { style.fg(colour) }
            }
        };
    }
    Ok(style)
}

impl Theme {
    /// A theme by its name. Without colour it is the one without colours, whatever the name; the terminal's own colours
    /// are chosen by its background.
    #[must_use]
    pub fn named(name: ThemeName, color: bool, light_terminal: bool) -> Theme {
        let name = match name {
            _ if !color => ThemeName::Mono,
            ThemeName::Auto if light_terminal => ThemeName::AutoLight,
            name => name,
        };
        THEMES.get(&name.to_string()).copied().unwrap_or_default()
    }

    /// The usual theme, with or without colour.
    #[must_use]
    pub fn new(color: bool) -> Theme {
        Theme::named(ThemeName::Auto, color, false)
    }

    /// What the whole window is painted with; nothing where the terminal's own colours are used.
    #[must_use]
    pub fn base(self) -> Style {
        self.base
    }

    /// Plain text.
    #[must_use]
    pub fn text(self) -> Style {
        self.base
    }

    /// What is beside the point.
    #[must_use]
    pub fn dim(self) -> Style {
        self.dim
    }

    /// The one accent: bars, focused frames, the open tab.
    #[must_use]
    pub fn accent(self) -> Style {
        self.accent
    }

    /// Headings.
    #[must_use]
    pub fn heading(self) -> Style {
        self.accent.add_modifier(Modifier::BOLD)
    }

    /// The heading of the current column.
    #[must_use]
    pub fn cursor_column(self) -> Style {
        self.heading().add_modifier(Modifier::UNDERLINED)
    }

    /// All is well.
    #[must_use]
    pub fn good(self) -> Style {
        self.good
    }

    /// Something to settle.
    #[must_use]
    pub fn bad(self) -> Style {
        self.bad
    }

    /// Something to look at.
    #[must_use]
    pub fn warn(self) -> Style {
        self.warn
    }

    /// A key in a hint.
    #[must_use]
    pub fn key(self) -> Style {
        self.heading()
    }

    /// The sign of a marked row.
    #[must_use]
    pub fn mark(self) -> Style {
        self.warn.add_modifier(Modifier::BOLD)
    }

    /// Letters that a filter found.
    #[must_use]
    pub fn found(self) -> Style {
        self.found
    }

    /// A message at the foot.
    #[must_use]
    pub fn toast(self, bad: bool) -> Style {
        if bad { self.bad } else { self.base.add_modifier(Modifier::BOLD) }
    }

    /// The selected row, where the focus is.
    #[must_use]
    pub fn selected(self) -> Style {
        self.selected
    }

    /// The selected row of a pane without focus.
    #[must_use]
    pub fn selected_elsewhere(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The frame of a pane.
    #[must_use]
    pub fn frame(self, focused: bool) -> Style {
        if focused { self.accent } else { self.dim }
    }
}

#[cfg(test)]
mod tests;
