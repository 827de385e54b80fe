//! What falls due now, in the order of the session: the player hands its cues out ahead of time.

use super::Event;
use crate::player::{Effect, Player};
use crate::timeline::{Cue, CueKind, Phrase, Segment};

/// Cues that have been handed out and are not due yet.
#[derive(Debug, Default)]
pub(super) struct DueCues(Vec<Cue>);

impl DueCues {
    /// What happens now: effects as they come, and the cues that have fallen due, in the order of
    /// the timeline. What came of the session before stands before another one begins.
    pub(super) fn sort(&mut self, effects: Vec<Effect>, player: Option<&Player>) -> Vec<Event> {
        let position = player.map_or(0, Player::position);
        let mut due: Vec<(bool, u64, Event)> = Vec::new();
        let mut is_before = effects.iter().any(|effect| matches!(effect, Effect::Begun));
        for effect in effects {
            is_before &= !matches!(effect, Effect::Begun);
            let at = match &effect {
                Effect::Cue { cue, .. } => {
                    self.0.push(cue.clone());
                    continue;
                }
                Effect::CancelPending => {
                    self.0.clear();
                    continue;
                }
                Effect::Entered(index) => {
                    let segment = player.and_then(|it| it.timeline().segments().get(*index));
                    self.0.extend(segment.into_iter().flat_map(shown_lines));
                    segment.map_or(position, |segment| segment.start)
                }
                _ => position,
            };
            due.push((!is_before, at, Event::Effect(effect)));
        }
        let (ready, later) = self.0.drain(..).partition(|cue| cue.at <= position);
        self.0 = later;
        due.extend(Vec::into_iter(ready).map(|cue: Cue| (true, cue.at, Event::Due(cue))));
        due.sort_by_key(|(is_since, at, event)| (*is_since, *at, rank(event)));
        due.into_iter().map(|(.., event)| event).collect()
    }
}

/// Lines that are shown and not spoken are no cues; here they fall due like the others.
fn shown_lines(segment: &Segment) -> impl Iterator<Item = Cue> {
    segment.lines.iter().filter(|(_, line)| line.say.is_none()).filter_map(|(after, line)| {
        let kind = CueKind::Speech(Phrase::Author(line.show.clone()?));
        Some(Cue { at: segment.start + after, kind })
    })
}

/// What comes first where several things happen at once: a step begins, then its cues, and last of
/// all the end and what follows it.
fn rank(event: &Event) -> u8 {
    match event {
        Event::Effect(Effect::Begun | Effect::Entered(_) | Effect::Resumed) => 0,
        Event::Due(_) => 1,
        Event::Effect(Effect::SleepTimer(_)) => 3,
        Event::Effect(_) | Event::LeftOut(_) | Event::Silence(_) | Event::Journal(_) => 2,
    }
}
