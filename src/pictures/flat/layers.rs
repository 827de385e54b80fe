//! Pictures that lie over one another become one.

use ratatui::layout::Rect;

use crate::pictures::placed::PictureFit;
use crate::pictures::{CellPixels, PlacedPicture};

/// Pixels row by row, each as red, green, blue and cover, 0–255.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Image {
    pub(super) across: usize,
    pub(super) pixels: Vec<[u8; 4]>,
}

impl Image {
    /// The pixels of some cells, counted from the corner.
    pub(super) fn part(&self, cells: Rect, cell: CellPixels) -> Self {
        let (across, down) = cell.in_area(cells);
        let left = usize::from(cells.x) * usize::from(cell.width);
        let top = usize::from(cells.y) * usize::from(cell.height);
        let rows =
            (top..top + down).flat_map(|row| &self.pixels[row * self.across + left..][..across]);
        Self { across, pixels: rows.copied().collect() }
    }

    pub(super) fn down(&self) -> usize {
        self.pixels.len() / self.across.max(1)
    }
}

/// What is seen in an area of pictures that are given from the lowest to the highest.
pub(super) fn laid_together(area: Rect, placed: &[PlacedPicture], cell: CellPixels) -> Image {
    let (across, down) = cell.in_area(area);
    let mut image = Image { across, pixels: vec![[0; 4]; across * down] };
    for placed in placed {
        lay(&mut image, area, placed, cell);
    }
    image
}

fn lay(image: &mut Image, area: Rect, placed: &PlacedPicture, cell: CellPixels) {
    let Some(pixels) = placed.picture.pixels() else { return };
    let (wide, high) = placed.picture.size();
    let (wide, high) = (wide as usize, high as usize);
    let (room_wide, room_high) = cell.in_area(placed.area);
    let left = usize::from(placed.area.x - area.x) * usize::from(cell.width);
    let top = usize::from(placed.area.y - area.y) * usize::from(cell.height);
    let at = |index: usize, most: usize, room: usize, from: Option<i32>| match from {
        None => Some(index * most / room.max(1)),
        Some(from) => {
            let at = index as i64 - i64::from(from);
            usize::try_from(at).ok().filter(|at| *at < most)
        }
    };
    let (from_x, from_y) = match placed.fit {
        PictureFit::Filling => (None, None),
        PictureFit::At(x, y) => (Some(x), Some(y)),
    };
    for row in 0..room_high {
        let Some(line) = at(row, high, room_high, from_y) else { continue };
        for column in 0..room_wide {
            let Some(dot) = at(column, wide, room_wide, from_x) else { continue };
            let below = &mut image.pixels[(top + row) * image.across + left + column];
            *below = over(*below, pixels[line * wide + dot]);
        }
    }
}

/// One pixel over another.
fn over(below: [u8; 4], above: [u8; 4]) -> [u8; 4] {
    match (below[3], above[3]) {
        (_, 0) => return below,
        (0, _) | (_, 255) => return above,
        _ => {}
    }
    let (under, cover) = (f32::from(below[3]) / 255.0, f32::from(above[3]) / 255.0);
    let both = cover + under * (1.0 - cover);
    let share = cover / both;
    let mix = |at: usize| {
        let (below, above) = (f32::from(below[at]), f32::from(above[at]));
        (below + (above - below) * share).round() as u8
    };
    [mix(0), mix(1), mix(2), (both * 255.0).round() as u8]
}
