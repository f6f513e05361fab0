//! Stub.
use super::*;
use crate::catalog::Programme;
use crate::catalog::programmes::Programmes;
use crate::i18n::Texts;
use crate::model::Company;
use crate::standing::{Standing, Track};
/// Stub.
#[must_use]
pub fn entries(standing: &Standing, _: Programme, _: Option<Track>, _: &Texts) -> Vec<Entry> {
    standing
        .designations
        .iter()
        .flat_map(|d| {
            let of = |path: &str, depth, name: &str| Entry {
                path: path.to_owned(),
                depth,
                name: name.to_owned(),
                gauge: Some(Gauge { have: 8.0, need: 40.0 }),
                state: "gate 1 of 2".to_owned(),
                tone: Tone::Warn,
                safe_until: None,
            };
            std::iter::once(of(&d.id, 0, &d.short)).chain(d.metrics.iter().map(move |m| of(&m.path, 1, &m.metric)))
        })
        .collect()
}
/// Stub.
#[must_use]
pub fn page(_: &Company, _: &Programmes, _: &Standing, path: &str, _: &Texts) -> Option<Page> {
    let line = |tone, text: &str| PageLine { tone, indent: 0, text: text.to_owned(), account: None };
    Some(Page { title: path.to_owned(), lines: vec![line(Tone::Heading, "Answer"), line(Tone::Plain, path)] })
}
/// Stub.
#[must_use]
pub fn rules_on(programmes: &Programmes, day: NaiveDate) -> crate::standing::Rules<'_> {
    use crate::catalog::{options_on, version_on};
    use crate::standing::{Chosen, Rules};
    Rules {
        numbers: &programmes.rules,
        designations: programmes
            .designations
            .iter()
            .map(|d| {
                let c = version_on(d, day);
                (d, c.rules().map(|rules| Chosen { rules, in_force: c.is_proven() }))
            })
            .collect(),
        competencies: programmes
            .competencies
            .iter()
            .map(|c| {
                let options =
                    options_on(c, day).filter_map(|(_, choice)| Some(Chosen { rules: choice.rules()?, in_force: choice.is_proven() }));
                (c, options.collect())
            })
            .collect(),
    }
}
