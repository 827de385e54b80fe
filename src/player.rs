//! Position and transport on a timeline: commands in, effects out, as data.

mod ahead;
mod bed;
mod command;
mod effect;
mod levels;
mod missed_signs;
mod now_playing;
mod record;
mod sleep_timer;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use ahead::HORIZON_MILLIS;
pub use command::{Command, EXTEND_MILLIS, SEEK_MILLIS};
pub use effect::{Effect, PauseReason, SleepTimerState};
pub use levels::Levels;
pub use now_playing::{Control, NowPlaying, Start};
pub use record::SessionRecord;
pub use sleep_timer::{LONGEST_WAIT_MILLIS, SleepTimer};

use crate::timeline::{Moment, Timeline};
use missed_signs::MissedSigns;
use record::Tally;

/// A gap longer than this, in milliseconds, means that the machine slept or was stopped.
pub const GAP_MILLIS: u64 = 2_000;
/// How long the bed fades where a person ends it or the session, and at least, in milliseconds.
const SHORT_FADE_MILLIS: u64 = 2_000;
/// How long a person is told that a place has had enough, in milliseconds of the timeline.
const ENOUGH_MILLIS: u64 = 6_000;
/// The slowest and fastest speeds, for authors.
pub const SPEEDS: std::ops::RangeInclusive<f64> = 0.25..=20.0;

/// What the player is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Time runs.
    Playing,
    /// Time stands still.
    Paused(PauseReason),
    /// A step's time is up, and it waits for the person.
    Waiting,
    /// The session is over.
    Finished,
}

/// A position on a timeline, and what moves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    timeline: Arc<Timeline>,
    state: State,
    /// Position in microseconds, so that odd speeds lose nothing to rounding.
    micros: u64,
    speed: f64,
    /// Cues before this position, in milliseconds, have been handed out.
    handed_out: u64,
    segment: usize,
    /// Time really spent playing, in milliseconds.
    played: u64,
    /// Whether a background has been handed out, so that its end must be too.
    has_had_bed: bool,
    /// How much of each segment was played.
    tallies: Vec<Tally>,
    /// Where a step should have become longer whose place has had enough, in milliseconds.
    enough_at: Option<u64>,
    /// What is said before it goes on where it was asked to begin.
    missed_signs: Option<MissedSigns>,
    /// How far ahead of their time cues are handed out, in milliseconds of wall time.
    horizon: u64,
}

impl Player {
    /// A player at the start of a timeline, playing at normal speed.
    pub fn new(timeline: Arc<Timeline>) -> Self {
        Self {
            tallies: vec![Tally::default(); timeline.segments().len()],
            timeline,
            state: State::Playing,
            micros: 0,
            speed: 1.0,
            handed_out: 0,
            segment: 0,
            played: 0,
            has_had_bed: false,
            enough_at: None,
            missed_signs: None,
            horizon: HORIZON_MILLIS,
        }
    }

    /// The same player at another speed, kept within [`SPEEDS`].
    #[must_use]
    pub fn with_speed(mut self, speed: f64) -> Self {
        if speed.is_finite() {
            self.speed = speed.clamp(*SPEEDS.start(), *SPEEDS.end());
        }
        self
    }

    /// The same player begun at a position in milliseconds, at most the end.
    #[must_use]
    pub fn starting_at(mut self, position: u64) -> Self {
        self.place(position);
        self
    }

    /// What it is doing.
    pub fn state(&self) -> State {
        self.state
    }

    /// The position in milliseconds.
    pub fn position(&self) -> u64 {
        self.micros / 1000
    }

    /// How many times faster than life it plays.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Wall time spent playing, in milliseconds; pauses do not count.
    pub fn played(&self) -> u64 {
        self.played
    }

    /// Whether it is played as at night: dim and warm, with soft sounds and a quiet end.
    pub fn is_night(&self) -> bool {
        self.timeline.is_night()
    }

