//! The colours the flower is painted with, mixed once for a theme.

use crate::canvas::Tint;
use crate::theme::Theme;

/// How many colours there are between the flame and the tip of the longest petal. Mixing a colour
/// is slow and a raster needs thousands.
const COUNT: usize = 48;

/// The colours of one theme, at hand.
pub(super) struct Shades {
    pub(super) flame: Tint,
    pub(super) ground: Tint,
    raised: Tint,
    by_distance: [Tint; COUNT],
}

impl Shades {
    pub(super) fn of(theme: &Theme) -> Self {
        let by_distance =
            std::array::from_fn(|shade| theme.lamplight(shade as f32 / (COUNT - 1) as f32));
        Self {
            flame: theme.lamp_flame(),
            ground: theme.unlit(0.0),
            raised: theme.unlit(1.0),
            by_distance,
        }
    }

    /// The light at a distance from the flame: 0 at it, 1 at the tip of the longest petal.
    pub(super) fn at(&self, distance: f32) -> Tint {
        let place = distance.clamp(0.0, 1.0) * (COUNT - 1) as f32;
        let below = (place as usize).min(COUNT - 2);
        self.by_distance[below].mix(self.by_distance[below + 1], place - below as f32)
    }

    /// A petal without light, raised from the ground by 0–1.
    pub(super) fn dark(&self, raised: f32) -> Tint {
        self.ground.mix(self.raised, raised)
    }
}
