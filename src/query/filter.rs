//! A query run over a company: which accounts are meant, and how well.

use chrono::NaiveDate;

use super::fuzzy::{near_score, score, tolerance, tolerance_beside};
use super::index::{SearchIndex, letter, letters};
use super::parse::{Presence, Query, Term, code_in_two, words_of};
use super::when::When;
use crate::faults;
use crate::model::{Account, Company, Gravity, Problem, Skill, SkillType};
use crate::text;

/// An account that a filter lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Number of the account.
    pub account: u32,
    /// How well the plain words match; 0 without any.
    pub score: i64,
}

/// A query made ready for a company: what it asks of skills is settled once per distinct skill.
pub struct Filter<'c> {
    company: &'c Company,
    index: &'c SearchIndex,
    as_of: NaiveDate,
    /// (negated, term)
    terms: Vec<(bool, Term)>,
    /// For each term: its letters, and which items it means (words and `skill:`), or which sets of areas (`competency:`,
    /// `for:`), or which values of a fact (`team:`).
    prepared: Vec<(u64, Vec<bool>)>,
    skill_terms: Vec<usize>,
    /// How many plain words are wanted.
    words: usize,
    /// Words may have a wrong letter.
    near: bool,
}

impl<'c> Filter<'c> {
    /// Makes a query ready.
    #[must_use]
    pub fn new(query: &Query, company: &'c Company, index: &'c SearchIndex, as_of: NaiveDate) -> Filter<'c> {
        let terms = with_codes(&query.terms, company);
        let prepared = terms.iter().map(|(_, term)| {
            let items: Vec<bool> = match term {
                Term::Word(word) | Term::Phrase(word) => company.items.iter().map(|item| item_holds(item, word)).collect(),
                Term::Skill(word) => company.items.iter().map(|item| item_is(item, word) || leads_to(word, item, as_of)).collect(),
                Term::SkillIs(word) => company.items.iter().map(|item| skill_key(item) == *word).collect(),
                Term::Competency(words) | Term::For(words, false) => {
                    index.sets(|shown, others| std::iter::once(shown).chain(others).any(|name| name.contains(words.as_str())))
                }
                Term::For(words, true) => index.sets(|shown, _| shown == words),
                // A mark alone is part of no word.
                Term::Fact(fact, Presence::Holds(part)) => index.fact_values(*fact, |words| !part.is_empty() && words.contains(part)),
                Term::Fact(fact, presence) => index.fact_values(*fact, |words| present(words, presence)),
                _ => Vec::new(),
            };
            let mask = match term {
                Term::Word(word) => letters(word),
                _ => 0,
            };
            (mask, items)
        });
        let prepared = prepared.collect();
        let skill_terms = (0..terms.len()).filter(|&i| !terms[i].0 && terms[i].1.is_of_skill()).collect();
        let words = query.words().len();
        Filter { company, index, as_of, terms, prepared, skill_terms, words, near: false }
    }

    /// How well an account matches; `None`: not.
    #[must_use]
    pub fn test(&self, number: u32) -> Option<i64> {
        let account = self.company.account(number);
        let mut total = 0;
        for (at, (negated, term)) in self.terms.iter().enumerate() {
            if term.is_of_skill() {
                if *negated && self.company.skills(number).iter().any(|s| self.skill_holds(at, s)) {
                    return None;
                }
                continue;
            }
            match (self.term(at, number, account), negated) {
                (Some(score), false) => total += score,
                (None, true) => {}
                _ => return None,
            }
        }
        // The conditions on skills meet in one skill.
        (self.skill_terms.is_empty() || self.company.skills(number).iter().any(|skill| self.meets(skill))).then_some(total)
    }

    /// Whether a skill meets every condition on skills; where there is none, each does.
    pub(super) fn meets(&self, skill: &Skill) -> bool {
        self.skill_terms.iter().all(|&at| self.skill_holds(at, skill))
    }

    /// Whether an account is among the hits for this skill: it meets the conditions on skills, or where there is none, a
    /// plain word means it.
    pub(super) fn finds(&self, skill: &Skill) -> bool {
        if self.skill_terms.is_empty() { self.words_for(skill) > 0 } else { self.meets(skill) }
    }

    /// How many of the plain words that are wanted mean a skill.
    fn words_for(&self, skill: &Skill) -> usize {
        let wanted = |at: &usize| matches!(&self.terms[*at], (false, Term::Word(_) | Term::Phrase(_)));
        (0..self.terms.len()).filter(wanted).filter(|at| self.prepared[*at].1.get(skill.item as usize).copied().unwrap_or(false)).count()
    }

    /// The skill for which an account is among the hits. Of several the one that most words mean, then one that is valid,
    /// then the one that stays so longest, then the first in the file.
    #[must_use]
    pub fn found_skill(&self, number: u32) -> Option<usize> {
        let rank = |skill: &Skill| {
            let last = skill.expires.unwrap_or(NaiveDate::MAX);
            (self.words_for(skill), last >= self.as_of && skill.active != Some(false), last)
        };
        let found = self.company.skills(number).iter().enumerate().filter(|(_, skill)| self.finds(skill));
        found.max_by_key(|(place, skill)| (rank(skill), std::cmp::Reverse(*place))).map(|(place, _)| place)
    }

    /// Whether the query asks something of skills: by a field, or by a word that is a code (`az-104`).
    #[must_use]
    pub fn asks_for_skills(&self) -> bool {
        let is_code = |at: usize| match &self.terms[at] {
            (false, Term::Word(word)) => word.contains(|c: char| c.is_ascii_digit()) && self.prepared[at].1.contains(&true),
            _ => false,
        };
        !self.skill_terms.is_empty() || (0..self.terms.len()).any(is_code)
    }

    fn term(&self, at: usize, number: u32, account: &Account) -> Option<i64> {
        self.holds(&self.terms[at].1, at, number, account)
    }

    /// Whether a term, or one of those that it consists of, holds for an account, and how well.
    fn holds(&self, term: &Term, at: usize, number: u32, account: &Account) -> Option<i64> {
        let company = self.company;
        let yes = |holds: bool| holds.then_some(0);
        match term {
            Term::AnyOf(terms) => terms.iter().find_map(|term| self.holds(term, at, number, account)),
            Term::Word(word) => self.word(at, word, number, account),
            Term::Phrase(phrase) => yes(self.phrase_of_person(phrase, number, account) || self.holds_item(at, number)),
            Term::Name(presence) => yes(present(self.index.name(number), presence)),
            Term::Email(presence) => yes(present(self.index.email(number), presence)),
            Term::Mcid(presence) => yes(present(&text::fold(company.mcid(account)), presence)),
            Term::Pc(association) => yes(account.pc == *association),
            Term::Pmc(association) => yes(account.pmc == *association),
            Term::Skills(compare, bound) => yes(compare.holds(company.skills(number).len(), *bound)),
            Term::Counting(compare, bound) => {
                yes(company.counting_skills(number, self.as_of).is_some_and(|counting| compare.holds(counting, *bound)))
            }
            // What the table of users shows: what the file says, where it says anything.
            Term::For(words, whole) if self.index.says => yes(company.competencies(number, self.as_of).iter().any(|name| {
                let name = words_of(&text::fold(name));
                if *whole { name == *words } else { name.contains(words.as_str()) }
            })),
            Term::For(..) => yes(company.skills(number).iter().any(|skill| self.is_in_set(at, skill))),
            Term::Fact(fact, _) => yes(self.prepared[at].1.get(self.index.facts.number(*fact, number)).copied().unwrap_or(false)),
            Term::Technical(said) => yes(self.index.facts.technical(number) == *said),
            Term::Problem(None) => yes(self.has_open_problem(number)),
            Term::Problem(Some(problem)) => yes(self.has_problem(number, *problem)),
            Term::NoProblem => yes(!Problem::ALL.into_iter().any(|problem| self.has_problem(number, problem))),
            Term::Severity(gravity) => yes(self.has_problem_of(number, *gravity)),
            _ => None,
        }
    }

    /// Whether an account has a kind of finding: as far as the file alone tells, where nothing was found otherwise.
    pub(super) fn has_problem(&self, number: u32, problem: Problem) -> bool {
        match &self.index.findings {
            Some(findings) => findings.has(number, problem),
            None => problem.holds(self.company, number, self.as_of),
        }
    }

    fn has_open_problem(&self, number: u32) -> bool {
        match &self.index.findings {
            Some(findings) => findings.is_open(number),
            None => Problem::any(self.company, number, self.as_of),
        }
    }

    fn has_problem_of(&self, number: u32, gravity: Gravity) -> bool {
        match &self.index.findings {
            Some(findings) => findings.has_of(number, gravity),
            None => Problem::ALL.into_iter().filter(|p| p.gravity() == gravity).any(|p| p.holds(self.company, number, self.as_of)),
        }
    }

    /// A plain word: the best of the person and the skills.
    fn word(&self, at: usize, word: &str, number: u32, account: &Account) -> Option<i64> {
        self.holds_item(at, number).then_some(500).max(self.word_of_person(at, word, number, account))
    }

    /// A plain word in name, address and MCID. The domain of an address is the same for most and is only searched for
    /// whole parts.
    fn word_of_person(&self, at: usize, word: &str, number: u32, account: &Account) -> Option<i64> {
        let mut best = None;
        let mask = self.prepared[at].0;
        if self.index.letters[number as usize] & mask == mask {
            let email = self.index.email(number);
            let local = email.split_once('@').map_or(email, |(local, _)| local);
            let whole_part = || (word.len() > 2 && email.contains(word)).then_some(400);
            let mcid = || self.company.mcid(account).contains(word).then_some(900);
            best = score(self.index.name(number), word).map(|s| s + 50).max(score(local, word)).max(whole_part()).max(mcid());
        }
        // Who is not wanted is so as it was typed: a word turned round is not taken loosely.
        let near = self.near && !self.terms[at].0;
        let others = self.words > 1;
        // Each letter that stands nowhere is a wrong one.
        let wrong = || word.bytes().filter(|b| letter(*b) & self.index.letters[number as usize] == 0);
        if best.is_none() && near && wrong().count() <= tolerance_beside(word, others) {
            let email = self.index.email(number);
            let local = email.split_once('@').map_or(email, |(local, _)| local);
            best = near_score(self.index.name(number), word, others).max(near_score(local, word, others));
        }
        best
    }

    fn phrase_of_person(&self, phrase: &str, number: u32, account: &Account) -> bool {
        [self.index.name(number), self.index.email(number), self.company.mcid(account)].iter().any(|key| key.contains(phrase))
    }

    /// Whether a plain word found an account by what it holds alone: nothing of the person shows why it is there.
    #[must_use]
    pub fn is_found_by_skill(&self, number: u32) -> bool {
        /// Shorter words are being typed, as a rule.
        const LETTERS: usize = 3;
        let account = self.company.account(number);
        (0..self.terms.len()).any(|at| match &self.terms[at] {
            (false, Term::Word(word)) if word.len() >= LETTERS => {
                self.holds_item(at, number) && self.word_of_person(at, word, number, account).is_none()
            }
            (false, Term::Phrase(phrase)) if phrase.len() >= LETTERS => {
                self.holds_item(at, number) && !self.phrase_of_person(phrase, number, account)
            }
            _ => false,
        })
    }

    /// The same filter, with words that may have a wrong letter or two; `None` when no word is long enough for that.
    fn tolerant(&self) -> Option<Filter<'c>> {
        let may_be_wrong = |(negated, term): &(bool, Term)| !negated && matches!(term, Term::Word(word) if tolerance(word) > 0);
        let near = self.terms.iter().any(may_be_wrong);
        near.then(|| {
            let (terms, prepared) = (self.terms.clone(), self.prepared.clone());
            Filter { terms, prepared, skill_terms: self.skill_terms.clone(), near: true, ..*self }
        })
    }

    fn holds_item(&self, at: usize, number: u32) -> bool {
        let items = &self.prepared[at].1;
        self.company.skills(number).iter().any(|s| items.get(s.item as usize).copied().unwrap_or(false))
    }

    /// Whether a skill counts, by the rules, for one of the areas that a term means.
    fn is_in_set(&self, at: usize, skill: &Skill) -> bool {
        self.prepared[at].1.get(self.index.areas.set_of(skill)).copied().unwrap_or(false)
    }

    fn skill_holds(&self, at: usize, skill: &Skill) -> bool {
        self.holds_of(&self.terms[at].1, at, skill)
    }

    fn holds_of(&self, term: &Term, at: usize, skill: &Skill) -> bool {
        let company = self.company;
        match term {
            Term::AnyOf(terms) => terms.iter().any(|term| self.holds_of(term, at, skill)),
            Term::Skill(_) | Term::SkillIs(_) => self.prepared[at].1.get(skill.item as usize).copied().unwrap_or(false),
            Term::Type(kind) => company.item(skill).kind == *kind,
            Term::Status(status) => {
                let expired = skill.expires.is_some_and(|last| last < self.as_of);
                let inactive = skill.active == Some(false);
                match *status {
                    "active" => !expired && !inactive,
                    "expired" => expired,
                    _ => inactive,
                }
            }
            Term::Earned(when) => within(skill.earned, *when),
            Term::Expires(when) => within(skill.expires, *when),
            Term::Competency(words) => {
                let says = |entries: &[String]| entries.iter().any(|e| words_of(&text::fold(e)).contains(words.as_str()));
                self.is_in_set(at, skill) || company.counts_for(skill).is_some_and(says)
            }
            Term::Relevant(wanted) => company.counts_for(skill).is_some_and(|entries| entries.is_empty() != *wanted),
            _ => false,
        }
    }
}

