//! What the program says to guide a person: how long it takes, how long it stays quiet, and that a
//! step is half over or ends soon. Only where the author says nothing of the kind, and has left room.

use std::collections::BTreeMap;

use super::overview::overview;
use super::program::change_of_sides;
use super::wanted::{PlacedWords, Wanted};
use super::{Spoken, WordsOf};
use crate::choices::Guidance;
use crate::prosody::SENTENCE_PAUSE_MILLIS;
use crate::timeline::length::SpokenLength;
use crate::timeline::overview::Overview;
use crate::timeline::wording::Wording;
use crate::timeline::{Announcement, Segment, SegmentKind};

/// Steps shorter than this say nothing of their length, in milliseconds: there is hardly room.
const LENGTH_FROM_MILLIS: u64 = 20_000;
/// Where less than this is left of a step, its length is not said, in milliseconds.
const LEFT_FROM_MILLIS: u64 = 14_000;
/// How long after the first words of a step its length may still be said, in milliseconds.
const LENGTH_WITHIN_MILLIS: u64 = 2_000;
/// How late in a session its overview is still worth saying, in milliseconds after its first step
/// begins.
const OVERVIEW_WITHIN_MILLIS: u64 = 25_000;
/// A first step shorter than this may have no room for the overview, in milliseconds.
const SHORT_FIRST_MILLIS: u64 = 25_000;
/// A silence from this length on is announced, in milliseconds: without a word it feels like the end.
const SILENCE_FROM_MILLIS: u64 = 28_000;
/// How late in a silence it is still announced, in milliseconds.
const SILENCE_WITHIN_MILLIS: u64 = 5_000;
/// About how long it takes to announce a silence, with the pause before, in milliseconds.
const ANNOUNCING_MILLIS: u64 = 4_000;
/// Steps longer than this have a word half-way or in their last seconds, in milliseconds.
const LONG_STEP_MILLIS: u64 = 40_000;
/// The last seconds of a step, in milliseconds before its end.
const LAST_MILLIS: u64 = 15_000;
/// How long before the end of a step ten seconds are said to be left, in milliseconds.
const TEN_SECONDS_MILLIS: u64 = 10_500;
/// By how much those may be off, in milliseconds.
const ABOUT_MILLIS: u64 = 1_000;
/// By which share of a step a word may be off its middle and still say half-way, in percent.
const ABOUT_HALF_PERCENT: u64 = 6;
/// How often something is said in full before a shorter form does.
const IN_FULL: u32 = 1;
/// How often at night a step is said to be half over or to end soon: after that, how long it takes is
/// enough.
const COUNTED_AT_NIGHT: u32 = 2;

/// What is wanted in a segment that has these words so far.
type Want<'a> = fn(&Guide<'a>, &Segment, &[&Spoken]) -> Vec<Wanted>;

/// What guides a person through a session, and what has been said so far.
pub(in crate::timeline) struct Guide<'a> {
    wording: &'a Wording,
    guidance: Guidance,
    /// From where on nothing is added, in milliseconds: the last third of a night.
    until: u64,
    is_night: bool,
    overview: Option<Overview>,
    /// When the first step begins, in milliseconds.
    first_step: u64,
    /// Whether the first step may have no room for the overview.
    first_is_full: bool,
    /// How often something of each kind has been said, and the length said last.
    said: BTreeMap<&'static str, (u32, SpokenLength)>,
    /// How often a step was said to be half over or to end soon.
    counted: u32,
}

impl<'a> Guide<'a> {
    /// The guide through these segments.
    pub(in crate::timeline) fn new(
        segments: &[Segment],
        wording: &'a Wording,
        guidance: Guidance,
        is_night: bool,
    ) -> Self {
        let end = segments.last().map_or(0, |segment| segment.end);
        let first_step = segments.iter().find(|segment| segment.step.is_some());
        let is_full =
            |first: &Segment| first.breath.is_some() || first.millis() < SHORT_FIRST_MILLIS;
        let first_is_full = first_step.is_some_and(is_full);
        let first_step = first_step.map_or(0, |segment| segment.start);
        let overview = (guidance == Guidance::Full).then(|| overview(segments));
        let until = if is_night { end / 3 * 2 } else { end };
        let said = BTreeMap::new();
        Self {
            wording,
            guidance,
            until,
            is_night,
            overview,
            first_step,
            first_is_full,
            said,
            counted: 0,
        }
    }

