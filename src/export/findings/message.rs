//! One sentence for each kind of finding, and one for what to do.

use super::{Teller, column};
use crate::catalog::programmes::Level;
use crate::diagnosis::{
    Address, Anniversary, Clock, Code, Confidence, Detail, Finding, Holdings, Likeness, Missing, Name, NoSkills, NotCounting,
};
use crate::i18n::Arg;
use crate::model::lists::By;
use crate::model::{About, Skill};
use crate::standing::{Gain, Gained, Risk, level_name};
use crate::tr;
use chrono::NaiveDate;

impl Teller<'_> {
    pub(super) fn says(&self, finding: &Finding) -> String {
        let texts = self.texts;
        match &finding.detail {
            Detail::Nothing => match finding.account {
                Some(account) => {
                    let email = self.company.email(self.company.account(account)).to_owned();
                    tr!(texts, "finding-says-bad-email", email = email)
                }
                None => texts.get(&format!("finding-says-{}", finding.code.name())),
            },
            Detail::Pmc { skills, gain, clock } => {
                tr!(texts, "finding-says-pmc-only", skills = *skills, clock = self.clock(*clock), gain = self.gain(gain))
            }
            Detail::NotAssociated { skills, gain, learn } => {
                let said = tr!(texts, "finding-says-not-associated", skills = *skills, gain = self.gain(gain));
                format!("{said}{}", self.learn(*learn))
            }
            Detail::NoSkills { cause, learn } => format!("{}{}", self.no_skills(*cause), self.learn(*learn)),
            Detail::Missing(missing) => self.missing(finding, missing),
            Detail::Left(None) => texts.get("finding-says-left-company"),
            Detail::Left(Some(last)) => texts.with("finding-says-left-company-day", &[("date", self.date(*last))]),
            Detail::Addresses { others, by } => self.addresses(finding, others, *by),
            Detail::Conflict { pmc, pc } => texts.get(match (pmc, pc) {
                (true, true) => "finding-says-conflicting-both",
                (true, false) => "finding-says-conflicting-pmc",
                _ => "finding-says-conflicting-pc",
            }),
            Detail::NotCounting(why) => {
                let key = match why {
                    NotCounting::ByFile => "finding-says-not-counting-file",
                    NotCounting::ByRules => "finding-says-not-counting-rules",
                    NotCounting::Inactive => "finding-says-not-counting-inactive",
                };
                texts.with(key, &[("skill", self.skill_name(finding).into())])
            }
            Detail::LastDay(last) => {
                let key = if finding.code == Code::Expired { "finding-says-expired" } else { "finding-says-expiring" };
                let days = (*last - self.as_of).num_days();
                texts.with(key, &[("skill", self.skill_name(finding).into()), ("date", self.date(*last)), ("days", days.into())])
            }
            Detail::Retired { on: Some(on), counts_until: Some(until) } => {
                let counts = if *until >= self.as_of { "yes" } else { "no" };
                let args = [
                    ("skill", self.skill_name(finding).into()),
                    ("date", self.date(*on)),
                    ("until", self.date(*until)),
                    ("counts", counts.into()),
                ];
                texts.with("finding-says-retired", &args)
            }
            Detail::Retired { .. } => tr!(texts, "finding-says-retired-unknown", skill = self.skill_name(finding)),
            Detail::Wait(until) => {
                let earned = self.skill(finding).and_then(|skill| skill.earned).unwrap_or(self.as_of);
                let args = [("skill", self.skill_name(finding).into()), ("earned", self.date(earned)), ("date", self.date(*until))];
                texts.with("finding-says-too-recent", &args)
            }
            Detail::Mcid(None) => texts.get("finding-says-missing-mcid"),
            Detail::Mcid(Some(other)) => tr!(texts, "finding-says-mcid-elsewhere", mcid = self.mcid(*other)),
            Detail::Rows(rows) => tr!(texts, "finding-says-duplicate-row", rows = *rows),
            Detail::Duplicate(likeness) => self.duplicate(finding, *likeness),
            Detail::Column(field) => tr!(texts, "finding-says-column-missing", column = column(*field, texts)),
            Detail::Days(days) => tr!(texts, "finding-says-report-old", days = *days),
            Detail::Disagree(about) => self.disagree(finding, *about),
            Detail::Span(from, to) => tr!(texts, "finding-says-short-span", from = texts.date(*from), to = texts.date(*to)),
            Detail::Anniversary(near) => self.anniversary(near),
        }
    }

    pub(super) fn what_to_do(&self, finding: &Finding, name: String) -> String {
        let key = match &finding.detail {
            Detail::NotAssociated { learn: Some(true), .. } => "finding-do-not-associated-learn",
            Detail::NotAssociated { skills: 0, .. } => "finding-do-not-associated-nothing",
            Detail::NoSkills { cause: NoSkills::Elsewhere(_) | NoSkills::MaybeElsewhere(_), .. } => "finding-do-no-skills-elsewhere",
            Detail::NoSkills { learn: Some(true), .. } => "finding-do-no-skills-nothing",
            Detail::NoSkills { learn: Some(false), .. } | Detail::NoSkills { cause: NoSkills::NotAssociated, .. } => {
                "finding-do-no-skills-not-associated"
            }
            Detail::NoSkills { cause: NoSkills::Nothing, .. } => "finding-do-no-skills-nothing",
            Detail::Missing(_) if !finding.others.is_empty() => "finding-do-missing-namesake",
            Detail::Duplicate(Likeness { address: Address::Same, name: Name::Different, .. }) => "finding-do-shared-mailbox",
            _ => "",
        };
        let own = format!("finding-do-{}", finding.code.name());
        let mut args = vec![("name", Arg::from(name))];
        match &finding.detail {
            Detail::Wait(until) => args.push(("date", self.date(*until))),
            Detail::Column(field) => args.push(("field", field.name().into())),
            _ => {}
        }
        self.texts.with(if key.is_empty() { &own } else { key }, &args)
    }

    fn date(&self, day: NaiveDate) -> Arg<'static> {
        self.texts.date(day).into()
    }

    fn label(&self, account: u32) -> String {
        self.company.label(self.company.account(account))
    }

    fn mcid(&self, account: u32) -> String {
        self.company.mcid(self.company.account(account)).to_owned()
    }

    fn skill(&self, finding: &Finding) -> Option<&Skill> {
        self.company.skills(finding.account?).get(finding.skill? as usize)
    }

    fn skill_name(&self, finding: &Finding) -> String {
        let named = self.skill(finding).map(|skill| self.company.item(skill).name_with_code()).filter(|name| !name.is_empty());
        named.unwrap_or_else(|| crate::text::NOTHING.to_owned())
    }

    fn clock(&self, clock: Clock) -> String {
        match clock {
            Clock::Unknown => self.texts.get("finding-clock-unknown"),
            Clock::Runs(last) => {
                self.texts.with("finding-clock-runs", &[("date", self.date(last)), ("days", (last - self.as_of).num_days().into())])
            }
            Clock::ShutDown => self.texts.get("finding-clock-shut-down"),
            Clock::Over(last) => self.texts.with("finding-clock-over", &[("date", self.date(last))]),
        }
    }

    /// The place where it brings most, by the rules of the day if there is one.
    fn gain(&self, gain: &Gain) -> String {
        let best = |by: &dyn Fn(&Gained) -> f64| {
            let first = |best: Option<(f64, usize)>, (number, place): (usize, &Gained)| match by(place) {
                worth if worth > best.map_or(0.0, |(most, _)| most) => Some((worth, number)),
                _ => best,
            };
            gain.places.iter().enumerate().fold(None, first).and_then(|(_, number)| gain.places.get(number))
        };
        let points = best(&|place| if place.historic { 0.0 } else { place.points });
        let people = || best(&|place| if place.historic { 0.0 } else { f64::from(place.people) + f64::from(u8::from(place.meets)) });
        let historic = || best(&|place| f64::from(place.people));
        if let Some(place) = points {
            let shown = self.texts.decimal(place.points);
            let args = [("points", Arg::from(place.points)), ("shown", shown.into()), ("where", self.place(&place.path).into())];
            return self.texts.with("finding-gain-points", &args);
        }
        let (place, key) = match (people(), historic()) {
            (Some(place), _) => (place, "finding-gain-people"),
            (None, Some(place)) => (place, "finding-gain-historic"),
            _ => return String::new(),
        };
        let meets = if place.meets { "yes" } else { "no" };
        let args = [("people", Arg::from(place.people)), ("meets", meets.into()), ("where", self.place(&place.path).into())];
        self.texts.with(key, &args)
    }

    /// The name of a metric or a level.
    fn place(&self, path: &str) -> String {
        let parts: Vec<&str> = path.split('/').collect();
        let [id, second, rest @ ..] = parts.as_slice() else { return path.to_owned() };
        let metric = format!("catalog-metric-{second}");
        if let Some(designation) = self.programmes.designations.iter().find(|d| d.id == **id).filter(|_| self.texts.has(&metric)) {
            return format!("{} › {}", designation.short, self.texts.get(&metric));
        }
        let Some(competency) = self.programmes.competencies.iter().find(|c| c.id == **id) else { return path.to_owned() };
        let option = competency.options.iter().find(|o| o.id == **second).map_or(*second, |o| o.name.as_str());
        let level = rest.first().filter(|level| matches!(**level, "silver" | "gold"));
        let level = level.map(|level| format!(" › {}", self.texts.get(&format!("catalog-level-{level}"))));
        format!("{} › {option}{}", competency.name, level.unwrap_or_default())
    }

    fn no_skills(&self, cause: NoSkills) -> String {
        let texts = self.texts;
        match cause {
            NoSkills::Elsewhere(other) => tr!(texts, "finding-says-no-skills-elsewhere", mcid = self.mcid(other)),
            NoSkills::MaybeElsewhere(other) => {
                tr!(texts, "finding-says-no-skills-maybe", other = self.label(other), mcid = self.mcid(other))
            }
            NoSkills::NotAssociated => texts.get("finding-says-no-skills-not-associated"),
            NoSkills::Nothing => texts.get("finding-says-no-skills-nothing"),
        }
    }

    /// What the users report says of the Learn account.
    fn learn(&self, learn: Option<bool>) -> String {
        learn.map_or_else(String::new, |yes| self.texts.get(if yes { "finding-learn-yes" } else { "finding-learn-no" }))
    }

    fn missing(&self, finding: &Finding, missing: &Missing) -> String {
        let texts = self.texts;
        let technical = match missing.technical {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        };
        let trainings = if self.company.is_of_trainings_alone() { "yes" } else { "no" };
        let said = tr!(texts, "finding-says-missing-from-report", technical = technical, trainings = trainings);
        match finding.others.first() {
            Some(other) => {
                let email = self.company.email(self.company.account(*other));
                let other = if email.is_empty() { self.label(*other) } else { email.to_owned() };
                format!("{said}{}", tr!(texts, "finding-missing-namesake", other = other))
            }
            None => said,
        }
    }

    fn addresses(&self, finding: &Finding, others: &[String], by: By) -> String {
        let own = finding.account.map_or("", |account| self.company.email(self.company.account(account)));
        let args = [
            ("own", Arg::from(own.to_owned())),
            ("count", others.len().into()),
            ("others", others.join(", ").into()),
            ("by", by.name().into()),
        ];
        self.texts.with("finding-says-email-mismatch", &args)
    }

    /// What each of the two files says of a skill.
    fn disagree(&self, finding: &Finding, about: About) -> String {
        let texts = self.texts;
        let active = |yes: bool| texts.get(if yes { "finding-disagree-active" } else { "finding-disagree-inactive" });
        let (what, first, second) = match about {
            About::Earned(a, b) => ("earned", texts.date(a), texts.date(b)),
            About::Expires(a, b) => ("expires", texts.date(a), texts.date(b)),
            About::Active(a, b) => ("status", active(a), active(b)),
        };
        let file = |number: u32| Arg::from(self.company.file_name(number).to_owned());
        let mut args = vec![("what", what.into()), ("skill", self.skill_name(finding).into()), ("first", first.into())];
        args.extend([("file", file(0)), ("second", second.into()), ("other", file(1))]);
        let said = texts.with("finding-says-reports-disagree", &args);
        // Of two days of earning both stand in the list; of anything else one is gone by.
        let taken = match (about, self.skill(finding)) {
            (About::Expires(..), Some(skill)) => skill.expires.map(|day| texts.date(day)),
            (About::Active(..), Some(skill)) => skill.active.map(active),
            _ => None,
        };
        match taken {
            Some(taken) => format!("{said} {}", tr!(texts, "finding-disagree-taken", taken = taken)),
            None => said,
        }
    }

    fn duplicate(&self, finding: &Finding, likeness: Likeness) -> String {
        let texts = self.texts;
        let other = finding.others.first().copied().unwrap_or(0);
        let (other, mcid) = (self.label(other), self.mcid(other));
        if likeness.address == Address::Same && likeness.name == Name::Different {
            return tr!(texts, "finding-says-shared-mailbox", other = other, mcid = mcid);
        }
        let name = match likeness.name {
            Name::Same => "same",
            Name::Spelling => "spelling",
            Name::ShortForm => "short-form",
            Name::Initial => "initial",
            Name::Further => "further",
            Name::Unnamed => "unnamed",
            Name::Different => "different",
        };
        let address = match likeness.address {
            Address::Same => "same",
            Address::PrivateAlike => "private-alike",
            Address::Private => "private",
            Address::OneWithout => "one-without",
            Address::NoneOfCompany => "none-of-company",
            Address::BothOfCompany => "both-of-company",
        };
        let holdings = match likeness.holdings {
            Holdings::Complete => "complete",
            Holdings::Apart => "apart",
            Holdings::OneEmpty => "one-empty",
            Holdings::Repeated => "repeated",
            Holdings::Overlap => "overlap",
        };
        let reasons = [("name", name), ("address", address), ("holdings", holdings)];
        // One address and one name are reason enough.
        let told = if likeness.confidence == Confidence::Certain { 2 } else { 3 };
        let reasons = reasons.iter().take(told).map(|(of, which)| texts.get(&format!("finding-{of}-{which}"))).collect::<Vec<_>>();
        let confidence = likeness.confidence.name();
        tr!(texts, "finding-says-possible-duplicate", confidence = confidence, other = other, mcid = mcid, reasons = reasons.join(", "))
    }

    fn anniversary(&self, near: &Anniversary) -> String {
        let Anniversary { held, days, renew_until, life } = near;
        let competency = self.programmes.competencies.iter().find(|c| c.id == held.id).map(|c| c.name.clone());
        let designation = self.programmes.designations.iter().find(|d| d.id == held.id).map(|d| d.name.clone());
        let name = if held.level.is_some() { competency.or(designation) } else { designation.or(competency) };
        let level = held.level.map(|level: Level| format!(" › {}", self.texts.get(&format!("catalog-level-{}", level_name(level)))));
        let what = format!("{}{}", name.unwrap_or_else(|| held.id.clone()), level.unwrap_or_default());
        let risk = match life.as_ref().map(|life| life.risk) {
            Some(Risk::Yes) => "finding-risk-yes",
            Some(Risk::No) => "finding-risk-no",
            _ => "finding-risk-unknown",
        };
        let key = if *days < 0 { "finding-says-anniversary-passed" } else { "finding-says-anniversary-near" };
        let args = [
            ("what", Arg::from(what)),
            ("date", self.date(held.anniversary)),
            ("days", (*days).into()),
            ("until", self.date(*renew_until)),
            ("risk", self.texts.get(risk).into()),
        ];
        self.texts.with(key, &args)
    }
}
