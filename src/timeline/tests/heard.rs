//! What is heard when: chimes, words between them and beds at the end, at their exact millisecond.

use super::arbitrary::{lean, plain_step, session_of};
use crate::body::{MuscleGroup, Side};
use crate::session::{
    Anchor, Announced, BedAt, Block, ChimeAt, Flex, Group, Length, Line, Session, Sides, Step,
    StepKind, Tense,
};
use crate::timeline::tests::{fitted, written};
use crate::timeline::{Cue, CueKind, Ending, Phrase, Segment, Tail, Timeline};

/// When the first step begins, in milliseconds.
const FIRST: u64 = 5_000;
const WORDS: &str = "Soft and slow.";

fn session(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

fn timeline(steps: Vec<Step>) -> Timeline {
    written(&session(steps), Side::Left)
}

/// A rest without words, with these lines and chimes at milliseconds after its start.
fn rest(millis: u64, lines: &[u64], chimes: &[(u64, &str)]) -> Step {
    let line = |at: &u64| Line {
        at: Anchor::FromStart(*at),
        show: None,
        say: Some(WORDS.to_owned()),
        second_side: None,
        later_rounds: None,
    };
    let chime =
        |(at, name): &(u64, &str)| ChimeAt { at: Anchor::FromStart(*at), name: (*name).to_owned() };
    Step {
        text: None,
        say: None,
        lines: lines.iter().map(line).collect(),
        chimes: chimes.iter().map(chime).collect(),
        ..plain_step(StepKind::Rest, Length::Millis(millis))
    }
}

/// When chimes of a name sound, in milliseconds after the first step begins.
fn chimed(timeline: &Timeline, name: &str) -> Vec<u64> {
    let wanted = CueKind::Chime(name.to_owned());
    let cues = timeline.cues(0, u64::MAX).iter().filter(|cue| cue.kind == wanted);
    cues.map(|cue| cue.at - FIRST).collect()
}

/// When [`WORDS`] are spoken, in milliseconds after the first step begins.
fn spoken(timeline: &Timeline) -> Vec<u64> {
    let own = timeline.spoken().iter().filter(|(_, line)| line.words == Phrase::from(WORDS));
    own.map(|(_, line)| line.after - FIRST).collect()
}

/// How long [`WORDS`] take, in milliseconds.
fn length() -> u64 {
    timeline(vec![rest(60_000, &[], &[])]).speaking_millis(&Phrase::from(WORDS), 0)
}

#[test]
fn a_session_of_four_minutes_chimes_half_way_and_a_shorter_one_does_not() {
    let halfway = |millis| chimed(&timeline(vec![rest(millis, &[], &[])]), "halfway");
    assert_eq!(halfway(239_999), [0; 0]);
    assert_eq!(halfway(240_000), [120_000]);
}

#[test]
fn the_half_way_chime_keeps_five_seconds_from_others_and_out_of_the_way_of_words() {
    let with_chime = |at| chimed(&timeline(vec![rest(600_000, &[], &[(at, "bowl")])]), "halfway");
    for (bowl, halfway) in
        [(295_000, 300_000), (295_001, 300_500), (305_000, 300_000), (304_999, 299_500)]
    {
        assert_eq!(with_chime(bowl), [halfway], "beside a chime at {bowl}");
    }
    let with_words = |at| chimed(&timeline(vec![rest(600_000, &[at], &[])]), "halfway");
    for (words, halfway) in [
        (300_000 - 1_200 - length(), 300_000),
        (300_000 - 1_199 - length(), 300_500),
        (300_800, 300_000),
        (300_799, 299_500),
    ] {
        assert_eq!(with_words(words), [halfway], "beside words at {words}");
    }
}

#[test]
fn where_it_is_quiet_nowhere_near_the_half_way_chime_sounds_in_the_middle() {
    let bowls = |step: usize, to: u64| {
        let bowls: Vec<_> = (270_000..to).step_by(step).map(|at| (at, "bowl")).collect();
        chimed(&timeline(vec![rest(600_000, &[], &bowls)]), "halfway")
    };
    assert_eq!(bowls(9_000, 330_000), [300_000]);
    assert_eq!(bowls(9_000, 315_001), [320_000], "20 s from the middle at most");
}

#[test]
fn chimes_nearer_than_a_fifth_of_a_second_are_parted_or_heard_once() {
    for (second, name, heard) in [
        (20_199, "gong", vec![21_200]),
        (20_200, "gong", vec![20_200]),
        (20_199, "bowl", vec![]),
        (20_200, "bowl", vec![20_200]),
    ] {
        let chimes = [(20_000, "bowl"), (second, name)];
        let timeline = timeline(vec![rest(60_000, &[], &chimes)]);
        let mut all = chimed(&timeline, name);
        all.retain(|at| *at != 20_000);
        assert_eq!(all, heard, "{name} at {second}");
    }
}

#[test]
fn words_wait_for_a_chime_that_has_just_begun_or_is_about_to() {
    for (chime, after) in [
        (19_199, 20_000),
        (19_200, 20_000),
        (19_201, 20_001),
        (20_000, 20_800),
        (20_500, 21_300),
        (20_501, 20_000),
    ] {
        let step = rest(60_000, &[20_000], &[(chime, "bowl")]);
        assert_eq!(spoken(&timeline(vec![step])), [after], "a chime at {chime}");
    }
}

#[test]
fn words_that_were_held_up_keep_the_silence_before_the_next_within_what_is_natural() {
    for (gap, silence) in [
        (0, 400),
        (399, 400),
        (400, 400),
        (401, 401),
        (1_499, 1_499),
        (1_500, 1_500),
        (1_501, 1_500),
    ] {
        let next = 20_000 + length() + gap;
        let step = rest(60_000, &[20_000, next], &[(20_000, "bowl")]);
        let end = 20_800 + length();
        assert_eq!(spoken(&timeline(vec![step])), [20_800, end + silence], "{gap} ms between");
    }
}

#[test]
fn no_words_wait_until_they_would_run_past_their_step() {
    let end = 30_000;
    for (due, after) in [
        (end - length() - 801, end - length() - 1),
        (end - length() - 800, end - length()),
        (end - length() - 799, end - length()),
        (end - length(), end - length()),
        (end - length() + 1, end - length() + 1),
    ] {
        let step = rest(end, &[due], &[(due, "bowl")]);
        assert_eq!(spoken(&timeline(vec![step])), [after], "due at {due}");
    }
}

/// When and in which words a change of sides is announced, in milliseconds after the step begins,
/// beside these words and chimes of a step of a minute.
fn announced(lines: &[u64], chimes: &[(u64, &str)], own: Option<&str>) -> Option<(u64, String)> {
    let kind = lean();
    let step = Step { side: Some(Sides::Both), kind, ..rest(60_000, lines, chimes) };
    let mut session = session(vec![step]);
    if let Some(own) = own {
        session.announcements.ten_seconds = Announced::ByAuthor(own.to_owned());
    }
    let timeline = written(&session, Side::Left);
    let of_step = timeline.spoken().iter().filter(|(index, _)| *index == 1);
    let mut added = of_step.filter(|(_, line)| line.words != Phrase::from(WORDS));
    let texts = timeline.texts();
    added.next().map(|(_, line)| (line.after - FIRST, line.words.text(texts).into_owned()))
}

const TEN: &str = "In ten seconds, the other shoulder.";
const SOON: &str = "Soon, the other shoulder.";

#[test]
fn a_change_is_announced_where_words_and_chimes_leave_room_for_it() {
    let ten = timeline(vec![rest(60_000, &[], &[])]).speaking_millis(&Phrase::from(TEN), 0);
    let (before, after) = (50_000 - 400 - length(), 50_000 + ten + 400);
    for (line, at, words) in [
        (before, 50_000, TEN),
        (before + 1, 50_250, TEN),
        (before + 250, 50_250, TEN),
        (before + 251, 50_500, TEN),
        (before + 500, 50_500, TEN),
        (before + 501, 50_750, SOON),
        (after, 50_000, TEN),
        (after - 1, 50_000, SOON),
    ] {
        assert_eq!(announced(&[line], &[], None), Some((at, words.to_owned())), "words at {line}");
    }
    for (chime, at, words) in [
        (49_200, 50_000, TEN),
        (49_201, 50_250, TEN),
        (49_700, 50_500, TEN),
        (49_701, 50_750, SOON),
        (after, 50_000, TEN),
        (after - 1, 50_000, SOON),
    ] {
        let found = announced(&[], &[(chime, "bowl")], None);
        assert_eq!(found, Some((at, words.to_owned())), "a chime at {chime}");
    }
}

#[test]
fn long_words_of_an_author_begin_sooner_and_those_without_room_are_left_out() {
    let own = |times: usize| vec!["Now let the whole shoulder sink."; times].join(" ");
    let of_length = |from: u64, to: u64| {
        let paced = timeline(vec![rest(60_000, &[], &[])]);
        let found = (1..12).map(own).find(|words| {
            (from..to).contains(&paced.speaking_millis(&Phrase::from(words.as_str()), 0))
        });
        found.unwrap_or_else(|| panic!("no words of {from} to {to} ms"))
    };
    let long = of_length(8_000, 11_601);
    let (at, words) = announced([].as_slice(), &[], Some(&long)).expect("there is room");
    assert!((48_000..=50_000).contains(&at) && words == long, "{at}");
    assert_eq!(announced(&[], &[], Some(&of_length(11_601, 20_000))), None);
}

#[test]
fn an_author_announces_a_change_in_the_last_sixteen_seconds_of_a_step() {
    for (before, is_announced) in [(16_000, true), (15_999, false)] {
        let line = Line {
            at: Anchor::FromEnd(before),
            show: None,
            say: Some("Nearly time to change sides.".to_owned()),
            second_side: None,
            later_rounds: None,
        };
        let kind = lean();
        let step =
            Step { side: Some(Sides::Both), kind, lines: vec![line], ..rest(60_000, &[], &[]) };
        let timeline = timeline(vec![step]);
        let texts = timeline.texts();
        let said = timeline.spoken().iter().map(|(_, line)| line.words.text(texts).into_owned());
        assert_eq!(said.collect::<Vec<_>>().contains(&TEN.to_owned()), is_announced, "{before}");
    }
}

#[test]
fn words_within_three_seconds_of_a_turn_stand_for_it() {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 30_000, times: 1 };
    for (at, is_said) in [(2_999, true), (3_000, false), (9_000, false), (9_001, true)] {
        let kind = StepKind::Tense(tense.clone());
        let timeline = timeline(vec![Step { kind, ..rest(36_000, &[at], &[]) }]);
        let texts = timeline.texts();
        let lets_go = timeline.spoken().iter().any(|(_, it)| it.words.text(texts) == "And let go.");
        assert_eq!(lets_go, is_said, "words at {at}");
    }
}

