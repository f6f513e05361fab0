//! Whom a case is about.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::diagnosis::Missing;
use crate::model::Company;

/// Whom a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The company.
    Company,
    /// A person of a report or list, or one who is in no file.
    Person(Person),
}

/// A person, as printed or typed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Person {
    /// The name; empty where it is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// E-mail addresses, the company's first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// MCIDs: of the report, and of the transcript (T1).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mcids: Vec<String>,
    /// Anonymous ids that stand in place of addresses (R16).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub anonymous: Vec<String>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

impl Person {
    /// One who was typed in; what is empty is left out.
    #[must_use]
    pub fn typed(name: &str, email: &str, mcid: &str) -> Person {
        let mut person = Person { name: name.trim().to_owned(), ..Person::default() };
        add(&mut person.emails, email);
        add(&mut person.mcids, mcid);
        person
    }

    /// The person of an account of a report, with all accounts (R14).
    #[must_use]
    pub fn of_account(company: &Company, account: u32) -> Person {
        let of = company.account(account);
        let mut person = Person { name: company.full_name(of), ..Person::default() };
        person.learn_account(company, account);
        company.accounts_of(of.person).iter().for_each(|other| person.learn_account(company, *other));
        person
    }

    /// Somebody of a staff list.
    #[must_use]
    pub fn of_list(missing: &Missing) -> Person {
        Person::typed(&missing.name, &missing.email, &missing.mcid)
    }

    fn learn_account(&mut self, company: &Company, account: u32) {
        let of = company.account(account);
        add(&mut self.emails, company.email(of));
        add(&mut self.emails, company.private_email(of));
        add(&mut self.mcids, company.mcid(of));
        add(&mut self.anonymous, company.anonymous_id(of));
    }

    /// Adds what is known of the same person.
    pub fn learn(&mut self, known: &Person) {
        if !known.name.is_empty() {
            self.name.clone_from(&known.name);
        }
        known.emails.iter().for_each(|email| add(&mut self.emails, email));
        known.mcids.iter().for_each(|mcid| add(&mut self.mcids, mcid));
        known.anonymous.iter().for_each(|id| add(&mut self.anonymous, id));
    }

    /// Whether both are one person: an address or MCID in common, in whatever letters (R14). A name proves nothing.
    #[must_use]
    pub fn is(&self, other: &Person) -> bool {
        shares(&self.mcids, &other.mcids) || shares(&self.emails, &other.emails) || shares(&self.anonymous, &other.anonymous)
    }

    /// What the person is known by: MCIDs, addresses, anonymous ids.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        [&self.mcids, &self.emails, &self.anonymous].into_iter().flatten().map(String::as_str)
    }

    /// Whether an address, MCID or anonymous id is the person's.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.keys().any(|own| same(own, key))
    }

    /// The accounts of a report that are the person's.
    #[must_use]
    pub fn accounts(&self, company: &Company) -> Vec<u32> {
        let has = |list: &[String], key: &str| !key.is_empty() && list.iter().any(|own| same(own, key));
        let is_own = |account: &u32| {
            let of = company.account(*account);
            has(&self.mcids, company.mcid(of))
                || has(&self.emails, company.email(of))
                || has(&self.emails, company.private_email(of))
                || has(&self.anonymous, company.anonymous_id(of))
        };
        (0..u32::try_from(company.accounts.len()).unwrap_or(u32::MAX)).filter(is_own).collect()
    }

    /// The name, else an address, else an MCID, else an anonymous id.
    #[must_use]
    pub fn label(&self) -> &str {
        let name = (!self.name.is_empty()).then_some(&self.name);
        name.or(self.emails.first()).or(self.mcids.first()).or(self.anonymous.first()).map_or("", String::as_str)
    }
}

/// Addresses and ids are compared without letter case.
pub(super) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a.eq_ignore_ascii_case(b) || !(a.is_ascii() && b.is_ascii()) && a.to_lowercase() == b.to_lowercase()
}

fn shares(a: &[String], b: &[String]) -> bool {
    a.iter().any(|one| b.iter().any(|other| same(one, other)))
}

fn add(list: &mut Vec<String>, key: &str) {
    let key = key.trim();
    if !key.is_empty() && !list.iter().any(|there| same(there, key)) {
        list.push(key.to_owned());
    }
}
