//! What is noticed once the company is built.

use crate::model::{Account, Code, Company, Diagnostic, Field, Kind};
use crate::text;

/// One address with two names and two MCIDs is more likely a shared mailbox than one person: said, not undone.
pub(super) fn note_shared_addresses(company: &mut Company, keys: &[(u32, u32)]) {
    let mut first = vec![u32::MAX; keys.iter().map(|k| k.1).max().map_or(0, |max| max as usize + 1)];
    let mut notes = Vec::new();
    for (number, (_, email)) in (0u32..).zip(keys).filter(|(_, k)| k.1 != 0) {
        let other = first[*email as usize];
        if other == u32::MAX {
            first[*email as usize] = number;
            continue;
        }
        let (a, b) = (*company.account(other), *company.account(number));
        let folded = |account: &Account| text::fold(&company.full_name(account));
        let two_ids = a.mcid != 0 && b.mcid != 0 && a.mcid != b.mcid;
        let (name_a, name_b) = (folded(&a), folded(&b));
        if two_ids && !name_a.is_empty() && !name_b.is_empty() && name_a != name_b {
            notes.push(Diagnostic {
                code: Code::SharedEmail,
                row: company.lines_of(number).next().map(|line| line.row),
                column: company.column(0, Field::Email),
                value: company.email(&b).to_owned(),
                count: 1,
            });
        }
    }
    company.files.first.diagnostics.extend(notes);
}

/// TrainingCompletions of less than a year says nothing of those it does not list (R16).
pub(super) fn note_short_span(company: &mut Company) {
    let source = &mut company.files.first;
    if source.kind == Kind::TrainingCompletions
        && let Some((from, to)) = source.span
        && (to - from).num_days() < 366
    {
        source.diagnostics.push(Diagnostic::of_file(Code::ShortSpan, format!("{from} – {to}")));
    }
}
