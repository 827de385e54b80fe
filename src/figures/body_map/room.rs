//! How much room a map needs for words.

use ratatui::layout::Rect;

/// Below this width and height there is no room for words.
pub(super) const NARROWEST: u16 = 24;
pub(super) const SHORTEST: u16 = 7;

/// Whether an area has room to say what the hatching means.
pub(super) fn has_words(area: Rect) -> bool {
    area.width >= NARROWEST && area.height >= SHORTEST - 1
}
