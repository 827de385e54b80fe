//! Between the handle and its thread: the latest state, and whether the thread has published it.

use std::future::poll_fn;
use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use crate::desktop::ShownSession;
use crate::desktop::published::Published;

/// What goes on while the thread waits.
pub(super) trait SideWork {
    /// Goes on as far as it can. Gives whether nothing of it is left to be waited for.
    fn poll(&mut self, context: &mut Context<'_>) -> bool;

    /// The program is about to stand still: whatever answer is open is not waited for any more.
    fn let_go(&mut self);
}

/// The latest state. Older ones that the thread has not taken are dropped.
#[derive(Default)]
pub(super) struct Inbox {
    state: Mutex<InboxState>,
    settled: Condvar,
}

/// What the thread does.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum ThreadState {
    /// There is none.
    #[default]
    Gone,
    /// It is there, and something of its work is left.
    Working,
    /// It waits for the next state, and nothing of its work is left.
    Waiting,
}

#[derive(Default)]
struct InboxState {
    /// What was told last; `None` where no session is on.
    now_playing: Option<Published>,
    /// The session that was told last is or was at night, whether or not the thread has taken that.
    was_night: bool,
    /// The thread has not taken it yet.
    is_new: bool,
    thread: ThreadState,
    /// The thread is to leave whatever answers are open.
    lets_go: bool,
    waker: Option<Waker>,
}

impl Inbox {
    /// Leaves a state for the thread. Returns whether a thread has to be started for it.
    pub(super) fn publish(&self, now_playing: Option<&ShownSession<'_>>, now: Duration) -> bool {
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
        state.was_night = now_playing.map_or(state.was_night, |now_playing| now_playing.night);
        state.is_new = true;
        let starts = state.thread == ThreadState::Gone;
        if starts {
            state.thread = ThreadState::Working;
        }
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
        starts
    }

    /// Waits for a state that has not been taken yet, and does `work` meanwhile.
    pub(super) async fn next(&self, work: &mut impl SideWork) -> Option<Published> {
        poll_fn(|context| {
            let is_idle = self.do_work(work, context);
            let mut state = self.lock();
            let waits = !state.is_new && is_idle;
            state.thread = if waits { ThreadState::Waiting } else { ThreadState::Working };
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

    /// Whether the last session was at night when it was told last, even where its end has come before
    /// that was taken.
    pub(super) fn was_night(&self) -> bool {
        self.lock().was_night
    }

    /// Waits until all `work` is done, or a session is on that has not been taken yet.
    pub(super) async fn settled_or_new(&self, work: &mut impl SideWork) {
        poll_fn(|context| {
            let is_idle = self.do_work(work, context);
            let mut state = self.lock();
            state.thread = ThreadState::Working;
            if is_idle || (state.is_new && state.now_playing.is_some()) {
                return Poll::Ready(());
            }
            state.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    fn do_work(&self, work: &mut impl SideWork, context: &mut Context<'_>) -> bool {
        let is_idle = work.poll(context);
        let mut state = self.lock();
        // What is new may say that an open answer is not wanted: that comes first.
        if state.is_new || !mem::take(&mut state.lets_go) || is_idle {
            return is_idle;
        }
        drop(state);
        work.let_go();
        work.poll(context)
    }

    /// The thread leaves, unless something has been told meanwhile. Returns whether it may.
    pub(super) fn leave(&self) -> bool {
        let mut state = self.lock();
        if state.is_new && state.now_playing.is_some() {
            return false;
        }
        state.thread = ThreadState::Gone;
        self.settled.notify_all();
        true
    }

    /// The thread is gone, whatever has been told.
    pub(super) fn thread_is_gone(&self) {
        self.lock().thread = ThreadState::Gone;
        self.settled.notify_all();
    }

    /// Waits until what was told has been seen to, at most this long. Gives whether it has.
    pub(super) fn wait_until_settled(&self, limit: Duration) -> bool {
        self.wait_while(limit, |state| match state.thread {
            ThreadState::Gone => false,
            ThreadState::Working => true,
            ThreadState::Waiting => state.is_new,
        })
    }

    /// The thread leaves whatever answers are open.
    pub(super) fn let_go(&self) {
        let mut state = self.lock();
        state.lets_go = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Waits until the thread has left, at most this long. Gives whether it has.
    pub(super) fn wait_until_left(&self, limit: Duration) -> bool {
        self.wait_while(limit, |state| state.thread != ThreadState::Gone)
    }

    fn wait_while(&self, limit: Duration, is_so: impl Fn(&InboxState) -> bool) -> bool {
        let waited = self.settled.wait_timeout_while(self.lock(), limit, |state| is_so(state));
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    fn lock(&self) -> MutexGuard<'_, InboxState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
