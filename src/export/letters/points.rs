//! What there is to say to a person of their findings, and what only they can do about it (R9).

use super::lang::LetterLang;
use super::pattern::Values;
use super::recipient::{Recipient, Whom};
use super::templates::Templates;
use crate::diagnosis::{Address, Clock, Code, Detail, Finding, Name, NoSkills};
use crate::model::Company;
use crate::text;

/// So long may the name of a skill be before it is cut: it is one cell of a file.
const LONGEST_SKILL: usize = 160;

/// Something to do that several points may call for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Associate,
    Account,
    Screenshot,
    Transcript,
    Mailbox,
    Renew,
    Address,
    Earned,
}

impl Block {
    /// Where its texts stand: `do.associate`.
    pub fn key(self) -> &'static str {
        match self {
            Block::Associate => "do.associate",
            Block::Account => "do.account",
            Block::Screenshot => "do.screenshot",
            Block::Transcript => "do.transcript",
            Block::Mailbox => "do.mailbox",
            Block::Renew => "do.renew",
            Block::Address => "do.address",
            Block::Earned => "do.earned",
        }
    }
}

/// A point of a letter.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub code: Code,
    /// How things stand.
    pub says: String,
    /// The skills it is about, each with its day.
    pub items: Vec<String>,
    /// What to do; none of what is good to know.
    pub blocks: Vec<Block>,
}

/// Tells the points of one person in a language.
pub(super) struct Points<'p> {
    pub company: &'p Company,
    pub templates: &'p Templates,
    pub lang: LetterLang,
    pub values: &'p Values<'p>,
    /// The person.
    pub to: &'p Recipient,
}

/// The skill that a finding is about, as it may stand in a letter; `None`: about none that has a name.
pub(super) fn skill_name(company: &Company, finding: &Finding) -> Option<String> {
    let skill = company.skills(finding.account?).get(finding.skill? as usize)?;
    shown_skill(&company.item(skill).name_with_code())
}

/// The name of a skill as it may stand in a letter.
pub(super) fn shown_skill(name: &str) -> Option<String> {
    let clean = text::clean(name);
    let words: Vec<&str> = clean.split_whitespace().collect();
    Some(text::fit(&words.join(" "), LONGEST_SKILL).into_owned()).filter(|name| !name.is_empty())
}

/// How many skills wait for an association, over all accounts of a person.
fn skills(alike: &[&Finding]) -> usize {
    let of = |finding: &&Finding| match finding.detail {
        Detail::Pmc { skills, .. } | Detail::NotAssociated { skills, .. } => skills as usize,
        _ => 0,
    };
    alike.iter().map(of).sum()
}

