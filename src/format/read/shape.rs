//! What a place in a file may hold, read from the schema.

use serde_json::Value;
use toml::de::{DeArray, DeInteger, DeTable, DeValue};

use crate::words::Message;

/// What a place in a file may hold.
pub(super) enum DocumentShape<'a> {
    Text {
        /// What the value looks like, where it is a text of its own form.
        example: Option<&'a str>,
    },
    Whole,
    YesOrNo,
    /// One of some words.
    Words(Vec<&'a str>),
    /// A list; each entry is like this node.
    List(&'a Value),
    /// A table with these keys.
    Table(&'a Value),
    /// A table with any keys, whose values are like this node.
    Named(&'a Value),
    /// One of some shapes.
    Either(Vec<DocumentShape<'a>>),
}

impl<'a> DocumentShape<'a> {
    /// The shape a schema node describes. `root` holds the definitions.
    pub(super) fn of(root: &'a Value, node: &'a Value) -> Self {
        let node = resolved(root, node);
        if let Some(words) = node.get("oneOf").and_then(Value::as_array) {
            let words = words.iter().filter_map(|word| word.get("const")?.as_str());
            return Self::Words(words.collect());
        }
        if let Some(shapes) = node.get("anyOf").and_then(Value::as_array) {
            return Self::Either(shapes.iter().map(|node| Self::of(root, node)).collect());
        }
        match node.get("type").and_then(Value::as_str) {
            Some("integer") => Self::Whole,
            Some("boolean") => Self::YesOrNo,
            Some("array") => Self::List(&node["items"]),
            Some("object") if node["additionalProperties"].is_object() => {
                Self::Named(&node["additionalProperties"])
            }
            Some("object") => Self::Table(node),
            _ => Self::Text { example: node.pointer("/examples/0").and_then(Value::as_str) },
        }
    }

    /// A value of this shape, to stand where an unreadable one was reported.
    pub(super) fn stand_in<'v>(&self) -> DeValue<'v> {
        match self {
            Self::Text { .. } => DeValue::String("".into()),
            Self::Whole => DeValue::Integer(DeInteger::default()),
            Self::YesOrNo => DeValue::Boolean(false),
            Self::Words(words) => {
                let first = words.first().copied().unwrap_or_default();
                DeValue::String(first.to_owned().into())
            }
            Self::List(_) => DeValue::Array(DeArray::default()),
            Self::Table(_) | Self::Named(_) => DeValue::Table(DeTable::new()),
            Self::Either(shapes) => {
                shapes.first().map_or(DeValue::Boolean(false), DocumentShape::stand_in)
            }
        }
    }

    /// How a message names it.
    pub(super) fn phrase(&self) -> Message {
        let shape = |shape: &'static str| Message::new("wanted").with("shape", shape);
        match self {
            Self::Text { .. } | Self::Words(_) => shape("text"),
            Self::Whole => shape("whole"),
            Self::YesOrNo => shape("yes-or-no"),
            Self::List(_) => shape("list"),
            Self::Table(_) | Self::Named(_) => shape("table"),
            Self::Either(shapes) => {
                let phrases = shapes.iter().map(DocumentShape::phrase);
                let either =
                    |one, other| Message::new("either").with("one", one).with("other", other);
                phrases.reduce(either).unwrap_or_else(|| shape("table"))
            }
        }
    }

    /// Whether the value is of this shape, whatever is inside it.
    pub(super) fn takes(&self, value: &DeValue<'_>) -> bool {
        match self {
            Self::Text { .. } | Self::Words(_) => value.is_str(),
            Self::Whole => value.is_integer(),
            Self::YesOrNo => value.is_bool(),
            Self::List(_) => value.is_array(),
            Self::Table(_) | Self::Named(_) => value.is_table(),
            Self::Either(shapes) => shapes.iter().any(|shape| shape.takes(value)),
        }
    }
}

/// Follows references to the node they mean.
fn resolved<'a>(root: &'a Value, node: &'a Value) -> &'a Value {
    let reference = node.get("$ref").or_else(|| node.pointer("/allOf/0/$ref"));
    let pointer =
        reference.and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(node)
}
