//! What each ear hears through a real PulseAudio server, recorded from the monitor of its sink.

use std::time::Duration;

use unclench::for_tests::{Mixer, PhaseKind, Side, SoundEvent, StereoFrame};

use super::output::{open, wait_until_it_plays};
use crate::support::pulse::{PulseServer, now};
use crate::support::quiet::in_a_quiet_moment;

/// The first frame in which the left ear hears more than a trace.
fn first_heard(ears: &[[f32; 2]]) -> usize {
    ears.iter().position(|ear| ear[0].abs() > 0.002).expect("something is heard")
}

/// How far two stretches of sound are from each other at most, in either ear.
fn difference(one: &[[f32; 2]], other: &[[f32; 2]]) -> f32 {
    let pairs = one.iter().zip(other);
    pairs.fold(0.0, |most, (a, b)| most.max((a[0] - b[0]).abs()).max((a[1] - b[1]).abs()))
}

#[test]
fn each_ear_hears_live_what_is_rendered_for_it() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        let recorder = server.record();
        recorder.wait_until_running();
        sound.play(SoundEvent::bed("rain"), Duration::from_millis(250));
        let live = recorder.until(now() + Duration::from_secs(4)).ears;
        sound.close();

        let mut mixer = Mixer::new();
        mixer.set_volume(100);
        mixer.play(SoundEvent::bed("rain"), Duration::ZERO);
        let mut frames = vec![StereoFrame::default(); 3 * 48_000];
        mixer.render(&mut frames);
        let rendered: Vec<[f32; 2]> = frames.iter().map(|it| [it.left, it.right]).collect();

        let (begins, expected) = (first_heard(&live), first_heard(&rendered));
        let wanted = &rendered[expected + 12_000..][..48_000];
        assert!(wanted.iter().any(|ear| (ear[0] - ear[1]).abs() > 0.005), "the ears differ");
        // The server rounds to 16 bits, so the first trace may come a little sooner or later.
        let apart = (0..400_usize).map(|shift| {
            let from = (begins + 12_000 + shift).saturating_sub(200);
            live.get(from..from + 48_000).map_or(f32::MAX, |heard| difference(heard, wanted))
        });
        let closest = apart.fold(f32::MAX, f32::min);
        assert!(closest < 0.000_2, "live and rendered differ by {closest}");
    });
}

#[test]
fn a_nostril_is_heard_live_on_its_side() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let sound = open(&server);
        wait_until_it_plays(&sound);
        let recorder = server.record();
        recorder.wait_until_running();
        let (phase, length) = (PhaseKind::Inhale, Duration::from_secs(2));
        let nostril = Some(Side::Left);
        let breath = SoundEvent::Breath { phase, length, fullness: 1_000, nostril };
        sound.play(breath, Duration::from_millis(250));
        let live = recorder.until(now() + Duration::from_millis(2_500)).ears;
        sound.close();
        let loudest = |ear: usize| live.iter().fold(0.0_f32, |peak, it| peak.max(it[ear].abs()));
        let (left, right) = (loudest(0), loudest(1));
        assert!(right > 0.01 && left > 2.5 * right && left < 4.0 * right, "{left} and {right}");
    });
}
