//! Real sound through a real PulseAudio server, recorded from the monitor of its sink.

use std::fs;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use unclench::for_tests::{
    OutputChoice, PhaseKind, Readiness, Sound, SoundEvent, SoundOptions, Status, probe,
};

use crate::support::pulse::{PulseServer, Recording, now};
use crate::support::quiet::in_a_quiet_moment;
use crate::support::sockets;

/// How far a chime may be from its time, in milliseconds.
const TOLERANCE: f64 = 40.0;
/// How long a chime is heard that is told from the next by its beginning.
const RINGS: Duration = Duration::from_millis(500);
/// What a call to the handle may take: half of many do, also where the machine is busy.
const AT_ONCE: Duration = Duration::from_millis(20);
/// How long anything that must happen may take, on a machine that is busy with other things.
const LIMIT: Duration = Duration::from_secs(60);

fn since(before: Duration) -> Duration {
    now().saturating_sub(before)
}

pub(super) fn open(server: &PulseServer) -> Sound {
    let options = SoundOptions {
        output: OutputChoice::Pulse,
        volume: 100,
        server: Some(server.name()),
        ..SoundOptions::default()
    };
    Sound::open(options, Arc::new(now))
}

fn wait_for(sound: &Sound, what: &str, limit: Duration, is_so: impl Fn(&Status) -> bool) {
    let began = now();
    while !is_so(&sound.status()) {
        assert!(now() < began + limit, "waited for {what}, but {:?}", sound.status());
        thread::sleep(Duration::from_millis(10));
    }
}

pub(super) fn wait_until_it_plays(sound: &Sound) {
    wait_for(sound, "sound", LIMIT, |it| matches!(it, Status::Playing { .. }));
    let began = now();
    while !matches!(sound.readiness(), Readiness::Running { .. }) {
        assert!(since(began) < LIMIT, "waited for {:?}", sound.readiness());
        thread::sleep(Duration::from_millis(10));
    }
}

/// When sound began after at least 300 ms without any.
fn heard(recording: &Recording) -> Vec<Duration> {
    let onsets = recording.onsets(Duration::from_millis(300));
    onsets.into_iter().map(|onset| recording.time_of(onset)).collect()
}

fn millis_late(heard: &[Duration], due: &[Duration]) -> Vec<f64> {
    assert_eq!(heard.len(), due.len(), "each is heard once: {heard:?} for {due:?}");
    heard
        .iter()
        .zip(due)
        .map(|(heard, due)| (heard.as_secs_f64() - due.as_secs_f64()) * 1_000.0)
        .collect()
}

#[test]
fn chimes_are_heard_when_they_are_due() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        let recorder = server.record();
        recorder.wait_until_running();

        let mut due = Vec::new();
        for lead in [250, 200, 311, 220] {
            let lead = Duration::from_millis(lead);
            due.push(now() + lead);
            sound.play(SoundEvent::chime("wood-block"), lead);
            thread::sleep(Duration::from_secs(1));
        }
        let recording = recorder.until(due[3] + RINGS);
        sound.close();

        let late = millis_late(&heard(&recording), &due);
        eprintln!("late by {late:.1?} ms");
        assert!(late.iter().all(|late| late.abs() <= TOLERANCE), "late by {late:?} ms");
        let against_the_first = late.iter().map(|it| it - late[0]);
        assert!(
            against_the_first.into_iter().all(|late| late.abs() <= 15.0),
            "uneven: {late:?} ms"
        );
    });
}

#[test]
fn a_resting_output_wakes_in_time_for_the_next_chime() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        sound.play(SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(9)), Duration::ZERO);
        thread::sleep(Duration::from_millis(1_500));
        sound.pause();
        thread::sleep(Duration::from_millis(1_500));

        let recorder = server.record();
        recorder.wait_until_running();
        sound.resume();
        let lead = Duration::from_millis(600);
        let due = now() + lead;
        sound.play(SoundEvent::chime("wood-block"), lead);
        let recording = recorder.until(due + RINGS);
        sound.close();

        let late = millis_late(&heard(&recording), &[due]);
        assert!(late[0].abs() <= TOLERANCE, "late by {late:?} ms");
    });
}

