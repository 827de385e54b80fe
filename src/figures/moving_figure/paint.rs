//! The parts of a figure become pixels, from the farthest to the nearest.

use crate::body::Point;
use crate::canvas::{ColorDepth, Tint, Window, filled};
use crate::pictures::Coat;
use crate::posture::{FigurePicture, Matter, SeenPart};
use crate::theme::Theme;
use crate::tween::Easing;

/// Where the light comes from: from above, a little from the left, and from the front.
const LAMP: [f32; 3] = [-0.25, -0.5, 0.83];

/// How light the body is where no light falls on it, things, the ground, and hair against skin, 0–1.
const DARKEST: f32 = 0.42;
const THING: f32 = 0.34;
const GROUND: f32 = 0.16;
const HAIR: f32 = 0.68;

/// How much darker a part is at its edge, where another lies behind it, 0–1.
const EDGE: f32 = 0.45;

/// What one pixel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct FigurePixel {
    /// How much of it is figure, 0–1.
    solid: f32,
    /// How light it is, 0–1.
    light: f32,
    /// How much it glows, 0–1.
    glow: f32,
    /// Which part is seen there, counted from 1.
    part: u16,
}

/// The figure as pixels, row by row.
pub(super) struct FigurePixels<'a> {
    picture: &'a FigurePicture,
    window: Window,
    pixels: Vec<FigurePixel>,
}

impl<'a> FigurePixels<'a> {
    /// Paints a picture as it is seen through a window.
    pub(super) fn of(picture: &'a FigurePicture, window: Window) -> Self {
        let mut painted =
            Self { picture, window, pixels: vec![FigurePixel::default(); window.pixels()] };
        for (index, part) in picture.parts.iter().enumerate() {
            painted.lay(part, index as u16 + 1);
        }
        painted.shine();
        painted
    }

    /// Lets shine through what glows on a side that is turned away.
    fn shine(&mut self) {
        for index in 0..self.pixels.len() {
            let on_body = self.part(self.pixels[index].part);
            if self.picture.shining.is_empty()
                || on_body.is_none_or(|part| part.matter != Matter::Skin)
            {
                continue;
            }
            let (column, row) = (index % self.window.across, index / self.window.across);
            let point = self.window.middle_of(column, row);
            let shining = self.picture.shining.iter();
            let shining = shining.map(|(ellipse, bright)| bright * fading(ellipse.distance(point)));
            self.pixels[index].glow = shining.fold(self.pixels[index].glow, f32::max);
        }
    }

    /// Lays a part over what is there.
    fn lay(&mut self, part: &SeenPart, number: u16) {
        let bounds = part.outline.bounds();
        let (from, to) = (self.window.place(bounds.from), self.window.place(bounds.to));
        let first = |at: f32| at.floor().max(0.0) as usize;
        let last = |at: f32, most: usize| (at.ceil().max(0.0) as usize).min(most);
        let (left, right) = (first(from.x), last(to.x, self.window.across));
        let (top, bottom) = (first(from.y), last(to.y, self.window.down));
        if left >= right || top >= bottom {
            return;
        }
        let wide = right - left;
        let window = self.window.part(left, top, wide, bottom - top);
        for (index, covered) in filled(&part.outline, &window).into_iter().enumerate() {
            if covered <= 0.0 {
                continue;
            }
            let (column, row) = (index % wide, index / wide);
            let point = window.middle_of(column, row);
            let covered = covered.min(1.0);
            let light = light_of(part, point);
            let glow = part.glows.iter();
            let glow = glow.map(|(ellipse, bright)| bright * fading(ellipse.distance(point)));
            let glow = glow.fold(0.0, f32::max);
            let pixel = &mut self.pixels[(top + row) * self.window.across + left + column];
            let mix = |from: f32, to: f32| from + (to - from) * covered;
            // Over nothing a part is as light at its edge as within.
            let over = pixel.solid;
            *pixel = FigurePixel {
                solid: pixel.solid.max(covered),
                light: if over > 0.0 { mix(pixel.light, light) } else { light },
                glow: if over > 0.0 { mix(pixel.glow, glow) } else { glow },
                part: if covered >= 0.5 { number } else { pixel.part },
            };
        }
    }

    /// What each pixel shows in the colours or lines of a theme.
    pub(super) fn tints(&self, theme: &Theme) -> Vec<Tint> {
        if theme.draws_lines() { self.etched(theme) } else { self.painted(theme) }
    }

