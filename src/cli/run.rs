//! Carries out the command line.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{self, Args, CatalogCommand, Command, Common, DemoReport, FailOn, Format, LettersArgs, Parsed, StandingArgs};
use super::rows::Rows;
use super::{catalog as rules, columns, entered, evidence, findings, letters, output, standing, summary, users};
use crate::cases;
use crate::catalog::programmes::Programmes;
use crate::catalog::{Severity, catalog, count, with_own};
use crate::config::Config;
use crate::files;
use crate::i18n::{Lang, Texts};
use crate::model::Given;
use crate::model::load::{self, Loaded};
use crate::report::mappings::Remembered;
use crate::report::{Input, Options, Progress};
use crate::session::{Explore, Sample};
use crate::{text, tr};

/// What is to be done after the command line was carried out.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing more; the exit code.
    Exit(u8),
    /// The explorer.
    Explore(Box<Explore>),
}

/// Exit code of `--fail-on` when there is such a finding.
const FOUND: u8 = 1;
/// Exit code for wrong usage and files that cannot be read.
const FAILED: u8 = 2;

/// Understands the command line and carries out what only prints.
#[must_use]
pub fn run(args: &[String], today: NaiveDate) -> Outcome {
    let asked = args::asked_lang(args);
    let (config, broken) = match Config::load() {
        Ok(config) => (config, None),
        Err(error) => (Config::default(), Some(error)),
    };
    let texts = Texts::new(config.lang(asked));
    if let Some(error) = broken {
        return fail(&tr!(texts, "cli-config", file = error.path, reason = error.reason));
    }
    match args::parse(args, &texts) {
        Parsed::Print(text) => done(output::write(text.as_bytes(), None, false, &texts)),
        Parsed::Mistake(message) => fail(&message),
        Parsed::Args(args) => carry_out(*args, asked, config, texts, today),
    }
}

/// One line on standard error, whatever stands in the names and values it repeats.
pub(super) fn say(message: &str) {
    // Nobody may be listening there: that is no reason to fail.
    let _ = writeln!(std::io::stderr(), "skilldeck: {}", text::clean(message));
}

fn fail(message: &str) -> Outcome {
    say(message);
    Outcome::Exit(FAILED)
}

fn done(result: Result<(), String>) -> Outcome {
    match result {
        Ok(()) => Outcome::Exit(0),
        Err(message) => fail(&message),
    }
}

fn carry_out(args: Args, asked: Option<Lang>, config: Config, texts: Texts, today: NaiveDate) -> Outcome {
    let Args { command, files, common } = args;
    // Nothing is changed or read for what could not be shown.
    let is_package = matches!(command, Some(Command::Evidence { .. }));
    if common.format() == Format::Xlsx && !is_package && common.output.as_deref().is_none_or(|path| path == "-") {
        return fail(&texts.get("cli-xlsx-output"));
    }
    match command {
        Some(Command::Completions { shell }) => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut args::command(&texts), "skilldeck", &mut out);
            done(output::write(&out, common.output.as_deref(), common.force, &texts))
        }
        Some(Command::Catalog { what }) => on_catalog(what, &config, &texts, &common, today),
        Some(Command::Rules) => done(output::write(texts.rules().as_bytes(), common.output.as_deref(), common.force, &texts)),
        Some(Command::Man) => {
            let mut out = Vec::new();
            let page = clap_mangen::Man::new(args::command(&texts)).render(&mut out);
            done(page.map_err(|e| e.to_string()).and_then(|()| output::write(&out, common.output.as_deref(), common.force, &texts)))
        }
        Some(Command::Demo { report }) => {
            let texts = of_explorer(texts, asked, &config, &common);
            explore(explore_demo(report, config, texts, &common, today))
        }
        // On a terminal one chooses; in a pipe there is nobody to ask.
        None if files.is_empty() && !std::io::stdout().is_terminal() => fail(&texts.get("cli-no-file")),
        None if files.first().is_some_and(|file| mistyped(file).is_some()) => {
            let suggestion = mistyped(&files[0]).unwrap_or_default();
            let unknown = tr!(texts, "cli-unknown-argument", arg = files[0].clone());
            fail(&format!("{unknown} {}", tr!(texts, "cli-did-you-mean", suggestion = suggestion)))
        }
        None => {
            let texts = of_explorer(texts, asked, &config, &common);
            match prepare(&files, config, texts, &common, today) {
                Ok(explore_on) => explore(explore_on),
                Err(message) => fail(&message),
            }
        }
        Some(Command::Entered(asked)) => {
            let printed = entered::run(&asked, &config, &texts, &common, today);
            done(printed.and_then(|bytes| output::write(&bytes, common.output.as_deref(), common.force, &texts)))
        }
        Some(Command::Summary(files)) => print(&files.files, Printing::Summary, config, &texts, &common, today),
        Some(Command::Columns(files)) => print(&files.files, Printing::Columns, config, &texts, &common, today),
        Some(Command::Users { files, filter }) => print(&files.files, Printing::Users(filter), config, &texts, &common, today),
        Some(Command::Findings { files, filter, fail_on }) => {
            print(&files.files, Printing::Findings(filter, fail_on), config, &texts, &common, today)
        }
        Some(Command::Letters(ask)) => match &ask.templates {
            Some(folder) => done(letters::write_templates(folder, common.force, &texts)),
            None => print(&ask.files.clone(), Printing::Letters(ask), config, &texts, &common, today),
        },
        Some(Command::Evidence { files, user, only_this_person }) => {
            print(&files.files, Printing::Evidence(user, only_this_person), config, &texts, &common, today)
        }
        Some(Command::Standing { files, ask }) => print(&files.files, Printing::Standing(ask), config, &texts, &common, today),
    }
}

