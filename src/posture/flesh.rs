//! The skeleton gets its flesh: round parts, each a few ellipsoids with the hull around them.

use super::half::Half;
use super::landmark::BodyPart;
use super::skeleton::Skeleton;
use super::solid::{Blob, Flesh, Matter, Solid};
use super::space::Vector;

const PELVIS: Flesh = &[
    ([0.0, 95.0, 0.0], [126.0, 40.0, 84.0]),
    ([88.0, -5.0, -28.0], [80.0, 76.0, 84.0]),
    ([-88.0, -5.0, -28.0], [80.0, 76.0, 84.0]),
    ([0.0, 20.0, 20.0], [140.0, 70.0, 72.0]),
];
const WAIST: Flesh =
    &[([0.0, 0.0, 0.0], [127.0, 50.0, 86.0]), ([0.0, 150.0, 0.0], [132.0, 50.0, 90.0])];
const RIBS: Flesh = &[
    ([0.0, 10.0, 0.0], [134.0, 55.0, 92.0]),
    ([100.0, 190.0, -5.0], [64.0, 40.0, 62.0]),
    ([-100.0, 190.0, -5.0], [64.0, 40.0, 62.0]),
    ([0.0, 120.0, 6.0], [162.0, 75.0, 104.0]),
];
const NECK: Flesh = &[
    ([0.0, -8.0, -4.0], [66.0, 20.0, 54.0]),
    ([0.0, 30.0, 0.0], [52.0, 20.0, 52.0]),
    ([0.0, 92.0, 4.0], [50.0, 20.0, 52.0]),
];
/// How much larger a head is than it is written here.
const HEAD: f32 = 1.1;
const SKULL: Flesh =
    &[([0.0, 104.0, -4.0], [74.0, 82.0, 92.0]), ([0.0, 58.0, -34.0], [60.0, 46.0, 58.0])];
const FACE: Flesh = &[
    ([0.0, 98.0, 38.0], [60.0, 52.0, 49.0]),
    ([0.0, 58.0, 36.0], [57.0, 40.0, 47.0]),
    ([0.0, 14.0, 30.0], [44.0, 28.0, 48.0]),
    ([0.0, -4.0, 58.0], [23.0, 18.0, 24.0]),
];

/// All of the head, as light falls on it.
const WHOLE_HEAD: ([f32; 3], [f32; 3]) = ([0.0, 80.0, 6.0], [78.0, 118.0, 102.0]);

const NOSE: Flesh = &[
    ([0.0, 86.0, 80.0], [8.0, 12.0, 8.0]),
    ([0.0, 54.0, 90.0], [12.0, 10.0, 13.0]),
    ([0.0, 50.0, 82.0], [17.0, 8.0, 9.0]),
];
const EAR: Flesh =
    &[([72.0, 84.0, -8.0], [9.0, 22.0, 17.0]), ([71.0, 60.0, -4.0], [8.0, 12.0, 10.0])];
const UPPER_ARM: Flesh = &[
    ([0.0, -8.0, 0.0], [55.0, 50.0, 58.0]),
    ([0.0, -110.0, 4.0], [48.0, 60.0, 52.0]),
    ([0.0, -290.0, 0.0], [38.0, 38.0, 40.0]),
];
const LOWER_ARM: Flesh = &[
    ([0.0, 0.0, 0.0], [38.0, 38.0, 40.0]),
    ([0.0, -75.0, 2.0], [41.0, 50.0, 43.0]),
    ([0.0, -245.0, 0.0], [24.0, 20.0, 30.0]),
];
const PALM: Flesh =
    &[([0.0, -8.0, 0.0], [22.0, 18.0, 30.0]), ([0.0, -84.0, -2.0], [19.0, 18.0, 43.0])];
const FINGERS: Flesh =
    &[([0.0, 0.0, -2.0], [19.0, 16.0, 42.0]), ([0.0, -74.0, -2.0], [13.0, 14.0, 30.0])];
