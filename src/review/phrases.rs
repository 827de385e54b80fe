//! Words and phrases that rules look for in what is spoken and shown.

use crate::prosody::SpokenLanguage;

/// A word or phrase, in small letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct SoughtWords {
    /// The words one after another, each as a whole word; a `*` at the end stands for any ending.
    words: &'static str,
    /// Only where one of these stands in the same sentence.
    beside: &'static [&'static str],
}

impl SoughtWords {
    /// A phrase, wherever it stands.
    pub(super) const fn of(words: &'static str) -> Self {
        Self { words, beside: &[] }
    }

    /// A phrase, where one of the others stands in the same sentence.
    pub(super) const fn beside(words: &'static str, beside: &'static [&'static str]) -> Self {
        Self { words, beside }
    }

    /// The phrase itself, as a message names it.
    pub(super) fn words(&self) -> &'static str {
        self.words.trim_end_matches('*')
    }

    /// Whether it stands in a sentence, as [`plain_words`] has it.
    pub(super) fn stands_in(&self, sentence: &str) -> bool {
        let is_near = |words: &&'static str| holds(sentence, words);
        (self.beside.is_empty() || self.beside.iter().any(is_near)) && holds(sentence, self.words)
    }
}

/// Those of the language of a session; `None` where neither is spoken.
pub(super) fn in_language(
    language: SpokenLanguage,
    english: &'static [SoughtWords],
    german: &'static [SoughtWords],
) -> Option<&'static [SoughtWords]> {
    match language {
        SpokenLanguage::English => Some(english),
        SpokenLanguage::German => Some(german),
        SpokenLanguage::Other => None,
    }
}

/// The words of a sentence in small letters, one blank before and after each.
pub(super) fn plain_words(sentence: &str) -> String {
    let letters = sentence.to_lowercase();
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

fn holds(sentence: &str, phrase: &str) -> bool {
    match phrase.strip_suffix('*') {
        Some(beginning) => sentence.contains(&format!(" {beginning}")),
        None => sentence.contains(&format!(" {phrase} ")),
    }
}
