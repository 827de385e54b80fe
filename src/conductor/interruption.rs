//! Ctrl-C and its kin during work that has no loop of its own.

use std::io;
use std::sync::{Arc, OnceLock};
use std::thread;

use tokio::sync::oneshot;

use super::signals::{self, EndSignal, Signal};
use crate::processes;

/// Whether an end has been asked for, by Ctrl-C or a signal. From the moment it is watched for,
/// Ctrl-C no longer ends the program by itself. Dropped, it no longer watches.
#[derive(Debug)]
pub struct Interruption {
    asked: Arc<OnceLock<EndSignal>>,
    /// The thread watches until this is dropped.
    _watched: oneshot::Sender<()>,
}

impl Interruption {
    /// Begins to watch for Ctrl-C and, on Unix, for the signals that end or stop a program. A
    /// thread follows those that stop it.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn watch() -> io::Result<Self> {
        Self::watch_and(|| {})
    }

    /// The same; once an end has been asked for, the thread calls `on_end`.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn watch_and(on_end: impl Fn() + Send + 'static) -> io::Result<Self> {
        let asked = Arc::new(OnceLock::new());
        let noticed = Arc::clone(&asked);
        let (watched, mut is_over) = oneshot::channel::<()>();
        let runtime = super::runtime()?;
        let mut signals = runtime.block_on(async { signals::listen() })?;
        thread::Builder::new().name("interruption".into()).spawn(move || {
            runtime.block_on(async {
                loop {
                    let signal = tokio::select! {
                        Some(signal) = signals.recv() => signal,
                        _ = &mut is_over => return,
                    };
                    match signal {
                        Signal::Suspend => processes::stop_until_continued(),
                        Signal::End(end) => {
                            // The first one names the end.
                            let _ = noticed.set(end);
                            on_end();
                        }
                    }
                }
            });
        })?;
        Ok(Self { asked, _watched: watched })
    }

    /// What has asked for the end, once something has.
    pub fn asked(&self) -> Option<EndSignal> {
        self.asked.get().copied()
    }
}
