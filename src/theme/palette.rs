//! The colours that ship: by day, and after dark.

use ratatui::style::Color;

use super::roles::Roles;
use crate::canvas::Tint;

/// What a theme is made of: its roles as exact colours, and as names where a terminal has 16.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Palette {
    /// As exact colours.
    pub(super) tints: Roles<Tint>,
    /// Among the 16 that a person has given their looks.
    pub(super) names: Roles<Color>,
}

/// Night-quiet, like a good lamp: lamplight on deep blue.
pub(super) const LAMPLIGHT: Palette = Palette {
    tints: Roles {
        ground: Tint::hex(0x000C_0F18),
        raised: Tint::hex(0x0026_2D4A),
        text: Tint::hex(0x00E8_E2D6),
        dim: Tint::hex(0x009E_A1B6),
        faint: Tint::hex(0x0044_4960),
        calm: Tint::hex(0x008B_90DC),
        calm_deep: Tint::hex(0x004A_4F96),
        accent: Tint::hex(0x00FF_C184),
        glow: Tint::hex(0x00FF_F0D6),
        warn: Tint::hex(0x00F5_9C86),
    },
    names: Roles {
        ground: Color::Reset,
        raised: Color::Reset,
        text: Color::Reset,
        dim: Color::Reset,
        faint: Color::DarkGray,
        calm: Color::LightBlue,
        calm_deep: Color::Reset,
        accent: Color::LightYellow,
        glow: Color::White,
        warn: Color::LightRed,
    },
};

/// After dark: embers on black, with no blue in them. Among the 16 on black too, since what the
/// terminal calls its own may be white; and never white or the bright yellow.
pub(super) const EMBERS: Palette = Palette {
    tints: Roles {
        ground: Tint::hex(0x0009_0706),
        raised: Tint::hex(0x0027_1A15),
        text: Tint::hex(0x00D6_AE86),
        dim: Tint::hex(0x0090_6C52),
        faint: Tint::hex(0x003E_2C24),
        calm: Tint::hex(0x00B0_7A5C),
        calm_deep: Tint::hex(0x005C_3C30),
        accent: Tint::hex(0x00E2_9358),
        glow: Tint::hex(0x00F2_C594),
        warn: Tint::hex(0x00E0_7A62),
    },
    names: Roles {
        ground: Color::Black,
        raised: Color::Black,
        text: Color::Yellow,
        dim: Color::Yellow,
        faint: Color::Red,
        calm: Color::Yellow,
        calm_deep: Color::Red,
        accent: Color::Yellow,
        glow: Color::Yellow,
        warn: Color::LightRed,
    },
};
