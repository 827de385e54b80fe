//! The figure in half blocks: two square pixels of any colour in a cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::tui::theme::Theme;

use super::light::{CellLight, Glow, Light};
use super::plate::{Pixel, Plate, grain};

pub(super) fn draw(plate: &Plate, light: &Light, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    for (row, y) in area.rows().map(|line| line.y).enumerate() {
        for (column, x) in (area.left()..area.right()).enumerate() {
            let upper = plate.pixel(column, row * 2);
            let lower = plate.pixel(column, row * 2 + 1);
            if upper.petal || lower.petal {
                let light = light.in_cell(grain(column, row));
                let upper = color(upper, &light, theme);
                let lower = color(lower, &light, theme);
                paint(&mut buffer[(x, y)], upper, lower, theme.ground_color());
            }
        }
    }
}

fn color(pixel: &Pixel, light: &CellLight, theme: &Theme) -> Color {
    let Glow { lit, ember, flame } = light.on(pixel);
    if lit <= 0.0 {
        pixel.dark_color
    } else if lit >= 1.0 && ember <= 0.0 && flame <= 0.0 {
        pixel.lit_color
    } else {
        let lamp = pixel
            .lit
            .mix(theme.ember(), ember)
            .mix(theme.flame(), flame);
        theme.reduce(pixel.dark.mix(lamp, lit), pixel.grain)
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
