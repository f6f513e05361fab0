//! Designations and their metrics in words (R13).

use super::Tone;
use super::entries::{is_full, is_of};
use super::words::{Certainty, Teller, plural};
use crate::catalog::programmes::{Holds, Metric, Step, StepRole};
use crate::i18n::{Arg, Texts};
use crate::standing::{DesignationStanding, MetricStanding, Note, Role, RulesUsed, StepStanding, Track};
use crate::tr;

/// Rules of the program that a metric rests on.
const RULES: &str = "R12, R13, R14, R15";

/// Intermediate certifications, Enterprise
pub(super) fn metric_name(metric: &MetricStanding, texts: &Texts) -> String {
    format!("{}, {}", word_of("metric", &metric.metric, texts), word_of("track", &metric.track, texts))
}

/// The catalog's word for a metric or a track; one of a user's own is its own word.
pub(super) fn word_of(kind: &str, id: &str, texts: &Texts) -> String {
    let key = format!("catalog-{kind}-{id}");
    if texts.has(&key) { texts.get(&key) } else { id.to_owned() }
}

/// Intermediate, Enterprise: where the designation stands above it, that it is about certifications is clear.
pub(super) fn short_name(metric: &MetricStanding, texts: &Texts) -> String {
    let key = format!("standing-short-{}", metric.metric);
    let name = if texts.has(&key) { texts.get(&key) } else { metric.metric.clone() };
    format!("{name}, {}", short_track(&metric.track, texts))
}

/// A track in one word: these are product names, which in a column need none before them.
#[must_use]
pub fn short_track(track: &str, texts: &Texts) -> String {
    match Track::ALL.into_iter().find(|known| known.name() == track) {
        Some(Track::Enterprise) => "Enterprise".to_owned(),
        Some(Track::Smb) => "SMB".to_owned(),
        None => word_of("track", track, texts),
    }
}

fn closed_gate(metric: &MetricStanding) -> Option<&StepStanding> {
    metric.steps.iter().find(|s| s.role == Role::Gate && s.short > 0)
}

fn points_words(have: f64, most: f64, texts: &Texts) -> String {
    tr!(texts, "standing-state-points", have = texts.decimal(have), most = texts.decimal(most))
}

fn gate_words(metric: &MetricStanding, gate: &StepStanding, texts: &Texts) -> String {
    let gates = metric.steps.iter().filter(|s| s.role == Role::Gate).count();
    tr!(texts, "standing-state-gate", gates = gates, step = gate.number, have = gate.have, need = gate.need)
}

fn tone_of(have: f64, most: f64) -> Tone {
    if have <= 0.0 {
        // Every metric has to be above zero (R13).
        Tone::Bad
    } else if have >= most {
        Tone::Good
    } else {
        Tone::Plain
    }
}

pub(super) fn metric_state(metric: &MetricStanding, texts: &Texts) -> (String, Tone) {
    let tone = tone_of(metric.points, metric.max_points);
    match closed_gate(metric) {
        Some(gate) if metric.points <= 0.0 => (gate_words(metric, gate, texts), tone),
        _ => (points_words(metric.points, metric.max_points, texts), tone),
    }
}

