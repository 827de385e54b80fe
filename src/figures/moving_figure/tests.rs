//! Claims about the figure: what is shipped has one, it moves calmly, and every terminal can show it.

mod shipped;

use std::collections::BTreeSet;

use insta::assert_snapshot;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget as _;

use super::{FigurePictures, FigureRaster, MovingFigure};
use crate::body::Side;
use crate::canvas::{ColorDepth, PixelShape};
use crate::format::{KnownNames, parse};
use crate::library::shipped::{shipped_library, shipped_session};
use crate::pictures::KittyScreen;
use crate::pictures::tests::{CELL, KittyReader};
use crate::session::{Block, Session, Step, steps_in};
use crate::theme::Theme;
use crate::timeline::Timeline;
use crate::timeline::tests::written;
use crate::words::{Language, Texts};

fn english() -> &'static Texts {
    Texts::of(Language::English)
}

/// Every step of the shipped sessions that has another title or figure than the ones before.
fn shipped() -> Vec<(String, Step)> {
    let library = shipped_library();
    let ids: Vec<_> = library.ids().map(str::to_owned).collect();
    let mut found = Vec::new();
    for id in ids {
        let session: Session = shipped_session(&id).session;
        for step in steps_in(&session.blocks) {
            if !found.iter().any(|(_, other): &(String, Step)| {
                (&other.title, &other.figure) == (&step.title, &step.figure)
            }) {
                found.push((format!("{id}: {}", step.title), step.clone()));
            }
        }
    }
    found
}

