//! How fast each voice turned out to speak, so that the next sentence is asked for at the right pace.

use std::collections::HashMap;

use super::engine::Speaker;

/// What an engine is taken to need before it was heard, in words a minute for a unit of work in a
/// second; measured with espeak-ng over 150 sentences.
const FIRST_GUESS: f64 = 31.5;
/// How much work of its own outweighs the first guess.
const TRUST: f64 = 10.0;

/// What was learnt of each voice.
#[derive(Debug, Default)]
pub(super) struct LearntPaces(HashMap<Speaker, Learnt>);

#[derive(Clone, Copy, Debug, Default)]
struct Learnt {
    work: f64,
    /// Words a minute it was told, times the seconds it took.
    told: f64,
}

impl LearntPaces {
    /// The pace to tell a voice so that it speaks these words in `millis`, in words a minute.
    pub(super) fn pace_for(&self, speaker: &Speaker, words: &str, millis: u64) -> u32 {
        let learnt = self.0.get(speaker).copied().unwrap_or_default();
        let needed = (learnt.told + FIRST_GUESS * TRUST) / (learnt.work + TRUST);
        (needed * work(words) * 1000.0 / millis.max(1) as f64).round() as u32
    }

    /// Learns that a voice that was told a pace took `millis` for these words.
    pub(super) fn learn(&mut self, speaker: &Speaker, words: &str, pace: u32, millis: u64) {
        let learnt = self.0.entry(speaker.clone()).or_default();
        learnt.work += work(words);
        learnt.told += f64::from(pace) * millis as f64 / 1000.0;
    }
}

/// How much there is to say: letters, the longer last syllable, and the small pauses at commas. It
/// foretells how long espeak-ng takes to within a tenth for three sentences in four; syllables do
/// so for one in two.
fn work(words: &str) -> f64 {
    let letters = words.chars().filter(|letter| letter.is_alphanumeric()).count();
    let commas = words.chars().filter(|letter| matches!(letter, ',' | ';' | ':' | '—')).count();
    letters as f64 * 0.3 + 1.0 + commas as f64 * 1.5
}
