//! Settings: the user's config file, the environment and the defaults, as one struct; and where things are kept.
//!
//! The config file belongs to the user and is never written. The program writes only to its data folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use directories::ProjectDirs;
use serde::{Deserialize, Deserializer};

use crate::i18n::Lang;
use crate::kept;

/// How much the program is willing to read. Above a limit it stops with a clear error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// Data rows of one sheet or text file.
    pub rows: u32,
    /// Bytes of one cell.
    pub cell_bytes: usize,
    /// Bytes of a workbook once unpacked (a small file can unpack to a huge one).
    pub unpacked_bytes: u64,
    /// Bytes of a file that can only be read whole (.xls, .ods).
    pub whole_file_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { rows: 5_000_000, cell_bytes: 1 << 20, unpacked_bytes: 2 << 30, whole_file_bytes: 64 << 20 }
    }
}

/// The looks of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// The terminal's own 16 colours.
    #[default]
    Auto,
    /// The same, for a light background.
    AutoLight,
    /// Dark.
    Dark,
    /// Light.
    Light,
    /// As much contrast as there is.
    Contrast,
    /// For those who do not tell red from green.
    Deuteranopia,
    /// For those who do not tell blue from yellow.
    Tritanopia,
    /// No colours.
    Mono,
}

impl ThemeName {
    /// All of them, in the order of the menu.
    pub const ALL: [ThemeName; 8] = [
        ThemeName::Auto,
        ThemeName::AutoLight,
        ThemeName::Dark,
        ThemeName::Light,
        ThemeName::Contrast,
        ThemeName::Deuteranopia,
        ThemeName::Tritanopia,
        ThemeName::Mono,
    ];
}

impl std::fmt::Display for ThemeName {
    /// As it is written in the config file.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            ThemeName::Auto => "auto",
            ThemeName::AutoLight => "auto-light",
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::Contrast => "contrast",
            ThemeName::Deuteranopia => "deuteranopia",
            ThemeName::Tritanopia => "tritanopia",
            ThemeName::Mono => "mono",
        })
    }
}

impl std::str::FromStr for ThemeName {
    type Err = ();

    fn from_str(name: &str) -> Result<ThemeName, ()> {
        ThemeName::ALL.into_iter().find(|theme| theme.to_string() == name).ok_or(())
    }
}

/// Whether a terminal that describes itself so (`COLORFGBG`, letters;background) has a light background.
#[must_use]
pub fn light_terminal(colorfgbg: Option<&str>) -> bool {
    let background = colorfgbg.and_then(|said| said.rsplit(';').next()).and_then(|n| n.parse::<u8>().ok());
    matches!(background, Some(7 | 9..=15))
}

/// When the program uses colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never: marks and bold text only.
    Never,
}

impl Color {
    /// Whether to use colour, given the environment. `terminal`: the output is one.
    #[must_use]
    pub fn enabled(self, terminal: bool) -> bool {
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
                terminal && !no_color && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
            }
        }
    }
}

/// Which customers a company sells to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Customers {
    /// Large ones.
    Enterprise,
    /// Small and middle ones.
    Smb,
}

/// Days that people need to prepare for a renewal, where nothing else is said.
pub const PREPARATION_DAYS: u32 = 30;

/// A day, with or without quotation marks.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = match toml::Value::deserialize(deserializer)? {
        toml::Value::String(text) => text,
        toml::Value::Datetime(day) => day.to_string(),
        other => other.to_string(),
    };
    let wrong = |_| serde::de::Error::custom(format!("\"{written}\" is no date: 2021-03-01"));
    written.parse().map(Some).map_err(wrong)
}

