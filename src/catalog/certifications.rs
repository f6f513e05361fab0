//! Exams, certifications and assessments: `assets/catalog/certifications.toml`, indexed by code and by name.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::report::SkillType;
use crate::text;

/// One exam, certification or assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// `AZ-104`, `azure-administrator-associate`, `ta-cloud-platform`.
    pub id: String,
    /// What it is.
    pub kind: SkillType,
    /// The full official name; the id where the catalog has no name.
    pub title: String,
    /// The name without the programme in front (*Microsoft Certified: …*).
    pub short_title: String,
    /// Last day on which it could be earned.
    pub retired: Option<NaiveDate>,
    /// Whether it can still be earned.
    pub status: Status,
    /// For how many months it is valid; 0: it does not expire; `None`: not known (R12).
    pub validity_months: Option<u32>,
    /// So many months before the end the renewal opens (R12); `None`: not known, or there is none.
    pub renewal_months: Option<u32>,
    /// Exams that earn it: all of one inner list.
    pub exam_sets: Vec<Vec<String>>,
    /// Certifications of which one is needed beside the exams.
    pub prerequisites: Vec<String>,
}

/// Whether a credential can still be earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// As far as known.
    #[default]
    Active,
    /// No more, or not much longer; when, is said by [`Credential::retired`], if anybody knows.
    Retired,
    /// Somebody else's than Microsoft's: no report of Partner Center proves it (R6).
    External,
}

/// All credentials.
#[derive(Debug, Default)]
pub struct Catalog {
    /// In the order of the file.
    pub credentials: Vec<Credential>,
    by_code: HashMap<String, u32>,
    by_name: HashMap<String, Vec<u32>>,
}

#[derive(Deserialize)]
struct RawFile {
    #[serde(default)]
    certification: Vec<RawCredential>,
    #[serde(default)]
    exam: Vec<RawCredential>,
    #[serde(default)]
    assessment: Vec<RawCredential>,
}

#[derive(Deserialize)]
struct RawCredential {
    id: String,
    title: Option<String>,
    full_title: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    retired: Option<toml::value::Datetime>,
    status: Option<String>,
    validity_months: Option<u32>,
    renewal_opens_months_before_expiry: Option<u32>,
    #[serde(default)]
    exam_sets: Vec<Vec<String>>,
    #[serde(default)]
    prerequisite_any_of: Vec<String>,
}

static CATALOG: OnceLock<Catalog> = OnceLock::new();

/// The embedded catalog, parsed on first use.
#[must_use]
pub fn catalog() -> &'static Catalog {
    CATALOG.get_or_init(|| Catalog::parse(include_str!("../../assets/catalog/certifications.toml")).unwrap_or_default())
}

