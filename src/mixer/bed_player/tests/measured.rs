//! What several tests measure of the same beds, rendered once for all of them.

use std::sync::{LazyLock, OnceLock};
use std::time::Duration;

use super::differences::BedCharacter;
use super::{envelope, loudness, mixer_with, seconds, settled, tenths};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{frames, largest_step, render};
use crate::session::PhaseKind::{self, Exhale, Hold, Inhale, Rest};
use crate::shipped_sounds::shipped_bed_names;

/// Phases of a breath: what it does, for how many seconds, and how full it ends in thousandths.
pub(super) type Pattern = [(PhaseKind, f64, u16)];

pub(super) const CALM: &Pattern = &[(Inhale, 4.0, 1_000), (Exhale, 6.0, 0)];
pub(super) const EVEN: &Pattern = &[(Inhale, 5.5, 1_000), (Exhale, 5.5, 0)];
pub(super) const LONG: &Pattern = &[(Inhale, 4.0, 1_000), (Hold, 7.0, 1_000), (Exhale, 8.0, 0)];
pub(super) const BOX: &Pattern =
    &[(Inhale, 4.0, 1_000), (Hold, 4.0, 1_000), (Exhale, 4.0, 0), (Rest, 4.0, 0)];
pub(super) const HELD: &Pattern =
    &[(Inhale, 4.0, 1_000), (Hold, 16.0, 1_000), (Exhale, 8.0, 0), (Rest, 12.0, 0)];
pub(super) const SIGH: &Pattern = &[(Inhale, 2.0, 700), (Inhale, 1.0, 1_000), (Exhale, 6.0, 0)];

/// How many seconds of whole breaths are measured at least.
const BREATHED: f64 = 20.0;
/// How many are measured where there is time: a wave that comes early or late weighs little in them.
const BREATHED_LONG: f64 = 120.0;
/// The exhale before them, in seconds, in which the bed comes up and begins to follow.
const BEFORE: f64 = 6.0;
/// How long a bed that nobody breathes over is rendered, in milliseconds.
const ALONE: usize = 60_000;
/// How much of that is measured around the head too, in milliseconds.
const BEGINNING: usize = 12_000;

/// A bed of each kind: of waves, of noise and of tones. What takes long is measured on these, and on
/// every bed where there is time for it.
pub(super) const ONE_OF_EACH_KIND: [&str; 3] = ["ocean", "brown-noise", "warm-pad"];

/// What was measured of a bed.
pub(super) struct Measured {
    /// The level in dB of each tenth of a second.
    pub(super) levels: Vec<f64>,
    /// How full a breath is in the middle of each of them, from 0 to 1; empty where nobody breathes.
    pub(super) fullness: Vec<f64>,
    /// In LUFS.
    pub(super) loudness: f64,
    /// What it sounds like; only of a bed over which nobody breathes.
    pub(super) character: Option<BedCharacter>,
    /// How loud its first twelve seconds are, in LUFS.
    pub(super) beginning: f64,
    /// How far its samples lie apart at most.
    pub(super) largest_step: f32,
}

/// A bed, the pattern that is breathed over it, and what was measured of them, once a test asks.
type Subject = (&'static str, Option<&'static Pattern>, OnceLock<Measured>);

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let patterns = [None, Some(CALM), Some(EVEN), Some(LONG), Some(BOX), Some(HELD), Some(SIGH)];
    let subjects = |bed| patterns.map(|pattern| (bed, pattern, OnceLock::new()));
    shipped_bed_names().into_iter().flat_map(subjects).collect()
});

/// A bed over which a pattern is breathed, from its first breath on.
pub(super) fn breathed(bed: &str, pattern: &'static Pattern) -> &'static Measured {
    measured(bed, Some(pattern))
}

/// How loud a bed is over two minutes of a pattern, in LUFS.
pub(super) fn loudness_over_minutes(bed: &str, pattern: &Pattern) -> f64 {
    loudness(&breathing(bed, pattern, BREATHED_LONG).0)
}

/// A bed over which nobody breathes.
pub(super) fn left_alone(bed: &str) -> &'static Measured {
    measured(bed, None)
}

/// The levels of four minutes of waves, in tenths of a second, smoothed.
pub(super) fn long_ocean() -> &'static [f64] {
    static OCEAN: OnceLock<Vec<f64>> = OnceLock::new();
    OCEAN.get_or_init(|| envelope(&render(&mut settled("ocean"), 240_000)))
}

fn measured(bed: &str, pattern: Option<&'static Pattern>) -> &'static Measured {
    let subject = SUBJECTS.iter().find(|it| it.0 == bed && it.1 == pattern).expect("a subject");
    subject.2.get_or_init(|| {
        let (samples, fullness) = match pattern {
            Some(pattern) => breathing(bed, pattern, BREATHED),
            None => (render(&mut settled(bed), ALONE), Vec::new()),
        };
        let loud = loudness(&samples);
        Measured {
            levels: tenths(&samples),
            fullness,
            loudness: loud,
            character: pattern.is_none().then(|| BedCharacter::of(&samples, loud)),
            beginning: loudness(&samples[..frames(BEGINNING)]),
            largest_step: largest_step(&samples),
        }
    })
}

/// Plays a pattern over a bed for so many seconds at least, in whole breaths, and gives its samples
/// and the fullness in the middle of each tenth of a second.
fn breathing(bed: &str, pattern: &Pattern, at_least: f64) -> (Vec<f32>, Vec<f64>) {
    let breath: f64 = pattern.iter().map(|(_, length, _)| length).sum();
    let breaths = (at_least / breath).ceil() as usize;
    let mut mixer = mixer_with(bed);
    mixer.play(breath_event(Exhale, BEFORE, 0), Duration::ZERO);
    let mut at = BEFORE;
    let mut full = 0.0;
    let mut fullness = Vec::new();
    for &(phase, length, fullness_after) in pattern.iter().cycle().take(breaths * pattern.len()) {
        mixer.play(breath_event(phase, length, fullness_after), seconds(at));
        let end = f64::from(fullness_after) / 1_000.0;
        let tenths = (length * 10.0).round() as usize;
        fullness.extend(
            (0..tenths).map(|tenth| full + (end - full) * (tenth as f64 + 0.5) / tenths as f64),
        );
        (at, full) = (at + length, end);
    }
    render(&mut mixer, (BEFORE * 1_000.0) as usize);
    (render(&mut mixer, ((at - BEFORE) * 1_000.0).round() as usize), fullness)
}

fn breath_event(phase: PhaseKind, length: f64, fullness: u16) -> SoundEvent {
    SoundEvent::Breath { phase, length: seconds(length), fullness, nostril: None }
}
