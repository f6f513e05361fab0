//! The cases beside what was found: which finding is followed, what is due, what is settled. Computed by a worker, so that
//! nothing here is looked for while a picture is drawn.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::cases::{Case, Cases, Clock, Lookup, Matter, Point, PointAt, Stage, Time, Who, clocks, due};
use crate::diagnosis::{Code, Diagnosis};
use crate::kept::KeptError;
use crate::model::Company;

/// The cases of a company beside a report of it.
#[derive(Clone, Debug, Default)]
pub struct Followed {
    /// The cases.
    pub cases: Arc<Cases>,
    /// The moment to which clocks are told; `None`: nothing was looked at yet.
    pub now: Option<Time>,
    /// The day of the company's move, as it was entered (R7).
    pub moved: Option<NaiveDate>,
    /// By place of the finding: the point that follows it.
    of_finding: HashMap<usize, PointAt>,
    /// Points that are due today, the longest ago first.
    pub due: Vec<PointAt>,
    /// Points that are neither settled nor found in this report.
    pub loose: Vec<PointAt>,
    /// Points that are settled, or left alone.
    pub settled: Vec<PointAt>,
    /// How many findings of a kind are settled, or left alone.
    pub settled_of: BTreeMap<Code, usize>,
    /// Why the cases could not be read whole, or cannot be changed.
    pub trouble: Option<KeptError>,
}

impl Followed {
    /// Looks at the cases beside what was found in a report.
    #[must_use]
    pub fn new(cases: Cases, company: &Company, diagnosis: &Diagnosis, moved: Option<NaiveDate>, now: Time) -> Followed {
        let cases = Arc::new(cases);
        let mut followed = Followed { moved: cases.moved().or(moved), now: Some(now), cases: cases.clone(), ..Followed::default() };
        if cases.cases.is_empty() {
            return followed;
        }
        let lookup = Lookup::new(&cases);
        let mut found: HashSet<PointAt> = HashSet::new();
        for (place, finding) in diagnosis.findings.iter().enumerate() {
            let Some(at) = lookup.of_finding(finding, company) else { continue };
            followed.of_finding.insert(place, at);
            found.insert(at);
            if lookup.get(at).is_some_and(|(_, point)| point.state.stage().is_settled()) {
                *followed.settled_of.entry(finding.code).or_default() += 1;
            }
        }
        let mut overdue: Vec<(NaiveDate, PointAt)> = Vec::new();
        for (case, of) in cases.cases.iter().enumerate() {
            let over = due(of, followed.moved, now);
            for (point, told) in of.points().iter().enumerate() {
                let at = PointAt { case, point };
                let stage = told.state.stage();
                match (stage.is_settled(), found.contains(&at)) {
                    (true, _) => followed.settled.push(at),
                    (false, false) => followed.loose.push(at),
                    (false, true) => {}
                }
                // What the whole case waits for is due with its first point that is open.
                let own = over.iter().filter(|clock| clock.about.as_ref().is_some_and(|about| about.is(told.matter)));
                let of_case = over.iter().filter(|clock| clock.about.is_none() && is_first_open(of, point));
                if let Some(day) = own.chain(of_case).map(|clock| clock.until.day()).min().filter(|_| !stage.is_settled()) {
                    overdue.push((day, at));
                }
            }
        }
        overdue.sort_by_key(|(day, at)| (*day, at.case, at.point));
        followed.due = overdue.into_iter().map(|(_, at)| at).collect();
        followed
    }

    /// The point that follows a finding, by the place of the finding.
    #[must_use]
    pub fn of_finding(&self, place: usize) -> Option<PointAt> {
        self.of_finding.get(&place).copied()
    }

    /// The finding that a point follows, by its place.
    #[must_use]
    pub fn finding_of(&self, at: PointAt) -> Option<usize> {
        self.of_finding.iter().filter(|(_, of)| **of == at).map(|(place, _)| *place).min()
    }

    /// The case of a point.
    #[must_use]
    pub fn case(&self, at: PointAt) -> Option<&Case> {
        self.cases.cases.get(at.case)
    }

    /// A point.
    #[must_use]
    pub fn point(&self, at: PointAt) -> Option<Point<'_>> {
        self.case(at)?.points().into_iter().nth(at.point)
    }

    /// Where a point stands among the cases; `None`: there is no such point.
    #[must_use]
    pub fn find(&self, who: &Who, matter: &Matter) -> Option<PointAt> {
        Lookup::new(&self.cases).point(who, matter)
    }

    /// How a finding stands; `None`: nobody follows it.
    #[must_use]
    pub fn stage_of(&self, place: usize) -> Option<Stage> {
        self.point(self.of_finding(place)?).map(|point| point.state.stage())
    }

    /// The waits of a point, those over too.
    #[must_use]
    pub fn clocks_of(&self, at: PointAt) -> Vec<Clock> {
        let (Some(case), Some(now)) = (self.case(at), self.now) else { return Vec::new() };
        let points = case.points();
        let Some(point) = points.get(at.point) else { return Vec::new() };
        let mut all = clocks(case, self.moved, now);
        all.retain(|clock| clock.about.as_ref().is_none_or(|about| about.is(point.matter)));
        all
    }
}

fn is_first_open(case: &Case, point: usize) -> bool {
    case.points().iter().position(|point| !point.state.stage().is_settled()) == Some(point)
}
