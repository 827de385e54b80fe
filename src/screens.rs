//! Screens and their keys: draws, and turns keys into commands.

mod action;
mod app;
mod drawing;
pub mod keymap;
mod page;

pub use action::Action;
pub use app::{
    App, Browse, Chart, Circumstances, Drifting, Fader, Home, Learn, Mode, Over, Panel, Reading,
    Ready, Request, Section, Sheet, Spot, Summary, VoiceView,
};
use drawing::words::Drawn;
pub use keymap::Place;

pub use drawing::draw;

use ratatui::layout::Rect;

use crate::canvas::PixelShape;
use crate::figures::Figures;
use crate::theme::Theme;

/// What drawing keeps from frame to frame: the theme, and the figure cast for the current size.
#[derive(Debug)]
pub struct View {
    /// The whole screen as it was last drawn, to tell what a click is on.
    pub area: Rect,
    /// The theme as it is drawn now.
    pub theme: Theme,
    /// The theme by day.
    by_day: Theme,
    /// How finely the terminal's letters can part a cell.
    pub pixels: PixelShape,
    /// The figures, cast once for each size; `None` until they have arrived. The first frame is
    /// words alone, so that there is something to read at once.
    pub(crate) figures: Option<Figures>,
    /// The words as they were last drawn.
    words: Drawn,
}

impl View {
    /// A view in this theme, with the letters every font has.
    pub fn new(theme: Theme) -> Self {
        let pixels = PixelShape::default();
        Self {
            area: Rect::ZERO,
            theme,
            by_day: theme,
            pixels,
            figures: None,
            words: Drawn::default(),
        }
    }

    /// Takes on the theme of the hour: by day, or after dark with so much of the session played.
    fn dress(&mut self, after_dark: Option<f32>) -> Theme {
        self.theme = match after_dark {
            Some(played) => self.by_day.after_dark(played),
            None => self.by_day,
        };
        self.theme
    }

    /// The same with letters that part a cell as finely as this.
    #[must_use]
    pub fn with_pixels(self, pixels: PixelShape) -> Self {
        Self { pixels, ..self }
    }
}
