//! How many colours to draw with.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// How many colours to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum ColorChoice {
    /// As many as the terminal is known to have.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    /// None: weight and shape alone.
    #[serde(rename = "none")]
    None,
    /// The 16 named ones.
    #[serde(rename = "16")]
    Sixteen,
    /// The 256 indexed ones.
    #[serde(rename = "256")]
    Indexed,
    /// All 16 million.
    #[serde(rename = "true")]
    True,
}

impl ColorChoice {
    /// Every choice.
    pub const ALL: &'static [Self] =
        &[Self::Auto, Self::None, Self::Sixteen, Self::Indexed, Self::True];

    /// The word for it in the settings and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::None => "none",
            Self::Sixteen => "16",
            Self::Indexed => "256",
            Self::True => "true",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.word() == word)
    }
}

impl<'de> Deserialize<'de> for ColorChoice {
    /// Numbers and `true` may stand without quotation marks.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ColorVisitor)
    }
}

struct ColorVisitor;

impl Visitor<'_> for ColorVisitor {
    type Value = ColorChoice;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("`\"auto\"`, `\"none\"`, `16`, `256` or `\"true\"`")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<ColorChoice, E> {
        ColorChoice::of(word)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(word), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<ColorChoice, E> {
        ColorChoice::of(&number.to_string())
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Signed(number), &self))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<ColorChoice, E> {
        Ok(if yes { ColorChoice::True } else { ColorChoice::None })
    }
}
