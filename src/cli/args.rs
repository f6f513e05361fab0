//! What can be typed. The texts come from the locales, so that help and errors speak the user's language.

mod letters;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::catalog::Programme;
use crate::config::{Color, ThemeName};
use crate::diagnosis::Severity;
use crate::i18n::{self, Lang, Texts};
use crate::report::values::DayOrder;
use crate::report::{Field, Mapping};
use crate::standing::Track;
use crate::tr;

pub use letters::LettersArgs;

/// The command line.
#[derive(Clone, Debug, Parser)]
#[command(name = "skilldeck", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Args {
    /// What to print; nothing: the explorer.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Files or folders to explore.
    #[arg(value_name = "FILE")]
    pub files: Vec<String>,
    /// What all commands take.
    #[command(flatten)]
    pub common: Common,
}

/// The subcommands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// What was read and how, counts.
    Summary(Files),
    /// One entry per account.
    Users {
        /// The files.
        #[command(flatten)]
        files: Files,
        /// A filter of the filter language.
        #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
        filter: Option<String>,
    },
    /// What there is to settle.
    Findings {
        /// The files.
        #[command(flatten)]
        files: Files,
        /// A filter of the filter language.
        #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
        filter: Option<String>,
        /// End with exit code 1 when there is such a finding.
        #[arg(long, value_enum, value_name = "SEVERITY", hide_possible_values = true)]
        fail_on: Option<FailOn>,
    },
    /// A letter to each person.
    Letters(LettersArgs),
    /// What support asks for about one person.
    Evidence {
        /// The files.
        #[command(flatten)]
        files: Files,
        /// The person.
        #[arg(long, value_name = "WHO")]
        user: String,
        /// Without the rows of others.
        #[arg(long)]
        only_this_person: bool,
    },
    /// How each column was recognised.
    Columns(Files),
    /// Where the company stands with designations or competencies.
    #[command(visible_alias = "competencies")]
    Standing {
        /// The files.
        #[command(flatten)]
        files: Files,
        /// What of them.
        #[command(flatten)]
        ask: StandingArgs,
    },
    /// What was entered about the company, and changes of it.
    Entered(Entered),
    /// The explorer on the bundled sample.
    Demo {
        /// Which of the sample's reports comes first.
        #[arg(value_enum, default_value_t = DemoReport::Skills, hide_default_value = true, hide_possible_values = true)]
        report: DemoReport,
    },
    /// The rules of both programmes.
    #[command(disable_help_subcommand = true, arg_required_else_help = false)]
    Catalog {
        /// What of them.
        #[command(subcommand)]
        what: CatalogCommand,
    },
    /// The rules the program goes by, with their sources.
    Rules,
    /// Completions for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// The manual page.
    Man,
}

/// What of the standing is printed, and by which rules.
#[derive(Clone, Debug, clap::Args)]
pub struct StandingArgs {
    /// One programme.
    #[arg(long, value_enum, value_name = "NAME", hide_possible_values = true)]
    pub programme: Option<ProgrammeArg>,
    /// One track of the designations.
    #[arg(long, value_enum, value_name = "NAME", hide_possible_values = true)]
    pub track: Option<TrackArg>,
    /// Rules chosen by hand.
    #[arg(long, value_name = "ID")]
    pub rules: Option<String>,
    /// One entry whole.
    #[arg(long, value_name = "PATH", conflicts_with = "compare")]
    pub explain: Option<String>,
    /// Two versions of the rules applied to the same people.
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"], conflicts_with = "rules")]
    pub compare: Option<Vec<String>>,
}

/// From which severity on a finding is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Only urgent ones.
    Urgent,
    /// Warnings too.
    Warning,
}

impl From<FailOn> for Severity {
    fn from(arg: FailOn) -> Severity {
        match arg {
            FailOn::Urgent => Severity::Urgent,
            FailOn::Warning => Severity::Warning,
        }
    }
}

/// A programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProgrammeArg {
    /// Solutions Partner.
    Designations,
    /// Silver and Gold.
    Competencies,
}

/// A track of designations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrackArg {
    /// Large customers.
    Enterprise,
    /// Small and middle ones.
    Smb,
}

impl From<TrackArg> for Track {
    fn from(arg: TrackArg) -> Track {
        match arg {
            TrackArg::Enterprise => Track::Enterprise,
            TrackArg::Smb => Track::Smb,
        }
    }
}

impl From<ProgrammeArg> for Programme {
    fn from(arg: ProgrammeArg) -> Programme {
        match arg {
            ProgrammeArg::Designations => Programme::Designations,
            ProgrammeArg::Competencies => Programme::Competencies,
        }
    }
}

