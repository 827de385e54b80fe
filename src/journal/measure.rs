//! What a person may say of themselves in numbers, and when.

use std::ops::RangeInclusive;

/// When something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RatingMoment {
    /// Before the session.
    Before,
    /// After it.
    After,
    /// On the morning after.
    Morning,
}

impl RatingMoment {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Before, Self::After, Self::Morning];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Morning => "morning",
        }
    }

    /// The moment that is kept as this word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.word() == word)
    }
}

/// What a person may say of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// How tense, 0–10.
    Tension,
    /// How much it hurts, 0–10.
    Pain,
    /// How stressed, 0–10.
    Stress,
    /// How pleasant it is, 0–10: the first half of the mood.
    Mood,
    /// From calm or sleepy to stirred up, 0–10: the other half.
    Activation,
    /// How awake, 0–10.
    Energy,
    /// How the night was, 0–10.
    Sleep,
    /// Beats of the heart in a minute.
    Pulse,
    /// Blood pressure, the upper number, in mmHg.
    Systolic,
    /// Blood pressure, the lower number, in mmHg.
    Diastolic,
}

impl Measure {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 10] = [
        Self::Tension,
        Self::Pain,
        Self::Stress,
        Self::Mood,
        Self::Activation,
        Self::Energy,
        Self::Sleep,
        Self::Pulse,
        Self::Systolic,
        Self::Diastolic,
    ];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tension => "tension",
            Self::Pain => "pain",
            Self::Stress => "stress",
            Self::Mood => "mood",
            Self::Activation => "activation",
            Self::Energy => "energy",
            Self::Sleep => "sleep",
            Self::Pulse => "pulse",
            Self::Systolic => "systolic",
            Self::Diastolic => "diastolic",
        }
    }

    /// Whether less of it is better.
    pub fn is_burden(self) -> bool {
        matches!(self, Self::Tension | Self::Pain | Self::Stress)
    }

    /// Whether a change by so much is one for the worse. Neither calm nor lively is better by itself.
    pub fn is_worse(self, change: i32) -> bool {
        if self.is_burden() { change > 0 } else { self == Self::Mood && change < 0 }
    }

    /// The numbers it can be.
    pub fn values(self) -> RangeInclusive<u16> {
        match self {
            Self::Pulse => 20..=250,
            Self::Systolic => 50..=300,
            Self::Diastolic => 20..=200,
            _ => 0..=10,
        }
    }

    /// The measure that is kept as this word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }
}
