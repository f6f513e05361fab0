//! A text with places to fill in: `Hello {name},`.

/// What is filled in, by name.
pub type Values<'v> = [(&'v str, String)];

/// A text with places to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Said(String),
    Place(String),
}

/// A text that is no pattern: a brace is open, or closes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneBrace;

impl Pattern {
    /// Takes a text apart. A brace itself is written twice.
    ///
    /// # Errors
    /// When a brace has no other.
    pub fn parse(text: &str) -> Result<Pattern, LoneBrace> {
        let mut pieces = Vec::new();
        let mut said = String::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '{' | '}' if chars.peek() == Some(&c) => {
                    chars.next();
                    said.push(c);
                }
                '{' => {
                    let mut name = String::new();
                    loop {
                        match chars.next() {
                            Some('}') => break,
                            None | Some('{') => return Err(LoneBrace),
                            Some(c) => name.push(c),
                        }
                    }
                    if !said.is_empty() {
                        pieces.push(Piece::Said(std::mem::take(&mut said)));
                    }
                    pieces.push(Piece::Place(name.trim().to_owned()));
                }
                '}' => return Err(LoneBrace),
                c => said.push(c),
            }
        }
        if !said.is_empty() {
            pieces.push(Piece::Said(said));
        }
        Ok(Pattern(pieces))
    }

    /// The names of its places, in their order.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| if let Piece::Place(name) = piece { Some(name.as_str()) } else { None })
    }

    /// Whether it has places, and nothing to fill into any of them.
    #[must_use]
    pub fn has_nothing_to_fill_in(&self, values: &Values<'_>) -> bool {
        let is_nothing = |name: &str| values.iter().all(|(known, value)| *known != name || value.is_empty());
        self.places().next().is_some() && self.places().all(is_nothing)
    }

    /// The text with everything filled in. What is filled in is not looked through again: braces in a name are braces.
    #[must_use]
    pub fn fill(&self, values: &Values<'_>) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Said(said) => said.clone(),
            Piece::Place(name) => values.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default(),
        };
        self.0.iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("Hello {name},", "Hello Ana {name},")]
    #[case("{{name}} { name }", "{name} Ana {name}")]
    #[case("{other}!", "!")]
    #[case("", "")]
    fn places_are_filled_in(#[case] text: &str, #[case] filled: &str) {
        let values = [("name", "Ana {name}".to_owned())];
        assert_eq!(Pattern::parse(text).map(|pattern| pattern.fill(&values)), Ok(filled.to_owned()));
    }

    #[rstest]
    #[case("Hello {name")]
    #[case("Hello name}")]
    #[case("Hello {na{me}}")]
    fn a_lone_brace_is_refused(#[case] text: &str) {
        assert_eq!(Pattern::parse(text), Err(LoneBrace));
    }

    #[test]
    fn a_line_without_its_value_has_nothing_to_say() {
        let empty = [("company", String::new())];
        assert!(Pattern::parse("{company}").unwrap().has_nothing_to_fill_in(&empty));
        assert!(!Pattern::parse("Kind regards").unwrap().has_nothing_to_fill_in(&empty));
        assert!(!Pattern::parse("{company}").unwrap().has_nothing_to_fill_in(&[("company", "Contoso".to_owned())]));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-z{} é]{0,20}") {
            if let Ok(pattern) = Pattern::parse(&text) {
                prop_assert!(pattern.fill(&[]).len() <= text.len());
            }
        }

        #[test]
        fn text_with_doubled_braces_comes_back(text in "[a-z{} é]{0,20}") {
            let doubled = text.replace('{', "{{").replace('}', "}}");
            prop_assert_eq!(Pattern::parse(&doubled).map(|pattern| pattern.fill(&[])), Ok(text));
        }
    }
}
