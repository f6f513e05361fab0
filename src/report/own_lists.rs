//! The lists that this program writes: no downloads, though their headings are like those of one.

use super::kinds::Kind;
use super::vocabulary::normalise;

/// The headings of the lists that the explorer writes, in both languages, with those of earlier versions; in small letters.
const HEADINGS: [&str; 37] = [
    "name",
    "nom",
    "first name",
    "prénom",
    "last name",
    "nom de famille",
    "skill found",
    "qualification trouvée",
    "found",
    "trouvé",
    "valid until",
    "valable jusqu'au",
    "jusqu'au",
    "e-mail",
    "mcid",
    "associated in pmc",
    "associé dans le pmc",
    "pmc",
    "associated in partner center",
    "associé dans l'espace partenaires",
    "partner center",
    "espace partenaires",
    "skills that count",
    "qualifications qui comptent",
    "qualif. qui comptent",
    "skills",
    "qualifications",
    "qualif.",
    "competencies",
    "compétences",
    "counts for, by the rules",
    "compte pour, selon les règles",
    "first problem",
    "premier problème",
    "earned on",
    "obtenue le",
    "obtenue",
];

/// The headings that a list of any company may have: with these alone a list is not known to be ours.
const OF_ANYBODY: [&str; 8] = ["name", "nom", "first name", "prénom", "last name", "nom de famille", "e-mail", "mcid"];

/// What a list is that has our headings and no others, whichever of its columns were chosen and however they are written, or
/// that is one for programs: one of ours, or with the headings of anybody a list of people. `None`: it has other headings.
pub(super) fn own_list<'h>(headings: impl Iterator<Item = &'h str>) -> Option<Kind> {
    let (mut any, mut ours) = (false, false);
    let mut all = true;
    for heading in headings {
        if heading == "skills_counting" {
            return Some(Kind::OwnList);
        }
        any = true;
        let heading = normalise(heading).replace('’', "'");
        all &= HEADINGS.contains(&heading.as_str());
        ours |= !OF_ANYBODY.contains(&heading.as_str());
    }
    (any && all).then_some(if ours { Kind::OwnList } else { Kind::StaffList })
}
