//! To whom a letter goes: which accounts are surely this person's, what to call them, at which address, in which language.

use std::collections::HashMap;

use super::lang::LetterLang;
use crate::diagnosis::{Code, Detail, Finding, Missing, Name};
use crate::model::lists::{Beside, Fact, Facts, Listed, RowOf};
use crate::model::{Account, Company};
use crate::text;

/// So long may a name be before it is cut: it is one cell of a file.
const LONGEST_NAME: usize = 120;

/// Whom a letter is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Accounts of the report that are surely one person's, by number.
    Accounts(Vec<u32>),
    /// Somebody of a staff list who is in no report.
    Listed(RowOf),
}

/// To whom a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Whom it is about.
    pub whom: Whom,
    /// The name, safe to show; empty where nobody gives one.
    pub name: String,
    /// The company address; the private one where there is no other; `None`: none that a mail could go to.
    pub address: Option<String>,
    /// The MCIDs of the accounts.
    pub mcids: Vec<String>,
}

/// Something before one `@` and a domain with a dot behind it, and no character that means something in a header or is not
/// seen: stricter tests refuse addresses that work.
#[must_use]
pub fn is_mailable(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_odd = |c: char| c.is_whitespace() || text::is_hidden(c) || ",;:<>()[]\\\"@\u{fffd}".contains(c);
    let local_is_right = !local.is_empty() && !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    // RFC 5321 4.5.3.1
    let lengths_are_right = local.len() <= 64 && address.len() <= 254;
    local_is_right && lengths_are_right && !local.chars().any(is_odd) && domain.split('.').count() > 1 && domain.split('.').all(is_label)
}

/// A name as it may stand in a letter.
fn shown_name(name: &str) -> String {
    let clean = text::clean(name);
    let words: Vec<&str> = clean.split_whitespace().collect();
    text::fit(&words.join(" "), LONGEST_NAME).into_owned()
}

/// Everybody of a company, each with the accounts that are surely theirs.
pub(super) struct People<'p> {
    company: &'p Company,
    beside: Option<Beside<'p>>,
    facts: &'p Facts,
    /// The domain of more than half of the addresses: the company's own.
    domain: Option<String>,
}

impl<'p> People<'p> {
    pub fn new(company: &'p Company, beside: Option<Beside<'p>>, facts: &'p Facts) -> People<'p> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut all = 0;
        for account in company.accounts.iter().filter(|account| !is_private(company, account)) {
            if let Some((_, domain)) = company.email(account).rsplit_once('@') {
                *counts.entry(domain.to_lowercase()).or_default() += 1;
                all += 1;
            }
        }
        let domain = counts.into_iter().find(|(_, count)| count * 2 > all).map(|(domain, _)| domain);
        People { company, beside, facts, domain }
    }

