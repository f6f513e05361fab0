//! Everything about one entry on one page.

use super::designations::metric_name;
use super::words::{Teller, option_name};
use super::{Page, entries::levels};
use crate::catalog::programmes::Programmes;
use crate::catalog::{Programme, programme_on};
use crate::i18n::Texts;
use crate::model::Company;
use crate::model::lists::Lists;
use crate::standing::{OptionStandingKind, Standing};
use crate::text;

/// What a page is told by, besides the company and its standing.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The rules.
    pub programmes: &'a Programmes,
    /// The files beside the reports: figures of theirs stand beside ours. `None`: there are none.
    pub lists: Option<&'a Lists>,
}

/// The page of an entry, requirement or step; `None`: there is nothing of that path. Of an id that both programmes have,
/// the one of the day is meant.
#[must_use]
pub fn page(company: &Company, programmes: &Programmes, standing: &Standing, path: &str, texts: &Texts) -> Option<Page> {
    let programme = programme_on(&programmes.rules, standing.as_of);
    page_in(company, Shown { programmes, lists: None }, standing, programme, path, texts)
}

/// The same, where an id of both programmes means this one's.
#[must_use]
pub fn page_in(
    company: &Company,
    Shown { programmes, lists }: Shown<'_>,
    standing: &Standing,
    programme: Programme,
    path: &str,
    texts: &Texts,
) -> Option<Page> {
    let new = || Teller { company, programmes, lists, standing, texts, lines: Vec::new() };
    let path: Vec<&str> = path.trim_matches('/').split('/').collect();
    let (newer, older) = (of_designation(new(), &path), of_competency(new(), &path));
    if programme == Programme::Competencies { older.or(newer) } else { newer.or(older) }
}

fn finish(teller: Teller<'_>, parts: &[&str]) -> Page {
    let cleaned: Vec<_> = parts.iter().map(|part| text::clean(part)).collect();
    Page { title: cleaned.join(" › "), lines: teller.whole() }
}

fn of_designation(mut teller: Teller<'_>, path: &[&str]) -> Option<Page> {
    let (standing, texts) = (teller.standing, teller.texts);
    let of = standing.designations.iter().find(|d| path.first() == Some(&d.id.as_str()))?;
    if path.len() == 1 {
        teller.designation(of);
        return Some(finish(teller, &[&of.name]));
    }
    let whole = path.join("/");
    let metric = of.metrics.iter().find(|m| m.path == whole || m.steps.iter().any(|s| s.path == whole))?;
    let name = metric_name(metric, texts);
    match metric.steps.iter().find(|s| s.path == whole) {
        None => {
            teller.metric(of, metric);
            Some(finish(teller, &[&of.short, &name]))
        }
        Some(step) => {
            teller.step(of, metric, step);
            let number = texts.with("standing-step-title", &[("number", step.number.into())]);
            Some(finish(teller, &[&of.short, &name, &number]))
        }
    }
}

fn of_competency(mut teller: Teller<'_>, path: &[&str]) -> Option<Page> {
    let (standing, texts) = (teller.standing, teller.texts);
    let of = standing.competencies.iter().find(|c| path.first() == Some(&c.id.as_str()))?;
    if path.len() == 1 {
        teller.competency(of);
        return Some(finish(teller, &[&of.name]));
    }
    let option = of.options.iter().find(|o| path.get(1) == Some(&o.id.as_str()))?;
    let is_score = matches!(option.kind, OptionStandingKind::Score(_));
    if path.len() == 2 || is_score {
        // The metrics of a score are told together.
        let of_score = |score: &crate::standing::ScoreStanding| score.metrics.iter().any(|m| m.path == path.join("/"));
        if path.len() > 2 && !matches!(&option.kind, OptionStandingKind::Score(score) if of_score(score)) {
            return None;
        }
        teller.option(of, option);
        return Some(finish(teller, &[&of.name, &option_name(option, texts)]));
    }
    let (level, _, known) = levels(option).into_iter().find(|(_, name, _)| path.get(2) == Some(&name.as_str()))?;
    let level_word = texts.get(&format!("catalog-level-{}", crate::standing::level_name(level)));
    if path.len() == 3 {
        teller.level(of, option, known);
        return Some(finish(teller, &[&of.name, &option_name(option, texts), &level_word]));
    }
    let known = known?;
    let one = known.requirements.iter().find(|r| path.len() == 4 && path.get(3) == Some(&r.id.as_str()))?;
    teller.requirement(of, option, known, one);
    Some(finish(teller, &[&of.name, &option_name(option, texts), &level_word, &one.id]))
}
