//! Which columns of a list of people mean what: the lists that companies keep, and the exported users report.

use std::collections::HashSet;

use super::columns::{Recognition, is_free};
use super::field::Field;
use super::list_words::{ListReading, list_words};
use super::values::{self, DayOrder};
use super::vocabulary::{How, vocabulary};

/// Whether a table can be a list of people: a skills report says where skills count or what is associated in the PMC.
pub(super) fn may_be(found: &Recognition) -> bool {
    let has = |field| found.column(field).is_some();
    !has(Field::AssociatedPmc) && !has(Field::Relevant)
}

/// Whether a table of which it may be has a column that only a list of the company has.
pub(super) fn has_own_column(found: &Recognition) -> bool {
    use Field::{Country, Language, LeavingDate, Manager, StartDate, Team, Technical};
    [Team, Manager, Country, Language, Technical, StartDate, LeavingDate].into_iter().any(|field| found.column(field).is_some())
}

/// Tells the columns of a list of people, some of which were told by the words of the skills report.
pub(super) fn map(found: &mut Recognition, sample: &[Vec<String>]) {
    // A list has no skills: its *Title* is that of a job.
    for column in found.columns.iter_mut().filter(|c| c.how != Some(How::User)) {
        if column.field.is_some_and(|f| f.is_of_skill() || f == Field::AssociatedPc) {
            (column.field, column.how, column.locale) = (None, None, None);
        }
    }
    let is_known = map_by_words(found);
    let cells = Cells { sample };
    let free: Vec<usize> = (0..found.columns.len()).filter(|&i| found.columns[i].field.is_none()).collect();
    let first = |test: &dyn Fn(&str) -> bool| free.iter().copied().find(|&i| cells.are_all(i, test));
    for (field, index) in [(Field::Email, first(&|c| c.contains('@'))), (Field::AadUserId, first(&is_guid))] {
        if let (Some(index), true) = (index, is_free(&found.columns, field)) {
            claim(found, index, field);
        }
    }
    // Where the headings are in no language that is known, the cells tell what they can.
    if !is_known {
        let free: Vec<usize> = (0..found.columns.len()).filter(|&i| found.columns[i].field.is_none()).collect();
        let is_said = |c: &str| vocabulary().yes_no(c, found.locale).is_some();
        let said = |&i: &usize| cells.are_all(i, &is_said) && !list_words().is_not_technical(&found.columns[i].header);
        if let [only] = free.iter().copied().filter(said).collect::<Vec<_>>()[..] {
            claim(found, only, Field::Technical);
        }
        claim_dates(found, &free, &cells);
    }
}

fn claim(found: &mut Recognition, index: usize, field: Field) {
    found.columns[index].field = Some(field);
    found.columns[index].how = Some(How::Content);
}

/// By the words for the columns of lists; whether any is known. The file's own language comes first, then English.
fn map_by_words(found: &mut Recognition) -> bool {
    let mut claims: Vec<((u8, usize), How, ListReading)> = Vec::new();
    for column in found.columns.iter().filter(|c| c.field.is_none()) {
        for reading in list_words().readings(&column.header) {
            let nearness = if Some(reading.locale) == found.locale { 0 } else { 1 + u8::from(reading.locale != 0) };
            claims.push(((nearness, column.index), How::Inferred, *reading));
        }
        let exact = vocabulary().users_report_field(&column.header);
        if let Some(field) = exact.or_else(|| list_words().of_users_report(&column.header)) {
            claims.push(((0, column.index), How::Inferred, ListReading { field, locale: 0 }));
        }
    }
    claims.sort_by_key(|(rank, ..)| *rank);
    let is_known = !claims.is_empty();
    for ((_, index), how, ListReading { field, locale }) in claims {
        if found.columns[index].field.is_none() && is_free(&found.columns, field) {
            found.columns[index].field = Some(field);
            found.columns[index].how = Some(how);
            found.columns[index].locale = Some(vocabulary().locales[locale].tag);
        }
    }
    is_known
}

/// The cells of the first rows.
struct Cells<'s> {
    sample: &'s [Vec<String>],
}

impl<'s> Cells<'s> {
    fn filled(&self, index: usize) -> impl Iterator<Item = &'s str> {
        self.sample.iter().filter_map(move |row| row.get(index)).map(String::as_str).filter(|c| !values::is_placeholder(c))
    }

    /// Whether a column has cells, more than one where there is more than one row, and all of them pass.
    fn are_all(&self, index: usize, test: &dyn Fn(&str) -> bool) -> bool {
        self.filled(index).count() >= 2.min(self.sample.len().max(1)) && self.filled(index).all(test)
    }
}

