//! Findings in the admin's words: what is so, what to do, and the rule behind it. The screen and the command line say the
//! same.

mod message;
#[cfg(test)]
mod tests;

use crate::catalog::programmes::Programmes;
use crate::diagnosis::{Code, Confidence, Finding, Severity, Silent, Why};
use crate::i18n::Texts;
use crate::model::{Company, Field};
use crate::{text, tr};
use chrono::NaiveDate;

/// What findings are told from.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The company.
    pub company: &'a Company,
    /// The rules, for the names of competencies and designations.
    pub programmes: &'a Programmes,
    /// The day they were found for.
    pub as_of: NaiveDate,
    /// The language.
    pub texts: &'a Texts,
}

/// The words for a kind of finding; never its code.
#[must_use]
pub fn title(code: Code, texts: &Texts) -> String {
    texts.get(&format!("finding-{}", code.name()))
}

/// The word for a severity.
#[must_use]
pub fn severity(severity: Severity, texts: &Texts) -> String {
    texts.get(&format!("severity-{}", severity.name()))
}

/// The word for how sure something is.
#[must_use]
pub fn confidence(confidence: Confidence, texts: &Texts) -> String {
    texts.get(&format!("confidence-{}", confidence.name()))
}

/// The rules that a kind of finding rests on: `R7, T5`.
#[must_use]
pub fn rules(code: Code) -> String {
    code.rules().join(", ")
}

fn column(field: Field, texts: &Texts) -> String {
    texts.get(&format!("field-{}", field.name().replace('_', "-")))
}

/// Why a rule had nothing to go by.
#[must_use]
pub fn silent(silent: &Silent, texts: &Texts) -> String {
    let why = match silent.why {
        Why::Column(field) => tr!(texts, "findings-why-column", column = column(field, texts)),
        Why::Nothing(field) => tr!(texts, "findings-why-nothing", column = column(field, texts)),
        Why::ReportDate => texts.get("findings-why-report-date"),
        Why::ShortSpan => texts.get("findings-why-short-span"),
        Why::Rules => texts.get("findings-why-rules"),
        Why::Names => texts.get("findings-why-names"),
        Why::NoStaffList => texts.get("findings-why-no-staff-list"),
        Why::NoList => texts.get("findings-why-no-list"),
        Why::OtherPeople => texts.get("findings-why-other-people"),
        Why::PartOfCompany => texts.get("findings-why-part-of-company"),
    };
    tr!(texts, "findings-silent-line", title = title(silent.code, texts), why = why)
}

impl Teller<'_> {
    /// What is so, in one or two sentences.
    #[must_use]
    pub fn message(&self, finding: &Finding) -> String {
        text::clean(&self.says(finding)).trim().to_owned()
    }

    /// What to call the person whom a finding is about; `None`: it is about the whole file.
    #[must_use]
    pub fn name(&self, finding: &Finding) -> Option<String> {
        let missing = finding.missing().map(|missing| {
            let parts = [&missing.name, &missing.email, &missing.mcid];
            parts.into_iter().find(|part| !part.is_empty()).cloned().unwrap_or_default()
        });
        missing.or_else(|| finding.account.map(|account| self.company.label(self.company.account(account))))
    }

    /// Name, address and MCID of the person whom a finding is about; `None`: it is about the whole file.
    #[must_use]
    pub fn who(&self, finding: &Finding) -> Option<String> {
        let of_account = |account: u32| {
            let of = self.company.account(account);
            [self.company.full_name(of), self.company.email(of).to_owned(), self.company.mcid(of).to_owned()]
        };
        let missing = finding.missing().map(|missing| [missing.name.clone(), missing.email.clone(), missing.mcid.clone()]);
        let parts = missing.or_else(|| finding.account.map(of_account))?;
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| text::clean(&part).into_owned()).collect();
        if parts.is_empty() { Some(text::NOTHING.to_owned()) } else { Some(parts.join(" · ")) }
    }

    /// What to do next, to the admin.
    #[must_use]
    pub fn advice(&self, finding: &Finding) -> String {
        let name = self.name(finding).unwrap_or_default();
        text::clean(&self.what_to_do(finding, name)).trim().to_owned()
    }

    /// The same for several people at once: whom it concerns stands above it.
    #[must_use]
    pub fn advice_to_each(&self, finding: &Finding) -> String {
        text::clean(&self.what_to_do(finding, self.texts.get("findings-each"))).trim().to_owned()
    }
}
