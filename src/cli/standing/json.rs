//! The JSON of `standing`, as other programs rely on it.

mod portal;

use chrono::NaiveDate;
use serde::Serialize;

use crate::catalog::Programme;
use crate::catalog::programmes::{Confidence, Level};
use crate::cli::json::{SCHEMA, Who, text as as_text};
use crate::export::standing::note_words;
use crate::i18n::Texts;
use crate::model::Company;
use crate::standing::{
    CompetencyStanding, DesignationStanding, Holders, Lacks, LevelStanding, MetricStanding, Nearly, Note, OptionStanding,
    OptionStandingKind, RulesUsed, ScoreStanding, Standing, level_name, rounded,
};

#[derive(Serialize)]
struct Printed {
    schema: u32,
    as_of: NaiveDate,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    programme: &'static str,
    id: String,
    name: String,
    rules: Option<RulesEntry>,
    notes: Vec<NoteEntry>,
    #[serde(flatten)]
    of: Of,
    #[serde(skip)]
    path: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Of {
    Competency {
        option: Option<String>,
        level: Option<&'static str>,
        met: Option<bool>,
        skills_met: Option<bool>,
        performance: Vec<PerformanceEntry>,
        requirements: Vec<RequirementEntry>,
    },
    Designation {
        metric: Option<String>,
        track: Option<String>,
        points: Option<f64>,
        max_points: Option<f64>,
        gates_met: Option<bool>,
        steps: Vec<StepEntry>,
        /// What was entered from the portal; null where nothing was.
        portal: Option<portal::PortalEntry>,
    },
}

#[derive(Serialize)]
struct RulesEntry {
    id: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    historic: bool,
    confidence: &'static str,
}

#[derive(Serialize)]
struct NoteEntry {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct PerformanceEntry {
    text: String,
    ticked: bool,
}

#[derive(Serialize)]
struct RequirementEntry {
    id: String,
    need: u32,
    have: Option<u32>,
    short: Option<u32>,
    spare: Option<u32>,
    holders: Vec<Who>,
    nearly: Vec<Who>,
}

#[derive(Serialize)]
struct StepEntry {
    role: &'static str,
    need: u32,
    have: u32,
    short: u32,
    holders: Vec<Who>,
}

/// The word of a grade of evidence.
pub(super) fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

struct Writer<'a> {
    company: &'a Company,
    texts: &'a Texts,
}

/// The entries of a programme. `path`: only what stands at it, above it or below it.
pub fn text(company: &Company, standing: &Standing, programme: Programme, texts: &Texts, path: Option<&str>) -> Vec<u8> {
    let writer = Writer { company, texts };
    let mut entries = Vec::new();
    if programme != Programme::Competencies {
        standing.designations.iter().for_each(|of| writer.designation(of, &mut entries));
    }
    if programme != Programme::Designations {
        standing.competencies.iter().for_each(|of| writer.competency(of, &mut entries));
    }
    if let Some(path) = path {
        let within = |one: &str, other: &str| one == other || one.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
        entries.retain(|entry| within(&entry.path, path) || within(path, &entry.path));
    }
    as_text(&Printed { schema: SCHEMA, as_of: standing.as_of, entries }).unwrap_or_default()
}

impl Writer<'_> {
    fn notes(&self, notes: &[Note]) -> Vec<NoteEntry> {
        notes.iter().map(|note| NoteEntry { code: note.key(), message: note_words(note, self.texts) }).collect()
    }

    fn holders(&self, holders: &Holders) -> Vec<Who> {
        let account = |h: &crate::standing::Holder| holders.proofs(h).first().map(|proof| proof.account);
        let each = holders.list().iter().map(|h| account(h).unwrap_or_else(|| self.account_of(h.person)));
        each.map(|account| Who::new(self.company, account)).collect()
    }

    fn account_of(&self, person: u32) -> u32 {
        self.company.accounts_of(person).first().copied().unwrap_or(0)
    }

    fn nearly(&self, nearly: &[Nearly]) -> Vec<Who> {
        let account = |one: &Nearly| match one.lacks {
            Lacks::Association { account } | Lacks::Lapsed { account, .. } => account,
            Lacks::One => self.account_of(one.person),
        };
        nearly.iter().map(|one| Who::new(self.company, account(one))).collect()
    }

