//! `check`: every problem in session files.

mod walk;

use std::path::Path;

use super::arguments::CheckArguments;
use super::console::Console;
use super::exit::Exit;
use super::files::{called, unreadable};
use super::list::write_json;
use super::setup::Setup;
use super::text::said;
use crate::courses;
use crate::files::is_same_file;
use crate::format::KnownNames;
use crate::library::{Library, beyond_reach, read_bounded};
use crate::problem::{Problem, ProblemText, SaidProblem, Severity};
use crate::review;
use crate::timeline::bounds;
use crate::words::Message;
use walk::{CheckedFile, FileKind};

/// The code of a path that nothing can be read from.
const UNREAD: &str = "unreadable";

/// Finds every problem in the files and folders that are named.
pub(super) fn check(wish: &CheckArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let library = setup.library();
    let texts = setup.report_texts();
    let words_per_minute = setup.settings.voice.words_per_minute;
    let mut files = 0;
    let mut problems = Vec::new();
    for path in &wish.paths {
        let mut found = walk::targets(path, library.known_names());
        if setup.paths.as_ref().is_some_and(|paths| is_same_file(path, &paths.sessions())) {
            found.unused.extend(beyond_reach(path));
        }
        for unused in &found.unused {
            let help = ProblemText::from(&*unused.help);
            problems.push(unread(&unused.path, unused.to_string(), Some(help)));
        }
        if found.files.is_empty() && found.unused.is_empty() {
            let message = Message::new("check-no-files").with("path", said(path));
            let help = Message::new("check-no-files-help");
            problems.push(unread(path, message, Some(help.into())));
        }
        files += found.files.iter().filter(|target| target.path.exists()).count();
        for target in &found.files {
            problems.extend(problems_of(target, &library, words_per_minute));
        }
    }
    if wish.strict {
        problems = review::strictly(problems);
    }
    if wish.json {
        let said: Vec<SaidProblem> = problems.iter().map(|it| it.said(texts)).collect();
        write_json(&said, console)?;
    } else {
        for problem in &problems {
            writeln!(console.out, "{}\n", rendered(&problem.said(texts)))?;
        }
        writeln!(console.out, "{}", texts.text(&summary(files, &problems)))?;
    }
    let failed = problems.iter().any(is_error);
    Ok(if failed { Exit::Problem } else { Exit::Done })
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

fn problems_of(
    target: &CheckedFile,
    library: &Library,
    words_per_minute: Option<u32>,
) -> Vec<Problem> {
    let file = target.path.to_string_lossy();
    let bytes = match read_bounded(&target.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let help = ProblemText::from(&*error.help());
            return vec![unread(&target.path, unreadable(&error), Some(help))];
        }
    };
    match (&target.kind, std::str::from_utf8(&bytes)) {
        (FileKind::Move, Ok(text)) => {
            review::move_file_at(&file, &called(&target.path), text, words_per_minute)
        }
        (FileKind::Course, Ok(text)) => {
            // A session in the folder above is there too.
            let above = target.path.parent().and_then(Path::parent).unwrap_or(Path::new(""));
            let beside = |id: &str| above.join(format!("{id}.toml")).is_file();
            let known = |id: &str| {
                let loaded = library.load(id).ok()?;
                let (shortest, longest) = bounds(&loaded.session, None);
                Some(shortest..=longest)
            };
            courses::course_file(&file, text, |id| {
                known(id).or_else(|| beside(id).then_some(0..=u64::MAX))
            })
        }
        // What is not text at all is told the same way for both.
        (FileKind::Move | FileKind::Course, Err(_)) => {
            review::session_file(&file, &bytes, &KnownNames::default())
        }
        (FileKind::Session(known_names), _) => {
            review::session_file_at(&file, &bytes, known_names, words_per_minute)
        }
    }
}

/// A path that nothing can be read from, as a problem like any other.
fn unread(path: &Path, message: impl Into<ProblemText>, help: Option<ProblemText>) -> Problem {
    Problem {
        code: UNREAD,
        severity: Severity::Error,
        file: path.to_string_lossy().into_owned(),
        span: 0..0,
        line: 1,
        column: 1,
        source_line: String::new(),
        mark: 0..0,
        message: message.into(),
        help,
    }
}

/// The whole message of a problem. Where nothing was read there is no line to show.
fn rendered(problem: &SaidProblem) -> String {
    if problem.problem.code == UNREAD { problem.without_place() } else { problem.to_string() }
}

fn summary(files: usize, problems: &[Problem]) -> Message {
    let errors = problems.iter().filter(|problem| is_error(problem)).count();
    let warnings = problems.len() - errors;
    let count = |id: &'static str, count: usize| Message::new(id).with("count", count);
    let files = count("check-files", files);
    let one = |found: Message| {
        Message::new("check-summary").with("files", files.clone()).with("found", found)
    };
    match (errors, warnings) {
        (0, 0) => one(Message::new("check-all-well")),
        (0, _) => one(count("check-warnings", warnings)),
        (_, 0) => one(count("check-errors", errors)),
        _ => Message::new("check-summary-two")
            .with("files", files.clone())
            .with("errors", count("check-errors", errors))
            .with("warnings", count("check-warnings", warnings)),
    }
}
