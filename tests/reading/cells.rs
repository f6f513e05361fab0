//! What cells may hold: numbers as text and text as numbers, formulas, errors, and text made to do harm.

use rstest::rstest;
use rust_xlsxwriter::{Formula, Url};
use skilldeck::report::{Code, Field, values};

use super::support::*;

#[rstest]
#[case("8000015")]
#[case("8000015.0")]
#[case("8,000,015")]
#[case("8 000 015")]
#[case("8.000015E+06")]
fn an_mcid_is_text_whatever_a_spreadsheet_made_of_it(#[case] printed: &str) {
    let text = lines(&[&["MCID", "Associated to PMC", "Associated to PC"], &[printed, "Yes", "No"]], ",");
    let reading = read_ok(&csv(&text));
    assert_eq!(reading.table.rows(), 1);
    assert_eq!(values::mcid(cell(&reading, Field::Mcid, 0)).as_deref(), Some("8000015"));
}

#[test]
fn an_mcid_may_be_a_number_a_text_or_a_formula() {
    let reading = read_ok(&xlsx(|sheet| {
        put(sheet, 0, &[&["MCID", "Associated to PMC", "Associated to PC"]])?;
        sheet.write_number(1, 0, 8_000_015.0)?;
        sheet.write_string(2, 0, "8000015")?;
        sheet.write_string(3, 0, "8000015.0")?;
        sheet.write_formula(4, 0, Formula::new("=8000000+15").set_result("8000015"))?;
        sheet.write_formula(5, 0, Formula::new("=\"8000\"&\"015\"").set_result("8000015"))?;
        sheet.write_string(6, 0, "0012345")?;
        Ok(())
    }));
    let ids: Vec<_> = column(&reading, Field::Mcid).into_iter().map(|c| values::mcid(c).unwrap()).collect();
    assert_eq!(ids, ["8000015", "8000015", "8000015", "8000015", "8000015", "0012345"]);
}

/// The program does not compute: what counts is the result that the spreadsheet kept.
#[test]
fn of_a_formula_its_result_is_read() {
    let reading = read_ok(&xlsx(|sheet| {
        put(sheet, 0, &[&HEADER, &AICHA, &LEI])?;
        sheet.write_formula(1, 2, Formula::new("=LOWER(\"X\")").set_result("aicha.benali@contoso.example"))?;
        sheet.write_formula(1, 4, Formula::new("=IF(1=1,\"Yes\",\"No\")").set_result("Yes"))?;
        sheet.write_formula(1, 9, Formula::new("=DATE(2021,5,19)").set_result("44335"))?;
        sheet.write_url(2, 2, Url::new("mailto:lei.li@contoso.example").set_text("lei.li@contoso.example"))?;
        Ok(())
    }));
    assert_small_report(&reading);
}

#[rstest]
#[case(true, Some(true))]
#[case(false, Some(false))]
fn true_and_false_are_yes_and_no(#[case] value: bool, #[case] expected: Option<bool>) {
    let reading = read_ok(&xlsx(|sheet| {
        put(sheet, 0, &[&HEADER, &AICHA])?;
        sheet.write_boolean(1, 4, value)?;
        sheet.write_number(1, 5, f64::from(u8::from(value)))?;
        Ok(())
    }));
    assert_eq!(yes_no(&reading, Field::AssociatedPmc, 0), expected);
    assert_eq!(yes_no(&reading, Field::AssociatedPc, 0), expected);
}

#[test]
fn error_cells_are_empty_and_said() {
    let reading = read_ok(&xlsx(|sheet| {
        put(sheet, 0, &[&HEADER, &AICHA, &LEI])?;
        for (row, column, error) in [(1, 5, "#N/A"), (2, 5, "#REF!"), (2, 9, "#VALUE!"), (2, 2, "#DIV/0!")] {
            sheet.write_formula(row, column, Formula::new("=NA()").set_result(error))?;
        }
        Ok(())
    }));
    assert_eq!(column(&reading, Field::AssociatedPc), ["", ""]);
    assert_eq!(cell(&reading, Field::Email, 1), "");
    assert_eq!(date(&reading, Field::CompletionDate, 1), None);
    let notes = said(&reading, Code::ErrorCell);
    assert_eq!(
        notes.iter().map(|n| (n.row, n.column, n.count)).collect::<Vec<_>>(),
        [(Some(3), Some(2), 1), (Some(2), Some(5), 2), (Some(3), Some(9), 1)]
    );
    assert_eq!(codes(&reading).len(), 3, "an error is no bad date and no bad answer");
}

