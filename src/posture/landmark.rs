//! Places on the body that hands reach for and that glow, and the parts of the body they lie on.

use super::named::named;
use super::space::Vector;
use crate::body::{MuscleGroup, Region};

/// A part of the figure, each with a joint where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyPart {
    /// From the middle between the hip joints.
    Pelvis,
    /// The lower trunk.
    Waist,
    /// The upper trunk.
    Ribs,
    /// The neck.
    Neck,
    /// The head.
    Head,
    /// From the shoulder.
    UpperArm,
    /// From the elbow.
    LowerArm,
    /// From the wrist.
    Palm,
    /// From the knuckles.
    Fingers,
    /// From the hip.
    Thigh,
    /// From the knee.
    Shank,
    /// From the ankle.
    Foot,
    /// From the ball of the foot.
    Toes,
    /// Not the body: the room around it.
    Room,
}

named! {
    /// A place on the body, or in the room, that a hand can reach for.
    Landmark {
        /// The top of the head.
        Crown "crown",
        /// The forehead.
        Forehead "forehead",
        /// The temple.
        Temple "temple",
        /// The closed eyes.
        Eyes "eyes",
        /// The jaw.
        Jaw "jaw",
        /// The base of the skull.
        SkullBase "skull-base",
        /// The back of the neck.
        NeckBack "neck-back",
        /// The top of the shoulder.
        UpperTrapezius "upper-trapezius",
        /// The rounded outside of the shoulder.
        Shoulder "shoulder",
        /// The chest.
        Chest "chest",
        /// Beside the shoulder blade.
        UpperBack "upper-back",
        /// Beside the spine, above the hip.
        LowBack "low-back",
        /// The belly.
        Abdomen "abdomen",
        /// The buttock.
        Glutes "glutes",
        /// The front of the thigh.
        Quadriceps "quadriceps",
        /// The outside of the thigh.
        OuterThigh "outer-thigh",
        /// The back of the thigh.
        Hamstrings "hamstrings",
        /// The knee.
        Knee "knee",
        /// The shin.
        Shin "shin",
        /// The calf.
        Calf "calf",
        /// The ankle.
        Ankle "ankle",
        /// The middle of the foot.
        Foot "foot",
        /// The toes.
        Toes "toes",
        /// The upper arm.
        UpperArm "upper-arm",
        /// The elbow.
        Elbow "elbow",
        /// The forearm.
        Forearm "forearm",
        /// The palm.
        Hand "hand",
        /// The fingers.
        Fingers "fingers",
        /// The thumb pad.
        ThumbPad "thumb-pad",
        /// The edge of the seat beside the hip.
        Seat "seat",
        /// The wall in front, at the height of the chest.
        Wall "wall",
        /// The table in front.
        Table "table",
    }
}

impl Landmark {
    /// The part it lies on, and where: outward, up and forward from that part's joint, in millimetres.
    pub(crate) fn lies(self) -> (BodyPart, Vector) {
        use BodyPart as On;
        let (part, [out, up, fore]) = match self {
            Self::Crown => (On::Head, [22.0, 200.0, -5.0]),
            Self::Forehead => (On::Head, [26.0, 134.0, 92.0]),
            Self::Temple => (On::Head, [78.0, 104.0, 36.0]),
            Self::Eyes => (On::Head, [35.0, 97.0, 98.0]),
            Self::Jaw => (On::Head, [58.0, 33.0, 50.0]),
            Self::SkullBase => (On::Head, [36.0, 33.0, -86.0]),
            Self::NeckBack => (On::Neck, [26.0, 40.0, -56.0]),
            Self::UpperTrapezius => (On::Ribs, [105.0, 258.0, -12.0]),
            Self::Shoulder => (On::UpperArm, [48.0, -25.0, 10.0]),
            Self::Chest => (On::Ribs, [75.0, 155.0, 108.0]),
            Self::UpperBack => (On::Ribs, [65.0, 140.0, -104.0]),
            Self::LowBack => (On::Waist, [58.0, 60.0, -88.0]),
            Self::Abdomen => (On::Waist, [20.0, 40.0, 96.0]),
            Self::Glutes => (On::Pelvis, [88.0, -20.0, -118.0]),
            Self::Quadriceps => (On::Thigh, [10.0, -235.0, 76.0]),
            Self::OuterThigh => (On::Thigh, [76.0, -225.0, 0.0]),
            Self::Hamstrings => (On::Thigh, [0.0, -240.0, -70.0]),
            Self::Knee => (On::Thigh, [0.0, -400.0, 62.0]),
            Self::Shin => (On::Shank, [16.0, -190.0, 44.0]),
            Self::Calf => (On::Shank, [0.0, -135.0, -66.0]),
            Self::Ankle => (On::Shank, [24.0, -385.0, 30.0]),
            Self::Foot => (On::Foot, [0.0, -36.0, 60.0]),
            Self::Toes => (On::Toes, [0.0, 0.0, 40.0]),
            Self::UpperArm => (On::UpperArm, [44.0, -170.0, 10.0]),
            Self::Elbow => (On::LowerArm, [20.0, 10.0, -30.0]),
            Self::Forearm => (On::LowerArm, [0.0, -110.0, 42.0]),
            Self::Hand => (On::Palm, [-18.0, -55.0, 0.0]),
            Self::Fingers => (On::Fingers, [0.0, -50.0, 0.0]),
            Self::ThumbPad => (On::Palm, [-14.0, -40.0, 40.0]),
            Self::Seat => (On::Pelvis, [205.0, -50.0, 10.0]),
            Self::Wall => (On::Room, [175.0, 1330.0, 520.0]),
            Self::Table => (On::Room, [150.0, 745.0, 380.0]),
        };
        (part, Vector::new(out, up, fore))
    }

