//! Which background is heard while a session plays, and how it ends.

use std::sync::Arc;

use super::{Effect, Player, State};
use crate::choices::Background;
use crate::timeline::{Cue, CueKind, Ending};

impl Player {
    /// The same player with another background.
    #[must_use]
    pub fn with_bed(mut self, choice: &Background) -> Self {
        if self.timeline.bed_choice() != choice {
            self.timeline = Arc::new(self.timeline.with_bed(choice));
        }
        self
    }

    /// Changes the background while it plays; what was to be heard before is overruled. In a pause
    /// it changes once time runs again.
    pub fn choose_bed(&mut self, choice: &Background) -> Vec<Effect> {
        if self.state == State::Finished || self.timeline.bed_choice() == choice {
            return Vec::new();
        }
        let position = self.position();
        let before = self.timeline.cues(position, self.handed_out);
        let is_changing = before.iter().any(|cue| matches!(cue.kind, CueKind::Bed(_)));
        self.timeline = Arc::new(self.timeline.with_bed(choice));
        let mut effects = Vec::new();
        if let State::Paused(_) = self.state {
            return effects;
        }
        self.hand_out_bed(position, &mut effects);
        if is_changing {
            // A change handed out already cannot be called back alone: this one comes after it.
            self.hand_out_bed(self.handed_out, &mut effects);
        }
        self.recall_fade(&mut effects);
        effects
    }

    /// Hands out again which background is to be heard here, and how softly at night: its cue may lie
    /// before a jump, or may have been forgotten in a pause. Where the session says nothing of one, nothing is handed
    /// out, unless there was one that a person has taken away.
    pub(super) fn recall_bed(&mut self, effects: &mut Vec<Effect>) {
        if self.has_had_bed || self.timeline.bed_before(self.handed_out).is_some() {
            self.hand_out_bed(self.position(), effects);
        }
        self.recall_fade(effects);
        if self.timeline.is_night() {
            self.hand_out_softer(self.position(), effects);
        }
    }

    /// Hands out again that the bed fades, where it does.
    fn recall_fade(&self, effects: &mut Vec<Effect>) {
        if self.timeline.fade_left(self.handed_out).is_some() {
            let millis = self.timeline.millis().saturating_sub(self.position());
            let cue = Cue { at: self.position(), kind: CueKind::Fade { millis } };
            effects.push(Effect::Cue { cue, after: 0 });
        }
    }

    /// Gives the session another ending. What has been handed out stays as it is.
    pub fn set_ending(&mut self, ending: Ending) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.timeline.ending() != ending {
            let was_fading = self.timeline.fade_left(self.handed_out).is_some();
            self.timeline = Arc::new(self.timeline.with_ending(ending));
            let is_fading = self.timeline.fade_left(self.handed_out).is_some();
            if self.state == State::Playing {
                if was_fading != is_fading {
                    self.recall_bed(&mut effects);
                }
                // What was handed out of the other ending's cannot be called back alone.
                self.hand_out_softer(self.position(), &mut effects);
                self.hand_out_softer(self.handed_out, &mut effects);
            }
        }
        effects
    }

    /// Hands out how much softer everything is at a position than the session began.
    fn hand_out_softer(&self, at: u64, effects: &mut Vec<Effect>) {
        let kind = CueKind::Softer { hundredths: self.timeline.softer_at(at) };
        effects.push(Effect::Cue { cue: Cue { at, kind }, after: self.until(at) });
    }

    /// How long until a position, in milliseconds of the wall.
    fn until(&self, at: u64) -> u64 {
        let until = (at * 1000).saturating_sub(self.micros) as f64 / 1000.0 / self.speed;
        until.round() as u64
    }

    /// Hands out a change to the background there is where cues have been handed out so far.
    fn hand_out_bed(&mut self, at: u64, effects: &mut Vec<Effect>) {
        let bed = self.timeline.bed_before(self.handed_out).flatten().map(str::to_owned);
        self.has_had_bed |= bed.is_some();
        let cue = Cue { at, kind: CueKind::Bed(bed) };
        effects.push(Effect::Cue { cue, after: self.until(at) });
    }
}
