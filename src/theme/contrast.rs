//! How well one colour stands out from another.

use crate::canvas::Tint;

/// The contrast of two tints as WCAG 2.2 defines it, 1–21.
pub(super) fn contrast(one: Tint, other: Tint) -> f32 {
    let (one, other) = (one.luminance() + 0.05, other.luminance() + 0.05);
    one.max(other) / one.min(other)
}
