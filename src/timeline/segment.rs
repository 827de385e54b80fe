//! One stretch of a timeline: the lead-in, a step on one side, a switch of sides, or a stop sign.

use std::sync::Arc;

use super::again;
use super::part::{Part, SegmentKind};
use super::points::Points;
use super::wording::Wording;
use super::{Announcement, OtherSide, PartOfBody, Phrase};
use crate::body::{Region, Side};
use crate::session::{Line, Massage, Pattern, Placeholders, Silence, Step, fill};
use crate::words::{Heading, Texts};

/// A breathing pattern and how many whole breaths of it a segment holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreathPlan {
    /// The pattern.
    pub pattern: Pattern,
    /// Whole breaths, at least one.
    pub breaths: u32,
    /// When the first begins, in milliseconds after the segment does: its words are said by then.
    pub begins: u64,
}

/// One stretch of a timeline, with its words filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins, in milliseconds.
    pub start: u64,
    /// Where it ends, in milliseconds; never before it begins.
    pub end: u64,
    /// What it is.
    pub kind: SegmentKind,
    /// What the person does, in a few words.
    pub title: Phrase,
    /// The instruction on screen.
    pub text: Option<Phrase>,
    /// What is spoken as it begins.
    pub say: Option<Phrase>,
    /// An easier way to do it.
    pub easier: Option<String>,
    /// When to stop; on the lead-in, what to know before starting, a line each.
    pub stop_if: Option<String>,
    /// The side it works.
    pub side: Option<Side>,
    /// When its length begins, in milliseconds after the segment does: later where its words come
    /// first.
    pub begins: u64,
    /// The breath that paces it.
    pub breath: Option<BreathPlan>,
    /// Lines, in the order they fall due, in milliseconds after the start.
    pub lines: Vec<(u64, Line)>,
    /// On a change of sides, the one that comes.
    pub other_side: Option<OtherSide>,
    /// The step behind it; `None` for the lead-in, switches and stop signs.
    pub step: Option<Arc<Step>>,
    /// Which of the steps as they are written that is, counted from 0.
    pub written: Option<usize>,
    /// Where the points of the step fall.
    points: Option<Points>,
    /// When nothing is added to its words, in milliseconds of the timeline.
    silence: Option<(u64, u64)>,
}

/// Where a part is played.
#[derive(Clone, Copy)]
pub(super) struct PartPlace<'a> {
    /// When it begins, in milliseconds.
    pub(super) start: u64,
    /// The step that comes after it.
    pub(super) next: Option<&'a Part>,
    /// Whether the sides have just changed.
    pub(super) follows_switch: bool,
    /// Whether it is played as at night.
    pub(super) is_night: bool,
}

impl Segment {
    /// Lays one part down in its place.
    pub(super) fn place(part: &Part, place: PartPlace<'_>, wording: &Wording) -> Self {
        match &part.step {
            Some(step) => Self::of_step(part, step, place, wording),
            None => Self::between(part, place, wording),
        }
    }

    fn of_step(part: &Part, step: &Arc<Step>, place: PartPlace<'_>, wording: &Wording) -> Self {
        let PartPlace { start, follows_switch, is_night, .. } = place;
        let opening = if is_night { part.opening } else { part.opening_by_day };
        let breath = step.pattern.as_ref().map(|pattern| wording.pattern(pattern)).map(|pattern| {
            let breathed = part.millis.saturating_sub(part.opening);
            let breaths = (breathed / pattern.cycle_millis().max(1)).max(1) as u32;
            BreathPlan { pattern, breaths, begins: opening }
        });
        let places = Placeholders {
            sides: part.side.map(|side| wording.sides(side)),
            repeat: part.repeat,
            breaths: breath.as_ref().map(|plan| plan.breaths),
            millis: part.millis,
        };
        let filled = |text: &Option<String>| text.as_deref().map(|text| fill(text, &places));
        let points = Points::of(step, part, opening);
        let filled_line = |line: &Line| {
            let line = again::line(line, part, wording);
            let (show, say) = (filled(&line.show), filled(&line.say));
            let at = points.place(line.at);
            (at, Line { show, say, second_side: None, later_rounds: None, ..line })
        };
        let mut lines: Vec<_> = step.lines.iter().map(filled_line).collect();
        lines.sort_by_key(|(at, _)| *at);
        let change = again::change(step, part, wording).filter(|_| follows_switch);
        let say = match change {
            Some((_, rest)) => Some(rest),
            None => again::opening(step, part, wording),
        };
        let silence = silence(step, &points, part.millis, wording);
        Self {
            start,
            end: start + part.millis,
            kind: part.kind,
            title: Phrase::Author(fill(&step.title, &places)),
            text: filled(&step.text).map(Phrase::Author),
            say: filled(&say).map(Phrase::Author),
            easier: filled(&step.easier),
            stop_if: filled(&step.stop_if),
            side: part.side,
            begins: if step.words_first { opening } else { 0 },
            breath,
            lines,
            other_side: None,
            step: Some(Arc::clone(step)),
            written: part.written,
            points: Some(points),
            silence: silence.map(|(from, to)| (start + from, start + to)),
        }
    }

