use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::i18n::Lang;

fn texts() -> Texts {
    Texts::new(Lang::En)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 15).unwrap()
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

/// One column with one cell.
fn single(cell: &str) -> Grid {
    Grid { headers: vec!["Head".to_owned()], rows: vec![vec![text(cell)]], ..Grid::default() }
}

fn sample() -> Grid {
    let headers = ["Name", "Skills", "Until"].map(str::to_owned).into();
    let rows = vec![
        vec![text("李雷"), Cell::Number(12), Cell::Date(day())],
        vec![text("A|B\\C"), Cell::Number(7), Cell::Nothing],
        vec![text("two\nlines\tand a tab"), Cell::Nothing, Cell::Nothing],
    ];
    Grid { name: "Users".to_owned(), headers, rows }
}

#[test]
fn tabs_stand_between_cells_and_nowhere_else() {
    let rows = "李雷\t12\t15 Sep 2026\nA|B\\C\t7\t\ntwo lines and a tab\t\t";
    assert_eq!(sample().tsv(&texts(), false), rows);
    assert_eq!(sample().tsv(&texts(), true), format!("Name\tSkills\tUntil\n{rows}"));
    assert!(sample().tsv(&Texts::new(Lang::Fr), false).contains("15/09/2026"));
}

#[test]
fn a_table_of_markdown_reads_well_as_it_is() {
    let expected = "\
| Name                | Skills | Until       |
| ------------------- | -----: | ----------- |
| 李雷                |     12 | 15 Sep 2026 |
| A\\|B\\\\C             |      7 | –           |
| two lines and a tab |      – | –           |
";
    assert_eq!(sample().markdown(&texts()), expected);
}

#[test]
fn a_table_of_a_page_has_its_cells() {
    let html = sample().html(&texts());
    assert!(html.contains(">李雷</td>") && html.contains("text-align:right\">12</td>") && html.contains(">15 Sep 2026</td>"), "{html}");
    assert_eq!((html.matches("<td").count(), html.matches("<th ").count(), html.matches("<tr>").count()), (9, 3, 4));
    assert!(is_well_formed(&html) && html.contains("<thead>") && html.contains("<th scope=\"col\""), "{html}");
    for what in ["border=\"1\"", "cellpadding=\"4\"", "border:1px solid", "padding:2px 6px"] {
        assert!(html.contains(what), "{what}: {html}");
    }
    assert!(html.contains("mso-number-format:'\\@'\">李雷"), "what is text stays text in Excel: {html}");
}

#[test]
fn days_in_csv_are_for_programs() {
    let csv = String::from_utf8(sample().csv(Lang::En)).unwrap();
    assert_eq!(csv, "\u{feff}Name,Skills,Until\r\n李雷,12,2026-09-15\r\nA|B\\C,7,\r\ntwo lines and a tab,,\r\n");
    let french = String::from_utf8(sample().csv(Lang::Fr)).unwrap();
    assert_eq!(french, csv.replace(',', ";"), "Excel in French opens it as a table");
}

