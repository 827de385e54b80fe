//! What the hand does at one moment: how far along it is, how hard it presses, whether it is lifted.

use std::f32::consts::{PI, TAU};

use crate::body::Direction;
use crate::session::{Massage, PhaseKind, Stroke, StrokeKind};
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

/// How much is seen of a hand that is lifted and goes back, 0–1.
const LIFTED: f32 = 0.12;

/// How hard a hand holds what it takes round with it, 0–1.
const HOLDING: f32 = 0.8;

/// How far behind the hand its trail begins to fade, in shares of its way.
const TRAIL: f32 = 0.22;

/// In how many steps a hand presses where it is drawn in cells.
const PRESS_STEPS: f32 = 6.0;

/// What the hand does at one moment. Everything is 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Touch {
    /// How far along its course it is.
    pub(super) along: f32,
    /// How hard it presses or squeezes, of what the step asks for.
    pub(super) press: f32,
    /// How much it touches: 0 is lifted off.
    pub(super) contact: f32,
    /// How far along its course its trail begins; on a round course it may be below 0. Where there is
    /// no trail, this is where the hand is.
    pub(super) trail_from: f32,
    /// How far it has been taken off: a hand that taps or goes back stands back a little.
    pub(super) off: f32,
}

impl Touch {
    /// What the hand does in a massage step.
    pub(super) fn of(massage: &Massage, moment: &Moment<'_>) -> Self {
        let tempo = massage.stroke.tempo.unwrap_or(CALM_TEMPO).max(1);
        let breath = match massage.stroke.tempo {
            Some(_) => None,
            None => moment.fullness().map(|fullness| Easing::Cosine.apply(fullness)),
        };
        let goes_out = moment
            .breath
            .as_ref()
            .is_some_and(|breath| matches!(breath.phase.kind, PhaseKind::Exhale | PhaseKind::Rest));
        let rhythm = Rhythm {
            fraction: (moment.elapsed % tempo) as f32 / tempo as f32,
            strokes: moment.elapsed / tempo,
            elapsed: moment.elapsed as f32,
            breath,
            goes_out,
        };
        rhythm.touch(massage.stroke)
    }

    /// The same in the few steps that are drawn in cells, so many of them on the way: what looks alike is drawn
    /// once, and a cell changes seldom.
    pub(super) fn in_steps(self, on_the_way: f32) -> Self {
        let step = |share: f32, steps: f32| (share * steps).round() / steps;
        Self {
            along: step(self.along, on_the_way),
            press: step(self.press, PRESS_STEPS),
            contact: step(self.contact, PRESS_STEPS),
            trail_from: step(self.trail_from, on_the_way),
            off: step(self.off, PRESS_STEPS),
        }
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
        Self { press: 0.5, ..Self::on(along) }
    }

    /// A hand on the body, without a trail.
    fn on(along: f32) -> Self {
        Self { along, press: 0.6, contact: 1.0, trail_from: along, off: 0.0 }
    }

    /// The same with a trail behind it, which goes on from where it came from.
    fn trailing(self, back: bool) -> Self {
        let behind = if back { self.along + TRAIL } else { self.along - TRAIL };
        Self { trail_from: behind, ..self }
    }

    /// The same with a trail that does not go beyond either end of its course.
    fn within(self) -> Self {
        Self { trail_from: self.trail_from.clamp(0.0, 1.0), ..self }
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
    /// Whether the breath goes out or is out.
    goes_out: bool,
}

impl Rhythm {
    fn touch(&self, stroke: Stroke) -> Touch {
        let Stroke { kind, direction, lifts, .. } = stroke;
        match kind {
            StrokeKind::Compression | StrokeKind::PinAndStretch => self.press(),
            StrokeKind::Petrissage | StrokeKind::SkinRolling => self.squeeze(direction),
            StrokeKind::Tapotement => self.tap(),
            StrokeKind::Vibration => self.shake(),
            StrokeKind::Friction if !direction.goes_back_and_forth() => {
                self.travel(Direction::Circles, lifts)
            }
            StrokeKind::Friction | StrokeKind::Effleurage | StrokeKind::Rolling => {
                self.travel(direction, lifts)
            }
        }
    }

