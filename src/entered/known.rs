//! Everything that is known of a company besides its report, in one place: what was entered, the settings, the history
//! among the files, and who may be one person.

use chrono::NaiveDate;

use super::{Entered, StoreError, question};
use crate::config::Config;
use crate::model::{Company, Held};
use crate::standing::{Question, Track, suspected};

/// What was entered, and what the standing is asked with it.
#[derive(Debug)]
pub struct Known {
    /// What is kept.
    pub entered: Entered,
    /// The question; where nothing was entered, the settings of the config file stand behind it.
    pub question: Question,
    /// What is kept could not be read: the standing goes without it.
    pub trouble: Option<StoreError>,
}

/// What is known of a company on a day. `kept`: what was entered, as its keeper gave it.
#[must_use]
pub fn known(company: &Company, history: &[Held], config: &Config, as_of: NaiveDate, kept: Result<Entered, StoreError>) -> Known {
    let (entered, trouble) = match kept {
        Ok(entered) => (entered, None),
        Err(trouble) => (Entered::default(), Some(trouble)),
    };
    let with = entered.or(config.track.map(Track::from), config.move_date);
    let question = question(&with, history, company, as_of, config.preparation(), &suspected(company));
    Known { entered, question, trouble }
}