#[rstest]
#[case::nul("Azure\0Admin")]
#[case::control("Azure\u{1}\u{7}\u{8}\u{7f}Admin")]
#[case::c1("Azure\u{9b}31mAdmin")]
#[case::escape("\u{1b}[2J\u{1b}]0;owned\u{7}Azure")]
#[case::hyperlink("\u{1b}]8;;https://contoso.example\u{1b}\\Azure\u{1b}]8;;\u{1b}\\")]
#[case::bidi("Azure \u{202e}nimdA\u{202c} \u{2066}x\u{2069} Admin")]
#[case::zero_width("Az\u{200b}ure\u{feff}Admin")]
#[case::cjk("系統管理員認定")]
#[case::emoji("Azure 👩🏽‍💻🏴‍☠️🇫🇷 Admin")]
#[case::combining("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘")]
#[case::formula("=HYPERLINK(\"https://contoso.example\",\"Azure\")")]
#[case::markup("<script>alert(1)</script> &amp; &lt;")]
#[case::placeholders("%s %n {0} ${jndi:x} {{7*7}}")]
fn a_text_file_may_hold_any_text(#[case] text: &str) {
    let mut row = AICHA;
    row[7] = text;
    let reading = read_ok(&csv(&lines(&[&HEADER, &row, &LEI], ",")));
    assert_eq!(cell(&reading, Field::SkillName, 0), text, "data is kept as it is; what is shown is cleaned later");
    assert_eq!(cell(&reading, Field::SkillName, 1), LEI[7]);
    assert_eq!(codes(&reading), []);
}

#[rstest]
#[case::escaped("Azure_x0000_ _x001B_[2J")]
#[case::bidi("Azure \u{202e}nimdA\u{202c} Admin")]
#[case::cjk("系統管理員認定")]
#[case::emoji("Azure 👩🏽‍💻🏴‍☠️🇫🇷 Admin")]
#[case::markup("<b>&amp;</b>")]
fn a_workbook_may_hold_any_text(#[case] text: &str) {
    let mut row = AICHA;
    row[7] = text;
    let reading = read_ok(&xlsx(|sheet| put(sheet, 0, &[&HEADER, &row, &LEI])));
    assert_eq!(reading.table.rows(), 2);
    if !text.contains("_x") {
        assert_eq!(cell(&reading, Field::SkillName, 0), text);
    }
}

#[test]
fn hostile_headings_and_sheet_names_are_kept_as_data() {
    let hostile = "\u{1b}[31mred\u{202e}\u{0}";
    let reading = read_ok(&csv(&format!("{SHORT},{hostile}\n8000015,a@contoso.example,Yes,No,X,y\n")));
    assert_eq!(reading.source.headers()[5], hostile);
    let made = file("report.xlsx", workbook(|book| put(book.add_worksheet().set_name("\u{202e}slliks 🎓")?, 0, &[&HEADER, &AICHA, &LEI])));
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.sheet.as_deref(), Some("\u{202e}slliks 🎓"));
}

#[test]
fn a_cell_of_100_kb_is_read_whole() {
    let long = "Cloud Platform (Azure Consumption); ".repeat(2_900);
    assert!(long.len() > 100_000);
    let mut row = AICHA;
    row[10] = &long;
    let rows: String = (1..).zip([HEADER, row, LEI]).map(|(n, row)| inline_row(n, &row)).collect();
    for made in [csv(&lines(&[&HEADER, &row, &LEI], ",")), file("report.xlsx", bare_xlsx(&rows, &[]))] {
        let reading = read_ok(&made);
        assert_eq!(cell(&reading, Field::Relevant, 0), long.trim_end());
        assert_eq!(values::relevant_entries(cell(&reading, Field::Relevant, 0)).len(), 2_900);
        assert_eq!(cell(&reading, Field::Relevant, 1), "DevOps");
    }
}

#[test]
fn blanks_of_every_kind_around_a_cell_do_not_matter() {
    let reading = read_ok(&csv(&format!("{SHORT}\n\u{a0}8000015 ,\u{3000}a@contoso.example\u{200b}, Yes,\tNo\u{a0},X\n")));
    assert_eq!((cell(&reading, Field::Mcid, 0), cell(&reading, Field::Email, 0)), ("8000015", "a@contoso.example"));
    assert_eq!((yes_no(&reading, Field::AssociatedPmc, 0), yes_no(&reading, Field::AssociatedPc, 0)), (Some(true), Some(false)));
}
