//! The terminal, taken for a while and always given back.

use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, queue};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::background_writer::BackgroundWriter;
use super::byte_pace::BytePace;
use super::cell_writer::CellWriter;
use super::signal_keys::send_as_signals;
use crate::canvas::Tint;
use crate::pictures::{
    CellPixels, PictureBytes, PictureRemains, PictureScreen, PictureWay, PlacedPicture,
};
use crate::processes;
use crate::screens::ScreenView;

/// How long the last frame may take to be written before the terminal is given back without it.
const LAST_FRAME: Duration = Duration::from_millis(300);
/// How long giving back may take beyond that.
const GIVING_BACK: Duration = Duration::from_millis(200);
/// Between two tries to make room for it.
#[cfg(unix)]
const BETWEEN_TRIES: Duration = Duration::from_millis(5);
/// Ends a sequence of which only the beginning has been written.
const CANCEL: u8 = 0x18;

/// Draws one frame.
pub(super) type Render<'a> = &'a mut dyn FnMut(&mut Frame) -> Drawn;

/// What belongs to a frame beside its cells.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// The cell where the cursor is to stand, column and row: it stays hidden, but input methods and
    /// braille displays follow it.
    pub(super) caret: Option<(u16, u16)>,
    /// How many pixels a cell has, where pictures are shown.
    cell: Option<CellPixels>,
    /// How they are shown, and what lies under them.
    way: PictureWay,
    ground: Option<Tint>,
    pictures: Vec<PlacedPicture>,
}

impl Drawn {
    /// What a view recorded of the frame that was just drawn.
    pub(super) fn taken(view: &mut ScreenView) -> Self {
        let pictures = std::mem::take(&mut view.frame.pictures);
        let (way, ground) = (view.way, Some(view.theme.unlit(0.0)));
        Self { caret: view.frame.caret, cell: view.cell, way, ground, pictures }
    }

    /// A frame of nothing but pictures.
    #[cfg(all(test, unix))]
    pub(super) fn of_pictures(
        (cell, way): (CellPixels, PictureWay),
        pictures: Vec<PlacedPicture>,
    ) -> Self {
        Self { cell: Some(cell), way, ground: Some(Tint::BLACK), pictures, ..Self::default() }
    }
}

/// Something frames are drawn on.
pub(super) trait Canvas {
    /// Draws one frame, unless the one before is still on its way. Returns whether all of it is on its
    /// way now.
    ///
    /// # Errors
    /// Whatever the terminal says.
    fn draw(&mut self, render: Render<'_>) -> io::Result<bool>;

    /// Waits until the last frame has arrived.
    async fn freed(&self);

    /// The screen has another size from the next frame on.
    fn resize(&mut self, columns: u16, rows: u16);

    /// How many pixels a cell has; `None` where the terminal does not say.
    fn cell_pixels(&self) -> Option<CellPixels> {
        None
    }

    /// How long it takes at a time until the line has time for another frame, once it has taken the last one.
    fn paced(&mut self, _now: Duration) -> Duration {
        Duration::ZERO
    }

    /// Gives the terminal back for a while, until the program is continued, and takes it again.
    ///
    /// # Errors
    /// Whatever the terminal says.
    fn suspend(&mut self) -> io::Result<()>;
}

/// The real terminal. Dropping it gives the terminal back.
///
/// A thread writes to it. A frame is drawn only where the one before has been written: so what
/// changed is always found against what is really shown, and a line that takes little gets as many
/// frames as it can take.
pub(super) struct TakenTerminal {
    terminal: Terminal<CellWriter<FrameBytes>>,
    /// What the terminal draws into.
    frame: FrameBytes,
    writer: Arc<BackgroundWriter>,
    /// The pictures it shows, and in which way.
    pictures: (PictureWay, PictureScreen),
    /// What is left of them, for whoever gives it back.
    remains: Arc<PictureRemains>,
    /// The size it has changed to since the last frame.
    resized: Option<Rect>,
    /// What was written lately, and the bytes and cells that were not counted yet.
    pace: (BytePace, (usize, usize)),
    mouse: bool,
}

impl TakenTerminal {
    /// Takes the terminal: alternate screen, raw keys, no cursor, the mouse if wished; and asks it
    /// something.
    ///
    /// # Errors
    /// Whatever the terminal says; it is given back then.
    pub(super) fn take(mouse: bool, question: Option<&[u8]>) -> io::Result<Self> {
        let writer = Arc::new(BackgroundWriter::of_output()?);
        let remains = Arc::new(PictureRemains::default());
        give_back_on_panic(Arc::clone(&writer), Arc::clone(&remains));
        // A viewport of a fixed size: the terminal says when its size changes, and need not be
        // asked before every frame.
        let viewport = Viewport::Fixed(size()?);
        let options = TerminalOptions { viewport };
        let frame = FrameBytes::default();
        let terminal = Terminal::with_options(CellWriter::new(frame.clone()), options)?;
        let pictures = no_pictures(PictureWay::default());
        let (resized, pace) = (None, (BytePace::default(), (0, 0)));
        let mut screen = Self { terminal, frame, writer, pictures, remains, resized, pace, mouse };
        // With the first frame; nothing waits for the answer. Before all else, since tmux hands nothing on
        // while it has a whole screen to draw.
        screen.frame.write_all(question.unwrap_or_default())?;
        screen.enter()?;
        Ok(screen)
    }

