//! The figure without colour: braille dots, dense where the light is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::light::Light;
use super::plate::{Plate, grain};

/// The braille pattern without dots.
const BLANK: u32 = 0x2800;

/// The bit of each dot of a braille cell, by row and column (Unicode, “Braille Patterns”).
const DOTS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

pub(super) fn draw(plate: &Plate, light: &Light, area: Rect, buffer: &mut Buffer) {
    for (row, y) in area.rows().map(|line| line.y).enumerate() {
        for (column, x) in (area.left()..area.right()).enumerate() {
            let dots = cell_dots(plate, light, column, row);
            if let Some(symbol) = char::from_u32(BLANK | dots).filter(|_| dots != 0) {
                buffer[(x, y)].set_char(symbol);
            }
        }
    }
}

fn cell_dots(plate: &Plate, light: &Light, column: usize, row: usize) -> u32 {
    let light = light.in_cell(grain(column, row));
    let mut dots = 0;
    for (down, line) in DOTS.iter().enumerate() {
        for (right, bit) in line.iter().enumerate() {
            let pixel = plate.pixel(column * 2 + right, row * 4 + down);
            let glow = light.on(pixel);
            let tint = pixel.dark.mix(pixel.lit, glow.lit);
            if pixel.petal && tint.lightness() > pixel.grain {
                dots |= bit;
            }
        }
    }
    dots
}
