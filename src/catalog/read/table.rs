//! TOML tables as they are read here: every value keeps its line, and what is wrong is collected instead of ending it all.

use std::cell::RefCell;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::problem::{Expected, Problem, Trouble, nearest};

/// A place in the file: where it begins and which key it is.
#[derive(Clone, Debug)]
pub struct Spot {
    at: usize,
    key: String,
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Word {
    /// As written.
    pub text: String,
    /// Where.
    pub spot: Spot,
}

/// What was noticed in a file.
pub struct Log<'s> {
    file: &'s str,
    line_ends: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
}

impl<'s> Log<'s> {
    /// Nothing noticed yet.
    pub fn new(file: &'s str, source: &str) -> Log<'s> {
        let line_ends = source.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect();
        Log { file, line_ends, problems: RefCell::default() }
    }

    /// The line of a spot, counted from 1.
    pub fn line(&self, spot: &Spot) -> usize {
        self.line_ends.partition_point(|end| *end < spot.at) + 1
    }

    /// Something is wrong at a place.
    pub fn add(&self, spot: &Spot, trouble: Trouble) {
        let line = Some(self.line(spot));
        self.problems.borrow_mut().push(Problem { file: self.file.to_owned(), line, key: spot.key.clone(), trouble });
    }

    /// Whether so much is wrong that nobody reads it all: what takes long to find out is left out then.
    pub fn is_long(&self) -> bool {
        self.problems.borrow().len() > 200
    }

    /// Something is wrong with the TOML.
    pub fn add_syntax(&self, error: &toml::de::Error) {
        let spot = Spot { at: error.span().map_or(0, |span| span.start), key: String::new() };
        self.add(&spot, Trouble::Syntax(error.message().to_owned()));
    }

    /// Everything noticed, from the top of the file to its end.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|p| p.line);
        problems
    }
}

/// A table of the file. A key that was asked for is a known one.
pub struct Table<'t, 'i> {
    log: &'t Log<'t>,
    table: &'t DeTable<'i>,
    spot: Spot,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t, 'i> Table<'t, 'i> {
    /// The table that is the whole file.
    pub fn root(log: &'t Log<'t>, table: &'t DeTable<'i>) -> Table<'t, 'i> {
        Table { log, table, spot: Spot { at: 0, key: String::new() }, asked: RefCell::default() }
    }

    /// Where the table begins.
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// Where a key stands; the table where it is not there.
    pub fn spot_of(&self, key: &'static str) -> Spot {
        match self.table.get_key_value(key) {
            Some((name, _)) => Spot { at: name.span().start, key: self.path(key) },
            None => Spot { at: self.spot.at, key: self.path(key) },
        }
    }

    /// Something is wrong with a key.
    pub fn wrong(&self, key: &'static str, trouble: Trouble) {
        self.log.add(&self.spot_of(key), trouble);
    }

    fn path(&self, key: &str) -> String {
        if self.spot.key.is_empty() { key.to_owned() } else { format!("{}.{key}", self.spot.key) }
    }

