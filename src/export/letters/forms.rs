//! A letter as a `mailto:` address and as a draft that mail programs open.

use std::collections::HashSet;

use mail_builder::MessageBuilder;
use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Letter;
use crate::i18n::Texts;
use crate::{text, tr};

/// Characters of a `mailto:` address that every system passes on whole.
pub const MAILTO_ROOM: usize = 2_000;

/// Everything but what RFC 3986 calls unreserved: no mail program takes anything else for a sign of its own.
const IN_A_VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The `@` of an address stays (RFC 6068).
const IN_AN_ADDRESS: &AsciiSet = &IN_A_VALUE.remove(b'@');

/// Why there is no `mailto:` address of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMailto {
    /// The person has no address.
    NoAddress,
    /// The letter is longer than what every system passes on.
    TooLong {
        /// Characters that it would have.
        length: usize,
    },
}

impl NoMailto {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            NoMailto::NoAddress => "no-address",
            NoMailto::TooLong { .. } => "too-long",
        }
    }

    /// Why, in the user's language.
    #[must_use]
    pub fn message(self, texts: &Texts) -> String {
        match self {
            NoMailto::NoAddress => texts.get("letters-no-address"),
            NoMailto::TooLong { length } => tr!(texts, "letters-mailto-too-long", length = length, room = MAILTO_ROOM),
        }
    }
}

/// A letter as a `mailto:` address (RFC 6068), which opens a new message in the mail program.
///
/// # Errors
/// When the person has no address, or the letter is too long for one.
pub fn mailto(letter: &Letter) -> Result<String, NoMailto> {
    let address = letter.to.address.as_deref().ok_or(NoMailto::NoAddress)?;
    let text = letter.text.trim_end().replace('\n', "\r\n");
    let value = |said: &str| utf8_percent_encode(said, IN_A_VALUE).to_string();
    let address = utf8_percent_encode(address, IN_AN_ADDRESS);
    let url = format!("mailto:{address}?subject={}&body={}", value(&letter.subject), value(&text));
    if url.len() > MAILTO_ROOM { Err(NoMailto::TooLong { length: url.len() }) } else { Ok(url) }
}

/// A letter as a draft (`.eml`): mail programs open it as a message that is still to be sent, from whoever opens it. It has
/// neither date nor id: those are of the sending.
///
/// # Errors
/// None that can happen in memory.
pub fn eml(letter: &Letter) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut header = |name: &str, value: &dyn Fn(&mut Vec<u8>, usize)| {
        out.extend_from_slice(format!("{name}: ").as_bytes());
        value(&mut out, name.len() + 2);
    };
    if let Some(address) = &letter.to.address {
        let name = Some(letter.to.name.as_str()).filter(|name| !name.is_empty());
        header("To", &|out, column| Address::new_address(name, address.as_str()).write_header(out, column));
    }
    header("Subject", &|out, column| Text::new(letter.subject.as_str()).write_header(out, column));
    header("X-Unsent", &|out, column| Raw::new("1").write_header(out, column));
    header("Content-Language", &|out, column| Raw::new(letter.lang.code()).write_header(out, column));
    header("MIME-Version", &|out, column| Raw::new("1.0").write_header(out, column));
    let text = letter.text.replace('\n', "\r\n");
    MessageBuilder::new().text_body(text).write_body(&mut out)?;
    Ok(out)
}

/// Names of devices that Windows keeps for itself, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Letters of a file's name before its number and ending.
const LONGEST: usize = 60;

/// A file for each letter, named after the person and no two alike: `ana-roy.eml`, `ana-roy-2.eml`.
#[must_use]
pub fn file_names(letters: &[Letter]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let name = |letter: &Letter| {
        let stem = stem(letter);
        let numbered = (1u32..).map(|number| if number == 1 { format!("{stem}.eml") } else { format!("{stem}-{number}.eml") });
        let free = numbered.into_iter().find(|name| taken.insert(name.clone()));
        free.unwrap_or_default()
    };
    letters.iter().map(name).collect()
}

fn stem(letter: &Letter) -> String {
    let of_name = slug(&letter.to.name);
    let of_address = || slug(letter.to.address.as_deref().and_then(|address| address.split('@').next()).unwrap_or_default());
    let of_mcid = || slug(letter.to.mcids.first().map_or("", String::as_str));
    let found = std::iter::once(of_name).chain(std::iter::once_with(of_address)).chain(std::iter::once_with(of_mcid));
    let stem = found.into_iter().find(|slug| !slug.is_empty()).unwrap_or_else(|| "letter".to_owned());
    let is_device = DEVICES.contains(&stem.as_str()) || stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    if is_device { format!("{stem}-") } else { stem }
}

/// Letters and digits of any script, in lower case, with hyphens between the words: safe on every file system.
pub(in crate::export) fn slug(name: &str) -> String {
    let folded = text::fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut out = String::new();
    for c in words.collect::<Vec<_>>().join("-").chars() {
        // File systems count bytes.
        if out.len() + c.len_utf8() > LONGEST {
            break;
        }
        out.push(c);
    }
    out.trim_matches('-').to_owned()
}
