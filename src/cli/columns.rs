//! `columns`: how each column was recognised.

use super::args::Format;
use super::json;
use super::output_table::table;
use super::rows::Rows;
use super::summary::{View, joined_line};
use crate::text;

/// Prints it.
///
/// # Errors
/// A message, when there are too many for a workbook.
pub fn print(view: &View<'_>, format: Format) -> Result<Vec<u8>, String> {
    format.pick(
        view.texts,
        || as_text(view).into_bytes(),
        || json::text(&json::Columns { schema: json::SCHEMA, sources: view.sources() }).unwrap_or_default(),
        || rows(view),
    )
}

fn rows(view: &View<'_>) -> Rows {
    let rows = view.loaded.sources().into_iter().flat_map(|source| {
        source.columns.iter().map(|c| {
            let field = c.field.map_or("", |f| f.name());
            vec![source.path.clone(), c.index.to_string(), c.header.clone(), field.to_owned(), c.how.map_or("", |h| h.name()).to_owned()]
        })
    });
    Rows::new("columns", &["path", "index", "header", "field", "how"], rows).numbers(&["index"])
}

fn as_text(view: &View<'_>) -> String {
    let texts = view.texts;
    let mut out = String::new();
    for (source, joined) in view.files() {
        out.push_str(&format!("{}\n", text::clean(&source.path)));
        if let Some(joined) = joined_line(source, joined, texts) {
            out.push_str(&format!("{joined}\n"));
        }
        let rows = source.columns.iter().map(|c| {
            let field = c.field.map_or(text::NOTHING.to_owned(), |f| {
                format!("{} ({})", texts.get(&format!("field-{}", f.name().replace('_', "-"))), f.name())
            });
            let how = c.how.map_or(text::NOTHING.to_owned(), |h| texts.get(&format!("how-{}", h.name())));
            vec![text::clean(&c.header).into_owned(), field, how, c.locale.unwrap_or(text::NOTHING).to_owned()]
        });
        let head = ["columns-header", "columns-field", "columns-how", "columns-language"].map(|k| texts.get(k));
        out.push_str(&table(&head, rows.collect(), &[]));
        out.push('\n');
    }
    out
}
