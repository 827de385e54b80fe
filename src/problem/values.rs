//! Values of another type than their key holds.

use toml::de::DeValue;

use super::letters::as_typed;
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

/// Help that says what to write for a value that should be a whole number: the one between quotation
/// marks, or the nearest to one with decimals.
pub(crate) fn whole_number_meant(value: &DeValue<'_>) -> Option<Message> {
    whole_number_rounded(value, f64::round)
}

/// The same, rounded so.
pub(crate) fn whole_number_rounded(
    value: &DeValue<'_>,
    rounded: fn(f64) -> f64,
) -> Option<Message> {
    /// From here on, numbers with decimals leave whole numbers out.
    const BEYOND: f64 = 1e15;
    let written = match value {
        DeValue::String(text) if text.parse::<i64>().is_ok() && text.len() < 20 => {
            return Some(Message::new("write-without-quotes").with("text", text.as_ref()));
        }
        DeValue::String(text) => as_typed(text).trim().replace(',', "."),
        DeValue::Float(number) => number.as_str().replace('_', ""),
        _ => return None,
    };
    let number = written.parse().ok().filter(|number: &f64| number.abs() < BEYOND)?;
    Some(Message::new("write").with("text", (rounded(number) as i64).to_string()))
}

/// Help that says what to write for a number or date that should be a text: the same in quotation marks.
pub(crate) fn text_meant(value: &DeValue<'_>) -> Option<Message> {
    let written = match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Datetime(date) => date.to_string(),
        _ => return None,
    };
    Some(Message::new("write").with("text", toml::Value::from(written).to_string()))
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
