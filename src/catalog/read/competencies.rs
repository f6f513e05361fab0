//! `[[competency]]` and `[[score_option]]`.

use super::super::problem::{Named, Trouble};
use super::super::programmes::{
    Competency, CompetencyOption, Eligibility, Holds, Level, LevelRules, OptionKind, People, Requirement, ScoreMetric, ScoreRules,
};
use super::Context;
use super::check::{self, Placed};
use super::table::{Spot, Table};

/// The name of rules that say none of their own.
const OWN_RULES: &str = "own";

/// More combinations than this are no list of alternatives any more.
const MOST_WAYS: usize = 2_000;

/// All competencies of a file.
pub fn read(context: &Context<'_>, root: &Table<'_, '_>) -> Vec<Competency> {
    let found: Placed<Competency> =
        root.tables("competency").into_iter().map(|table| (competency(context, &table), table.spot_of("id"))).collect();
    context.once(&ids(&found, |c| &c.id));
    found.into_iter().map(|(c, _)| c).collect()
}

pub fn ids<T>(found: &Placed<T>, id: impl Fn(&T) -> &String) -> Vec<(String, Spot)> {
    found.iter().map(|(entry, spot)| (id(entry).clone(), spot.clone())).collect()
}

fn competency(context: &Context<'_>, table: &Table<'_, '_>) -> Competency {
    let id = table.needed("id");
    // What a user adds to a competency that is known need not repeat what it is called.
    let known = context.base.and_then(|base| base.competencies.iter().find(|c| c.id == id));
    let (name, area) = match known {
        Some(known) => (table.text("name").unwrap_or_else(|| known.name.clone()), table.text("area").unwrap_or_else(|| known.area.clone())),
        None => (table.needed("name"), table.text("area").unwrap_or_default()),
    };
    let maps_to = match known.filter(|_| !table.has("maps_to")) {
        Some(known) => known.maps_to.clone(),
        None => context.references(table.words("maps_to"), Named::Designation),
    };
    if context.base.is_none() {
        context.confidence(table);
    }
    context.sources_of(table);
    let options: Placed<CompetencyOption> =
        table.tables("option").into_iter().map(|table| (option(context, &table), table.spot_of("id"))).collect();
    context.once(&ids(&options, |o| &o.id));
    let gap = table.text("gap").or_else(|| known?.gap.clone());
    table.pass_over(&["listed_2021", "confidence", "note"]);
    table.done();
    Competency { id, name, area, maps_to, gap, options: options.into_iter().map(|(o, _)| o).collect() }
}

fn ruleset(context: &Context<'_>, table: &Table<'_, '_>) -> String {
    if context.base.is_some() { table.text("ruleset").unwrap_or_else(|| OWN_RULES.to_owned()) } else { table.needed("ruleset") }
}

fn option(context: &Context<'_>, table: &Table<'_, '_>) -> CompetencyOption {
    let id = table.needed("id");
    let name = table.text("name").unwrap_or_else(|| id.clone());
    let ruleset = ruleset(context, table);
    let validity = context.validity(table);
    // Which of the two it is shows in the levels themselves.
    table.choice("kind", &["skills", "performance-only"]);
    let levels: Placed<LevelRules> =
        table.tables("level").into_iter().filter_map(|table| Some((level(context, &table)?, table.spot_of("level")))).collect();
    let named = |(rules, spot): &(LevelRules, Spot)| (level_word(rules.level).to_owned(), spot.clone());
    context.once(&levels.iter().map(named).collect::<Vec<_>>());
    if !table.has("level") {
        context.log.add(table.spot(), Trouble::Missing("level"));
    }
    table.done();
    let levels = levels.into_iter().map(|(rules, _)| rules).collect();
    CompetencyOption { id, name, ruleset, validity, kind: OptionKind::Skills(levels) }
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Silver => "silver",
        Level::Gold => "gold",
    }
}

