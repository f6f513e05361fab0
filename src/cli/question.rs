//! What is asked of the standing: the day, and what the admin knows that no file says. The one place where that comes in.

use chrono::NaiveDate;

use super::args::Common;
use crate::model::Company;
use crate::standing::Question;

/// The question for a company on a day.
#[must_use]
pub fn question(_company: &Company, _common: &Common, as_of: NaiveDate) -> Question {
    Question::of_day(as_of)
}
