//! How fast words are spoken, with which pauses, and how long that takes.

use super::language::SpokenLanguage;
use super::sentences::sentences;
use super::syllables::syllable_count;
use super::words::sixths_of_words;

/// Silence after a line, and the least between sentences by day, in milliseconds.
///
/// Guided relaxation leaves 1.5 to 3 s between sentences. That is how people who record it speak,
/// by convention; no trial has compared pauses.
pub const SENTENCE_PAUSE_MILLIS: u64 = 1_500;

/// Natural slow speech, in syllables a minute: 3 to 3.5 a second. Slower than that is a drawl, so
/// what makes a pace slow is its pauses.
const ARTICULATION: (u64, u64) = (180, 210);
/// Natural speech goes with paces between these, in words a minute; others change its speed.
const NATURAL_PACES: (u64, u64) = (65, 110);
/// The least and the most silence between sentences, in milliseconds at one word a minute: 1.5 and
/// 2 s by day, 2.1 and 3 s at night.
const PAUSES: (u64, u64) = (165_000, 220_000);
/// What the most grows by with each word a minute less than by day, in milliseconds.
const LONGER_PAUSE: u64 = 34;
/// No silence between sentences is longer, in milliseconds.
const LONGEST_PAUSE: u64 = 3_000;

/// How fast words are spoken, and in which language.
///
/// By convention, and not from a trial: spoken instructions run at 110 to 130 words a minute,
/// guided relaxation at 90 to 110, and winding down at 70 to 90, pauses included. The two paces here
/// are the slow end of the first and the middle of the last, so what fits them fits most voices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    words_per_minute: u64,
    language: SpokenLanguage,
}

/// How a text is spoken at a pace: each sentence in its time, with silence between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakingPlan<'a> {
    /// The sentences in order, none without words.
    pub sentences: Vec<PlannedSentence<'a>>,
    /// The silence between two of them, in milliseconds.
    pub pause_millis: u64,
}

/// A sentence and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedSentence<'a> {
    /// Its words.
    pub text: &'a str,
    /// How many syllables it has, one at least.
    pub syllables: u64,
    /// How long it takes to say, without silence before or after, in milliseconds.
    pub millis: u64,
}

impl PlannedSentence<'_> {
    /// The same sentence in other time, in milliseconds.
    #[must_use]
    pub fn spoken_within(&self, millis: u64) -> Self {
        Self { millis, ..*self }
    }
}

impl SpeakingPlan<'_> {
    /// How long all of it takes, in milliseconds. The silence after the last sentence is not in it.
    pub fn millis(&self) -> u64 {
        let pauses = self.sentences.len().saturating_sub(1) as u64;
        let spoken: u64 = self.sentences.iter().map(|sentence| sentence.millis).sum();
        spoken + pauses * self.pause_millis
    }
}

impl Pace {
    /// At a desk or at home: 110 words a minute, in English.
    pub const DAY: Self = Self::of(110);
    /// In bed: 80 words a minute, in English.
    pub const NIGHT: Self = Self::of(80);

    /// So many words a minute, pauses included, one at least; in English.
    pub const fn of(words_per_minute: u32) -> Self {
        let words_per_minute = if words_per_minute == 0 { 1 } else { words_per_minute as u64 };
        Self { words_per_minute, language: SpokenLanguage::English }
    }

    /// The pace by day or at night, in English. Where a person has set how many words a minute they
    /// wish to hear by day, the night is slower by the same share as usual.
    pub fn by(is_night: bool, set: Option<u32>) -> Self {
        let usual = if is_night { Self::NIGHT } else { Self::DAY };
        let set =
            set.map(|set| u64::from(set) * usual.words_per_minute / Self::DAY.words_per_minute);
        Self { words_per_minute: set.unwrap_or(usual.words_per_minute).max(1), ..usual }
    }

    /// The pace by day: the usual one, or so many words a minute.
    pub fn by_day(set: Option<u32>) -> Self {
        Self::by(false, set)
    }

    /// The same pace, slower by so many thousandths.
    #[must_use]
    pub fn slower(self, thousandths: u64) -> Self {
        let left = 1_000_u64.saturating_sub(thousandths);
        let words_per_minute = (self.words_per_minute * left / 1_000).max(1);
        Self { words_per_minute, ..self }
    }

    /// The same pace in the language of a tag such as `en` or `pt-BR`.
    #[must_use]
    pub fn in_language(self, tag: &str) -> Self {
        Self { language: SpokenLanguage::of(tag), ..self }
    }

    /// How many words are spoken in a minute, pauses included.
    pub fn words_per_minute(self) -> u32 {
        self.words_per_minute as u32
    }

    /// About how long it takes to speak these words, in milliseconds, with the pauses between
    /// sentences. The silence after the last is not in it.
    pub fn millis(self, words: &str) -> u64 {
        self.plan(words).millis()
    }

    /// How these words are spoken. The text comes as near to the words a minute as natural speech
    /// and pauses allow: as calmly as that lets it, with longer pauses where there is time, and
    /// livelier where many short sentences take most of it for their pauses.
    pub fn plan(self, words: &str) -> SpeakingPlan<'_> {
        let counted = sentences(words, self.language);
        let counted = counted.map(|text| (text, syllable_count(text, self.language).max(1)));
        let counted: Vec<(&str, u64)> = counted.collect();
        let syllables: u64 = counted.iter().map(|(_, syllables)| syllables).sum();
        let pauses = counted.len().saturating_sub(1) as u64;
        let (least, most) = self.pauses();
        let time = sixths_of_words(words) * 10_000 / self.words_per_minute;
        let left = |rate: u64| time.saturating_sub(syllables * 60_000 / rate);
        let rates = self.articulations();
        let fits = rates.into_iter().find(|rate| left(*rate) >= pauses * least);
        let rate = fits.unwrap_or(rates[rates.len() - 1]);
        let pause_millis = left(rate).checked_div(pauses).unwrap_or(0).clamp(least, most);
        let planned = |(text, syllables)| PlannedSentence {
            text,
            syllables,
            millis: syllables * 60_000 / rate,
        };
        SpeakingPlan { sentences: counted.into_iter().map(planned).collect(), pause_millis }
    }

    /// The speeds of natural speech at this pace, in syllables a minute, the calmest first. Few, so
    /// that a sentence that returns in another line is mostly spoken in the same way.
    fn articulations(self) -> [u64; 3] {
        let ((slow, fast), (slowest, fastest)) = (ARTICULATION, NATURAL_PACES);
        let pace = self.words_per_minute;
        let natural = pace.clamp(slowest, fastest);
        let scaled = |rate: u64| (rate * pace / natural).max(1);
        [scaled(slow), scaled(slow.midpoint(fast)), scaled(fast)]
    }

    /// The least and the most silence between sentences at this pace, in milliseconds.
    fn pauses(self) -> (u64, u64) {
        let day = NATURAL_PACES.1;
        let at_pace = |pause: u64| pause / self.words_per_minute.max(day);
        let slower = day.saturating_sub(self.words_per_minute);
        let most = (at_pace(PAUSES.1) + slower * LONGER_PAUSE).min(LONGEST_PAUSE);
        ((PAUSES.0 / self.words_per_minute).min(most), most)
    }
}
