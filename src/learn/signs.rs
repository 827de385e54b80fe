//! What people type that tells of a sign of an emergency.

use super::{FoundTopics, Subject, Topic, search};
use crate::care::CareTable;
use crate::words::{Message, Texts};

/// Shorter words tell nothing of a sign, in letters.
const SHORTEST: usize = 4;

/// What to do first where what a person types tells of a sign of an emergency, in a language: the rows
/// that have all of its words, and where to read more. Nothing where it tells of none.
pub fn signs_told(typed: &str, texts: &Texts) -> Vec<String> {
    let language = texts.language();
    let words_of = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| word.chars().count() >= SHORTEST);
        words.map(str::to_lowercase).collect()
    };
    let typed_words = words_of(typed);
    let mut signs: Vec<String> = Vec::new();
    if typed_words.len() > 1 {
        let rows = CareTable::shipped().emergencies.iter().map(|row| row.sentence(language));
        signs.extend(rows.filter(|row| {
            let row = words_of(row);
            typed_words.iter().all(|typed| row.iter().any(|word| word.starts_with(typed.as_str())))
        }));
    }
    let stopping = Topic::Subject(Subject::Stopping);
    let FoundTopics { topics, is_near, .. } = search(typed);
    if !signs.is_empty() || (!is_near && topics.first() == Some(&stopping)) {
        signs.push(texts.text(&Message::new("learn-signs-told")));
    }
    signs
}