#[test]
fn sound_goes_quietly_with_the_server_and_comes_back_with_it() {
    in_a_quiet_moment(|| {
        let Some(mut server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        server.kill();
        wait_for(&sound, "the loss", LIMIT, |it| matches!(it, Status::Lost { .. }));

        // The session goes on: cues are called, and none of the calls waits.
        let mut took = Vec::new();
        for _ in 0..20 {
            let before = now();
            sound.play(SoundEvent::chime("switch"), Duration::from_millis(250));
            sound.set_volume(100);
            took.push(since(before));
            thread::sleep(Duration::from_millis(100));
        }
        are_at_once(took);

        server.restart();
        let recorder = server.record();
        recorder.wait_until_running();
        wait_until_it_plays(&sound);
        thread::sleep(Duration::from_millis(500));
        assert_eq!(heard(&recorder.so_far()), [], "no cue of the silent time is made up for");

        let lead = Duration::from_millis(250);
        let due = now() + lead;
        sound.play(SoundEvent::chime("wood-block"), lead);
        let late = millis_late(&heard(&recorder.until(due + RINGS)), &[due]);
        assert!(late[0].abs() <= TOLERANCE, "late by {late:?} ms");
        sound.close();
    });
}

/// Plays a chime every second for a while; gives when each is due.
fn play_chimes(sound: &Sound, count: usize) -> Vec<Duration> {
    let lead = Duration::from_millis(250);
    let play = |_| {
        let due = now() + lead;
        sound.play(SoundEvent::chime("wood-block"), lead);
        thread::sleep(Duration::from_secs(1));
        due
    };
    (0..count).map(play).collect()
}

#[test]
fn sound_that_is_moved_to_another_sink_goes_on_there_in_time() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        play_chimes(&sound, 2);
        server.move_to_another_sink();
        let recorder = server.record_other_sink();
        recorder.wait_until_running();
        // The way through another sink is another length; the playhead learns it.
        thread::sleep(Duration::from_millis(1_500));
        let due = play_chimes(&sound, 3);
        let mut late = millis_late(&heard(&recorder.until(due[2] + RINGS)), &due);
        // Of one of them a busy machine may take the processor away.
        late.sort_by(f64::total_cmp);
        assert!(late[1].abs() <= TOLERANCE, "late by {late:?} ms");
        assert!(matches!(sound.status(), Status::Playing { .. }), "{:?}", sound.status());
        sound.close();
    });
}

#[test]
fn what_a_sleeping_sink_missed_never_comes_in_a_burst() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        play_chimes(&sound, 1);
        server.suspend(true);
        play_chimes(&sound, 4);
        server.suspend(false);
        let recorder = server.record();
        recorder.wait_until_running();
        thread::sleep(Duration::from_millis(1_500));
        assert!(heard(&recorder.so_far()).len() <= 1, "at most what was half out of the door");
        drop(recorder);

        let recorder = server.record();
        recorder.wait_until_running();
        wait_until_it_plays(&sound);
        let due = play_chimes(&sound, 3);
        let late = millis_late(&heard(&recorder.until(due[2] + RINGS)), &due);
        assert!(late.iter().all(|late| late.abs() <= TOLERANCE), "late by {late:?} ms");
        sound.close();
    });
}

#[test]
fn a_server_that_hangs_does_not_hold_up_the_program() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        server.freeze();
        let calls = (0..100).map(|_| {
            let before = now();
            sound.play(SoundEvent::chime("next"), Duration::from_millis(250));
            since(before)
        });
        are_at_once(calls.collect());
        wait_for(&sound, "the loss", LIMIT, |it| matches!(it, Status::Lost { .. }));
        let before = now();
        let found = probe(OutputChoice::Pulse, Some(&server.name()));
        // A second and a half, and what a busy machine adds; a server that hangs stays so for ever.
        assert!(since(before) < Duration::from_secs(10), "probing took {:?}", since(before));
        assert!(!found.starts_with("pulse: "), "{found}");
        let before = now();
        sound.close();
        assert!(since(before) < Duration::from_secs(10), "closing took {:?}", since(before));
    });
}

