//! Header rows: which columns mean what, in which language, and which download that makes the file (R2, R16).

use std::collections::HashMap;

use super::diagnostics::{Code, Diagnostic};
use super::field::Field;
use super::kinds::Kind;
use super::list_columns;
use super::list_words::list_words;
use super::own_lists::own_list;
use super::values::{self, DateCell, DayOrder};
use super::vocabulary::{Dataset, How, Reading, dataset_field, normalise, vocabulary};

/// A column of the file as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Place in the file, 0-based.
    pub index: usize,
    /// Heading as printed.
    pub header: String,
    /// What it means; `None`: kept and shown, but not used.
    pub field: Option<Field>,
    /// How that was told.
    pub how: Option<How>,
    /// The language of the heading, where one was matched: `fr-FR`.
    pub locale: Option<&'static str>,
    /// A few of its cells, so that a person can tell what stands in it.
    pub sample: Vec<String>,
}

/// The first distinct cells of a column that say something, cut to a length that can be shown.
fn sample_of(rows: &[Vec<String>], index: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for cell in rows.iter().filter_map(|row| row.get(index)).map(|c| c.trim()).filter(|c| !c.is_empty()) {
        let cut: String = cell.chars().take(40).collect();
        if !out.contains(&cut) {
            out.push(cut);
        }
        if out.len() == 3 {
            break;
        }
    }
    out
}

/// A header row as it was understood.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Which download it is; `None`: none that is known.
    pub kind: Option<Kind>,
    /// Every column of the file.
    pub columns: Vec<ColumnInfo>,
    /// The language of most headings, as an index into the vocabulary.
    pub locale: Option<usize>,
    /// How much of it is known: for choosing among rows and sheets.
    pub score: u32,
    /// Things to tell the user.
    pub notes: Vec<Diagnostic>,
}

impl Recognition {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<&ColumnInfo> {
        self.columns.iter().find(|c| c.field == Some(field))
    }

    /// The required columns that are missing (R2).
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        Field::REQUIRED.into_iter().filter(|f| self.column(*f).is_none()).collect()
    }
}

/// A mapping given by the user: this field stands under this heading.
pub type Mapping = (Field, String);

/// Understands a header row, with the rows below it as a sample for headings that no word tells.
#[must_use]
pub fn recognise(headers: &[String], sample: &[Vec<String>], mappings: &[Mapping]) -> Recognition {
    let mut found = Recognition { kind: None, columns: Vec::new(), locale: None, score: 0, notes: Vec::new() };
    found.columns = headers
        .iter()
        .enumerate()
        .map(|(index, header)| ColumnInfo {
            index,
            header: header.clone(),
            field: None,
            how: None,
            locale: None,
            sample: sample_of(sample, index),
        })
        .collect();
    let of_users = headers.iter().any(|h| list_words().of_users_report(h).is_some());
    let is_it = |d: &&Dataset| d.signed(headers) && !(of_users && d.kind == Kind::Directory);
    if let Some(dataset) = vocabulary().datasets.iter().find(is_it) {
        found.kind = Some(dataset.kind);
        for column in &mut found.columns {
            if let Some((identifier, how)) = dataset.identifier(&column.header) {
                found.score += 10;
                column.field = dataset_field(dataset.kind, identifier);
                column.how = Some(how);
            }
        }
        forget_second_claims(&mut found.columns);
        map_by_hand(&mut found, mappings);
        forget_mappings_of_others(&mut found);
        return found;
    }
    map_by_hand(&mut found, mappings);
    map_by_words(&mut found);
    // A row of people's names and dates must not pass for a header: without a known word nothing is told from cells.
    if found.columns.iter().any(|c| c.field.is_some() || list_words().is_address(&c.header)) {
        map_by_tokens(&mut found);
        if list_columns::may_be(&found) {
            list_columns::map(&mut found, sample);
        } else {
            map_by_content(&mut found, sample);
        }
    }
    found.score += found.columns.iter().map(weight).sum::<u32>();
    found.kind = kind_of(&found);
    forget_mappings_of_others(&mut found);
    note_duplicates(&mut found);
    found
}

/// One mapping is given to all files: a report has no team, and a staff list no skills.
fn forget_mappings_of_others(found: &mut Recognition) {
    let is_report = found.kind.is_some_and(Kind::is_report);
    found.notes.retain(|n| n.code != Code::MappingIgnored || Field::OF_LISTS.iter().any(|f| is_of(f, n)) != is_report);
}

