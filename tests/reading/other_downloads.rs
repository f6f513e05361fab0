//! The other downloads of Partner Center: recognised by their columns, and TrainingCompletions read (R16).

use rstest::rstest;
use skilldeck::report::{Field, Kind, Trouble};
use toml::{Table, Value};

use super::support::*;

/// A list of columns of `assets/columns.toml`.
fn columns(dataset: &str, list: &str) -> Vec<String> {
    let words: Table = include_str!("../../assets/columns.toml").parse().unwrap();
    let list = words["dataset"][dataset][list].as_array().unwrap().clone();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A cell that may stand in a training column.
fn training_cell(column: &str) -> &'static str {
    match column {
        "PGAMpnId" => "5000001",
        "MPNId" => "5000002",
        "TrainingActivityId" => "3051",
        "TrainingTitle" => "Microsoft Certified: Azure Administrator Associate",
        "TrainingType" => "Certification",
        "IndividualFirstName" => "Aïcha",
        "IndividualLastName" => "Benali",
        "Email" => "aicha@mail.example",
        "CorpEmail" => "aicha.benali@contoso.example",
        "AADUserId" => "0d3f0a4e-0000-4000-8000-000000000001",
        "TrainingCompletionDate" => "2021-05-19  23:07:22",
        "ExpirationDate" => "2023-05-19  00:00:00",
        "ActivationStatus" => "Active",
        "Month" => "May-21",
        "IcMCP" => "1",
        "MCPID" => "8000015",
        "PartnerName" => "Contoso, Ltd",
        _ => "x",
    }
}

fn trainings(columns: &[String], delimiter: &str, mark: &str) -> Made {
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    let row: Vec<&str> = header.iter().map(|c| training_cell(c)).collect();
    csv(&format!("{mark}{}", lines(&[&header, &row], delimiter)))
}

const PERSON: [(Field, &str); 4] = [
    (Field::FirstName, "Aïcha"),
    (Field::LastName, "Benali"),
    (Field::EmailPrivate, "aicha@mail.example"),
    (Field::Email, "aicha.benali@contoso.example"),
];

#[rstest]
#[case("v1_until_2021_06_16", None)]
#[case("v2_from_2021_06_17", Some("2023-05-19"))]
#[case("v3_from_2021_10", Some("2023-05-19"))]
fn training_completions_in_each_layout(
    #[case] layout: &str,
    #[case] expires: Option<&str>,
    #[values((",", "\u{feff}"), ("\t", ""))] form: (&str, &str),
) {
    let names = columns("TrainingCompletions", layout);
    let reading = read_ok(&trainings(&names, form.0, form.1));
    assert_eq!(reading.source.kind, Kind::TrainingCompletions);
    assert_eq!((reading.source.rows, reading.table.rows()), (1, 1));
    for (field, text) in PERSON {
        assert_eq!(cell(&reading, field, 0), text);
    }
    assert_eq!(cell(&reading, Field::Mcid, 0), "8000015");
    assert_eq!(cell(&reading, Field::SkillName, 0), "Microsoft Certified: Azure Administrator Associate");
    assert_eq!(cell(&reading, Field::SkillType, 0), "Certification");
    assert_eq!(cell(&reading, Field::MpnId, 0), "5000002");
    assert_eq!(cell(&reading, Field::PartnerName, 0), "Contoso, Ltd");
    assert_eq!(date(&reading, Field::CompletionDate, 0).as_deref(), Some("2021-05-19"));
    assert_eq!(reading.source.column(Field::ExpirationDate).is_some(), expires.is_some());
    assert_eq!(date(&reading, Field::ExpirationDate, 0).as_deref(), expires);
    assert_eq!(reading.source.column(Field::PgaMpnId).is_some(), layout.starts_with("v3"));
    assert!(reading.source.columns.iter().all(|c| c.how.is_some()), "every column is known");
    assert_eq!((codes(&reading), reading.source.missing()), (vec![], vec![]), "it has no association columns, and need not");
}

/// Without the executive role there is a user id instead of names and addresses.
#[rstest]
#[case("v1_until_2021_06_16")]
#[case("v2_from_2021_06_17")]
#[case("v3_from_2021_10")]
fn training_completions_without_names(#[case] layout: &str, #[values("8000015", "")] mcid: &str) {
    let mut names = columns("TrainingCompletions", layout);
    let at = names.iter().position(|n| n == "IndividualFirstName").unwrap();
    names.retain(|n| !["IndividualFirstName", "IndividualLastName", "Email", "CorpEmail"].contains(&n.as_str()));
    names.insert(at, "AADUserId".to_owned());
    let header: Vec<&str> = names.iter().map(String::as_str).collect();
    let row: Vec<&str> = header.iter().map(|c| if *c == "MCPID" { mcid } else { training_cell(c) }).collect();
    let reading = read_ok(&csv(&lines(&[&header, &row], ",")));
    assert_eq!(reading.source.kind, Kind::TrainingCompletions);
    assert_eq!(column(&reading, Field::AadUserId), ["0d3f0a4e-0000-4000-8000-000000000001"]);
    assert!(reading.table.column(Field::FirstName).is_none() && reading.table.column(Field::Email).is_none());
    assert_eq!(reading.source.rows_refused, 0);
}