const THUMB: Flesh =
    &[([-2.0, -26.0, 26.0], [17.0, 17.0, 17.0]), ([-8.0, -84.0, 58.0], [12.0, 14.0, 12.0])];
const THIGH: Flesh = &[
    ([4.0, -20.0, 0.0], [88.0, 80.0, 90.0]),
    ([2.0, -150.0, 4.0], [80.0, 70.0, 84.0]),
    ([0.0, -420.0, 0.0], [53.0, 53.0, 56.0]),
];
const SHANK: Flesh = &[
    ([0.0, 0.0, 0.0], [52.0, 52.0, 54.0]),
    ([2.0, -125.0, -14.0], [54.0, 70.0, 58.0]),
    ([0.0, -405.0, 0.0], [34.0, 30.0, 38.0]),
];
const FOOT: Flesh = &[
    ([0.0, -8.0, 0.0], [34.0, 28.0, 38.0]),
    ([0.0, -50.0, -42.0], [31.0, 26.0, 26.0]),
    ([2.0, -54.0, 112.0], [44.0, 22.0, 24.0]),
];
const TOES: Flesh =
    &[([2.0, 0.0, 0.0], [43.0, 21.0, 22.0]), ([0.0, -6.0, 56.0], [36.0, 14.0, 20.0])];

/// The body's solid parts.
pub(crate) fn flesh(skeleton: &Skeleton) -> Vec<Solid> {
    let trunk: [(BodyPart, Flesh, f32); 6] = [
        (BodyPart::Pelvis, PELVIS, -10.0),
        (BodyPart::Waist, WAIST, 0.0),
        (BodyPart::Ribs, RIBS, 0.0),
        (BodyPart::Neck, NECK, 0.0),
        (BodyPart::Head, SKULL, 0.0),
        (BodyPart::Head, FACE, 0.0),
    ];
    let paired: [(BodyPart, Flesh); 10] = [
        (BodyPart::Head, EAR),
        (BodyPart::UpperArm, UPPER_ARM),
        (BodyPart::LowerArm, LOWER_ARM),
        (BodyPart::Palm, PALM),
        (BodyPart::Palm, THUMB),
        (BodyPart::Fingers, FINGERS),
        (BodyPart::Thigh, THIGH),
        (BodyPart::Shank, SHANK),
        (BodyPart::Foot, FOOT),
        (BodyPart::Toes, TOES),
    ];
    let one = |part: BodyPart, half: Half, flesh: Flesh| Solid {
        matter: Matter::Skin,
        part: Some((part, half)),
        blobs: flesh.iter().map(|it| blob(skeleton, part, half, *it)).collect(),
        own: None,
        whole: None,
        nearer: 0.0,
    };
    let head = blob(skeleton, BodyPart::Head, Half::AtWork, WHOLE_HEAD);
    let trunk = trunk.into_iter().map(|(part, flesh, nearer)| Solid {
        own: (part == BodyPart::Head).then_some(flesh),
        whole: (part == BodyPart::Head).then_some(head),
        nearer,
        ..one(part, Half::AtWork, flesh)
    });
    let paired =
        Half::ALL.into_iter().flat_map(|half| paired.map(|(part, flesh)| (part, half, flesh)));
    let nose = one(BodyPart::Head, Half::AtWork, NOSE);
    trunk.chain([nose]).chain(paired.map(|(part, half, flesh)| one(part, half, flesh))).collect()
}

/// An ellipsoid of a part: where it is, and how far it reaches, outward, up and forward.
pub(crate) fn blob(
    skeleton: &Skeleton,
    part: BodyPart,
    half: Half,
    (middle, reach): ([f32; 3], [f32; 3]),
) -> Blob {
    let placed = skeleton.part(part, half);
    let times = if part == BodyPart::Head { HEAD } else { 1.0 };
    let [x, y, z] = middle.map(|it| it * times);
    let reach = reach.map(|it| it * times);
    let axes = placed.axes;
    let reaches = [axes.right * reach[0], axes.up * reach[1], axes.fore * reach[2]];
    Blob { middle: placed.at(half, Vector::new(x, y, z)), reaches }
}