/// The terms, with a code that was typed with a blank (`az 104`) as one word, where somebody holds such a skill: else
/// `104` would be found in any MCID.
fn with_codes(terms: &[(bool, Term)], company: &Company) -> Vec<(bool, Term)> {
    let mut out: Vec<(bool, Term)> = Vec::with_capacity(terms.len());
    for (negated, term) in terms {
        if let (Some((false, Term::Word(first))), false, Term::Word(second)) = (out.last_mut(), *negated, term)
            && code_in_two(first, second)
        {
            let code = format!("{first}{second}");
            if company.items.iter().any(|item| code_starts(item, &code)) {
                *first = code;
                continue;
            }
        }
        out.push((*negated, term.clone()));
    }
    out
}

fn present(key: &str, presence: &Presence) -> bool {
    match presence {
        Presence::Any => !key.is_empty(),
        Presence::None => key.is_empty(),
        Presence::Holds(part) => key.contains(part.as_str()),
        Presence::Is(whole) if whole.starts_with('@') => key.ends_with(whole.as_str()),
        Presence::Is(whole) => key == whole,
    }
}

fn within(date: Option<NaiveDate>, when: When) -> bool {
    match (date, when) {
        (None, When::Never) => true,
        (Some(date), When::Between(from, to)) => from.is_none_or(|f| date >= f) && to.is_none_or(|t| date <= t),
        _ => false,
    }
}

