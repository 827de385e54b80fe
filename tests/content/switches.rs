//! Every change of sides of the shipped sessions is announced, and named when it comes.

use unclench::for_tests::{Ending, LengthWish, SegmentKind, Side, Timeline, Wish, bounds};

use super::shipped::loaded;

/// How long before the change its announcement begins, in milliseconds; in a session that is as short
/// as it can be, words may leave less room.
const BEFORE: std::ops::RangeInclusive<u64> = 4_500..=12_500;
const BEFORE_IN_SHORTEST: std::ops::RangeInclusive<u64> = 2_000..=12_500;
/// Words that tell of it.
const SIGNS: [&str; 14] = [
    "other",
    "side",
    "turn over",
    "switch",
    "change",
    "swap",
    "left",
    "right",
    "ander",
    "seite",
    "dreh",
    "wechs",
    "link",
    "recht",
];

fn tells(words: &str) -> bool {
    let words = words.to_lowercase().replace("other way", "");
    SIGNS.iter().any(|sign| words.contains(sign))
}

/// Changes of a session laid out like this that are not announced, or not named as they begin.
fn untold(id: &str, timeline: &Timeline) -> Vec<String> {
    let texts = timeline.texts();
    let spoken = timeline.spoken();
    let mut untold = Vec::new();
    for (at, segment) in timeline.segments().iter().enumerate() {
        if segment.kind != SegmentKind::Switch {
            continue;
        }
        let is_shortest = timeline.wish().length != LengthWish::AsWritten;
        let meant = if is_shortest { BEFORE_IN_SHORTEST } else { BEFORE };
        let before = |after: u64| meant.contains(&segment.start.saturating_sub(after));
        let is_announced =
            spoken.iter().any(|(_, line)| before(line.after) && tells(&line.words.text(texts)));
        let is_named = spoken.iter().any(|(of, line)| *of == at && tells(&line.words.text(texts)));
        if !is_announced || !is_named {
            untold.push(format!("{id}: the change at {} s", segment.start / 1_000));
        }
    }
    untold
}

#[test]
fn every_change_of_sides_is_announced_before_and_named_as_it_begins() {
    let (mut changes, mut untold_changes) = (0, Vec::new());
    for shipped in loaded() {
        let session = &shipped.session;
        let usual = if session.is_for_bed() { Ending::Night { play_on: 0 } } else { Ending::Day };
        let shortest = LengthWish::Millis(bounds(session, None).0);
        for (first_side, ending, length) in [
            (Side::Left, Ending::Day, LengthWish::AsWritten),
            (Side::Right, Ending::Day, LengthWish::AsWritten),
            (Side::Left, Ending::Night { play_on: 0 }, LengthWish::AsWritten),
            (Side::Left, usual, shortest),
        ] {
            let wish = Wish { first_side, ending, length, ..Wish::default() };
            let timeline = shipped.timeline(&wish);
            let is_change = |kind| kind == SegmentKind::Switch;
            changes += timeline.segments().iter().filter(|it| is_change(it.kind)).count();
            untold_changes.extend(untold(&shipped.id, &timeline));
        }
    }
    assert!(changes > 150, "only {changes} changes were found");
    assert!(untold_changes.is_empty(), "{}", untold_changes.join("\n"));
}
