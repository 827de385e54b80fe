//! How a session at night sinks, from its first words to its last.

use super::arbitrary::{plain_step, session, session_of};
use crate::body::Side;
use crate::care::screened_for_anyone;
use crate::session::{Anchor, Block, Length, Line, Session, Step, StepKind};
use crate::timeline::tests::written;
use crate::timeline::{Cue, CueKind, Ending, Timeline, Wish, prepare};
use proptest::prelude::*;

const IN_SILENCE: Ending = Ending::Night { play_on: 0 };

/// A rest of ten minutes over the ocean, with a line at each of these seconds.
fn rest(lines: &[u64]) -> Session {
    let said = |second: &u64| Line {
        at: Anchor::FromStart(second * 1_000),
        show: None,
        say: Some(format!("Line at {second}. And on.")),
        second_side: None,
        later_rounds: None,
    };
    let step = Step {
        say: None,
        lines: lines.iter().map(said).collect(),
        ..plain_step(StepKind::Rest, Length::Millis(595_000))
    };
    Session { bed: Some("ocean".to_owned()), ..session_of(vec![Block::Step(Box::new(step))]) }
}

fn at_night(session: &Session) -> Timeline {
    written(session, Side::Left).with_ending(IN_SILENCE)
}

fn last_words(timeline: &Timeline) -> u64 {
    timeline.spoken().last().expect("words").1.after
}

/// The level that the cues say at a position, in hundredths of a dB less.
fn softer_by_cues(timeline: &Timeline, position: u64) -> u16 {
    let mut cues = timeline.cues(0, position + 1).iter().rev();
    let level = |cue: &Cue| match cue.kind {
        CueKind::Softer { hundredths } => Some(hundredths),
        _ => None,
    };
    cues.find_map(level).unwrap_or_default()
}

#[test]
fn words_go_from_eighty_to_sixty_five_a_minute_in_a_few_steps() {
    let night = at_night(&rest(&[100, 300, 500]));
    let paces: Vec<u32> =
        (0..=600).map(|second| night.pace_at(second * 1_000).words_per_minute()).collect();
    let mut few = paces.clone();
    few.dedup();
    assert_eq!(few, [80, 76, 72, 68, 65]);
    assert_eq!(night.pace_at(last_words(&night)).words_per_minute(), 65);
}

#[test]
fn the_last_words_are_six_and_a_half_decibels_below_the_first() {
    let night = at_night(&rest(&[100, 300, 500]));
    assert_eq!((night.softer_at(0), night.softer_at(last_words(&night))), (0, 650));
    assert_eq!(night.softer_at(night.millis()), 650);
    assert!((300..350).contains(&night.softer_at(last_words(&night) / 2)));
}

#[test]
fn a_session_whose_words_end_at_once_sinks_no_faster_than_in_a_quarter_of_it() {
    let night = at_night(&rest(&[]));
    assert_eq!(night.softer_at(10_000), 25);
    assert_eq!(night.softer_at(night.millis() / 4), 650);
}

#[test]
fn by_day_nothing_sinks() {
    let day = written(&rest(&[100, 500]), Side::Left);
    let level = |at: u64| (day.softer_at(at), day.pace_at(at).words_per_minute());
    assert_eq!((level(0), level(day.millis())), ((0, 110), (0, 110)));
    assert_eq!(softer_by_cues(&day, day.millis()), 0);
}

#[test]
fn a_pace_of_ones_own_sinks_by_the_same_share() {
    let wish = Wish { words_per_minute: Some(165), ending: IN_SILENCE, ..Wish::default() };
    let night = prepare(&screened_for_anyone(&rest(&[100, 500])), &wish).expect("a timeline");
    let pace = |at: u64| night.pace_at(at).words_per_minute();
    assert_eq!((pace(0), pace(last_words(&night))), (120, 97));
}

#[test]
fn the_last_words_are_slower_by_a_hundred_and_eighty_seven_thousandths() {
    for (set, first, last) in [(126, 91, 73), (103, 74, 60), (165, 120, 97)] {
        let wish = Wish { words_per_minute: Some(set), ending: IN_SILENCE, ..Wish::default() };
        let night = prepare(&screened_for_anyone(&rest(&[100, 500])), &wish).expect("a timeline");
        let pace = |at: u64| night.pace_at(at).words_per_minute();
        assert_eq!((pace(0), pace(last_words(&night))), (first, last), "{set}");
    }
}

#[test]
fn a_bed_has_not_lost_twelve_decibels_before_the_last_words_are_over() {
    for last in [300, 450, 500, 560, 580] {
        let night = at_night(&rest(&[100, last]));
        let said = night.spoken().last().expect("words").1.end();
        let fade = night.cues(0, u64::MAX).iter().find_map(|cue| match cue.kind {
            CueKind::Fade { millis } => Some((cue.at, millis)),
            _ => None,
        });
        let (from, millis) = fade.expect("it fades");
        let left = (from + millis).saturating_sub(said) as f64 / millis as f64;
        let lost = -20.0 * left.min(1.0).powi(2).log10();
        assert!(lost < 12.0, "{lost} dB with the last words at {last} s");
        assert_eq!(from + millis, night.millis());
    }
}

#[test]
fn at_night_the_voice_alone_leads_to_a_step_and_a_silent_last_one_is_not_rung_in() {
    let step = |say: Option<&str>| {
        let step = plain_step(StepKind::Rest, Length::Millis(20_000));
        Block::Step(Box::new(Step { say: say.map(str::to_owned), ..step }))
    };
    let steps = vec![step(Some("One.")), step(Some("Two.")), step(None), step(None)];
    let day = written(&session_of(steps), Side::Left);
    let night = day.with_ending(IN_SILENCE);
    let rung = |timeline: &Timeline| {
        let cues = timeline.cues(0, u64::MAX).iter();
        let next = CueKind::Chime("next".to_owned());
        cues.filter(|cue| cue.kind == next).map(|cue| cue.at).collect::<Vec<_>>()
    };
    assert_eq!(rung(&day), [25_000, 45_000, 65_000]);
    assert_eq!(rung(&night), [45_000]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn cues_say_the_level_of_every_position_and_it_only_falls(
        session in session(), at in 0.0..1.0_f64
    ) {
        let night = at_night(&session);
        let position = (night.millis() as f64 * at) as u64;
        prop_assert_eq!(softer_by_cues(&night, position), night.softer_at(position));
        prop_assert!(night.softer_at(position) <= night.softer_at(position + 1_000));
        prop_assert!(night.pace_at(position).words_per_minute() <= night.pace_at(0).words_per_minute());
    }
}