/// What is asked of the rules of both programmes.
#[derive(Clone, Debug, Subcommand)]
pub enum CatalogCommand {
    /// Which there are.
    List,
    /// Everything about one.
    Show {
        /// `data-ai`, `cloud-platform/azure-consumption`
        #[arg(value_name = "ID")]
        id: String,
    },
    /// What is wrong in files of one's own.
    Check {
        /// Files or folders.
        #[arg(required = true, value_name = "FILE")]
        catalogs: Vec<String>,
    },
}

/// The reports of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DemoReport {
    /// The skills report of 2021.
    Skills,
    /// The TrainingCompletions of 2026.
    Trainings,
}

/// The files of a printing subcommand.
#[derive(Clone, Debug, clap::Args)]
pub struct Files {
    /// Files or folders; `-` is csv or tsv on standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
}

/// What was entered, and what is to be changed.
#[derive(Clone, Debug, clap::Args)]
pub struct Entered {
    /// The files.
    #[command(flatten)]
    pub files: Files,
    /// Something is so.
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// It is not said.
    #[arg(long, value_name = "KEY")]
    pub unset: Vec<String>,
    /// A performance text is met.
    #[arg(long, value_name = "PATH")]
    pub tick: Vec<String>,
    /// It is not said.
    #[arg(long, value_name = "PATH")]
    pub untick: Vec<String>,
    /// A rule of one's own.
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
}

/// How the output is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// For documents: a table of Markdown.
    Md,
    /// Letters as drafts of mails.
    Eml,
}

/// Which number of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// `19/05/2021`
    DayFirst,
    /// `05/19/2021`
    MonthFirst,
}

/// What all commands take.
#[derive(Clone, Debug, clap::Args)]
pub struct Common {
    /// Output format.
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub format: Option<Format>,
    /// File to write to.
    #[arg(short, long, global = true, value_name = "PATH")]
    pub output: Option<String>,
    /// Overwrite it.
    #[arg(long, global = true)]
    pub force: bool,
    /// The day to look at the report from.
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub as_of: Option<NaiveDate>,
    /// The day of the report.
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub report_date: Option<NaiveDate>,
    /// Language of the program.
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
    /// Columns mapped by hand.
    #[arg(long, global = true, value_name = "FIELD=HEADER", value_parser = parse_mapping)]
    pub map: Vec<Mapping>,
    /// The sheet to read.
    #[arg(long, global = true, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which number of an ambiguous date is the day.
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub date_order: Option<Order>,
    /// The company's name.
    #[arg(long, global = true, value_name = "NAME")]
    pub company: Option<String>,
    /// Rules of one's own.
    #[arg(long, global = true, value_name = "PATH")]
    pub catalog: Vec<String>,
    /// When to use colour.
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub color: Option<ColorArg>,
    /// The looks of the explorer.
    #[arg(long, global = true, value_name = "NAME", value_parser = parse_theme)]
    pub theme: Option<ThemeName>,
    /// Leave the mouse to the terminal.
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Neither read nor write the data folder.
    #[arg(long, global = true)]
    pub no_state: bool,
    /// The file in which cases are kept, in place of the data folder.
    #[arg(long, global = true, value_name = "PATH", conflicts_with = "no_state")]
    pub state: Option<PathBuf>,
    /// Print warnings not at all.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

impl Common {
    /// The format asked for, else the one that the output file's name ends in, else text.
    #[must_use]
    pub fn format(&self) -> Format {
        let ending = self.output.as_deref().and_then(|path| path.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase());
        self.format.unwrap_or(match ending.as_deref() {
            Some("json") => Format::Json,
            Some("csv") => Format::Csv,
            Some("xlsx") => Format::Xlsx,
            Some("md") => Format::Md,
            _ => Format::Text,
        })
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<ColorArg> for Color {
    fn from(arg: ColorArg) -> Color {
        match arg {
            ColorArg::Auto => Color::Auto,
            ColorArg::Always => Color::Always,
            ColorArg::Never => Color::Never,
        }
    }
}

impl From<Order> for DayOrder {
    fn from(order: Order) -> DayOrder {
        match order {
            Order::DayFirst => DayOrder::DayFirst,
            Order::MonthFirst => DayOrder::MonthFirst,
        }
    }
}

fn parse_theme(name: &str) -> Result<ThemeName, String> {
    let names = || ThemeName::ALL.map(|theme| theme.to_string()).join(", ");
    name.parse().map_err(|()| names())
}

fn parse_lang(tag: &str) -> Result<Lang, String> {
    tag.parse().map_err(|()| "en, fr".to_owned())
}

fn parse_date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "2021-05-19".to_owned())
}

fn parse_mapping(text: &str) -> Result<Mapping, String> {
    let (field, header) = text.split_once('=').ok_or_else(|| "FIELD=HEADER".to_owned())?;
    let field: Field = field
        .trim()
        .parse()
        .map_err(|()| Field::MAPPABLE.iter().chain(&Field::OF_LISTS).map(|f| f.name()).collect::<Vec<_>>().join(", "))?;
    Ok((field, header.trim().to_owned()))
}

/// The language asked for on the command line, before it is parsed: help and errors need it.
#[must_use]
pub fn asked_lang(args: &[String]) -> Option<Lang> {
    let mut args = args.iter().skip(1).take_while(|a| *a != "--");
    while let Some(arg) = args.next() {
        if arg == "--lang" {
            return args.next()?.parse().ok();
        }
        if let Some(tag) = arg.strip_prefix("--lang=") {
            return tag.parse().ok();
        }
    }
    None
}

/// The clap command with its texts in a language.
#[must_use]
pub fn command(texts: &Texts) -> clap::Command {
    // A colon follows each heading, and in French a blank goes before it.
    let heading = |key: &str| format!("{}{}", texts.get(key), if texts.lang() == Lang::Fr { "\u{a0}" } else { "" });
    let template = |own: &str| format!("{own}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", heading("cli-usage"));
    let dress = |command: clap::Command, name: &str| {
        let about = texts.get(&format!("cli-about-{name}"));
        let command = command.about(about.lines().next().unwrap_or_default().to_owned()).help_template(template(&about));
        let command = command.disable_help_flag(true).arg(help_arg()).next_help_heading(heading("cli-options"));
        let ids: Vec<String> = command.get_arguments().map(|a| a.get_id().to_string()).collect();
        ids.into_iter().fold(command, |command, id| {
            let help = texts.get(&format!("cli-arg-{}", id.replace('_', "-")));
            let positional = command.get_arguments().any(|a| a.get_id() == id.as_str() && a.is_positional());
            let heading = heading(if positional { "cli-arguments" } else { "cli-options" });
            command.mut_arg(id, |arg| arg.help(help).help_heading(heading))
        })
    };
    let names = |command: &clap::Command| command.get_subcommands().map(|c| c.get_name().to_owned()).collect::<Vec<_>>();
    let with_subs = |command: clap::Command, dress: &dyn Fn(clap::Command, &str) -> clap::Command| {
        let command = command.styles(Styles::plain()).subcommand_help_heading(heading("cli-commands"));
        names(&command).into_iter().fold(command, |command, name| command.mut_subcommand(name.clone(), |sub| dress(sub, &name)))
    };
    let dress_sub = |sub: clap::Command, name: &str| {
        let sub = with_subs(sub, &|inner, inner_name| dress(inner.styles(Styles::plain()), &format!("{name}-{inner_name}")));
        dress(sub, name)
    };
    let root = with_subs(Args::command(), &dress_sub);
    let root = root.arg(Arg::new("version").long("version").short('V').action(ArgAction::Version));
    let below = " ".repeat(heading("cli-usage").chars().count() + 2);
    let root = root.override_usage(format!("skilldeck [OPTIONS] [FILE]...\n{below}skilldeck [OPTIONS] <COMMAND>"));
    dress(root, "skilldeck").after_help(texts.get("cli-examples"))
}

fn help_arg() -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help)
}