/// Its tags are closed in their order: an editor that is strict pastes it too.
fn is_well_formed(html: &str) -> bool {
    let page = format!("<body>{html}</body>");
    let mut reader = quick_xml::Reader::from_str(&page);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[rstest]
#[case("=1+1", "'=1+1")]
#[case("+1", "'+1")]
#[case("-1", "'-1")]
#[case("@SUM(A1)", "'@SUM(A1)")]
#[case("\u{200b}=1+1", "'=1+1")]
#[case("\n=1+1", "' =1+1")]
#[case("\"=1+1\"", "\"\"\"=1+1\"\"\"")]
#[case("\"a", "\"\"\"a\"")]
#[case("a\x1b[2J\u{202e}b", "a\u{FFFD}[2Jb")]
fn no_cell_between_tabs_is_a_formula(#[case] cell: &str, #[case] written: &str) {
    assert_eq!(single(cell).tsv(&texts(), false), written);
    let headed = Grid { headers: vec![cell.to_owned()], ..Grid::default() };
    assert_eq!(headed.tsv(&texts(), true), written, "nor is a heading");
}

#[rstest]
#[case("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
#[case("\"><img src=x onerror='y'>", "&quot;&gt;&lt;img src=x onerror=&#39;y&#39;&gt;")]
#[case("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
#[case("=1+1", "&#39;=1+1")]
#[case("\u{202e}evil\x1b", "evil\u{FFFD}")]
fn no_cell_of_a_page_is_markup(#[case] cell: &str, #[case] written: &str) {
    let html = single(cell).html(&texts());
    assert!(html.contains(&format!(">{written}</td>")), "{html}");
    let headed = Grid { headers: vec![cell.to_owned()], ..Grid::default() };
    assert!(headed.html(&texts()).contains(&format!(">{written}</th>")));
}

#[rstest]
#[case("a|b", "a\\|b")]
#[case("a\\|b", "a\\\\\\|b")]
#[case("<script>", "\\<script>")]
#[case("![x](http://x.example)", "!\\[x\\](http://x.example)")]
#[case("**`x`**", "\\*\\*\\`x\\`\\*\\*")]
#[case("first_last@x.example", "first_last@x.example")]
fn no_cell_of_markdown_draws_anything(#[case] cell: &str, #[case] written: &str) {
    assert!(single(cell).markdown(&texts()).ends_with(&format!("| {written} |\n")));
}

#[test]
fn rows_of_another_length_do_no_harm() {
    let grid = Grid {
        headers: vec!["A".to_owned(), "B".to_owned()],
        rows: vec![vec![text("1")], vec![text("1"), text("2"), text("3")]],
        ..Grid::default()
    };
    assert_eq!(String::from_utf8(grid.csv(Lang::En)).unwrap(), "\u{feff}A,B\r\n1,\r\n1,2\r\n");
    assert!(grid.markdown(&texts()).lines().all(|line| line.matches('|').count() == 3));
    assert_eq!(Grid::default().csv(Lang::En).len(), "\u{feff}\"\"\r\n".len());
    let _ = (Grid::default().markdown(&texts()), Grid::default().html(&texts()), Grid::default().tsv(&texts(), true));
}

/// Cells as they may stand in a report, with what is dangerous somewhere more often than chance would have it.
pub(in crate::export) fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[=+@\"'|<>&,;\\\\\t\n\r\u{1b}\u{202e}\u{200b}\u{feff}a-c1-3 _x-]{0,12}",
        "_x[0-9A-F]{4}_",
        Just("\u{fffe}\u{ffff}x".to_owned())
    ]
}

/// The fields of tab-separated text as a spreadsheet takes them: a quotation mark in front opens a quoted one.
fn as_a_spreadsheet_reads(tsv: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(tsv.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

proptest! {
    #[test]
    fn what_is_pasted_has_the_cells_that_were_copied(rows in prop::collection::vec(prop::collection::vec(any_cell(), 3), 1..5)) {
        // A first cell that is never empty: a line of nothing but blanks is none to the reader used here.
        let grid = Grid {
            headers: ["#", "A", "B", "C"].map(str::to_owned).into(),
            rows: rows.iter().map(|r| [text("x")].into_iter().chain(r.iter().map(|c| Cell::of(c.as_str()))).collect()).collect(),
            ..Grid::default()
        };
        let expected: Vec<Vec<String>> = rows.iter().map(|r| std::iter::once("x".to_owned()).chain(r.iter().map(|c| csv::cell(c).into_owned())).collect()).collect();
        let back = as_a_spreadsheet_reads(&grid.tsv(&texts(), false));
        prop_assert_eq!(&back, &expected);
        prop_assert!(back.iter().flatten().all(|c| !c.starts_with(['=', '+', '-', '@'])));

        let csv = grid.csv(Lang::En);
        let mut reader = ::csv::Reader::from_reader(&csv[3..]);
        let back: Vec<Vec<String>> = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(back, expected);

        let markdown = grid.markdown(&texts());
        prop_assert_eq!(markdown.lines().count(), rows.len() + 2);
        let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        prop_assert!(markdown.lines().all(|line| bars(line) == 5), "{}", markdown);

        let html = grid.html(&texts());
        prop_assert_eq!(html.matches('<').count(), 1 + 2 + 2 + 4 * 2 + 4 + rows.len() * (2 + 4 * 2));
        prop_assert!(is_well_formed(&html));
        for shown in [markdown, html] {
            prop_assert!(!shown.chars().any(|c| c != '\n' && text::is_hidden(c)));
        }
    }
}

/// A cell of several lines keeps them where it can, and is one line where it cannot.
#[test]
fn a_cell_of_several_lines() {
    let grid = Grid { headers: vec!["a".to_owned()], rows: vec![vec![Cell::Lines("=one\n<two>\x1b".to_owned())]], ..Grid::default() };
    let texts = Texts::new(Lang::En);
    assert_eq!(grid.csv(Lang::En), "\u{feff}a\r\n\"'=one\n<two>\u{FFFD}\"\r\n".as_bytes());
    assert_eq!(grid.tsv(&texts, false), "'=one <two>\u{FFFD}");
    assert!(grid.html(&texts).contains(">&#39;=one<br/>&lt;two&gt;\u{FFFD}</td>"));
    assert!(grid.markdown(&texts).contains("| =one \\<two>\u{FFFD} |"));
}
