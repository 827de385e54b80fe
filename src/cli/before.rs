//! What to know before a session, and how the person is, by line.

use std::collections::BTreeSet;
use std::io::{self, BufRead as _, IsTerminal as _};

use super::console::Console;
use super::setup::Setup;
use super::text::one_line;
use crate::care::{CareTable, ScreenQuestion, ScreenedSession, screen};
use crate::conductor::day_of_person;
use crate::problem::quote;
use crate::profile::keep_today;
use crate::session::Session;
use crate::words::{Message, Texts};

/// How the person went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// What is to be known has been read, line by line, and the session may begin.
    Told,
    /// There was nobody to ask, or nothing to ask and to tell: the session says itself what to know.
    NotAsked,
    /// The person leaves the session for today.
    Left,
}

/// What a person enters.
enum Entered {
    /// Nothing, or the numbers of questions, counted from 0.
    Numbers(BTreeSet<usize>),
    /// Something else.
    Other(String),
    /// They leave.
    Leave,
}

/// Tells what to know before a session, and asks how the person is, where a person can answer and
/// that has not been done today. Their answers count from then on.
pub(super) fn ask(
    session: &Session,
    setup: &mut Setup,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<Before> {
    if !setup.settings.asks_before(&setup.surroundings) || !io::stdin().is_terminal() {
        return Ok(Before::NotAsked);
    }
    let screened = screen(session, &setup.person);
    let questions = setup.today.open_questions(&screened);
    if questions.is_empty() && setup.today.knows(&screened) {
        return Ok(Before::NotAsked);
    }
    write_questions(&questions, texts, console)?;
    write_what_to_know(&screened, &[], texts, console)?;
    let Some(so) = answer(&questions, texts, console)? else { return Ok(Before::Left) };
    for (index, question) in questions.iter().enumerate() {
        setup.today.answer(question, so.contains(&index));
    }
    setup.person.today = setup.today.held().to_vec();
    let mut known = screened;
    if !so.is_empty() {
        for index in &so {
            for advice in CareTable::shipped().advice_on(questions[*index]) {
                writeln!(console.out, "{}", one_line(&advice))?;
            }
        }
        let again = screen(session, &setup.person);
        write_what_to_know(&again, &known.session().cautions, texts, console)?;
        known = again;
        if answer(&[], texts, console)?.is_none() {
            return Ok(Before::Left);
        }
    }
    setup.today.tell(&known);
    keep(setup, console);
    Ok(Before::Told)
}

/// The line about wheel, water and standing comes with the cautions.
fn write_what_to_know(
    session: &ScreenedSession,
    read: &[String],
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    for change in session.changes() {
        writeln!(console.out, "{}", one_line(&texts.text(&change.message())))?;
    }
    for caution in session.session().cautions.iter().filter(|it| !read.contains(it)) {
        writeln!(console.out, "{}", one_line(caution))?;
    }
    if read.is_empty() {
        writeln!(console.out, "{}", texts.text(&Message::new("ready-always")))?;
    }
    Ok(())
}

fn write_questions(
    questions: &[&ScreenQuestion],
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    if questions.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "{}", texts.text(&Message::new("questions-title")))?;
    for (index, question) in questions.iter().enumerate() {
        writeln!(console.out, "{}  {}", index + 1, CareTable::shipped().asks(question))?;
    }
    Ok(())
}

/// The numbers of the questions that are so, counted from 0; `None` where the person leaves.
fn answer(
    questions: &[&ScreenQuestion],
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<Option<BTreeSet<usize>>> {
    let id = if questions.is_empty() { "lines-before-none" } else { "lines-before-any" };
    writeln!(console.out, "{}", texts.text(&Message::new(id)))?;
    loop {
        console.out.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            return Ok(None);
        }
        match entered(&line, questions.len()) {
            Entered::Numbers(numbers) => return Ok(Some(numbers)),
            Entered::Other(written) => {
                let message = Message::new("lines-before-no-number");
                let message = message.with("written", quote(&one_line(&written)));
                writeln!(console.out, "{}", texts.text(&message))?;
            }
            Entered::Leave => {
                writeln!(console.out, "{}", texts.text(&Message::new("lines-before-left")))?;
                return Ok(None);
            }
        }
    }
}

/// What a line means where there are so many questions.
fn entered(line: &str, count: usize) -> Entered {
    let line = line.trim();
    if line.eq_ignore_ascii_case("q") {
        return Entered::Leave;
    }
    let words = line.split([' ', ',']).filter(|word| !word.is_empty());
    let numbers = words.map(|word| match word.parse::<usize>() {
        Ok(number) if (1..=count).contains(&number) => Ok(number - 1),
        _ => Err(word.to_owned()),
    });
    match numbers.collect() {
        Ok(numbers) => Entered::Numbers(numbers),
        Err(other) => Entered::Other(other),
    }
}

/// Keeps the answers for the day. A day that cannot be kept is asked again, and no more.
fn keep(setup: &Setup, console: &mut Console<'_>) {
    let Some(paths) = &setup.paths else { return };
    if keep_today(paths, &day_of_person(), &setup.today).is_err() {
        let help = "`unclench doctor` looks at where they are kept";
        console.warn("today's answers could not be kept", help);
    }
}

#[cfg(test)]
mod tests {
    use super::{Entered, entered};

    fn numbers(line: &str) -> Option<Vec<usize>> {
        match entered(line, 3) {
            Entered::Numbers(numbers) => Some(numbers.into_iter().collect()),
            _ => None,
        }
    }

    #[test]
    fn nothing_and_numbers_in_any_order_are_answers_and_nothing_else_is() {
        assert_eq!(numbers("\n"), Some(vec![]));
        assert_eq!(numbers(" 2 \n"), Some(vec![1]));
        assert_eq!(numbers("3, 1 3"), Some(vec![0, 2]));
        assert_eq!(numbers("4"), None);
        assert_eq!(numbers("0"), None);
        assert_eq!(numbers("yes"), None);
        assert!(matches!(entered("Q", 3), Entered::Leave));
    }
}
