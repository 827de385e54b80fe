//! Screens, widgets, theme and key map: draws, and turns keys into commands.
