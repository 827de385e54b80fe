//! A session compiled to a pure function of time: segments that tile it, moments and cues.

mod bed;
mod cue;
mod ending;
mod expand;
mod fit;
mod layout;
mod moment;
mod points;
mod segment;
mod speech;
#[cfg(test)]
pub(crate) mod tests;

pub use cue::{Cue, CueKind};
pub use ending::{Ending, Tail};
pub use expand::Part;
pub use fit::{CannotFit, Fitted, bounds, fit, written_millis};
pub use moment::{BreathNow, Moment, TenseNow};
pub use segment::{BreathPlan, Segment, SegmentKind};
pub use speech::{Pace, SENTENCE_PAUSE_MILLIS, Spoken, WordsOf, sentences, word_count};

use crate::body::Side;
use crate::choices::Background;
use crate::session::{Chimes, Session};

/// The longest a timeline may be, in milliseconds: 12 hours.
pub const LONGEST_MILLIS: u64 = 12 * 60 * 60 * 1000;

/// The longest a pack may lie on the skin, in milliseconds: 20 minutes.
pub const LONGEST_PACK_MILLIS: u64 = 20 * 60 * 1000;

/// A session laid out in time. Everything in it is a function of a position in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    title: String,
    language: String,
    for_bed: bool,
    ending: Ending,
    chimes: Chimes,
    /// The background as the session has it.
    bed: Option<String>,
    bed_choice: Background,
    parts: Vec<Part>,
    segments: Vec<Segment>,
    cues: Vec<Cue>,
}

impl Timeline {
    /// Lays a session out with the lengths it was written with. Of two sides, `first_side` goes
    /// first.
    pub fn new(session: &Session, first_side: Side) -> Self {
        Self::with_lengths(session, first_side, &fit::written(session))
    }

    /// Lays a session out with other lengths, as [`fit()`] finds them.
    pub fn with_lengths(session: &Session, first_side: Side, fitted: &Fitted) -> Self {
        let parts = expand::expand(session, first_side, fitted);
        let segments = layout::segments(&parts);
        Self {
            title: session.title.clone(),
            language: session.language.clone(),
            for_bed: session.is_for_bed(),
            ending: Ending::default(),
            chimes: session.chimes.clone(),
            bed: session.bed.clone(),
            bed_choice: Background::AsWritten,
            cues: cue::cues(&segments, &session.chimes, session.bed.as_deref()),
            parts,
            segments,
        }
    }

    fn with_parts(&self, parts: Vec<Part>) -> Self {
        let segments = layout::segments(&parts);
        let written = cue::cues(&segments, &self.chimes, self.bed.as_deref());
        let cues = bed::beneath(&self.bed_choice, written);
        let end = segments.last().map_or(0, |segment| segment.end);
        let cues = self.ending.arrange(cues, end);
        Self { parts, segments, cues, ..self.clone() }
    }

    /// The session's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of its words, such as `en` or `pt-BR`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// How fast its words are spoken: slowly for bed, and whenever it ends as at night.
    pub fn pace(&self) -> Pace {
        let is_night = self.for_bed || matches!(self.ending, Ending::Night { .. });
        if is_night { Pace::NIGHT } else { Pace::DAY }
    }

    /// Whether the session is one for bed, before sleep.
    pub fn is_for_bed(&self) -> bool {
        self.for_bed
    }

    /// The whole length in milliseconds, lead-in and switches of side included.
    pub fn millis(&self) -> u64 {
        self.segments.last().map_or(0, |segment| segment.end)
    }

    /// The segments in order; they tile `[0, millis)` without a gap.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Index of the segment at a position; past the end it is the last.
    pub fn segment_index(&self, position: u64) -> usize {
        self.segments
            .partition_point(|segment| segment.end <= position)
            .min(self.segments.len().saturating_sub(1))
    }

    /// Everything that is true at a position in milliseconds. Past the end it is the last moment.
    pub fn at(&self, position: u64) -> Moment<'_> {
        let position = position.min(self.millis());
        moment::moment(&self.segments, self.segment_index(position), position)
    }

    /// The cues due in `[from, to)`, in order. The last may lie exactly at [`Self::millis`].
    pub fn cues(&self, from: u64, to: u64) -> &[Cue] {
        let first = self.cues.partition_point(|cue| cue.at < from);
        let last = self.cues.partition_point(|cue| cue.at < to);
        self.cues.get(first..last).unwrap_or_default()
    }

    /// The same timeline with one segment longer by about `millis`, in whole breaths where it is
    /// paced by breath. A first side takes its second side along, so that both stay equal.
    /// Nothing before the segment's end moves. Packs stay within their limit.
    #[must_use]
    pub fn extended(&self, index: usize, millis: u64) -> Self {
        let mut parts = self.parts.clone();
        let room = LONGEST_MILLIS.saturating_sub(self.millis());
        if let Some(part) = parts.get_mut(index) {
            let twin = part.twin.filter(|twin| *twin > index);
            let share = if twin.is_some() { room / 2 } else { room };
            let added = part.longer(millis.min(share)) - part.millis;
            part.millis += added;
            if let Some(twin) = twin.and_then(|twin| parts.get_mut(twin)) {
                twin.millis += added;
            }
        }
        self.with_parts(parts)
    }
}
