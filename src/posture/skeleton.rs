//! Joint angles become places in space, and what a hand reaches for becomes joint angles.

use super::base::{BasePose, Grounding};
use super::half::Half;
use super::landmark::{BodyPart, Landmark};
use super::motion::JointMotion;
use super::pose::{Pose, Reach};
use super::space::{Axes, Vector};

/// The lengths of an adult 1.72 m tall, in millimetres.
const THIGH: f32 = 420.0;
const SHANK: f32 = 405.0;
const UPPER_ARM: f32 = 290.0;
const LOWER_ARM: f32 = 250.0;
const PALM: f32 = 92.0;
/// From the middle of the body to a hip and to a shoulder.
const HIP: f32 = 88.0;
const SHOULDER: f32 = 178.0;
/// How far below the ankle the sole is, and how far before it the toes begin.
const SOLE: f32 = 76.0;
const TOES: f32 = 118.0;
/// How far the joint of a knee is above what is knelt on.
const KNEE: f32 = 58.0;
/// How far the hand's middle is from the elbow.
const TO_HAND: f32 = LOWER_ARM + 60.0;

/// A part of the body where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PlacedPart {
    /// Where its joint is.
    pub(crate) joint: Vector,
    /// Which way it faces: its length runs along up, or down from an arm's or leg's joint.
    pub(crate) axes: Axes,
}

impl PlacedPart {
    /// A place on it: outward, up and forward.
    pub(crate) fn at(&self, half: Half, place: Vector) -> Vector {
        let way = Vector::new(-half.leftward() * place.x, place.y, place.z);
        self.joint + self.axes.out(way)
    }
}

/// All parts of the body where they are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Skeleton {
    trunk: [PlacedPart; 5],
    arms: [[PlacedPart; 4]; 2],
    legs: [[PlacedPart; 4]; 2],
}

impl Skeleton {
    /// The body in a pose whose hands are where their angles put them.
    pub(crate) fn of(pose: &Pose, base: &BasePose) -> Self {
        let mut skeleton = Self::around_hips(pose, base);
        let way = skeleton.way_to_anchor(base);
        let parts = skeleton.trunk.iter_mut();
        let parts = parts.chain(skeleton.arms.iter_mut().flatten());
        for part in parts.chain(skeleton.legs.iter_mut().flatten()) {
            part.joint = part.joint + way;
        }
        skeleton
    }

    /// A part.
    pub(crate) fn part(&self, part: BodyPart, half: Half) -> PlacedPart {
        let (arm, leg) = (&self.arms[half as usize], &self.legs[half as usize]);
        match part {
            BodyPart::Pelvis => self.trunk[0],
            BodyPart::Waist => self.trunk[1],
            BodyPart::Ribs => self.trunk[2],
            BodyPart::Neck => self.trunk[3],
            BodyPart::Head => self.trunk[4],
            BodyPart::UpperArm => arm[0],
            BodyPart::LowerArm => arm[1],
            BodyPart::Palm => arm[2],
            BodyPart::Fingers => arm[3],
            BodyPart::Thigh => leg[0],
            BodyPart::Shank => leg[1],
            BodyPart::Foot => leg[2],
            BodyPart::Toes => leg[3],
            BodyPart::Room => PlacedPart { joint: Vector::default(), axes: Axes::UPRIGHT },
        }
    }

    /// Where a landmark is.
    pub(crate) fn landmark(&self, landmark: Landmark, half: Half) -> Vector {
        let (part, place) = landmark.lies();
        self.part(part, half).at(half, place)
    }

