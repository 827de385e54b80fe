//! Signals from outside: to end, to be suspended.

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// End now.
    End,
    /// Stop until continued.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only Unix stops a program"))]
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

#[cfg(windows)]
mod system {
    use std::io;

    use tokio::signal::windows::{
        CtrlBreak, CtrlC, CtrlClose, CtrlLogoff, CtrlShutdown, ctrl_break, ctrl_c, ctrl_close,
        ctrl_logoff, ctrl_shutdown,
    };

    use super::Signal;

    /// The events of the console that are listened for.
    pub(in crate::conductor) struct Signals {
        interrupt: CtrlC,
        interrupt_key: CtrlBreak,
        close: CtrlClose,
        log_off: CtrlLogoff,
        shut_down: CtrlShutdown,
    }

    impl Signals {
        pub(in crate::conductor) fn listen() -> io::Result<Self> {
            Ok(Self {
                interrupt: ctrl_c()?,
                interrupt_key: ctrl_break()?,
                close: ctrl_close()?,
                log_off: ctrl_logoff()?,
                shut_down: ctrl_shutdown()?,
            })
        }

        pub(in crate::conductor) async fn next(&mut self) -> Signal {
            tokio::select! {
                _ = self.interrupt.recv() => {}
                _ = self.interrupt_key.recv() => {}
                _ = self.close.recv() => {}
                _ = self.log_off.recv() => {}
                _ = self.shut_down.recv() => {}
            }
            Signal::End
        }
    }
}

pub(super) use system::Signals;