/// Whether a note about a mapping is about that of a field.
fn is_of(field: &Field, note: &Diagnostic) -> bool {
    note.value.strip_prefix(field.name()).is_some_and(|rest| rest.starts_with(" = "))
}

fn weight(column: &ColumnInfo) -> u32 {
    let unmistakable = column.field.is_some_and(|f| Field::REQUIRED.contains(&f));
    // However many columns a list has, the report on the sheet beside it is the one that is meant.
    let of_list = column.field.is_some_and(|f| Field::OF_LISTS.contains(&f));
    match column.how {
        Some(How::Inferred) if of_list => 1,
        Some(How::User) => 12,
        Some(How::Documented) if unmistakable => 10,
        Some(How::Documented | How::Related) => 6,
        Some(How::Inferred) => 4,
        Some(How::Content) => 1,
        None => 0,
    }
}

fn forget_second_claims(columns: &mut [ColumnInfo]) {
    let mut seen = Vec::new();
    for column in columns {
        match column.field {
            Some(field) if seen.contains(&field) => column.field = None,
            Some(field) => seen.push(field),
            None => {}
        }
    }
}

fn map_by_hand(found: &mut Recognition, mappings: &[Mapping]) {
    for (field, header) in mappings {
        let wanted = normalise(header);
        let Some(index) = found.columns.iter().position(|c| normalise(&c.header) == wanted) else {
            found.notes.push(Diagnostic::of_file(Code::MappingIgnored, format!("{} = {header}", field.name())));
            continue;
        };
        for column in &mut found.columns {
            if column.field == Some(*field) {
                (column.field, column.how) = (None, None);
            }
        }
        found.columns[index].field = Some(*field);
        found.columns[index].how = Some(How::User);
    }
}

pub(super) fn is_free(columns: &[ColumnInfo], field: Field) -> bool {
    columns.iter().all(|c| c.field != Some(field))
}

/// Headings by the words of 18 languages. The language that explains most headings decides where a word means
/// different things; English may stand among the others (R2).
fn map_by_words(found: &mut Recognition) {
    let words = vocabulary();
    let readings: Vec<&[Reading]> = found.columns.iter().map(|c| words.readings(&c.header)).collect();
    let mut explained = vec![(0u32, 0u32); words.locales.len()];
    for readings in &readings {
        for (locale, (all, documented)) in explained.iter_mut().enumerate() {
            *all += u32::from(readings.iter().any(|r| r.locale == locale));
            *documented += u32::from(readings.iter().any(|r| r.locale == locale && r.how == How::Documented));
        }
    }
    // The first of equals is English.
    let best = (0..explained.len()).rev().max_by_key(|&l| explained[l]);
    found.locale = best.filter(|&l| explained[l].0 > 0);
    let mut claims: Vec<((u8, How, u8, usize), Reading)> = Vec::new();
    for (index, readings) in readings.iter().enumerate() {
        for reading in *readings {
            let nearness = if Some(reading.locale) == found.locale { 0 } else { 1 + u8::from(reading.locale != 0) };
            claims.push(((nearness, reading.how, reading.stage, index), *reading));
        }
    }
    claims.sort_by_key(|(rank, _)| *rank);
    for ((_, how, _, index), reading) in claims {
        if found.columns[index].field.is_none() && is_free(&found.columns, reading.field) {
            found.columns[index].field = Some(reading.field);
            found.columns[index].how = Some(how);
            found.columns[index].locale = Some(words.locales[reading.locale].tag);
        }
    }
    // In five languages the word for the family (or given) name is also plain "name".
    let names: Vec<usize> = found
        .columns
        .iter()
        .filter(|c| matches!(c.field, Some(Field::FirstName | Field::LastName | Field::DisplayName)))
        .map(|c| c.index)
        .collect();
    if let [only] = names[..]
        && ["nombre", "nom", "nome", "имя", "이름"].contains(&normalise(&found.columns[only].header).as_str())
    {
        found.columns[only].field = Some(Field::DisplayName);
    }
}

