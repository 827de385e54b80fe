//! What is worth a page beyond the words of the session format.

/// A subject that is no technique, place, pattern or goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What massage does and does not do.
    Massage,
    /// Pressure from 0 to 10.
    Pressure,
    /// Signs to stop at, and who should ask first.
    Stopping,
    /// Everything that speaks against something, from the one table.
    Safety,
    /// Slow breathing in general.
    SlowBreathing,
    /// Progressive muscle relaxation.
    TenseAndRelease,
    /// Autogenic training.
    AutogenicTraining,
    /// The body scan.
    BodyScan,
    /// Warm and cold packs.
    HeatAndCold,
    /// Breaks at a desk.
    DeskBreaks,
    /// Tension headache.
    Headache,
    /// Panic and sudden fear.
    Panic,
    /// Lying awake, for a night or for weeks.
    Sleeplessness,
    /// Cramps of the period.
    PeriodCramps,
    /// Legs that will not rest in the evening.
    RestlessLegs,
    /// What suits a pregnancy.
    Pregnancy,
}

impl Subject {
    /// Every subject, the most general first.
    pub const ALL: [Self; 16] = [
        Self::Massage,
        Self::Pressure,
        Self::Stopping,
        Self::Safety,
        Self::SlowBreathing,
        Self::TenseAndRelease,
        Self::AutogenicTraining,
        Self::BodyScan,
        Self::HeatAndCold,
        Self::DeskBreaks,
        Self::Headache,
        Self::Panic,
        Self::Sleeplessness,
        Self::PeriodCramps,
        Self::RestlessLegs,
        Self::Pregnancy,
    ];

    /// The word it is asked for by.
    pub fn id(self) -> &'static str {
        match self {
            Self::Massage => "massage",
            Self::Pressure => "pressure",
            Self::Stopping => "stopping",
            Self::Safety => "safety",
            Self::SlowBreathing => "slow-breathing",
            Self::TenseAndRelease => "tense-and-release",
            Self::AutogenicTraining => "autogenic-training",
            Self::BodyScan => "body-scan",
            Self::HeatAndCold => "heat-and-cold",
            Self::DeskBreaks => "desk-breaks",
            Self::Headache => "headache",
            Self::Panic => "panic",
            Self::Sleeplessness => "sleeplessness",
            Self::PeriodCramps => "period-cramps",
            Self::RestlessLegs => "restless-legs",
            Self::Pregnancy => "pregnancy",
        }
    }

    /// The title people read.
    pub fn title(self) -> &'static str {
        match self {
            Self::Massage => "What is said, and what holds",
            Self::Pressure => "How hard to press",
            Self::Stopping => "When to stop or ask first",
            Self::Safety => "Who should leave what out",
            Self::SlowBreathing => "Breathing slowly",
            Self::TenseAndRelease => "Tense and release",
            Self::AutogenicTraining => "Autogenic training",
            Self::BodyScan => "Body scan",
            Self::HeatAndCold => "Heat and cold",
            Self::DeskBreaks => "Breaks at a desk",
            Self::Headache => "Tension headache",
            Self::Panic => "Panic and sudden fear",
            Self::Sleeplessness => "Nights without sleep",
            Self::PeriodCramps => "Period cramps",
            Self::RestlessLegs => "Restless legs",
            Self::Pregnancy => "Pregnancy",
        }
    }
}
