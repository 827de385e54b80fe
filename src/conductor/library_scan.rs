//! Looks through the person's own folder on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use tokio::sync::Notify;

use super::clock::time_of_files;
use crate::library::LibrarySnapshot;

/// How long the screen waits before it shows what is known already: about one frame. Most folders
/// have been looked through by then, and nothing on screen has to change a moment later.
const PATIENCE: Duration = Duration::from_millis(15);

/// What a look at the folder came to.
pub(super) enum ScanResult {
    /// Not everything has been looked at yet.
    Looking,
    /// All is as it was.
    Same,
    /// Something is new.
    New(LibrarySnapshot),
}

/// Looks through the person's own folder, once at a time.
#[derive(Default)]
pub(super) struct LibraryScan {
    under_way: Option<Receiver<Option<LibrarySnapshot>>>,
    done: Arc<Notify>,
}

/// Says that a look is over, however it ended.
struct Done(Arc<Notify>);

impl Drop for Done {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl LibraryScan {
    /// Looks again, and waits a moment for it. What a longer look finds comes with [`Self::ready`].
    pub(super) fn look(&mut self, before: &Arc<LibrarySnapshot>, folder: PathBuf) -> ScanResult {
        if self.under_way.is_none() {
            let (sender, receiver) = channel();
            let (done, before) = (Done(Arc::clone(&self.done)), Arc::clone(before));
            let seek = move || {
                // The receiver is gone where the program ends meanwhile.
                let _ = sender.send(before.refreshed(Some(&folder), time_of_files()));
                drop(done);
            };
            let thread = thread::Builder::new().name("library".to_owned());
            if thread.spawn(seek).is_err() {
                return ScanResult::Same;
            }
            self.under_way = Some(receiver);
        }
        self.received(|receiver| receiver.recv_timeout(PATIENCE))
    }

    /// Returns once a look may be over.
    pub(super) async fn ready(&self) {
        self.done.notified().await;
    }

    /// What has been found by now.
    pub(super) fn found(&mut self) -> ScanResult {
        self.received(|receiver| {
            receiver.try_recv().map_err(|error| match error {
                TryRecvError::Empty => RecvTimeoutError::Timeout,
                TryRecvError::Disconnected => RecvTimeoutError::Disconnected,
            })
        })
    }

    fn received(
        &mut self,
        receive: impl FnOnce(
            &Receiver<Option<LibrarySnapshot>>,
        ) -> Result<Option<LibrarySnapshot>, RecvTimeoutError>,
    ) -> ScanResult {
        let Some(receiver) = &self.under_way else {
            return ScanResult::Same;
        };
        let sight = match receive(receiver) {
            Ok(Some(look)) => ScanResult::New(look),
            Err(RecvTimeoutError::Timeout) => return ScanResult::Looking,
            Ok(None) | Err(RecvTimeoutError::Disconnected) => ScanResult::Same,
        };
        self.under_way = None;
        sight
    }
}
