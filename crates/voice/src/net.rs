//! The net: two encoders of sounds, lengths, pitch and energy, and a decoder to spectra.

mod encoder;
mod layers;

use std::ops::Range;
use std::time::Duration;

use ndarray::{Array2, ArrayView2, Axis, Slice, concatenate};

use crate::voice_file::{VoiceFile, VoiceFileError};
use encoder::Encoder;
use layers::{Block, Convolution, Linear, Norm, gelu};

/// How far the blocks that shape the melody look, one after the other, in steps of 25 ms.
const MELODY_DILATIONS: [usize; 6] = [1, 2, 4, 8, 1, 2];
/// How many blocks turn sounds into spectra.
const DECODER_BLOCKS: usize = 8;
/// How long a step of the melody is: two frames.
const STEP: Duration = Duration::from_millis(25);
/// So many steps of the last sound of a sentence are heard at the voice's own speed; in the rest of
/// its time there is silence. Found with 250 sentences of sessions at three speeds.
const HEARD_OF_LAST: f32 = 6.0;
/// The longest that one sound may take, in such steps; no real one comes near it.
const LONGEST_SOUND: f32 = 200.0;
/// How many numbers a spectrum of one frame has: five parts of 601 bins.
pub(crate) const SPECTRUM: usize = 5 * 601;
/// The numbers that stand for sounds are below this.
pub(crate) const SOUNDS: usize = 178;

/// The net of one voice, with its weights where the file has them.
#[derive(Debug)]
pub(crate) struct Net<'a> {
    words: Encoder<'a>,
    prosody: Encoder<'a>,
    length_in: Convolution<'a>,
    length_out: Convolution<'a>,
    melody_in: Convolution<'a>,
    melody: Vec<Block<'a>>,
    melody_out: Convolution<'a>,
    decoder_in: Convolution<'a>,
    decoder: Vec<Block<'a>>,
    decoder_norm: Norm<'a>,
    head: Linear<'a>,
}

/// What the net says of a sentence: 80 frames a second, each to become a spectrum, and their pitch.
#[derive(Debug)]
pub(crate) struct Frames {
    /// One row of features for each frame.
    features: Array2<f32>,
    /// Hz, for each frame.
    pub(crate) pitch: Vec<f32>,
}

impl Frames {
    /// How many frames there are.
    pub(crate) fn count(&self) -> usize {
        self.pitch.len()
    }
}

/// How long the net lets each sound take at the voice's own speed, in steps of 25 ms.
#[derive(Debug, Default)]
pub(crate) struct Lengths(Vec<f32>);

impl Lengths {
    /// How many sounds there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Lets more sounds follow.
    pub(crate) fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// How many whole steps each sound takes at `speed` times the voice's own speed.
    fn at(&self, speed: f32) -> impl Iterator<Item = usize> {
        let steps = move |length: &f32| (length / speed).round_ties_even();
        self.0.iter().map(move |length| steps(length).clamp(1.0, LONGEST_SOUND) as usize)
    }

    /// How long words are heard at `speed`, where their last sound ends the sentence.
    pub(crate) fn heard(&self, words: Range<usize>, speed: f32) -> Duration {
        let steps: Vec<usize> = self.at(speed).take(words.end).skip(words.start).collect();
        let Some((last, others)) = steps.split_last() else { return Duration::ZERO };
        let last = (*last as f32).min(HEARD_OF_LAST / speed);
        STEP.mul_f32(others.iter().sum::<usize>() as f32 + last)
    }
}

