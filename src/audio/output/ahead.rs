//! Frames rendered ahead, for an output whose callback may neither wait nor allocate.
//!
//! The render thread fills a ring of frames, and the callback of the device takes them out. Back to
//! the render thread goes when the device asked. Both rings are made beforehand; the callback takes
//! no lock, allocates nothing and frees nothing.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rtrb::{Consumer, Producer, RingBuffer};

use crate::audio::clock::SoundClock;
use crate::mixer::Scheduler;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// Frames rendered at once: 10 ms.
const RENDERED_AT_ONCE: usize = SAMPLE_RATE as usize / 100;
/// How far ahead of the device frames are rendered: 80 ms. Above what rodio asks for at once, about
/// 50 ms; and with [`LATENCY`] below the 250 ms that cues are known ahead.
const AHEAD: usize = 8 * RENDERED_AT_ONCE;
/// How long after it was asked for a sample is heard. rodio asks for about 50 ms at once, and the
/// system holds about as much again; it does not say more precisely.
const LATENCY: Duration = Duration::from_millis(100);
/// A pause between two requests that shows that a new burst of them has begun.
const BURST_PAUSE: Duration = Duration::from_millis(3);
/// How many requests may wait for the render thread; what is beyond is not needed.
const MOST_REQUESTS: usize = 16;

/// When the device began to ask for samples, and how many it had taken by then.
#[derive(Clone, Copy, Debug)]
struct DeviceRequest {
    taken: u64,
    asked: Duration,
}

/// The half of the render thread.
pub(super) struct RenderAhead {
    scheduler: Arc<Mutex<Scheduler>>,
    frames: Producer<StereoFrame>,
    requests: Consumer<DeviceRequest>,
    block: [StereoFrame; RENDERED_AT_ONCE],
    /// The frame of the mixer that went into the ring first.
    first: u64,
}

/// The half of the device's callback: an endless run of samples, left and right in turn, silent where
/// none are ready.
pub(super) struct RenderedSamples {
    frames: Consumer<StereoFrame>,
    /// The other half of a frame whose left sample was taken.
    right: Option<f32>,
    requests: Producer<DeviceRequest>,
    clock: SoundClock,
    taken: u64,
    /// Frames until the clock is read again.
    until_clock: usize,
    last_asked: Option<Duration>,
}

/// Begins an output with silence, and makes the two halves of it.
pub(super) fn render_ahead(
    scheduler: Arc<Mutex<Scheduler>>,
    clock: SoundClock,
) -> (RenderAhead, RenderedSamples) {
    let (frames, taken_frames) = RingBuffer::new(AHEAD);
    let (made_requests, requests) = RingBuffer::new(MOST_REQUESTS);
    let first = {
        let mut scheduler = scheduler.lock().unwrap_or_else(PoisonError::into_inner);
        scheduler.begin_output(clock());
        scheduler.mixer().position()
    };
    let block = [StereoFrame::SILENT; RENDERED_AT_ONCE];
    let callback = RenderedSamples {
        frames: taken_frames,
        right: None,
        requests: made_requests,
        clock,
        taken: 0,
        until_clock: 0,
        last_asked: None,
    };
    (RenderAhead { scheduler, frames, requests, block, first }, callback)
}

impl RenderAhead {
    /// Renders until the ring is full. True where nothing is to be rendered until the output is
    /// woken.
    pub(super) fn fill(&mut self) -> bool {
        let mut scheduler = self.scheduler.lock().unwrap_or_else(PoisonError::into_inner);
        while let Ok(DeviceRequest { taken, asked }) = self.requests.pop() {
            scheduler.playhead().observe(self.first + taken, asked + LATENCY, BURST_PAUSE);
        }
        while self.frames.slots() >= RENDERED_AT_ONCE {
            if scheduler.may_rest() {
                scheduler.playhead().forget();
                return true;
            }
            scheduler.render(&mut self.block);
            // There is room for the whole block.
            if let Ok(room) = self.frames.write_chunk_uninit(RENDERED_AT_ONCE) {
                room.fill_from_iter(self.block);
            }
        }
        false
    }
}

impl RenderedSamples {
    /// Within a burst of requests the clock stands almost still while frames pass, so only the first
    /// request of each tells where the stream is.
    fn tell_of_burst(&mut self) {
        let now = (self.clock)();
        let begins = self.last_asked.is_none_or(|last| now >= last + BURST_PAUSE);
        if begins && !self.frames.is_empty() {
            // Where there is no room the render thread knows enough.
            let _ = self.requests.push(DeviceRequest { taken: self.taken, asked: now });
        }
        self.last_asked = Some(now);
    }
}

impl Iterator for RenderedSamples {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if let Some(right) = self.right.take() {
            return Some(right);
        }
        if self.until_clock == 0 {
            self.tell_of_burst();
            self.until_clock = RENDERED_AT_ONCE;
        }
        self.until_clock -= 1;
        let frame = self.frames.pop();
        self.taken += u64::from(frame.is_ok());
        let StereoFrame { left, right } = frame.unwrap_or_default();
        self.right = Some(right);
        Some(left)
    }
}

#[cfg(test)]
mod tests;
