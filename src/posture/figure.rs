//! A figure that a step shows: the pose it starts from, and the poses it moves to.

use super::base::PoseName;
use super::camera::{Camera, SeenFrom};
use super::flesh::{blob, flesh};
use super::half::Half;
use super::head::FaceTension;
use super::landmark::{BodyPart, Landmark};
use super::motion::JointMotion;
use super::named::named;
use super::picture::{Ellipse, FigurePicture, SeenPart};
use super::pose::Pose;
use super::skeleton::{Skeleton, reached};
use super::solid::{Blob, Matter, Solid};
use super::space::Vector;
use super::thing::Thing;
use crate::body::{Bounds, MuscleGroup, Point, Region, Side};

named! {
    /// How much of the figure is shown.
    Cut {
        /// All of it, with what carries it.
        Whole "whole",
        /// From the hips up.
        Upper "upper",
        /// Head and neck.
        Head "head",
        /// Both hands, with the forearms.
        Hands "hands",
        /// From the hips down.
        Lower "lower",
        /// The feet, with the shins.
        Feet "feet",
    }
}

named! {
    /// What the hands hold between them, or what the place at work lies on.
    Held {
        /// A towel from hand to hand.
        Towel "towel",
        /// A ball at the place at work.
        Ball "ball",
        /// A roller under the place at work.
        Roller "roller",
        /// A cushion or bag at the place at work.
        Cushion "cushion",
    }
}

/// What a step shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The pose it starts from.
    pub base: PoseName,
    /// From where it is seen.
    pub from: SeenFrom,
    /// How much of it is shown.
    pub cut: Cut,
    /// What is held, or lain on.
    pub held: Option<Held>,
    /// How long all poses take once, in milliseconds, where they are gone through again and again.
    pub every: Option<u64>,
    /// The set-up, and then the poses it moves to.
    pub poses: Vec<Pose>,
}

/// What glows on a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureGlow {
    /// A region.
    Region(Region),
    /// Muscles.
    Muscles(MuscleGroup),
}

/// Where a figure is between two of its poses, and what is seen on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureMoment {
    /// The poses it is between: the set-up is the first.
    pub between: (usize, usize),
    /// The share of the way, 0–1.
    pub share: f32,
    /// What glows, and how brightly, 0–1.
    pub glow: Option<(FigureGlow, f32)>,
    /// The side at work; `None` for both.
    pub side: Option<Side>,
}

impl FigureGlow {
    /// Whether it is muscles of the face, whose tension is drawn on it.
    #[cfg(test)]
    pub(crate) fn changes_the_face(self) -> bool {
        let tension = |share| match self {
            Self::Muscles(muscles) => FaceTension::of(muscles, share),
            Self::Region(_) => FaceTension::default(),
        };
        tension(0.0) != tension(1.0)
    }
}

impl Figure {
    /// The figure at a moment. The right is the left in a mirror.
    pub fn picture(&self, moment: &FigureMoment) -> FigurePicture {
        let base = self.base.base();
        let pose = self.pose(moment.between, moment.share);
        let skeleton = Skeleton::of(&pose, base);
        let camera = base.camera(self.from);
        let (mut glows, mut shining) = (Vec::new(), Vec::new());
        for (on, ellipse, bright, is_seen) in glowing(&skeleton, &camera, moment) {
            if is_seen {
                glows.push((on, ellipse, bright));
            } else {
                shining.push((ellipse, SHINES_THROUGH * bright));
            }
        }
        let mut parts = self.seen(&skeleton, &camera, (moment, &glows));
        if moment.side == Some(Side::Right) {
            parts = parts.into_iter().filter_map(SeenPart::mirrored).collect();
            shining = shining.into_iter().map(|(it, bright)| (it.mirrored(), bright)).collect();
        }
        FigurePicture { parts, shining }
    }

    /// The pose a share of the way between two, with the arms where their hands reach.
    pub fn pose(&self, (from, to): (usize, usize), share: f32) -> Pose {
        let base = self.base.base();
        let of = |at: usize| self.poses.get(at).or(self.poses.last()).cloned().unwrap_or_default();
        let (from, to) = (of(from), of(to));
        let mut between = reached(&from, base).toward(&reached(&to, base), share);
        for half in Half::ALL {
            // The elbow's own swing, where both reach for the same.
            let (one, two) = (from.reach(half), to.reach(half));
            if one.is_some() && one == two {
                let swing = from.angle(JointMotion::ArmTurn, half);
                let swing = swing + (to.angle(JointMotion::ArmTurn, half) - swing) * share;
                between.set(JointMotion::ArmTurn, half, swing);
            }
        }
        reached(&between, base)
    }

