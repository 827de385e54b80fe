//! A map in pictures, for terminals that show pixels: body, glow, trail and hands apart, so that what
//! moves is only moved. Each is drawn when it is first seen, and then kept.

use ratatui::layout::Rect;

use crate::body::{Plate, Point, TouchDrawing};
use crate::canvas::Window;
use crate::pictures::{CellPixels, Coat, Picture, PictureFit, PlacedPicture};
use crate::theme::Theme;

use super::hand::{Hand, HandCoats, TRAIL_BREADTH, pixel_of};
use super::hands::MapHand;
use super::rasterizer::{MapRasterizer, MapScene};
use super::sign::{self, SignPiece};
use super::sign_kind::SignKind;
use super::subject::{Focus, MapSubject};
use super::touch::Touch;

/// More pixels than this are not drawn of a body: the terminal stretches what is there.
const MOST_PIXELS: usize = 400_000;

/// How many levels a press and a touch have, and the glow of muscles: each is a picture of its own.
const PRESSES: f32 = 8.0;
const CONTACTS: f32 = 4.0;
const GLOWS: f32 = 12.0;

/// How many spots a trail has, how far they are apart in shares of the way, in which steps they follow the
/// hand, and how much the brightest hides, 0–1.
const SPOTS: usize = 4;
const APART: f32 = 0.05;
const FOLLOWING: f32 = 0.02;
const BRIGHTEST: f32 = 0.3;

/// What lies over what.
const GLOW: u8 = 1;
const TRAIL: u8 = 2;
const HAND: u8 = 3;
const SIGN: u8 = 4;

/// A map for one subject and size.
#[derive(Clone, Debug)]
pub(super) struct MapPictures {
    pub(super) scene: MapScene,
    /// What is seen, pixel for pixel.
    window: Window,
    body: Picture,
    /// What glows of muscles that are tensed, and how many pixels it is across.
    lit: Option<(usize, Vec<Coat>)>,
    glows: Vec<(u8, Picture)>,
    hands: Vec<(HandKey, HandPicture)>,
    /// The pieces of signs of each hand.
    signs: Vec<(SignKey, HandPicture)>,
    /// The spots of a trail from the brightest on, for each hand.
    trails: Vec<(usize, Vec<Picture>)>,
}

/// What a hand looks like at a moment: which, how hard it presses, how much it touches.
type HandKey = (usize, u8, u8);

/// What a piece of a sign looks like: of which hand, and which look.
type SignKey = (usize, (SignKind, u8));

#[derive(Clone, Debug)]
struct HandPicture {
    picture: Picture,
    /// How far its corner is from the place where it touches, in pixels.
    corner: (i32, i32),
}

/// What of a map changes from moment to moment.
#[derive(Clone, Copy)]
pub(super) struct MapMoment<'a> {
    pub(super) theme: &'a Theme,
    /// What the hands do, and how hard the step asks to press, 0–10.
    pub(super) stroke: Option<(Touch, u8)>,
    /// How brightly tensed muscles glow, 0–1.
    pub(super) tension: Option<f32>,
}

impl MapPictures {
    /// Draws a subject for an area of cells.
    pub(super) fn of(
        drawn_with: (&Plate, &[(String, TouchDrawing)]),
        subject: &MapSubject,
        (area, cell): (Rect, CellPixels),
        theme: &Theme,
    ) -> Option<Self> {
        let in_cell = drawn_in_cell(area, cell);
        let (scene, mut layers) = MapRasterizer::new(drawn_with, subject, area, in_cell)?.draw();
        let across = scene.window.across;
        let mut coats = layers.coats(theme, subject, &scene.window);
        let mut lit = None;
        if matches!(subject.focus, Focus::Muscles(..)) {
            layers.glow.fill(0.0);
            let unlit = layers.coats(theme, subject, &scene.window);
            let glowing = coats.iter().zip(&unlit).map(|(lit, unlit)| {
                if lit.tint.apart(unlit.tint) > 1.0 { *lit } else { Coat::CLEAR }
            });
            lit = Some((across, glowing.collect()));
            coats = unlit;
        }
        let in_cell = (usize::from(cell.width), usize::from(cell.height));
        Some(Self {
            window: Window::on(scene.frame, area, in_cell),
            body: Picture::of(across, &coats)?,
            scene,
            lit,
            glows: Vec::new(),
            hands: Vec::new(),
            signs: Vec::new(),
            trails: Vec::new(),
        })
    }

