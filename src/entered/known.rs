//! Everything that is known of a company besides its report, in one place: what was entered, the settings, the history
//! among the files, and who may be one person.

use chrono::NaiveDate;

use super::{Entered, StoreError, company_key, question, store};
use crate::config::Config;
use crate::model::{Company, Held};
use crate::standing::{Question, Track, suspected};

/// What was entered, and what the standing is asked with it.
#[derive(Debug)]
pub struct Known {
    /// What is kept, with the settings of the config file behind it.
    pub entered: Entered,
    /// The question.
    pub question: Question,
    /// What is kept could not be read: the standing goes without it.
    pub trouble: Option<StoreError>,
}

/// What is known of a company on a day. `kept`: the data folder is looked into.
#[must_use]
pub fn known(company: &Company, history: &[Held], config: &Config, as_of: NaiveDate, kept: bool) -> Known {
    let loaded = if kept { store::load(&company_key(company)) } else { Ok(Entered::default()) };
    let (entered, trouble) = match loaded {
        Ok(entered) => (entered, None),
        Err(trouble) => (Entered::default(), Some(trouble)),
    };
    let entered = entered.or(config.track.map(Track::from), config.move_date);
    let question = question(&entered, history, company, as_of, config.preparation(), &suspected(company));
    Known { entered, question, trouble }
}
