//! What is not heard, told once when it begins and once when it is over.

use super::{AudioSink, Clock, Event, Playback};
use crate::audio::Readiness;
use crate::words::Message;

/// What has been told so far.
#[derive(Debug, Default)]
pub(super) struct ToldSilence {
    /// The output has run at some time.
    has_run: bool,
    /// That there is none was told last.
    is_without_output: bool,
    /// That lines stay unspoken was told of this session.
    has_told_of_lines: bool,
}

impl<Time: Clock, Sink: AudioSink> Playback<Time, Sink> {
    /// What has fallen silent since it was asked last, or is heard again.
    pub(super) fn silence(&mut self) -> Vec<Event> {
        self.output_silence().into_iter().chain(self.line_silence()).map(Event::Silence).collect()
    }

    /// Another session has lines of its own.
    pub(super) fn forget_told_lines(&mut self) {
        self.silence.has_told_of_lines = false;
    }

    fn output_silence(&mut self) -> Option<Message> {
        self.silence.has_run |= matches!(self.sink.readiness(), Readiness::Running { .. });
        if self.now.levels().is_silent() {
            // Whoever wants no sound need not be told that there is none, until they want some.
            return None;
        }
        let is_without = !self.sink.is_heard();
        let was_without = std::mem::replace(&mut self.silence.is_without_output, is_without);
        match (was_without, is_without) {
            (false, true) if self.silence.has_run => Some(Message::new("lines-sound-lost")),
            (false, true) => Some(Message::new("lines-no-sound")),
            (true, false) => Some(Message::new("lines-sound-is-there")),
            _ => None,
        }
    }

    /// That lines stay unspoken is known once all have been tried.
    fn line_silence(&mut self) -> Option<Message> {
        if self.silence.has_told_of_lines || self.now.player().is_none() {
            return None;
        }
        let progress = self.narrator.progress();
        if progress.silent == 0 || progress.done < progress.of {
            return None;
        }
        self.silence.has_told_of_lines = true;
        let id =
            if progress.silent == progress.of { "lines-unspoken" } else { "lines-some-unspoken" };
        Some(Message::new(id).with("why", progress.why.unwrap_or_default()))
    }
}
