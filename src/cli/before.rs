//! What to know before a session, and how the person is, by line.

use std::collections::BTreeSet;
use std::io::{self, BufRead as _, IsTerminal as _};

use unicode_width::UnicodeWidthStr as _;

use super::console::Console;
use super::setup::Setup;
use super::text::{fold_hanging, one_line};
use crate::care::{CareTable, ScreenQuestion, ScreenedSession, screen};
use crate::conductor::{ReadAloud, asks_to_leave, typed_line};
use crate::files::{help_to_write, why_unwritten};
use crate::problem::quote;
use crate::profile::keep_today;
use crate::session::Session;
use crate::words::{Message, Texts, upper_first};

/// How the person went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// What is to be known has been read, line by line, and the session may begin.
    Told,
    /// All of it was asked and told today: the session says itself what to know.
    Known,
    /// Nobody could be asked how they are: the session says so, and what to know.
    NobodyToAsk,
    /// The same, and nobody can answer any more.
    Unanswered,
    /// The person leaves the session for today.
    Left,
}

/// What is asked once a yes has been told of.
const AFTER_A_YES: &str = "lines-before-yes";

/// What a person enters.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entered {
    /// Nothing, or the numbers of questions or places, counted from 0.
    Numbers(BTreeSet<usize>),
    /// Something else.
    Other(String),
    /// They want to answer anew.
    Again,
    /// They leave.
    Leave,
    /// Nothing can be entered any more.
    Nobody,
}

/// Tells what to know before a session, and asks how the person is, where a person can answer and
/// that has not been done today. Their answers count from then on. `read_aloud` gives the voice that
/// reads it to them, where one was asked for.
pub(super) fn ask(
    session: &Session,
    setup: &mut Setup,
    texts: &Texts,
    read_aloud: &dyn Fn(&Setup) -> Option<ReadAloud>,
    console: &mut Console<'_>,
) -> anyhow::Result<Before> {
    let screened = screen(session, &setup.person);
    write_answers(setup, texts, console)?;
    let asks = setup.settings.asks_before(&setup.surroundings);
    let questions = if asks { setup.today.open_questions(&screened) } else { Vec::new() };
    if questions.is_empty() && setup.today.knows(&screened) || !setup.surroundings.tells_before() {
        return Ok(Before::Known);
    }
    if !io::stdin().is_terminal() {
        return Ok(if questions.is_empty() { Before::Known } else { Before::NobodyToAsk });
    }
    let (voice, written) = (read_aloud(setup), Vec::new());
    let page = AskedByLine { session, questions, texts, voice, written };
    let before = page.ask(setup, console)?;
    keep(setup, console);
    Ok(before)
}

/// Says what was answered today with a yes, and how to take it back.
fn write_answers(setup: &Setup, texts: &Texts, console: &mut Console<'_>) -> io::Result<()> {
    let names: Vec<_> = setup.today.held().iter().map(|held| held.name(texts)).collect();
    if names.is_empty() {
        return Ok(());
    }
    let message = Message::new("lines-before-today").with("names", names.join("; "));
    write_folded(&one_line(&texts.text(&message)), console)?;
    for advice in setup.today.urgent_advice(texts.language()) {
        write_folded(&one_line(&advice), console)?;
    }
    Ok(())
}

/// What is asked and told before one session.
struct AskedByLine<'a> {
    session: &'a Session,
    questions: Vec<&'static ScreenQuestion>,
    texts: &'a Texts,
    /// Reads it aloud, where a voice was asked for.
    voice: Option<ReadAloud>,
    /// What was written since something was entered last, as it is read aloud.
    written: Vec<String>,
}

