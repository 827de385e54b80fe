//! Real sound through a real PulseAudio server, recorded from the monitor of its sink.
#![cfg(target_os = "linux")]

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use unclench::audio::{Note, OutputChoice, Sound, SoundOptions, Status, probe};

#[path = "support/pulse.rs"]
mod pulse;

use pulse::{PulseServer, now};

/// How far a chime may be from its time.
const TOLERANCE: f64 = 0.040;

fn open(server: &PulseServer) -> Sound {
    let options = SoundOptions {
        output: OutputChoice::Pulse,
        volume: 100,
        server: Some(server.name()),
        ..SoundOptions::default()
    };
    Sound::open(options, Arc::new(now))
}

fn wait_for(what: &str, limit: Duration, mut is_so: impl FnMut() -> bool) {
    let began = now();
    while !is_so() {
        assert!(now() < began + limit, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

fn wait_for_sound(sound: &Sound) {
    let began = now();
    while !matches!(sound.status(), Status::Playing { .. }) {
        assert!(
            now() < began + Duration::from_secs(8),
            "no sound: {:?}",
            sound.status()
        );
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn chimes_are_heard_when_they_are_due() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let recorder = server.record();
    let sound = open(&server);
    wait_for_sound(&sound);
    recorder.wait_until_running();
    thread::sleep(Duration::from_millis(500));

    let mut due = Vec::new();
    for lead in [250, 180, 250, 311, 200, 250, 400, 250] {
        let lead = Duration::from_millis(lead);
        due.push((now() + lead).as_secs_f64());
        sound.play(Note::chime("wood-block"), lead);
        thread::sleep(Duration::from_millis(1_000));
    }
    thread::sleep(Duration::from_millis(600));

    let recording = recorder.so_far();
    let heard: Vec<f64> = recording
        .onsets(Duration::from_millis(300))
        .into_iter()
        .map(|onset| recording.time_of(onset).as_secs_f64())
        .collect();
    let late: Vec<f64> = heard
        .iter()
        .zip(&due)
        .map(|(heard, due)| (heard - due) * 1_000.0)
        .collect();
    eprintln!("late by {late:.1?} ms");
    assert_eq!(
        heard.len(),
        due.len(),
        "each chime is heard once: {heard:?} for {due:?}"
    );
    assert!(
        late.iter().all(|late| late.abs() <= TOLERANCE * 1_000.0),
        "late by {late:?} ms"
    );
}
