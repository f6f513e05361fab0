//! The file: what was read of it and how, column by column, and what was noticed. Here one corrects a wrong guess.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::report::Source;
use crate::text;
use crate::tr;

use super::super::action::{Pane, Target};
use super::super::app::{App, DataPane, Deck};
use super::super::widgets::{Hit, Hits, line, pane, row_rect};

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let Some(deck) = &app.deck else { return };
    let about = about(app, deck, usize::from(area.width).saturating_sub(6));
    let height = u16::try_from(about.len() + 2).unwrap_or(5).min(area.height / 3 + 1);
    let [top, rest] = Layout::vertical([Constraint::Length(height), Constraint::Min(3)]).areas(area);
    if app.zoomed {
        match app.data.pane {
            DataPane::Columns => draw_columns(app, deck, frame, area, hits),
            DataPane::Notices => draw_notices(app, deck, frame, area, hits),
        }
        return;
    }
    draw_about(app, frame, top, &about);
    if app.is_wide() {
        let [left, right] = Layout::horizontal([Constraint::Percentage(62), Constraint::Min(1)]).areas(rest);
        draw_columns(app, deck, frame, left, hits);
        draw_notices(app, deck, frame, right, hits);
    } else if rest.height < 8 {
        // No room for both.
        match app.data.pane {
            DataPane::Columns => draw_columns(app, deck, frame, rest, hits),
            DataPane::Notices => draw_notices(app, deck, frame, rest, hits),
        }
    } else {
        // The selected one is shown whole.
        let selected = deck.notice(app.data.notices.selected).map(|noted| deck.told(noted, &app.texts));
        let more = selected.map_or(0, |message| text::wrap(&message, usize::from(rest.width).saturating_sub(7)).len().saturating_sub(1));
        let notices = u16::try_from((deck.notice_count() + more).clamp(1, 6) + 2).unwrap_or(4);
        let [upper, lower] = Layout::vertical([Constraint::Min(4), Constraint::Length(notices)]).areas(rest);
        draw_columns(app, deck, frame, upper, hits);
        draw_notices(app, deck, frame, lower, hits);
    }
}

/// The files that are open: the one looked at first and whole, the others in a line each.
fn about(app: &App, deck: &Deck, room: usize) -> Vec<(bool, String)> {
    let whole = deck.company().sources().flat_map(|source| text::wrap(&describe(app, source), room));
    let mut out: Vec<(bool, String)> = whole.map(|line| (true, line)).collect();
    let reports = &deck.ready.loaded.reports;
    let others = reports.iter().enumerate().filter(|(at, _)| *at != deck.report);
    out.extend(others.flat_map(|(_, r)| r.company.sources()).map(|source| (false, describe(app, source))));
    out.extend(deck.ready.loaded.others.iter().map(|s| (false, describe(app, s))));
    out.extend(deck.ready.loaded.refused.iter().map(|e| (false, e.message(&app.texts))));
    out
}

fn describe(app: &App, source: &Source) -> String {
    let texts = &app.texts;
    let file = source.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut parts = vec![text::clean(file).into_owned(), texts.get(&format!("kind-{}", source.kind.name()))];
    if let Some(sheet) = &source.sheet {
        parts.push(tr!(texts, "data-sheet", sheet = text::clean(sheet).into_owned()));
    }
    if let Some(encoding) = source.encoding {
        let delimiter = match source.delimiter {
            Some('\t') => "Tab".to_owned(),
            Some(c) => c.to_string(),
            None => String::new(),
        };
        parts.push(format!("{encoding} {delimiter}"));
    }
    if let Some(row) = source.header_row {
        parts.push(tr!(texts, "data-header-row", row = row.to_string()));
    }
    if let Some(locale) = source.locale {
        parts.push(locale.to_owned());
    }
    parts.push(tr!(texts, "summary-rows", rows = source.rows, refused = source.rows_refused, doubled = source.duplicate_rows));
    if source.remembered {
        parts.push(texts.get("data-remembered"));
    }
    parts.join(" · ")
}

fn draw_about(app: &App, frame: &mut Frame<'_>, area: Rect, about: &[(bool, String)]) {
    let inside = pane(frame, area, &app.texts.get("data-files"), "", false, app.theme);
    for (row, (current, what)) in about.iter().enumerate() {
        let mark = if *current && row == 0 { "● " } else { "  " };
        let style = if *current { app.theme.text() } else { app.theme.dim() };
        let cut = row + 1 == usize::from(inside.height) && about.len() > row + 1;
        let what = if cut { &format!("{what} …") } else { what };
        let shown = text::fit(what, usize::from(inside.width).saturating_sub(4)).into_owned();
        line(frame, inside, row, Line::styled(format!(" {mark}{shown}"), style));
    }
}

