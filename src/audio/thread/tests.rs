//! What the sound thread is asked for is done to what is rendered.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use super::{SoundCommand, SoundThread, scheduler_of};
use crate::audio::status::{SoundOptions, Status};
use crate::choices::{Mix, OutputChoice, SoundKind};
use crate::mixer::SoundEvent;
use crate::synthesis::{SAMPLE_RATE, Sounds, StereoFrame};

/// The clock stands at ten seconds, which is when the first frame is heard.
const NOW: Duration = Duration::from_secs(10);

fn thread(options: SoundOptions) -> SoundThread {
    let options = SoundOptions { output: OutputChoice::None, ..options };
    let status = Arc::new(Mutex::new(Status::Starting));
    let (scheduler, events) = (scheduler_of(&options), channel().0);
    let clock = Arc::new(|| NOW);
    let thread = SoundThread::new(&options, clock, scheduler, events, status, Arc::default());
    let mut scheduler = thread.scheduler.lock().expect("no test failed in here");
    scheduler.playhead().observe(0, NOW, Duration::ZERO);
    drop(scheduler);
    thread
}

/// A thread that has rendered silence at full loudness.
fn playing() -> SoundThread {
    let thread = thread(SoundOptions { volume: 100, ..SoundOptions::default() });
    loudness(&thread, 100);
    thread
}

/// Asks for a sound this long from the next frame.
fn play(thread: &mut SoundThread, event: SoundEvent, after: Duration) {
    let mut scheduler = thread.scheduler.lock().expect("no test failed in here");
    let rendered = scheduler.mixer().position() as f64 / f64::from(SAMPLE_RATE);
    drop(scheduler);
    thread.handle(SoundCommand::Play(event.at(NOW + Duration::from_secs_f64(rendered) + after)));
}

/// How loud the next so many milliseconds are: the root of their mean square.
fn loudness(thread: &SoundThread, millis: usize) -> f32 {
    let mut heard = vec![StereoFrame::SILENT; millis * SAMPLE_RATE as usize / 1_000];
    let mut scheduler = thread.scheduler.lock().expect("no test failed in here");
    heard.chunks_mut(1_000).for_each(|block| scheduler.render(block));
    let energy: f32 = heard.iter().map(|frame| frame.to_mono().powi(2)).sum();
    (energy / heard.len() as f32).sqrt()
}

fn is_silent(loudness: f32) -> bool {
    loudness < 1e-6
}

/// How loud a chime is that is asked for after this, once what glides has come to its end.
fn chime_after(act: impl FnOnce(&mut SoundThread)) -> f32 {
    let mut thread = playing();
    act(&mut thread);
    loudness(&thread, 1_500);
    play(&mut thread, SoundEvent::chime("start"), Duration::ZERO);
    loudness(&thread, 500)
}

/// How loud a bed is that has come up, in the third second after this.
fn bed_after(act: impl FnOnce(&mut SoundThread)) -> f32 {
    let mut thread = playing();
    play(&mut thread, SoundEvent::bed("brown-noise"), Duration::ZERO);
    loudness(&thread, 4_000);
    act(&mut thread);
    loudness(&thread, 2_000);
    loudness(&thread, 1_000)
}

#[test]
fn it_begins_as_loud_as_it_is_asked_to() {
    let begun = |options: SoundOptions| {
        let mut thread = thread(options);
        loudness(&thread, 100);
        play(&mut thread, SoundEvent::chime("start"), Duration::ZERO);
        loudness(&thread, 500)
    };
    let usual = SoundOptions::default;
    let full = begun(SoundOptions { volume: 100, ..usual() });
    let half = begun(SoundOptions { volume: 50, ..usual() });
    assert!(half > 0.0 && half < 0.5 * full, "{half} of {full}");
    let quiet = Mix::default().with(SoundKind::Chimes, 0);
    assert!(is_silent(begun(SoundOptions { muted: true, ..usual() })));
    assert!(is_silent(begun(SoundOptions { mix: quiet, ..usual() })));
}

#[test]
fn it_plays_the_sounds_of_a_persons_own() {
    let folder = TempDir::new().expect("a folder");
    let recipe = include_str!("../../../sounds/brown-noise.toml");
    std::fs::write(folder.path().join("brook.toml"), recipe).expect("a file");
    let heard = |sounds| {
        let mut thread = thread(SoundOptions { sounds, volume: 100, ..SoundOptions::default() });
        play(&mut thread, SoundEvent::bed("brook"), Duration::ZERO);
        loudness(&thread, 2_000)
    };
    assert!(!is_silent(heard(Sounds::open(Some(folder.path())).0)));
    assert!(is_silent(heard(Sounds::shipped())));
}

#[test]
fn loudness_mix_night_and_mute_change_what_is_heard() {
    let usual = chime_after(|_| {});
    let after = |command| chime_after(|thread| thread.handle(command));
    let half = after(SoundCommand::Volume(50));
    assert!(half > 0.0 && half < 0.5 * usual, "{half} of {usual}");
    assert!(is_silent(after(SoundCommand::Muted(true))));
    assert!(is_silent(after(SoundCommand::KindVolume { kind: SoundKind::Chimes, volume: 0 })));
    assert!(after(SoundCommand::Night(true)) < 0.8 * usual);
}

#[test]
fn a_pause_silences_the_bed_until_it_goes_on_and_an_end_does_for_good() {
    let usual = bed_after(|_| {});
    let after = |command| bed_after(|thread| thread.handle(command));
    assert!(after(SoundCommand::CancelPending) > 0.5 * usual, "a jump leaves the bed alone");
    assert!(is_silent(after(SoundCommand::Pause)));
    assert!(is_silent(after(SoundCommand::StopAll)));
    assert!(is_silent(after(SoundCommand::Finish { fade: Duration::from_secs(1) })));
    let goes_on = bed_after(|thread| {
        thread.handle(SoundCommand::Pause);
        loudness(thread, 1_000);
        thread.handle(SoundCommand::Resume);
    });
    assert!(goes_on > 0.5 * usual, "{goes_on} of {usual}");
}

#[test]
fn what_is_taken_back_before_its_time_is_never_heard() {
    for command in [SoundCommand::CancelPending, SoundCommand::Pause, SoundCommand::StopAll] {
        let mut thread = playing();
        play(&mut thread, SoundEvent::chime("start"), Duration::from_millis(200));
        let name = format!("{command:?}");
        thread.handle(command);
        assert!(is_silent(loudness(&thread, 1_000)), "{name}");
    }
}
