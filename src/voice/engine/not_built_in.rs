//! No built-in voice: it was left out of this build.

use std::io;
use std::ops::RangeInclusive;

use super::{EngineSearch, EngineVoice};
use crate::decoding::DecodedSound;

pub(super) const VERSION: &str = "";
pub(super) const PACES: RangeInclusive<u32> = 1..=1;

/// None at all.
pub(super) fn voices(_: &EngineSearch) -> (Vec<EngineVoice>, Vec<String>) {
    Default::default()
}

/// Never asked, since there is no voice.
pub(in crate::voice) fn speak(_: &str, _: &str, _: u32) -> io::Result<DecodedSound> {
    Err(io::Error::other("it is left out of this build"))
}
