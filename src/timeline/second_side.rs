//! What is said on the second side: the author's words for it, or theirs for the first, shortened. Who
//! has just done something on one side hears what it is called, what changes with the side and what to
//! keep off, and neither the whole instruction nor a joke once more.

use super::wording::Wording;
use crate::prosody::{sentences, word_count};
use crate::session::{Placeholder, Step, TextPiece, WhichSide, pieces};

/// The most words of a line that is a cue in itself, such as “And the other way”.
const CUE_WORDS: usize = 9;

/// What is said as a step begins on the second side, with its places still open.
pub(super) fn opening(step: &Step, wording: &Wording) -> Option<String> {
    if step.second_side.is_some() {
        return step.second_side.clone();
    }
    let said = step.say.as_deref()?;
    let all: Vec<&str> = sentences(said, wording.spoken_language()).collect();
    if all.len() < 2 {
        return Some(said.to_owned());
    }
    let first = |which: Option<WhichSide>| all.iter().position(|it| names_a_side(it, which));
    let changes = first(Some(WhichSide::Worked)).or(first(None));
    let kept = all
        .iter()
        .enumerate()
        .filter(|(number, sentence)| Some(*number) == changes || wording.names_a_warning(sentence));
    let title = as_sentence(&step.title);
    let parts: Vec<&str> = [title.as_str()].into_iter().chain(kept.map(|(_, it)| *it)).collect();
    let short = parts.join(" ");
    Some(if word_count(&short) < word_count(said) { short } else { said.to_owned() })
}

/// What is said of a line on the second side: its first sentence, where that is a cue or names a side.
pub(super) fn line(said: &str, wording: &Wording) -> Option<String> {
    let mut all = sentences(said, wording.spoken_language());
    let first = all.next()?;
    let is_needed = word_count(first) <= CUE_WORDS
        || names_a_side(first, None)
        || wording.names_a_warning(first);
    is_needed.then(|| first.to_owned())
}

/// Whether words name a side: this one, or any.
fn names_a_side(words: &str, which: Option<WhichSide>) -> bool {
    pieces(words).into_iter().any(|piece| match piece {
        TextPiece::Place(name) => match Placeholder::named(name) {
            Some(Placeholder::Side(named, ..)) => which.is_none_or(|which| which == named),
            _ => false,
        },
        TextPiece::Words(_) | TextPiece::StrayBrace => false,
    })
}

/// A title as something that is said.
fn as_sentence(title: &str) -> String {
    let is_ended = title.ends_with(['.', '!', '?', '…', '。']);
    if is_ended { title.to_owned() } else { format!("{title}.") }
}
