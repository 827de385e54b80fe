//! The colours that ship, from their files: for dark and for light terminals, in high contrast, and
//! after dark.

use std::sync::LazyLock;

use ratatui::style::Color;

use super::file::read;
use super::roles::{Palette, Roles};
use crate::canvas::Tint;

/// The names of the themes that ship, with their files.
pub(super) const FILES: [(&str, &str); 4] = [
    ("day", include_str!("../../themes/day.toml")),
    ("light", include_str!("../../themes/light.toml")),
    ("high-contrast", include_str!("../../themes/high-contrast.toml")),
    ("night", include_str!("../../themes/night.toml")),
];

/// From how much light on a ground is a light one (relative luminance of WCAG 2.2): as far from black
/// as from white, in contrast.
pub(super) const LIGHT_FROM: f32 = 0.18;

/// The themes that ship, as they are read.
static SHIPPED: LazyLock<[Palette; 4]> =
    LazyLock::new(|| FILES.map(|(_, text)| shipped_file(text)));

/// A theme that ships. Its file is whole, which a test says; black and white where it were not.
fn shipped_file(text: &str) -> Palette {
    let own = Roles::all(Color::Reset);
    let plain = Roles { ground: Tint::BLACK, ..Roles::all(Tint::grey(1.0)) };
    read("", text, |_| own).0.unwrap_or(Palette { tints: plain, names: own })
}

/// For dark terminals: lamplight on deep blue.
pub(super) fn day() -> Palette {
    SHIPPED[0]
}

/// For light ones: ink on paper.
pub(super) fn light() -> Palette {
    SHIPPED[1]
}

/// After dark: embers on black.
pub(super) fn night() -> Palette {
    SHIPPED[3]
}

/// By day where nobody knows the ground: all that is to be read in the terminal's own colour, which
/// the person can read there; what touches and where in the one of the 16 that is seen on black and on
/// white.
pub(super) fn on_any_ground() -> Palette {
    let own = Roles::all(Color::Reset);
    Palette { names: Roles { glow: Color::Magenta, ..own }, ..day() }
}

/// The theme that ships under this name.
pub(super) fn shipped(name: &str) -> Option<Palette> {
    FILES.iter().position(|(known, _)| *known == name).map(|index| SHIPPED[index])
}

/// What the 16 colours stand for where a person's theme does not say so.
pub(super) fn usual_names(ground: Tint) -> Roles<Color> {
    if ground.luminance() > LIGHT_FROM { light().names } else { day().names }
}
