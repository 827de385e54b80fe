//! “Did you mean …?”

use super::letters::meant_by;
use crate::words::{Argument, Message};

/// More words than this are not listed.
const LONGEST_LIST: usize = 24;
/// Longer words are not compared.
const LONGEST_WORD: usize = 40;

/// What joins the last two words of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// All of them.
    And,
    /// One of them.
    Or,
}

/// A name as it is written where it is written right: in small letters, its words joined by hyphens.
pub(crate) fn as_name(text: &str) -> String {
    text.trim().to_lowercase().replace(['_', ' '], "-")
}

/// Help for a word that is none of the known ones: the nearest, or else all of them.
pub(crate) fn nearest_or_all<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<Message> {
    let is_known = |typed: &str| known.clone().into_iter().any(|known| known == typed);
    if let Some(meant) = meant_by(word, is_known) {
        return Some(meant);
    }
    if let Some(near) = nearest(word, known.clone()) {
        return Some(Message::new("problem-did-you-mean").with("word", near));
    }
    let all: Vec<&str> = known.into_iter().collect();
    match all.len() {
        0 => None,
        1..=LONGEST_LIST => {
            Some(Message::new("problem-one-of").with("words", list(&all, Joint::Or)))
        }
        count => {
            let words = quoted(&all[..LONGEST_LIST]).join(", ");
            let message = Message::new("problem-one-of-more").with("words", words);
            Some(message.with("count", count - LONGEST_LIST))
        }
    }
}

/// The known word that was most likely meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST_WORD {
        return None;
    }
    let word = as_name(word);
    let farthest = (length / 3).clamp(1, 4);
    let known: Vec<&str> = known.into_iter().collect();
    let by_distance = (known.iter())
        .map(|known| (strsim::damerau_levenshtein(&word, known), *known))
        .filter(|(distance, _)| *distance <= farthest)
        .min_by_key(|(distance, _)| *distance);
    by_distance.map(|(_, known)| known).or_else(|| {
        if names_several(&word, &known) {
            return None;
        }
        let mut holding = known.iter().filter(|known| {
            let parts = word.len() >= 4 && known.len() >= 4;
            parts && (known.contains(word.as_str()) || word.contains(**known))
        });
        holding.next().copied()
    })
}

/// Whether several of the known words are named, as in “left and right”, so that none of them is meant
/// alone.
fn names_several(word: &str, known: &[&str]) -> bool {
    let is_end = |letter: char| !letter.is_alphanumeric();
    let parts: Vec<&str> = word.split(is_end).filter(|part| !part.is_empty()).collect();
    known.iter().filter(|known| parts.contains(known)).count() > 1
}

/// Words in back quotes, joined as in a sentence.
pub(crate) fn list(words: &[&str], joint: Joint) -> Argument {
    let quoted = quoted(words);
    let message = match joint {
        Joint::And => "problem-list-and",
        Joint::Or => "problem-list-or",
    };
    match quoted.as_slice() {
        [] => Argument::Text(String::new()),
        [one] => Argument::Text(one.clone()),
        [first @ .., last] => {
            Message::new(message).with("words", first.join(", ")).with("last", last.as_str()).into()
        }
    }
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}
