//! The skills in the rows of each account, each once.

use std::collections::HashSet;

use chrono::NaiveDate;
use hashbrown::HashMap;

use crate::catalog::Catalog;
use crate::model::{Item, Skill};
use crate::report::dates::Dates;
use crate::report::table::{Column, Table};
use crate::report::values::{self, SkillType};
use crate::report::vocabulary::vocabulary;
use crate::report::{Field, Kind};

/// The columns in which two rows of one account differ first.
const COMPARED: [Field; 4] = [Field::SkillName, Field::CompletionDate, Field::SkillId, Field::MpnId];

/// What a printed type, name and code come to.
enum Print {
    /// One item, whatever the date.
    Item(u32),
    /// Several credentials have the name: the date decides.
    Open(Vec<u32>),
}

/// The cells that say what a skill is: type, name and code.
type Printed = (SkillType, u32, u32);

/// The skills of all accounts.
pub(super) struct Skills {
    /// One account after the other; where each one's begin.
    pub found: Vec<Skill>,
    pub starts: Vec<u32>,
    pub items: Vec<Item>,
    pub relevance: Vec<Vec<String>>,
    /// Rows that repeat another one, with their accounts, by account.
    pub duplicates: Vec<(u32, u32)>,
    pub says_relevant: bool,
}

pub(super) fn read_skills(
    table: &Table,
    dates: &std::collections::HashMap<Field, Dates>,
    catalog: &Catalog,
    kind: Kind,
    order: &[u32],
    row_starts: &[u32],
) -> Skills {
    let mut reader = SkillReader::new(table, dates, catalog, kind == Kind::TrainingCompletions);
    reader.found.reserve_exact(order.len());
    let mut starts = Vec::with_capacity(row_starts.len());
    for (account, range) in (0u32..).zip(row_starts.windows(2)) {
        starts.push(u32::try_from(reader.found.len()).unwrap_or(u32::MAX));
        reader.read_account(account, &order[range[0] as usize..range[1] as usize]);
    }
    let SkillReader { mut found, items, relevance, duplicates, says_relevant, .. } = reader;
    found.shrink_to_fit();
    Skills { found, starts, items, relevance, duplicates, says_relevant }
}