/// The user's settings. Every key is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// `language = "fr"`: of the program; otherwise the system's.
    pub language: Option<Lang>,
    /// `color = "never"`
    pub color: Color,
    /// `theme = "light"`
    pub theme: Option<ThemeName>,
    /// `mouse = false`: leave the mouse to the terminal.
    pub mouse: Option<bool>,
    /// `company = "..."`: the name to show instead of the one found in the file.
    pub company: Option<String>,
    /// `catalog = "rules"`: rules of one's own, a file or a folder of .toml files. A relative path begins at the folder of
    /// the config file.
    pub catalog: Option<PathBuf>,
    /// `preparation-days = 30`: how many days people need to prepare for a renewal or an exam.
    pub preparation_days: Option<u32>,
    /// `move-date = 2021-03-01`: the company's move from PMC to Partner Center, unless one is entered in the program (R7).
    #[serde(deserialize_with = "day")]
    pub move_date: Option<NaiveDate>,
    /// `track = "smb"`: the track of designations, unless one is entered in the program.
    pub track: Option<Customers>,
    /// `[limits]`
    pub limits: Limits,
    /// `[keys]`: `sort = "x"` or `sort = ["x", "Ctrl-t"]`, all keys of a command.
    pub keys: BTreeMap<String, OneOrMore>,
}

/// A text, or a list of texts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// `"x"`
    One(String),
    /// `["x", "y"]`
    More(Vec<String>),
}

/// A config file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct ConfigError {
    /// The file.
    pub path: String,
    /// What is wrong in it, with line and key.
    pub reason: String,
}

impl Config {
    /// Reads the config file named by `SKILLDECK_CONFIG`, else the one in the platform's place if there is one.
    ///
    /// # Errors
    /// When the file exists and cannot be read or has a key or value that is not known.
    pub fn load() -> Result<Config, ConfigError> {
        let Some(path) = config_file() else { return Ok(Config::default()) };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && std::env::var_os("SKILLDECK_CONFIG").is_none() => {
                return Ok(Config::default());
            }
            Err(e) => return Err(ConfigError { path: path.display().to_string(), reason: e.to_string() }),
        };
        Config::parse(&text, &path)
    }

    /// Reads settings from TOML text; `path` is named in the error.
    ///
    /// # Errors
    /// See [`Config::load`].
    pub fn parse(text: &str, path: &Path) -> Result<Config, ConfigError> {
        let config: Config = toml::from_str(text).map_err(|e| {
            let line = e.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            ConfigError { path: path.display().to_string(), reason: format!("line {line}: {}", e.message()) }
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Ok(Config { catalog: config.catalog.map(|own| folder.join(own)), ..config })
    }

    /// Days that people need to prepare.
    #[must_use]
    pub fn preparation(&self) -> u32 {
        self.preparation_days.unwrap_or(PREPARATION_DAYS)
    }

    /// The keys that the user gave to commands.
    #[must_use]
    pub fn key_changes(&self) -> BTreeMap<String, Vec<String>> {
        let list = |keys: &OneOrMore| match keys {
            OneOrMore::One(key) => vec![key.clone()],
            OneOrMore::More(keys) => keys.clone(),
        };
        self.keys.iter().map(|(id, keys)| (id.clone(), list(keys))).collect()
    }

    /// The language to use: the one that was said, else the system's.
    #[must_use]
    pub fn lang(&self, asked: Option<Lang>) -> Lang {
        self.said_lang(asked).unwrap_or_else(Lang::of_system)
    }

    /// The language that the user said: `asked` for, else `SKILLDECK_LANG`, else the config file's.
    #[must_use]
    pub fn said_lang(&self, asked: Option<Lang>) -> Option<Lang> {
        let env = std::env::var("SKILLDECK_LANG").ok().and_then(|tag| tag.parse().ok());
        asked.or(env).or(self.language)
    }
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "skilldeck")
}

/// Where the config file is looked for.
#[must_use]
pub fn config_file() -> Option<PathBuf> {
    match std::env::var_os("SKILLDECK_CONFIG") {
        Some(path) => Some(PathBuf::from(path)),
        None => project().map(|dirs| dirs.config_dir().join("config.toml")),
    }
}

