//! How fast words are spoken, and how long that takes.

use unicode_width::UnicodeWidthChar as _;

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
        let sixths = sentences(words).map(sixths_of_words).sum::<u64>();
        let pauses = sentences(words).count().saturating_sub(1) as u64;
        sixths * 10_000 / self.words_per_minute + pauses * SENTENCE_PAUSE_MILLIS
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

/// How many words a text has. A place to fill in counts as one; so do two letters of Chinese or
/// Japanese, and three of Thai and its neighbours, which are written without blanks.
pub fn word_count(text: &str) -> usize {
    sixths_of_words(text).div_ceil(6) as usize
}

/// A letter of a script that is written without blanks, as sixths of a spoken word.
///
/// By convention, and not from a trial: news is read at 150 words a minute in English and at about
/// 300 letters in Japanese; a Thai word has about three letters that stand on the line.
fn sixths_of_letter(letter: char) -> Option<u64> {
    match letter {
        // Kana, Han, and their half-width and rare forms.
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{323af}' => Some(3),
        // Thai, Lao, Tibetan, Burmese and Khmer.
        '\u{0e01}'..='\u{0eff}'
        | '\u{0f40}'..='\u{0fbc}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17df}' => Some(if letter.width() == Some(0) { 0 } else { 2 }),
        _ => None,
    }
}

/// The words of a text, in sixths.
fn sixths_of_words(text: &str) -> u64 {
    let words = text.split(|c: char| c.is_whitespace() || c == '—' || c == '–');
    words.map(sixths_of_word).sum()
}

/// What stands between two blanks: one word, or many in a script without blanks.
fn sixths_of_word(word: &str) -> u64 {
    if word.is_ascii() {
        return if word.contains(|c: char| c.is_ascii_alphanumeric()) { 6 } else { 0 };
    }
    let (mut sixths, mut in_word) = (0, false);
    for letter in word.chars() {
        match sixths_of_letter(letter) {
            Some(more) => {
                sixths += more;
                in_word = false;
            }
            None if letter.is_alphanumeric() && !in_word => {
                sixths += 6;
                in_word = true;
            }
            None => {}
        }
    }
    sixths
}

/// Where the first sentence ends: after a mark that blanks or nothing follow, and after one of
/// Chinese or Japanese at once.
fn sentence_end(text: &str) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let closes = |c: char| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | ')' | '’');
    let closes_at_once =
        |c: char| matches!(c, '。' | '．' | '｡' | '！' | '？' | '」' | '』' | '）');
    let (mut marked, mut marked_at_once) = (false, false);
    for (at, letter) in text.char_indices() {
        let ends =
            (marked && letter.is_whitespace()) || (marked_at_once && !closes_at_once(letter));
        if ends {
            return Some(at);
        }
        marked = matches!(letter, '.' | '!' | '?' | '…') || (marked && closes(letter));
        marked_at_once = matches!(letter, '。' | '．' | '｡' | '！' | '？')
            || (marked_at_once && closes_at_once(letter));
    }
    Some(text.len())
}