/// Headings by a characteristic word: only one column speaks of the PMC, only one of an MCID, only *Relevant …* has
/// a parenthesis and the word for competency.
fn map_by_tokens(found: &mut Recognition) {
    let normal: Vec<String> = found.columns.iter().map(|c| normalise(&c.header)).collect();
    let words = vocabulary();
    type Test<'t> = (Field, &'t dyn Fn(&str) -> bool);
    let tests: [Test<'_>; 3] = [
        (Field::AssociatedPmc, &|h| h.contains("pmc")),
        (Field::Mcid, &|h| h.contains("mcid") || h.contains("mcp id") || h.contains("mcpid")),
        (Field::Relevant, &|h| (h.contains('(') || h.contains('（')) && words.names_competency(h)),
    ];
    for (field, test) in tests {
        let holders: Vec<usize> = (0..normal.len()).filter(|&i| found.columns[i].field.is_none() && test(&normal[i])).collect();
        if let [only] = holders[..]
            && is_free(&found.columns, field)
        {
            found.columns[only].field = Some(field);
            found.columns[only].how = Some(How::Inferred);
        }
    }
}

/// Columns by their cells, for headings that no word tells.
fn map_by_content(found: &mut Recognition, sample: &[Vec<String>]) {
    let cells =
        |index: usize| sample.iter().filter_map(move |row| row.get(index)).map(String::as_str).filter(|c| !values::is_placeholder(c));
    let all = |index: usize, test: &dyn Fn(&str) -> bool| cells(index).count() >= 2.min(sample.len().max(1)) && cells(index).all(test);
    let free = |found: &Recognition, index: usize| found.columns[index].field.is_none();
    let claim = |found: &mut Recognition, index: usize, field: Field| {
        found.columns[index].field = Some(field);
        found.columns[index].how = Some(How::Content);
    };
    let count = found.columns.len();
    if is_free(&found.columns, Field::Email)
        && let Some(index) = (0..count).find(|&i| free(found, i) && all(i, &|c| c.contains('@')))
    {
        claim(found, index, Field::Email);
    }
    if is_free(&found.columns, Field::AssociatedPc)
        && let Some(pmc) = found.column(Field::AssociatedPmc).map(|c| c.index)
    {
        let beside = [pmc.checked_add(1), pmc.checked_sub(1)].into_iter().flatten().filter(|&i| i < count);
        if let Some(index) = beside.into_iter().find(|&i| free(found, i) && all(i, &|c| vocabulary().yes_no(c, found.locale).is_some())) {
            claim(found, index, Field::AssociatedPc);
        }
    }
    let is_id = |c: &str| {
        (6..=9).contains(&c.len()) && c.bytes().all(|b| b.is_ascii_digit()) && !matches!(values::date_cell(c, false), DateCell::Day(_))
    };
    if is_free(&found.columns, Field::Mcid)
        && let Some(index) = (0..count).find(|&i| free(found, i) && all(i, &is_id))
    {
        claim(found, index, Field::Mcid);
    }
    claim_dates(found, sample);
}

/// Dates by their cells: of two columns the later is the expiry. A single one is taken only when it is clear which of
/// the two is meant, because an expiry taken for a completion would count what no longer counts.
fn claim_dates(found: &mut Recognition, sample: &[Vec<String>]) {
    let date = |row: &Vec<String>, index: usize| {
        row.get(index).and_then(|c| {
            values::date_cell(c, false).resolve(DayOrder::DayFirst).or_else(|| values::date_cell(c, false).resolve(DayOrder::MonthFirst))
        })
    };
    let is_date_column = |index: usize| {
        let filled: Vec<&Vec<String>> = sample.iter().filter(|row| row.get(index).is_some_and(|c| !values::is_placeholder(c))).collect();
        filled.len() >= 2 && filled.iter().all(|row| date(row, index).is_some())
    };
    let columns: Vec<usize> = (0..found.columns.len()).filter(|&i| found.columns[i].field.is_none() && is_date_column(i)).collect();
    let order = |a: usize, b: usize| {
        let pairs: Vec<_> = sample.iter().filter_map(|row| Some((date(row, a)?, date(row, b)?))).collect();
        let (below, above) = (pairs.iter().all(|(x, y)| x <= y), pairs.iter().all(|(x, y)| x >= y));
        (!pairs.is_empty() && below != above).then_some(below)
    };
    let earned_free = is_free(&found.columns, Field::CompletionDate);
    let expires_free = is_free(&found.columns, Field::ExpirationDate);
    let mut claims = Vec::new();
    match (columns[..].as_ref(), earned_free, expires_free) {
        ([a, b], true, true) => {
            if let Some(below) = order(*a, *b) {
                let (earned, expires) = if below { (*a, *b) } else { (*b, *a) };
                claims = vec![(earned, Field::CompletionDate), (expires, Field::ExpirationDate)];
            }
        }
        ([one], false, true) => {
            let earned = found.column(Field::CompletionDate).map(|c| c.index);
            if earned.and_then(|e| order(e, *one)) == Some(true) {
                claims = vec![(*one, Field::ExpirationDate)];
            }
        }
        ([one], true, false) => {
            let expires = found.column(Field::ExpirationDate).map(|c| c.index);
            if expires.and_then(|e| order(*one, e)) == Some(true) {
                claims = vec![(*one, Field::CompletionDate)];
            }
        }
        _ => {}
    }
    for (index, field) in claims {
        found.columns[index].field = Some(field);
        found.columns[index].how = Some(How::Content);
    }
}