/// Whether a plain word is part of a skill's code or of a word of its title.
fn item_holds(item: &crate::model::Item, word: &str) -> bool {
    if code_starts(item, word) {
        return true;
    }
    let starts = |title: &str| text::fold(title).split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
    item.id.as_deref().is_some_and(|id| text::fold(id).starts_with(word))
        || word.len() > 2 && starts(&item.title)
        || text::fold(&item.title).contains(word) && word.contains(' ')
}

/// Whether a code begins with the word, hyphens and blanks aside: `az104` is `AZ-104`. A code has letters or digits of
/// both kinds; a word of one or two letters means no code.
fn code_starts(item: &crate::model::Item, word: &str) -> bool {
    let plain = |s: &str| text::fold(s).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let wanted = plain(word);
    wanted.len() > 2 && item.id.as_deref().is_some_and(|id| plain(id).starts_with(&wanted))
}

/// Whether `skill:` means it: its id, or part of its title, hyphens and blanks being the same.
fn item_is(item: &crate::model::Item, word: &str) -> bool {
    let id = item.id.as_deref().map(text::fold).unwrap_or_default();
    let plain = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    id == word || !id.is_empty() && plain(&id) == plain(word) || id.starts_with(word) && item.kind != SkillType::Exam || {
        let wanted = words_of(word);
        !wanted.is_empty() && [&item.title, &item.printed].iter().any(|t| words_of(&text::fold(t)).contains(&wanted))
    }
}