/// A rest of 795 s over the ocean; in it the bed changes once, so many milliseconds after its start.
fn over_the_ocean(at: u64, name: Option<&str>, ending: Ending) -> Timeline {
    let beds = vec![BedAt { at: Anchor::FromStart(at), name: name.map(str::to_owned) }];
    let mut session = session(vec![Step { beds, ..rest(795_000, &[], &[]) }]);
    session.bed = Some("ocean".to_owned());
    written(&session, Side::Left).with_ending(ending)
}

#[test]
fn a_bed_fades_once_from_where_the_fade_begins_or_from_where_it_comes_up_later() {
    let fades = |at, name| {
        let timeline = over_the_ocean(at, name, Ending::Night { play_on: 0 });
        let fade = |cue: &Cue| match cue.kind {
            CueKind::Fade { millis } => Some((cue.at, millis)),
            _ => None,
        };
        timeline.cues(0, u64::MAX).iter().filter_map(fade).collect::<Vec<_>>()
    };
    let usual = (620_000, 180_000);
    for (at, name, expected) in [
        (614_999, Some("rain"), vec![usual]),
        (615_000, Some("rain"), vec![usual]),
        (615_001, Some("rain"), vec![usual, (620_001, 179_999)]),
        (794_999, Some("rain"), vec![usual, (799_999, 1)]),
        (795_000, Some("rain"), vec![usual]),
        (615_000, None, vec![]),
        (615_001, None, vec![usual]),
    ] {
        assert_eq!(fades(at, name), expected, "{name:?} at {at}");
    }
}

