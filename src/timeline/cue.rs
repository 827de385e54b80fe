//! What is to be heard, and exactly when.

use super::chimes::Chimed;
use super::speech::Spoken;
use super::{Phrase, Segment, moment};
use crate::session::PhaseKind;

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
    /// Everything is so much softer from here on than a session begins.
    Softer {
        /// In hundredths of a dB.
        hundredths: u16,
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
            Self::Bed(_) | Self::Fade { .. } | Self::Softer { .. } => 0,
            Self::Chime(_) => 1,
            Self::Speech(_) => 2,
            Self::Breath { .. } => 3,
        }
    }
}

/// Every cue of a timeline, in order.
pub(super) fn cues(
    segments: &[Segment],
    bed: Option<&str>,
    chimes: &[Chimed],
    spoken: &[(usize, Spoken)],
) -> Vec<Cue> {
    let mut cues = Vec::new();
    if let Some(bed) = bed {
        cues.push(Cue { at: 0, kind: CueKind::Bed(Some(bed.to_owned())) });
    }
    cues.extend(chimes.iter().map(|chime| {
        let kind = CueKind::Chime(chime.name.clone());
        Cue { at: chime.at, kind }
    }));
    cues.extend(spoken.iter().map(|(_, spoken)| {
        let kind = CueKind::Speech(spoken.words.clone());
        Cue { at: spoken.after, kind }
    }));
    for segment in segments {
        breath(segment, &mut cues);
        beds(segment, &mut cues);
    }
    sort(&mut cues);
    cues
}

/// Puts cues in their order. Those that are alike stay as they are.
pub(super) fn sort(cues: &mut [Cue]) {
    cues.sort_by_key(|cue| (cue.at, cue.kind.rank()));
}

fn breath(segment: &Segment, cues: &mut Vec<Cue>) {
    let Some(plan) = &segment.breath else {
        return;
    };
    let mut at = segment.start + plan.begins;
    for _ in 0..plan.breaths {
        for (index, phase) in plan.pattern.phases.iter().enumerate() {
            let kind = CueKind::Breath {
                phase: phase.kind,
                label: phase.label.clone(),
                millis: phase.millis,
                fullness: moment::fullness_after(&plan.pattern.phases, index),
            };
            cues.push(Cue { at, kind });
            at += phase.millis;
        }
    }
}

/// The changes of the background that a step asks for.
fn beds(segment: &Segment, cues: &mut Vec<Cue>) {
    let Some((step, points)) = segment.pointed_step() else {
        return;
    };
    cues.extend(step.beds.iter().map(|bed| {
        let kind = CueKind::Bed(bed.name.clone());
        Cue { at: segment.start + points.place(bed.at), kind }
    }));
}
