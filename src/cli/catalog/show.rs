//! One competency or designation whole, in words.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Asked, State, View, title};
use crate::catalog::programmes::{
    CategoryPoints, Competency, CompetencyOption, Designation, DesignationVersion, Eligibility, Holds, Level, LevelRules, Metric,
    OptionKind, People, Requirement, ScoreRules, Step, StepRole, Validity,
};
use crate::catalog::words_in;
use crate::catalog::{Choice, Programme, option_on, programme_on, version_on};
use crate::{text, tr};

/// Lines of text, indented.
struct Page<'a> {
    view: &'a View<'a>,
    out: String,
    sources: BTreeSet<String>,
}

/// The whole entry for people.
pub fn as_text(view: &View<'_>, asked: &Asked<'_>) -> String {
    let mut page = Page { view, out: String::new(), sources: BTreeSet::new() };
    if let Some((designation, versions)) = &asked.designation {
        page.designation(designation, versions);
    }
    if let Some((competency, options)) = &asked.competency {
        page.competency(competency, options);
    }
    page.write_sources();
    page.out.truncate(page.out.trim_end().len());
    page.out + "\n"
}

/// The name of a level.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Silver => "silver",
        Level::Gold => "gold",
    }
}

/// Points for every person of the scored step: never the rounded figure that is printed.
pub fn points_each(metric: &Metric) -> f64 {
    let gates = |s: &Step| if let StepRole::Gate { points_when_met, .. } = s.role { points_when_met } else { 0.0 };
    (metric.max_points - metric.steps.iter().map(gates).sum::<f64>()) / f64::from(metric.people_for_max.max(1))
}

