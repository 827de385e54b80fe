//! After a session that was told in plain lines at night: the bed plays on, and then it fades.

use std::io;
use std::time::Duration;

use tokio::sync::mpsc::Receiver;

use super::clock::Clock;
use super::desktop_link::command;
use super::lines_front_end::LinesFrontEnd;
use super::signals::Signal;
use super::sink::{self, AudioSink};
use super::{Happening, Outcome};
use crate::desktop::DesktopRequest;
use crate::player::{Command, LONGEST_DOZE_MILLIS, SleepTimer, SleepTimerState};

impl<Time: Clock, Sound: AudioSink> LinesFrontEnd<'_, Time, Sound> {
    /// Waits until the bed is silent, and tells what becomes of it. A line that is entered ends it.
    pub(super) async fn drift(
        &mut self,
        mut drift: SleepTimer,
        mut lines: Receiver<()>,
        mut signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        let mut last = self.clock.now();
        let mut someone = true;
        (self.tell)(&self.player, &Happening::SleepTimer(&drift))?;
        while let Some(change) = drift.until_change() {
            let doze = Duration::from_millis(change.min(LONGEST_DOZE_MILLIS));
            let before = drift.state();
            let mut effects = Vec::new();
            self.desktop_link.show_drift(&self.player, self.volume);
            tokio::select! {
                Some(signal) = signals.recv() => match signal {
                    Signal::End => return Ok(Outcome::Interrupted),
                    Signal::StandAside => super::terminal::stop_until_continued(),
                },
                line = lines.recv(), if someone => {
                    someone = line.is_some();
                    if someone && before == SleepTimerState::PlayingOn {
                        effects = drift.end();
                    }
                }
                request = self.desktop_link.request() => match (command(request), request) {
                    (Some(Command::Toggle | Command::Pause(_) | Command::Finish), _) => {
                        effects = drift.end();
                    }
                    (None, DesktopRequest::Volume(volume)) => {
                        self.volume = volume;
                        self.sink.set_volume(volume);
                    }
                    (None, DesktopRequest::Quit) => return Ok(Outcome::Done),
                    _ => {}
                },
                () = tokio::time::sleep(doze) => {}
            }
            let elapsed = self.clock.now().saturating_sub(last).as_millis() as u64;
            last += Duration::from_millis(elapsed);
            effects.extend(drift.advance(elapsed));
            sink::sound(&mut self.sink, &mut self.narrator, &effects, Some(&self.player));
            if drift.state() != before {
                (self.tell)(&self.player, &Happening::SleepTimer(&drift))?;
            }
        }
        Ok(Outcome::Done)
    }
}
