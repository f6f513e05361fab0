//! From rows to the company: accounts, people, skills, associations.

use std::collections::HashSet;

use chrono::NaiveDate;
use hashbrown::HashMap;

use super::{Account, Association, Company, Contradiction, Item, Skill, people};
use crate::catalog::Catalog;
use crate::faults;
use crate::report::dates::Dates;
use crate::report::report_date;
use crate::report::table::{Column, Dictionary, Strings, Table};
use crate::report::values::{self, SkillType};
use crate::report::vocabulary::vocabulary;
use crate::report::{Code, Diagnostic, Field, Kind, Reading};
use crate::text;

/// What the user says about the company, overriding the file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The company's name.
    pub company: Option<String>,
    /// The report's date.
    pub report_date: Option<NaiveDate>,
}

/// Builds the company of a report.
#[must_use]
pub fn build(reading: Reading, catalog: &Catalog, given: &Given) -> Company {
    let Reading { mut source, mut table, dates, locale } = reading;
    let rows = table.rows();
    // Number 0 is the empty one.
    let mut strings = Strings::default();
    strings.push("");

    let identity = Identity::of(&table, &mut strings);
    let mut accounts: Vec<Account> = Vec::new();
    let mut keys: Vec<(u32, u32)> = Vec::new();
    let row_accounts = assign_rows(rows, &identity, &mut accounts, &mut keys);
    let domain = majority_domain(&identity, &keys);
    drop(identity);

    let (order, starts) = rows_by_account(&row_accounts, accounts.len());
    drop(row_accounts);
    // What people are called and what they hold have nothing to do with each other: one core each.
    let (skills, people_count, contradictions) = std::thread::scope(|scope| {
        let skills = scope.spawn(|| {
            faults::panic_if_asked("build");
            read_skills(&table, &dates, catalog, source.kind, &order, &starts)
        });
        name_accounts(&table, &order, &starts, &mut accounts, &mut strings);
        let contradictions = associate(&table, locale, &order, &starts, &mut accounts);
        let (people_numbers, people_count) = people::group(&keys);
        for (account, person) in accounts.iter_mut().zip(people_numbers) {
            account.person = person;
        }
        (skills.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), people_count, contradictions)
    });
    for (number, account) in accounts.iter_mut().enumerate() {
        account.skills = skills.starts[number];
        account.rows = starts[number];
    }
    drop(starts);
    source.duplicate_rows = u32::try_from(skills.duplicates.len()).unwrap_or(u32::MAX);
    source.diagnostics.extend(skills.duplicates.iter().take(200).map(|(_, row)| Diagnostic {
        code: Code::DuplicateRow,
        row: Some(table.lines[*row as usize]),
        column: None,
        value: String::new(),
        count: 1,
    }));
    let partner = table.column(Field::PartnerName).and_then(most_frequent);
    let global = table.column(Field::PgaMpnId).and_then(most_frequent);
    let lines = std::mem::take(&mut table.lines);
    drop(table);
    accounts.shrink_to_fit();
    strings.shrink();

    let mut company = Company {
        key: given.company.clone().or(global).or_else(|| partner.clone()).or_else(|| domain.clone()),
        name: given.company.clone().or(partner).or(domain),
        report_date: None,
        people: people_count,
        items: skills.items,
        person_starts: Vec::new(),
        person_accounts: Vec::new(),
        skills: skills.found,
        relevance: skills.relevance,
        duplicates: skills.duplicates,
        contradictions,
        strings,
        namings: super::lists::Namings::default(),
        lines,
        account_rows: order,
        says_relevant: skills.says_relevant,
        accounts,
        source,
    };
    index_people(&mut company);
    note_shared_addresses(&mut company, &keys);
    note_short_span(&mut company);
    company.report_date = report_date::report_date(&company.source, company.newest_skill(), given.report_date);
    company
}

/// By cell number of a column: a key that is equal for equal addresses, and the number of the printed form.
type Addresses<'t> = (&'t Column, Vec<(u32, u32)>);