/// `0d3f0a4e-0000-4000-8000-000000000001`
fn is_guid(cell: &str) -> bool {
    let parts: Vec<&str> = cell.trim_matches(['{', '}']).split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Of two columns of dates the later is the day of leaving, if it is the one that most rows lack: who was born before
/// coming to the company has not left it.
fn claim_dates(found: &mut Recognition, free: &[usize], cells: &Cells<'_>) {
    let date = |cell: &str| {
        let cell = values::date_cell(cell, false);
        cell.resolve(DayOrder::DayFirst).or_else(|| cell.resolve(DayOrder::MonthFirst))
    };
    let is_date = |c: &str| date(c).is_some();
    let columns: Vec<usize> = free
        .iter()
        .copied()
        .filter(|&i| found.columns[i].field.is_none() && cells.filled(i).count() > 0 && cells.filled(i).all(is_date))
        .collect();
    let [a, b] = columns[..] else { return };
    let rows = cells.sample.len();
    let is_mostly_empty = |i: usize| cells.filled(i).count() * 2 <= rows;
    let (start, leaving) = match (is_mostly_empty(a), is_mostly_empty(b)) {
        (false, true) => (a, b),
        (true, false) => (b, a),
        _ => return,
    };
    let pairs = cells.sample.iter().filter_map(|row| Some((date(row.get(start)?)?, date(row.get(leaving)?)?)));
    let in_order: HashSet<bool> = pairs.map(|(start, leaving)| start <= leaving).collect();
    if in_order.iter().eq([&true]) && is_free(&found.columns, Field::StartDate) && is_free(&found.columns, Field::LeavingDate) {
        claim(found, start, Field::StartDate);
        claim(found, leaving, Field::LeavingDate);
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::recognise;
    use super::super::kinds::Kind;
    use super::*;
    use rstest::rstest;

    fn cells(line: &str) -> Vec<String> {
        line.split('|').map(str::to_owned).collect()
    }

    fn told(header: &str, rows: &[&str]) -> (Option<Kind>, Vec<&'static str>) {
        let sample: Vec<Vec<String>> = rows.iter().map(|r| cells(r)).collect();
        let found = recognise(&cells(header), &sample, &[]);
        (found.kind, found.columns.iter().map(|c| c.field.map_or("-", Field::name)).collect())
    }

    #[rstest]
    #[case(
        "Nom|Adresse e-mail|Équipe|Responsable|Pays|Langue|Technique|Date d'entrée|Date de sortie",
        "display_name|email|team|manager|country|language|technical|start_date|leaving_date"
    )]
    #[case(
        "Vorname|Nachname|E-Mail|Abteilung|Vorgesetzter|Land|Sprache|Technisch|Eintrittsdatum|Austrittsdatum",
        "first_name|last_name|email|team|manager|country|language|technical|start_date|leaving_date"
    )]
    #[case(
        "Name|Email|Department|Line manager|Country/Region|Hire date|Title|Status",
        "display_name|email|team|manager|country|start_date|-|-"
    )]
    #[case("Courriel|Équipe", "email|team")]
    #[case("Email|Personal e-mail|Manager email|Team", "email|email_private|manager|team")]
    fn the_columns_of_a_staff_list(#[case] header: &str, #[case] fields: &str) {
        assert_eq!(
            told(header, &[]),
            (Some(Kind::StaffList), cells(fields).iter().map(|f| f.parse::<Field>().map_or("-", Field::name)).collect())
        );
    }

    #[test]
    fn what_no_heading_tells_the_cells_do() {
        let rows = [
            "a@x.example|Ada|Yes|2019-01-01||1980-01-01|100001",
            "b@x.example|Bo|No|2018-05-01|2021-01-31|1999-02-02|100002",
            "c@x.example|Cy|Yes|2020-05-01|||100003",
        ];
        let (kind, fields) = told("E-mail|Όνομα|Τεχνικός|Από|Έως|-|Αριθμός", &rows);
        assert_eq!(kind, Some(Kind::StaffList));
        assert_eq!(
            fields,
            ["email", "-", "technical", "-", "-", "-", "-"],
            "three columns of dates tell nothing, and no number is an MCID"
        );
        let (_, fields) = told(
            "E-mail|Τεχνικός|Από|Έως",
            &["a@x.example|Oui|2019-01-01|", "b@x.example|Non|2018-05-01|2021-01-31", "c@x.example|Non|2018-05-01|"],
        );
        assert_eq!(fields, ["email", "technical", "start_date", "leaving_date"]);
        let (_, fields) = told("E-mail|Enabled", &["a@x.example|TRUE", "b@x.example|FALSE"]);
        assert_eq!(fields, ["email", "-"], "that an account is active makes nobody technical");
    }

    #[test]
    fn who_was_born_has_not_left() {
        let rows = ["a@x.example|1980-01-01|2019-01-01", "b@x.example|1981-01-01|2018-01-01"];
        assert_eq!(told("E-mail|Α|Β", &rows).1, ["email", "-", "-"]);
    }

    #[rstest]
    #[case(
        "First name|Last name|Email|Roles|Partner University access|Microsoft Learning account",
        Kind::UsersReport,
        "first_name|last_name|email|-|partner_university|learning_account"
    )]
    #[case(
        "Nom|Courrier|Accès à l'Université partenaire|Compte Microsoft Learning",
        Kind::UsersReport,
        "display_name|email|partner_university|learning_account"
    )]
    #[case("Name|Email|Role|Team", Kind::StaffList, "display_name|email|-|team")]
    #[case(
        "userPrincipalName|displayName|surname|mail|givenName|id|userType|department|country",
        Kind::Directory,
        "user_principal_name|display_name|last_name|email|first_name|AADUserId|-|team|country"
    )]
    #[case("Object Id|User principal name|Display name", Kind::Directory, "AADUserId|user_principal_name|display_name")]
    #[case("Object Id|User principal name|Partner University access", Kind::UsersReport, "-|email|partner_university")]
    fn the_other_lists_of_people(#[case] header: &str, #[case] kind: Kind, #[case] fields: &str) {
        assert_eq!(told(header, &[]), (Some(kind), cells(fields).iter().map(|f| f.parse::<Field>().map_or("-", Field::name)).collect()));
    }
}
