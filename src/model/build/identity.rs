//! Who a row is about: the account of each row, by MCID and address.

use hashbrown::HashMap;

use crate::model::Account;
use crate::report::Field;
use crate::report::table::{Column, Dictionary, Strings, Table};
use crate::report::values;

/// By cell number of a column: a key that is equal for equal addresses, and the number of the printed form.
type Addresses<'t> = (&'t Column, Vec<(u32, u32)>);

/// Who a row is about: numbers of the normalised MCID and address, by cell.
pub(super) struct Identity<'t> {
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
    pub(super) fn of(table: &'t Table, strings: &mut Strings) -> Identity<'t> {
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
pub(super) fn assign_rows(rows: usize, identity: &Identity<'_>, accounts: &mut Vec<Account>, keys: &mut Vec<(u32, u32)>) -> Vec<u32> {
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
pub(super) fn majority_domain(identity: &Identity<'_>, keys: &[(u32, u32)]) -> Option<String> {
    let mut counts = vec![0usize; identity.domains.strings().len().max(1)];
    for (_, email) in keys {
        counts[identity.domain_of.get(*email as usize).map_or(0, |d| *d as usize)] += 1;
    }
    let domains = counts.into_iter().zip(identity.domains.strings().iter()).skip(1).filter(|(count, _)| *count > 0);
    domains.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1))).map(|(_, domain)| domain.to_owned())
}
