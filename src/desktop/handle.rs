//! The handle on the desktop: cheap to call, never waiting while a session plays.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::desktop::inbox::Inbox;
use crate::desktop::{Ask, Clock, Scene, Wishes, bus};

/// How long the end of the program, or its standing aside, waits for the desktop.
const LIMIT: Duration = Duration::from_millis(300);

/// The desktop around the program. Everything is told to a thread of its own, which is there only
/// while a session is on. Without D-Bus it does nothing.
///
/// Dropping it ends what was begun, and waits for that at most 300 ms.
pub struct Desktop {
    wishes: Wishes,
    clock: Clock,
    ask: Ask,
    inbox: Arc<Inbox>,
}

impl Desktop {
    /// Nothing is asked of the desktop before a session is shown.
    pub fn new(wishes: Wishes, clock: Clock, ask: Ask) -> Self {
        Self { wishes, clock, ask, inbox: Arc::default() }
    }

    /// Shows the session that is on, or that none is. Returns at once, and may be called as often
    /// as one likes: what time alone has changed is no news.
    pub fn show(&self, scene: Option<&Scene<'_>>) {
        if !self.inbox.tell(scene, (self.clock)()) {
            return;
        }
        let attended = Attended { inbox: Arc::clone(&self.inbox), has_left: false };
        let (wishes, clock, ask) = (self.wishes, Arc::clone(&self.clock), Arc::clone(&self.ask));
        // Where no thread can be started, the guard is dropped and nothing is asked of the desktop.
        let attend = move || attended.attend(wishes, &clock, &ask);
        let _ = thread::Builder::new().name("desktop".into()).spawn(attend);
    }

    /// Waits until what was shown has been seen to, at most 300 ms. For the moment before the whole
    /// program stops.
    pub fn settle(&self) {
        self.inbox.wait_until_settled(LIMIT);
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.show(None);
        self.inbox.wait_until_left(LIMIT);
    }
}

/// That a thread is there, until it is not, however it ended.
struct Attended {
    inbox: Arc<Inbox>,
    /// It has said itself that it leaves, and another may be there by now.
    has_left: bool,
}

impl Attended {
    fn attend(mut self, wishes: Wishes, clock: &Clock, ask: &Ask) {
        bus::attend(&self.inbox, wishes, clock, ask);
        self.has_left = true;
    }
}

impl Drop for Attended {
    fn drop(&mut self) {
        if !self.has_left {
            self.inbox.desert();
        }
    }
}
