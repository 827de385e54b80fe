//! When time begins to pass: not before the output can play what is due, so that the first words
//! are heard after a start, a pause and a jump.

use std::time::Duration;

use super::{AudioSink, Clock, Playback};
use crate::audio::Readiness;
use crate::mixer::SoundEvent;
use crate::player::{Effect, GAP_MILLIS, State};
use crate::timeline::Cue;

/// How long a session waits at most for an output that is being opened.
const LONGEST_WAIT: Duration = Duration::from_millis(2_500);
/// The longest way through an output that is allowed for.
const LONGEST_LEAD: Duration = Duration::from_secs(5);
/// What the way to the thread of the output takes, beside what it tells.
const HANDING_OVER: Duration = Duration::from_millis(80);

/// Whether the session waits for its output.
#[derive(Debug, Default)]
pub(super) struct OutputWait {
    /// The time of the clock since which it waits.
    since: Option<Duration>,
    /// What is to be heard once it runs, each so long after that.
    held: Vec<(HeldSound, Duration)>,
}

/// Something that waits for the output.
#[derive(Debug)]
pub(super) enum HeldSound {
    /// A cue; a line may still be made ready meanwhile.
    Cue(Cue),
    /// A sound.
    Event(SoundEvent),
}

impl OutputWait {
    pub(super) fn is_on(&self) -> bool {
        self.since.is_some()
    }

    pub(super) fn hold(&mut self, held: HeldSound, after: Duration) {
        self.held.push((held, after));
    }

    /// Forgets what waits.
    pub(super) fn forget(&mut self) {
        self.held.clear();
    }
}

impl<Time: Clock, Sink: AudioSink> Playback<Time, Sink> {
    /// Waits for the output where these effects let a session begin, go on or jump.
    pub(super) fn wait_after(&mut self, effects: &[Effect]) {
        let is_playing = self.now.player().is_some_and(|it| it.state() == State::Playing);
        if !is_playing {
            self.wait = OutputWait::default();
        } else if effects.iter().any(begins) {
            self.sink.wake();
            self.wait.since.get_or_insert(self.clock.now());
        }
    }

    /// Lets the room tone be heard where these effects let a session begin, go on or jump, and it has
    /// no background there.
    pub(super) fn keep_room_tone(&mut self, effects: &[Effect]) {
        let playing = self.now.player().filter(|it| it.state() == State::Playing);
        let is_wanted = playing.is_some_and(|it| it.timeline().has_room_tone_at(it.position()));
        if is_wanted && effects.iter().any(begins) {
            self.play(SoundEvent::Bed { name: None }, Duration::ZERO);
        }
    }

    /// Lets time begin to pass where the output runs, there is none, or it takes too long; until then
    /// none passes.
    pub(super) fn begin_where_heard(&mut self) {
        let now = self.clock.now();
        let readiness = self.sink.readiness();
        let lead = match readiness {
            Readiness::Running { lead } => (lead + HANDING_OVER).min(LONGEST_LEAD),
            Readiness::Opening | Readiness::Unavailable => Duration::ZERO,
        };
        self.lead = lead;
        let Some(since) = self.wait.since else {
            self.now.allow_for_lead(lead.as_millis() as u64);
            return;
        };
        // Where the machine slept meanwhile that time passes, and the session pauses.
        let slept = now.saturating_sub(self.passed_until) > Duration::from_millis(GAP_MILLIS);
        if readiness == Readiness::Opening && now < since + LONGEST_WAIT && !slept {
            self.passed_until = self.passed_until.max(now);
            return;
        }
        if matches!(readiness, Readiness::Running { .. }) && !slept {
            self.passed_until = now + lead;
        }
        self.now.allow_for_lead(lead.as_millis() as u64);
        let OutputWait { held, .. } = std::mem::take(&mut self.wait);
        for (held, after) in held {
            match held {
                HeldSound::Cue(cue) => self.sound_cue(&cue, after),
                HeldSound::Event(event) => self.play(event, after),
            }
        }
    }

    /// Plays a sound so long after the position at which the session stands.
    pub(super) fn play(&mut self, event: SoundEvent, after: Duration) {
        if self.wait.is_on() {
            self.wait.hold(HeldSound::Event(event), after);
            return;
        }
        self.sink.play(event, self.until_position() + after);
    }

    /// The same, and no sooner than the output can be heard: what comes too late for it would be
    /// left out.
    pub(super) fn play_soonest(&mut self, event: SoundEvent, after: Duration) {
        if self.wait.is_on() {
            self.wait.hold(HeldSound::Event(event), after);
            return;
        }
        self.sink.play(event, (self.until_position() + after).max(self.lead));
    }

    /// How long it takes until the position at which the session stands is heard.
    fn until_position(&self) -> Duration {
        self.passed_until.saturating_sub(self.clock.now())
    }
}

/// Whether a session begins with this effect, goes on or jumps.
fn begins(effect: &Effect) -> bool {
    matches!(effect, Effect::Begun | Effect::Resumed | Effect::CancelPending)
}
