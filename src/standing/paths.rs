//! Full paths of everything that rules ask for, and where the catalog counts a skill beside what the report says.

use super::counting::{Day, Limit, NEVER, Reason, Retiring, said};
use super::holders::{entry_keys, named as named_by, retiring};
use super::index::{Retirement, listed};
use super::question::{Question, Rules, Track};
use crate::catalog::programmes::{Holds, OptionKind};
use crate::catalog::{Catalog, Status};
use crate::model::{Company, Skill};

use super::competencies::level_name;

/// Something that rules ask for, with its full path.
pub(super) struct Asked<'r> {
    pub path: String,
    pub holds: Holds,
    pub retiring: Retiring<'r>,
    /// Number of the competency among those of the rules; `None` for a designation.
    pub competency: Option<usize>,
}

/// Whether a metric of a track is asked about.
pub(super) fn is_asked(of_metric: &str, asked: Option<Track>) -> bool {
    asked.is_none_or(|track| of_metric == track.name() || of_metric == "all")
}

/// The path of a metric.
pub(super) fn metric_path(designation: &str, metric: &str, track: &str) -> String {
    format!("{designation}/{metric}/{track}")
}

/// Everything that the rules ask of people, in their order.
pub(super) fn asked<'r>(rules: &Rules<'r>, track: Option<Track>) -> Vec<Asked<'r>> {
    let mut all = Vec::new();
    for (designation, version) in &rules.designations {
        let metrics = version.iter().flat_map(|v| &v.rules.metrics).filter(|m| is_asked(&m.track, track));
        for metric in metrics {
            let path = metric_path(&designation.id, &metric.id, &metric.track);
            all.extend(metric.steps.iter().map(|step| Asked {
                path: format!("{path}/{}", step.number),
                holds: Holds { any_of: step.any_of.clone(), ..Holds::default() },
                retiring: retiring(&step.eligibility, rules.numbers.retired_certification_months),
                competency: None,
            }));
        }
    }
    for (number, (competency, options)) in rules.competencies.iter().enumerate() {
        for option in options.iter().map(|o| o.rules) {
            let path = format!("{}/{}", competency.id, option.id);
            let months = rules.numbers.retired_exam_months;
            match &option.kind {
                OptionKind::Skills(levels) => {
                    for level in levels {
                        all.extend(level.requirements.iter().map(|r| Asked {
                            path: format!("{path}/{}/{}", level_name(level.level), r.id),
                            holds: r.holds.clone(),
                            retiring: retiring(&[], months),
                            competency: Some(number),
                        }));
                    }
                }
                OptionKind::Score(score) => {
                    let people = score.metrics.iter().filter_map(|m| Some((m, m.people.as_ref()?)));
                    all.extend(people.map(|(metric, (_, _, holds))| Asked {
                        path: format!("{path}/{}", metric.name),
                        holds: holds.clone(),
                        retiring: retiring(&score.grace, months),
                        competency: Some(number),
                    }));
                }
            }
        }
    }
    all
}

/// The ids that some holds name.
pub(super) fn ids(holds: &Holds) -> impl Iterator<Item = &String> {
    holds.any_of.iter().chain(&holds.all_of).chain(holds.any_set_of.iter().flatten()).chain(holds.one_from_each.iter().flatten())
}

/// Where the catalog counts skills, looked up once for all items of a company.
#[derive(Debug)]
pub struct Paths {
    paths: Vec<String>,
    /// By path: number of the designation or competency it is of.
    areas: Vec<u16>,
    /// By item: number of the path, and until when the item counts there.
    by_item: Vec<Vec<(u32, Limit)>>,
    /// By list of *Relevant* entries: paths of requirements that ask for the report's own mark.
    by_mark: Vec<Vec<u32>>,
    /// By item: until when it counts where the report's mark is all there is.
    by_itself: Vec<Limit>,
    day: Day,
}