#[rstest]
#[case("MpnId", "MPNId")]
#[case("MPNID", "MPNId")]
#[case("PartnerID", "MPNId")]
#[case("PGAPartnerID", "PGAMpnId")]
#[case("McpId", "MCPID")]
#[case("trainingtitle", "TrainingTitle")]
fn identifiers_come_in_several_spellings(#[case] printed: &str, #[case] usual: &str) {
    let names: Vec<String> = columns("TrainingCompletions", "v3_from_2021_10");
    let usual_row: Vec<&str> = names.iter().map(|c| training_cell(c)).collect();
    let header: Vec<&str> = names.iter().map(|n| if n == usual { printed } else { n.as_str() }).collect();
    let reading = read_ok(&csv(&lines(&[&header, &usual_row], ",")));
    let expected = read_ok(&csv(&lines(&[&names.iter().map(String::as_str).collect::<Vec<_>>(), &usual_row], ",")));
    let fields = |r: &skilldeck::report::Reading| r.source.columns.iter().map(|c| c.field).collect::<Vec<_>>();
    assert_eq!(fields(&reading), fields(&expected));
}

#[rstest]
#[case("2018-12-25  23:07:22")]
#[case("25/12/2018 23:07")]
#[case("2018-12-25T23:07:22Z")]
#[case("12/25/2018 11:07:22 PM")]
fn dates_of_trainings(#[case] printed: &str) {
    let text = format!("TrainingActivityId,TrainingTitle,TrainingCompletionDate,MCPID\n3051,Azure,{printed},8000015\n");
    assert_eq!(date(&read_ok(&csv(&text)), Field::CompletionDate, 0).as_deref(), Some("2018-12-25"));
}

/// An early-month report has a header and nothing else.
#[test]
fn empty_training_completions() {
    let names = columns("TrainingCompletions", "v3_from_2021_10");
    let reading = read_ok(&csv(&format!("\u{feff}{}\r\n", names.join(","))));
    assert_eq!((reading.source.kind, reading.source.rows), (Kind::TrainingCompletions, 0));
    assert_eq!(codes(&reading), [skilldeck::report::Code::NoRows]);
}

/// The downloads that hold no skills are recognised, so that the user can be told what they gave.
#[rstest]
#[case("PartnerProfile", Kind::PartnerProfile)]
#[case("TrainingDashboardIndividual", Kind::TrainingDashboard)]
#[case("ThirdPartyTranscriptCsv", Kind::Transcript)]
fn downloads_without_skills(#[case] dataset: &str, #[case] kind: Kind) {
    let names = columns(dataset, "columns");
    let header: Vec<&str> = names.iter().map(String::as_str).collect();
    let row = vec!["x"; header.len()];
    for made in [
        csv(&format!("\u{feff}{}", lines(&[&header, &row, &row], ","))),
        csv(&lines(&[&header, &row, &row], "\t")),
        xlsx(|sheet| put(sheet, 1, &[&header, &row, &row])),
    ] {
        let reading = read_ok(&made);
        assert_eq!(reading.source.kind, kind);
        assert_eq!((reading.source.rows, reading.table.rows()), (2, 0), "its rows are counted and not kept");
        assert!(reading.source.columns.iter().all(|c| c.how.is_some()), "every column is known");
    }
}

#[rstest]
#[case("PGAMpnId,UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MpnId,PartnerName,CustomerMarket", Kind::MsLearn)]
#[case("MPNId,PartnerName,PGA_MPNId,PGA_PartnerName,City,Country,AccountType", Kind::PartnerProfile)]
#[case("First name,Last name,Email,Roles,Partner University access,Microsoft Learning account", Kind::UsersReport)]
#[case("Display name,User principal name,Microsoft exams and certifications,Microsoft training & assessments", Kind::UsersReport)]
#[case("Name,Team,Manager,E-mail,Country", Kind::StaffList)]
#[case("Vorname,Nachname,Abteilung,E-Mail", Kind::StaffList)]
#[case("userPrincipalName,displayName,surname,mail,givenName,objectId,userType", Kind::Directory)]
fn other_tables(#[case] header: &str, #[case] kind: Kind) {
    let row = header.replace(|c: char| c != ',', "");
    let reading = read_ok(&csv(&format!("{header}\na{row}z\n")));
    // One is only counted, and the row of the other names nobody.
    let kept = usize::from(![Kind::PartnerProfile, Kind::MsLearn].contains(&kind));
    assert_eq!((reading.source.kind, reading.source.rows, reading.table.rows()), (kind, 1, kept));
}

#[test]
fn a_table_of_something_else_is_refused_with_what_was_found() {
    let Trouble::NotAReport { found } = trouble(&csv("Invoice,Amount,Date\n4711,12.50,2021-05-19\n")) else { panic!("not that") };
    assert_eq!(found, ["Invoice", "Amount", "Date"]);
}
