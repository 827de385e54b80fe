//! One cell of the flower and its pixels: what of them time does not change.

use crate::canvas::Tint;

/// How far from the middle the flame turns to ember, where 1 is the radius of the flower.
pub(super) const EMBER_REACH: f32 = 0.3;

/// One cell in which some petal is seen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FlowerCell {
    /// Its place in the area the raster was drawn for.
    pub(super) column: u16,
    pub(super) row: u16,
    /// When it follows the light, 0–1: along the middle of a petal first.
    pub(super) offset: f32,
    /// When it follows the flicker, 0–1: at random.
    pub(super) flicker_offset: f32,
    /// How far the light must reach to get to the first and to the last of its pixels.
    pub(super) reach: (f32, f32),
    /// How near the middle it comes, where 1 is the radius of the flower.
    pub(super) nearest: f32,
}

/// One pixel of the raster.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pixel {
    /// Whether any petal is seen here.
    pub(super) petal: bool,
    pub(super) lit: Tint,
    pub(super) dark: Tint,
    /// What a dot is drawn with here, where the flower is drawn in lines.
    pub(super) line: Tint,
    /// Distance from the middle, where 1 is the radius of the flower.
    pub(super) radius: f32,
    /// How far the light must reach to get here.
    pub(super) reach: f32,
    /// How much of the ember is seen here, 0–1.
    pub(super) ember_share: f32,
    /// How this pixel rounds where colours are few, 0–1.
    pub(super) grain: f32,
}