    /// The pictures of a moment, each in its place.
    pub(super) fn placed(&mut self, area: Rect, moment: MapMoment<'_>) -> Vec<PlacedPicture> {
        let picture = self.body.clone();
        let mut placed =
            vec![PlacedPicture { picture, slot: 1, layer: 0, area, fit: PictureFit::Filling }];
        if let Some(picture) = moment.tension.and_then(|glow| self.glow(glow)) {
            placed.push(PlacedPicture {
                picture,
                slot: 1,
                layer: GLOW,
                area,
                fit: PictureFit::Filling,
            });
        }
        let Some(stroke) = moment.stroke else { return placed };
        for index in 0..self.scene.hands.len() {
            self.place_trail(index, area, (moment.theme, stroke.0), &mut placed);
            let Some((corner, picture)) = self.hand(index, moment.theme, stroke) else { continue };
            let touches = self.scene.hands[index].place_of(&stroke.0).middle;
            let (x, y) = pixel_of(&self.window, touches);
            let fit = PictureFit::At(x + corner.0, y + corner.1);
            placed.push(PlacedPicture { picture, slot: index as u16 + 1, layer: HAND, area, fit });
        }
        self.place_signs(area, (moment.theme, stroke.0), &mut placed);
        placed
    }

    /// Places the pieces of the signs of all hands.
    fn place_signs(
        &mut self,
        area: Rect,
        (theme, touch): (&Theme, Touch),
        placed: &mut Vec<PlacedPicture>,
    ) {
        let touch = in_steps(touch);
        let pieces_of =
            |hand: &MapHand| sign::pieces(hand, hand.place(touch.along), &touch, &self.window);
        let of_hands = self.scene.hands.iter().map(pieces_of);
        let all: Vec<_> = of_hands.chain([self.scene.heads.clone()]).collect();
        let mut slot = 0;
        for (index, pieces) in all.into_iter().enumerate() {
            for piece in pieces {
                let Some((corner, picture)) = self.sign(index, &piece, theme) else { continue };
                let (x, y) = pixel_of(&self.window, piece.at);
                let fit = PictureFit::At(x + corner.0, y + corner.1);
                slot += 1;
                placed.push(PlacedPicture { picture, slot, layer: SIGN, area, fit });
            }
        }
    }

    /// A piece of the sign of a hand, and how far its corner is from where it lies.
    fn sign(
        &mut self,
        index: usize,
        piece: &SignPiece,
        theme: &Theme,
    ) -> Option<((i32, i32), Picture)> {
        let key = (index, piece.look);
        if let Some((_, sign)) = self.signs.iter().find(|(drawn, _)| *drawn == key) {
            return Some((sign.corner, sign.picture.clone()));
        }
        let (part, (left, top)) = self.window.around(piece.bounds()?);
        let (sign, edge) = SignPiece::drawn(std::slice::from_ref(piece), &part);
        let coat = |(sign, edge): (&f32, &f32)| {
            Coat::CLEAR.under(theme.unlit(0.0), *edge).under(theme.flame(), *sign)
        };
        let coats: Vec<_> = sign.iter().zip(&edge).map(coat).collect();
        let picture = Picture::of(part.across, &coats)?;
        let at = pixel_of(&self.window, piece.at);
        let corner = (left - at.0, top - at.1);
        self.signs.push((key, HandPicture { picture: picture.clone(), corner }));
        Some((corner, picture))
    }

    /// The glow of muscles that glow so brightly, 0–1.
    fn glow(&mut self, glow: f32) -> Option<Picture> {
        let (across, lit) = self.lit.as_ref()?;
        let level = (glow.clamp(0.0, 1.0) * GLOWS).round();
        if let Some((_, picture)) = self.glows.iter().find(|(drawn, _)| *drawn == level as u8) {
            return Some(picture.clone());
        }
        let share = level / GLOWS;
        let coats: Vec<_> =
            lit.iter().map(|coat| Coat { cover: coat.cover * share, ..*coat }).collect();
        let picture = Picture::of(*across, &coats)?;
        self.glows.push((level as u8, picture.clone()));
        Some(picture)
    }