    /// The accounts of a person, apart where one mailbox may be two people's: together are those with one MCID or one name,
    /// and those that a finding takes for one person's. `findings`: of all of these accounts.
    pub fn apart(&self, person: u32, findings: &[&Finding]) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for account in self.company.accounts_of(person) {
            let (mut own, others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.iter().any(|other| self.are_one(*account, *other, findings)));
            let mut joined: Vec<u32> = own.drain(..).flatten().collect();
            joined.push(*account);
            joined.sort_unstable();
            groups = others;
            groups.push(joined);
        }
        groups.sort_unstable();
        groups
    }

    fn are_one(&self, a: u32, b: u32, findings: &[&Finding]) -> bool {
        let (one, other) = (self.company.account(a), self.company.account(b));
        let (mcid, name) = (self.company.mcid(one), words(&self.company.full_name(one)));
        let other_name = words(&self.company.full_name(other));
        let is_told = |finding: &&&Finding| {
            let is_of_both =
                finding.account == Some(a) && finding.others.contains(&b) || finding.account == Some(b) && finding.others.contains(&a);
            is_of_both && matches!(&finding.detail, Detail::Duplicate(likeness) if likeness.name != Name::Different)
        };
        !mcid.is_empty() && mcid == self.company.mcid(other)
            || name == other_name
            || (name.is_empty() || other_name.is_empty())
            || findings.iter().filter(|finding| finding.code == Code::PossibleDuplicate).any(|finding| is_told(&finding))
    }

    /// Somebody of the report.
    pub fn of_accounts(&self, accounts: &[u32]) -> Recipient {
        let all = || accounts.iter().map(|number| self.company.account(*number));
        let name = all().map(|account| shown_name(&self.company.full_name(account))).find(|name| !name.is_empty());
        let mut mcids: Vec<String> = Vec::new();
        for mcid in all().map(|account| text::clean(self.company.mcid(account)).into_owned()).filter(|mcid| !mcid.is_empty()) {
            if !mcids.contains(&mcid) {
                mcids.push(mcid);
            }
        }
        let whom = Whom::Accounts(accounts.to_vec());
        Recipient { whom, name: name.unwrap_or_default(), address: self.address(accounts), mcids }
    }

    /// Somebody who is in no report.
    pub fn of_list(&self, missing: &Missing) -> Recipient {
        let member = self.beside.and_then(|beside| beside.member(missing.row));
        let company_first = member.iter().flat_map(|member| member.who.emails().chain(member.who.private_emails()));
        let address = company_first.map(text::trim).find(|address| is_mailable(address)).map(str::to_owned);
        let address = address.or_else(|| Some(text::trim(&missing.email).to_owned()).filter(|address| is_mailable(address)));
        let mcids = Some(text::clean(&missing.mcid).into_owned()).filter(|mcid| !mcid.is_empty());
        Recipient { whom: Whom::Listed(missing.row), name: shown_name(&missing.name), address, mcids: mcids.into_iter().collect() }
    }

    /// The company address: one of the company's own domain, in the report or in the lists, before any other; a private one
    /// only where there is nothing else.
    fn address(&self, accounts: &[u32]) -> Option<String> {
        let all = || accounts.iter().map(|number| self.company.account(*number));
        let of_report = || all().filter(|account| !is_private(self.company, account)).map(|account| self.company.email(account));
        let person = all().next().map_or(0, |account| account.person);
        // Where accounts of a person are kept apart, a row of a list may be about either.
        let is_whole = self.company.accounts_of(person).len() == accounts.len();
        let rows: Vec<Listed<'_>> = match &self.beside {
            Some(beside) if is_whole => beside.rows_of(person).collect(),
            _ => Vec::new(),
        };
        let of_lists = || rows.iter().flat_map(|row| row.emails());
        let private = || all().map(|account| self.company.private_email(account));
        let is_own = |address: &&str| self.domain.as_deref().is_some_and(|own| domain_of(address).eq_ignore_ascii_case(own));
        let usable = |address: &&str| is_mailable(address);
        let company = || of_report().chain(of_lists()).map(text::trim).filter(usable);
        let found = company().find(is_own).or_else(|| company().next()).or_else(|| private().map(text::trim).find(usable));
        found.map(str::to_owned)
    }

    /// The language that the lists name for somebody.
    pub fn language(&self, whom: &Whom) -> Option<LetterLang> {
        match whom {
            Whom::Accounts(accounts) => accounts.iter().find_map(|account| LetterLang::of_word(self.facts.text(Fact::Language, *account))),
            Whom::Listed(row) => self.beside?.member(*row).and_then(|member| LetterLang::of_word(member.language())),
        }
    }

    /// Whether somebody is said not to be technical (J3).
    pub fn is_not_technical(&self, whom: &Whom) -> bool {
        let technical = match whom {
            Whom::Accounts(accounts) => accounts.iter().find_map(|account| self.facts.technical(*account)),
            Whom::Listed(row) => self.beside.and_then(|beside| beside.member(*row)?.technical),
        };
        technical == Some(false)
    }
}

/// Whether the address of an account is the private one, which stands in place of a company address (R16).
fn is_private(company: &Company, account: &Account) -> bool {
    let private = company.private_email(account);
    !private.is_empty() && private.eq_ignore_ascii_case(company.email(account))
}

