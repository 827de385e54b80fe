//! The colours of Unclench: ten roles, declared once, reduced to what the terminal can show.

mod chosen;
mod contrast;
mod file;
mod palette;
mod roles;
#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};

use crate::canvas::{ColorDepth, PixelEncoder, PixelShape, Tint, standing_for};

pub use chosen::{ChosenTheme, Ground};
use contrast::contrast;
use roles::{Palette, Roles};

/// How much of its light a session after dark has lost at its end, 0–1: still to be read by eyes
/// that have grown used to the dark.
const SUNK: f32 = 0.5;

/// What is to be read at night stands out from its ground at least so much, however far the light
/// has sunk (contrast of WCAG 2.2), and what may be read so much.
const READ_AT_NIGHT: f32 = 4.5;
const GLANCED_AT_NIGHT: f32 = 3.0;

/// How far from the ground toward the words the body's greys reach where there are 256 colours.
const GREYEST: f32 = 0.62;

/// How much less light than other numbers the line on the dark screen has, 0–1.
const EMBERS_SUNK: f32 = 0.25;

/// How much less light than by day the lamp and the flower have after dark, 0–1: a candle, which
/// lights no room.
const CANDLE: f32 = 0.64;

/// How much less light than by day a hand has after dark, and the signs around it, 0–1: hands may fill half of
/// what is seen.
const HAND_SUNK: f32 = 0.45;
const SIGN_SUNK: f32 = 0.36;

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
    roles: Roles<Tint>,
    /// The roles as one terminal can show them: exact, indexed, or by their names.
    shown: Roles<Color>,
    is_dark: bool,
    /// The terminal's own ground is light.
    is_on_light: bool,
    /// It is drawn on a light ground of its own: what is lit is darker there than what is not. Known once for
    /// all, since every pixel asks.
    is_paper: bool,
    /// A place in full lamplight on the map; likewise.
    warm: Tint,
}

impl Theme {
    /// The theme for dark terminals, by day.
    pub fn night(depth: ColorDepth) -> Self {
        Self::of(&palette::day(), depth, false)
    }

    /// A palette, reduced to what a terminal can show.
    fn of(palette: &Palette, depth: ColorDepth, is_dark: bool) -> Self {
        let shown = match depth {
            ColorDepth::True | ColorDepth::Indexed256 => palette.tints.map(|it| depth.solid(it)),
            ColorDepth::Ansi16 => palette.names,
            ColorDepth::Mono => palette.names.map(|_| Color::Reset),
        };
        let is_paper = palette.tints.ground.luminance() > palette::LIGHT_FROM;
        let warm = palette.tints.lamplit(depth, is_paper);
        Self { depth, roles: palette.tints, shown, is_dark, is_on_light: false, is_paper, warm }
    }

    /// The same terminal after dark: dim and warm, and darker the longer a session has played, from
    /// 0 at its beginning to 1 at its end. What is to be read can be read to the end.
    #[must_use]
    pub(crate) fn after_dark(&self, played: f32) -> Self {
        let step = (played.clamp(0.0, 1.0) * SINKING_STEPS).floor() as u8;
        let embers = palette::night();
        let ground = embers.tints.ground;
        let shown_ground = self.depth.looks(ground);
        let sunk = |tint: Tint, step: u8| tint.mix(ground, f32::from(step) / SINKING_STEPS * SUNK);
        let readable = |tint: Tint, least: f32| {
            let stands_out = |it: &Tint| contrast(self.depth.looks(*it), shown_ground) >= least;
            let darker = (0..=step).rev().map(|step| sunk(tint, step));
            darker.into_iter().find(stands_out).unwrap_or(tint)
        };
        let Roles { text, dim, calm, accent, warn, .. } = embers.tints;
        let tints = Roles {
            ground,
            text: readable(text, READ_AT_NIGHT),
            dim: readable(dim, GLANCED_AT_NIGHT),
            calm: readable(calm, GLANCED_AT_NIGHT),
            accent: readable(accent, READ_AT_NIGHT),
            warn: readable(warn, READ_AT_NIGHT),
            ..embers.tints.map(|tint| sunk(tint, step))
        };
        let night = Self::of(&Palette { tints, ..embers }, self.depth, true);
        Self { is_on_light: self.is_on_light, ..night }
    }

