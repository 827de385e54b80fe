//! A session that is begun within a place.

use std::sync::Arc;

use crate::body::Side;
use crate::library::shipped::shipped_library;
use crate::player::{Effect, Player};
use crate::timeline::tests::written;

#[test]
fn begun_within_a_place_what_to_stop_at_there_is_said_first_and_nothing_else_of_what_lies_before() {
    let session = shipped_library().load("neck-and-shoulders");
    let session = session.expect("a shipped session").session;
    let timeline = Arc::new(written(&session, Side::Left));
    let mut worked = timeline.segments().iter().filter(|segment| segment.massage().is_some());
    let asked = worked.next_back().expect("it is worked").start + 5_000;
    let signs = timeline.signs_missed_at(asked);
    assert!(!signs.is_empty());
    let mut player = Player::new(Arc::clone(&timeline)).starting_within(asked);
    assert_eq!(player.begins_at(), asked);
    let mut effects = player.begin();
    while player.position() < asked {
        effects.extend(player.advance(100));
    }
    let entered = effects.iter().filter_map(|effect| match effect {
        Effect::Entered(segment) => Some(*segment),
        _ => None,
    });
    let mut expected = signs.clone();
    expected.push(timeline.segment_index(asked));
    assert_eq!(entered.collect::<Vec<_>>(), expected);
    assert!(player.position() < asked + 100, "it goes on where it was asked to begin");
    let said = effects.iter().filter_map(|effect| match effect {
        Effect::Cue { cue, .. } => Some(cue.at),
        _ => None,
    });
    let signs = signs.iter().map(|index| &timeline.segments()[*index]);
    let spans: Vec<_> = signs.map(|sign| sign.start..sign.end).collect();
    let is_elsewhere = |at: &u64| !spans.iter().any(|span| span.contains(at)) && *at < asked;
    assert_eq!(said.filter(is_elsewhere).count(), 0);
}