    fn around_hips(pose: &Pose, base: &BasePose) -> Self {
        let root = base.root();
        let angle = |motion: JointMotion| pose.angle(motion, Half::AtWork);
        let moved = |axes: Axes, [bend, tilt, turn]: [JointMotion; 3]| {
            axes.turned(angle(turn)).tilted(angle(tilt)).bent(angle(bend))
        };
        let hips =
            moved(root, [JointMotion::HipsBend, JointMotion::HipsTilt, JointMotion::HipsTurn]);
        let pelvis = PlacedPart { joint: Vector::default(), axes: hips };
        let waist = PlacedPart {
            joint: pelvis.joint + hips.up * 105.0,
            axes: moved(
                hips,
                [JointMotion::WaistBend, JointMotion::WaistTilt, JointMotion::WaistTurn],
            ),
        };
        let ribs = PlacedPart {
            joint: waist.joint + waist.axes.up * 150.0,
            axes: moved(
                waist.axes,
                [JointMotion::ChestBend, JointMotion::ChestTilt, JointMotion::ChestTurn],
            ),
        };
        let neck = PlacedPart {
            joint: ribs.joint + ribs.axes.out(Vector::new(0.0, 232.0, -8.0)),
            axes: moved(
                ribs.axes,
                [JointMotion::NeckBend, JointMotion::NeckTilt, JointMotion::NeckTurn],
            ),
        };
        let head = PlacedPart {
            joint: neck.joint + neck.axes.out(Vector::new(0.0, 88.0, 8.0)),
            axes: moved(
                neck.axes,
                [JointMotion::HeadBend, JointMotion::HeadTilt, JointMotion::HeadTurn],
            ),
        };
        Self {
            trunk: [pelvis, waist, ribs, neck, head],
            arms: Half::ALL.map(|half| arm(pose, half, ribs)),
            legs: Half::ALL.map(|half| leg(pose, half, pelvis, root)),
        }
    }

    /// How far the body has to be moved, so that what carries it is where it should be.
    fn way_to_anchor(&self, base: &BasePose) -> Vector {
        let foot = |half: Half| {
            let foot = self.part(BodyPart::Foot, half);
            let low = [(-40.0, -SOLE), (TOES, -SOLE), (TOES + 60.0, -SOLE + 10.0)];
            let low = low.map(|(fore, up)| foot.at(half, Vector::new(0.0, up, fore)).y);
            (foot.joint, low.into_iter().fold(f32::INFINITY, f32::min))
        };
        let knee = |half: Half| {
            let knee = self.part(BodyPart::Shank, half).joint;
            (knee, knee.y - KNEE)
        };
        let on = |places: [(Vector, f32); 2]| {
            let [(one, low), (two, other_low)] = places;
            let middle = (one + two) * 0.5;
            Vector::new(-middle.x, -low.min(other_low), -middle.z)
        };
        match base.anchor {
            Grounding::Pelvis => Vector::new(0.0, base.height, 0.0),
            Grounding::Feet => on(Half::ALL.map(foot)),
            Grounding::OtherFoot => {
                let (joint, low) = foot(Half::Other);
                Vector::new(HIP - joint.x, -low, -joint.z)
            }
            Grounding::Knees => on(Half::ALL.map(knee)),
            Grounding::Knee => {
                let (joint, low) = knee(Half::AtWork);
                Vector::new(-HIP - joint.x, -low, -joint.z)
            }
        }
    }
}

fn arm(pose: &Pose, half: Half, ribs: PlacedPart) -> [PlacedPart; 4] {
    let angle = |motion: JointMotion| pose.angle(motion, half);
    let left = half.leftward();
    let raised = angle(JointMotion::ShoulderLift).to_radians().sin();
    let back = angle(JointMotion::ShoulderBack).to_radians().sin();
    let shoulder = Vector::new(
        SHOULDER - 30.0 * raised.abs() - 24.0 * back.abs(),
        196.0 + 110.0 * raised,
        -100.0 * back,
    );
    let axes =
        shoulder_axes(ribs.axes, half, angle(JointMotion::ArmForward), angle(JointMotion::ArmOut));
    let upper = PlacedPart {
        joint: ribs.at(half, shoulder),
        axes: axes.turned(left * angle(JointMotion::ArmTurn)),
    };
    let lower = PlacedPart {
        joint: upper.joint - upper.axes.up * UPPER_ARM,
        axes: upper.axes.bent(-angle(JointMotion::Elbow)).turned(left * angle(JointMotion::Palm)),
    };
    let palm = PlacedPart {
        joint: lower.joint - lower.axes.up * LOWER_ARM,
        axes: lower.axes.tilted(left * angle(JointMotion::Wrist)),
    };
    let fingers = PlacedPart {
        joint: palm.joint - palm.axes.up * PALM,
        axes: palm.axes.tilted(left * angle(JointMotion::Fingers)),
    };
    [upper, lower, palm, fingers]
}

