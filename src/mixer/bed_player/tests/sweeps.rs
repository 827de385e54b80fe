//! The claims about beds that take a minute: every bed, in the patterns that last longest.

use super::levels::{stay_below_the_voice, swells_as_it_is_meant_to};
use super::measured::{BOX, EVEN, HELD, LONG, ONE_OF_EACH_KIND, SIGH, loudness_over_minutes};
use super::{envelope, follows, never_repeats, settled};
use crate::mixer::measure::render;
use crate::shipped_sounds::shipped_bed_names;

#[test]
#[ignore = "plays half an hour of beds; .ci/run runs it"]
fn every_bed_follows_every_breath_and_swells_with_it_as_it_is_meant_to() {
    let beds = shipped_bed_names().into_iter();
    let loudnesses: Vec<f64> = beds.map(|bed| loudness_over_minutes(bed, LONG)).collect();
    stay_below_the_voice(LONG, &loudnesses, -20.0);
    for bed in shipped_bed_names() {
        for pattern in [LONG, HELD] {
            follows(bed, pattern);
        }
        swells_as_it_is_meant_to(bed);
    }
    for bed in ONE_OF_EACH_KIND {
        for pattern in [EVEN, BOX, SIGH] {
            follows(bed, pattern);
        }
    }
}

#[test]
#[ignore = "plays a quarter of an hour of beds; .ci/run runs it"]
fn not_one_bed_repeats_itself() {
    for bed in shipped_bed_names() {
        never_repeats(bed, &envelope(&render(&mut settled(bed), 100_000)));
    }
}
