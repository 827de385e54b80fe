//! The terminal, taken for a while and always given back.

use std::io::{self, BufWriter, Stdout, Write as _};
use std::panic;
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

/// Room for one whole frame, so that it reaches the terminal in one piece.
const FRAME_BYTES: usize = 32 * 1024;

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
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: bool,
}

impl TakenTerminal {
    /// Takes the terminal: alternate screen, raw keys, no cursor, and the mouse if wished.
    ///
    /// # Errors
    /// Whatever the terminal says; it is given back then.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let writer = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        // A viewport of a fixed size: the terminal says when its size changes, and need not be
        // asked before every frame.
        let (columns, rows) = crossterm::terminal::size()?;
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let options = TerminalOptions { viewport };
        let terminal = Terminal::with_options(CrosstermBackend::new(writer), options)?;
        let screen = Self { terminal, mouse };
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

impl Canvas for TakenTerminal {
    fn draw(&mut self, render: Render<'_>) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let mut caret = None;
        self.terminal.draw(|frame| caret = render(frame))?;
        if let Some((column, row)) = caret {
            queue!(self.terminal.backend_mut(), cursor::MoveTo(column, row))?;
        }
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.terminal.resize(Rect::new(0, 0, columns, rows))
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop_until_continued();
        self.enter()?;
        let (columns, rows) = crossterm::terminal::size()?;
        self.resize(columns, rows)
    }
}

impl Drop for TakenTerminal {
    fn drop(&mut self) {
        give_back();
    }
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

/// Stops the whole job, as Ctrl-Z does, until the shell continues it. SIGTSTP itself is listened
/// for and would only come back here. A job that leads its session goes on at once: there is no
/// shell above it that could continue it.
#[cfg(unix)]
pub(super) fn stop_until_continued() {
    use crate::processes::job_leads_its_session;
    use rustix::process::{Signal, kill_current_process_group};
    if !job_leads_its_session() {
        let _ = kill_current_process_group(Signal::STOP);
    }
}

#[cfg(not(unix))]
pub(super) fn stop_until_continued() {}