    /// How far each hand of a pose is from the place it reaches for, in millimetres, and whether its forearm
    /// lies behind the chest or in it.
    #[cfg(test)]
    pub(crate) fn reaches(&self, at: usize) -> Vec<(Landmark, f32, bool)> {
        let skeleton = Skeleton::of(&self.pose((at, at), 0.0), self.base.base());
        let ribs = skeleton.part(BodyPart::Ribs, Half::AtWork);
        let is_behind = |place: Vector| {
            let way = place - ribs.joint;
            let up = way.dot(ribs.axes.up);
            let is_within = way.dot(ribs.axes.right).abs() < 130.0 && (0.0..230.0).contains(&up);
            is_within && way.dot(ribs.axes.fore) < 0.0
        };
        let reaching = Half::ALL.into_iter().filter_map(|half| {
            let reach = self.poses.get(at)?.reach(half)?;
            let on = if reach.across { half.opposite() } else { half };
            let place = skeleton.landmark(reach.at, on);
            let far = (skeleton.landmark(Landmark::Hand, half) - place).length();
            let elbow = skeleton.part(BodyPart::LowerArm, half).joint;
            let wrist = skeleton.part(BodyPart::Palm, half).joint;
            let along = |share: f32| elbow + (wrist - elbow) * share;
            let is_behind = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().any(|at| is_behind(along(at)));
            Some((reach.at, far, is_behind))
        });
        reaching.collect()
    }

    /// How far the place that moves farthest goes from one pose to another, in millimetres.
    #[cfg(test)]
    pub(crate) fn moves(&self, from: usize, to: usize) -> f32 {
        let skeleton = |at| Skeleton::of(&self.pose((at, at), 0.0), self.base.base());
        let (from, to) = (skeleton(from), skeleton(to));
        let places = Landmark::ALL.iter().flat_map(|at| Half::ALL.map(|half| (*at, half)));
        let ways =
            places.map(|(at, half)| (to.landmark(at, half) - from.landmark(at, half)).length());
        ways.fold(0.0, f32::max)
    }

    /// What the whole course of the figure needs to be seen, in millimetres.
    pub fn frame(&self, side: Option<Side>) -> Option<Bounds> {
        let base = self.base.base();
        let camera = base.camera(self.from);
        let poses = (0..self.poses.len()).flat_map(|at| {
            let pose = self.pose((at, at), 0.0);
            self.seen_of(&Skeleton::of(&pose, base), &camera)
        });
        let seen = poses.reduce(Bounds::joined)?;
        Some(if side == Some(Side::Right) {
            let from = Point::new(-seen.to.x, seen.from.y);
            Bounds { from, to: Point::new(-seen.from.x, seen.to.y) }
        } else {
            seen
        })
    }

    /// What is to be seen of one pose.
    fn seen_of(&self, skeleton: &Skeleton, camera: &Camera) -> Vec<Bounds> {
        use BodyPart::{
            Fingers, Foot, Head, LowerArm, Neck, Palm, Pelvis, Ribs, Shank, Thigh, Toes, UpperArm,
            Waist,
        };
        let parts: &[BodyPart] = match self.cut {
            Cut::Whole => &[],
            Cut::Upper => &[Waist, Ribs, Head, UpperArm, LowerArm, Palm, Fingers],
            Cut::Head => &[Head, Neck],
            Cut::Hands => &[LowerArm, Palm, Fingers],
            Cut::Lower => &[Pelvis, Thigh, Shank, Foot, Toes],
            Cut::Feet => &[Foot, Toes, Shank],
        };
        let solids = flesh(skeleton).into_iter();
        let solids = solids.filter(|solid| {
            parts.is_empty() || solid.part.is_some_and(|(part, _)| parts.contains(&part))
        });
        let none = FaceTension::default();
        let body = solids.filter_map(|solid| camera.see(&solid, none));
        let things = self.base.base().things();
        let things = things.filter(|thing| self.cut == Cut::Whole && !thing.ground);
        let things = things.flat_map(|thing| seen_thing(thing, camera));
        body.chain(things).map(|seen| seen.outline.bounds()).collect()
    }

    fn seen(
        &self,
        skeleton: &Skeleton,
        camera: &Camera,
        (moment, glows): (&FigureMoment, &[PartGlow]),
    ) -> Vec<SeenPart> {
        let base = self.base.base();
        let mut parts: Vec<_> = base.things().flat_map(|thing| seen_thing(thing, camera)).collect();
        let tension = tension_of(moment);
        for solid in flesh(skeleton).into_iter().chain(self.held(skeleton, moment)) {
            let Some(mut seen) = camera.see(&solid, tension) else { continue };
            seen.limb = solid.part.map(|(part, half)| limb(part, half));
            seen.joint = solid.part.map(|(part, half)| {
                (camera.point(skeleton.part(part, half).joint), around_joint(part))
            });
            let lit = glows
                .iter()
                .filter(|(on, ..)| solid.part == Some(*on) && solid.matter == Matter::Skin);
            seen.glows = lit.map(|(_, ellipse, glow)| (*ellipse, *glow)).collect();
            seen.is_hand = solid
                .part
                .is_some_and(|(part, _)| matches!(part, BodyPart::Palm | BodyPart::Fingers));
            parts.push(seen);
        }
        parts.sort_by(|one, two| one.nearness.total_cmp(&two.nearness));
        parts
    }

