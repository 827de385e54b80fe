//! A panic while the terminal is taken: a test that runs itself again on a terminal of its own.

use std::io::Read as _;
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::conductor::terminal::{Canvas as _, Drawn, TakenTerminal};

/// Set for the second run, which takes the terminal and panics.
const PANICS: &str = "UNCLENCH_TEST_PANICS";
const NAME: &str = "the_terminal_is_given_back_before_a_panic_is_told";

#[test]
fn the_terminal_is_given_back_before_a_panic_is_told() {
    if std::env::var_os(PANICS).is_some() {
        let mut screen = TakenTerminal::take(true, None).expect("a terminal");
        screen.draw(&mut |_| Drawn::default()).expect("a first frame");
        // A frame is left out while the one before is still being written.
        loop {
            screen.draw(&mut |_| panic!("something went wrong")).expect("it panics before");
            thread::sleep(Duration::from_millis(5));
        }
    }
    let said = on_a_terminal_of_its_own();
    let place = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words:?} in {said}"));
    assert!(place("\x1b[?1049h") < place("\x1b[?1049l"));
    assert!(place("\x1b[?1049l") < place("something went wrong"));
    assert!(place("\x1b[?25h") < place("something went wrong"), "the cursor is shown");
    assert!(place("\x1b[?1000l") < place("something went wrong"), "the mouse is let go");
}

fn on_a_terminal_of_its_own() -> String {
    let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let itself = std::env::current_exe().expect("this test");
    let mut command = CommandBuilder::new(itself);
    command.args(["--exact", "--nocapture"]);
    command.arg(format!("conductor::tests::giving_back::{NAME}"));
    command.env(PANICS, "1");
    let mut child = pair.slave.spawn_command(command).expect("a second run");
    drop(pair.slave);
    let mut bytes = Vec::new();
    // Linux says that the terminal is gone with an error, once everything has been read.
    let _ = pair.master.try_clone_reader().expect("a narrator").read_to_end(&mut bytes);
    let _ = child.wait();
    String::from_utf8_lossy(&bytes).into_owned()
}
