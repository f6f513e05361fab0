//! Names, notes and grades of certainty in words.

use chrono::NaiveDate;

use super::{PageLine, Tone};
use crate::catalog::programmes::{Holds, Programmes};
use crate::catalog::{Status, catalog, words_in};
use crate::i18n::{Arg, Lang, Texts};
use crate::model::lists::Lists;
use crate::model::{Association, Company, FileRow, SkillType};
use crate::standing::{Caveats, EndsBy, Note, OptionStanding, Origin, Proof, Reason, RulesUsed, SkillRef, Standing};
use crate::{text, tr};

/// How certain something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Proven by the file.
    Proven,
    /// The same, but something is open about people it counts.
    Reserved,
    /// Depends on what the user entered.
    Entered,
    /// Cannot be told; the key of the reason.
    CannotTell(&'static str),
}

impl Certainty {
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Certainty::Proven => texts.get("standing-grade-proven"),
            Certainty::Reserved => texts.get("standing-grade-reserved"),
            Certainty::Entered => texts.get("standing-grade-entered"),
            // The numbers are there; what is not certain is that these rules hold.
            Certainty::CannotTell("historic") => texts.get("standing-grade-historic"),
            Certainty::CannotTell(why) => {
                tr!(texts, "standing-grade-cannot-tell", why = texts.get(&format!("standing-why-{why}")))
            }
        }
    }

    /// How much is open: the least certain has the last word.
    pub fn doubt(self) -> u8 {
        match self {
            Certainty::Proven => 0,
            Certainty::Reserved => 1,
            Certainty::Entered => 2,
            Certainty::CannotTell(_) => 3,
        }
    }

    /// What the rules and the notes alone say of it.
    pub fn of(company: &Company, rules: &RulesUsed, notes: &[Note]) -> Certainty {
        let has = |caveat: Caveats| notes.iter().any(|n| matches!(n, Note::Caveat(c, _) if *c == caveat));
        let open = [Caveats::ASSOCIATION_CONTRADICTORY, Caveats::INFERRED, Caveats::EXPIRY_NOT_SAID, Caveats::RETIREMENT_UNKNOWN];
        if rules.historic {
            Certainty::CannotTell("historic")
        } else if notes.contains(&Note::SkillsNotNamed) {
            Certainty::CannotTell("skills-not-named")
        } else if rules.entered || has(Caveats::TICKED) || has(Caveats::PMC_ONLY) {
            Certainty::Entered
        } else if open.into_iter().any(has) || says_associations(company) && has(Caveats::ASSOCIATION_NOT_SAID) {
            Certainty::Reserved
        } else {
            Certainty::Proven
        }
    }
}

/// What an option is called; a rule of one's own has no name but its number.
#[must_use]
pub fn option_name(option: &OptionStanding, texts: &Texts) -> String {
    if option.rules.entered && option.name == option.id {
        return tr!(texts, "standing-own-rule", id = text::clean(&option.id).into_owned());
    }
    text::clean(&option.name).into_owned()
}

/// A whole file without associations lists the people who are linked to the company: nothing is open about them (R15).
fn says_associations(company: &Company) -> bool {
    company.accounts.iter().any(|a| a.pc != Association::NotSaid)
}

/// Tells of one standing, line by line.
pub(super) struct Teller<'a> {
    pub company: &'a Company,
    pub programmes: &'a Programmes,
    /// What other files say beside it.
    pub lists: Option<&'a Lists>,
    pub standing: &'a Standing,
    pub texts: &'a Texts,
    pub lines: Vec<PageLine>,
}

