//! No built-in voice: it was left out of this build.

use std::io;
use std::time::Duration;

use super::{EngineSearch, EngineVoice};
use crate::decoding::DecodedSound;

pub(super) const VERSION: &str = "";

/// None at all.
pub(super) fn voices(_: &EngineSearch) -> (Vec<EngineVoice>, Vec<String>) {
    Default::default()
}

/// Never asked, since there is no voice.
pub(in crate::voice) fn speak(_: &str, _: &str, _: Duration) -> io::Result<DecodedSound> {
    Err(io::Error::other("it is left out of this build"))
}