    /// Which way the body's surface faces there: outward, up and forward on its part.
    pub(crate) fn outward(self) -> Vector {
        let place = self.lies().1;
        match self {
            Self::Crown | Self::UpperTrapezius => Vector::new(0.2, 1.0, -0.2).unit(),
            Self::Foot | Self::Toes => Vector::new(0.0, 1.0, 0.0),
            _ => Vector::new(place.x, 0.0, place.z).unit(),
        }
    }

    /// How far its glow reaches outward, along the part and to its front or back, in millimetres.
    pub(crate) fn breadth(self) -> Vector {
        let [out, up, fore] = match self {
            Self::Crown => [90.0, 70.0, 100.0],
            Self::Forehead | Self::Temple | Self::Eyes | Self::Jaw => [50.0, 42.0, 50.0],
            Self::SkullBase => [60.0, 45.0, 60.0],
            Self::NeckBack => [60.0, 75.0, 60.0],
            Self::UpperTrapezius => [92.0, 62.0, 76.0],
            Self::Shoulder => [90.0, 100.0, 90.0],
            Self::Chest => [110.0, 85.0, 90.0],
            Self::UpperBack => [85.0, 130.0, 90.0],
            Self::LowBack => [85.0, 110.0, 90.0],
            Self::Abdomen => [125.0, 125.0, 100.0],
            Self::Glutes => [110.0, 110.0, 110.0],
            Self::Quadriceps | Self::OuterThigh | Self::Hamstrings => [85.0, 190.0, 85.0],
            Self::Calf | Self::Shin => [70.0, 150.0, 70.0],
            Self::UpperArm => [65.0, 130.0, 65.0],
            Self::Forearm => [60.0, 130.0, 60.0],
            Self::Foot => [60.0, 60.0, 120.0],
            _ => [55.0, 65.0, 60.0],
        };
        Vector::new(out, up, fore)
    }

    /// The place of a region.
    pub(crate) fn of(region: Region) -> Self {
        match region {
            Region::Scalp => Self::Crown,
            Region::Forehead => Self::Forehead,
            Region::Temples => Self::Temple,
            Region::Jaw => Self::Jaw,
            Region::SkullBase => Self::SkullBase,
            Region::NeckBack => Self::NeckBack,
            Region::UpperTrapezius => Self::UpperTrapezius,
            Region::Shoulder => Self::Shoulder,
            Region::Chest => Self::Chest,
            Region::UpperBack => Self::UpperBack,
            Region::LowBack => Self::LowBack,
            Region::Abdomen => Self::Abdomen,
            Region::Forearm => Self::Forearm,
            Region::Hand => Self::Hand,
            Region::ThumbPad => Self::ThumbPad,
            Region::Glutes => Self::Glutes,
            Region::Quadriceps => Self::Quadriceps,
            Region::OuterThigh => Self::OuterThigh,
            Region::Hamstrings => Self::Hamstrings,
            Region::Calf => Self::Calf,
            Region::Shin => Self::Shin,
            Region::Foot => Self::Foot,
        }
    }

    /// The places of muscles that are tensed.
    pub(crate) fn of_muscles(muscles: MuscleGroup) -> &'static [Self] {
        use Landmark as At;
        match muscles {
            MuscleGroup::HandAndForearm => &[At::Forearm, At::Hand, At::Fingers],
            MuscleGroup::UpperArm => &[At::UpperArm],
            MuscleGroup::Arm | MuscleGroup::Arms => {
                &[At::UpperArm, At::Forearm, At::Hand, At::Fingers]
            }
            MuscleGroup::Forehead => &[At::Forehead],
            MuscleGroup::EyesAndNose => &[At::Eyes],
            MuscleGroup::LowerFaceAndJaw => &[At::Jaw],
            MuscleGroup::Face => &[At::Forehead, At::Eyes, At::Jaw],
            MuscleGroup::Neck => &[At::NeckBack],
            MuscleGroup::FaceAndNeck => &[At::Forehead, At::Eyes, At::Jaw, At::NeckBack],
            MuscleGroup::ChestShouldersUpperBack => &[At::Chest, At::Shoulder, At::UpperBack],
            MuscleGroup::Abdomen => &[At::Abdomen],
            MuscleGroup::Trunk => &[At::Abdomen, At::LowBack, At::UpperBack, At::Chest],
            MuscleGroup::Thigh => &[At::Quadriceps],
            MuscleGroup::Calf => &[At::Calf],
            MuscleGroup::Foot => &[At::Foot, At::Toes],
            MuscleGroup::Leg | MuscleGroup::Legs => &[At::Quadriceps, At::Shin, At::Calf, At::Foot],
        }
    }
}
