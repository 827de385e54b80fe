//! How many bytes a hand at work writes to a terminal of cells: over a slow line more would stutter.

use std::time::SystemTime;

use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

use super::*;
use crate::body::Side;
use crate::canvas::PixelShape;
use crate::conductor::byte_pace::BytePace;
use crate::conductor::cell_writer::CellWriter;
use crate::conductor::terminal::FrameBytes;
use crate::format::parse;
use crate::player::{Control, Player, Start};
use crate::screens::draw;
use crate::timeline::Timeline;
use crate::timeline::tests::written;

/// What twenty seconds of a body map may write.
const MOST: usize = 900_000;
const SHOWN: Duration = Duration::from_secs(20);
/// When the figure has given way to the place seen near, in milliseconds of a step.
const SEEN_NEAR: u64 = 9_000;

/// A session of one move, on the left where it has a side.
fn session_of(name: &str) -> Option<Timeline> {
    let known_names = SHIPPED.library().known_names();
    let position = known_names.find_move(name)?.position;
    let read = |side: &str| {
        let text = format!(
            "format = 1\ntitle = \"One\"\nsummary = \"One move.\"\nsettings = [\"home\"]\nposition = \"{}\"\n\
             goals = [\"stress\"]\nlead-in = \"0s\"\n\n[[steps]]\nmove = \"{name}\"\n{side}",
            position.id()
        );
        parse("one.toml", &text, known_names).0
    };
    let session = read("").or_else(|| read("side = \"left\""))?;
    Some(written(&session, Side::Left))
}

/// The bytes of twenty seconds of a session from a moment on, frame by frame as they are drawn.
fn written_bytes(timeline: Timeline, shape: PixelShape) -> usize {
    let mut app = App::new(Environment::of_a_morning());
    let mut now = NowPlaying::new(Levels::default());
    let start = timeline.first_segments()[0].start + SEEN_NEAR;
    let player = Player::new(Arc::new(timeline)).starting_at(start);
    let begin = Control::Begin(Box::new(Start { id: "one".to_owned(), player }));
    for effect in now.control(begin, SystemTime::UNIX_EPOCH) {
        app.follow(&effect);
    }
    let mut view = ScreenView::new(Theme::night(ColorDepth::True)).with_pixels(shape);
    view.figures = Some(Figures::default());
    let bytes = FrameBytes::default();
    let viewport = Viewport::Fixed(Rect::new(0, 0, 100, 30));
    let writer = CellWriter::new(bytes.clone());
    let mut terminal =
        Terminal::with_options(writer, TerminalOptions { viewport }).expect("in memory");
    let mut pace = BytePace::default();
    let (mut count, mut passed) = (0, Duration::ZERO);
    while passed < SHOWN {
        terminal.draw(|frame| draw(frame, &app, &now, &mut view)).expect("in memory");
        let frame = bytes.take().len();
        // What was on the screen before is drawn anew once.
        count += if passed.is_zero() { 0 } else { frame };
        let Some(stays) = app.frame_millis(&now) else { break };
        let stays = Duration::from_millis(stays).max(pace.count(passed, frame, 3_000));
        let millis = stays.as_millis() as u64;
        now.advance(millis, SystemTime::UNIX_EPOCH);
        app.advance(millis);
        passed += stays;
    }
    count
}

/// The moves that write more than they may, with how much they write.
fn over(moves: &[&str], shapes: &[PixelShape]) -> Vec<String> {
    let tried = moves.iter().flat_map(|name| shapes.iter().map(move |shape| (name, shape)));
    let written = tried.filter_map(|(name, shape)| {
        let bytes = written_bytes(session_of(name)?, *shape);
        (bytes > MOST).then(|| format!("{name} {shape:?}: {bytes}"))
    });
    written.collect()
}

#[test]
fn the_fastest_strokes_write_no_more_in_twenty_seconds_than_a_line_takes_with_ease() {
    const FAST: [&str; 4] = [
        "foot-brisk-rub",
        "hamstrings-shake",
        "quadriceps-brisk-and-bend",
        "upper-trapezius-tapping",
    ];
    assert_eq!(over(&FAST, &[PixelShape::Quadrants]), [""; 0]);
}

#[test]
fn the_figures_that_move_most_write_no_more_either() {
    const LIVELY: [&str; 4] = ["arm-swings", "overhead-reach", "shoulder-rolls", "sit-to-stand"];
    assert_eq!(over(&LIVELY, &[PixelShape::Quadrants]), [""; 0]);
}

#[test]
#[ignore = "draws half an hour of hands at work"]
fn no_shipped_move_writes_more() {
    let names: Vec<&str> = SHIPPED.library().known_names().move_names().collect();
    assert_eq!(over(&names, &[PixelShape::Quadrants]), [""; 0]);
}
