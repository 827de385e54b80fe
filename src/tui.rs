//! Screens, widgets, theme and key map: draws, and turns keys into commands.

pub mod figure;
pub mod gauge;
pub mod large_text;
pub mod theme;
