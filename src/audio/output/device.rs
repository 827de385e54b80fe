//! The device output: rodio's own sink on the system's default device, whose callback takes samples
//! that were rendered ahead.
//!
//! It is played on macOS and Windows, and on Linux with the feature `alsa`. There ALSA's library
//! itself may print to stderr; to keep that off the screen takes a redirection of stderr, which is
//! the terminal's business and not done here.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::{DeviceSinkBuilder, DeviceSinkError, Source, cpal};

use crate::audio::output::ahead::{RenderedSamples, render_ahead};
use crate::audio::output::{StreamContext, StreamHandle};
use crate::synthesis::SAMPLE_RATE;

/// The rate for rodio, which wants proof that it is not zero.
const RATE: NonZero<u32> = NonZero::new(SAMPLE_RATE).expect("the sample rate is above zero");
/// Left and right; a device with other channels is given what fits it.
const CHANNELS: NonZero<u16> = NonZero::new(2).expect("two is above zero");
/// How often more is rendered.
const RENDER_EVERY: Duration = Duration::from_millis(10);
/// What is said where the sound was closed.
const CLOSED: &str = "the sound was closed";

/// What reaches the render thread.
enum DeviceMessage {
    /// An event was scheduled, or playing goes on.
    Wake,
    /// The device is gone, and why.
    Failed(String),
    /// The sound was closed.
    Close,
}

/// Renders until the device is gone or the sound is closed, and says why.
pub(super) fn play(context: &StreamContext) -> String {
    let (sender, messages) = channel();
    let failed = sender.clone();
    let opened = DeviceSinkBuilder::from_default_device().and_then(|builder| {
        let on_error = move |error: cpal::Error| {
            if is_final(&error) {
                // If the render thread has ended the sound is closed already.
                let _ = failed.send(DeviceMessage::Failed(error.to_string()));
            }
        };
        builder.with_error_callback(on_error).open_stream()
    });
    let mut sink = match opened {
        Ok(sink) => sink,
        Err(error) => return describe(&error),
    };
    sink.log_on_drop(false);
    let (mut ahead, samples) =
        render_ahead(Arc::clone(&context.scheduler), Arc::clone(&context.clock));
    ahead.fill();
    sink.mixer().add(samples);
    context.ready(device_name(), Box::new(DeviceHandle(sender)));
    loop {
        let message = if ahead.fill() {
            messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            messages.recv_timeout(RENDER_EVERY)
        };
        match message {
            Ok(DeviceMessage::Wake) | Err(RecvTimeoutError::Timeout) => {}
            Ok(DeviceMessage::Failed(why)) => return why,
            Ok(DeviceMessage::Close) | Err(RecvTimeoutError::Disconnected) => return CLOSED.into(),
        }
    }
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

/// Ends the render thread when it is dropped.
struct DeviceHandle(Sender<DeviceMessage>);

impl StreamHandle for DeviceHandle {
    fn wake(&self) {
        // If the render thread has ended, it has said so.
        let _ = self.0.send(DeviceMessage::Wake);
    }
}

impl Drop for DeviceHandle {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.send(DeviceMessage::Close);
    }
}

impl Source for RenderedSamples {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        CHANNELS
    }

    fn sample_rate(&self) -> NonZero<u32> {
        RATE
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
