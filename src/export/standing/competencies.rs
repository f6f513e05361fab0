//! Competencies, their options and levels in words (R5, R11, R14, R15).

use super::Tone;
use super::entries::levels;
use super::words::{Certainty, Teller, option_name};
use crate::catalog::programmes::{Holds, Level, OptionKind, Requirement};
use crate::catalog::words_in;
use crate::i18n::{Arg, Texts};
use crate::standing::{
    CompetencyStanding, LevelStanding, Life, Note, OptionStanding, OptionStandingKind, Phase, RequirementStanding, Risk, ScoreStanding,
    Stage, level_name,
};
use crate::tr;

/// Rules of the program that a level rests on.
const RULES: &str = "R5, R6, R11, R12, R14, R15";

fn level_word(level: Level, texts: &Texts) -> String {
    texts.get(&format!("catalog-level-{}", level_name(level)))
}

/// People that a level is short of, over all requirements.
fn short_of(level: &LevelStanding) -> u32 {
    level.requirements.iter().filter_map(|r| r.short).sum()
}

/// `None`: nothing is known of the level.
pub(super) fn level_state(level: Option<&LevelStanding>, texts: &Texts) -> (String, Tone) {
    let Some(level) = level else { return (texts.get("standing-state-not-known"), Tone::Dim) };
    match (level.skills_met, level.met) {
        (None, _) if level.requirements.is_empty() => (texts.get("standing-state-not-known"), Tone::Dim),
        (None, _) => (texts.get("standing-state-cannot-tell"), Tone::Warn),
        (Some(false), _) => (tr!(texts, "standing-state-short", count = short_of(level)), Tone::Bad),
        (Some(true), Some(true)) => (texts.get("standing-state-met"), Tone::Good),
        (Some(true), _) => (texts.get("standing-state-confirm"), Tone::Warn),
    }
}

/// The level to speak of: the highest that is met, or whose people are there; else the one with the least missing.
fn best<'s>(options: impl Iterator<Item = &'s OptionStanding>) -> Option<&'s LevelStanding> {
    let rank = |l: &&LevelStanding| {
        let there = l.skills_met == Some(true);
        (there, there.then_some((l.level, l.met == Some(true))), std::cmp::Reverse((l.skills_met.is_none(), short_of(l))))
    };
    options.flat_map(OptionStanding::levels).max_by_key(rank)
}

fn score_words(score: &ScoreStanding, texts: &Texts) -> String {
    let (have, most) = (texts.decimal(score.points.0), texts.decimal(score.max_points));
    tr!(texts, "standing-state-people-points", have = have, most = most)
}

pub(super) fn option_state(option: &OptionStanding, texts: &Texts) -> (String, Tone) {
    let (state, tone) = match &option.kind {
        OptionStandingKind::Score(score) => (score_words(score, texts), Tone::Plain),
        OptionStandingKind::Levels(_) => match best(std::iter::once(option)) {
            Some(level) => {
                let (state, tone) = level_state(Some(level), texts);
                (tr!(texts, "standing-state-of-level", level = level_word(level.level, texts), state = state), tone)
            }
            None => (texts.get("standing-state-not-known"), Tone::Dim),
        },
    };
    if option.rules.historic { (tr!(texts, "standing-state-historic", state = state), Tone::Dim) } else { (state, tone) }
}

/// The state of a competency by the rules in force, and the level it speaks of; without such rules what the report marks.
pub(super) fn competency_state<'s>(of: &'s CompetencyStanding, texts: &Texts) -> (String, Tone, Option<&'s LevelStanding>) {
    let in_force = || of.options.iter().filter(|o| !o.rules.historic);
    if let Some(level) = best(in_force()) {
        if let Some(life) = of.life.as_ref().filter(|_| of.stage == Some(Stage::AtRisk)) {
            return (tr!(texts, "standing-state-at-risk", date = texts.date(life.enrolment.anniversary)), Tone::Bad, Some(level));
        }
        let (state, tone) = level_state(Some(level), texts);
        return (tr!(texts, "standing-state-of-level", level = level_word(level.level, texts), state = state), tone, Some(level));
    }
    if let Some(option) = in_force().next() {
        let (state, tone) = option_state(option, texts);
        return (state, tone, None);
    }
    let state = match &of.relevance {
        // Where nothing is known and nobody is marked, there is nothing to say.
        Some(marked) if marked.people.count() > 0 || !of.options.is_empty() => {
            tr!(texts, "standing-state-marked", count = marked.people.count())
        }
        _ if of.options.is_empty() => texts.get("standing-state-not-known"),
        _ => texts.get("standing-state-no-rules"),
    };
    (state, Tone::Dim, None)
}

