//! No built-in voice: it was left out of this build.

use super::{BuiltInProblem, EngineSearch, EngineVoice};
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
) -> Result<DecodedSound, BuiltInProblem> {
    Err(BuiltInProblem::File("it is left out of this build".to_owned()))
}
