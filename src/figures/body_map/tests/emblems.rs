//! What the small picture of what touches promises.

use std::sync::LazyLock;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::StatefulWidget as _;

use super::super::emblem::{EmblemLayers, EmblemRoom, steps, tools};
use super::super::paint::Layers;
use super::super::rasterizer::{MapRasterizer, MapScene};
use super::super::subject::{Focus, MapSubject, MapWork};
use super::super::swept::Swept;
use super::super::{BodyMap, MapRasters, PixelShape};
use super::arrows::pixels;
use super::strokes::{shipped, side_of};
use super::{drawn, english, session};
use crate::body::{Bounds, Plate, Point, Region, Shape, Side, TouchDrawing, View, touch_drawings};
use crate::canvas::{ColorDepth, Window};
use crate::session::{TouchingPart, WorkingHands};
use crate::theme::Theme;
use crate::timeline::Timeline;
use crate::timeline::tests::written;

/// Maps within their letters on screens of 80 by 24 and of 100 by 30.
pub(super) const SIZES: [(u16, u16); 2] = [(31, 17), (41, 23)];

pub(super) fn drawings() -> Vec<(String, TouchDrawing)> {
    touch_drawings().expect("the drawings are right")
}

/// A step of both hands on a calf that presses so hard.
fn pressing(pressure: u8) -> Timeline {
    let step = format!(
        "region = \"calf\"\nside = \"left\"\ntechnique = \"swedish\"\npressure = {pressure}\n\
         stroke = {{ kind = \"compression\", direction = \"still\" }}"
    );
    written(&session(&step), Side::Left)
}

/// Every kind of work that is shipped and looks another, with its name; the right side is the mirror image of the
/// left, and how hard it presses changes nothing of where things are.
pub(super) fn works() -> Vec<(String, Region, Option<Side>, MapWork)> {
    let mut works: Vec<(String, Region, Option<Side>, MapWork)> = Vec::new();
    for (name, massage, sides) in shipped() {
        let side = side_of(sides);
        let work = MapWork::of(&massage, side);
        let is_like = |other: &MapWork| MapWork { pressure: work.pressure, ..*other } == work;
        if !works
            .iter()
            .any(|(_, region, of, at)| (*region, *of) == (massage.region, side) && is_like(at))
        {
            works.push((name, massage.region, side, work));
        }
    }
    works
}

/// A map as it is drawn, and the cells of its emblem.
pub(super) struct DrawnMap {
    pub(super) scene: MapScene,
    pub(super) layers: Layers,
    pub(super) emblem: Option<Rect>,
}

pub(super) fn map_of(
    drawn_with: (&Plate, &[(String, TouchDrawing)]),
    (region, side, work): (Region, Option<Side>, MapWork),
    ((columns, rows), shape): ((u16, u16), PixelShape),
) -> DrawnMap {
    let subject = MapSubject {
        focus: Focus::Place(region, side),
        work: Some(work),
        ..MapSubject::whole(View::of(region), vec![(region, side)])
    };
    let area = Rect::new(0, 0, columns, rows);
    let map = MapRasterizer::new(drawn_with, &subject, area, shape.pixels_in_cell());
    let map = map.expect("there is room");
    let (scene, layers) = map.draw();
    DrawnMap { scene, layers, emblem: map.cells_of_emblem() }
}

/// A kind of work that is shipped, as it is drawn on a screen of some size.
pub(super) struct DrawnWork {
    name: String,
    work: MapWork,
    size: (u16, u16),
    pub(super) scene: MapScene,
    /// Of the layers, those that something is claimed of.
    body: Vec<f32>,
    glow: Vec<f32>,
    emblem: Option<Rect>,
}

/// Every kind of work that is shipped, drawn as on a small and a large screen. That takes a while, and much
/// is claimed of it.
static DRAWN: LazyLock<Vec<DrawnWork>> = LazyLock::new(|| {
    let drawings = drawings();
    let plates: Vec<_> =
        View::ALL.into_iter().map(|view| Plate::of(view).expect("the drawing is right")).collect();
    let sized = works().into_iter().flat_map(|work| SIZES.map(|size| (work.clone(), size)));
    sized
        .map(|((name, region, side, work), size)| {
            let plate = plates.iter().find(|plate| plate.view == View::of(region));
            let drawn_with = (plate.expect("every view"), drawings.as_slice());
            let at = (size, PixelShape::Sextants);
            let DrawnMap { scene, layers, emblem } = map_of(drawn_with, (region, side, work), at);
            let Layers { form, glow, .. } = layers;
            DrawnWork { name, work, size, scene, body: form.body, glow, emblem }
        })
        .collect()
});

