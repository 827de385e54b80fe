//! The place of each spoken line: after the chime that leads it, and not over another.

use super::wanted::{APART_MILLIS, PlacedWords, Wanted};
use super::{Spoken, WordsOf};
use crate::prosody::SENTENCE_PAUSE_MILLIS;
use crate::timeline::chimes::Chimed;
use crate::timeline::{Phrase, Segment};

/// A chime that sounds so shortly after a line was to begin leads it as well, in milliseconds.
const TOGETHER_MILLIS: u64 = 500;
/// No chime leads by longer than this, in milliseconds.
const LONGEST_LEAD_MILLIS: u64 = 3_000;

/// Gives lines that are in the order they fall due their places. None is left out.
pub(super) fn in_order(
    mut lines: Vec<(usize, Spoken)>,
    segments: &[Segment],
    heard: &[Chimed],
) -> Vec<(usize, Spoken)> {
    let mut before: Option<Spoken> = None;
    for (index, line) in &mut lines {
        let free_from = before.as_ref().map_or(0, |before| before.end() + silence(before, line));
        // No line waits until it would run past its segment.
        let latest = segments[*index].end.saturating_sub(line.millis).max(line.due);
        line.after = after_chimes(line.due.max(free_from), heard).min(latest);
        before = Some(line.clone());
    }
    lines.sort_by_key(|(_, line)| line.after);
    lines
}

/// The silence between a line and the next, in milliseconds: what the author left there, where it is
/// less than between sentences.
fn silence(line: &Spoken, next: &Spoken) -> u64 {
    let written = next.due.saturating_sub(line.due + line.millis);
    match line.of {
        WordsOf::Program => APART_MILLIS,
        WordsOf::Opening | WordsOf::Line(_) => written.clamp(APART_MILLIS, SENTENCE_PAUSE_MILLIS),
    }
}

/// The first time from `at` on at which no chime has just begun or is about to.
fn after_chimes(mut at: u64, heard: &[Chimed]) -> u64 {
    let first = heard.partition_point(|chime| chime.at + LONGEST_LEAD_MILLIS <= at);
    for chime in &heard[first..] {
        if chime.at > at + TOGETHER_MILLIS {
            break;
        }
        if chime.at + chime.leads > at {
            at = chime.at + chime.leads;
        }
    }
    at
}

/// Whether nothing is spoken between two times.
pub(super) fn is_quiet(spoken: &[(usize, Spoken)], from: u64, to: u64) -> bool {
    spoken.iter().all(|(_, line)| line.end() <= from || line.after >= to)
}

/// By which steps room is looked for, in milliseconds.
const STEP_MILLIS: u64 = 250;
/// The longest line that is looked back for, in milliseconds.
const LONGEST_LINE_MILLIS: u64 = 120_000;

/// Adds what is wanted in a segment, and tells what, where there is room for it: between other words, with no chime
/// in it, and over before the segment is.
pub(super) fn add(
    spoken: &mut Vec<(usize, Spoken)>,
    heard: &[Chimed],
    (index, segment): (usize, &Segment),
    wanted: Wanted,
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> Option<Phrase> {
    let ends_by = wanted.ends_by.unwrap_or(segment.end).min(segment.end);
    for PlacedWords { words, begins, apart } in wanted.options {
        let length = millis(&words, *begins.start());
        let room = RoomForWords { ends_by, length, apart };
        let is_needed = matches!(&words, Phrase::Program(announcement) if announcement.is_needed());
        let is_silent = |at: u64| !is_needed && segment.is_silent(at, at + length);
        let fits = |at: &u64| !is_silent(*at) && fits(spoken, heard, *at, room);
        let Some(at) = begins.clone().step_by(STEP_MILLIS as usize).find(fits) else {
            continue;
        };
        let added = words.clone();
        let line = Spoken { due: at, after: at, millis: length, words, of: WordsOf::Program };
        let place = spoken.partition_point(|(_, other)| other.after <= at);
        spoken.insert(place, (index, line));
        return Some(added);
    }
    None
}

/// The room that words need.
#[derive(Clone, Copy)]
struct RoomForWords {
    /// When they have ended at the latest, in milliseconds of the timeline.
    ends_by: u64,
    /// How long they take, in milliseconds.
    length: u64,
    /// The silence before and after them, in milliseconds.
    apart: u64,
}

/// Whether words of this length are heard alone from `at` on.
fn fits(
    spoken: &[(usize, Spoken)],
    heard: &[Chimed],
    at: u64,
    RoomForWords { ends_by, length, apart }: RoomForWords,
) -> bool {
    let end = at + length;
    if end + APART_MILLIS > ends_by || after_chimes(at, heard) != at {
        return false;
    }
    let next = heard.partition_point(|chime| chime.at <= at);
    if heard.get(next).is_some_and(|chime| chime.at < end + APART_MILLIS) {
        return false;
    }
    let first = spoken.partition_point(|(_, line)| line.after + LONGEST_LINE_MILLIS < at);
    let near = spoken[first..].iter().take_while(|(_, line)| line.after < end + apart);
    near.into_iter().all(|(_, line)| line.end() + apart <= at)
}
