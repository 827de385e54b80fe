//! The motions of the joints: what each is called in files, and how far it goes.

use super::half::Half;

/// One motion of one joint, in degrees.
///
/// Where a pose names a side, positive is toward the side at work; on an arm or leg, away from the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JointMotion {
    /// The pelvis tips forward. It is carried and no joint; the legs stay where they are.
    HipsBend,
    /// The pelvis tips to the side.
    HipsTilt,
    /// The pelvis turns.
    HipsTurn,
    /// The low back bends forward.
    WaistBend,
    /// The low back bends to the side.
    WaistTilt,
    /// The low back turns.
    WaistTurn,
    /// The ribs bend forward.
    ChestBend,
    /// The ribs bend to the side.
    ChestTilt,
    /// The ribs turn.
    ChestTurn,
    /// The neck bends forward.
    NeckBend,
    /// The neck bends to the side.
    NeckTilt,
    /// The neck turns.
    NeckTurn,
    /// The head nods on the neck.
    HeadBend,
    /// The head tips to the side on the neck.
    HeadTilt,
    /// The head turns on the neck.
    HeadTurn,
    /// The shoulder is lifted toward the ear.
    ShoulderLift,
    /// The shoulder blade is drawn back.
    ShoulderBack,
    /// The arm is raised forward.
    ArmForward,
    /// The arm is raised to the side.
    ArmOut,
    /// The arm turns outward; where the hand reaches for a place, the elbow swings outward.
    ArmTurn,
    /// The elbow bends.
    Elbow,
    /// The palm turns upward: the thumb goes outward.
    Palm,
    /// The wrist bends toward the palm.
    Wrist,
    /// The fingers close.
    Fingers,
    /// The thigh is raised forward.
    LegForward,
    /// The thigh goes to the side.
    LegOut,
    /// The thigh turns outward.
    LegTurn,
    /// The knee bends.
    Knee,
    /// The foot is drawn up.
    Ankle,
    /// The toes curl.
    Toes,
}

/// How many motions the trunk has, and how many arm and leg of one side have.
pub(crate) const HALF: usize = 15;

impl JointMotion {
    /// Every motion: those of the trunk, then those of an arm and a leg.
    pub const ALL: [Self; 2 * HALF] = [
        Self::HipsBend,
        Self::HipsTilt,
        Self::HipsTurn,
        Self::WaistBend,
        Self::WaistTilt,
        Self::WaistTurn,
        Self::ChestBend,
        Self::ChestTilt,
        Self::ChestTurn,
        Self::NeckBend,
        Self::NeckTilt,
        Self::NeckTurn,
        Self::HeadBend,
        Self::HeadTilt,
        Self::HeadTurn,
        Self::ShoulderLift,
        Self::ShoulderBack,
        Self::ArmForward,
        Self::ArmOut,
        Self::ArmTurn,
        Self::Elbow,
        Self::Palm,
        Self::Wrist,
        Self::Fingers,
        Self::LegForward,
        Self::LegOut,
        Self::LegTurn,
        Self::Knee,
        Self::Ankle,
        Self::Toes,
    ];

    /// Whether it is one of an arm or a leg, and there twice.
    pub fn is_of_limb(self) -> bool {
        self.index() >= HALF
    }

    /// Where it stands among all.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// How far it goes, from the least to the most degrees.
    ///
    /// Nowhere beyond what healthy adults are expected to reach: American Academy of Orthopaedic
    /// Surgeons, “Joint Motion: Method of Measuring and Recording” (1965), and for how the spine shares
    /// its motion out Kapandji, “The Physiology of the Joints”, volume 3. Neck and low back go less
    /// far here: a stretch of one's own is a mild pull, and the neck is hardly ever bent back.
    pub fn range(self) -> (f32, f32) {
        MOTIONS[self.index()].2
    }

    /// The motions that a file means by a table and a key, with the arm or leg of each.
    pub fn named(table: &str, key: &str) -> Vec<(Self, Half)> {
        let halves: &[Half] = match table {
            "arms" | "legs" => &Half::ALL,
            "other-arm" | "other-leg" => &[Half::Other],
            _ => &[Half::AtWork],
        };
        let part = match table {
            "arms" | "other-arm" => "arm",
            "legs" | "other-leg" => "leg",
            other => other,
        };
        let found = MOTIONS.iter().position(|(of, name, _)| *of == part && *name == key);
        let motion = found.map(|at| Self::ALL[at]);
        motion
            .into_iter()
            .flat_map(|motion| halves.iter().map(move |half| (motion, *half)))
            .collect()
    }

    /// What files call it: the table, and the key in it.
    pub fn name(self) -> (&'static str, &'static str) {
        let (table, key, _) = MOTIONS[self.index()];
        (table, key)
    }
}

/// What files call the motions, the table and the key in it, and how far each goes, in their order.
const MOTIONS: [(&str, &str, (f32, f32)); JointMotion::ALL.len()] = [
    ("hips", "bend", (-110.0, 110.0)),
    ("hips", "tilt", (-90.0, 90.0)),
    ("hips", "turn", (-90.0, 90.0)),
    ("waist", "bend", (-12.0, 45.0)),
    ("waist", "tilt", (-20.0, 20.0)),
    ("waist", "turn", (-8.0, 8.0)),
    ("chest", "bend", (-10.0, 35.0)),
    ("chest", "tilt", (-20.0, 20.0)),
    ("chest", "turn", (-35.0, 35.0)),
    ("neck", "bend", (-12.0, 35.0)),
    ("neck", "tilt", (-30.0, 30.0)),
    ("neck", "turn", (-45.0, 45.0)),
    ("head", "bend", (-12.0, 15.0)),
    ("head", "tilt", (-8.0, 8.0)),
    ("head", "turn", (-20.0, 20.0)),
    ("arm", "lift", (-5.0, 35.0)),
    ("arm", "back", (-25.0, 25.0)),
    ("arm", "forward", (-60.0, 180.0)),
    ("arm", "out", (-50.0, 180.0)),
    ("arm", "turn", (-90.0, 90.0)),
    ("arm", "elbow", (0.0, 150.0)),
    ("arm", "palm", (-80.0, 80.0)),
    ("arm", "wrist", (-70.0, 80.0)),
    ("arm", "fingers", (-20.0, 100.0)),
    ("leg", "forward", (-20.0, 125.0)),
    ("leg", "out", (-25.0, 45.0)),
    ("leg", "turn", (-40.0, 60.0)),
    ("leg", "knee", (0.0, 150.0)),
    ("leg", "ankle", (-50.0, 20.0)),
    ("leg", "toes", (-60.0, 40.0)),
];
