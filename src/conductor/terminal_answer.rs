//! What the terminal answers when it is asked for its ground (OSC 11), its name (XTVERSION), or whether
//! it shows pictures, taken out of the keys.
//!
//! An answer arrives among the keys, as Alt and a bracket, a P or an underscore, letters, and Alt and a
//! backslash or Ctrl and g. What turns out to be none is handed on as it was typed; once it is certain
//! that one has begun, nothing of it is ever handed on, however late and in however many parts it
//! comes.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::canvas::TerminalName;
use crate::theme::Ground;

/// The question for the colour of the ground.
pub(super) const GROUND_QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// The question for the name of the program.
pub(super) const NAME_QUESTION: &[u8] = b"\x1b[>0q";

/// How an answer begins: with Alt and a sign, then letters. After the first sign comes a number, since a
/// terminal may also answer what another program has asked.
const BEGINNINGS: [(char, &str); 3] = [(']', GROUND), ('P', NAME), ('_', PICTURES)];
const NAME: &str = ">|";
const GROUND: &str = "11;rgb";
const PICTURES: &str = "Gi=60000;";
/// What follows where pictures are shown; anything else is why not.
const SHOWS: &str = "OK";
/// From so many letters on it is certainly an answer: nobody types that.
const CERTAIN_FROM: usize = 3;
/// How long the next part of what may be an answer is waited for: it comes in one piece.
const NEXT_OF_POSSIBLE: Duration = Duration::from_millis(100);
/// How long the next part of what is one is waited for: a slow line may part it.
const NEXT_OF_CERTAIN: Duration = Duration::from_secs(2);
/// The longest answer, in letters: why pictures are not shown may be told at some length.
const LONGEST: usize = 160;

/// What the terminal said of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TerminalFact {
    /// Its ground.
    Ground(Ground),
    /// Which program it is.
    Name(TerminalName),
    /// Whether it shows pictures by the protocol of kitty.
    ShowsPictures(bool),
}

/// The beginning of what may be an answer.
#[derive(Debug, Default)]
pub(super) struct TerminalAnswer {
    /// How it goes on after its first sign.
    beginning: &'static str,
    held: Vec<Event>,
    letters: String,
}

/// What an event was.
#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    /// These came from the person.
    Events(Vec<Event>),
    /// Something of the terminal.
    Fact(TerminalFact),
    /// It may belong to an answer: the next one will tell.
    Nothing,
}

