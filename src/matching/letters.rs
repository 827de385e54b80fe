//! Words as they are compared: small letters without accents, their stems, and slips of spelling.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word shorter than this is no slip of another, in letters.
const SHORTEST_SLIP: usize = 4;
/// From this length on two letters may be wrong, in letters.
const LONG_WORD: usize = 8;

/// The words of a text, in order. What joins numbers stays: `4-7-8` is a word, and so is `478`.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter) && !is_apostrophe(*letter));
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    let mut words = Vec::new();
    for piece in plain.split(|letter: char| !letter.is_alphanumeric() && letter != '-') {
        let piece = piece.trim_matches('-');
        let is_count =
            piece.contains('-') && piece.chars().all(|it| it.is_ascii_digit() || it == '-');
        if is_count {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split('-').filter(|part| !part.is_empty()).map(folded));
        }
    }
    words
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`')
}

/// What no mark is left of by taking accents away.
fn folded(word: &str) -> String {
    word.replace('ß', "ss").replace('æ', "ae").replace('ø', "o").replace('ł', "l")
}

/// Makes stems of the words of a language.
pub(super) struct Stems(Stemmer);

impl Stems {
    pub(super) fn english() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    pub(super) fn german() -> Self {
        Self(Stemmer::create(Algorithm::German))
    }

    /// What “massage”, “massages” and “massaging” have in common.
    pub(super) fn of(&self, word: &str) -> String {
        self.0.stem(word).into_owned()
    }
}

/// Whether one word is likely a slip of another: a letter too much, too little or wrong, or two
/// changed over; two of these in a long word.
pub(super) fn is_slip(typed: &str, meant: &str) -> bool {
    let length = typed.len();
    let allowed = if length.max(meant.len()) >= LONG_WORD { 2 } else { 1 };
    let starts_alike = {
        let (mut typed, mut meant) = (typed.chars(), meant.chars());
        let (first, other) = (typed.next(), meant.next());
        first == other || (first == meant.next() && other == typed.next())
    };
    length >= SHORTEST_SLIP
        && starts_alike
        && length.abs_diff(meant.len()) <= allowed
        && strsim::osa_distance(typed, meant) <= allowed
}