fn level(context: &Context<'_>, table: &Table<'_, '_>) -> Option<LevelRules> {
    if !table.has("level") {
        context.log.add(table.spot(), Trouble::Missing("level"));
    }
    let level = table.choice("level", &["silver", "gold"]).map(|at| [Level::Silver, Level::Gold][at]);
    let found: Placed<Requirement> = (table.tables("requirements").into_iter().enumerate())
        .map(|(number, table)| (requirement(context, &table, number), table.spot_of("people")))
        .collect();
    context.once(&ids(&found, |r| &r.id));
    context.people(&found);
    let performance = table.text("performance");
    if found.is_empty() && performance.is_none() {
        context.log.add(table.spot(), Trouble::AsksForNothing);
    }
    table.done();
    Some(LevelRules { level: level?, requirements: found.into_iter().map(|(r, _)| r).collect(), performance })
}

fn requirement(context: &Context<'_>, table: &Table<'_, '_>, number: usize) -> Requirement {
    let id = table.text("id").unwrap_or_else(|| format!("r{}", number + 1));
    if !table.has("count") {
        context.log.add(table.spot(), Trouble::Missing("count"));
    }
    let requirement = Requirement {
        id,
        count: table.whole("count", 1).unwrap_or(1),
        people: people(table),
        holds: context.holds(table),
        ambiguous: table.text("ambiguous"),
        note: table.text("note"),
    };
    table.done();
    requirement
}

fn people(table: &Table<'_, '_>) -> People {
    let Some(said) = table.text("people") else { return People::Any };
    match said.split_once(':') {
        Some(("subset_of", id)) => People::SubsetOf(id.trim().to_owned()),
        Some(("distinct_from", id)) => People::DistinctFrom(id.trim().to_owned()),
        _ if said == "any" => People::Any,
        _ => {
            table.wrong("people", Trouble::UnknownWord { word: said, allowed: &["any", "subset_of:r1", "distinct_from:r1"] });
            People::Any
        }
    }
}

/// All options of a file that are judged by points, with the competency each belongs to.
pub fn read_scores(context: &Context<'_>, root: &Table<'_, '_>) -> Vec<(String, CompetencyOption)> {
    let found: Placed<(String, CompetencyOption)> =
        root.tables("score_option").into_iter().map(|table| (score_option(context, &table), table.spot_of("id"))).collect();
    context.once(&ids(&found, |(_, option)| &option.id));
    found.into_iter().map(|(option, _)| option).collect()
}

fn score_option(context: &Context<'_>, table: &Table<'_, '_>) -> (String, CompetencyOption) {
    let competency = table.needed("competency");
    if let Some(word) = table.word("competency")
        && !context.competency_ids().any(|id| id == word.text)
    {
        context.unknown(&word, Named::Competency, context.competency_ids(), false);
    }
    let id = table.needed("id");
    let name = table.text("name").unwrap_or_else(|| id.clone());
    let ruleset = ruleset(context, table);
    let validity = context.validity(table);
    table.choice("kind", &["score"]);
    let points = |key: &'static str| {
        if !table.has(key) {
            context.log.add(table.spot(), Trouble::Missing(key));
        }
        table.whole(key, 1).unwrap_or_default()
    };
    let (silver_from, gold_from, most) = (points("silver_from_points"), points("gold_from_points"), points("max_points"));
    for (key, value, limit) in [("silver_from_points", silver_from, gold_from), ("gold_from_points", gold_from, most)] {
        if value > limit && limit > 0 {
            table.wrong(key, Trouble::MoreThan { value: value.into(), most: limit.into() });
        }
    }
    let found: Placed<ScoreMetric> =
        table.tables("metric").into_iter().map(|table| (score_metric(context, &table), table.spot_of("metric"))).collect();
    context.once(&ids(&found, |m| &m.name));
    let metrics: Vec<ScoreMetric> = found.into_iter().map(|(m, _)| m).collect();
    check::sum(table, "max_points", metrics.iter().map(|m| m.max_points), most.into());
    let grace = eligibility(context, table, "exam_grace");
    table.done();
    let kind = OptionKind::Score(ScoreRules { silver_from, gold_from, most, metrics, grace });
    (competency, CompetencyOption { id, name, ruleset, validity, kind })
}

