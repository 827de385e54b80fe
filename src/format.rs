//! Text to [`Session`], or every problem in it with its place and how to mend it.
//!
//! The format is described in `sessions/README.md`. A file is read into a draft, which is its shape
//! with the place of every value; the draft is checked into a session. Nothing stops at the first
//! problem, and no input makes it panic.

mod check;
mod draft;
mod known_names;
mod places;
mod read;
mod schema;
#[cfg(test)]
mod tests;
mod write;

pub use known_names::{KnownNames, Move};
pub(crate) use places::{Places, StepPlaces};
pub use schema::{move_schema, session_schema};
pub use write::session_text;

use crate::problem::{Finding, Findings, Problem, Source, followed};
use crate::session::{Session, Step, limits};
use crate::words::Message;
use check::Checker;
use draft::{MoveDraft, SessionDraft};

/// Reads a session file. `file` is only a name for the messages.
///
/// Returns the session unless there is an error, and every problem in the order of the file.
pub fn parse(file: &str, text: &str, known_names: &KnownNames) -> (Option<Session>, Vec<Problem>) {
    let (value, problems) = parse_once(file, text, known_names);
    (value, session_helps_followed((file, text), problems, known_names))
}

fn parse_once(file: &str, text: &str, known_names: &KnownNames) -> (Option<Session>, Vec<Problem>) {
    let source = Source::new(file, text);
    let Written { value, found, .. } = read_with(&source, known_names, false, Checker::session);
    (value, found.into_problems(&source))
}

/// The problems of a session file, each with help that leads to the end of it.
pub(crate) fn session_helps_followed(
    (file, text): (&str, &str),
    problems: Vec<Problem>,
    known_names: &KnownNames,
) -> Vec<Problem> {
    followed(text, problems, |text| parse_once(file, text, known_names).1)
}

/// Reads a session file that may not be text at all.
pub fn parse_bytes(
    file: &str,
    bytes: &[u8],
    known_names: &KnownNames,
) -> (Option<Session>, Vec<Problem>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(file, text, known_names),
        Err(error) => (None, not_text(file, bytes, error.valid_up_to())),
    }
}

/// Reads a session file for a caller that does not show what is wrong with it: the session unless there is an
/// error, as [`parse_bytes`] has it, but a file full of errors takes no longer than another.
pub fn parse_valid(bytes: &[u8], known_names: &KnownNames) -> Option<Session> {
    let source = Source::new("", std::str::from_utf8(bytes).ok()?);
    let draft = read::read_right::<SessionDraft>(&source, known_names)?;
    Checker::new(&source, known_names, Findings::default()).session(&draft)
}

/// Reads a move file. `name` is what sessions call it by: the file's name without its ending.
pub fn parse_move(file: &str, name: &str, text: &str) -> (Option<Move>, Vec<Problem>) {
    let (value, problems) = parse_move_once(file, name, text);
    (value, move_helps_followed((file, name, text), problems))
}

fn parse_move_once(file: &str, name: &str, text: &str) -> (Option<Move>, Vec<Problem>) {
    let source = Source::new(file, text);
    let check = |checker: &mut Checker<'_>, draft: &MoveDraft| checker.a_move(name, draft);
    let Written { value, found, .. } = read_with(&source, &KnownNames::default(), false, check);
    (value.map(|(a_move, _)| a_move), found.into_problems(&source))
}

/// The problems of a move file, each with help that leads to the end of it.
pub(crate) fn move_helps_followed(
    (file, name, text): (&str, &str, &str),
    problems: Vec<Problem>,
) -> Vec<Problem> {
    followed(text, problems, |text| parse_move_once(file, name, text).1)
}

/// A file as it was read.
pub(crate) struct Written<T> {
    /// What it holds, unless there is an error.
    pub(crate) value: Option<T>,
    /// Every problem in it.
    pub(crate) found: Findings,
    /// Where its parts stand.
    pub(crate) places: Places,
}

/// Reads a session file, and remembers where its parts stand.
pub(crate) fn read_session(source: &Source<'_>, known_names: &KnownNames) -> Written<Session> {
    read_with(source, known_names, true, Checker::session)
}

/// Reads a move file: the move, and its step where it leaves nothing open.
pub(crate) fn read_move(source: &Source<'_>, name: &str) -> Written<(Move, Option<Step>)> {
    let check = |checker: &mut Checker<'_>, draft: &MoveDraft| checker.a_move(name, draft);
    read_with(source, &KnownNames::default(), true, check)
}

fn read_with<'a, D: read::DocumentDraft, T>(
    source: &'a Source<'a>,
    known_names: &'a KnownNames,
    with_places: bool,
    check: impl FnOnce(&mut Checker<'a>, &D) -> Option<T>,
) -> Written<T> {
    let reading = read::read::<D>(source, known_names);
    let Some(draft) = reading.draft else {
        return Written { value: None, found: reading.found, places: Places::default() };
    };
    let checker = Checker::new(source, known_names, reading.found);
    let mut checker = checker.allowing_gaps(reading.may_have_gaps).remembering_places(with_places);
    let value = check(&mut checker, &draft);
    let (found, places) = checker.into_parts();
    Written { value, found, places }
}

fn not_text(file: &str, bytes: &[u8], valid: usize) -> Vec<Problem> {
    let readable = String::from_utf8_lossy(&bytes[..valid.min(limits::FILE_BYTES)]);
    let source = Source::new(file, &readable);
    let end = readable.len();
    let mut found = Findings::default();
    let finding = Finding::error("not-text", end..end, Message::new("not-text"));
    found.add(finding.help(Message::new("not-text-help")));
    found.into_problems(&source)
}