#[test]
fn closing_leaves_no_client_behind_however_early_it_comes() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    for millis in [0, 1, 2, 5, 10, 40, 500] {
        let sound = open(&server);
        thread::sleep(Duration::from_millis(millis));
        sound.close();
    }
    let began = now();
    while server.clients() > 0 {
        assert!(since(began) < LIMIT, "{} are left", server.clients());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn probing_names_the_server_and_its_sink() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let found = probe(OutputChoice::Pulse, Some(&server.name()));
    assert!(found.starts_with("pulse: ") && found.ends_with("to unclench_test"), "{found}");
}

/// Checks that calls do not wait, by the one in the middle: any one of them may be where a busy
/// machine takes the processor away.
fn are_at_once(mut took: Vec<Duration>) {
    took.sort();
    assert!(took[took.len() / 2] <= AT_ONCE, "the calls took {took:?}");
}

/// A socket that lets one in and never answers.
fn hung(folder: &TempDir) -> (UnixListener, String) {
    let path = folder.path().join("hung");
    let listener = UnixListener::bind(&path).expect("a socket");
    (listener, format!("unix:{}", path.display()))
}

#[test]
fn servers_that_are_dead_far_or_hang_are_passed_over_for_the_next() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let folder = sockets::folder("unclench-dead").expect("a folder");
    let dead = folder.path().join("dead");
    drop(UnixListener::bind(&dead).expect("a socket"));
    let (_listener, hung) = hung(&folder);
    let dead = format!("unix:{}", dead.display());
    let list = format!("{dead} tcp:far:4713 {{0}}unix:/other {hung} {}", server.name());
    let options =
        SoundOptions { output: OutputChoice::Pulse, server: Some(list), ..SoundOptions::default() };
    let sound = Sound::open(options, Arc::new(now));
    wait_until_it_plays(&sound);
    assert_eq!(server.clients(), 1);
    sound.close();

    let list = format!("{dead} tcp:far:4713 {}", server.name());
    let found = probe(OutputChoice::Pulse, Some(&list));
    let (first, tried) = found.split_once('\n').expect("two lines");
    assert!(first.starts_with("pulse: ") && first.ends_with("to unclench_test"), "{found}");
    let wanted = format!(
        "tried in vain: {dead}: no PulseAudio or PipeWire server was found; tcp:far:4713: it is \
         not a socket file of this machine"
    );
    assert_eq!(tried, wanted);
}

#[test]
fn doctor_says_which_server_the_surroundings_name_and_where() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let home = TempDir::new().expect("a home");
    let file = home.path().join(".config/pulse/client.conf");
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(&file, format!("default-server = /dead {}\n", server.name())).expect("a file");
    let doctor = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
        command.arg("doctor").env_clear().env("HOME", home.path());
        command.env("PATH", "/nowhere").envs(variables.iter().copied());
        let said = command.output().expect("it can be asked");
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let lines = said.lines().skip_while(|line| !line.starts_with("sound "));
        lines.take(3).map(|line| line[12..].to_owned()).collect::<Vec<_>>()
    };
    let by_file = doctor(&[]);
    assert!(by_file[0].ends_with("to unclench_test"), "{by_file:?}");
    let place = format!("at {}, from default-server in {}", server.name(), file.display());
    assert_eq!(by_file[1], place);
    assert!(by_file[2].starts_with("tried in vain: /dead: no PulseAudio"), "{by_file:?}");

    let by_variable = doctor(&[("PULSE_SERVER", &server.name())]);
    assert_eq!(by_variable[1], format!("at {}, from PULSE_SERVER", server.name()));
}
