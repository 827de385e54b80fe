//! Sessions and timelines as JSON. The keys are a promise to scripts.

use std::borrow::Cow;

use serde::Serialize;

use super::steps;
use crate::body::{Region, Side};
use crate::cli::list::EntryFacts;
use crate::library::Entry;
use crate::session::Session;
use crate::session::{PhaseKind, Technique, Tool};
use crate::timeline::{CueKind, Segment, Timeline};
use crate::words::Texts;

/// A whole session, without its timeline.
#[derive(Serialize)]
pub(super) struct SessionFacts<'a> {
    #[serde(flatten)]
    entry: EntryFacts<'a>,
    author: Option<&'a str>,
    licence: Option<&'a str>,
    sources: &'a [String],
    cautions: &'a [String],
    steps: Vec<SegmentFacts<'a>>,
}

impl<'a> SessionFacts<'a> {
    pub(super) fn of(entry: &'a Entry, session: &'a Session, timeline: &'a Timeline) -> Self {
        Self {
            entry: EntryFacts::of(entry),
            author: session.author.as_deref(),
            licence: session.licence.as_deref(),
            sources: &session.sources,
            cautions: &session.cautions,
            steps: steps(timeline).map(|it| SegmentFacts::of(it, timeline.texts())).collect(),
        }
    }
}

/// A timeline: its segments and what is heard.
#[derive(Serialize)]
pub(super) struct TimelineFacts<'a> {
    id: &'a str,
    title: &'a str,
    duration_ms: u64,
    segments: Vec<SegmentFacts<'a>>,
    cues: Vec<CueFacts<'a>>,
    beds: Vec<BedFacts<'a>>,
}

impl<'a> TimelineFacts<'a> {
    pub(super) fn of(id: &'a str, timeline: &'a Timeline) -> Self {
        let cues = timeline.cues(0, timeline.millis() + 1);
        let (mut heard, mut beds) = (Vec::new(), Vec::new());
        for cue in cues {
            let at_ms = cue.at;
            let kind = match &cue.kind {
                CueKind::Bed(name) => {
                    let name = name.as_deref();
                    beds.push(BedFacts { at_ms, name });
                    continue;
                }
                // Only a session that is played at night fades and sinks within itself.
                CueKind::Fade { .. } | CueKind::Softer { .. } => continue,
                CueKind::Chime(name) => HeardFacts::Chime { name },
                CueKind::Speech(text) => HeardFacts::Speech { text: text.text(timeline.texts()) },
                CueKind::Breath { phase, label, millis, .. } => {
                    HeardFacts::Breath { name: *phase, text: label, duration_ms: *millis }
                }
            };
            heard.push(CueFacts { at_ms, kind });
        }
        Self {
            id,
            title: timeline.title(),
            duration_ms: timeline.millis(),
            segments: timeline
                .segments()
                .iter()
                .map(|it| SegmentFacts::of(it, timeline.texts()))
                .collect(),
            cues: heard,
            beds,
        }
    }
}

#[derive(Serialize)]
struct SegmentFacts<'a> {
    start_ms: u64,
    end_ms: u64,
    kind: &'static str,
    title: Cow<'a, str>,
    text: Option<Cow<'a, str>>,
    side: Option<Side>,
    region: Option<Region>,
    technique: Option<Technique>,
    tool: Option<Tool>,
    pressure: Option<u8>,
    pattern: Option<&'a str>,
    breaths: Option<u32>,
    waits: bool,
}

impl<'a> SegmentFacts<'a> {
    fn of(segment: &'a Segment, texts: &Texts) -> Self {
        let massage = segment.massage();
        let breath = segment.breath.as_ref();
        Self {
            start_ms: segment.start,
            end_ms: segment.end,
            kind: segment.kind.id(),
            title: segment.title.text(texts),
            text: segment.text.as_ref().map(|text| text.text(texts)),
            side: segment.side,
            region: segment.region(),
            technique: massage.map(|massage| massage.technique),
            tool: massage.map(|massage| massage.tool),
            pressure: massage.map(|massage| massage.pressure),
            pattern: breath.map(|plan| plan.pattern.title.as_str()),
            breaths: breath.map(|plan| plan.breaths),
            waits: segment.waits(),
        }
    }
}

#[derive(Serialize)]
struct CueFacts<'a> {
    at_ms: u64,
    #[serde(flatten)]
    kind: HeardFacts<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum HeardFacts<'a> {
    Chime { name: &'a str },
    Speech { text: Cow<'a, str> },
    Breath { name: PhaseKind, text: &'a str, duration_ms: u64 },
}

/// Background sounds last, so they are told apart from what is heard at one time.
#[derive(Serialize)]
struct BedFacts<'a> {
    at_ms: u64,
    name: Option<&'a str>,
}
