//! The breath a bed follows: from phase to phase, and slowly back to steady when there is none.

use std::time::Duration;

use super::{is_leaving, whole};
use crate::session::PhaseKind;
use crate::synthesis::{BLOCK, BreathState, SAMPLE_RATE};
use crate::tween::{Easing, Parameter, Tween};

/// The fullness of a bed that follows no breath.
const STEADY: f64 = 0.5;
/// How long after a phase ended the next one is still waited for, and how long the bed then takes
/// to come to rest, in seconds.
const PATIENCE: f64 = 1.5;
const COME_TO_REST: f64 = 4.0;
/// How long a bed takes to lay its own motion aside, in seconds.
const LISTEN: f64 = 2.0;
/// No phase is so short that the bed would jump, in seconds.
const SHORTEST: f64 = 0.05;

/// The way of the breath, as far as it is known, by frames.
pub(super) struct BreathPath {
    phase: Tween<f64>,
    followed: Parameter<f64>,
}

impl BreathPath {
    pub(super) fn new() -> Self {
        Self { phase: Tween::resting(STEADY), followed: Parameter::resting(0.0) }
    }

    /// A phase begins at a frame. Whatever came before, it goes on from where the breath is.
    pub(super) fn follow(&mut self, phase: PhaseKind, length: Duration, end: f64, frame: u64) {
        let from = self.fullness(frame);
        let to = match phase {
            PhaseKind::Inhale | PhaseKind::Exhale => end.clamp(0.0, 1.0),
            PhaseKind::Hold | PhaseKind::Rest => from,
        };
        let duration = frames(length.as_secs_f64().max(SHORTEST));
        self.phase = Tween { from, to, start: frame as f64, duration, easing: Easing::Linear };
        self.followed.move_to(1.0, whole(LISTEN));
    }

    /// The phase is broken off: the breath stays where it is, and nothing more is known.
    pub(super) fn break_off(&mut self, frame: u64) {
        if is_leaving(self.followed) {
            return;
        }
        let stays = self.fullness(frame);
        let duration = (frame as f64 - self.phase.start).clamp(0.0, self.phase.duration);
        self.phase = Tween { from: stays, to: stays, duration, ..self.phase };
    }

    /// How the breath stands at a frame; then a block of time passes.
    pub(super) fn advance(&mut self, frame: u64) -> BreathState {
        let is_over = frame as f64 >= self.phase.end() + frames(PATIENCE);
        if is_over && !is_leaving(self.followed) && self.followed.value() > 0.0 {
            self.followed.move_to(0.0, whole(COME_TO_REST));
        }
        let breath_state =
            BreathState { fullness: self.fullness(frame), followed: self.followed.value() };
        self.followed.advance(BLOCK as f64);
        breath_state
    }

    fn fullness(&self, frame: u64) -> f64 {
        if is_leaving(self.followed) {
            return Easing::Smoothstep.between(STEADY, self.phase.to, self.followed.value());
        }
        self.phase.value_at(frame as f64)
    }
}

fn frames(seconds: f64) -> f64 {
    (seconds * f64::from(SAMPLE_RATE)).round()
}