impl AskedByLine<'_> {
    /// Asks until the person begins or leaves.
    fn ask(mut self, setup: &mut Setup, console: &mut Console<'_>) -> io::Result<Before> {
        loop {
            let known = screen(self.session, &setup.person);
            for row in setup.person.signs() {
                self.write_line(&one_line(&row.sentence(self.texts.language())), console)?;
            }
            self.write_what_to_know(&known, None, console)?;
            // What is asked stands last, where it is seen while it is answered.
            self.write_questions(&known, console)?;
            let prompt =
                if self.questions.is_empty() { "lines-before-none" } else { "lines-before-any" };
            let so = match self.answer(prompt, self.questions.len(), console)? {
                Entered::Numbers(so) => so,
                Entered::Leave => return Ok(Before::Left),
                // What was told stands above.
                _ => return self.go_on_unasked(console),
            };
            self.take(&so, &known, setup, console)?;
            let again = screen(self.session, &setup.person);
            if so.is_empty() {
                setup.today.tell(&again, self.texts.language());
                return Ok(Before::Told);
            }
            self.write_what_to_know(&again, Some(&known), console)?;
            match self.answer(AFTER_A_YES, 0, console)? {
                Entered::Again => {}
                Entered::Leave => return Ok(Before::Left),
                _ => {
                    setup.today.tell(&again, self.texts.language());
                    return Ok(Before::Told);
                }
            }
        }
    }

    /// Lets the answers count. For a yes, its advice is told, and it is asked where that is.
    fn take(
        &mut self,
        so: &BTreeSet<usize>,
        known: &ScreenedSession,
        setup: &mut Setup,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        for (index, question) in self.questions.clone().into_iter().enumerate() {
            let is_so = so.contains(&index);
            let places = if is_so { known.sites_to_ask(question) } else { Vec::new() };
            let mut sites = Vec::new();
            if !places.is_empty() {
                let texts = self.texts;
                let names = places.iter().map(|place| upper_first(&texts.text(&place.message())));
                self.write_numbered(names, console)?;
                let entered = self.answer("lines-before-where", places.len(), console)?;
                if let Entered::Numbers(numbers) = entered {
                    sites.extend(numbers.into_iter().map(|index| places[index]));
                }
            }
            setup.today.answer(question, is_so, &sites);
            if is_so {
                for advice in CareTable::shipped().advice_on(question, self.texts.language()) {
                    self.write_line(&one_line(&advice), console)?;
                }
            }
        }
        setup.person.today = setup.today.held().to_vec();
        Ok(())
    }

    fn go_on_unasked(&mut self, console: &mut Console<'_>) -> io::Result<Before> {
        if !self.questions.is_empty() {
            self.write("lines-before-nobody", console)?;
        }
        Ok(Before::Unanswered)
    }

    fn write_questions(
        &mut self,
        known: &ScreenedSession,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        if self.questions.is_empty() {
            return Ok(());
        }
        self.write_line(&self.texts.text(&known.questions_title()), console)?;
        let (table, language) = (CareTable::shipped(), self.texts.language());
        let asks = self.questions.clone().into_iter().map(|it| table.asks(it, language).to_owned());
        self.write_numbered(asks, console)
    }

    /// What was changed and what to know, beside what was told of the session as it was before.
    fn write_what_to_know(
        &mut self,
        session: &ScreenedSession,
        before: Option<&ScreenedSession>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let changes = changes(session, self.texts);
        if !changes.is_empty() {
            self.write("questions-changed", console)?;
        }
        for line in changes {
            self.write_line(&line, console)?;
        }
        let language = self.texts.language();
        let read = before.map_or_else(Vec::new, |before| before.cautions_in(language));
        for caution in session.cautions_in(language).iter().filter(|it| !read.contains(it)) {
            self.write_line(&one_line(caution), console)?;
        }
        if before.is_none() {
            self.write("ready-always", console)?;
        }
        Ok(())
    }

    /// What is entered after a question that has so many numbers.
    fn answer(
        &mut self,
        prompt: &'static str,
        count: usize,
        console: &mut Console<'_>,
    ) -> io::Result<Entered> {
        self.write(prompt, console)?;
        loop {
            console.out.flush()?;
            let written = std::mem::take(&mut self.written);
            if let Some(voice) = &self.voice {
                voice.read(written);
            }
            let mut line = String::new();
            if io::stdin().lock().read_line(&mut line)? == 0 {
                return Ok(Entered::Nobody);
            }
            let entered = match entered(&line, count) {
                Entered::Again if prompt != AFTER_A_YES => Entered::Other(line),
                entered => entered,
            };
            match entered {
                Entered::Other(written) => {
                    let id =
                        if count == 0 { "lines-before-other" } else { "lines-before-no-number" };
                    let message = Message::new(id);
                    let message = message.with("written", quote(&one_line(&written)));
                    self.write_line(&self.texts.text(&message), console)?;
                }
                Entered::Leave => {
                    self.write("lines-before-left", console)?;
                    return Ok(Entered::Leave);
                }
                entered => return Ok(entered),
            }
        }
    }

    fn write(&mut self, id: &'static str, console: &mut Console<'_>) -> io::Result<()> {
        self.write_line(&self.texts.text(&Message::new(id)), console)
    }

    fn write_line(&mut self, line: &str, console: &mut Console<'_>) -> io::Result<()> {
        self.written.push(line.to_owned());
        write_folded(line, console)
    }

    /// Lines to choose from, each with its number.
    fn write_numbered(
        &mut self,
        lines: impl Iterator<Item = String>,
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        for (index, line) in lines.enumerate() {
            let number = index as u64 + 1;
            write_folded(&format!("{number}  {line}"), console)?;
            let aloud = Message::new("lines-before-number").with("number", number);
            self.written.push(self.texts.text(&aloud.with("line", line)));
        }
        Ok(())
    }
}

/// A line, broken between words where it is read on a terminal.
fn write_folded(line: &str, console: &mut Console<'_>) -> io::Result<()> {
    let width = console.text_width();
    if !console.out_is_terminal || line.width() <= width {
        return writeln!(console.out, "{line}");
    }
    fold_hanging(line, width, 1).iter().try_for_each(|line| writeln!(console.out, "{line}"))
}

/// The lines to know before a session that begins now: none where they have just been told.
pub(super) fn to_know(session: &ScreenedSession, before: Before, texts: &Texts) -> Vec<String> {
    if matches!(before, Before::Told | Before::Unanswered) {
        return Vec::new();
    }
    let say = |id| texts.text(&Message::new(id));
    let mut lines = Vec::new();
    if before == Before::NobodyToAsk {
        lines.push(say("lines-before-nobody"));
    }
    lines.extend(changes(session, texts));
    lines.extend(session.cautions_in(texts.language()).iter().map(|caution| one_line(caution)));
    lines.push(say("ready-always"));
    lines
}

/// What was changed in a session and why, each in one line.
fn changes(session: &ScreenedSession, texts: &Texts) -> Vec<String> {
    session.change_messages(texts).iter().map(|it| one_line(&texts.text(it))).collect()
}

/// What a line means where there are so many numbers.
fn entered(line: &str, count: usize) -> Entered {
    let line = typed_line(line);
    if asks_to_leave(&line) {
        return Entered::Leave;
    }
    if line.eq_ignore_ascii_case("t") {
        return Entered::Again;
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
    if let Err(error) = keep_today(paths, &setup.today) {
        let message = format!("today's answers could not be kept: {}", why_unwritten(&error));
        let help = help_to_write(&error);
        console.warn(&message, help.unwrap_or("`unclench doctor` looks at where they are kept"));
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
        assert_eq!(entered("Q", 3), Entered::Leave);
        assert_eq!(entered(" t\n", 3), Entered::Again);
    }
}
