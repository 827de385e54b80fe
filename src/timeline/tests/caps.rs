//! No place is worked for longer than its most, however a session is stretched.

use proptest::prelude::*;

use super::arbitrary::{plain_step, session, session_of, squeeze};
use super::{fitted, written};
use crate::body::{Region, Side};
use crate::session::{Block, Flex, Length, Session, Sides, Step, StepKind, WorkedTime};
use crate::timeline::{Segment, Timeline, bounds};

const CAP: u64 = 90_000;

fn knead(millis: u64, max: u64, side: Option<Sides>) -> Step {
    let flex = Some(Flex { min: 10_000, max });
    Step { flex, side, ..plain_step(squeeze(None), Length::Millis(millis)) }
}

fn session_with(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

fn longest(session: &Session) -> Timeline {
    fitted(session, bounds(session, None).1).expect("its longest")
}

/// The lengths of the massage steps in milliseconds, in order.
fn lengths(timeline: &Timeline) -> Vec<u64> {
    let massages = timeline.segments().iter().filter(|segment| segment.massage().is_some());
    massages.map(Segment::millis).collect()
}

fn on(worked: &WorkedTime, region: Region) -> [u64; 2] {
    [Side::Left, Side::Right].map(|side| worked.on(region, Some(side)))
}

#[test]
fn two_steps_of_a_place_give_up_the_same_share_of_what_they_might_grow_by() {
    // They might grow by 40 and by 80 seconds, and there is room for 30.
    let steps = vec![knead(20_000, 60_000, None), knead(40_000, 120_000, None)];
    assert_eq!(lengths(&longest(&session_with(steps))), [30_000, 60_000]);
}

#[test]
fn left_and_right_stay_equal_where_one_of_them_has_less_room() {
    let left = Some(Sides::One(Side::Left));
    let right = Some(Sides::One(Side::Right));
    let steps = vec![
        knead(50_000, 90_000, left),
        knead(50_000, 90_000, right),
        knead(30_000, 30_000, right),
    ];
    // The right side has room for ten seconds more.
    assert_eq!(lengths(&longest(&session_with(steps))), [60_000, 60_000, 30_000]);
}

#[test]
fn what_is_written_for_longer_keeps_its_length_and_grows_no_more() {
    let steps = vec![knead(100_000, 180_000, None), knead(20_000, 80_000, None)];
    assert_eq!(lengths(&longest(&session_with(steps))), [100_000, 20_000]);
}

#[test]
fn a_stretch_of_the_same_place_grows_as_far_as_it_may() {
    let kind = StepKind::Stretch { region: Some(Region::UpperTrapezius) };
    let flex = Some(Flex { min: 10_000, max: 240_000 });
    let stretch = Step { flex, ..plain_step(kind, Length::Millis(60_000)) };
    let longest = longest(&session_with(vec![knead(CAP, 240_000, None), stretch]));
    let last = longest.segments().last().expect("the stretch");
    assert_eq!((lengths(&longest), last.millis()), (vec![CAP], 240_000));
}

#[test]
fn a_step_made_longer_while_it_plays_stops_at_the_most_of_its_place() {
    let at =
        |timeline: &Timeline, index: usize, millis: u64| lengths(&timeline.extended(index, millis));
    let first = |timeline: &Timeline| {
        let is_massage = |it: &Segment| it.massage().is_some();
        timeline.segments().iter().position(is_massage).expect("a massage")
    };
    let one = written(&session_with(vec![knead(70_000, 70_000, None)]), Side::Left);
    let step = first(&one);
    assert_eq!(at(&one, step, 15_000), [85_000]);
    assert_eq!(at(&one, step, 30_000), [CAP]);
    assert_eq!(at(&one.extended(step, 30_000), step, 30_000), [CAP]);
    let both = knead(70_000, 70_000, Some(Sides::Both));
    let both = written(&session_with(vec![both]), Side::Left);
    assert_eq!(at(&both, first(&both), 30_000), [CAP, CAP]);
    // Its other side has had its time already; this one may have as much and no more.
    assert_eq!(at(&both, first(&both) + 2, 30_000), [70_000, CAP]);
    let over = written(&session_with(vec![knead(CAP + 5_000, 200_000, None)]), Side::Left);
    assert_eq!(at(&over, first(&over), 30_000), [CAP + 5_000]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_place_gets_more_than_its_most_or_than_was_written(
        session in session(), share in 0.0_f64..=1.0, index in 0_usize..20,
    ) {
        let before = written(&session, Side::Left);
        let (shortest, longest) = bounds(&session, None);
        let target = shortest + ((longest - shortest) as f64 * share) as u64;
        for target in [target, longest] {
            let stretched = fitted(&session, target).expect("within its bounds");
            let longer = stretched.extended(index % stretched.segments().len(), 30_000);
            for timeline in [&stretched, &longer] {
                for region in Region::ALL {
                    let (had, has) = (before.worked(), timeline.worked());
                    for (had, has) in on(&had, region).into_iter().zip(on(&has, region)) {
                        prop_assert!(has <= had.max(region.dose_cap()), "{region:?}: {has}");
                    }
                }
            }
        }
    }
}
