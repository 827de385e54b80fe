//! The flower in pictures, for terminals that show pixels: the flower in the dark, and the light on it in
//! layers, each a ring farther out. A breath only places one ring more, or takes one away; over all lies
//! what the flame does. Each is drawn when it is first seen, and then kept.

use ratatui::layout::Rect;

use crate::canvas::Tint;
use crate::pictures::{CellPixels, Coat, Picture, PictureFit, PlacedPicture};
use crate::theme::Theme;

use super::light::{LightSteps, RINGS};
use super::shades::Shades;
use super::shape;

/// More pixels than this are not drawn: the terminal stretches what is there.
const MOST_PIXELS: f32 = 80_000.0;

/// Where a pixel is looked at, so that edges are soft.
const POINTS: [(f32, f32); 2] = [(0.25, 0.7), (0.75, 0.3)];

/// How many shades the rim of a ring has.
const SHADES: f32 = 8.0;

/// How finely the colours of petals are told apart, 0–255.
const FINEST: f32 = 4.0;

/// What lies over what.
const LIGHT: u8 = 1;
const EMBER: u8 = 2;
const FLICKER: u8 = 3;

/// The flower drawn for one size and theme, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct FlowerPictures {
    drawn: Option<(FlowerKey, DrawnFlower)>,
}

/// What it was drawn for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct FlowerKey {
    size: (u16, u16),
    cell: CellPixels,
    theme: Theme,
}

#[derive(Clone, Debug)]
struct DrawnFlower {
    plate: FlowerPlate,
    dark: Picture,
    kept: Vec<(FlowerLayer, (Rect, Picture))>,
}

/// What is laid over the flower in the dark.
#[derive(Clone, Copy, Debug, PartialEq)]
enum FlowerLayer {
    /// One ring more of light, counted from the middle.
    Ring(u8),
    /// All the light at once, up to a ring, so weak as it is, 0–255.
    Lamp(u8, u8),
    /// The ember within so many rings of light.
    Ember(u8, u8),
    /// A turn of the flicker, and how far it reaches.
    Flicker(u8, u8),
}

/// The flower without a light: everything about it that time does not change.
#[derive(Clone, Debug)]
struct FlowerPlate {
    /// The columns and rows of cells.
    size: (u16, u16),
    /// Pixels in a cell, across and down.
    in_cell: (usize, usize),
    /// Row by row.
    points: Vec<PlatePoint>,
    /// How many pixels the radius of the flower has.
    radius: f32,
    flame: Tint,
    ember: Tint,
}

/// One pixel of it.
#[derive(Clone, Copy, Debug)]
struct PlatePoint {
    lit: Tint,
    dark: Tint,
    /// How much of it is petal, 0–1.
    cover: f32,
    /// How far the light must reach to get here.
    reach: f32,
    /// Distance from the middle, where 1 is the radius of the flower.
    radius: f32,
}

impl FlowerPictures {
    /// The pictures of a light, each in its place.
    pub(super) fn placed(
        &mut self,
        (area, cell): (Rect, CellPixels),
        theme: &Theme,
        light: &LightSteps,
    ) -> Vec<PlacedPicture> {
        let key = FlowerKey { size: (area.width, area.height), cell, theme: *theme };
        if self.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != key) {
            self.drawn = DrawnFlower::of(&key).map(|drawn| (key, drawn));
        }
        let drawn = self.drawn.as_mut().map(|(_, drawn)| drawn);
        drawn.map(|drawn| drawn.placed(area, light)).unwrap_or_default()
    }
}

impl DrawnFlower {
    fn of(key: &FlowerKey) -> Option<Self> {
        let plate = FlowerPlate::of(key)?;
        let whole = Rect::new(0, 0, key.size.0, key.size.1);
        let dark = plate.picture(whole, |point| Coat { tint: point.dark, cover: point.cover })?;
        Some(Self { plate, dark, kept: Vec::new() })
    }

    fn placed(&mut self, area: Rect, light: &LightSteps) -> Vec<PlacedPicture> {
        let at = |layer: u8, area: Rect, picture: Picture| PlacedPicture {
            picture,
            slot: 1,
            layer,
            area,
            fit: PictureFit::Filling,
        };
        let mut placed = vec![at(0, area, self.dark.clone())];
        let strength = (light.strength * 255.0).round() as u8;
        let mut wanted = match strength {
            u8::MAX => (0..=light.ring).map(|ring| (LIGHT, FlowerLayer::Ring(ring))).collect(),
            weak => vec![(LIGHT, FlowerLayer::Lamp(light.ring, weak))],
        };
        if light.ember > 0 && strength > 0 {
            wanted.push((EMBER, FlowerLayer::Ember(light.ember, light.ring.min(RINGS / 4))));
        }
        if let Some((turn, reach)) = light.flicker.filter(|_| strength > 0) {
            wanted.push((FLICKER, FlowerLayer::Flicker(turn, reach)));
        }
        for (order, layer) in wanted {
            if let Some((part, picture)) = self.layer(layer) {
                let part = Rect { x: area.x + part.x, y: area.y + part.y, ..part };
                placed.push(at(order, part, picture));
            }
        }
        placed
    }

