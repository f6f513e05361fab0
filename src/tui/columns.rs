//! Which columns of the users have room, and how wide they are: by what stands in them, so that nothing is cut while
//! there is blank space elsewhere. What they need is measured once for each list and not for each page of it: widths that
//! change while one scrolls cannot be read.

use chrono::NaiveDate;

use crate::model::{Areas, Company, UserColumn};
use crate::text;

/// Between two columns.
const GAP: usize = 1;
/// In front of the first: what is selected, what is marked, and how serious what there is to settle is.
pub const MARKS: usize = 4;
/// The widest name of a kind of finding, in any language.
const PROBLEM: usize = 43;

/// How wide the widest cell of the columns is that differ from file to file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    name: usize,
    email: usize,
    mcid: usize,
    found: usize,
    competencies: usize,
}

impl Needs {
    /// Of a list of accounts, with the place of the skill for which a filter found each. Of a long list every so many
    /// accounts are looked at: one name that is wider still is cut, and nobody waits for it.
    #[must_use]
    pub fn of(company: &Company, areas: &Areas, as_of: NaiveDate, accounts: &[u32], found: Option<&[Option<u32>]>) -> Needs {
        const LOOKED_AT: usize = 4096;
        let width = |cell: &str| text::width(&text::clean(cell));
        let mut needs = Needs::default();
        for (at, number) in accounts.iter().enumerate().step_by(accounts.len() / LOOKED_AT + 1) {
            let account = company.account(*number);
            let skill = found.and_then(|found| company.skills(*number).get((*found.get(at)?)? as usize));
            needs.name = needs.name.max(width(&company.full_name(account)));
            needs.email = needs.email.max(width(company.email(account)));
            needs.mcid = needs.mcid.max(width(company.mcid(account)));
            needs.found = needs.found.max(skill.map_or(0, |skill| width(company.item(skill).short_name())));
            needs.competencies = needs.competencies.max(width(&areas.names(company, *number, as_of).join(", ")));
        }
        needs
    }

    /// With another width for the skill that was found.
    #[must_use]
    pub fn with_found(self, found: usize) -> Needs {
        Needs { found, ..self }
    }

    fn of_column(self, column: UserColumn) -> usize {
        match column {
            UserColumn::Name => self.name,
            UserColumn::Email => self.email,
            UserColumn::Mcid => self.mcid,
            UserColumn::Found => self.found,
            UserColumn::Competencies => self.competencies,
            UserColumn::Problem => PROBLEM,
            UserColumn::Pmc | UserColumn::Pc | UserColumn::Skills | UserColumn::Until => 0,
        }
    }

    /// With less than `least` a column is left out; `usual` is what it gets before others get more; `most` is all it can
    /// use.
    fn widths(self, column: UserColumn) -> Widths {
        let fixed = |width| Widths { least: width, usual: width, most: width };
        let by_need = |least: usize, usual: usize| {
            // No narrower than its heading.
            let need = self.of_column(column).max(8);
            Widths { least: least.min(need), usual: usual.min(need), most: need }
        };
        match column {
            UserColumn::Name => by_need(15, 30),
            UserColumn::Email => by_need(16, 44),
            UserColumn::Mcid => by_need(8, 10),
            UserColumn::Found => by_need(10, 34),
            UserColumn::Competencies => by_need(16, 48),
            UserColumn::Problem => by_need(16, 30),
            UserColumn::Pmc => fixed(6),
            UserColumn::Pc => fixed(10),
            UserColumn::Skills => fixed(7),
            // The date, and a mark where it has passed.
            UserColumn::Until => fixed(13),
        }
    }
}

struct Widths {
    least: usize,
    usual: usize,
    most: usize,
}

/// Which column goes first when there is no room, last to first. A skill that was asked for goes before the rest.
const PRIORITY: [UserColumn; 10] = [
    UserColumn::Name,
    UserColumn::Until,
    UserColumn::Found,
    UserColumn::Pc,
    UserColumn::Pmc,
    UserColumn::Skills,
    UserColumn::Email,
    UserColumn::Mcid,
    UserColumn::Problem,
    UserColumn::Competencies,
];

