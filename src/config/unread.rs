//! What TOML itself cannot read in the settings, told with the line to write. Its own words speak of
//! grammar, which does not say how to mend a settings file.

use super::slip::{Slip, SlipKind};
use super::table::{number_meant, switch_meant};
use crate::problem::letters::{as_typed, name_of, odd_letter};
use crate::problem::{Finding, Source, behind_heading, key_and_value, quote, quotes_meant};
use crate::words::Message;

/// The code of a problem with what TOML itself cannot read.
const BROKEN: &str = "syntax";
/// The code of a value of another kind than is meant.
const MISFIT: &str = "misfit";
/// The code of what there is not, or not there.
const UNKNOWN: &str = "unknown-setting";

/// More keys than these are not named in one message.
const MOST_KEYS: usize = 8;

/// What is wrong with a line, and how to mend it; `fits` says whether all of a text is settings that
/// fit.
pub(super) fn unread(source: &Source<'_>, slip: &Slip, fits: impl Fn(&str) -> bool) -> Finding {
    let written = source.slice(&slip.line);
    let odd = odd_letter(written.split('#').next().unwrap_or_default());
    match (&slip.kind, odd) {
        (SlipKind::Unread | SlipKind::Heading { has_more: false, .. }, Some(letter)) => {
            let message = Message::new("odd-letter").with("letter", name_of(letter));
            let typed = as_typed(written);
            let text = match &slip.kind {
                SlipKind::Heading { written, .. } => written.as_str(),
                _ => typed.trim(),
            };
            let help = Message::new("write").with("text", text);
            Finding::warning(BROKEN, slip.span.clone(), message).help(help)
        }
        (SlipKind::Unread, None) => {
            let quoted = quotes_meant(written, false).map(|quoted| quoted.meant.trim().to_owned());
            let quoted = quoted.filter(|meant| fits(&format!("{}\n{meant}", slip.beneath)));
            let help = quoted.map(|meant| Message::new("write").with("text", meant));
            let help = help.or_else(|| line_meant(&slip.beneath, written, fits));
            let help = help.unwrap_or_else(|| Message::new("setting-unread-help"));
            slip_finding(source, slip).help(help)
        }
        _ => slip_finding(source, slip),
    }
}

/// What is wrong with a line, and how to mend it wherever that is the same in every file.
pub fn slip_finding(source: &Source<'_>, slip: &Slip) -> Finding {
    let written = || quote(source.slice(&slip.span).trim());
    let (code, message, help) = match &slip.kind {
        SlipKind::Unread => (BROKEN, Message::new("setting-unread"), None),
        SlipKind::Twice => {
            (BROKEN, Message::new("setting-twice"), Some(Message::new("setting-twice-help")))
        }
        SlipKind::NoTable { key } => (
            MISFIT,
            Message::new("setting-misfit").with("written", written()),
            Some(Message::new("setting-table-help").with("key", key.as_str())),
        ),
        SlipKind::Heading { written: heading, has_more: true } => (
            BROKEN,
            Message::new("setting-heading-more").with("heading", heading.as_str()),
            behind_heading(source.slice(&slip.line))
                .map(|more| Message::new("heading-more-help").with("text", more)),
        ),
        SlipKind::Heading { written: heading, has_more: false } => (
            BROKEN,
            Message::new("setting-heading")
                .with("written", written())
                .with("heading", heading.as_str()),
            Some(Message::new("write").with("text", heading.as_str())),
        ),
        SlipKind::NeedlessHeading { written } => (
            UNKNOWN,
            Message::new("setting-needless-heading").with("heading", quote(written)),
            Some(Message::new("setting-needless-heading-help")),
        ),
        SlipKind::UnknownHeading { written, keys, meant } => {
            (UNKNOWN, unknown_heading(written, keys), Some(heading_help(meant.as_deref())))
        }
        SlipKind::Elsewhere { key, home } => {
            let message = Message::new("setting-elsewhere").with("key", quote(key));
            let help = match home.as_str() {
                "" => Message::new("setting-elsewhere-top-help"),
                home => Message::new("setting-elsewhere-help").with("heading", home),
            };
            (UNKNOWN, message, Some(help))
        }
    };
    Finding::warning(code, slip.span.clone(), message).maybe_help(help)
}

/// A heading that there is not, and what is lost beneath it.
fn unknown_heading(written: &str, keys: &[String]) -> Message {
    let heading = quote(written);
    if keys.is_empty() {
        return Message::new("setting-unknown-heading").with("heading", heading);
    }
    let shown: Vec<&str> = keys.iter().take(MOST_KEYS).map(String::as_str).collect();
    let shown: Vec<String> = shown.into_iter().map(quote).collect();
    let more = if keys.len() > MOST_KEYS { ", …" } else { "" };
    let message = Message::new("setting-unknown-heading-keys").with("heading", heading);
    message.with("keys", format!("{}{more}", shown.join(", ")))
}

fn heading_help(meant: Option<&str>) -> Message {
    match meant {
        Some(meant) => Message::new("problem-did-you-mean").with("word", meant),
        None => Message::new("setting-unknown-heading-help"),
    }
}

/// The line that was meant where quotation marks or what stands before the value are wrong, beneath
/// the heading it stands under.
fn line_meant(heading: &str, line: &str, fits: impl Fn(&str) -> bool) -> Option<Message> {
    let line = line.split('#').next()?.trim();
    let (key, value) = key_and_value(line)?;
    let bare =
        value.trim_matches(|letter: char| letter.is_whitespace() || "\"'`,;".contains(letter));
    if bare.is_empty() {
        return None;
    }
    let quoted = toml::Value::from(bare).to_string();
    let decimal: Option<f64> = bare.replace(',', ".").parse().ok();
    let whole = decimal.map_or_else(|| bare.to_owned(), |decimal| decimal.round().to_string());
    let small = bare.to_lowercase();
    let bare_number = number_meant(&small).map(str::to_owned);
    let switch = switch_meant(&small).map(str::to_owned);
    let as_written = [bare.to_owned(), small.clone(), whole, quoted, format!("\"{small}\"")];
    let values: Vec<String> = as_written.into_iter().chain(switch).chain(bare_number).collect();
    let mut lines = values.iter().map(|value| format!("{key} = {value}"));
    let fits_there = |line: &String| fits(&format!("{heading}\n{line}"));
    let meant = lines.find(fits_there)?;
    let lacks_quotes = format!("{key} = \"{value}\"") == meant;
    let message = if lacks_quotes { "setting-quotes-help" } else { "write" };
    Some(Message::new(message).with("text", meant))
}
