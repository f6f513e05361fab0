//! What all rules look at, and the little things that several of them need.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::duplicate::{Pairs, pairs};
use super::items::{Items, Latest};
use super::{Ask, Cell, Of, Why};
use crate::catalog::Catalog;
use crate::model::lists::{Beside, Item, Joins, Says};
use crate::model::{Association, Code as Noted, Company, Field, FileRow, Kind, Skill, Source};
use crate::standing::{Gain, Question, Rules, Standing, gains, stand};

/// What all rules look at.
pub(super) struct Context<'a> {
    pub company: &'a Company,
    pub catalog: &'a Catalog,
    pub rules: &'a Rules<'a>,
    pub question: &'a Question,
    pub ask: &'a Ask<'a>,
    pub as_of: NaiveDate,
    /// Where each field stands, by file.
    columns: Vec<Vec<Option<u32>>>,
    /// What the skills are, settled once for each.
    pub items: Items,
    pairs: OnceCell<Pairs>,
    latest: OnceCell<Vec<Latest>>,
    computed: OnceCell<Standing>,
}

impl<'a> Context<'a> {
    pub fn new(company: &'a Company, catalog: &'a Catalog, rules: &'a Rules<'a>, question: &'a Question, ask: &'a Ask<'a>) -> Context<'a> {
        let as_of = question.as_of;
        let items = Items::new(company, catalog, as_of, rules.numbers.retired_certification_months);
        let columns = company.sources().map(|source| {
            let column = |field: &Field| source.column(*field).and_then(|c| u32::try_from(c.index).ok());
            Field::ALL.iter().map(column).collect()
        });
        let columns = columns.collect();
        Context {
            company,
            catalog,
            rules,
            question,
            ask,
            as_of,
            columns,
            items,
            pairs: OnceCell::new(),
            latest: OnceCell::new(),
            computed: OnceCell::new(),
        }
    }

    /// The numbers of all accounts.
    pub fn accounts(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.company.accounts.len()).unwrap_or(u32::MAX)
    }

    /// Every skill: account, number among its skills, the skill.
    pub fn skills(&self) -> impl Iterator<Item = (u32, u32, &'a Skill)> + '_ {
        let of = |account| (0u32..).zip(self.company.skills(account)).map(move |(number, skill)| (account, number, skill));
        self.accounts().flat_map(of)
    }

    /// The column of a field in any file, or why the rule has nothing to go by.
    pub fn needs(&self, field: Field) -> Result<(), Why> {
        // Of nobody nothing is missing.
        if self.company.accounts.is_empty() || self.company.has(field) { Ok(()) } else { Err(Why::Column(field)) }
    }

    /// An association that is said of somebody.
    pub fn needs_association(&self, field: Field) -> Result<(), Why> {
        self.needs(field)?;
        let said = |a: &crate::model::Account| if field == Field::AssociatedPmc { a.pmc } else { a.pc };
        let nothing = !self.company.accounts.is_empty() && self.company.accounts.iter().all(|a| said(a) == Association::NotSaid);
        if nothing { Err(Why::Nothing(field)) } else { Ok(()) }
    }

    /// A report that lists everybody's skills, and not those of a short period (R16). Beside a skills report a
    /// TrainingCompletions may be as short as it likes.
    pub fn needs_whole_span(&self) -> Result<(), Why> {
        if self.company.is_of_trainings_alone() && self.short().is_some() { Err(Why::ShortSpan) } else { Ok(()) }
    }

    /// The TrainingCompletions of a short period (R16), if there is one.
    pub fn short(&self) -> Option<&'a Source> {
        let is_short = |source: &&Source| source.diagnostics.iter().any(|d| d.code == Noted::ShortSpan);
        self.company.sources().filter(|source| source.kind == Kind::TrainingCompletions).find(is_short)
    }

    /// The cell of a field in a row.
    pub fn cell(&self, at: FileRow, field: Field) -> Cell {
        let column = self.columns.get(at.file as usize).and_then(|columns| columns.get(field as usize)).copied().flatten();
        Cell { of: Of::Report(at.file), row: at.row, column }
    }

