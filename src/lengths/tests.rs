//! Lengths as they are written, and which way each is rounded.

use super::*;

#[test]
fn lengths_are_told_to_the_second() {
    let told = [0, 45_000, 390_000, 4_800_000, 3_600_000].map(to_the_second);
    assert_eq!(told, ["0 s", "45 s", "6 min 30 s", "1 h 20 min", "1 h"]);
}

#[test]
fn rounded_lengths_keep_seconds_only_where_they_matter() {
    let told = [45_000, 119_000, 150_000, 185_000].map(about);
    assert_eq!(told, ["45 s", "1 min 59 s", "3 min", "3 min"]);
}

#[test]
fn positions_have_hours_only_where_there_are_any() {
    assert_eq!(time_at(161_400), "2:41");
    assert_eq!(time_at(3_725_000), "1:02:05");
    assert_eq!(exact_time_at(5_999), "0:05.999");
}

#[test]
fn a_part_begins_where_the_one_before_it_has_ended() {
    let (start, millis) = (5_000, 43_800);
    assert_eq!((time_at(start), to_the_second(millis)), ("0:05".into(), "44 s".into()));
    assert_eq!(time_at(start + millis), "0:49");
}

#[test]
fn seconds_are_counted_in_tenths_at_most() {
    assert_eq!([4_000, 5_500, 3_333].map(counted), ["4", "5.5", "3.3"]);
}

#[test]
fn nothing_is_left_only_where_nothing_is_left() {
    let times = [0, 1, 1_000, 37_500, 60_000, 725_000, 3_600_000, 3_725_000];
    let written = ["0:00", "0:01", "0:01", "0:38", "1:00", "12:05", "1:00:00", "1:02:05"];
    assert_eq!(times.map(time_left), written);
    assert_eq!([0, 1, 1_000, 1_001].map(seconds_left), [0, 1, 1, 2]);
    assert_eq!([0, 1, 60_000, 60_001].map(minutes_left), [0, 1, 1, 2]);
}

#[test]
fn a_second_is_over_only_once_it_is_whole() {
    assert_eq!(
        [0, 999, 1_000, 59_999, 3_600_000].map(time_over),
        ["0:00", "0:00", "0:01", "0:59", "1:00:00"]
    );
}

#[test]
fn lengths_to_the_minute_have_nothing_below_it() {
    let told = [29_999, 30_000, 89_999, 90_000, 3_600_000, 4_800_000].map(to_the_minute);
    assert_eq!(told, ["under 1 min", "1 min", "1 min", "2 min", "1 h", "1 h 20 min"]);
}

#[test]
fn captions_have_every_part_of_a_time() {
    assert_eq!(caption_time(161_500), "00:02:41.500");
    assert_eq!(caption_time(3_725_007), "01:02:05.007");
}

#[test]
fn what_is_needed_rounds_up_and_what_there_is_rounds_down() {
    assert_eq!([1_901, 2_000].map(needed), ["2s", "2s"]);
    assert_eq!([1_999, 2_000].map(available), ["1.9s", "2s"]);
    assert_eq!([61_999, 2_000].map(given), ["1m1s", "2s"]);
}

#[test]
fn of_a_sound_that_is_cut_off_what_is_there_rounds_down_and_what_should_be_up() {
    assert_eq!([0, 750, 1_500, 9_999, 12_999].map(seconds_there), ["0", "0.7", "1.5", "9.9", "12"]);
    assert_eq!([750, 1_500, 9_901, 12_001].map(seconds_promised), ["0.8", "1.5", "10", "13"]);
}

#[test]
fn no_length_is_too_long_to_be_written() {
    for write in [
        time_left,
        time_over,
        time_at,
        exact_time_at,
        caption_time,
        to_the_second,
        to_the_minute,
        about,
        counted,
        millis_to_text,
        available,
        seconds_there,
        seconds_promised,
    ] {
        assert!(!write(u64::MAX).is_empty());
    }
}
