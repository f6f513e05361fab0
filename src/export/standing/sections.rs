//! The parts that pages have in common: people, what ends, pairs, rules.

use super::entries::last_safe_day;
use super::words::{Certainty, Teller, can_be_earned, credential, ends_words};
use super::{PageLine, Tone};
use crate::catalog::catalog;
use crate::catalog::programmes::Confidence;
use crate::i18n::Arg;
use crate::standing::{Break, Caveats, Holders, Index, Lacks, Nearly, Rules, RulesUsed, lacking};
use crate::tr;

/// So many of those who nearly meet something are named; the others are counted.
const MOST_NEARLY: usize = 30;

impl Teller<'_> {
    /// The answer with its grade of certainty.
    pub fn answer(&mut self, tone: Tone, answer: &str, certainty: Certainty) {
        let grade = certainty.words(self.texts);
        let said = tr!(self.texts, "standing-answer", answer = answer, grade = grade);
        self.push(tone, 0, &said);
    }

    /// Until when it is safe, who ends it, and by when somebody has to act. `left`: points afterwards; `loses`: it has not all
    /// points, so that it is not called safe.
    pub fn until(&mut self, until: Option<&Break>, left: Option<f64>, loses: bool) {
        let texts = self.texts;
        let Some(first) = until else {
            return match loses {
                true => self.line(Tone::Plain, 0, "standing-loses-nothing", &[]),
                false => self.line(Tone::Good, 0, "standing-safe", &[]),
            };
        };
        let last = last_safe_day(first).unwrap_or(first.on);
        let mut people: Vec<u32> = first.breakers.iter().map(|b| b.person).collect();
        people.dedup();
        let names = self.people(people.iter().copied());
        let count = first.breakers.len();
        let said = match loses {
            true => tr!(texts, "standing-loses-on", date = self.date(first.on), count = count, names = names),
            false => tr!(texts, "standing-safe-until", date = self.date(last), count = count, names = names),
        };
        self.push(Tone::Warn, 0, &said);
        for breaker in &first.breakers {
            let until = breaker.proof.until.map_or_else(String::new, |day| self.date(day));
            let ends = format!("{} {until}", ends_words(breaker.proof.ends_by, texts));
            let parts = [self.person(breaker.person), self.proof_name(&breaker.proof), ends.trim().to_owned()];
            self.about(Tone::Plain, 1, &parts.join(" · "), Some(breaker.proof.account));
        }
        let passed = first.renew_by < self.standing.as_of;
        let passed_word = if passed { "yes" } else { "no" };
        let said = tr!(texts, "standing-renew-by", date = self.date(first.renew_by), last = self.date(last), passed = passed_word);
        self.push(if passed { Tone::Bad } else { Tone::Warn }, 1, &said);
        if let Some(left) = left {
            let said = tr!(texts, "standing-points-left", points = texts.decimal(left), date = self.date(first.on));
            self.push(Tone::Plain, 1, &said);
        }
    }

    /// Everybody who meets a requirement, whole however many there are.
    pub fn holders(&mut self, holders: &Holders) {
        // Whoever ends first comes first: what has to be renewed next is read from above.
        let mut list: Vec<_> = holders.list().iter().collect();
        list.sort_by_key(|holder| holder.until.unwrap_or(chrono::NaiveDate::MAX));
        for holder in list {
            let name = self.person(holder.person);
            for (at, proof) in holders.proofs(holder).iter().enumerate() {
                // Of somebody with several certificates the name stands once.
                let said = self.proof(proof);
                let said = if at == 0 { format!("{name} · {said}") } else { format!("+ {said}") };
                let indent = if at == 0 { 1 } else { 2 };
                let is_open = proof.caveats.has(Caveats::INFERRED) || self.open(proof).next().is_some();
                let tone = if is_open { Tone::Warn } else { Tone::Plain };
                self.about(tone, indent, &said, Some(proof.account));
            }
            if holders.proofs(holder).is_empty() {
                self.about(Tone::Plain, 1, &name, Some(self.account_of(holder.person)));
            }
        }
    }

    /// Who nearly meets it, the cheapest first, and what is missing.
    pub fn nearly(&mut self, nearly: &[Nearly], path: &str, used: &RulesUsed) {
        if nearly.is_empty() {
            return;
        }
        self.line(Tone::Plain, 1, "standing-nearly", &[]);
        let shown = &nearly[..nearly.len().min(MOST_NEARLY)];
        let mut missing = Missing::default();
        for one in shown {
            let name = self.person(one.person);
            let (said, account) = match one.lacks {
                Lacks::Association { account } => (tr!(self.texts, "standing-lacks-association", name = name), account),
                Lacks::Lapsed { credential: number, account } => {
                    let id = self.standing.credential_id(number);
                    let key = if can_be_earned(id, self.standing.as_of) { "standing-lacks-lapsed" } else { "standing-lacks-withdrawn" };
                    (self.texts.with(key, &[("name", Arg::from(name)), ("what", Arg::from(credential(id)))]), account)
                }
                Lacks::One => {
                    let what = missing.of(self, used, path, one.person);
                    let said = match what {
                        Some(ids) => {
                            let names: Vec<String> = ids.iter().map(|id| credential(id)).collect();
                            tr!(self.texts, "standing-lacks-one-of", name = name, count = names.len(), what = names.join(", "))
                        }
                        None => tr!(self.texts, "standing-lacks-one", name = name),
                    };
                    (said, self.account_of(one.person))
                }
            };
            self.about(Tone::Plain, 2, &said, Some(account));
        }
        if nearly.len() > shown.len() {
            self.line(Tone::Dim, 2, "standing-nearly-more", &[("count", Arg::from(nearly.len() - shown.len()))]);
        }
    }

    /// People who may be one (R14), and what that changes.
    pub fn pairs(&mut self, changes: &[String]) {
        if changes.is_empty() {
            return;
        }
        let heading = self.texts.get("standing-pairs");
        self.heading(&heading);
        for (a, b) in &self.standing.question().suspected {
            let accounts = [*a, *b].map(|person| self.with_id(self.account_of(person)));
            self.about(Tone::Plain, 1, &accounts.join(" = "), Some(self.account_of(*a)));
        }
        changes.iter().for_each(|said| self.push(Tone::Warn, 1, said));
    }

    /// By which rules: id, time, confidence, sources written out, rules of the programme.
    pub fn rules(&mut self, used: &RulesUsed, of_program: &str) {
        let texts = self.texts;
        let heading = texts.get("standing-rules");
        self.heading(&heading);
        let period = match (used.from, used.to) {
            (Some(from), Some(to)) => tr!(texts, "catalog-period-between", from = self.date(from), to = self.date(to)),
            (Some(from), None) => tr!(texts, "catalog-period-from", from = self.date(from)),
            (None, Some(to)) => tr!(texts, "catalog-period-to", to = self.date(to)),
            (None, None) => texts.get("catalog-period-none"),
        };
        let confidence = match used.confidence {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        };
        let confidence = tr!(texts, "catalog-confidence", word = texts.get(&format!("catalog-confidence-{confidence}")));
        let mut parts = vec![tr!(texts, "standing-rules-id", id = used.id.clone()), period, confidence];
        if used.historic {
            parts.push(texts.get("standing-rules-historic"));
        }
        if used.by_hand {
            parts.push(texts.get("standing-rules-by-hand"));
        }
        if used.entered {
            parts.push(texts.get("standing-rules-entered"));
        }
        self.push(Tone::Dim, 1, &parts.join(" · "));
        for key in &used.sources {
            let source = self.programmes.sources.get(key);
            let parts = source.map(|s| [s.title.clone(), s.place.clone(), s.date.clone()]).unwrap_or_default();
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty() && part != key).collect();
            let said = tr!(texts, "standing-source", key = key.clone(), text = parts.join(" · "));
            self.push(Tone::Dim, 1, said.trim_end());
        }
        let said = tr!(texts, "standing-program-rules", rules = of_program);
        self.push(Tone::Dim, 1, &said);
    }

    /// The parts of a page, without what is empty at its ends.
    pub fn whole(self) -> Vec<PageLine> {
        self.lines
    }
}

/// What single people lack, computed when the first of them is asked about.
#[derive(Default)]
struct Missing {
    index: Option<Index>,
}

impl Missing {
    /// Ids of which one is missing; `None` where it is not one thing.
    fn of(&mut self, teller: &Teller<'_>, used: &RulesUsed, path: &str, person: u32) -> Option<Vec<String>> {
        let question = teller.standing.question();
        let rules = if used.by_hand {
            Rules::with_id(teller.programmes, question.as_of, &used.id)?
        } else {
            Rules::on(teller.programmes, question.as_of)
        };
        let index = self.index.get_or_insert_with(|| Index::new(teller.company, catalog(), &question.external));
        match lacking(teller.company, catalog(), index, &rules, question, path, person)?.as_slice() {
            [one] => {
                let left: Vec<String> = one.iter().filter(|id| can_be_earned(id, question.as_of)).cloned().collect();
                (!left.is_empty()).then_some(left)
            }
            _ => None,
        }
    }
}
