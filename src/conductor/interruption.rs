//! Ctrl-C and its kin during work that has no loop of its own.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Whether an end has been asked for, by Ctrl-C or a signal. From the moment it is watched for,
/// Ctrl-C no longer ends the program by itself.
#[derive(Clone, Debug, Default)]
pub struct Interruption(Arc<AtomicBool>);

impl Interruption {
    /// Begins to watch for Ctrl-C and, on Unix, for the signals that end a program.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn watch() -> io::Result<Self> {
        let interruption = Self::default();
        let noticed = interruption.clone();
        let runtime = super::runtime()?;
        let asked = runtime.block_on(async { asked_to_end() })?;
        thread::Builder::new().name("interruption".into()).spawn(move || {
            runtime.block_on(asked);
            noticed.notice();
        })?;
        Ok(interruption)
    }

    /// Whether an end has been asked for.
    pub fn has_come(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn notice(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Listens from now on; what it returns is over once an end is asked for.
#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    })
}

/// Listens from now on; what it returns is over once an end is asked for.
#[cfg(windows)]
fn asked_to_end() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}
