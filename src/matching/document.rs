//! Something that can be found: its words, each with a weight and a source.

use std::collections::BTreeMap;

use super::letters::words;

/// Between the words of a document: no word holds one.
const BETWEEN: char = '\n';

/// Where a word of a document comes from. What the numbers stand for is the business of whoever made
/// the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordSource {
    /// What kind of text it is.
    pub field: u8,
    /// Which one of its kind.
    pub detail: u8,
}

/// Something that can be found: its words, each with a weight and a source. It is kept in one piece,
/// so that thousands of them take little room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Every word once, each followed by a mark.
    text: String,
    weights: Vec<(u8, WordSource)>,
}

impl Document {
    /// The document of these texts: each with the weight of its words, 1–100, and where it comes
    /// from. A word counts by its greatest weight.
    ///
    /// A `key` is one word as it is, whatever letters it has, and is found only by itself.
    pub fn of<'a>(
        texts: impl IntoIterator<Item = (u8, WordSource, &'a str)>,
        keys: impl IntoIterator<Item = (u8, WordSource, String)>,
    ) -> Self {
        let mut known: BTreeMap<String, (u8, WordSource)> = BTreeMap::new();
        let mut add = |word: String, weight: u8, source: WordSource| {
            let entry = known.entry(word).or_insert((weight, source));
            if weight > entry.0 {
                *entry = (weight, source);
            }
        };
        for (weight, source, text) in texts {
            for word in words(text) {
                add(word, weight, source);
            }
        }
        for (weight, source, key) in keys {
            add(key, weight, source);
        }
        let mut text = String::new();
        let mut weights = Vec::with_capacity(known.len());
        for (word, weight) in known {
            text.push_str(&word);
            text.push(BETWEEN);
            weights.push(weight);
        }
        Self { text, weights }
    }

    /// Every word, its weight and its source.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u8, WordSource)> {
        let words = self.text.split_terminator(BETWEEN).zip(&self.weights);
        words.map(|(word, (weight, source))| (word, *weight, *source))
    }
}
