//! The page about the case, in plain words, and the list of what is still to be added.

use super::{Evidence, Proof, Scope, still_to_add};
use crate::checklists::{About, Checklist, Subject, checklists, of_finding};
use crate::export::findings::title;
use crate::export::letters::Whom;
use crate::i18n::Texts;
use crate::model::{Association, Company, Kind, Skill};
use crate::{text, tr};

/// The checklist of somebody whose skills do not show (T3).
const NOT_SHOWING: &str = "not-showing";

/// What a step of a checklist begins with.
const SIGNS: [char; 3] = ['✓', '✗', '?'];

/// Lines of a page, each safe to show.
struct Page {
    lines: Vec<String>,
}

impl Page {
    fn heading(&mut self, said: &str) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.push(0, said);
        self.lines.push("=".repeat(text::width(&text::clean(said))));
    }

    fn push(&mut self, indent: usize, said: &str) {
        self.lines.push(format!("{}{}", "  ".repeat(indent), text::clean(said).trim()).trim_end().to_owned());
    }

    fn end(self) -> String {
        self.lines.join("\n") + "\n"
    }
}

/// How many accounts of others the page names: those that may be the same person's.
pub(super) fn named(evidence: &Evidence<'_>) -> usize {
    let own = accounts(evidence);
    let mut named: Vec<u32> = evidence.findings.iter().flat_map(|finding| &finding.others).copied().collect();
    named.sort_unstable();
    named.dedup();
    named.iter().filter(|account| !own.contains(account)).count()
}

fn accounts<'e>(evidence: &Evidence<'e>) -> &'e [u32] {
    match &evidence.who.whom {
        Whom::Accounts(accounts) => accounts,
        Whom::Listed(_) => &[],
    }
}

/// Who it is, what the files say of them, what was found with its proof, the checklists, and what was done so far.
pub(super) fn case(evidence: &Evidence<'_>) -> String {
    let teller = evidence.pages.teller;
    let (texts, company) = (teller.texts, teller.company);
    let mut page = Page { lines: Vec::new() };
    let name = who(evidence, texts);
    page.heading(&tr!(texts, "evidence-title", name = name));
    if let Some(name) = &company.name {
        page.push(0, &tr!(texts, "summary-company", name = name.clone()));
    }
    page.push(0, &tr!(texts, "evidence-as-of", date = texts.date(teller.as_of)));
    files(evidence, &mut page);
    page.heading(&texts.get("evidence-person"));
    person(evidence, company, &mut page);
    page.heading(&texts.get("evidence-found"));
    found(evidence, &mut page);
    for list in lists(evidence) {
        let subject = match &evidence.who.whom {
            Whom::Accounts(accounts) => accounts.first().map_or(Subject::Nobody, |account| Subject::Account(*account)),
            Whom::Listed(row) => Subject::Listed(*row),
        };
        let steps = evidence.pages.checklist_of(list, subject);
        page.heading(&steps.title);
        // Each step with its answer: how to do it is for the admin, and not for support.
        let steps = steps.lines.iter().skip_while(|line| !line.text.starts_with(SIGNS));
        let mut before_was_a_step = false;
        for line in steps {
            let is_step = line.indent == 0;
            if is_step || before_was_a_step {
                page.push(line.indent.into(), &line.text);
            }
            before_was_a_step = is_step;
        }
    }
    if let Some(log) = evidence.log.filter(|log| !log.trim().is_empty()) {
        page.heading(&texts.get("evidence-log"));
        log.lines().for_each(|line| page.push(0, line));
    }
    page.end()
}

/// What is still to be added by hand.
pub(super) fn to_add(evidence: &Evidence<'_>) -> String {
    let texts = evidence.pages.teller.texts;
    let mut page = Page { lines: Vec::new() };
    page.heading(&texts.get("evidence-still-to-add"));
    page.push(0, &texts.get("evidence-still-to-add-about"));
    page.lines.push(String::new());
    for proof in still_to_add(evidence) {
        page.push(0, &format!("[ ] {}", proof.words(texts)));
    }
    page.end()
}

impl Proof {
    /// What it is and where to get it, in the user's language.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        texts.get(&format!("evidence-proof-{}", self.name()))
    }
}

