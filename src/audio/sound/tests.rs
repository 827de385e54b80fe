//! Tests of the handle where there is no sound: it is quiet, quick and does no harm.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use super::{Sound, SoundOptions, Status};
use crate::choices::OutputChoice;
use crate::mixer::SoundEvent;

/// A clock that moves by a millisecond each time it is read, so that waiting never lasts.
fn open(output: OutputChoice) -> Sound {
    let time = AtomicU64::new(0);
    let clock = move || Duration::from_millis(time.fetch_add(1, Ordering::Relaxed));
    let server = Some("unix:/nowhere/at/all".into());
    Sound::open(SoundOptions { output, server, ..SoundOptions::default() }, Arc::new(clock))
}

fn settled(sound: &Sound) -> Status {
    for _ in 0..6_000 {
        if sound.status() != Status::Starting {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    sound.status()
}

#[test]
fn sound_that_is_switched_off_says_so_and_takes_every_call() {
    let sound = open(OutputChoice::None);
    assert_eq!(settled(&sound), Status::None { why: "sound is switched off".into() });
    sound.set_volume(200);
    sound.set_muted(true);
    for _ in 0..1_000 {
        sound.play(SoundEvent::chime("start"), Duration::MAX);
        let fade = SoundEvent::FadeOut { length: Duration::MAX };
        sound.play(fade, Duration::ZERO);
    }
    sound.pause();
    sound.resume();
    sound.cancel_pending();
    sound.stop_all();
    sound.close();
}

#[cfg(target_os = "linux")]
#[test]
fn a_machine_without_a_server_has_no_sound_and_says_why() {
    let sound = open(OutputChoice::Pulse);
    let why = "no PulseAudio or PipeWire server was found".into();
    assert_eq!(settled(&sound), Status::None { why });
    sound.play(SoundEvent::chime("start"), Duration::from_millis(250));
    sound.close();
}