fn certainty(teller: &Teller<'_>, option: &OptionStanding, level: &LevelStanding) -> Certainty {
    let ticked = level.performance.as_ref().is_some_and(|p| p.ticked);
    let told = Certainty::of(teller.company, &option.rules, &level.notes);
    if let Certainty::CannotTell(_) = told {
        return told;
    }
    if level.skills_met.is_none() {
        let why = |note: &Note| match note {
            Note::StrictDiffers => Some("strict-differs"),
            Note::External(_) => Some("external"),
            Note::RetirementUnknown(_) => Some("retirement-unknown"),
            Note::NoRelevantColumn => Some("no-relevant-column"),
            Note::SkillsNotNamed => Some("skills-not-named"),
            Note::TooLarge => Some("too-large"),
            _ => None,
        };
        let why = level.notes.iter().find_map(why).unwrap_or("not-known");
        return Certainty::CannotTell(why);
    }
    if level.skills_met == Some(true) && level.if_one.as_ref().is_some_and(|one| one.skills_met != Some(true)) {
        return Certainty::CannotTell("one-person");
    }
    match level.met {
        None => Certainty::CannotTell("performance"),
        Some(true) if ticked => Certainty::Entered,
        _ => told,
    }
}

impl Teller<'_> {
    fn requirement_rules(&self, competency: &str, option: &str, level: Level, id: &str) -> Option<&Requirement> {
        let competency = self.programmes.competencies.iter().find(|c| c.id == competency)?;
        let OptionKind::Skills(levels) = &competency.options.iter().find(|o| o.id == option)?.kind else { return None };
        levels.iter().find(|l| l.level == level)?.requirements.iter().find(|r| r.id == id)
    }

    pub fn competency(&mut self, of: &CompetencyStanding) {
        let texts = self.texts;
        let (state, tone, level) = competency_state(of, texts);
        let option =
            of.options.iter().filter(|o| !o.rules.historic).find(|o| level.is_none_or(|l| o.levels().iter().any(|own| own.path == l.path)));
        let grade = match (option, level) {
            (Some(option), Some(level)) => certainty(self, option, level),
            (Some(option), None) => Certainty::of(self.company, &option.rules, &[]),
            (None, _) if of.options.is_empty() => Certainty::CannotTell("not-known"),
            (None, _) => Certainty::CannotTell("historic"),
        };
        self.answer(tone, &state, grade);
        if let Some(level) = level.filter(|l| l.skills_met == Some(true)) {
            self.until(level.until.as_ref(), None, false);
        }
        if !of.options.is_empty() {
            let heading = texts.get("standing-options");
            self.heading(&heading);
        }
        for option in &of.options {
            let (state, tone) = option_state(option, texts);
            self.push(tone, 1, &format!("{} · {state} · {}/{}", option_name(option, texts), of.id, option.id));
        }
        self.life(of);
        self.relevance(of);
        let mut notes = of.notes.clone();
        notes.extend(of.gap.clone().map(Note::Remark));
        self.notes(&notes);
        let mut seen: Vec<&str> = Vec::new();
        for option in &of.options {
            if !seen.contains(&option.rules.id.as_str()) {
                seen.push(&option.rules.id);
                self.rules(&option.rules, RULES);
            }
        }
    }

    /// Whom and what the report marks, and where the rules see it otherwise (R5).
    fn relevance(&mut self, of: &CompetencyStanding) {
        let texts = self.texts;
        let Some(marked) = &of.relevance else {
            return self.line(Tone::Warn, 0, "standing-not-marked", &[]);
        };
        let heading = tr!(texts, "standing-marked", count = marked.people.count());
        self.heading(&heading);
        self.holders(&marked.people);
        for (skills, key) in [(&marked.only_report, "standing-only-report"), (&marked.only_catalog, "standing-only-catalog")] {
            if skills.is_empty() {
                continue;
            }
            self.line(Tone::Warn, 1, key, &[("count", Arg::from(skills.len()))]);
            for at in skills {
                let Some(skill) = at.of(self.company) else { continue };
                let name = self.company.label(self.company.account(at.account));
                let row = tr!(texts, "standing-holder-row", row = self.company.row_label(self.company.line(skill)));
                let said = format!("{name} · {} · {row}", self.company.item(skill).short_name());
                self.about(Tone::Plain, 2, &said, Some(at.account));
            }
        }
    }

    /// Anniversary, warning, renewal window, risk (R11).
    fn life(&mut self, of: &CompetencyStanding) {
        let texts = self.texts;
        if of.life.is_none() && of.stage.is_none() {
            return;
        }
        let heading = texts.get("standing-life");
        self.heading(&heading);
        if let Some(stage) = of.stage {
            let key = stage_key(stage);
            self.push(if stage == Stage::AtRisk { Tone::Bad } else { Tone::Plain }, 1, &texts.get(&format!("standing-stage-{key}")));
        }
        let Some(Life { enrolment, look_from, renewal, phase, risk, waived }) = &of.life else { return };
        let level = enrolment.level.map_or_else(String::new, |level| format!("{}. ", level_word(level, texts)));
        let (anniversary, from) = (self.date(enrolment.anniversary), self.date(*look_from));
        let said = tr!(texts, "standing-anniversary", level = level, date = anniversary, from = from);
        self.push(Tone::Plain, 1, &said);
        let (first, last) = (self.date(renewal.0), self.date(renewal.1));
        self.line(Tone::Plain, 1, "standing-renewal", &[("first", Arg::from(first)), ("last", Arg::from(last))]);
        self.push(Tone::Plain, 1, &texts.get(&format!("standing-phase-{}", phase_key(*phase))));
        // What was waived is safe whoever is there: nothing is said of people.
        let (tone, key) = match (*waived, *risk) {
            (true, _) => (Tone::Plain, "waived"),
            (false, Risk::Yes) => (Tone::Bad, risk_key(*risk)),
            (false, _) => (Tone::Plain, risk_key(*risk)),
        };
        self.push(tone, 1, &texts.get(&format!("standing-risk-{key}")));
    }

    pub fn option(&mut self, of: &CompetencyStanding, option: &OptionStanding) {
        let texts = self.texts;
        let (state, tone) = option_state(option, texts);
        let best = best(std::iter::once(option));
        let score_notes = if let OptionStandingKind::Score(score) = &option.kind { &score.notes[..] } else { &[] };
        let grade = best.map_or_else(|| Certainty::of(self.company, &option.rules, score_notes), |level| certainty(self, option, level));
        self.answer(tone, &state, grade);
        if let OptionStandingKind::Score(score) = &option.kind {
            self.score(score, option);
        } else {
            let heading = texts.get("standing-levels");
            self.heading(&heading);
            for (level, name, known) in levels(option) {
                let (state, tone) = level_state(known, texts);
                self.push(tone, 1, &format!("{} · {state} · {}/{}/{name}", level_word(level, texts), of.id, option.id));
            }
        }
        self.life(of);
        let notes = best.map_or_else(|| score_notes.to_vec(), |level| level.notes.clone());
        self.notes(&notes);
        self.rules(&option.rules, RULES);
    }

    fn score(&mut self, score: &ScoreStanding, option: &OptionStanding) {
        let texts = self.texts;
        let (most, silver, gold) = score.of;
        let args = [("silver", silver.into()), ("gold", gold.into()), ("most", most.into())];
        self.line(Tone::Plain, 0, "catalog-score", &args);
        let mut changes = Vec::new();
        for metric in &score.metrics {
            let max = texts.decimal(metric.max_points);
            let Some(people) = &metric.people else {
                let said = tr!(texts, "catalog-score-other", name = metric.name.clone(), max = max);
                self.push(Tone::Dim, 0, &said);
                continue;
            };
            let points = texts.decimal(people.points.0);
            let have = people.have.unwrap_or(0);
            let said = tr!(
                texts,
                "standing-score-metric",
                name = metric.name.clone(),
                have = have,
                need = people.need.0,
                points = points,
                max = max
            );
            self.heading(&said);
            let (need, points, max) = (people.need.1, texts.decimal(people.points.1), texts.decimal(metric.max_points));
            self.line(
                Tone::Dim,
                1,
                "standing-score-developing",
                &[("need", need.into()), ("points", Arg::from(points)), ("max", Arg::from(max))],
            );
            self.holders(&people.holders);
            self.nearly(&people.nearly, &metric.path, &option.rules);
            if let Some(one) = people.if_one {
                changes.push(tr!(texts, "standing-if-one", what = metric.name.clone(), have = have, one = one));
            }
        }
        self.pairs(&changes);
    }

    /// A level; `None`: nothing is known of it.
    pub fn level(&mut self, of: &CompetencyStanding, option: &OptionStanding, level: Option<&LevelStanding>) {
        let texts = self.texts;
        let (state, tone) = level_state(level, texts);
        let Some(level) = level else {
            self.answer(tone, &state, Certainty::CannotTell("not-known"));
            self.notes(&of.gap.clone().map(Note::Remark).into_iter().collect::<Vec<_>>());
            return self.rules(&option.rules, RULES);
        };
        self.answer(tone, &state, certainty(self, option, level));
        // By rules that are not proven for the day nothing is called safe or at risk.
        if level.skills_met == Some(true) && !option.rules.historic && !level.requirements.is_empty() {
            self.until(level.until.as_ref(), None, false);
        }
        if level.requirements.is_empty() && level.skills_met.is_some() {
            self.line(Tone::Plain, 0, "catalog-nobody", &[]);
        }
        for requirement in &level.requirements {
            self.requirement_section(of, option, level, requirement);
        }
        if let Some(performance) = &level.performance {
            let heading = texts.get("standing-performance");
            self.heading(&heading);
            self.push(Tone::Plain, 1, words_in(&performance.text, texts.lang()));
            let (key, tone) = if performance.ticked { ("standing-ticked", Tone::Good) } else { ("standing-not-ticked", Tone::Warn) };
            self.line(tone, 1, key, &[]);
            self.figures(of, option);
        }
        self.level_reserve(level);
        let changes = level.if_one.as_ref().map_or_else(Vec::new, |one| {
            let mut said = Vec::new();
            for (of, (have, ..)) in level.requirements.iter().zip(&one.requirements).filter(|(of, (have, ..))| of.have != *have) {
                let (before, after) = (of.have.unwrap_or(0), have.unwrap_or(0));
                said.push(tr!(texts, "standing-if-one", what = of.id.clone(), have = before, one = after));
            }
            said
        });
        self.pairs(&changes);
        self.notes(&level.notes);
        self.life(of);
        self.rules(&option.rules, RULES);
    }

    fn level_reserve(&mut self, level: &LevelStanding) {
        if level.skills_met != Some(true) || level.requirements.is_empty() {
            return;
        }
        let heading = self.texts.get("standing-reserve");
        self.heading(&heading);
        match level.spare {
            None => self.line(Tone::Dim, 1, "standing-reserve-unknown", &[]),
            Some(0) => {
                self.line(Tone::Warn, 1, "standing-reserve-none", &[]);
                for person in &level.critical {
                    let name = self.person(*person);
                    self.about(Tone::Plain, 2, &name, Some(self.account_of(*person)));
                }
            }
            Some(some) => self.line(Tone::Good, 1, "standing-reserve-people", &[("count", some.into())]),
        }
    }

    pub fn requirement(&mut self, of: &CompetencyStanding, option: &OptionStanding, level: &LevelStanding, one: &RequirementStanding) {
        let texts = self.texts;
        let (answer, tone) = match (one.have, one.short) {
            (Some(have), Some(short)) => {
                (tr!(texts, "standing-people-of", have = have, need = one.need), if short == 0 { Tone::Good } else { Tone::Bad })
            }
            _ => (texts.get("standing-state-cannot-tell"), Tone::Warn),
        };
        let at = level.requirements.iter().position(|r| r.path == one.path);
        let short_if_one = at.and_then(|at| level.if_one.as_ref()?.requirements.get(at)?.1);
        let told = match Certainty::of(self.company, &option.rules, &level.notes) {
            told @ Certainty::CannotTell(_) => told,
            _ if one.have.is_none() => certainty(self, option, level),
            _ if one.short == Some(0) && short_if_one.is_some_and(|short| short > 0) => Certainty::CannotTell("one-person"),
            told => told,
        };
        self.answer(tone, &answer, told);
        self.requirement_section(of, option, level, one);
        self.notes(&level.notes);
        self.rules(&option.rules, RULES);
    }

    fn requirement_section(&mut self, of: &CompetencyStanding, option: &OptionStanding, level: &LevelStanding, one: &RequirementStanding) {
        let texts = self.texts;
        let rules = self.requirement_rules(&of.id, &option.id, level.level, &one.id).cloned();
        let (people, other) = match rules.as_ref().map(|r| &r.people) {
            Some(crate::catalog::programmes::People::SubsetOf(id)) => ("subset", id.clone()),
            Some(crate::catalog::programmes::People::DistinctFrom(id)) => ("distinct", id.clone()),
            _ => ("any", String::new()),
        };
        let have = one.have.map_or_else(|| "?".to_owned(), |have| have.to_string());
        let said = tr!(texts, "standing-requirement", id = one.id.clone(), have = have, need = one.need, people = people, other = other);
        self.heading(&said);
        let holds = rules.map_or_else(Holds::default, |r| r.holds);
        let holds = self.holds(&holds);
        self.push(Tone::Dim, 1, &holds);
        self.holders(&one.holders);
        if one.holders.list().is_empty() {
            self.line(Tone::Bad, 1, "standing-nobody", &[]);
        }
        if let Some(short) = one.short.filter(|short| *short > 0) {
            self.line(Tone::Bad, 1, "standing-short-jointly", &[("count", short.into())]);
        }
        self.nearly(&one.nearly, &one.path, &option.rules);
    }
}

pub(super) fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "not-started",
        Stage::Started => "started",
        Stage::Qualified => "qualified",
        Stage::Active => "active",
        Stage::AtRisk => "at-risk",
    }
}

pub(super) fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Quiet => "quiet",
        Phase::Look => "look",
        Phase::Renewal => "renewal",
        Phase::Over => "over",
    }
}

pub(super) fn risk_key(risk: Risk) -> &'static str {
    match risk {
        Risk::No => "no",
        Risk::Yes => "yes",
        Risk::CannotTell => "cannot-tell",
    }
}
