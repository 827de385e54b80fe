//! Which theme is drawn with: the one a person chose, or the one that fits the terminal's ground.

use super::Theme;
use super::file::read;
use super::palette::{FILES, LIGHT_FROM, day, light, on_any_ground, shipped, usual_names};
use super::roles::Palette;
use crate::canvas::{ColorDepth, Tint};
use crate::problem::Problem;

/// The ground of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Dark.
    Dark,
    /// Light.
    Light,
    /// Nothing is known of it.
    #[default]
    Unknown,
}

impl Ground {
    /// The kind of a ground of this colour: red, green and blue, 0–255.
    pub fn of_color([red, green, blue]: [u8; 3]) -> Self {
        let tint = Tint::hex(u32::from_be_bytes([0, red, green, blue]));
        if tint.luminance() > LIGHT_FROM { Self::Light } else { Self::Dark }
    }

    /// What `COLORFGBG` says of it, which some terminals set: the numbers of the letters' and the
    /// ground's colour among the 16, the ground's last.
    pub fn of_variable(numbers: &str) -> Self {
        match numbers.rsplit_once(';').map(|(_, ground)| ground) {
            Some("7" | "9" | "10" | "11" | "12" | "13" | "14" | "15") => Self::Light,
            Some("0" | "1" | "2" | "3" | "4" | "5" | "6" | "8") => Self::Dark,
            _ => Self::Unknown,
        }
    }
}

/// The theme that a person chose; `None` leaves it to the terminal's ground.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChosenTheme(Option<Palette>);

impl ChosenTheme {
    /// The theme that ships under a name.
    pub fn shipped(name: &str) -> Option<Self> {
        shipped(name).map(|palette| Self(Some(palette)))
    }

    /// The names of the themes that ship.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// A theme out of a person's file, and what is wrong with it; `None` where it cannot be used.
    /// `file` is only a name for the messages.
    pub fn read(file: &str, text: &str) -> (Option<Self>, Vec<Problem>) {
        let (palette, problems) = read(file, text, usual_names);
        (palette.map(|palette| Self(Some(palette))), problems)
    }

    /// The theme as this terminal can show it.
    pub fn on(self, depth: ColorDepth, ground: Ground) -> Theme {
        let palette = self.0.unwrap_or_else(|| match ground {
            Ground::Dark => day(),
            Ground::Light => light(),
            Ground::Unknown => on_any_ground(),
        });
        Theme { is_on_light: ground == Ground::Light, ..Theme::of(&palette, depth, false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_tells_a_light_ground_by_its_last_number() {
        for (numbers, ground) in [
            ("0;15", Ground::Light),
            ("0;default;7", Ground::Light),
            ("15;0", Ground::Dark),
            ("7;8", Ground::Dark),
            ("0;default", Ground::Unknown),
            ("15", Ground::Unknown),
            ("", Ground::Unknown),
        ] {
            assert_eq!(Ground::of_variable(numbers), ground, "{numbers}");
        }
    }
}
