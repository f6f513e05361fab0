//! The standing as a table: one row for each requirement or step.

use chrono::NaiveDate;

use super::words::mark;
use crate::catalog::Programme;
use crate::cli::rows::Rows;
use crate::export::grid::markdown_cell;
use crate::export::standing::{Page, Tone};
use crate::model::Company;
use crate::standing::{Break, Holders, OptionStandingKind, RulesUsed, Standing, level_name, rounded};

/// Headings of the rows.
const HEAD: [&str; 21] = [
    "programme",
    "path",
    "id",
    "name",
    "option",
    "level",
    "metric",
    "track",
    "role",
    "need",
    "have",
    "short",
    "spare",
    "points",
    "max_points",
    "met",
    "skills_met",
    "safe_until",
    "holders",
    "rules",
    "historic",
];

fn names(company: &Company, holders: &Holders) -> String {
    let account = |person: u32| company.accounts_of(person).first().copied().unwrap_or(0);
    holders.list().iter().map(|h| company.label(company.account(account(h.person)))).collect::<Vec<_>>().join("; ")
}

fn yes_no(known: Option<bool>) -> String {
    known.map(|yes| if yes { "yes" } else { "no" }.to_owned()).unwrap_or_default()
}

fn last(first: Option<&Break>) -> String {
    first.and_then(|b| b.on.pred_opt()).map(|day: NaiveDate| day.to_string()).unwrap_or_default()
}

fn number(value: Option<u32>) -> String {
    value.map(|n| n.to_string()).unwrap_or_default()
}

fn row(cells: &[(&str, String)]) -> Vec<String> {
    let cell = |head: &&str| cells.iter().find(|(name, _)| name == head).map(|(_, value)| value.clone()).unwrap_or_default();
    HEAD.iter().map(cell).collect()
}

