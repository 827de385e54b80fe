//! Recordings for the night: soft, without a last chime, and with a bed that fades in time.

use super::*;
use crate::timeline::Ending;

/// Twenty seconds of rest over brown noise, which is as loud all the time.
const RESTING: &str = r#"
format = 1
title = "Rest"
summary = "A moment of rest."
language = "en"
settings = ["home"]
position = "any"
goals = ["stress"]
bed = "brown-noise"
lead-in = "2s"

[chimes]
start = "none"
end = "bowl"

[[steps]]
kind = "rest"
title = "Rest"
text = "Rest."
length = "18s"
"#;

/// The loudness of every second of it, in dB.
fn levels(ending: Ending) -> Vec<f64> {
    let (session, timeline) = laid_out(RESTING);
    let timeline = timeline.with_ending(ending);
    let mut mixer = Mixer::new();
    mixer.set_night(ending != Ending::Day);
    let mut file = Cursor::new(Vec::new());
    let go_on = &mut |_| ControlFlow::Continue(());
    let (label, arrangement) = (Label::of(&session, &timeline), Arrangement::without_voice());
    record(&mut file, Format::Wav, &label, &timeline, &arrangement, mixer, go_on)
        .expect("it is recorded");
    let samples: Vec<f32> = Decoded::from(file.get_ref()).as_one().collect();
    let level = |second: &[f32]| {
        let energy: f64 = second.iter().map(|&it| f64::from(it).powi(2)).sum();
        10.0 * (energy / second.len() as f64).max(1e-12).log10()
    };
    samples.chunks(48_000).map(level).collect()
}

#[test]
fn a_night_ends_in_silence_with_its_timeline() {
    let levels = levels(Ending::Night { play_on: 0 });
    let steady = levels[10];
    assert!((levels[14] - steady).abs() < 3.0, "it fades for a quarter only: {levels:?}");
    assert!(levels[17] < steady - 4.0 && levels[18] < steady - 12.0, "{levels:?}");
    assert!(levels[19] < steady - 25.0, "no chime, and hardly a bed: {levels:?}");
    assert!(levels[20..].iter().all(|level| *level < -80.0), "nothing follows: {levels:?}");
    assert!(levels.len() <= 21, "{}", levels.len());
}

#[test]
fn by_day_a_chime_ends_it_and_the_bed_fades_within_eight_seconds() {
    let levels = levels(Ending::Day);
    let steady = levels[10];
    assert!((levels[19] - steady).abs() < 3.0, "{levels:?}");
    assert!(levels[20] > steady + 6.0, "the bowl: {levels:?}");
    assert!(levels.len() >= 28 && levels.len() < 40, "{}", levels.len());
    assert!(levels.last().is_some_and(|last| *last < steady - 20.0), "{levels:?}");
}

#[test]
fn a_bed_that_plays_on_does_so_for_its_time_and_then_fades_for_three_minutes() {
    let levels = levels(Ending::Night { play_on: 20_000 });
    let steady = levels[10];
    let is_steady = |second: usize| (levels[second] - steady).abs() < 3.0;
    assert!((15..40).all(is_steady), "{levels:?}");
    assert!(levels[130] < steady - 8.0 && levels[215] < steady - 20.0, "{levels:?}");
    assert_eq!(levels.len(), 220);
}
