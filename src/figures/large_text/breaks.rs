//! Where a word is broken that no line holds.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// A word in pieces of at most `width` columns, broken between letters as a reader sees them. Words
/// of scripts that are written with blanks get a hyphen where they are broken; marks that close
/// never begin a line.
pub(super) fn within(word: &str, width: u16) -> Vec<Cow<'_, str>> {
    let width = usize::from(width.max(1));
    let mut pieces = Vec::new();
    let mut rest = word;
    while rest.width() > width {
        let hyphens = width > 2;
        let (mut end, mut hyphen) = (0, false);
        let mut columns = 0;
        for (at, letter) in rest.grapheme_indices(true) {
            columns += letter.width();
            let behind = at + letter.len();
            let joins = hyphens && is_joined(letter, &rest[behind..]);
            if end > 0 && columns + usize::from(joins) > width {
                break;
            }
            if end == 0 || !rest[behind..].starts_with(closes) {
                (end, hyphen) = (behind, joins);
            }
        }
        let (piece, behind) = rest.split_at(end);
        pieces.push(if hyphen { Cow::Owned(format!("{piece}-")) } else { Cow::Borrowed(piece) });
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Cow::Borrowed(rest));
    }
    pieces
}

/// A line that ends with the sign that more would follow, within `width` columns.
pub(super) fn with_sign_of_more(line: &str, width: u16) -> Cow<'_, str> {
    let mut kept = String::new();
    for letter in line.graphemes(true) {
        if kept.width() + letter.width() + 1 > usize::from(width) {
            break;
        }
        kept.push_str(letter);
    }
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Whether a letter and what follows are of one word that a hyphen may part.
fn is_joined(letter: &str, behind: &str) -> bool {
    let next = behind.chars().next();
    let is_narrow = |letter: char| letter.is_alphabetic() && !is_without_blanks(letter);
    letter.chars().next().is_some_and(is_narrow) && next.is_some_and(is_narrow)
}

/// Whether a letter is of a script that is written without blanks, and so breaks anywhere.
fn is_without_blanks(letter: char) -> bool {
    matches!(
        letter,
        '\u{0e00}'..='\u{0fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Marks that belong to what stands before them.
fn closes(letter: char) -> bool {
    "。、，．！？）」』】ー…,.!?):;”’".contains(letter)
}