/// The folder in which a user's own texts of letters are looked for: beside the config file.
#[must_use]
pub fn letters_folder() -> Option<PathBuf> {
    config_file().map(|file| file.parent().unwrap_or(Path::new("")).join("letters"))
}

/// The folder the program may write to: `SKILLDECK_DATA_DIR`, else the platform's place.
#[must_use]
pub fn data_dir() -> Option<PathBuf> {
    match std::env::var_os("SKILLDECK_DATA_DIR") {
        Some(path) => Some(PathBuf::from(path)),
        None => project().map(|dirs| dirs.data_dir().to_path_buf()),
    }
}

/// Replaces a file of the data folder whole: it holds the old text or the new one, never half of each.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    kept::replace(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn every_key_is_read() {
        let text = "language = \"fr\"\ncolor = \"never\"\ntheme = \"auto-light\"\nmouse = false\ncompany = \"Contoso\"\ncatalog = \"rules\"\npreparation-days = 45\nmove-date = 2021-03-01\ntrack = \"smb\"\n[limits]\nrows = 10\nwhole-file-bytes = 5\n[keys]\nsort = \"x\"\nfilter = [\"/\", \"Ctrl-f\"]\n";
        let config = Config::parse(text, Path::new("settings/config.toml")).unwrap();
        assert_eq!(config.catalog, Some(PathBuf::from("settings/rules")));
        assert_eq!(config.language, Some(Lang::Fr));
        assert_eq!((config.preparation(), config.track), (45, Some(Customers::Smb)));
        assert_eq!(config.move_date, NaiveDate::from_ymd_opt(2021, 3, 1));
        assert_eq!(config.color, Color::Never);
        assert_eq!(config.theme, Some(ThemeName::AutoLight));
        assert_eq!(config.mouse, Some(false));
        assert_eq!(config.limits.rows, 10);
        assert_eq!(config.limits.cell_bytes, Limits::default().cell_bytes);
        assert_eq!(config.key_changes()["sort"], ["x"]);
        assert_eq!(config.key_changes()["filter"], ["/", "Ctrl-f"]);
    }

    #[rstest]
    #[case("move-date = \"2021-03-01\"", Some("2021-03-01"))]
    #[case("move-date = 2021-03-01", Some("2021-03-01"))]
    #[case("", None)]
    fn a_day_is_written_with_or_without_quotation_marks(#[case] text: &str, #[case] day: Option<&str>) {
        let config = Config::parse(text, Path::new("config.toml")).unwrap();
        assert_eq!((config.move_date.map(|d| d.to_string()).as_deref(), config.preparation()), (day, 30));
    }

    #[rstest]
    #[case("move-date = \"soon\"", "soon")]
    #[case("move-date = 7", "7")]
    #[case("track = \"big\"", "smb")]
    #[case("preparation-days = -1", "-1")]
    fn what_is_no_setting_is_said(#[case] text: &str, #[case] named: &str) {
        let error = Config::parse(text, Path::new("config.toml")).unwrap_err().to_string();
        assert!(error.contains("line 1") && error.contains(named), "{error}");
    }

    #[test]
    fn a_mistake_is_named_with_file_line_and_key() {
        let error = Config::parse("mouse = true\n\nlangauge = \"fr\"\n", Path::new("my/config.toml")).unwrap_err().to_string();
        assert!(error.contains("my/config.toml") && error.contains("line 3") && error.contains("langauge"), "{error}");
    }

    #[rstest]
    #[case(Some("15;0"), false)]
    #[case(Some("0;15"), true)]
    #[case(Some("0;default;15"), true)]
    #[case(Some("12;8"), false)]
    #[case(Some("dark"), false)]
    #[case(None, false)]
    fn the_background_is_told_by_the_terminal(#[case] said: Option<&str>, #[case] light: bool) {
        assert_eq!(light_terminal(said), light);
    }

    #[test]
    fn what_is_asked_for_wins() {
        let config = Config { language: Some(Lang::En), ..Config::default() };
        assert_eq!(config.lang(Some(Lang::Fr)), Lang::Fr);
    }
}
