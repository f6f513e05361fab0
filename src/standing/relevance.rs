//! What the report itself says of competencies, beside what the catalog says (R5).

use std::collections::HashMap;
use std::sync::Arc;

use super::counting::{Day, Verdict, verdict};
use super::formula::Mode;
use super::holders::{Holders, View, retiring};
use super::index::{SkillRef, listed};
use super::paths::{Asked, ids};
use super::question::Rules;
use crate::catalog::programmes::Holds;
use crate::model::Company;

/// Whom and what the report marks as relevant for a competency.
#[derive(Clone, Debug, Default)]
pub struct Relevance {
    /// People with a marked skill that counts on the day.
    pub people: Arc<Holders>,
    /// Unexpired skills that the report marks and no rule of the competency names.
    pub only_report: Vec<SkillRef>,
    /// Unexpired skills that a rule of the competency names and the report does not mark.
    pub only_catalog: Vec<SkillRef>,
}

/// By competency of the rules; `None`: the file has no column for it. Where no rules are known there is nothing to compare.
pub(super) fn relevance<'v>(view: &mut View<'v>, rules: &Rules<'v>, asked: &[Asked<'_>]) -> Option<Vec<Relevance>> {
    if !view.company.says_where_skills_count() {
        return None;
    }
    let months = rules.numbers.retired_exam_months;
    let names: Vec<&str> = rules.competencies.iter().map(|(competency, _)| competency.name.as_str()).collect();
    let marks: Vec<Vec<u64>> = names.chunks(64).filter_map(|chunk| view.mark(chunk)).map(|(_, bits)| bits).collect();
    let mut found: Vec<Relevance> = rules
        .competencies
        .iter()
        .map(|(competency, _)| {
            let marked = Holds { relevant_for: Some(competency.name.clone()), ..Holds::default() };
            let people = view.holders(&marked, retiring(&[], months), Mode::Certain).unwrap_or_default();
            Relevance { people, ..Relevance::default() }
        })
        .collect();
    // Competencies as bits, so that one look at each skill is enough; there are some twenty of them.
    for (block, chunk) in rules.competencies.chunks(64).enumerate() {
        let first = block * 64;
        let mut named: HashMap<String, u64> = HashMap::new();
        for one in asked {
            let Some(bit) = one.competency.and_then(|c| c.checked_sub(first)).filter(|bit| *bit < chunk.len()) else { continue };
            ids(&one.holds).for_each(|id| *named.entry(id.to_lowercase()).or_default() |= 1 << bit);
        }
        let of_item = |id: &String| named.get(&id.to_lowercase()).copied().unwrap_or(0);
        let by_item: Vec<u64> = view.company.items.iter().map(|item| item.id.as_ref().map_or(0, of_item)).collect();
        let known = chunk.iter().enumerate().filter(|(_, (_, options))| !options.is_empty()).fold(0u64, |bits, (at, _)| bits | 1 << at);
        let Some(by_mark) = marks.get(block) else { continue };
        compare(view.company, view.day, (&by_item, by_mark), known, &mut found[first..]);
    }
    Some(found)
}

fn named(company: &Company, item: u32) -> bool {
    company.items.get(item as usize).is_some_and(|item| item.id.is_some() || !item.title.is_empty())
}

fn compare(company: &Company, day: Day, (by_item, by_mark): (&[u64], &[u64]), known: u64, found: &mut [Relevance]) {
    for number in (0u32..).take(company.accounts.len()) {
        for (at, skill) in (0u32..).zip(company.skills(number)) {
            // What is not named cannot be held against the rules; nor can what a file lists that marks nothing.
            if !named(company, skill.item) || company.counts_for(skill).is_none() {
                continue;
            }
            let (item, mark) = (by_item[skill.item as usize], by_mark.get(skill.relevance() as usize).copied().unwrap_or(0));
            let mut differ = (item ^ mark) & known;
            if differ == 0 || matches!(verdict(&listed(company, number, at, skill), day), Verdict::Lapsed | Verdict::NotYet) {
                continue;
            }
            while differ != 0 {
                let bit = differ.trailing_zeros();
                differ &= differ - 1;
                let Some(of) = found.get_mut(bit as usize) else { continue };
                let list = if mark >> bit & 1 == 1 { &mut of.only_report } else { &mut of.only_catalog };
                list.push(SkillRef { account: number, skill: at });
            }
        }
    }
}
