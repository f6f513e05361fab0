//! A finding with its proof and the checklist for it, or a checklist by itself, on one page.

use super::cases;
use super::findings::{Teller, confidence, rules, severity, title};
use super::standing::{Page, PageLine, Tone};
use crate::cases::{Case, Clock, Mark, Point, Time, Topic};
use crate::checklists::{Check, Checklist, Facts, Shown, Step, Subject, Verdict, checklists, of_finding, verdict};
use crate::diagnosis::{Cell, Finding, Of, Severity};
use crate::i18n::Texts;
use crate::model::{FileRow, Source};
use crate::{text, tr};

/// So many cells are named as proof.
const MOST_CELLS: usize = 12;

/// What pages are made from.
#[derive(Clone, Copy)]
pub struct Pages<'p> {
    /// For the words of findings.
    pub teller: Teller<'p>,
    /// What the files answer.
    pub facts: &'p Facts<'p>,
    /// By when something has to be renewed: the files of the history rows, by number.
    pub history: &'p [crate::model::Held],
    /// The files that are no reports: those of the lists, by number.
    pub others: &'p [Source],
}

/// A point that is followed.
#[derive(Clone, Copy)]
pub struct Followed<'p> {
    /// Its case.
    pub case: &'p Case,
    /// What it is about.
    pub point: &'p Point<'p>,
    /// What it waits for.
    pub clocks: &'p [Clock],
    /// The moment to which clocks are told.
    pub now: Time,
}

/// The name of a file without its folders.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

struct Writer {
    lines: Vec<PageLine>,
}

impl Writer {
    fn push(&mut self, tone: Tone, indent: u8, said: &str, account: Option<u32>) {
        self.lines.push(PageLine { tone, indent, text: text::clean(said).into_owned(), account, step: None });
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.lines.push(PageLine::default());
        }
    }
}

/// How a severity looks.
#[must_use]
pub fn tone_of(severity: Severity) -> Tone {
    match severity {
        Severity::Urgent => Tone::Bad,
        Severity::Warning => Tone::Warn,
        Severity::Info => Tone::Plain,
    }
}

