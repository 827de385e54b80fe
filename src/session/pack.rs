//! Where a pack lies: on a region, or on a joint, which has no region of its own since nothing presses
//! there.

use super::words;
use crate::body::Region;

words! {
    /// A joint that a pack may lie on.
    PackedJoint {
        /// The knee.
        Knee "knee" "knee",
        /// The ankle.
        Ankle "ankle" "ankle",
        /// The elbow.
        Elbow "elbow" "elbow",
        /// The wrist.
        Wrist "wrist" "wrist",
    }
}

/// Where a pack lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PackPlace {
    /// On a region.
    Region(Region),
    /// On a joint.
    Joint(PackedJoint),
}

impl PackPlace {
    /// The region it is, if it is one.
    pub fn region(self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(region),
            Self::Joint(_) => None,
        }
    }

    /// The regions that a pack there touches, or lies beside: whoever must not have it on one of them
    /// must not have it there.
    pub fn touches(&self) -> &[Region] {
        use Region as R;
        match self {
            Self::Region(region) => std::slice::from_ref(region),
            Self::Joint(PackedJoint::Knee) => &[R::Quadriceps, R::Hamstrings, R::Shin, R::Calf],
            Self::Joint(PackedJoint::Ankle) => &[R::Shin, R::Calf, R::Foot],
            Self::Joint(PackedJoint::Elbow) => &[R::Shoulder, R::Forearm],
            Self::Joint(PackedJoint::Wrist) => &[R::Forearm, R::Hand],
        }
    }
}
