//! The queue of what there is to settle: which lines stand in it, in which order. Words are found when a line is drawn: there
//! may be tens of thousands.

use std::collections::BTreeSet;

use crate::cases::PointAt;
use crate::checklists::{About, checklists};
use crate::diagnosis::{Code, Diagnosis, Finding, Severity};
use crate::model::Problem;
use crate::query::Query;

use super::followed::Followed;

/// What can be folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A kind of finding.
    Kind(Code),
    /// What is settled, or left alone.
    Settled,
}

/// A line of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Above what is due today, and how many points that are.
    DueToday(usize),
    /// A point that is due.
    Due(PointAt),
    /// Above points that this report does not show.
    Others,
    /// A point that is open and not shown by this report.
    Loose(PointAt),
    /// Above what is settled: how many points, and whether they are folded away.
    SettledAll(usize, bool),
    /// A point that is settled, or left alone.
    Settled(PointAt),
    /// A kind of finding, how many there are, and whether they are folded away.
    Kind(Code, usize, bool),
    /// A finding, by its place in the diagnosis.
    Finding(usize),
    /// Above the checklists.
    Checklists,
    /// A checklist, by its place.
    Checklist(usize),
    /// Above what nothing could be told of.
    Silent,
    /// A rule that had nothing to go by, by its place in the diagnosis.
    Rule(usize),
}

/// Kinds that are folded away to begin with: good to know, nothing to do.
#[must_use]
pub fn folded_at_first() -> BTreeSet<Group> {
    let kinds = Code::ALL.into_iter().filter(|code| code.severity() == Severity::Info).map(Group::Kind);
    kinds.chain([Group::Settled]).collect()
}

/// What there is to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// So many points are due today.
    Due(usize),
    /// A kind of finding.
    Kind(Pressing),
}

/// A kind of finding that somebody should act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressing {
    /// Which kind.
    pub code: Code,
    /// How many findings of it there are.
    pub count: usize,
    /// It concerns the whole file.
    pub of_file: bool,
}

impl Pressing {
    /// The number that is worth saying: that a file is old once goes without.
    #[must_use]
    pub fn shown(&self) -> Option<usize> {
        Some(self.count).filter(|count| *count > 1 || !self.of_file)
    }
}

/// The kinds that press most, in the order of the queue; few enough to be read at a glance.
#[must_use]
pub fn pressing(diagnosis: &Diagnosis) -> Vec<Pressing> {
    const MOST: usize = 5;
    let kinds = in_order(diagnosis).into_iter().filter(|kind| kind.code.severity() != Severity::Info);
    let counted = kinds.map(|Kind { code, of_file, places }| Pressing { code, count: places.len(), of_file });
    counted.take(MOST).collect()
}

/// Of each finding about an account: the number of the account, and the place of the finding; in order.
#[must_use]
pub fn by_account(diagnosis: &Diagnosis) -> Vec<(u32, u32)> {
    let mut places: Vec<(u32, u32)> = (0u32..).zip(&diagnosis.findings).filter_map(|(at, f)| Some((f.account?, at))).collect();
    places.sort_unstable();
    places
}

/// The kinds in the order in which they stand, those of the whole file first, each with the places of its findings: these lie
/// together by kind.
fn in_order(diagnosis: &Diagnosis) -> Vec<Kind> {
    let mut from = 0;
    let of_group = |group: &[Finding]| {
        let places = from..from + group.len();
        from = places.end;
        let first = group.first()?;
        Some(Kind { code: first.code, of_file: first.is_of_file(), places })
    };
    let mut kinds: Vec<Kind> = diagnosis.findings.chunk_by(|a, b| a.code == b.code).filter_map(of_group).collect();
    kinds.sort_by_key(|kind| (!kind.of_file, kind.code));
    kinds
}

/// A kind of finding that there is.
struct Kind {
    code: Code,
    /// It concerns the whole file.
    of_file: bool,
    /// Where its findings lie.
    places: std::ops::Range<usize>,
}

/// What a filter lets through.
pub struct Narrow<'n> {
    /// The filter: kinds of finding for which it does not ask are left out.
    pub query: &'n Query,
    /// Whether an account is among its hits.
    pub shown: &'n dyn Fn(u32) -> bool,
}

impl Narrow<'_> {
    /// What concerns no account is nothing that a filter of accounts asks for.
    fn shows(&self, finding: &Finding) -> bool {
        finding.account.map_or_else(|| self.query.asks_for_findings_alone(), self.shown)
    }
}