impl Paths {
    /// Looks up what the rules ask for among the items of a company.
    #[must_use]
    pub fn new(company: &Company, catalog: &Catalog, rules: &Rules<'_>, question: &Question) -> Paths {
        let asked = asked(rules, question.track);
        let mut named: std::collections::HashMap<String, Vec<(u32, Limit)>> = std::collections::HashMap::new();
        for (number, one) in (0u32..).zip(&asked) {
            for id in ids(&one.holds) {
                let known = catalog.by_id(id);
                // No report proves what others certify (R6).
                if known.is_some_and(|c| c.status == Status::External) {
                    continue;
                }
                let list = named.entry(id.to_lowercase()).or_default();
                if list.last().is_none_or(|(last, _)| *last != number) {
                    list.push((number, one.retiring.limit(id, Retirement::of(id, catalog))));
                }
            }
        }
        let of_item = |id: Option<&String>| id.and_then(|id| named.get(&id.to_lowercase())).cloned().unwrap_or_default();
        let marks: Vec<(&str, u32)> =
            (0u32..).zip(&asked).filter_map(|(number, one)| Some((one.holds.relevant_for.as_deref()?, number))).collect();
        let mut by_mark: Vec<Vec<u32>> = vec![Vec::new(); company.relevance().len()];
        if !marks.is_empty() {
            let entries = entry_keys(company);
            for (name, number) in &marks {
                let there = by_mark.iter_mut().zip(named_by(&entries, &[name]));
                there.filter(|(_, bits)| *bits != 0).for_each(|(list, _)| list.push(*number));
            }
        }
        let months = Retiring { eligibility: &[], months: rules.numbers.retired_exam_months };
        // The report's mark is evidence enough where nobody knows since when something is withdrawn.
        let by_itself = |id: Option<&str>| match id.map(|id| months.limit(id, Retirement::of(id, catalog))) {
            Some(Limit::Until(last)) => Limit::Until(last),
            Some(Limit::Unknown) | None => Limit::Until(NEVER),
        };
        Paths {
            by_itself: company.items.iter().map(|item| by_itself(item.id.as_deref())).collect(),
            by_item: company.items.iter().map(|item| of_item(item.id.as_ref())).collect(),
            by_mark,
            areas: super::areas::of_paths(&asked, rules),
            paths: asked.into_iter().map(|one| one.path).collect(),
            day: Day::new(question.as_of, question.move_date),
        }
    }

    /// Where rules name a skill of an account, in the order of the rules, and whether it counts there on the day (R5, R15).
    #[must_use]
    pub fn of_skill(&self, company: &Company, account: u32, skill: u32) -> Vec<(&str, Reason)> {
        let Some(found) = company.skills(account).get(skill as usize) else { return Vec::new() };
        let holding = listed(company, account, skill, found);
        let path = |number: u32| self.paths.get(number as usize).map_or("", String::as_str);
        let (by_item, by_mark, itself) = self.named(found);
        let by_mark = by_mark.iter().map(|number| (*number, itself));
        let mut all: Vec<(u32, Limit)> = by_item.iter().copied().chain(by_mark).collect();
        all.sort_by_key(|(number, _)| *number);
        all.dedup_by_key(|(number, _)| *number);
        all.into_iter().map(|(number, limit)| (path(number), Reason::of(&holding, limit, self.day))).collect()
    }

    /// Paths whose rules name a skill, with until when it counts there; paths that ask for the mark that the report gives
    /// it, and until when it counts there.
    pub(super) fn named(&self, skill: &Skill) -> (&[(u32, Limit)], &[u32], Limit) {
        let by_item = self.by_item.get(skill.item as usize).map_or(&[][..], Vec::as_slice);
        let by_mark = self.by_mark.get(skill.relevance() as usize).map_or(&[][..], Vec::as_slice);
        (by_item, by_mark, self.by_itself.get(skill.item as usize).copied().unwrap_or(Limit::Until(NEVER)))
    }

    /// The number of the designation or competency that a path is of.
    pub(super) fn area(&self, path: u32) -> Option<u16> {
        self.areas.get(path as usize).copied()
    }

    pub(super) fn day(&self) -> Day {
        self.day
    }

    /// The paths where the catalog counts a skill on the day: `counts_by_catalog`, beside the report's `counts_for`.
    #[must_use]
    pub fn counting(&self, company: &Company, account: u32, skill: u32) -> Vec<&str> {
        let all = self.of_skill(company, account, skill).into_iter();
        all.filter(|(_, reason)| matches!(reason, Reason::Counts { .. })).map(|(path, _)| path).collect()
    }

    /// All paths of the rules, in their order.
    #[must_use]
    pub fn all(&self) -> &[String] {
        &self.paths
    }

    /// The last day on which rules at a path count an item at most, retirement alone considered; `None`: no end, or unknown.
    #[must_use]
    pub fn item_counts_until(&self, item: u32, path: &str) -> Option<chrono::NaiveDate> {
        let found = self.by_item.get(item as usize)?.iter().find(|(number, _)| self.paths.get(*number as usize).is_some_and(|p| p == path));
        match found?.1 {
            Limit::Until(day) => said(day),
            Limit::Unknown => None,
        }
    }
}
