//! Tests of the callback of a device, driven by hand.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{AHEAD, LATENCY, RENDERED_AT_ONCE, RenderAhead, RenderedSamples, render_ahead};
use crate::audio::clock::SoundClock;
use crate::mixer::{Mixer, Scheduler, SoundEvent};
use crate::synthesis::SAMPLE_RATE;

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

    /// The device asks for 10 ms every 10 ms, and the render thread wakes after each.
    fn run(&mut self, millis: u64) -> Vec<f32> {
        let mut heard = Vec::new();
        for _ in 0..millis / 10 {
            self.ahead.fill();
            heard.extend(self.callback.by_ref().take(RENDERED_AT_ONCE));
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
        for sample in output.callback.by_ref().take(2 * AHEAD) {
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
    let held = output.scheduler.lock().expect("a whole scheduler");
    let heard: Vec<f32> = output.callback.by_ref().take(2 * AHEAD).collect();
    drop(held);
    assert!(heard[..AHEAD].iter().any(|sample| *sample != 0.0), "what was rendered is heard");
    assert!(heard[AHEAD..].iter().all(|sample| *sample == 0.0), "and silence after it");
}

#[test]
fn an_event_is_heard_at_its_time_through_the_ring() {
    let mut output = Output::new();
    output.run(100);
    output.play(SoundEvent::chime("start"), Duration::from_millis(400));
    let heard = output.run(600);
    let onset = heard.iter().position(|sample| *sample != 0.0).expect("a chime");
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
    assert!(output.ahead.fill() || output.callback.by_ref().take(AHEAD).count() > 0);
    assert!(output.ahead.fill());
    assert_eq!(output.scheduler.lock().expect("a whole scheduler").mixer().position(), before);
    output.scheduler.lock().expect("a whole scheduler").resume();
    assert!(!output.ahead.fill());
}
