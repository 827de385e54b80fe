//! A line of a file as it was most likely meant, where what is between its key and value, or around its
//! value, is written as in another language.

use toml::de::DeTable;

use super::quote;
use crate::words::Message;

/// What other languages write before a key, for one entry of a list.
const BULLETS: [&str; 3] = ["- ", "* ", "• "];

/// The help for a line whose key and value are not parted by `=` alone, or whose value is in the wrong
/// brackets or none: the line itself, or what is missing in it.
pub(super) fn line_help(line: &str) -> Message {
    let line = without_bullet(line);
    let key = &line[..key_length(line)];
    match line_meant(line) {
        Some(meant) => Message::new("write").with("text", meant),
        None if key.is_empty() => Message::new("no-key-help"),
        None => Message::new("key-without-value-help").with("key", quote(key)),
    }
}

/// The same line with its key, `=` and a value that can be read.
pub(super) fn line_meant(line: &str) -> Option<String> {
    let (key, value) = key_and_value(line)?;
    let value = value.split(" #").next().unwrap_or_default().trim();
    let value = value.trim_end_matches([',', ';']);
    let quoted = || {
        let is_plain = !value.is_empty() && !value.contains(['"', '\'', '#']);
        is_plain.then(|| format!("\"{value}\""))
    };
    let values = [Some(value.to_owned()), in_right_brackets(value), quoted()];
    let lines = values.into_iter().flatten().map(|value| format!("{key} = {value}"));
    lines.into_iter().find(|line| DeTable::parse(line).is_ok())
}

/// The key of a line, and what stands behind whichever sign parts it from its value.
pub(crate) fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let line = without_bullet(line);
    let (key, behind) = line.split_at(key_length(line));
    let (key, behind) = if key.is_empty() { quoted_key(line)? } else { (key, behind) };
    Some((key, without_sign(behind)))
}

/// The heading that was meant by a line with a name between brackets: `[name]` or `[[name]]`, as many as
/// it begins with.
pub(super) fn heading_meant(line: &str) -> Option<String> {
    let is_around = |letter: char| "[]: \t".contains(letter);
    let name = line.trim_matches(is_around);
    let begins = &line[..line.find(name)?];
    let count = begins.matches('[').count().min(2);
    let is_name = !name.is_empty() && key_length(name) == name.len();
    let heading = format!("{}{name}{}", "[".repeat(count), "]".repeat(count));
    (is_name && count > 0 && heading != line.trim()).then_some(heading)
}

fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)).map_or(line, str::trim_start)
}

/// A key between quotation marks, and what follows it.
fn quoted_key(line: &str) -> Option<(&str, &str)> {
    let mark = line.chars().next().filter(|mark| "\"'".contains(*mark))?;
    let (key, behind) = line[1..].split_once(mark)?;
    (!key.is_empty() && key_length(key) == key.len()).then_some((key, behind))
}

fn key_length(line: &str) -> usize {
    let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    line.find(|letter| !is_of_key(letter)).unwrap_or(line.len())
}

/// What follows the sign between key and value, whichever signs stand there.
fn without_sign(behind: &str) -> &str {
    let behind = behind.trim_start();
    let behind = ["->", "<-"].iter().find_map(|sign| behind.strip_prefix(sign)).unwrap_or(behind);
    behind.trim_start_matches([':', '=', '>', ' ', '\t'])
}

/// A list or table in the brackets of other languages, or in two that are not a pair, in its own.
fn in_right_brackets(value: &str) -> Option<String> {
    let inside =
        value.strip_prefix(['(', '{', '['])?.strip_suffix([')', '}', ']'])?.replace(';', ",");
    Some(if inside.contains('=') { format!("{{{inside}}}") } else { format!("[{inside}]") })
}
