//! Why there is no PulseAudio, in words for the status line.

use std::{fmt, io};

use pulseaudio::protocol::{ProtocolError, PulseError};
use thiserror::Error;

use crate::files::system_words;

/// Why a server is not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PassedOver {
    /// It is to be reached over a network.
    Remote,
    /// The braces before it name another machine than this.
    OtherMachine,
}

impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Remote => "is not a socket file of this machine",
            Self::OtherMachine => "is meant for another machine",
        })
    }
}

/// Why the server could not be reached, or is not there any more.
#[derive(Debug, Error)]
pub(super) enum PulseProblem {
    #[error("no PulseAudio or PipeWire server was found")]
    NoServer,
    #[error(
        "{origin} is `{servers}`, and only a server with a socket file of this machine (unix:/path) can be used"
    )]
    NoLocal {
        /// What names them.
        origin: String,
        /// As they are named.
        servers: String,
    },
    #[error("it {0}")]
    PassedOver(PassedOver),
    #[error("the sound server ended")]
    Ended,
    #[error("the sound server does not answer")]
    Silent,
    #[error("the sound device was removed")]
    DeviceRemoved,
    #[error("the sound server {}", refusal(*.0))]
    Refused(PulseError),
    #[error("what the sound server says is not understood here")]
    NotUnderstood,
    #[error("the connection to the sound server failed: {}", system_words(.0))]
    Io(io::Error),
}

impl PulseProblem {
    /// The same of a server that was asked for something: one that says nothing does not answer.
    pub(super) fn when_asked(self) -> Self {
        use io::ErrorKind::{TimedOut, WouldBlock};
        match self {
            Self::Io(error) if matches!(error.kind(), WouldBlock | TimedOut) => Self::Silent,
            other => other,
        }
    }
}

impl From<ProtocolError> for PulseProblem {
    fn from(error: ProtocolError) -> Self {
        match error {
            ProtocolError::Io(error) => error.into(),
            ProtocolError::ServerError(error) => Self::Refused(error),
            ProtocolError::Timeout => Self::Silent,
            ProtocolError::UnsupportedVersion(_)
            | ProtocolError::UnexpectedCommand(_)
            | ProtocolError::Invalid(_)
            | ProtocolError::Unimplemented(..) => Self::NotUnderstood,
        }
    }
}

impl From<io::Error> for PulseProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::ConnectionReset => Self::Ended,
            io::ErrorKind::ConnectionRefused | io::ErrorKind::NotFound => Self::NoServer,
            _ => Self::Io(error),
        }
    }
}

/// What the server does instead of what it was asked for.
fn refusal(error: PulseError) -> String {
    match error {
        PulseError::AccessDenied | PulseError::AuthKey => "does not let this program in".into(),
        PulseError::NoEntity | PulseError::NoData => "has nothing to play on".into(),
        PulseError::Busy => "says that its device is in use".into(),
        PulseError::Killed | PulseError::ConnectionTerminated => {
            "has ended what was playing".into()
        }
        PulseError::Timeout => "says that it took too long".into(),
        PulseError::TooLarge => "has no room for another sound".into(),
        // With the number somebody who knows the server can look it up.
        other => format!("refuses it, for its reason number {}", other as u32),
    }
}
