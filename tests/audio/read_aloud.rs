//! What is asked before plain lines is heard, where a voice was asked for, and breaks off at an answer.

use std::thread;
use std::time::Duration;

use crate::support::pty::Opening;
use crate::support::pulse::{PulseServer, Recorder, now};
use crate::support::quiet::in_a_quiet_moment;

/// How long speech may take to be heard on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Waits until something is heard, and gives how many samples there are then.
fn heard(recorder: &Recorder) -> usize {
    let begun = now();
    loop {
        let recording = recorder.so_far();
        if !recording.onsets(Duration::from_millis(500)).is_empty() {
            return recording.samples.len();
        }
        assert!(now().saturating_sub(begun) < PATIENCE, "nothing is heard");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_questions_before_plain_lines_are_read_aloud_until_they_are_answered() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else { return };
        let recorder = server.record();
        recorder.wait_until_running();
        let opening = Opening::new("play feet --plain --voice built-in").size(120, 60);
        let opening =
            opening.env("UNCLENCH_ASK_BEFORE", "true").env("PULSE_SERVER", &server.name());
        let mut terminal = opening.start();
        terminal.wait_for("Enter begins. Where one of these is so");
        let before = heard(&recorder);
        terminal.press("q\r");
        assert_eq!(terminal.end(), 0);
        // Whatever had begun has faded by then, though far more was to be read.
        let recording = recorder.until(now() + Duration::from_secs(1));
        let last = recording.samples.len() - recording.samples.len().min(24_000);
        assert!(last > before, "the recording went on");
        let loudest = recording.samples[last..].iter().fold(0.0_f32, |peak, it| peak.max(it.abs()));
        assert!(loudest < 0.001, "{loudest} is still heard");
    });
}
