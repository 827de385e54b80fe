//! The eight named breathing patterns, and why some ask for care.

use super::{Pattern, Phase, PhaseKind};
use PhaseKind::{Exhale, Hold, Inhale, Rest};

/// A breathing pattern everyone can call by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPattern {
    /// What it is called in files and on the command line.
    pub id: &'static str,
    /// The title people read.
    pub title: &'static str,
    /// One line on how it goes.
    pub summary: &'static str,
    /// Who should take care, in a plain sentence.
    pub caution: Option<&'static str>,
    /// How many breaths are a good start, where that is fewer than a few minutes of them.
    pub starting_breaths: Option<u32>,
    phases: &'static [(PhaseKind, &'static str, u64)],
}

const HOLD_CAUTION: &str = "Leave the holds out if you are pregnant, or live with heart or blood \
    pressure trouble, a past stroke, epilepsy, asthma or COPD, glaucoma or panic.";

/// Timings: coherent as in Fincham 2023 (Sci Rep 13); resonance, extended exhale and alternate
/// nostril at the slow paces of Shaffer & Meehan 2020 (Front Neurosci 14:570400); 4-7-8 as in
/// Vierra 2022 (Physiol Rep 10:e15389). Cyclic sighing after Balban 2023 (Cell Rep Med 4:100895),
/// who fixed no seconds: 3 + 1 + 8 is our choice. Humming and box are conventions.
const NAMED: &[NamedPattern] = &[
    NamedPattern {
        id: "coherent",
        title: "Coherent breathing",
        summary: "In and out for the same time, about five and a half breaths a minute.",
        caution: None,
        starting_breaths: None,
        phases: &[(Inhale, "breathe in", 5_500), (Exhale, "breathe out", 5_500)],
    },
    NamedPattern {
        id: "resonance",
        title: "Resonance breathing",
        summary: "Even breaths, six a minute.",
        caution: None,
        starting_breaths: None,
        phases: &[(Inhale, "breathe in", 5_000), (Exhale, "breathe out", 5_000)],
    },
    NamedPattern {
        id: "extended-exhale",
        title: "Longer out than in",
        summary: "A slow breath out, half as long again as the breath in.",
        caution: None,
        starting_breaths: None,
        phases: &[(Inhale, "breathe in", 4_000), (Exhale, "breathe out", 6_000)],
    },
    NamedPattern {
        id: "cyclic-sighing",
        title: "Cyclic sighing",
        summary: "In through the nose, a small sip more, then a long breath out through the mouth.",
        caution: Some("Keep the breaths soft; if you feel light-headed, breathe as you like."),
        starting_breaths: None,
        phases: &[
            (Inhale, "breathe in", 3_000),
            (Inhale, "a sip more", 1_000),
            (Exhale, "breathe out slowly", 8_000),
        ],
    },
    NamedPattern {
        id: "box",
        title: "Box breathing",
        summary: "In, hold, out and rest, four seconds each.",
        caution: Some(HOLD_CAUTION),
        starting_breaths: None,
        phases: &[
            (Inhale, "breathe in", 4_000),
            (Hold, "hold", 4_000),
            (Exhale, "breathe out", 4_000),
            (Rest, "rest", 4_000),
        ],
    },
    NamedPattern {
        id: "4-7-8",
        title: "4-7-8 breathing",
        summary: "In for four, hold for seven, out for eight. Four breaths are a good start.",
        caution: Some(HOLD_CAUTION),
        starting_breaths: Some(4),
        phases: &[
            (Inhale, "breathe in", 4_000),
            (Hold, "hold", 7_000),
            (Exhale, "breathe out", 8_000),
        ],
    },
    NamedPattern {
        id: "alternate-nostril",
        title: "Alternate nostril breathing",
        summary: "One nostril in, the other out, and back again, with no holding.",
        caution: Some("Leave it for another day if your nose is blocked."),
        starting_breaths: None,
        phases: &[
            (Inhale, "in through the left", 4_000),
            (Exhale, "out through the right", 4_000),
            (Inhale, "in through the right", 4_000),
            (Exhale, "out through the left", 4_000),
        ],
    },
    NamedPattern {
        id: "humming",
        title: "Humming breath",
        summary: "A breath in, and a long soft hum on the way out.",
        caution: Some("Leave it for another day with an ear or sinus infection."),
        starting_breaths: None,
        phases: &[(Inhale, "breathe in", 4_000), (Exhale, "hum out", 7_000)],
    },
];

impl NamedPattern {
    /// The pattern itself.
    pub fn pattern(&self) -> Pattern {
        let phase = |&(kind, label, millis): &(PhaseKind, &str, u64)| Phase {
            kind,
            label: label.to_owned(),
            millis,
        };
        Pattern {
            id: Some(self.id.to_owned()),
            title: self.title.to_owned(),
            phases: self.phases.iter().map(phase).collect(),
        }
    }
}

/// Holds longer than this want a word of caution, in milliseconds.
const LONG_HOLD_MILLIS: u64 = 2_000;

impl Pattern {
    /// Who should leave its holds out, where it has any that are long.
    pub fn hold_caution(&self) -> Option<&'static str> {
        let is_long = |phase: &Phase| phase.kind == Hold && phase.millis > LONG_HOLD_MILLIS;
        self.phases.iter().any(is_long).then_some(HOLD_CAUTION)
    }

    /// The named pattern with this id.
    pub fn named(id: &str) -> Option<Self> {
        let found = NAMED.iter().find(|named| named.id == id);
        found.map(NamedPattern::pattern)
    }

    /// Every named pattern, the plainest first.
    pub fn all_named() -> &'static [NamedPattern] {
        NAMED
    }
}
