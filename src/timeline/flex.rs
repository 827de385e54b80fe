//! How far one step may be made shorter or longer, breaths kept whole.

use crate::session::{Step, StepKind};

/// How one written step may flex, in milliseconds on one side.
pub(super) struct StepFlex {
    pub(super) min: u64,
    pub(super) written: u64,
    pub(super) max: u64,
    /// What it grows and shrinks by: a whole breath, or a millisecond.
    pub(super) grain: u64,
    /// How much of it passes before its first breath, or before its length where that follows its words.
    pub(super) opening: u64,
    /// How often it is played.
    pub(super) times: u64,
}

impl StepFlex {
    pub(super) fn is_free(&self) -> bool {
        self.grain == 1
    }

    pub(super) fn is_breathed(&self) -> bool {
        self.grain > 1
    }

    pub(super) fn of(step: &Step, times: u64, opening: u64) -> Self {
        if let StepKind::Tense(tense) = &step.kind {
            let millis = opening + (tense.tense + tense.release) * u64::from(tense.times);
            return Self { min: millis, written: millis, max: millis, grain: 1, opening, times };
        }
        let grain = step.pattern.as_ref().map_or(1, |pattern| pattern.cycle_millis().max(1));
        // A length in breaths counts those after the words; a time holds the words, or follows them.
        let counted = if step.length_follows_words() { 0 } else { opening };
        let breathed = |millis: u64| millis.saturating_sub(counted);
        let length = breathed(step.written_millis());
        let written = opening + ((length + grain / 2) / grain).max(1) * grain;
        let (min, max) = step.flex.map_or((written, written), |flex| {
            let least = breathed(flex.min).next_multiple_of(grain).max(grain);
            (opening + least, opening + breathed(flex.max) / grain * grain)
        });
        Self { min: min.min(written), written, max: max.max(written), grain, opening, times }
    }
}