fn of_rules(used: Option<&RulesUsed>) -> [(&'static str, String); 2] {
    [("rules", used.map(|r| r.id.clone()).unwrap_or_default()), ("historic", yes_no(used.map(|r| r.historic)))]
}

/// The table.
pub fn rows(company: &Company, standing: &Standing, programme: Programme) -> Rows {
    let mut rows = Vec::new();
    if programme != Programme::Competencies {
        designations(company, standing, &mut rows);
    }
    if programme != Programme::Designations {
        competencies(company, standing, &mut rows);
    }
    Rows::new("standing", &HEAD, rows).numbers(&["need", "have", "short", "spare", "points", "max_points"]).days(&["safe_until"])
}

fn designations(company: &Company, standing: &Standing, rows: &mut Vec<Vec<String>>) {
    for of in &standing.designations {
        let mut base = vec![("programme", "designations".to_owned()), ("id", of.id.clone()), ("name", of.name.clone())];
        base.extend(of_rules(of.rules.as_ref()));
        if of.metrics.is_empty() {
            rows.push(row(&[base.clone(), vec![("path", of.id.clone())]].concat()));
        }
        for metric in &of.metrics {
            for step in &metric.steps {
                let own = vec![
                    ("path", step.path.clone()),
                    ("metric", metric.metric.clone()),
                    ("track", metric.track.clone()),
                    ("role", step.role.name().to_owned()),
                    ("need", step.need.to_string()),
                    ("have", step.have.to_string()),
                    ("short", step.short.to_string()),
                    ("spare", number(metric.spare)),
                    ("points", rounded(metric.points).to_string()),
                    ("max_points", rounded(metric.max_points).to_string()),
                    ("safe_until", last(metric.until.as_ref().map(|(first, _)| first))),
                    ("holders", names(company, &step.holders)),
                ];
                rows.push(row(&[base.clone(), own].concat()));
            }
        }
    }
}

fn competencies(company: &Company, standing: &Standing, rows: &mut Vec<Vec<String>>) {
    for of in &standing.competencies {
        let base = vec![("programme", "competencies".to_owned()), ("id", of.id.clone()), ("name", of.name.clone())];
        if of.options.is_empty() {
            rows.push(row(&[base.clone(), vec![("path", of.id.clone())]].concat()));
        }
        for option in &of.options {
            let mut base = base.clone();
            base.push(("option", option.id.clone()));
            base.extend(of_rules(Some(&option.rules)));
            match &option.kind {
                OptionStandingKind::Levels(levels) => {
                    for level in levels {
                        let of_level = [
                            ("level", level_name(level.level).to_owned()),
                            ("met", yes_no(level.met)),
                            ("skills_met", yes_no(level.skills_met)),
                            ("safe_until", last(level.until.as_ref().filter(|_| !option.rules.historic))),
                        ];
                        if level.requirements.is_empty() {
                            rows.push(row(&[base.clone(), of_level.to_vec(), vec![("path", level.path.clone())]].concat()));
                        }
                        for one in &level.requirements {
                            let own = vec![
                                ("path", one.path.clone()),
                                ("need", one.need.to_string()),
                                ("have", number(one.have)),
                                ("short", number(one.short)),
                                ("spare", number(one.spare)),
                                ("holders", names(company, &one.holders)),
                            ];
                            rows.push(row(&[base.clone(), of_level.to_vec(), own].concat()));
                        }
                    }
                }
                OptionStandingKind::Score(score) => {
                    for (metric, people) in score.metrics.iter().filter_map(|m| Some((m, m.people.as_ref()?))) {
                        let own = vec![
                            ("path", metric.path.clone()),
                            ("metric", metric.name.clone()),
                            ("need", people.need.0.to_string()),
                            ("have", number(people.have)),
                            ("points", rounded(people.points.0).to_string()),
                            ("max_points", rounded(metric.max_points).to_string()),
                            ("holders", names(company, &people.holders)),
                        ];
                        rows.push(row(&[base.clone(), own].concat()));
                    }
                }
            }
        }
    }
}

/// All paths that have a page and are no entry of their own, and those of the entries that have people.
pub fn paths(standing: &Standing) -> Vec<String> {
    let metrics = standing.designations.iter().flat_map(|d| &d.metrics);
    let designations = metrics.flat_map(|m| std::iter::once(&m.path).chain(m.steps.iter().map(|s| &s.path)));
    let options = standing.competencies.iter().flat_map(|c| &c.options);
    let levels = options.clone().flat_map(|o| o.levels());
    let requirements = levels.flat_map(|l| std::iter::once(&l.path).chain(l.requirements.iter().map(|r| &r.path)));
    let scores = options.filter_map(|o| match &o.kind {
        OptionStandingKind::Score(score) => Some(score),
        OptionStandingKind::Levels(_) => None,
    });
    let scores = scores.flat_map(|s| s.metrics.iter().map(|m| &m.path));
    designations.chain(requirements).chain(scores).cloned().collect()
}

/// The page of one entry, line by line; in Markdown a document.
pub fn of_page(page: &Page) -> Rows {
    let rows = page.lines.iter().filter(|line| !line.text.is_empty()).map(|line| vec![line.indent.to_string(), line.text.clone()]);
    Rows::new("standing", &["indent", "text"], rows).numbers(&["indent"]).in_markdown(document(page))
}

/// A page with headings and lists, as documents and wikis draw it.
fn document(page: &Page) -> String {
    let mut out = format!("# {}\n\n", markdown_cell(&page.title));
    // How far the list of a part is set in: a list begins at the left.
    let mut left = None;
    for line in &page.lines {
        let text = markdown_cell(&line.text);
        match line.tone {
            _ if line.text.is_empty() => {
                out.push('\n');
                left = None;
            }
            Tone::Heading => out.push_str(&format!("## {text}\n\n")),
            tone => {
                let left = left.get_or_insert(line.indent);
                let indent = "  ".repeat(line.indent.saturating_sub(*left).into());
                out.push_str(&format!("{indent}- {}{text}\n", mark(tone).trim_start()));
            }
        }
    }
    out
}
