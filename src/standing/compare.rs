//! Two versions of the rules applied to the same people: what that does to the points, and to whom.

use super::{MetricStanding, Standing};

/// A metric under two versions of the rules. Where only one of them knows tracks, each track is compared with the other's
/// one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricChange {
    /// Id of the designation.
    pub designation: String,
    /// `intermediate`, `advanced`
    pub metric: String,
    /// `enterprise`, `smb`, `all`
    pub track: String,
    /// Points under the older rules, not rounded; `None`: they have no such metric, or nobody knows them.
    pub before: Option<f64>,
    /// Points under the newer rules, not rounded; `None`: they have no such metric, or nobody knows them.
    pub after: Option<f64>,
    /// People who met a step before and meet none any more, by number; nobody, where one of the two is not known.
    pub lost: Vec<u32>,
    /// People who met no step before and meet one now, by number.
    pub gained: Vec<u32>,
}

/// Everybody who meets a step of a metric.
fn people(metric: Option<&MetricStanding>) -> Vec<u32> {
    let steps = metric.iter().flat_map(|m| &m.steps);
    let mut people: Vec<u32> = steps.flat_map(|s| s.holders.list().iter().map(|h| h.person)).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The metric of an id for a track: its own, else that for all.
fn of_track<'s>(metrics: &'s [MetricStanding], metric: &str, track: &str) -> Option<&'s MetricStanding> {
    let of = |wanted: &str| metrics.iter().find(|m| m.metric == metric && m.track == wanted);
    of(track).or_else(|| of("all"))
}

/// What changes from one standing to another, of the same people and day under other rules; in the order of the newer one.
#[must_use]
pub fn compare(old: &Standing, new: &Standing) -> Vec<MetricChange> {
    let mut changes = Vec::new();
    for id in ids(old, new) {
        let metrics = |standing: &'_ Standing| standing.designations.iter().position(|d| d.id == id);
        // Where the rules of one side are not known, nobody can be said to count no longer, or newly.
        let known = |standing: &Standing| metrics(standing).is_some_and(|at| standing.designations[at].rules.is_some());
        let both_known = known(old) && known(new);
        let (before, after) = (
            metrics(old).map_or(&[][..], |at| old.designations[at].metrics.as_slice()),
            metrics(new).map_or(&[][..], |at| new.designations[at].metrics.as_slice()),
        );
        let mut keys: Vec<(&str, &str)> = Vec::new();
        for metric in after.iter().chain(before) {
            let key = (metric.metric.as_str(), metric.track.as_str());
            // A metric for all tracks is compared within each track of the other rules.
            let other = if after.iter().any(|m| std::ptr::eq(m, metric)) { before } else { after };
            let has_tracks = metric.track == "all" && other.iter().any(|m| m.metric == metric.metric && m.track != "all");
            if !has_tracks && !keys.contains(&key) {
                keys.push(key);
            }
        }
        for (metric, track) in keys {
            let (was, is) = (of_track(before, metric, track), of_track(after, metric, track));
            let (people_before, people_after) = (people(was), people(is));
            let without =
                |all: &[u32], others: &[u32]| all.iter().filter(|p| both_known && others.binary_search(p).is_err()).copied().collect();
            changes.push(MetricChange {
                designation: id.to_owned(),
                metric: metric.to_owned(),
                track: track.to_owned(),
                before: was.map(|m| m.points),
                after: is.map(|m| m.points),
                lost: without(&people_before, &people_after),
                gained: without(&people_after, &people_before),
            });
        }
    }
    changes
}

/// The designations of both, those of the newer standing first.
fn ids<'s>(old: &'s Standing, new: &'s Standing) -> Vec<&'s str> {
    let mut ids: Vec<&str> = new.designations.iter().map(|d| d.id.as_str()).collect();
    let more: Vec<&str> = old.designations.iter().map(|d| d.id.as_str()).filter(|id| !ids.contains(id)).collect();
    ids.extend(more);
    ids
}
