//! Pixels as cells of the terminal: two colours in each, parted by the best shape there is.

use ratatui::buffer::Cell;
use ratatui::style::Color;
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};

use super::{ColorDepth, Tint};

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
    /// Two across, four down: Unicode 16.
    Octants,
    /// Two across, four down: dots, which nearly every font has.
    Braille,
}

/// Below this distance two colours mostly look like one, in steps of 0–255 of the channel that differs
/// most.
const ALIKE: f32 = 7.0;

/// The same in the dark, where shades lie close together.
const CLOSE: f32 = 2.0;

/// In steps of how much of a channel colours come that move, 0–255: nobody sees the difference in what moves.
const COARSE: f32 = 8.0;

/// The most pixels in one cell.
const MOST: usize = 8;

impl PixelShape {
    /// How many pixels a cell has, across and down.
    pub(crate) const fn pixels_in_cell(self) -> (usize, usize) {
        match self {
            Self::Halves => (1, 2),
            Self::Quadrants => (2, 2),
            Self::Sextants => (2, 3),
            Self::Octants | Self::Braille => (2, 4),
        }
    }

    /// The letter that fills some of a cell's pixels; the first pixel is the lowest bit.
    fn letter(self, filled: usize) -> char {
        match self {
            Self::Halves => [' ', '▀', '▄', '█'][filled],
            Self::Quadrants => QUADRANTS[filled],
            Self::Sextants => SEXTANTS[filled],
            Self::Octants => OCTANTS[filled],
            Self::Braille => braille(filled),
        }
    }
}

/// What one cell shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PixelCell {
    letter: char,
    drawn: Color,
    paper: Color,
}

impl PixelCell {
    /// One colour all over.
    const fn plain(paper: Color) -> Self {
        Self { letter: ' ', drawn: Color::Reset, paper }
    }

    /// Writes it into a cell of the terminal.
    pub(crate) fn put(self, cell: &mut Cell) {
        cell.set_char(self.letter).set_fg(self.drawn).set_bg(self.paper);
    }
}

/// How one terminal shows pixels: how many colours it has, how finely its letters part a cell, and
/// what its ground is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PixelEncoder {
    /// How many colours.
    pub(crate) depth: ColorDepth,
    /// The letters that part a cell.
    pub(crate) shape: PixelShape,
    /// The colour of the ground; [`Color::Reset`] where it is the terminal's own.
    pub(crate) ground: Color,
    /// Below this distance two colours are one, in steps of 0–255.
    alike: f32,
    /// A pixel that stands alone among many is left out: it would be a speck.
    leaves_out_specks: bool,
    /// In steps of how much of a channel colours come, 0–255.
    step: f32,
}

impl PixelEncoder {
    /// For a terminal with so many colours, letters that part a cell so finely, and a ground.
    pub(crate) const fn new(depth: ColorDepth, shape: PixelShape, ground: Color) -> Self {
        Self { depth, shape, ground, alike: ALIKE, leaves_out_specks: false, step: 1.0 }
    }

    /// The same for what is drawn in large soft shapes, in shades that lie close together.
    pub(crate) const fn in_close_shades(self) -> Self {
        Self { alike: CLOSE, leaves_out_specks: true, ..self }
    }

    /// The same for what moves: colours in coarser steps, so that neighbours and the next frame share them.
    pub(crate) const fn in_steps(self) -> Self {
        Self { step: COARSE, ..self }
    }

    /// Nothing but the ground.
    pub(crate) const fn blank(self) -> PixelCell {
        PixelCell::plain(self.ground)
    }

