//! Which background plays: the session's own, none, or another one.

use super::{Cue, CueKind, Timeline};
use crate::choices::Background;

/// Cues as they are with this background beneath them.
pub(super) fn beneath(background: &Background, mut cues: Vec<Cue>) -> Vec<Cue> {
    if *background == Background::AsWritten {
        return cues;
    }
    cues.retain(|cue| !matches!(cue.kind, CueKind::Bed(_)));
    if let Some(name) = background.name() {
        cues.insert(0, Cue { at: 0, kind: CueKind::Bed(Some(name.to_owned())) });
    }
    cues
}

impl Timeline {
    /// The same timeline with another background, beneath all of it. Everything else is to be heard
    /// as before, and [`Background::AsWritten`] brings the session's own back.
    #[must_use]
    pub fn with_bed(&self, choice: &Background) -> Self {
        let mut wish = self.wish.clone();
        wish.bed = choice.clone();
        self.heard(wish)
    }

    /// Which background it has.
    pub fn bed_choice(&self) -> &Background {
        &self.wish.bed
    }
}
