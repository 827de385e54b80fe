//! When a made-up service answers: at once, or not before it is told to.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};

/// Answers pass through it once it is open.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<Mutex<GateState>>);

#[derive(Default)]
struct GateState {
    is_closed: bool,
    waiting: Vec<Waker>,
}

impl Gate {
    /// From now on answers wait.
    pub(crate) fn close(&self) {
        self.lock().is_closed = true;
    }

    /// Lets all answers pass.
    pub(crate) fn open(&self) {
        let mut state = self.lock();
        state.is_closed = false;
        state.waiting.drain(..).for_each(Waker::wake);
    }

    /// How many answers wait.
    pub(crate) fn waiting(&self) -> usize {
        self.lock().waiting.len()
    }

    pub(crate) async fn pass(&self) {
        let mut has_waited = false;
        poll_fn(|context| {
            let mut state = self.lock();
            if !state.is_closed {
                return Poll::Ready(());
            }
            if !has_waited {
                state.waiting.push(context.waker().clone());
                has_waited = true;
            }
            Poll::Pending
        })
        .await;
    }

    fn lock(&self) -> MutexGuard<'_, GateState> {
        self.0.lock().expect("no test failed in here")
    }
}