    /// A still press: it sinks in slowly and stays; with a breath it gives way on the breath in.
    fn press(&self) -> Touch {
        let sunk = Easing::Cosine.apply((self.elapsed / SINKING).min(1.0));
        let press = self.breath.map_or(sunk, |full| sunk * (1.0 - 0.5 * full));
        Touch { press, ..Touch::on(0.5) }
    }

    /// A squeeze that opens and closes; with a breath it closes on the breath out.
    fn squeeze(&self, direction: Direction) -> Touch {
        if direction == Direction::Circles {
            // What is held goes round with the hand.
            return Touch { press: HOLDING, ..Touch::on(self.fraction).trailing(false) };
        }
        let press = match self.breath {
            Some(full) => 1.0 - full,
            None => 0.5 - 0.5 * (TAU * self.fraction).cos(),
        };
        let along = match direction {
            Direction::Across | Direction::Still => 0.5,
            Direction::Along => {
                let turn = (self.strokes as f32 + self.fraction) / WANDERING;
                0.5 - 0.4 * (TAU * turn).cos()
            }
            _ => self.fraction,
        };
        Touch { press, ..Touch::on(along) }
    }

    fn tap(&self) -> Touch {
        let press = (PI * self.fraction).sin();
        let turn = (self.strokes as f32 + self.fraction) / (2.0 * WANDERING);
        let along = 0.5 - 0.4 * (TAU * turn).cos();
        Touch { press, contact: 0.65 + 0.35 * press, off: 1.0 - press, ..Touch::on(along) }
    }

    fn shake(&self) -> Touch {
        Touch { press: 0.5, ..Touch::on(0.5 + 0.12 * (TAU * self.fraction).sin()) }
    }

    /// Along the course: round and round, there and back, or one way and lifted back.
    fn travel(&self, direction: Direction, lifts: bool) -> Touch {
        match (direction, self.breath) {
            (Direction::Circles | Direction::Clockwise, _) => {
                Touch::on(self.fraction).trailing(false)
            }
            (Direction::Still, _) => self.press(),
            (_, Some(full)) if lifts => self.with_the_breath(full),
            (_, Some(full)) => Touch::on(full).trailing(self.goes_out).within(),
            (_, None) if !lifts => {
                let along = Easing::Cosine.apply(self.fraction);
                let is_back = !self.strokes.is_multiple_of(2);
                let along = if is_back { 1.0 - along } else { along };
                Touch::on(along).trailing(is_back).within()
            }
            _ => self.one_way(),
        }
    }

    /// One way on the breath out; on the breath in the hand is lifted and goes back.
    fn with_the_breath(&self, full: f32) -> Touch {
        let along = 1.0 - full;
        if self.goes_out {
            return Touch::on(along).trailing(false).within();
        }
        Touch { press: 0.0, contact: LIFTED, ..Touch::on(along) }
    }

    fn one_way(&self) -> Touch {
        let part = self.fraction / ON_THE_BODY;
        if part <= 1.0 {
            let landed = (self.fraction / LANDING).min(1.0);
            let contact = landed.min((1.0 - part) / LANDING * 2.0 + 0.4).max(LIFTED);
            let touch = Touch::on(Easing::Cosine.apply(part)).trailing(false).within();
            return Touch { contact: contact.min(1.0), ..touch };
        }
        let back = (self.fraction - ON_THE_BODY) / (1.0 - ON_THE_BODY);
        let along = 1.0 - Easing::Cosine.apply(back);
        Touch { press: 0.0, contact: LIFTED, off: (PI * back).sin(), ..Touch::on(along) }
    }
}
