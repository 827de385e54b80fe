//! The handle on the desktop: cheap to call, never waiting while a session plays.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::desktop::inbox::Inbox;
use crate::desktop::{Ask, ShownSession, TimeSource, Wishes, bus};

/// How long the end of the program waits for the desktop.
const END_LIMIT: Duration = Duration::from_millis(300);
/// How long the program waits before it stands still: first for answers, and then until those that
/// are still open are left.
const ANSWER_LIMIT: Duration = Duration::from_millis(200);
const LEAVE_LIMIT: Duration = Duration::from_millis(100);

/// The desktop around the program. Everything is told to a thread of its own, which is there only
/// while a session is on. Without D-Bus it does nothing.
///
/// Dropping it ends what was begun, and waits for that at most 300 ms.
pub struct Desktop {
    wishes: Wishes,
    clock: TimeSource,
    ask: Ask,
    inbox: Arc<Inbox>,
}

impl Desktop {
    /// Nothing is asked of the desktop before a session is published.
    pub fn new(wishes: Wishes, clock: TimeSource, ask: Ask) -> Self {
        Self { wishes, clock, ask, inbox: Arc::default() }
    }

    /// Publishes the session that is on, or that none is. Returns at once, and may be called as often
    /// as one likes: what time alone has changed is no news.
    pub fn publish(&self, now_playing: Option<&ShownSession<'_>>) {
        if !self.inbox.publish(now_playing, (self.clock)()) {
            return;
        }
        let guard = ThreadGuard { inbox: Arc::clone(&self.inbox), has_left: false };
        let (wishes, clock, ask) = (self.wishes, Arc::clone(&self.clock), Arc::clone(&self.ask));
        // Where no thread can be started, the guard is dropped and nothing is asked of the desktop.
        let serve = move || guard.serve(wishes, &clock, &ask);
        let _ = thread::Builder::new().name("desktop".into()).spawn(serve);
    }

    /// Waits until what was published has been seen to, at most 300 ms. For the moment before the whole
    /// program stops: a service that has not answered by then is left, since nothing could take its
    /// answer while the program stands still.
    pub fn settle(&self) {
        if !self.inbox.wait_until_settled(ANSWER_LIMIT) {
            self.inbox.let_go();
            // Left or not: both are good enough to go on.
            let _ = self.inbox.wait_until_settled(LEAVE_LIMIT);
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.publish(None);
        // The end of the program leaves every bus.
        let _ = self.inbox.wait_until_left(END_LIMIT);
    }
}

/// That a thread is there, until it is not, however it ended.
struct ThreadGuard {
    inbox: Arc<Inbox>,
    /// It has said itself that it leaves, and another may be there by now.
    has_left: bool,
}

impl ThreadGuard {
    fn serve(mut self, wishes: Wishes, clock: &TimeSource, ask: &Ask) {
        bus::serve(&self.inbox, wishes, clock, ask);
        self.has_left = true;
    }
}

impl Drop for ThreadGuard {
    fn drop(&mut self) {
        if !self.has_left {
            self.inbox.thread_is_gone();
        }
    }
}
