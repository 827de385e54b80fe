//! The parts of a figure become pixels, from the farthest to the nearest.

use crate::body::Point;
use crate::canvas::{ColorDepth, Tint, Window, filled};
use crate::pictures::Coat;
use crate::posture::{FigurePicture, Mark, Matter, SeenPart};
use crate::theme::Theme;
use crate::tween::Easing;

/// Where the light comes from: from above, a little from the left, and from the front.
const LAMP: [f32; 3] = [-0.25, -0.5, 0.83];

/// How light the body is where no light falls on it, 0–1.
const DARKEST: f32 = 0.42;

/// How light things, the ground and pillows are on their sides, and how much lighter on top, 0–1.
const THING: [f32; 2] = [0.2, 0.22];
const GROUND: [f32; 2] = [0.1, 0.12];
const CLOTH: [f32; 2] = [0.34, 0.2];
/// How light the lines are that things are drawn with, and those of the ground.
const THING_LINE: f32 = 0.62;
const GROUND_LINE: f32 = 0.36;

/// How light hair is against skin, and a line of a face, 0–1.
const HAIR: f32 = 0.62;
const FACE_LINE: f32 = 0.45;
/// How high a line of a face is, in millimetres.
const LINE: f32 = 8.0;

/// How much darker a part is at its edge, where another lies behind it, 0–1.
const EDGE: f32 = 0.45;

/// How much farther away a part has to be from what covers it to lie in its shadow, in millimetres, and how much
/// darker it is there, 0–1.
const BEHIND: f32 = 26.0;
const SHADOW: f32 = 0.4;

/// How much nearer a part may seem than it is, in millimetres: round parts are seen as a little simpler.
const ABOUT: f32 = 14.0;

/// How much a hand has of the tint that hands have on the map, 0–1.
const PALE: f32 = 0.4;

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
    /// How near that part is, in millimetres.
    near: f32,
    /// What is seen on it.
    mark: Mark,
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
        painted.shade();
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
            let mark = part.mark(point, window.step.y);
            let glow = part.glows.iter();
            let glow = glow.map(|(ellipse, bright)| bright * fading(ellipse.distance(point)));
            let new = FigurePixel {
                solid: covered.min(1.0),
                light: light_of(part, point, (mark, window.step.y)),
                glow: glow.fold(0.0, f32::max),
                part: number,
                near: part.near_at(point),
                mark,
            };
            let at = (top + row) * self.window.across + left + column;
            self.pixels[at] = self.over(self.pixels[at], new);
        }
    }

    /// A pixel over another, or under it where what is there already is nearer.
    fn over(&self, there: FigurePixel, new: FigurePixel) -> FigurePixel {
        // Over nothing a part is as light at its edge as within.
        if there.solid <= 0.0 {
            let is_seen = new.solid >= 0.5;
            let (part, near) = if is_seen { (new.part, new.near) } else { (0, f32::NEG_INFINITY) };
            return FigurePixel { part, near, ..new };
        }
        let is_under = self.are_apart(there.part, new.part) && new.near + ABOUT < there.near;
        let covered = if is_under { new.solid * (1.0 - there.solid) } else { new.solid };
        let mix = |from: f32, to: f32| from + (to - from) * covered;
        let seen = if covered >= 0.5 { new } else { there };
        FigurePixel {
            solid: there.solid.max(new.solid),
            light: mix(there.light, new.light),
            glow: mix(there.glow, new.glow),
            ..seen
        }
    }

    /// Whether two parts belong to different limbs, or one to a thing.
    fn are_apart(&self, one: u16, other: u16) -> bool {
        let limb = |number: u16| self.part(number).and_then(|part| part.limb);
        limb(one).is_none() || limb(one) != limb(other)
    }

    /// Darkens what lies right behind another part, so that the nearer stands out.
    fn shade(&mut self) {
        let (across, down) = (self.window.across, self.window.down);
        let is_shaded: Vec<_> = (0..self.pixels.len())
            .map(|index| {
                let (column, row) = (index % across, index / across);
                let own = self.pixels[index];
                let covers = |column: usize, row: usize| {
                    let other = self.pixels[row * across + column];
                    let is_body = self.part(other.part).is_some_and(|part| part.limb.is_some());
                    is_body
                        && other.near > own.near + BEHIND
                        && self.are_apart(other.part, own.part)
                };
                own.part != 0
                    && ((column > 0 && covers(column - 1, row))
                        || (column + 1 < across && covers(column + 1, row))
                        || (row > 0 && covers(column, row - 1))
                        || (row + 1 < down && covers(column, row + 1)))
            })
            .collect();
        for (pixel, is_shaded) in self.pixels.iter_mut().zip(is_shaded) {
            if is_shaded {
                pixel.light *= 1.0 - SHADOW;
            }
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
        let coat = |(index, pixel): (usize, &FigurePixel)| {
            if pixel.solid <= 0.0 {
                return Coat::CLEAR;
            }
            let part = self.part(pixel.part);
            let glow =
                if few { Easing::Smoothstep.apply((pixel.glow - 0.3) / 0.3) } else { pixel.glow };
            let tint = match part.map_or(Matter::Skin, |part| part.matter) {
                Matter::Tool => theme.unlit(0.0).mix(theme.hand(1.0), pixel.light),
                Matter::Cloth => still(theme, pixel.light),
                matter @ (Matter::Thing | Matter::Ground) => {
                    let is_line =
                        part.is_some_and(|part| part.flat().is_some()) && self.is_edge(index);
                    let line = if matter == Matter::Ground { GROUND_LINE } else { THING_LINE };
                    if is_line { still(theme, line) } else { theme.form(pixel.light) }
                }
                Matter::Skin => {
                    let skin = theme.form(pixel.light);
                    let is_hand = part.is_some_and(|part| part.is_hand);
                    let pale = theme.unlit(0.0).mix(theme.hand(1.0), pixel.light);
                    let skin = if is_hand { skin.mix(pale, PALE) } else { skin };
                    skin.mix(theme.lit(pixel.light.max(0.6)), glow)
                }
            };
            Coat { tint, cover: pixel.solid }
        };
        self.pixels.iter().enumerate().map(coat).collect()
    }

    /// Whether a line parts a pixel from one beside it.
    fn is_edge(&self, index: usize) -> bool {
        let (across, down) = (self.window.across, self.window.down);
        let (column, row) = (index % across, index / across);
        let own = self.pixels[index];
        let parted = |column: usize, row: usize| {
            let other = self.pixels[row * across + column];
            let is_line_of_mark =
                own.part == other.part && own.mark == Mark::Hair && other.mark == Mark::Plain;
            is_line_of_mark || self.parts_at(own.part, other.part, column, row)
        };
        let at_rim = |is_inside: bool, column: usize, row: usize| {
            if is_inside { parted(column, row) } else { own.part != 0 }
        };
        at_rim(column + 1 < across, (column + 1).min(across - 1), row)
            || at_rim(row + 1 < down, column, (row + 1).min(down - 1))
            || at_rim(column > 0, column.saturating_sub(1), row)
            || at_rim(row > 0, column, row.saturating_sub(1))
    }

    /// In lines: where one part ends and another or nothing begins, but not within a joint.
    fn etched(&self, theme: &Theme) -> Vec<Tint> {
        let lines = theme.lines();
        let across = self.window.across;
        let tint = |(index, pixel): (usize, &FigurePixel)| {
            let own = pixel.part;
            let is_lit = pixel.glow > 0.35 && (index % across + index / across).is_multiple_of(2);
            match () {
                () if own == 0 => Tint::BLACK,
                () if self.is_tool(own) => lines.hand,
                () if pixel.mark == Mark::Line => lines.body,
                () if self.is_edge(index) && self.is_thing(own) => lines.calm,
                () if self.is_edge(index) => lines.body,
                () if is_lit => lines.place,
                () => Tint::BLACK,
            }
        };
        self.pixels.iter().enumerate().map(tint).collect()
    }

    fn part(&self, number: u16) -> Option<&SeenPart> {
        self.picture.parts.get(usize::from(number).checked_sub(1)?)
    }

    fn is_thing(&self, number: u16) -> bool {
        self.part(number).is_some_and(|part| {
            matches!(part.matter, Matter::Thing | Matter::Ground | Matter::Cloth)
        })
    }

    fn is_tool(&self, number: u16) -> bool {
        self.part(number).is_some_and(|part| part.matter == Matter::Tool)
    }

    /// Whether a line parts two neighbours; the nearer of them has it.
    fn parts_at(&self, own: u16, other: u16, column: usize, row: usize) -> bool {
        let (Some(one), two) = (self.part(own), self.part(other)) else { return false };
        let Some(two) = two else { return true };
        if own == other || (own < other && one.limb.is_some() && one.limb == two.limb) {
            return false;
        }
        let point = self.window.middle_of(column, row);
        if one.limb.is_none() || one.limb != two.limb {
            return one.near_at(point) >= two.near_at(point);
        }
        let within =
            |part: &SeenPart| part.joint.is_some_and(|(at, reach)| at.distance(point) < reach);
        !(within(one) || within(two))
    }
}