    /// A theme in which every role has the same tint: whatever else is seen was not from the theme.
    #[cfg(test)]
    pub(crate) fn of_one_tint(depth: ColorDepth, tint: Tint) -> Self {
        let names = Roles::all(Color::LightBlue);
        Self::of(&Palette { tints: Roles::all(tint), names }, depth, false)
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
                let black = self.depth.solid(Tint::BLACK);
                Style::new().fg(black).bg(black)
            }
            ColorDepth::Ansi16 => Style::new().fg(Color::Black).bg(Color::Black),
            ColorDepth::Mono => Style::new(),
        }
    }

    /// Whether letters and their ground change places: without colours a light terminal is dark at night
    /// only so.
    pub(crate) fn turns_its_ground(&self) -> bool {
        self.depth == ColorDepth::Mono && self.is_dark && self.is_on_light
    }

    /// Words in the dark, as light as they are allowed to be, from 0 to 1.
    pub(crate) fn embers(&self, light: f32) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => {
                let line = self.roles.dim.mix(self.roles.ground, EMBERS_SUNK);
                Style::new().fg(self.depth.solid(Tint::BLACK.mix(line, light)))
            }
            // Not the dark grey: some palettes cannot tell it from black.
            ColorDepth::Ansi16 => {
                Style::new().fg(palette::night().names.dim).add_modifier(Modifier::DIM)
            }
            ColorDepth::Mono => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// A selected line.
    pub(crate) fn selected(&self) -> Style {
        match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => self.text().bg(self.shown.raised),
            // After dark a whole line turned round would be the brightest thing on the screen.
            ColorDepth::Ansi16 | ColorDepth::Mono if self.is_dark => {
                Style { sub_modifier: Modifier::DIM, ..self.text() }.bold()
            }
            ColorDepth::Ansi16 | ColorDepth::Mono => self.text().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is to be read now.
    pub fn text(&self) -> Style {
        self.role(self.shown.text, Modifier::empty())
    }

    /// What may be read: numbers, what comes next, keys.
    pub(crate) fn dim(&self) -> Style {
        self.role(self.shown.dim, Modifier::DIM)
    }

    /// What is only felt: the unfilled part of a line, a rule. Too quiet for words.
    pub(crate) fn faint(&self) -> Style {
        self.role(self.shown.faint, Modifier::DIM)
    }

    /// The calm hue.
    pub(crate) fn calm(&self) -> Style {
        self.role(self.shown.calm, Modifier::empty())
    }

    /// The one accent: lamplight.
    pub(crate) fn accent(&self) -> Style {
        self.role(self.shown.accent, Modifier::BOLD)
    }

    /// Something to take care of.
    pub(crate) fn warn(&self) -> Style {
        self.role(self.shown.warn, Modifier::BOLD)
    }

    /// A style on its way out of the dark: 0 is the ground, 1 and more the style itself. Where
    /// colours are few it is there at once.
    pub(crate) fn arriving(&self, style: Style, share: f32) -> Style {
        Style { fg: style.fg.map(|color| self.risen(color, share)), ..style }
    }

    /// The same of a colour.
    pub(crate) fn risen(&self, color: Color, share: f32) -> Color {
        match color {
            Color::Rgb(red, green, blue) if share < 1.0 => {
                let full = Tint::hex(u32::from_be_bytes([0, red, green, blue]));
                self.roles.ground.mix(full, share).color()
            }
            other => other,
        }
    }

    /// The light of the figure at a distance from its flame: 0 at the flame, 1 at the last petal.
    /// From lamplight through the warm side of the colour circle to the calm hue.
    pub(crate) fn lamplight(&self, distance: f32) -> Tint {
        let Roles { glow, accent, calm, calm_deep, .. } = self.roles;
        self.candle(match distance {
            near if near < 0.2 => glow.blend(accent, near / 0.2),
            middle if middle < 0.72 => accent.blend(calm, (middle - 0.2) / 0.52),
            far => calm.blend(calm_deep, (far - 0.72) / 0.28),
        })
    }

    /// The brightest light of the flower.
    pub(crate) fn lamp_flame(&self) -> Tint {
        self.candle(self.roles.glow)
    }

    /// What shows on the map what a hand does: its signs, its way and its trail.
    pub(crate) fn flame(&self) -> Tint {
        self.sunk(self.roles.glow, SIGN_SUNK)
    }

    /// What the flame sinks to when the breath is out.
    pub(crate) fn ember(&self) -> Tint {
        let ember = self.roles.accent.blend(self.roles.calm_deep, 0.14);
        self.candle(ember.mix(self.roles.ground, 0.12))
    }

    /// A light by day; after dark as dim as a candle.
    fn candle(&self, light: Tint) -> Tint {
        self.sunk(light, CANDLE)
    }

    /// A light by day; after dark with so much less of it, 0–1.
    fn sunk(&self, light: Tint, less: f32) -> Tint {
        if self.is_dark { light.mix(self.roles.ground, less) } else { light }
    }

    /// A shape in the dark: the ground, raised by 0–1.
    pub(crate) fn unlit(&self, raised: f32) -> Tint {
        self.roles.ground.mix(self.roles.raised, raised)
    }

    /// The body on the map, as light as its form is there, 0–1: from the dark to the calm hue. With
    /// 256 colours in their greys, which have the finest steps, so that only a place has a colour.
    pub(crate) fn form(&self, light: f32) -> Tint {
        let Roles { ground, raised, text, calm, calm_deep, .. } = self.roles;
        if self.depth == ColorDepth::Indexed256 {
            let (from, to) = (ground.lightness(), text.lightness());
            return Tint::grey(from + (to - from) * GREYEST * (0.12 + 0.88 * light));
        }
        match light {
            // What fades into paper has no edge there, so it is ink a step sooner.
            dark if self.is_paper && dark < 0.45 => raised.mix(calm_deep, dark / 0.45),
            middle if self.is_paper && middle < 0.85 => {
                calm_deep.mix(calm, (middle - 0.45) / 0.4 * 0.7)
            }
            dark if dark < 0.45 => ground.mix(raised, 0.4 + dark / 0.45 * 0.6),
            middle if middle < 0.85 => raised.mix(calm_deep, (middle - 0.45) / 0.4),
            bright => calm_deep.mix(calm, (bright - 0.85) / 0.15 * 0.7),
        }
    }

    /// A place in lamplight on the map, as light as the body's form is there, 0–1.
    pub(crate) fn lit(&self, light: f32) -> Tint {
        let is_blended = self.depth != ColorDepth::Indexed256 && !self.is_paper;
        let sunk = if is_blended { 0.72 } else { 0.45 };
        self.warm.mix(self.roles.ground, sunk * (1.0 - light))
    }

    /// A cooled place on the map, as light as the body's form is there, 0–1.
    pub(crate) fn cooled(&self, light: f32) -> Tint {
        let Roles { ground, calm, text, .. } = self.roles;
        calm.mix(text, 0.35).mix(ground, 0.7 * (1.0 - light))
    }

    /// A hand on the map: brighter the harder it presses, 0–1, and on paper darker.
    pub(crate) fn hand(&self, press: f32) -> Tint {
        let Roles { accent, glow, ground, .. } = self.roles;
        if self.is_paper {
            return accent.mix(ground, 0.5 - 0.3 * press);
        }
        self.sunk(glow.mix(accent, 0.45 * (1.0 - press)), HAND_SUNK)
    }

    /// The line around a hand: dark, on either ground.
    pub(crate) fn outline(&self) -> Tint {
        let Roles { accent, ground, text, .. } = self.roles;
        if self.is_paper { accent.mix(text, 0.5) } else { ground }
    }

    /// The tint of what is to be kept clear.
    pub(crate) const fn caution(&self) -> Tint {
        self.roles.warn
    }

    /// Whether figures are lines and dots of braille: where colours are so few that a shade would be
    /// a mosaic.
    pub(crate) fn draws_lines(&self) -> bool {
        matches!(self.depth, ColorDepth::Ansi16 | ColorDepth::Mono)
    }

    /// Whether the flower is lines: where all figures are, and after dark with 256 colours, which have no
    /// shades of an ember but grey.
    pub(crate) fn draws_flower_in_lines(&self) -> bool {
        self.draws_lines() || self.is_dark && self.depth == ColorDepth::Indexed256
    }

    /// The lines of a figure, where it is drawn in lines; what else is in it likewise.
    pub(crate) fn lines(&self) -> LineTints {
        let tints = match self.depth {
            ColorDepth::True | ColorDepth::Indexed256 => self.roles,
            ColorDepth::Ansi16 | ColorDepth::Mono => self.shown.map(standing_for),
        };
        let Roles { calm, calm_deep, accent, glow, warn, .. } = tints;
        // Where nobody knows the ground words have the terminal's own colour, and the body too.
        let place = if self.shown.accent == self.shown.calm_deep { glow } else { accent };
        LineTints { body: calm_deep, calm, place, hand: glow, caution: warn }
    }

    /// The colour of the ground as the terminal knows it.
    pub(crate) const fn ground_color(&self) -> Color {
        self.shown.ground
    }

    /// How pixels become cells on this terminal, parted by these letters. Where figures are lines, dots
    /// of braille show them best, but a font that has no finer letters than halves has none of those.
    pub(crate) fn encoder(&self, shape: PixelShape) -> PixelEncoder {
        self.encoder_for(shape, self.draws_lines())
    }

    /// The same for the flower.
    pub(crate) fn flower_encoder(&self, shape: PixelShape) -> PixelEncoder {
        self.encoder_for(shape, self.draws_flower_in_lines())
    }

    fn encoder_for(&self, shape: PixelShape, in_lines: bool) -> PixelEncoder {
        let is_coarse = shape == PixelShape::Halves;
        let shape = if in_lines && !is_coarse { PixelShape::Braille } else { shape };
        PixelEncoder::new(self.depth, shape, self.ground_color())
    }

    fn role(&self, shown: Color, weight: Modifier) -> Style {
        // Where the terminal's own colour stands for several roles, weight tells them apart.
        let is_shared = shown == self.shown.text && !weight.contains(Modifier::BOLD);
        match self.depth {
            // Without colours the only darkness there is.
            ColorDepth::Mono if self.is_dark && !weight.contains(Modifier::BOLD) => {
                Style::new().add_modifier(weight | Modifier::DIM)
            }
            ColorDepth::Mono => Style::new().add_modifier(weight),
            ColorDepth::Ansi16 if is_shared => Style::new().fg(shown).add_modifier(weight),
            _ => Style::new().fg(shown),
        }
    }
}

/// What a figure is drawn with where it is lines and dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineTints {
    /// The outline and the creases of the body.
    pub(crate) body: Tint,
    /// The calm hue: petals, and a place that is cooled.
    pub(crate) calm: Tint,
    /// A place in lamplight.
    pub(crate) place: Tint,
    /// A hand.
    pub(crate) hand: Tint,
    /// What is to be kept clear.
    pub(crate) caution: Tint,
}
