//! Where a word is broken that no line holds.

use std::borrow::Cow;

use unicode_truncate::UnicodeTruncateStr as _;
use unicode_width::UnicodeWidthStr as _;

/// A word in pieces of at most `width` columns, broken between letters as a reader sees them. Words
/// of scripts that are written with blanks get a hyphen where they are broken; marks that close
/// never begin a line.
pub(super) fn within(word: &str, width: u16) -> Vec<Cow<'_, str>> {
    let width = usize::from(width.max(1));
    let mut pieces = Vec::new();
    let mut rest = word;
    while rest.width() > width {
        let (mut piece, _) = rest.unicode_truncate(width);
        let mut hyphen = width > 2 && is_joined(piece, rest);
        if hyphen {
            piece = rest.unicode_truncate(width - 1).0;
            hyphen = is_joined(piece, rest);
        }
        while rest[piece.len()..].starts_with(closes) && piece.width() > 2 {
            piece = rest.unicode_truncate(piece.width() - 1).0;
        }
        if piece.is_empty() {
            // Not even one letter fits: it is cut where it is drawn.
            piece = &rest[..rest.chars().next().map_or(0, char::len_utf8)];
        }
        rest = &rest[piece.len()..];
        pieces.push(if hyphen { Cow::Owned(format!("{piece}-")) } else { Cow::Borrowed(piece) });
    }
    if !rest.is_empty() {
        pieces.push(Cow::Borrowed(rest));
    }
    pieces
}

/// A line that ends with the sign that more would follow, within `width` columns.
pub(super) fn with_sign_of_more(line: &str, width: u16) -> Cow<'_, str> {
    let (kept, _) = line.unicode_truncate(usize::from(width.saturating_sub(1)));
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Whether a piece of a word and what follows it are of one word that a hyphen may part.
fn is_joined(piece: &str, whole: &str) -> bool {
    let is_narrow = |letter: char| letter.is_alphabetic() && !is_without_blanks(letter);
    let (last, next) = (piece.chars().next_back(), whole[piece.len()..].chars().next());
    last.is_some_and(is_narrow) && next.is_some_and(is_narrow)
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
