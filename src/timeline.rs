//! A session compiled to a pure function of time: segments that tile it, moments and cues.

mod again;
mod announcement;
mod bed;
mod caps;
mod chimes;
mod cue;
mod ending;
mod expand;
mod fit;
mod flex;
mod heard_twice;
mod layout;
mod length;
mod moment;
mod night;
mod opening;
mod overview;
mod part;
mod phrase;
mod points;
mod prepare;
mod repetitions;
mod segment;
mod speech;
mod stop_signs;
mod switch;
#[cfg(test)]
pub(crate) mod tests;
mod turns;
mod wording;

pub use announcement::{Announcement, OtherSide, PartOfBody};
pub use chimes::NEXT_LEADS_MILLIS;
pub use cue::{Cue, CueKind};
pub use ending::{Ending, Tail};
pub use fit::{CannotFit, bounds, written_millis};
pub use moment::{Moment, TenseNow};
pub use night::slowest;
pub use part::SegmentKind;
pub use phrase::Phrase;
pub use prepare::{LengthWish, Wish, prepare};
pub use segment::Segment;
pub use speech::{Spoken, WordsOf};

use std::iter;

use crate::prosody::Pace;
use crate::session::{Chimes, WorkedTime};
use crate::words::Texts;
use night::Sinking;
use part::Part;
use wording::Wording;

/// The longest a timeline may be, in milliseconds: 12 hours.
pub const LONGEST_MILLIS: u64 = 12 * 60 * 60 * 1000;

/// A session laid out in time. Everything in it is a function of a position in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    title: String,
    language: String,
    wording: Wording,
    for_bed: bool,
    chimes: Chimes,
    /// The background as the session has it.
    bed: Option<String>,
    wish: Wish,
    parts: Vec<Part>,
    segments: Vec<Segment>,
    spoken: Vec<(usize, Spoken)>,
    cues: Vec<Cue>,
    /// How it sinks where it is played at night.
    sinking: Sinking,
}

impl Timeline {
    /// These parts, heard as is wished.
    fn with_parts(mut self, parts: Vec<Part>) -> Self {
        let segments = layout::segments(&parts, &self.wording, self.is_night());
        self.sinking = Sinking::of(&segments);
        let millis = |words: &Phrase, at: u64| self.speaking_millis(words, at);
        let chimes = (&self.chimes, self.is_night());
        let is_night = self.for_bed || self.is_night();
        let guide = speech::Guide::new(&segments, &self.wording, self.wish.guidance, is_night);
        let (spoken, chimes) = speech::laid_out(&segments, chimes, guide, &millis);
        let written = cue::cues(&segments, self.bed.as_deref(), &chimes, &spoken);
        let cues = bed::beneath(&self.wish.bed, written);
        let end = segments.last().map_or(0, |segment| segment.end);
        let said = spoken.last().map_or(0, |(_, last)| last.end());
        let cues = self.wish.ending.arrange(cues, said, end, self.sinking);
        Self { parts, segments, spoken, cues, ..self }
    }

    /// The same timeline, heard as is wished now. It stays as long as it is.
    fn heard(&self, wish: Wish) -> Self {
        let parts = self.parts.clone();
        Self { wish, ..self.clone() }.with_parts(parts)
    }

    /// What was wished of it.
    pub fn wish(&self) -> &Wish {
        &self.wish
    }

    /// The session's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of its words, such as `en` or `pt-BR`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the program says in that language, for those who speak or show its announcements.
    pub fn texts(&self) -> &'static Texts {
        self.wording.texts()
    }

    /// How fast words are spoken at a position in milliseconds, live, in a recording and in captions:
    /// slowly in a session for bed, and in any other that is played at night; and at night slower
    /// and slower until the last of them.
    pub fn pace_at(&self, position: u64) -> Pace {
        let pace = Pace::by(self.for_bed || self.is_night(), self.wish.words_per_minute);
        let pace = pace.in_language(&self.language);
        if self.is_night() { self.sinking.pace(pace, position) } else { pace }
    }

    /// How much softer everything is at a position in milliseconds than a session begins, in
    /// hundredths of a dB: more and more at night, until the last words.
    pub fn softer_at(&self, position: u64) -> u16 {
        if self.is_night() { self.sinking.softer(position) } else { 0 }
    }

    /// About how long it takes to speak these words at a position, both in milliseconds.
    pub fn speaking_millis(&self, words: &Phrase, position: u64) -> u64 {
        self.pace_at(position).millis(&self.wording.spoken(words))
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

    /// The first segment of each step as it is written, in order.
    pub fn first_segments(&self) -> Vec<&Segment> {
        let mut first: Vec<&Segment> = Vec::new();
        for segment in &self.segments {
            if segment.written.is_some_and(|written| written == first.len()) {
                first.push(segment);
            }
        }
        first
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
        moment::moment(&self.segments, &self.spoken, self.segment_index(position), position)
    }

    /// The cues due in `[from, to)`, in order. The last may lie exactly at [`Self::millis`].
    pub fn cues(&self, from: u64, to: u64) -> &[Cue] {
        let first = self.cues.partition_point(|cue| cue.at < from);
        let last = self.cues.partition_point(|cue| cue.at < to);
        self.cues.get(first..last).unwrap_or_default()
    }

    /// How long hands or a tool work each place on each side.
    pub fn worked(&self) -> WorkedTime {
        caps::time(self.parts.iter(), Part::worked_millis)
    }

    /// The same timeline with one segment longer by about `millis`, in whole breaths where it is
    /// paced by breath. A first side takes its second side along, so that both stay equal.
    /// Nothing before the segment's end moves. Packs stay within their limit, and places within the
    /// most that each is worked.
    #[must_use]
    pub fn extended(&self, index: usize, millis: u64) -> Self {
        let mut parts = self.parts.clone();
        let room = LONGEST_MILLIS.saturating_sub(self.millis());
        if let Some(part) = parts.get(index) {
            let twin = part.twin.filter(|twin| *twin > index);
            let longer: Vec<usize> = iter::once(index).chain(twin).collect();
            let room = caps::room(&parts, &longer).min(room / longer.len() as u64);
            let added = part.longer(millis, room) - part.millis;
            for at in longer {
                if let Some(part) = parts.get_mut(at) {
                    part.millis += added;
                }
            }
        }
        self.clone().with_parts(parts)
    }
}