    fn designation(&self, of: &DesignationStanding, entries: &mut Vec<Entry>) {
        let entry = |path: &str, notes, of_metric| Entry {
            programme: "designations",
            id: of.id.clone(),
            name: of.name.clone(),
            rules: of.rules.as_ref().map(rules),
            notes,
            of: of_metric,
            path: path.to_owned(),
        };
        if of.metrics.is_empty() {
            let nothing = Of::Designation {
                metric: None,
                track: None,
                points: None,
                max_points: None,
                gates_met: None,
                steps: Vec::new(),
                portal: self.portal(of, None),
            };
            entries.push(entry(&of.id, self.notes(&of.notes), nothing));
        }
        for metric in &of.metrics {
            let notes = self.notes(&[of.notes.clone(), metric.notes.clone()].concat());
            entries.push(entry(&metric.path, notes, self.metric(of, metric)));
        }
    }

    fn metric(&self, of: &DesignationStanding, metric: &MetricStanding) -> Of {
        let steps = metric.steps.iter().map(|step| StepEntry {
            role: step.role.name(),
            need: step.need,
            have: step.have,
            short: step.short,
            holders: self.holders(&step.holders),
        });
        Of::Designation {
            metric: Some(metric.metric.clone()),
            track: Some(metric.track.clone()),
            points: Some(rounded(metric.points)),
            max_points: Some(rounded(metric.max_points)),
            gates_met: Some(metric.gates_met),
            steps: steps.collect(),
            portal: self.portal(of, Some(metric)),
        }
    }

    fn competency(&self, of: &CompetencyStanding, entries: &mut Vec<Entry>) {
        let entry = |option: Option<&OptionStanding>, level: Option<&str>, notes: &[Note], of_level| Entry {
            programme: "competencies",
            id: of.id.clone(),
            name: of.name.clone(),
            rules: option.map(|o| rules(&o.rules)),
            notes: self.notes(&[of.notes.clone(), notes.to_vec()].concat()),
            of: of_level,
            path: [Some(of.id.as_str()), option.map(|o| o.id.as_str()), level].into_iter().flatten().collect::<Vec<_>>().join("/"),
        };
        let unknown = |option: Option<&OptionStanding>, level| Of::Competency {
            option: option.map(|o| o.id.clone()),
            level,
            met: None,
            skills_met: None,
            performance: Vec::new(),
            requirements: Vec::new(),
        };
        if of.options.is_empty() {
            entries.push(entry(None, None, &[], unknown(None, None)));
        }
        for option in &of.options {
            match &option.kind {
                OptionStandingKind::Score(score) => entries.push(entry(Some(option), None, &score.notes, self.score(option, score))),
                OptionStandingKind::Levels(levels) => {
                    for level in [Level::Silver, Level::Gold] {
                        let name = level_name(level);
                        let Some(known) = levels.iter().find(|l| l.level == level) else {
                            entries.push(entry(Some(option), Some(name), &[Note::NotKnown], unknown(Some(option), Some(name))));
                            continue;
                        };
                        entries.push(entry(Some(option), Some(name), &known.notes, self.level(option, known)));
                    }
                }
            }
        }
    }

    fn level(&self, option: &OptionStanding, level: &LevelStanding) -> Of {
        let requirements = level.requirements.iter().map(|r| RequirementEntry {
            id: r.id.clone(),
            need: r.need,
            have: r.have,
            short: r.short,
            spare: r.spare,
            holders: self.holders(&r.holders),
            nearly: self.nearly(&r.nearly),
        });
        let performance = level.performance.iter().map(|p| PerformanceEntry { text: p.text.clone(), ticked: p.ticked });
        Of::Competency {
            option: Some(option.id.clone()),
            level: Some(level_name(level.level)),
            met: level.met,
            skills_met: level.skills_met,
            performance: performance.collect(),
            requirements: requirements.collect(),
        }
    }

    /// Of points for people no level follows: it is null, and so is whether it is met.
    fn score(&self, option: &OptionStanding, score: &ScoreStanding) -> Of {
        let people = score.metrics.iter().filter_map(|m| Some((m, m.people.as_ref()?)));
        let requirements = people.map(|(metric, people)| RequirementEntry {
            id: metric.name.clone(),
            need: people.need.0,
            have: people.have,
            short: people.have.map(|have| people.need.0.saturating_sub(have)),
            spare: people.have.map(|have| have.saturating_sub(people.need.0)),
            holders: self.holders(&people.holders),
            nearly: self.nearly(&people.nearly),
        });
        Of::Competency {
            option: Some(option.id.clone()),
            level: None,
            met: None,
            skills_met: None,
            performance: Vec::new(),
            requirements: requirements.collect(),
        }
    }
}

fn rules(used: &RulesUsed) -> RulesEntry {
    RulesEntry {
        id: used.id.clone(),
        valid_from: used.from,
        valid_to: used.to,
        historic: used.historic,
        confidence: confidence_name(used.confidence),
    }
}