impl TerminalAnswer {
    /// How long to wait for the rest of an answer; `None` where none has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match (self.held.is_empty(), self.is_certain()) {
            (true, _) => None,
            (false, false) => Some(NEXT_OF_POSSIBLE),
            (false, true) => Some(NEXT_OF_CERTAIN),
        }
    }

    /// What was held for an answer that never came: nothing where half of it came.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        let was_certain = self.is_certain();
        self.letters.clear();
        let held = std::mem::take(&mut self.held);
        if was_certain { Vec::new() } else { held }
    }

    fn is_certain(&self) -> bool {
        self.letters.len() >= CERTAIN_FROM
    }

    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event) -> Heard {
        let key = pressed(&event);
        if self.held.is_empty() {
            let begun = BEGINNINGS.iter().find(|(sign, _)| match key {
                Some((KeyCode::Char(pressed), modifiers)) => {
                    pressed == *sign && modifiers - KeyModifiers::SHIFT == KeyModifiers::ALT
                }
                _ => false,
            });
            let Some((_, beginning)) = begun else {
                return Heard::Events(vec![event]);
            };
            self.beginning = beginning;
            self.held.push(event);
            return Heard::Nothing;
        }
        match key {
            // The last two keys are one where nothing parts them.
            Some((KeyCode::Esc, KeyModifiers::NONE)) if self.is_certain() => Heard::Nothing,
            Some(
                (KeyCode::Char('\\'), KeyModifiers::ALT | KeyModifiers::NONE)
                | (KeyCode::Char('g'), KeyModifiers::CONTROL),
            ) if self.is_certain() => {
                let fact = self.fact();
                let nothing = Heard::Events(self.give_up());
                fact.map_or(nothing, Heard::Fact)
            }
            Some((KeyCode::Char(letter), KeyModifiers::NONE | KeyModifiers::SHIFT))
                if self.may_go_on(letter) =>
            {
                self.letters.push(letter);
                self.held.push(event);
                Heard::Nothing
            }
            // Typed or clicked between two parts of an answer.
            _ if self.is_certain() && self.letters.len() < LONGEST => Heard::Events(vec![event]),
            _ => {
                let mut events = self.give_up();
                events.push(event);
                Heard::Events(events)
            }
        }
    }

    /// What a whole answer says.
    fn fact(&self) -> Option<TerminalFact> {
        let said = self.letters.strip_prefix(self.beginning)?;
        match self.beginning {
            GROUND => color_of(said).map(|it| TerminalFact::Ground(Ground::of_color(it))),
            NAME => Some(TerminalFact::Name(TerminalName::said(said))),
            _ => Some(TerminalFact::ShowsPictures(said == SHOWS)),
        }
    }

    /// Whether an answer may go on like this.
    fn may_go_on(&self, letter: char) -> bool {
        if self.beginning == GROUND && !self.letters.starts_with("11;") {
            let has_number = self.letters.contains(';');
            let is_of_number =
                letter.is_ascii_digit() || (letter == ';' && !self.letters.is_empty());
            let is_of_text = letter.is_ascii_graphic() || letter == ' ';
            let fits = if has_number { is_of_text } else { is_of_number };
            return fits && self.letters.len() < LONGEST;
        }
        match self.beginning.chars().nth(self.letters.len()) {
            Some(wanted) => letter == wanted,
            None if self.letters.len() >= LONGEST => false,
            None if self.beginning != GROUND => letter.is_ascii_graphic() || letter == ' ',
            None => letter.is_ascii_hexdigit() || matches!(letter, ':' | '/'),
        }
    }
}

fn pressed(event: &Event) -> Option<(KeyCode, KeyModifiers)> {
    match event {
        Event::Key(KeyEvent { code, modifiers, .. }) => Some((*code, *modifiers)),
        _ => None,
    }
}