/// What came of the command line.
#[derive(Debug)]
pub enum Parsed {
    /// To be carried out.
    Args(Box<Args>),
    /// Help or version: to be printed.
    Print(String),
    /// A mistake, in words.
    Mistake(String),
}

/// Parses the command line.
#[must_use]
pub fn parse(args: &[String], texts: &Texts) -> Parsed {
    match command(texts).try_get_matches_from(args).and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => Parsed::Args(Box::new(args)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Parsed::Print(error.render().to_string())
        }
        Err(error) => Parsed::Mistake(mistake(&error, texts)),
    }
}

/// A mistake on the command line in the user's language.
fn mistake(error: &clap::Error, texts: &Texts) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(s)) => s.join(", "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    let cause = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let valid = if valid.is_empty() { cause } else { valid };
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .map(context)
        .into_iter()
        .find(|s| !s.is_empty());
    let message = match error.kind() {
        ErrorKind::UnknownArgument => tr!(texts, "cli-unknown-argument", arg = arg),
        ErrorKind::InvalidSubcommand => tr!(texts, "cli-unknown-argument", arg = context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => tr!(texts, "cli-value-missing", arg = arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => tr!(texts, "cli-invalid-value", arg = arg, value = value, valid = valid),
        ErrorKind::MissingRequiredArgument => tr!(texts, "cli-missing", arg = arg),
        ErrorKind::MissingSubcommand => tr!(texts, "cli-missing", arg = context(ContextKind::ValidSubcommand)),
        ErrorKind::ArgumentConflict => tr!(texts, "cli-conflict", arg = arg),
        _ => tr!(texts, "cli-wrong-usage", arg = arg),
    };
    let hint =
        suggestion.map(|s| format!(" {}", texts.with("cli-did-you-mean", &[("suggestion", i18n::Arg::from(s))]))).unwrap_or_default();
    format!("{message}{hint} {}", texts.get("cli-see-help"))
}

#[cfg(test)]
mod tests;