/// The command that was probably meant by the name of a file that is not there: `summry`.
fn mistyped(file: &str) -> Option<&'static str> {
    const NAMES: [&str; 14] = [
        "summary",
        "users",
        "findings",
        "letters",
        "evidence",
        "standing",
        "competencies",
        "columns",
        "entered",
        "catalog",
        "demo",
        "rules",
        "completions",
        "man",
    ];
    let near = NAMES.into_iter().min_by_key(|name| strsim::damerau_levenshtein(file, name))?;
    (strsim::damerau_levenshtein(file, near) <= 2 && !std::path::Path::new(file).exists()).then_some(near)
}

/// The rules that come with the program with the user's own in them: those of the config file first, those of
/// `--catalog` have the last word.
///
/// # Errors
/// A message with the first mistake, when one of the files cannot be used.
pub(super) fn all_rules(config: &Config, texts: &Texts, common: &Common) -> Result<Programmes, String> {
    let paths: Vec<PathBuf> = config.catalog.iter().cloned().chain(common.catalog.iter().map(PathBuf::from)).collect();
    match with_own(&paths) {
        Ok(all) => {
            if !common.quiet {
                all.problems.iter().filter(|p| p.severity() == Severity::Warning).for_each(|p| say(&p.message(texts)));
            }
            Ok(all.programmes)
        }
        Err(problems) => {
            let first = problems.iter().find(|p| p.severity() == Severity::Error).map(|p| p.message(texts));
            let more = count(&problems, Severity::Error).saturating_sub(1);
            Err(tr!(texts, "catalog-unusable", problem = first.unwrap_or_default(), more = more))
        }
    }
}

fn on_catalog(what: CatalogCommand, config: &Config, texts: &Texts, common: &Common, today: NaiveDate) -> Outcome {
    let write = |bytes: &[u8]| output::write(bytes, common.output.as_deref(), common.force, texts);
    let as_of = common.as_of.unwrap_or(today);
    if let CatalogCommand::Check { catalogs } = what {
        // What is checked may be the very files that the settings name: they are no measure of themselves.
        let base = all_rules(&Config::default(), texts, common);
        return match base.and_then(|base| rules::check(&catalogs, &base, common.format(), texts)) {
            Err(message) => fail(&message),
            Ok((bytes, failed)) => match (write(&bytes), failed.is_empty()) {
                (Ok(()), false) => {
                    failed.iter().for_each(|message| say(message));
                    Outcome::Exit(FAILED)
                }
                (written, _) => done(written),
            },
        };
    }
    let printed = all_rules(config, texts, common).and_then(|programmes| {
        let view = rules::View { programmes: &programmes, as_of, texts };
        match what {
            CatalogCommand::Show { id } => rules::show(&view, &id, common.format()),
            _ => rules::list(&view, common.format()),
        }
    });
    done(printed.and_then(|bytes| write(&bytes)))
}

/// In the language that was chosen in the explorer, where nothing else is said. What only prints goes by the system: who
/// reads it may be a program.
fn of_explorer(texts: Texts, asked: Option<Lang>, config: &Config, common: &Common) -> Texts {
    let kept = if config.said_lang(asked).is_some() || common.no_state { None } else { files::recent::kept_language() };
    kept.map_or(texts, Texts::new)
}

