//! `standing`: where the company stands, per designation metric, or per competency, option, level and requirement.

mod compare;
mod json;
mod rows;
mod words;

use super::args::{Format, StandingArgs};
use super::summary::View;
use crate::catalog::programmes::Programmes;
use crate::catalog::{Programme, catalog, nearest, programme_on};
use crate::export::standing::{Shown, entries, page_in};
use crate::standing::{Question, Rules, Standing, stand};
use crate::{text, tr};

/// What is printed from.
pub struct Asked<'a> {
    /// The report.
    pub view: &'a View<'a>,
    /// The rules, a user's own among them.
    pub programmes: &'a Programmes,
    /// The day, and what no file says.
    pub question: Question,
    /// What is wanted.
    pub ask: &'a StandingArgs,
}

impl Asked<'_> {
    fn stand(&self, question: &Question, rules: &Rules<'_>) -> Standing {
        stand(self.view.company, catalog(), rules, question)
    }

    /// Rules chosen by hand, or a message that names those there are.
    fn rules_of(&self, id: &str) -> Result<Rules<'_>, String> {
        Rules::with_id(self.programmes, self.question.as_of, id).ok_or_else(|| {
            let there =
                versions(self.programmes).chain(self.programmes.competencies.iter().flat_map(|c| c.options.iter().map(|o| &o.ruleset)));
            tr!(self.view.texts, "standing-unknown-rules", id = text::clean(id).into_owned(), there = once_each(there))
        })
    }

    /// The programme asked for, else the one that the rules chosen by hand belong to, else that of the day.
    fn programme(&self, rules: &Rules<'_>) -> Programme {
        let by_hand = (
            rules.designations.iter().any(|(_, chosen)| chosen.as_ref().is_some_and(|c| c.by_hand)),
            rules.competencies.iter().any(|(_, options)| options.iter().any(|c| c.by_hand)),
        );
        match (self.ask.programme, by_hand) {
            (Some(programme), _) => programme.into(),
            (None, (true, false)) => Programme::Designations,
            (None, (false, true)) => Programme::Competencies,
            (None, _) => programme_on(&self.programmes.rules, self.question.as_of),
        }
    }
}

/// The ids of all versions of designations.
fn versions(programmes: &Programmes) -> impl Iterator<Item = &String> {
    programmes.designations.iter().flat_map(|d| d.versions.iter().map(|v| &v.id))
}

fn once_each<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    let ids: std::collections::BTreeSet<String> = ids.map(|id| text::clean(id).into_owned()).collect();
    ids.into_iter().collect::<Vec<_>>().join(", ")
}

/// What has to be said below the list.
fn foot(standing: &Standing, programme: Programme) -> Vec<&'static str> {
    let (designations, older) = (programme != Programme::Competencies, standing.is_by_last_known(programme));
    let lines = [(designations, "standing-foot-skilling"), (older, "standing-foot-historic"), (true, "standing-foot")];
    lines.into_iter().filter(|(said, _)| *said).map(|(_, key)| key).collect()
}

/// Prints it.
///
/// # Errors
/// A message, when there is no such entry or no such rules.
pub fn print(asked: &Asked<'_>, format: Format) -> Result<Vec<u8>, String> {
    if let Some([old, new]) = asked.ask.compare.as_deref() {
        return compare::print(asked, old, new, format);
    }
    let (view, texts) = (asked.view, asked.view.texts);
    let mut question = asked.question.clone();
    question.track = asked.ask.track.map(Into::into).or(question.track);
    let rules = match &asked.ask.rules {
        Some(id) => asked.rules_of(id)?,
        None => Rules::on(asked.programmes, question.as_of),
    };
    let programme = asked.programme(&rules);
    let standing = asked.stand(&question, &rules);
    let Some(path) = &asked.ask.explain else {
        return format.pick(
            texts,
            || words::tree(view, &entries(&standing, programme, question.track, texts), &foot(&standing, programme)).into_bytes(),
            || json::text(view.company, &standing, programme, texts, None),
            || rows::rows(view.company, &standing, programme),
        );
    };
    let typed = path.trim().trim_matches('/');
    let all_paths = rows::paths(&standing);
    // Letter case is no reason not to find it.
    let by_path = all_paths.iter().find(|known| text::fold(known) == text::fold(typed)).cloned();
    // And so is the name: that is what stands on the screen.
    let listed = entries(&standing, programme, None, texts);
    let by_name = || listed.iter().find(|entry| entry.depth == 0 && text::fold(&entry.name) == text::fold(typed)).map(|e| e.path.clone());
    let path = by_path.or_else(by_name).unwrap_or_else(|| typed.to_lowercase());
    let shown = Shown { programmes: asked.programmes, lists: Some(&view.loaded.lists) };
    let Some(page) = page_in(view.company, shown, &standing, programme, &path, texts) else {
        let listed = entries(&standing, Programme::Between, question.track, texts);
        let all = listed.iter().map(|entry| entry.path.as_str()).chain(all_paths.iter().map(String::as_str));
        let near = nearest(&path, all).map(|near| format!(" {}", tr!(texts, "cli-did-you-mean", suggestion = near.to_owned())));
        return Err(tr!(texts, "standing-unknown-path", path = text::clean(&path).into_owned(), near = near.unwrap_or_default()));
    };
    format.pick(
        texts,
        || words::page(&page).into_bytes(),
        || json::text(view.company, &standing, programme, texts, Some(&path)),
        || rows::of_page(&page),
    )
}
