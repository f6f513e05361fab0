//! What a session of the explorer is opened on: the command line makes it, the explorer carries it out, and opens
//! something else when it is asked to.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::cases;
use crate::catalog::programmes::Programmes;
use crate::config::{Config, ThemeName};
use crate::entered::Keeper;
use crate::i18n::{Lang, Texts};
use crate::model::Given;
use crate::report::{Input, Options};

/// The reports of the bundled sample: an invented company, in 2021 and in 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The old skills report.
    Skills,
    /// Today's trainings.
    Trainings,
}

impl Sample {
    /// Its files, this one first.
    #[must_use]
    pub fn inputs(self, lang: Lang) -> Vec<Input> {
        let old: &'static [u8] = match lang {
            Lang::En => include_bytes!("../assets/demo/skills-2021-05-19.en.xlsx"),
            Lang::Fr => include_bytes!("../assets/demo/skills-2021-05-19.fr.xlsx"),
        };
        let skills = Input::embedded("demo/skills-2021-05-19.xlsx", old);
        let trainings = Input::embedded("demo/trainings-2026-09-15.csv", include_bytes!("../assets/demo/trainings-2026-09-15.csv"));
        match self {
            Sample::Skills => vec![skills, trainings],
            Sample::Trainings => vec![trainings, skills],
        }
    }
}

/// What the explorer is opened on.
#[derive(Clone, Debug)]
pub struct Explore {
    /// The files.
    pub inputs: Vec<Input>,
    /// How to read them.
    pub options: Options,
    /// What the user says of the company.
    pub given: Given,
    /// The day to look from, where it is given.
    pub as_of: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
    /// The moment to which clocks are told; `None`: whenever somebody looks.
    pub moment: Option<cases::Time>,
    /// The sample: every report is looked at from its own day.
    pub demo: bool,
    /// The rules with a user's own in them; `None`: those that come with the program.
    pub own_rules: Option<Arc<Programmes>>,
    /// The settings.
    pub config: Config,
    /// The language.
    pub texts: Texts,
    /// Colour is used.
    pub color: bool,
    /// Its looks.
    pub theme: ThemeName,
    /// The terminal says that its background is light.
    pub light_terminal: bool,
    /// The mouse is used.
    pub mouse: bool,
    /// The data folder is used.
    pub state: bool,
    /// Who keeps what is entered.
    pub keeper: Keeper,
    /// Who keeps cases.
    pub cases: cases::Keeper,
    /// The folder for files that are written, where that of the report does not do.
    pub elsewhere: Option<PathBuf>,
}

impl Explore {
    /// The rules of both programmes. Those that come with the program are read when somebody first asks.
    #[must_use]
    pub fn programmes(&self) -> &Programmes {
        self.own_rules.as_deref().unwrap_or_else(|| crate::catalog::programmes())
    }

    /// The same session on other files.
    #[must_use]
    pub fn on_files(&self, paths: &[String]) -> Explore {
        let inputs = paths.iter().map(|path| Input::file(path)).collect();
        // What was said of one file (its company, its date, its sheet) says nothing of another.
        let given = Given { company: self.config.company.clone(), ..Given::default() };
        let options = Options { map: Vec::new(), sheet: None, ..self.options.clone() };
        let keeper = if self.demo { Keeper::new(self.state) } else { self.keeper.clone() };
        let cases = if self.demo { cases::Keeper::new(self.state) } else { self.cases.clone() };
        Explore { inputs, given, options, as_of: None, demo: false, keeper, cases, ..self.clone() }
    }

    /// The same session on more files: those that are open stay. One that is open already is there once.
    #[must_use]
    pub fn with_files(&self, paths: &[String]) -> Explore {
        let mut inputs = self.inputs.clone();
        for path in paths {
            let input = Input::file(path);
            let is_open = |open: &Input| open.on_disk().is_some() && open.on_disk() == input.on_disk();
            if !inputs.iter().any(is_open) {
                inputs.push(input);
            }
        }
        Explore { inputs, ..self.clone() }
    }

    /// The same session on the sample, which shows the same on every day.
    #[must_use]
    pub fn on_sample(&self, sample: Sample, lang: Lang) -> Explore {
        // What is tried out on the sample is forgotten with it: it shows the same whenever it is opened.
        let keeper = Keeper::new(false);
        let company = self.given.company.clone().or(Some("Tarnelle Systems".to_owned()));
        let (inputs, cases) = (sample.inputs(lang), cases::Keeper::new(false));
        Explore { inputs, given: Given { company, ..self.given.clone() }, demo: true, keeper, cases, ..self.clone() }
    }
}