fn explore(explore: Explore) -> Outcome {
    if !std::io::stdout().is_terminal() {
        return fail(&explore.texts.get("cli-no-terminal"));
    }
    Outcome::Explore(Box::new(explore))
}

/// What the explorer needs to open files.
///
/// # Errors
/// A message, when standard input was named: the explorer needs the keyboard; or when the user's own rules cannot be used.
pub fn prepare(files: &[String], config: Config, texts: Texts, common: &Common, today: NaiveDate) -> Result<Explore, String> {
    if files.iter().any(|f| f == "-") {
        return Err(texts.get("cli-explorer-stdin"));
    }
    let inputs = files.iter().map(|f| Input::file(f)).collect();
    let own = !common.catalog.is_empty() || config.catalog.is_some();
    let own_rules = if own { Some(Arc::new(all_rules(&config, &texts, common)?)) } else { None };
    Ok(Explore { own_rules, ..explore_on(inputs, config, texts, common, today) })
}

/// Where cases are kept: in a file that was named, in the data folder, or nowhere that outlasts the session.
#[must_use]
pub fn cases_kept(common: &Common) -> cases::Keeper {
    match &common.state {
        Some(file) if !common.no_state => cases::Keeper::Store(cases::Store::at(file)),
        _ => cases::Keeper::new(!common.no_state),
    }
}

fn explore_on(inputs: Vec<Input>, config: Config, texts: Texts, common: &Common, today: NaiveDate) -> Explore {
    let color = common.color.map_or(config.color, Into::into);
    let kept_theme = || if common.no_state { None } else { files::recent::kept_theme().and_then(|name| name.parse().ok()) };
    Explore {
        inputs,
        options: options(&config, common),
        given: given(&config, common),
        as_of: common.as_of,
        today,
        moment: None,
        demo: false,
        own_rules: None,
        texts,
        color: color.enabled(true),
        // What was chosen in the explorer holds where nothing else is said.
        theme: common.theme.or(config.theme).or_else(kept_theme).unwrap_or_default(),
        light_terminal: crate::config::light_terminal(std::env::var("COLORFGBG").ok().as_deref()),
        mouse: !common.no_mouse && config.mouse.unwrap_or(true),
        state: !common.no_state,
        keeper: crate::entered::Keeper::new(!common.no_state),
        cases: cases_kept(common),
        elsewhere: files::place::elsewhere(),
        config,
    }
}

/// The explorer on the bundled sample: an invented company, in 2021 and in 2026.
#[must_use]
pub fn explore_demo(first: DemoReport, config: Config, texts: Texts, common: &Common, today: NaiveDate) -> Explore {
    let sample = if first == DemoReport::Skills { Sample::Skills } else { Sample::Trainings };
    let lang = texts.lang();
    let explore = explore_on(Vec::new(), config, texts, common, today).on_sample(sample, lang);
    // It touches nothing of the user's.
    Explore { state: false, ..explore }
}

fn options(config: &Config, common: &Common) -> Options {
    Options {
        limits: config.limits,
        map: common.map.clone(),
        sheet: common.sheet.clone(),
        day_order: common.date_order.map(Into::into),
        remembered: if common.no_state { Remembered::default() } else { Remembered::load() },
    }
}

fn given(config: &Config, common: &Common) -> Given {
    Given { company: common.company.clone().or_else(|| config.company.clone()), report_date: common.report_date }
}

/// Whether a path is one of the files that were read: a report is never overwritten, whatever is asked.
pub(super) fn is_input(path: &str, loaded: &Loaded) -> bool {
    let real = |p: &str| std::path::Path::new(p).canonicalize().ok();
    let target = real(path);
    target.is_some() && loaded.sources().iter().any(|s| Input::file(&s.path).on_disk().and_then(|p| p.canonicalize().ok()) == target)
}

/// Reads the files of a printing subcommand.
///
/// # Errors
/// A message, when one cannot be read.
pub(super) fn open(files: &[String], config: &Config, texts: &Texts, common: &Common) -> Result<Loaded, String> {
    let inputs: Result<Vec<Input>, _> = files.iter().map(|f| if f == "-" { Input::stdin() } else { Ok(Input::file(f)) }).collect();
    let inputs = inputs.map_err(|e| e.message(texts))?;
    let progress = Arc::new(Progress::default());
    load::load(&inputs, &options(config, common), &given(config, common), catalog(), &progress).map_err(|e| e.message(texts))
}

