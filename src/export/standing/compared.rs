//! Two versions of the rules applied to the same people, on one page: what it does to the points, and who counts no longer.

use super::designations::word_of;
use super::{Page, PageLine, Tone};
use crate::i18n::Texts;
use crate::model::Company;
use crate::standing::{MetricChange, Standing, compare};
use crate::{text, tr};

/// The page of what changes from the standing by some rules to that by others, of the same people on the same day. `old`,
/// `new`: what the rules are called.
#[must_use]
pub fn compared(company: &Company, before: &Standing, after: &Standing, (old, new): (&str, &str), texts: &Texts) -> Page {
    let name = |id: &str| {
        let of = after.designations.iter().chain(&before.designations).find(|d| d.id == id);
        of.map_or_else(|| id.to_owned(), |d| d.short.clone())
    };
    let mut lines: Vec<PageLine> = Vec::new();
    for change in &compare(before, after) {
        if !lines.is_empty() {
            lines.push(PageLine::default());
        }
        let (said, tone) = of_metric(change, &name(&change.designation), texts);
        lines.push(PageLine { tone, indent: 0, text: text::clean(&said).into_owned(), account: None, step: None });
        for (people, key, tone) in
            [(&change.lost, "standing-compare-lost", Tone::Bad), (&change.gained, "standing-compare-gained", Tone::Good)]
        {
            if people.is_empty() {
                continue;
            }
            lines.push(PageLine { tone, indent: 1, text: tr!(texts, key, count = people.len()), account: None, step: None });
            for person in people {
                let account = company.accounts_of(*person).first().copied();
                let label = account.map_or_else(String::new, |number| company.label(company.account(number)));
                lines.push(PageLine { tone: Tone::Plain, indent: 2, text: text::clean(&label).into_owned(), account, step: None });
            }
        }
    }
    if lines.is_empty() {
        lines.push(PageLine { tone: Tone::Dim, indent: 0, text: texts.get("standing-compare-nothing"), account: None, step: None });
    }
    Page { title: text::clean(&tr!(texts, "standing-compare-head", old = old, new = new)).into_owned(), lines }
}

/// What happens to the points of a metric.
fn of_metric(change: &MetricChange, designation: &str, texts: &Texts) -> (String, Tone) {
    let points = |points: Option<f64>| points.map_or_else(|| texts.get("standing-compare-none"), |p| texts.decimal(p));
    let by = change.after.zip(change.before).map_or(0.0, |(after, before)| after - before);
    let (kind, tone) = match change.after.zip(change.before) {
        None => ("unknown", Tone::Plain),
        Some((after, before)) if after > before => ("more", Tone::Good),
        Some((after, before)) if after < before => ("less", Tone::Bad),
        Some(_) => ("same", Tone::Plain),
    };
    let said = tr!(
        texts,
        "standing-compare-metric",
        name = format!("{designation} › {}, {}", word_of("metric", &change.metric, texts), word_of("track", &change.track, texts)),
        before = points(change.before),
        after = points(change.after),
        by = texts.decimal(by.abs()),
        change = kind
    );
    (said, tone)
}