/// Who a row is about: numbers of the normalised MCID and address, by cell.
struct Identity<'t> {
    mcid: Option<(&'t Column, Vec<u32>)>,
    email: Option<Addresses<'t>>,
    private: Option<Addresses<'t>>,
    aad: Option<Addresses<'t>>,
    names: Vec<&'t Column>,
    /// Number of the domain of each company address, by its key; 0: none.
    domain_of: Vec<u32>,
    domains: Dictionary,
}

impl<'t> Identity<'t> {
    fn of(table: &'t Table, strings: &mut Strings) -> Identity<'t> {
        let columns = [Field::Email, Field::EmailPrivate, Field::AadUserId].map(|f| table.column(f));
        let mut keys = Keys::of(&columns);
        let [email, private, aad] = columns;
        let email = email.map(|c| (c, keys.addresses(c, "", strings)));
        let (domain_of, domains) = email.as_ref().map_or_else(Default::default, |(column, keys)| domains(column, keys));
        let private = private.map(|c| (c, keys.addresses(c, "", strings)));
        let aad = aad.map(|c| (c, keys.addresses(c, "aad:", strings)));
        let mcid = table.column(Field::Mcid).map(|column| (column, mcids(column, strings)));
        let names = [Field::DisplayName, Field::FirstName, Field::LastName].into_iter().filter_map(|f| table.column(f)).collect();
        Identity { mcid, email, private, aad, names, domain_of, domains }
    }

    fn mcid(&self, row: usize) -> u32 {
        self.mcid.as_ref().map_or(0, |(column, ids)| ids[column.id(row) as usize])
    }

    /// Printed form of the private address.
    fn private(&self, row: usize) -> u32 {
        self.private.as_ref().map_or(0, |(column, ids)| ids[column.id(row) as usize].1)
    }

    /// Key and printed form of the address, and of the anonymous id that stands in its place (R16): key, address, id.
    fn address(&self, row: usize) -> (u32, u32, u32) {
        let of = |column: &Option<Addresses<'_>>| column.as_ref().map(|(c, ids)| ids[c.id(row) as usize]).filter(|(key, _)| *key != 0);
        let address = of(&self.email).or_else(|| of(&self.private)).map(|(key, printed)| (key, printed, 0));
        address.or_else(|| of(&self.aad).map(|(key, printed)| (key, 0, printed))).unwrap_or_default()
    }
}

/// How equal addresses get equal keys.
enum Keys {
    /// There is one column of addresses, all in lower case: its cells are distinct already, and their numbers will do.
    Cells,
    /// Addresses in lower case, over all columns.
    Lower(Dictionary),
}

impl Keys {
    fn of(columns: &[Option<&Column>]) -> Keys {
        let is_lower = |cell: &str| cell.bytes().fold(true, |lower, b| lower & b.is_ascii() & !b.is_ascii_uppercase());
        let mut present = columns.iter().flatten();
        match (present.next(), present.next()) {
            (Some(only), None) if only.cells.iter().all(is_lower) => Keys::Cells,
            _ => {
                let mut lower = Dictionary::default();
                lower.add("");
                Keys::Lower(lower)
            }
        }
    }

