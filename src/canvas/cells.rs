//! Pixels as cells of the terminal: two colours in each, parted by the best shape there is.

use ratatui::buffer::Cell;
use ratatui::style::Color;
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};

use crate::tui::theme::{ColorDepth, Theme, Tint};

/// How finely the terminal's letters can part a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PixelShape {
    /// One above the other. Every terminal has these.
    Halves,
    /// Two across, two down. Every font with block elements has these.
    #[default]
    Quadrants,
    /// Two across, three down: Unicode 13, drawn by the terminal itself where it can.
    Sextants,
    /// Two across, four down: Unicode 16, or the dots of braille where there is no colour.
    Octants,
}

/// Below this distance two colours look like one, in steps of 0–255 of the channel that differs
/// most.
const ALIKE: f32 = 7.0;

/// The most pixels in one cell.
const MOST: usize = 8;

impl PixelShape {
    /// The finest letters a terminal is known to draw itself, from the values of `TERM` and
    /// `TERM_PROGRAM`; otherwise those that every font has.
    pub fn detect(term: &str, terminal: &str) -> Self {
        match (term, terminal) {
            ("linux" | "vt100" | "vt220" | "cons25", _) => Self::Halves,
            ("xterm-kitty" | "xterm-ghostty" | "foot" | "foot-extra" | "contour", _)
            | (_, "WezTerm" | "ghostty") => Self::Sextants,
            _ => Self::Quadrants,
        }
    }

    /// How many pixels a cell has, across and down.
    pub(super) const fn pixels_in_cell(self) -> (usize, usize) {
        match self {
            Self::Halves => (1, 2),
            Self::Quadrants => (2, 2),
            Self::Sextants => (2, 3),
            Self::Octants => (2, 4),
        }
    }

    /// The letter that fills some of a cell's pixels; the first pixel is the lowest bit.
    fn letter(self, filled: usize) -> char {
        match self {
            Self::Halves => [' ', '▀', '▄', '█'][filled],
            Self::Quadrants => QUADRANTS[filled],
            Self::Sextants => SEXTANTS[filled],
            Self::Octants => OCTANTS[filled],
        }
    }
}

/// What one cell shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    letter: char,
    drawn: Color,
    paper: Color,
}

impl Ink {
    /// Nothing but the ground.
    pub(super) fn ground(theme: &Theme) -> Self {
        Self { letter: ' ', drawn: Color::Reset, paper: theme.ground_color() }
    }

    /// The cell that comes closest to some pixels, given row by row.
    pub(super) fn of(pixels: &[Tint], shape: PixelShape, theme: &Theme, grain: f32) -> Self {
        if theme.depth() == ColorDepth::Mono {
            return Self::dots(pixels);
        }
        let lightness = |tint: &Tint| tint.lightness();
        let by_light = |one: &&Tint, two: &&Tint| lightness(one).total_cmp(&lightness(two));
        let (Some(darkest), Some(lightest)) =
            (pixels.iter().min_by(by_light), pixels.iter().max_by(by_light))
        else {
            return Self::ground(theme);
        };
        if darkest.apart(*lightest) < ALIKE
            && pixels.iter().all(|tint| tint.apart(*darkest) < 2.0 * ALIKE)
        {
            let paper = theme.reduce(mean(pixels.iter().copied()), grain);
            return Self { letter: ' ', drawn: Color::Reset, paper };
        }
        // Each pixel joins the one of the two that it is nearer to.
        let mut filled = 0;
        for (bit, tint) in pixels.iter().enumerate() {
            if tint.apart(*lightest) < tint.apart(*darkest) {
                filled |= 1 << bit;
            }
        }
        let group = |lit: bool| {
            let chosen =
                pixels.iter().enumerate().filter(move |(bit, _)| (filled >> bit & 1 == 1) == lit);
            theme.reduce(mean(chosen.map(|(_, tint)| *tint)), grain)
        };
        let (ink, paper) = (group(true), group(false));
        match ink == paper || filled == 0 {
            true => Self { letter: ' ', drawn: Color::Reset, paper },
            // The terminal's own ground has no colour to draw with.
            false if ink == Color::Reset => {
                let inverse = (1 << pixels.len().min(MOST)) - 1 - filled;
                Self { letter: shape.letter(inverse), drawn: paper, paper: ink }
            }
            false => Self { letter: shape.letter(filled), drawn: ink, paper },
        }
    }

    /// Without colour: a dot of braille for each pixel that is light.
    fn dots(pixels: &[Tint]) -> Self {
        // The bits of braille run down the left column, then the right; the lowest row came later.
        const BITS: [u32; MOST] = [0, 3, 1, 4, 2, 5, 6, 7];
        let lit = pixels.iter().zip(BITS).filter(|(tint, _)| tint.lightness() >= 0.5);
        let dots = lit.fold(0, |dots, (_, bit)| dots | 1 << bit);
        let letter = match dots {
            0 => ' ',
            dots => char::from_u32(0x2800 + dots).unwrap_or(' '),
        };
        Self { letter, drawn: Color::Reset, paper: Color::Reset }
    }

    /// Whether it is only ground.
    pub(super) fn is_ground(self, theme: &Theme) -> bool {
        self == Self::ground(theme)
    }

    /// Writes it into a cell of the terminal.
    pub(super) fn put(self, cell: &mut Cell) {
        cell.set_char(self.letter).set_fg(self.drawn).set_bg(self.paper);
    }
}

fn mean(tints: impl Iterator<Item = Tint>) -> Tint {
    let (sum, count) =
        tints.fold((Tint::BLACK, 0.0_f32), |(sum, count), tint| (sum.plus(tint, 1.0), count + 1.0));
    Tint::BLACK.plus(sum, 1.0 / count.max(1.0))
}