/// Whether a word is the whole code of an exam that leads to a certification on the day: many are listed with that alone.
/// An exam that can be taken no more leads nowhere: the certification may rest on the one that came after it.
fn leads_to(word: &str, item: &crate::model::Item, as_of: NaiveDate) -> bool {
    let plain = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut exams = item.exams.iter().filter(|(_, last)| last.is_none_or(|last| as_of <= last));
    exams.any(|(code, _)| plain(&text::fold(code)) == plain(word))
}

/// What `skill:=` compares with: the id, else the title, folded.
pub(super) fn skill_key(item: &crate::model::Item) -> String {
    let key = item.id.as_deref().filter(|id| !id.is_empty()).unwrap_or(&item.title);
    text::trim(&text::fold(key)).to_owned()
}

/// What a filter found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The accounts, in their order.
    pub hits: Vec<Hit>,
    /// Nobody matches as it was typed; these come close.
    pub near: bool,
}

/// Few enough accounts for one thread.
const SMALL: usize = 8_192;

/// Runs a query over all accounts, or over `among` (sorted hits of a wider query). When it finds nobody, names that come
/// close are looked for among all. `stop` is asked now and then; `None` when it said so. Hits come in the order of the
/// accounts.
#[must_use]
pub fn run(filter: &Filter<'_>, among: Option<&[u32]>, stop: &(dyn Fn() -> bool + Sync)) -> Option<Found> {
    let hits = test_all(filter, among, stop)?;
    let tolerant = if hits.is_empty() { filter.tolerant() } else { None };
    let Some(tolerant) = tolerant else { return Some(Found { hits, near: false }) };
    let hits = test_all(&tolerant, None, stop)?;
    Some(Found { near: !hits.is_empty(), hits })
}

fn test_all(filter: &Filter<'_>, among: Option<&[u32]>, stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Hit>> {
    let count = among.map_or(filter.company.accounts.len(), <[u32]>::len);
    let part = |range: std::ops::Range<usize>| {
        let mut hits = Vec::new();
        for at in range {
            if at % 1024 == 0 && stop() {
                return None;
            }
            let account = among.map_or_else(|| u32::try_from(at).unwrap_or(u32::MAX), |a| a[at]);
            if let Some(score) = filter.test(account) {
                hits.push(Hit { account, score });
            }
        }
        Some(hits)
    };
    if count <= SMALL {
        return part(0..count);
    }
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(8);
    let step = count.div_ceil(threads);
    let in_thread = |range| {
        if !filter.terms.is_empty() {
            faults::panic_if_asked("filter");
        }
        part(range)
    };
    std::thread::scope(|scope| {
        let part = &in_thread;
        let parts: Vec<_> = (0..threads).map(|t| scope.spawn(move || part((t * step).min(count)..((t + 1) * step).min(count)))).collect();
        let mut all = Vec::new();
        for handle in parts {
            // A panic is no wish to stop: whoever asked must hear of it.
            all.extend(handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Some(all)
    })
}

#[cfg(test)]
mod tests;