    fn addresses(&mut self, column: &Column, prefix: &str, strings: &mut Strings) -> Vec<(u32, u32)> {
        let mut key_text = String::new();
        let cells = (0u32..).zip(column.cells.iter()).map(|(number, cell)| {
            if values::is_placeholder(cell) {
                return (0, 0);
            }
            let key = match self {
                Keys::Cells => number,
                Keys::Lower(lower) => {
                    key_text.clear();
                    key_text.push_str(prefix);
                    key_text.push_str(&cell.to_lowercase());
                    lower.add(&key_text)
                }
            };
            // The cells of a column are distinct already: no need to look for another like it.
            (key, strings.push(cell))
        });
        cells.collect()
    }
}

/// The number of the domain of each company address, by its key, and the domains; number 0: none.
fn domains(column: &Column, keys: &[(u32, u32)]) -> (Vec<u32>, Dictionary) {
    let mut domains = Dictionary::default();
    domains.add("");
    let mut domain_of = vec![0; keys.iter().map(|k| k.0).max().map_or(0, |max| max as usize + 1)];
    let mut last = ("", 0);
    for (cell, (key, _)) in column.cells.iter().zip(keys).filter(|(_, k)| k.0 != 0) {
        if let Some((_, domain)) = cell.rsplit_once('@') {
            if last.0 != domain {
                last = (domain, domains.add(&domain.to_lowercase()));
            }
            domain_of[*key as usize] = last.1;
        }
    }
    (domain_of, domains)
}

/// The number of the normalised MCID of each cell; equal for equal ones.
fn mcids(column: &Column, strings: &mut Strings) -> Vec<u32> {
    let ids = || column.cells.iter().map(values::mcid);
    // As long as every cell is as it should be, distinct cells are distinct ids.
    if ids().zip(column.cells.iter()).all(|(id, cell)| id.is_none_or(|id| id == cell)) {
        return ids().map(|id| id.map_or(0, |id| strings.push(&id))).collect();
    }
    let mut numbers: HashMap<String, u32> = HashMap::new();
    ids().map(|id| id.map_or(0, |id| *numbers.entry(id.into_owned()).or_insert_with_key(|id| strings.push(id)))).collect()
}

/// The account of each row: MCID and address together, the address alone where the MCID is missing; a row with neither
/// belongs to the name.
fn assign_rows(rows: usize, identity: &Identity<'_>, accounts: &mut Vec<Account>, keys: &mut Vec<(u32, u32)>) -> Vec<u32> {
    // About as many accounts as addresses: a table that grows on the way is copied again and again.
    let addresses = identity.email.as_ref().map_or(0, |(column, _)| column.cells.len());
    let mut by_key: HashMap<(u32, u32), u32> = HashMap::with_capacity(addresses);
    let mut by_name: HashMap<Vec<u32>, u32> = HashMap::new();
    let mut of_row = Vec::with_capacity(rows);
    let mut last: Option<((u32, u32), u32)> = None;
    for row in 0..rows {
        let (email_key, email, anonymous) = identity.address(row);
        let key = (identity.mcid(row), email_key);
        let fresh = u32::try_from(accounts.len()).unwrap_or(u32::MAX);
        let account = match last {
            Some((before, account)) if before == key && key != (0, 0) => account,
            _ if key == (0, 0) => *by_name.entry(identity.names.iter().map(|c| c.id(row)).collect()).or_insert(fresh),
            _ => *by_key.entry(key).or_insert(fresh),
        };
        if account == fresh {
            accounts.push(Account { email, private: identity.private(row), anonymous, mcid: key.0, ..Account::default() });
            keys.push(key);
        }
        last = Some((key, account));
        of_row.push(account);
    }
    of_row
}

/// The domain of most company addresses.
fn majority_domain(identity: &Identity<'_>, keys: &[(u32, u32)]) -> Option<String> {
    let mut counts = vec![0usize; identity.domains.strings().len().max(1)];
    for (_, email) in keys {
        counts[identity.domain_of.get(*email as usize).map_or(0, |d| *d as usize)] += 1;
    }
    let domains = counts.into_iter().zip(identity.domains.strings().iter()).skip(1).filter(|(count, _)| *count > 0);
    domains.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1))).map(|(_, domain)| domain.to_owned())
}

