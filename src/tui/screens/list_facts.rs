//! What other files say of a person, at the foot of the page: team and manager of the staff list, and what was finished on
//! Microsoft Learn, which counts for nothing (R5).

use ratatui::text::Line;

use crate::model::lists::{Fact, Learned};
use crate::{text, tr};

use super::super::app::{App, Deck};

/// So many modules and learning paths are named, the newest first.
const MOST_LEARNED: usize = 5;

/// The lines, with a blank one above them; none where no file says anything.
#[must_use]
pub fn lines(app: &App, deck: &Deck, number: u32, width: usize) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let mut out = Vec::new();
    let mut says = |title: String, said: Vec<String>| {
        out.push(Line::default());
        out.push(Line::styled(format!(" {title}"), theme.heading()));
        let wrapped = said.iter().flat_map(|said| text::wrap(said, width.saturating_sub(3)));
        out.extend(wrapped.map(|said| Line::styled(format!("  {said}"), theme.text())));
    };
    let facts = of_staff(app, deck, number);
    if !facts.is_empty() {
        says(texts.get("person-staff-list"), vec![facts.join(" · ")]);
    }
    let (loaded, person) = (&deck.ready.loaded, deck.company().account(number).person);
    let Some(beside) = loaded.beside(deck.report) else { return out };
    let mut learned: Vec<Learned<'_>> = beside.joined.learned_by(beside.lists, person).collect();
    if !learned.is_empty() {
        // Of one day in the order of the file.
        learned.sort_by_key(|one| std::cmp::Reverse(one.completed));
        let shown = learned.iter().take(MOST_LEARNED).map(|one| {
            let day = one.completed.map_or_else(String::new, |day| texts.date(day));
            let parts = [text::clean(one.title).into_owned(), text::clean(one.kind).into_owned(), day];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let mut said: Vec<String> = shown.collect();
        if learned.len() > said.len() {
            said.push(tr!(texts, "person-learned-more", count = learned.len() - said.len()));
        }
        says(tr!(texts, "person-learned", count = learned.len()), said);
    }
    out
}

fn of_staff(app: &App, deck: &Deck, number: u32) -> Vec<String> {
    let (texts, facts) = (&app.texts, deck.prepared.index.facts());
    let said = Fact::ALL.into_iter().filter_map(|fact| {
        let value = facts.text(fact, number);
        let name = match fact {
            Fact::Team => "facet-team",
            Fact::Manager => "facet-manager",
            Fact::Country => "facet-country",
            Fact::Language => "facet-language",
        };
        (!value.is_empty()).then(|| tr!(texts, "person-fact", name = texts.get(name), value = value.to_owned()))
    });
    let technical = facts.technical(number).map(|is| texts.get(if is { "person-technical" } else { "person-not-technical" }));
    said.chain(technical).collect()
}
