//! The claims about beds that take a minute: every bed, in the patterns that last longest.

use super::levels::{stay_below_the_voice, swells_as_it_is_meant_to};
use super::measured::{HELD, LONG};
use super::{follows, never_repeats};
use crate::shipped_sounds::shipped_bed_names;

#[test]
#[ignore = "plays half an hour of beds; .ci/run runs it"]
fn every_bed_follows_long_breaths_and_swells_with_them_as_it_is_meant_to() {
    stay_below_the_voice(&shipped_bed_names(), LONG, -20.0);
    for bed in shipped_bed_names() {
        for pattern in [LONG, HELD] {
            follows(bed, pattern);
        }
        swells_as_it_is_meant_to(bed);
    }
}

#[test]
#[ignore = "plays a quarter of an hour of beds; .ci/run runs it"]
fn not_one_bed_repeats_itself() {
    shipped_bed_names().into_iter().for_each(never_repeats);
}
