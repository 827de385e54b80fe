//! What the figure promises.

use proptest::prelude::*;

use super::base::PoseName;
use super::camera::SeenFrom;
use super::figure::{Cut, Figure, FigureGlow, FigureMoment};
use super::half::Half;
use super::landmark::{BodyPart, Landmark};
use super::motion::JointMotion;
use super::pose::{Pose, Reach};
use super::skeleton::{Skeleton, reached};
use crate::body::{Region, Side};

fn figure(base: PoseName, poses: Vec<Pose>) -> Figure {
    let from = SeenFrom::Side;
    Figure { base, from, cut: Cut::Whole, held: None, every: None, poses }
}

fn moment(side: Option<Side>) -> FigureMoment {
    let glow = Some((FigureGlow::Region(Region::Calf), 1.0));
    FigureMoment { between: (0, 0), share: 0.0, glow, side }
}

fn skeleton(base: PoseName) -> Skeleton {
    let pose = reached(&base.pose(), base.base());
    Skeleton::of(&pose, base.base())
}

/// A pose with every angle somewhere in its range.
fn any_pose() -> impl Strategy<Value = Pose> {
    proptest::collection::vec(0.0..=1.0_f32, 2 * JointMotion::ALL.len()).prop_map(|shares| {
        let mut pose = Pose::default();
        for (at, share) in shares.into_iter().enumerate() {
            let motion = JointMotion::ALL[at / 2];
            let (least, most) = motion.range();
            let half = if at % 2 == 0 { Half::AtWork } else { Half::Other };
            pose.set(motion, half, least + (most - least) * share);
        }
        pose
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn right_is_the_mirror_image_of_left(pose in any_pose(), at in 0..PoseName::ALL.len()) {
        let figure = figure(PoseName::ALL[at], vec![pose]);
        let left = figure.picture(&moment(Some(Side::Left)));
        let right = figure.picture(&moment(Some(Side::Right)));
        prop_assert_eq!(left.parts.len(), right.parts.len());
        for (left, right) in left.parts.iter().zip(&right.parts) {
            let mirrored = right.outline.mapped(|point| point.mirrored(0.0)).unwrap();
            prop_assert_eq!(&mirrored, &left.outline);
            prop_assert_eq!(left.glows.len(), right.glows.len());
        }
    }

    #[test]
    fn joints_keep_the_lengths_of_limbs(pose in any_pose()) {
        let base = PoseName::Standing.base();
        let skeleton = Skeleton::of(&pose, base);
        for half in Half::ALL {
            let joint = |part| skeleton.part(part, half).joint;
            let thigh = (joint(BodyPart::Shank) - joint(BodyPart::Thigh)).length();
            let shank = (joint(BodyPart::Foot) - joint(BodyPart::Shank)).length();
            let arm = (joint(BodyPart::LowerArm) - joint(BodyPart::UpperArm)).length();
            prop_assert!((thigh - 420.0).abs() < 0.1 && (shank - 405.0).abs() < 0.1, "{thigh} {shank}");
            prop_assert!((arm - 290.0).abs() < 0.1, "{arm}");
        }
    }
}

#[test]
fn a_knee_bends_back_an_elbow_forward_and_a_trunk_tips_to_the_side_it_is_tipped_to() {
    let mut pose = Pose::default();
    pose.set(JointMotion::Knee, Half::AtWork, 90.0);
    pose.set(JointMotion::Elbow, Half::AtWork, 90.0);
    pose.set(JointMotion::ChestTilt, Half::AtWork, 15.0);
    pose.set(JointMotion::ChestTurn, Half::AtWork, 0.0);
    let skeleton = Skeleton::of(&pose, PoseName::Standing.base());
    let joint = |part| skeleton.part(part, Half::AtWork).joint;
    assert!(joint(BodyPart::Foot).z < joint(BodyPart::Shank).z - 300.0);
    assert!(joint(BodyPart::Palm).z > joint(BodyPart::LowerArm).z + 200.0);
    // The side at work is the left, and the left is at the left.
    assert!(joint(BodyPart::Head).x < -40.0);
}

#[test]
fn who_sits_sits_on_the_seat_and_who_stands_stands_on_the_floor() {
    let seated = skeleton(PoseName::Seated);
    let hip = seated.part(BodyPart::Thigh, Half::AtWork).joint.y;
    assert!((hip - 402.0 - 80.0).abs() < 15.0, "the thigh lies on the chair: {hip}");
    for base in [PoseName::Seated, PoseName::Standing, PoseName::Rising, PoseName::BackToWall] {
        for half in Half::ALL {
            let sole = skeleton(base).part(BodyPart::Foot, half).joint.y - 76.0;
            assert!(sole.abs() < 30.0, "{base:?}: {sole}");
        }
    }
}

#[test]
fn nobody_sinks_into_the_floor() {
    for base in PoseName::ALL {
        let skeleton = skeleton(*base);
        for half in Half::ALL {
            for part in
                [BodyPart::Head, BodyPart::Palm, BodyPart::Pelvis, BodyPart::Shank, BodyPart::Foot]
            {
                let low = skeleton.part(part, half).joint.y;
                assert!(low > 10.0, "{base:?} {part:?}: {low}");
            }
        }
    }
}

#[test]
fn a_hand_is_where_it_reaches() {
    for at in
        [Landmark::Knee, Landmark::Forehead, Landmark::Abdomen, Landmark::NeckBack, Landmark::Seat]
    {
        let base = PoseName::Seated;
        let mut pose = base.pose();
        pose.set_reach(Half::AtWork, Some(Reach { at, across: false }));
        let reached = reached(&pose, base.base());
        let skeleton = Skeleton::of(&reached, base.base());
        let hand = skeleton.landmark(Landmark::Hand, Half::AtWork);
        let far = (hand - skeleton.landmark(at, Half::AtWork)).length();
        assert!(far < 45.0, "{at:?}: {far}");
    }
}

#[test]
fn a_neck_that_is_bent_back_and_turned_is_told_of() {
    let mut pose = PoseName::Seated.pose();
    pose.set(JointMotion::NeckTurn, Half::AtWork, 30.0);
    assert!(!pose.bends_back_and_turns());
    pose.set(JointMotion::NeckBend, Half::AtWork, -8.0);
    assert!(pose.bends_back_and_turns());
}

#[test]
fn a_hip_bends_by_what_thigh_and_pelvis_do_together() {
    let mut pose = PoseName::Seated.pose();
    pose.set(JointMotion::HipsBend, Half::AtWork, 30.0);
    assert_eq!(pose.beyond(), []);
    pose.set(JointMotion::HipsBend, Half::AtWork, 45.0);
    let beyond = pose.beyond();
    assert!(beyond.iter().all(|(motion, _)| *motion == JointMotion::LegForward), "{beyond:?}");
    assert_eq!(beyond.len(), 2);
}
