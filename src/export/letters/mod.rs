//! Letters to people: one for each, whatever the number of points, in their own language and in words for them. What stands
//! in them is theirs; of anybody else, not even of a second entry that may be theirs, neither address nor MCID.

mod forms;
mod lang;
mod merge;
mod pattern;
mod points;
mod problem;
mod recipient;
mod templates;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::diagnosis::{Code, Detail, Finding};
use crate::model::lists::{Beside, Facts};
use crate::model::{Company, Skill};
use crate::text;

pub(super) use forms::slug;
pub use forms::{MAILTO_ROOM, NoMailto, eml, file_names, mailto};
pub use lang::LetterLang;
pub use merge::{HEADINGS, table};
pub use problem::{TemplateProblem, Trouble};
pub use recipient::{Recipient, Whom, is_mailable};
pub use templates::{Holds, Templates, bundled};

use points::{Block, Point, Points, shown_skill};
use recipient::People;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What there is to settle, as far as the person can do something about it (R9).
    Settle,
    /// Their skills, to be confirmed (J4).
    Confirm,
    /// What can be renewed now (R12).
    Renewal,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Kind::Settle, Kind::Confirm, Kind::Renewal];

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Settle => "settle",
            Kind::Confirm => "confirm",
            Kind::Renewal => "renewal",
        }
    }
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is for.
    pub kind: Kind,
    /// To whom it goes.
    pub to: Recipient,
    /// Its language.
    pub lang: LetterLang,
    /// One line.
    pub subject: String,
    /// The text, lines ended by `\n`.
    pub text: String,
    /// The kinds of finding it is about, each once; none where it asks to confirm.
    pub points: Vec<Code>,
}

/// Which language a letter is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// All letters are in this one; `None`: each is in its reader's, as the lists name it, else in the report's.
    pub always: Option<LetterLang>,
    /// Where neither says one that letters are written in.
    pub otherwise: LetterLang,
}

/// Writes letters about one report.
pub struct Writer<'w> {
    company: &'w Company,
    people: People<'w>,
    templates: &'w Templates,
    as_of: NaiveDate,
    tongue: Tongue,
}

