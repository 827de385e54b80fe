//! A small neural English voice in pure Rust, with everything it needs inside: text in, sound out.
//!
//! ```
//! let voice = unclench_voice::Voice::built_in();
//! let sound = voice.say("Breathe out.", unclench_voice::Speed::OWN);
//! assert!(sound.len() > 12_000);
//! ```
//!
//! The voice is synthetic: a net computes it, and no recording of a person is played. Where it comes
//! from [`Voice::about`] says. Nothing here opens a file, a connection or a thread; a voice borrows
//! its weights where they lie, and gives back all else it took when a sentence is done.

mod net;
mod sentences;
mod sounds;
mod spectra;
mod voice_file;
mod words;

use std::ops::Range;
use std::time::Duration;

use net::{Lengths, Net};
use voice_file::VoiceFile;

pub use sentences::sentences;
pub use voice_file::VoiceFileError;
pub use words::{Reading, read, unknown_words};

/// The version of this crate; other words may sound otherwise in another.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Samples in a second of sound.
pub const SAMPLE_RATE: u32 = 24_000;

/// The file of the voice that is built in.
pub(crate) static HEART: &[u8] = include_bytes!("../assets/heart.voice");

/// How many sounds are spoken in one go; a longer sentence is divided where it pauses, or at a word.
const MOST_SOUNDS: usize = 220;
/// Sounds fade in and out over so many samples (4 ms), so that no edge clicks.
const FADE: usize = 96;

/// A speed is found by halving the range of speeds so often: to within 0.0004.
const SPEED_HALVINGS: u32 = 12;

/// How fast to speak, in times of the voice's own speed.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Speed(f32);

impl Speed {
    /// The voice's own speed: about 180 words a minute.
    pub const OWN: Self = Self(1.0);
    /// The slowest that its author allows.
    pub const SLOWEST: Self = Self(0.5);
    /// The fastest that its author allows.
    pub const FASTEST: Self = Self(2.0);

    /// This speed, or the nearest that the voice can speak at.
    pub fn new(times: f32) -> Self {
        Self(times.clamp(Self::SLOWEST.0, Self::FASTEST.0))
    }

    /// The speed in times of the voice's own.
    pub fn times(self) -> f32 {
        self.0
    }
}

/// A voice that is ready to speak.
#[derive(Debug)]
pub struct Voice<'a> {
    net: Net<'a>,
    about: &'a str,
}

impl Voice<'static> {
    /// The voice that comes with this crate.
    ///
    /// # Panics
    /// Never: a test reads the file that is built in.
    pub fn built_in() -> Self {
        Self::read(HEART).expect("the file that is built in is whole")
    }
}

impl<'a> Voice<'a> {
    /// A voice of the same family from the bytes of its file; weights are read where they lie.
    ///
    /// # Errors
    /// Where the bytes are no voice, or not a whole one.
    pub fn read(bytes: &'a [u8]) -> Result<Self, VoiceFileError> {
        let file = VoiceFile::read(bytes)?;
        Ok(Self { net: Net::read(&file)?, about: file.about })
    }

    /// What the file of the voice says of `key`: `name`, `language`, `origin`, `licence`, `synthetic`
    /// or `changed`.
    pub fn about(&self, key: &str) -> Option<&'a str> {
        value(self.about, key)
    }

    /// The sound of one sentence: 24,000 samples a second of one channel, between −1 and 1; empty
    /// where there is nothing to say. The same words always make the same sound.
    pub fn say(&self, sentence: &str, speed: Speed) -> Vec<f32> {
        self.speak(&read(sentence), speed)
    }

    /// The sound of a sentence that was read before.
    pub fn speak(&self, reading: &Reading, speed: Speed) -> Vec<f32> {
        let mut sound: Vec<f32> = Vec::new();
        for part in spoken_parts(reading) {
            let frames = self.net.frames(&part.sounds, speed.times());
            sound.extend(faded(spectra::sound(&self.net, &frames)));
        }
        sound
    }

    /// The speed at which the words of a sentence take a length of time, or the nearest that the
    /// voice can speak at. The net foretells that before there is a sound: for 95 sentences of 100
    /// to within 8 %.
    pub fn speed_for(&self, reading: &Reading, length: Duration) -> Speed {
        let mut lengths = Lengths::default();
        let mut words = 0..0;
        for (at, part) in spoken_parts(reading).enumerate() {
            let before = lengths.count();
            lengths.extend(self.net.lengths(&part.sounds));
            words.end = before + part.words.end;
            if at == 0 {
                words.start = part.words.start;
            }
        }
        let (mut slow, mut fast) = (Speed::SLOWEST.0, Speed::FASTEST.0);
        for _ in 0..SPEED_HALVINGS {
            let between = f32::midpoint(slow, fast);
            let is_too_slow = lengths.heard(words.clone(), between) > length;
            if is_too_slow { slow = between } else { fast = between }
        }
        Speed::new(fast)
    }
}

/// The sounds of a sentence, in parts that are spoken in one go.
fn spoken_parts(reading: &Reading) -> impl Iterator<Item = SpokenPart> {
    sentences::parts(&reading.sounds, MOST_SOUNDS).into_iter().filter_map(SpokenPart::of)
}

/// What is spoken in one go.
struct SpokenPart {
    /// The numbers of its sounds, with the edges.
    sounds: Vec<usize>,
    /// Which of them are words: all but the edges, and the marks beside them.
    words: Range<usize>,
}

impl SpokenPart {
    /// `None` where there is nothing to say.
    fn of(part: &str) -> Option<Self> {
        let known: Vec<char> = part.chars().filter(|it| sounds::number(*it).is_some()).collect();
        let is_word = |letter: &char| letter.is_alphabetic();
        let words = known.iter().position(is_word)? + 1..known.iter().rposition(is_word)? + 2;
        let edge = std::iter::once(sounds::EDGE);
        let numbers = known.into_iter().filter_map(sounds::number);
        Some(Self { sounds: edge.clone().chain(numbers).chain(edge).collect(), words })
    }
}

/// What the file of the built-in voice says of `key`, as [`Voice::about`] does. Its weights are not
/// looked at, so that they take no memory until something is spoken.
///
/// # Panics
/// Never: a test reads the file that is built in.
pub fn about_built_in(key: &str) -> Option<&'static str> {
    value(voice_file::about(HEART).expect("the file that is built in is whole"), key)
}

fn value<'a>(about: &'a str, key: &str) -> Option<&'a str> {
    let lines = about.lines().filter_map(|line| line.split_once('='));
    lines.map(|(name, value)| (name.trim(), value.trim())).find(|it| it.0 == key).map(|it| it.1)
}

/// The sound with soft edges, and nothing in it that is no sample.
fn faded(mut sound: Vec<f32>) -> Vec<f32> {
    for sample in &mut sound {
        *sample = if sample.is_finite() { sample.clamp(-1.0, 1.0) } else { 0.0 };
    }
    let share = |at: usize| (at as f32 + 0.5) / FADE as f32;
    sound.iter_mut().take(FADE).enumerate().for_each(|(at, sample)| *sample *= share(at));
    sound.iter_mut().rev().take(FADE).enumerate().for_each(|(at, sample)| *sample *= share(at));
    sound
}
