//! What makes a session good, beyond what makes it playable: every shortcoming, with its place and help.
//!
//! The rules are those of `sessions/README.md`, “What makes a good session”. They look at files that
//! can be played and only ever warn. Each rule has a code, and the table of them is that section.

mod arc;
mod care;
mod dose;
mod head;
mod heard_twice;
mod instructions;
mod joints;
mod letters;
mod long_instruction;
mod overrun;
mod phrases;
mod pronunciation;
mod said_touch;
mod sides;
mod speech;
mod studies;
#[cfg(test)]
mod tests;
mod touch;
mod warm_work_soothe;
mod warnings;
mod wording;
mod work;

use crate::format::{
    KnownNames, Written, move_helps_followed, parse_bytes, read_move, read_session,
    session_helps_followed,
};
use crate::problem::{Finding, Problem, Severity, Source};
use crate::words::Message;
use work::Work;

/// Every problem of a session file: what keeps it from being played or, where it can be played,
/// what keeps it from being good. In the order of the file.
///
/// Its words are weighed at the pace of a usual voice.
pub fn session_file(file: &str, bytes: &[u8], known_names: &KnownNames) -> Vec<Problem> {
    session_file_at(file, bytes, known_names, None)
}

/// The same, with its words weighed at the pace of a voice that speaks so many words a minute by
/// day, where that is set.
pub fn session_file_at(
    file: &str,
    bytes: &[u8],
    known_names: &KnownNames,
    words_per_minute: Option<u32>,
) -> Vec<Problem> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return parse_bytes(file, bytes, known_names).1;
    };
    let source = Source::new(file, text);
    let Written { value, mut found, places } = read_session(&source, known_names);
    if let Some(session) = value {
        let mut work = Work::new(&session, &places, words_per_minute, &mut found);
        head::review(&mut work);
        wording::review(&mut work);
        arc::review(&mut work);
        warm_work_soothe::review(&mut work);
        care::review(&mut work);
        sides::review(&mut work);
        heard_twice::review(&mut work);
        dose::review(&mut work);
        long_instruction::review(&mut work);
        review_steps(&mut work);
    }
    session_helps_followed((file, text), found.into_problems(&source), known_names)
}

/// Every problem of a move file, in the order of the file. `name` is what sessions call it by.
///
/// A move that leaves something open to its sessions is reviewed in them.
pub fn move_file(file: &str, name: &str, text: &str) -> Vec<Problem> {
    move_file_at(file, name, text, None)
}

/// The same, at the pace of a voice that speaks so many words a minute by day.
pub fn move_file_at(
    file: &str,
    name: &str,
    text: &str,
    words_per_minute: Option<u32>,
) -> Vec<Problem> {
    let source = Source::new(file, text);
    let Written { value, mut found, places } = read_move(&source, name);
    if let Some((a_move, step)) = value {
        if a_move.sources.is_empty() {
            found.add(head::no_sources(places.head.of("sources")));
        }
        if let Some(step) = step {
            let session = work::session_around(&a_move, step);
            let mut work = Work::new(&session, &places, words_per_minute, &mut found);
            wording::review_steps(&mut work);
            review_steps(&mut work);
        }
    }
    move_helps_followed((file, name, text), found.into_problems(&source))
}

/// The same problems, with every warning an error.
pub fn strictly(problems: Vec<Problem>) -> Vec<Problem> {
    let raised = problems.into_iter();
    raised.map(|problem| Problem { severity: Severity::Error, ..problem }).collect()
}

/// The rules that look at each step by itself.
fn review_steps(work: &mut Work<'_, '_>) {
    letters::review(work);
    speech::review(work);
    pronunciation::review(work);
    overrun::review(work);
    instructions::review(work);
    touch::review(work);
    said_touch::review(work);
    joints::review(work);
    warnings::review(work);
    care::review_steps(work);
    studies::review(work);
}

/// A shortcoming: a warning with help.
fn remark(
    code: &'static str,
    span: std::ops::Range<usize>,
    message: Message,
    help: Message,
) -> Finding {
    Finding::warning(code, span, message).help(help)
}
