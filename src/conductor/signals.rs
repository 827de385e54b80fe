//! Signals from outside: to end, to be suspended.

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// End now.
    End,
    /// Stop until continued.
    Suspend,
}

#[cfg(unix)]
mod system {
    use std::io;

    use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

    use super::Signal;

    /// The signals that are listened for.
    pub(in crate::conductor) struct Signals {
        interrupt: Stream,
        terminate: Stream,
        hang_up: Stream,
        stop: Stream,
    }

    impl Signals {
        pub(in crate::conductor) fn listen() -> io::Result<Self> {
            let stop = rustix::process::Signal::TSTP.as_raw();
            Ok(Self {
                interrupt: signal(SignalKind::interrupt())?,
                terminate: signal(SignalKind::terminate())?,
                hang_up: signal(SignalKind::hangup())?,
                stop: signal(SignalKind::from_raw(stop))?,
            })
        }

        pub(in crate::conductor) async fn next(&mut self) -> Signal {
            tokio::select! {
                _ = self.interrupt.recv() => Signal::End,
                _ = self.terminate.recv() => Signal::End,
                _ = self.hang_up.recv() => Signal::End,
                _ = self.stop.recv() => Signal::Suspend,
            }
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    use super::Signal;

    /// Ctrl-C, the one signal there is everywhere.
    pub(in crate::conductor) struct Signals;

    impl Signals {
        pub(in crate::conductor) fn listen() -> io::Result<Self> {
            Ok(Self)
        }

        pub(in crate::conductor) async fn next(&mut self) -> Signal {
            let _ = tokio::signal::ctrl_c().await;
            Signal::End
        }
    }
}

pub(super) use system::Signals;