impl<'w> Writer<'w> {
    /// `beside`, `facts`: what lists say of the people; `as_of`: the day of the findings.
    #[must_use]
    pub fn new(
        company: &'w Company,
        beside: Option<Beside<'w>>,
        facts: &'w Facts,
        templates: &'w Templates,
        as_of: NaiveDate,
        tongue: Tongue,
    ) -> Writer<'w> {
        Writer { company, people: People::new(company, beside, facts), templates, as_of, tongue }
    }

    /// Every letter there is to write, one for each person: those of the report in its order, then those who are on a list
    /// alone. `findings`: all of them; `accounts`: who is meant, `None`: everybody.
    #[must_use]
    pub fn all(&self, kind: Kind, findings: &[Finding], accounts: Option<&[u32]>) -> Vec<Letter> {
        let mut of_account: Vec<Vec<&Finding>> = vec![Vec::new(); self.company.accounts.len()];
        for finding in findings {
            if let Some(list) = finding.account.and_then(|account| of_account.get_mut(account as usize)) {
                list.push(finding);
            }
        }
        let mut meant = vec![accounts.is_none(); self.company.people as usize];
        for account in accounts.into_iter().flatten() {
            if let Some(slot) = meant.get_mut(self.company.account(*account).person as usize) {
                *slot = true;
            }
        }
        let people = (0..self.company.people).filter(|person| meant.get(*person as usize).copied().unwrap_or(false));
        let of_report = people.flat_map(|person| {
            let numbers = self.company.accounts_of(person).iter();
            let findings: Vec<&Finding> = numbers.filter_map(|number| of_account.get(*number as usize)).flatten().copied().collect();
            self.of_person(kind, person, &findings)
        });
        let with_lists = kind == Kind::Settle && accounts.is_none();
        let of_lists = findings.iter().filter(|_| with_lists).filter_map(|finding| self.of_missing(finding));
        of_report.chain(of_lists).collect()
    }

    /// The letter to the person of an account; `None`: there is nothing to write to them about. `findings`: all of the
    /// company's, or those of the person.
    #[must_use]
    pub fn to_account(&self, kind: Kind, account: u32, findings: &[Finding]) -> Option<Letter> {
        let person = self.company.account(account).person;
        let is_of_person = |finding: &&Finding| finding.account.is_some_and(|number| self.company.account(number).person == person);
        let findings: Vec<&Finding> = findings.iter().filter(is_of_person).collect();
        let letters = self.of_person(kind, person, &findings);
        letters.into_iter().find(|letter| matches!(&letter.to.whom, Whom::Accounts(accounts) if accounts.contains(&account)))
    }

    /// The letter to somebody who is in no report (P4, J3); `None`: the finding is about somebody else, or the list says
    /// that they are not technical.
    #[must_use]
    pub fn to_missing(&self, finding: &Finding) -> Option<Letter> {
        self.of_missing(finding)
    }

    /// The people of some accounts, each with all accounts that are surely theirs: those of one mailbox that may be two
    /// people's are apart.
    #[must_use]
    pub fn recipients(&self, accounts: &[u32], findings: &[Finding]) -> Vec<Recipient> {
        let mut people: Vec<u32> = accounts.iter().map(|account| self.company.account(*account).person).collect();
        people.sort_unstable();
        people.dedup();
        let groups = people.into_iter().flat_map(|person| {
            let is_of_person = |finding: &&Finding| finding.account.is_some_and(|number| self.company.account(number).person == person);
            self.people.apart(person, &findings.iter().filter(is_of_person).collect::<Vec<_>>())
        });
        let meant = groups.filter(|group| group.iter().any(|account| accounts.contains(account)));
        meant.map(|group| self.people.of_accounts(&group)).collect()
    }

    /// Somebody who is in no report; `None`: the finding is about somebody else.
    #[must_use]
    pub fn recipient_of_missing(&self, finding: &Finding) -> Option<Recipient> {
        finding.missing().map(|missing| self.people.of_list(missing))
    }

    fn of_missing(&self, finding: &Finding) -> Option<Letter> {
        let to = self.people.of_list(finding.missing()?);
        if self.people.is_not_technical(&to.whom) {
            return None;
        }
        self.settle(to, &[finding])
    }

    /// Mostly one letter; one for each name where people seem to share a mailbox.
    fn of_person(&self, kind: Kind, person: u32, findings: &[&Finding]) -> Vec<Letter> {
        let groups = self.people.apart(person, findings);
        let letter = |accounts: &Vec<u32>| {
            let is_theirs = |finding: &&&Finding| finding.account.is_some_and(|account| accounts.contains(&account));
            let findings: Vec<&Finding> = findings.iter().filter(is_theirs).copied().collect();
            // Whose last day has passed by a list is not written to.
            if findings.iter().any(|finding| matches!(finding.detail, Detail::Left(Some(_)))) {
                return None;
            }
            match kind {
                Kind::Settle => self.settle(self.people.of_accounts(accounts), &findings),
                Kind::Confirm => self.confirm(self.people.of_accounts(accounts), accounts),
                Kind::Renewal => self.renewal(self.people.of_accounts(accounts), &findings),
            }
        };
        groups.iter().filter_map(letter).collect()
    }

    fn settle(&self, to: Recipient, findings: &[&Finding]) -> Option<Letter> {
        let mut sheet = Sheet::new(self, &to);
        let points = sheet.points(&to).of(findings);
        let mut open = points.iter().filter(|point| !point.blocks.is_empty()).peekable();
        open.peek()?;
        // Of whom nothing is expected, nothing is asked because nothing is there.
        if open.all(|point| point.code == Code::NoSkills) && self.people.is_not_technical(&to.whom) {
            return None;
        }
        let count = points.iter().filter(|point| !point.blocks.is_empty()).count();
        let subject = sheet.counted("settle.subject", count);
        sheet.opening("settle");
        sheet.situation(&points);
        let blocks = blocks(&points);
        if blocks.contains(&Block::Associate) {
            sheet.paragraph(&sheet.text("settle.only-you"));
        }
        sheet.what_to_do(&blocks);
        let codes = points.iter().map(|point| point.code).collect();
        Some(sheet.letter(Kind::Settle, to, &subject, codes))
    }

    fn confirm(&self, to: Recipient, accounts: &[u32]) -> Option<Letter> {
        let mut sheet = Sheet::new(self, &to);
        let mut skills: Vec<(&Skill, String)> = Vec::new();
        for skill in accounts.iter().flat_map(|account| self.company.skills(*account)) {
            let Some(name) = shown_skill(&self.company.item(skill).name_with_code()) else { continue };
            if !skills.iter().any(|(other, known)| *known == name && (other.earned, other.expires) == (skill.earned, skill.expires)) {
                skills.push((skill, name));
            }
        }
        if skills.is_empty() {
            return None;
        }
        // The newest first: that is what people remember.
        skills.sort_by_key(|(skill, _)| std::cmp::Reverse(skill.earned));
        sheet.opening("confirm");
        let items: Vec<String> = skills.iter().map(|(skill, name)| sheet.held(skill, name)).collect();
        sheet.bullets(&items);
        if !to.mcids.is_empty() {
            let mcids = [("mcid", sheet.lang.list(&to.mcids))];
            sheet.paragraph(&sheet.counted_with("confirm.mcid", to.mcids.len(), &mcids));
        }
        sheet.paragraph(&sheet.text("confirm.ask"));
        let asked = sheet.texts("confirm.send");
        sheet.list("frame.send-back", &asked);
        let subject = sheet.text("confirm.subject");
        Some(sheet.letter(Kind::Confirm, to, &subject, Vec::new()))
    }

    fn renewal(&self, to: Recipient, findings: &[&Finding]) -> Option<Letter> {
        let mut sheet = Sheet::new(self, &to);
        let expiring: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.code == Code::Expiring).collect();
        let last_day = |finding: &&Finding| if let Detail::LastDay(day) = finding.detail { Some(day) } else { None };
        let first = expiring.iter().filter_map(last_day).min()?;
        let point = sheet.points(&to).of(&expiring).into_iter().next()?;
        let mut items: Vec<(NaiveDate, String)> = expiring
            .iter()
            .filter_map(|finding| {
                let (day, skill) = (last_day(finding)?, points::skill_name(self.company, finding)?);
                Some((day, sheet.points(&to).item("renewal.item", &skill, day)))
            })
            .collect();
        items.sort();
        items.dedup();
        let date = [("date", sheet.lang.date(first))];
        let subject = sheet.counted_with("renewal.subject", items.len(), &date);
        sheet.paragraph(&sheet.counted("renewal.opening", items.len()));
        sheet.bullets(&items.into_iter().map(|(_, item)| item).collect::<Vec<_>>());
        sheet.paragraph(&sheet.text("renewal.after"));
        sheet.what_to_do(&point.blocks);
        Some(sheet.letter(Kind::Renewal, to, &subject, vec![Code::Expiring]))
    }

    fn lang(&self, whom: &Whom) -> LetterLang {
        let of_report = || self.company.file(0).locale.and_then(|tag| tag.parse().ok());
        self.tongue.always.or_else(|| self.people.language(whom)).or_else(of_report).unwrap_or(self.tongue.otherwise)
    }
}

