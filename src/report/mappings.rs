//! Column mappings made by hand, remembered per header row in the data folder.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::columns::Mapping;
use super::vocabulary::normalise;
use crate::config;

/// Mappings by header row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    #[serde(default)]
    schema: u32,
    /// Normalised headings joined by a separator → field name → heading.
    #[serde(default)]
    mappings: BTreeMap<String, BTreeMap<String, String>>,
}

fn key(headers: &[String]) -> String {
    let mut words: Vec<String> = headers.iter().map(|h| normalise(h)).collect();
    while words.last().is_some_and(String::is_empty) {
        words.pop();
    }
    words.join("\u{1f}")
}

/// The file in the data folder.
#[must_use]
pub fn file() -> Option<PathBuf> {
    config::data_dir().map(|dir| dir.join("columns.json"))
}

impl Remembered {
    /// Reads what is remembered; nothing if there is nothing or it cannot be read.
    #[must_use]
    pub fn load() -> Remembered {
        file().and_then(|path| std::fs::read(path).ok()).and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// The mappings of a header row.
    #[must_use]
    pub fn of(&self, headers: &[String]) -> Vec<Mapping> {
        if self.mappings.is_empty() {
            return Vec::new();
        }
        let found = self.mappings.get(&key(headers)).into_iter().flatten();
        found.filter_map(|(field, header)| Some((field.parse().ok()?, header.clone()))).collect()
    }

    /// Remembers the mappings of a header row; none forgets it.
    pub fn set(&mut self, headers: &[String], mappings: &[Mapping]) {
        self.schema = 1;
        if mappings.is_empty() {
            self.mappings.remove(&key(headers));
        } else {
            let entry = mappings.iter().map(|(field, header)| (field.name().to_owned(), header.clone())).collect();
            self.mappings.insert(key(headers), entry);
        }
    }

    /// Writes them to the data folder. A file there that cannot be understood is kept beside it as `columns.json.bad`.
    ///
    /// # Errors
    /// When there is no such folder or it cannot be written.
    pub fn save(&self) -> std::io::Result<()> {
        let path = file().ok_or_else(|| std::io::Error::other("no data folder"))?;
        let damaged = std::fs::read(&path).is_ok_and(|bytes| serde_json::from_slice::<Remembered>(&bytes).is_err());
        if damaged {
            std::fs::rename(&path, path.with_extension("json.bad"))?;
        }
        config::write_atomically(&path, &serde_json::to_vec_pretty(self)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::field::Field;

    #[test]
    fn a_mapping_belongs_to_its_header_row() {
        let headers: Vec<String> = ["ID", "Mail", ""].map(str::to_owned).to_vec();
        let mut remembered = Remembered::default();
        remembered.set(&headers, &[(Field::Mcid, "ID".into())]);
        let other_case: Vec<String> = [" id ", "MAIL"].map(str::to_owned).to_vec();
        assert_eq!(remembered.of(&other_case), [(Field::Mcid, "ID".to_owned())]);
        assert_eq!(remembered.of(&headers[..1]), []);
        let text = serde_json::to_string(&remembered).unwrap();
        assert_eq!(serde_json::from_str::<Remembered>(&text).unwrap(), remembered);
        remembered.set(&headers, &[]);
        assert_eq!(remembered.of(&headers), []);
    }
}
