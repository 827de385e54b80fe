//! What a step may have beside words and sounds at its points: repetitions that are counted, and silence.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Field;
use super::parts::{AnchorText, LengthText};

/// Repetitions that are counted aloud, once what the step begins with has been said.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Count", extend("required" = ["to"]))]
pub(crate) struct CountDraft {
    /// To which number, from 2 to 30.
    #[schemars(range(min = 2, max = 30))]
    pub(crate) to: Field<i64>,
    /// The time of one repetition, from "1.5s" to "30s".
    pub(crate) every: Field<LengthText>,
    /// What one repetition is made of, in the place of `every`: up, hold, down.
    #[schemars(length(min = 2, max = 6))]
    pub(crate) phases: Field<Vec<Field<RepetitionPhaseDraft>>>,
}

/// A part of each repetition, such as a hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "RepetitionPhase", extend("required" = ["length"]))]
pub(crate) struct RepetitionPhaseDraft {
    /// How long it takes, from "1s" to "30s".
    pub(crate) length: Field<LengthText>,
    /// What is spoken as it begins; in the first, after the number (40 characters at most).
    #[schemars(length(max = 40))]
    pub(crate) say: Field<String>,
    /// The chime that rings as it begins.
    pub(crate) chime: Field<String>,
}

/// When nothing is said or rung that does not stand in the file.
#[derive(Clone, Debug, PartialEq, JsonSchema)]
#[serde(untagged)]
pub(crate) enum SilenceUse {
    /// All through the step, or not at all.
    Whole(bool),
    /// From one point of the step to another.
    Between(SilenceDraft),
}

/// A silence between two points of a step.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Silence")]
pub(crate) struct SilenceDraft {
    /// From where on: "10s" after the step begins, "-10s" before it ends, "50%" a share of it; from its
    /// beginning, where this is left out.
    pub(crate) from: Field<AnchorText>,
    /// Until when; until its end, where this is left out.
    pub(crate) to: Field<AnchorText>,
}

/// Written by hand, since serde's untagged enums lose the places of the values inside.
impl<'de> Deserialize<'de> for SilenceUse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WholeOrPoints;

        impl<'de> Visitor<'de> for WholeOrPoints {
            type Value = SilenceUse;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false or a table of points")
            }

            fn visit_bool<E: Error>(self, is_whole: bool) -> Result<SilenceUse, E> {
                Ok(SilenceUse::Whole(is_whole))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SilenceUse, A::Error> {
                SilenceDraft::deserialize(MapAccessDeserializer::new(map)).map(SilenceUse::Between)
            }
        }

        deserializer.deserialize_any(WholeOrPoints)
    }
}
