//! What the company loses with a person, in a few lines of the person's page.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::super::app::{App, Deck};
use crate::catalog::Programme;
use crate::export::standing::{option_name, short_track};
use crate::i18n::{Lang, Texts};
use crate::standing::{CompetencyStanding, Leaving, LevelLeft, MetricLeft, OptionStanding, RulesUsed, ScoreLeft, level_name};
use crate::text;
use crate::tr;

/// With fewer lines there is one that says how much is lost.
const LEAST: usize = 3;
/// Lines beyond those there are, for what is lost.
const MORE: usize = 3;

/// One thing that the person carries.
struct Said<'s> {
    /// By which rules.
    rules: &'s RulesUsed,
    /// Something is lost.
    loss: bool,
    /// Security, Intermediate, SMB
    name: String,
    /// What becomes of it.
    what: String,
}

/// Lines of the page of a person.
#[derive(Default)]
pub struct Section {
    /// Above the skills.
    pub head: Vec<Line<'static>>,
    /// Below everything.
    pub foot: Vec<Line<'static>>,
}

/// The section on what is lost if the person of an account leaves, by the programme and the track that are looked at, in
/// about `most` lines. Where nothing rests on the person there is one line for the foot of the page; none where there are
/// no rules, or no skills that could be lost.
#[must_use]
pub fn section(app: &App, deck: &Deck, number: u32, width: usize, most: usize) -> Section {
    let (texts, theme, company) = (&app.texts, app.theme, deck.company());
    let Some(programme) = app.standing.stamp.as_ref().map(|stamp| stamp.programme) else { return Section::default() };
    let person = company.account(number).person;
    let accounts = company.accounts_of(person);
    if accounts.iter().all(|account| company.skills(*account).is_empty()) {
        return Section::default();
    }
    let standing = &deck.prepared.standing;
    let has_rules = match programme {
        Programme::Designations => standing.designations.iter().any(|of| of.rules.is_some()),
        _ => standing.competencies.iter().any(|of| !of.options.is_empty()),
    };
    // Where nobody knows what is asked for, nobody knows what is lost.
    if !has_rules {
        return Section::default();
    }
    let leaving = standing.without(person);
    let mut all = match programme {
        Programme::Designations => of_designations(&leaving, app),
        _ => of_competencies(&leaving, texts),
    };
    let title = tr!(texts, "leaving-title", accounts = accounts.len());
    let room = width.saturating_sub(5);
    if all.is_empty() || most < LEAST {
        let losses = || all.iter().filter(|one| one.loss);
        let historic = if losses().any(|one| one.rules.historic) { "yes" } else { "no" };
        let said = tr!(texts, "leaving-in-short", title = title, count = losses().count(), historic = historic);
        let wrapped = text::wrap(&said, width.saturating_sub(2)).into_iter();
        let lines: Vec<_> = wrapped.map(|said| Line::styled(format!(" {said}"), theme.dim())).collect();
        return if all.is_empty() {
            Section { foot: lines, ..Section::default() }
        } else {
            Section { head: lines.into_iter().chain([Line::default()]).collect(), ..Section::default() }
        };
    }
    // What is lost comes first, then what is not, that which comes to the same in one.
    all.sort_by_key(|one| !one.loss);
    let mut sets: Vec<&RulesUsed> = Vec::new();
    all.iter().for_each(|one| {
        if !sets.iter().any(|rules| rules.id == one.rules.id && rules.historic == one.rules.historic) {
            sets.push(one.rules);
        }
    });
    let mut body: Vec<Line<'static>> = Vec::new();
    // How many have no room, and how many of them are losses.
    let mut left_out = (0, 0);
    for rules in sets {
        if rules.historic {
            let said = tr!(texts, "leaving-historic", id = text::clean(&rules.id).into_owned());
            body.extend(text::wrap(&said, room).into_iter().map(|said| Line::styled(format!("  {said}"), theme.dim())));
        }
        let of_set = all.iter().filter(|one| one.rules.id == rules.id && one.rules.historic == rules.historic);
        for (loss, names, what) in in_one(of_set) {
            let (mark, style) = match (loss, rules.historic) {
                (true, false) => ("✗", theme.bad()),
                (true, true) => ("✗", theme.warn()),
                (false, _) => ("·", theme.dim()),
            };
            let together = names.join(&texts.get("leaving-and"));
            let (first, then) = if loss { (together.as_str(), what) } else { (what, together.as_str()) };
            let wrapped = text::wrap(&tr!(texts, "leaving-line", first = first, then = then), room);
            if body.len() + wrapped.len() > if loss { most + MORE } else { most } {
                left_out = (left_out.0 + names.len(), left_out.1 + usize::from(loss));
                continue;
            }
            let line = |(at, said): (usize, String)| {
                let mark = Span::styled(if at == 0 { format!("  {mark} ") } else { "    ".to_owned() }, style);
                Line::from(vec![mark, Span::styled(said, if loss { Style::new() } else { theme.dim() })])
            };
            body.extend(wrapped.into_iter().enumerate().map(line));
        }
    }
    if left_out.0 > 0 {
        let more = tr!(texts, "leaving-more", count = left_out.0, losses = left_out.1);
        body.push(Line::styled(format!("  {more}"), theme.dim()));
    }
    let head = Line::styled(format!(" {}", text::fit(&title, width.saturating_sub(2))), theme.heading());
    Section { head: std::iter::once(head).chain(body).chain([Line::default()]).collect(), ..Section::default() }
}

