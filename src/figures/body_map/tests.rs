//! What the map promises.

mod arrows;
mod emblems;
mod pictures;
mod placed;
mod signs;
mod strokes;
mod tension;
mod whole;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::StatefulWidget;

use super::subject::MapWork;
use super::{BodyMap, MapRasters, PixelShape};
use crate::body::{Plate, Region, Side, View};
use crate::canvas::ColorDepth;
use crate::format::{KnownNames, parse};
use crate::session::Session;
use crate::theme::Theme;
use crate::timeline::Timeline;
use crate::timeline::tests::written;
use crate::words::{Language, Texts};
use emblems::{DrawnMap, drawings, map_of};

/// A session of a single massage step; `step` is written as in a session file.
fn session(step: &str) -> Session {
    let text = format!(
        "format = 1\ntitle = \"Map\"\nsummary = \"A look.\"\nsettings = [\"home\"]\n\
         position = \"seated\"\ngoals = [\"stress\"]\nlead-in = \"0s\"\n\n[[steps]]\n\
         kind = \"massage\"\ntitle = \"Work here\"\nlength = \"60s\"\n{step}\n"
    );
    let (session, problems) = parse("map.toml", &text, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

/// A step with the left upper trapezius squeezed every 4 s.
fn squeeze() -> Timeline {
    timeline("upper-trapezius", Some("left"), "petrissage", "across", Some("4s"))
}

fn timeline(
    region: &str,
    side: Option<&str>,
    kind: &str,
    direction: &str,
    tempo: Option<&str>,
) -> Timeline {
    let side = side.map(|side| format!("side = \"{side}\"")).unwrap_or_default();
    let tempo = tempo.map(|tempo| format!(", tempo = \"{tempo}\"")).unwrap_or_default();
    let step = format!(
        "region = \"{region}\"\ntechnique = \"swedish\"\npressure = 2\n\
         stroke = {{ kind = \"{kind}\", direction = \"{direction}\"{tempo} }}\n{side}"
    );
    written(&session(&step), Side::Left)
}

/// The map at a time, drawn into the middle of a larger screen.
fn drawn(
    timeline: &Timeline,
    at: u64,
    size: (u16, u16),
    theme: &Theme,
    shape: PixelShape,
) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0 + 4, size.1 + 4));
    let area = Rect::new(2, 2, size.0, size.1);
    let moment = timeline.at(timeline.first_segments()[0].start + at);
    let texts = english();
    let map = BodyMap::of(theme, &moment, shape, false, texts).expect("a place on the body");
    map.render(area, &mut buffer, &mut MapRasters::default());
    buffer
}

fn in_colour(timeline: &Timeline, at: u64) -> Buffer {
    drawn(timeline, at, (44, 20), &Theme::night(ColorDepth::True), PixelShape::Quadrants)
}

fn english() -> &'static Texts {
    Texts::of(Language::English)
}

#[test]
fn the_same_moment_always_looks_the_same() {
    let timeline = squeeze();
    assert_eq!(in_colour(&timeline, 1_234), in_colour(&timeline, 1_234));
    assert_ne!(in_colour(&timeline, 0), in_colour(&timeline, 2_000));
}

#[test]
fn a_raster_that_is_kept_draws_what_a_fresh_one_would() {
    let theme = Theme::night(ColorDepth::True);
    let area = Rect::new(0, 0, 44, 20);
    let (one, two) =
        (squeeze(), timeline("calf", Some("right"), "effleurage", "toward-heart", None));
    let mut kept = MapRasters::default();
    for (timeline, at) in [(&one, 0), (&two, 900), (&one, 1_700), (&two, 0)] {
        let map = |rasters: &mut MapRasters| {
            let mut buffer = Buffer::empty(area);
            let texts = english();
            let moment = timeline.at(timeline.first_segments()[0].start + at);
            let map = BodyMap::of(&theme, &moment, PixelShape::Quadrants, false, texts);
            map.expect("a place on the body").render(area, &mut buffer, rasters);
            buffer
        };
        assert_eq!(map(&mut kept), map(&mut MapRasters::default()));
    }
}