fn domain_of(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// The words of a name in any order.
fn words(name: &str) -> Vec<String> {
    let folded = text::fold(name);
    let mut words: Vec<String> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lists::Joined;
    use crate::model::test_support::{company, lists};
    use rstest::rstest;

    const HEAD: &str = "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,\
                        TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId,PartnerName\n";

    fn trainings(people: &[[&str; 4]]) -> Company {
        let row = |[name, private, corp, mcid]: &[&str; 4]| {
            format!("3051,Azure,Exam,{name},Roy,{private},{corp},2024-01-01,,Active,{mcid},1,X Ltd\n")
        };
        company(&format!("{HEAD}{}", people.iter().map(row).collect::<String>()))
    }

    fn recipient(company: &Company, list: &str, account: u32) -> Recipient {
        let lists = lists(if list.is_empty() { &[] } else { std::slice::from_ref(&list) });
        let joined = Joined::new(&lists, company);
        let facts = Facts::of(&lists, &joined, company);
        let people = People::new(company, Some(Beside { lists: &lists, joined: &joined }), &facts);
        let person = company.account(account).person;
        let groups = people.apart(person, &[]);
        people.of_accounts(groups.iter().find(|group| group.contains(&account)).unwrap())
    }

    #[rstest]
    #[case::company("ada@home.example", "ada@x.example", "", Some("ada@x.example"))]
    #[case::only_private("ada@home.example", "", "", Some("ada@home.example"))]
    #[case::company_in_a_list("ada@home.example", "", "E-mail,MCID\nada@x.example,8000001\n", Some("ada@x.example"))]
    #[case::no_address("ada at home", "", "", None)]
    fn a_letter_goes_to_the_company_address(#[case] private: &str, #[case] corp: &str, #[case] list: &str, #[case] address: Option<&str>) {
        let company = trainings(&[["Ada", private, corp, "8000001"], ["Bo", "bo@home.example", "bo@x.example", "8000002"]]);
        assert_eq!(recipient(&company, list, 0).address.as_deref(), address, "R16");
    }

    #[test]
    fn an_address_of_the_companys_own_domain_comes_first() {
        let rows = "Ada,ada@mail.example,8000001,Yes,Yes\nBo,bo@x.example,8000002,Yes,Yes\nCy,cy@x.example,8000003,Yes,Yes\n";
        let company = company(&format!("First Name,Email,MCID,Associated to PMC,Associated to PC\n{rows}"));
        assert_eq!(recipient(&company, "", 0).address.as_deref(), Some("ada@mail.example"));
        let list = "E-mail,MCID\nada@x.example,8000001\n";
        assert_eq!(recipient(&company, list, 0).address.as_deref(), Some("ada@x.example"));
    }

    #[test]
    fn one_mailbox_may_be_two_peoples() {
        let rows = "Ada,Roy,team@x.example,8000001,Yes,Yes\nBo,Li,team@x.example,8000002,Yes,Yes\nRoy,Ada,team@x.example,8000003,Yes,Yes\n";
        let company = company(&format!("First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC\n{rows}"));
        assert_eq!(company.people, 1);
        let facts = Facts::default();
        assert_eq!(People::new(&company, None, &facts).apart(0, &[]), [vec![0, 2], vec![1]]);
        let ada = recipient(&company, "", 0);
        assert_eq!((ada.name.as_str(), ada.mcids.as_slice()), ("Ada Roy", &["8000001".to_owned(), "8000003".to_owned()][..]));
    }

    #[rstest]
    #[case("ana.silva@contoso.example", true)]
    #[case("o'brien+learn@mail.contoso.example", true)]
    #[case("müller@bücher.example", true)]
    #[case("ana@contoso", false)]
    #[case("ana@contoso.example\r\nBcc: eve@x.example", false)]
    #[case("ana@contoso.example, eve@x.example", false)]
    #[case("<ana@contoso.example>", false)]
    #[case("\"ana roy\"@contoso.example", false)]
    #[case("ana\u{202e}@contoso.example", false)]
    #[case("ana..roy@contoso.example", false)]
    #[case("", false)]
    fn only_what_is_an_address_gets_a_mail(#[case] address: &str, #[case] right: bool) {
        assert_eq!(is_mailable(address), right, "{address}");
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(shown_name(" Ana\r\nBcc: eve@x.example \u{202e}Roy"), "Ana Bcc: eve@x.example Roy");
        assert!(text::width(&shown_name(&"x".repeat(5000))) <= LONGEST_NAME);
    }
}