/// Losses one by one; of the rest what comes to the same together: whether it is a loss, the names, what becomes of them.
fn in_one<'a>(all: impl Iterator<Item = &'a Said<'a>>) -> Vec<(bool, Vec<&'a str>, &'a str)> {
    let mut out: Vec<(bool, Vec<&str>, &str)> = Vec::new();
    for one in all {
        match out.iter_mut().find(|(loss, _, what)| !loss && !one.loss && *what == one.what) {
            Some((_, names, _)) => names.push(&one.name),
            None => out.push((one.loss, vec![&one.name], &one.what)),
        }
    }
    out
}

fn of_designations<'s>(leaving: &Leaving<'s>, app: &App) -> Vec<Said<'s>> {
    let texts = &app.texts;
    let asked: Vec<&MetricLeft<'s>> = leaving.metrics_of(app.standing.track).collect();
    let twin = |a: &MetricLeft<'_>, b: &MetricLeft<'_>| a.of.id == b.of.id && a.metric.metric == b.metric.metric;
    let mut all: Vec<Said<'s>> = Vec::with_capacity(asked.len());
    let mut before: Option<&MetricLeft<'s>> = None;
    for left in asked {
        let Some(rules) = &left.of.rules else { continue };
        let what = of_metric(left, texts);
        let short = {
            let key = format!("standing-short-{}", left.metric.metric);
            let kind = if texts.has(&key) { texts.get(&key) } else { left.metric.metric.clone() };
            text::clean(&format!("{}, {kind}", left.of.short)).into_owned()
        };
        // Where both tracks come to the same it is said once.
        match all.last_mut().filter(|last| before.is_some_and(|before| twin(before, left)) && last.what == what) {
            Some(last) => last.name = short,
            None => {
                let track = short_track(&left.metric.track, texts);
                let name = if left.metric.track == "all" { short } else { text::clean(&format!("{short}, {track}")).into_owned() };
                all.push(Said { rules, loss: left.is_loss(), name, what });
            }
        }
        before = Some(left);
    }
    all
}

fn of_metric(left: &MetricLeft<'_>, texts: &Texts) -> String {
    let points = |now: f64, then: f64| {
        // Of the last number, which the word stands behind.
        let one = if texts.lang() == Lang::Fr { then < 2.0 } else { then == 1.0 };
        tr!(texts, "leaving-points", before = texts.decimal(now), after = texts.decimal(then), n = if one { 1 } else { 2 })
    };
    let mut parts = Vec::new();
    if left.points < left.metric.points {
        parts.push(points(left.metric.points, left.points));
    }
    if let Some((step, people)) = left.gate {
        parts.push(tr!(texts, "leaving-gate", step = step.number, have = people, need = step.need));
    }
    match left.metric.spare {
        _ if !parts.is_empty() => parts.join(&texts.get("leaving-and")),
        Some(spare) if spare > 0 => tr!(texts, "leaving-reserve", count = spare),
        _ if left.metric.points <= 0.0 => texts.get("leaving-no-points"),
        _ => texts.get("leaving-nothing"),
    }
}

fn of_competencies<'s>(leaving: &Leaving<'s>, texts: &Texts) -> Vec<Said<'s>> {
    let levels = leaving.levels.iter().map(|left| {
        let level = texts.get(&format!("catalog-level-{}", level_name(left.level.level)));
        let name = format!("{} / {level}", competency_name(left.of, left.option, texts));
        Said { rules: &left.option.rules, loss: left.is_loss(), name, what: of_level(left, texts) }
    });
    let scores = leaving.scores.iter().map(|left| {
        let name = format!("{} / {}", competency_name(left.of, left.option, texts), text::clean(&left.metric.name));
        Said { rules: &left.option.rules, loss: left.is_loss(), name, what: of_score(left, texts) }
    });
    levels.chain(scores).collect()
}

/// The competency, with the option where there are several.
fn competency_name(of: &CompetencyStanding, option: &OptionStanding, texts: &Texts) -> String {
    let name = text::clean(&of.name).into_owned();
    if of.options.len() > 1 { format!("{name} ({})", option_name(option, texts)) } else { name }
}

fn of_level(left: &LevelLeft<'_>, texts: &Texts) -> String {
    match (left.level.skills_met, left.skills_met) {
        (None, _) => texts.get("leaving-cannot-tell"),
        (Some(true), None) => texts.get("leaving-maybe"),
        (Some(true), Some(false)) => match left.people {
            Some((have, need)) => tr!(texts, "leaving-level", have = have, need = need),
            None => texts.get("leaving-breaks"),
        },
        (Some(true), Some(true)) => match left.level.spare {
            Some(spare) if spare > 0 => tr!(texts, "leaving-reserve", count = spare),
            _ => texts.get("leaving-nothing"),
        },
        (Some(false), _) => texts.get("leaving-not-met"),
    }
}

fn of_score(left: &ScoreLeft<'_>, texts: &Texts) -> String {
    if !left.is_loss() {
        return texts.get("leaving-nothing");
    }
    let one = if texts.lang() == Lang::Fr { left.points.1 < 2.0 } else { left.points.1 == 1.0 };
    let n = if one { 1 } else { 2 };
    tr!(texts, "leaving-points", before = texts.decimal(left.points.0), after = texts.decimal(left.points.1), n = n)
}
