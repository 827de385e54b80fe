//! The recording of one timeline: sound events go to the mixer in time, its frames to the encoder,
//! which works on a thread beside it.

use std::io::{Seek, Write};
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::flac::Flac;
use super::ogg::Ogg;
use super::wav::Wav;
use super::{BLOCK, Encoder, Format, Label, RecordingError};
use crate::choices::Channels;
use crate::mixer::{Arrangement, Mixer};
use crate::synthesis::{LeftOut, SAMPLE_RATE, StereoFrame};
use crate::timeline::Timeline;

/// How long what still sounds at the end may ring out, in frames: 30 seconds.
const LONGEST_RINGING: u64 = 30 * SAMPLE_RATE as u64;
/// How long before its time the mixer is given an event, as in live play, in frames: 0.5 seconds. Beds
/// draw back before the words begin.
const AHEAD: u64 = SAMPLE_RATE as u64 / 2;
/// How long what does not end by itself is then given to fade, in frames: 1 second.
const FADE: u64 = SAMPLE_RATE as u64;
/// The most blocks that wait for the encoder: 1.4 seconds.
const BLOCKS_AHEAD: usize = 16;

/// How far a recording is, in frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordingProgress {
    /// Recorded so far.
    pub done: u64,
    /// The whole timeline and the fade of its bed, without what rings out after it.
    pub whole: u64,
}

/// Records a whole timeline to a file, and what rings out after it. `watch` is called after every
/// block and may end it.
///
/// Gives the sound files that could not be used, and are left out as in live play.
///
/// The mixer is a silent one, with the chimes, the loudness and the channels the recording is to
/// have.
///
/// # Errors
/// [`RecordingError`] where the file cannot be written, or `watch` has ended it; what is in the
/// file then is no recording.
pub fn record<W: Write + Seek + Send>(
    file: W,
    format: Format,
    label: &Label,
    timeline: &Timeline,
    arrangement: &Arrangement<'_>,
    mixer: Mixer,
    watch: &mut dyn FnMut(RecordingProgress) -> ControlFlow<()>,
) -> Result<Vec<LeftOut>, RecordingError> {
    let channels = mixer.channels();
    let whole = arrangement.last_frame(timeline);
    thread::scope(|scope| {
        let (rendered, blocks) = sync_channel(BLOCKS_AHEAD);
        let encoding = scope.spawn(move || encode(file, format, label, channels, &blocks));
        let recorder = SessionRecorder { mixer, rendered, watch, whole };
        let left_out = recorder.record(timeline, arrangement);
        // What the encoder has to say is why no more blocks were taken.
        encoding.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        left_out
    })
}

/// Frames on their way to the encoder, or nothing after the last of them.
type RenderedBlock = Option<Vec<StereoFrame>>;

/// Encodes blocks until they end. Where none comes after another without that, there is no recording.
fn encode<W: Write + Seek>(
    file: W,
    format: Format,
    label: &Label,
    channels: Channels,
    blocks: &Receiver<RenderedBlock>,
) -> Result<(), RecordingError> {
    let mut encoder: Box<dyn Encoder + '_> = match format {
        Format::Wav => Box::new(Wav::begin(file, label, channels)?),
        Format::Flac => Box::new(Flac::begin(file, label, channels)?),
        Format::Ogg => Box::new(Ogg::begin(file, label, channels)?),
    };
    while let Ok(block) = blocks.recv() {
        match block {
            Some(frames) => encoder.write(&frames)?,
            None => return encoder.finish(),
        }
    }
    Ok(())
}

struct SessionRecorder<'a> {
    mixer: Mixer,
    rendered: SyncSender<RenderedBlock>,
    watch: &'a mut dyn FnMut(RecordingProgress) -> ControlFlow<()>,
    whole: u64,
}

impl SessionRecorder<'_> {
    /// Renders the whole timeline. Then the encoder is told that it was the last.
    fn record(
        mut self,
        timeline: &Timeline,
        arrangement: &Arrangement<'_>,
    ) -> Result<Vec<LeftOut>, RecordingError> {
        let mut left_out = Vec::new();
        for (frame, event) in arrangement.events_at_frames(timeline) {
            self.record_until(frame.saturating_sub(AHEAD))?;
            left_out.extend(self.mixer.load(&event));
            self.mixer.play_at(event, frame);
        }
        self.record_until(self.whole)?;
        self.ring_out()?;
        self.hand_on(None)?;
        Ok(left_out)
    }

    /// Waits until the encoder has room. It takes no more once it has failed.
    fn hand_on(&self, block: RenderedBlock) -> Result<(), RecordingError> {
        self.rendered.send(block).map_err(|_| RecordingError::Stopped)
    }

    fn record_until(&mut self, frame: u64) -> Result<(), RecordingError> {
        while self.mixer.position() < frame {
            self.record_block(frame - self.mixer.position())?;
        }
        Ok(())
    }

    /// Records at most a block.
    fn record_block(&mut self, frames: u64) -> Result<(), RecordingError> {
        let mut block = vec![StereoFrame::SILENT; frames.min(BLOCK as u64) as usize];
        self.mixer.render(&mut block);
        self.hand_on(Some(block))?;
        let progress = RecordingProgress { done: self.mixer.position(), whole: self.whole };
        match (self.watch)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(RecordingError::Stopped),
        }
    }

    /// Records what still sounds until it is silent.
    fn ring_out(&mut self) -> Result<(), RecordingError> {
        let latest = self.mixer.position() + LONGEST_RINGING;
        while !self.mixer.is_silent() && self.mixer.position() < latest {
            self.record_block(BLOCK as u64)?;
        }
        if !self.mixer.is_silent() {
            self.mixer.stop_all();
            self.record_until(latest + FADE)?;
        }
        Ok(())
    }
}