fn shoulder_axes(ribs: Axes, half: Half, forward: f32, out: f32) -> Axes {
    ribs.bent(-forward).tilted(-half.leftward() * out)
}

/// A leg hangs from the hips where the base pose has them: what carries it does not tip with the pelvis.
fn leg(pose: &Pose, half: Half, pelvis: PlacedPart, root: Axes) -> [PlacedPart; 4] {
    let angle = |motion: JointMotion| pose.angle(motion, half);
    let left = half.leftward();
    let thigh = PlacedPart {
        joint: pelvis.at(half, Vector::new(HIP, 0.0, 0.0)),
        axes: root
            .bent(-angle(JointMotion::LegForward))
            .tilted(-left * angle(JointMotion::LegOut))
            .turned(left * angle(JointMotion::LegTurn)),
    };
    let shank = PlacedPart {
        joint: thigh.joint - thigh.axes.up * THIGH,
        axes: thigh.axes.bent(angle(JointMotion::Knee)),
    };
    let foot = PlacedPart {
        joint: shank.joint - shank.axes.up * SHANK,
        axes: shank.axes.bent(-angle(JointMotion::Ankle)),
    };
    let toes = PlacedPart {
        joint: foot.joint + foot.axes.out(Vector::new(0.0, -SOLE + 22.0, TOES)),
        axes: foot.axes.bent(angle(JointMotion::Toes)),
    };
    [thigh, shank, foot, toes]
}

/// The same pose with the angles of arms whose hands reach for something.
pub(crate) fn reached(pose: &Pose, base: &BasePose) -> Pose {
    let mut reached = pose.clone();
    let mut beside = [Vector::default(); 2];
    // A hand may reach for the other arm, so the second look finds it where it is by then; and a hand that lies
    // flat is beside where it would be if it were straight.
    for _ in 0..3 {
        for half in Half::ALL {
            let Some(reach) = pose.reach(half) else { continue };
            let swing = pose.angle(JointMotion::ArmTurn, half);
            reach_for(&mut reached, base, (half, reach), (swing, beside[half as usize]));
            if lies_flat(pose, base, half, reach) {
                lay_flat(&mut reached, base, half, reach);
                let skeleton = Skeleton::of(&reached, base);
                let on = if reach.across { half.opposite() } else { half };
                let missed =
                    skeleton.landmark(reach.at, on) - skeleton.landmark(Landmark::Hand, half);
                beside[half as usize] = beside[half as usize] + missed;
            }
        }
    }
    reached
}

/// Whether a hand lies flat on what it reaches for, as it does where neither palm nor wrist is written.
fn lies_flat(pose: &Pose, base: &BasePose, half: Half, reach: Reach) -> bool {
    let usual = base.pose();
    let is_usual =
        |motion| (pose.angle(motion, half) - usual.angle(motion, half)).abs() < f32::EPSILON;
    let on_body = reach.at.lies().0 != BodyPart::Room && reach.at != Landmark::Seat;
    on_body && is_usual(JointMotion::Palm) && is_usual(JointMotion::Wrist)
}

