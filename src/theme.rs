//! The colours of Unclench: ten roles, declared once, reduced to what the terminal can show.

#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};

use crate::canvas::{ColorDepth, PixelEncoder, PixelShape, Tint};

/// The parts a colour can play. Widgets name a role and never a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Roles {
    /// What everything lies on.
    ground: Tint,
    /// A surface one step nearer than the ground: a selected line, the figure without light.
    raised: Tint,
    /// What is to be read now.
    text: Tint,
    /// What may be read: numbers, what comes next, keys.
    dim: Tint,
    /// What is only felt: the unfilled part of a line, a rule.
    faint: Tint,
    /// The calm hue.
    calm: Tint,
    /// The calm hue in the dark.
    calm_deep: Tint,
    /// The one accent: lamplight.
    accent: Tint,
    /// The accent at its brightest: the flame of the lamp.
    glow: Tint,
    /// Something to take care of.
    warn: Tint,
}

/// Night-quiet, like a good lamp: lamplight on deep blue.
const NIGHT: Roles = Roles {
    ground: Tint::hex(0x000C_0F18),
    raised: Tint::hex(0x0026_2D4A),
    text: Tint::hex(0x00E8_E2D6),
    dim: Tint::hex(0x0096_99B0),
    faint: Tint::hex(0x0044_4960),
    calm: Tint::hex(0x008B_90DC),
    calm_deep: Tint::hex(0x004A_4F96),
    accent: Tint::hex(0x00FF_C184),
    glow: Tint::hex(0x00FF_F0D6),
    warn: Tint::hex(0x00F0_907C),
};

/// After dark: embers on black, with no blue in them.
const BEDSIDE: Roles = Roles {
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
};

/// How much of its light a session after dark has lost at its end, 0–1: still to be read by eyes
/// that have grown used to the dark.
const SUNK: f32 = 0.5;

/// In how many steps the light sinks. Each step draws the whole screen anew.
const SINKING_STEPS: f32 = 16.0;

/// A theme, reduced to what one terminal can show.
///
/// The ground is painted where the other colours are exact (true colour and 256 colours), so that
/// lamplight never has to be read on a white page. With 16 colours or none the terminal's own
/// ground and text colours stay, because there they are the only pair known to be readable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    depth: ColorDepth,
    roles: Roles,
}

impl Theme {
    /// The one theme there is now.
    pub const fn night(depth: ColorDepth) -> Self {
        Self { depth, roles: NIGHT }
    }

    /// The same terminal after dark: dim and warm, and darker the longer a session has played, from
    /// 0 at its beginning to 1 at its end.
    #[must_use]
    pub(crate) fn after_dark(&self, played: f32) -> Self {
        let sunk = (played.clamp(0.0, 1.0) * SINKING_STEPS).floor() / SINKING_STEPS * SUNK;
        let darker = |tint: Tint| tint.mix(BEDSIDE.ground, sunk);
        let roles = Roles {
            ground: BEDSIDE.ground,
            raised: darker(BEDSIDE.raised),
            text: darker(BEDSIDE.text),
            dim: darker(BEDSIDE.dim),
            faint: darker(BEDSIDE.faint),
            calm: darker(BEDSIDE.calm),
            calm_deep: darker(BEDSIDE.calm_deep),
            accent: darker(BEDSIDE.accent),
            glow: darker(BEDSIDE.glow),
            warn: darker(BEDSIDE.warn),
        };
        Self { roles, ..*self }
    }

    /// A theme in which every role has the same tint: whatever else is seen was not from the theme.
    #[cfg(test)]
    pub(crate) const fn of_one_tint(depth: ColorDepth, tint: Tint) -> Self {
        let roles = Roles {
            ground: tint,
            raised: tint,
            text: tint,
            dim: tint,
            faint: tint,
            calm: tint,
            calm_deep: tint,
            accent: tint,
            glow: tint,
            warn: tint,
        };
        Self { depth, roles }
    }

    /// How many colours this theme was reduced to.
    pub(crate) const fn depth(&self) -> ColorDepth {
        self.depth
    }

    /// The ground every screen is filled with before anything else is drawn.
    pub fn ground(&self) -> Style {
        self.text().bg(self.ground_color())
    }

