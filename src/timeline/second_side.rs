//! What is said on the second side: the author's words for it, or theirs for the first, shortened. Who
//! has just done something on one side hears what it is called, what changes with the side and what to
//! keep off, and neither the whole instruction nor a joke once more.

use super::wording::Wording;
use crate::prosody::{sentences, word_count};
use crate::session::{Line, Placeholder, Step, TextPiece, WhichSide, pieces};

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
    let worked = all.iter().position(|it| names_a_side(it, Some(WhichSide::Worked)));
    // The other side is named where something there has to be done too: a leg to stand on, a hand.
    let changes = |number, sentence| {
        worked == Some(number)
            || names_a_side(sentence, Some(WhichSide::Other))
            || worked.is_none() && names_a_side(sentence, None)
    };
    let kept = all.iter().enumerate().filter(|(number, sentence)| {
        changes(*number, sentence) || wording.names_a_warning(sentence)
    });
    let kept: Vec<&str> = kept.map(|(_, sentence)| *sentence).collect();
    let title = as_sentence(&step.title);
    let is_said = kept.iter().any(|sentence| has_all_words(sentence, &title));
    let title = (!is_said).then_some(title.as_str());
    let short = title.into_iter().chain(kept).collect::<Vec<_>>().join(" ");
    Some(if word_count(&short) < word_count(said) { short } else { said.to_owned() })
}

/// Whether a sentence has all the words of another in their order, whatever else it says.
fn has_all_words(sentence: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let letters = |letter: char| !letter.is_alphanumeric() && !"{}-'’".contains(letter);
        text.to_lowercase().split(letters).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    let mut said = words(sentence).into_iter();
    words(other).into_iter().all(|word| said.any(|it| it == word))
}

/// A line on the second side: the author's words for it, or what is left of those for the first.
pub(super) fn line(line: &Line, wording: &Wording) -> Line {
    let Some(words) = &line.second_side else {
        let say = line.say.as_deref().and_then(|said| shortened(said, wording));
        return Line { say, ..line.clone() };
    };
    // Who reads along reads what is said.
    let show = line.show.as_ref().map(|_| words.clone());
    Line { show, say: Some(words.clone()), ..line.clone() }
}

/// What is said again of a line: its first sentence, where that is a cue or names a side.
fn shortened(said: &str, wording: &Wording) -> Option<String> {
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
