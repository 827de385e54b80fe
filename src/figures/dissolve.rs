//! One picture gives way to another, cell by cell, each at a moment of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::canvas::grain;

/// Puts the cells of a later picture over what is there: as many as `share` (0–1) says.
pub(crate) fn dissolve(buffer: &mut Buffer, later: &Buffer, area: Rect, share: f32) {
    for row in area.top()..area.bottom() {
        for column in area.left()..area.right() {
            if grain(usize::from(column), usize::from(row)) < share {
                buffer[(column, row)] = later[(column, row)].clone();
            }
        }
    }
}
