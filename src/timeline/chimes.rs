//! Chimes: which sound when, and how long each leads the words that follow it.

use super::repetitions::repetitions;
use super::turns::turns as turns_of;
use super::{Announcement, Phrase, Segment, SegmentKind};
use crate::session::Chimes;

/// Sessions shorter than this get no half-way chime of their own, in milliseconds: 4 minutes.
const HALFWAY_FROM_MILLIS: u64 = 240_000;
/// How far from the middle the half-way chime may go to where it is quiet, in milliseconds.
const HALFWAY_MOVES_MILLIS: u64 = 20_000;
/// By which steps a quiet place is looked for, in milliseconds.
const HALFWAY_STEP_MILLIS: u64 = 500;
/// How near the half-way chime may come to another one, in milliseconds.
const HALFWAY_APART_MILLIS: u64 = 5_000;

/// Chimes nearer to each other than this are heard as one, in milliseconds.
const CHIMES_AS_ONE_MILLIS: u64 = 200;
/// How far such chimes are put apart, in milliseconds.
pub(super) const CHIMES_APART_MILLIS: u64 = 1_200;

// How long a chime sounds before the first word, in milliseconds: long enough to have sunk well under a
// voice between 200 and 700 Hz, where both have most of their strength. Good are 1.8 to 2.5 s for the
// start, 1.3 to 1.6 s for a switch and 0.7 to 1.0 s for the others.
pub(super) const START_LEADS_MILLIS: u64 = 2_000;
const SWITCH_LEADS_MILLIS: u64 = 1_400;
/// How long the chime of a step leads its first words, in milliseconds.
pub const NEXT_LEADS_MILLIS: u64 = 800;

/// The chimes at the turns of tension and release: each tells by itself which it is.
const TENSE_CHIME: &str = "tense";
const RELEASE_CHIME: &str = "release";

/// A chime and its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chimed {
    /// When, in milliseconds from the start of the timeline.
    pub(super) at: u64,
    /// Its name.
    pub(super) name: String,
    /// How long words wait after it, in milliseconds.
    pub(super) leads: u64,
}

impl Chimed {
    fn new(at: u64, name: &str, leads: u64) -> Self {
        Self { at, name: name.to_owned(), leads }
    }
}

/// Every chime of a timeline but the half-way one, in order.
/// `millis` says how long words take at a time.
pub(super) fn chimes(
    segments: &[Segment],
    (chimes, is_night): (&Chimes, bool),
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> Vec<Chimed> {
    let mut heard = at_starts(segments, chimes, is_night);
    for segment in segments {
        asked_for(segment, &mut heard);
        turns(segment, &mut heard);
        let counted = repetitions(segment, millis).into_iter();
        let counted = counted.filter_map(|part| Some((part.at, part.chime?)));
        heard.extend(counted.map(|(at, name)| Chimed::new(at, name, NEXT_LEADS_MILLIS)));
    }
    // It comes after the chimes that steps ask for at their ends.
    let end = segments.last().map_or(0, |segment| segment.end);
    heard.extend(chimes.end.iter().map(|name| Chimed::new(end, name, NEXT_LEADS_MILLIS)));
    heard.sort_by_key(|chime| chime.at);
    parted(heard, end)
}

/// The chimes that sound without being asked for, as steps and switches of side begin. At night the
/// voice alone leads to the next step, and nothing does to the rest that a session ends with.
fn at_starts(segments: &[Segment], chimes: &Chimes, is_night: bool) -> Vec<Chimed> {
    // What has had its chime as its stop sign or the change to its side came, needs none of its own.
    let (mut started, mut announced) = (false, false);
    let mut heard = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let is_hushed = is_night && (segment.say.is_some() || index + 1 == segments.len());
        let (name, leads) = match segment.kind {
            SegmentKind::LeadIn(_) => continue,
            SegmentKind::Switch => (&chimes.switch, SWITCH_LEADS_MILLIS),
            _ if !started => (&chimes.start, START_LEADS_MILLIS),
            _ if announced || is_hushed => (&None, 0),
            _ => (&chimes.next, NEXT_LEADS_MILLIS),
        };
        announced = segment.kind.leads_to_a_step();
        started |= segment.kind != SegmentKind::Switch;
        heard.extend(name.iter().map(|name| Chimed::new(segment.start, name, leads)));
    }
    heard
}