/// The state of a designation; without a track, of both.
pub(super) fn designation_state(of: &DesignationStanding, track: Option<Track>, texts: &Texts) -> (String, Tone) {
    let Some(used) = &of.rules else { return (texts.get("standing-state-no-rules"), Tone::Dim) };
    let state_of = |track: Track| {
        let metrics: Vec<&MetricStanding> = of.metrics.iter().filter(|m| is_of(m, Some(track))).collect();
        let (have, most) = of.skilling(track);
        let zero = metrics.iter().any(|m| m.points <= 0.0);
        let (state, points) = match metrics.iter().find_map(|m| closed_gate(m).map(|gate| gate_words(m, gate, texts))) {
            Some(gate) if have <= 0.0 => (gate, None),
            _ => (points_words(have, most, texts), Some((have, most))),
        };
        (state, points, if zero { Tone::Bad } else { tone_of(have, most) })
    };
    let told = |track: Track| {
        let (state, points, tone) = state_of(track);
        ((state, tone), points)
    };
    let (state, tone) = match track {
        Some(track) => told(track).0,
        None => {
            let ((large, large_points), (small, small_points)) = (told(Track::Enterprise), told(Track::Smb));
            // Where both tracks come to the same it is said once.
            if large == small || of.metrics.iter().all(|m| m.track == "all") {
                large
            } else {
                let both = match (large_points, small_points) {
                    // Two figures of the same most need its words once.
                    (Some((large, most)), Some((small, also))) if most == also => tr!(
                        texts,
                        "standing-state-both-points",
                        enterprise = texts.decimal(large),
                        smb = texts.decimal(small),
                        most = texts.decimal(most)
                    ),
                    _ => tr!(texts, "standing-state-both", enterprise = large.0, smb = small.0),
                };
                (both, if large.1 == small.1 { large.1 } else { Tone::Plain })
            }
        }
    };
    if used.historic { (tr!(texts, "standing-state-historic", state = state), Tone::Dim) } else { (state, tone) }
}

/// Whether points are lost or a gate closes if the persons suspected to be one are one.
fn is_less(metric: &MetricStanding, (points, people): &(f64, Vec<u32>)) -> bool {
    let closes = |(step, one): (&StepStanding, &u32)| step.role == Role::Gate && step.short == 0 && *one < step.need;
    *points < metric.points || metric.steps.iter().zip(people).any(closes)
}

fn certainty(teller: &Teller<'_>, used: &RulesUsed, metric: &MetricStanding) -> Certainty {
    match Certainty::of(teller.company, used, &metric.notes) {
        told @ Certainty::CannotTell(_) => told,
        _ if metric.if_unknown.is_some() => Certainty::CannotTell("retirement-unknown"),
        _ if metric.if_one.as_ref().is_some_and(|one| is_less(metric, one)) => Certainty::CannotTell("one-person"),
        other => other,
    }
}

