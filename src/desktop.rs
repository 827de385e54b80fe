//! The desktop around the program: media keys, other players, sleep and lock; notices.
//!
//! On Linux all of it goes over D-Bus. Elsewhere the same handle does nothing.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod handle;
#[cfg(target_os = "linux")]
mod inbox;
mod notice;
#[cfg(target_os = "linux")]
mod published;
mod shown_session;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::sync::Arc;
use std::time::Duration;

#[cfg(target_os = "linux")]
pub use bus::{attention, probe, show_notice};
#[cfg(not(target_os = "linux"))]
pub use elsewhere::{Desktop, attention, probe, show_notice};
#[cfg(target_os = "linux")]
pub use handle::Desktop;
pub use notice::{Attention, Notice, NoticeAnswer, NoticeEnd};
pub use shown_session::{DesktopRequest, ShownSession, Wishes};

/// A clock that never goes back. Only differences between its readings matter.
pub type TimeSource = Arc<dyn Fn() -> Duration + Send + Sync>;

/// Who is asked when the desktop wants something of the session. Called from another thread; it
/// must return at once.
pub type Ask = Arc<dyn Fn(DesktopRequest) + Send + Sync>;
