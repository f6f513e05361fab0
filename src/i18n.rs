//! Every word that a person sees, in English and French: Fluent messages, dates and numbers.

mod typed;

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// All languages, in the order in which `L` walks through them.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// Two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language of the system, English where it is neither.
    #[must_use]
    pub fn of_system() -> Lang {
        sys_locale::get_locales().find_map(|tag| tag.parse().ok()).unwrap_or(Lang::En)
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(tag: &str) -> Result<Lang, ()> {
        match tag.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("en") => Ok(Lang::En),
            Some("fr") => Ok(Lang::Fr),
            _ => Err(()),
        }
    }
}

const EN: &[&str] = &[
    include_str!("../assets/locales/en/report.ftl"),
    include_str!("../assets/locales/en/cli.ftl"),
    include_str!("../assets/locales/en/catalog.ftl"),
    include_str!("../assets/locales/en/standing.ftl"),
    include_str!("../assets/locales/en/findings.ftl"),
    include_str!("../assets/locales/en/kept.ftl"),
    include_str!("../assets/locales/en/entered.ftl"),
    include_str!("../assets/locales/en/checklists.ftl"),
    include_str!("../assets/locales/en/cases.ftl"),
    include_str!("../assets/locales/en/lists.ftl"),
    include_str!("../assets/locales/en/forms.ftl"),
    include_str!("../assets/locales/en/letters.ftl"),
    include_str!("../assets/locales/en/tui.ftl"),
];
const FR: &[&str] = &[
    include_str!("../assets/locales/fr/report.ftl"),
    include_str!("../assets/locales/fr/cli.ftl"),
    include_str!("../assets/locales/fr/catalog.ftl"),
    include_str!("../assets/locales/fr/standing.ftl"),
    include_str!("../assets/locales/fr/findings.ftl"),
    include_str!("../assets/locales/fr/kept.ftl"),
    include_str!("../assets/locales/fr/entered.ftl"),
    include_str!("../assets/locales/fr/checklists.ftl"),
    include_str!("../assets/locales/fr/cases.ftl"),
    include_str!("../assets/locales/fr/lists.ftl"),
    include_str!("../assets/locales/fr/forms.ftl"),
    include_str!("../assets/locales/fr/letters.ftl"),
    include_str!("../assets/locales/fr/tui.ftl"),
];

/// The messages of one language. Cheap to clone.
#[derive(Clone)]
pub struct Texts {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Texts").field(&self.lang).finish()
    }
}

/// A value put into a message.
pub type Arg<'a> = FluentValue<'a>;

impl Texts {
    /// Loads the messages of a language; English stands behind it for a message that should be missing.
    #[must_use]
    pub fn new(lang: Lang) -> Texts {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Without this, columns and copies get invisible characters.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| format_number(value, Lang::En),
            Lang::Fr => |value, _| format_number(value, Lang::Fr),
        }));
        let own = if lang == Lang::Fr { FR } else { EN };
        for source in EN.iter().chain(own) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Texts { lang, bundle: Arc::new(bundle) }
    }

    /// The language of these texts.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this name.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without values. An unknown key is shown in brackets rather than hidden.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with values.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return format!("⟦{key}⟧");
        };
        let args: FluentArgs = args.iter().map(|(k, v)| (Cow::Borrowed(*k), v.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// The rules the program goes by (`R7`), in the language's own words, as Markdown.
    #[must_use]
    pub fn rules(&self) -> &'static str {
        match self.lang {
            Lang::En => include_str!("../assets/rules.md"),
            Lang::Fr => include_str!("../assets/rules.fr.md"),
        }
    }

    /// A whole number with the language's digit groups: `12,345`, `12 345`.
    #[must_use]
    pub fn number(&self, value: usize) -> String {
        grouped(&value.to_string(), self.lang)
    }

    /// A number with up to two decimals: `7.5`, `7,5`.
    #[must_use]
    pub fn decimal(&self, value: f64) -> String {
        let digits = format!("{value:.2}");
        let digits = grouped(digits.trim_end_matches('0').trim_end_matches('.'), self.lang);
        if self.lang == Lang::Fr { digits.replace('.', ",") } else { digits }
    }

    /// A date in words: `15 Sep 2026`, `15 sept. 2026`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// A date without its year: `15 Sep`, `15 sept.`.
    #[must_use]
    pub fn day_and_month(&self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month(date.month()))
    }

    /// A date for a column, always of one width: `15 Sep 2026`, `15/09/2026`.
    #[must_use]
    pub fn date_column(&self, date: NaiveDate) -> String {
        match self.lang {
            Lang::En => format!("{:02} {} {}", date.day(), self.month(date.month()), date.year()),
            Lang::Fr => date.format("%d/%m/%Y").to_string(),
        }
    }

    /// The short name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, month: u32) -> &'static str {
        self::month(self.lang, month)
    }
}

fn month(lang: Lang, month: u32) -> &'static str {
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const FR: [&str; 12] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    let names = if lang == Lang::Fr { FR } else { EN };
    names[(month.clamp(1, 12) - 1) as usize]
}

fn format_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), lang)),
        _ => None,
    }
}

/// Puts the language's separator between groups of three digits of a plain decimal number.
fn grouped(digits: &str, lang: Lang) -> String {
    let separator = if lang == Lang::Fr { '\u{202f}' } else { ',' };
    let whole = digits.split('.').next().unwrap_or(digits);
    let mut out = String::with_capacity(digits.len() + 4);
    for (index, c) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left.is_multiple_of(3) && !out.ends_with('-') {
            out.push(separator);
        }
        out.push(c);
    }
    out + &digits[whole.len()..]
}

/// `tr!(texts, "key")` or `tr!(texts, "key", name = value, ...)`: one message of a language.
#[macro_export]
macro_rules! tr {
    ($texts:expr, $key:expr) => { $texts.get($key) };
    ($texts:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $texts.with($key, &[$((stringify!($name), $crate::i18n::Arg::from($value))),+])
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Lang::En, 1_234_567, "1,234,567")]
    #[case(Lang::En, 999, "999")]
    #[case(Lang::Fr, 12_345, "12\u{202f}345")]
    fn numbers_are_grouped(#[case] lang: Lang, #[case] number: usize, #[case] shown: &str) {
        assert_eq!(Texts::new(lang).number(number), shown);
    }

    #[test]
    fn dates_follow_the_language() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 5).unwrap();
        assert_eq!(Texts::new(Lang::En).date(date), "5 Sep 2026");
        assert_eq!(Texts::new(Lang::Fr).date(date), "5 sept. 2026");
        assert_eq!(Texts::new(Lang::Fr).date_column(date), "05/09/2026");
    }

    #[rstest]
    #[case("fr-CA", Ok(Lang::Fr))]
    #[case("EN_us.UTF-8", Ok(Lang::En))]
    #[case("de", Err(()))]
    #[case("", Err(()))]
    fn language_tags(#[case] tag: &str, #[case] lang: Result<Lang, ()>) {
        assert_eq!(tag.parse::<Lang>(), lang);
    }
}
