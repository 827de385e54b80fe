//! A panic while the terminal is taken: a test that runs itself again on a terminal of its own.

use std::io::Read as _;
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::layout::Rect;

use crate::canvas::Tint;
use crate::conductor::terminal::{Canvas as _, Drawn, TakenTerminal};
use crate::pictures::{CellPixels, Coat, Picture, PictureFit, PictureWay, PlacedPicture};

/// Set for the second run, which takes the terminal, shows a picture in this way, and panics; and for how
/// long it shows it before, in milliseconds, for whoever wants to look.
const PANICS: &str = "UNCLENCH_TEST_PANICS";
const AFTER: &str = "UNCLENCH_TEST_PANICS_AFTER";
const NAME: &str = "the_terminal_is_given_back_before_a_panic_is_told";

/// The ways, and what takes their pictures away.
const WAYS: [(&str, PictureWay, &str); 5] = [
    ("none", PictureWay::Kitty, ""),
    ("kitty", PictureWay::Kitty, "\x1b_Ga=d,d=I,i=60001,q=2\x1b\\"),
    ("inline", PictureWay::Inline, "\x1b[0m\x1b[2J"),
    ("sixels", PictureWay::PLAIN_SIXELS, "\x1b[0m\x1b[2J"),
    ("placeholders", PictureWay::Placeholders, "\x1b\x1b_Ga=d,d=I,i=200,q=2\x1b\x1b\\"),
];

#[test]
fn the_terminal_is_given_back_before_a_panic_is_told() {
    if let Ok(way) = std::env::var(PANICS) {
        panics(&way);
    }
    for (way, _, removal) in WAYS {
        let said = on_a_terminal_of_its_own(way);
        let place = |words: &str| {
            said.find(words).unwrap_or_else(|| panic!("{way}: no {words:?} in {said}"))
        };
        assert!(place("\x1b[?1049h") < place("\x1b[?1049l"));
        assert!(place("\x1b[?1049l") < place("something went wrong"));
        assert!(place("\x1b[?25h") < place("something went wrong"), "the cursor is shown");
        assert!(place("\x1b[?1000l") < place("something went wrong"), "the mouse is let go");
        assert!(place(removal) < place("\x1b[?1049l"), "{way}: no picture is left");
    }
}

/// Takes the terminal, shows a picture, and panics.
fn panics(way: &str) {
    let mut screen = TakenTerminal::take(true, None).expect("a terminal");
    let cell = screen.cell_pixels().unwrap_or(CellPixels { width: 9, height: 18 });
    screen.draw(&mut |_| Drawn::default()).expect("a first frame");
    let ways = WAYS.iter().filter(|(name, ..)| *name == way && way != "none");
    for (_, way, _) in ways {
        let frame = || Drawn::of_pictures((cell, *way), vec![picture()]);
        while !screen.draw(&mut |_| frame()).expect("a frame") {
            thread::sleep(Duration::from_millis(5));
        }
    }
    let after = std::env::var(AFTER).ok().and_then(|millis| millis.parse().ok());
    thread::sleep(Duration::from_millis(after.unwrap_or_default()));
    // A frame is left out while the one before is still being written.
    loop {
        screen.draw(&mut |_| panic!("something went wrong")).expect("it panics before");
        thread::sleep(Duration::from_millis(5));
    }
}

/// A square of light over some cells.
fn picture() -> PlacedPicture {
    let coats = [Coat { tint: Tint::hex(0x00F0_A060), cover: 1.0 }; 100];
    let picture = Picture::of(10, &coats).expect("some pixels");
    let area = Rect::new(10, 4, 30, 10);
    PlacedPicture { picture, slot: 1, layer: 0, area, fit: PictureFit::Filling }
}

fn on_a_terminal_of_its_own(way: &str) -> String {
    let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let itself = std::env::current_exe().expect("this test");
    let mut command = CommandBuilder::new(itself);
    command.args(["--exact", "--nocapture"]);
    command.arg(format!("conductor::tests::giving_back::{NAME}"));
    command.env(PANICS, way);
    let mut child = pair.slave.spawn_command(command).expect("a second run");
    drop(pair.slave);
    let mut bytes = Vec::new();
    // Linux says that the terminal is gone with an error, once everything has been read.
    let _ = pair.master.try_clone_reader().expect("a narrator").read_to_end(&mut bytes);
    let _ = child.wait();
    String::from_utf8_lossy(&bytes).into_owned()
}
