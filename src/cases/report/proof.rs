//! Whether a report proves that a point is settled.

use chrono::Days;

use super::super::matter::skill_name;
use super::super::person::same;
use super::View;
use crate::cases::{Matter, Person, Topic, What};
use crate::diagnosis::Code;
use crate::model::{Association, Field, Skill};

impl View<'_> {
    /// Whether the report proves it.
    pub(super) fn is_solved(&self, matter: &Matter) -> bool {
        let company = self.seen.newer.company;
        if company.accounts.is_empty() {
            return false;
        }
        match (&matter.topic, matter.code()) {
            (Topic::Checklist(list), _) => self.shows_by_list(list, matter),
            // What is there is there, however short the period.
            (_, Some(Code::EmptyReport)) => true,
            (_, Some(Code::MissingFromReport)) => self.is_there(),
            (_, Some(code)) => !self.seen.is_short() && self.is_over(code, matter),
            (_, None) => false,
        }
    }

    /// T3, T6: the exam that did not show is there, for this address or MCID. T2: somebody is listed.
    fn shows_by_list(&self, list: &str, matter: &Matter) -> bool {
        match list {
            "empty-download" => true,
            "not-showing" | "joined" | "no-skills" => matter.of.as_deref().is_some_and(|skill| self.shows(matter, skill)),
            _ => false,
        }
    }

    fn is_over(&self, code: Code, matter: &Matter) -> bool {
        let company = self.seen.newer.company;
        let account = |number: &u32| company.account(*number);
        // What ends in another finding of the same kind is not over.
        let finds = |codes: &[Code]| self.findings().any(|finding| codes.contains(&finding.code));
        let tells = |code: Code| !self.seen.is_silent(code) && !self.is_found(matter);
        let is_associated = || self.accounts.iter().any(|a| account(a).pc == Association::Yes);
        match code {
            // R7, R15: whoever is no priority user any more may still not be associated.
            Code::PmcOnly | Code::NotAssociated => {
                let open = [Code::PmcOnly, Code::NotAssociated, Code::ConflictingAssociation];
                !self.seen.is_silent(Code::NotAssociated) && !finds(&open) && is_associated()
            }
            // Both were read again, and agree.
            Code::ReportsDisagree => tells(code) && self.is_there(),
            Code::ConflictingAssociation => tells(code) && self.is_there() && self.says_associations(),
            Code::NobodyAssociated => tells(code) && company.accounts.iter().any(|a| a.pc == Association::Yes),
            Code::NoSkills => tells(code) && self.accounts.iter().any(|a| !company.skills(*a).is_empty()),
            Code::MissingMcid => tells(code) && self.accounts.iter().any(|a| !company.mcid(account(a)).is_empty()),
            Code::PossibleDuplicate => tells(code) && matter.with.as_deref().is_some_and(|with| self.is_one(with)),
            // R12: the row of the same that is valid, and not a row that is gone.
            Code::Expired | Code::Expiring => tells(code) && !self.is_found(&as_expired(matter)) && self.holds_valid(matter),
            // R5: what counts now and is not only over.
            Code::SkillNotCounting => tells(code) && self.holds_valid(matter),
            // R3: it was waited for, and still shows.
            Code::TooRecent => tells(code) && self.holds(matter, |_| true),
            // R4: it is listed no more, or is not withdrawn after all.
            Code::RetiredStillListed | Code::BadEmail | Code::DuplicateRow => tells(code) && self.is_there(),
            // R10: removed, the person is listed no more.
            Code::LeftCompany => !self.is_there() && self.tells_who_is_absent(),
            Code::ColumnMissing | Code::ReportOld | Code::ShortSpan => tells(code),
            // These are for the lists of the company and the portal to prove, and not for a report.
            Code::EmailMismatch | Code::AnniversaryNear => false,
            // They are there: what is there is told above.
            Code::EmptyReport | Code::MissingFromReport => false,
        }
    }

    fn is_there(&self) -> bool {
        !self.accounts.is_empty()
    }

    /// Whether the report says both associations of all accounts: where it says nothing, nothing contradicts itself (R2).
    fn says_associations(&self) -> bool {
        let of = |account: &u32| self.seen.newer.company.account(*account);
        self.accounts.iter().all(|account| of(account).pc.known().is_some() && of(account).pmc.known().is_some())
    }

    /// R14, T1: both are one person's in the report, or only one is left of them and shows skills.
    fn is_one(&self, with: &str) -> bool {
        let company = self.seen.newer.company;
        let others = self.seen.of_key(with);
        let has_skills = |accounts: &[u32]| accounts.iter().any(|account| !company.skills(*account).is_empty());
        match (self.is_there(), others.is_empty()) {
            (true, false) => others.iter().any(|other| self.accounts.contains(other)),
            (true, true) => has_skills(&self.accounts),
            (false, false) => self.tells_who_is_absent() && has_skills(others),
            (false, true) => false,
        }
    }

    /// Whether the report has the columns by which the person would be found.
    fn tells_who_is_absent(&self) -> bool {
        let has = |fields: &[Field]| fields.iter().any(|field| self.seen.newer.company.has(*field));
        let Some(Person { emails, mcids, .. }) = &self.person else { return false };
        let by_mcid = mcids.is_empty() || has(&[Field::Mcid]);
        let by_email = emails.is_empty() || has(&[Field::Email, Field::EmailPrivate]);
        by_mcid && by_email && !(emails.is_empty() && mcids.is_empty())
    }

    /// Whether the person has a row of the skill of a point that is not over.
    fn holds_valid(&self, matter: &Matter) -> bool {
        let on = self.seen.newer.on;
        self.holds(matter, |skill| skill.active != Some(false) && skill.expires.is_none_or(|last| last >= on))
    }

    fn holds(&self, matter: &Matter, is_it: impl Fn(&Skill) -> bool) -> bool {
        let company = self.seen.newer.company;
        let Some(of) = matter.of.as_deref() else { return false };
        let mut skills = self.accounts.iter().flat_map(|account| company.skills(*account));
        skills.any(|skill| same(skill_name(company.item(skill)), of) && is_it(skill))
    }

    /// Whether the report shows an exam of the person, by whatever it is called. One that was earned long before is another one.
    fn shows(&self, matter: &Matter, exam: &str) -> bool {
        let company = self.seen.newer.company;
        let mut earned = self.case.entries(Some(matter)).filter_map(|entry| match &entry.what {
            What::Earned { when, .. } => Some(when.day()),
            _ => None,
        });
        // A day is another one elsewhere.
        let not_before = earned.next_back().and_then(|day| day.checked_sub_days(Days::new(1)));
        let mut skills = self.accounts.iter().flat_map(|account| company.skills(*account));
        skills.any(|skill| {
            let item = company.item(skill);
            let names = [item.id.as_deref().unwrap_or_default(), &item.title, &item.printed, &item.short_title];
            let is_new = skill.earned.zip(not_before).is_none_or(|(earned, day)| earned >= day);
            is_new && names.into_iter().any(|name| same(name, exam))
        })
    }
}

/// The same skill, expired.
fn as_expired(matter: &Matter) -> Matter {
    Matter { topic: Matter::finding(Code::Expired).topic, ..matter.clone() }
}