/// Which download the columns make: the skills report by its two *Associated* columns or by MCID and *Relevant*; with
/// one of the four missing it still opens (R2).
fn kind_of(found: &Recognition) -> Option<Kind> {
    if let Some(kind) = own_list(found.columns.iter().map(|c| c.header.as_str())) {
        return Some(kind);
    }
    let has = |field| found.column(field).is_some();
    let someone = has(Field::Mcid) || has(Field::Email);
    let signed = has(Field::AssociatedPmc) && has(Field::AssociatedPc);
    if signed && (someone || has(Field::LastName) || has(Field::DisplayName))
        || someone && (has(Field::Relevant) || has(Field::AssociatedPmc))
    {
        return Some(Kind::SkillsReport);
    }
    if has(Field::Email) {
        let roles = || found.columns.iter().any(|c| vocabulary().is_users_report_header(&c.header));
        let of_users = has(Field::PartnerUniversity) || has(Field::LearningAccount) || roles() && !list_columns::has_own_column(found);
        return Some(if of_users { Kind::UsersReport } else { Kind::StaffList });
    }
    None
}

/// Tells of headings that stand twice, when the second would mean something.
fn note_duplicates(found: &mut Recognition) {
    let mut first: HashMap<String, bool> = HashMap::new();
    for column in &found.columns {
        let normal = normalise(&column.header);
        if normal.is_empty() {
            continue;
        }
        match first.get(&normal) {
            Some(true) => found.notes.push(Diagnostic {
                code: Code::DuplicateHeader,
                row: None,
                column: Some(column.index),
                value: column.header.clone(),
                count: 1,
            }),
            Some(false) => {}
            None => drop(first.insert(normal, column.field.is_some())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn headers(line: &str) -> Vec<String> {
        line.split('|').map(str::to_owned).collect()
    }

    fn rows(lines: &[&str]) -> Vec<Vec<String>> {
        lines.iter().map(|l| headers(l)).collect()
    }

    fn fields(found: &Recognition) -> Vec<&'static str> {
        found.columns.iter().map(|c| c.field.map_or("-", Field::name)).collect()
    }

    #[test]
    fn french_headers_and_english_ones_may_mix() {
        let found = recognise(
            &headers(
                "Prénom|Nom|Courrier|MCID|Associée au PMC|Associated to PC|Skill Type|Nom de la qualification|Pertinent pour des compétences (Option) ou des programmes|Date d'expiration de la compétence",
            ),
            &[],
            &[],
        );
        assert_eq!(
            fields(&found),
            [
                "first_name",
                "last_name",
                "email",
                "mcid",
                "associated_pmc",
                "associated_pc",
                "skill_type",
                "skill_name",
                "relevant",
                "skill_expiration_date"
            ]
        );
        assert_eq!(found.kind, Some(Kind::SkillsReport));
        assert_eq!(found.locale.map(|l| vocabulary().locales[l].tag), Some("fr-FR"));
        assert_eq!(found.column(Field::Mcid).unwrap().how, Some(How::Documented));
        assert_eq!(found.column(Field::FirstName).unwrap().how, Some(How::Related));
    }

    #[rstest]
    #[case("Nom|Courrier|MCID|Associée au PMC|Associée à l’Espace partenaires", "display_name")]
    #[case("Nombre|Correo electrónico|MCID|Asociadas a PMC|Asociadas a PC", "display_name")]
    #[case("Nombre|Apellido|MCID|Asociadas a PMC|Asociadas a PC", "first_name")]
    fn a_lone_name_column_is_the_whole_name(#[case] line: &str, #[case] first: &str) {
        assert_eq!(fields(&recognise(&headers(line), &[], &[]))[0], first);
    }

    #[test]
    fn unknown_headings_are_told_from_their_cells() {
        let sample = rows(&["a@x.example|8000015|Yes|No|2021-01-02|2022-01-02", "b@x.example|8000016|No|Yes|2020-01-02|2021-06-02"]);
        let found =
            recognise(&headers("Ταχυδρομείο|Κωδικός|στο PMC|στο Κέντρο|Ημερομηνία|Λήξη"), &sample, &[(Field::SkillName, "none".into())]);
        assert_eq!(fields(&found), ["-"; 6], "nothing is told without one known word");
        let found = recognise(&headers("Ταχυδρομείο|MCID|στο PMC|στο Κέντρο|Ημερομηνία|Λήξη"), &sample, &[]);
        assert_eq!(fields(&found), ["email", "mcid", "associated_pmc", "associated_pc", "skill_completion_date", "skill_expiration_date"]);
        assert_eq!(found.column(Field::AssociatedPc).unwrap().how, Some(How::Content));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let found = recognise(
            &headers("MCID|Associated to PMC|Associated to PC|Number|Relevant for Competencies (Option) or Programs"),
            &[],
            &[(Field::Mcid, "number".into())],
        );
        assert_eq!(fields(&found), ["-", "associated_pmc", "associated_pc", "mcid", "relevant"]);
        assert_eq!(found.column(Field::Mcid).unwrap().how, Some(How::User));
        let found = recognise(&headers("MCID|Associated to PMC"), &[], &[(Field::Email, "Nowhere".into())]);
        assert_eq!(found.notes[0].code, Code::MappingIgnored);
    }

    #[test]
    fn a_heading_that_stands_twice_is_used_once_and_said() {
        let found = recognise(&headers("MCID|Email|Email|Associated to PMC|Associated to PC"), &[], &[]);
        assert_eq!(fields(&found), ["mcid", "email", "-", "associated_pmc", "associated_pc"]);
        assert_eq!((found.notes[0].code, found.notes[0].column), (Code::DuplicateHeader, Some(2)));
    }

    #[rstest]
    #[case(
        "TrainingActivityId|TrainingTitle|TrainingType|IndividualFirstName|IndividualLastName|Email|CorpEmail|TrainingCompletionDate|Month|IcMCP|MCPID|MPNId",
        Kind::TrainingCompletions
    )]
    #[case(
        "PGAMpnId|TrainingActivityId|TrainingTitle|TrainingType|AADUserId|TrainingCompletionDate|ExpirationDate|ActivationStatus|MCPID|MpnId",
        Kind::TrainingCompletions
    )]
    #[case("CompetencyName|CompetencyLevel|CompetencyStatus|CompetencyStartDate|CompetencyEndDate", Kind::CompetencyHistory)]
    #[case("CompetencyName|CompetencyAttainmentOptionName|Month|MetricName|GoldThreshold|SilverThreshold", Kind::CompetencyPerformance)]
    #[case("PGAMpnId|UserName|UserId|TrainingName|TrainingType|Products|Roles|CompletionDate|MPNId|PartnerName|Country", Kind::MsLearn)]
    #[case("MPNId|PartnerName|PGA_MPNId|PGA_PartnerName|City|Country|HierarchyLevel", Kind::PartnerProfile)]
    #[case("Individual name|Certification name|Certification type|Solution area|Completion date|Expiry date", Kind::SkillingEligibility)]
    #[case("Individual name|Trainings|Training name|Completion date|Expiration date", Kind::TrainingDashboard)]
    #[case("Exam Title|Exam Number|Exam Date", Kind::Transcript)]
    #[case("First name|Last name|Email|Roles|Partner University access|Microsoft Learning account", Kind::UsersReport)]
    #[case("Name|Team|E-mail|Country", Kind::StaffList)]
    #[case("person|name|email|mcid|associated_pmc|associated_pc|skills_counting|skills|competencies", Kind::OwnList)]
    #[case("MCID|Relevant to Competencies (Option) or Programs", Kind::SkillsReport)]
    fn every_download_is_known(#[case] line: &str, #[case] kind: Kind) {
        assert_eq!(recognise(&headers(line), &[], &[]).kind, Some(kind));
    }

    #[test]
    fn the_private_address_of_trainings_is_not_the_companys() {
        let found = recognise(&headers("TrainingActivityId|TrainingTitle|Email|CorpEmail|TrainingCompletionDate|MCPID"), &[], &[]);
        assert_eq!(found.column(Field::EmailPrivate).unwrap().index, 2);
        assert_eq!(found.column(Field::Email).unwrap().index, 3);
    }

    #[test]
    fn an_invoice_is_nothing_of_ours() {
        assert_eq!(recognise(&headers("Invoice|Amount|Date"), &[], &[]).kind, None);
    }
}
