//! How a length of time is written. Each rounding that is meant is a function with a name of its own.
//!
//! Every function takes milliseconds. What is left is rounded up, so that `0:00` means that nothing
//! is left; what is over is rounded down, since it counts only once it is whole; a place on a
//! timeline is rounded to the nearest, so that a part begins where the one before it has ended.
//! `h`, `min` and `s` are the international symbols, the same in every language.

#[cfg(test)]
mod tests;

const SECOND: u64 = 1_000;
const TEN_SECONDS: u64 = 10 * SECOND;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// Time that is left, or a whole length before it begins: `0:38`, `1:02:05`. A second that has begun
/// counts whole.
pub fn time_left(millis: u64) -> String {
    clock(seconds_left(millis))
}

/// Time that is over: `0:37`, `1:02:04`. A second counts once it is whole.
pub fn time_over(millis: u64) -> String {
    clock(millis / SECOND)
}

/// A place on a timeline, to the nearest second: `2:41`, `1:02:05`.
pub fn time_at(millis: u64) -> String {
    clock(nearest(millis, SECOND))
}

/// A place on a timeline, to the millisecond: `2:41.500`.
pub fn exact_time_at(millis: u64) -> String {
    format!("{}.{:03}", clock(millis / SECOND), millis % SECOND)
}

/// A place in a recording, as captions and chapters write it: `00:02:41.500`.
pub fn caption_time(millis: u64) -> String {
    let (hours, minutes, seconds) = parts(millis / SECOND);
    format!("{hours:02}:{minutes:02}:{seconds:02}.{:03}", millis % SECOND)
}

/// A length to the nearest second: `45 s`, `6 min 30 s`, `1 h 20 min`.
pub fn to_the_second(millis: u64) -> String {
    let (hours, minutes, seconds) = parts(nearest(millis, SECOND));
    let told: Vec<String> = [(hours, "h"), (minutes, "min"), (seconds, "s")]
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if told.is_empty() { "0 s".to_owned() } else { told.join(" ") }
}

/// A length to the nearest minute: `4 min`, `1 h 20 min`, and `under 1 min` below half a minute.
pub fn to_the_minute(millis: u64) -> String {
    match nearest(millis, MINUTE) {
        0 => "under 1 min".to_owned(),
        minutes => to_the_second(minutes * MINUTE),
    }
}

/// A length as exactly as it matters: to the nearest minute, and to the second below two minutes.
pub fn about(millis: u64) -> String {
    if millis < 2 * MINUTE { to_the_second(millis) } else { to_the_minute(millis) }
}

/// How many seconds are left; one that has begun counts whole.
pub fn seconds_left(millis: u64) -> u64 {
    millis.div_ceil(SECOND)
}

/// How many minutes are left; one that has begun counts whole.
pub fn minutes_left(millis: u64) -> u64 {
    millis.div_ceil(MINUTE)
}

/// Seconds as they are counted while breathing, to the nearest tenth: `4`, `5.5`.
pub fn counted(millis: u64) -> String {
    seconds_to_text(nearest(millis, SECOND / 10) * (SECOND / 10))
}

/// How much of a sound is there, in seconds: below ten of them with a tenth that is whole: `0.7`, `12`.
pub fn seconds_there(millis: u64) -> String {
    let unit = if millis < TEN_SECONDS { SECOND / 10 } else { SECOND };
    seconds_to_text(millis - millis % unit)
}

/// How much of a sound there should be, in seconds: below ten of them with a tenth that has begun.
pub fn seconds_promised(millis: u64) -> String {
    let unit = if millis < TEN_SECONDS { SECOND / 10 } else { SECOND };
    seconds_to_text(millis.div_ceil(unit).saturating_mul(unit))
}

/// Seconds without a unit, to the millisecond: `4`, `5.5`, `0.125`.
pub fn seconds_to_text(millis: u64) -> String {
    let (seconds, thousandths) = (millis / SECOND, millis % SECOND);
    if thousandths == 0 {
        return seconds.to_string();
    }
    let decimals = format!("{thousandths:03}");
    format!("{seconds}.{}", decimals.trim_end_matches('0'))
}

/// A length to the millisecond, as session files have it: `1m30s`, `5.5s`, `0s`.
pub fn millis_to_text(millis: u64) -> String {
    let (hours, minutes, rest) = (millis / HOUR, millis / MINUTE % 60, millis % MINUTE);
    let with_unit = |count: u64, unit: &str| match count {
        0 => String::new(),
        count => format!("{count}{unit}"),
    };
    let seconds = match rest {
        0 if millis > 0 => String::new(),
        rest => format!("{}s", seconds_to_text(rest)),
    };
    with_unit(hours, "h") + &with_unit(minutes, "m") + &seconds
}

/// Time that something needs, as a session file has it: to the tenth of a second above.
pub fn needed(millis: u64) -> String {
    millis_to_text(millis.next_multiple_of(SECOND / 10))
}

/// Time that there is for something, as a session file has it: to the tenth of a second below.
pub fn available(millis: u64) -> String {
    millis_to_text(millis - millis % (SECOND / 10))
}

/// Time that a part of a session was given, as a session file has it: to the second below.
pub fn given(millis: u64) -> String {
    millis_to_text(millis - millis % SECOND)
}

fn nearest(millis: u64, unit: u64) -> u64 {
    millis.saturating_add(unit / 2) / unit
}

fn parts(seconds: u64) -> (u64, u64, u64) {
    (seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

fn clock(seconds: u64) -> String {
    match parts(seconds) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
