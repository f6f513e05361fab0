//! The company, the rules and the question together: everything is computed from here.

use super::competencies::{LevelCase, level, level_name};
use super::counting::Day;
use super::designations::{MetricCase, metric};
use super::holders::{View, retiring};
use super::index::Index;
use super::life::{Life, Phase, Risk, Stage, life, window};
use super::notes::{Note, note};
use super::paths::{asked, is_asked, metric_path};
use super::portal::beside;
use super::question::{Chosen, Question, Rules, RulesUsed};
use super::relevance::{Relevance, relevance};
use super::score::score;
use super::until::Lead;
use super::{CompetencyStanding, DesignationStanding, LevelStanding, OptionStanding, OptionStandingKind, Standing};
use crate::catalog::Catalog;
use crate::catalog::programmes::{Competency, CompetencyOption, Designation, DesignationVersion, OptionKind};
use crate::model::Company;

/// What everything is computed from.
pub(super) struct Scene<'a, 'v> {
    view: View<'v>,
    /// With the persons who may be one counted as one; none, if nobody is suspected.
    merged: Option<View<'v>>,
    rules: &'a Rules<'v>,
    question: &'a Question,
    lead: Lead,
}

/// By person, the number to count it under, if some are suspected to be one (R14).
fn merge(people: u32, suspected: &[(u32, u32)]) -> Option<Vec<u32>> {
    let mut as_one: Vec<u32> = (0..people).collect();
    let root = |as_one: &[u32], mut person: u32| {
        while as_one[person as usize] != person {
            person = as_one[person as usize];
        }
        person
    };
    let pairs: Vec<&(u32, u32)> = suspected.iter().filter(|(a, b)| a != b && *a < people && *b < people).collect();
    for (a, b) in &pairs {
        let (a, b) = (root(&as_one, *a), root(&as_one, *b));
        as_one[a.max(b) as usize] = a.min(b);
    }
    let flat = (0..people).map(|person| root(&as_one, person)).collect();
    (!pairs.is_empty()).then_some(flat)
}

fn notes_of(used: &RulesUsed) -> Vec<Note> {
    let notes = [(used.historic, Note::Historic), (used.by_hand, Note::ByHand), (used.entered, Note::Entered)];
    notes.into_iter().filter(|(is, _)| *is).map(|(_, note)| note).collect()
}

impl<'a, 'v> Scene<'a, 'v> {
    pub fn new(
        company: &'v Company,
        catalog: &'v Catalog,
        index: &'v Index,
        rules: &'a Rules<'v>,
        question: &'a Question,
    ) -> Scene<'a, 'v> {
        let day = Day::new(question.as_of, question.move_date);
        let view = || View::new(company, catalog, index, day, rules.numbers.retired_exam_months);
        Scene {
            view: view(),
            merged: merge(company.people, &question.suspected).map(|merge| view().merged(merge)),
            rules,
            question,
            lead: Lead { refresh_days: rules.numbers.refresh_days, preparation_days: question.preparation_days },
        }
    }

    pub fn standing(mut self) -> Standing {
        let rules = self.rules;
        let designations = rules.designations.iter().map(|(of, chosen)| self.designation(of, chosen.as_ref())).collect();
        let all = asked(rules, self.question.track);
        let mut relevance = relevance(&mut self.view, rules, &all).map(Vec::into_iter);
        let competencies = rules.competencies.iter().map(|(competency, options)| {
            let relevance = relevance.as_mut().and_then(Iterator::next);
            let options = options.iter().map(|chosen| self.option(competency, chosen)).collect();
            self.competency(competency, options, relevance)
        });
        let competencies = competencies.collect();
        Standing {
            as_of: self.question.as_of,
            question: self.question.clone(),
            designations,
            competencies,
            inferences: self.view.index.inferences.clone(),
            credentials: self.view.credential_ids(),
        }
    }

