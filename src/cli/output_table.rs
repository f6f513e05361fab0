//! Tables for a terminal or a pipe: aligned columns, no frames.

use crate::text;

/// A table with a heading line. `right`: the columns whose cells are numbers. Nothing is cut: the text may go
/// into a file.
#[must_use]
pub fn table(head: &[String], rows: Vec<Vec<String>>, right: &[usize]) -> String {
    let widths: Vec<usize> = (0..head.len())
        .map(|c| rows.iter().filter_map(|r| r.get(c)).chain([&head[c]]).map(|cell| text::width(cell)).max().unwrap_or(0))
        .collect();
    let mut out = String::new();
    for row in [head.to_vec()].into_iter().chain(rows) {
        let cells = row
            .iter()
            .enumerate()
            .map(|(c, cell)| if right.contains(&c) { text::pad_left(cell, widths[c]) } else { text::pad(cell, widths[c]) });
        out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        out.push('\n');
    }
    out
}