    /// A hand as it presses and touches, and how far its corner is from where it touches.
    fn hand(
        &mut self,
        index: usize,
        theme: &Theme,
        (touch, pressure): (Touch, u8),
    ) -> Option<((i32, i32), Picture)> {
        let (press, contact) =
            ((touch.press * PRESSES).round(), (touch.contact * CONTACTS).round());
        let key = (index, press as u8, contact as u8);
        if let Some((_, hand)) = self.hands.iter().find(|(drawn, _)| *drawn == key) {
            return Some((hand.corner, hand.picture.clone()));
        }
        let (along, press, contact) = (0.5, press / PRESSES, contact / CONTACTS);
        let touch = Touch { along, press, contact, trail_from: along, off: 0.0 };
        let (window, drawn) = (self.window, self.scene.hands.get(index)?);
        let hand = Hand { window, drawn, touch, pressure, theme, is_even: true };
        let HandCoats { across, coats, corner } = hand.coats()?;
        let picture = Picture::of(across, &coats)?;
        self.hands.push((key, HandPicture { picture: picture.clone(), corner }));
        Some((corner, picture))
    }

    /// Places the spots of a trail behind a hand that is on the body and on its way.
    fn place_trail(
        &mut self,
        index: usize,
        area: Rect,
        (theme, touch): (&Theme, Touch),
        placed: &mut Vec<PlacedPicture>,
    ) {
        let Touch { along, trail_from, contact, .. } = touch;
        let long = (along - trail_from).abs();
        if contact < 0.5 || long < APART {
            return;
        }
        let spots = self.trail(index, theme);
        let Some(hand) = self.scene.hands.get(index) else { return };
        let from = (along / FOLLOWING).round() * FOLLOWING;
        for (spot, picture) in spots.into_iter().enumerate() {
            let behind = (spot as f32 + 0.5) * APART;
            if behind > long {
                break;
            }
            let share = from - behind * (along - trail_from).signum();
            let share = if (0.0..=1.0).contains(&share) { share } else { share.rem_euclid(1.0) };
            let (x, y) = pixel_of(&self.window, hand.course.at(share).point);
            let (wide, high) = picture.size();
            let fit = PictureFit::At(x - wide as i32 / 2, y - high as i32 / 2);
            let slot = (index * SPOTS + spot) as u16 + 1;
            placed.push(PlacedPicture { picture, slot, layer: TRAIL, area, fit });
        }
    }

    fn trail(&mut self, index: usize, theme: &Theme) -> Vec<Picture> {
        if let Some((_, spots)) = self.trails.iter().find(|(drawn, _)| *drawn == index) {
            return spots.clone();
        }
        let hand = self.scene.hands.get(index);
        let spots: Vec<_> =
            hand.into_iter().flat_map(|hand| spots(hand, theme, self.window.step)).collect();
        self.trails.push((index, spots.clone()));
        spots
    }
}

/// A touch in few steps, so that signs are moved seldom.
fn in_steps(touch: Touch) -> Touch {
    let step = |share: f32| (share * PRESSES).round() / PRESSES;
    Touch { press: step(touch.press), ..touch }
}

/// How many pixels of a cell are drawn: all, unless that would be too many.
fn drawn_in_cell(area: Rect, cell: CellPixels) -> (usize, usize) {
    let (across, down) = cell.in_area(area);
    let mut coarser = 1;
    while across * down / (coarser * coarser) > MOST_PIXELS {
        coarser += 1;
    }
    (usize::from(cell.width).div_ceil(coarser), usize::from(cell.height).div_ceil(coarser))
}

/// The spots of the trail of a hand, the brightest first: round and soft.
fn spots(hand: &MapHand, theme: &Theme, step: Point) -> Vec<Picture> {
    let radius = hand.breadth() * TRAIL_BREADTH / 2.0;
    let (wide, high) = (radius / step.x, radius / step.y);
    let (across, down) = ((2.0 * wide).ceil() as usize, (2.0 * high).ceil() as usize);
    let spot = |bright: f32| {
        let coats: Vec<_> = (0..across * down)
            .map(|index| {
                let right = (index % across) as f32 + 0.5 - across as f32 / 2.0;
                let below = (index / across) as f32 + 0.5 - down as f32 / 2.0;
                let far = (right / wide).hypot(below / high).min(1.0);
                Coat { tint: theme.flame(), cover: bright * (1.0 - far * far) }
            })
            .collect();
        Picture::of(across, &coats)
    };
    (0..SPOTS).filter_map(|at| spot(BRIGHTEST * (SPOTS - at) as f32 / SPOTS as f32)).collect()
}