fn score_metric(context: &Context<'_>, table: &Table<'_, '_>) -> ScoreMetric {
    let name = table.needed("metric");
    let kind = table.choice("kind", &["performance", "people", "people-growth"]);
    if !table.has("max_points") {
        context.log.add(table.spot(), Trouble::Missing("max_points"));
    }
    let max_points = table.number("max_points").unwrap_or_default();
    let people = kind.filter(|kind| *kind == 1).map(|_| {
        let count = |key| {
            if !table.has(key) {
                context.log.add(table.spot(), Trouble::Missing(key));
            }
            table.whole(key, 1).unwrap_or(1)
        };
        let ways: Vec<Holds> = table
            .tables("person")
            .iter()
            .map(|way| {
                let holds = context.holds(way);
                way.done();
                holds
            })
            .collect();
        let holds = one_of(&ways).unwrap_or_else(|trouble| {
            table.wrong("person", trouble);
            Holds::default()
        });
        (count("people_developed"), count("people_developing"), holds)
    });
    table.pass_over(&["full_at_developed", "full_at_developing", "text"]);
    table.done();
    ScoreMetric { name, max_points, people }
}

/// Several ways to qualify as one: everything that each of them can be met with, as sets.
fn one_of(ways: &[Holds]) -> Result<Holds, Trouble> {
    match ways {
        [] => Err(Trouble::AsksForNothing),
        [only] => Ok(only.clone()),
        several => {
            let mut sets = Vec::new();
            for way in several {
                sets.extend(sets_of(way).ok_or(Trouble::TooManyWays)?);
            }
            if sets.len() > MOST_WAYS { Err(Trouble::TooManyWays) } else { Ok(Holds { any_set_of: sets, ..Holds::default() }) }
        }
    }
}

/// The sets of which each one alone is enough; `None`: too many, or not to be told from a list.
fn sets_of(way: &Holds) -> Option<Vec<Vec<String>>> {
    if way.relevant_for.is_some() {
        return None;
    }
    let single = |ids: &[String]| ids.iter().map(|id| vec![id.clone()]).collect::<Vec<_>>();
    let mut choices: Vec<Vec<Vec<String>>> = vec![vec![way.all_of.clone()]];
    choices.extend([single(&way.any_of), way.any_set_of.clone()].into_iter().filter(|c| !c.is_empty()));
    choices.extend(way.one_from_each.iter().map(|ids| single(ids)));
    let mut sets: Vec<Vec<String>> = vec![Vec::new()];
    for choice in choices {
        if sets.len().saturating_mul(choice.len()) > MOST_WAYS {
            return None;
        }
        sets = sets.iter().flat_map(|set| choice.iter().map(|more| set.iter().chain(more).cloned().collect())).collect();
    }
    Some(sets)
}

/// What stops counting, and when.
pub fn eligibility(context: &Context<'_>, table: &Table<'_, '_>, key: &'static str) -> Vec<Eligibility> {
    let entry = |table: &Table<'_, '_>| {
        let id = table.needed("id");
        if let Some(word) = table.word("id") {
            context.credentials(vec![word]);
        }
        let (retired, counts_until) = (table.date("retired"), table.date("counts_until"));
        if let (Some(retired), Some(until)) = (retired, counts_until)
            && until < retired
        {
            table.wrong("counts_until", Trouble::EndsBeforeItBegins(retired, until));
        }
        let note = table.text("note");
        table.done();
        Eligibility { id, retired, counts_until, note }
    };
    let tables = table.tables(key);
    let found: Placed<Eligibility> = tables.iter().map(|table| (entry(table), table.spot_of("id"))).collect();
    context.once(&ids(&found, |e| &e.id));
    found.into_iter().map(|(e, _)| e).collect()
}
