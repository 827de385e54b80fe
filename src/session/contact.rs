//! What touches the body in a massage: which part of the hand or which tool, whose hands, where in
//! the place, and what carries a tool.

use super::{StrokeKind, Tool, words};
use crate::body::{Region, RegionPart, Side};

words! {
    /// What touches the body.
    TouchingPart {
        /// The whole hand, flat.
        WholeHand "whole-hand" "whole hand",
        /// The palm, with the fingers at ease.
        Palm "palm" "palm",
        /// The flats of several fingers.
        FlatFingers "flat-fingers" "flat fingers",
        /// The tips of several fingers.
        Fingertips "fingertips" "fingertips",
        /// The pad of the thumb.
        Thumb "thumb" "thumb",
        /// Thumb and fingers, with what they take hold of between them.
        Grip "grip" "thumb and fingers",
        /// The knuckles of a soft fist.
        Knuckles "knuckles" "knuckles",
        /// The flat front or the side of a soft fist.
        SoftFist "soft-fist" "soft fist",
        /// The heel of the hand.
        HeelOfHand "heel-of-hand" "heel of the hand",
        /// The forearm.
        Forearm "forearm" "forearm",
        /// A tennis or massage ball.
        Ball "ball" "ball",
        /// A foam roller.
        Roller "roller" "roller",
        /// A towel that is drawn or held.
        Towel "towel" "towel",
        /// A folded cloth.
        Cloth "cloth" "cloth",
        /// A warm or cold bag.
        Bag "bag" "bag",
    }
}

words! {
    /// Whose hands work, seen from the side that is worked.
    WorkingHands {
        /// The hand of the side that is worked.
        Same "same" "the hand of the same side",
        /// The hand of the other side.
        Other "other" "the hand of the other side",
        /// One hand, whichever is easier.
        One "one" "one hand",
        /// Both hands.
        Both "both" "both hands",
    }
}

words! {
    /// What carries a ball or roller.
    Support {
        /// A wall to lean on.
        Wall "wall" "wall",
        /// The seat or the back of a chair.
        Chair "chair" "chair",
        /// The floor.
        Floor "floor" "floor",
        /// A desk or table.
        Desk "desk" "desk",
        /// The other hand.
        Hand "hand" "hand",
    }
}

/// What touches the body, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What touches.
    pub part: TouchingPart,
    /// Whose hands; `None` where the place tells, see [`Contact::working_hands`].
    pub hands: Option<WorkingHands>,
    /// Where in the place; `None` for all of it.
    pub spot: Option<RegionPart>,
    /// What carries the ball or roller, if that is to be seen.
    pub support: Option<Support>,
}

impl Contact {
    /// What touches where a file does not say: a tool by its name, a hand by its stroke.
    pub fn usual(tool: Tool, stroke: StrokeKind) -> Self {
        let part = match (tool, stroke) {
            (Tool::Ball, _) => TouchingPart::Ball,
            (Tool::Roller, _) => TouchingPart::Roller,
            (Tool::Towel | Tool::Pillow, _) => TouchingPart::Towel,
            (Tool::WarmPack | Tool::ColdPack, _) => TouchingPart::Bag,
            (_, StrokeKind::Petrissage | StrokeKind::SkinRolling) => TouchingPart::Grip,
            (_, StrokeKind::Effleurage | StrokeKind::Vibration | StrokeKind::Rolling) => {
                TouchingPart::WholeHand
            }
            _ => TouchingPart::Fingertips,
        };
        let support = (part == TouchingPart::Roller).then_some(Support::Floor);
        Self { part, hands: None, spot: None, support }
    }

    /// Whose hands work a place: both where no side is worked by itself, and otherwise one, the other
    /// where a hand cannot reach its own side.
    pub fn working_hands(self, region: Region, side: Option<Side>) -> WorkingHands {
        self.hands.unwrap_or(match side {
            None => WorkingHands::Both,
            Some(_) if region.is_worked_by_the_other_hand() => WorkingHands::Other,
            Some(_) => WorkingHands::Same,
        })
    }
}

impl TouchingPart {
    /// The tools of a step that this can be.
    pub fn goes_with(self, tool: Tool) -> bool {
        match self {
            Self::Ball => tool == Tool::Ball,
            Self::Roller => tool == Tool::Roller,
            Self::Towel => matches!(tool, Tool::Towel | Tool::Pillow),
            Self::Cloth => matches!(tool, Tool::Towel | Tool::WarmPack | Tool::ColdPack),
            Self::Bag => matches!(tool, Tool::WarmPack | Tool::ColdPack),
            _ => matches!(tool, Tool::Hands | Tool::Cream | Tool::Chair | Tool::Wall),
        }
    }

    /// Whether it is a hand or a part of one.
    pub fn is_of_the_hand(self) -> bool {
        !matches!(
            self,
            Self::Forearm | Self::Ball | Self::Roller | Self::Towel | Self::Cloth | Self::Bag
        )
    }
}
