//! How the voice is doing, as far as a person wants to know.

use crate::words::Message;

/// How the voice is doing: the lines of the session at hand are spoken ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceView {
    /// Lines that are ready, or known to stay silent.
    pub done: usize,
    /// All lines; 0 where no voice is wished for.
    pub of: usize,
    /// Lines that stay silent.
    pub silent: usize,
    /// Why they do.
    pub why: Option<String>,
}

impl VoiceView {
    /// Whether lines are still being spoken ahead.
    pub fn is_working(&self) -> bool {
        self.done < self.of
    }

    /// A quiet word where some lines stay silent, or all do.
    pub fn note(&self) -> Option<Message> {
        match self.silent {
            0 => None,
            silent if silent == self.of => Some(Message::new("sound-unspoken")),
            _ => Some(Message::new("sound-some-unspoken")),
        }
    }
}
