//! Where a picture is placed on the screen.

use ratatui::layout::Rect;

use super::Picture;

/// How many pixels a cell of the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellPixels {
    /// Across.
    pub width: u16,
    /// Down.
    pub height: u16,
}

impl CellPixels {
    /// The cells of a screen of so many columns and rows, and of pixels across and down; `None` where the
    /// terminal does not say, or says what cannot be.
    pub fn of(cells: (u16, u16), pixels: (u16, u16)) -> Option<Self> {
        let width = pixels.0.checked_div(cells.0)?;
        let height = pixels.1.checked_div(cells.1)?;
        ((3..=64).contains(&width) && (6..=128).contains(&height)).then_some(Self { width, height })
    }

    /// How many pixels an area of cells has, across and down.
    pub(crate) fn in_area(self, area: Rect) -> (usize, usize) {
        let across = usize::from(area.width) * usize::from(self.width);
        (across, usize::from(area.height) * usize::from(self.height))
    }
}

/// A picture on the screen.
#[derive(Clone, Debug)]
pub(crate) struct PlacedPicture {
    /// The picture.
    pub(crate) picture: Picture,
    /// What tells it from other places of the same picture: with the same slot it is moved, and not
    /// shown twice. From 1 on.
    pub(crate) slot: u16,
    /// What lies over what: higher over lower.
    pub(crate) layer: u8,
    /// The cells beyond which nothing of it is seen.
    pub(crate) area: Rect,
    /// How it lies there.
    pub(crate) fit: PictureFit,
}

/// How a picture lies in its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureFit {
    /// It fills the area, stretched where it is smaller.
    Filling,
    /// Pixel for pixel, with its corner so many pixels right of and below the corner of the area.
    At(i32, i32),
}

/// What is seen of a picture, as terminals want it: a cell, the pixels from its corner, and which part of
/// the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PictureSpot {
    /// Column and row, from 0.
    pub(super) cell: (u16, u16),
    /// Pixels from the corner of the cell.
    pub(super) offset: (u16, u16),
    /// The part of the picture that is seen: from which pixel on, and how many. `None` is all of it.
    pub(super) part: Option<((u32, u32), (u32, u32))>,
    /// The columns and rows it is stretched to.
    pub(super) stretched: Option<(u16, u16)>,
    pub(super) layer: u8,
}

impl PlacedPicture {
    /// Whether both look alike, in whichever slot.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let same = (self.layer, self.area, self.fit) == (other.layer, other.area, other.fit);
        same && self.picture.is(&other.picture)
    }

    /// What is seen of it; `None` where nothing is.
    pub(super) fn spot(&self, cell: CellPixels) -> Option<PictureSpot> {
        let Rect { x, y, width, height } = self.area;
        let layer = self.layer;
        let (left, top) = match self.fit {
            PictureFit::Filling => {
                let stretched = Some((width, height));
                return Some(PictureSpot {
                    cell: (x, y),
                    offset: (0, 0),
                    part: None,
                    stretched,
                    layer,
                });
            }
            PictureFit::At(left, top) => (left, top),
        };
        let (wide, high) = self.picture.size();
        let (room_wide, room_high) = cell.in_area(self.area);
        let (from_x, across) = seen(left, wide, room_wide)?;
        let (from_y, down) = seen(top, high, room_high)?;
        let whole = (across, down) == (wide, high);
        let (left, top) = (left.max(0), top.max(0));
        let at = |pixels: i32, size: u16| {
            (pixels / i32::from(size.max(1)), (pixels % i32::from(size.max(1))) as u16)
        };
        let ((column, right), (row, below)) = (at(left, cell.width), at(top, cell.height));
        Some(PictureSpot {
            cell: (x + column as u16, y + row as u16),
            offset: (right, below),
            part: (!whole).then_some(((from_x, from_y), (across, down))),
            stretched: None,
            layer,
        })
    }
}

/// From which pixel on so many are seen of a line that begins `at` in a room; `None` where none is.
fn seen(at: i32, length: u32, room: usize) -> Option<(u32, u32)> {
    let (at, room) = (i64::from(at), i64::try_from(room).ok()?);
    let from = (-at).max(0);
    let to = (room - at).min(i64::from(length));
    (from < to).then_some((from as u32, (to - from) as u32))
}