    /// What may be wanted in a segment, in the order in which it takes its room: each is asked with
    /// the words that are spoken by then.
    pub(super) const WANTS: [Want<'a>; 5] = [
        |guide, segment, said| guide.overview(segment, said).into_iter().collect(),
        |guide, segment, said| guide.waiting(segment, said).into_iter().collect(),
        |guide, segment, said| guide.length(segment, said).into_iter().collect(),
        Self::silences,
        |guide, segment, said| guide.progress(segment, said).into_iter().collect(),
    ];

    /// The words of the session beside those of its steps.
    pub(super) fn wording(&self) -> &'a Wording {
        self.wording
    }

    /// Announces the change of sides that follows a segment, unless the author's own words do so.
    pub(super) fn change_of_sides(
        &self,
        segments: &[Segment],
        index: usize,
        spoken: &[(usize, Spoken)],
    ) -> Option<Wanted> {
        let is_wished = self.guidance != Guidance::Author;
        is_wished.then(|| change_of_sides(segments, index, spoken, self.wording)).flatten()
    }

    /// Whether nothing is added to a segment: at the end of a night, where the person goes on when they
    /// are ready, and where numbers are counted.
    fn is_left_alone(&self, segment: &Segment) -> bool {
        let goes_on = segment.step.as_ref().is_some_and(|step| !step.wait && step.count.is_none());
        self.guidance == Guidance::Author || segment.end > self.until || !goes_on
    }

    /// Remembers what has been said, so that it is said shorter the next time.
    pub(super) fn note(&mut self, announcement: Announcement) {
        let (kind, length) = match announcement {
            Announcement::Overview(_) => {
                self.overview = None;
                return;
            }
            Announcement::Lasts(length) | Announcement::LastsAgain(length) => ("lasts", length),
            Announcement::Quiet(length) | Announcement::QuietAgain(length) => ("quiet", length),
            Announcement::TenMore | Announcement::TenMoreAgain => {
                self.counted += 1;
                ("ten", SpokenLength::Seconds(10))
            }
            Announcement::Waits | Announcement::WaitsAgain => ("waits", SpokenLength::Seconds(0)),
            Announcement::Half | Announcement::MoreBreaths(_) => {
                self.counted += 1;
                return;
            }
            _ => return,
        };
        let (times, _) = self.said.get(kind).copied().unwrap_or((0, length));
        self.said.insert(kind, (times + 1, length));
    }

    /// How long the session takes and what comes, while the person settles or after the first words.
    fn overview(&self, segment: &Segment, said: &[&Spoken]) -> Option<Wanted> {
        let overview = self.overview?;
        let latest = self.first_step + OVERVIEW_WITHIN_MILLIS;
        let first = after_first(segment, said);
        if first > latest || matches!(segment.kind, SegmentKind::StopSign(_)) {
            return None;
        }
        let is_short_wished = segment.step.is_some() || self.first_is_full;
        let short = is_short_wished.then(|| overview.short());
        let options = [Some(overview), short].into_iter().flatten();
        let options = options.filter_map(|overview| {
            self.option(Announcement::Overview(overview), first, latest.min(segment.end))
        });
        Some(Wanted { options: options.collect(), ends_by: breath_begins(segment) })
    }

    /// That a step waits for the person, and which key goes on.
    fn waiting(&self, segment: &Segment, said: &[&Spoken]) -> Option<Wanted> {
        if self.guidance == Guidance::Author || !segment.waits() {
            return None;
        }
        let announcements = if self.said.contains_key("waits") {
            [Some(Announcement::WaitsAgain), None]
        } else {
            [Some(Announcement::Waits), Some(Announcement::WaitsAgain)]
        };
        let first = after_first(segment, said);
        let options = announcements.into_iter().flatten();
        let options = options.filter_map(|words| self.option(words, first, segment.end));
        Some(Wanted { options: options.collect(), ends_by: None })
    }

    /// How long a segment takes, where its author has not said so.
    fn length(&self, segment: &Segment, said: &[&Spoken]) -> Option<Wanted> {
        let is_told = said.iter().any(|line| self.names_a_length(line));
        let is_wished = self.guidance == Guidance::Full && hands_are_busy(segment);
        let is_short = segment.millis() < LENGTH_FROM_MILLIS;
        if self.is_left_alone(segment) || !is_wished || is_short || is_told {
            return None;
        }
        let first = after_first(segment, said);
        let left = segment.end.saturating_sub(first);
        if left < LEFT_FROM_MILLIS {
            return None;
        }
        // What is still to come when it is said: a person counts from there.
        let length = match &segment.breath {
            Some(plan) => SpokenLength::Breaths(plan.breaths),
            None => SpokenLength::of_millis(left),
        };
        let announcement = match self.said.get("lasts") {
            Some((times, last)) if *last == length && *times > IN_FULL => return None,
            Some(_) => Announcement::LastsAgain(length),
            None => Announcement::Lasts(length),
        };
        let option = self.option(announcement, first, first + LENGTH_WITHIN_MILLIS)?;
        Some(Wanted { options: vec![option], ends_by: breath_begins(segment) })
    }

    /// How long it stays quiet, before each long silence of a step in which one is still.
    fn silences(&self, segment: &Segment, said: &[&Spoken]) -> Vec<Wanted> {
        let is_still =
            matches!(segment.kind, SegmentKind::Rest | SegmentKind::Pack | SegmentKind::Scan);
        if self.is_left_alone(segment) || !is_still || segment.breath.is_some() {
            return Vec::new();
        }
        let ends = said.iter().map(|line| line.end());
        let starts = said.iter().map(|line| line.after).skip(1).chain([segment.end]);
        let mut wanted = Vec::new();
        let mut is_first = !self.said.contains_key("quiet");
        let mut by_author = None;
        for ((from, to), line) in ends.zip(starts).zip(said) {
            // What the program has put in between tells nothing of the silence.
            let is_added = line.of == WordsOf::Program;
            let line = if is_added { by_author.unwrap_or(*line) } else { *line };
            by_author = Some(line);
            let quiet = to.saturating_sub(from + ANNOUNCING_MILLIS);
            if to.saturating_sub(from) < SILENCE_FROM_MILLIS || self.names_a_length(line) {
                continue;
            }
            let length = SpokenLength::of_millis(quiet);
            let announcement = match self.names_a_silence(line) {
                true => Announcement::Lasts,
                false if is_first => Announcement::Quiet,
                false => Announcement::QuietAgain,
            };
            let first = from + SENTENCE_PAUSE_MILLIS;
            let option = self.option(announcement(length), first, from + SILENCE_WITHIN_MILLIS);
            wanted.extend(option.map(|option| Wanted { options: vec![option], ends_by: None }));
            is_first = false;
        }
        wanted
    }

    /// A word before the end of a long step, or half-way, where its author says none there.
    fn progress(&self, segment: &Segment, said: &[&Spoken]) -> Option<Wanted> {
        let millis = segment.millis();
        // A person who falls asleep is not called back.
        let is_awake = hands_are_busy(segment) && self.counted < COUNTED_AT_NIGHT;
        let is_wished = self.guidance == Guidance::Full
            && segment.kind != SegmentKind::Tense
            && (!self.is_night || is_awake);
        // A silence that its author has announced is not broken.
        let is_silence = said.iter().any(|line| self.names_a_silence(line));
        if self.is_left_alone(segment) || !is_wished || is_silence || millis < LONG_STEP_MILLIS {
            return None;
        }
        let (middle, off) = (segment.start + millis / 2, millis * ABOUT_HALF_PERCENT / 100);
        let late = segment.end - LAST_MILLIS;
        let heard = |line: &&Spoken| line.end() > late || line.after.abs_diff(middle) <= off;
        if said.iter().any(heard) {
            return None;
        }
        let half = self.option(Announcement::Half, middle, middle + off);
        let last = self.last_word(segment);
        Some(Wanted { options: last.into_iter().chain(half).collect(), ends_by: None })
    }

    /// A word in the last seconds of a step.
    fn last_word(&self, segment: &Segment) -> Option<PlacedWords> {
        let Some(plan) = &segment.breath else {
            let announcement = match self.said.get("ten") {
                Some((times, _)) if *times > IN_FULL => Announcement::TenMoreAgain,
                _ => Announcement::TenMore,
            };
            let begins = segment.end - TEN_SECONDS_MILLIS;
            return self.option(announcement, begins, begins + ABOUT_MILLIS);
        };
        let cycle = plan.pattern.cycle_millis().max(1);
        let count = (LAST_MILLIS / cycle).clamp(1, 3).min(plan.breaths.into());
        let over = segment.start + plan.begins + u64::from(plan.breaths) * cycle;
        let begins = over.saturating_sub(count * cycle);
        let announcement = Announcement::MoreBreaths(count as u32);
        self.option(announcement, begins.saturating_sub(ABOUT_MILLIS * 2), begins)
    }

    /// Whether an author's words say by themselves how long something takes.
    fn names_a_length(&self, line: &Spoken) -> bool {
        let words = self.wording.spoken(&line.words);
        line.of != WordsOf::Program && self.wording.names_a_length(&words)
    }

    /// Whether an author's words say that nothing is said from then on.
    fn names_a_silence(&self, line: &Spoken) -> bool {
        let words = self.wording.spoken(&line.words);
        line.of != WordsOf::Program && self.wording.names_a_silence(&words)
    }

    /// Whether an author wishes for silence at some time between two, or has announced it in words: it
    /// lasts until they speak again, or their step ends.
    pub(super) fn is_silence(
        &self,
        segments: &[Segment],
        spoken: &[(usize, Spoken)],
        (from, to): (u64, u64),
    ) -> bool {
        let is_written = |segment: &Segment| segment.step_is_silent(from, to);
        let announced = spoken.iter().enumerate().any(|(at, (index, line))| {
            let of_step = spoken[at + 1..].iter().take_while(|(next, _)| next == index);
            let next = of_step.map(|(_, next)| next).find(|next| next.of != WordsOf::Program);
            let until = next.map_or(segments[*index].end, |next| next.after);
            from < until && to > line.end() && self.names_a_silence(line)
        });
        announced || segments.iter().any(is_written)
    }

    fn option(&self, announcement: Announcement, from: u64, to: u64) -> Option<PlacedWords> {
        let words = self.wording.phrase(announcement)?;
        Some(PlacedWords { words, begins: from..=to, apart: SENTENCE_PAUSE_MILLIS })
    }
}

/// When something may be said after the first words of a segment, and what the program has added to
/// them.
fn after_first(segment: &Segment, said: &[&Spoken]) -> u64 {
    let added = said.iter().skip(1).take_while(|line| line.of == WordsOf::Program);
    let first = said.first().into_iter().chain(added).last();
    first.map_or(segment.start, |line| line.end() + SENTENCE_PAUSE_MILLIS)
}

/// Whether a person has their hands full, or holds still in a stretch, and cannot look at a clock.
fn hands_are_busy(segment: &Segment) -> bool {
    matches!(segment.kind, SegmentKind::Massage | SegmentKind::Stretch)
}

/// When the first breath of a segment begins, which no words of the program's run into.
fn breath_begins(segment: &Segment) -> Option<u64> {
    segment.breath.as_ref().map(|plan| segment.start + plan.begins)
}
