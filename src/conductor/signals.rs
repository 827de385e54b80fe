//! Signals from outside: to end, to be suspended.

use std::io;

use tokio::sync::mpsc::{Receiver, channel};

/// How many signals may wait to be followed.
const WAITING: usize = 8;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// End now.
    End(EndSignal),
    /// Stop until continued.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only Unix stops a program"))]
    Suspend,
}

/// The number of a signal that ends the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndSignal(u8);

impl EndSignal {
    /// The terminal is closed.
    pub const HANG_UP: Self = Self(1);
    /// Ctrl-C.
    pub const INTERRUPT: Self = Self(2);

    /// What a shell calls the end by this signal: 128 and its number.
    pub fn exit_code(self) -> u8 {
        128 + self.0
    }

    /// The signal of this number.
    #[cfg(unix)]
    pub(super) fn of_number(number: i32) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..128).contains(number)).map(Self)
    }

    /// Its number.
    #[cfg(unix)]
    pub(super) fn number(self) -> u8 {
        self.0
    }
}

/// Listens to the signals from now on, on the runtime this is called in. They come through a
/// channel, so that a test can send its own. One that has asked for the end while nobody listened,
/// between two works of one command, comes first.
///
/// # Errors
/// Where the system does not let it.
pub(super) fn listen() -> io::Result<Receiver<Signal>> {
    let (sender, receiver) = channel(WAITING);
    system::listen(&sender)?;
    if let Some(end) = system::asked_before() {
        // There is room: nothing was sent yet that was not asked for by a signal.
        let _ = sender.try_send(Signal::End(end));
    }
    Ok(receiver)
}

#[cfg(unix)]
mod system {
    use std::io;

    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, LazyLock};

    use rustix::process::Signal as Known;
    use tokio::signal::unix::{SignalKind, signal};
    use tokio::sync::mpsc::Sender;

    use super::{EndSignal, Signal};

    /// The signals that end a program which does not listen to them. What cannot be caught is
    /// missing (KILL), and what tells of a fault in the program itself (ILL, FPE, SEGV).
    const ENDING: &[Known] = &[
        Known::INT,
        Known::TERM,
        Known::HUP,
        Known::QUIT,
        Known::TRAP,
        Known::ABORT,
        Known::BUS,
        Known::SYS,
        Known::ALARM,
        Known::VTALARM,
        Known::PROF,
        Known::USR1,
        Known::USR2,
        Known::XCPU,
        Known::XFSZ,
        #[cfg(target_os = "linux")]
        Known::IO,
        #[cfg(target_os = "linux")]
        Known::POWER,
        #[cfg(target_os = "linux")]
        Known::STKFLT,
    ];

    /// The numbers of signals without a name, which end a program as well. The C library keeps the
    /// first of them for itself.
    const NAMELESS: std::ops::RangeInclusive<i32> = 34..=64;

    /// The number of the last signal that has asked for the end, and 0 before: it is the process that
    /// ends, whoever listened. Counted from the first time that somebody did.
    static ASKED: LazyLock<Arc<AtomicUsize>> = LazyLock::new(|| {
        let asked = Arc::new(AtomicUsize::new(0));
        let ending = ENDING.iter().map(|known| known.as_raw()).chain(NAMELESS);
        for (number, told) in ending.filter_map(|it| Some((it, usize::try_from(it).ok()?))) {
            // One that the system keeps for itself never comes.
            let _ = signal_hook::flag::register_usize(number, Arc::clone(&asked), told);
        }
        asked
    });

    /// The signal that has asked for the end already, if one has.
    pub(super) fn asked_before() -> Option<EndSignal> {
        EndSignal::of_number(i32::try_from(ASKED.load(Ordering::SeqCst)).ok()?)
    }

    pub(super) fn listen(sender: &Sender<Signal>) -> io::Result<()> {
        forward(Known::TSTP.as_raw(), Signal::Suspend, sender)?;
        for number in ENDING.iter().map(|known| known.as_raw()) {
            if let Some(end) = EndSignal::of_number(number) {
                forward(number, Signal::End(end), sender)?;
            }
        }
        if cfg!(target_os = "linux") {
            for end in NAMELESS.filter_map(EndSignal::of_number) {
                // A C library that keeps more of them for itself refuses those.
                let _ = forward(i32::from(end.number()), Signal::End(end), sender);
            }
        }
        Ok(())
    }

    fn forward(number: i32, asked: Signal, sender: &Sender<Signal>) -> io::Result<()> {
        let mut stream = signal(SignalKind::from_raw(number))?;
        let sender = sender.clone();
        tokio::spawn(async move {
            while stream.recv().await.is_some() && sender.send(asked).await.is_ok() {}
        });
        Ok(())
    }
}

#[cfg(windows)]
mod system {
    use std::io;

    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};
    use tokio::sync::mpsc::Sender;

    use super::{EndSignal, Signal};

    /// What comes while nobody listens is not known here.
    pub(super) fn asked_before() -> Option<EndSignal> {
        None
    }

    /// Listens to the events of the console.
    pub(super) fn listen(sender: &Sender<Signal>) -> io::Result<()> {
        let mut interrupt = ctrl_c()?;
        let mut interrupt_key = ctrl_break()?;
        let mut close = ctrl_close()?;
        let mut log_off = ctrl_logoff()?;
        let mut shut_down = ctrl_shutdown()?;
        let sender = sender.clone();
        tokio::spawn(async move {
            loop {
                let end = tokio::select! {
                    _ = interrupt.recv() => EndSignal::INTERRUPT,
                    _ = interrupt_key.recv() => EndSignal::INTERRUPT,
                    _ = close.recv() => EndSignal::HANG_UP,
                    _ = log_off.recv() => EndSignal::HANG_UP,
                    _ = shut_down.recv() => EndSignal::HANG_UP,
                };
                if sender.send(Signal::End(end)).await.is_err() {
                    return;
                }
            }
        });
        Ok(())
    }
}
