//! The lists that this program writes: no downloads, though their headings are like those of one.

use super::vocabulary::normalise;

/// The headings of the lists that the explorer writes, in both languages, with those of earlier versions; in small letters.
const HEADINGS: [&str; 33] = [
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
    "earned on",
    "obtenue le",
    "obtenue",
];

/// Whether a list is one of ours: it has our headings and no others, whichever of its columns were chosen and however they
/// are written; or it is one for programs.
pub(super) fn is_own_list<'h>(headings: impl Iterator<Item = &'h str>) -> bool {
    let (mut any, mut all) = (false, true);
    for heading in headings {
        if heading == "skills_counting" {
            return true;
        }
        any = true;
        all &= HEADINGS.contains(&normalise(heading).replace('’', "'").as_str());
    }
    any && all
}
