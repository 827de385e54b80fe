//! Between the handle and its thread: the latest state, and whether the thread has published it.

use std::future::poll_fn;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use crate::desktop::NowPlaying;
use crate::desktop::published::Published;

/// The latest state. Older ones that the thread has not taken are dropped.
#[derive(Default)]
pub(super) struct Inbox {
    state: Mutex<InboxState>,
    settled: Condvar,
}

#[derive(Default)]
struct InboxState {
    /// What was told last; `None` where no session is on.
    now_playing: Option<Published>,
    /// The thread has not taken it yet.
    is_new: bool,
    /// A thread is there.
    has_thread: bool,
    /// The thread waits for the next state.
    is_waiting: bool,
    waker: Option<Waker>,
}

impl Inbox {
    /// Leaves a state for the thread. Returns whether a thread has to be started for it.
    pub(super) fn publish(&self, now_playing: Option<&NowPlaying<'_>>, now: Duration) -> bool {
        let mut state = self.lock();
        let is_old = match (&state.now_playing, now_playing) {
            (None, None) => true,
            (Some(published), Some(now_playing)) => published.expects(now_playing, now),
            _ => false,
        };
        if is_old {
            return false;
        }
        state.now_playing = now_playing.map(|now_playing| Published::new(now_playing, now));
        state.is_new = true;
        let starts = !state.has_thread;
        state.has_thread = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
        starts
    }

    /// Waits for a state that has not been taken yet.
    pub(super) async fn next(&self) -> Option<Published> {
        poll_fn(|context| {
            let mut state = self.lock();
            state.is_waiting = !state.is_new;
            if state.is_new {
                state.is_new = false;
                return Poll::Ready(state.now_playing.clone());
            }
            state.waker = Some(context.waker().clone());
            self.settled.notify_all();
            Poll::Pending
        })
        .await
    }

    /// Waits until there is a state that has not been taken yet, and leaves it there.
    pub(super) async fn changed(&self) {
        self.until(|state| state.is_new).await;
    }

    /// Waits until the session is over.
    pub(super) async fn ended(&self) {
        self.until(|state| state.now_playing.is_none()).await;
    }

    async fn until(&self, is_so: impl Fn(&InboxState) -> bool) {
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
        if state.is_new && state.now_playing.is_some() {
            return false;
        }
        state.has_thread = false;
        self.settled.notify_all();
        true
    }

    /// The thread is gone, whatever has been told.
    pub(super) fn thread_is_gone(&self) {
        self.lock().has_thread = false;
        self.settled.notify_all();
    }

    /// Waits until what was told has been seen to, at most this long.
    pub(super) fn wait_until_settled(&self, limit: Duration) {
        self.wait_while(limit, |state| state.has_thread && (state.is_new || !state.is_waiting));
    }

    /// Waits until the thread has left, at most this long.
    pub(super) fn wait_until_left(&self, limit: Duration) {
        self.wait_while(limit, |state| state.has_thread);
    }

    fn wait_while(&self, limit: Duration, is_so: impl Fn(&InboxState) -> bool) {
        // Whether it came to that or the time is over: both are good enough to go on.
        let _ = self.settled.wait_timeout_while(self.lock(), limit, |state| is_so(state));
    }

    fn lock(&self) -> MutexGuard<'_, InboxState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
