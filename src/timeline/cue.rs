//! What is to be heard, and exactly when.

use super::wording::Wording;
use super::{Phrase, Segment, SegmentKind, moment, speech};
use crate::session::{Chimes, PhaseKind, StepKind};

/// Sessions shorter than this get no half-way chime of their own, in milliseconds: 4 minutes.
const HALFWAY_FROM_MILLIS: u64 = 240_000;

/// Chimes nearer to each other than this are heard as one, in milliseconds.
const CHIMES_AS_ONE_MILLIS: u64 = 200;
/// How far such chimes are put apart, in milliseconds.
const CHIMES_APART_MILLIS: u64 = 1_200;

/// The chime at a turn of tension and release, where the session has none for its steps.
const TURN_CHIME: &str = "next";

/// Something to be heard at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When, in milliseconds from the start of the timeline.
    pub at: u64,
    /// What.
    pub kind: CueKind,
}

/// What is to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// The background changes; `None` is silence.
    Bed(Option<String>),
    /// The background begins to fade away.
    Fade {
        /// How long that takes, in milliseconds.
        millis: u64,
    },
    /// A chime, by name.
    Chime(String),
    /// A spoken line.
    Speech(Phrase),
    /// A phase of the breath begins.
    Breath {
        /// What the breath does.
        phase: PhaseKind,
        /// Its label.
        label: String,
        /// Its length in milliseconds.
        millis: u64,
        /// How full of air the person is when it ends, in thousandths.
        fullness: u16,
    },
}

impl CueKind {
    /// What sounds first where several cues fall due at once.
    fn rank(&self) -> u8 {
        match self {
            Self::Bed(_) | Self::Fade { .. } => 0,
            Self::Chime(_) => 1,
            Self::Speech(_) => 2,
            Self::Breath { .. } => 3,
        }
    }
}

/// Every cue of a timeline, in order.
pub(super) fn cues(
    segments: &[Segment],
    chimes: &Chimes,
    bed: Option<&str>,
    wording: &Wording,
) -> Vec<Cue> {
    let mut cues = Vec::new();
    if let Some(bed) = bed {
        cues.push(Cue { at: 0, kind: CueKind::Bed(Some(bed.to_owned())) });
    }
    session_chimes(segments, chimes, &mut cues);
    for segment in segments {
        let mut writer = Writer { segment, cues: &mut cues };
        writer.speech(wording);
        writer.breath();
        writer.asked_for();
        writer.tense(chimes);
    }
    // It comes after the chimes that steps ask for at their ends.
    let end = segments.last().map_or(0, |segment| segment.end);
    let last = chimes.end.iter().map(|name| Cue { at: end, kind: CueKind::Chime(name.clone()) });
    cues.extend(last);
    sort(&mut cues);
    parted(cues, end)
}

/// The same cues, with chimes that fall due together put apart, so that each is heard; where it is
/// the same chime twice, one is enough. The last stays at the end, and those before it come sooner.
fn parted(mut cues: Vec<Cue>, end: u64) -> Vec<Cue> {
    let is_chime = |cue: &Cue| matches!(cue.kind, CueKind::Chime(_));
    // When the last chime was to sound, when it does, and which it is.
    let mut before: Option<(u64, u64, CueKind)> = None;
    cues.retain_mut(|cue| {
        if !is_chime(cue) {
            return true;
        }
        let written = cue.at;
        if let Some((due, heard, kind)) = &before
            && written - due < CHIMES_AS_ONE_MILLIS
        {
            if *kind == cue.kind {
                return false;
            }
            cue.at = heard + CHIMES_APART_MILLIS;
        }
        before = Some((written, cue.at, cue.kind.clone()));
        true
    });
    let mut latest = end;
    for cue in cues.iter_mut().rev().filter(|cue| is_chime(cue)) {
        if cue.at <= latest {
            break;
        }
        cue.at = latest;
        latest = latest.saturating_sub(CHIMES_APART_MILLIS);
    }
    sort(&mut cues);
    cues
}

/// Puts cues in their order. Those that are alike stay as they are.
pub(super) fn sort(cues: &mut [Cue]) {
    cues.sort_by_key(|cue| (cue.at, cue.kind.rank()));
}

/// The chimes that sound without being asked for.
fn session_chimes(segments: &[Segment], chimes: &Chimes, cues: &mut Vec<Cue>) {
    let mut chime = |at, name: &Option<String>| {
        if let Some(name) = name {
            cues.push(Cue { at, kind: CueKind::Chime(name.clone()) });
        }
    };
    let mut started = None;
    let mut switched = false;
    for segment in segments {
        match segment.kind {
            SegmentKind::LeadIn(_) => {}
            SegmentKind::Switch => {
                chime(segment.start, &chimes.switch);
                switched = true;
            }
            _ => {
                match started {
                    None => chime(segment.start, &chimes.start),
                    Some(_) if switched => {}
                    Some(_) => chime(segment.start, &chimes.next),
                }
                started.get_or_insert(segment.start);
                switched = false;
            }
        }
    }
    let end = segments.last().map_or(0, |segment| segment.end);
    let start = started.unwrap_or(0);
    if end - start >= HALFWAY_FROM_MILLIS {
        chime(start + (end - start) / 2, &chimes.halfway);
    }
}

struct Writer<'a> {
    segment: &'a Segment,
    cues: &'a mut Vec<Cue>,
}

impl Writer<'_> {
    fn push(&mut self, after: u64, kind: CueKind) {
        self.cues.push(Cue { at: self.segment.start + after, kind });
    }

    fn speech(&mut self, wording: &Wording) {
        for words in speech::words_of(self.segment, wording) {
            self.push(words.after, CueKind::Speech(words.words));
        }
    }

    fn breath(&mut self) {
        let Some(plan) = &self.segment.breath else {
            return;
        };
        let mut after = 0;
        for _ in 0..plan.breaths {
            for (index, phase) in plan.pattern.phases.iter().enumerate() {
                let kind = CueKind::Breath {
                    phase: phase.kind,
                    label: phase.label.clone(),
                    millis: phase.millis,
                    fullness: moment::fullness_after(&plan.pattern.phases, index),
                };
                self.push(after, kind);
                after += phase.millis;
            }
        }
    }

    fn asked_for(&mut self) {
        let Some((step, points)) = self.segment.pointed_step() else {
            return;
        };
        for chime in &step.chimes {
            self.push(points.place(chime.at), CueKind::Chime(chime.name.clone()));
        }
        for bed in &step.beds {
            self.push(points.place(bed.at), CueKind::Bed(bed.name.clone()));
        }
    }

    /// A soft sign at every turn of a tense-and-release step, so that it works by ear.
    fn tense(&mut self, chimes: &Chimes) {
        let Some(StepKind::Tense(tense)) = self.segment.step.as_ref().map(|step| &step.kind) else {
            return;
        };
        for (after, _) in speech::turns(tense).filter(|(after, _)| *after > 0) {
            // Even where steps begin in silence: eyes closed, nothing else says when to let go.
            let name = chimes.next.as_deref().unwrap_or(TURN_CHIME);
            self.push(after, CueKind::Chime(name.to_owned()));
        }
    }
}