/// The colour in `:RRRR/GGGG/BBBB`, or with an alpha after it; parts of one to four digits.
fn color_of(said: &str) -> Option<[u8; 3]> {
    let parts = said.trim_start_matches('a').strip_prefix(':')?;
    let mut parts = parts.split('/').map(|part| {
        let most = 16_u32.checked_pow(u32::try_from(part.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(part, 16).ok()?;
        u8::try_from((value * 255).checked_div(most)?).ok()
    });
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
mod tests {
    //! Answers of terminals, and what people type.

    use super::*;

    fn key(code: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers))
    }

    /// The events of an answer, as they come.
    fn answer(letters: &str) -> Vec<Event> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(letters.chars().map(|letter| key(letter, KeyModifiers::NONE)));
        events
    }

    fn heard(events: Vec<Event>) -> Vec<Heard> {
        let mut answer = TerminalAnswer::default();
        let heard = events.into_iter().map(|event| answer.take(event));
        heard.filter(|heard| *heard != Heard::Nothing).collect()
    }

    #[test]
    fn an_answer_says_how_light_the_ground_is_and_leaves_no_key() {
        for (letters, ground) in [
            ("11;rgb:ffff/ffff/ffff", Ground::Light),
            ("11;rgb:fd/f6/e3", Ground::Light),
            ("11;rgb:0c0c/0f0f/1818", Ground::Dark),
            ("11;rgba:1e1e/1e1e/1e1e/ffff", Ground::Dark),
        ] {
            for end in [key('\\', KeyModifiers::ALT), key('g', KeyModifiers::CONTROL)] {
                let mut events = answer(letters);
                events.push(end);
                assert_eq!(heard(events), [Heard::Fact(TerminalFact::Ground(ground))], "{letters}");
            }
        }
    }

    #[test]
    fn an_answer_to_what_another_program_has_asked_leaves_no_key_either() {
        for letters in ["10;rgb:0000/0000/0000", "4;1;rgb:ffff/0000/0000", "52;c;aGVsbG8="] {
            let mut events = answer(letters);
            events.extend([key('\\', KeyModifiers::ALT), key('j', KeyModifiers::NONE)]);
            let left = vec![key('j', KeyModifiers::NONE)];
            let heard = heard(events).into_iter().filter(|it| *it != Heard::Events(Vec::new()));
            assert_eq!(heard.collect::<Vec<_>>(), [Heard::Events(left)], "{letters}");
        }
    }

    #[test]
    fn what_is_typed_before_and_after_an_answer_stays_what_it_is() {
        let typed = |letter| key(letter, KeyModifiers::NONE);
        let mut events = vec![typed('l')];
        events.extend(answer("11;rgb:0000/0000/0000"));
        events.extend([key('\\', KeyModifiers::ALT), typed('j')]);
        let expected = [
            Heard::Events(vec![typed('l')]),
            Heard::Fact(TerminalFact::Ground(Ground::Dark)),
            Heard::Events(vec![typed('j')]),
        ];
        assert_eq!(heard(events), expected);
    }

    #[test]
    fn what_turns_out_to_be_no_answer_is_handed_on_whole_and_in_order() {
        for letters in ["q", "1q", "11q"] {
            let events = answer(letters);
            assert_eq!(heard(events.clone()), [Heard::Events(events)], "{letters}");
        }
        let mut begun = TerminalAnswer::default();
        for event in answer("11") {
            assert_eq!(begun.take(event), Heard::Nothing);
        }
        assert_eq!(begun.patience(), Some(NEXT_OF_POSSIBLE));
        assert_eq!(begun.give_up(), answer("11"));
        assert_eq!(begun.patience(), None);
    }

    #[test]
    fn an_answer_in_parts_leaves_no_key_but_those_that_were_typed_between_them() {
        let typed = |letter| key(letter, KeyModifiers::NONE);
        let mut events = answer("11;rgb:ffff/ff");
        events.push(typed('q'));
        events.extend("ff/ffff".chars().map(typed));
        events.push(Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
        events.push(typed('\\'));
        events.push(typed('j'));
        let expected = [
            Heard::Events(vec![typed('q')]),
            Heard::Fact(TerminalFact::Ground(Ground::Light)),
            Heard::Events(vec![typed('j')]),
        ];
        assert_eq!(heard(events), expected);
    }

    #[test]
    fn an_answer_that_breaks_off_leaves_no_key() {
        let mut begun = TerminalAnswer::default();
        for event in answer("11;rgb:00") {
            assert_eq!(begun.take(event), Heard::Nothing);
        }
        assert_eq!(begun.patience(), Some(NEXT_OF_CERTAIN));
        assert_eq!(begun.give_up(), []);
        assert_eq!(begun.patience(), None);
    }

    #[test]
    fn an_answer_says_which_program_the_terminal_is_and_leaves_no_key() {
        for begun in [KeyModifiers::ALT, KeyModifiers::ALT | KeyModifiers::SHIFT] {
            let mut events = vec![key('P', begun)];
            events.extend(">|foot(1.20.2)".chars().map(|it| key(it, KeyModifiers::NONE)));
            events.push(key('\\', KeyModifiers::ALT));
            let name = TerminalName::said("foot(1.20.2)");
            assert_eq!(heard(events), [Heard::Fact(TerminalFact::Name(name))]);
        }
    }

    #[test]
    fn an_answer_says_whether_pictures_are_shown_and_leaves_no_key() {
        for (said, shows) in [("OK", true), ("EINVAL:no room for it", false)] {
            let mut events = vec![key('_', KeyModifiers::ALT)];
            let letters = format!("{PICTURES}{said}");
            events.extend(letters.chars().map(|letter| {
                let is_shifted = letter.is_uppercase();
                key(letter, if is_shifted { KeyModifiers::SHIFT } else { KeyModifiers::NONE })
            }));
            events.push(key('\\', KeyModifiers::ALT));
            assert_eq!(heard(events), [Heard::Fact(TerminalFact::ShowsPictures(shows))], "{said}");
        }
    }
}