/// The chimes that a step asks for.
fn asked_for(segment: &Segment, heard: &mut Vec<Chimed>) {
    let Some((step, points)) = segment.pointed_step() else {
        return;
    };
    heard.extend(step.chimes.iter().map(|chime| {
        Chimed::new(segment.start + points.place(chime.at), &chime.name, NEXT_LEADS_MILLIS)
    }));
}

/// A soft sign at every turn of a tense-and-release step, so that it works by ear.
fn turns(segment: &Segment, heard: &mut Vec<Chimed>) {
    // Even where steps begin in silence: eyes closed, nothing else says when to let go.
    let turns = turns_of(segment).into_iter().filter(|(after, _)| *after > 0);
    heard.extend(turns.map(|(after, turn)| {
        let name = if turn == Announcement::Release { RELEASE_CHIME } else { TENSE_CHIME };
        Chimed::new(segment.start + after, name, NEXT_LEADS_MILLIS)
    }));
}

/// The same chimes, those that fall due together put apart, so that each is heard; where it is
/// the same chime twice, one is enough. The last stays at the end, and those before it come sooner.
fn parted(mut heard: Vec<Chimed>, end: u64) -> Vec<Chimed> {
    // When the last chime was to sound, when it does, and which it is.
    let mut before: Option<(u64, u64, String)> = None;
    heard.retain_mut(|chime| {
        let written = chime.at;
        if let Some((due, heard, name)) = &before
            && written - due < CHIMES_AS_ONE_MILLIS
        {
            if *name == chime.name {
                return false;
            }
            chime.at = heard + CHIMES_APART_MILLIS;
        }
        before = Some((written, chime.at, chime.name.clone()));
        true
    });
    // None sounds once all is over.
    for chime in &mut heard {
        chime.at = chime.at.min(end);
    }
    heard.sort_by_key(|chime| chime.at);
    let mut after: Option<u64> = None;
    for chime in heard.iter_mut().rev() {
        if let Some(next) = after {
            if chime.at < end && next.abs_diff(chime.at) >= CHIMES_AS_ONE_MILLIS {
                break;
            }
            chime.at = next.saturating_sub(CHIMES_APART_MILLIS);
        }
        after = Some(chime.at);
    }
    heard.sort_by_key(|chime| chime.at);
    heard
}

/// The half-way chime of a session that is long enough for one: at the middle, or as near to it as
/// neither words nor another chime are in its way. `is_quiet` says whether nothing is spoken
/// between two times, and `is_silence` whether it is to stay so.
pub(super) fn halfway(
    segments: &[Segment],
    chimes: &Chimes,
    heard: &[Chimed],
    is_quiet: impl Fn(u64, u64) -> bool,
    is_silence: impl Fn(u64, u64) -> bool,
) -> Option<Chimed> {
    let name = chimes.halfway.as_ref()?;
    let start = segments.iter().find(|segment| segment.step.is_some())?.start;
    let end = segments.last()?.end;
    if end - start < HALFWAY_FROM_MILLIS {
        return None;
    }
    let middle = start + (end - start) / 2;
    let free = |at: &u64| {
        let alone = heard.iter().all(|chime| chime.at.abs_diff(*at) >= HALFWAY_APART_MILLIS);
        let (from, to) = (at.saturating_sub(CHIMES_APART_MILLIS), at + NEXT_LEADS_MILLIS);
        alone && is_quiet(from, to) && !is_silence(from, to)
    };
    let middle_is_free = !is_silence(middle, middle + NEXT_LEADS_MILLIS);
    let steps = 0..=HALFWAY_MOVES_MILLIS / HALFWAY_STEP_MILLIS;
    let near = steps.map(|step| step * HALFWAY_STEP_MILLIS);
    let at = near.flat_map(|off| [middle - off, middle + off]).find(free);
    let at = at.or_else(|| middle_is_free.then_some(middle))?;
    Some(Chimed::new(at, name, NEXT_LEADS_MILLIS))
}