    fn painted(&self, theme: &Theme) -> Vec<Tint> {
        let ground = theme.unlit(0.0);
        let coats = self.coats(theme).into_iter();
        coats.map(|coat| ground.mix(coat.tint, coat.cover)).collect()
    }

    /// In colour, and how much of the ground is hidden.
    pub(super) fn coats(&self, theme: &Theme) -> Vec<Coat> {
        // Where colours are few, a little warmth would come out as specks.
        let few = theme.depth() != ColorDepth::True;
        let coat = |pixel: &FigurePixel| {
            if pixel.solid <= 0.0 {
                return Coat::CLEAR;
            }
            if self.part(pixel.part).is_some_and(|part| part.matter == Matter::Tool) {
                let tint = theme.unlit(0.0).mix(theme.hand(1.0), pixel.light);
                return Coat { tint, cover: pixel.solid };
            }
            let glow =
                if few { Easing::Smoothstep.apply((pixel.glow - 0.3) / 0.3) } else { pixel.glow };
            let tint = theme.form(pixel.light).mix(theme.lit(pixel.light.max(0.6)), glow);
            Coat { tint, cover: pixel.solid }
        };
        self.pixels.iter().map(coat).collect()
    }

    /// In lines: where one part ends and another or nothing begins, but not within a joint.
    fn etched(&self, theme: &Theme) -> Vec<Tint> {
        let lines = theme.lines();
        let across = self.window.across;
        let part = |column: usize, row: usize| {
            let inside = column < across && row < self.window.down;
            if inside { self.pixels[row * across + column].part } else { 0 }
        };
        (0..self.window.pixels())
            .map(|index| {
                let (column, row) = (index % across, index / across);
                let own = part(column, row);
                let around = [
                    part(column + 1, row),
                    part(column, row + 1),
                    if column > 0 { part(column - 1, row) } else { 0 },
                    if row > 0 { part(column, row - 1) } else { 0 },
                ];
                let is_edge = around.iter().any(|other| self.parts_at(own, *other, column, row));
                let lit = self.pixels[index].glow > 0.35 && (column + row).is_multiple_of(2);
                match () {
                    () if own == 0 => Tint::BLACK,
                    () if self.is_tool(own) => lines.hand,
                    () if is_edge && self.is_thing(own) => lines.calm,
                    () if is_edge => lines.body,
                    () if lit => lines.place,
                    () => Tint::BLACK,
                }
            })
            .collect()
    }

    fn part(&self, number: u16) -> Option<&SeenPart> {
        self.picture.parts.get(usize::from(number).checked_sub(1)?)
    }

    fn is_thing(&self, number: u16) -> bool {
        self.part(number).is_some_and(|part| matches!(part.matter, Matter::Thing | Matter::Ground))
    }

    fn is_tool(&self, number: u16) -> bool {
        self.part(number).is_some_and(|part| part.matter == Matter::Tool)
    }

    /// Whether a line parts two neighbours; the nearer of them has it.
    fn parts_at(&self, own: u16, other: u16, column: usize, row: usize) -> bool {
        let (Some(one), two) = (self.part(own), self.part(other)) else { return false };
        let Some(two) = two else { return true };
        if own <= other {
            return false;
        }
        let (Some(_), true) = (one.limb, one.limb == two.limb) else { return true };
        let point = self.window.middle_of(column, row);
        let within =
            |part: &SeenPart| part.joint.is_some_and(|(at, reach)| at.distance(point) < reach);
        !(within(one) || within(two))
    }
}

/// How much of a glow is left at a distance from its middle, whose edge is at 1.
fn fading(distance: f32) -> f32 {
    Easing::Smoothstep.apply((1.25 - distance) / 0.9)
}

/// How light a part is at a point, as if it were round.
fn light_of(part: &SeenPart, point: Point) -> f32 {
    if part.is_flat() {
        return if part.matter == Matter::Ground { GROUND } else { THING };
    }
    let [x, y, z] = part.normal(point);
    let toward = (x * LAMP[0] + y * LAMP[1] + z * LAMP[2]).clamp(0.0, 1.0);
    let rim = 1.0 - EDGE * Easing::Smoothstep.apply((0.55 - z) / 0.55);
    let light = (DARKEST + (1.0 - DARKEST) * toward) * rim;
    match part.matter {
        Matter::Skin | Matter::Tool => light,
        Matter::Hair => light * HAIR,
        Matter::Thing | Matter::Ground => light * 0.7,
    }
}
