//! What the tests are written with: a desk with folders of its own, the program run at it, and reports laid on it.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// The headings of a report in English.
pub const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                          Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date";

/// Two people: one associated in the old portal alone, one in Partner Center.
pub const TWO_PEOPLE: [&str; 3] = [
    "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Exam,Tents and Ropes,TN-101,2021-02-13,Camping (Tents),",
    "Aïcha,Benali,aicha@contoso.example,8000015,Yes,No,Certification,Camp Leader,,2021-03-14,Camping (Tents); Hiking,2099-03-14",
    "雷,李,lei@contoso.example,8000016,No,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,",
];

/// The columns of TrainingCompletions.
pub const TRAININGS: &str = "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,\
                             TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MPNId,PartnerName,\
                             PartnerCityLocation,PartnerCountryLocation";

/// A csv of the given rows under the English headings.
pub fn report(rows: &[&str]) -> String {
    [&[HEADER], rows].concat().join("\n") + "\n"
}

/// The report of [`TWO_PEOPLE`].
pub fn two_people() -> String {
    report(&TWO_PEOPLE)
}

/// A TrainingCompletions of the given rows.
pub fn trainings(rows: &[&str]) -> String {
    [&[TRAININGS], rows].concat().join("\r\n") + "\r\n"
}

/// Someone's desk: a folder to work in, and in another the program's own files, so that no test touches the user's.
pub struct Desk {
    work: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Desk {
        let desk = Desk { work: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() };
        std::fs::create_dir(desk.data()).unwrap();
        desk.configure("");
        desk
    }

    /// A desk with one report on it.
    pub fn with(name: &str, content: impl AsRef<[u8]>) -> Desk {
        let desk = Desk::new();
        desk.put(name, content);
        desk
    }

    /// A path on the desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.work.path().join(name)
    }

    /// Lays a file on the desk.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Lays a workbook on the desk.
    pub fn put_workbook(&self, name: &str, book: &mut rust_xlsxwriter::Workbook) {
        self.put(name, book.save_to_buffer().unwrap());
    }

    /// What a file on the desk holds.
    pub fn text_of(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program's data folder.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The config file.
    pub fn config(&self) -> PathBuf {
        self.home.path().join("config.toml")
    }

    /// Writes the config file.
    pub fn configure(&self, toml: &str) {
        std::fs::write(self.config(), toml).unwrap();
    }

    /// The program, in English unless an argument says otherwise, not yet run.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("skilldeck");
        for name in ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "COLUMNS"] {
            command.env_remove(name);
        }
        command
            .env("LANG", "en_US.UTF-8")
            .env("SKILLDECK_LANG", "en")
            .env("SKILLDECK_DATA_DIR", self.data())
            .env("SKILLDECK_CONFIG", self.config())
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path())
            .current_dir(self.work.path())
            .args(args);
        command
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(&mut self.command(args))
    }

    /// Runs the program with something on its standard input.
    pub fn pipe(&self, stdin: impl Into<Vec<u8>>, args: &[&str]) -> Ran {
        Ran::of(self.command(args).write_stdin(stdin))
    }

    /// What a run prints that must go well and have nothing to say on the side.
    pub fn print(&self, args: &[&str]) -> String {
        self.run(args).fine()
    }

    /// The JSON of a run that must go well.
    pub fn json(&self, args: &[&str]) -> Value {
        let args = [args, &["--format", "json"]].concat();
        serde_json::from_str(&self.print(&args)).unwrap()
    }
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Runs a command. A message that has no words in a locale is shown as ⟦key⟧: there must be none.
    pub fn of(command: &mut Command) -> Ran {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        let ran = Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
        assert!(!ran.out.contains('⟦') && !ran.err.contains('⟦'), "a message without words: {ran:?}");
        ran
    }

    /// Output of a run that went well and said nothing on the side.
    #[track_caller]
    pub fn fine(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The message of a run that failed: one line on standard error, exit code 2, nothing on standard output.
    #[track_caller]
    pub fn failure(self) -> String {
        assert_eq!(self.code, 2, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        let line = self.err.strip_suffix('\n').expect("a line");
        assert!(!line.contains(['\n', '\r', '\u{1b}']), "one line: {line}");
        line.strip_prefix("skilldeck: ").expect("the program's name in front").to_owned()
    }
}

/// The keys of a JSON object, in alphabetical order.
#[track_caller]
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// The names of the files in a folder, in alphabetical order.
pub fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The path of a file in `tests/fixtures`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The path of a file in `assets/demo`.
pub fn demo(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo").join(name).to_string_lossy().into_owned()
}
