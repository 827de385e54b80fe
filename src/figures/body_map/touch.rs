//! What the hand does at one moment: how far along it is, how hard it presses, whether it is lifted.

use std::f32::consts::{PI, TAU};

use crate::body::Direction;
use crate::session::{Massage, Stroke, StrokeKind};
use crate::timeline::Moment;
use crate::tween::Easing;

/// The tempo of a stroke that names none and follows no breath, in milliseconds.
const CALM_TEMPO: u64 = 4_000;

/// How long a still press takes to sink in, in milliseconds.
const SINKING: f32 = 8_000.0;

/// How much of a one-way stroke the hand is on the body; then it lifts and comes back.
const ON_THE_BODY: f32 = 0.78;

/// How much of a stroke a hand takes to come down or to lift off.
const LANDING: f32 = 0.1;

/// How many kneads a hand takes to wander along its course and back.
const WANDERING: f32 = 8.0;

/// What the hand does at one moment. Everything is 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Touch {
    /// How far along its course it is.
    pub(super) along: f32,
    /// How hard it presses or squeezes, of what the step asks for.
    pub(super) press: f32,
    /// How much it touches: 0 is lifted off.
    pub(super) contact: f32,
}

impl Touch {
    /// What the hand does in a massage step.
    pub(super) fn of(massage: &Massage, moment: &Moment<'_>) -> Self {
        let tempo = massage.stroke.tempo.unwrap_or(CALM_TEMPO).max(1);
        let breath = match massage.stroke.tempo {
            Some(_) => None,
            None => moment.fullness().map(|fullness| Easing::Cosine.apply(fullness)),
        };
        let rhythm = Rhythm {
            fraction: (moment.elapsed % tempo) as f32 / tempo as f32,
            strokes: moment.elapsed / tempo,
            elapsed: moment.elapsed as f32,
            breath,
        };
        rhythm.touch(massage.stroke)
    }

    /// Whether anything is still to change: a still press has sunk in once and then stays.
    pub(super) fn moves(massage: &Massage, moment: &Moment<'_>) -> bool {
        let still =
            matches!(massage.stroke.kind, StrokeKind::Compression | StrokeKind::PinAndStretch);
        !still || moment.breath.is_some() || (moment.elapsed as f32) < SINKING
    }

    /// A hand that rests where its course begins.
    pub(super) fn resting(kind: StrokeKind) -> Self {
        let along = if kind == StrokeKind::Effleurage { 0.35 } else { 0.5 };
        Self { along, press: 0.5, contact: 1.0 }
    }
}

/// Where a stroke is in time.
struct Rhythm {
    /// How far the current stroke has come, 0–1.
    fraction: f32,
    /// How many strokes there were before it.
    strokes: u64,
    /// Milliseconds since the step began.
    elapsed: f32,
    /// How full the breath is, where it sets the pace, 0–1, eased.
    breath: Option<f32>,
}

impl Rhythm {
    fn touch(&self, stroke: Stroke) -> Touch {
        let Stroke { kind, direction, lifts, .. } = stroke;
        match kind {
            StrokeKind::Compression | StrokeKind::PinAndStretch => self.press(),
            StrokeKind::Petrissage | StrokeKind::SkinRolling => self.squeeze(direction),
            StrokeKind::Tapotement => self.tap(),
            StrokeKind::Vibration => self.shake(),
            StrokeKind::Friction => self.travel(Direction::Circles, lifts),
            StrokeKind::Effleurage | StrokeKind::Rolling => self.travel(direction, lifts),
        }
    }

    /// A still press: it sinks in slowly and stays; with a breath it gives way on the breath in.
    fn press(&self) -> Touch {
        let sunk = Easing::Cosine.apply((self.elapsed / SINKING).min(1.0));
        let press = self.breath.map_or(sunk, |full| sunk * (1.0 - 0.5 * full));
        Touch { along: 0.5, press, contact: 1.0 }
    }

    /// A squeeze that opens and closes; with a breath it closes on the breath out.
    fn squeeze(&self, direction: Direction) -> Touch {
        let press = match self.breath {
            Some(full) => 1.0 - full,
            None => 0.5 - 0.5 * (TAU * self.fraction).cos(),
        };
        let along = match direction {
            Direction::Across | Direction::Still => 0.5,
            Direction::Along | Direction::Circles => {
                let turn = (self.strokes as f32 + self.fraction) / WANDERING;
                0.5 - 0.4 * (TAU * turn).cos()
            }
            _ => self.fraction,
        };
        Touch { along, press, contact: 1.0 }
    }

    fn tap(&self) -> Touch {
        let press = (PI * self.fraction).sin();
        let turn = (self.strokes as f32 + self.fraction) / (2.0 * WANDERING);
        Touch { along: 0.5 - 0.4 * (TAU * turn).cos(), press, contact: 0.4 + 0.6 * press }
    }

    fn shake(&self) -> Touch {
        Touch { along: 0.5 + 0.12 * (TAU * self.fraction).sin(), press: 0.5, contact: 1.0 }
    }

    /// Along the course: round and round, there and back, or one way and lifted back.
    fn travel(&self, direction: Direction, lifts: bool) -> Touch {
        let whole = |along| Touch { along, press: 0.6, contact: 1.0 };
        match (direction, self.breath) {
            (Direction::Circles | Direction::Clockwise, _) => whole(self.fraction),
            (Direction::Still, _) => self.press(),
            (_, Some(full)) => whole(full),
            (_, None) if !lifts => {
                let along = Easing::Cosine.apply(self.fraction);
                whole(if self.strokes.is_multiple_of(2) { along } else { 1.0 - along })
            }
            _ => self.one_way(),
        }
    }

    fn one_way(&self) -> Touch {
        let part = self.fraction / ON_THE_BODY;
        if part <= 1.0 {
            let contact =
                (self.fraction / LANDING).min(1.0).min((1.0 - part) / LANDING * 2.0 + 0.4);
            return Touch {
                along: Easing::Cosine.apply(part),
                press: 0.6,
                contact: contact.min(1.0),
            };
        }
        let back = (self.fraction - ON_THE_BODY) / (1.0 - ON_THE_BODY);
        Touch { along: 1.0 - Easing::Cosine.apply(back), press: 0.0, contact: 0.0 }
    }
}
