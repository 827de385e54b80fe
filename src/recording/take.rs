//! One take: notes go to the stage in time, its samples to the encoder.

use std::io::{Seek, Write};
use std::ops::ControlFlow;

use super::flac::Flac;
use super::ogg::Ogg;
use super::wav::Wav;
use super::{BLOCK, Encoder, Format, Label, RecordingError};
use crate::audio::{Arrangement, LeftOut, SAMPLE_RATE, Stage};
use crate::timeline::Timeline;

/// How long what still sounds at the end may ring out, in frames: 30 seconds.
const LONGEST_RINGING: u64 = 30 * SAMPLE_RATE as u64;
/// How long before its time the stage hears of a note, as in live play, in frames: 0.5 seconds. Beds
/// draw back before the words begin.
const AHEAD: u64 = SAMPLE_RATE as u64 / 2;
/// How long what does not end by itself is then given to fade, in frames: 1 second.
const FADE: u64 = SAMPLE_RATE as u64;

/// How far a recording is, in frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Recorded so far.
    pub done: u64,
    /// The whole timeline and the fade of its bed, without what rings out after it.
    pub whole: u64,
}

/// Records a whole timeline to a file, and what rings out after it. `watch` hears of every block
/// and may end it.
///
/// Gives the sound files that could not be used, and are left out as in live play.
///
/// The stage is a silent one, with the chimes and the loudness the recording is to have.
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
    stage: Stage,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<LeftOut>, RecordingError> {
    let encoder: Box<dyn Encoder + '_> = match format {
        Format::Wav => Box::new(Wav::begin(file, label)?),
        Format::Flac => Box::new(Flac::begin(file, label)?),
        Format::Ogg => Box::new(Ogg::begin(file, label)?),
    };
    let whole = arrangement.last_frame(timeline);
    let mut take = Take { stage, encoder, watch, whole, block: vec![0.0; BLOCK] };
    let mut left_out = Vec::new();
    for (frame, note) in arrangement.notes_at_frames(timeline) {
        take.record_until(frame.saturating_sub(AHEAD))?;
        left_out.extend(take.stage.load(&note));
        take.stage.play_at(note, frame);
    }
    take.record_until(whole)?;
    take.ring_out()?;
    take.encoder.finish()?;
    Ok(left_out)
}

struct Take<'a> {
    stage: Stage,
    encoder: Box<dyn Encoder + 'a>,
    watch: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
    whole: u64,
    block: Vec<f32>,
}

impl Take<'_> {
    fn record_until(&mut self, frame: u64) -> Result<(), RecordingError> {
        while self.stage.position() < frame {
            self.record_block(frame - self.stage.position())?;
        }
        Ok(())
    }

    /// Records at most a block.
    fn record_block(&mut self, frames: u64) -> Result<(), RecordingError> {
        let samples = &mut self.block[..frames.min(BLOCK as u64) as usize];
        self.stage.render(samples);
        self.encoder.write(samples)?;
        let progress = Progress { done: self.stage.position(), whole: self.whole };
        match (self.watch)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(RecordingError::Stopped),
        }
    }

    /// Records what still sounds until it is silent.
    fn ring_out(&mut self) -> Result<(), RecordingError> {
        let latest = self.stage.position() + LONGEST_RINGING;
        while !self.stage.is_silent() && self.stage.position() < latest {
            self.record_block(BLOCK as u64)?;
        }
        if !self.stage.is_silent() {
            self.stage.stop_all();
            self.record_until(latest + FADE)?;
        }
        Ok(())
    }
}
