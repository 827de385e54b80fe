//! The terminal, taken for a while and always given back.

use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::thread;

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use crate::processes;

/// Draws one frame. Returns the cell where the cursor is to stand, column and row: it stays hidden,
/// but input methods and braille displays follow it.
pub(super) type Render<'a> = &'a mut dyn FnMut(&mut Frame) -> Option<(u16, u16)>;

/// Something frames are drawn on.
pub(super) trait Canvas {
    /// Draws one frame.
    ///
    /// # Errors
    /// Whatever the terminal says.
    fn draw(&mut self, render: Render<'_>) -> io::Result<()>;

    /// The screen has another size now.
    ///
    /// # Errors
    /// Whatever the terminal says.
    fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()>;

    /// Gives the terminal back for a while, until the program is continued, and takes it again.
    ///
    /// # Errors
    /// Whatever the terminal says.
    fn suspend(&mut self) -> io::Result<()>;
}

/// The real terminal. Dropping it gives the terminal back.
pub(super) struct TakenTerminal {
    terminal: Terminal<CrosstermBackend<FrameBytes>>,
    /// What the terminal draws into.
    frame: FrameBytes,
    mouse: bool,
}

impl TakenTerminal {
    /// Takes the terminal: alternate screen, raw keys, no cursor, and the mouse if wished.
    ///
    /// # Errors
    /// Whatever the terminal says; it is given back then.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        // A viewport of a fixed size: the terminal says when its size changes, and need not be
        // asked before every frame.
        let viewport = Viewport::Fixed(size()?);
        let options = TerminalOptions { viewport };
        let frame = FrameBytes::default();
        let terminal = Terminal::with_options(CrosstermBackend::new(frame.clone()), options)?;
        let screen = Self { terminal, frame, mouse };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        let mut out = io::stdout().lock();
        queue!(out, EnterAlternateScreen, cursor::Hide)?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        out.flush()
    }
}

/// The bytes of a frame, kept until it is whole. So a frame reaches the terminal in one piece, and
/// what ratatui writes when its own terminal is dropped never does: that would fail where the
/// terminal is gone, and ratatui would print so and panic.
#[derive(Clone, Default)]
struct FrameBytes(Rc<RefCell<Vec<u8>>>);

impl FrameBytes {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for FrameBytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Canvas for TakenTerminal {
    fn draw(&mut self, render: Render<'_>) -> io::Result<()> {
        queue!(self.frame, BeginSynchronizedUpdate)?;
        let mut caret = None;
        self.terminal.draw(|frame| caret = render(frame))?;
        if let Some((column, row)) = caret {
            queue!(self.frame, cursor::MoveTo(column, row))?;
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        write_whole(&self.frame.take())
    }

    fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.terminal.resize(cells(columns, rows))
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back();
        processes::stop_until_continued();
        self.enter()?;
        self.terminal.resize(size()?)
    }
}

impl Drop for TakenTerminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether an error tells that the terminal is gone: its window was closed, or its line cut.
#[cfg(unix)]
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

/// Whether an error tells that the terminal is gone. On this system a signal alone tells it.
#[cfg(not(unix))]
pub(super) fn is_gone(_error: &io::Error) -> bool {
    false
}

/// Writes what belongs together, past the buffer that standard output has for lines.
fn write_whole(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The whole of the terminal.
///
/// # Errors
/// Whatever the terminal says.
pub(super) fn size() -> io::Result<Rect> {
    crossterm::terminal::size().map(|(columns, rows)| cells(columns, rows))
}

/// A terminal that does not know its size says 0 (a serial line, or one that is told its size later
/// on) and is drawn on as if it were of the usual size.
fn cells(columns: u16, rows: u16) -> Rect {
    let or_usual = |said, usual| if said == 0 { usual } else { said };
    Rect::new(0, 0, or_usual(columns, 80), or_usual(rows, 24))
}

/// Gives the terminal back as it was. Nothing can be done where even that fails: the terminal is
/// then most likely gone.
fn give_back() {
    let mut out = io::stdout().lock();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        cursor::Show,
        LeaveAlternateScreen
    );
    let _ = disable_raw_mode();
}

/// A panic gives the terminal back before it is reported. A panic on another thread (sound) is kept
/// off the screen: the session goes on without that thread.
fn give_back_on_panic() {
    let report = panic::take_hook();
    let owner = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == owner {
            give_back();
            report(info);
        }
    }));
}
