//! What can be typed behind `letters`.

use clap::ValueEnum;

use crate::export::letters::{Kind, LetterLang};

/// Which letters are written, and how.
#[derive(Clone, Debug, clap::Args)]
pub struct LettersArgs {
    /// Files or folders; `-` is csv or tsv on standard input.
    #[arg(required_unless_present = "templates", value_name = "FILE")]
    pub files: Vec<String>,
    /// A filter of the filter language.
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// One person.
    #[arg(long, value_name = "WHO", conflicts_with = "filter")]
    pub user: Option<String>,
    /// What the letters are for.
    #[arg(long, value_enum, default_value_t = LetterKind::Settle, value_name = "NAME", hide_default_value = true, hide_possible_values = true)]
    pub kind: LetterKind,
    /// All of them in one language.
    #[arg(long, value_name = "LANG", value_parser = parse_letter_lang)]
    pub letter_lang: Option<LetterLang>,
    /// Where to write the texts that come with the program.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["files", "filter", "user"])]
    pub templates: Option<String>,
}

/// What letters are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LetterKind {
    /// What people can settle.
    Settle,
    /// Their skills.
    Confirm,
    /// What can be renewed.
    Renewal,
}

impl From<LetterKind> for Kind {
    fn from(arg: LetterKind) -> Kind {
        match arg {
            LetterKind::Settle => Kind::Settle,
            LetterKind::Confirm => Kind::Confirm,
            LetterKind::Renewal => Kind::Renewal,
        }
    }
}

fn parse_letter_lang(tag: &str) -> Result<LetterLang, String> {
    tag.parse().map_err(|()| "en, fr, de".to_owned())
}
