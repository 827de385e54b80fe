//! Tests of cues by the clock: placed to the frame, held while nothing plays, never in a burst.

use std::time::Duration;

use super::{MOST_EVENTS, Scheduler};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{alone, frames, is_silent, peak, render as render_mixer, to_mono};
use crate::mixer::render::Mixer;
use crate::synthesis::StereoFrame;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn render(scheduler: &mut Scheduler, length: usize) -> Vec<f32> {
    let mut heard = vec![StereoFrame::SILENT; frames(length)];
    heard.chunks_mut(1_000).for_each(|block| scheduler.render(block));
    to_mono(&heard)
}

/// A scheduler whose first frame is heard at 10 s.
fn playing_scheduler() -> Scheduler {
    let mut scheduler = Scheduler::new(Mixer::new());
    scheduler.playhead().observe(0, millis(10_000), Duration::ZERO);
    scheduler
}

#[test]
fn a_cue_is_heard_at_its_time_to_the_frame() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(millis(10_250)), millis(10_000));
    let samples = render(&mut scheduler, 500);
    assert!(is_silent(&samples[..frames(250)]));
    assert_eq!(samples[frames(250)..], alone(SoundEvent::chime("next"), 250));
}

#[test]
fn a_cue_that_is_a_little_late_comes_at_once_and_a_stale_one_never() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(millis(9_800)), millis(9_800));
    assert_eq!(render(&mut scheduler, 300), alone(SoundEvent::chime("next"), 300));
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(millis(9_700)), millis(9_700));
    assert!(is_silent(&render(&mut scheduler, 300)));
}

#[test]
fn cues_wait_until_it_is_known_where_the_stream_is() {
    let mut scheduler = Scheduler::new(Mixer::new());
    scheduler.play(SoundEvent::chime("next").at(millis(10_250)), millis(10_000));
    assert!(is_silent(&render(&mut scheduler, 100)));
    scheduler.playhead().observe(frames(100) as u64, millis(10_100), Duration::ZERO);
    let samples = render(&mut scheduler, 200);
    assert!(is_silent(&samples[..frames(150)]));
    assert!(peak(&samples[frames(150)..]) > 0.0);
}

#[test]
fn cues_that_passed_while_there_was_no_output_are_not_made_up_for() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("bowl").at(millis(10_000)), millis(10_000));
    render(&mut scheduler, 200);
    for second in 11..600 {
        let event = SoundEvent::chime("next").at(millis(second * 1_000));
        scheduler.play(event, millis(second * 1_000 - 250));
        assert!(scheduler.events.len() <= 3, "nothing piles up");
    }
    scheduler.begin_output(millis(600_900));
    let position = scheduler.mixer().position();
    scheduler.playhead().observe(position, millis(601_000), Duration::ZERO);
    assert!(is_silent(&render(&mut scheduler, 2_000)));
}

#[test]
fn cues_that_come_due_while_an_output_opens_are_heard_once_it_runs() {
    let mut scheduler = Scheduler::new(Mixer::new());
    scheduler.play(SoundEvent::chime("bowl").at(millis(9_000)), millis(8_900));
    scheduler.begin_output(millis(9_900));
    for due in [10_000, 10_100] {
        scheduler.play(SoundEvent::chime("next").at(millis(due)), millis(9_950));
    }
    assert!(is_silent(&render(&mut scheduler, 200)));
    assert_eq!(scheduler.lead(millis(10_500)), None);
    scheduler.playhead().observe(frames(200) as u64, millis(10_800), Duration::ZERO);
    assert_eq!(scheduler.lead(millis(10_500)), Some(millis(300)));
    let mut wanted = Mixer::new();
    wanted.play(SoundEvent::chime("next"), Duration::ZERO);
    wanted.play(SoundEvent::chime("next"), millis(100));
    let samples = render_mixer(&mut wanted, 500);
    assert_eq!(render(&mut scheduler, 500), samples, "neither lost nor in one burst");
}

#[test]
fn a_cue_beyond_all_time_waits_and_harms_nobody() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(Duration::MAX), millis(10_000));
    assert!(is_silent(&render(&mut scheduler, 100)));
    scheduler.play(SoundEvent::chime("next").at(Duration::ZERO), Duration::MAX);
    assert!(is_silent(&render(&mut scheduler, 100)));
}

#[test]
fn cancelling_forgets_the_cues() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(millis(10_250)), millis(10_000));
    scheduler.cancel_pending();
    assert!(is_silent(&render(&mut scheduler, 500)));
}

#[test]
fn the_output_may_rest_only_when_asked_to_and_all_is_silent() {
    let mut scheduler = playing_scheduler();
    scheduler.play(SoundEvent::chime("next").at(millis(10_000)), millis(10_000));
    render(&mut scheduler, 100);
    scheduler.pause();
    assert!(!scheduler.may_rest(), "it still rings");
    render(&mut scheduler, 2_000);
    assert!(scheduler.may_rest());
    scheduler.play(SoundEvent::chime("next").at(millis(20_000)), millis(12_100));
    assert!(!scheduler.may_rest(), "a cue waits");
}

#[test]
fn a_flood_of_cues_is_bounded() {
    let mut scheduler = Scheduler::new(Mixer::new());
    for _ in 0..10_000 {
        scheduler.play(SoundEvent::chime("next").at(millis(5_000)), millis(0));
    }
    assert_eq!(scheduler.events.len(), MOST_EVENTS);
}