/// How wide a list must be to show these columns as they are wanted.
#[must_use]
pub fn wanted_width(wanted: &[UserColumn], needs: Needs) -> usize {
    MARKS + wanted.iter().map(|column| needs.widths(*column).usual + GAP).sum::<usize>() - GAP.min(wanted.len())
}

/// The columns that fit, in their order and with their widths, and those that do not. The column of the cursor is
/// always among the former.
#[must_use]
pub fn layout(width: usize, wanted: &[UserColumn], current: UserColumn, needs: Needs) -> (Vec<(UserColumn, usize)>, Vec<UserColumn>) {
    let mut order: Vec<UserColumn> = PRIORITY.into_iter().filter(|c| wanted.contains(c)).collect();
    order.sort_by_key(|c| (*c != UserColumn::Name, *c != current));
    let mut chosen: Vec<UserColumn> = Vec::new();
    let mut used = MARKS;
    for column in order {
        let least = needs.widths(column).least + GAP;
        // What there is to settle and what somebody's skills count for is read in full on the person's own page: nothing
        // else is cut for it.
        let yields = matches!(column, UserColumn::Problem | UserColumn::Competencies) && column != current;
        let others = if yields { wanted_width(&chosen, needs) + GAP } else { used };
        // Behind the last one there is a gap only where nothing has to give way for it.
        if others + least <= width + GAP || chosen.is_empty() {
            used += least;
            chosen.push(column);
        }
    }
    let hidden = wanted.iter().copied().filter(|c| !chosen.contains(c)).collect();
    let shown = wanted.iter().copied().filter(|c| chosen.contains(c));
    let mut columns: Vec<(UserColumn, usize)> = shown.map(|c| (c, needs.widths(c).least)).collect();
    let mut left = width.saturating_sub(used);
    // What is left goes to the skill that was asked for, then to the others; first what each usually gets, then more.
    for (asked, usual) in [(true, true), (false, true), (true, false), (false, false)] {
        for (column, room) in columns.iter_mut().filter(|(c, _)| (*c == UserColumn::Found) == asked) {
            let widths = needs.widths(*column);
            let share = left.min((if usual { widths.usual } else { widths.most }).saturating_sub(*room));
            *room += share;
            left -= share;
        }
    }
    (columns, hidden)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// No name of a kind of finding is wider than the column can be.
    #[test]
    fn the_names_of_findings_have_room() {
        use crate::i18n::{Lang, Texts};
        for texts in Lang::ALL.map(Texts::new) {
            let names = crate::model::Problem::ALL.into_iter().map(|problem| format!("finding-{}", problem.name()));
            for name in names.filter(|name| texts.has(name)).map(|name| texts.get(&name)) {
                assert!(text::width(&name) <= PROBLEM, "{name}");
            }
        }
    }

    proptest! {
        #[test]
        fn columns_never_take_more_room_than_there_is_and_leave_none_while_something_is_cut(
            width in 21usize..300,
            hidden in prop::collection::vec(any::<bool>(), 9),
            current in 0usize..10,
            (name, email, mcid, found, competencies) in (0usize..60, 0usize..60, 0usize..20, 0usize..60, 0usize..200),
        ) {
            let left_out = |c: &&UserColumn| **c == UserColumn::Name || !hidden[UserColumn::ALL.iter().position(|a| a == *c).unwrap() - 1];
            let wanted: Vec<UserColumn> = UserColumn::ALL.iter().filter(left_out).copied().collect();
            let current = wanted[current % wanted.len()];
            let needs = Needs { name, email, mcid, found, competencies };
            let (columns, hidden) = layout(width, &wanted, current, needs);
            let used: usize = MARKS + columns.iter().map(|(_, w)| w + GAP).sum::<usize>() - GAP;
            prop_assert!(used <= width, "{used} of {width}");
            prop_assert_eq!(columns[0].0, UserColumn::Name);
            prop_assert_eq!(columns.len() + hidden.len(), wanted.len());
            prop_assert!(width < 60 || columns.iter().any(|(c, _)| *c == current), "the cursor is always in sight");
            prop_assert!(used + GAP >= width || columns.iter().all(|(c, w)| *w == needs.widths(*c).most), "blank space, and something cut");
            if width > wanted_width(&wanted, needs) {
                prop_assert_eq!(hidden, []);
            }
        }
    }
}
