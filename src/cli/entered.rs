//! `entered`: what was entered about the company of the files, and changes of it. What is printed is written as it is typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;

use super::args::{self, Common};
use super::json;
use super::output_table::table;
use super::rows::Rows;
use super::run::{all_rules, is_input, open, say};
use crate::catalog::catalog;
use crate::config::Config;
use crate::entered::{
    self, Among, Change, EXAMPLES_SET, Entered, Mistake, OwnRule, Store, StoreError, company_key, parse_rule, parse_set, parse_unset,
    person_of, question, who_of,
};
use crate::i18n::Texts;
use crate::model::load::{self, Loaded};
use crate::model::{Company, Held, HeldState};
use crate::standing::portal::Category;
use crate::standing::{Portal, level_name, suspected};
use crate::{text, tr};

/// A line: what, its value as it is typed, what there is to say of it.
type Line = [String; 3];

struct View<'v> {
    loaded: &'v Loaded,
    company: &'v Company,
    entered: &'v Entered,
    config: &'v Config,
    key: String,
    /// `None`: nothing is kept.
    file: Option<PathBuf>,
    as_of: NaiveDate,
    texts: &'v Texts,
}

/// Changes what is asked for, and prints what is kept then.
///
/// # Errors
/// A message: a file that cannot be read, something that is not valid, or that cannot be kept.
pub fn run(asked: &args::Entered, config: &Config, texts: &Texts, common: &Common, today: NaiveDate) -> Result<Vec<u8>, String> {
    let changes = changes(asked, common.as_of.unwrap_or(today)).map_err(|mistake| mistake.message(texts))?;
    if common.no_state && !changes.is_empty() {
        return Err(texts.get("entered-no-state"));
    }
    let loaded = open(&asked.files.files, config, texts, common)?;
    let Some(current) = loaded.current() else { return Err(texts.get("cli-no-file")) };
    if let Some(path) = common.output.as_deref().filter(|path| is_input(path, &loaded)) {
        return Err(tr!(texts, "cli-is-input", file = path));
    }
    let key = company_key(&current.company);
    let store = if common.no_state { None } else { Some(Store::open().map_err(|e| e.message(texts))?) };
    let mut entered = match store.as_ref().map_or_else(|| Ok(Entered::default()), |store| store.load(&key)) {
        Err(error @ StoreError::Damaged { .. }) => {
            say(&error.message(texts));
            Entered::default()
        }
        other => other.map_err(|e| e.message(texts))?,
    };
    if let (Some(store), false) = (&store, changes.is_empty()) {
        let programmes = all_rules(config, texts, common)?;
        let mut after = entered.clone();
        let mut checked = Vec::new();
        for change in changes {
            let change = entered::check(change, &after, &programmes, catalog()).map_err(|mistake| mistake.message(texts))?;
            change.apply(&mut after);
            checked.push(change);
        }
        entered = store.change(&key, &checked).map_err(|e| e.message(texts))?;
    }
    if !common.quiet {
        loaded.refused.iter().for_each(|error| say(&error.message(texts)));
    }
    let view = View {
        loaded: &loaded,
        company: &current.company,
        entered: &entered,
        config,
        file: store.map(|store| store.file(&key)),
        key,
        as_of: load::as_of(&current.company, today, common.as_of),
        texts,
    };
    common.format().pick(texts, || view.as_text().into_bytes(), || view.as_json(), || view.rows())
}

fn changes(asked: &args::Entered, today: NaiveDate) -> Result<Vec<Change>, Mistake> {
    let mut changes = Vec::new();
    for typed in &asked.set {
        changes.push(parse_set(typed, today)?);
    }
    for typed in &asked.unset {
        changes.push(parse_unset(typed)?);
    }
    let tick = |path: &String, on: bool| Change::Tick { path: path.trim().to_owned(), on };
    changes.extend(asked.tick.iter().map(|path| tick(path, true)));
    changes.extend(asked.untick.iter().map(|path| tick(path, false)));
    for typed in &asked.rule {
        changes.push(Change::Rule(parse_rule(typed)?));
    }
    Ok(changes)
}

