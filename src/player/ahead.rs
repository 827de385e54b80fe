//! Handing out ahead of its time what will be heard.

use super::{Effect, Player};
use crate::timeline::CueKind;

/// How far ahead of their time cues are handed out, in milliseconds of wall time: a spoken line may
/// begin a second early, a sound output wants 250 ms, and time may pass in steps of 100.
pub const HORIZON_MILLIS: u64 = 1_350;
/// What an output usually takes to be heard, in milliseconds: the horizon allows for it.
const USUAL_LEAD_MILLIS: u64 = 250;

impl Player {
    /// Hands cues out so much sooner that an output which takes this long, in milliseconds, to be
    /// heard has them in time.
    pub(super) fn allow_for_lead(&mut self, millis: u64) {
        self.horizon = HORIZON_MILLIS + millis.saturating_sub(USUAL_LEAD_MILLIS);
    }

    /// Hands out the cues due within the horizon, once each, with the exact time until they sound.
    pub(super) fn hand_out(&mut self, effects: &mut Vec<Effect>) {
        let position = self.position();
        let horizon = position + (self.horizon as f64 * self.speed) as u64;
        self.hand_out_until(self.horizon_end(horizon), effects);
    }

    pub(super) fn hand_out_until(&mut self, to: u64, effects: &mut Vec<Effect>) {
        if to <= self.handed_out {
            return;
        }
        for cue in self.timeline.cues(self.handed_out, to) {
            effects.push(Effect::Cue { cue: cue.clone(), after: self.wall_millis_until(cue.at) });
            self.has_had_bed |= matches!(cue.kind, CueKind::Bed(Some(_)));
        }
        self.handed_out = to;
        if self.next_wait() == Some(to) {
            effects.push(Effect::WaitsSoon { after: self.wall_millis_until(to) });
        }
    }

    /// Milliseconds of wall time until a position in milliseconds.
    fn wall_millis_until(&self, position: u64) -> u64 {
        let until = (position * 1000).saturating_sub(self.micros) as f64 / 1000.0 / self.speed;
        until.round() as u64
    }

    /// Where a segment will wait next, in milliseconds.
    fn next_wait(&self) -> Option<u64> {
        let mut ahead = self.timeline.segments()[self.segment..].iter();
        ahead.find(|segment| segment.waits()).map(|segment| segment.end)
    }

    /// Cues are not handed out past a segment that waits: when they will be due is not known yet. Nor
    /// past a sign that is said before the session goes on elsewhere.
    fn horizon_end(&self, horizon: u64) -> u64 {
        let millis = self.timeline.millis();
        if self.missed_signs.is_some() {
            return horizon.min(self.timeline.segments()[self.segment].end);
        }
        let to = if horizon >= millis { millis + 1 } else { horizon };
        self.next_wait().map_or(to, |wall| to.min(wall))
    }
}
