//! From a finding, or from somebody, to the case: made once for many questions.

use std::collections::HashMap;

use super::{Case, Cases, Matter, Person, Point, Who};
use crate::diagnosis::{Code, Finding};
use crate::model::Company;

/// The cases by whom they are about, with their points.
#[derive(Debug)]
pub struct Lookup<'c> {
    cases: Vec<(&'c Case, Vec<Point<'c>>)>,
    by_key: HashMap<String, usize>,
    of_company: Option<usize>,
}

/// A point of a case, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PointAt {
    /// Place of the case.
    pub case: usize,
    /// Place of the point in it.
    pub point: usize,
}

fn key(of: &str) -> String {
    of.trim().to_lowercase()
}

impl<'c> Lookup<'c> {
    /// Of all cases.
    #[must_use]
    pub fn new(cases: &'c Cases) -> Lookup<'c> {
        let mut lookup = Lookup { cases: Vec::with_capacity(cases.cases.len()), by_key: HashMap::new(), of_company: None };
        for (at, case) in cases.cases.iter().enumerate() {
            match case.person() {
                // Should two cases be about the same, the first one holds.
                None => lookup.of_company = lookup.of_company.or(Some(at)),
                Some(person) => {
                    for of in person.keys() {
                        lookup.by_key.entry(key(of)).or_insert(at);
                    }
                }
            }
            lookup.cases.push((case, case.points()));
        }
        lookup
    }

    fn place(&self, who: &Who) -> Option<usize> {
        match who {
            Who::Company => self.of_company,
            Who::Person(person) => person.keys().find_map(|of| self.by_key.get(&key(of)).copied()),
        }
    }

    fn find(&self, case: usize, is_it: impl Fn(&Point<'_>) -> bool) -> Option<PointAt> {
        let point = self.cases.get(case)?.1.iter().position(is_it)?;
        Some(PointAt { case, point })
    }

    /// The case of somebody, or of the company (R14).
    #[must_use]
    pub fn of(&self, who: &Who) -> Option<&'c Case> {
        self.cases.get(self.place(who)?).map(|(case, _)| *case)
    }

    /// The case and the point at a place.
    #[must_use]
    pub fn get(&self, at: PointAt) -> Option<(&'c Case, &Point<'c>)> {
        let (case, points) = self.cases.get(at.case)?;
        Some((case, points.get(at.point)?))
    }

    /// The point that a finding is about. Of two who may be one person it is one, from whichever of both it is looked at; of
    /// several who may be the same the one with the most to do.
    #[must_use]
    pub fn of_finding(&self, finding: &Finding, company: &Company) -> Option<PointAt> {
        if self.cases.is_empty() {
            return None;
        }
        let who = Who::of_finding(finding, company);
        let own = self.place(&who).and_then(|case| {
            let points = self.cases[case].1.iter().enumerate().filter(|(_, point)| point.matter.is_in(finding, company));
            let (point, _) = points.min_by_key(|(_, point)| point.state.stage())?;
            Some(PointAt { case, point })
        });
        own.or_else(|| finding.others.iter().find_map(|other| self.mirrored(finding.code, &who, &Person::of_account(company, *other))))
    }

    /// The point of the other one of two who may be one person.
    fn mirrored(&self, code: Code, who: &Who, other: &Person) -> Option<PointAt> {
        let Who::Person(person) = who else { return None };
        let case = self.place(&Who::Person(other.clone())).filter(|_| code == Code::PossibleDuplicate)?;
        self.find(case, |point| {
            point.matter.code() == Some(Code::PossibleDuplicate) && point.matter.with.as_deref().is_some_and(|with| person.has(with))
        })
    }

    /// The point of somebody, from whichever side.
    #[must_use]
    pub fn point(&self, who: &Who, matter: &Matter) -> Option<PointAt> {
        let own = self.place(who).and_then(|case| self.find(case, |point| point.matter.is(matter)));
        own.or_else(|| {
            let with = matter.with.as_deref()?;
            // It is one or the other.
            let other = Person { mcids: vec![with.to_owned()], ..Person::typed("", with, "") };
            self.mirrored(matter.code()?, who, &other)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::report::tests::diagnosis;
    use crate::cases::tests::{at, day};
    use crate::cases::{Stage, What, apply, begin, open};
    use crate::model::test_support::company;

    #[test]
    fn a_finding_leads_to_its_point_from_both_sides() {
        let csv = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill ID,Skill Completion Date\n\
                   Ana,Silva,ana.silva@contoso.example,8000015,Yes,No,AZ-104,2021-01-01\n\
                   Ana,Silva,asilva@contoso.example,8000016,Yes,Yes,AZ-500,2021-01-01\n";
        let company = company(csv);
        let diagnosis = diagnosis(&company, "2021-05-19");
        let pairs: Vec<&Finding> = diagnosis.findings.iter().filter(|finding| finding.code == Code::PossibleDuplicate).collect();
        assert_eq!(pairs.len(), 2, "T1");
        let mut cases = Cases::default();
        assert!(Lookup::new(&cases).of_finding(pairs[0], &company).is_none());
        apply(&open(&cases, pairs[0], &company, Some(day("2021-05-19")), at("2021-05-20")), &mut cases);
        assert!(open(&cases, pairs[1], &company, None, at("2021-05-20")).is_empty(), "both ends are one matter");
        let lookup = Lookup::new(&cases);
        for pair in pairs {
            let (case, point) = lookup.get(lookup.of_finding(pair, &company).unwrap()).unwrap();
            assert_eq!((case.person().unwrap().mcids, point.state.stage()), (vec!["8000015".to_owned()], Stage::Open));
        }
        let other = diagnosis.findings.iter().find(|finding| finding.code == Code::NotAssociated).unwrap();
        assert!(lookup.of_finding(other, &company).is_none(), "no point of this kind");
    }

    #[test]
    fn the_company_and_each_person_are_found() {
        let mut cases = Cases::default();
        for who in [Who::Company, Who::Person(Person::typed("Ana", "ana@contoso.example", "8000015"))] {
            apply(&begin(&cases, &who, Matter::checklist("limit"), at("2021-05-19")), &mut cases);
            apply(&begin(&cases, &who, Matter::checklist("limit"), at("2021-05-20")), &mut cases);
        }
        assert!(cases.cases.iter().all(|case| case.log.len() == 1), "what is open is not opened again");
        let lookup = Lookup::new(&cases);
        assert_eq!(lookup.of(&Who::Company).and_then(Case::person), None);
        assert!(lookup.of(&Who::Person(Person::typed("", "ANA@contoso.example", ""))).is_some(), "R14");
        assert!(lookup.of(&Who::Person(Person::typed("Ana", "", ""))).is_none());
        let done = crate::cases::put(&cases.cases[0], at("2021-05-21"), Some(Matter::checklist("limit")), What::Done { report: None });
        done.apply(&mut cases);
        let who = cases.cases[0].who.clone();
        assert_eq!(begin(&cases, &who, Matter::checklist("limit"), at("2021-05-22")).len(), 1, "what is done is");
    }
}
