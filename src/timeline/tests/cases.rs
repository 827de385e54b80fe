//! Worked cases.

use super::arbitrary::{lean, pattern_of, plain_step, session_of, squeeze};
use crate::body::{MuscleGroup, Region, Side};
use crate::session::{
    Anchor, Block, ChimeAt, Flex, Group, Length, Line, Massage, PhaseKind, Session, Sides, Step,
    StepKind, Tense, Tool,
};
use crate::timeline::tests::{fitted, written};
use crate::timeline::{CueKind, Segment, SegmentKind, Timeline, WordsOf};

fn block(step: Step) -> Block {
    Block::Step(Box::new(step))
}

fn rest(millis: u64) -> Step {
    plain_step(StepKind::Rest, Length::Millis(millis))
}

fn both_sides(millis: u64) -> Step {
    let kind = lean();
    Step { side: Some(Sides::Both), ..plain_step(kind, Length::Millis(millis)) }
}

fn timeline(blocks: Vec<Block>) -> Timeline {
    written(&session_of(blocks), Side::Left)
}

fn chimes(timeline: &Timeline) -> Vec<(u64, String)> {
    timeline
        .cues(0, u64::MAX)
        .iter()
        .filter_map(|cue| match &cue.kind {
            CueKind::Chime(name) => Some((cue.at, name.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn words_wait_for_the_chime_that_leads_them() {
    let timeline = timeline(vec![block(both_sides(60_000)), block(rest(30_000))]);
    let chimes = chimes(&timeline).into_iter().filter(|(_, name)| name != "end");
    let leads = chimes.map(|(at, name)| {
        let next = speech(&timeline).into_iter().find(|(due, _)| *due >= at).expect("words");
        (name, next.0 - at)
    });
    let expected = [("start", 2_000), ("switch", 1_400), ("next", 800)];
    assert_eq!(leads.collect::<Vec<_>>(), expected.map(|(name, leads)| (name.to_owned(), leads)));
}

#[test]
fn a_line_waits_until_the_one_before_has_ended() {
    let line = |at: u64| Line {
        at: Anchor::FromStart(at),
        show: None,
        say: Some("Let the shoulders hang, and breathe as you like.".into()),
        second_side: None,
        later_rounds: None,
    };
    let step = Step { lines: vec![line(10_000), line(12_000)], ..rest(60_000) };
    let timeline = timeline(vec![block(step)]);
    let lines = timeline.spoken().iter().map(|(_, line)| line);
    let lines: Vec<_> = lines.filter(|line| line.of != WordsOf::Program).collect();
    let [.., first, second] = &lines[..] else { panic!("two lines") };
    assert_eq!((first.after, second.due), (15_000, 17_000));
    assert_eq!(second.after, first.end() + 400);
}

#[test]
fn a_change_is_announced_beside_words_that_do_not() {
    let line = |before: u64| Line {
        at: Anchor::FromEnd(before),
        show: None,
        say: Some("Soft and slow.".into()),
        second_side: None,
        later_rounds: None,
    };
    let late = |before: u64| {
        let step = Step { lines: vec![line(before)], ..both_sides(60_000) };
        let timeline = timeline(vec![block(step)]);
        let said = speech(&timeline).into_iter();
        let mut said = said.filter(|(at, text)| *at < 65_000 && text.contains("the other"));
        said.next().map(|(at, text)| (65_000 - at, text))
    };
    let soon = || "Soon, the other shoulder.".to_owned();
    assert_eq!(late(20_000), Some((10_000, "In ten seconds, the other shoulder.".to_owned())));
    assert_eq!(late(10_000), Some((8_500, soon())));
    assert_eq!(late(8_000), Some((6_500, soon())));
}

fn speech(timeline: &Timeline) -> Vec<(u64, String)> {
    timeline
        .cues(0, u64::MAX)
        .iter()
        .filter_map(|cue| match &cue.kind {
            CueKind::Speech(words) => Some((cue.at, words.text(timeline.texts()).into_owned())),
            _ => None,
        })
        .collect()
}

#[test]
fn a_step_for_both_sides_becomes_left_switch_right() {
    let timeline = timeline(vec![block(both_sides(60_000))]);
    let laid: Vec<_> = timeline
        .segments()
        .iter()
        .map(|segment| (segment.kind.id(), segment.side, segment.millis()))
        .collect();
    assert_eq!(
        laid,
        [
            ("lead-in", None, 5_000),
            ("stretch", Some(Side::Left), 60_000),
            ("switch", Some(Side::Right), 6_000),
            ("stretch", Some(Side::Right), 60_000),
        ]
    );
}

#[test]
fn the_pause_between_sides_is_as_long_as_the_change_takes() {
    let pause = |region, tool| {
        let StepKind::Massage(squeeze) = squeeze(None) else { panic!("it is a massage") };
        let kind = StepKind::Massage(Massage { region, tool, ..squeeze });
        let step = plain_step(kind, Length::Millis(30_000));
        let timeline = timeline(vec![block(Step { side: Some(Sides::Both), ..step })]);
        let switches = timeline.segments().iter().filter(|it| it.kind == SegmentKind::Switch);
        switches.map(Segment::millis).collect::<Vec<_>>()
    };
    assert_eq!(pause(Region::Hand, Tool::Hands), [6_000]);
    assert_eq!(pause(Region::Hand, Tool::Ball), [6_000]);
    assert_eq!(pause(Region::Calf, Tool::Hands), [8_000]);
    assert_eq!(pause(Region::Foot, Tool::Hands), [10_000]);
    assert_eq!(pause(Region::Calf, Tool::Roller), [12_000]);
}

#[test]
fn a_group_for_both_sides_runs_whole_on_each_side() {
    let step = || block(plain_step(lean(), Length::Millis(20_000)));
    let group = Group {
        title: None,
        repeat: 2,
        side: Some(Sides::Both),
        blocks: vec![step(), step()],
        switch: None,
    };
    let timeline = timeline(vec![Block::Group(group)]);
    let sides: Vec<_> = timeline
        .segments()
        .iter()
        .filter(|segment| segment.kind == SegmentKind::Stretch)
        .map(|segment| segment.side)
        .collect();
    assert_eq!(sides, [[Some(Side::Left); 4], [Some(Side::Right); 4]].concat());
}

#[test]
fn the_start_switch_next_and_end_chimes_fall_where_things_begin() {
    let timeline = timeline(vec![block(both_sides(60_000)), block(rest(10_000))]);
    let expected = [(5_000, "start"), (65_000, "switch"), (131_000, "next"), (141_000, "end")];
    assert_eq!(chimes(&timeline), expected.map(|(at, name)| (at, name.to_owned())));
}

#[test]
fn a_long_session_chimes_half_way_between_its_first_step_and_its_end() {
    let timeline = timeline(vec![block(rest(600_000))]);
    assert!(chimes(&timeline).contains(&(305_000, "halfway".to_owned())));
}

#[test]
fn a_coming_change_of_sides_is_announced_ten_seconds_ahead() {
    let timeline = timeline(vec![block(both_sides(60_000))]);
    let words = "In ten seconds, the other shoulder.".to_owned();
    assert!(speech(&timeline).contains(&(55_000, words)));
}

#[test]
fn an_author_who_announces_the_change_is_not_talked_over() {
    let words = "Nearly time to change sides.";
    let line = Line {
        at: Anchor::FromEnd(9_000),
        show: None,
        say: Some(words.into()),
        second_side: None,
        later_rounds: None,
    };
    let step = Step { lines: vec![line], ..both_sides(60_000) };
    let timeline = timeline(vec![block(step)]);
    assert!(
        speech(&timeline)
            .iter()
            .all(|(_, text)| !text.starts_with("In ten") && !text.starts_with("Soon"))
    );
}

#[test]
fn lines_keep_their_place_from_the_end_when_the_step_is_extended() {
    let line = Line {
        at: Anchor::FromEnd(10_000),
        show: None,
        say: Some("Slowly.".into()),
        second_side: None,
        later_rounds: None,
    };
    let timeline = timeline(vec![block(Step { lines: vec![line], ..rest(60_000) })]);
    let longer = timeline.extended(1, 30_000);
    assert!(speech(&timeline).contains(&(55_000, "Slowly.".to_owned())));
    assert!(speech(&longer).contains(&(85_000, "Slowly.".to_owned())));
}

#[test]
fn a_step_too_short_for_its_last_words_draws_its_points_together() {
    let line = |seconds: u64, words: &str| Line {
        at: Anchor::FromStart(seconds * 1000),
        show: None,
        say: Some(words.into()),
        second_side: None,
        later_rounds: None,
    };
    let chime = ChimeAt { at: Anchor::FromStart(40_000), name: "bowl".to_owned() };
    let step = Step {
        flex: Some(Flex { min: 20_000, max: 60_000 }),
        lines: vec![line(10, "Soften."), line(40, "Slowly now.")],
        chimes: vec![chime],
        ..rest(60_000)
    };
    let session = session_of(vec![block(step)]);
    let spoken_at = |seconds: u64| {
        let timeline = fitted(&session, 5_000 + seconds * 1000).expect("within the bounds");
        let rung = chimes(&timeline).iter().find(|(_, name)| name == "bowl").expect("rung").0;
        let by_author = timeline.spoken().iter().map(|(_, line)| line);
        let lines = by_author.filter(|line| matches!(line.of, WordsOf::Line(_)));
        let mut at: Vec<_> = lines.map(|line| line.after - 5_000).collect();
        at.push(rung - 5_000);
        at
    };
    // Two words with their silence take 2.5 s, and the chime leads them by 0.8 s.
    assert_eq!(spoken_at(43), [10_000, 40_800, 40_000]);
    assert_eq!(spoken_at(33), [7_625, 31_300, 30_500]);
    // The first line has also waited for the words at the start.
    assert_eq!(spoken_at(20), [4_500, 18_300, 17_500]);
}

#[test]
fn extending_the_first_side_extends_the_second() {
    let timeline = timeline(vec![block(both_sides(60_000))]).extended(1, 30_000);
    let lengths: Vec<_> = timeline.segments().iter().map(Segment::millis).collect();
    assert_eq!(lengths, [5_000, 90_000, 6_000, 90_000]);
}

#[test]
fn a_step_of_ninety_seconds_keeps_whole_breaths() {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 5_500), (PhaseKind::Exhale, 5_500)]);
    let step = Step {
        pattern: Some(pattern),
        say: None,
        ..plain_step(StepKind::Breathe, Length::Millis(90_000))
    };
    let timeline = timeline(vec![block(step)]);
    assert_eq!(timeline.segments()[1].millis(), 88_000);
}

#[test]
fn a_double_inhale_fills_on_from_the_first() {
    let pattern = pattern_of(&[
        (PhaseKind::Inhale, 3_000),
        (PhaseKind::Inhale, 1_000),
        (PhaseKind::Exhale, 8_000),
    ]);
    let step = Step {
        pattern: Some(pattern),
        say: None,
        ..plain_step(StepKind::Breathe, Length::Breaths(1))
    };
    let timeline = timeline(vec![block(step)]);
    let fullness = |at: u64| timeline.at(5_000 + at).breath.map_or(-1.0, |breath| breath.fullness);
    assert!((fullness(3_000) - 0.75).abs() < 0.001);
    assert!((fullness(4_000) - 1.0).abs() < 0.001);
}

#[test]
fn tension_and_release_take_turns_by_ear_and_eye() {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 30_000, times: 2 };
    let step = plain_step(StepKind::Tense(tense), Length::Millis(72_000));
    let step = Step { say: None, ..step };
    let timeline = timeline(vec![block(step)]);
    let at = |position: u64| timeline.at(5_000 + position).tense.expect("a tense step");
    assert!(at(0).tensing && !at(6_000).tensing && at(36_000).tensing);
    assert_eq!((at(36_000).round, at(36_000).of), (2, 2));
    let turns = ["start", "release", "tense", "release", "end"].map(str::to_owned);
    let expected: Vec<_> = [5_000, 11_000, 41_000, 47_000, 77_000].into_iter().zip(turns).collect();
    assert_eq!(chimes(&timeline), expected);
}

#[test]
fn a_pack_is_never_extended_past_twenty_minutes() {
    let kind = StepKind::Pack {
        temperature: crate::session::Temperature::Heat,
        place: crate::session::PackPlace::Region(Region::LowBack),
    };
    let timeline = timeline(vec![block(plain_step(kind, Length::Millis(19 * 60_000 + 50_000)))]);
    assert_eq!(timeline.extended(2, 30_000).segments()[2].millis(), 20 * 60_000);
}

fn flexible() -> Session {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 6_000)]);
    let breathe = Step {
        pattern: Some(pattern),
        say: None,
        flex: Some(Flex { min: 30_000, max: 180_000 }),
        ..plain_step(StepKind::Breathe, Length::Breaths(6))
    };
    let knead = Step { flex: Some(Flex { min: 30_000, max: 120_000 }), ..both_sides(60_000) };
    session_of(vec![block(breathe), block(knead)])
}