impl<'a> Net<'a> {
    /// Takes every table that is needed, each of the shape that its neighbours ask for.
    pub(crate) fn read(file: &VoiceFile<'a>) -> Result<Self, VoiceFileError> {
        let words = Encoder::read(file, "m.text", 4)?;
        let prosody = Encoder::read(file, "pn.text", 6)?;
        let length_in = Convolution::read(file, "pn.dur.0", prosody.channels(), None)?;
        let length_out = Convolution::read(file, "pn.dur.2", length_in.outs(), Some(1))?;
        let melody_in = Convolution::read(file, "pn.pro_in", prosody.channels(), None)?;
        let melody_block =
            |(at, dilation)| Block::read(file, &format!("pn.pro.{at}"), melody_in.outs(), dilation);
        let melody = MELODY_DILATIONS.into_iter().enumerate().map(melody_block);
        let melody = melody.collect::<Result<_, _>>()?;
        let melody_out = Convolution::read(file, "pn.pro_out", melody_in.outs(), Some(4))?;
        let decoder_in = Convolution::read(file, "m.dec_in", words.channels() + 2, None)?;
        let width = decoder_in.outs();
        let decoder = (0..DECODER_BLOCKS)
            .map(|at| Block::read(file, &format!("m.dec.{at}"), width, 1))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            decoder_norm: Norm::read(file, "m.dec_norm", width)?,
            head: Linear::read(file, "m.head", width, Some(SPECTRUM))?,
            words,
            prosody,
            length_in,
            length_out,
            melody_in,
            melody,
            melody_out,
            decoder_in,
            decoder,
        })
    }

    /// The frames of a sentence, from the numbers of its sounds (below `SOUNDS`), at `speed` times
    /// the voice's own speed.
    pub(crate) fn frames(&self, sounds: &[usize], speed: f32) -> Frames {
        let words = self.words.apply(sounds);
        let prosody = self.prosody.apply(sounds);
        let lengths: Vec<usize> = self.lengths_of(&prosody).at(speed).collect();
        let melody = self.melody(&stretched(&prosody, &lengths, 1));
        let (pitch, energy) = pitch_and_energy(&melody);
        let words = stretched(&words, &lengths, 2);
        let contour = Array2::from_shape_fn((words.nrows(), 2), |(frame, part)| match part {
            0 => (1.0 + pitch[frame].max(0.0)).ln() / 5.0,
            _ => energy[frame] / 5.0,
        });
        let joined = concatenate(Axis(1), &[words.view(), contour.view()])
            .expect("both have one row for each frame");
        let mut features = self.decoder_in.apply(&joined);
        for block in &self.decoder {
            features = block.apply(features);
        }
        Frames { features: self.decoder_norm.apply(&features), pitch }
    }

    /// The spectra of all frames, `at_once` frames at a time, so that few are in memory together.
    pub(crate) fn spectra(
        &self,
        frames: &Frames,
        at_once: usize,
        mut take: impl FnMut(ArrayView2<'_, f32>),
    ) {
        let head = self.head.unpacked();
        for from in (0..frames.count()).step_by(at_once) {
            let to = (from + at_once).min(frames.count());
            let rows = frames.features.slice_axis(Axis(0), Slice::from(from..to));
            take(head.apply(&rows).view());
        }
    }

    /// How long each sound takes at the voice's own speed.
    pub(crate) fn lengths(&self, sounds: &[usize]) -> Lengths {
        self.lengths_of(&self.prosody.apply(sounds))
    }

    fn lengths_of(&self, prosody: &Array2<f32>) -> Lengths {
        let mut hidden = self.length_in.apply(prosody);
        gelu(&mut hidden);
        let logarithms = self.length_out.apply(&hidden);
        Lengths(logarithms.iter().map(|logarithm| logarithm.exp() - 1.0).collect())
    }

    fn melody(&self, prosody: &Array2<f32>) -> Array2<f32> {
        let mut melody = self.melody_in.apply(prosody);
        for block in &self.melody {
            melody = block.apply(melody);
        }
        self.melody_out.apply(&melody)
    }
}

/// Each row as often as its sound has steps, `times` over.
fn stretched(rows: &Array2<f32>, lengths: &[usize], times: usize) -> Array2<f32> {
    let repeated = lengths.iter().enumerate();
    let order: Vec<usize> =
        repeated.flat_map(|(row, length)| std::iter::repeat_n(row, length * times)).collect();
    rows.select(Axis(0), &order)
}

/// Pitch (Hz) and energy of two frames for each step of the melody.
fn pitch_and_energy(melody: &Array2<f32>) -> (Vec<f32>, Vec<f32>) {
    let steps = || melody.rows().into_iter();
    let pitch = steps().flat_map(|step| [step[0] * 100.0, step[1] * 100.0]).collect();
    let energy = steps().flat_map(|step| [step[2] * 5.0, step[3] * 5.0]).collect();
    (pitch, energy)
}
