//! The breath figure: a water lily that fills with lamplight as the breath comes in.
//!
//! The whole lily is cast once for a size (a [`Plate`]): how each pixel looks in the dark, how it
//! looks in the light, and how far the light must reach to get there. A breath only moves the
//! reach. Each cell takes the new reach at a moment of its own, so that every frame changes a
//! little, no frame changes much, and a breath costs few bytes.

mod dots;
mod halves;
mod lamp;
mod light;
mod lily;
mod plate;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{StatefulWidget, Widget};

use crate::session::PhaseKind;
use crate::tui::theme::{ColorDepth, Theme};

use light::Light;
pub use plate::Plate;

/// The largest lily that is drawn, in columns and rows. More would only cost more.
const LARGEST: (u16, u16) = (160, 80);

/// The breath figure at one moment. The same moment always looks the same.
///
/// Draw it with a [`Plate`] that is kept from frame to frame; as a plain widget it casts a new
/// plate each time, which is fine for a test and wasteful for a film.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'theme> {
    light: Light,
    theme: &'theme Theme,
}

impl<'theme> Figure<'theme> {
    /// A figure that breathes.
    ///
    /// `fullness` is how full of air the person is, 0–1, growing evenly through an inhale; the
    /// figure itself eases it, so that it never jumps where the breath turns. `fraction` is how far
    /// the phase has come, 0–1. Values out of range, or not a number, are taken as the nearest.
    pub fn breathing(theme: &'theme Theme, fullness: f32, kind: PhaseKind, fraction: f32) -> Self {
        Self { light: Light::breathing(fullness, kind, fraction), theme }
    }

    /// A figure for a step without a breath to follow: a dim lamp whose light draws in as the step
    /// goes by, from `progress` 0 to 1.
    pub fn still(theme: &'theme Theme, progress: f32) -> Self {
        Self { light: Light::still(progress), theme }
    }

    /// Lets the light stir while the breath is held. `millis` is any time that runs on steadily,
    /// for example the position in the session. Leave it out for reduced motion.
    #[must_use]
    pub fn stirring(mut self, millis: u64) -> Self {
        self.light.stir(millis);
        self
    }

    /// Weakens the light, so that the figure can come and go softly: 1 is all of it, 0 is dark.
    #[must_use]
    pub fn faded(mut self, strength: f32) -> Self {
        self.light.fade(strength);
        self
    }
}

impl StatefulWidget for Figure<'_> {
    type State = Plate;

    /// Draws the figure in the middle of `area`. Cells outside the lily are left as they are.
    fn render(self, area: Rect, buffer: &mut Buffer, plate: &mut Plate) {
        let area = middle_of(area.intersection(buffer.area));
        plate.fit(area, self.theme);
        match self.theme.depth() {
            ColorDepth::Mono => dots::draw(plate, &self.light, area, buffer),
            _ => halves::draw(plate, &self.light, self.theme, area, buffer),
        }
    }
}

impl Widget for Figure<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        StatefulWidget::render(self, area, buffer, &mut Plate::default());
    }
}

/// The middle of an area, no larger than [`LARGEST`]. Plain arithmetic, because the layout solver
/// would cost more than the figure.
fn middle_of(area: Rect) -> Rect {
    let (width, height) = (area.width.min(LARGEST.0), area.height.min(LARGEST.1));
    let (beside, above) = ((area.width - width) / 2, (area.height - height) / 2);
    Rect { x: area.x + beside, y: area.y + above, width, height }
}