/// Reads the skills of one account after the other.
struct SkillReader<'t> {
    dates: [Option<(&'t Column, &'t Dates)>; 2],
    kind: Option<(&'t Column, Vec<SkillType>)>,
    name: Option<&'t Column>,
    code: Option<&'t Column>,
    relevant: Option<(&'t Column, Vec<u32>)>,
    active: Option<(&'t Column, Vec<Option<bool>>)>,
    catalog: &'t Catalog,
    by_print: HashMap<Printed, Print>,
    /// The item of an open print, by what the date chose.
    by_choice: HashMap<(Printed, Option<u32>), u32>,
    by_credential: HashMap<(Option<u32>, SkillType, String, String), u32>,
    found: Vec<Skill>,
    items: Vec<Item>,
    relevance: Vec<Vec<String>>,
    duplicates: Vec<(u32, u32)>,
    says_relevant: bool,
    compared: Vec<&'t Column>,
}

impl<'t> SkillReader<'t> {
    fn new(
        table: &'t Table,
        dates: &'t std::collections::HashMap<Field, Dates>,
        catalog: &'t Catalog,
        inactive_unless_active: bool,
    ) -> SkillReader<'t> {
        let words = vocabulary();
        let date = |field: Field| Some((table.column(field)?, dates.get(&field)?));
        let mut relevance: Vec<Vec<String>> = vec![Vec::new()];
        let relevant = table.column(Field::Relevant).map(|column| {
            let lists = column.cells.iter().map(|cell| {
                let entries: Vec<String> = values::relevant_entries(cell).into_iter().map(str::to_owned).collect();
                if entries.is_empty() {
                    return 0;
                }
                relevance.push(entries);
                u32::try_from(relevance.len() - 1).unwrap_or(0)
            });
            (column, lists.collect::<Vec<u32>>())
        });
        let active = table.column(Field::Status).map(|column| {
            // In TrainingCompletions every status but Active takes the skill out (R15); elsewhere only a word that is known.
            let said = column.cells.iter().map(|cell| {
                let filled = !values::is_placeholder(cell);
                words.active(cell).or((inactive_unless_active && filled).then_some(false))
            });
            (column, said.collect())
        });
        SkillReader {
            dates: [date(Field::CompletionDate), date(Field::ExpirationDate)],
            kind: table.column(Field::SkillType).map(|c| (c, c.cells.iter().map(|cell| words.skill_type(cell)).collect())),
            name: table.column(Field::SkillName),
            code: table.column(Field::SkillId),
            says_relevant: relevant.is_some(),
            relevant,
            active,
            catalog,
            by_print: HashMap::new(),
            by_choice: HashMap::new(),
            by_credential: HashMap::new(),
            found: Vec::new(),
            items: Vec::new(),
            relevance,
            duplicates: Vec::new(),
            compared: COMPARED.iter().chain(Field::ALL.iter().filter(|f| !COMPARED.contains(f))).filter_map(|f| table.column(*f)).collect(),
        }
    }

    fn read_account(&mut self, account: u32, rows: &[u32]) {
        let start = self.found.len();
        // Few people have more than this many rows; those who do must not make the reading quadratic.
        let mut seen = if rows.len() > 24 { Some((HashSet::new(), HashSet::new())) } else { None };
        for (index, &row) in rows.iter().enumerate() {
            let doubled = match &mut seen {
                Some((signatures, _)) => !signatures.insert(self.signature(row)),
                None => rows[..index].iter().any(|before| self.same_row(*before, row)),
            };
            if doubled {
                self.duplicates.push((account, row));
                continue;
            }
            let Some(skill) = self.skill(row) else { continue };
            let key = |s: &Skill| (s.item, s.earned, s.expires, s.relevant, s.active);
            // The same skill for another location of the company is no second one (R16).
            let again = match &mut seen {
                Some((_, skills)) => !skills.insert(key(&skill)),
                None => self.found[start..].iter().any(|s| key(s) == key(&skill)),
            };
            if !again {
                self.found.push(skill);
            }
        }
    }

    /// What a row says in every column that is used.
    fn signature(&self, row: u32) -> Vec<u32> {
        self.compared.iter().map(|c| c.id(row as usize)).collect()
    }

    /// Whether two rows say the same in every column that is used.
    fn same_row(&self, a: u32, b: u32) -> bool {
        let (a, b) = (a as usize, b as usize);
        self.compared.iter().all(|c| c.id(a) == c.id(b))
    }

    fn skill(&mut self, row: u32) -> Option<Skill> {
        let at = row as usize;
        let cell = |column: Option<&Column>| column.map_or(0, |c| c.id(at));
        let (name, code) = (cell(self.name), cell(self.code));
        let kind_cell = self.kind.as_ref().map_or(0, |(c, _)| c.id(at));
        let kind = self.kind.as_ref().map_or(SkillType::Other, |(c, kinds)| kinds[c.id(at) as usize]);
        let date = |which: usize| self.dates[which].and_then(|(column, dates)| dates.get(column, at));
        let (earned, expires) = (date(0), date(1));
        if name == 0
            && code == 0
            && kind_cell == 0
            && earned.is_none()
            && expires.is_none()
            && self.relevant.as_ref().is_none_or(|(c, l)| l[c.id(at) as usize] == 0)
        {
            return None;
        }
        Some(Skill {
            item: self.item(kind, name, code, earned),
            earned,
            expires,
            relevant: self.relevant.as_ref().map_or(0, |(c, lists)| lists[c.id(at) as usize]),
            active: self.active.as_ref().and_then(|(c, said)| said[c.id(at) as usize]),
            row,
        })
    }

    fn item(&mut self, kind: SkillType, name: u32, code: u32, earned: Option<NaiveDate>) -> u32 {
        let print = (kind, name, code);
        let (printed, printed_code) = (self.name.map_or("", |c| c.cells.get(name)), self.code.map_or("", |c| c.cells.get(code)));
        let candidates = match self.by_print.get(&print) {
            Some(Print::Item(item)) => return *item,
            Some(Print::Open(candidates)) => candidates,
            None => {
                let candidates = self.catalog.candidates(printed_code, printed, kind);
                if candidates.len() < 2 {
                    let item = self.intern_item(candidates.first().copied(), kind, printed, printed_code);
                    self.by_print.insert(print, Print::Item(item));
                    return item;
                }
                self.by_print.insert(print, Print::Open(candidates));
                return self.item(kind, name, code, earned);
            }
        };
        let chosen = self.catalog.choose(candidates, earned);
        if let Some(item) = self.by_choice.get(&(print, chosen)) {
            return *item;
        }
        let item = self.intern_item(chosen, kind, printed, printed_code);
        self.by_choice.insert((print, chosen), item);
        item
    }

    fn intern_item(&mut self, credential: Option<u32>, kind: SkillType, printed: &str, code: &str) -> u32 {
        let key = (credential, kind, printed.to_owned(), code.to_owned());
        let fresh = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let number = *self.by_credential.entry(key).or_insert(fresh);
        if number == fresh {
            let known = credential.map(|c| &self.catalog.credentials[c as usize]);
            let code = (!values::is_placeholder(code)).then(|| code.to_owned());
            let as_printed = if printed.is_empty() { code.clone().unwrap_or_default() } else { printed.to_owned() };
            self.items.push(Item {
                kind: known.map_or(kind, |k| k.kind),
                id: known.map(|k| k.id.clone()).or(code),
                title: known.map_or(as_printed.clone(), |k| k.title.clone()),
                short_title: known.map_or(as_printed, |k| k.short_title.clone()),
                printed: printed.to_owned(),
                known: known.is_some(),
                exams: known.map_or_else(Vec::new, |k| self.catalog.exams_of(k)),
            });
        }
        number
    }
}