#[test]
fn nothing_is_drawn_beside_the_map_and_no_size_makes_it_fail() {
    let timeline = squeeze();
    for depth in [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono] {
        for size in [(0, 0), (1, 1), (3, 40), (60, 2), (24, 7), (45, 18)] {
            for shape in [PixelShape::Halves, PixelShape::Sextants] {
                let buffer = drawn(&timeline, 700, size, &Theme::night(depth), shape);
                let blank = Buffer::empty(buffer.area);
                for (x, y) in (0..buffer.area.width)
                    .flat_map(|x| (0..buffer.area.height).map(move |y| (x, y)))
                {
                    let inside = (2..2 + size.0).contains(&x) && (2..2 + size.1).contains(&y);
                    assert!(inside || buffer[(x, y)] == blank[(x, y)], "{size:?} at {x}, {y}");
                }
            }
        }
    }
}

#[test]
fn the_map_says_whose_left_and_right_it_shows() {
    let buffer = in_colour(&squeeze(), 0);
    let line: String = (2..46).map(|x| buffer[(x, 21)].symbol()).collect();
    let (left, right) = (line.find("your left"), line.find("your right"));
    assert!(left.is_some() && left < right, "{line}");
}

#[test]
fn what_is_hatched_is_told_beside_the_map_and_nothing_else() {
    for (region, direction, hatched) in
        [("quadriceps", "toward-heart", true), ("hamstrings", "still", false)]
    {
        let kind = if hatched { "effleurage" } else { "compression" };
        let timeline = timeline(region, Some("left"), kind, direction, None);
        let buffer = in_colour(&timeline, 0);
        let line: String = (2..46).map(|x| buffer[(x, 21)].symbol()).collect();
        assert_eq!(line.contains("keep off"), hatched, "{region}: {line}");
    }
}

#[test]
fn the_side_at_work_glows_and_the_other_does_not() {
    for (side, name) in [(Side::Left, "left"), (Side::Right, "right")] {
        let timeline = timeline("calf", Some(name), "effleurage", "toward-heart", Some("4s"));
        let massage = timeline.first_segments()[0].massage().expect("a massage step");
        let work = MapWork::of(massage, Some(side));
        let plate = Plate::of(View::Back).expect("the drawing is right");
        let at = (Region::Calf, Some(side), work);
        let size = ((40, 19), PixelShape::Quadrants);
        let DrawnMap { scene, layers, .. } = map_of((&plate, &drawings()), at, size);
        let glowing = (0..layers.glow.len()).filter(|index| layers.glow[*index] > 0.3);
        let across = scene.window.across;
        let x = glowing.map(|index| scene.window.middle_of(index % across, index / across).x);
        let lie: Vec<_> = x.map(|x| (x < plate.middle()) == (side == Side::Left)).collect();
        assert!(lie.len() > 20 && lie.iter().all(|is_there| *is_there), "{name}");
    }
}

#[test]
fn a_step_without_a_place_has_no_map() {
    let text = "format = 1\ntitle = \"Rest\"\nsummary = \"Rest.\"\nsettings = [\"bed\"]\n\
                position = \"any\"\ngoals = [\"sleep\"]\n\n[[steps]]\nkind = \"rest\"\ntitle = \"Rest\"\nlength = \"60s\"\n";
    let (session, _) = parse("rest.toml", text, &KnownNames::default());
    let timeline = written(&session.expect("valid"), Side::Left);
    let theme = Theme::night(ColorDepth::True);
    for at in [0, 10_000] {
        let texts = english();
        assert!(
            BodyMap::of(&theme, &timeline.at(at), PixelShape::Quadrants, false, texts).is_none()
        );
    }
}

#[test]
fn few_cells_change_from_one_frame_to_the_next() {
    let timeline = timeline("abdomen", None, "effleurage", "clockwise", Some("8s"));
    let frames: Vec<_> = (0..20).map(|frame| in_colour(&timeline, 1_000 + frame * 55)).collect();
    for pair in frames.windows(2) {
        let changed =
            pair[0].content().iter().zip(pair[1].content()).filter(|(one, two)| one != two);
        // A hand of real size, outlined, with the arm behind it: a fifth of the map.
        assert!(changed.count() < 200);
    }
}