/// A session of a single step, written as in a file.
fn session(step: &str) -> Session {
    let text = format!(
        "format = 1\ntitle = \"Figure\"\nsummary = \"A look.\"\nsettings = [\"home\"]\n\
         position = \"seated\"\ngoals = [\"stress\"]\nlead-in = \"0s\"\n\n[[steps]]\n{step}\n"
    );
    let (session, problems) = parse("figure.toml", &text, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

/// A lean to the right, held.
const LEAN: &str = "kind = \"stretch\"\ntitle = \"Lean\"\nregion = \"upper-back\"\nside = \"left\"\n\
     length = \"30s\"\nfigure = { pose = \"seated\", from = \"front\", \
     poses = [{ arm = { forward = 168 }, waist = { tilt = -14 }, chest = { tilt = -16 } }] }";

fn drawn(
    timeline: &Timeline,
    at: u64,
    (width, height): (u16, u16),
    theme: &Theme,
    still: bool,
) -> Buffer {
    let moment = timeline.at(timeline.first_segments()[0].start + at);
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let figure = MovingFigure::of(theme, &moment, PixelShape::Quadrants, still, english())
        .expect("a figure");
    figure.render(area, &mut buffer, &mut FigureRaster::default());
    buffer
}

fn lines(buffer: &Buffer) -> String {
    let area = buffer.area;
    let line = |y| {
        (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned()
    };
    (0..area.height).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_shipped_figure_goes_beyond_what_joints_can_do() {
    let mut told = BTreeSet::new();
    for (name, step) in shipped() {
        let Some(figure) = step.figure else { continue };
        for at in 0..figure.poses.len() {
            // On the way to the next pose too.
            for share in [0.0, 0.35, 0.7] {
                let pose = figure.pose((at, (at + 1) % figure.poses.len()), share);
                for (motion, degrees) in pose.beyond() {
                    told.insert(format!("{name}: {motion:?} {degrees:.0}"));
                }
                if pose.bends_back_and_turns() {
                    told.insert(format!("{name}: neck"));
                }
            }
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_pose_is_reached_slowly_held_and_left_before_the_end() {
    let timeline = written(&session(LEAN), Side::Left);
    let theme = Theme::night(ColorDepth::Mono);
    let at = |millis| lines(&drawn(&timeline, millis, (40, 20), &theme, false));
    let (start, held) = (at(0), at(12_000));
    assert_eq!(at(2_900), start, "the set-up is seen first");
    assert_ne!(held, start);
    assert_eq!(at(20_000), held, "it is held");
    assert_eq!(at(29_900), start, "and left");
    let on_its_way = at(5_000);
    assert!(on_its_way != start && on_its_way != held);
}

#[test]
fn between_two_frames_a_figure_moves_only_a_little() {
    for (name, step) in shipped() {
        let Some(figure) = step.figure.as_deref() else { continue };
        let mut whole = session(LEAN);
        let Block::Step(only) = &mut whole.blocks[0] else { panic!("a step") };
        only.figure = Some(Box::new(figure.clone()));
        let timeline = written(&whole, Side::Left);
        let start = timeline.first_segments()[0].start;
        let moment_at = |at| super::course::moment_of(figure, &timeline.at(start + at), false);
        for at in (0..29_945).step_by(1_055) {
            let (now, then) = (moment_at(at), moment_at(at + 55));
            if now.between == then.between {
                assert!((now.share - then.share).abs() < 0.16, "{name} at {at}");
            }
        }
    }
}

#[test]
fn with_reduced_motion_a_figure_is_in_one_pose_or_another() {
    let timeline = written(&session(LEAN), Side::Left);
    let theme = Theme::night(ColorDepth::Mono);
    let at = |millis| lines(&drawn(&timeline, millis, (40, 20), &theme, true));
    let seen: BTreeSet<_> = (0..60).map(|half| at(half * 500)).collect();
    assert_eq!(seen.len(), 2);
}

#[test]
fn every_terminal_can_show_a_figure_and_each_size_has_one() {
    let timeline = written(&session(LEAN), Side::Left);
    for depth in [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono] {
        for size in [(1, 1), (12, 6), (40, 12), (120, 50)] {
            let buffer = drawn(&timeline, 12_000, size, &Theme::night(depth), false);
            let changed = buffer.content().iter().filter(|cell| **cell != Cell::default()).count();
            assert!(
                size.0 < 12 || changed * 12 > buffer.content().len(),
                "{depth:?} {size:?}: {changed}"
            );
        }
    }
}

#[test]
fn left_and_right_are_mirror_images_on_the_screen() {
    let right = LEAN.replace("side = \"left\"", "side = \"right\"");
    let theme = Theme::night(ColorDepth::True);
    let left = drawn(&written(&session(LEAN), Side::Left), 12_000, (60, 24), &theme, false);
    let right = drawn(&written(&session(&right), Side::Left), 12_000, (60, 24), &theme, false);
    let lit = |buffer: &Buffer, x: u16, y: u16| buffer[(x, y)] != Cell::default();
    let unlike = (0..24)
        .flat_map(|y| (0..60).map(move |x| (x, y)))
        .filter(|(x, y)| lit(&left, *x, *y) != lit(&right, 59 - *x, *y))
        .count();
    // A cell at the edge may round either way.
    assert!(unlike < 30, "{unlike}");
}

#[test]
fn a_massage_shows_its_figure_first_and_then_the_place_from_near() {
    let step = "kind = \"massage\"\ntitle = \"Press\"\nregion = \"foot\"\nside = \"left\"\n\
         technique = \"swedish\"\npressure = 2\nlength = \"60s\"\n\
         stroke = { kind = \"effleurage\", direction = \"along\" }\nfigure = { pose = \"seated\" }";
    let timeline = written(&session(step), Side::Left);
    let start = timeline.first_segments()[0].start;
    let given_way = |at| MovingFigure::given_way(&timeline.at(start + at), false);
    assert!(given_way(6_000).abs() < f32::EPSILON);
    assert!((0.1..0.9).contains(&given_way(7_800)));
    assert!((given_way(9_000) - 1.0).abs() < f32::EPSILON);
    assert!(MovingFigure::moves(&timeline.at(start + 7_900)));
    assert!(!MovingFigure::moves(&timeline.at(start + 20_000)));
}

#[test]
fn in_pictures_a_pose_is_sent_once_and_coming_back_to_it_takes_few_bytes() {
    let step = LEAN.replace("poses = [", "every = \"8s\", poses = [");
    let timeline = written(&session(&step), Side::Left);
    let theme = Theme::night(ColorDepth::True);
    let (mut pictures, mut screen) = (FigurePictures::default(), KittyScreen::default());
    let (mut reader, mut bytes) = (KittyReader::default(), [0; 2]);
    let start = timeline.first_segments()[0].start;
    for millis in (0..29_000_u64).step_by(55) {
        let moment = timeline.at(start + millis);
        let figure = MovingFigure::of(&theme, &moment, PixelShape::Quadrants, false, english());
        let area = Rect::new(50, 2, 46, 26);
        let placed = figure.and_then(|figure| {
            let mut buffer = Buffer::empty(area);
            figure.place((area, &mut buffer), &mut pictures, CELL)
        });
        let mut written = String::new();
        screen.show(placed.as_slice(), CELL, &mut written);
        reader.read(&written);
        assert_eq!(reader.shown.len(), 1, "at {millis}");
        bytes[usize::from(millis > 12_000)] += written.len();
    }
    assert!(reader.sent < 80, "{} {bytes:?}", reader.sent);
    assert!(bytes[0] < 700_000 && bytes[1] < 60_000, "{bytes:?}");
}

#[test]
fn pictures_of_figures() {
    let cases = [
        ("lean", LEAN),
        (
            "on_all_fours",
            "kind = \"stretch\"\ntitle = \"Wait\"\nregion = \"low-back\"\nlength = \"30s\"\n\
             figure = { pose = \"on-all-fours\" }",
        ),
        (
            "lying_on_back",
            "kind = \"tense\"\ntitle = \"Fist\"\nmuscles = \"arm\"\nside = \"right\"\n\
             figure = { pose = \"lying-on-back\", poses = [{ arm = { elbow = 100, fingers = 96 } }] }",
        ),
    ];
    for (name, step) in cases {
        let timeline = written(&session(step), Side::Left);
        let at = if name == "lean" { 12_000 } else { 4_000 };
        let buffer = drawn(&timeline, at, (60, 24), &Theme::night(ColorDepth::Mono), false);
        assert_snapshot!(name, lines(&buffer));
    }
}
