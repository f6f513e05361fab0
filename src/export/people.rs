//! Tables of accounts and of one account's skills, as they leave the program.

use chrono::NaiveDate;

use crate::i18n::Texts;
use crate::model::{Account, Areas, Association, Company, Counting, Findings, Skill, UserColumn};

use super::grid::{Cell, Grid};

/// A skill for which a filter found an account, in the words of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundSkill {
    /// Its name, an exam's with its code.
    pub name: String,
    /// When it was earned.
    pub earned: Option<NaiveDate>,
    /// Its last day.
    pub expires: Option<NaiveDate>,
}

/// The skill of an account at a place among its skills. `None` where the filter found none.
#[must_use]
pub fn found_skill(company: &Company, account: u32, place: Option<usize>) -> Option<FoundSkill> {
    let skill = company.skills(account).get(place?)?;
    Some(FoundSkill { name: company.item(skill).name_with_code(), earned: skill.earned, expires: skill.expires })
}

/// What a table of accounts is made of.
#[derive(Clone, Copy)]
pub struct Listed<'c> {
    /// The company.
    pub company: &'c Company,
    /// What skills count for by rules that the file does not know.
    pub areas: &'c Areas,
    /// What was found of the accounts.
    pub findings: Option<&'c Findings>,
    /// The day.
    pub as_of: NaiveDate,
}

impl Listed<'_> {
    /// Key of the heading of a column: where skills count is told by the file, or by the rules.
    #[must_use]
    pub fn heading(&self, column: UserColumn) -> &'static str {
        let by_rules = column == UserColumn::Competencies && self.areas.are_shown(self.company);
        if by_rules { "users-competencies-by-rules" } else { column.name() }
    }
}

/// A table of accounts with the columns asked for. `found`: for each of the accounts the place of the skill for which a
/// filter found it; without it there are no columns for that skill.
#[must_use]
pub fn users(of: Listed<'_>, accounts: &[u32], found: Option<&[Option<u32>]>, columns: &[UserColumn], texts: &Texts) -> Grid {
    let company = of.company;
    let columns: Vec<UserColumn> = columns.iter().copied().filter(|c| found.is_some() || !c.is_of_found_skill()).collect();
    let headers = columns.iter().flat_map(|column| match column {
        // Two numbers in one cell could be neither added up nor sorted.
        UserColumn::Skills => vec![texts.get("users-skills-counting"), texts.get(column.name())],
        _ => vec![texts.get(of.heading(*column))],
    });
    let rows = accounts.iter().enumerate().map(|(at, &number)| {
        let account = company.account(number);
        let place = found.and_then(|found| usize::try_from((*found.get(at)?)?).ok());
        let skill = found_skill(company, number, place);
        columns.iter().flat_map(|column| user_cells(of, number, account, skill.as_ref(), *column, texts)).collect()
    });
    Grid { name: texts.get("tab-users"), headers: headers.collect(), rows: rows.collect() }
}

/// A table of accounts with given and family name in columns of their own behind the whole name, where the file has them
/// apart. `accounts`: those of the rows.
#[must_use]
pub fn with_names_apart(mut grid: Grid, company: &Company, accounts: &[u32], texts: &Texts) -> Grid {
    let parts = |number: u32| company.name_parts(company.account(number));
    if !accounts.iter().any(|number| parts(*number) != ("", "")) {
        return grid;
    }
    let behind = 1.min(grid.headers.len());
    grid.headers.splice(behind..behind, ["users-first-name", "users-last-name"].map(|key| texts.get(key)));
    for (row, number) in grid.rows.iter_mut().zip(accounts) {
        let (first, last) = parts(*number);
        let behind = 1.min(row.len());
        row.splice(behind..behind, [Cell::of(first), Cell::of(last)]);
    }
    grid
}

/// What stands in a column for an account.
fn user_cells(
    Listed { company, areas, findings, as_of }: Listed<'_>,
    number: u32,
    account: &Account,
    found: Option<&FoundSkill>,
    column: UserColumn,
    texts: &Texts,
) -> Vec<Cell> {
    vec![match column {
        UserColumn::Name => Cell::of(company.full_name(account)),
        UserColumn::Found => found.map_or(Cell::Nothing, |skill| Cell::of(skill.name.as_str())),
        UserColumn::Until => found.and_then(|skill| skill.expires).into(),
        UserColumn::Email => Cell::of(company.email(account)),
        UserColumn::Mcid => Cell::of(company.mcid(account)),
        UserColumn::Pmc => association(account.pmc, texts),
        UserColumn::Pc => association(account.pc, texts),
        UserColumn::Competencies => Cell::of(areas.names(company, number, as_of).join("; ")),
        UserColumn::Problem => match findings.and_then(|findings| findings.first(number)) {
            Some(problem) => Cell::Text(texts.get(&format!("finding-{}", problem.name()))),
            None => Cell::Nothing,
        },
        UserColumn::Skills => {
            let counting = company.counting_skills(number, as_of).map_or(Cell::Nothing, Cell::count);
            return vec![counting, Cell::count(company.skills(number).len())];
        }
    }]
}