    /// Whether a key is there.
    pub fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    fn value(&self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// A value of the expected kind; another kind is a mistake.
    fn typed<T>(&self, key: &'static str, expected: Expected, read: impl FnOnce(&'t DeValue<'i>) -> Option<T>) -> Option<T> {
        let found = self.value(key)?;
        let value = read(found.get_ref());
        if value.is_none() {
            self.wrong(key, Trouble::WrongType(expected));
        }
        value
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.typed(key, Expected::Text, |v| v.as_str().map(str::to_owned))
    }

    /// A text and where it stands.
    pub fn word(&self, key: &'static str) -> Option<Word> {
        self.text(key).map(|text| Word { text, spot: self.spot_of(key) })
    }

    /// A text that must be there and not be empty; empty where it is not.
    pub fn needed(&self, key: &'static str) -> String {
        let said = self.text(key);
        if !self.table.contains_key(key) || said.as_ref().is_some_and(|s| s.trim().is_empty()) {
            self.log.add(&self.spot, Trouble::Missing(key));
        }
        said.unwrap_or_default()
    }

    /// One of some words, by its place among them.
    pub fn choice(&self, key: &'static str, allowed: &'static [&'static str]) -> Option<usize> {
        let said = self.text(key)?;
        let found = allowed.iter().position(|word| *word == said);
        if found.is_none() {
            self.wrong(key, Trouble::UnknownWord { word: said, allowed });
        }
        found
    }

    /// A day.
    pub fn date(&self, key: &'static str) -> Option<NaiveDate> {
        self.typed(key, Expected::Date, |v| {
            let date = v.as_datetime()?.date?;
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        })
    }

    /// A number of people, days or points, at least `least`.
    pub fn whole(&self, key: &'static str, least: u32) -> Option<u32> {
        let number = self.typed(key, Expected::Whole, whole)?;
        match u32::try_from(number) {
            Ok(number) if number >= least => Some(number),
            Ok(_) => self.too_small(key, number.to_string()),
            Err(_) if number < 0 => self.too_small(key, number.to_string()),
            Err(_) => {
                self.wrong(key, Trouble::MoreThan { value: number as f64, most: u32::MAX.into() });
                None
            }
        }
    }

    /// A number that is not negative.
    pub fn number(&self, key: &'static str) -> Option<f64> {
        let number = self.typed(key, Expected::Number, |v| match v {
            DeValue::Float(float) => float.as_str().parse::<f64>().ok().filter(|f| f.is_finite()),
            other => whole(other).map(|n| n as f64),
        })?;
        if number < 0.0 { self.too_small(key, number.to_string()) } else { Some(number) }
    }

    fn too_small<T>(&self, key: &'static str, number: String) -> Option<T> {
        self.wrong(key, Trouble::TooSmall(number));
        None
    }

    /// A list of texts.
    pub fn words(&self, key: &'static str) -> Vec<Word> {
        self.typed(key, Expected::Texts, |v| self.list(key, v)).unwrap_or_default()
    }

    /// A list of lists of texts.
    pub fn lists(&self, key: &'static str) -> Vec<Vec<Word>> {
        self.typed(key, Expected::Lists, |v| v.as_array()?.iter().map(|inner| self.list(key, inner.get_ref())).collect())
            .unwrap_or_default()
    }

    /// Whether a key has a list without anything in it.
    pub fn is_empty_list(&self, key: &'static str) -> bool {
        self.value(key).and_then(|v| v.get_ref().as_array()).is_some_and(|list| list.is_empty())
    }

    /// A list of two whole numbers.
    pub fn pair(&self, key: &'static str) -> Option<(u32, u32)> {
        self.typed(key, Expected::Whole, |v| match v.as_array()?.as_ref() {
            [first, last] => {
                let number = |v: &Spanned<DeValue<'_>>| u32::try_from(whole(v.get_ref())?).ok();
                Some((number(first)?, number(last)?))
            }
            _ => None,
        })
    }

    fn list(&self, key: &'static str, value: &DeValue<'_>) -> Option<Vec<Word>> {
        let word = |item: &Spanned<DeValue<'_>>| {
            let spot = Spot { at: item.span().start, key: self.path(key) };
            item.get_ref().as_str().map(|text| Word { text: text.to_owned(), spot })
        };
        value.as_array()?.iter().map(word).collect()
    }

    /// A table below this one.
    pub fn table(&self, key: &'static str) -> Option<Table<'t, 'i>> {
        let table = self.typed(key, Expected::Table, DeValue::as_table)?;
        Some(Table { log: self.log, table, spot: self.spot_of(key), asked: RefCell::default() })
    }

    /// A list of tables, each named in messages by what tells it from the others.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'t, 'i>> {
        let list = self.typed(key, Expected::Tables, |v| {
            let items = v.as_array()?.iter();
            items.map(|item| Some((item.span().start, item.get_ref().as_table()?))).collect::<Option<Vec<_>>>()
        });
        let named = |number: usize, table: &DeTable<'_>| {
            let said = |key: &str| table.get(key).and_then(|v| v.get_ref().as_str()).filter(|s| !s.is_empty());
            let name = said("id").or(said("level")).map(str::to_owned);
            let metric = || Some([said("metric")?, said("track").unwrap_or_default()].join(" ").trim_end().to_owned());
            format!("{key}[{}]", name.or_else(metric).unwrap_or_else(|| (number + 1).to_string()))
        };
        let table = |(number, (at, table)): (usize, (usize, &'t DeTable<'i>))| {
            let spot = Spot { at, key: self.path(&named(number, table)) };
            Table { log: self.log, table, spot, asked: RefCell::default() }
        };
        list.unwrap_or_default().into_iter().enumerate().map(table).collect()
    }

    /// The tables below this one, each under a name of the user's.
    pub fn named_tables(&self) -> Vec<(String, Table<'t, 'i>)> {
        let mut out = Vec::new();
        for (name, value) in self.table {
            let spot = Spot { at: name.span().start, key: self.path(name.get_ref()) };
            match value.get_ref().as_table() {
                Some(table) => {
                    out.push((name.get_ref().to_string(), Table { log: self.log, table, spot, asked: RefCell::default() }));
                }
                None => self.log.add(&spot, Trouble::WrongType(Expected::Table)),
            }
        }
        out
    }

    /// Keys that may be there and are not used.
    pub fn pass_over(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend(keys);
    }

    /// Names the keys that nobody asked for.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table {
            if !asked.iter().any(|known| known == name.get_ref()) {
                let spot = Spot { at: name.span().start, key: self.path(name.get_ref()) };
                self.log.add(&spot, Trouble::UnknownKey(nearest(name.get_ref(), asked.iter().copied())));
            }
        }
    }
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
