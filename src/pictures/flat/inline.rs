//! The inline images of iTerm2 (<https://iterm2.com/documentation-images.html>), which others
//! have taken up: a file, and how many cells it is to fill.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratatui::layout::Rect;

use super::layers::Image;
use crate::pictures::picture::encoded;

/// Writes an image that fills some cells from the cursor on.
pub(super) fn write(image: &Image, cells: Rect, out: &mut String) {
    let size = (image.across as u32, image.down() as u32);
    let Ok(file) = encoded(size, image.pixels.as_flattened()) else { return };
    let Rect { width, height, .. } = cells;
    super::write(
        out,
        format_args!(
            "\x1b]1337;File=inline=1;size={};width={width};height={height};\
             preserveAspectRatio=0;doNotMoveCursor=1:",
            file.len()
        ),
    );
    STANDARD.encode_string(file, out);
    out.push('\x07');
}
