//! What drawing keeps from frame to frame.

use super::frame_record::FrameRecord;
use super::typesetting::SetWords;
use crate::canvas::PixelShape;
use crate::figures::Figures;
use crate::pictures::{CellPixels, PictureWay};
use crate::theme::Theme;

/// What drawing keeps from frame to frame: the theme, the figures drawn for the current size, and
/// what the last frame recorded.
#[derive(Debug)]
pub struct ScreenView {
    /// The theme as it is drawn now.
    pub theme: Theme,
    /// The theme by day.
    by_day: Theme,
    /// How finely the terminal's letters can part a cell.
    pub pixels: PixelShape,
    /// How many pixels a cell has, where the terminal shows pictures.
    pub cell: Option<CellPixels>,
    /// How the terminal takes pictures, where it shows them.
    pub way: PictureWay,
    /// The figures, drawn once for each size; `None` until they have arrived. The first frame is
    /// words alone, so that there is something to read at once.
    pub(crate) figures: Option<Figures>,
    /// The words of a session as they were last set.
    pub(super) words: SetWords,
    /// What the last frame recorded.
    pub frame: FrameRecord,
}

impl ScreenView {
    /// A view in this theme, with the letters every font has.
    pub fn new(theme: Theme) -> Self {
        Self {
            theme,
            by_day: theme,
            pixels: PixelShape::default(),
            cell: None,
            way: PictureWay::default(),
            figures: None,
            words: SetWords::default(),
            frame: FrameRecord::default(),
        }
    }

    /// Takes on another theme, since more is known of the terminal.
    pub fn set_theme(&mut self, theme: Theme) {
        (self.theme, self.by_day) = (theme, theme);
    }

    /// The same with letters that part a cell as finely as this.
    #[must_use]
    pub fn with_pixels(self, pixels: PixelShape) -> Self {
        Self { pixels, ..self }
    }

    /// How many pixels a cell has, where the terminal shows pictures of what moves or does not.
    pub(super) fn cell_for(&self, moves: bool) -> Option<CellPixels> {
        self.cell.filter(|_| !moves || self.way.moves())
    }

    /// Takes on the theme of the hour: by day, or after dark with so much of the session played,
    /// 0–1.
    pub(super) fn set_hour(&mut self, after_dark: Option<f32>) {
        self.theme = match after_dark {
            Some(played) => self.by_day.after_dark(played),
            None => self.by_day,
        };
    }
}
