//! The letters, read from their specimen sheet.

/// The sheet: six bands of letters, nine rows each and an empty one. A letter stands in the upper
/// seven rows; the last two are for what hangs below the line.
const SHEET: &str = include_str!("letters.txt");

/// Which letters each band of the sheet shows.
const BANDS: [&str; 6] = [
    "ABCDEFGHIJKLM",
    "NOPQRSTUVWXYZ",
    "abcdefghijklm",
    "nopqrstuvwxyz",
    "0123456789.,:",
    ";'!?-–+/()·&",
];

/// Lines of the sheet.
const LINES: usize = BANDS.len() * (ROWS + 1) - 1;

/// The sheet line by line, taken apart when the program is built: it is looked at in every frame.
const SHEET_LINES: [&str; LINES] = lines_of(SHEET);

const fn lines_of(sheet: &'static str) -> [&'static str; LINES] {
    let mut lines = [""; LINES];
    let mut rest = sheet;
    let (mut number, mut length) = (0, 0);
    while number < LINES && length < rest.len() {
        if rest.as_bytes()[length] == b'\n' {
            let (line, below) = rest.split_at(length);
            (lines[number], rest) = (line, below.split_at(1).1);
            (number, length) = (number + 1, 0);
        } else {
            length += 1;
        }
    }
    if number < LINES {
        lines[number] = rest;
    }
    lines
}

/// Rows of a letter.
pub(super) const ROWS: usize = 9;

/// Characters from one letter of the sheet to the next.
const SLOT: usize = 11;

/// Width of a space between words, and between letters, in pixels.
const SPACE: usize = 3;
pub(super) const GAP: usize = 2;

/// A letter as it stands on the sheet.
pub(super) struct Letter {
    rows: [&'static str; ROWS],
    pub(super) width: usize,
}

impl Letter {
    /// Whether there is ink at a pixel.
    pub(super) fn ink(&self, column: usize, row: usize) -> bool {
        self.rows[row].as_bytes().get(column) == Some(&b'#')
    }

    /// The letter for a character, or `None` if it is not on the sheet.
    pub(super) fn of(character: char) -> Option<Self> {
        if character.is_whitespace() {
            return Some(Self { rows: [""; ROWS], width: SPACE });
        }
        let character = plain(character);
        let (band, place) = BANDS.iter().enumerate().find_map(|(band, letters)| {
            letters.chars().position(|letter| letter == character).map(|place| (band, place))
        })?;
        let mut rows = [""; ROWS];
        for (row, line) in rows.iter_mut().zip(&SHEET_LINES[band * (ROWS + 1)..]) {
            let line = line.get(place * SLOT..).unwrap_or_default();
            *row = line.get(..SLOT).unwrap_or(line).trim_end();
        }
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        Some(Self { rows, width })
    }
}

/// Typographers' marks that look the same at this size.
fn plain(character: char) -> char {
    match character {
        '’' | '‘' => '\'',
        '—' => '–',
        '‑' => '-',
        other => other,
    }
}

/// Whether a character is on the sheet.
pub(super) fn is_drawn(character: char) -> bool {
    let character = plain(character);
    character == ' ' || BANDS.iter().any(|band| band.contains(character))
}

/// Whether a letter hangs below the line.
pub(super) fn hangs(character: char) -> bool {
    matches!(character, 'g' | 'j' | 'p' | 'q' | 'y' | ',' | ';')
}

/// Width of a line in pixels.
pub(super) fn width(line: &str) -> usize {
    let letters = line.chars().filter_map(Letter::of);
    letters.map(|letter| letter.width + GAP).sum::<usize>().saturating_sub(GAP)
}
