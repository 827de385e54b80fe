//! The letters, read from their specimen sheet.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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

/// The letters by their characters, taken off the sheet once: words are measured in every frame.
static LETTERS: LazyLock<BTreeMap<char, Letter>> = LazyLock::new(|| {
    let lines: Vec<&str> = SHEET.lines().collect();
    let bands = BANDS.iter().zip(lines.chunks(ROWS + 1));
    bands
        .flat_map(|(letters, rows)| {
            letters.chars().enumerate().map(|(place, letter)| (letter, Letter::cut(rows, place)))
        })
        .collect()
});

/// Rows of a letter.
pub(super) const ROWS: usize = 9;

/// Characters from one letter of the sheet to the next.
const SLOT: usize = 11;

/// What parts words, and the width between letters, in pixels.
static SPACE: Letter = Letter { rows: [""; ROWS], width: 3 };
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
    pub(super) fn of(character: char) -> Option<&'static Self> {
        if character.is_whitespace() { Some(&SPACE) } else { LETTERS.get(&plain(character)) }
    }

    /// The letter at a place in a band of the sheet.
    fn cut(band: &[&'static str], place: usize) -> Self {
        let mut rows = [""; ROWS];
        for (row, line) in rows.iter_mut().zip(band) {
            let line = line.get(place * SLOT..).unwrap_or_default();
            *row = line.get(..SLOT).unwrap_or(line).trim_end();
        }
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        Self { rows, width }
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
    character == ' ' || LETTERS.contains_key(&plain(character))
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
