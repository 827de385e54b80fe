//! What the effects of a player sound like, with the words as the narrator speaks them.

use std::time::Duration;

use super::beginning::HeldSound;
use super::{AudioSink, Clock, Playback};
use crate::mixer::{Arrangement, SoundEvent};
use crate::player::{Effect, Player, State};
use crate::synthesis::SoundClip;
use crate::timeline::{Cue, CueKind};

/// The chime that says a step is done and waits for the person.
const WAITING_CHIME: &str = "next";

impl<Time: Clock, Sink: AudioSink> Playback<Time, Sink> {
    /// Makes effects heard.
    pub(super) fn sound(&mut self, effects: &[Effect]) {
        if let Some(player) = self.now.player() {
            self.narrator.follow(player.shared_timeline());
        }
        self.wait_after(effects);
        for effect in effects {
            self.sound_one(effect);
        }
        self.keep_room_tone(effects);
        self.begin_where_heard();
    }

    fn sound_one(&mut self, effect: &Effect) {
        let position = self.now.last_player().map_or(0, Player::position);
        match effect {
            Effect::Cue { cue, after } => self.sound_cue(cue, Duration::from_millis(*after)),
            Effect::CancelPending => {
                self.narrator.forget();
                self.wait.forget();
                self.sink.cancel_pending();
            }
            Effect::Resumed => {
                self.sink.wake();
                let line = self.narrator.resume(position);
                self.say(line);
            }
            Effect::WaitsSoon { after } => {
                self.play(SoundEvent::chime(WAITING_CHIME), Duration::from_millis(*after));
            }
            Effect::Paused(_) => {
                self.narrator.pause(position);
                self.sink.rest();
            }
            // To lay it out anew, what was being said was broken off too.
            Effect::Extended { .. } => {
                let playing = self.now.player().filter(|player| player.state() == State::Playing);
                let line = playing.and_then(|player| self.narrator.say_again(player.position()));
                self.say(line);
            }
            Effect::FadeBed { millis } => self.sink.finish(Duration::from_millis(*millis)),
            Effect::Entered(index) => {
                let player = self.now.last_player();
                let segment = player.and_then(|it| it.timeline().segments().get(*index));
                self.narrator.jump_to(segment.map_or(0, |segment| segment.start));
            }
            Effect::Finished { .. } | Effect::Ended(_) => self.narrator.forget(),
            Effect::Night(night) => self.sink.set_night(*night),
            Effect::Volume(volume) => self.sink.set_volume(*volume),
            Effect::Muted(muted) => self.sink.set_muted(*muted),
            Effect::Level(kind, volume) => self.sink.set_level(*kind, *volume),
            Effect::Begun => self.forget_told_lines(),
            Effect::Waiting | Effect::SleepTimer(_) => {}
        }
    }

    pub(super) fn sound_cue(&mut self, cue: &Cue, after: Duration) {
        if self.wait.is_on() {
            self.wait.hold(HeldSound::Cue(cue.clone()), after);
            return;
        }
        let speed = self.now.last_player().map_or(1.0, Player::speed);
        let arrangement = Arrangement { speed, speech: &self.narrator };
        let sooner = arrangement.head_start(cue);
        match (arrangement.event(cue), &cue.kind) {
            (Some(event), _) => self.play(event, after.saturating_sub(sooner)),
            (None, CueKind::Speech(words)) => self.narrator.wait_for(words, cue.at),
            (None, _) => {}
        }
    }

    /// Makes a line heard that was not there in time.
    pub(super) fn say_late_line(&mut self) {
        let Some(player) = self.now.player().filter(|it| it.state() == State::Playing) else {
            return;
        };
        let (position, speed) = (player.position(), player.speed());
        while let Some((line, after)) = self.narrator.caught_up(position) {
            let after = Duration::from_millis(after).div_f64(speed);
            self.play_soonest(SoundEvent::Clip(line), after);
        }
    }

    /// Says a line that was broken off.
    fn say(&mut self, line: Option<(SoundClip, Duration)>) {
        if let Some((line, after)) = line {
            self.play(SoundEvent::Clip(line), after);
        }
    }
}