enum Printing {
    Summary,
    Users(Option<String>),
    Columns,
    Standing(StandingArgs),
    Findings(Option<String>, Option<FailOn>),
    Letters(LettersArgs),
    Evidence(String, bool),
}

impl Printing {
    /// Whether it is about people and points, of which every report has its own.
    fn is_of_one_report(&self) -> bool {
        !matches!(self, Printing::Summary | Printing::Columns)
    }
}

fn print(files: &[String], what: Printing, config: Config, texts: &Texts, common: &Common, today: NaiveDate) -> Outcome {
    let printed = (|| {
        let loaded = open(files, &config, texts, common)?;
        let Some(current) = loaded.current() else { return Err(texts.get("cli-no-file")) };
        if let Some(path) = common.output.as_deref().filter(|path| is_input(path, &loaded)) {
            return Err(tr!(texts, "cli-is-input", file = path));
        }
        let as_of = load::as_of(&current.company, today, common.as_of);
        if !common.quiet {
            if loaded.reports.len() > 1 && what.is_of_one_report() {
                say(&tr!(texts, "cli-newest-of", file = current.name(), count = loaded.reports.len()));
            }
            for error in &loaded.refused {
                say(&error.message(texts));
            }
        }
        let view = summary::View { loaded: &loaded, company: &current.company, as_of, texts, quiet: common.quiet };
        // The rules with those that were entered, and everything that is known of the company besides its report.
        let known = |config: &Config, texts: &Texts, common: &Common| {
            let programmes = all_rules(config, texts, common)?;
            let known = crate::entered::known(
                &current.company,
                &loaded.history,
                config,
                as_of,
                crate::entered::Keeper::new(!common.no_state).load(&crate::entered::company_key(&current.company)),
            );
            if let Some(trouble) = known.trouble.filter(|_| !common.quiet) {
                say(&trouble.message(texts));
            }
            let programmes = crate::entered::with_rules(&programmes, &known.entered.rules);
            // An old report is looked at from its own day, and is old all the same.
            let today = common.as_of.unwrap_or(today);
            Ok::<_, String>(findings::Known { programmes, question: known.question, not_same: known.entered.not_same, today })
        };
        let mut failed = false;
        let bytes = match (what, common.format()) {
            (Printing::Summary, format) => summary::print(&view, format, &known(&config, texts, common)?)?,
            (Printing::Columns, format) => columns::print(&view, format)?,
            (Printing::Users(filter), format) => users::print(&view, filter.as_deref(), format, &known(&config, texts, common)?)?,
            (Printing::Standing(ask), format) => {
                let findings::Known { programmes, question, .. } = known(&config, texts, common)?;
                standing::print(&standing::Asked { view: &view, programmes: &programmes, question, ask: &ask }, format)?
            }
            (Printing::Findings(filter, fail_on), format) => {
                let known = known(&config, texts, common)?;
                let found = findings::Printed::new(&view, filter.as_deref(), &known)?;
                failed = fail_on.is_some_and(|severity| found.has(severity.into()));
                found.print(format)?
            }
            (Printing::Letters(ask), format) => {
                let known = known(&config, texts, common)?;
                match letters::print(&letters::Asked { view: &view, known: &known, ask: &ask }, format, common)? {
                    Some(bytes) => bytes,
                    None => return Ok(false),
                }
            }
            (Printing::Evidence(who, only), _) => {
                let known = known(&config, texts, common)?;
                let asked = evidence::Asked { view: &view, known: &known, who: &who, only_this_person: only, limits: &config.limits };
                return evidence::print(&asked, common).map(|()| false);
            }
        };
        output::write(&bytes, common.output.as_deref(), common.force, texts).map(|()| failed)
    })();
    match printed {
        Ok(true) => Outcome::Exit(FOUND),
        printed => done(printed.map(|_| ())),
    }
}

impl Format {
    /// Chooses what to print: words, JSON, or rows in one of their shapes.
    ///
    /// # Errors
    /// A message, when there are more rows than a sheet of a workbook holds.
    pub(super) fn pick(
        self,
        texts: &Texts,
        text: impl FnOnce() -> Vec<u8>,
        json: impl FnOnce() -> Vec<u8>,
        rows: impl FnOnce() -> Rows,
    ) -> Result<Vec<u8>, String> {
        match self {
            Format::Text => Ok(text()),
            Format::Json => Ok(json()),
            Format::Csv => Ok(rows().csv()),
            Format::Md => Ok(rows().markdown(texts).into_bytes()),
            Format::Xlsx => rows().xlsx(texts),
            Format::Eml => Err(texts.get("letters-eml-only")),
        }
    }
}