#[test]
fn what_is_left_of_a_fade_is_known_from_its_first_millisecond() {
    let timeline = over_the_ocean(0, Some("rain"), Ending::Night { play_on: 0 });
    for (position, left) in [
        (0, None),
        (620_000, None),
        (620_001, Some(179_999)),
        (800_000, Some(0)),
        (900_000, Some(0)),
    ] {
        assert_eq!(timeline.fade_left(position), left, "{position}");
    }
    assert_eq!((timeline.bed_before(0), timeline.bed_before(1)), (None, Some(Some("ocean"))));
    assert_eq!(timeline.bed_before(FIRST), Some(Some("ocean")));
    assert_eq!(timeline.bed_before(FIRST + 1), Some(Some("rain")));
}

#[test]
fn a_bed_plays_on_from_a_millisecond_where_it_hangs_at_the_very_end() {
    let tail = |at, name, play_on| over_the_ocean(at, name, Ending::Night { play_on }).tail();
    assert_eq!(tail(1, Some("rain"), 0), Tail { play_on: 0, fade: 0 });
    assert_eq!(tail(1, Some("rain"), 1), Tail { play_on: 1, fade: 180_000 });
    assert_eq!(tail(795_000, None, 1), Tail { play_on: 0, fade: 0 });
    let last = over_the_ocean(795_000, Some("rain"), Ending::Day);
    assert_eq!((last.last_bed(), last.tail()), (Some("rain"), Tail { play_on: 0, fade: 8_000 }));
}