impl Points<'_> {
    /// The points of a person's findings, in the order of [`Code::ALL`]. What only repeats another point is left out.
    pub fn of(&self, findings: &[&Finding]) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for code in Code::ALL {
            let of_code: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.code == code).collect();
            let is_told = |codes: &[Code]| points.iter().any(|point| codes.contains(&point.code));
            let point = match of_code.first() {
                None => None,
                // That nothing shows follows from these.
                Some(_)
                    if code == Code::NoSkills
                        && is_told(&[Code::PmcOnly, Code::NotAssociated, Code::PossibleDuplicate, Code::MissingMcid]) =>
                {
                    None
                }
                Some(_) if matches!(code, Code::Expiring | Code::Expired | Code::TooRecent) => self.of_skills(code, &of_code),
                Some(first) => self.point(first, &of_code),
            };
            points.extend(point);
        }
        points
    }

    fn text(&self, key: &str) -> String {
        self.templates.text(self.lang, key, self.values)
    }

    fn counted(&self, key: &str, count: usize) -> String {
        self.templates.counted(self.lang, key, count, self.values)
    }

    /// A point of which there is one whatever the number of accounts. `alike`: the findings of all of them.
    fn point(&self, finding: &Finding, alike: &[&Finding]) -> Option<Point> {
        let code = finding.code;
        let says = |variant: &str| self.text(&format!("finding.{}.{variant}", code.name()));
        let (said, blocks) = match (&finding.detail, code) {
            (Detail::Pmc { clock, .. }, _) => {
                let until = match clock {
                    Clock::Runs(last) => format!(" {}", self.dated("finding.pmc-only.until", *last)),
                    _ => String::new(),
                };
                (format!("{}{until}", self.counted("finding.pmc-only.says", skills(alike))), vec![Block::Associate])
            }
            (Detail::NotAssociated { learn: Some(true), .. }, _) => (says("says-linked"), vec![Block::Screenshot]),
            (Detail::NotAssociated { .. }, _) if skills(alike) == 0 => (says("says-none"), vec![Block::Associate]),
            (Detail::NotAssociated { .. }, _) => (self.counted("finding.not-associated.says", skills(alike)), vec![Block::Associate]),

            (Detail::Missing(_), _) => (says("says"), vec![Block::Account, Block::Associate]),
            (Detail::Duplicate(likeness), _) if likeness.address == Address::Same && likeness.name == Name::Different => {
                (says("says-shared"), vec![Block::Mailbox])
            }
            (Detail::Duplicate(_), _) => (self.duplicate(alike), vec![Block::Transcript]),
            (Detail::Conflict { .. }, _) => (says("says"), vec![Block::Screenshot]),
            (Detail::Mcid(_), _) => (says("says"), vec![Block::Associate]),
            (Detail::Addresses { .. }, _) | (_, Code::BadEmail) => (says("says"), vec![Block::Address]),
            (Detail::NoSkills { cause: NoSkills::Elsewhere(_) | NoSkills::MaybeElsewhere(_), .. }, _) => {
                (says("says-elsewhere"), vec![Block::Transcript])
            }
            (Detail::NoSkills { cause: NoSkills::NotAssociated, .. } | Detail::NoSkills { learn: Some(false), .. }, _) => {
                (says("says"), vec![Block::Associate, Block::Earned])
            }
            (Detail::NoSkills { .. }, _) => (says("says"), vec![Block::Earned]),
            // The rest is for the admin, or nobody can do anything about it.
            _ => return None,
        };
        Some(Point { code, says: said, items: Vec::new(), blocks })
    }

    /// Of a second entry no more is said than that there is one: whose it is, is the question. The reader's own MCIDs help
    /// to answer it.
    fn duplicate(&self, alike: &[&Finding]) -> String {
        let own: &[u32] = if let Whom::Accounts(accounts) = &self.to.whom { accounts } else { &[] };
        let all_are_theirs = alike.iter().flat_map(|finding| &finding.others).all(|account| own.contains(account));
        let said = self.text(&format!("finding.possible-duplicate.{}", if all_are_theirs { "says-own" } else { "says" }));
        if self.to.mcids.is_empty() {
            return said;
        }
        let mut values = self.values.to_vec();
        values.push(("mcid", self.lang.list(&self.to.mcids)));
        let mcids = self.templates.counted(self.lang, "finding.possible-duplicate.own", self.to.mcids.len(), &values);
        format!("{said} {mcids}")
    }

    fn of_skills(&self, code: Code, findings: &[&Finding]) -> Option<Point> {
        let key = format!("finding.{}", code.name());
        let mut days: Vec<_> = findings
            .iter()
            .filter_map(|finding| match finding.detail {
                Detail::LastDay(day) | Detail::Wait(day) => Some((day, skill_name(self.company, finding)?)),
                _ => None,
            })
            .collect();
        days.sort();
        days.dedup();
        let items: Vec<String> = days.iter().map(|(day, skill)| self.item(&format!("{key}.item"), skill, *day)).collect();
        if items.is_empty() {
            return None;
        }
        let blocks = if code == Code::Expiring { vec![Block::Renew] } else { Vec::new() };
        Some(Point { code, says: self.counted(&format!("{key}.says"), items.len()), items, blocks })
    }

    /// A skill with its day.
    pub fn item(&self, key: &str, skill: &str, day: chrono::NaiveDate) -> String {
        let mut values = self.values.to_vec();
        values.extend([("skill", skill.to_owned()), ("date", self.lang.date(day))]);
        self.templates.text(self.lang, key, &values)
    }

    fn dated(&self, key: &str, day: chrono::NaiveDate) -> String {
        self.item(key, "", day)
    }
}
