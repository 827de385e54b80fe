//! What the terminal answers when it is asked for its ground (OSC 11), taken out of the keys.
//!
//! An answer arrives among the keys, as Alt and a bracket, letters, and Alt and a backslash or
//! Ctrl and g. What turns out to be none is handed on as it was typed.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::theme::Ground;

/// The question for the colour of the ground.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How an answer begins, after the bracket.
const BEGINNING: &str = "11;rgb";
/// The longest answer, in letters: with four digits for each of four parts.
const LONGEST: usize = 32;

/// The beginning of what may be an answer.
#[derive(Debug, Default)]
pub(super) struct GroundAnswer {
    held: Vec<Event>,
    letters: String,
}

/// What an event was.
#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    /// These came from the person.
    Events(Vec<Event>),
    /// The terminal's ground.
    Ground(Ground),
    /// It may belong to an answer: the next one will tell.
    Nothing,
}

impl GroundAnswer {
    /// Whether it waits for the rest of an answer.
    pub(super) fn is_waiting(&self) -> bool {
        !self.held.is_empty()
    }

    /// What was held for an answer that never came.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        self.letters.clear();
        std::mem::take(&mut self.held)
    }

    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event) -> Heard {
        let key = pressed(&event);
        if !self.is_waiting() {
            if key == Some((KeyCode::Char(']'), KeyModifiers::ALT)) {
                self.held.push(event);
                return Heard::Nothing;
            }
            return Heard::Events(vec![event]);
        }
        self.held.push(event);
        match key {
            Some(
                (KeyCode::Char('\\'), KeyModifiers::ALT)
                | (KeyCode::Char('g'), KeyModifiers::CONTROL),
            ) => {
                let color = color_of(&self.letters);
                let held = self.give_up();
                color.map_or(Heard::Events(held), |it| Heard::Ground(Ground::of_color(it)))
            }
            Some((KeyCode::Char(letter), KeyModifiers::NONE | KeyModifiers::SHIFT))
                if self.letters.len() < LONGEST && self.may_go_on(letter) =>
            {
                self.letters.push(letter);
                Heard::Nothing
            }
            _ => Heard::Events(self.give_up()),
        }
    }

    /// Whether an answer may go on like this.
    fn may_go_on(&self, letter: char) -> bool {
        match BEGINNING.chars().nth(self.letters.len()) {
            Some(wanted) => letter == wanted,
            None => letter.is_ascii_hexdigit() || matches!(letter, ':' | '/' | 'a'),
        }
    }
}

fn pressed(event: &Event) -> Option<(KeyCode, KeyModifiers)> {
    match event {
        Event::Key(KeyEvent { code, modifiers, .. }) => Some((*code, *modifiers)),
        _ => None,
    }
}

/// The colour in `11;rgb:RRRR/GGGG/BBBB`, or with an alpha after it; parts of one to four digits.
fn color_of(letters: &str) -> Option<[u8; 3]> {
    let parts = letters.strip_prefix(BEGINNING)?.trim_start_matches('a').strip_prefix(':')?;
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
        let mut answer = GroundAnswer::default();
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
                assert_eq!(heard(events), [Heard::Ground(ground)], "{letters}");
            }
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
            Heard::Ground(Ground::Dark),
            Heard::Events(vec![typed('j')]),
        ];
        assert_eq!(heard(events), expected);
    }

    #[test]
    fn what_turns_out_to_be_no_answer_is_handed_on_whole_and_in_order() {
        for letters in ["q", "11;x", "11;rgb:z", "11;rgb:0000/0000\u{e9}"] {
            let events = answer(letters);
            assert_eq!(heard(events.clone()), [Heard::Events(events)], "{letters}");
        }
        let mut begun = GroundAnswer::default();
        for event in answer("11;rgb:00") {
            assert_eq!(begun.take(event), Heard::Nothing);
        }
        assert_eq!(begun.give_up(), answer("11;rgb:00"));
        assert!(!begun.is_waiting());
    }
}