pub(super) fn each_drawn(mut tell: impl FnMut(&str, MapWork, (u16, u16), &DrawnWork)) {
    DRAWN.iter().for_each(|drawn| tell(&drawn.name, drawn.work, drawn.size, drawn));
}

#[test]
fn everything_that_can_touch_has_an_emblem_within_its_box_that_says_what_of_it_touches() {
    let drawings = drawings();
    for part in TouchingPart::ALL {
        let id = format!("emblem-{}", part.id());
        let (_, drawing) = drawings.iter().find(|(name, _)| *name == id).expect(&id);
        assert!(!drawing.touching.is_empty(), "{id}");
        let shapes = drawing.body.iter().chain(&drawing.touching).map(Shape::bounds);
        let Bounds { from, to } = shapes.reduce(Bounds::joined).expect(&id);
        assert!(from.x >= 0.0 && from.y >= 0.0 && to.x <= 100.0 && to.y <= 100.0, "{id}");
        assert!(to.y - from.y > 65.0, "{id} is as large as it may be");
    }
}

#[test]
fn no_emblem_looks_like_another_where_there_are_eighty_columns() {
    let drawings = drawings();
    let (_, _, _, work) = works().swap_remove(0);
    for shape in [PixelShape::Quadrants, PixelShape::Sextants, PixelShape::Octants] {
        let in_cell = shape.pixels_in_cell();
        let (columns, rows) = SIZES[0];
        let room = EmblemRoom { area: Rect::new(0, 0, columns, rows), in_cell, tools: 1 };
        let frame = Bounds { from: Point::default(), to: Point::new(500.0, 500.0) };
        let window = Window::on(frame, room.area, in_cell);
        let cells = room.places()[0];
        let emblem = |part: TouchingPart| {
            let mut work = MapWork { hands: WorkingHands::One, ..work };
            work.contact.part = part;
            let at = (work, Side::Right);
            EmblemLayers::draw(&drawings, at, (room, cells), &window)
        };
        for one in TouchingPart::ALL.iter().copied() {
            for other in TouchingPart::ALL.iter().copied().filter(|other| *other != one) {
                let (first, second) = (emblem(one), emblem(other));
                let unlike = |one: &[f32], other: &[f32]| {
                    let both = one.iter().zip(other);
                    both.filter(|(one, other)| (**one - **other).abs() > 0.5).count()
                };
                let unlike =
                    unlike(&first.bright, &second.bright) + unlike(&first.dim, &second.dim);
                assert!(unlike >= 12, "{} {} {shape:?}: {unlike}", one.id(), other.id());
            }
        }
    }
}

#[test]
fn light_medium_and_firm_are_one_two_and_three_steps() {
    assert_eq!([0, 1, 2, 3, 4, 5].map(steps), [0, 1, 1, 2, 3, 3]);
}

#[test]
fn three_pressures_give_three_emblems_with_as_many_colours_as_a_terminal_has_and_by_night() {
    for depth in [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono] {
        let night = Theme::night(depth);
        for theme in [night, night.after_dark(1.0)] {
            let [light, soft, firm] = [2, 3, 4].map(|pressure| steps_seen(pressure, &theme));
            assert!(light != soft && soft != firm && light != firm, "{depth:?}");
        }
    }
}

/// What the cells of the steps of an emblem show.
fn steps_seen(pressure: u8, theme: &Theme) -> Vec<Cell> {
    let (timeline, shape) = (pressing(pressure), PixelShape::Sextants);
    let buffer = drawn(&timeline, 0, (44, 20), theme, shape);
    let cells = cells_of_emblem(&timeline, theme.encoder(shape).shape);
    // The map lies two cells within the screen, and its letters take two more.
    let steps = cells.right() - 3..cells.right();
    let of_steps = steps.flat_map(|x| (cells.y..cells.bottom()).map(move |y| (x + 4, y + 2)));
    of_steps.map(|at| buffer[at].clone()).collect()
}

