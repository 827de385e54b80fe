//! What the program says to guide a person: how long, how long it stays quiet, and when it ends.

use super::arbitrary::{lean, pattern_of, plain_step, session, session_of, squeeze};
use crate::body::Region;
use crate::care::screened_for_anyone;
use crate::choices::Guidance;
use crate::session::{
    Anchor, Block, Length, Line, PhaseKind, Session, Setting, Sides, Step, StepKind,
};
use crate::timeline::length::SpokenLength;
use crate::timeline::{Phrase, Timeline, Wish, WordsOf, prepare};
use proptest::prelude::*;

fn laid_out(session: &Session, guidance: Guidance) -> Timeline {
    prepare(&screened_for_anyone(session), &Wish { guidance, ..Wish::default() })
        .expect("as it is written")
}

fn of_steps(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

fn rest(seconds: u64) -> Step {
    plain_step(StepKind::Rest, Length::Millis(seconds * 1_000))
}

fn stretch(seconds: u64) -> Step {
    plain_step(StepKind::Stretch { region: None }, Length::Millis(seconds * 1_000))
}

fn knead(seconds: u64) -> Step {
    plain_step(lean(), Length::Millis(seconds * 1_000))
}

fn squeezed(seconds: u64) -> Step {
    plain_step(squeeze(None), Length::Millis(seconds * 1_000))
}

/// What the program says in the steps of a session, each with how many seconds in.
fn added(session: &Session, guidance: Guidance) -> Vec<(u64, String)> {
    let timeline = laid_out(session, guidance);
    let spoken = timeline.spoken().iter().map(|(_, said)| said);
    let added = spoken.filter(|said| said.of == WordsOf::Program && said.after > 0);
    added.map(|said| (said.after / 1_000, said.words.text(timeline.texts()).into_owned())).collect()
}

fn texts(session: &Session, guidance: Guidance) -> Vec<String> {
    added(session, guidance).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_step_for_busy_hands_says_how_long_it_takes_and_that_it_ends() {
    let session = of_steps(vec![knead(60), knead(60), knead(60), knead(30)]);
    let said = texts(&session, Guidance::Full);
    let expected = [
        "About three and a half minutes: stretching.",
        "For fifty seconds.",
        "Ten more seconds.",
        "Fifty-five seconds.",
        "Ten more seconds.",
        "Ten more.",
        "Twenty-five seconds.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_silence_says_how_long_it_lasts_and_is_not_broken_at_night() {
    let mut session = of_steps(vec![rest(90), rest(60), rest(20), knead(200)]);
    let by_day = texts(&session, Guidance::Full);
    assert!(by_day.contains(&"It stays quiet now, for one and a half minutes.".to_owned()));
    assert!(by_day.contains(&"Quiet, for fifty-five seconds.".to_owned()), "{by_day:?}");
    assert!(by_day.contains(&"Ten more seconds.".to_owned()));
    session.settings = vec![Setting::Bed];
    let at_night = texts(&session, Guidance::Full);
    let lively = ["Ten more", "Half way"];
    assert!(
        !at_night.iter().any(|text| lively.iter().any(|it| text.starts_with(it))),
        "{at_night:?}"
    );
    assert!(at_night.iter().any(|text| text.starts_with("It stays quiet")), "{at_night:?}");
}

#[test]
fn rest_is_named_at_the_start_only_where_nothing_else_is_done() {
    let overview = |steps: Vec<Step>| texts(&of_steps(steps), Guidance::Full).swap_remove(0);
    assert_eq!(overview(vec![knead(60), rest(60)]), "About two minutes: stretching.");
    assert_eq!(overview(vec![rest(120)]), "About two minutes: rest.");
}

#[test]
fn only_attention_to_several_places_is_a_walk_through_the_body() {
    let scan = |region| plain_step(StepKind::Scan { region: Some(region) }, Length::Millis(60_000));
    let overview = |regions: &[Region]| {
        let steps = regions.iter().copied().map(scan).collect();
        texts(&of_steps(steps), Guidance::Full).swap_remove(0)
    };
    let places = [Region::Foot, Region::LowBack, Region::Hand, Region::Jaw];
    assert_eq!(overview(&places), "About four minutes: a walk through the body.");
    assert_eq!(overview(&places[..1]), "About a minute: time to notice.");
}

#[test]
fn nothing_is_added_in_the_last_third_of_a_night() {
    let mut session = of_steps(vec![rest(60), rest(60), knead(60), rest(90)]);
    session.settings = vec![Setting::Bed];
    let timeline = laid_out(&session, Guidance::Full);
    let third = timeline.millis() / 3 * 2;
    for (_, said) in timeline.spoken().iter().filter(|(_, said)| said.of == WordsOf::Program) {
        assert!(said.after < third, "{said:?}");
    }
}

#[test]
fn a_night_counts_two_steps_down_and_then_says_only_how_long_they_take() {
    let counts = |settings: Vec<Setting>| {
        let steps = (0..6).map(|_| knead(60)).chain([rest(200)]).collect();
        let session = Session { settings, ..of_steps(steps) };
        let said = texts(&session, Guidance::Full);
        said.iter().filter(|text| text.starts_with("Ten more")).count()
    };
    assert_eq!(counts(vec![Setting::Bed]), 2);
    assert_eq!(counts(Vec::new()), 7);
}

#[test]
fn what_takes_up_little_of_a_session_is_not_named_at_its_start() {
    let said = texts(&of_steps(vec![stretch(15), knead(300)]), Guidance::Full);
    assert_eq!(said[0], "About five minutes: stretching.");
    let said = texts(&of_steps(vec![stretch(60), squeezed(290)]), Guidance::Full);
    assert_eq!(said[0], "About six minutes: stretching, then shoulders.");
}

#[test]
fn an_announcement_is_shown_until_it_has_been_read_or_the_next_line_comes() {
    let line = Line {
        at: Anchor::FromStart(45_000),
        show: Some("Softer.".to_owned()),
        say: Some("Softer.".to_owned()),
        second_side: None,
        later_rounds: None,
    };
    let timeline = laid_out(
        &of_steps(vec![knead(30), Step { lines: vec![line], ..knead(60) }]),
        Guidance::Full,
    );
    let shown = |text: &str| {
        let mut said = timeline.spoken().iter().map(|(_, said)| said);
        let said = said.rfind(|said| said.words.text(timeline.texts()) == text);
        let said = said.expect("it is said");
        let at = |millis: u64| timeline.at(millis).announced.cloned();
        [at(said.after), at(said.end() + 3_900), at(said.end() + 4_100)]
            .map(|announced| announced.is_some_and(|it| it.text(timeline.texts()) == text))
    };
    assert_eq!(shown("Fifty-five seconds."), [true, true, false]);
    let softer = timeline.spoken().iter().find(|(_, said)| said.words == "Softer.".into());
    let moment = timeline.at(softer.expect("it is said").1.due + 1_000);
    assert_eq!((moment.announced, moment.line), (None, Some("Softer.")));
    assert_eq!(moment.announcements.len(), 1, "room is kept for what was announced before");
}

#[test]
fn an_author_who_says_how_long_is_not_repeated() {
    let say = |words: &str| Step { say: Some(words.to_owned()), ..knead(30) };
    let session = of_steps(vec![say("Knead for half a minute."), say("Knead on, softly.")]);
    let said = texts(&session, Guidance::Full);
    assert!(said.contains(&"For twenty-five seconds.".to_owned()), "{said:?}");
    assert_eq!(said.iter().filter(|text| text.contains("seconds")).count(), 1, "{said:?}");
    let late = Line {
        at: Anchor::FromEnd(12_000),
        show: None,
        say: Some("Softer.".to_owned()),
        second_side: None,
        later_rounds: None,
    };
    let session = of_steps(vec![Step { lines: vec![late], ..knead(60) }]);
    let said = texts(&session, Guidance::Full);
    assert!(
        !said.iter().any(|text| text.starts_with("Ten more") || text == "Half way."),
        "{said:?}"
    );
}

#[test]
fn a_step_paced_by_breath_counts_its_last_breaths_and_no_word_meets_its_first() {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 6_000)]);
    let step = plain_step(StepKind::Breathe, Length::Breaths(6));
    let session = of_steps(vec![Step { pattern: Some(pattern.clone()), ..step }]);
    assert!(texts(&session, Guidance::Full).contains(&"One more breath.".to_owned()));
    let timeline = laid_out(&session, Guidance::Full);
    let segment = &timeline.segments()[1];
    let first = segment.start + segment.breath.as_ref().expect("breaths").begins;
    let meets = |said: &&(usize, crate::timeline::Spoken)| {
        said.1.after < first + 10_000 && said.1.end() > first
    };
    assert_eq!(timeline.spoken().iter().find(meets), None);
}

