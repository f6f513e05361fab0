//! What the files answer of a step: true or false with the cells that show it, or nothing.

mod lists;

use chrono::NaiveDate;

use super::data::Check;
use crate::model::lists::{Beside, ListCell, RowOf};
use crate::model::spans::{RECENT_DAYS, pmc_counts_until, shows_by};
use crate::model::{Association, Company, FileRow};
use crate::report::{Field, SkillType};

/// Of whom a step speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The company.
    Company,
    /// An account, by number.
    Account(u32),
    /// Somebody of a staff list who is in no report.
    Listed(RowOf),
    /// Somebody who is in no file.
    Nobody,
}

/// What is known besides the company.
#[derive(Clone, Debug)]
pub struct Facts<'f> {
    /// The company.
    pub company: &'f Company,
    /// The day that is looked from.
    pub as_of: NaiveDate,
    /// The day on which somebody looks: how old the report is.
    pub today: NaiveDate,
    /// Day of the move from PMC to Partner Center; `None`: not known (R7).
    pub moved: Option<NaiveDate>,
    /// Numbers of two persons who may be one (R14).
    pub suspected: &'f [(u32, u32)],
    /// The lists beside the report; `None`: there are none.
    pub lists: Option<Beside<'f>>,
    /// The last day of the wait for what somebody said was earned and associated, and whether it is over; `None`: nobody said
    /// anything of it (R3).
    pub waits: Option<(NaiveDate, bool)>,
}

/// A cell that shows something, or a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A row of the report, and 0-based column, where there is one.
    Cell(FileRow, Option<usize>),
    /// A cell of a list beside the report.
    Listed(ListCell),
    /// Another account, by number.
    Account(u32),
    /// So many accounts.
    Accounts(usize),
    /// A day: until when to wait, or until when something runs.
    Day(NaiveDate),
}

/// The answer to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The files show that it is so.
    Yes(Vec<Shown>),
    /// They show that it is not so.
    No(Vec<Shown>),
    /// They do not tell: somebody has to look.
    Unknown,
}

fn told(is_so: Option<bool>, shown: Vec<Shown>) -> Verdict {
    match is_so {
        Some(true) => Verdict::Yes(shown),
        Some(false) => Verdict::No(shown),
        None => Verdict::Unknown,
    }
}

/// What the files answer.
#[must_use]
pub fn verdict(check: Option<Check>, subject: Subject, facts: &Facts<'_>) -> Verdict {
    let Some(check) = check else { return Verdict::Unknown };
    // What somebody knows of these days goes before what the report shows of them.
    if let (Check::TimeHasPassed, Some((last, is_over))) = (check, facts.waits) {
        return told(Some(is_over), vec![Shown::Day(last)]);
    }
    match subject {
        Subject::Account(number) if (number as usize) < facts.company.accounts.len() => of_account(check, number, facts),
        Subject::Account(_) | Subject::Company => of_company(check, facts),
        Subject::Listed(row) => lists::of_member(check, row, facts).unwrap_or_else(|| of_nobody(check, facts)),
        Subject::Nobody => of_nobody(check, facts),
    }
}

fn of_nobody(check: Check, facts: &Facts<'_>) -> Verdict {
    match check {
        // Whoever is in no file is not in the report; of what that person has it says nothing.
        Check::IsListed => Verdict::No(Vec::new()),
        Check::IsNotListed => Verdict::Yes(Vec::new()),
        _ => of_company(check, facts),
    }
}

fn of_company(check: Check, facts: &Facts<'_>) -> Verdict {
    let company = facts.company;
    let accounts = &company.accounts;
    let says_pc = company.has(Field::AssociatedPc);
    let count = |is_it: &dyn Fn(&crate::model::Account) -> bool| accounts.iter().filter(|a| is_it(a)).count();
    match check {
        Check::ReportThere => Verdict::Yes(company.report_date.map(|(day, _)| Shown::Day(day)).into_iter().collect()),
        Check::ReportIsRecent => {
            let day = company.report_date.map(|(day, _)| day);
            let recent = company.days_old(facts.today).map(|days| days <= RECENT_DAYS);
            told(recent, day.map(Shown::Day).into_iter().collect())
        }
        Check::SomebodyIsListed => told(Some(!accounts.is_empty()), vec![Shown::Accounts(accounts.len())]),
        Check::SomebodyIsAssociated if says_pc && !accounts.is_empty() => {
            let associated = count(&|a| a.pc == Association::Yes);
            told(Some(associated > 0), vec![Shown::Accounts(associated)])
        }
        Check::EverybodyIsAssociated if says_pc && !accounts.is_empty() => {
            let open = count(&|a| a.pc != Association::Yes);
            told(Some(open == 0), if open == 0 { Vec::new() } else { vec![Shown::Accounts(open)] })
        }
        Check::EverybodyHasAnAccount if company.has(Field::Email) && !accounts.is_empty() => {
            let without = count(&|a| company.email(a).is_empty());
            told(Some(without == 0), if without == 0 { Vec::new() } else { vec![Shown::Accounts(without)] })
        }
        Check::MoveIsKnown => facts.moved.map_or(Verdict::Unknown, |day| Verdict::Yes(vec![Shown::Day(day)])),
        Check::SixMonthsRun => {
            let last = facts.moved.and_then(pmc_counts_until);
            told(last.map(|last| facts.as_of <= last), last.map(Shown::Day).into_iter().collect())
        }
        _ => lists::of_company(check, facts).unwrap_or(Verdict::Unknown),
    }
}

