//! The tables of a file: patterns, strokes, lines, chimes, announcements.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Field;
use crate::body::{Direction, RegionPart};
use crate::session::{PhaseKind, StrokeKind, Support, TouchingPart, WorkingHands};

/// The chimes that sound by themselves.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Chimes")]
pub(crate) struct ChimesDraft {
    /// When the first step begins.
    pub(crate) start: Field<String>,
    /// When a later step begins.
    pub(crate) next: Field<String>,
    /// When the side changes.
    pub(crate) switch: Field<String>,
    /// Half-way through the session. Silent in bed unless it is named.
    pub(crate) halfway: Field<String>,
    /// When the session ends. Silent in bed unless it is named.
    pub(crate) end: Field<String>,
}

/// What is said where Unclench announces something by itself (300 characters at most).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Announcements")]
pub(crate) struct AnnouncementsDraft {
    /// Before the first step: how to settle.
    #[schemars(length(max = 300))]
    pub(crate) lead_in: Field<String>,
    /// Ten seconds before the side changes.
    #[schemars(length(max = 300))]
    pub(crate) ten_seconds: Field<String>,
    /// As the side changes. `{side}` is the side that comes.
    #[schemars(length(max = 300))]
    pub(crate) switch: Field<String>,
    /// As muscles are tensed first.
    #[schemars(length(max = 300))]
    pub(crate) tense: Field<String>,
    /// As they are tensed once more.
    #[schemars(length(max = 300))]
    pub(crate) again: Field<String>,
    /// As they are let go.
    #[schemars(length(max = 300))]
    pub(crate) release: Field<String>,
}

/// A breathing pattern: phases that repeat.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Pattern", extend("required" = ["phases"]))]
pub(crate) struct PatternDraft {
    /// The title people read (80 characters at most); the seconds, where this is left out.
    #[schemars(length(max = 80))]
    pub(crate) title: Field<String>,
    /// The phases, in order.
    #[schemars(length(min = 2, max = 12))]
    pub(crate) phases: Field<Vec<Field<PhaseDraft>>>,
}

/// One phase of a breath.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Phase", extend("required" = ["kind", "length"]))]
pub(crate) struct PhaseDraft {
    /// What the breath does.
    pub(crate) kind: Field<PhaseKind>,
    /// How long it takes, from "0.5s" to "60s". A hold lasts "7s" at most, a rest "4s".
    pub(crate) length: Field<LengthText>,
    /// What the person reads and hears, such as "hum out".
    #[schemars(length(max = 40))]
    pub(crate) label: Field<String>,
}

/// How the hand or tool moves.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Stroke", extend("required" = ["kind", "direction"]))]
pub(crate) struct StrokeDraft {
    /// The stroke.
    pub(crate) kind: Field<StrokeKind>,
    /// Which way it goes.
    pub(crate) direction: Field<Direction>,
    /// The time of one stroke, from "0.3s" to "60s".
    pub(crate) tempo: Field<LengthText>,
    /// Whether the hand lifts at the end and begins again where it began. Where this is left out, it
    /// goes back on the body along and across the muscle, and lifts in all other directions.
    pub(crate) lift: Field<bool>,
}

/// What touches the body, and where.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Touch")]
pub(crate) struct TouchDraft {
    /// What touches: a part of the hand, or the tool. By the tool and the stroke, where this is left out.
    pub(crate) with: Field<TouchingPart>,
    /// Whose hands: of the side that is worked, of the other side, or both.
    pub(crate) hands: Field<WorkingHands>,
    /// Where in the region; all of it, where this is left out.
    pub(crate) at: Field<RegionPart>,
    /// What carries the ball or roller.
    pub(crate) on: Field<Support>,
}

/// Words during a step.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Line")]
pub(crate) struct LineDraft {
    /// When: "10s" after the step begins, "-10s" before it ends, "50%" a share of it.
    pub(crate) at: Field<AnchorText>,
    /// How long after the words before it have been said, in the place of `at`.
    pub(crate) after: Field<LengthText>,
    /// Words that are both shown and spoken (300 characters at most).
    #[schemars(length(max = 300))]
    pub(crate) text: Field<String>,
    /// Words that are only shown (300 characters at most).
    #[schemars(length(max = 300))]
    pub(crate) show: Field<String>,
    /// Words that are only spoken (300 characters at most).
    #[schemars(length(max = 300))]
    pub(crate) say: Field<String>,
    /// Words for the second of two sides, in their place (300 characters at most); the words
    /// shortened, where this is left out.
    #[schemars(length(max = 300))]
    pub(crate) second_side: Field<String>,
    /// Words from the second round of a group on, in their place (300 characters at most); the same
    /// words again, where this is left out.
    #[schemars(length(max = 300))]
    pub(crate) later_rounds: Field<String>,
}

/// A chime during a step.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "ChimeAt", extend("required" = ["name"]))]
pub(crate) struct ChimeDraft {
    /// When: "10s" after the step begins, "-10s" before it ends, "50%" a share of it.
    pub(crate) at: Field<AnchorText>,
    /// The chime's name.
    pub(crate) name: Field<String>,
}

/// A change of the background sound during a step.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "BedAt", extend("required" = ["name"]))]
pub(crate) struct BedDraft {
    /// When: "10s" after the step begins, "-10s" before it ends, "50%" a share of it.
    pub(crate) at: Field<AnchorText>,
    /// The new sound's name, or "none" for silence.
    pub(crate) name: Field<String>,
}

/// A length such as "90s", "1m30s", "5.5s", "2m" or "1h"; on a step with a pattern also "6 breaths".
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(rename = "Length", example = "90s")]
pub(crate) struct LengthText(
    #[schemars(regex(
        pattern = r"^((\d+(\.\d+)?h)?(\d+(\.\d+)?m)?(\d+(\.\d+)?s)?|\d+ breaths?)$"
    ))]
    pub(crate) String,
);

/// A point in a step: "10s" after it begins, "-10s" before it ends, "50%" a share of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(rename = "PointInStep", example = "10s")]
pub(crate) struct AnchorText(
    #[schemars(regex(
        pattern = r"^(-?(\d+(\.\d+)?h)?(\d+(\.\d+)?m)?(\d+(\.\d+)?s)?|\d+(\.\d)?%)$"
    ))]
    pub(crate) String,
);

/// Which sides a step or group works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Sides")]
pub(crate) enum SideWord {
    /// One side, then the other, for the same time.
    Both,
    /// The person's left only.
    Left,
    /// The person's right only.
    Right,
}

/// A pattern by name or in numbers, or written out on the spot.
#[derive(Clone, Debug, PartialEq, JsonSchema)]
#[serde(untagged)]
pub(crate) enum PatternUse {
    /// A name of this file's patterns or of a named pattern, or numbers of seconds: in-out,
    /// in-hold-out or in-hold-out-rest.
    Called(String),
    /// A pattern written out on the spot.
    Inline(PatternDraft),
}

/// Written by hand, since serde's untagged enums lose the places of the values inside.
impl<'de> Deserialize<'de> for PatternUse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = PatternUse;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a pattern's name or a table of phases")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<PatternUse, E> {
                Ok(PatternUse::Called(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PatternUse, A::Error> {
                PatternDraft::deserialize(MapAccessDeserializer::new(map)).map(PatternUse::Inline)
            }
        }

        deserializer.deserialize_any(Either)
    }
}
