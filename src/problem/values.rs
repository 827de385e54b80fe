//! Values of another type than their key holds.

use toml::de::DeValue;

use super::{Finding, Span, quote};
use crate::words::Message;

/// What a value is, in words.
pub(crate) fn held(value: &DeValue<'_>) -> Message {
    let held = match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "yes-or-no",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    };
    Message::new("held").with("held", held)
}

/// A value that should be of this shape and is of another.
pub(crate) fn wrong_type(
    key: &str,
    shape: &'static str,
    value: &DeValue<'_>,
    span: Span,
) -> Finding {
    let message = Message::new("wrong-type").with("key", quote(key));
    let message = message.with("wanted", Message::new("wanted").with("shape", shape));
    Finding::error("wrong-type", span, message.with("held", held(value)))
}
