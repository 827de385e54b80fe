//! Between the handle and its thread: the latest scene, and whether the thread has seen to it.

use std::future::poll_fn;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use crate::desktop::Scene;
use crate::desktop::told::Told;

/// The latest scene. Older ones that nobody has seen are forgotten.
#[derive(Default)]
pub(super) struct Inbox {
    state: Mutex<State>,
    settled: Condvar,
}

#[derive(Default)]
struct State {
    /// What was told last; `None` where no session is on.
    scene: Option<Told>,
    /// Nobody has seen it yet.
    fresh: bool,
    /// A thread is there.
    attended: bool,
    /// The thread waits for the next scene.
    resting: bool,
    waker: Option<Waker>,
}

impl Inbox {
    /// Leaves a scene. Returns whether a thread has to be started for it.
    pub(super) fn tell(&self, scene: Option<&Scene<'_>>, now: Duration) -> bool {
        let mut state = self.lock();
        let is_old = match (&state.scene, scene) {
            (None, None) => true,
            (Some(told), Some(scene)) => told.foresaw(scene, now),
            _ => false,
        };
        if is_old {
            return false;
        }
        state.scene = scene.map(|scene| Told::new(scene, now));
        state.fresh = true;
        let starts = !state.attended;
        state.attended = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
        starts
    }

    /// Waits for a scene that has not been seen yet.
    pub(super) async fn next(&self) -> Option<Told> {
        poll_fn(|context| {
            let mut state = self.lock();
            state.resting = !state.fresh;
            if state.fresh {
                state.fresh = false;
                return Poll::Ready(state.scene.clone());
            }
            state.waker = Some(context.waker().clone());
            self.settled.notify_all();
            Poll::Pending
        })
        .await
    }

    /// Waits until there is a scene that has not been seen yet, and leaves it there.
    pub(super) async fn changed(&self) {
        self.until(|state| state.fresh).await;
    }

    /// Waits until the session is over.
    pub(super) async fn ended(&self) {
        self.until(|state| state.scene.is_none()).await;
    }

    async fn until(&self, is_so: impl Fn(&State) -> bool) {
        poll_fn(|context| {
            let mut state = self.lock();
            if is_so(&state) {
                return Poll::Ready(());
            }
            state.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// The thread leaves, unless something has been told meanwhile. Returns whether it may.
    pub(super) fn leave(&self) -> bool {
        let mut state = self.lock();
        if state.fresh && state.scene.is_some() {
            return false;
        }
        state.attended = false;
        self.settled.notify_all();
        true
    }

    /// The thread is gone, whatever has been told.
    pub(super) fn desert(&self) {
        self.lock().attended = false;
        self.settled.notify_all();
    }

    /// Waits until what was told has been seen to, at most this long.
    pub(super) fn wait_until_settled(&self, limit: Duration) {
        self.wait_while(limit, |state| state.attended && (state.fresh || !state.resting));
    }

    /// Waits until the thread has left, at most this long.
    pub(super) fn wait_until_left(&self, limit: Duration) {
        self.wait_while(limit, |state| state.attended);
    }

    fn wait_while(&self, limit: Duration, is_so: impl Fn(&State) -> bool) {
        // Whether it came to that or the time is over: both are good enough to go on.
        let _ = self.settled.wait_timeout_while(self.lock(), limit, |state| is_so(state));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
