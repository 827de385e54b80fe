//! Tests of the callback of a device, driven by hand.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{AHEAD, LATENCY, RENDERED_AT_ONCE, RenderAhead, RenderedSamples, render_ahead};
use crate::audio::clock::SoundClock;
use crate::mixer::{Mixer, Scheduler, SoundEvent};
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// A scheduler, the two halves of an output, and the clock of both in milliseconds.
struct Output {
    scheduler: Arc<Mutex<Scheduler>>,
    ahead: RenderAhead,
    callback: RenderedSamples,
    millis: Arc<AtomicU64>,
}

impl Output {
    fn new() -> Self {
        let scheduler = Arc::new(Mutex::new(Scheduler::new(Mixer::new())));
        let millis = Arc::new(AtomicU64::new(10_000));
        let read = Arc::clone(&millis);
        let clock: SoundClock =
            Arc::new(move || Duration::from_millis(read.load(Ordering::Relaxed)));
        let (ahead, callback) = render_ahead(Arc::clone(&scheduler), clock);
        Self { scheduler, ahead, callback, millis }
    }

    fn now(&self) -> Duration {
        Duration::from_millis(self.millis.load(Ordering::Relaxed))
    }

    fn play(&self, event: SoundEvent, after: Duration) {
        let mut scheduler = self.scheduler.lock().expect("a whole scheduler");
        scheduler.play(event.at(self.now() + after), self.now());
    }

    /// So many frames, as the device takes them: a sample for the left ear, then one for the right.
    fn take(&mut self, frames: usize) -> Vec<StereoFrame> {
        let samples: Vec<f32> = self.callback.by_ref().take(2 * frames).collect();
        samples.chunks(2).map(|pair| StereoFrame { left: pair[0], right: pair[1] }).collect()
    }

    /// The device asks for 10 ms every 10 ms, and the render thread wakes after each.
    fn run(&mut self, millis: u64) -> Vec<StereoFrame> {
        let mut heard = Vec::new();
        for _ in 0..millis / 10 {
            self.ahead.fill();
            heard.extend(self.take(RENDERED_AT_ONCE));
            self.millis.fetch_add(10, Ordering::Relaxed);
        }
        heard
    }
}

#[test]
fn the_callback_allocates_nothing_and_frees_nothing() {
    let mut output = Output::new();
    output.play(SoundEvent::bed("ocean"), Duration::ZERO);
    output.run(500);
    output.ahead.fill();
    let mut sum = 0.0;
    let counted = allocation_counter::measure(|| {
        // More than is ready: silence is made without an allocation too.
        for sample in output.callback.by_ref().take(4 * AHEAD) {
            sum += sample.abs();
        }
    });
    assert_eq!(counted.count_total, 0);
    assert_eq!(counted.bytes_current, 0);
    assert!(sum > 0.0, "a bed was heard");
}

#[test]
fn the_callback_waits_for_no_lock() {
    let mut output = Output::new();
    output.play(SoundEvent::bed("ocean"), Duration::ZERO);
    output.run(2_000);
    output.ahead.fill();
    let scheduler = Arc::clone(&output.scheduler);
    let held = scheduler.lock().expect("a whole scheduler");
    let heard = output.take(2 * AHEAD);
    drop(held);
    let is_silent = |frame: &StereoFrame| *frame == StereoFrame::SILENT;
    assert!(!heard[..AHEAD].iter().all(is_silent), "what was rendered is heard");
    assert!(heard[AHEAD..].iter().all(is_silent), "and silence after it");
}

#[test]
fn an_event_is_heard_at_its_time_through_the_ring() {
    let mut output = Output::new();
    output.run(100);
    output.play(SoundEvent::chime("start"), Duration::from_millis(400));
    let heard = output.run(600);
    let onset = heard.iter().position(|frame| *frame != StereoFrame::SILENT).expect("a chime");
    // What is taken now is heard after the latency of the device.
    let heard_at = onset as f64 / f64::from(SAMPLE_RATE) + LATENCY.as_secs_f64();
    assert!((heard_at - 0.4).abs() < 0.01, "{heard_at} s");
}

#[test]
fn an_output_that_may_rest_renders_nothing_until_it_is_woken() {
    let mut output = Output::new();
    output.run(100);
    output.scheduler.lock().expect("a whole scheduler").pause();
    let before = output.scheduler.lock().expect("a whole scheduler").mixer().position();
    assert!(output.ahead.fill() || output.callback.by_ref().take(2 * AHEAD).count() > 0);
    assert!(output.ahead.fill());
    assert_eq!(output.scheduler.lock().expect("a whole scheduler").mixer().position(), before);
    output.scheduler.lock().expect("a whole scheduler").resume();
    assert!(!output.ahead.fill());
}

#[test]
fn left_and_right_leave_the_ring_in_turn_as_the_mixer_made_them() {
    let mut output = Output::new();
    let mut wanted = vec![StereoFrame::SILENT; 48_000];
    let mut mixer = Mixer::new();
    for mixer in [&mut mixer, output.scheduler.lock().expect("a whole scheduler").mixer()] {
        mixer.play(SoundEvent::bed("rain"), Duration::ZERO);
    }
    mixer.render(&mut wanted);
    assert!(output.run(1_000) == wanted);
}