    /// Takes the terminal with the next frame, and the keys at once.
    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        send_as_signals();
        queue!(self.frame, EnterAlternateScreen, cursor::Hide)?;
        if self.mouse {
            queue!(self.frame, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Shows the pictures of a frame whose cells are written from a place on. Returns whether all of them
    /// are on their way.
    fn show_pictures(&mut self, drawn: &Drawn, cells_from: usize) -> bool {
        let mut bytes = PictureBytes::default();
        let is_whole = if let (Some(cell), Some(ground)) = (drawn.cell, drawn.ground) {
            if self.pictures.0 != drawn.way {
                self.pictures.1.forget(&mut bytes);
                self.pictures = no_pictures(drawn.way);
            }
            self.pictures.1.show(&drawn.pictures, (cell, ground), &mut bytes)
        } else {
            self.pictures.1.forget(&mut bytes);
            true
        };
        self.pictures.1.note(&self.remains);
        self.frame.insert(cells_from, bytes.under.as_bytes());
        self.frame.insert(self.frame.count(), bytes.over.as_bytes());
        is_whole
    }

    /// Has the terminal forget all pictures, with the next frame.
    fn forget_pictures(&mut self) {
        let mut bytes = PictureBytes::default();
        self.pictures.1.forget(&mut bytes);
        self.pictures.1.note(&self.remains);
        self.frame.insert(self.frame.count(), bytes.under.as_bytes());
    }
}

fn no_pictures(way: PictureWay) -> (PictureWay, PictureScreen) {
    (way, PictureScreen::of(way))
}

/// The bytes of a frame, kept until it is whole. So a frame reaches the terminal in one piece, and
/// what ratatui writes when its own terminal is dropped never does: that would fail where the
/// terminal is gone, and ratatui would print so and panic.
#[derive(Clone, Default)]
pub(super) struct FrameBytes(Rc<RefCell<Vec<u8>>>);

impl FrameBytes {
    pub(super) fn take(&self) -> Vec<u8> {
        self.0.take()
    }

    fn count(&self) -> usize {
        self.0.borrow().len()
    }

    fn insert(&self, at: usize, bytes: &[u8]) {
        self.0.borrow_mut().splice(at..at, bytes.iter().copied());
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
    fn draw(&mut self, render: Render<'_>) -> io::Result<bool> {
        if !self.writer.is_free()? {
            return Ok(false);
        }
        queue!(self.frame, BeginSynchronizedUpdate)?;
        if let Some(size) = self.resized.take() {
            self.forget_pictures();
            self.terminal.resize(size)?;
        }
        let mut drawn = Drawn::default();
        let cells_from = self.frame.count();
        let area = self.terminal.draw(|frame| drawn = render(frame))?.area;
        self.pace.1 = (self.frame.count() - cells_from, area.area() as usize);
        let is_whole = self.show_pictures(&drawn, cells_from);
        if let Some((column, row)) = drawn.caret {
            queue!(self.frame, cursor::MoveTo(column, row))?;
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        self.writer.push(&self.frame.take())?;
        Ok(is_whole)
    }

    async fn freed(&self) {
        self.writer.freed().await;
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.resized = Some(cells(columns, rows));
    }

    fn cell_pixels(&self) -> Option<CellPixels> {
        let size = crossterm::terminal::window_size().ok()?;
        CellPixels::of((size.columns, size.rows), (size.width, size.height))
    }

    fn paced(&mut self, now: Duration) -> Duration {
        let (bytes, cells) = std::mem::take(&mut self.pace.1);
        self.pace.0.count(now, bytes, cells)
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back(&self.writer, &self.remains);
        self.pictures = no_pictures(self.pictures.0);
        processes::stop_until_continued();
        self.enter()?;
        // Also where it is the same, since nothing of the last frame is left.
        self.resized = Some(size()?);
        Ok(())
    }
}

impl Drop for TakenTerminal {
    fn drop(&mut self) {
        give_back(&self.writer, &self.remains);
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

/// The whole of the terminal.
///
/// # Errors
/// Whatever the terminal says.
pub(super) fn size() -> io::Result<Rect> {
    crossterm::terminal::size().map(|(columns, rows)| cells(columns, rows))
}

/// The most columns and rows that are drawn on: more than the largest screens have with the smallest
/// letters.
const MOST_COLUMNS: u16 = 2_000;
const MOST_ROWS: u16 = 1_000;

/// A terminal that does not know its size says 0 (a serial line, or one that is told its size later
/// on) and is drawn on as if it were of the usual size. Of one that says it is larger than any screen
/// the upper left is drawn on.
pub(super) fn cells(columns: u16, rows: u16) -> Rect {
    let or_usual = |said, usual| if said == 0 { usual } else { said };
    let (columns, rows) = (or_usual(columns, 80), or_usual(rows, 24));
    Rect::new(0, 0, columns.min(MOST_COLUMNS), rows.min(MOST_ROWS))
}

/// Gives the terminal back as it was, without the pictures that it keeps, in 0.7 s at most. Nothing
/// can be done where even that fails: the terminal is then most likely gone.
fn give_back(writer: &BackgroundWriter, remains: &PictureRemains) {
    let mut bytes = Vec::new();
    if !writer.wait(LAST_FRAME).unwrap_or(true) && make_room(writer) {
        bytes.push(CANCEL);
    }
    let _ = queue!(bytes, EndSynchronizedUpdate);
    bytes.extend_from_slice(remains.take().as_bytes());
    let _ = queue!(bytes, DisableMouseCapture, cursor::Show, LeaveAlternateScreen);
    let _ = writer.push(&bytes).and_then(|()| writer.wait(GIVING_BACK));
    let _ = disable_raw_mode();
}

/// Throws away what the terminal has not taken, until the last frame has been written. Returns
/// whether that came about.
#[cfg(unix)]
fn make_room(writer: &BackgroundWriter) -> bool {
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};

    let output = io::stdout();
    for _ in 0..GIVING_BACK.as_millis() / BETWEEN_TRIES.as_millis() {
        let _ = tcflush(&output, QueueSelector::OFlush);
        // A thread that waits for room is told of it only by this.
        let _ = tcflow(&output, Action::OOff).and_then(|()| tcflow(&output, Action::OOn));
        if writer.wait(BETWEEN_TRIES).unwrap_or(true) {
            return true;
        }
    }
    false
}

/// On this system what was written cannot be taken back.
#[cfg(not(unix))]
fn make_room(_writer: &BackgroundWriter) -> bool {
    false
}

/// A panic gives the terminal back before it is reported. A panic on another thread (sound) is kept
/// off the screen: the session goes on without that thread.
fn give_back_on_panic(writer: Arc<BackgroundWriter>, remains: Arc<PictureRemains>) {
    let report = panic::take_hook();
    let owner = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == owner {
            give_back(&writer, &remains);
            report(info);
        }
    }));
}
