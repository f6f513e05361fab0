//! What has to be said beside a number, as data: the words are the screen's.

use super::counting::Caveats;

/// Something to say beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The rules are not proven for the day: they are the nearest ones known.
    Historic,
    /// The rules were chosen by hand, whatever the day.
    ByHand,
    /// The rules were entered by the user: everything depends on that.
    Entered,
    /// The requirements are not known.
    NotKnown,
    /// Only the skilling part of a designation can be computed (R13).
    SkillingOnly,
    /// Of a score only the points for people can be computed.
    PeoplePointsOnly,
    /// People were counted of whom something is open: what, and how many in all.
    Caveat(Caveats, u32),
    /// A requirement leaves something open: its path, and the words of the catalog. It was read generously.
    Ambiguous(String, String),
    /// Read strictly, it would not be met.
    StrictDiffers,
    /// A credential that was withdrawn on an unknown day, which people hold: it was not counted (R15).
    RetirementUnknown(String),
    /// A certificate of somebody else's, which no report proves: it has to be ticked by hand (R6).
    External(String),
    /// The report does not say what is relevant, and the requirement asks for that.
    NoRelevantColumn,
    /// The report names no skills, and the rules do.
    SkillsNotNamed,
    /// A gate is met and one before it is not: the rules give no example; it gives no points here. The path of the step.
    GateOutOfOrder(String),
    /// The anniversary fell into the months that were waived (R11).
    Waived,
    /// Too large to settle exactly: nothing is said.
    TooLarge,
    /// A remark of the catalog, in its words.
    Remark(String),
}

impl Note {
    /// A message key.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Note::Historic => "historic",
            Note::ByHand => "by-hand",
            Note::Entered => "entered",
            Note::NotKnown => "not-known",
            Note::SkillingOnly => "skilling-only",
            Note::PeoplePointsOnly => "people-points-only",
            Note::Caveat(caveat, _) => caveat.key(),
            Note::Ambiguous(..) => "ambiguous",
            Note::StrictDiffers => "strict-differs",
            Note::RetirementUnknown(_) => "retirement-unknown",
            Note::External(_) => "external",
            Note::NoRelevantColumn => "no-relevant-column",
            Note::SkillsNotNamed => "skills-not-named",
            Note::GateOutOfOrder(_) => "gate-out-of-order",
            Note::Waived => "waived",
            Note::TooLarge => "too-large",
            Note::Remark(_) => "remark",
        }
    }
}

/// Adds a note that is not there yet.
pub(super) fn note(notes: &mut Vec<Note>, note: Note) {
    if !notes.contains(&note) {
        notes.push(note);
    }
}