/// Yes, no, both or nothing, in the user's language.
fn association(association: Association, texts: &Texts) -> Cell {
    match association {
        Association::Yes => Cell::Text(texts.get("yes")),
        Association::No => Cell::Text(texts.get("no")),
        Association::Contradictory => Cell::Text(texts.get("both")),
        Association::NotSaid => Cell::Nothing,
    }
}

/// A table of the skills of an account: what each is, whether it counts or why not, and where it stands in the file.
#[must_use]
pub fn skills(company: &Company, account: u32, as_of: NaiveDate, texts: &Texts) -> Grid {
    let headers = [
        texts.get("field-skill-type"),
        texts.get("field-skill-id"),
        texts.get("field-skill-name"),
        texts.get("field-skill-completion-date"),
        texts.get("field-skill-expiration-date"),
        texts.get("skill-counts-or-not"),
        texts.get("field-relevant"),
        texts.get("skill-file-row"),
    ];
    let owner = company.account(account);
    let rows = company.skills(account).iter().map(|skill| {
        let item = company.item(skill);
        vec![
            Cell::Text(texts.get(&format!("skill-type-{}", item.kind.name()))),
            Cell::of(item.id.as_deref().unwrap_or_default()),
            Cell::of(if item.title.is_empty() { item.printed.as_str() } else { &item.title }),
            skill.earned.into(),
            skill.expires.into(),
            counts(company, owner, skill, as_of, texts),
            Cell::of(company.counts_for(skill).unwrap_or_default().join("; ")),
            Cell::Number(company.line(skill).row.into()),
        ]
    });
    let mut grid = Grid { name: company.label(owner), headers: headers.into(), rows: rows.collect() };
    if company.has_two_files() {
        grid.headers.push(texts.get("skill-file"));
        let files = company.skills(account).iter().map(|skill| Cell::of(company.file_name(company.line(skill).file)));
        grid.rows.iter_mut().zip(files).for_each(|(row, file)| row.push(file));
    }
    grid
}

