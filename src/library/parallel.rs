//! One job for each of many things, shared among the processors there are.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many things are taken at a time: few, so that all come to an end together.
const BATCH: usize = 4;

/// More threads than this get in each other's way at the disk.
const MOST_THREADS: usize = 8;

/// What `work` makes of each of the things, in their order.
pub(super) fn map_in_parallel<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = processors.min(MOST_THREADS).min(things.len().div_ceil(BATCH));
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let first = next.fetch_add(BATCH, Ordering::Relaxed);
            let Some(rest) = things.get(first..).filter(|rest| !rest.is_empty()) else {
                return done;
            };
            let made: Vec<R> = rest.iter().take(BATCH).map(&work).collect();
            done.push((first, made));
        }
    };
    let mut done = thread::scope(|scope| {
        // Where no thread can be had, the others do its share.
        let helpers =
            (1..threads).filter_map(|_| thread::Builder::new().spawn_scoped(scope, take).ok());
        let helpers: Vec<_> = helpers.collect();
        let mut done = take();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(first, _)| *first);
    done.into_iter().flat_map(|(_, made)| made).collect()
}