    /// The cell that comes closest to some pixels, given row by row; `grain` (0–1) says how it rounds.
    pub(crate) fn cell(self, pixels: &[Tint], grain: f32) -> PixelCell {
        if matches!(self.depth, ColorDepth::Ansi16 | ColorDepth::Mono) {
            return self.dots(pixels);
        }
        let lightness = |tint: &Tint| tint.lightness();
        let by_light = |one: &&Tint, two: &&Tint| lightness(one).total_cmp(&lightness(two));
        let (Some(darkest), Some(lightest)) =
            (pixels.iter().min_by(by_light), pixels.iter().max_by(by_light))
        else {
            return self.blank();
        };
        if darkest.apart(*lightest) < self.alike
            && pixels.iter().all(|tint| tint.apart(*darkest) < 2.0 * self.alike)
        {
            return PixelCell::plain(self.reduce(mean(pixels.iter().copied()), grain));
        }
        // Each pixel joins the one of the two that it is nearer to.
        let mut filled: usize = 0;
        for (bit, tint) in pixels.iter().enumerate() {
            if tint.apart(*lightest) < tint.apart(*darkest) {
                filled |= 1 << bit;
            }
        }
        let many = pixels.len();
        if self.leaves_out_specks && many > 4 {
            match filled.count_ones() as usize {
                1 => filled = 0,
                lit if lit + 1 == many => filled = (1 << many) - 1,
                _ => {}
            }
        }
        let group = |lit: bool| {
            let chosen =
                pixels.iter().enumerate().filter(move |(bit, _)| (filled >> bit & 1 == 1) == lit);
            self.reduce(mean(chosen.map(|(_, tint)| *tint)), grain)
        };
        match filled {
            0 => PixelCell::plain(group(false)),
            all if all + 1 == 1 << many => PixelCell::plain(group(true)),
            _ => self.parted(filled, many, group(true), group(false)),
        }
    }

    /// A colour of the terminal for a tint.
    fn reduce(self, tint: Tint, grain: f32) -> Color {
        self.depth.reduce(if self.step > 1.0 { tint.in_steps(self.step) } else { tint }, grain)
    }

    /// A dot for each pixel that is not black, in the colour of the lightest.
    pub(crate) fn dots(self, pixels: &[Tint]) -> PixelCell {
        let lit = pixels.iter().enumerate().filter(|(_, tint)| **tint != Tint::BLACK);
        let lit = lit.fold(0, |lit, (bit, _)| lit | 1 << bit);
        if lit == 0 {
            return self.blank();
        }
        let lightest = pixels.iter().max_by(|one, two| one.lightness().total_cmp(&two.lightness()));
        let drawn = self.depth.solid(lightest.copied().unwrap_or(Tint::BLACK));
        PixelCell { letter: self.shape.letter(lit), drawn, paper: self.ground }
    }

    /// A cell with some of its `count` pixels in one colour and the others in another.
    fn parted(self, filled: usize, count: usize, drawn: Color, paper: Color) -> PixelCell {
        match drawn == paper || filled == 0 {
            true => PixelCell::plain(paper),
            // The terminal's own ground has no colour to draw with.
            false if drawn == Color::Reset => {
                let inverse = (1 << count.min(MOST)) - 1 - filled;
                PixelCell { letter: self.shape.letter(inverse), drawn: paper, paper: drawn }
            }
            false => PixelCell { letter: self.shape.letter(filled), drawn, paper },
        }
    }
}

/// Dots of braille for some pixels, given row by row; the first is the lowest bit.
fn braille(filled: usize) -> char {
    // The bits of braille run down the left column, then the right; the lowest row came later.
    const BITS: [u32; MOST] = [0, 3, 1, 4, 2, 5, 6, 7];
    let lit = BITS.into_iter().enumerate().filter(|(pixel, _)| filled >> pixel & 1 == 1);
    let dots = lit.fold(0, |dots, (_, bit)| dots | 1 << bit);
    char::from_u32(0x2800 + dots).filter(|_| dots != 0).unwrap_or(' ')
}

fn mean(tints: impl Iterator<Item = Tint>) -> Tint {
    let (sum, count) =
        tints.fold((Tint::BLACK, 0.0_f32), |(sum, count), tint| (sum.plus(tint, 1.0), count + 1.0));
    Tint::BLACK.plus(sum, 1.0 / count.max(1.0))
}