/// The cells of an emblem on a map of 44 by 20 cells, counted from the corner within its letters.
fn cells_of_emblem(timeline: &Timeline, shape: PixelShape) -> Rect {
    let segment = timeline.first_segments()[0];
    let massage = segment.massage().expect("a massage step");
    let plate = Plate::of(View::of(massage.region)).expect("the drawing is right");
    let at = (massage.region, segment.side, MapWork::of(massage, segment.side));
    let drawn = map_of((&plate, &drawings()), at, ((40, 19), shape));
    drawn.emblem.expect("there is room")
}

#[test]
fn both_hands_are_two_in_an_emblem_and_one_is_one() {
    let (mut of_both, mut of_one) = (0, 0);
    each_drawn(|name, work, _, drawn| {
        let Some(cells) = drawn.emblem else { panic!("{name}: no emblem") };
        let is_of_hand = work.contact.part.is_of_the_hand();
        let wide = f32::from(cells.width) / (2.0 * f32::from(cells.height));
        if is_of_hand && work.hands == WorkingHands::Both {
            assert_eq!(tools(work), 2, "{name}");
            assert!(wide > 2.2, "{name}: {cells:?}");
            of_both += 1;
        } else {
            assert!(wide < 1.6, "{name}: {cells:?}");
            of_one += 1;
        }
    });
    assert!(of_both > 20 && of_one > 20, "{of_both} {of_one}");
}

#[test]
fn an_emblem_lies_on_nothing_that_is_worked_and_mostly_on_nothing_at_all() {
    let (mut on_body, mut on_hands, mut all) = (Vec::new(), Vec::new(), 0);
    each_drawn(|name, _, size, DrawnWork { scene, body, glow, emblem, .. }| {
        let cells = emblem.unwrap_or_else(|| panic!("{name}: no emblem"));
        let under = cells_in(cells, size, &scene.window);
        for arrow in &scene.heads {
            let mut seen = pixels(arrow, &scene.window).into_iter();
            assert!(!seen.any(|point| under.contains(point)), "{name} {size:?}: on an arrow");
        }
        all += 1;
        let share = |of: &[f32]| {
            let within = |index: &usize| {
                let window = scene.window;
                under.contains(window.middle_of(index % window.across, index / window.across))
            };
            let inside: Vec<_> = (0..of.len()).filter(within).collect();
            inside.iter().map(|index| of[*index].min(1.0)).sum::<f32>() / inside.len() as f32
        };
        let (body, glow) = (share(body), share(glow));
        assert!(glow < 0.08, "{name} {size:?}: on what glows: {glow}");
        if body > 0.25 {
            on_body.push(format!("{name} {size:?}: {body:.2}"));
        }
        let hands = share(Swept::of(&scene.hands, scene.window).shares());
        if hands > 0.1 {
            on_hands.push(format!("{name} {size:?}: {hands:.2}"));
        }
    });
    assert!(on_hands.is_empty(), "{on_hands:#?}");
    assert!(on_body.len() * 5 < all, "{} of {all}: {on_body:#?}", on_body.len());
}

/// What some cells of a map lie on, in millimetres.
fn cells_in(cells: Rect, size: (u16, u16), window: &Window) -> Bounds {
    let area = Rect::new(0, 0, size.0, size.1);
    let in_cell = PixelShape::Sextants.pixels_in_cell();
    EmblemRoom { area, in_cell, tools: 1 }.under(cells, window)
}

#[test]
fn an_emblem_stays_as_it_is_while_the_hand_moves() {
    let timeline = super::timeline("calf", Some("left"), "effleurage", "toward-heart", Some("4s"));
    let theme = Theme::night(ColorDepth::True);
    let texts = english();
    let area = Rect::new(0, 0, 44, 20);
    let mut rasters = MapRasters::default();
    let mut frames = (0..20).map(|frame| {
        let moment = timeline.at(timeline.first_segments()[0].start + frame * 211);
        let mut buffer = Buffer::empty(area);
        let map = BodyMap::of(&theme, &moment, PixelShape::Sextants, false, texts);
        map.expect("a place on the body").render(area, &mut buffer, &mut rasters);
        buffer
    });
    let first = frames.next().expect("a frame");
    let cells = cells_of_emblem(&timeline, PixelShape::Sextants);
    let seen = Rect { x: cells.x + 2, ..cells };
    assert!(
        seen.positions().any(|at| matches!(first[at].fg, Color::Rgb(red, _, blue) if red > blue))
    );
    for later in frames {
        assert!(seen.positions().all(|at| first[at] == later[at]));
    }
}
