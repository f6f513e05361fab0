//! What was entered from the portal in words: figures, the total of 100, and why points for people differ (R13).

use super::Tone;
use super::designations::{metric_name, word_of};
use super::words::{Certainty, Teller, plural};
use crate::i18n::{Arg, Texts};
use crate::standing::portal::{Beside, Category, Compared, Difference, Explained, Explanation, Total, Why};
use crate::standing::{DesignationStanding, MetricStanding, Origin, Proof, rounded};
use crate::tr;

/// Deployments
fn name(category: Category, texts: &Texts) -> String {
    texts.get(&format!("standing-category-{}", category.name()))
}

/// The same inside a sentence: deployments
fn names(categories: &[Category], texts: &Texts) -> String {
    let small = |said: String| {
        let mut letters = said.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    categories.iter().map(|category| small(name(*category, texts))).collect::<Vec<_>>().join(", ")
}

/// A number with its sign, even where it is more than zero.
fn signed(points: f64, texts: &Texts) -> String {
    let points = rounded(points);
    format!("{}{}", if points < 0.0 { "−" } else { "+" }, texts.decimal(points.abs()))
}

/// The total of the portal behind what is said of a designation, where it is known.
pub(super) fn with_total(state: String, of: &DesignationStanding, texts: &Texts) -> String {
    match of.portal.as_ref().and_then(|beside| beside.total.as_ref()?.points) {
        Some(points) => tr!(texts, "standing-state-portal", state = state, points = texts.decimal(points)),
        None => state,
    }
}

impl Teller<'_> {
    /// Marked as resting on what was entered.
    pub fn entered(&self, said: &str) -> String {
        tr!(self.texts, "standing-answer", answer = said, grade = Certainty::Entered.words(self.texts))
    }

    /// The section of a designation.
    pub fn portal(&mut self, of: &DesignationStanding) {
        let Some(beside) = &of.portal else { return };
        let texts = self.texts;
        let heading = tr!(texts, "standing-portal", date = self.date(beside.said.on));
        self.heading(&heading);
        match &beside.total {
            Some(total) => self.total(total),
            None => self.line(Tone::Dim, 1, "standing-portal-no-rules", &[]),
        }
        for category in Category::ALL {
            self.figure(of, beside, category);
        }
        for (at, (_, compared)) in beside.compared.iter().enumerate() {
            // What is said of both figures is said once.
            let is_said = beside.compared.iter().take(at).any(|(_, before)| before == compared);
            if !is_said {
                self.compared(of, beside, compared, true);
            }
        }
    }

    /// The same on the page of a metric: its figure and what differs.
    pub fn portal_of_metric(&mut self, of: &DesignationStanding, metric: &MetricStanding) {
        let Some(beside) = &of.portal else { return };
        let of_metric = |category: &Category| category.metric() == Some(metric.metric.as_str());
        let Some((category, compared)) = beside.compared.iter().find(|(category, _)| of_metric(category)) else { return };
        let heading = tr!(self.texts, "standing-portal", date = self.date(beside.said.on));
        self.heading(&heading);
        self.figure(of, beside, *category);
        self.compared(of, beside, compared, false);
    }

    /// The sum, and whether it is enough.
    fn total(&mut self, total: &Total) {
        let texts = self.texts;
        let said = match total.points {
            Some(points) => tr!(texts, "standing-portal-total", points = texts.decimal(points)),
            None => {
                let so_far = texts.decimal(total.so_far);
                tr!(texts, "standing-portal-open", missing = names(&total.missing, texts), so_far = so_far)
            }
        };
        let tone = match total.qualifies {
            Some(true) => Tone::Good,
            Some(false) => Tone::Bad,
            None => Tone::Warn,
        };
        let said = self.entered(&said);
        self.push(tone, 1, &said);
        let least = self.programmes.rules.min_total_points;
        let needed = || [("least", Arg::from(texts.decimal(least)))];
        match total.qualifies {
            Some(true) => self.line(Tone::Plain, 1, "standing-portal-enough", &needed()),
            None => self.line(Tone::Plain, 1, "standing-portal-unsettled", &needed()),
            Some(false) => {
                if !total.zero.is_empty() {
                    self.line(Tone::Plain, 1, "standing-portal-zero", &[("names", Arg::from(names(&total.zero, texts)))]);
                }
                match total.points {
                    Some(points) if points < least => self.line(Tone::Plain, 1, "standing-portal-too-few", &needed()),
                    None if total.zero.is_empty() => self.line(Tone::Plain, 1, "standing-portal-out-of-reach", &needed()),
                    _ => {}
                }
            }
        }
        // A second number where it says something else.
        if let Some(ours) = total.with_ours.filter(|ours| Some(*ours) != total.points) {
            let enough = if total.ours_qualifies == Some(true) { "yes" } else { "no" };
            let said = tr!(texts, "standing-portal-with-ours", points = texts.decimal(ours), enough = enough);
            self.push(Tone::Plain, 1, &said);
        }
    }

    /// A metric: the portal's figure, and ours where a report gives one.
    fn figure(&mut self, of: &DesignationStanding, beside: &Beside, category: Category) {
        let texts = self.texts;
        let most = beside.most.map(|most| category.most(&most)).filter(|most| *most > 0.0);
        let figure = beside.said.figure(category);
        // What a designation has no points for goes without saying.
        if figure.is_none() && beside.most.is_some() && most.is_none() {
            return;
        }
        let of_most = most.map_or_else(String::new, |most| tr!(texts, "standing-portal-most", most = texts.decimal(most)));
        let mut parts = vec![match figure {
            Some(points) => {
                let points = texts.decimal(points);
                tr!(texts, "standing-portal-figure", name = name(category, texts), points = points, most = of_most)
            }
            None => tr!(texts, "standing-portal-figure-missing", name = name(category, texts), most = of_most),
        }];
        let ours: Vec<&MetricStanding> = of.metrics.iter().filter(|m| Some(m.metric.as_str()) == category.metric()).collect();
        let is_same = beside.compared.iter().any(|(c, compared)| *c == category && matches!(compared, Compared::Same(_)));
        match ours.as_slice() {
            [] => {}
            _ if is_same => parts.push(texts.get("standing-portal-same")),
            ours => {
                let each = ours.iter().map(|m| match ours.len() {
                    1 => texts.decimal(m.points),
                    _ => {
                        tr!(texts, "standing-portal-of-track", track = word_of("track", &m.track, texts), points = texts.decimal(m.points))
                    }
                });
                let each = each.collect::<Vec<_>>().join(", ");
                parts.push(tr!(texts, "standing-portal-ours", points = each, date = self.date(self.standing.as_of)));
            }
        }
        let tone = if figure.is_some_and(|points| points <= 0.0) { Tone::Bad } else { Tone::Plain };
        self.push(tone, 1, &parts.join(" · "));
    }

    /// Whether we say the same; if not, why. `named`: the metric has to be named.
    fn compared(&mut self, of: &DesignationStanding, beside: &Beside, compared: &Compared, named: bool) {
        let as_of = self.date(self.standing.as_of);
        match compared {
            Compared::Same(_) => {}
            Compared::Later => self.line(Tone::Warn, 1, "standing-portal-later", &[("date", Arg::from(as_of))]),
            Compared::WhichTrack => self.line(Tone::Warn, 1, "standing-portal-which-track", &[]),
            // That there are no rules is said above.
            Compared::NotThere if beside.most.is_none() => {}
            Compared::NotThere => self.line(Tone::Warn, 1, "standing-portal-not-there", &[]),
            Compared::Differs(difference) => self.difference(of, difference, named),
        }
    }

    fn difference(&mut self, of: &DesignationStanding, difference: &Difference, named: bool) {
        let texts = self.texts;
        let (portal, ours) = (texts.decimal(difference.portal), texts.decimal(difference.ours));
        let metric = of.metrics.iter().find(|m| m.path == difference.path).filter(|_| named);
        let name = metric.map_or_else(|| texts.get("standing-differs-here"), |metric| metric_name(metric, texts));
        let heading = tr!(texts, "standing-differs", name = name, portal = portal, ours = ours);
        self.heading(&heading);
        // What changes nothing explains nothing.
        let explanations = || difference.explanations.iter().filter(|e| rounded(e.points) != 0.0);
        for explanation in explanations() {
            self.explanation(difference, explanation);
        }
        let is_settled = difference.unexplained == 0.0;
        let all_certain = explanations().all(|e| e.why.is_certain());
        let key = match (is_settled, explanations().next().is_none(), all_certain) {
            (true, _, true) => return self.line(Tone::Good, 1, "standing-differs-settled", &[]),
            (true, _, false) => return self.line(Tone::Plain, 1, "standing-differs-may-be", &[]),
            (false, true, _) => "standing-differs-nothing",
            (false, false, _) => "standing-differs-rest",
        };
        let left = signed(difference.unexplained, texts);
        let args = [("points", Arg::from(left)), ("n", Arg::from(plural(difference.unexplained.abs(), texts)))];
        self.line(Tone::Warn, 1, key, &args);
    }

    /// A reason, and whom it concerns: each can be opened.
    fn explanation(&mut self, difference: &Difference, explanation: &Explanation) {
        let texts = self.texts;
        let Explanation { why, people, points } = explanation;
        let mut persons: Vec<(u32, Option<u32>)> = people.iter().map(|one| (one.person, one.other)).collect();
        persons.sort_unstable();
        persons.dedup();
        // Who counts at a day was earned so many days before it.
        let settled = difference.on.checked_sub_days(chrono::Days::new(self.programmes.rules.refresh_days.into())).unwrap_or(difference.on);
        let reason = tr!(
            texts,
            &format!("standing-differs-{}", why.key()),
            count = persons.len(),
            date = self.date(difference.on),
            settled = self.date(settled)
        );
        let said = tr!(
            texts,
            "standing-differs-reason",
            certain = if why.is_certain() { "yes" } else { "no" },
            reason = reason,
            points = signed(*points, texts),
            n = plural(points.abs(), texts),
            rule = why.rule()
        );
        self.push(if why.is_certain() { Tone::Plain } else { Tone::Warn }, 1, &said);
        for (person, other) in persons {
            let of_person: Vec<&Explained> = people.iter().filter(|one| (one.person, one.other) == (person, other)).collect();
            match other {
                // Both are named, each to be opened.
                Some(other) => {
                    let accounts = || of_person.iter().flat_map(|one| one.accounts.iter().copied());
                    for (mark, whose) in [("", other), ("= ", person)] {
                        let account = accounts().find(|account| self.company.account(*account).person == whose);
                        let account = account.unwrap_or_else(|| self.account_of(whose));
                        let said = format!("{mark}{}", self.with_id(account));
                        self.about(Tone::Plain, if mark.is_empty() { 2 } else { 3 }, &said, Some(account));
                    }
                }
                None => self.explained(*why, person, &of_person),
            }
        }
    }

    /// A person with the steps and with what they are counted, or were.
    fn explained(&mut self, why: Why, person: u32, at: &[&Explained]) {
        let texts = self.texts;
        let steps: Vec<&str> = at.iter().filter_map(|one| one.path.rsplit_once('/')).map(|(_, step)| step).collect();
        let mut proofs: Vec<&Proof> = at.iter().flat_map(|one| &one.proofs).collect();
        proofs.sort_by_key(|proof| (proof.account, proof.credential));
        proofs.dedup();
        let steps = tr!(texts, "standing-differs-steps", count = steps.len(), steps = steps.join(", "));
        let name = format!("{} · {steps}", self.person(person));
        if proofs.is_empty() {
            self.about(Tone::Plain, 2, &name, Some(self.account_of(person)));
        }
        for (at, proof) in proofs.into_iter().enumerate() {
            let mut said = self.proof(proof);
            if let (Why::TooRecent, Origin::Listed(skill)) = (why, proof.origin)
                && let Some(earned) = skill.of(self.company).and_then(|skill| skill.earned)
            {
                said = tr!(texts, "standing-differs-earned", proof = said, date = self.date(earned));
            }
            // The name stands once.
            let (indent, said) = if at == 0 { (2, format!("{name} · {said}")) } else { (3, format!("+ {said}")) };
            self.about(Tone::Plain, indent, &said, Some(proof.account));
        }
    }

    /// A person's name with what tells two of the same name apart.
    pub fn with_id(&self, account: u32) -> String {
        let account = self.company.account(account);
        let id = [self.company.email(account), self.company.mcid(account)].into_iter().find(|s| !s.is_empty());
        format!("{} ({})", self.company.label(account), id.unwrap_or("–"))
    }
}
