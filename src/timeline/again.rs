//! What is said on the second side and in later rounds: the author's words for it, or theirs for the
//! first, on the second side shortened. Who has just done something on one side hears what it is called,
//! what changes with the side and what to keep off, and neither the whole instruction nor a joke once
//! more.

use super::part::Part;
use super::wording::Wording;
use crate::prosody::{sentences, word_count};
use crate::session::{Line, Placeholder, Step, TextPiece, WhichSide, pieces};

/// The most words of a line that is a cue in itself, such as “And the other way”.
const CUE_WORDS: usize = 9;

/// The most words of a sentence that announces the other side by itself: “Now the right arm.”
const CHANGE_WORDS: usize = 6;

/// The words for the second side, where they begin with the change to it: that sentence, which is then
/// said as the sides change, in the place of the program's own words, and what is left of them.
pub(super) fn change(step: &Step, part: &Part, wording: &Wording) -> Option<(String, String)> {
    let is_told = step.later_rounds.is_some() && part.is_later_round();
    let words = step.second_side.as_deref().filter(|_| part.is_second && !is_told)?;
    let (first, rest) = sentences(words, wording.spoken_language()).next().and_then(|first| {
        let rest = words.trim_start().strip_prefix(first)?.trim_start();
        Some((first, rest))
    })?;
    let names_side = names_a_side(first, Some(WhichSide::Worked));
    // Not the name of a place that is still open: `{side}`.
    let plain: String = pieces(first)
        .into_iter()
        .filter_map(|piece| match piece {
            TextPiece::Words(words) => Some(words),
            TextPiece::Place(_) | TextPiece::StrayBrace => None,
        })
        .collect();
    let is_change = names_side && wording.names_a_turn(&plain) || wording.names_a_change(&plain);
    let is_short = word_count(first) <= CHANGE_WORDS;
    let stands_alone = is_change && is_short && !rest.is_empty();
    (stands_alone && wording.changes_are_by_program()).then(|| (first.to_owned(), rest.to_owned()))
}

/// What is said as a step begins that this part plays, with its places still open.
pub(super) fn opening(step: &Step, part: &Part, wording: &Wording) -> Option<String> {
    match &step.later_rounds {
        Some(words) if part.is_later_round() => Some(words.clone()),
        _ if part.is_second => second_opening(step, wording),
        _ => step.say.clone(),
    }
}

/// What is said as a step begins on the second side.
fn second_opening(step: &Step, wording: &Wording) -> Option<String> {
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

/// A line of a step that this part plays: the author's words for it or, on the second side, what is left
/// of those for the first.
pub(super) fn line(line: &Line, part: &Part, wording: &Wording) -> Line {
    let own = line.later_rounds.as_ref().filter(|_| part.is_later_round());
    let own = own.or_else(|| line.second_side.as_ref().filter(|_| part.is_second));
    let Some(words) = own else {
        let said = line.say.as_deref();
        let shorter = |said| shortened(said, wording);
        let say = if part.is_second { said.and_then(shorter) } else { said.map(str::to_owned) };
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