    fn between(
        part: &Part,
        PartPlace { start, next, .. }: PartPlace<'_>,
        wording: &Wording,
    ) -> Self {
        let other = || {
            let step = next.and_then(|next| next.step.as_deref());
            let part_of_body = step.map_or(PartOfBody::Unnamed, PartOfBody::of);
            OtherSide { side: part.side, part: part_of_body, position: wording.position() }
        };
        let (title, text, other_side) = match part.kind {
            SegmentKind::LeadIn(position) => {
                (Announcement::LeadInTitle, wording.lead_in(position), None)
            }
            SegmentKind::StopSign(id) => {
                (Announcement::StopSignTitle, Announcement::StopSign(id), None)
            }
            _ => {
                let other = other();
                (Announcement::SwitchTitle, Announcement::Switch(other), Some(other))
            }
        };
        let own = next.and_then(|next| authors_words(part.kind, next, wording));
        let words = own.map(Phrase::Author).or_else(|| wording.phrase(text));
        Self {
            start,
            end: start + part.millis,
            kind: part.kind,
            say: words.clone(),
            text: words,
            title: Phrase::Program(title),
            easier: None,
            stop_if: (!part.cautions.is_empty()).then(|| part.cautions.join("\n")),
            side: part.side,
            begins: 0,
            breath: None,
            lines: Vec::new(),
            other_side,
            step: None,
            written: None,
            points: None,
            silence: wording.is_silent().then_some((start, start + part.millis)),
        }
    }

    /// Length in milliseconds.
    pub fn millis(&self) -> u64 {
        self.end - self.start
    }

    /// Whether its author wishes for silence at some time between two, in milliseconds of the timeline.
    pub(super) fn is_silent(&self, from: u64, to: u64) -> bool {
        self.silence.is_some_and(|(begins, ends)| from < ends && to > begins)
    }

    /// The same, where its step says so: a session may name a chime that rings half-way for all that.
    pub(super) fn step_is_silent(&self, from: u64, to: u64) -> bool {
        let is_own = self.step.as_ref().is_some_and(|step| step.silence.is_some());
        is_own && self.is_silent(from, to)
    }

    /// Its step, and where the points of that fall.
    pub(super) fn pointed_step(&self) -> Option<(&Step, Points)> {
        self.step.as_deref().zip(self.points)
    }

    /// The region it works or attends to.
    pub fn region(&self) -> Option<Region> {
        self.step.as_ref().and_then(|step| step.region())
    }

    /// Where it works and what it is, on one line: “Left top of the shoulder: Squeeze and let go”.
    pub fn heading(&self, texts: &Texts) -> String {
        let (side, region) = match &self.step {
            Some(_) => (self.side, self.region()),
            None => (None, None),
        };
        Heading { title: self.title.text(texts).into_owned(), side, region }.text(texts)
    }

    /// Whether words only say what its text shows already, all of it or a part, with its title before
    /// it or without.
    pub fn shows(&self, words: &Phrase, texts: &Texts) -> bool {
        let text = self.text.as_ref().map(|text| text.text(texts)).unwrap_or_default();
        let (words, title) = (words.text(texts), self.title.text(texts));
        let after_title = words.strip_prefix(&*title).and_then(|rest| match rest {
            "" => Some(rest),
            _ => title.ends_with(['.', '!', '?', '…']).then_some(rest).or(rest.strip_prefix('.')),
        });
        words == text || after_title.is_some_and(|rest| text.contains(rest.trim()))
    }

    /// What a massage segment does.
    pub fn massage(&self) -> Option<&Massage> {
        self.step.as_deref()?.massage()
    }

    /// Whether the session waits at its end until the person goes on.
    pub fn waits(&self) -> bool {
        self.step.as_ref().is_some_and(|step| step.wait)
    }
}

/// What the author of the step that follows has written for the change of sides before it.
fn authors_words(kind: SegmentKind, next: &Part, wording: &Wording) -> Option<String> {
    let step = next.step.as_deref().filter(|_| kind == SegmentKind::Switch)?;
    let (words, _) = again::change(step, next, wording)?;
    let sides = next.side.map(|side| wording.sides(side));
    Some(fill(&words, &Placeholders { sides, repeat: next.repeat, ..Placeholders::default() }))
}

/// When nothing is added to a step, in milliseconds after it begins.
fn silence(step: &Step, points: &Points, millis: u64, wording: &Wording) -> Option<(u64, u64)> {
    match step.silence {
        Some(Silence::Between(from, to)) if !wording.is_silent() => {
            Some((points.place(from), points.place(to)))
        }
        Some(_) => Some((0, millis)),
        None => wording.is_silent().then_some((0, millis)),
    }
}