impl View<'_> {
    fn suspected(&self) -> Vec<(String, String)> {
        let asked = question(self.entered, &[], self.company, self.as_of, 0, &suspected(self.company));
        asked.suspected.iter().filter_map(|(a, b)| Some((who_of(self.company, *a)?, who_of(self.company, *b)?))).collect()
    }

    /// Whether a history row is overridden by what was typed in.
    fn is_replaced(&self, held: &Held) -> bool {
        self.entered.held.iter().any(|h| h.id == held.id && h.level == Some(held.level))
    }

    fn lines(&self) -> Vec<Line> {
        let (entered, texts) = (self.entered, self.texts);
        let mut lines: Vec<Line> = Vec::new();
        let mut add = |what: &str, value: String, note: String| lines.push([what.to_owned(), value, note]);
        let of_config = |is_entered: bool| if is_entered { String::new() } else { texts.get("entered-note-config") };
        let with = entered.or(self.config.track.map(Into::into), self.config.move_date);
        if let Some(track) = with.track {
            add("track", track.name().to_owned(), of_config(entered.track.is_some()));
        }
        if let Some(day) = with.moved {
            add("moved", day.to_string(), of_config(entered.moved.is_some()));
        }
        for held in &entered.held {
            let replaces = self.loaded.history.iter().any(|h| h.id == held.id && Some(h.level) == held.level);
            let level = held.level.map(|level| format!("/{}", level_name(level))).unwrap_or_default();
            let note = if replaces { texts.get("entered-note-now") } else { String::new() };
            add("held", format!("{}{level}:{}", held.id, held.anniversary), note);
        }
        for held in self.loaded.history.iter().filter(|held| !self.is_replaced(held)) {
            let note = tr!(texts, "entered-note-history", row = held.row.to_string());
            add("held", format!("{}/{}:{}", held.id, level_name(held.level), held.anniversary), note);
        }
        for path in &entered.ticked {
            add("tick", path.clone(), String::new());
        }
        let missing =
            |who: &str| if person_of(self.company, who).is_none() { texts.get("entered-note-not-in-report") } else { String::new() };
        for external in &entered.external {
            add("external", format!("{}:{}", external.who, external.credential), missing(&external.who));
        }
        for (designation, portal) in &entered.portal {
            facts(portal).into_iter().for_each(|fact| add("portal", format!("{designation}:{fact}"), String::new()));
        }
        for (a, b) in &entered.not_same {
            let note = [missing(a), missing(b)].into_iter().find(|note| !note.is_empty());
            add("not-same", format!("{a},{b}"), note.unwrap_or_default());
        }
        for rule in &entered.rules {
            add("rule", rule_text(rule), rule.id.clone());
        }
        for (a, b) in self.suspected() {
            add("suspected", format!("{a},{b}"), texts.get("entered-note-suspected"));
        }
        lines
    }

    fn as_text(&self) -> String {
        let texts = self.texts;
        let clean = |part: &str| text::clean(part).into_owned();
        let company = clean(self.company.name.as_deref().unwrap_or(&self.key));
        let head = match &self.file {
            Some(file) => tr!(texts, "entered-where", company = company, file = clean(&file.display().to_string())),
            None => tr!(texts, "entered-not-kept", company = company),
        };
        let lines = self.lines();
        if lines.is_empty() && self.file.is_none() {
            return format!("{head}\n");
        }
        if lines.is_empty() {
            let example = EXAMPLES_SET.first().map_or("", |(_, example)| example);
            return format!("{head}\n\n{}\n", tr!(texts, "entered-nothing", example = example));
        }
        let heads = ["what", "value", "note"].map(|column| texts.get(&format!("entered-column-{column}")));
        let rows: Vec<Vec<String>> = lines.iter().map(|line| line.iter().map(|cell| clean(cell)).collect()).collect();
        format!("{head}\n\n{}", table(&heads, rows, &[]))
    }

    fn rows(&self) -> Rows {
        Rows::new("entered", &["what", "value", "note"], self.lines().into_iter().map(Vec::from))
    }

    fn as_json(&self) -> Vec<u8> {
        let with = self.entered.or(self.config.track.map(Into::into), self.config.move_date);
        let named = self.entered.external.iter().map(|e| &e.who).chain(self.entered.not_same.iter().flat_map(|(a, b)| [a, b]));
        let printed = Printed {
            schema: json::SCHEMA,
            company: self.company.name.as_deref(),
            key: &self.key,
            file: self.file.as_ref().map(|file| file.display().to_string()),
            entered: self.entered,
            track: with.track.map(crate::standing::Track::name),
            move_date: with.moved,
            preparation_days: self.config.preparation(),
            history: self.loaded.history.iter().map(HistoryEntry::of).collect(),
            suspected: self.suspected(),
            not_in_report: named.filter(|who| person_of(self.company, who).is_none()).collect(),
        };
        json::text(&printed).unwrap_or_default()
    }
}

/// The portal's facts as they are typed.
fn facts(portal: &Portal) -> Vec<String> {
    let figures = Category::ALL.into_iter().filter_map(|c| Some(format!("{}={}@{}", c.name(), portal.figure(c)?, portal.on)));
    let enrolled = portal.enrolled.then(|| format!("enrolled=yes@{}", portal.on));
    figures.chain(enrolled).chain(portal.anniversary.map(|day| format!("anniversary={day}@{}", portal.on))).collect()
}

/// A rule as it is typed.
fn rule_text(rule: &OwnRule) -> String {
    let among = match &rule.among {
        Among::Relevant => "relevant".to_owned(),
        Among::OneOf(ids) => ids.join(", "),
    };
    let day = |word: &str, day: Option<NaiveDate>| day.map(|day| format!(" {word} {day}")).unwrap_or_default();
    let name = rule.name.as_deref().unwrap_or(&rule.competency);
    format!("{name}/{} = {} of {among}{}{}", level_name(rule.level), rule.count, day("from", rule.from), day("to", rule.to))
}

/// `entered`
#[derive(Serialize)]
struct Printed<'v> {
    schema: u32,
    company: Option<&'v str>,
    key: &'v str,
    file: Option<String>,
    entered: &'v Entered,
    track: Option<&'static str>,
    move_date: Option<NaiveDate>,
    preparation_days: u32,
    history: Vec<HistoryEntry<'v>>,
    suspected: Vec<(String, String)>,
    not_in_report: Vec<&'v String>,
}

/// A row of the history.
#[derive(Serialize)]
struct HistoryEntry<'v> {
    id: &'v str,
    name: &'v str,
    level: &'static str,
    state: &'static str,
    from: Option<NaiveDate>,
    anniversary: NaiveDate,
    path: &'v str,
    row: u32,
}

impl HistoryEntry<'_> {
    fn of(held: &Held) -> HistoryEntry<'_> {
        HistoryEntry {
            id: &held.id,
            name: &held.name,
            level: level_name(held.level),
            state: if held.state == HeldState::Active { "active" } else { "grace-period" },
            from: held.from,
            anniversary: held.anniversary,
            path: &held.path,
            row: held.row,
        }
    }
}
