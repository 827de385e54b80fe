//! Where words go, and how much room there is for them.

use std::env;
use std::io::{self, IsTerminal as _, Write};

use super::Exit;
use super::text::printable;
use crate::choices::ColorChoice;
use crate::config::SettingsError;
use crate::profile::ProfileError;
use crate::synthesis::LeftOut;
use crate::words::Texts;

/// Text wider than this is hard to read, in columns.
const WIDEST_TEXT: usize = 80;

/// Where words go, and how much room there is for them.
pub(super) struct Console<'a> {
    /// What was asked for.
    pub(super) out: &'a mut dyn Write,
    /// Reports and warnings.
    pub(super) err: &'a mut dyn Write,
    /// A person looks at `out`.
    pub(super) out_is_terminal: bool,
    /// A person looks at `err`.
    pub(super) err_is_terminal: bool,
    /// Columns there are; `None` where lines may be as long as they like.
    pub(super) width: Option<usize>,
    /// How many colours were asked for on the command line.
    pub(super) colours: Option<ColorChoice>,
}

impl<'a> Console<'a> {
    /// The process's own streams.
    pub(super) fn of_process(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            out,
            err,
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            colours: None,
            width: columns_asked_for().or_else(|| terminal_size().map(|(columns, _)| columns)),
        }
    }

    /// Columns for running text.
    pub(super) fn text_width(&self) -> usize {
        self.width.unwrap_or(WIDEST_TEXT).clamp(20, WIDEST_TEXT)
    }

    /// A word on the side that stops nothing.
    pub(super) fn warn(&mut self, message: &str, help: &str) {
        warn(self.err, message, help);
    }

    /// Says what is wrong with the settings, each thing with its line.
    pub(super) fn says_of_settings(&mut self, errors: &[SettingsError], texts: &Texts) {
        for error in errors {
            // A warning that cannot be written is not worth ending for.
            let _ = match error {
                SettingsError::Misfit(problem) => writeln!(self.err, "{}\n", problem.said(texts)),
                SettingsError::Unreadable(file) => {
                    writeln!(
                        self.err,
                        "warning: {}\nhelp: {}",
                        printable(&error.to_string()),
                        file.help()
                    )
                }
            };
        }
        if !errors.is_empty() {
            let help = "what is said of each line holds until then; all else is as it is set";
            let _ = writeln!(self.err, "help: {help}");
        }
    }

    /// Says what is wrong with the health profile, each thing with its line.
    pub(super) fn says_of_profile(&mut self, errors: &[ProfileError], texts: &Texts) {
        for error in errors {
            // A warning that cannot be written is not worth ending for.
            let _ = match error {
                ProfileError::Misfit(problem) => writeln!(self.err, "{}\n", problem.said(texts)),
                ProfileError::Unreadable(file) => {
                    let said = printable(&error.to_string());
                    writeln!(self.err, "warning: {said}\nhelp: {}", file.help())
                }
            };
        }
    }

    /// Says which sound file cannot be heard, and why.
    pub(super) fn leaves_out(&mut self, left_out: &LeftOut) {
        leave_out(self.err, left_out);
    }

    /// Help, the version, or what was not understood.
    pub(super) fn clap_says(
        &mut self,
        answer: &clap::Error,
        help: &[String],
    ) -> anyhow::Result<Exit> {
        let words = answer.render();
        if answer.use_stderr() {
            let _ = write!(self.err, "{words}");
            for help in help {
                let _ = writeln!(self.err, "help: {}", printable(help));
            }
            return Ok(Exit::Usage);
        }
        write!(self.out, "{words}")?;
        Ok(Exit::Done)
    }
}

fn warn(err: &mut dyn Write, message: &str, help: &str) {
    // A warning that cannot be written is not worth ending for.
    let _ = writeln!(err, "warning: {message}\nhelp: {help}");
}

/// Says which sound file cannot be heard, and why.
pub(super) fn leave_out(err: &mut dyn Write, LeftOut { file, why }: &LeftOut) {
    let message = printable(&format!("`{file}` is left out: {why}"));
    warn(err, &message, "`unclench sounds check FOLDER` looks at all sounds of a folder");
}

/// `COLUMNS` wins over the terminal, so that a width can be asked for.
fn columns_asked_for() -> Option<usize> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|at| *at > 0)
}

/// Columns and rows of the terminal, if there is one.
#[cfg(unix)]
pub(super) fn terminal_size() -> Option<(usize, usize)> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    (size.ws_col > 0).then(|| (usize::from(size.ws_col), usize::from(size.ws_row)))
}

/// Not asked for on this system: text is folded as if there were no terminal.
#[cfg(not(unix))]
pub(super) fn terminal_size() -> Option<(usize, usize)> {
    None
}
