//! Once a session is over that was played by line: how the person is now.

use std::io;

use tokio::sync::mpsc::Receiver;

use super::{LineEvent, LinesFrontEnd};
use crate::conductor::Outcome;
use crate::conductor::lines_check_in::CheckInTold;
use crate::conductor::signals::Signal;
use crate::journal::{CheckIn, RatingMoment};
use crate::playback::{AudioSink, Clock};

impl<Time: Clock, Sink: AudioSink> LinesFrontEnd<'_, Time, Sink> {
    /// Asks how the person is now, and keeps each number as it is entered.
    pub(super) async fn ask_after(
        &mut self,
        lines: &mut Receiver<String>,
        signals: &mut Receiver<Signal>,
    ) -> io::Result<Outcome> {
        let mut said = CheckIn::asking(&self.asks_after);
        if !said.answers.is_empty() {
            self.tell_check_in(&CheckInTold::First)?;
        }
        for index in 0..said.answers.len() {
            let measure = said.answers[index].measure;
            self.tell_check_in(&CheckInTold::Asked(measure))?;
            let value = loop {
                let line = tokio::select! {
                    biased;
                    Some(signal) = signals.recv() => match signal {
                        Signal::End(end) => return Ok(Outcome::Interrupted(end)),
                        Signal::Suspend => {
                            (self.stop)();
                            continue;
                        }
                    },
                    line = lines.recv() => line,
                };
                let Some(line) = line else { return Ok(Outcome::Done) };
                match CheckInTold::number(&line, measure) {
                    Ok(value) => break value,
                    Err(written) => self.tell_check_in(&CheckInTold::NoNumber(written))?,
                }
            };
            said.answers[index].value = value;
            self.playback.keep_said(RatingMoment::After, said.clone());
        }
        Ok(Outcome::Done)
    }

    fn tell_check_in(&mut self, told: &CheckInTold) -> io::Result<()> {
        (self.tell)(self.playback.now(), LineEvent::CheckIn(told))
    }
}
