//! The standing for people: a list with gauges, and the page of one entry.

use crate::cli::output_table::table;
use crate::cli::summary::View;
use crate::export::standing::{Entry, Gauge, Page, Tone};
use crate::{text, tr};

/// Cells of a gauge.
const GAUGE: usize = 8;

/// ▰▰▰▱▱▱▱▱
fn gauge(gauge: Gauge) -> String {
    let share = if gauge.need > 0.0 { (gauge.have / gauge.need).clamp(0.0, 1.0) } else { 0.0 };
    // Full only when it is full, empty only when there is nothing.
    let full = (1u8..=8).filter(|cells| share * 8.0 >= f64::from(*cells)).count().max(usize::from(share > 0.0));
    format!("{}{}", "▰".repeat(full), "▱".repeat(GAUGE - full))
}

/// The mark of a tone: nothing is told by colour alone.
pub(super) fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "✓ ",
        Tone::Bad => "✗ ",
        Tone::Warn => "! ",
        Tone::Heading | Tone::Plain | Tone::Dim => "  ",
    }
}

/// The list of entries.
pub fn tree(view: &View<'_>, entries: &[Entry], foot: &[&str]) -> String {
    let texts = view.texts;
    let rows = entries.iter().map(|entry| {
        vec![
            format!("{}{}{}", mark(entry.tone), "  ".repeat(entry.depth.into()), entry.name),
            entry.gauge.map(gauge).unwrap_or_default(),
            entry.state.clone(),
            entry.ends.map_or_else(String::new, |ends| ends.words(texts)),
            text::clean(&entry.path).into_owned(),
        ]
    });
    let word = |key: &str| texts.get(&format!("standing-column-{key}"));
    let head = [word("entry"), String::new(), word("state"), word("until"), word("path")];
    let mut out = String::new();
    if let Some(name) = &view.company.name {
        out.push_str(&tr!(texts, "standing-head", company = text::clean(name).into_owned(), date = texts.date(view.as_of)));
        out.push_str("\n\n");
    }
    out.push_str(&table(&head, rows.collect(), &[]));
    out.push('\n');
    for key in foot {
        out.push_str(&texts.get(key));
        out.push('\n');
    }
    out
}

/// The page of one entry.
pub fn page(page: &Page) -> String {
    let mut out = format!("{}\n\n", page.title);
    for line in &page.lines {
        let mark = match line.tone {
            Tone::Heading => "",
            tone => mark(tone),
        };
        let said = format!("{mark}{}{}", "  ".repeat(line.indent.into()), line.text);
        out.push_str(said.trim_end());
        out.push('\n');
    }
    out
}
