//! Styles by what they mean. The default theme uses the terminal's own 16 colours, so it follows light and dark; without
//! colour everything is told by marks, bold and reverse text.

use ratatui::style::{Color, Modifier, Style};

/// The styles of the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    color: bool,
}

impl Theme {
    /// The theme, with or without colour.
    #[must_use]
    pub fn new(color: bool) -> Theme {
        Theme { color }
    }

    fn hue(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }

    /// Plain text.
    #[must_use]
    pub fn text(self) -> Style {
        Style::new()
    }

    /// What is beside the point.
    #[must_use]
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent: bars, focused frames, the open tab.
    #[must_use]
    pub fn accent(self) -> Style {
        self.hue(Color::Cyan)
    }

    /// Headings.
    #[must_use]
    pub fn heading(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// All is well.
    #[must_use]
    pub fn good(self) -> Style {
        self.hue(Color::Green)
    }

    /// Something to settle.
    #[must_use]
    pub fn bad(self) -> Style {
        self.hue(Color::Red)
    }

    /// Something to look at.
    #[must_use]
    pub fn warn(self) -> Style {
        self.hue(Color::Magenta)
    }

    /// A key in a hint.
    #[must_use]
    pub fn key(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// Letters that a filter found.
    #[must_use]
    pub fn found(self) -> Style {
        self.hue(Color::Magenta).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The selected row, where the focus is.
    #[must_use]
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// The selected row of a pane without focus.
    #[must_use]
    pub fn selected_elsewhere(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The frame of a pane.
    #[must_use]
    pub fn frame(self, focused: bool) -> Style {
        if focused { self.accent() } else { self.dim() }
    }
}