/// The lines: what is due today, then what concerns the whole file, then the most serious kinds; then the checklists that anybody may need, and
/// what could not be told. `narrow`: what a filter lets through; `None`: there is none.
#[must_use]
pub fn lines(diagnosis: &Diagnosis, followed: &Followed, folded: &BTreeSet<Group>, narrow: Option<&Narrow<'_>>) -> Vec<Line> {
    let mut all = Vec::new();
    // A filter is one of accounts: a case may be about somebody who has none.
    let whole = narrow.is_none();
    if whole && !followed.due.is_empty() {
        all.push(Line::DueToday(followed.due.len()));
        all.extend(followed.due.iter().copied().map(Line::Due));
    }
    for Kind { code, places, .. } in in_order(diagnosis) {
        let is_meant = |narrow: &Narrow<'_>| Problem::named(code.name()).is_some_and(|problem| narrow.query.means(problem));
        if !narrow.is_none_or(is_meant) {
            continue;
        }
        let is_open = |at: usize| followed.stage_of(at).is_none_or(|stage| !stage.is_settled());
        let is_shown = |at: &usize| narrow.is_none_or(|narrow| narrow.shows(&diagnosis.findings[*at])) && is_open(*at);
        let places: Vec<usize> = places.filter(is_shown).collect();
        if places.is_empty() {
            continue;
        }
        let is_folded = folded.contains(&Group::Kind(code));
        all.push(Line::Kind(code, places.len(), is_folded));
        if !is_folded {
            all.extend(places.into_iter().map(Line::Finding));
        }
    }
    if !whole {
        return all;
    }
    if !followed.loose.is_empty() {
        all.push(Line::Others);
        all.extend(followed.loose.iter().copied().map(Line::Loose));
    }
    if !followed.settled.is_empty() {
        let is_folded = folded.contains(&Group::Settled);
        all.push(Line::SettledAll(followed.settled.len(), is_folded));
        if !is_folded {
            all.extend(followed.settled.iter().copied().map(Line::Settled));
        }
    }
    all.push(Line::Checklists);
    all.extend((0..checklists().len()).filter(|at| checklists()[*at].about != About::Account).map(Line::Checklist));
    if !diagnosis.silent.is_empty() {
        all.push(Line::Silent);
        all.extend((0..diagnosis.silent.len()).map(Line::Rule));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Detail, Silent, Why};
    use crate::model::Field;
    use crate::query::parse;

    fn finding(code: Code, account: Option<u32>) -> Finding {
        Finding { code, account, skill: None, confidence: None, others: Vec::new(), detail: Detail::Nothing, evidence: Vec::new() }
    }

    fn diagnosis() -> Diagnosis {
        let findings = vec![
            finding(Code::PmcOnly, Some(3)),
            finding(Code::PmcOnly, Some(1)),
            finding(Code::ReportOld, None),
            finding(Code::NoSkills, Some(2)),
        ];
        Diagnosis { findings, silent: vec![Silent { code: Code::Expired, why: Why::Column(Field::ExpirationDate) }] }
    }

    #[test]
    fn what_concerns_the_file_stands_first_and_what_is_only_good_to_know_is_folded() {
        let lines = lines(&diagnosis(), &Followed::default(), &folded_at_first(), None);
        let begin = [
            Line::Kind(Code::ReportOld, 1, false),
            Line::Finding(2),
            Line::Kind(Code::PmcOnly, 2, false),
            Line::Finding(0),
            Line::Finding(1),
            Line::Kind(Code::NoSkills, 1, true),
            Line::Checklists,
        ];
        assert_eq!(lines[..begin.len()], begin);
        assert_eq!(lines[lines.len() - 2..], [Line::Silent, Line::Rule(0)]);
    }

    /// Who is in no report has no account, and is no matter of the whole file.
    #[test]
    fn who_is_missing_stands_under_their_kind() {
        let row = crate::model::lists::RowOf { list: 0, row: 0 };
        let [name, email, mcid] = ["Zoe", "", ""].map(str::to_owned);
        let missing = crate::diagnosis::Missing { row, name, email, mcid, technical: None };
        let mut diagnosis = diagnosis();
        let detail = Detail::Missing(Box::new(missing));
        diagnosis.findings.push(Finding { detail, ..finding(Code::MissingFromReport, None) });
        let all = lines(&diagnosis, &Followed::default(), &folded_at_first(), None);
        let kinds: Vec<Code> = all.iter().filter_map(|line| if let Line::Kind(code, ..) = line { Some(*code) } else { None }).collect();
        assert_eq!(kinds, [Code::ReportOld, Code::PmcOnly, Code::MissingFromReport, Code::NoSkills]);
        let kinds_of = |filter: &str| {
            let query = parse(filter, "2021-05-19".parse().unwrap()).unwrap();
            let narrowed = lines(&diagnosis, &Followed::default(), &folded_at_first(), Some(&Narrow { query: &query, shown: &|_| true }));
            narrowed.iter().filter_map(|line| if let Line::Kind(of, ..) = line { Some(*of) } else { None }).collect::<Vec<_>>()
        };
        assert_eq!(kinds_of("pc:no"), [Code::PmcOnly, Code::NoSkills], "a filter is one of accounts");
        assert_eq!(kinds_of("severity:warning"), [Code::ReportOld, Code::MissingFromReport], "unless it asks for nothing but findings");
        assert_eq!(kinds_of("severity:warning pc:no"), []);
        assert_eq!(kinds_of("problem:any -problem:report-old"), [Code::PmcOnly]);
    }

    #[test]
    fn what_presses_most_comes_first_and_what_is_good_to_know_does_not_press() {
        let said: Vec<_> = pressing(&diagnosis()).into_iter().map(|one| (one.code, one.count, one.shown())).collect();
        assert_eq!(said, [(Code::ReportOld, 1, None), (Code::PmcOnly, 2, Some(2))]);
        let every = Code::ALL.into_iter().map(|code| finding(code, Some(1))).collect();
        assert_eq!(pressing(&Diagnosis { findings: every, silent: Vec::new() }).len(), 5);
    }

    #[test]
    fn a_filter_leaves_those_it_lets_through() {
        let query = parse("pc:no", "2021-05-19".parse().unwrap()).unwrap();
        let lines =
            lines(&diagnosis(), &Followed::default(), &BTreeSet::new(), Some(&Narrow { query: &query, shown: &|account| account != 1 }));
        assert_eq!(lines, [Line::Kind(Code::PmcOnly, 1, false), Line::Finding(0), Line::Kind(Code::NoSkills, 1, false), Line::Finding(3)]);
    }
}
