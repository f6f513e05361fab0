//! What a company holds by CompetencySummaryHistory (R11): competency, level, and until when.

use chrono::NaiveDate;

use crate::catalog::programmes::{Level, Programmes};
use crate::report::{Code, Diagnostic, Field, Reading};
use crate::text;

/// How something is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldState {
    /// The anniversary has passed, and it can be renewed.
    GracePeriod,
    /// It is.
    Active,
}

/// A competency at a level, by a row of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Id in the catalog; for one that it does not know, the name in lower case with hyphens.
    pub id: String,
    /// As printed.
    pub name: String,
    /// Silver or Gold.
    pub level: Level,
    /// Active, or in its grace period.
    pub state: HeldState,
    /// Since when; `None`: not said.
    pub from: Option<NaiveDate>,
    /// The end date: by then it has to be renewed.
    pub anniversary: NaiveDate,
    /// The file.
    pub path: String,
    /// 1-based row of the sheet (line of the text file).
    pub row: u32,
}

/// Letter case, accents, blanks and `&` for *and* do not tell two names apart.
fn key(name: &str) -> String {
    let folded = text::fold(&text::clean(name)).replace('&', " and ");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join("-")
}

fn level(cell: &str) -> Option<Level> {
    match key(cell).as_str() {
        "gold" => Some(Level::Gold),
        "silver" => Some(Level::Silver),
        _ => None,
    }
}

/// The states that are known; inside, `None`: it is not held.
fn state(cell: &str) -> Option<Option<HeldState>> {
    match key(cell).as_str() {
        "active" => Some(Some(HeldState::Active)),
        "in-grace-period" | "grace-period" => Some(Some(HeldState::GracePeriod)),
        "inactive" => Some(None),
        _ => None,
    }
}

/// The rows of a history that say that something is held. What is not understood is added to the file's diagnostics.
pub(super) fn read(reading: &mut Reading, programmes: &Programmes) -> Vec<Held> {
    let mut held = Vec::new();
    let mut notes = Vec::new();
    for row in 0..reading.table.rows() {
        if let Some(one) = read_row(reading, row, programmes, &mut notes) {
            held.push(one);
        }
    }
    reading.source.diagnostics.extend(notes);
    held
}

fn read_row(reading: &Reading, row: usize, programmes: &Programmes, notes: &mut Vec<Diagnostic>) -> Option<Held> {
    let cell = |field: Field| reading.table.column(field).map_or("", |column| column.text(row));
    let line = reading.table.lines.get(row).copied().unwrap_or(0);
    let mut unknown = |code: Code, field: Field, value: &str| {
        let column = reading.source.column(field).map(|c| c.index);
        note(notes, Diagnostic { code, row: Some(line), column, value: value.to_owned(), count: 1 });
    };
    let name = cell(Field::CompetencyName);
    let Some(state) = state(cell(Field::CompetencyStatus)) else {
        unknown(Code::BadHistory, Field::CompetencyStatus, cell(Field::CompetencyStatus));
        return None;
    };
    let state = state?;
    let Some(level) = level(cell(Field::CompetencyLevel)) else {
        unknown(Code::BadHistory, Field::CompetencyLevel, cell(Field::CompetencyLevel));
        return None;
    };
    let known = programmes.competencies.iter().find(|c| [key(&c.name), key(&c.id)].contains(&key(name)));
    if known.is_none() {
        unknown(Code::UnknownCompetency, Field::CompetencyName, name);
    }
    let Some(anniversary) = reading.date(Field::CompetencyEnd, row) else {
        unknown(Code::NoAnniversary, Field::CompetencyEnd, name);
        return None;
    };
    Some(Held {
        id: known.map_or_else(|| key(name), |c| c.id.clone()),
        name: text::clean(name).into_owned(),
        level,
        state,
        from: reading.date(Field::CompetencyStart, row),
        anniversary,
        path: reading.source.path.clone(),
        row: line,
    })
}

/// The same cell is said once, with how many rows have it.
fn note(notes: &mut Vec<Diagnostic>, found: Diagnostic) {
    let is_same = |n: &&mut Diagnostic| (n.code, n.column, n.value.as_str()) == (found.code, found.column, found.value.as_str());
    match notes.iter_mut().find(is_same) {
        Some(same) => same.count += 1,
        None => notes.push(found),
    }
}

