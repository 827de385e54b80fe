//! Ctrl-C and Ctrl-Z as the terminal itself makes signals of them. As keys they would be lost behind an
//! answer of the terminal of which only half has come: whoever reads keys waits for its end.

/// Has the terminal, whose keys come raw, send Ctrl-C and Ctrl-Z as signals. Where it is not the terminal
/// of this process they would reach nobody, and stay keys.
#[cfg(unix)]
pub(super) fn send_as_signals() {
    use std::io;

    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

    use crate::processes::is_in_front;

    /// What stands for no key, by the system.
    const NO_KEY: u8 = if cfg!(target_os = "linux") { 0 } else { 0xff };

    let output = io::stdout();
    if !is_in_front(&output) {
        return;
    }
    let Ok(mut modes) = tcgetattr(&output) else { return };
    // What is being written is not thrown away at a signal.
    modes.local_modes |= LocalModes::ISIG | LocalModes::NOFLSH;
    modes.special_codes[SpecialCodeIndex::VQUIT] = NO_KEY;
    // Where this fails they are keys, as they were.
    let _ = tcsetattr(&output, OptionalActions::Now, &modes);
}

/// On this system they come as keys alone.
#[cfg(not(unix))]
pub(super) fn send_as_signals() {}
