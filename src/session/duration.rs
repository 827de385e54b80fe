//! Lengths of time as people write them: `90s`, `1m30s`, `5.5s`.

use thiserror::Error;

/// Why a text is not a length of time.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LengthError {
    /// Nothing was written.
    #[error("a length cannot be empty")]
    Empty,
    /// A number without its unit.
    #[error("a length needs its unit")]
    NoUnit,
    /// Not a length at all.
    #[error("this is not a length of time")]
    NotALength,
    /// Hours after minutes, or the same unit twice.
    #[error("hours come before minutes, minutes before seconds, each once")]
    OutOfOrder,
    /// More than three digits behind the point.
    #[error("a length is exact to a thousandth, no finer")]
    TooFine,
    /// Beyond any session.
    #[error("this length is beyond counting")]
    TooLong,
}

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
