//! A slip in the settings file, in words for a person: where it is, what is there, what fits.

use toml::de::Error;

/// Says where the slip is, what is written there, and what would be right.
pub(super) fn said(error: &Error, text: &str) -> String {
    let what = plain(error.message());
    let Some(span) = error.span() else {
        return what;
    };
    let before = text.get(..span.start).unwrap_or(text);
    let number = before.matches('\n').count();
    let line = text.lines().nth(number).unwrap_or_default().trim();
    format!("line {}, `{line}`: {what}", number + 1)
}

/// The words of the reader, without those that only programmers use.
fn plain(message: &str) -> String {
    let message = message.trim().replace('\n', "; ");
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let rest = rest.replace(", expected one of ", "; the settings here are ");
        return format!("there is no setting {rest}");
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let rest = rest.replace(", expected one of ", " does not fit; choose among ");
        return rest.replace(", expected ", " does not fit; choose ");
    }
    let kinds = ["invalid type: ", "invalid value: "];
    let Some(rest) = kinds.iter().find_map(|kind| message.strip_prefix(kind)) else {
        return message;
    };
    let Some((found, expected)) = rest.split_once(", expected ") else {
        return message;
    };
    let found = found.split_once(' ').map_or(found, |(_, value)| value);
    let expected = match expected {
        "a boolean" => "`true` or `false`",
        "a string" => "words in quotation marks",
        "u8" => "a whole number from 0 to 100",
        "u32" => "a whole number, 0 or more",
        other => other,
    };
    format!("{found} does not fit; write {expected}")
}