    /// Whether the person has just asked for more time where a place has had its most.
    pub fn has_had_enough(&self) -> bool {
        let told = |at: u64| {
            (at..at + ENOUGH_MILLIS).contains(&self.position())
                && self.timeline.segment_index(at) == self.segment
        };
        self.enough_at.is_some_and(told)
    }

    /// How much of each segment was played.
    fn tallies(&self) -> &[Tally] {
        &self.tallies
    }

    /// The timeline, to be kept.
    pub fn shared_timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// The timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Everything that is true now.
    pub fn moment(&self) -> Moment<'_> {
        self.timeline.at(self.position().min(self.last_position()))
    }

    /// While it waits, the moment shown is still the last of the segment that waits.
    fn last_position(&self) -> u64 {
        match self.state {
            State::Waiting => self.timeline.segments()[self.segment].end.saturating_sub(1),
            _ => self.timeline.millis(),
        }
    }

    /// Begins: says which segment it is in, and hands out the first cues.
    pub fn begin(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Entered(self.segment)];
        self.recall_bed(&mut effects);
        self.hand_out(&mut effects);
        effects
    }

    /// Lets `elapsed` milliseconds of wall time pass.
    ///
    /// A gap over [`GAP_MILLIS`] passes no time: the player pauses instead, so that a machine that
    /// slept never fires missed cues in a burst.
    pub fn advance(&mut self, elapsed: u64) -> Vec<Effect> {
        if self.state != State::Playing {
            return Vec::new();
        }
        if elapsed > GAP_MILLIS {
            return self.pause(PauseReason::Gap);
        }
        self.played += elapsed;
        let mut effects = Vec::new();
        let target = self.micros + (elapsed as f64 * 1000.0 * self.speed).round() as u64;
        self.run_to(target, &mut effects);
        effects
    }

    /// Does what the person asked for.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        if self.state == State::Finished {
            return Vec::new();
        }
        match command {
            Command::Toggle => match self.state {
                State::Playing => self.pause(PauseReason::Asked),
                _ => self.resume(),
            },
            Command::Pause(reason) => self.pause(reason),
            Command::Resume => self.resume(),
            Command::Next => self.next(),
            Command::Previous => self.previous(),
            Command::Restart => {
                let start = self.timeline.segments()[self.segment].start;
                self.seek(start)
            }
            Command::Back => self.seek(self.position().saturating_sub(SEEK_MILLIS)),
            Command::Forward => self.seek(self.position() + SEEK_MILLIS),
            Command::SeekTo(position) => self.seek(position),
            Command::Extend => self.extend(),
            Command::Finish => {
                let mut effects = vec![Effect::CancelPending];
                self.finish(&mut effects);
                effects
            }
        }
    }

    fn run_to(&mut self, mut target: u64, effects: &mut Vec<Effect>) {
        loop {
            let end = self.timeline.segments()[self.segment].end;
            if target < end * 1000 {
                self.pass_to(target);
                self.hand_out(effects);
                return;
            }
            self.pass_to(end * 1000);
            if self.leave_sign(effects) {
                target = self.micros + (target - end * 1000);
                continue;
            }
            if self.timeline.segments()[self.segment].waits() {
                self.hand_out(effects);
                self.state = State::Waiting;
                effects.push(Effect::Waiting);
                return;
            }
            if end >= self.timeline.millis() {
                self.hand_out(effects);
                self.finish(effects);
                return;
            }
            self.enter(self.segment + 1, effects);
        }
    }

    /// Plays on within a segment, to a position in microseconds.
    fn pass_to(&mut self, micros: u64) {
        self.tallies[self.segment].micros += micros.saturating_sub(self.micros);
        self.micros = micros;
    }

    fn enter(&mut self, segment: usize, effects: &mut Vec<Effect>) {
        self.segment = segment;
        effects.push(Effect::Entered(segment));
    }

    fn pause(&mut self, reason: PauseReason) -> Vec<Effect> {
        if self.state != State::Playing {
            return Vec::new();
        }
        self.state = State::Paused(reason);
        self.handed_out = self.position();
        vec![Effect::CancelPending, Effect::Paused(reason)]
    }

    fn resume(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self.state {
            State::Paused(_) => {
                self.state = State::Playing;
                effects.push(Effect::Resumed);
                self.recall_bed(&mut effects);
                self.hand_out(&mut effects);
            }
            State::Waiting => {
                self.state = State::Playing;
                effects.push(Effect::Resumed);
                if self.segment + 1 < self.timeline.segments().len() {
                    self.enter(self.segment + 1, &mut effects);
                    self.hand_out(&mut effects);
                } else {
                    // What lies at the very end was held back while the step waited.
                    self.hand_out_until(self.timeline.millis() + 1, &mut effects);
                    self.finish(&mut effects);
                }
            }
            State::Playing | State::Finished => {}
        }
        effects
    }

    fn next(&mut self) -> Vec<Effect> {
        match self.timeline.segments().get(self.segment + 1) {
            Some(next) => {
                let start = next.start;
                self.seek(start)
            }
            None => self.seek(self.timeline.millis()),
        }
    }

    fn previous(&mut self) -> Vec<Effect> {
        let before = &self.timeline.segments()[..self.segment];
        let previous = before.iter().rev().find(|segment| !segment.kind.leads_to_a_step());
        let start = previous.map_or(0, |segment| segment.start);
        self.seek(start)
    }

    fn extend(&mut self) -> Vec<Effect> {
        let longer = self.timeline.extended(self.segment, EXTEND_MILLIS);
        let added = longer.millis() - self.timeline.millis();
        if added == 0 {
            let segment = self.timeline.segments().get(self.segment);
            let is_work = segment.is_some_and(|segment| segment.massage().is_some());
            self.enough_at = is_work.then(|| self.position());
            return Vec::new();
        }
        let was_fading = self.timeline.fade_left(self.handed_out).is_some();
        self.timeline = Arc::new(longer);
        self.tallies[self.segment].extended += added;
        let mut effects = vec![Effect::CancelPending, Effect::Extended { millis: added }];
        if self.state == State::Waiting {
            self.state = State::Playing;
            effects.push(Effect::Resumed);
        }
        self.handed_out = self.position();
        if self.state == State::Playing {
            if was_fading {
                self.recall_bed(&mut effects);
            }
            self.hand_out(&mut effects);
        }
        effects
    }

    fn seek(&mut self, position: u64) -> Vec<Effect> {
        let mut effects = vec![Effect::CancelPending];
        let before = self.segment;
        self.missed_signs = None;
        self.place(position);
        if position >= self.timeline.millis() {
            self.finish(&mut effects);
            return effects;
        }
        if self.state == State::Waiting {
            self.state = State::Playing;
            effects.push(Effect::Resumed);
        }
        if before != self.segment {
            effects.push(Effect::Entered(self.segment));
        }
        if self.state == State::Playing {
            self.recall_bed(&mut effects);
            self.hand_out(&mut effects);
        }
        effects
    }

    fn place(&mut self, position: u64) {
        let position = position.min(self.timeline.millis());
        self.micros = position * 1000;
        self.handed_out = position;
        self.segment = self.timeline.segment_index(position);
    }

    fn finish(&mut self, effects: &mut Vec<Effect>) {
        self.state = State::Finished;
        let whole = self.position() >= self.timeline.millis();
        effects.push(Effect::Finished { whole });
        let tail = self.timeline.tail();
        if !whole {
            effects.push(Effect::FadeBed { millis: SHORT_FADE_MILLIS });
        } else if tail.play_on == 0 {
            effects.push(Effect::FadeBed { millis: tail.fade.max(SHORT_FADE_MILLIS) });
        }
    }
}
