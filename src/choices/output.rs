//! Where sound goes.

use super::word::choice;

/// Where sound goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutputChoice {
    /// What suits the system: `pulse` on Linux, `device` elsewhere.
    #[default]
    Auto,
    /// A PulseAudio server, or PipeWire in its place. Linux only.
    Pulse,
    /// The system's own default device. On Linux it needs the cargo feature `alsa`.
    Device,
    /// No sound.
    None,
}

choice! {
    OutputChoice { Auto => "auto", Pulse => "pulse", Device => "device", None => "none", }
}