/// Yes, or the first reason why not; nothing where the file does not say.
fn counts(company: &Company, account: &Account, skill: &Skill, as_of: NaiveDate, texts: &Texts) -> Cell {
    let word = match company.counting(account, skill, as_of) {
        Counting::Counts => texts.get("yes"),
        Counting::NotAssociated => texts.get("counting-not-associated"),
        Counting::Expired => texts.get("counting-expired"),
        Counting::Inactive => texts.get("counting-inactive"),
        Counting::NotRelevant => texts.get("counting-nowhere"),
        // Where the file does not say what counts, it may still say that this does not.
        Counting::NotSaid if skill.expires.is_some_and(|last| last < as_of) => texts.get("counting-expired"),
        Counting::NotSaid if skill.active == Some(false) => texts.get("counting-inactive"),
        Counting::NotSaid => return Cell::Nothing,
    };
    Cell::Text(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::model::test_support::company;

    const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                        Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

    fn sample() -> Company {
        company(&format!(
            "{HEAD}\
             Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,Azure Administrator,AZ-104,2021-01-02,Cloud (A);Data (B),2021-06-01\n\
             Ana,Roy,ana@x.example,8000001,Yes,No,Exam,,=1+1,2021-02-01,Cloud (A),2021-03-01\n\
             Bo,Li,,0,,No,,,,,,\n"
        ))
    }

    fn listed<'c>(company: &'c Company, areas: &'c Areas) -> Listed<'c> {
        Listed { company, areas, findings: None, as_of: day("2021-05-19") }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn text(words: &str) -> Cell {
        Cell::Text(words.to_owned())
    }

    #[test]
    fn every_column_of_the_users_has_its_cells() {
        let (company, texts) = (sample(), Texts::new(Lang::En));
        let found = [Some(0), None];
        let (areas, findings) = (Areas::default(), Findings::new(2, [(0, "no-skills"), (0, "pmc-only")]));
        let listed = Listed { findings: Some(&findings), ..listed(&company, &areas) };
        let grid = users(listed, &[0, 1], Some(&found), &UserColumn::ALL, &texts);
        assert_eq!(grid.headers.len(), 11, "skills are two numbers");
        assert_eq!(
            grid.rows[0],
            [
                text("Ana Roy"),
                text(&company.item(&company.skills(0)[0]).name_with_code()),
                Cell::Date(day("2021-06-01")),
                text("ana@x.example"),
                text("8000001"),
                text("yes"),
                text("both"),
                Cell::Number(1),
                Cell::Number(2),
                text("Cloud; Data"),
                text("Only in the old portal (PMC)"),
            ]
        );
        assert_eq!(grid.rows[1][1..6], [const { Cell::Nothing }; 5]);
        assert_eq!(grid.rows[1][6..9], [text("no"), Cell::Number(0), Cell::Number(0)]);
    }

    #[test]
    fn without_a_skill_asked_for_there_are_no_columns_for_it() {
        let (company, texts) = (sample(), Texts::new(Lang::Fr));
        let grid = users(listed(&company, &Areas::default()), &[1], None, &[UserColumn::Name, UserColumn::Found, UserColumn::Pc], &texts);
        assert_eq!(
            (grid.headers, grid.rows),
            (vec!["Nom".to_owned(), "Associé dans l’Espace partenaires".to_owned()], vec![vec![text("Bo Li"), text("non")]])
        );
        let nobody = users(listed(&company, &Areas::default()), &[7], None, &UserColumn::ALL, &texts);
        assert_eq!(nobody.rows[0][0], Cell::Nothing, "an account that there is not");
    }

    #[test]
    fn names_stand_apart_where_the_file_has_them_apart() {
        let (company, texts) = (sample(), Texts::new(Lang::En));
        let grid =
            |company: &Company| users(listed(company, &Areas::default()), &[1, 0], None, &[UserColumn::Name, UserColumn::Mcid], &texts);
        let apart = with_names_apart(grid(&company), &company, &[1, 0], &texts);
        assert_eq!(apart.headers, ["Name", "First name", "Last name", "MCID"]);
        assert_eq!(apart.rows[1], [text("Ana Roy"), text("Ana"), text("Roy"), text("8000001")]);
        let whole = crate::model::test_support::company(
            "Name,Email,MCID,Associated to PMC,Associated to PC\nAna Roy,a@x.example,8000001,Yes,Yes\n",
        );
        assert_eq!(with_names_apart(grid(&whole), &whole, &[1, 0], &texts), grid(&whole));
    }

    #[test]
    fn skills_say_whether_they_count_or_why_not() {
        let (company, texts) = (sample(), Texts::new(Lang::En));
        let grid = skills(&company, 0, day("2021-05-19"), &texts);
        assert_eq!(grid.name, "Ana Roy");
        assert!(grid.rows.iter().all(|row| row.len() == grid.headers.len()));
        assert_eq!(
            (&grid.rows[0][1], &grid.rows[0][3..]),
            (
                &text("AZ-104"),
                &[Cell::Date(day("2021-01-02")), Cell::Date(day("2021-06-01")), text("yes"), text("Cloud (A); Data (B)"), Cell::Number(2)]
                    [..]
            )
        );
        assert_eq!(grid.rows[1][5], text("expired"));
        assert_eq!(skills(&company, 1, day("2021-05-19"), &texts).rows, Vec::<Vec<Cell>>::new());
    }

    #[test]
    fn every_kind_of_skill_has_its_word() {
        use crate::model::SkillType::{Assessment, Certification, Exam, Other};
        for lang in Lang::ALL {
            for kind in [Exam, Certification, Assessment, Other] {
                assert!(Texts::new(lang).has(&format!("skill-type-{}", kind.name())));
            }
        }
    }

    /// A list that was exported is not taken for a download when its folder is opened.
    #[test]
    fn no_table_of_ours_is_a_report() {
        let company = sample();
        for texts in Lang::ALL.map(Texts::new) {
            let as_of = day("2021-05-19");
            let few = [UserColumn::Name, UserColumn::Email, UserColumn::Mcid, UserColumn::Pmc];
            let all = users(listed(&company, &Areas::default()), &[0, 1], Some(&[Some(0), None]), &UserColumn::ALL, &texts);
            let mixed = |change: fn(&str) -> String| {
                let grid = with_names_apart(all.clone(), &company, &[0, 1], &texts);
                Grid { headers: grid.headers.iter().map(|header| change(header)).collect(), ..grid }
            };
            for grid in [
                all.clone(),
                mixed(str::to_owned),
                mixed(str::to_uppercase),
                mixed(str::to_lowercase),
                users(listed(&company, &Areas::default()), &[0, 1], None, &few, &texts),
                skills(&company, 0, as_of, &texts),
            ] {
                let folder = tempfile::tempdir().unwrap();
                for (name, bytes) in [("list.csv", grid.csv(texts.lang())), ("list.xlsx", grid.xlsx(&grid.name, texts.lang()).unwrap())] {
                    let path = folder.path().join(name);
                    std::fs::write(&path, bytes).unwrap();
                    let input = crate::report::Input::file(&path.to_string_lossy());
                    let kind = crate::report::read(&input, &Default::default(), &Default::default()).map(|reading| reading.source.kind);
                    assert!(!kind.as_ref().is_ok_and(|kind| kind.is_report()), "{name}: {kind:?} {:?}", grid.headers);
                }
            }
        }
    }
}
