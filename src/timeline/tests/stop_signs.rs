//! What to stop at is said before hands go to a place for the first time, and once.

use proptest::prelude::*;

use super::arbitrary::{plain_step, session, session_of, squeeze};
use crate::body::{Region, Side};
use crate::care::{CareTable, screened_for_anyone, stop_signs};
use crate::choices::Guidance;
use crate::prosody::Pace;
use crate::session::{Block, Group, Length, Massage, Session, Sides, Step, StepKind};
use crate::timeline::tests::written;
use crate::timeline::{
    Announcement, Ending, Phrase, SegmentKind, Timeline, Wish, prepare, slowest, stop_signs as room,
};
use crate::words::{Language, Texts};

/// A light stroke of half a minute on both sides of a region.
fn light(region: Region) -> Step {
    let StepKind::Massage(squeeze) = squeeze(None) else { unreachable!("a squeeze is a massage") };
    let kind = StepKind::Massage(Massage { region, pressure: 2, ..squeeze });
    Step { side: Some(Sides::Both), ..plain_step(kind, Length::Millis(30_000)) }
}

fn block(step: Step) -> Block {
    Block::Step(Box::new(step))
}

/// What follows what, signs by their id.
fn order(timeline: &Timeline) -> Vec<&'static str> {
    let name = |kind| match kind {
        SegmentKind::StopSign(id) => id,
        other => other.id(),
    };
    timeline.segments().iter().map(|segment| name(segment.kind)).collect()
}

/// The stop signs that are spoken, each with when it begins and ends, in milliseconds.
fn heard(timeline: &Timeline) -> Vec<(&'static str, u64, u64)> {
    let signs = timeline.spoken.iter().filter_map(|(_, said)| match said.words {
        Phrase::Program(Announcement::StopSign(id)) => Some((id, said.after, said.end())),
        _ => None,
    });
    signs.collect()
}

#[test]
fn a_sign_comes_before_the_first_side_of_its_place_and_never_again() {
    let steps = [light(Region::Calf), light(Region::Shin), light(Region::NeckBack)];
    let timeline = written(&session_of(steps.map(block).into()), Side::Left);
    let both = ["massage", "switch", "massage"];
    let expected: Vec<_> = ["lead-in", "calf"]
        .into_iter()
        .chain(both)
        .chain(both)
        .chain(["neck"])
        .chain(both)
        .collect();
    assert_eq!(order(&timeline), expected);
}

#[test]
fn two_sides_that_belong_together_still_grow_together_behind_a_sign() {
    let group = Group {
        title: None,
        repeat: 2,
        switch: None,
        side: Some(Sides::Both),
        blocks: [Region::Calf, Region::NeckBack]
            .map(|region| block(Step { side: None, ..light(region) }))
            .into(),
    };
    let timeline = written(&session_of(vec![Block::Group(group)]), Side::Left);
    let longer = timeline.extended(2, 10_000);
    let grown = |side| {
        let worked = longer.segments().iter().zip(timeline.segments());
        worked
            .filter(|(it, _)| it.side == Some(side) && it.region() == Some(Region::Calf))
            .map(|(it, before)| it.millis() - before.millis())
            .collect::<Vec<_>>()
    };
    assert_eq!(grown(Side::Left), [10_000, 0]);
    assert_eq!(grown(Side::Right), [10_000, 0]);
}

#[test]
fn every_sign_has_words_in_every_language_that_end_within_its_time_however_slow_the_night() {
    for (tag, language) in Language::ALL {
        let texts = Texts::of_announcements(language);
        for sign in &CareTable::shipped().stop_signs {
            let words = Announcement::StopSign(sign.id.as_str()).message();
            let words = texts.text(&words);
            for set in [None, Some(130), Some(110), Some(60), Some(40)] {
                let pace = slowest(Pace::by(true, set)).in_language(tag);
                // The chime that begins a session leads its words by two seconds.
                let needs = pace.millis(&words) + 2_000;
                let has = room::millis(set);
                assert!(needs <= has, "{}: {needs} of {has} ms at {set:?}: {words}", sign.id);
            }
        }
    }
}

#[test]
fn signs_are_heard_even_where_nothing_but_the_words_of_the_author_is_wished_for() {
    let session = session_of(vec![block(light(Region::Calf))]);
    for guidance in [Guidance::Full, Guidance::Less, Guidance::Author] {
        let wish = Wish { guidance, ..Wish::default() };
        let timeline = prepare(&screened_for_anyone(&session), &wish).expect("as it is written");
        assert_eq!(heard(&timeline).len(), 1, "{guidance:?}");
    }
}

/// Checks that every sign of a session is heard before its place, and over no other words.
fn is_heard_in_time(session: &Session, ending: Ending) -> Result<(), TestCaseError> {
    let wish = Wish { ending, ..Wish::default() };
    let timeline = prepare(&screened_for_anyone(session), &wish).expect("as it is written");
    let heard = heard(&timeline);
    let signs = stop_signs(screened_for_anyone(session).session());
    prop_assert_eq!(heard.len(), signs.len());
    for (step, sign) in signs {
        let first = timeline.segments().iter().find(|segment| segment.written == Some(step));
        let hands = first.expect("a step that is written is played").start;
        let said = heard.iter().find(|(id, ..)| *id == sign.id);
        let (_, from, to) = *said.expect("each sign is heard");
        prop_assert!(
            to <= hands,
            "{}: it ends at {}, and hands go there at {}",
            sign.id,
            to,
            hands
        );
        let others = timeline.spoken.iter().filter(|(_, other)| other.after != from);
        for (_, other) in others {
            prop_assert!(other.end() <= from || other.after >= to, "{} is talked over", sign.id);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn each_sign_ends_before_hands_go_to_its_place_by_day_and_at_night(session in session()) {
        is_heard_in_time(&session, Ending::Day)?;
        is_heard_in_time(&session, Ending::Night { play_on: 0 })?;
    }
}
