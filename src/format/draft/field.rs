//! A value of a file: missing, damaged, or given at a place.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::problem::Span;

/// The span of a stand-in for a value that could not be read and has been reported.
pub(crate) const DAMAGED: Span = usize::MAX - 1..usize::MAX;

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
    /// The value comes from a move; `span` is where the move is named.
    pub(crate) from_move: bool,
}

/// What a file says for one key.
///
/// Damaged is apart from missing, so that a value that was already reported causes no second
/// problem.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Field<T> {
    /// The key is not there.
    #[default]
    Missing,
    /// The key is there; its value has been reported.
    Damaged,
    /// The key and a readable value are there.
    Given(Given<T>),
}

impl<T> Field<T> {
    pub(crate) fn given(&self) -> Option<&Given<T>> {
        match self {
            Self::Given(given) => Some(given),
            Self::Missing | Self::Damaged => None,
        }
    }

    pub(crate) fn value(&self) -> Option<&T> {
        self.given().map(|given| &given.value)
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl<T: Clone> Field<T> {
    /// This value, or the move's, as if it stood where the move is named.
    pub(crate) fn or_from_move(&self, inherited: &Self, named_at: &Span) -> Self {
        match (self, inherited) {
            (Self::Missing, Self::Given(given)) => Self::Given(Given {
                value: given.value.clone(),
                span: named_at.clone(),
                from_move: true,
            }),
            (Self::Missing, other) => other.clone(),
            (own, _) => own.clone(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        let span = spanned.span();
        if span == DAMAGED {
            return Ok(Self::Damaged);
        }
        Ok(Self::Given(Given { value: spanned.into_inner(), span, from_move: false }))
    }
}

/// In the schema a field is simply its value: TOML has no null.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
