//! Lists beside the reports: the key tells who works there, and some people are added, left out or given another address.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use skilldeck::catalog::{catalog, programmes};
use skilldeck::diagnosis::{Ask, Finding, diagnose};
use skilldeck::model::load::load;
use skilldeck::model::{Company, Given};
use skilldeck::report::{Input, Options};
use skilldeck::standing::{Question, Rules};

use super::expected::Key;
use super::measure::{Figure, Figures, key_of};

/// What is planted, by code; and the two lists.
struct Lists {
    staff: String,
    users: String,
    planted: BTreeMap<&'static str, BTreeSet<String>>,
}

/// Everybody of the truth who has not left, as the company would list them: with good addresses, each person once. Every
/// ninth with an MCID has another address, every seventh is not on the list, and some are in no report; of those who left
/// every other is still on the list, with the last day.
fn make(key: &Key, company: &Company) -> Lists {
    let there: BTreeSet<String> = company.accounts.iter().map(|a| format!("{}|{}", company.email(a), company.mcid(a))).collect();
    let (pairs, left) = (key.pairs(), key.left());
    let mut planted: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut put = |code: &'static str, name: &str| planted.entry(code).or_default().insert(name.to_owned());
    let mut staff = "Name,E-mail,MCID,Technical,Leaving date\n".to_owned();
    let mut users = "Email,MCID,Partner University access,Microsoft Learning account\n".to_owned();
    for (at, (email, mcid)) in key.listed().into_iter().enumerate() {
        let name = format!("{email}|{mcid}");
        if pairs.iter().any(|[_, second]| *second == name) {
            continue;
        }
        let good = email.replace(" at ", "@");
        let is_there = there.contains(&name);
        if left.contains(&name) {
            if at % 2 == 0 {
                writeln!(staff, ",{good},,yes,{}", key.day.pred_opt().unwrap()).unwrap();
            }
            if is_there {
                put("left-company", &name);
            }
            continue;
        }
        let is_bad = good != email;
        if is_there && at % 9 == 4 && !mcid.is_empty() && !is_bad {
            writeln!(staff, ",new.{good},{mcid},yes,").unwrap();
            writeln!(users, "new.{good},{mcid},Yes,Yes").unwrap();
            put("email-mismatch", &name);
        } else if is_there && at % 7 == 3 && !is_bad && pairs.iter().all(|[first, _]| *first != name) {
            put("left-company", &name);
        } else {
            writeln!(staff, ",{good},{mcid},yes,").unwrap();
            writeln!(users, "{good},{mcid},Yes,No").unwrap();
            if !is_there {
                put("missing-from-report", &good);
            }
        }
    }
    for (at, technical) in ["yes", "no", ""].into_iter().enumerate() {
        writeln!(staff, "Some Body{at},some.body{at}@contoso.example,,{technical},").unwrap();
        put("missing-from-report", &format!("some.body{at}@contoso.example"));
    }
    Lists { staff, users, planted }
}

fn name(company: &Company, finding: &Finding) -> String {
    match (finding.missing(), finding.account) {
        (Some(missing), _) => missing.email.clone(),
        (None, Some(number)) => {
            let account = company.account(number);
            format!("{}|{}", company.email(account), company.mcid(account))
        }
        (None, None) => String::new(),
    }
}

/// Measures the rules that look at lists.
pub fn measure(report: &Path) -> Figures {
    let key = Key::read(&key_of(report));
    let input = Input::file(&report.to_string_lossy());
    let given = Given { report_date: Some(key.day), ..Given::default() };
    let read = |inputs: &[Input]| load(inputs, &Options::default(), &given, catalog(), &Default::default()).unwrap();
    let alone = read(std::slice::from_ref(&input));
    let lists = make(&key, &alone.reports[0].company);
    let file = |name: &str, text: &str| Input::embedded(name, Box::leak(text.to_owned().into_boxed_str().into_boxed_bytes()));
    let loaded = read(&[input, file("staff.csv", &lists.staff), file("users.csv", &lists.users)]);
    let company = &loaded.reports[0].company;
    let ask = Ask { lists: loaded.beside(0), ..Ask::of_day(key.day) };
    let found = diagnose(company, catalog(), &Rules::on(programmes(), key.day), &Question::of_day(key.day), &ask);
    let of = |code: &'static str| {
        let there: BTreeSet<String> = found.findings.iter().filter(|f| f.code.name() == code).map(|f| name(company, f)).collect();
        let planted = lists.planted.get(code).cloned().unwrap_or_default();
        let figure = Figure {
            right: there.intersection(&planted).count(),
            wrong: there.difference(&planted).cloned().collect(),
            missed: planted.difference(&there).cloned().collect(),
        };
        (code, figure)
    };
    ["missing-from-report", "left-company", "email-mismatch"].into_iter().map(of).collect()
}
