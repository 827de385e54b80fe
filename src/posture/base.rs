//! The poses that others start from, and the things in the room they take place in: `poses.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::camera::{Angles, Camera, SeenFrom};
use super::half::Half;
use super::landmark::Landmark;
use super::motion::JointMotion;
use super::named::named;
use super::pose::{Pose, Reach};
use super::space::Axes;
use super::thing::Thing;

named! {
    /// A pose to start from.
    PoseName {
        /// On a chair at a desk, the forearms on it.
        SeatedAtDesk "seated-at-desk",
        /// On a chair.
        Seated "seated",
        /// On the front of a chair, to stand up from.
        Rising "rising",
        /// On both feet, the chest to a wall.
        AgainstWall "against-wall",
        /// On both feet, the side at work to a wall.
        SideToWall "side-to-wall",
        /// On both feet, a door frame at the side at work.
        InDoorway "in-doorway",
        /// On a chair, the legs on a second one.
        LegsOnChair "legs-on-chair",
        /// Astride a chair, leaning on its back.
        AstrideChair "astride-chair",
        /// In bed, the back against a pillow.
        SeatedInBed "seated-in-bed",
        /// On the floor, the legs long.
        SeatedOnFloor "seated-on-floor",
        /// On both feet.
        Standing "standing",
        /// On both feet, facing a wall.
        AtWall "at-wall",
        /// On both feet, the back to a wall.
        BackToWall "back-to-wall",
        /// On both knees, sitting back.
        Kneeling "kneeling",
        /// On the knee of the side at work, the other foot in front.
        HalfKneeling "half-kneeling",
        /// On hands and knees.
        OnAllFours "on-all-fours",
        /// On the back, the legs long.
        LyingOnBack "lying-on-back",
        /// On the back, the feet on the floor.
        LyingKneesBent "lying-knees-bent",
        /// On the back, the legs up a wall.
        LegsUpWall "legs-up-wall",
        /// On the side, the side at work on top.
        LyingOnSide "lying-on-side",
        /// On the front.
        LyingOnFront "lying-on-front",
    }
}

impl PoseName {
    /// The pose; upright where the file does not have it, which a test rules out.
    pub(crate) fn base(self) -> &'static BasePose {
        static UPRIGHT: LazyLock<BasePose> = LazyLock::new(BasePose::default);
        BASES.poses.get(&self).unwrap_or(&UPRIGHT)
    }

    /// From where it is best seen.
    pub fn seen_from(self) -> SeenFrom {
        self.base().from.unwrap_or(SeenFrom::Side)
    }

    /// The angles of its joints.
    pub fn pose(self) -> Pose {
        self.base().pose()
    }
}

/// What keeps its place while the body moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Grounding {
    /// The pelvis, on a seat or bed.
    Pelvis,
    /// Both feet, on the floor.
    #[default]
    Feet,
    /// The foot of the side that is not at work.
    OtherFoot,
    /// Both knees.
    Knees,
    /// The knee of the side at work.
    Knee,
}

/// Angles as they are written: a table for each part, with degrees by name.
type WrittenAngles = BTreeMap<String, BTreeMap<String, f32>>;

/// A pose to start from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct BasePose {
    /// How far the whole body is tipped forward, in degrees; on its back -90.
    pub(crate) bend: f32,
    /// How far it is tipped to the left, in degrees.
    pub(crate) tilt: f32,
    /// How far it is turned to the left, in degrees.
    pub(crate) turn: f32,
    /// What keeps its place.
    pub(crate) anchor: Grounding,
    /// How high the pelvis is, in millimetres, where that keeps its place.
    pub(crate) height: f32,
    /// From how far above it is seen, in degrees.
    above: f32,
    /// How far from straight aside it is seen, in degrees, where that is not as usual.
    askew: Option<f32>,
    /// How far from straight ahead it is seen, to the side that is not at work, in degrees.
    aside: f32,
    /// From where it is seen, where that is not from the side at work.
    from: Option<SeenFrom>,
    /// The angles of the joints.
    joints: WrittenAngles,
    /// What both hands reach for.
    hands: Option<Landmark>,
    /// The things around, by name.
    pub(crate) things: Vec<String>,
}

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Bases {
    poses: BTreeMap<PoseName, BasePose>,
    things: BTreeMap<String, Thing>,
}

static BASES: LazyLock<Bases> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> Result<Bases, toml::de::Error> {
    toml::from_str(include_str!("poses.toml"))
}

/// How far from straight aside a figure is seen, in degrees.
const ASKEW: f32 = 24.0;

impl BasePose {
    /// What sees it from a side.
    pub(crate) fn camera(&self, from: SeenFrom) -> Camera {
        let askew = self.askew.unwrap_or(ASKEW);
        Camera::new(from, self.root(), Angles { above: self.above, askew, aside: self.aside })
    }

    /// Which way the whole body lies, stands or sits before any joint moves.
    pub(crate) fn root(&self) -> Axes {
        Axes::UPRIGHT.turned(self.turn).tilted(self.tilt).bent(self.bend)
    }

    /// The angles of its joints.
    pub(crate) fn pose(&self) -> Pose {
        let mut pose = Pose::default();
        for (table, angles) in &self.joints {
            for (key, degrees) in angles {
                for (motion, half) in JointMotion::named(table, key) {
                    pose.set(motion, half, *degrees);
                }
            }
        }
        for half in Half::ALL {
            pose.set_reach(half, self.hands.map(|at| Reach { at, across: false }));
        }
        pose
    }

    /// The things around.
    pub(crate) fn things(&self) -> impl Iterator<Item = &'static Thing> {
        self.things.iter().filter_map(|name| BASES.things.get(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_poses_has_every_pose_and_thing_and_every_joint_is_one() {
        let bases = read().unwrap();
        for name in PoseName::ALL {
            let base = &bases.poses[name];
            for (table, angles) in &base.joints {
                for key in angles.keys() {
                    assert!(!JointMotion::named(table, key).is_empty(), "{name:?}: {table}.{key}");
                }
            }
            for thing in &base.things {
                assert!(bases.things.contains_key(thing), "{name:?}: {thing}");
            }
            let reached = super::super::skeleton::reached(&base.pose(), base);
            assert_eq!(reached.beyond(), [], "{name:?}");
        }
    }
}
