//! Which sign a stroke has beside the hand.

use crate::body::{Course, Direction};
use crate::session::StrokeKind;

/// A course whose middle is nearer than this lies under the hand that takes it, in millimetres.
const UNDER_HAND: f32 = 35.0;

/// What a hand does there, where its way does not show that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignKind {
    /// It goes round on the spot.
    Turning,
    /// It comes down again and again.
    Tapping,
    /// It takes hold of what it is on, and lets go.
    Kneading,
    /// It shakes what it is on, or rubs it to and fro.
    Shaking,
}

impl SignKind {
    /// The sign of a stroke on a course by what is so broad where it touches, in millimetres.
    pub(super) fn of(
        kind: StrokeKind,
        direction: Direction,
        course: &Course,
        broad: f32,
    ) -> Option<Self> {
        match (kind, direction) {
            (StrokeKind::Tapotement, _) => Some(Self::Tapping),
            (StrokeKind::Vibration, _) => Some(Self::Shaking),
            (_, Direction::Circles | Direction::Clockwise) => {
                let bounds = course.bounds()?;
                let far = bounds.width().max(bounds.height()) / 2.0;
                (far < UNDER_HAND.max(broad / 2.0)).then_some(Self::Turning)
            }
            (StrokeKind::Petrissage | StrokeKind::SkinRolling, _) => Some(Self::Kneading),
            _ => None,
        }
    }

    /// Whether the hand stays where it is, so that its way would only mislead.
    pub(super) fn stays(self, direction: Direction) -> bool {
        match self {
            Self::Turning => false,
            Self::Shaking => true,
            Self::Tapping => direction == Direction::Still,
            Self::Kneading => matches!(direction, Direction::Across | Direction::Still),
        }
    }
}
