//! What the program adds to the words of an author: turns of tension, and what is about to come.

use super::wanted::{APART_MILLIS, PlacedWords, Wanted};
use super::{DueWords, Spoken, WordsOf};
use crate::timeline::repetitions::{RepetitionPart, repetitions};
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

/// What is said at its time whatever the author says: the turns of tension and release that their
/// own words leave out, and what is counted. `millis` says how long words take at a time.
pub(super) fn lines(
    segment: &Segment,
    written: &[DueWords],
    wording: &Wording,
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> Vec<DueWords> {
    let counted = repetitions(segment, millis);
    if !counted.is_empty() {
        return counted.iter().flat_map(|part| counted_words(part, wording)).collect();
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

/// The number of a repetition, and what is said of a part of it.
fn counted_words(part: &RepetitionPart<'_>, wording: &Wording) -> Vec<DueWords> {
    let number = part.number.and_then(|number| wording.phrase(Announcement::Counted(number)));
    let words = number.into_iter().chain(part.say.map(Phrase::from));
    words.map(|words| DueWords { due: part.at, words, of: WordsOf::Program }).collect()
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
