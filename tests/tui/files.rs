//! Reports to look at: small, empty, and hostile ones.

use skilldeck::report::Input;

use super::deck::named;

/// The headings of a report in English.
pub const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                          Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date";

/// A csv of rows under the headings.
pub fn report(rows: &[&str]) -> String {
    [&[HEADER], rows].concat().join("\n") + "\n"
}

/// Four people, one of them with two accounts.
pub const FOUR: [&str; 6] = [
    "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Exam,Tents and Ropes,TN-101,2021-02-13,Camping (Tents),",
    "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Certification,Camp Leader,,2021-03-14,Camping (Tents); Hiking,2099-03-14",
    "雷,李,lei@contoso.example,8000016,No,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,",
    "Zoé,Müller,zoe@contoso.example,8000017,No,No,Exam,Maps,TN-202,2020-12-01,Hiking,",
    "Zoé,Müller,zoe@contoso.example,8000018,No,Yes,Exam,Knots,TN-303,2020-12-02,,",
    "Bob,Stone,bob@contoso.example,8000019,No,No,,,,,,",
];

/// The report of [`FOUR`].
pub fn four() -> Input {
    named("four.csv", report(&FOUR))
}

/// One person with one skill.
pub fn tiny() -> Input {
    named("tiny.csv", report(&FOUR[..1]))
}

/// Headings and nothing below.
pub fn no_rows() -> Input {
    named("no-rows.csv", report(&[]))
}

/// The report that Partner Center writes when there is nothing to report.
pub fn no_data() -> Input {
    let message = "No users found with skills data. Check to see whether users have associated their Learning or Partner University \
                   accounts with their profiles";
    named("no-data.csv", message)
}

/// Cells written by somebody who wishes the terminal ill; in one row each of them has so many letters.
pub fn hostile(letters: usize) -> Input {
    let nasty = [
        "\u{1b}[31mred\u{1b}[0m",
        "\u{1b}]0;title\u{7}",
        "\u{1b}]52;c;ZXZpbA==\u{7}",
        "\u{202e}gnimoc\u{202c}",
        "\u{200b}\u{200c}\u{200d}\u{feff}",
        "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        "李雷 🎓👩‍👩‍👧‍👦🇫🇷",
        "nul\0bell\u{7}back\u{8}\u{8}\u{8}",
        "\u{9b}2J\u{85}next",
        "\u{661}\u{662} مرحبا שלום",
        "\u{ad}soft\u{ad}hyphen",
        "ﷺ௵ཀྵ",
    ];
    let long = "🎓x".repeat(letters);
    let mut rows: Vec<String> = Vec::new();
    for (number, cell) in nasty.iter().enumerate() {
        let mcid = 8_000_100 + number;
        rows.push(format!("{cell},{cell},{cell}@x.example,{mcid},Yes,No,Exam,{cell},{cell},2021-02-13,{cell};{cell},2099-01-01"));
        rows.push(format!("{cell},{cell},second{number}@x.example,{mcid},{cell},{cell},{cell},{cell},{cell},{cell},{cell},{cell}"));
    }
    rows.push(format!("{long},{long},long@x.example,8000999,Yes,No,Exam,{long},{long},2021-02-13,{long},"));
    rows.push(",,,,,,,,,,,".to_owned());
    rows.push("\u{200b},\u{200b},\u{200b},\u{200b},No,No,Exam,\u{200b},\u{200b},,,".to_owned());
    named("ho\u{202e}stile\u{1b}[2J.csv", format!("{HEADER}\n{}\n", rows.join("\n")))
}
