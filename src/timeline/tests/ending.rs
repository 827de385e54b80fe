//! What the end of a session sounds like, by day and at night.

use proptest::prelude::*;

use super::arbitrary::{plain_step, session, session_of};
use crate::body::Side;
use crate::session::{Anchor, BedAt, Block, Length, Line, Session, StepKind};
use crate::timeline::tests::written;
use crate::timeline::{Cue, CueKind, Ending, Tail, Timeline};

const IN_SILENCE: Ending = Ending::Night { play_on: 0 };

/// A rest of so many milliseconds over the ocean, after 5 s to settle; in it the bed changes.
fn over_the_ocean(millis: u64, beds: &[(u64, Option<&str>)]) -> Session {
    let beds = beds
        .iter()
        .map(|(at, name)| BedAt { at: Anchor::FromStart(*at), name: name.map(str::to_owned) });
    let mut step = plain_step(StepKind::Rest, Length::Millis(millis));
    step.beds = beds.collect();
    Session { bed: Some("ocean".to_owned()), ..session_of(vec![Block::Step(Box::new(step))]) }
}

fn laid_out(session: &Session, ending: Ending) -> Timeline {
    written(session, Side::Left).with_ending(ending)
}

fn all(timeline: &Timeline) -> Vec<Cue> {
    timeline.cues(0, u64::MAX).to_vec()
}

/// The words of the author in the order in which they are written.
fn by_author(timeline: &Timeline) -> Vec<(u64, String)> {
    let spoken = timeline.spoken().iter();
    let words = spoken
        .filter_map(|(_, line)| line.words.by_author().map(|words| (line.due, words.to_owned())));
    let mut words: Vec<_> = words.collect();
    words.sort();
    words
}

/// When a bed begins to fade, and for how long.
fn fades(timeline: &Timeline) -> Vec<(u64, u64)> {
    let fade = |cue: Cue| match cue.kind {
        CueKind::Fade { millis } => Some((cue.at, millis)),
        _ => None,
    };
    all(timeline).into_iter().filter_map(fade).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn at_night_nothing_is_missing_but_the_chimes_at_the_very_end_and_words_come_as_slowly_as_then(
        session in session(), play_on in 0..3_000_000_u64
    ) {
        let day = written(&session, Side::Left);
        let night = day.with_ending(Ending::Night { play_on });
        let end = day.millis();
        let is_speech = |cue: &Cue| matches!(cue.kind, CueKind::Speech(_));
        // They keep out of the way of words, and of each other.
        let is_chime = |cue: &Cue| matches!(cue.kind, CueKind::Chime(_));
        let mut expected = all(&day);
        expected.retain(|cue| !is_speech(cue) && !is_chime(cue));
        let mut heard = all(&night);
        prop_assert!(!heard.iter().any(|cue| cue.at >= end && is_chime(cue)));
        let is_night = |kind: &CueKind| matches!(kind, CueKind::Fade { .. } | CueKind::Softer { .. });
        heard.retain(|cue| !is_night(&cue.kind) && !is_speech(cue) && !is_chime(cue));
        prop_assert_eq!(heard, expected);
        prop_assert_eq!(by_author(&night), by_author(&day));
        prop_assert_eq!(all(&night.with_ending(Ending::Day)), all(&day));
    }

    #[test]
    fn every_fade_within_a_session_ends_with_it(millis in 1_000..5_000_000_u64) {
        let timeline = laid_out(&over_the_ocean(millis, &[]), IN_SILENCE);
        let fades = fades(&timeline);
        let [(at, length)] = fades[..] else { panic!("one fade, not {fades:?}") };
        prop_assert_eq!(at + length, timeline.millis());
        prop_assert!(length <= 180_000 && length <= timeline.millis() / 4);
    }
}

#[test]
fn a_long_session_fades_for_three_minutes_and_a_short_one_for_a_quarter() {
    let length = |millis| fades(&laid_out(&over_the_ocean(millis, &[]), IN_SILENCE))[0].1;
    assert_eq!((length(1_795_000), length(115_000)), (180_000, 30_000));
}

#[test]
fn a_bed_that_comes_up_during_the_fade_fades_too() {
    let beds = [(700_000, Some("rain")), (760_000, None)];
    let timeline = laid_out(&over_the_ocean(795_000, &beds), IN_SILENCE);
    assert_eq!(fades(&timeline), [(620_000, 180_000), (705_000, 95_000)]);
}

#[test]
fn what_is_silent_already_does_not_fade() {
    let timeline = laid_out(&over_the_ocean(795_000, &[(0, None)]), IN_SILENCE);
    assert_eq!(fades(&timeline), []);
}

#[test]
fn a_longer_session_fades_later() {
    let timeline = laid_out(&over_the_ocean(795_000, &[]), IN_SILENCE).extended(1, 60_000);
    assert_eq!(fades(&timeline), [(680_000, 180_000)]);
}

#[test]
fn the_bed_plays_on_only_at_night_and_only_if_it_hangs_at_the_end() {
    let timer = Ending::Night { play_on: 1_200_000 };
    let tail = |beds: &[_], ending| laid_out(&over_the_ocean(60_000, beds), ending).tail();
    assert_eq!(tail(&[], Ending::Day), Tail { play_on: 0, fade: 8_000 });
    assert_eq!(tail(&[], timer), Tail { play_on: 1_200_000, fade: 180_000 });
    assert_eq!(tail(&[(30_000, None)], timer).play_on, 0);
}

#[test]
fn a_fade_is_five_thirds_as_long_as_the_silence_after_the_last_words() {
    for (before, fade) in [(60_000, 100_000), (90_000, 150_000), (120_000, 180_000), (1_000, 5_000)]
    {
        let mut session = over_the_ocean(1_195_000, &[]);
        if let Some(Block::Step(step)) = session.blocks.first_mut() {
            step.say = None;
            let words = Some("Soft.".to_owned());
            step.lines = vec![Line {
                at: Anchor::FromEnd(before),
                show: None,
                say: words,
                second_side: None,
                later_rounds: None,
            }];
        }
        let night = laid_out(&session, IN_SILENCE);
        let (index, last) = night.spoken().last().expect("words");
        assert_eq!(*index, 1);
        // Words take a moment, and the silence begins after them.
        let taken = last.millis * 5 / 3 + 1;
        let [(_, found)] = fades(&night)[..] else { panic!("one fade") };
        assert!(
            (fade.min(180_000) - taken.min(fade)..=fade).contains(&found),
            "{found} for {before}"
        );
    }
}
