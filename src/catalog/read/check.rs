//! What entries must have among each other: ids once, no circles, no overlaps, points that add up.

use chrono::NaiveDate;

use super::super::problem::{Named, Trouble, nearest};
use super::super::programmes::{DesignationVersion, People, Requirement, Validity};
use super::Context;
use super::table::{Spot, Table};

/// Entries with the places where they stand.
pub type Placed<T> = Vec<(T, Spot)>;

impl Context<'_> {
    /// Names the ids that occurred before.
    pub fn once(&self, ids: &[(String, Spot)]) {
        for (at, (id, spot)) in ids.iter().enumerate().filter(|(_, (id, _))| !id.is_empty()) {
            if let Some((_, first)) = ids[..at].iter().find(|(other, _)| other == id) {
                self.log.add(spot, Trouble::Duplicate(id.clone(), self.log.line(first)));
            }
        }
    }

    /// Whether the people of each requirement can be told: those referred to are there, not in a circle, and enough.
    pub fn people(&self, requirements: &[(Requirement, Spot)]) {
        let find = |id: &str| requirements.iter().map(|(r, _)| r).find(|r| r.id == id);
        for (requirement, spot) in requirements {
            let (People::SubsetOf(other) | People::DistinctFrom(other)) = &requirement.people else { continue };
            let Some(target) = find(other) else {
                let near = nearest(other, requirements.iter().map(|(r, _)| r.id.as_str())).map(str::to_owned);
                let trouble = Trouble::UnknownId { named: Named::Requirement, id: other.clone(), near, harmless: false };
                self.log.add(spot, trouble);
                continue;
            };
            if let Some(circle) = circle(requirement, &find) {
                self.log.add(spot, Trouble::Circle(circle));
            } else if matches!(requirement.people, People::SubsetOf(_)) && requirement.count > target.count {
                self.log.add(spot, Trouble::MoreThanTheWhole { of: other.clone(), count: target.count });
            }
        }
    }

    /// Whether versions hold on the same days. One without an end is ended by the next.
    pub fn overlaps(&self, versions: &[(DesignationVersion, Spot)]) {
        for (at, (version, spot)) in versions.iter().enumerate() {
            let other = versions[..at].iter().find(|(other, _)| other.id != version.id && overlap(&version.validity, &other.validity));
            if let Some((other, _)) = other {
                let from = version.validity.from.max(other.validity.from);
                self.log.add(spot, Trouble::Overlap { other: other.id.clone(), from });
            }
        }
    }
}

/// The ids from a requirement back to itself.
fn circle<'r>(start: &'r Requirement, find: &impl Fn(&str) -> Option<&'r Requirement>) -> Option<Vec<String>> {
    let mut seen = vec![start.id.clone()];
    let mut current = start;
    loop {
        let (People::SubsetOf(next) | People::DistinctFrom(next)) = &current.people else { return None };
        let found = seen.iter().position(|id| id == next);
        seen.push(next.clone());
        match found {
            Some(0) => return Some(seen),
            // A circle further on is named where it stands.
            Some(_) => return None,
            None => current = find(next)?,
        }
    }
}

fn overlap(one: &Validity, other: &Validity) -> bool {
    let begins = |v: &Validity| v.from.unwrap_or(NaiveDate::MIN);
    let (first, second) = if begins(one) <= begins(other) { (one, other) } else { (other, one) };
    begins(first) == begins(second) || first.to.is_some_and(|to| to >= begins(second))
}

/// Points as they are printed, to two places: what two numbers may differ by and still say the same.
const TO_TWO_PLACES: f64 = 0.005;

/// Whether what is printed for each person makes the points of a metric; how the rest is rounded may be explained.
pub fn people_points(table: &Table<'_, '_>, max: f64, people: u32, gates: f64) {
    let explained = table.has("rounding_note");
    let Some(each) = table.number("points_per_person") else { return };
    let sum = gates + each * f64::from(people);
    if (sum - max).abs() > TO_TWO_PLACES * f64::from(people) + 1e-9 {
        table.wrong("points_per_person", Trouble::PeoplePoints { sum, max, explained });
    }
}

/// Whether parts make a whole.
pub fn sum(table: &Table<'_, '_>, key: &'static str, parts: impl Iterator<Item = f64>, whole: f64) {
    let sum: f64 = parts.sum();
    if (sum - whole).abs() > TO_TWO_PLACES {
        table.wrong(key, Trouble::Sum { sum, whole });
    }
}