fn who(evidence: &Evidence<'_>, texts: &Texts) -> String {
    let who = evidence.who;
    let parts = [Some(who.name.as_str()), who.address.as_deref(), who.mcids.first().map(String::as_str)];
    let first = parts.into_iter().flatten().find(|part| !part.is_empty());
    first.map_or_else(|| texts.get("evidence-unnamed"), str::to_owned)
}

fn files(evidence: &Evidence<'_>, page: &mut Page) {
    let texts = evidence.pages.teller.texts;
    let report_day = evidence.pages.teller.company.report_date.map(|(day, _)| texts.date(day));
    for file in evidence.files {
        let name = file.source.path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let day = report_day.clone().filter(|_| file.source.kind != Kind::UsersReport);
        let dated = day.map(|date| format!(" · {}", tr!(texts, "evidence-file-date", date = date))).unwrap_or_default();
        let kind = texts.get(&format!("kind-{}", file.source.kind.name()));
        let rows = tr!(texts, "evidence-file-rows", rows = file.source.rows, own = file.rows.len());
        let left_out =
            if evidence.scope == Scope::OnlyThisPerson { format!(" {}", texts.get("evidence-file-left-out")) } else { String::new() };
        page.push(0, &tr!(texts, "evidence-line", label = kind, value = format!("{name}{dated} · {rows}{left_out}")));
    }
}

fn person(evidence: &Evidence<'_>, company: &Company, page: &mut Page) {
    let texts = evidence.pages.teller.texts;
    let who = evidence.who;
    let mut say = |label: &str, value: &str| {
        if !value.is_empty() {
            page.push(0, &tr!(texts, "evidence-line", label = texts.get(label), value = value.to_owned()));
        }
    };
    say("column-name", &who.name);
    say("column-email", who.address.as_deref().unwrap_or_default());
    say("column-mcid", &who.mcids.join(", "));
    for number in accounts(evidence) {
        let account = company.account(*number);
        say("users-pmc", &association(account.pmc, texts));
        say("users-pc", &association(account.pc, texts));
    }
    let skills: Vec<&Skill> = accounts(evidence).iter().flat_map(|number| company.skills(*number)).collect();
    match &who.whom {
        Whom::Listed(_) => page.push(0, &texts.get("evidence-in-no-report")),
        Whom::Accounts(_) if skills.is_empty() => page.push(0, &texts.get("evidence-no-skills")),
        Whom::Accounts(_) => page.push(0, &texts.get("evidence-skills")),
    }
    for skill in skills {
        let earned = skill.earned.map(|day| format!(" · {}", tr!(texts, "evidence-earned", date = texts.date(day))));
        let until = skill.expires.map(|day| format!(" · {}", tr!(texts, "evidence-until", date = texts.date(day))));
        let row = tr!(texts, "verdict-row", row = company.row_label(company.line(skill)));
        let name = company.item(skill).name_with_code();
        let name = if name.is_empty() { text::NOTHING.to_owned() } else { name };
        page.push(1, &format!("{name}{}{} · {row}", earned.unwrap_or_default(), until.unwrap_or_default()));
    }
}

fn association(association: Association, texts: &Texts) -> String {
    match association {
        Association::Yes => texts.get("yes"),
        Association::No => texts.get("no"),
        Association::Contradictory => texts.get("yes-and-no"),
        Association::NotSaid => String::new(),
    }
}

fn found(evidence: &Evidence<'_>, page: &mut Page) {
    let texts = evidence.pages.teller.texts;
    if evidence.findings.is_empty() {
        page.push(0, &texts.get("evidence-nothing-found"));
    }
    for finding in evidence.findings {
        page.push(0, &title(finding.code, texts));
        page.push(1, &evidence.pages.teller.message(finding));
        let proof = evidence.pages.proof(finding);
        if !proof.is_empty() {
            page.push(1, &tr!(texts, "evidence-line", label = texts.get("queue-proof"), value = ""));
            proof.iter().for_each(|cell| page.push(2, cell));
        }
    }
}

/// The checklist of T3, and those that the findings call for, each once.
fn lists(evidence: &Evidence<'_>) -> Vec<&'static Checklist> {
    let of_findings = evidence.findings.iter().filter_map(|finding| of_finding(finding.code.name()));
    let mut lists: Vec<&Checklist> = Vec::new();
    for list in checklists().iter().filter(|list| list.id == NOT_SHOWING).chain(of_findings) {
        if list.about != About::Company && lists.iter().all(|known| known.id != list.id) {
            lists.push(list);
        }
    }
    lists
}