#[test]
fn at_night_only_the_chimes_at_the_very_end_are_left_out() {
    let step = rest(60_000, &[], &[(58_000, "bowl")]);
    let night = |step| timeline(vec![step]).with_ending(Ending::Night { play_on: 0 });
    assert_eq!(
        (chimed(&night(step.clone()), "bowl"), chimed(&night(step), "end")),
        (vec![58_000], vec![])
    );
}

#[test]
fn every_step_goes_the_same_share_of_its_way_when_a_session_is_fitted() {
    let flexible =
        |millis, min, max| Step { flex: Some(Flex { min, max }), ..rest(millis, &[], &[]) };
    let session =
        session(vec![flexible(60_000, 30_000, 90_000), flexible(120_000, 40_000, 360_000)]);
    for (target, steps) in [
        (FIRST + 70_000, [30_000, 40_000]),
        (FIRST + 125_000, [45_000, 80_000]),
        (FIRST + 180_000, [60_000, 120_000]),
        (FIRST + 315_000, [75_000, 240_000]),
        (FIRST + 450_000, [90_000, 360_000]),
    ] {
        let timeline = fitted(&session, target).expect("within the bounds");
        let found: Vec<_> = timeline.segments()[1..].iter().map(Segment::millis).collect();
        for (found, expected) in found.into_iter().zip(steps) {
            // What rounding leaves over is a millisecond or two.
            assert!(found.abs_diff(expected) <= 2, "{found} for {expected} at {target}");
        }
    }
}

#[test]
fn a_round_is_named_by_the_innermost_group_that_repeats() {
    let titles = |outer: u32, inner: u32| {
        let step = Step { title: "{repeat} of {repeats}".to_owned(), ..rest(10_000, &[], &[]) };
        let group =
            |repeat, blocks| Group { title: None, repeat, side: None, blocks, switch: None };
        let inner = Block::Group(group(inner, vec![Block::Step(Box::new(step))]));
        let timeline =
            written(&session_of(vec![Block::Group(group(outer, vec![inner]))]), Side::Left);
        let titles = timeline.segments()[1..].iter();
        titles.map(|it| it.title.text(timeline.texts()).into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(titles(2, 1), ["1 of 2", "2 of 2"]);
    assert_eq!(titles(2, 2), ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]);
    assert_eq!(titles(1, 3), ["1 of 3", "2 of 3", "3 of 3"]);
}

#[test]
fn words_that_only_say_what_is_shown_are_known_with_their_title_or_without() {
    let step = Step { text: Some("Soft.".to_owned()), ..rest(10_000, &[], &[]) };
    let timeline = timeline(vec![Step { title: "Rest".to_owned(), ..step }]);
    let shows = |words: &str| timeline.segments()[1].shows(&Phrase::from(words), timeline.texts());
    let all = ["Soft.", "Rest. Soft.", "Rest.", "Restful.", "Softly."];
    assert_eq!(all.map(shows), [true, true, true, false, false]);
}