/// What lines of things and pillows are painted with: where colours are few, only a place has one.
fn still(theme: &Theme, light: f32) -> Tint {
    if theme.depth() == ColorDepth::Indexed256 {
        theme.form(0.3 + light)
    } else {
        theme.cooled(light)
    }
}

/// How much of a glow is left at a distance from its middle, whose edge is at 1.
fn fading(distance: f32) -> f32 {
    Easing::Smoothstep.apply((1.25 - distance) / 0.9)
}

/// How light a part is at a point, as if it were round, and with what is seen on it where a pixel is so many
/// millimetres high.
fn light_of(part: &SeenPart, point: Point, (mark, pixel): (Mark, f32)) -> f32 {
    if let Some(upward) = part.flat() {
        let [side, above] = match part.matter {
            Matter::Ground => GROUND,
            Matter::Cloth => CLOTH,
            _ => THING,
        };
        return side + above * upward;
    }
    let [x, y, z] = part.normal(point);
    let toward = (x * LAMP[0] + y * LAMP[1] + z * LAMP[2]).clamp(0.0, 1.0);
    let rim = 1.0 - EDGE * Easing::Smoothstep.apply((0.55 - z) / 0.55);
    let light = (DARKEST + (1.0 - DARKEST) * toward) * rim;
    match (part.matter, mark) {
        (Matter::Thing | Matter::Ground, _) => light * 0.7,
        (Matter::Cloth, _) => 0.2 + light * 0.4,
        (_, Mark::Hair) => light * HAIR,
        // Where a pixel is higher than the line, the rest of it is skin.
        (_, Mark::Line) => light * (1.0 - (1.0 - FACE_LINE) * (LINE / pixel).clamp(0.4, 1.0)),
        _ => light,
    }
}
