//! What the program adds to the words of an author: turns of tension, and what is about to come.

use super::wanted::{APART_MILLIS, PlacedWords, Wanted};
use super::{DueWords, Spoken, WordsOf};
use crate::session::Repetitions;
use crate::timeline::turns::turns;
use crate::timeline::wording::Wording;
use crate::timeline::{Announcement, Phrase, Segment, SegmentKind};

/// An author's line this near a turn of tension and release stands for it, in milliseconds.
const TURN_MILLIS: u64 = 3_000;

/// How long before a change of sides it is announced where there is room, in milliseconds.
const HEADS_UP_MILLIS: u64 = 10_000;
/// The earliest and the latest that it is, in milliseconds before the change.
const HEADS_UP_EARLIEST_MILLIS: u64 = 12_000;
const HEADS_UP_LATEST_MILLIS: u64 = 5_000;
/// The latest of all, where a step has become so short that its words leave no other room.
const HEADS_UP_LAST_MILLIS: u64 = 2_000;
/// An author's line that begins so long before may announce it by itself, in milliseconds.
const ANNOUNCED_MILLIS: u64 = 16_000;

/// How long after the words that a step begins with its count begins, in milliseconds: a chime may
/// have led those words.
const COUNT_AFTER_MILLIS: u64 = 4_000;
/// How long before the end of a step its last number has to begin, in milliseconds.
const LAST_NUMBER_MILLIS: u64 = 1_500;

/// What is said at its time whatever the author says: the turns of tension and release that their
/// own words leave out, and what is counted. `millis` says how long words take at a time.
pub(super) fn lines(
    segment: &Segment,
    written: &[DueWords],
    wording: &Wording,
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> Vec<DueWords> {
    if let Some(count) = segment.step.as_ref().and_then(|step| step.count) {
        let opening = written.iter().find(|line| line.of == WordsOf::Opening);
        let said = opening.map_or(segment.start, |line| line.due + millis(&line.words, line.due));
        let begins = match segment.begins {
            0 => said + COUNT_AFTER_MILLIS,
            begins => segment.start + begins,
        };
        return numbers(count, begins, segment.end, wording);
    }
    // What a step begins with is over when its first tension begins, and stands for no turn.
    let is_over = |line: &DueWords| segment.begins > 0 && line.of == WordsOf::Opening;
    let own: Vec<&DueWords> = written.iter().filter(|line| !is_over(line)).collect();
    let near = |due: u64| own.iter().any(|line| line.due.abs_diff(due) <= TURN_MILLIS);
    let turns = turns(segment).into_iter().map(|(after, turn)| (segment.start + after, turn));
    let unspoken = turns.filter(|(due, _)| !near(*due));
    let unspoken = unspoken.filter_map(|(due, turn)| {
        Some(DueWords { due, words: wording.phrase(turn)?, of: WordsOf::Program })
    });
    unspoken.chain(countdown(segment, wording)).collect()
}

/// The last seconds of a segment, where they are counted down to one.
fn countdown(segment: &Segment, wording: &Wording) -> Vec<DueWords> {
    let from = segment.step.as_ref().and_then(|step| step.countdown).unwrap_or(0);
    let number = |left: u32| {
        let due = segment.end.saturating_sub(u64::from(left) * 1_000).max(segment.start);
        let words = wording.phrase(Announcement::Counted(left))?;
        Some(DueWords { due, words, of: WordsOf::Program })
    };
    (1..=from).rev().filter_map(number).collect()
}

/// The numbers of a count that begins at a time, nearer to each other where they would not end in time.
fn numbers(count: Repetitions, begins: u64, end: u64, wording: &Wording) -> Vec<DueWords> {
    let room = end.saturating_sub(LAST_NUMBER_MILLIS + begins);
    let every = count.every.min(room / u64::from(count.to.saturating_sub(1).max(1)));
    let number = |number: u32| {
        let due = begins + every * u64::from(number - 1);
        let words = wording.phrase(Announcement::Counted(number))?;
        Some(DueWords { due, words, of: WordsOf::Program })
    };
    (1..=count.to).filter_map(number).collect()
}

/// Announces the change of sides that follows, unless the author's own words do so.
pub(super) fn change_of_sides(
    segments: &[Segment],
    index: usize,
    spoken: &[(usize, Spoken)],
    wording: &Wording,
) -> Option<Wanted> {
    let (segment, next) = (&segments[index], segments.get(index + 1)?);
    if next.kind != SegmentKind::Switch || segment.step.is_none() {
        return None;
    }
    let other = next.other_side?;
    let late = segment.end.saturating_sub(ANNOUNCED_MILLIS).max(segment.start);
    let announces = |line: &Spoken| {
        let words = line.words.by_author().unwrap_or_default();
        line.due > late && wording.names_a_change(words)
    };
    if spoken.iter().any(|(of, line)| *of == index && announces(line)) {
        return None;
    }
    let before = |millis: u64| segment.end.saturating_sub(millis).max(segment.start);
    let ten = wording.phrase(Announcement::TenSeconds(other))?;
    let soon = match &ten {
        Phrase::Author(_) => ten.clone(),
        Phrase::Program(_) => Phrase::Program(Announcement::Soon(other)),
    };
    let option = |words: &Phrase, from, to| PlacedWords {
        words: words.clone(),
        begins: before(from)..=before(to),
        apart: APART_MILLIS,
    };
    let options = vec![
        option(&ten, HEADS_UP_MILLIS, HEADS_UP_MILLIS - 500),
        option(&soon, HEADS_UP_MILLIS, HEADS_UP_LATEST_MILLIS),
        option(&soon, HEADS_UP_EARLIEST_MILLIS, HEADS_UP_MILLIS),
        option(&soon, HEADS_UP_LATEST_MILLIS, HEADS_UP_LAST_MILLIS),
    ];
    Some(Wanted { options, ends_by: None })
}
