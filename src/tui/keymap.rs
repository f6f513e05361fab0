//! Keys and their names. A key is a character or a named key with Ctrl or Alt; Shift is part of the character, because
//! terminals differ in what they report for `?`, `$` or `G`.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// Characters and named keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character as typed.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter
    Enter,
    /// Escape
    Esc,
    /// Tab
    Tab,
    /// Shift-Tab
    BackTab,
    /// Backspace
    Backspace,
    /// Delete
    Delete,
    /// Arrow
    Up,
    /// Arrow
    Down,
    /// Arrow
    Left,
    /// Arrow
    Right,
    /// Home
    Home,
    /// End
    End,
    /// Page up
    PageUp,
    /// Page down
    PageDown,
}

/// The named keys, as they are written in the command table and shown to people.
const NAMES: [(&str, Code); 14] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
];

impl std::fmt::Display for Key {
    /// As [`Key::parse`] reads it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.ctrl { "Ctrl-" } else { "" })?;
        f.write_str(if self.alt { "Alt-" } else { "" })?;
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            code => f.write_str(NAMES.iter().find(|(_, c)| *c == code).map_or("", |(name, _)| name)),
        }
    }
}

impl Code {
    /// With Ctrl the case of a letter means nothing.
    fn without_case(self) -> Code {
        if let Code::Char(c) = self { Code::Char(c.to_ascii_lowercase()) } else { self }
    }
}

impl Key {
    /// A character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Key {
        Key { code: Code::Char(c), ctrl: false, alt: false }
    }

    /// A named key without modifiers.
    #[must_use]
    pub const fn named(code: Code) -> Key {
        Key { code, ctrl: false, alt: false }
    }

    /// The key of a terminal event; `None` for releases and keys that are not used.
    #[must_use]
    pub fn of_event(event: KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let code = match event.code {
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::F(n) => Code::F(n),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
            KeyCode::Tab => Code::Tab,
            KeyCode::BackTab => Code::BackTab,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            _ => return None,
        };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = if ctrl { code.without_case() } else { code };
        // AltGr arrives as Ctrl+Alt on Windows and makes characters.
        let alt_gr = ctrl && event.modifiers.contains(KeyModifiers::ALT) && matches!(code, Code::Char(_));
        Some(Key { code, ctrl: ctrl && !alt_gr, alt: event.modifiers.contains(KeyModifiers::ALT) && !alt_gr })
    }

    /// Reads a key as it is written in the command table: `j`, `Ctrl-d`, `F1`, `PgDn`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Key> {
        if let Some(rest) = text.strip_prefix("Ctrl-").filter(|r| !r.is_empty()) {
            return Key::parse(rest).map(|k| Key { code: k.code.without_case(), ctrl: true, ..k });
        }
        if let Some(rest) = text.strip_prefix("Alt-").filter(|r| !r.is_empty()) {
            return Key::parse(rest).map(|k| Key { alt: true, ..k });
        }
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Some(Key::named(*code));
        }
        if text == "Space" {
            return Some(Key::char(' '));
        }
        if let Some(n) = text.strip_prefix('F').and_then(|n| n.parse().ok()) {
            return Some(Key::named(Code::F(n)));
        }
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Some(Key::char(c)),
            _ => None,
        }
    }
}

/// Reads a sequence of keys: `g g`.
#[must_use]
pub fn parse_sequence(text: &str) -> Option<Vec<Key>> {
    text.split(' ').map(Key::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("j", Key::char('j'))]
    #[case("Ctrl-d", Key { code: Code::Char('d'), ctrl: true, alt: false })]
    #[case("F1", Key::named(Code::F(1)))]
    #[case("F", Key::char('F'))]
    #[case("PgDn", Key::named(Code::PageDown))]
    #[case("Ctrl-PgUp", Key { code: Code::PageUp, ctrl: true, alt: false })]
    #[case("-", Key::char('-'))]
    fn keys_are_read(#[case] text: &str, #[case] key: Key) {
        assert_eq!(Key::parse(text), Some(key));
        assert_eq!(key.to_string(), text);
    }

    #[rstest]
    #[case("Ctrl-D", "Ctrl-d")]
    #[case("Alt-Ctrl-T", "Alt-Ctrl-t")]
    #[case("Ctrl-F5", "Ctrl-F5")]
    fn with_ctrl_the_case_of_a_letter_means_nothing(#[case] text: &str, #[case] same: &str) {
        assert_eq!(Key::parse(text), Key::parse(same));
    }

    #[test]
    fn releases_are_no_presses_and_shift_is_part_of_the_character() {
        let event = |kind, modifiers| KeyEvent { code: KeyCode::Char('?'), modifiers, kind, state: crossterm::event::KeyEventState::NONE };
        assert_eq!(Key::of_event(event(KeyEventKind::Release, KeyModifiers::NONE)), None);
        assert_eq!(Key::of_event(event(KeyEventKind::Press, KeyModifiers::SHIFT)), Some(Key::char('?')));
        assert_eq!(Key::of_event(event(KeyEventKind::Press, KeyModifiers::NONE)), Some(Key::char('?')));
    }
}
