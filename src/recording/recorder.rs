//! The recording of one timeline: sound events go to the mixer in time, its frames to the encoder.

use std::io::{Seek, Write};
use std::ops::ControlFlow;

use super::flac::Flac;
use super::ogg::Ogg;
use super::wav::Wav;
use super::{BLOCK, Encoder, Format, Label, RecordingError};
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
pub fn record<W: Write + Seek>(
    file: W,
    format: Format,
    label: &Label,
    timeline: &Timeline,
    arrangement: &Arrangement<'_>,
    mixer: Mixer,
    watch: &mut dyn FnMut(RecordingProgress) -> ControlFlow<()>,
) -> Result<Vec<LeftOut>, RecordingError> {
    let channels = mixer.channels();
    let encoder: Box<dyn Encoder + '_> = match format {
        Format::Wav => Box::new(Wav::begin(file, label, channels)?),
        Format::Flac => Box::new(Flac::begin(file, label, channels)?),
        Format::Ogg => Box::new(Ogg::begin(file, label, channels)?),
    };
    let whole = arrangement.last_frame(timeline);
    let mut recorder =
        SessionRecorder { mixer, encoder, watch, whole, block: vec![StereoFrame::SILENT; BLOCK] };
    let mut left_out = Vec::new();
    for (frame, event) in arrangement.events_at_frames(timeline) {
        recorder.record_until(frame.saturating_sub(AHEAD))?;
        left_out.extend(recorder.mixer.load(&event));
        recorder.mixer.play_at(event, frame);
    }
    recorder.record_until(whole)?;
    recorder.ring_out()?;
    recorder.encoder.finish()?;
    Ok(left_out)
}

struct SessionRecorder<'a> {
    mixer: Mixer,
    encoder: Box<dyn Encoder + 'a>,
    watch: &'a mut dyn FnMut(RecordingProgress) -> ControlFlow<()>,
    whole: u64,
    block: Vec<StereoFrame>,
}

impl SessionRecorder<'_> {
    fn record_until(&mut self, frame: u64) -> Result<(), RecordingError> {
        while self.mixer.position() < frame {
            self.record_block(frame - self.mixer.position())?;
        }
        Ok(())
    }

    /// Records at most a block.
    fn record_block(&mut self, frames: u64) -> Result<(), RecordingError> {
        let block = &mut self.block[..frames.min(BLOCK as u64) as usize];
        self.mixer.render(block);
        self.encoder.write(block)?;
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