#[test]
fn five_minutes_are_five_minutes() {
    let session = flexible();
    for minutes in [2, 3, 4, 5, 6, 7] {
        let timeline = fitted(&session, minutes * 60_000).expect("within the bounds");
        assert_eq!(timeline.millis(), minutes * 60_000);
    }
}

#[test]
fn a_length_it_cannot_take_names_the_shortest_and_longest() {
    let refused = fitted(&flexible(), 60_000).expect_err("too short");
    assert_eq!(refused.to_string(), "it can be between 1:41 and 7:11 long");
}

#[test]
fn eight_hours_of_breath_end_on_the_millisecond() {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 5_500), (PhaseKind::Exhale, 5_500)]);
    let millis = 8 * 60 * 60 * 1000;
    let step = Step {
        pattern: Some(pattern),
        say: None,
        ..plain_step(StepKind::Breathe, Length::Millis(millis))
    };
    let timeline = timeline(vec![block(step)]);
    let breaths: Vec<_> = timeline
        .cues(0, u64::MAX)
        .iter()
        .filter(|cue| matches!(&cue.kind, CueKind::Breath { phase: PhaseKind::Inhale, .. }))
        .map(|cue| cue.at)
        .collect();
    assert_eq!(breaths.len() as u64, millis / 11_000);
    assert!(breaths.iter().enumerate().all(|(n, at)| *at == 5_000 + n as u64 * 11_000));
}

