//! A sentence as another program speaks it: at the pace that should fit its time, and again where it
//! did not.

use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::Path;

use super::cache::Cache;
use super::clip::{self, ClipProblem, LARGEST_BYTES};
use super::engine::{Speaker, SpeechEngine, SpeechRequest};
use super::learnt::LearntPaces;
use super::process::{ProcessError, RunLimits, StopSignal, run};
use super::synthesis_error::SynthesisError;
use crate::decoding::DecodedSound;
use crate::prosody::PlannedSentence;

/// A sentence that takes longer or shorter than it should by more than this is asked for again, in
/// percent.
const TOLERANCE: u64 = 8;

/// So often a sentence is asked for, the first time included. A voice that is told to speak by a
/// tenth faster does not quite do so, hence more than twice.
const MOST_ATTEMPTS: u32 = 3;

/// An engine of the machine that is told a pace, and how it is to speak.
pub(super) struct SpeakingProgram<'a> {
    pub(super) engine: &'a SpeechEngine,
    pub(super) speaker: &'a Speaker,
    /// The paces it can be told, in words a minute.
    pub(super) paces: RangeInclusive<u32>,
    pub(super) pitch: u8,
    pub(super) cache: &'a Cache,
    pub(super) stop: &'a StopSignal,
}

/// A sentence spoken once.
struct SpokenAttempt {
    clip: DecodedSound,
    /// How much longer or shorter it takes than it should, in milliseconds.
    off: u64,
    /// The pace it was told, in words a minute.
    pace: u32,
    /// The pace that would have fitted, as far as the engine can be told it.
    better_pace: u32,
}

impl SpeakingProgram<'_> {
    /// Speaks a sentence at the pace that should fit its time by what was learnt of the voice; where
    /// it did not, a few times more, as long as each comes nearer.
    pub(super) fn speak(
        &self,
        sentence: &PlannedSentence<'_>,
        learnt: &mut LearntPaces,
    ) -> Result<DecodedSound, SynthesisError> {
        let pace = learnt.pace_for(self.speaker, sentence.text, sentence.millis);
        let mut nearest = self.attempt(sentence, pace, learnt)?;
        for _ in 1..MOST_ATTEMPTS {
            let is_near = nearest.off * 100 <= sentence.millis * TOLERANCE;
            if is_near || nearest.better_pace == nearest.pace {
                break;
            }
            match self.attempt(sentence, nearest.better_pace, learnt) {
                Ok(next) if next.off < nearest.off => nearest = next,
                Err(SynthesisError::Program(ProcessError::Stopped)) => {
                    return Err(ProcessError::Stopped.into());
                }
                // What there is already is better than nothing.
                Ok(_) | Err(_) => break,
            }
        }
        Ok(nearest.clip)
    }

    /// Speaks a sentence at a pace, or the nearest one that the engine can be told, and learns how long
    /// that took.
    fn attempt(
        &self,
        sentence: &PlannedSentence<'_>,
        pace: u32,
        learnt: &mut LearntPaces,
    ) -> Result<SpokenAttempt, SynthesisError> {
        let (slowest, fastest) = (*self.paces.start(), *self.paces.end());
        let pace = pace.clamp(slowest, fastest);
        let clip = self.spoken(sentence.text, pace)?;
        let millis = clip::words_millis(&clip);
        learnt.learn(self.speaker, sentence.text, pace, millis);
        let better = u64::from(pace) * millis / sentence.millis.max(1);
        let better_pace = better.clamp(u64::from(slowest), u64::from(fastest)) as u32;
        Ok(SpokenAttempt { clip, off: millis.abs_diff(sentence.millis), pace, better_pace })
    }

    fn spoken(&self, words: &str, pace: u32) -> Result<DecodedSound, SynthesisError> {
        let workspace = self.cache.workspace()?;
        let spoken = self.spoken_in(workspace.path(), words, pace);
        if spoken.is_ok() || workspace.path().exists() {
            return spoken;
        }
        // It was removed while the engine was at work.
        let workspace = self.cache.workspace()?;
        self.spoken_in(workspace.path(), words, pace)
    }

    fn spoken_in(
        &self,
        workspace: &Path,
        words: &str,
        pace: u32,
    ) -> Result<DecodedSound, SynthesisError> {
        let (text, wav) = (workspace.join("line.txt"), workspace.join("line.wav"));
        fs::write(&text, format!("{words}\n"))?;
        let voice = &self.speaker.voice;
        let told = SpeechRequest { voice, pace, pitch: self.pitch, text: &text, wav: &wav };
        let command = self.engine.command(&told);
        let mut command = command.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        command.current_dir(workspace);
        let limits = RunLimits { time: self.engine.limit(), file: Some((&wav, LARGEST_BYTES)) };
        run(command, Some(&text), limits, self.stop)?;
        if !wav.exists() {
            return Err(ClipProblem::Silent.into());
        }
        Ok(clip::read(&wav)?)
    }
}
