//! The numbers of the first screen: from listed to counting, what to look at, skills per month. Each comes with the
//! filter that shows who is behind it.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};

use super::{Account, Association, Company, Problem, UserColumn};

/// A number and the filter behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which one: a message `figure-…` names it.
    pub name: &'static str,
    /// People (R14).
    pub people: usize,
    /// Accounts.
    pub accounts: usize,
    /// The filter that lists them.
    pub filter: String,
}

/// Skills earned in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// How many skills.
    pub skills: usize,
}

/// The numbers of a company on a day.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Each step holds those of the one before that pass one more condition.
    pub funnel: Vec<Figure>,
    /// Groups somebody should look at; empty groups are left out.
    pub look_at: Vec<Figure>,
    /// From the first month with a skill to the month of the day, without gaps.
    pub months: Vec<Month>,
    /// Skills that count on the day; `None` when the file does not say where skills count.
    pub counting: Option<usize>,
    /// Columns of which the file says nothing for anybody.
    pub silent: BTreeSet<UserColumn>,
}

type Test<'t> = &'t dyn Fn(u32) -> bool;

fn figure(company: &Company, name: &'static str, filter: &str, test: Test<'_>) -> Figure {
    let mut seen = vec![false; company.people as usize];
    let mut figure = Figure { name, people: 0, accounts: 0, filter: filter.to_owned() };
    for number in (0u32..).take(company.accounts.len()).filter(|n| test(*n)) {
        figure.accounts += 1;
        let person = &mut seen[company.account(number).person as usize];
        figure.people += usize::from(!*person);
        *person = true;
    }
    figure
}

/// Computes the numbers.
#[must_use]
pub fn overview(company: &Company, as_of: NaiveDate) -> Overview {
    let silent = silent(company);
    let says_pc = !company.accounts.is_empty() && !silent.contains(&UserColumn::Pc);
    let has_mcid = |n: u32| !company.mcid(company.account(n)).is_empty();
    let associated = |n: u32| company.account(n).pc == Association::Yes;
    let skilled = |n: u32| !company.skills(n).is_empty();
    let counting = |n: u32| company.counting_skills(n, as_of).is_some_and(|c| c > 0);
    let mut steps: Vec<(&'static str, &'static str, Test<'_>)> = vec![("mcid", "mcid:any", &has_mcid)];
    if says_pc {
        steps.push(("associated", "pc:yes", &associated));
    }
    steps.push(("skilled", "skills:>0", &skilled));
    if company.says_where_skills_count() {
        steps.push(("counting", "counting:>0", &counting));
    }
    let mut funnel = vec![figure(company, "listed", "", &|_| true)];
    for upto in 1..=steps.len() {
        let (name, ..) = steps[upto - 1];
        let filter = steps[..upto].iter().map(|(_, filter, _)| *filter).collect::<Vec<_>>().join(" ");
        funnel.push(figure(company, name, &filter, &|n| steps[..upto].iter().all(|(_, _, test)| test(n))));
    }
    let (look_at, months) = (look_at(company, as_of), months(company, as_of));
    Overview { funnel, look_at, months, counting: company.all_counting_skills(as_of), silent }
}

fn silent(company: &Company) -> BTreeSet<UserColumn> {
    let nobody = |said: fn(&Account) -> Association| company.accounts.iter().all(|a| said(a) == Association::NotSaid);
    let columns = [
        (UserColumn::Pmc, nobody(|a| a.pmc)),
        (UserColumn::Pc, nobody(|a| a.pc)),
        (UserColumn::Competencies, !company.says_where_skills_count()),
    ];
    // Where nobody is listed nothing is missing.
    let somebody = !company.accounts.is_empty();
    columns.into_iter().filter(|(_, silent)| *silent && somebody).map(|(column, _)| column).collect()
}

fn look_at(company: &Company, as_of: NaiveDate) -> Vec<Figure> {
    let priority =
        if company.says_where_skills_count() { "pc:no pmc:yes relevant:yes status:active" } else { "pc:no pmc:yes status:active" };
    let groups = [
        (Problem::PmcOnly, priority),
        (Problem::NotAssociated, "pc:no"),
        (Problem::ConflictingAssociation, "pc:both"),
        (Problem::Expiring, "expires:<90d status:active"),
        (Problem::MissingMcid, "mcid:none"),
        (Problem::NoSkills, "skills:0"),
    ];
    let counted = groups.map(|(problem, filter)| figure(company, problem.name(), filter, &|n| problem.holds(company, n, as_of)));
    counted.into_iter().filter(|g| g.accounts > 0).collect()
}

fn months(company: &Company, as_of: NaiveDate) -> Vec<Month> {
    let earned = || (0u32..).take(company.accounts.len()).flat_map(|n| company.skills(n)).filter_map(|s| s.earned).filter(|d| *d <= as_of);
    let Some(first) = earned().min().and_then(|d| d.with_day(1)) else { return Vec::new() };
    let mut months: Vec<Month> = (0..)
        .map_while(|n| first.checked_add_months(Months::new(n)))
        .take_while(|d| *d <= as_of)
        .map(|d| Month { year: d.year(), month: d.month(), skills: 0 })
        .collect();
    for date in earned() {
        let at = (date.year() - first.year()) * 12 + date.month() as i32 - first.month() as i32;
        if let Some(month) = usize::try_from(at).ok().and_then(|at| months.get_mut(at)) {
            month.skills += 1;
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::test_support::company;

    const HEAD: &str = "Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_funnel_counts_people_and_names_its_filters() {
        let company = company(&format!(
            "{HEAD}A,a@x.example,8000001,Yes,Yes,Exam,AZ-104,2021-01-10,Cloud (A),\n\
             A,a@home.example,8000001,Yes,Yes,Exam,AZ-500,2021-03-10,Cloud (A),\n\
             B,b@x.example,8000002,Yes,No,Exam,AZ-104,2021-03-11,Cloud (A),2021-06-01\n\
             C,c@x.example,,No,No,,,,,\n\
             D,d@x.example,8000004,No,Yes,Exam,AZ-900,2021-03-12,,\n"
        ));
        let overview = overview(&company, day("2021-05-19"));
        let funnel: Vec<_> = overview.funnel.iter().map(|f| (f.name, f.people, f.accounts)).collect();
        assert_eq!(funnel, [("listed", 4, 5), ("mcid", 3, 4), ("associated", 2, 3), ("skilled", 2, 3), ("counting", 1, 2)]);
        assert_eq!(overview.funnel[4].filter, "mcid:any pc:yes skills:>0 counting:>0");
        let look_at: Vec<_> = overview.look_at.iter().map(|f| (f.name, f.people)).collect();
        assert_eq!(look_at, [("pmc-only", 1), ("not-associated", 2), ("expiring", 1), ("missing-mcid", 1), ("no-skills", 1)]);
        let months: Vec<_> = overview.months.iter().map(|m| (m.month, m.skills)).collect();
        assert_eq!(months, [(1, 1), (2, 0), (3, 3), (4, 0), (5, 0)]);
    }

    #[test]
    fn steps_that_the_file_cannot_tell_are_left_out() {
        let company = company(
            "TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,MCPID\n1,Microsoft Azure Fundamentals,Exam,a@x.example,2024-01-01,8000001\n",
        );
        let overview = overview(&company, day("2024-02-01"));
        let names: Vec<_> = overview.funnel.iter().map(|f| f.name).collect();
        assert_eq!(names, ["listed", "mcid", "skilled"]);
        assert_eq!(overview.silent, [UserColumn::Pmc, UserColumn::Pc, UserColumn::Competencies].into());
    }
}