#[test]
fn less_keeps_silences_and_sides_and_author_keeps_neither() {
    let both = Step { side: Some(Sides::Both), ..knead(60) };
    let session = of_steps(vec![both, rest(60)]);
    let less = [
        "In ten seconds, the other shoulder.",
        "Now the other shoulder.",
        "It stays quiet now, for fifty-five seconds.",
    ];
    assert_eq!(texts(&session, Guidance::Less), less);
    assert_eq!(texts(&session, Guidance::Author), ["Now the other shoulder."]);
}

#[test]
fn lengths_are_said_roundly() {
    let said = |seconds: u64| SpokenLength::of_millis(seconds * 1_000);
    assert_eq!(said(2), SpokenLength::Seconds(5));
    assert_eq!(said(33), SpokenLength::Seconds(35));
    assert_eq!(said(57), SpokenLength::Seconds(55));
    assert_eq!([said(58), said(74)], [SpokenLength::Minutes(1); 2]);
    assert_eq!(said(80), SpokenLength::MinutesAndAHalf(1));
    assert_eq!(said(224), SpokenLength::MinutesAndAHalf(3));
    assert_eq!([said(230), said(269)], [SpokenLength::Minutes(4); 2]);
    assert_eq!(said(1_200), SpokenLength::Minutes(20));
}