    fn designation(&mut self, designation: &Designation, chosen: Option<&Chosen<'v, DesignationVersion>>) -> DesignationStanding {
        let mut metrics = Vec::new();
        let rules = chosen.map_or(&[][..], |c| c.rules.metrics.as_slice());
        for rules in rules.iter().filter(|m| is_asked(&m.track, self.question.track)) {
            let path = metric_path(&designation.id, &rules.id, &rules.track);
            let case = MetricCase { rules, path, months: self.rules.numbers.retired_certification_months, lead: self.lead };
            metrics.push(metric(&mut self.view, self.merged.as_mut(), &case));
        }
        let used = chosen.map(|c| RulesUsed::of(&c.rules.id, &c.rules.validity, c));
        let held = self.question.enrolments.iter().find(|e| e.id == designation.id);
        let mut notes = used.as_ref().map_or_else(|| vec![Note::NotKnown], notes_of);
        notes.extend(chosen.and_then(|c| c.rules.validity.note.clone()).map(Note::Remark));
        let mut standing = DesignationStanding {
            id: designation.id.clone(),
            name: designation.name.clone(),
            short: designation.short.clone(),
            rules: used,
            metrics,
            window: window(self.question.as_of, held.map(|e| e.anniversary)),
            portal: None,
            notes,
        };
        let said = self.question.portal.get(&designation.id);
        let view = &self.view;
        standing.portal = said.map(|said| beside(view.company, view.catalog, view.index, self.rules, self.question, &standing, said));
        standing
    }

    fn option(&mut self, competency: &Competency, chosen: &Chosen<'v, CompetencyOption>) -> OptionStanding {
        let option = chosen.rules;
        let used = RulesUsed::of(&option.ruleset, &option.validity, chosen);
        let path = format!("{}/{}", competency.id, option.id);
        let months = self.rules.numbers.retired_exam_months;
        let mut notes = notes_of(&used);
        notes.extend(option.validity.note.clone().map(Note::Remark));
        let kind = match &option.kind {
            OptionKind::Skills(levels) => {
                let each = levels.iter().map(|rules| {
                    let path = format!("{path}/{}", level_name(rules.level));
                    let ticked = self.question.ticked.contains(&path);
                    let external_ticked = &self.question.external;
                    let case = LevelCase { rules, path, retiring: retiring(&[], months), lead: self.lead, ticked, external_ticked };
                    let mut standing = level(&mut self.view, self.merged.as_mut(), &case);
                    standing.notes.splice(0..0, notes.iter().cloned());
                    standing
                });
                OptionStandingKind::Levels(each.collect())
            }
            OptionKind::Score(rules) => {
                let mut standing = score(&mut self.view, self.merged.as_mut(), rules, &path, retiring(&rules.grace, months));
                standing.notes.splice(0..0, notes);
                OptionStandingKind::Score(standing)
            }
        };
        OptionStanding { id: option.id.clone(), name: option.name.clone(), rules: used, kind }
    }

    fn competency(&self, competency: &Competency, options: Vec<OptionStanding>, relevance: Option<Relevance>) -> CompetencyStanding {
        let question = self.question;
        let held = question.enrolments.iter().filter(|e| e.id == competency.id).max_by_key(|e| (e.level, e.anniversary));
        let life = held.map(|held| {
            let levels = options.iter().filter(|o| !o.rules.historic).flat_map(OptionStanding::levels);
            let of_held: Vec<&LevelStanding> = levels.filter(|l| held.level.is_none_or(|level| level == l.level)).collect();
            life(held, question.as_of, self.rules.numbers, &of_held)
        });
        let mut notes = Vec::new();
        if options.is_empty() {
            notes.push(Note::NotKnown);
        }
        if life.as_ref().is_some_and(|l| l.waived) {
            note(&mut notes, Note::Waived);
        }
        CompetencyStanding {
            id: competency.id.clone(),
            name: competency.name.clone(),
            gap: competency.gap.clone(),
            stage: stage(life.as_ref(), &options),
            options,
            relevance,
            life,
            notes,
        }
    }
}

fn stage(life: Option<&Life>, options: &[OptionStanding]) -> Option<Stage> {
    if let Some(life) = life {
        return match (life.phase, life.risk) {
            (Phase::Over, _) => None,
            (_, Risk::Yes) => Some(Stage::AtRisk),
            _ => Some(Stage::Active),
        };
    }
    // What older rules asked for says nothing of today.
    let in_force = || options.iter().filter(|o| !o.rules.historic);
    let levels = || in_force().flat_map(OptionStanding::levels);
    levels().next()?;
    if levels().any(|l| l.met == Some(true)) {
        return Some(Stage::Qualified);
    }
    let begun = levels().flat_map(|l| &l.requirements).any(|r| r.have.is_some_and(|have| have > 0));
    Some(if begun { Stage::Started } else { Stage::NotStarted })
}