    /// The cells of some fields in a row, of the columns that there are.
    pub fn cells(&self, at: FileRow, fields: &[Field]) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(fields.len());
        cells.extend(fields.iter().map(|field| self.cell(at, *field)).filter(|cell| cell.column.is_some()));
        cells
    }

    /// The cells of some fields in the first row that names an account, in each of the files that do.
    pub fn cells_of_account(&self, account: u32, fields: &[Field]) -> Vec<Cell> {
        self.company.first_lines_of(account).into_iter().flat_map(|at| self.cells(at, fields)).collect()
    }

    /// The cells that say some things of a skill.
    pub fn cells_of_skill(&self, skill: &Skill, fields: &[Field]) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(fields.len());
        let all = fields.iter().map(|field| self.cell(self.company.line_of_field(skill, *field), *field));
        cells.extend(all.filter(|cell| cell.column.is_some()));
        cells
    }

    /// Whether a skill has not ended on the day, and the file does not call it inactive.
    pub fn is_valid(&self, skill: &Skill) -> bool {
        skill.active != Some(false) && skill.expires.is_none_or(|last| last >= self.as_of)
    }

    /// Whether a skill would count by the file's own column once the account is associated (R5); what the file does not say
    /// where it counts, would.
    pub fn would_count(&self, skill: &Skill) -> bool {
        self.is_valid(skill) && self.company.counts_for(skill).is_none_or(|entries| !entries.is_empty())
    }

    /// How many skills of an account would count.
    pub fn would_count_of(&self, account: u32) -> u32 {
        let skills = self.company.skills(account).iter().filter(|skill| self.would_count(skill));
        u32::try_from(skills.count()).unwrap_or(u32::MAX)
    }

    /// The staff lists beside the report; `None`: the report has nobody, so nobody is missing or left. Or why they tell
    /// nothing of who is in one of both and not in the other.
    pub fn staff(&self) -> Result<Option<Beside<'a>>, Why> {
        if self.company.accounts.is_empty() {
            return Ok(None);
        }
        let beside = self.ask.lists.filter(|beside| !beside.lists.staff.is_empty()).ok_or(Why::NoStaffList)?;
        self.needs_whole_span()?;
        if !self.is_about(&beside.joined.staff) {
            return Err(Why::OtherPeople);
        }
        Ok(Some(beside))
    }

    /// Whether some rows are about people of the report.
    pub fn is_about(&self, joins: &Joins) -> bool {
        (0..self.company.people).any(|person| joins.rows_of(person).next().is_some())
    }

    /// What the users report says of the Learn account of an account's person (P4).
    pub fn learn(&self, account: u32) -> Option<Says> {
        self.ask.lists?.item(self.company.account(account).person, Item::Learn)
    }

    /// Accounts that may be one person's, found once.
    pub fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::new(pairs(self)))
    }

    /// Of every credential of every person the row that lasts longest, of those that end, found once.
    pub fn latest(&self) -> &[Latest] {
        self.latest.get_or_init(|| self.items.latest(self.company))
    }

    /// What each of some accounts would bring if it were associated, as if PMC alone counted no more (R7): that is what is
    /// gained, or kept.
    pub fn gains(&self, accounts: &[u32]) -> Vec<Gain> {
        if accounts.is_empty() || !self.company.names_skills() && !self.company.says_where_skills_count() {
            return vec![Gain::default(); accounts.len()];
        }
        gains(self.company, self.standing(), self.rules, accounts)
    }

    /// Where the company stands without what is associated in PMC alone.
    pub fn standing(&self) -> &Standing {
        if let Some(known) = self.ask.standing.filter(|_| self.question.move_date.is_none()) {
            return known;
        }
        self.computed.get_or_init(|| {
            let question = Question { move_date: None, suspected: Vec::new(), ..self.question.clone() };
            stand(self.company, self.catalog, self.rules, &question)
        })
    }
}
