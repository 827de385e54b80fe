//! A whole picture of pixels becomes the cells of an area.

use super::{PixelCell, PixelEncoder, Tint, Window, grain};

/// All cells of a picture whose pixels are given row by row.
pub(crate) fn cells_of(encoder: PixelEncoder, pixels: &[Tint], window: &Window) -> Vec<PixelCell> {
    let (columns, rows) = encoder.shape.pixels_in_cell();
    let mut cells = Vec::with_capacity(pixels.len() / (columns * rows));
    let mut cell = Vec::with_capacity(columns * rows);
    for row in (0..window.down).step_by(rows) {
        for column in (0..window.across).step_by(columns) {
            cell.clear();
            for line in row..row + rows {
                cell.extend_from_slice(&pixels[line * window.across + column..][..columns]);
            }
            cells.push(encoder.cell(&cell, grain(column, row)));
        }
    }
    cells
}
