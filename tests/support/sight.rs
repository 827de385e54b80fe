//! What a program wrote to its terminal, and what is to be seen there.

use std::collections::BTreeMap;
use std::num::NonZero;

/// Begins a synchronized update: one for each frame.
const FRAME: &[u8] = b"\x1b[?2026h";
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
        Self { written: Vec::new(), screen }
    }

    pub(crate) fn take_in(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.screen.process(bytes);
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
        let modes = modes(&self.written);
        modes.get(&SYNCHRONIZED) != Some(&true)
    }

    /// How many frames were drawn so far.
    pub(crate) fn frames(&self) -> usize {
        self.written.windows(FRAME.len()).filter(|bytes| *bytes == FRAME).count()
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
        let modes = modes(&self.written);
        for (mode, is_on) in modes.into_iter().filter(|(mode, is_on)| *is_on != (*mode == CURSOR)) {
            left.push(format!("private mode {mode} is left {}", if is_on { "on" } else { "off" }));
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

/// The private modes that were ever set or reset, and whether they are on now.
fn modes(written: &[u8]) -> BTreeMap<u16, bool> {
    let mut modes = BTreeMap::new();
    for (index, _) in written.windows(3).enumerate().filter(|(_, bytes)| *bytes == b"\x1b[?") {
        let rest = &written[index + 3..];
        let Some(end) = rest.iter().position(|byte| !byte.is_ascii_digit() && *byte != b';') else {
            continue;
        };
        let numbers = String::from_utf8_lossy(&rest[..end]);
        for mode in numbers.split(';').filter_map(|number| number.parse().ok()) {
            match rest[end] {
                b'h' => modes.insert(mode, true),
                b'l' => modes.insert(mode, false),
                _ => None,
            };
        }
    }
    modes
}

/// A terminal that does not know its size is taken for one of the usual size.
fn or_usual(said: u16, usual: NonZero<u16>) -> NonZero<u16> {
    NonZero::new(said).unwrap_or(usual)
}