impl Teller<'_> {
    /// A line, cleaned.
    pub fn push(&mut self, tone: Tone, indent: u8, said: &str) {
        self.about(tone, indent, said, None);
    }

    /// A line that speaks of an account.
    pub fn about(&mut self, tone: Tone, indent: u8, said: &str, account: Option<u32>) {
        self.lines.push(PageLine { tone, indent, text: text::clean(said).into_owned(), account, step: None });
    }

    /// A message as a line.
    pub fn line(&mut self, tone: Tone, indent: u8, key: &str, args: &[(&str, Arg<'_>)]) {
        let said = self.texts.with(key, args);
        self.push(tone, indent, &said);
    }

    /// A heading, set off from what is before it.
    pub fn heading(&mut self, said: &str) {
        if !self.lines.is_empty() {
            self.lines.push(PageLine::default());
        }
        self.push(Tone::Heading, 0, said);
    }

    pub fn date(&self, day: NaiveDate) -> String {
        self.texts.date(day)
    }

    /// What a person is called by.
    pub fn person(&self, person: u32) -> String {
        let account = self.account_of(person);
        self.company.label(self.company.account(account))
    }

    pub fn account_of(&self, person: u32) -> u32 {
        self.company.accounts_of(person).first().copied().unwrap_or(0)
    }

    /// Several people by name.
    pub fn people(&self, people: impl IntoIterator<Item = u32>) -> String {
        people.into_iter().map(|person| self.person(person)).collect::<Vec<_>>().join(", ")
    }

    fn skill_name(&self, skill: SkillRef) -> Option<String> {
        skill.of(self.company).map(|skill| self.company.item(skill).short_name().to_owned())
    }

    /// What a proof rests on: the credential, by its short name.
    pub fn proof_name(&self, proof: &Proof) -> String {
        let listed = match proof.origin {
            Origin::Listed(skill) => self.skill_name(skill),
            Origin::Inferred(_) | Origin::Ticked => None,
        };
        listed.unwrap_or_else(|| credential(self.standing.credential_id(proof.credential)))
    }

    /// A proof: what, until when, where it stands.
    pub fn proof(&self, proof: &Proof) -> String {
        let texts = self.texts;
        let mut parts = vec![self.proof_name(proof)];
        parts.push(match proof.until {
            Some(day) => tr!(texts, "standing-holder-until", date = self.date(day), by = proof.ends_by.key()),
            None => texts.get("standing-holder-no-end"),
        });
        match proof.origin {
            Origin::Listed(_) => {
                parts.extend(proof.line(self.company).map(|row| tr!(texts, "standing-holder-row", row = self.company.row_label(row))))
            }
            Origin::Inferred(number) => {
                if let Some(inference) = self.standing.inferences.get(number as usize) {
                    let exams: Vec<String> = inference.exams.iter().filter_map(|exam| self.skill_name(*exam)).collect();
                    let lines = inference.exams.iter().filter_map(|exam| exam.of(self.company)).map(|s| self.company.line(s));
                    let rows: Vec<FileRow> = lines.collect();
                    let (count, rows) = (rows.len(), self.company.row_labels(&rows, rows.len()));
                    parts.push(tr!(texts, "standing-holder-inferred", exams = exams.join(", "), count = count, rows = rows));
                }
            }
            Origin::Ticked => {}
        }
        parts.extend(self.open(proof).map(|c| texts.get(&format!("standing-caveat-{}", c.key()))));
        // A report need not name the skill.
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// What is open about a proof by itself: that it was inferred is said with the exams, and what holds for everybody of
    /// the file in the notes.
    pub fn open(&self, proof: &Proof) -> impl Iterator<Item = &'static Caveats> {
        let says_associations = says_associations(self.company);
        let caveats = proof.caveats;
        Caveats::ALL.iter().filter(move |caveat| {
            let of_all = **caveat == Caveats::ASSOCIATION_NOT_SAID && !says_associations;
            caveats.has(**caveat) && **caveat != Caveats::INFERRED && !of_all
        })
    }

    /// What each of some people must hold.
    pub fn holds(&self, holds: &Holds) -> String {
        let texts = self.texts;
        let names = |ids: &[String], between: &str| ids.iter().map(|id| credential(id)).collect::<Vec<_>>().join(between);
        let lists = |lists: &[Vec<String>], between: &str| lists.iter().map(|l| names(l, between)).collect::<Vec<_>>().join("; ");
        let mut parts = Vec::new();
        if !holds.any_of.is_empty() {
            parts.push(tr!(texts, "standing-holds-any-of", count = holds.any_of.len(), names = names(&holds.any_of, ", ")));
        }
        if !holds.all_of.is_empty() {
            parts.push(tr!(texts, "standing-holds-all-of", count = holds.all_of.len(), names = names(&holds.all_of, ", ")));
        }
        if !holds.any_set_of.is_empty() {
            let sets = lists(&holds.any_set_of, " + ");
            parts.push(tr!(texts, "standing-holds-any-set-of", count = holds.any_set_of.len(), names = sets));
        }
        if !holds.one_from_each.is_empty() {
            parts.push(tr!(texts, "standing-holds-one-from-each", names = lists(&holds.one_from_each, ", ")));
        }
        if let Some(name) = &holds.relevant_for {
            parts.push(tr!(texts, "standing-holds-relevant-for", name = name.clone()));
        }
        parts.join(&texts.get("standing-holds-and"))
    }

    /// The notes that are worth saying on a page.
    pub fn notes(&mut self, notes: &[Note]) {
        let mut said: Vec<String> = Vec::new();
        for note in notes {
            let words = note_words(note, self.texts);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        if !said.is_empty() {
            let heading = self.texts.get("standing-notes");
            self.heading(&heading);
            said.iter().for_each(|words| self.push(Tone::Warn, 1, words));
        }
    }
}

/// The short name of a credential: an exam by its code.
pub(super) fn credential(id: &str) -> String {
    match catalog().by_id(id) {
        Some(known) if known.kind != SkillType::Exam => known.short_title.clone(),
        Some(known) => known.id.clone(),
        None => id.to_owned(),
    }
}

/// Which plural points take: singular for 1 alone in English, below 2 in French.
pub(super) fn plural(points: f64, texts: &Texts) -> u8 {
    let singular = if texts.lang() == Lang::Fr { points < 2.0 } else { points == 1.0 };
    if singular { 1 } else { 2 }
}

/// Whether a credential can still be earned on a day.
pub(super) fn can_be_earned(id: &str, day: NaiveDate) -> bool {
    let known = catalog().by_id(id);
    known.is_none_or(|c| c.retired.map_or(c.status != Status::Retired, |last| day <= last))
}

/// A note in words.
#[must_use]
pub fn note_words(note: &Note, texts: &Texts) -> String {
    let said = match note {
        Note::Caveat(caveat, people) => {
            tr!(texts, &format!("standing-people-{}", caveat.key()), count = *people)
        }
        Note::Ambiguous(path, words) => tr!(texts, "standing-note-ambiguous", path = path.clone(), text = words_in(words, texts.lang())),
        Note::RetirementUnknown(id) => tr!(texts, "standing-note-retirement-unknown", name = credential(id)),
        Note::External(id) => tr!(texts, "standing-note-external", name = credential(id)),
        Note::GateOutOfOrder(path) => tr!(texts, "standing-note-gate-out-of-order", path = path.clone()),
        Note::Remark(words) => tr!(texts, "standing-note-remark", text = words_in(words, texts.lang())),
        other => texts.get(&format!("standing-note-{}", other.key())),
    };
    text::clean(&said).into_owned()
}

/// Why a skill does or does not count, in words.
#[must_use]
pub fn reason_words(reason: Reason, texts: &Texts) -> String {
    let key = format!("standing-reason-{}", reason.key());
    let on = |day: NaiveDate| texts.with(&key, &[("date", Arg::from(texts.date(day)))]);
    match reason {
        Reason::Counts { until: Some(day), .. } => tr!(texts, "standing-reason-counts-until", date = texts.date(day)),
        Reason::Expired(day) | Reason::Retired(day) => on(day),
        Reason::NotAssociated { pmc: true } => texts.get("standing-reason-pmc-only"),
        _ => texts.get(&key),
    }
}

/// Why something ends, in words.
pub(super) fn ends_words(ends: EndsBy, texts: &Texts) -> String {
    texts.get(&format!("standing-ends-{}", ends.key()))
}
