//! What lines are spoken with.

use std::path::PathBuf;
use std::time::Duration;

use super::cache::DEFAULT_BYTES;
use super::engine::EngineSearch;
use super::recordings::Recordings;
use crate::choices::EngineChoice;

/// What a [`SpeechWorker`](super::SpeechWorker) works with.
#[derive(Clone, Debug)]
pub struct SpeechOptions {
    /// Where engines are looked for.
    pub search: EngineSearch,
    /// Which engine is wished for.
    pub wish: EngineChoice,
    /// The folder that keeps clips; `None` keeps them only while the worker is there.
    pub cache: Option<PathBuf>,
    /// How much the folder may come to, in bytes.
    pub cache_bytes: u64,
    /// What was recorded for this session.
    pub recordings: Recordings,
    /// How long after lines stayed silent engines are looked for again; `None` is never.
    pub look_again: Option<Duration>,
}

impl SpeechOptions {
    /// Whatever this machine has, with nothing recorded and nothing kept.
    pub fn new(search: EngineSearch) -> Self {
        Self {
            search,
            wish: EngineChoice::Auto,
            cache: None,
            cache_bytes: DEFAULT_BYTES,
            recordings: Recordings::none(),
            look_again: None,
        }
    }
}