/// Counting sort: the rows of each account together, in the file's order; and where each account's rows start.
fn rows_by_account(of_row: &[u32], accounts: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; accounts + 1];
    for account in of_row {
        starts[*account as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut order = vec![0u32; of_row.len()];
    for (row, account) in (0u32..).zip(of_row) {
        let at = &mut next[*account as usize];
        order[*at as usize] = row;
        *at += 1;
    }
    (order, starts)
}

/// The first name that is not empty, of the rows of each account.
fn name_accounts(table: &Table, order: &[u32], starts: &[u32], accounts: &mut [Account], strings: &mut Strings) {
    let fields = [Field::FirstName, Field::LastName, Field::DisplayName];
    let columns = fields.map(|f| table.column(f));
    let names: Vec<Vec<u32>> = columns
        .iter()
        .map(|column| {
            column
                .map(|c| c.cells.iter().map(|cell| if values::is_placeholder(cell) { 0 } else { strings.push(cell) }).collect())
                .unwrap_or_default()
        })
        .collect();
    for (number, account) in accounts.iter_mut().enumerate() {
        let rows = &order[starts[number] as usize..starts[number + 1] as usize];
        let slots = [&mut account.first, &mut account.last, &mut account.display];
        for ((slot, column), names) in slots.into_iter().zip(&columns).zip(&names) {
            let Some(column) = column else { continue };
            *slot = rows.iter().map(|row| names[column.id(*row as usize) as usize]).find(|n| *n != 0).unwrap_or(0);
        }
    }
}

/// Sets both associations of every account. Gives those that contradict themselves: account, column, and the first row that
/// says yes and the first that says no.
fn associate(table: &Table, locale: Option<usize>, order: &[u32], starts: &[u32], accounts: &mut [Account]) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    for field in [Field::AssociatedPmc, Field::AssociatedPc] {
        let Some(column) = table.column(field) else { continue };
        let said: Vec<Option<bool>> = column.cells.iter().map(|cell| vocabulary().yes_no(cell, locale)).collect();
        for (number, account) in accounts.iter_mut().enumerate() {
            let mut association = Association::NotSaid;
            let rows = &order[starts[number] as usize..starts[number + 1] as usize];
            for row in rows {
                association.add(said[column.id(*row as usize) as usize]);
            }
            if association == Association::Contradictory {
                let first = |wanted: bool| rows.iter().find(|row| said[column.id(**row as usize) as usize] == Some(wanted)).copied();
                let account = u32::try_from(number).unwrap_or(u32::MAX);
                contradictions.extend(first(true).zip(first(false)).map(|(yes, no)| Contradiction { account, field, yes, no }));
            }
            match field {
                Field::AssociatedPmc => account.pmc = association,
                _ => account.pc = association,
            }
        }
    }
    contradictions.sort_by_key(|c| c.account);
    contradictions
}

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
struct Skills {
    /// One account after the other; where each one's begin.
    found: Vec<Skill>,
    starts: Vec<u32>,
    items: Vec<Item>,
    relevance: Vec<Vec<String>>,
    /// Rows that repeat another one, with their accounts, by account.
    duplicates: Vec<(u32, u32)>,
    says_relevant: bool,
}

fn read_skills(
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

fn most_frequent(column: &Column) -> Option<String> {
    // Most files have one partner name; counting cells is enough to choose among a few.
    column.cells.iter().find(|cell| !values::is_placeholder(cell)).map(|cell| text::clean(cell).into_owned())
}

fn index_people(company: &mut Company) {
    let of_account: Vec<u32> = company.accounts.iter().map(|a| a.person).collect();
    let (order, mut starts) = rows_by_account(&of_account, company.people as usize);
    starts.pop();
    company.person_accounts = order;
    company.person_starts = starts;
}

/// One address with two names and two MCIDs is more likely a shared mailbox than one person: said, not undone.
fn note_shared_addresses(company: &mut Company, keys: &[(u32, u32)]) {
    let mut first = vec![u32::MAX; keys.iter().map(|k| k.1).max().map_or(0, |max| max as usize + 1)];
    let mut notes = Vec::new();
    for (number, (_, email)) in (0u32..).zip(keys).filter(|(_, k)| k.1 != 0) {
        let other = first[*email as usize];
        if other == u32::MAX {
            first[*email as usize] = number;
            continue;
        }
        let (a, b) = (*company.account(other), *company.account(number));
        let folded = |account: &Account| text::fold(&company.full_name(account));
        let two_ids = a.mcid != 0 && b.mcid != 0 && a.mcid != b.mcid;
        let (name_a, name_b) = (folded(&a), folded(&b));
        if two_ids && !name_a.is_empty() && !name_b.is_empty() && name_a != name_b {
            notes.push(Diagnostic {
                code: Code::SharedEmail,
                row: company.lines_of(number).next(),
                column: company.source.column(Field::Email).map(|c| c.index),
                value: company.email(&b).to_owned(),
                count: 1,
            });
        }
    }
    company.source.diagnostics.extend(notes);
}

/// TrainingCompletions of less than a year says nothing of those it does not list (R16).
fn note_short_span(company: &mut Company) {
    if company.source.kind == Kind::TrainingCompletions
        && let Some((from, to)) = company.source.span
        && (to - from).num_days() < 366
    {
        company.source.diagnostics.push(Diagnostic::of_file(Code::ShortSpan, format!("{from} – {to}")));
    }
}
