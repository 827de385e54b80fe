//! What would fit where a reader of types found something that does not, in plain words.
//!
//! The reader knows which keys and words there are, which key is missing and what a value is. Its
//! words are taken apart; where they are of no known form, nothing is said of it.

use toml::de::{DeTable, DeValue, Error};

use super::{Joint, Source, Span, list, nearest_or_all};
use crate::words::Message;

/// What would fit, if the reader says so.
pub(crate) fn what_fits(error: &Error, source: &Source<'_>) -> Option<Message> {
    let said = error.message();
    let unknown = ["unknown field `", "unknown variant `"];
    if let Some(rest) = unknown.iter().find_map(|begin| said.strip_prefix(begin)) {
        let (word, known) = rest.rsplit_once("`, expected ")?;
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        return nearest_or_all(word, known.iter().copied());
    }
    if let Some(key) = missing_key(error) {
        return Some(missing_help(&[key]));
    }
    // A number of the right type that is too small or too large is told by the caller's help.
    let kinds = ["invalid type: ", "invalid value: ", "invalid length "];
    let held = kinds.iter().find_map(|kind| said.strip_prefix(kind))?;
    let (_, wanted) = held.rsplit_once(", expected ")?;
    if wanted == "a string"
        && let Some(text) = error.span().and_then(|span| text_meant(source, &span))
    {
        return Some(Message::new("write").with("text", text));
    }
    Some(Message::new(match wanted {
        "a string" => "setting-words-help",
        "a boolean" => "setting-switch-help",
        "f32" | "f64" => "misfit-number-help",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => {
            "misfit-whole-number-help"
        }
        "a sequence" => "misfit-list-help",
        "an array of length 2" => "misfit-pair-help",
        _ if wanted.starts_with("struct ") => "misfit-table-help",
        _ => return None,
    }))
}

/// The key that is missing, if that is what the reader says.
pub(crate) fn missing_key(error: &Error) -> Option<&str> {
    error.message().strip_prefix("missing field `").map(|key| key.trim_end_matches('`'))
}

/// The help that says to add these keys.
pub(crate) fn missing_help(keys: &[&str]) -> Message {
    Message::new("misfit-missing-help").with("keys", list(keys, Joint::And))
}

/// The key and value that were meant where a value should be a text: the same in quotation marks, or the
/// texts of a list as one.
fn text_meant(source: &Source<'_>, span: &Span) -> Option<String> {
    let line = source.line_text(span.start);
    let (key, _) = line.split_once('=').filter(|(key, _)| !key.contains(['{', '[']))?;
    let written = source.slice(span).trim();
    let whole = format!("a = {written}");
    let read = DeTable::parse(&whole).ok()?;
    let text = match read.get_ref().get("a")?.get_ref() {
        DeValue::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().map(|it| it.get_ref().as_str()).collect();
            texts.filter(|texts| !texts.is_empty())?.join(", ")
        }
        DeValue::Table(_) => return None,
        _ => written.to_owned(),
    };
    Some(format!("{} = {}", key.trim(), toml::Value::from(text)))
}
