//! How fast words are spoken, and how long that takes.

/// Silence after a sentence, in milliseconds.
///
/// Guided relaxation leaves 1.5 to 3 s between sentences. That is how people who record it speak,
/// by convention; no trial has compared pauses.
pub const SENTENCE_PAUSE_MILLIS: u64 = 1_500;

/// How fast words are spoken.
///
/// By convention, and not from a trial: spoken instructions run at 110 to 130 words a minute,
/// guided relaxation at 90 to 110, and winding down at 70 to 90. The two paces here are the slow
/// end of the first and the middle of the last, so what fits them fits most voices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    words_per_minute: u64,
}

impl Pace {
    /// At a desk or at home: 110 words a minute.
    pub const DAY: Self = Self { words_per_minute: 110 };
    /// In bed: 80 words a minute.
    pub const NIGHT: Self = Self { words_per_minute: 80 };

    /// The pace by day or at night. Where a person has set how many words a minute they wish to
    /// hear by day, the night is slower by the same share as usual.
    pub(super) fn by(is_night: bool, set: Option<u32>) -> Self {
        let usual = if is_night { Self::NIGHT } else { Self::DAY };
        let set =
            set.map(|set| u64::from(set) * usual.words_per_minute / Self::DAY.words_per_minute);
        Self { words_per_minute: set.unwrap_or(usual.words_per_minute).max(1) }
    }

    /// The pace by day: the usual one, or so many words a minute.
    pub fn by_day(set: Option<u32>) -> Self {
        Self::by(false, set)
    }

    /// How many words are spoken in a minute.
    pub fn words_per_minute(self) -> u32 {
        self.words_per_minute as u32
    }

    /// About how long it takes to speak these words, in milliseconds: the words at this pace, and
    /// [`SENTENCE_PAUSE_MILLIS`] between sentences. The silence after the last is not in it.
    pub fn millis(self, words: &str) -> u64 {
        let count = sentences(words).map(word_count).sum::<usize>() as u64;
        let pauses = sentences(words).count().saturating_sub(1) as u64;
        count * 60_000 / self.words_per_minute + pauses * SENTENCE_PAUSE_MILLIS
    }
}

/// The sentences of a text that have words in them.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let split = std::iter::from_fn(move || {
        let end = sentence_end(rest)?;
        let (sentence, behind) = rest.split_at(end);
        rest = behind;
        Some(sentence.trim())
    });
    split.filter(|sentence| word_count(sentence) > 0)
}

/// How many words a text has. A place to fill in counts as one.
pub fn word_count(text: &str) -> usize {
    let words = text.split(|c: char| c.is_whitespace() || c == '—' || c == '–');
    words.filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Where the first sentence ends: after a mark that blanks or nothing follow.
fn sentence_end(text: &str) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let closes = |c: char| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | ')' | '’');
    let mut marked = false;
    for (at, letter) in text.char_indices() {
        if marked && letter.is_whitespace() {
            return Some(at);
        }
        marked = matches!(letter, '.' | '!' | '?' | '…') || (marked && closes(letter));
    }
    Some(text.len())
}