#[test]
fn lengths_are_rounded_from_their_exact_half_on() {
    use SpokenLength::{Minutes, MinutesAndAHalf, Seconds};
    for (millis, said) in [
        (0, Seconds(5)),
        (7_499, Seconds(5)),
        (7_500, Seconds(10)),
        (57_499, Seconds(55)),
        (57_500, Minutes(1)),
        (74_999, Minutes(1)),
        (75_000, MinutesAndAHalf(1)),
        (104_999, MinutesAndAHalf(1)),
        (105_000, Minutes(2)),
        (224_999, MinutesAndAHalf(3)),
        (225_000, Minutes(4)),
        (269_999, Minutes(4)),
        (270_000, Minutes(5)),
        (329_999, Minutes(5)),
        (330_000, Minutes(6)),
    ] {
        assert_eq!(SpokenLength::of_millis(millis), said, "{millis}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_the_program_adds_stands_alone_and_moves_no_other_words(session in session()) {
        let full = laid_out(&session, Guidance::Full);
        let bare = laid_out(&session, Guidance::Author);
        prop_assert_eq!(full.segments(), bare.segments());
        let spoken = |timeline: &Timeline| timeline.spoken().to_vec();
        let (all, before) = (spoken(&full), spoken(&bare));
        let kept: Vec<_> = all.iter().filter(|line| before.contains(line)).cloned().collect();
        prop_assert_eq!(kept, before.clone());
        for (index, line) in all.iter().filter(|line| !before.contains(line)) {
            prop_assert!(matches!(line.words, Phrase::Program(_)));
            prop_assert!(line.end() <= full.segments()[*index].end);
            let others = all.iter().filter(|(_, other)| other != line);
            for (_, other) in others {
                prop_assert!(other.end() + 400 <= line.after || line.end() + 400 <= other.after);
            }
        }
    }
}

#[test]
fn a_step_that_waits_says_so_and_which_key_goes_on_and_less_the_next_time() {
    let waiting = |seconds| Step { wait: true, ..rest(seconds) };
    let session = of_steps(vec![waiting(20), waiting(20), rest(20)]);
    let said = texts(&session, Guidance::Full);
    let waits: Vec<_> = said.iter().filter(|text| text.contains("key")).collect();
    assert_eq!(
        waits,
        ["I'll wait. Press Enter, or any key, when you are ready.", "Then press a key."]
    );
    assert!(!texts(&session, Guidance::Author).iter().any(|text| text.contains("key")));
}
