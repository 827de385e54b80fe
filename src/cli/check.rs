//! `check`: every problem in session files.

mod walk;

use std::path::Path;

use super::arguments::CheckArguments;
use super::console::Console;
use super::exit::Exit;
use super::files::{stem, unreadable};
use super::list::write_json;
use super::setup;
use super::text::{count, said};
use crate::config::Paths;
use crate::format::Shelf;
use crate::library::read_bounded;
use crate::problem::{Problem, Severity};
use crate::review;
use walk::{CheckedFile, FileKind};

/// The code of a path that nothing can be read from.
const UNREAD: &str = "unreadable";

/// Finds every problem in the files and folders that are named.
pub(super) fn check(wish: &CheckArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let library = setup::library(Paths::find().as_ref());
    let mut files = 0;
    let mut problems = Vec::new();
    for path in &wish.paths {
        let found = walk::targets(path, library.shelf());
        for unused in &found.unused {
            problems.push(unread(&unused.path, unused.to_string(), Some(&unused.help)));
        }
        if found.files.is_empty() && found.unused.is_empty() {
            let path_said = said(path);
            let message = format!("there are no session files in `{path_said}`");
            problems.push(unread(path, message, Some("session files end in `.toml`")));
        }
        files += found.files.iter().filter(|target| target.path.exists()).count();
        for target in &found.files {
            problems.extend(problems_of(target));
        }
    }
    if wish.strict {
        problems = review::strictly(problems);
    }
    if wish.json {
        write_json(&problems, console)?;
    } else {
        for problem in &problems {
            writeln!(console.out, "{}\n", rendered(problem))?;
        }
        writeln!(console.out, "{}", summary(files, &problems))?;
    }
    let failed = problems.iter().any(is_error);
    Ok(if failed { Exit::Problem } else { Exit::Done })
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

fn problems_of(target: &CheckedFile) -> Vec<Problem> {
    let file = target.path.to_string_lossy();
    let bytes = match read_bounded(&target.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            return vec![unread(&target.path, unreadable(&target.path, &error.into()), None)];
        }
    };
    match (&target.kind, std::str::from_utf8(&bytes)) {
        (FileKind::Move, Ok(text)) => review::move_file(&file, &stem(&target.path), text),
        // What is not text at all is told the same way for both.
        (FileKind::Move, Err(_)) => review::session_file(&file, &bytes, &Shelf::default()),
        (FileKind::Session(shelf), _) => review::session_file(&file, &bytes, shelf),
    }
}

/// A path that nothing can be read from, as a problem like any other.
fn unread(path: &Path, message: String, help: Option<&str>) -> Problem {
    Problem {
        code: UNREAD,
        severity: Severity::Error,
        file: path.to_string_lossy().into_owned(),
        span: 0..0,
        line: 1,
        column: 1,
        source_line: String::new(),
        mark: 0..0,
        message,
        help: help.map(str::to_owned),
    }
}

/// The whole message of a problem. Where nothing was read there is no line to show.
fn rendered(problem: &Problem) -> String {
    if problem.code != UNREAD {
        return problem.to_string();
    }
    let help = problem.help.as_ref();
    let help = help.map_or_else(String::new, |help| format!("\nhelp: {help}"));
    format!("error: {}{help}", problem.message)
}

fn summary(files: usize, problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| is_error(problem)).count();
    let warnings = problems.len() - errors;
    let files = count(files, "file");
    match (errors, warnings) {
        (0, 0) => format!("{files}, all well."),
        (0, _) => format!("{files}, {}.", count(warnings, "warning")),
        (_, 0) => format!("{files}, {}.", count(errors, "error")),
        _ => format!("{files}, {}, {}.", count(errors, "error"), count(warnings, "warning")),
    }
}