/// What the points call for, each once, in their order.
fn blocks(points: &[Point]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in points.iter().flat_map(|point| &point.blocks) {
        if !blocks.contains(block) {
            blocks.push(*block);
        }
    }
    blocks
}

/// A letter while it is written.
struct Sheet<'s> {
    writer: &'s Writer<'s>,
    lang: LetterLang,
    values: Vec<(&'static str, String)>,
    lines: Vec<String>,
}

impl<'s> Sheet<'s> {
    fn new(writer: &'s Writer<'s>, to: &Recipient) -> Sheet<'s> {
        let lang = writer.lang(&to.whom);
        let named = writer.company.name.as_deref().map(|name| text::clean(name).trim().to_owned()).filter(|name| !name.is_empty());
        let company = named.unwrap_or_else(|| writer.templates.text(lang, "frame.company-unnamed", &[]));
        let day = writer.company.report_date.map(|(day, _)| lang.date(day)).unwrap_or_default();
        let values = vec![("name", to.name.clone()), ("company", company), ("report-date", day)];
        let mut sheet = Sheet { writer, lang, values, lines: Vec::new() };
        let greeting = sheet.text(if to.name.is_empty() { "frame.greeting-unnamed" } else { "frame.greeting" });
        sheet.paragraph(&greeting);
        sheet
    }

    fn text(&self, key: &str) -> String {
        self.writer.templates.text(self.lang, key, &self.values)
    }

    fn texts(&self, key: &str) -> Vec<String> {
        self.writer.templates.texts(self.lang, key, &self.values)
    }

    fn counted(&self, key: &str, count: usize) -> String {
        self.counted_with(key, count, &[])
    }

    fn counted_with(&self, key: &str, count: usize, more: &[(&'static str, String)]) -> String {
        let values: Vec<(&str, String)> = self.values.iter().chain(more).cloned().collect();
        self.writer.templates.counted(self.lang, key, count, &values)
    }

    fn points<'p>(&'p self, to: &'p Recipient) -> Points<'p> {
        Points { company: self.writer.company, templates: self.writer.templates, lang: self.lang, values: &self.values, to }
    }

    /// A skill with its days.
    fn held(&self, skill: &Skill, name: &str) -> String {
        let of = |key: &str, more: (&'static str, String)| {
            let values: Vec<(&str, String)> = self.values.iter().cloned().chain([more]).collect();
            self.writer.templates.text(self.lang, key, &values)
        };
        let dated = |key: &str, day: NaiveDate| of(key, ("date", self.lang.date(day)));
        let earned = skill.earned.map(|day| dated("confirm.item-earned", day)).unwrap_or_default();
        let until = skill.expires.map(|day| dated(if day < self.writer.as_of { "confirm.item-ended" } else { "confirm.item-until" }, day));
        format!("{}{earned}{}", of("confirm.item", ("skill", name.to_owned())), until.unwrap_or_default())
    }

    fn paragraph(&mut self, said: &str) {
        self.lines.extend([said.to_owned(), String::new()]);
    }

    fn opening(&mut self, kind: &str) {
        let dated = self.writer.company.report_date.is_some();
        let opening = self.text(&format!("{kind}.opening{}", if dated { "" } else { "-undated" }));
        self.paragraph(&opening);
    }

    fn bullets(&mut self, items: &[String]) {
        self.lines.extend(items.iter().map(|item| format!("- {item}")));
        self.lines.push(String::new());
    }

    /// A heading with its list; nothing where there is none.
    fn list(&mut self, heading: &str, items: &[String]) {
        if !items.is_empty() {
            self.lines.push(self.text(heading));
            self.bullets(items);
        }
    }

    fn situation(&mut self, points: &[Point]) {
        self.lines.push(self.text("frame.situation"));
        for point in points {
            self.lines.push(format!("- {}", point.says));
            self.lines.extend(point.items.iter().map(|item| format!("  - {item}")));
        }
        self.lines.push(String::new());
    }

    /// What to do step by step, how long it takes to show (R3), and what to send back.
    fn what_to_do(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.lines.push(self.text(&format!("{}.heading", block.key())));
            let steps = self.texts(&format!("{}.steps", block.key()));
            self.lines.extend((1..).zip(steps).map(|(number, step)| format!("{number}. {step}")));
            self.lines.push(String::new());
        }
        let each = |what: &str| -> Vec<String> {
            let mut all: Vec<String> = Vec::new();
            for said in blocks.iter().map(|block| self.text(&format!("{}.{what}", block.key()))).filter(|said| !said.trim().is_empty()) {
                if !all.contains(&said) {
                    all.push(said);
                }
            }
            all
        };
        let (waits, send) = (each("wait"), each("send"));
        self.list("frame.waits", &waits);
        self.list("frame.send-back", &send);
    }

    fn letter(mut self, kind: Kind, to: Recipient, subject: &str, points: Vec<Code>) -> Letter {
        let closing = self.text("frame.closing");
        self.paragraph(&closing);
        let signature = self.texts("frame.signature");
        self.lines.extend(signature);
        let text = self.lines.iter().flat_map(|line| line.split('\n')).map(clean_line).collect::<Vec<_>>().join("\n");
        let subject = text::clean(subject).split_whitespace().collect::<Vec<_>>().join(" ");
        Letter { kind, to, lang: self.lang, subject, text: format!("{}\n", text.trim_end()), points }
    }
}

/// A line of a letter, without what is not seen.
fn clean_line(line: &str) -> String {
    text::clean(line).trim_end().to_owned()
}
