//! Lengths of time at the edges of what can be written.

use crate::session::{LengthError, millis_from_loose_text, millis_from_text};

#[test]
fn what_is_wrong_with_a_length_is_told_apart() {
    use LengthError::{Empty, NoUnit, NotALength, OutOfOrder, TooFine};
    for (text, error) in [
        ("", Empty),
        (" \t", Empty),
        ("90", NoUnit),
        ("1m30", NoUnit),
        ("1d", NotALength),
        ("s", NotALength),
        (".s", NotALength),
        ("1.s", NotALength),
        (".5s", NotALength),
        ("1.2.3s", NotALength),
        ("1s1m", OutOfOrder),
        ("1m1h", OutOfOrder),
        ("1m1m", OutOfOrder),
        ("1h1m1m", OutOfOrder),
        ("0.0001s", TooFine),
        ("1.2345m", TooFine),
    ] {
        assert_eq!(millis_from_text(text), Err(error), "{text:?}");
    }
}

#[test]
fn a_length_is_exact_to_a_thousandth_and_zeros_behind_it_are_no_finer() {
    for (text, millis) in [
        ("0.1s", 100),
        ("0.12s", 120),
        ("0.123s", 123),
        ("0.1230s", 123),
        ("9.009s", 9_009),
        ("1.25m", 75_000),
        ("1.001h", 3_603_600),
        (" 1h2m3.5s ", 3_723_500),
    ] {
        assert_eq!(millis_from_text(text), Ok(millis), "{text:?}");
    }
}

#[test]
fn a_length_beyond_counting_is_refused_and_the_last_that_counts_is_read() {
    for last in ["18446744073709551.615s", "5124095576030h25m51.615s"] {
        assert_eq!(millis_from_text(last), Ok(u64::MAX), "{last}");
    }
    for beyond in [
        "18446744073709551.616s",
        "18446744073709552s",
        "18446744073709551.615m",
        "5124095576030h25m51.616s",
        "99999999999999999999s",
    ] {
        assert_eq!(millis_from_text(beyond), Err(LengthError::TooLong), "{beyond}");
    }
}

#[test]
fn every_refusal_of_a_length_says_why() {
    for (error, words) in [
        (LengthError::Empty, "a length cannot be empty"),
        (LengthError::NoUnit, "a length needs its unit"),
        (LengthError::NotALength, "this is not a length of time"),
        (LengthError::OutOfOrder, "hours come before minutes, minutes before seconds, each once"),
        (LengthError::TooFine, "a length is exact to a thousandth, no finer"),
        (LengthError::TooLong, "this length is beyond counting"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}

#[test]
fn every_unit_that_people_write_elsewhere_is_understood() {
    let hours = ["h", "hr", "hrs", "hour", "hours", "Std", "Stunde", "Stunden"];
    let minutes = ["m", "min", "mins", "minute", "minutes", "Minuten"];
    let seconds = ["s", "sec", "secs", "second", "seconds", "Sek", "Sekunde", "Sekunden"];
    let units = [(&hours[..], 3_600_000), (&minutes[..], 60_000), (&seconds[..], 1_000)];
    for (units, millis) in units {
        for unit in units {
            for text in [format!("2{unit}"), format!("2 {unit}."), format!(" 2.0 {unit}")] {
                assert_eq!(millis_from_loose_text(&text), Some(2 * millis), "{text:?}");
            }
        }
    }
}

#[test]
fn a_clock_has_two_or_three_numbers_of_at_most_four_digits() {
    for (text, millis) in [
        ("0:00", Some(0)),
        ("1:30", Some(90_000)),
        ("1 : 30", Some(90_000)),
        ("1:02:03", Some(3_723_000)),
        ("1234:00", Some(74_040_000)),
        ("12345:00", None),
        ("1:2:3:4", None),
        (":30", None),
        ("1:", None),
        ("1:3.5", None),
        (":", None),
    ] {
        assert_eq!(millis_from_loose_text(text), millis, "{text:?}");
    }
}