impl Page<'_> {
    fn line(&mut self, depth: usize, said: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(&text::clean(said));
        self.out.push('\n');
    }

    fn word(&self, key: &str) -> String {
        self.view.texts.get(key)
    }

    /// A line with one text in it, where there is one.
    fn said(&mut self, depth: usize, key: &str, said: Option<&String>) {
        if let Some(said) = said {
            let line = tr!(self.view.texts, key, text = words_in(said, self.view.texts.lang()));
            self.line(depth, &line);
        }
    }

    fn heading(&mut self, name: &str, kind: &str, id: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let line = tr!(self.view.texts, "catalog-heading", name = name.to_owned(), kind = self.word(kind), id = id.to_owned());
        self.line(0, &line);
    }

    fn designation(&mut self, designation: &Designation, versions: &[&DesignationVersion]) {
        let texts = self.view.texts;
        self.heading(&designation.name, "catalog-designation", &designation.id);
        if !designation.replaces.is_empty() {
            let line = tr!(texts, "catalog-replaces", ids = designation.replaces.join(", "));
            self.line(1, &line);
        }
        let start = self.view.programmes.rules.designations_start;
        match (version_on(designation, self.view.as_of), start) {
            (Choice::BeforeFirst { .. } | Choice::Unknown, Some(start)) if self.view.as_of < start => {
                let (start, date) = (self.view.date(start), self.view.date(self.view.as_of));
                let line = tr!(texts, "catalog-programme-not-begun", start = start, date = date);
                self.line(1, &line);
            }
            (Choice::BeforeFirst { from }, _) => {
                let line = tr!(texts, "catalog-before-first", date = self.view.date(self.view.as_of), from = self.view.date(from));
                self.line(1, &line);
            }
            _ => {}
        }
        for version in versions {
            self.out.push('\n');
            let head = tr!(texts, "catalog-version", id = version.id.clone());
            let state = self.view.state_of_version(designation, version);
            self.rules(&head, &version.validity, state, version_on(designation, self.view.as_of));
            if state != State::Unused {
                self.version(version);
            }
        }
    }

    /// The head of some rules: when they hold, how sure that is, and what they are on the day.
    fn rules<T>(&mut self, head: &str, validity: &Validity, state: State, choice: Choice<'_, T>) {
        let texts = self.view.texts;
        let date = |day: NaiveDate| self.view.date(day);
        // A user's own rules hold as they say; of the others the days are known for which they are proven.
        let period = match (validity.from, validity.to) {
            (Some(from), Some(to)) if from == to && !validity.entered => tr!(texts, "catalog-proven-on", from = date(from)),
            (Some(from), Some(to)) if !validity.entered => tr!(texts, "catalog-proven-between", from = date(from), to = date(to)),
            (Some(from), None) if !validity.entered => tr!(texts, "catalog-proven-from", from = date(from)),
            (None, Some(to)) if !validity.entered => tr!(texts, "catalog-proven-to", to = date(to)),
            (Some(from), Some(to)) => tr!(texts, "catalog-period-between", from = date(from), to = date(to)),
            (Some(from), None) => tr!(texts, "catalog-period-from", from = date(from)),
            (None, Some(to)) => tr!(texts, "catalog-period-to", to = date(to)),
            (None, None) => texts.get("catalog-period-none"),
        };
        let confidence = tr!(texts, "catalog-confidence", word = self.view.confidence_word(validity.confidence));
        let said_by = tr!(texts, "catalog-said-by", keys = validity.sources.join(", "));
        self.line(1, &format!("{head} · {period} · {confidence} · {said_by}"));
        self.sources.extend(validity.sources.iter().cloned());
        let today = date(self.view.as_of);
        let mark = match (state, choice) {
            (State::InForce, _) => Some(tr!(texts, "catalog-in-force", date = today)),
            (State::LastKnown, Choice::BeyondProof { proven_to, .. }) => {
                Some(tr!(texts, "catalog-last-known", date = today, proven = date(proven_to)))
            }
            (State::Unused, _) => Some(texts.get("catalog-low")),
            (State::NotOnThisDay, Choice::BeforeFirst { from }) => {
                Some(tr!(texts, "catalog-before-first", date = today, from = date(from)))
            }
            _ => None,
        };
        if let Some(mark) = mark {
            self.line(2, &mark);
        }
        if validity.entered {
            let line = texts.get("catalog-entered");
            self.line(2, &line);
        }
        self.said(2, "catalog-note", validity.note.as_ref());
    }

    fn version(&mut self, version: &DesignationVersion) {
        let texts = self.view.texts;
        let CategoryPoints { performance, skilling_intermediate, skilling_advanced, usage_growth, deployments } = version.categories;
        // A file of one's own may speak of skills alone.
        if performance + usage_growth + deployments > 0.0 {
            let points = |p: f64| texts.decimal(p);
            let line = tr!(
                texts,
                "catalog-points-of",
                performance = points(performance),
                intermediate = points(skilling_intermediate),
                advanced = points(skilling_advanced),
                growth = points(usage_growth),
                deployments = points(deployments),
            );
            self.line(2, &line);
        }
        self.said(2, "catalog-track-rule", version.track_rule.as_ref());
        for metric in &version.metrics {
            self.metric(metric);
        }
    }

    fn metric(&mut self, metric: &Metric) {
        let texts = self.view.texts;
        let name = texts.get(&format!("catalog-metric-{}", metric.id));
        let track = texts.get(&format!("catalog-track-{}", metric.track));
        let line = tr!(texts, "catalog-metric", metric = name, track = track, max = texts.decimal(metric.max_points));
        self.line(2, &line);
        let each = texts.decimal(points_each(metric));
        let line = tr!(texts, "catalog-metric-points", each = each, people = metric.people_for_max);
        self.line(3, &line);
        self.said(3, "catalog-note", metric.note.as_ref());
        for step in &metric.steps {
            let line = match step.role {
                StepRole::Gate { min_people, points_when_met } if points_when_met > 0.0 => {
                    let points = texts.decimal(points_when_met);
                    tr!(texts, "catalog-step-gate-points", number = step.number, people = min_people, points = points)
                }
                StepRole::Gate { min_people, .. } => tr!(texts, "catalog-step-gate", number = step.number, people = min_people),
                StepRole::Scored { .. } => tr!(texts, "catalog-step-scored", number = step.number),
            };
            self.line(3, &line);
            for id in &step.any_of {
                let ends = step.eligibility.iter().find(|e| e.id == *id);
                self.credential(4, id, ends);
            }
            self.said(4, "catalog-note", step.note.as_ref());
        }
    }

    /// An exam, certification or assessment, and when it stops counting.
    fn credential(&mut self, depth: usize, id: &str, ends: Option<&Eligibility>) {
        let texts = self.view.texts;
        let mut parts = vec![title(id).map_or_else(|| id.to_owned(), |title| format!("{title} ({id})"))];
        if let Some(ends) = ends {
            parts.extend(match (ends.counts_until, ends.retired) {
                (Some(until), _) => Some(tr!(texts, "catalog-stops-counting", date = self.view.date(until))),
                (None, Some(retired)) => Some(tr!(texts, "catalog-stops-counting-unknown", date = self.view.date(retired))),
                (None, None) => None,
            });
            parts.extend(ends.note.as_ref().map(|note| words_in(note, texts.lang()).to_owned()));
        }
        self.line(depth, &parts.join(" · "));
    }

    fn competency(&mut self, competency: &Competency, options: &[&CompetencyOption]) {
        let texts = self.view.texts;
        self.heading(&competency.name, "catalog-competency", &competency.id);
        if !competency.area.is_empty() {
            let line = tr!(texts, "catalog-area", area = competency.area.clone());
            self.line(1, &line);
        }
        if !competency.maps_to.is_empty() {
            let line = tr!(texts, "catalog-maps-to", ids = competency.maps_to.join(", "));
            self.line(1, &line);
        }
        self.said(1, "catalog-gap", competency.gap.as_ref());
        if competency.options.is_empty() {
            let line = texts.get("catalog-not-known");
            self.line(1, &line);
            return;
        }
        let rules = &self.view.programmes.rules;
        if let Some(end) = rules.competencies_end.filter(|_| programme_on(rules, self.view.as_of) != Programme::Competencies)
            && options.iter().any(|o| !o.validity.entered)
        {
            let line = tr!(texts, "catalog-programme-over", end = self.view.date(end));
            self.line(1, &line);
        }
        for option in options {
            self.out.push('\n');
            let (name, id, ruleset) = (option.name.clone(), option.id.clone(), option.ruleset.clone());
            let head = tr!(texts, "catalog-option", name = name, id = id, rules = ruleset);
            let state = self.view.state_of_option(option);
            self.rules(&head, &option.validity, state, option_on(option, self.view.as_of));
            match &option.kind {
                _ if state == State::Unused => {}
                OptionKind::Skills(levels) => self.levels(levels),
                OptionKind::Score(score) => self.score(score),
            }
        }
    }

    fn levels(&mut self, levels: &[LevelRules]) {
        for level in [Level::Silver, Level::Gold] {
            let name = self.word(&format!("catalog-level-{}", level_name(level)));
            let Some(rules) = levels.iter().find(|l| l.level == level) else {
                let line = tr!(self.view.texts, "catalog-level-not-known", level = name);
                self.line(2, &line);
                continue;
            };
            self.line(2, &name);
            if rules.requirements.is_empty() {
                let line = self.word("catalog-nobody");
                self.line(3, &line);
            }
            rules.requirements.iter().for_each(|r| self.requirement(r));
            self.said(3, "catalog-performance", rules.performance.as_ref());
        }
    }

    fn requirement(&mut self, requirement: &Requirement) {
        let (people, of) = match &requirement.people {
            People::Any => ("any", String::new()),
            People::SubsetOf(of) => ("subset", of.clone()),
            People::DistinctFrom(of) => ("distinct", of.clone()),
        };
        let id = requirement.id.clone();
        let line = tr!(self.view.texts, "catalog-requirement", id = id, count = requirement.count, people = people, of = of);
        self.line(3, &line);
        self.holds(4, &requirement.holds);
        self.said(4, "catalog-ambiguous", requirement.ambiguous.as_ref());
        self.said(4, "catalog-note", requirement.note.as_ref());
    }

    /// What each of some people must hold: all the parts that are there.
    fn holds(&mut self, depth: usize, holds: &Holds) {
        let mut first = true;
        let mut begin = |page: &mut Self, key: &str| {
            let line = page.word(key);
            let and = if std::mem::take(&mut first) { String::new() } else { format!("{} ", page.word("catalog-and")) };
            page.line(depth, &format!("{and}{line}"));
        };
        for (key, ids) in [("catalog-holds-all-of", &holds.all_of), ("catalog-holds-any-of", &holds.any_of)] {
            if !ids.is_empty() {
                begin(self, key);
                ids.iter().for_each(|id| self.credential(depth + 1, id, None));
            }
        }
        let lists = [("catalog-holds-any-set-of", &holds.any_set_of, " + "), ("catalog-holds-one-from-each", &holds.one_from_each, ", ")];
        for (key, lists, between) in lists {
            if !lists.is_empty() {
                begin(self, key);
                for ids in lists {
                    let named = ids.iter().map(|id| if id.len() <= 8 { id.as_str() } else { title(id).unwrap_or(id) });
                    let line = format!("- {}", named.collect::<Vec<_>>().join(between));
                    self.line(depth + 1, &line);
                }
            }
        }
        if let Some(id) = &holds.relevant_for {
            let and = if first { String::new() } else { format!("{} ", self.word("catalog-and")) };
            let line = tr!(self.view.texts, "catalog-holds-relevant-for", id = id.clone());
            self.line(depth, &format!("{and}{line}"));
        }
    }

    fn score(&mut self, score: &ScoreRules) {
        let texts = self.view.texts;
        let line = tr!(texts, "catalog-score", silver = score.silver_from, gold = score.gold_from, most = score.most);
        self.line(2, &line);
        for metric in &score.metrics {
            let (name, max) = (metric.name.clone(), texts.decimal(metric.max_points));
            let Some((developed, developing, holds)) = &metric.people else {
                let line = tr!(texts, "catalog-score-other", name = name, max = max);
                self.line(3, &line);
                continue;
            };
            let line = tr!(texts, "catalog-score-people", name = name, max = max, developed = *developed, developing = *developing);
            self.line(3, &line);
            self.holds(4, holds);
        }
        if !score.grace.is_empty() {
            let line = texts.get("catalog-grace");
            self.line(3, &line);
            score.grace.iter().for_each(|e| self.credential(4, &e.id, Some(e)));
        }
    }

    fn write_sources(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        self.out.push('\n');
        let line = self.word("catalog-sources");
        self.line(0, &line);
        for key in std::mem::take(&mut self.sources) {
            let source = self.view.programmes.sources.get(&key);
            self.line(1, &key);
            let parts = source.map(|s| [s.title.clone(), s.place.clone(), s.date.clone()]).unwrap_or_default();
            for part in parts.iter().filter(|part| !part.is_empty() && **part != key) {
                self.line(2, part);
            }
        }
    }
}
