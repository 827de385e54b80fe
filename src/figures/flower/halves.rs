//! The figure in half blocks: two square pixels of any colour in a cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::tui::theme::{Theme, Tint};

use super::light::{CellLight, Glow, Light};
use super::plate::{Pixel, Plate};

pub(super) fn draw(plate: &Plate, light: &Light, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let painter = Painter { theme, flame: theme.flame(), ember: theme.ember() };
    let ground = theme.ground_color();
    for (cell, pixels) in plate.cells() {
        if let [upper, lower] = pixels {
            let light = light.in_cell(cell);
            let upper = painter.color(upper, &light);
            let lower = painter.color(lower, &light);
            paint(&mut buffer[(area.x + cell.column, area.y + cell.row)], upper, lower, ground);
        }
    }
}

/// The theme, with what it mixes kept at hand.
struct Painter<'theme> {
    theme: &'theme Theme,
    flame: Tint,
    ember: Tint,
}

impl Painter<'_> {
    fn color(&self, pixel: &Pixel, light: &CellLight) -> Color {
        let Glow { lit, ember, flame } = light.on(pixel);
        if lit <= 0.0 {
            pixel.dark_color
        } else if lit >= 1.0 && ember <= 0.0 && flame <= 0.0 {
            pixel.lit_color
        } else {
            let lamp = pixel.lit.mix(self.ember, ember).mix(self.flame, flame);
            self.theme.reduce(pixel.dark.mix(lamp, lit), pixel.grain)
        }
    }
}

/// Paints two pixels. The ground is never drawn as ink: it may be the terminal's own, which has no
/// colour to draw with.
fn paint(cell: &mut Cell, upper: Color, lower: Color, ground: Color) {
    if upper == lower {
        cell.set_symbol(" ").set_fg(Color::Reset).set_bg(upper);
    } else if upper == ground {
        cell.set_symbol("▄").set_fg(lower).set_bg(ground);
    } else {
        cell.set_symbol("▀").set_fg(upper).set_bg(lower);
    }
}
