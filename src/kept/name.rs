//! Names of files.

use crate::text;

/// A file name may be longer, but not much on some systems.
const MOST_NAME: usize = 80;

/// What somebody is called, fit for a file name on every system, without an ending.
#[must_use]
pub fn file_name(key: &str) -> String {
    let folded = text::fold(&text::clean(key));
    let mut name = String::new();
    let mut rest = folded.chars().peekable();
    while let Some(c) = rest.next() {
        // The dot of a domain, but none at an end.
        let inside = c == '.' && name.ends_with(char::is_alphanumeric) && rest.peek().is_some_and(|n| n.is_alphanumeric());
        if c.is_alphanumeric() || inside {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let mut name = name.trim_end_matches('-').to_owned();
    if name.len() > MOST_NAME {
        // What is cut off still tells two long names apart.
        let hash = folded.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        let end = (0..=MOST_NAME - 17).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
        name = format!("{}-{hash:016x}", &name[..end]);
    }
    // Windows keeps these for devices, whatever comes behind a dot.
    let stem = name.split('.').next().unwrap_or_default();
    let numbered = |device: &str| stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    if name.is_empty() || ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt") {
        name.insert_str(0, if name.is_empty() { "company" } else { "company-" });
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Contoso, Ltd", "contoso-ltd")]
    #[case("contoso.example", "contoso.example")]
    #[case("Société Générale d’Ailleurs", "societe-generale-d-ailleurs")]
    #[case("../../etc/passwd", "etc-passwd")]
    #[case("..", "company")]
    #[case("", "company")]
    #[case("CON", "company-con")]
    #[case("com1.example", "company-com1.example")]
    #[case("a\u{202e}b\\c:d*", "ab-c-d")]
    #[case("株式会社", "株式会社")]
    fn a_company_makes_a_file_name(#[case] key: &str, #[case] name: &str) {
        assert_eq!(file_name(key), name);
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let long = "é".repeat(200);
        let (one, other) = (file_name(&format!("{long}1")), file_name(&format!("{long}2")));
        assert!(one.len() <= MOST_NAME && one != other, "{one} {other}");
    }
}