    /// A layer, and the cells it takes.
    fn layer(&mut self, layer: FlowerLayer) -> Option<(Rect, Picture)> {
        if let Some((_, drawn)) = self.kept.iter().find(|(kept, _)| *kept == layer) {
            return Some(drawn.clone());
        }
        let plate = &self.plate;
        let lit =
            |point: &PlatePoint, share: f32| Coat { tint: point.lit, cover: point.cover * share };
        let over =
            |point: &PlatePoint, tint: Tint, share: f32| Coat { tint, cover: point.cover * share };
        let (part, picture) = match layer {
            FlowerLayer::Ring(ring) => {
                let part = plate.within(LightSteps::reach_of(ring));
                let picture = plate.picture(part, |point| {
                    // In few shades a ring is half as large; the last one over a pixel hides all others.
                    let share = (LightSteps::added(ring, point.reach) * SHADES).round() / SHADES;
                    lit(point, share)
                });
                (part, picture?)
            }
            FlowerLayer::Lamp(ring, weak) => {
                let part = plate.within(LightSteps::reach_of(ring));
                let strength = f32::from(weak) / 255.0;
                let share = |point: &PlatePoint| strength * LightSteps::lit(ring, point.reach);
                (part, plate.picture(part, |point| lit(point, share(point)))?)
            }
            FlowerLayer::Ember(ember, ring) => {
                let part = plate.within(LightSteps::EMBER_REACH);
                let share = |point: &PlatePoint| {
                    LightSteps::embers((ember, ring), point.radius, point.reach)
                };
                (part, plate.picture(part, |point| over(point, plate.ember, share(point)))?)
            }
            FlowerLayer::Flicker(turn, reach) => {
                let part = plate.within(LightSteps::flicker_reach(reach));
                let picture = plate.picture(part, |point| {
                    match LightSteps::flickers((turn, reach), point.radius) {
                        dims if dims < 0.0 => over(point, plate.ember, -dims),
                        brightens => over(point, plate.flame, brightens),
                    }
                });
                (part, picture?)
            }
        };
        self.kept.push((layer, (part, picture.clone())));
        Some((part, picture))
    }
}

impl FlowerPlate {
    fn of(key: &FlowerKey) -> Option<Self> {
        let FlowerKey { size, cell, theme } = key;
        let (wide, high) = (f32::from(cell.width), f32::from(cell.height));
        let pixels = f32::from(size.0) * wide * f32::from(size.1) * high;
        let finer = (MOST_PIXELS / pixels.max(1.0)).sqrt().min(1.0);
        let in_cell = ((wide * finer) as usize, (high * finer) as usize);
        let across = usize::from(size.0) * in_cell.0;
        let down = usize::from(size.1) * in_cell.1;
        // What one pixel drawn is in pixels of the terminal: the flower is to be round there.
        let (right, below) = (wide / in_cell.0.max(1) as f32, high / in_cell.1.max(1) as f32);
        let middle = (across as f32 / 2.0, down as f32 / 2.0);
        let radius = ((across as f32 * right).min(down as f32 * below) / 2.0 - 0.5).max(0.5);
        let shades = Shades::of(theme);
        let points = (0..across * down).map(|index| {
            let (column, row) = ((index % across) as f32, (index / across) as f32);
            let place = |(x, y): (f32, f32)| {
                ((column + x - middle.0) * right / radius, (row + y - middle.1) * below / radius)
            };
            plate_point(POINTS.map(place), &shades)
        });
        (across * down > 0).then(|| Self {
            size: *size,
            in_cell,
            points: points.collect(),
            radius: radius / right,
            flame: theme.lamp_flame(),
            ember: theme.ember(),
        })
    }

    /// The cells around the middle that are within so many radii of it.
    fn within(&self, radii: f32) -> Rect {
        let (columns, rows) = self.size;
        let half = |cells: u16, pixels: f32| {
            let most = f32::from(cells) / 2.0;
            let margin = (most - radii * self.radius / pixels.max(1.0)).max(0.0);
            margin as u16
        };
        // A pixel is as high as it is wide, but for rounding: one cell more takes care of that.
        let beside = half(columns, self.in_cell.0 as f32).saturating_sub(1);
        let above = half(rows, self.in_cell.1 as f32).saturating_sub(1);
        Rect::new(beside, above, columns - 2 * beside, rows - 2 * above)
    }

    /// A picture of some cells.
    fn picture(&self, part: Rect, coat: impl Fn(&PlatePoint) -> Coat) -> Option<Picture> {
        let (wide, high) = self.in_cell;
        let across = usize::from(self.size.0) * wide;
        let columns = usize::from(part.x) * wide..usize::from(part.right()) * wide;
        let rows = usize::from(part.y) * high..usize::from(part.bottom()) * high;
        let coats: Vec<_> =
            rows.flat_map(|row| &self.points[row * across..][columns.clone()]).map(coat).collect();
        Picture::of(columns.len(), &coats)
    }
}

/// One pixel, looked at in some places of it.
fn plate_point(places: [(f32, f32); 2], shades: &Shades) -> PlatePoint {
    let mut all =
        PlatePoint { lit: Tint::BLACK, dark: Tint::BLACK, cover: 0.0, reach: 0.0, radius: 0.0 };
    let weight = 1.0 / places.len() as f32;
    for (right, down) in places {
        let point = shape::at(right, down, shades);
        all.reach += point.reach * weight;
        all.radius += right.hypot(down) * weight;
        if let Some(lit) = point.lit {
            // What is no petal has no colour to blend with.
            let before = all.cover / (all.cover + weight);
            all.lit = lit.mix(all.lit, before);
            all.dark = point.dark.mix(all.dark, before);
            all.cover += weight;
        }
    }
    let even = |channel: f32| (channel / FINEST).round() * FINEST;
    let Tint { red, green, blue } = all.lit;
    all.lit = Tint { red: even(red), green: even(green), blue: even(blue) };
    all
}