    /// The dark after a session at night.
    pub(crate) fn darkness(&self) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => {
                let black = self.solid(Tint::BLACK);
                Style::new().fg(black).bg(black)
            }
            ColorDepth::Ansi16 => Style::new().fg(Color::Black).bg(Color::Black),
            ColorDepth::Mono => Style::new(),
        }
    }

    /// Words in the dark, as light as they are allowed to be, from 0 to 1.
    pub(crate) fn embers(&self, light: f32) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => {
                Style::new().fg(self.solid(Tint::BLACK.mix(self.roles.dim, light)))
            }
            // Not the dark grey: some palettes cannot tell it from black.
            ColorDepth::Ansi16 => Style::new().fg(Color::Gray).add_modifier(Modifier::DIM),
            ColorDepth::Mono => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// A selected line.
    pub(crate) fn selected(&self) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => {
                self.text().bg(self.solid(self.roles.raised))
            }
            ColorDepth::Ansi16 | ColorDepth::Mono => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is to be read now.
    pub fn text(&self) -> Style {
        self.role(self.roles.text, Color::Reset, Modifier::empty())
    }

    /// What may be read: numbers, what comes next, keys.
    pub(crate) fn dim(&self) -> Style {
        self.role(self.roles.dim, Color::Reset, Modifier::DIM)
    }

    /// What is only felt: the unfilled part of a line, a rule. Too quiet for words.
    pub(crate) fn faint(&self) -> Style {
        self.role(self.roles.faint, Color::DarkGray, Modifier::DIM)
    }

    /// The calm hue.
    pub(crate) fn calm(&self) -> Style {
        self.role(self.roles.calm, Color::LightBlue, Modifier::empty())
    }

    /// The one accent: lamplight.
    pub(crate) fn accent(&self) -> Style {
        self.role(self.roles.accent, Color::LightYellow, Modifier::BOLD)
    }

    /// Something to take care of.
    pub(crate) fn warn(&self) -> Style {
        self.role(self.roles.warn, Color::LightRed, Modifier::BOLD)
    }

    /// A style on its way out of the dark: 0 is the ground, 1 and more the style itself. Where
    /// colours are few it is there at once.
    pub(crate) fn arriving(&self, style: Style, share: f32) -> Style {
        match style.fg {
            Some(Color::Rgb(red, green, blue)) if share < 1.0 => {
                let full = Tint::hex(u32::from_be_bytes([0, red, green, blue]));
                style.fg(self.roles.ground.mix(full, share).color())
            }
            _ => style,
        }
    }

    /// The light of the figure at a distance from its flame: 0 at the flame, 1 at the last petal.
    /// From lamplight through the warm side of the colour circle to the calm hue.
    pub(crate) fn lamplight(&self, distance: f32) -> Tint {
        let Roles { glow, accent, calm, calm_deep, .. } = self.roles;
        match distance {
            near if near < 0.2 => glow.blend(accent, near / 0.2),
            middle if middle < 0.72 => accent.blend(calm, (middle - 0.2) / 0.52),
            far => calm.blend(calm_deep, (far - 0.72) / 0.28),
        }
    }

    /// The brightest light there is.
    pub(crate) const fn flame(&self) -> Tint {
        self.roles.glow
    }

    /// What the flame sinks to when the breath is out.
    pub(crate) fn ember(&self) -> Tint {
        self.roles.accent.blend(self.roles.calm_deep, 0.14).mix(self.roles.ground, 0.12)
    }

    /// A shape in the dark: the ground, raised by 0–1.
    pub(crate) fn unlit(&self, raised: f32) -> Tint {
        self.roles.ground.mix(self.roles.raised, raised)
    }

    /// The body on the map, as light as its form is there, 0–1: from the dark to the calm hue.
    pub(crate) fn form(&self, light: f32) -> Tint {
        let Roles { ground, raised, calm, calm_deep, .. } = self.roles;
        match light {
            // With 16 colours a shade would be a mosaic.
            _ if self.depth == ColorDepth::Ansi16 => calm_deep,
            dark if dark < 0.45 => ground.mix(raised, 0.4 + dark / 0.45 * 0.6),
            middle if middle < 0.85 => raised.mix(calm_deep, (middle - 0.45) / 0.4),
            bright => calm_deep.mix(calm, (bright - 0.85) / 0.15 * 0.7),
        }
    }

    /// A place in lamplight on the map, as light as the body's form is there, 0–1.
    pub(crate) fn lit(&self, light: f32) -> Tint {
        let Roles { ground, accent, calm_deep, .. } = self.roles;
        if self.depth == ColorDepth::Ansi16 {
            return accent;
        }
        accent.blend(calm_deep, 0.16).mix(ground, 0.72 * (1.0 - light))
    }

    /// A cooled place on the map, as light as the body's form is there, 0–1.
    pub(crate) fn cooled(&self, light: f32) -> Tint {
        let Roles { ground, calm, text, .. } = self.roles;
        calm.mix(text, 0.35).mix(ground, 0.7 * (1.0 - light))
    }

    /// A hand on the map: brighter the harder it presses, 0–1.
    pub(crate) fn hand(&self, press: f32) -> Tint {
        match self.depth {
            ColorDepth::Ansi16 => self.roles.glow,
            _ => self.roles.glow.mix(self.roles.accent, 0.45 * (1.0 - press)),
        }
    }

    /// The tint of what is to be kept clear.
    pub(crate) const fn caution(&self) -> Tint {
        self.roles.warn
    }

    /// The colour of the ground as the terminal knows it.
    pub(crate) fn ground_color(&self) -> Color {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => self.solid(self.roles.ground),
            ColorDepth::Ansi16 | ColorDepth::Mono => Color::Reset,
        }
    }

    /// How pixels become cells on this terminal, parted by these letters: by the dots of braille
    /// where there is no colour.
    pub(crate) fn encoder(&self, shape: PixelShape) -> PixelEncoder {
        let shape = if self.depth == ColorDepth::Mono { PixelShape::Octants } else { shape };
        PixelEncoder { depth: self.depth, shape, ground: self.ground_color() }
    }

    /// A tint that fills an area or a word: rounded plainly, without grain.
    fn solid(&self, tint: Tint) -> Color {
        self.depth.reduce(tint, 0.5)
    }

    fn role(&self, tint: Tint, named: Color, weight: Modifier) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => Style::new().fg(self.solid(tint)),
            ColorDepth::Ansi16 if named == Color::Reset => {
                Style::new().fg(named).add_modifier(weight)
            }
            ColorDepth::Ansi16 => Style::new().fg(named),
            ColorDepth::Mono => Style::new().add_modifier(weight),
        }
    }
}
