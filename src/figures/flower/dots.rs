//! The figure without colour: braille dots, dense where the light is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::light::Light;
use super::plate::Plate;

/// The braille pattern without dots.
const BLANK: u32 = 0x2800;

/// The bit of each dot of a braille cell, row by row (Unicode, “Braille Patterns”).
const DOTS: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

pub(super) fn draw(plate: &Plate, light: &Light, area: Rect, buffer: &mut Buffer) {
    for (cell, pixels) in plate.cells() {
        let light = light.in_cell(cell);
        let mut dots = 0;
        for (pixel, dot) in pixels.iter().zip(DOTS) {
            let tint = pixel.dark.mix(pixel.lit, light.on(pixel).lit);
            if pixel.petal && tint.lightness() > pixel.grain {
                dots |= dot;
            }
        }
        if let Some(symbol) = char::from_u32(BLANK | dots).filter(|_| dots != 0) {
            buffer[(area.x + cell.column, area.y + cell.row)].set_char(symbol);
        }
    }
}