impl Pages<'_> {
    fn texts(&self) -> &Texts {
        self.teller.texts
    }

    fn label(&self, account: u32) -> String {
        let company = self.teller.company;
        let of = company.account(account);
        let parts = [company.full_name(of), company.email(of).to_owned(), company.mcid(of).to_owned()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { company.label(of) } else { parts.join(" · ") }
    }

    /// A finding: what is so, what to do, how it stands, the proof, the checklist, and what happened so far.
    #[must_use]
    pub fn finding(&self, finding: &Finding, followed: Option<Followed<'_>>) -> Page {
        let texts = self.texts();
        let mut out = Writer { lines: Vec::new() };
        let sure = finding.confidence.map(|sure| format!(" · {}", confidence(sure, texts))).unwrap_or_default();
        if let Some(who) = self.teller.who(finding) {
            out.push(Tone::Plain, 0, &who, finding.account);
        }
        let tone = tone_of(finding.code.severity());
        out.push(tone, 0, &format!("{}{sure}", self.teller.message(finding)), finding.account);
        out.push(Tone::Plain, 0, &format!("→ {}", self.teller.advice(finding)), None);
        for other in &finding.others {
            out.push(Tone::Plain, 1, &self.label(*other), Some(*other));
        }
        if let Some(followed) = followed {
            self.stands(followed, &mut out);
        }
        if !finding.evidence.is_empty() {
            out.blank();
            out.push(Tone::Heading, 0, &texts.get("queue-proof"), None);
            for cell in finding.evidence.iter().take(MOST_CELLS) {
                out.push(Tone::Plain, 1, &self.cell(cell), finding.account);
            }
            if finding.evidence.len() > MOST_CELLS {
                let more = tr!(texts, "queue-more-cells", count = finding.evidence.len() - MOST_CELLS);
                out.push(Tone::Dim, 1, &more, None);
            }
        }
        if let Some(list) = of_finding(finding.code.name()) {
            out.blank();
            let of_report = finding.account.map_or(Subject::Company, Subject::Account);
            let subject = finding.missing().map_or(of_report, |missing| Subject::Listed(missing.row));
            self.steps(list, subject, followed, &mut out);
        }
        if let Some(followed) = followed {
            self.log(followed, &mut out);
        }
        out.blank();
        let said = tr!(texts, "findings-rests-on", rules = rules(finding.code));
        out.push(Tone::Dim, 0, &said, None);
        Page { title: title(finding.code, texts), lines: out.lines }
    }

    /// A point that this report does not show: whom it is about, how it stands, the checklist, and what happened so far.
    #[must_use]
    pub fn point(&self, followed: Followed<'_>) -> Page {
        let texts = self.texts();
        let mut out = Writer { lines: Vec::new() };
        let person = followed.case.person();
        let account = person.as_ref().and_then(|person| person.accounts(self.teller.company).first().copied());
        let known = person.map(|person| [person.emails, person.mcids].concat().join(" · ")).unwrap_or_default();
        let who = [cases::who(followed.case, texts), known].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        out.push(Tone::Plain, 0, &who, account);
        out.push(Tone::Plain, 0, &cases::matter(followed.point.matter, texts), account);
        self.stands(followed, &mut out);
        let subject = match (account, followed.case.person()) {
            (Some(account), _) => Subject::Account(account),
            (None, Some(_)) => Subject::Nobody,
            (None, None) => Subject::Company,
        };
        let list = match &followed.point.matter.topic {
            Topic::Checklist(id) => checklists().iter().find(|list| list.id == *id),
            Topic::Finding(code) => of_finding(code),
        };
        if let Some(list) = list {
            out.blank();
            self.steps(list, subject, Some(followed), &mut out);
        }
        self.log(followed, &mut out);
        Page { title: cases::matter(followed.point.matter, texts), lines: out.lines }
    }

    /// How a point stands, and what it waits for.
    fn stands(&self, followed: Followed<'_>, out: &mut Writer) {
        let texts = self.texts();
        out.blank();
        let stage = followed.point.state.stage();
        let tone = if stage.is_settled() { Tone::Good } else { Tone::Heading };
        out.push(tone, 0, &tr!(texts, "case-stands", state = cases::state(&followed.point.state, texts)), None);
        for clock in followed.clocks.iter().filter(|_| !stage.is_settled()) {
            let tone = if clock.is_over { Tone::Warn } else { Tone::Plain };
            out.push(tone, 1, &cases::clock(clock, followed.now, texts), None);
        }
        if let Some((_, note)) = followed.case.notes(Some(followed.point.matter)).last() {
            out.push(Tone::Plain, 1, note, None);
        }
    }

    /// What happened so far, the newest first.
    fn log(&self, followed: Followed<'_>, out: &mut Writer) {
        let texts = self.texts();
        out.blank();
        out.push(Tone::Heading, 0, &texts.get("case-log"), None);
        for entry in followed.case.entries(Some(followed.point.matter)).collect::<Vec<_>>().into_iter().rev() {
            let said = format!("{} · {}", cases::moment(entry.at, texts), cases::entry(followed.case, entry, texts));
            out.push(Tone::Plain, 1, &said, None);
        }
    }

    /// The checklist of somebody, with what the files answer of each step.
    #[must_use]
    pub fn checklist_of(&self, list: &Checklist, subject: Subject) -> Page {
        let mut out = Writer { lines: Vec::new() };
        self.steps(list, subject, None, &mut out);
        Page { title: self.texts().get(&format!("checklist-{}", list.id)), lines: out.lines }
    }

    /// The cells that prove a finding, in words.
    #[must_use]
    pub fn proof(&self, finding: &Finding) -> Vec<String> {
        finding.evidence.iter().map(|cell| self.cell(cell)).collect()
    }

    /// A checklist by itself: for the company, or for somebody who is in no file.
    #[must_use]
    pub fn checklist(&self, list: &Checklist, followed: Option<Followed<'_>>) -> Page {
        let subject = match list.about {
            crate::checklists::About::Company => Subject::Company,
            _ => Subject::Nobody,
        };
        let mut out = Writer { lines: Vec::new() };
        self.steps(list, subject, followed, &mut out);
        if let Some(followed) = followed {
            self.stands(followed, &mut out);
            self.log(followed, &mut out);
        }
        Page { title: self.texts().get(&format!("checklist-{}", list.id)), lines: out.lines }
    }

    /// A kind of finding: how many there are, and what they rest on.
    #[must_use]
    pub fn kind(&self, code: crate::diagnosis::Code, count: usize) -> Page {
        let texts = self.texts();
        let mut out = Writer { lines: Vec::new() };
        let of = code.severity();
        out.push(tone_of(of), 0, &tr!(texts, "findings-group", title = title(code, texts), count = count), None);
        out.push(Tone::Plain, 0, &severity(of, texts), None);
        out.push(Tone::Dim, 0, &texts.get("queue-kind-hint"), None);
        out.blank();
        if let Some(list) = of_finding(code.name()) {
            self.steps(list, Subject::Nobody, None, &mut out);
            out.blank();
        }
        out.push(Tone::Dim, 0, &tr!(texts, "findings-rests-on", rules = rules(code)), None);
        Page { title: title(code, texts), lines: out.lines }
    }

    fn steps(&self, list: &Checklist, subject: Subject, followed: Option<Followed<'_>>, out: &mut Writer) {
        let texts = self.texts();
        out.push(Tone::Heading, 0, &texts.get(&format!("checklist-{}", list.id)), None);
        out.push(Tone::Dim, 0, &texts.get(&format!("checklist-{}-about", list.id)), None);
        for (number, step) in (1..).zip(&list.steps) {
            let first = out.lines.len();
            self.step(list, number, step, subject, followed, out);
            out.lines[first..].iter_mut().for_each(|line| line.step = Some((list.id.clone(), step.id.clone())));
        }
    }

    fn step(&self, list: &Checklist, number: usize, step: &Step, subject: Subject, followed: Option<Followed<'_>>, out: &mut Writer) {
        let texts = self.texts();
        let told = verdict(step.check, subject, self.facts);
        let marked = followed.and_then(|followed| followed.case.mark(followed.point.matter, &list.id, &step.id));
        let (sign, word, shown, tone) = match &told {
            Verdict::Yes(shown) => ("✓", "verdict-yes", &shown[..], Tone::Plain),
            Verdict::No(shown) => ("✗", "verdict-no", &shown[..], Tone::Plain),
            Verdict::Unknown => ("?", "verdict-unknown", &[][..], Tone::Plain),
        };
        let sign = match marked.map(|(mark, _)| mark) {
            None => sign,
            Some(Mark::Done) => "☑",
            Some(Mark::Failed) => "☒",
            Some(Mark::NotApplicable) => "–",
        };
        let account = shown.iter().find_map(|one| if let Shown::Account(account) = one { Some(*account) } else { None });
        let account = account.or(if let Subject::Account(account) = subject { Some(account) } else { None });
        out.push(tone, 0, &format!("{sign} {number}. {}", texts.get(&format!("step-{}-{}", list.id, step.id))), account);
        let parts: Vec<String> = std::iter::once(texts.get(word)).chain(shown.iter().map(|one| self.shown(one))).collect();
        out.push(Tone::Dim, 2, &format!("{} · {}", parts.join(" · "), tr!(texts, "checklist-rule", rule = step.rule.clone())), account);
        if let Some((mark, at)) = marked {
            let said = texts.get(&format!("case-mark-{}", mark.name()));
            out.push(Tone::Dim, 2, &tr!(texts, "case-marked", mark = said, moment = cases::moment(at, texts)), account);
        }
        // What the files prove needs no instructions; that somebody left is not proven by a list.
        if !matches!(told, Verdict::Yes(_)) || step.check == Some(Check::HasLeft) {
            out.push(Tone::Plain, 2, &texts.get(&format!("step-{}-{}-how", list.id, step.id)), None);
            if let Some(link) = &step.link {
                out.push(Tone::Dim, 2, &tr!(texts, "checklist-link", link = link.clone()), None);
            }
        }
    }

    fn shown(&self, shown: &Shown) -> String {
        let texts = self.texts();
        match shown {
            Shown::Cell(at, column) => self.in_report(*at, *column),
            Shown::Listed(cell) => self.in_list(cell.file, cell.row, cell.column),
            Shown::Account(account) => self.label(*account),
            Shown::Accounts(count) => tr!(texts, "verdict-accounts", count = *count),
            Shown::Day(day) => texts.date(*day),
        }
    }

    /// A cell of the report, with the name of its file where there are two.
    fn in_report(&self, at: FileRow, column: Option<usize>) -> String {
        let source = self.teller.company.file(at.file);
        let place = self.place(source, at.row, column);
        if self.teller.company.has_two_files() { format!("{} · {place}", file_name(&source.path)) } else { place }
    }

    /// A cell of a list, with the name of its file.
    fn in_list(&self, number: u32, row: u32, column: Option<u32>) -> String {
        let Some(source) = self.others.get(number as usize) else { return String::new() };
        format!("{} · {}", file_name(&source.path), self.place(source, row, column.map(|column| column as usize)))
    }

    fn place(&self, source: &Source, row: u32, column: Option<usize>) -> String {
        let texts = self.texts();
        let header = column.and_then(|index| source.columns.get(index)).map(|c| text::clean(&c.header).into_owned());
        match header {
            Some(header) => tr!(texts, "verdict-cell", row = row.to_string(), column = header),
            None => tr!(texts, "verdict-row", row = row.to_string()),
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell.of {
            Of::Report(file) => self.in_report(FileRow { file, row: cell.row }, cell.column.map(|column| column as usize)),
            Of::List(number) => self.in_list(number, cell.row, cell.column),
            Of::History(number) => {
                let path = self.history.get(number as usize).map_or("", |held| held.path.as_str());
                format!("{} · {}", file_name(path), tr!(self.texts(), "verdict-row", row = cell.row.to_string()))
            }
        }
    }
}
