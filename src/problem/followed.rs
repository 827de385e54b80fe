//! Help that was followed before it is given: where a line that is written as told would only tell the
//! next problem, what to write in the end is told at once.

use toml::de::DeTable;

use super::letters::as_typed;
use super::{Problem, ProblemText, Severity};
use crate::words::{Argument, Message};

/// How often what is told of a line is followed at most.
const ROUNDS: usize = 4;
/// More problems than these are told as they are: each takes further readings of the file.
const MOST: usize = 12;
/// Longer lines are not shown as they should be written.
const LONGEST: usize = 200;

/// The same problems, each that TOML cannot read with the line that mends all that is wrong in it, where
/// following its help leads there. `read` gives every problem of a text.
pub(crate) fn followed(
    text: &str,
    mut problems: Vec<Problem>,
    read: impl Fn(&str) -> Vec<Problem>,
) -> Vec<Problem> {
    let is_heading = |it: &Problem| as_typed(&it.source_line).trim_start().starts_with('[');
    let is_unread = |it: &Problem| matches!(it.code, "syntax" | "odd-letter") && !is_heading(it);
    let unread = problems.iter_mut().filter(|it| is_unread(it));
    for problem in unread.take(MOST) {
        match told_in_the_end(text, problem, &read) {
            InTheEnd::First => {}
            InTheEnd::Line(line) => {
                problem.help = Some(Message::new("write").with("text", line).into());
            }
            InTheEnd::Last(last) => {
                problem.message = last.message;
                problem.help = last.help;
            }
        }
    }
    problems
}

/// What a person who follows all help would be told of a line.
enum InTheEnd {
    /// Nothing after the first help.
    First,
    /// To write this line.
    Line(String),
    /// Something that does not say what to write.
    Last(Problem),
}

fn told_in_the_end(text: &str, first: &Problem, read: impl Fn(&str) -> Vec<Problem>) -> InTheEnd {
    let (mut text, mut told) = (text.to_owned(), first.clone());
    for round in 0..ROUNDS {
        let Some(written) = written_as_told(&text, &told) else {
            return if round == 0 { InTheEnd::First } else { InTheEnd::Last(told) };
        };
        text = written;
        let of_line = |it: &Problem| it.line == first.line && it.severity == Severity::Error;
        match read(&text).into_iter().find(of_line) {
            Some(next) => told = next,
            None if round == 0 => return InTheEnd::First,
            None => {
                let line = text.split('\n').nth(first.line - 1).unwrap_or_default().trim();
                return if line.len() > LONGEST {
                    InTheEnd::First
                } else {
                    InTheEnd::Line(line.to_owned())
                };
            }
        }
    }
    InTheEnd::First
}

/// A text once the help of a problem is followed.
fn written_as_told(text: &str, problem: &Problem) -> Option<String> {
    let meant = meant(problem)?;
    let start = text[..problem.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let key = |line: &str| line.split_once(['=', ':']).map(|(key, _)| key.trim().to_owned());
    let is_line = match problem.span.len() {
        // A single mark that is wrong is told with all of its line, but for remarks behind it.
        0 | 1 => {
            meant.len() > line.trim().len() / 2
                || key(&meant).is_some_and(|meant| key(line) == Some(meant))
        }
        _ => DeTable::parse(&meant).is_ok() && !meant.starts_with('['),
    };
    let place = if is_line { start..start + line.len() } else { problem.span.clone() };
    let mut written = text.to_owned();
    written.replace_range(place, &meant);
    Some(written)
}

/// What help says to write, in the place of what is marked or of the line.
fn meant(problem: &Problem) -> Option<String> {
    let Some(ProblemText::Message(help)) = &problem.help else { return None };
    let argument = |name: &str| {
        let found = help.arguments().iter().find(|(argument, _)| *argument == name);
        match found {
            Some((_, Argument::Text(text))) => Some(text.clone()),
            _ => None,
        }
    };
    match help.id() {
        "write" | "write-plainly" | "write-without-quotes" => argument("text"),
        "problem-did-you-mean" if problem.code == "unknown-key" => argument("word"),
        // These are the words within quotation marks.
        "problem-odd-letter" | "problem-did-you-mean" => {
            argument("word").map(|word| toml::Value::from(word).to_string())
        }
        _ => None,
    }
}
