//! From cues to notes: the one place that says how a cue sounds, live or in a recording.

use std::time::Duration;

use crate::audio::SAMPLE_RATE;
use crate::audio::note::Note;
use crate::timeline::{Cue, CueKind, Timeline};

/// How the cues of a timeline are made audible.
pub struct Arrangement<'a> {
    /// How many times faster than life it goes.
    pub speed: f64,
    /// The note in which these words are spoken, if there is one.
    pub clip_of: &'a dyn Fn(&str) -> Option<Note>,
}

impl Arrangement<'_> {
    /// As fast as life, and without a voice.
    pub fn without_voice() -> Self {
        Self { speed: 1.0, clip_of: &|_| None }
    }

    /// What is played for a cue, if anything is.
    pub fn note(&self, cue: &CueKind) -> Option<Note> {
        match cue {
            CueKind::Chime(name) => Some(Note::chime(name)),
            CueKind::Bed(name) => Some(Note::Bed { name: name.clone() }),
            CueKind::Breath { phase, millis, fullness, .. } => Some(Note::Breath {
                phase: *phase,
                length: Duration::from_millis(*millis).div_f64(self.speed),
                fullness: *fullness,
            }),
            CueKind::Speech(words) => (self.clip_of)(words),
        }
    }

    /// Every note of a whole timeline, each with the frame it begins at, in order. The first frame
    /// is the start of the timeline.
    pub fn notes_at_frames(&self, timeline: &Timeline) -> impl Iterator<Item = (u64, Note)> {
        // The last cue lies exactly at the end.
        let cues = timeline.cues(0, timeline.millis() + 1).iter();
        cues.filter_map(|Cue { at, kind }| Some((self.frame_at(*at), self.note(kind)?)))
    }

    /// The frame at a position of the timeline in milliseconds.
    pub fn frame_at(&self, position: u64) -> u64 {
        (position as f64 / 1_000.0 / self.speed * f64::from(SAMPLE_RATE)).round() as u64
    }
}

#[cfg(test)]
mod tests;