/// Turns a hand so that its palm faces the body, and bends its wrist so that it lies along it.
fn lay_flat(pose: &mut Pose, base: &BasePose, half: Half, reach: Reach) {
    pose.set(JointMotion::Palm, half, 0.0);
    pose.set(JointMotion::Wrist, half, 0.0);
    let on = if reach.across { half.opposite() } else { half };
    let left = half.leftward();
    let inward = |skeleton: &Skeleton| {
        let placed = skeleton.part(reach.at.lies().0, on);
        (placed.at(on, reach.at.outward()) - placed.joint) * -1.0
    };
    let skeleton = Skeleton::of(pose, base);
    let forearm = skeleton.part(BodyPart::LowerArm, half).axes;
    let toward = inward(&skeleton).across(forearm.up);
    let (along, aside) = (toward.dot(forearm.right) * left, toward.dot(forearm.fore));
    let (least, most) = JointMotion::Palm.range();
    // Where the surface is met head on, the palm may face any way.
    let turn = if toward.length() < 0.2 { 0.0 } else { aside.atan2(along).to_degrees() };
    pose.set(JointMotion::Palm, half, turn.clamp(least, most));
    let skeleton = Skeleton::of(pose, base);
    let palm = skeleton.part(BodyPart::Palm, half).axes;
    let into = (palm.up * -1.0).dot(inward(&skeleton)).clamp(-1.0, 1.0);
    let bend = -into.asin().to_degrees();
    // A wrist folds over an edge with ease, and is hardly bent back.
    pose.set(JointMotion::Wrist, half, bend.clamp(-20.0, 60.0));
}

fn reach_for(
    pose: &mut Pose,
    base: &BasePose,
    (half, reach): (Half, Reach),
    (swing, beside): (f32, Vector),
) {
    let skeleton = Skeleton::of(pose, base);
    let on = if reach.across { half.opposite() } else { half };
    let shoulder = skeleton.part(BodyPart::UpperArm, half).joint;
    let ribs = skeleton.part(BodyPart::Ribs, half).axes;
    let way = skeleton.landmark(reach.at, on) + beside - shoulder;
    let left = half.leftward();
    let far = way.length().clamp(80.0, UPPER_ARM + TO_HAND - 4.0);
    let toward = way.unit();
    // The elbow hangs down and a little outward, behind a low hand and before a high one, unless it swings.
    let high = toward.dot(ribs.up).clamp(0.0, 1.0);
    let hanging = Vector::new(-left * (0.55 + 0.25 * high), -1.0, 0.5 * high - 0.25);
    let hanging = ribs.out(hanging).across(toward).unit();
    let (sin, cos) = (left * swing).to_radians().sin_cos();
    let aside = hanging * cos + toward.cross(hanging) * sin;
    let along = (UPPER_ARM.powi(2) - TO_HAND.powi(2) + far.powi(2)) / (2.0 * far);
    let beside = (UPPER_ARM.powi(2) - along.powi(2)).max(0.0).sqrt();
    let elbow = toward * along + aside * beside;
    let up = elbow.unit() * -1.0;
    let lower = (toward * far - elbow).unit();
    let bend = (-lower.dot(up)).clamp(-1.0, 1.0).acos();
    let fore = (lower + up * bend.cos()).across(up).unit();
    let arm = up * -1.0;
    let out = (-left * arm.dot(ribs.right)).clamp(-1.0, 1.0).asin().to_degrees();
    let mut forward = arm.dot(ribs.fore).atan2(-arm.dot(ribs.up)).to_degrees();
    let mut out = out;
    if !(-60.0..=180.0).contains(&forward) && out >= 0.0 {
        // The same arm, raised to the side rather than over the back.
        forward += if forward < 0.0 { 180.0 } else { -180.0 };
        out = 180.0 - out;
    }
    let axes = shoulder_axes(ribs, half, forward, out);
    let turn = left * (-fore.dot(axes.right)).atan2(fore.dot(axes.fore)).to_degrees();
    pose.set(JointMotion::ArmForward, half, forward);
    pose.set(JointMotion::ArmOut, half, out);
    pose.set(JointMotion::ArmTurn, half, turn);
    pose.set(JointMotion::Elbow, half, bend.to_degrees());
}
