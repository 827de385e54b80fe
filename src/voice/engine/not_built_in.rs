//! No built-in voice: it was left out of this build.

use std::io;

use super::{EngineSearch, EngineVoice};
use crate::decoding::DecodedSound;
use crate::voice::process::StopSignal;

pub(super) const VERSION: &str = "";

/// None at all.
pub(super) fn voices(_: &EngineSearch) -> (Vec<EngineVoice>, Vec<String>) {
    Default::default()
}

/// Never asked, since there is no voice.
pub(in crate::voice) fn speak(
    _: &str,
    _: &str,
    _: u32,
    _: &StopSignal,
) -> io::Result<DecodedSound> {
    Err(io::Error::other("it is left out of this build"))
}