fn draw_columns(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let focused = app.data.pane == DataPane::Columns;
    hits.add_pane(area, Pane::Columns);
    let columns: Vec<_> = deck.columns().collect();
    let company = deck.company();
    let inside = pane(frame, area, &tr!(texts, "data-columns", count = columns.len()), "", focused, theme);
    if columns.is_empty() {
        line(frame, inside, 0, Line::styled(format!("  {}", texts.get("data-no-columns")), theme.dim()));
        return;
    }
    let room = usize::from(inside.width).saturating_sub(4);
    let how = 17.min(room / 4);
    let language = if room >= 60 { 6 } else { 0 };
    let header = (room - how - language) / 2;
    let meaning = room.saturating_sub(header + how + language + 2);
    let head = format!(
        "  {} {} {} {}",
        text::pad(&texts.get("data-heading"), header),
        text::pad(&texts.get("data-means"), meaning),
        text::pad(&texts.get("data-how"), how),
        text::fit(&texts.get("data-language"), language)
    );
    line(frame, inside, 0, Line::styled(head, theme.heading()));
    let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    for (row, at) in app.data.columns.window(body.height.into(), columns.len()).enumerate() {
        let (file, column) = columns[at];
        let selected = at == app.data.columns.selected;
        let base = row_style(app, selected, focused);
        let on = |style: Style| style.patch(base);
        let nothing = text::NOTHING.to_owned();
        let field = column.field.map_or(nothing.clone(), |f| texts.get(&format!("field-{}", f.name().replace('_', "-"))));
        let means = column.field.map_or(theme.dim(), |_| theme.text());
        let told = column.how.filter(|_| column.field.is_some()).map_or(nothing, |h| texts.get(&format!("how-{}", h.name())));
        let heading = if column.header.trim().is_empty() {
            tr!(texts, "data-unnamed", number = column.index + 1)
        } else {
            text::clean(&column.header).into_owned()
        };
        // Of two files each column says whose it is.
        let heading = if company.has_two_files() { format!("{heading} · {}", text::clean(company.file_name(file))) } else { heading };
        let spans = vec![
            Span::styled(if selected { "› " } else { "  " }, base),
            Span::styled(format!("{} ", text::pad(&heading, header)), base),
            Span::styled(format!("{} ", text::pad(&field, meaning)), on(means)),
            Span::styled(format!("{} ", text::pad(&told, how)), on(theme.dim())),
            Span::styled(text::pad(column.locale.unwrap_or_default(), language), on(theme.dim())),
        ];
        line(frame, body, row, Line::from(spans));
        let target = if focused { Target::Row(at) } else { Target::Elsewhere(Pane::Columns, at) };
        hits.add(row_rect(body, row).intersection(body), Hit::Target(target));
    }
}

fn row_style(app: &App, selected: bool, focused: bool) -> Style {
    match (selected, focused) {
        (true, true) => app.theme.selected(),
        (true, false) => app.theme.selected_elsewhere(),
        _ => Style::new(),
    }
}

fn draw_notices(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let focused = app.data.pane == DataPane::Notices;
    hits.add_pane(area, Pane::Notices);
    let count = deck.notice_count();
    let inside = pane(frame, area, &tr!(texts, "data-notices", count = count), "", focused, theme);
    if count == 0 {
        line(frame, inside, 0, Line::styled(format!("  ✓ {}", texts.get("data-no-notices")), theme.good()));
        return;
    }
    let room = usize::from(inside.width).saturating_sub(5);
    let height = usize::from(inside.height);
    let list = &app.data.notices;
    let message = |at: usize| deck.notice(at).map_or_else(String::new, |noted| deck.told(noted, texts));
    let whole = |at: usize| text::wrap(&message(at), room);
    // All of them whole where there is room, else the selected one. There may be thousands: only those in sight are built.
    let all: Vec<Vec<String>> = if count <= height { (0..count).map(whole).collect() } else { Vec::new() };
    let roomy = !all.is_empty() && all.iter().map(Vec::len).sum::<usize>() <= height;
    let selected = list.selected.min(count - 1);
    let block = whole(selected);
    list.page.set(height.max(1));
    let mut top = list.top.get().min((count + block.len() - 1).saturating_sub(height));
    if selected + block.len() > top + height {
        top = selected + block.len() - height;
    }
    top = if roomy { 0 } else { top.min(selected) };
    list.top.set(top);
    let mut row = 0;
    for at in top..count {
        if row >= height {
            break;
        }
        let lines = match at {
            _ if roomy => all.get(at).cloned().unwrap_or_default(),
            at if at == selected => block.clone(),
            at => vec![text::fit(&message(at), room).into_owned()],
        };
        let base = row_style(app, at == list.selected, focused);
        let (mark, style) =
            if deck.notice(at).is_some_and(|(_, notice)| notice.code.is_warning()) { ("! ", theme.warn()) } else { ("· ", theme.dim()) };
        let target = if focused { Target::Row(at) } else { Target::Elsewhere(Pane::Notices, at) };
        for (part, shown) in lines.into_iter().enumerate() {
            let content = if part == 0 {
                let begin = if at == list.selected { "› " } else { "  " };
                Line::from(vec![Span::styled(begin, base), Span::styled(mark, style.patch(base)), Span::styled(shown, base)])
            } else {
                Line::styled(format!("    {shown}"), base)
            };
            line(frame, inside, row, content);
            hits.add(row_rect(inside, row).intersection(inside), Hit::Target(target));
            row += 1;
        }
    }
}
