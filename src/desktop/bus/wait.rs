//! Waiting for several things at once.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Something that is waited for together with others.
pub(super) type BoxedWork<T = ()> = Pin<Box<dyn Future<Output = T>>>;

/// Waits for all of them; none waits for another.
pub(super) async fn all(mut waiting: Vec<BoxedWork>) {
    poll_fn(|context| {
        waiting.retain_mut(|one| one.as_mut().poll(context).is_pending());
        if waiting.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Lets work go on as far as it can. Gives whether it is still to be waited for.
pub(super) fn goes_on(work: &mut BoxedWork, context: &mut Context<'_>) -> bool {
    work.as_mut().poll(context).is_pending()
}
