//! From cues to sound events: the one place that says how a cue sounds, live or in a recording.

use std::time::Duration;

use crate::mixer::event::SoundEvent;
use crate::session::nostril;
use crate::synthesis::{SAMPLE_RATE, SoundClip};
use crate::timeline::{Cue, CueKind, Phrase, Tail, Timeline};

/// What spoken words sound like.
pub trait Speech {
    /// How much sooner than it is due a line begins, so that it is over before the next.
    /// It is spoken at the pace of `at`, in milliseconds of the timeline.
    fn head_start(&self, words: &Phrase, at: u64) -> Duration;
    /// The line itself at the pace of `at`, where there is a voice for it.
    fn clip(&self, words: &Phrase, at: u64) -> Option<SoundClip>;
}

/// No voice: lines are left out.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub struct NoSpeech;

#[cfg(test)]
impl Speech for NoSpeech {
    fn head_start(&self, _: &Phrase, _: u64) -> Duration {
        Duration::ZERO
    }

    fn clip(&self, _: &Phrase, _: u64) -> Option<SoundClip> {
        None
    }
}

/// How long the room tone fades at the end of a session at night, in milliseconds, as in live play.
const SHORT_FADE_MILLIS: u64 = 2_000;

/// How the cues of a timeline are made audible.
pub struct Arrangement<'a> {
    /// How many times faster than life it goes.
    pub speed: f64,
    /// The voice.
    pub speech: &'a dyn Speech,
}

impl Arrangement<'_> {
    /// As fast as life, and without a voice.
    #[cfg(test)]
    pub fn without_voice() -> Self {
        Self { speed: 1.0, speech: &NoSpeech }
    }

    /// What is played for a cue, if anything is.
    pub fn event(&self, cue: &Cue) -> Option<SoundEvent> {
        match &cue.kind {
            CueKind::Chime(name) => Some(SoundEvent::chime(name)),
            CueKind::Bed(name) => Some(SoundEvent::Bed { name: name.clone() }),
            CueKind::Fade { millis } => Some(SoundEvent::FadeOut { length: self.lasting(*millis) }),
            CueKind::Breath { phase, label, millis, fullness } => Some(SoundEvent::Breath {
                phase: *phase,
                length: self.lasting(*millis),
                fullness: *fullness,
                nostril: nostril(label),
            }),
            CueKind::Softer { hundredths } => Some(SoundEvent::Softer { hundredths: *hundredths }),
            CueKind::Speech(words) => self.speech.clip(words, cue.at).map(SoundEvent::Clip),
        }
    }

    /// How much sooner than its cue is due an event begins.
    pub fn head_start(&self, cue: &Cue) -> Duration {
        match &cue.kind {
            CueKind::Speech(words) => self.speech.head_start(words, cue.at),
            _ => Duration::ZERO,
        }
    }

    /// Milliseconds of the timeline as it is played.
    fn lasting(&self, millis: u64) -> Duration {
        Duration::from_millis(millis).div_f64(self.speed)
    }

    /// Every event of a whole timeline, each with the frame it begins at, in order: the fade of a bed
    /// after its end too. The first frame is the start of the timeline.
    ///
    /// Each event is made when it is asked for: spoken lines of hours need no more room than one.
    pub fn events_at_frames(&self, timeline: &Timeline) -> impl Iterator<Item = (u64, SoundEvent)> {
        // The last cue lies exactly at the end.
        let cues = timeline.cues(0, timeline.millis() + 1).iter();
        let mut due: Vec<(u64, &Cue)> = cues
            .map(|cue| {
                let sooner = self.head_start(cue).as_millis() as u64;
                (self.frame_at(cue.at.saturating_sub(sooner)), cue)
            })
            .collect();
        due.sort_by_key(|(frame, _)| *frame);
        let room_tone = timeline.has_room_tone_at(0).then_some((0, SoundEvent::Bed { name: None }));
        let events = due.into_iter().filter_map(|(frame, cue)| Some((frame, self.event(cue)?)));
        let Tail { play_on, fade } = timeline.tail();
        let lasts = timeline.last_bed().is_none() || fade > 0;
        let last = lasts.then(|| {
            let fade = SoundEvent::FadeOut { length: self.lasting(fade.max(SHORT_FADE_MILLIS)) };
            (self.frame_at(timeline.millis() + play_on), fade)
        });
        room_tone.into_iter().chain(events).chain(last)
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
