//! Waiting for several things at once.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

/// Something that is waited for together with others.
pub(super) type BoxedWork<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Waits for all of them; none waits for another.
pub(super) async fn all(mut waiting: Vec<BoxedWork<'_>>) {
    poll_fn(|context| {
        waiting.retain_mut(|one| one.as_mut().poll(context).is_pending());
        if waiting.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// What the work comes to, or `None` where it is cut short.
pub(super) async fn unless<T>(
    cut: impl Future<Output = ()>,
    work: impl Future<Output = T>,
) -> Option<T> {
    let (mut cut, mut work) = (pin!(cut), pin!(work));
    poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        cut.as_mut().poll(context).map(|()| None)
    })
    .await
}
