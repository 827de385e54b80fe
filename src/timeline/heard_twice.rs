//! How much of what is heard has been heard before in the same session.

use std::collections::HashSet;

use super::{Timeline, WordsOf};
use crate::prosody::{SpokenLanguage, sentences, word_count};

impl Timeline {
    /// How much of the time in which something is said a sentence of a step is heard once more, word
    /// for word, on the other side or in another round: in thousandths.
    pub fn heard_twice(&self) -> u64 {
        let language = SpokenLanguage::of(self.language());
        let (mut all, mut twice, mut heard) = (0, 0, HashSet::new());
        for (index, line) in self.spoken() {
            let written = self.segments()[*index].written;
            all += line.millis;
            // A word that tells when is needed each time: “hold”, “and let go”.
            let is_cue = line.of == WordsOf::Program;
            let Some(words) = line.words.by_author().filter(|_| !is_cue) else { continue };
            let count = word_count(words).max(1) as u64;
            let again = sentences(words, language)
                .filter(|sentence| !heard.insert((written, sentence.to_lowercase())));
            let again: usize = again.map(word_count).sum();
            twice += line.millis * again as u64 / count;
        }
        twice * 1_000 / all.max(1)
    }
}
