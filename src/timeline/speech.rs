//! What is spoken: the author's lines and the program's, each in its place.

mod guidance;
mod overview;
mod placing;
mod program;
mod wanted;
mod written;

use super::chimes::{self, Chimed};
use super::{Phrase, Segment, Timeline};
use crate::session::Chimes;
pub(in crate::timeline) use guidance::Guide;
pub(in crate::timeline) use wanted::APART_MILLIS;

/// Who wrote some spoken words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordsOf {
    /// The step's author: what is said as the step begins.
    Opening,
    /// The step's author: a line of the step, as it is written, counted from 0.
    Line(usize),
    /// Unclench itself: the lead-in, a change of sides, a turn of tension and release.
    Program,
}

/// Words that are spoken during a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// When they are written to be spoken, in milliseconds of the timeline.
    pub due: u64,
    /// When they are spoken, in milliseconds of the timeline: later where a chime leads them, or
    /// other words have not ended.
    pub after: u64,
    /// About how long they take, in milliseconds.
    pub millis: u64,
    /// The words.
    pub words: Phrase,
    /// Who wrote them.
    pub of: WordsOf,
}

impl Spoken {
    /// When they end, in milliseconds of the timeline.
    pub fn end(&self) -> u64 {
        self.after + self.millis
    }
}

impl Timeline {
    /// Everything that is spoken, in order, each with the index of its segment.
    pub fn spoken(&self) -> &[(usize, Spoken)] {
        &self.spoken
    }
}

/// Everything that is spoken, in order, and every chime. `millis` says how long
/// words take at a time.
pub(super) fn laid_out(
    segments: &[Segment],
    (chimes, is_night): (&Chimes, bool),
    mut guide: Guide<'_>,
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> (Vec<(usize, Spoken)>, Vec<Chimed>) {
    let mut heard = chimes::chimes(segments, (chimes, is_night), millis);
    let mut lines = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let mut words = written::lines(segment);
        words.extend(program::lines(segment, &words, guide.wording(), millis));
        lines.extend(words.into_iter().map(|line| {
            let millis = millis(&line.words, line.due);
            (
                index,
                Spoken { due: line.due, after: line.due, millis, words: line.words, of: line.of },
            )
        }));
    }
    lines.sort_by_key(|(_, line)| line.due);
    let mut spoken = placing::in_order(lines, segments, &heard);
    let is_quiet = |from, to| placing::is_quiet(&spoken, from, to);
    let is_silence = |from, to| guide.is_silence(segments, &spoken, (from, to));
    if let Some(halfway) = chimes::halfway(segments, chimes, &heard, is_quiet, is_silence) {
        let place = heard.partition_point(|chime| chime.at <= halfway.at);
        heard.insert(place, halfway);
    }
    for (index, segment) in segments.iter().enumerate() {
        if let Some(wanted) = guide.change_of_sides(segments, index, &spoken) {
            placing::add(&mut spoken, &heard, (index, segment), wanted, millis);
        }
        for want in Guide::WANTS {
            let wanted = want(&guide, segment, &of_segment(&spoken, index, segment));
            for wanted in wanted {
                let added = placing::add(&mut spoken, &heard, (index, segment), wanted, millis);
                if let Some(Phrase::Program(announcement)) = added {
                    guide.note(announcement);
                }
            }
        }
    }
    (spoken, heard)
}

/// What is spoken during a segment, in order.
fn of_segment<'a>(
    spoken: &'a [(usize, Spoken)],
    index: usize,
    segment: &Segment,
) -> Vec<&'a Spoken> {
    let first = spoken.partition_point(|(_, line)| line.after < segment.start);
    let until = |line: &&(usize, Spoken)| line.1.after <= segment.end;
    let during = spoken[first..].iter().take_while(until);
    during.filter(|(of, _)| *of == index).map(|(_, line)| line).collect()
}

/// Words that have no place yet.
struct DueWords {
    /// When they are to be spoken, in milliseconds of the timeline.
    due: u64,
    words: Phrase,
    of: WordsOf,
}