impl Teller<'_> {
    fn metric_rules(&self, designation: &str, used: &RulesUsed, of: &MetricStanding) -> Option<&Metric> {
        let designation = self.programmes.designations.iter().find(|d| d.id == designation)?;
        let version = designation.versions.iter().find(|v| v.id == used.id)?;
        version.metrics.iter().find(|m| m.id == of.metric && m.track == of.track)
    }

    pub fn designation(&mut self, of: &DesignationStanding) {
        let texts = self.texts;
        let track = self.standing.question().track;
        let Some(used) = &of.rules else {
            let answer = texts.get("standing-answer-no-rules");
            self.answer(Tone::Dim, &answer, Certainty::CannotTell("no-rules"));
            return self.portal(of);
        };
        let (state, tone) = designation_state(of, track, texts);
        // It is as certain as the least certain of its metrics.
        let grades = of.metrics.iter().map(|metric| certainty(self, used, metric));
        let grade = grades.max_by_key(|grade| grade.doubt()).unwrap_or_else(|| Certainty::of(self.company, used, &of.notes));
        self.answer(tone, &state, grade);
        let least = texts.decimal(self.programmes.rules.min_total_points);
        let of_hundred = if of.portal.is_some() { "standing-of-hundred-portal" } else { "standing-of-hundred" };
        self.line(Tone::Plain, 0, of_hundred, &[("least", Arg::from(least))]);
        let loses = !of.metrics.iter().all(is_full);
        let with_points = of.metrics.iter().filter(|m| m.points > 0.0);
        let firsts = with_points.filter_map(|m| m.until.as_ref().map(|(first, left)| (m, first, left)));
        if let Some((metric, first, left)) = firsts.min_by_key(|(_, first, _)| first.on) {
            self.until(Some(first), None, loses);
            let said = tr!(texts, "standing-breaks-in", name = metric_name(metric, texts), points = texts.decimal(*left));
            self.push(Tone::Plain, 1, &said);
        } else if of.metrics.iter().any(|m| m.points > 0.0) {
            self.until(None, None, loses);
        }
        let heading = texts.get("standing-metrics");
        self.heading(&heading);
        for metric in &of.metrics {
            let (state, tone) = metric_state(metric, texts);
            let said = format!("{} · {state} · {}", metric_name(metric, texts), metric.path);
            self.push(tone, 1, &said);
        }
        self.portal(of);
        self.eligible(of);
        let heading = texts.get("standing-life");
        self.heading(&heading);
        let (first, last) = (self.date(of.window.first), self.date(of.window.last));
        self.line(Tone::Plain, 1, "standing-window", &[("first", Arg::from(first)), ("last", Arg::from(last))]);
        if let Some(day) = of.window.enrolled_until {
            let said = self.entered(&tr!(texts, "standing-enrolled", date = self.date(day)));
            self.push(Tone::Plain, 1, &said);
        } else if of.portal.as_ref().is_some_and(|beside| beside.said.enrolled) {
            let said = self.entered(&texts.get("standing-enrolled-until-when"));
            self.push(Tone::Plain, 1, &said);
        }
        self.notes(&[of.notes.clone(), vec![Note::SkillingOnly]].concat());
        self.rules(used, RULES);
    }

    pub fn metric(&mut self, of: &DesignationStanding, metric: &MetricStanding) {
        let texts = self.texts;
        let Some(used) = &of.rules else { return };
        let points = points_words(metric.points, metric.max_points, texts);
        let (answer, tone) = match closed_gate(metric) {
            Some(gate) => (format!("{points} · {}", gate_words(metric, gate, texts)), tone_of(metric.points, metric.max_points)),
            None => (points, tone_of(metric.points, metric.max_points)),
        };
        self.answer(tone, &answer, certainty(self, used, metric));
        if metric.points > 0.0 {
            let (first, left) = metric.until.as_ref().map_or((None, None), |(first, left)| (Some(first), Some(*left)));
            self.until(first, left, !is_full(metric));
        }
        let rules = self.metric_rules(&of.id, used, metric).cloned();
        for (at, step) in metric.steps.iter().enumerate() {
            self.step_section(step, rules.as_ref().and_then(|r| r.steps.get(at)), used);
        }
        self.arithmetic(metric, rules.as_ref());
        self.portal_of_metric(of, metric);
        self.metric_reserve(metric);
        let mut changes = Vec::new();
        if let Some((points, people)) = &metric.if_one {
            for (step, one) in metric.steps.iter().zip(people).filter(|(step, one)| step.have != **one) {
                changes.push(tr!(texts, "standing-if-one-step", step = step.number, have = step.have, one = *one));
            }
            let (have, one) = (texts.decimal(metric.points), texts.decimal(*points));
            changes.push(tr!(texts, "standing-if-one-points", have = have, one = one));
        }
        self.pairs(&changes);
        self.notes(&[of.notes.clone(), metric.notes.clone()].concat());
        if let Some(points) = metric.if_unknown {
            self.line(Tone::Warn, 1, "standing-if-unknown", &[("points", Arg::from(texts.decimal(points)))]);
        }
        self.rules(used, RULES);
    }

    pub fn step(&mut self, of: &DesignationStanding, metric: &MetricStanding, step: &StepStanding) {
        let Some(used) = &of.rules else { return };
        let tone = if step.short == 0 { Tone::Good } else { Tone::Bad };
        let answer = tr!(self.texts, "standing-people-of", have = step.have, need = step.need);
        let at = metric.steps.iter().position(|s| s.path == step.path);
        let if_one = at.and_then(|at| metric.if_one.as_ref()?.1.get(at).copied());
        let certainty = match Certainty::of(self.company, used, &metric.notes) {
            told @ Certainty::CannotTell(_) => told,
            _ if step.short == 0 && if_one.is_some_and(|one| one < step.need) => Certainty::CannotTell("one-person"),
            told => told,
        };
        self.answer(tone, &answer, certainty);
        let rules = self.metric_rules(&of.id, used, metric).and_then(|r| r.steps.get(at?)).cloned();
        self.step_section(step, rules.as_ref(), used);
        self.notes(&[of.notes.clone(), metric.notes.clone()].concat());
        self.rules(used, RULES);
    }

    fn step_section(&mut self, step: &StepStanding, rules: Option<&Step>, used: &RulesUsed) {
        let role = if step.role == Role::Gate { "gate" } else { "scored" };
        let said = tr!(self.texts, "standing-step", number = step.number, role = role, have = step.have, need = step.need);
        self.heading(&said);
        if let Some(rules) = rules {
            let holds = self.holds(&Holds { any_of: rules.any_of.clone(), ..Holds::default() });
            self.push(Tone::Dim, 1, &holds);
        }
        self.holders(&step.holders);
        if step.holders.list().is_empty() {
            self.line(Tone::Bad, 1, "standing-nobody", &[]);
        }
        self.nearly(&step.nearly, &step.path, used);
    }

    /// The way from people to points.
    fn arithmetic(&mut self, metric: &MetricStanding, rules: Option<&Metric>) {
        let texts = self.texts;
        let heading = texts.get("standing-points");
        self.heading(&heading);
        let mut closed = None;
        for step in &metric.steps {
            if step.role == Role::Gate && closed.is_none() {
                if step.short > 0 {
                    closed = Some(step.number);
                    self.line(Tone::Bad, 1, "standing-gate-closed", &[("step", step.number.into()), ("short", step.short.into())]);
                } else {
                    let (points, worth) = (texts.decimal(step.points), if step.points > 0.0 { "yes" } else { "no" });
                    let said = tr!(
                        texts,
                        "standing-gate-open",
                        step = step.number,
                        points = points,
                        worth = worth,
                        n = plural(step.points, texts)
                    );
                    self.push(Tone::Good, 1, &said);
                }
                continue;
            }
            if let Some(number) = closed {
                self.line(Tone::Bad, 1, "standing-step-closed", &[("step", Arg::from(step.number)), ("gate", Arg::from(number))]);
                continue;
            }
            let for_most = rules.map_or(step.need, |r| r.people_for_max);
            let said = tr!(
                texts,
                "standing-arithmetic",
                most = texts.decimal(metric.max_points),
                gates = texts.decimal(gates_of(rules)),
                people = for_most,
                each = texts.decimal(metric.per_person),
                n = plural(metric.per_person, texts)
            );
            self.push(Tone::Plain, 1, &said);
            let said = tr!(
                texts,
                "standing-arithmetic-people",
                step = step.number,
                people = step.have,
                points = texts.decimal(step.points),
                n = plural(step.points, texts),
                capped = if step.have > step.need { "yes" } else { "no" }
            );
            self.push(Tone::Plain, 1, &said);
        }
        let args = [("points", Arg::from(texts.decimal(metric.points))), ("most", Arg::from(texts.decimal(metric.max_points)))];
        self.line(Tone::Plain, 1, "standing-points-sum", &args);
    }

    fn metric_reserve(&mut self, metric: &MetricStanding) {
        if metric.points <= 0.0 {
            return;
        }
        let heading = self.texts.get("standing-reserve");
        self.heading(&heading);
        match metric.spare {
            None => self.line(Tone::Dim, 1, "standing-reserve-unknown", &[]),
            Some(0) => {
                self.line(Tone::Warn, 1, "standing-reserve-none-points", &[]);
                for (person, left) in &metric.critical {
                    let (points, n) = (self.texts.decimal(*left), plural(*left, self.texts));
                    let said = tr!(self.texts, "standing-leaves-points", name = self.person(*person), points = points, n = n);
                    self.about(Tone::Plain, 2, &said, Some(self.account_of(*person)));
                }
            }
            Some(some) => self.line(Tone::Good, 1, "standing-reserve-points", &[("count", Arg::from(some))]),
        }
    }
}

fn gates_of(rules: Option<&Metric>) -> f64 {
    let of = |role: &StepRole| match role {
        StepRole::Gate { points_when_met, .. } => *points_when_met,
        StepRole::Scored { .. } => 0.0,
    };
    rules.map_or(0.0, |r| r.steps.iter().map(|s| of(&s.role)).sum())
}