    /// What is held, or lain on.
    fn held(&self, skeleton: &Skeleton, moment: &FigureMoment) -> Option<Solid> {
        let held = self.held?;
        let of = |blobs: Vec<Blob>| Solid {
            matter: Matter::Tool,
            part: None,
            blobs,
            own: None,
            whole: None,
            nearer: 10.0,
        };
        let round = |middle: Vector, size: [f32; 3]| {
            Blob::upright(middle, Vector::new(size[0], size[1], size[2]))
        };
        if held == Held::Towel {
            let hands = Half::ALL.map(|half| skeleton.landmark(Landmark::Hand, half));
            return Some(of(hands.map(|hand| round(hand, [16.0, 26.0, 16.0])).to_vec()));
        }
        let landmark = match moment.glow?.0 {
            FigureGlow::Region(region) => Landmark::of(region),
            FigureGlow::Muscles(muscles) => *Landmark::of_muscles(muscles).first()?,
        };
        let (part, place) = landmark.lies();
        let away = Vector::new(place.x * 0.35, 0.0, place.z * 0.35);
        // What is trodden, leaned or laid on lies under the part.
        let place = match part {
            BodyPart::Foot => Vector::new(0.0, -108.0, 40.0),
            BodyPart::LowerArm => Vector::new(0.0, -120.0, -66.0),
            BodyPart::Palm => Vector::new(-54.0, -55.0, 0.0),
            _ => place + away,
        };
        let middle = skeleton.part(part, Half::AtWork).at(Half::AtWork, place);
        Some(of(match held {
            Held::Roller => [-190.0, 190.0]
                .map(|aside| round(middle + Vector::new(aside, 0.0, 0.0), [4.0, 68.0, 68.0]))
                .to_vec(),
            Held::Cushion => vec![round(middle, [100.0, 46.0, 80.0])],
            _ => vec![round(middle, [36.0, 36.0, 36.0])],
        }))
    }
}

/// How much of what glows on a side that is turned away shines through the body, 0–1.
const SHINES_THROUGH: f32 = 0.6;

/// What is left of the glow of muscles that are let go, 0–1: the place can still be found.
pub const AT_REST: f32 = 0.3;

/// What is to be seen of a thing in the room.
fn seen_thing<'a>(thing: &'a Thing, camera: &'a Camera) -> impl Iterator<Item = SeenPart> + 'a {
    let faces = thing.faces().filter_map(|face| camera.see_face(&face, thing.farther()));
    faces.chain(thing.rounds().filter_map(|solid| camera.see(&solid, FaceTension::default())))
}

/// How far a face is tensed.
fn tension_of(moment: &FigureMoment) -> FaceTension {
    match moment.glow {
        Some((FigureGlow::Muscles(muscles), bright)) => {
            FaceTension::of(muscles, ((bright - AT_REST) / (1.0 - AT_REST)).clamp(0.0, 1.0))
        }
        _ => FaceTension::default(),
    }
}

/// How far around its joint a part is not set off from the one before, in millimetres.
fn around_joint(part: BodyPart) -> f32 {
    match part {
        BodyPart::Pelvis | BodyPart::Waist | BodyPart::Ribs => 220.0,
        BodyPart::Neck | BodyPart::Head => 130.0,
        BodyPart::Thigh => 120.0,
        _ => 75.0,
    }
}

/// The limb a part belongs to: the trunk, an arm or a leg.
fn limb(part: BodyPart, half: Half) -> u8 {
    use BodyPart::{Fingers, Foot, LowerArm, Palm, Shank, Thigh, Toes, UpperArm};
    match part {
        UpperArm | LowerArm | Palm | Fingers => 1 + half as u8,
        Thigh | Shank | Foot | Toes => 3 + half as u8,
        _ => 0,
    }
}

type PartGlow = ((BodyPart, Half), Ellipse, f32);

/// What glows: the part it is on, where, how brightly, and whether it is turned toward who looks.
fn glowing(
    skeleton: &Skeleton,
    camera: &Camera,
    moment: &FigureMoment,
) -> Vec<((BodyPart, Half), Ellipse, f32, bool)> {
    let Some((glow, bright)) = moment.glow else { return Vec::new() };
    let one;
    let landmarks = match glow {
        FigureGlow::Region(region) => {
            one = [Landmark::of(region)];
            &one[..]
        }
        FigureGlow::Muscles(muscles) => Landmark::of_muscles(muscles),
    };
    let halves: &[Half] = if moment.side.is_some() { &Half::ALL[..1] } else { &Half::ALL };
    let mut glows = Vec::new();
    for landmark in landmarks {
        for half in halves {
            let (part, place) = landmark.lies();
            let breadth = landmark.breadth();
            let reach = [breadth.x, breadth.y, breadth.z];
            let lit = blob(skeleton, part, *half, ([place.x, place.y, place.z], reach));
            let placed = skeleton.part(part, *half);
            let outward = placed.at(*half, landmark.outward()) - placed.joint;
            let is_seen = camera.nearness(outward.unit()) > -0.25;
            // There is one trunk.
            let on = if limb(part, *half) == 0 { Half::AtWork } else { *half };
            glows.push(((part, on), camera.ellipse(&lit), bright, is_seen));
        }
    }
    glows
}
