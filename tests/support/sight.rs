//! What a program wrote to its terminal, and what is to be seen there.

use std::collections::BTreeMap;
use std::num::NonZero;

/// What begins each sequence that sets or resets private modes.
const PRIVATE: &[u8] = b"\x1b[?";
/// The mode that is set where a synchronized update begins: one for each frame.
const FRAME: &str = "2026";
/// The private mode of synchronized updates.
const SYNCHRONIZED: u16 = 2026;
/// The private mode of a shown cursor, which alone is on in a terminal at rest.
const CURSOR: u16 = 25;

const USUAL_COLUMNS: NonZero<u16> = NonZero::new(80).expect("it is not 0");
const USUAL_ROWS: NonZero<u16> = NonZero::new(24).expect("it is not 0");

/// Everything written so far, and the screen it makes.
pub(crate) struct Sight {
    written: Vec<u8>,
    screen: vt100::Parser,
    /// How much of what is written has been looked through for what follows.
    looked_at: usize,
    frames: usize,
    /// The private modes that were ever set or reset, and whether they are on now.
    modes: BTreeMap<u16, bool>,
}

/// What was to be seen at one moment.
pub(crate) struct Seen {
    /// The words on the screen, a line for each row.
    pub(crate) text: String,
    /// The time left of the session, in seconds.
    pub(crate) time_left: Option<u32>,
    /// Frames drawn so far.
    pub(crate) frames: usize,
    /// Bytes written so far.
    pub(crate) written: usize,
}

impl Sight {
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        let screen =
            vt100::Parser::new(or_usual(rows, USUAL_ROWS), or_usual(columns, USUAL_COLUMNS), 0);
        Self { written: Vec::new(), screen, looked_at: 0, frames: 0, modes: BTreeMap::new() }
    }

    pub(crate) fn take_in(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.screen.process(bytes);
        self.look();
    }

    /// Counts frames and keeps modes, in what was written since the last time: a test asks for both
    /// after each piece that arrives.
    fn look(&mut self) {
        let rest = &self.written[self.looked_at..];
        let mut at = 0;
        while let Some(begins) = rest[at..].windows(PRIVATE.len()).position(|it| it == PRIVATE) {
            let numbers = &rest[at + begins + PRIVATE.len()..];
            let is_number = |byte: &u8| byte.is_ascii_digit() || *byte == b';';
            let Some(end) = numbers.iter().position(|byte| !is_number(byte)) else {
                // The rest of it is still on its way.
                self.looked_at += at + begins;
                return;
            };
            let text = String::from_utf8_lossy(&numbers[..end]);
            for mode in text.split(';').filter_map(|number| number.parse().ok()) {
                match numbers[end] {
                    b'h' => self.modes.insert(mode, true),
                    b'l' => self.modes.insert(mode, false),
                    _ => None,
                };
            }
            self.frames += usize::from(text == FRAME && numbers[end] == b'h');
            at += begins + PRIVATE.len() + end;
        }
        // Its first letters may be the last that have come.
        self.looked_at = self.looked_at.max(self.written.len().saturating_sub(PRIVATE.len() - 1));
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.set_size(or_usual(rows, USUAL_ROWS), or_usual(columns, USUAL_COLUMNS));
    }

    /// Whether these words were ever written in one piece, wherever they stand now.
    pub(crate) fn has_written(&self, words: &str) -> bool {
        self.written.windows(words.len()).any(|piece| piece == words.as_bytes())
    }

    /// The words on the screen, a line for each row.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    pub(crate) fn seen(&self) -> Seen {
        Seen {
            text: self.text(),
            time_left: self.time_left(),
            frames: self.frames(),
            written: self.written.len(),
        }
    }

    /// No frame is half drawn.
    pub(crate) fn is_whole(&self) -> bool {
        self.modes.get(&SYNCHRONIZED) != Some(&true)
    }

    /// How many frames were drawn so far.
    pub(crate) fn frames(&self) -> usize {
        self.frames
    }

    /// The time left of the session, in seconds, as the screen says it.
    pub(crate) fn time_left(&self) -> Option<u32> {
        let text = self.text();
        let (before, _) = text.split_once(" left")?;
        let mut seconds = 0;
        for part in before.split_whitespace().last()?.split(':') {
            seconds = seconds * 60 + part.parse::<u32>().ok()?;
        }
        Some(seconds)
    }

    /// What is not as it was in a fresh terminal.
    pub(crate) fn left_behind(&self) -> Vec<String> {
        let screen = self.screen.screen();
        let mut left = Vec::new();
        for (mode, is_on) in self.modes.iter().filter(|(mode, is_on)| **is_on != (**mode == CURSOR))
        {
            left.push(format!("private mode {mode} is left {}", if *is_on { "on" } else { "off" }));
        }
        let plain = (vt100::Color::Default, vt100::Color::Default);
        if (screen.fgcolor(), screen.bgcolor()) != plain {
            left.push("colours are left on".to_owned());
        }
        if screen.bold()
            || screen.dim()
            || screen.italic()
            || screen.underline()
            || screen.inverse()
        {
            left.push("letters are left bold, dim, italic, underlined or inverse".to_owned());
        }
        left
    }

    /// What stands between `ESC [` and the `m` of each sequence that sets colours or letters.
    pub(crate) fn letterings(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.written);
        let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
            rest[end..].starts_with('m').then(|| rest[..end].to_owned())
        });
        sequences.collect()
    }
}

/// A terminal that does not know its size is taken for one of the usual size.
fn or_usual(said: u16, usual: NonZero<u16>) -> NonZero<u16> {
    NonZero::new(said).unwrap_or(usual)
}

mod tests {
    //! What is counted does not depend on how it arrives.

    use super::Sight;

    #[test]
    fn what_arrives_letter_by_letter_is_seen_as_what_arrives_at_once() {
        let written = b"\x1b[?2026h\x1b[?25l\x1b[?1049;2004hwords\x1b[?2026l\x1b[?2026h\x1b[?";
        let (mut at_once, mut by_letter) = (Sight::new(80, 24), Sight::new(80, 24));
        at_once.take_in(written);
        for letter in written {
            by_letter.take_in(&[*letter]);
        }
        for sight in [&at_once, &by_letter] {
            assert_eq!((sight.frames(), sight.is_whole()), (2, false));
            let modes: Vec<(u16, bool)> = sight.modes.iter().map(|(m, on)| (*m, *on)).collect();
            assert_eq!(modes, [(25, false), (1_049, true), (2_004, true), (2_026, true)]);
        }
    }
}