/// The form in which codes and names are compared: folded, one blank between words.
fn key(text: &str) -> String {
    let folded = text::fold(&text::clean(text));
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Catalog {
    /// Reads a catalog of credentials.
    ///
    /// # Errors
    /// When the text is no TOML of the expected shape.
    pub fn parse(source: &str) -> Result<Catalog, toml::de::Error> {
        let raw: RawFile = toml::from_str(source)?;
        let mut catalog = Catalog::default();
        for (kind, list) in
            [(SkillType::Certification, raw.certification), (SkillType::Exam, raw.exam), (SkillType::Assessment, raw.assessment)]
        {
            for entry in list {
                catalog.add(kind, entry);
            }
        }
        Ok(catalog)
    }

    fn add(&mut self, kind: SkillType, raw: RawCredential) {
        let number = u32::try_from(self.credentials.len()).unwrap_or(u32::MAX);
        let short_title = raw.title.clone().or(raw.full_title.clone()).unwrap_or_else(|| raw.id.clone());
        let title = raw.full_title.clone().unwrap_or_else(|| short_title.clone());
        let retired = raw.retired.and_then(|d| d.date).and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()));
        self.by_code.insert(key(&raw.id), number);
        for name in raw.title.iter().chain(&raw.full_title).chain(&raw.aliases).chain([&raw.id]) {
            let numbers = self.by_name.entry(key(name)).or_default();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        let status = match raw.status.as_deref() {
            Some("retired" | "retiring") => Status::Retired,
            Some("external") => Status::External,
            _ => Status::Active,
        };
        self.credentials.push(Credential {
            id: raw.id,
            kind,
            title,
            short_title,
            retired,
            status,
            validity_months: raw.validity_months,
            renewal_months: raw.renewal_opens_months_before_expiry,
            exam_sets: raw.exam_sets,
            prerequisites: raw.prerequisite_any_of,
        });
    }

    /// The exams that lead to a certification, each with the last day on which it can be taken; `None`: there is no such day.
    /// One that was withdrawn on a day that nobody knows is none of them.
    #[must_use]
    pub fn exams_of(&self, certification: &Credential) -> Vec<(String, Option<NaiveDate>)> {
        let mut exams: Vec<(String, Option<NaiveDate>)> = Vec::new();
        for exam in certification.exam_sets.iter().flatten().filter_map(|id| self.by_id(id)) {
            let can_be_taken = exam.retired.is_some() || exam.status == Status::Active;
            if can_be_taken && !exams.iter().any(|(known, _)| *known == exam.id) {
                exams.push((exam.id.clone(), exam.retired));
            }
        }
        exams
    }

    /// The credential of an id, letter case aside.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Credential> {
        self.by_code.get(&key(id)).and_then(|number| self.credentials.get(*number as usize))
    }

    /// The credential that a row names, by code, title, full title or alias, exactly (letter case, accents and blanks
    /// aside). Where several have the name, the type decides, then the date: one that was already retired on the day is
    /// out. What is still open stays as printed.
    #[must_use]
    pub fn find(&self, code: &str, name: &str, kind: SkillType, earned: Option<NaiveDate>) -> Option<u32> {
        self.choose(&self.candidates(code, name, kind), earned)
    }

    /// The credentials that a row may name, before its date is looked at.
    #[must_use]
    pub fn candidates(&self, code: &str, name: &str, kind: SkillType) -> Vec<u32> {
        let of_kind = |number: &u32| kind == SkillType::Other || self.credentials[*number as usize].kind == kind;
        let by_code = self.by_code.get(&key(code)).copied();
        if let Some(number) = by_code.filter(of_kind) {
            return vec![number];
        }
        let name = key(name);
        let named = self.by_name.get(&name).cloned().or_else(|| self.code_in_name(&name).map(|n| vec![n])).unwrap_or_default();
        let fitting: Vec<u32> = named.iter().copied().filter(of_kind).collect();
        // The file's word for the type may be wrong; a name that only one credential has is not.
        match (fitting.is_empty(), named.is_empty()) {
            (false, _) => fitting,
            (true, false) => named,
            _ => by_code.into_iter().collect(),
        }
    }

    /// The one of several credentials that could be earned on a day.
    #[must_use]
    pub fn choose(&self, candidates: &[u32], earned: Option<NaiveDate>) -> Option<u32> {
        if let [only] = candidates {
            return Some(*only);
        }
        let day = earned?;
        let mut open = candidates.iter().filter(|n| self.credentials[**n as usize].retired.is_none_or(|retired| day <= retired));
        let first = open.next().copied();
        if open.next().is_none() { first } else { None }
    }

    /// `exam az-104: microsoft azure administrator` and `az-104 - …` name their code.
    fn code_in_name(&self, name: &str) -> Option<u32> {
        let name = name.strip_prefix("exam ").unwrap_or(name);
        let (code, _) = name.split_once([':', ' '])?;
        self.by_code.get(code.trim_end_matches([':', '-', '–'])).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn find(code: &str, name: &str, kind: SkillType, earned: &str) -> Option<&'static str> {
        catalog().find(code, name, kind, earned.parse().ok()).map(|n| catalog().credentials[n as usize].id.as_str())
    }

    #[test]
    fn the_embedded_catalog_is_whole() {
        assert_eq!(catalog().credentials.len(), 271);
        assert!(catalog().credentials.iter().all(|c| !c.id.is_empty() && !c.title.is_empty()));
    }

    #[test]
    fn a_credential_says_how_it_is_earned_and_how_long_it_lasts() {
        let architect = catalog().by_id("Azure-Solutions-Architect-Expert").unwrap();
        assert_eq!(architect.exam_sets, [vec!["AZ-305"], vec!["AZ-303", "AZ-304"], vec!["AZ-300", "AZ-301"]]);
        assert_eq!(architect.prerequisites, ["azure-administrator-associate"]);
        assert_eq!((architect.validity_months, architect.renewal_months, architect.status), (Some(12), Some(6), Status::Active));
        assert_eq!(catalog().by_id("psm-i").map(|c| c.status), Some(Status::External));
        assert_eq!(catalog().by_id("mcsa-linux-on-azure").map(|c| (c.status, c.retired)), Some((Status::Retired, None)));
        assert_eq!(catalog().by_id("m365-fundamentals").and_then(|c| c.validity_months), Some(0));
        let known = |id: &String| catalog().by_id(id).is_some_and(|c| c.kind == SkillType::Exam);
        let unknown: Vec<_> = catalog().credentials.iter().flat_map(|c| &c.exam_sets).flatten().filter(|id| !known(id)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[rstest]
    #[case("az-104", "", SkillType::Exam, "", Some("AZ-104"))]
    #[case("", "Microsoft Certified: Azure Administrator Associate", SkillType::Certification, "", Some("azure-administrator-associate"))]
    #[case("", "azure  administrator associate", SkillType::Other, "", Some("azure-administrator-associate"))]
    #[case("", "Azure DevOps Engineer Expert", SkillType::Certification, "", Some("devops-engineer-expert"))]
    #[case("", "Exam AZ-104: Microsoft Azure Administrator", SkillType::Exam, "", Some("AZ-104"))]
    #[case("", "Microsoft 365 Fundamentals", SkillType::Exam, "", Some("MS-900"))]
    #[case("", "Microsoft 365 Fundamentals", SkillType::Certification, "", Some("m365-fundamentals"))]
    #[case("", "Microsoft 365 Fundamentals", SkillType::Other, "", None)]
    #[case("", "Microsoft Azure Administrator", SkillType::Exam, "2022-01-01", Some("AZ-104"))]
    #[case("", "Microsoft Azure Administrator", SkillType::Exam, "2020-05-01", None)]
    #[case("3051", "Introduction to Sailing", SkillType::Other, "", None)]
    #[case("", "", SkillType::Exam, "", None)]
    fn credentials_are_recognised_exactly(
        #[case] code: &str,
        #[case] name: &str,
        #[case] kind: SkillType,
        #[case] earned: &str,
        #[case] id: Option<&str>,
    ) {
        assert_eq!(find(code, name, kind, earned), id);
    }
}
