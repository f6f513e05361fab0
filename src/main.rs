//! The program: understands the command line, calls the library, sets the exit code.

use std::process::ExitCode;

use skilldeck::cli::{self, Outcome};
use skilldeck::tui;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    match cli::run(&args, chrono::Local::now().date_naive()) {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Explore(explore) => match tui::run(*explore) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("skilldeck: {error:#}");
                ExitCode::from(2)
            }
        },
    }
}
