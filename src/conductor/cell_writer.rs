//! Cells as bytes for the terminal: of where they lie, their colours and their weight only what differs from the
//! cell written before.

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// Weights and the like: what sets each and what takes it back.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What makes the colour of letters seen where there is none.
const SEEN_ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// The codes that set a colour of letters, and of what lies under them.
const LETTERS: u8 = 38;
const GROUND: u8 = 48;

/// A backend that writes cells in few bytes. In all else it does what crossterm does.
#[derive(Clone, Debug)]
pub(super) struct CellWriter<Out: Write>(CrosstermBackend<Out>);

impl<Out: Write> CellWriter<Out> {
    /// Writes to this.
    pub(super) const fn new(out: Out) -> Self {
        Self(CrosstermBackend::new(out))
    }
}

/// What the terminal was told so far.
#[derive(Default)]
struct Told {
    bytes: Vec<u8>,
    /// Where the last cell lies.
    at: Option<(u16, u16)>,
    letters: Color,
    ground: Color,
    modifier: Modifier,
}

impl Told {
    fn cell(&mut self, at: (u16, u16), cell: &Cell) {
        self.place(at);
        self.style(cell);
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
    }

    /// Goes where a cell lies, unless the one before has led there. Columns are counted from the edge, so that a
    /// letter that is wider than it should be moves nothing beyond it.
    fn place(&mut self, (column, row): (u16, u16)) {
        match self.at {
            Some((last, line)) if line == row && last + 1 == column => {}
            Some((_, line)) if line == row => self.write(format_args!("\x1b[{}G", column + 1)),
            _ => self.write(format_args!("\x1b[{};{}H", row + 1, column + 1)),
        }
        self.at = Some((column, row));
    }

    fn style(&mut self, cell: &Cell) {
        let begin = self.bytes.len();
        self.modify(cell.modifier);
        let is_blank = cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANKS);
        if cell.fg != self.letters && !is_blank {
            self.letters = cell.fg;
            self.color(LETTERS, cell.fg);
        }
        if cell.bg != self.ground {
            self.ground = cell.bg;
            self.color(GROUND, cell.bg);
        }
        if self.bytes.len() > begin {
            // All in one sequence: each code was followed by a semicolon.
            self.bytes.pop();
            self.bytes.push(b'm');
            self.bytes.splice(begin..begin, *b"\x1b[");
        }
    }

    fn modify(&mut self, wanted: Modifier) {
        for (modifier, _, off) in MODIFIERS {
            if self.modifier.contains(modifier) && !wanted.contains(modifier) {
                self.write(format_args!("{off};"));
                let taken = MODIFIERS.iter().filter(|(_, _, other)| *other == off);
                for (modifier, ..) in taken {
                    self.modifier.remove(*modifier);
                }
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if wanted.contains(modifier) && !self.modifier.contains(modifier) {
                self.write(format_args!("{on};"));
            }
        }
        self.modifier = wanted;
    }

    fn color(&mut self, code: u8, color: Color) {
        match color {
            Color::Reset => self.write(format_args!("{};", code + 1)),
            Color::Rgb(red, green, blue) => {
                self.write(format_args!("{code};2;{red};{green};{blue};"));
            }
            other => self.write(format_args!("{code};5;{};", index(other))),
        }
    }

    /// Takes back what was set.
    fn end(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(b"\x1b[0m");
        self.bytes
    }

    fn write(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = self.bytes.write_fmt(words);
    }
}

/// The number of a color among the 256.
const fn index(color: Color) -> u8 {
    match color {
        Color::Black | Color::Reset | Color::Rgb(..) => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(index) => index,
    }
}

impl<Out: Write> Backend for CellWriter<Out> {
    type Error = io::Error;

    fn draw<'a, Cells>(&mut self, cells: Cells) -> io::Result<()>
    where
        Cells: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut told = Told::default();
        for (column, row, cell) in cells {
            told.cell((column, row), cell);
        }
        self.0.write_all(&told.end())
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.0.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<At: Into<Position>>(&mut self, position: At) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}