fn of_account(check: Check, number: u32, facts: &Facts<'_>) -> Verdict {
    lists::of_account(check, number, facts).unwrap_or_else(|| by_the_report(check, number, facts))
}

fn by_the_report(check: Check, number: u32, facts: &Facts<'_>) -> Verdict {
    let company = facts.company;
    let account = company.account(number);
    let rows = company.first_lines_of(number);
    // Of two files the one that has the column shows it.
    let cell = |field: Field| {
        let with_column = rows.iter().find(|at| company.column(at.file, field).is_some());
        let shown = with_column.or(rows.first()).map(|at| Shown::Cell(*at, company.column(at.file, field)));
        shown.into_iter().collect::<Vec<_>>()
    };
    let of_skill = |skill: &crate::model::Skill, field: Field| {
        let at = company.line_of_field(skill, field);
        Shown::Cell(at, company.column(at.file, field))
    };
    match check {
        Check::IsListed => Verdict::Yes(cell(Field::Email)),
        Check::IsNotListed => Verdict::No(cell(Field::Email)),
        Check::IsAssociated | Check::IsShownAssociated => match account.pc {
            Association::Yes => Verdict::Yes(cell(Field::AssociatedPc)),
            Association::No => Verdict::No(cell(Field::AssociatedPc)),
            // Yes in one row and no in another settles nothing.
            Association::Contradictory | Association::NotSaid => Verdict::Unknown,
        },
        Check::HasAnMcid if company.has(Field::Mcid) => told(Some(!company.mcid(account).is_empty()), cell(Field::Mcid)),
        Check::HasOneAccount => {
            let others: Vec<u32> = company.accounts_of(account.person).iter().copied().filter(|other| *other != number).collect();
            let like = facts.suspected.iter().filter_map(|(a, b)| match account.person {
                person if person == *a => Some(*b),
                person if person == *b => Some(*a),
                _ => None,
            });
            let like = like.filter_map(|person| company.accounts_of(person).first().copied());
            let all: Vec<Shown> = others.into_iter().chain(like).map(Shown::Account).collect();
            told(Some(all.is_empty()), all)
        }
        Check::IsOnePerson => {
            let others: Vec<Shown> =
                company.accounts_of(account.person).iter().copied().filter(|other| *other != number).map(Shown::Account).collect();
            if others.is_empty() { Verdict::Unknown } else { Verdict::Yes(others) }
        }
        Check::HasACompanyAddress if !company.email(account).is_empty() => {
            let own = company.email(account).rsplit('@').next().unwrap_or_default().to_lowercase();
            let usual = usual_domain(company);
            told(usual.map(|usual| usual == own), cell(Field::Email))
        }
        Check::HasASkill => match company.skills(number).first() {
            Some(skill) => Verdict::Yes(vec![of_skill(skill, Field::SkillName)]),
            None => Verdict::No(cell(Field::SkillName)),
        },
        Check::HasARelevantSkill if company.says_where_skills_count() => {
            let is_valid =
                |skill: &crate::model::Skill| skill.expires.is_none_or(|last| last >= facts.as_of) && skill.active != Some(false);
            let relevant =
                |skill: &&crate::model::Skill| is_valid(skill) && company.counts_for(skill).is_some_and(|entries| !entries.is_empty());
            match company.skills(number).iter().find(relevant) {
                Some(skill) => Verdict::Yes(vec![of_skill(skill, Field::Relevant)]),
                None => Verdict::No(cell(Field::Relevant)),
            }
        }
        Check::HasAnAssessment => {
            let found = company.skills(number).iter().find(|skill| company.item(skill).kind == SkillType::Assessment);
            // Whoever has none may still have associated Partner University.
            found.map_or(Verdict::Unknown, |skill| Verdict::Yes(vec![of_skill(skill, Field::SkillType)]))
        }
        Check::TimeHasPassed => {
            let Some((report, _)) = company.report_date else { return Verdict::Unknown };
            let waits = company.skills(number).iter().filter_map(|skill| Some((shows_by(company.item(skill).kind, skill.earned?)?, skill)));
            match waits.max_by_key(|(until, _)| *until) {
                None => Verdict::Unknown,
                Some((until, skill)) if until > report => Verdict::No(vec![of_skill(skill, Field::CompletionDate), Shown::Day(until)]),
                Some((_, skill)) => Verdict::Yes(vec![of_skill(skill, Field::CompletionDate)]),
            }
        }
        _ => of_company(check, facts),
    }
}

/// The domain of more than half of the addresses: the company's own.
fn usual_domain(company: &Company) -> Option<String> {
    let mut counts: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut all = 0;
    for account in &company.accounts {
        if let Some((_, domain)) = company.email(account).rsplit_once('@') {
            *counts.entry(domain.to_lowercase()).or_default() += 1;
            all += 1;
        }
    }
    counts.into_iter().find(|(_, count)| count * 2 > all).map(|(domain, _)| domain)
}

#[cfg(test)]
mod tests;
