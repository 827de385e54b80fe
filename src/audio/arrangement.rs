//! From cues to notes: the one place that says how a cue sounds, live or in a recording.

use std::time::Duration;

use crate::audio::SAMPLE_RATE;
use crate::audio::clip::Clip;
use crate::audio::note::Note;
use crate::timeline::{Cue, CueKind, Tail, Timeline};

/// What spoken words sound like.
pub trait Speech {
    /// How much sooner than it is due a line begins, so that it is over before the next.
    fn head_start(&self, words: &str) -> Duration;
    /// The line itself, where somebody speaks it.
    fn clip(&self, words: &str) -> Option<Clip>;
}

/// Nobody speaks.
#[derive(Clone, Copy, Debug)]
pub struct Unspoken;

impl Speech for Unspoken {
    fn head_start(&self, _: &str) -> Duration {
        Duration::ZERO
    }

    fn clip(&self, _: &str) -> Option<Clip> {
        None
    }
}

/// How the cues of a timeline are made audible.
pub struct Arrangement<'a> {
    /// How many times faster than life it goes.
    pub speed: f64,
    /// Who speaks.
    pub speech: &'a dyn Speech,
}

impl Arrangement<'_> {
    /// As fast as life, and without a voice.
    pub fn without_voice() -> Self {
        Self { speed: 1.0, speech: &Unspoken }
    }

    /// What is played for a cue, if anything is.
    pub fn note(&self, cue: &CueKind) -> Option<Note> {
        match cue {
            CueKind::Chime(name) => Some(Note::chime(name)),
            CueKind::Bed(name) => Some(Note::Bed { name: name.clone() }),
            CueKind::Fade { millis } => Some(Note::FadeOut { length: self.lasting(*millis) }),
            CueKind::Breath { phase, millis, fullness, .. } => Some(Note::Breath {
                phase: *phase,
                length: self.lasting(*millis),
                fullness: *fullness,
            }),
            CueKind::Speech(words) => self.speech.clip(words).map(Note::Clip),
        }
    }

    /// How much sooner than its cue is due a note begins.
    pub fn head_start(&self, cue: &CueKind) -> Duration {
        match cue {
            CueKind::Speech(words) => self.speech.head_start(words),
            _ => Duration::ZERO,
        }
    }

    /// Milliseconds of the timeline as it is played.
    fn lasting(&self, millis: u64) -> Duration {
        Duration::from_millis(millis).div_f64(self.speed)
    }

    /// Every note of a whole timeline, each with the frame it begins at, in order: the fade of a bed
    /// after its end too. The first frame is the start of the timeline.
    ///
    /// Each note is made when it is asked for: spoken lines of hours need no more room than one.
    pub fn notes_at_frames(&self, timeline: &Timeline) -> impl Iterator<Item = (u64, Note)> {
        // The last cue lies exactly at the end.
        let cues = timeline.cues(0, timeline.millis() + 1).iter();
        let mut due: Vec<(u64, &CueKind)> = cues
            .map(|Cue { at, kind }| {
                let sooner = self.head_start(kind).as_millis() as u64;
                (self.frame_at(at.saturating_sub(sooner)), kind)
            })
            .collect();
        due.sort_by_key(|(frame, _)| *frame);
        let notes = due.into_iter().filter_map(|(frame, kind)| Some((frame, self.note(kind)?)));
        let Tail { play_on, fade } = timeline.tail();
        let last = timeline.last_bed().filter(|_| fade > 0).map(|_| {
            let fade = Note::FadeOut { length: self.lasting(fade) };
            (self.frame_at(timeline.millis() + play_on), fade)
        });
        notes.chain(last)
    }

    /// The frame at which a timeline is over, and its bed has faded.
    pub fn last_frame(&self, timeline: &Timeline) -> u64 {
        let Tail { play_on, fade } = timeline.tail();
        let tail = timeline.last_bed().map_or(0, |_| play_on + fade);
        self.frame_at(timeline.millis() + tail)
    }

    /// The frame at a position of the timeline in milliseconds.
    pub fn frame_at(&self, position: u64) -> u64 {
        (position as f64 / 1_000.0 / self.speed * f64::from(SAMPLE_RATE)).round() as u64
    }
}

#[cfg(test)]
mod tests;
