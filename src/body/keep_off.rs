//! The places nothing should press on, so that they can be shown and kept clear.

use serde::{Deserialize, Serialize};

/// A place that no stroke may cross, by hand or tool.
///
/// Sessions cannot name these; the map shows those near the place at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeepOff {
    /// The eyes.
    Eyes,
    /// The throat, at the front of the neck.
    NeckFront,
    /// The side of the neck, over the pulse.
    NeckSide,
    /// The hollow above the collarbone.
    CollarboneHollow,
    /// The armpit.
    Armpit,
    /// The breast.
    Breast,
    /// The inner side of the elbow.
    InnerElbow,
    /// The spine itself.
    Spine,
    /// The flank below the ribs, over the kidneys.
    Kidneys,
    /// The groin.
    Groin,
    /// The kneecap.
    Kneecap,
    /// The hollow behind the knee.
    BackOfKnee,
    /// The edge of the shinbone.
    Shinbone,
}

impl KeepOff {
    /// Every such place, from head to foot.
    pub const ALL: [Self; 13] = [
        Self::Eyes,
        Self::NeckFront,
        Self::NeckSide,
        Self::CollarboneHollow,
        Self::Armpit,
        Self::Breast,
        Self::InnerElbow,
        Self::Spine,
        Self::Kidneys,
        Self::Groin,
        Self::Kneecap,
        Self::BackOfKnee,
        Self::Shinbone,
    ];

    /// The name people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eyes => "eyes",
            Self::NeckFront => "throat",
            Self::NeckSide => "side of the neck",
            Self::CollarboneHollow => "hollow above the collarbone",
            Self::Armpit => "armpit",
            Self::Breast => "breast",
            Self::InnerElbow => "inner elbow",
            Self::Spine => "spine",
            Self::Kidneys => "flank over the kidney",
            Self::Groin => "groin",
            Self::Kneecap => "kneecap",
            Self::BackOfKnee => "back of the knee",
            Self::Shinbone => "shinbone",
        }
    }
}
