//! Lengths of time as people write them: `90s`, `1m30s`, `5.5s`.

use std::error::Error;
use std::fmt;

use crate::words::{Message, in_english};

/// Why a text is not a length of time. Its `Display` is what is said in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LengthError {
    /// Nothing was written.
    Empty,
    /// A number without its unit.
    NoUnit,
    /// Not a length at all.
    NotALength,
    /// Hours after minutes, or the same unit twice.
    OutOfOrder,
    /// More than three digits behind the point.
    TooFine,
    /// Beyond any session.
    TooLong,
}

impl LengthError {
    /// What is said of it.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Empty => "length-empty",
            Self::NoUnit => "length-without-unit",
            Self::NotALength => "length-is-none",
            Self::OutOfOrder => "length-out-of-order",
            Self::TooFine => "length-too-fine",
            Self::TooLong => "length-beyond-counting",
        })
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.message()))
    }
}

impl Error for LengthError {}

/// Reads a length such as `90s`, `1m30s`, `5.5s`, `2m` or `1h`, in milliseconds.
///
/// # Errors
/// When the text is anything else; bare numbers are refused, since `90` may mean two things.
pub fn millis_from_text(text: &str) -> Result<u64, LengthError> {
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(LengthError::Empty);
    }
    let mut total: u64 = 0;
    let mut smallest_unit = u64::MAX;
    while !rest.is_empty() {
        let number_end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, behind) = rest.split_at(number_end);
        let thousandths = thousandths_from_text(number)?;
        let unit_end = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (unit, next) = behind.split_at(unit_end);
        let seconds = match unit {
            "h" => 3_600,
            "m" => 60,
            "s" => 1,
            "" => return Err(LengthError::NoUnit),
            _ => return Err(LengthError::NotALength),
        };
        if seconds >= smallest_unit {
            return Err(LengthError::OutOfOrder);
        }
        smallest_unit = seconds;
        total = thousandths
            .checked_mul(seconds)
            .and_then(|millis| total.checked_add(millis))
            .ok_or(LengthError::TooLong)?;
        rest = next;
    }
    Ok(total)
}

/// Reads a length as people write it elsewhere: `30sec`, `1 min 30 s`, `1h30`, `1:30`, `1,5 min`,
/// `2 Minuten`. `None` where its meaning is not plain, as that of a bare number is.
pub fn millis_from_loose_text(text: &str) -> Option<u64> {
    let text = text.trim().to_lowercase().replace(',', ".");
    if text.contains(':') {
        return millis_from_clock(&text);
    }
    let (mut plain, mut unit, mut before) = (String::new(), String::new(), "");
    // A point after the last unit belongs to it: “30 sec.”
    let text = text.trim_end_matches('.');
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        if letter.is_ascii_digit() || letter == '.' {
            if !unit.is_empty() {
                before = plain_unit(&unit)?;
                plain.push_str(before);
                unit.clear();
            }
            plain.push(letter);
        } else {
            unit.push(letter);
        }
    }
    plain.push_str(match (unit.as_str(), before) {
        ("", "h") => "m",
        ("", "m") => "s",
        (unit, _) => plain_unit(unit)?,
    });
    millis_from_text(&plain).ok()
}

/// A unit as lengths are written here; nothing is fine between two digits.
fn plain_unit(unit: &str) -> Option<&'static str> {
    match unit {
        "" => Some(""),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => Some("h"),
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => Some("m"),
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden" => Some("s"),
        _ => None,
    }
}

/// Reads `1:30` or `1:02:30`: minutes and seconds, or hours before them.
fn millis_from_clock(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let is_number = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !parts.iter().all(is_number) || !(2..=3).contains(&parts.len()) {
        return None;
    }
    let numbers = parts.iter().filter_map(|part| part.parse::<u64>().ok());
    Some(numbers.fold(0, |sum, number| sum * 60 + number) * 1_000)
}

/// Reads a plain decimal such as `5.5` as thousandths.
pub(crate) fn thousandths_from_text(text: &str) -> Result<u64, LengthError> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits_only =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !digits_only(whole) || !digits_only(decimals) {
        return Err(LengthError::NotALength);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 3 {
        return Err(LengthError::TooFine);
    }
    let whole: u64 = whole.parse().map_err(|_| LengthError::TooLong)?;
    let digits = decimals.bytes().map(|digit| u64::from(digit - b'0'));
    let fraction =
        digits.chain(std::iter::repeat(0)).take(3).fold(0, |sum, digit| sum * 10 + digit);
    whole
        .checked_mul(1_000)
        .and_then(|whole| whole.checked_add(fraction))
        .ok_or(LengthError::TooLong)
}
