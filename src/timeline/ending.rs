//! How a session comes to its end by ear: whether a chime closes it, and how its bed goes.

use super::night::Sinking;
use super::{Cue, CueKind, Timeline, cue};

/// How long the bed fades after a session by day, in milliseconds.
const DAY_FADE_MILLIS: u64 = 8_000;
/// How long the bed fades at night, in milliseconds: 3 minutes.
const SLEEP_FADE_MILLIS: u64 = 180_000;
/// It never fades faster than within this, in milliseconds.
const SHORTEST_FADE_MILLIS: u64 = 5_000;
/// Where it fades within a session, it takes at most this part of it.
const SHARE_OF_SESSION: u64 = 4;

/// How a session ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// With its chime; the bed fades soon after.
    #[default]
    Day,
    /// Without a chime, so that it does not wake the person.
    Night {
        /// How long the bed plays on after the end, in milliseconds, before it fades. With 0 it
        /// fades before the end instead, and the session ends in silence.
        play_on: u64,
    },
}

/// What is heard of the bed after a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tail {
    /// How long it plays on, in milliseconds.
    pub play_on: u64,
    /// How long it then takes to fade, in milliseconds; 0 where it is silent at the end.
    pub fade: u64,
}

impl Ending {
    /// The cues of a session as they are with this ending.
    /// The last words are over at `said`.
    pub(super) fn arrange(
        self,
        mut cues: Vec<Cue>,
        said: u64,
        end: u64,
        sinking: Sinking,
    ) -> Vec<Cue> {
        let Self::Night { play_on } = self else {
            return cues;
        };
        cues.retain(|cue| cue.at < end || !matches!(cue.kind, CueKind::Chime(_)));
        if play_on == 0 {
            let longest = SLEEP_FADE_MILLIS.min(end / SHARE_OF_SESSION);
            let from = end - longest.min(fade_around_words(end.saturating_sub(said)));
            let fades: Vec<Cue> = fades(&cues, from, end).collect();
            cues.extend(fades);
        }
        cues.extend(sinking.cues());
        cue::sort(&mut cues);
        cues
    }
}

/// How long a bed may fade, both in milliseconds, that is not to have lost 12 dB before the last words
/// are over: it is half as strong when half of its fade is left, and then 12 dB down.
fn fade_around_words(silence: u64) -> u64 {
    (silence * 5 / 3).max(SHORTEST_FADE_MILLIS)
}

/// A bed that hangs fades from here on, and so does every one that comes up later.
fn fades(cues: &[Cue], from: u64, end: u64) -> impl Iterator<Item = Cue> {
    let change = change_before(cues, from + 1);
    let hangs = change.is_some_and(|change| matches!(change.kind, CueKind::Bed(Some(_))));
    let later = cues.iter().filter(move |cue| {
        cue.at > from && cue.at < end && matches!(cue.kind, CueKind::Bed(Some(_)))
    });
    let starts = hangs.then_some(from).into_iter().chain(later.map(|cue| cue.at));
    starts.map(move |at| Cue { at, kind: CueKind::Fade { millis: end - at } })
}

/// The last change of the background before a position.
fn change_before(cues: &[Cue], position: u64) -> Option<&Cue> {
    let before = cues.partition_point(|cue| cue.at < position);
    cues[..before].iter().rev().find(|cue| matches!(cue.kind, CueKind::Bed(_)))
}

impl Timeline {
    /// The same timeline with another ending.
    #[must_use]
    pub fn with_ending(&self, ending: Ending) -> Self {
        let mut wish = self.wish.clone();
        wish.ending = ending;
        self.heard(wish)
    }

    /// How it ends.
    pub fn ending(&self) -> Ending {
        self.wish.ending
    }

    /// Whether it is played as at night: slowly, with soft sounds and a quiet end.
    pub fn is_night(&self) -> bool {
        matches!(self.wish.ending, Ending::Night { .. })
    }

    /// The background that is to be heard just before a position in milliseconds, as the session
    /// last changed it: `None` where it has said nothing yet, and `Some(None)` is silence.
    pub fn bed_before(&self, position: u64) -> Option<Option<&str>> {
        match &change_before(&self.cues, position)?.kind {
            CueKind::Bed(name) => Some(name.as_deref()),
            _ => None,
        }
    }

    /// Whether there is no background at a position in milliseconds, so that the room tone is what is
    /// heard beneath.
    pub fn has_room_tone_at(&self, position: u64) -> bool {
        self.bed_before(position + 1).flatten().is_none()
    }

    /// The bed that hangs at the end, if one does.
    pub fn last_bed(&self) -> Option<&str> {
        self.bed_before(self.millis() + 1).flatten()
    }

    /// How long the bed still has until it is silent, in milliseconds, where it has begun to fade
    /// before a position.
    pub fn fade_left(&self, position: u64) -> Option<u64> {
        let before = self.cues.partition_point(|cue| cue.at < position);
        let fades = self.cues[..before].iter().any(|cue| matches!(cue.kind, CueKind::Fade { .. }));
        fades.then(|| self.millis().saturating_sub(position))
    }

    /// What is heard of the bed after the end; without a bed, nothing plays on.
    pub fn tail(&self) -> Tail {
        match self.wish.ending {
            Ending::Day => Tail { play_on: 0, fade: DAY_FADE_MILLIS },
            Ending::Night { play_on } if play_on > 0 && self.last_bed().is_some() => {
                Tail { play_on, fade: SLEEP_FADE_MILLIS }
            }
            Ending::Night { .. } => Tail { play_on: 0, fade: 0 },
        }
    }
}
