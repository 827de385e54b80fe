//! A pose: how far each joint has moved, and what the hands reach for.

use super::half::Half;
use super::landmark::Landmark;
use super::motion::{HALF, JointMotion};

/// What a hand reaches for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The place.
    pub at: Landmark,
    /// Whether it is on the other side of the body than the hand.
    pub across: bool,
}

/// How far each joint has moved, in degrees, and what the hands reach for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// The trunk.
    trunk: [f32; HALF],
    /// The arm and leg of the side at work, and of the other.
    limbs: [[f32; HALF]; 2],
    /// What the hand of the side at work reaches for, and the other.
    reaches: [Option<Reach>; 2],
}

impl Default for Pose {
    /// Upright, with arms and legs straight.
    fn default() -> Self {
        Self { trunk: [0.0; HALF], limbs: [[0.0; HALF]; 2], reaches: [None; 2] }
    }
}

impl Pose {
    /// How far a motion of the trunk, or of an arm or leg, has gone, in degrees.
    pub fn angle(&self, motion: JointMotion, half: Half) -> f32 {
        match motion.index().checked_sub(HALF) {
            None => self.trunk[motion.index()],
            Some(at) => self.limbs[half as usize][at],
        }
    }

    /// Moves a joint to an angle in degrees.
    pub fn set(&mut self, motion: JointMotion, half: Half, degrees: f32) {
        match motion.index().checked_sub(HALF) {
            None => self.trunk[motion.index()] = degrees,
            Some(at) => self.limbs[half as usize][at] = degrees,
        }
    }

    /// What a hand reaches for.
    pub fn reach(&self, half: Half) -> Option<Reach> {
        self.reaches[half as usize]
    }

    /// Lets a hand reach for something, or for nothing.
    pub fn set_reach(&mut self, half: Half, reach: Option<Reach>) {
        self.reaches[half as usize] = reach;
    }

    /// The pose a share of the way to another, 0–1. A hand reaches where it does in both.
    #[must_use]
    pub(crate) fn toward(&self, other: &Self, share: f32) -> Self {
        let mix = |from: &[f32; HALF], to: &[f32; HALF]| -> [f32; HALF] {
            std::array::from_fn(|at| from[at] + (to[at] - from[at]) * share)
        };
        let both = |half: Half| self.reach(half).filter(|reach| other.reach(half) == Some(*reach));
        Self {
            trunk: mix(&self.trunk, &other.trunk),
            limbs: [mix(&self.limbs[0], &other.limbs[0]), mix(&self.limbs[1], &other.limbs[1])],
            reaches: Half::ALL.map(both),
        }
    }

    /// The motions that go farther than a joint should, each with its degrees. What a hip
    /// bends is the thigh's way and the pelvis's together.
    pub fn beyond(&self) -> Vec<(JointMotion, f32)> {
        let mut beyond = Vec::new();
        for motion in JointMotion::ALL {
            let halves: &[Half] = if motion.index() < HALF { &Half::ALL[..1] } else { &Half::ALL };
            for half in halves {
                let degrees = match motion {
                    JointMotion::LegForward => {
                        self.angle(motion, *half) + self.angle(JointMotion::HipsBend, *half)
                    }
                    _ => self.angle(motion, *half),
                };
                let (least, most) = motion.range();
                if !(least..=most).contains(&degrees) {
                    beyond.push((motion, degrees));
                }
            }
        }
        beyond
    }

    /// Whether the neck is bent back and turned at once, which narrows the arteries of the neck.
    pub fn bends_back_and_turns(&self) -> bool {
        let angle = |motion| self.angle(motion, Half::AtWork);
        let back = (angle(JointMotion::NeckBend) + angle(JointMotion::HeadBend)).min(0.0);
        let turned = (angle(JointMotion::NeckTurn) + angle(JointMotion::HeadTurn)).abs();
        back < -3.0 && turned > 10.0
    }
}
