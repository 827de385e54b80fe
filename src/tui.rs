//! Screens, widgets, theme and key map: draws, and turns keys into commands.

mod action;
mod app;
mod figure;
mod gauge;
pub mod keymap;
mod large_text;
mod page;
mod screens;
mod theme;

pub use action::Action;
pub use app::{
    App, Browse, Circumstances, Home, Learn, Mode, Playing, Reading, Ready, Request, Section,
    Sheet, SoundView, Summary,
};
pub use figure::{Figure, Plate};
pub use gauge::{Gauge, clock_time};
pub use keymap::Place;
pub use large_text::{LargeText, Scale};
use screens::words::Drawn;

pub use screens::draw;
pub use theme::{ColorDepth, Theme};

use ratatui::layout::Rect;

/// What drawing keeps from frame to frame: the theme, and the figure cast for the current size.
#[derive(Debug)]
pub struct View {
    /// The whole screen as it was last drawn, to tell what a click is on.
    pub area: Rect,
    /// The theme.
    pub theme: Theme,
    /// The figure, cast once for each size; `None` until it has arrived. The first frame is words
    /// alone, so that there is something to read at once.
    pub plate: Option<Plate>,
    /// The words as they were last drawn.
    words: Drawn,
}

impl View {
    /// A view in this theme.
    pub fn new(theme: Theme) -> Self {
        Self { area: Rect::ZERO, theme, plate: None, words: Drawn::default() }
    }
}
