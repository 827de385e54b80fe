//! The device output: rodio's own sink on the system's default device, which asks the scheduler for
//! samples as it needs them.
//!
//! It is played on macOS and Windows, and on Linux with the feature `alsa`. There ALSA's library
//! itself may print to stderr; to keep that off the screen takes a redirection of stderr, which is
//! the terminal's business and not done here.

use std::num::NonZero;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::{DeviceSinkBuilder, DeviceSinkError, Source, cpal};

use crate::audio::output::{StreamContext, StreamHandle};
use crate::audio::status::SoundClock;
use crate::mixer::Scheduler;
use crate::synthesis::SAMPLE_RATE;

/// The rate for rodio, which wants proof that it is not zero.
const RATE: NonZero<u32> = NonZero::new(SAMPLE_RATE).expect("the sample rate is above zero");
/// Frames rendered at once: 10 ms.
const BLOCK: usize = SAMPLE_RATE as usize / 100;
/// How long after it was asked for a sample is heard. rodio asks for about 50 ms at once, and the
/// system holds about as much again; it does not say more precisely.
const LATENCY: Duration = Duration::from_millis(100);
/// A pause between two requests that shows that a new burst of them has begun.
const BURST_PAUSE: Duration = Duration::from_millis(3);

/// Plays until the device is gone or the sound is closed, and says why.
pub(super) fn play(context: &StreamContext) -> String {
    let (tell, told) = channel();
    let failed = tell.clone();
    let opened = DeviceSinkBuilder::from_default_device().and_then(|builder| {
        let on_error = move |error: cpal::Error| {
            if is_final(&error) {
                // If nobody listens the sound is closed already.
                let _ = failed.send(error.to_string());
            }
        };
        builder.with_error_callback(on_error).open_stream()
    });
    let mut sink = match opened {
        Ok(sink) => sink,
        Err(error) => return describe(&error),
    };
    sink.log_on_drop(false);
    if let Ok(mut scheduler) = context.scheduler.lock() {
        scheduler.begin_output();
    }
    sink.mixer().add(DeviceSource::new(Arc::clone(&context.scheduler), Arc::clone(&context.clock)));
    context.ready(device_name(), Box::new(DeviceHandle(tell)));
    told.recv().unwrap_or_else(|_| "the sound was closed".into())
}

/// Says which device there is.
pub(super) fn probe(_server: Option<&str>) -> String {
    match cpal::default_host().default_output_device() {
        Some(_) => format!("device: {}", device_name()),
        None => format!("none: {}", describe(&DeviceSinkError::NoDevice)),
    }
}

/// A missed deadline is heard as a gap, and the stream goes on; the rest is the end of it.
fn is_final(error: &cpal::Error) -> bool {
    !matches!(
        error.kind(),
        cpal::ErrorKind::Xrun | cpal::ErrorKind::RealtimeDenied | cpal::ErrorKind::DeviceChanged
    )
}

fn device_name() -> String {
    cpal::default_host()
        .default_output_device()
        .and_then(|device| device.description().ok())
        .map_or_else(|| "the default device".into(), |it| it.name().to_owned())
}

fn describe(error: &DeviceSinkError) -> String {
    match error {
        DeviceSinkError::NoDevice => "no sound device was found".into(),
        other => format!("the sound device could not be opened: {other}"),
    }
}

struct DeviceHandle(Sender<String>);

impl StreamHandle for DeviceHandle {
    fn wake(&self) {}
}

impl Drop for DeviceHandle {
    fn drop(&mut self) {
        // If nobody listens it has ended already.
        let _ = self.0.send("the sound was closed".into());
    }
}

/// The scheduler as a rodio source.
struct DeviceSource {
    scheduler: Arc<Mutex<Scheduler>>,
    clock: SoundClock,
    block: [f32; BLOCK],
    next: usize,
    last_asked: Option<Duration>,
}

impl DeviceSource {
    fn new(scheduler: Arc<Mutex<Scheduler>>, clock: SoundClock) -> Self {
        Self { scheduler, clock, block: [0.0; BLOCK], next: BLOCK, last_asked: None }
    }

    fn refill(&mut self) {
        let now = (self.clock)();
        let mut scheduler = self.scheduler.lock().unwrap_or_else(PoisonError::into_inner);
        // Within a burst of requests the clock stands almost still while frames pass, so only the
        // first request of each tells where the stream is.
        if self.last_asked.is_none_or(|last| now >= last + BURST_PAUSE) {
            let frame = scheduler.mixer().position();
            scheduler.playhead().observe(frame, now + LATENCY, BURST_PAUSE);
        }
        self.last_asked = Some(now);
        scheduler.render(&mut self.block);
        self.next = 0;
    }
}

impl Iterator for DeviceSource {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.next == BLOCK {
            self.refill();
        }
        let sample = self.block[self.next];
        self.next += 1;
        Some(sample)
    }
}

impl Source for DeviceSource {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> NonZero<u32> {
        RATE
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