/// Of each competency and level the newest row, by competency and level.
pub(super) fn newest(mut held: Vec<Held>) -> Vec<Held> {
    // Of rows that begin on one day the one that lasts longest, and the active one, is the newest.
    held.sort_by(|a, b| {
        let newest = |h: &Held| std::cmp::Reverse((h.from, h.anniversary, h.state));
        (&a.id, a.level, newest(a)).cmp(&(&b.id, b.level, newest(b)))
    });
    held.dedup_by(|a, b| (&a.id, a.level) == (&b.id, b.level));
    held
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::programmes;
    use crate::report::Input;
    use crate::report::read as read_file;
    use std::io::Write;

    const HEAD: &str = "CompetencyName\tCompetencyLevel\tCompetencyStatus\tCompetencyStartDate\tCompetencyEndDate\n";

    fn reading(rows: &str) -> (Vec<Held>, Vec<Diagnostic>) {
        let mut file = tempfile::Builder::new().suffix(".tsv").tempfile().unwrap();
        file.write_all(format!("{HEAD}{rows}").as_bytes()).unwrap();
        let input = Input::file(&file.path().to_string_lossy());
        let mut reading = read_file(&input, &Default::default(), &Default::default()).unwrap();
        let held = newest(read(&mut reading, programmes()));
        (held, reading.source.diagnostics)
    }

    fn said(held: &[Held]) -> Vec<(&str, Level, String, u32)> {
        held.iter().map(|h| (h.id.as_str(), h.level, h.anniversary.to_string(), h.row)).collect()
    }

    #[test]
    fn the_newest_row_of_a_competency_and_level_wins() {
        let (held, notes) = reading(
            "Cloud Platform\tGold\tActive\t2019-07-19\t2020-07-18\n\
             cloud platform\tGOLD\tActive\t2020-07-19\t2021-07-18\n\
             Cloud Platform\tSilver\tActive\t2018-07-19\t2019-07-18\n\
             DevOps\tGold\tActive\t2020-08-10\t2021-08-10\n\
             DevOps\tGold\tActive\t2019-08-10\t2020-08-10\n",
        );
        let expected = [
            ("cloud-platform", Level::Silver, "2019-07-18".to_owned(), 4),
            ("cloud-platform", Level::Gold, "2021-07-18".to_owned(), 3),
            ("devops", Level::Gold, "2021-08-10".to_owned(), 5),
        ];
        assert_eq!(said(&held), expected, "R11");
        assert_eq!(notes, []);
    }

    #[test]
    fn what_is_inactive_is_not_held_and_a_grace_period_is() {
        let (held, _) =
            reading("Datacenter\tSilver\tInactive\t2018-01-01\t2019-01-01\nMessaging\tSilver\tIn Grace Period\t2020-05-04\t2021-05-04\n");
        assert_eq!(said(&held), [("messaging", Level::Silver, "2021-05-04".to_owned(), 3)]);
        assert_eq!(held[0].state, HeldState::GracePeriod);
    }

    #[test]
    fn rows_that_are_not_understood_are_said() {
        let (held, notes) = reading(
            "Cloud Platform\tPlatinum\tActive\t2020-07-19\t2021-07-18\n\
             Cloud Platform\tGold\tRetiring\t2020-07-19\t2021-07-18\n\
             Cloud Platform\tGold\tRetiring\t2019-07-19\t2020-07-18\n\
             Cloud Platform\tGold\tActive\t2020-07-19\t\n\
             \tGold\tActive\t2020-07-19\t2021-07-18\n\
             Cloud Platform\tGold\tActive\t2020-07-19\tsoon\n\
             Cloud Gardening\tGold\tActive\t2020-07-19\t2021-07-18\n",
        );
        assert_eq!(said(&held), [("cloud-gardening", Level::Gold, "2021-07-18".to_owned(), 8)], "it is kept under its own name");
        let said: Vec<_> = notes.iter().map(|n| (n.code, n.row.unwrap_or(0), n.value.as_str(), n.count)).collect();
        let expected = [
            (Code::BadDate, 7, "soon", 1),
            (Code::NoCompetency, 6, "Gold · Active · 2020-07-19 · 2021-07-18", 1),
            (Code::BadHistory, 2, "Platinum", 1),
            (Code::BadHistory, 3, "Retiring", 2),
            (Code::NoAnniversary, 5, "Cloud Platform", 2),
            (Code::UnknownCompetency, 8, "Cloud Gardening", 1),
        ];
        assert_eq!(said, expected);
    }
}