#[test]
fn chimes_that_fall_due_together_are_each_heard() {
    let own = |at: Anchor, name: &str| ChimeAt { at, name: name.to_owned() };
    let first = Step { chimes: vec![own(Anchor::FromStart(0), "bowl")], ..rest(150_000) };
    let last = Step { chimes: vec![own(Anchor::FromEnd(0), "bowl")], ..rest(150_000) };
    let heard = chimes(&timeline(vec![block(first), block(last)]));
    let start = heard[0].0;
    let times = |name: &str| {
        let of_name = heard.iter().filter(|(_, known)| known == name);
        of_name.map(|(at, _)| at - start).collect::<Vec<_>>()
    };
    assert_eq!(times("bowl"), [1_200, 298_800], "{heard:?}");
    assert_eq!((times("next"), times("halfway")), (vec![150_000], vec![145_000]), "{heard:?}");
    assert_eq!(times("end"), [300_000], "{heard:?}");
}

#[test]
fn the_same_chime_twice_at_once_sounds_once() {
    let own = ChimeAt { at: Anchor::FromStart(0), name: "start".to_owned() };
    let first = Step { chimes: vec![own], ..rest(60_000) };
    let heard = chimes(&timeline(vec![block(first)]));
    assert_eq!(heard.iter().filter(|(_, name)| name == "start").count(), 1, "{heard:?}");
}
