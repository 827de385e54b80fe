//! The clock that the sound goes by; the caller brings it.

use std::sync::Arc;
use std::time::Duration;

/// A clock that never goes back. Only differences between its readings matter.
pub type SoundClock = Arc<dyn Fn() -> Duration + Send + Sync>;
