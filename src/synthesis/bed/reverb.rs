//! The room a bed or a chime sounds in: four echoes that feed each other, and grow darker as they fade.

use super::width::{share_in_the_middle, spread};
use crate::choices::Channels;
use crate::synthesis::recipe::Room;
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};

/// How long each way through the room is, in frames (30 to 68 ms). They have no factor in common, so
/// that no pitch stands out.
const WAYS: [usize; 4] = [1_433, 1_913, 2_539, 3_253];
/// The ways that scatter what comes in, in frames, and how strongly.
const SCATTER: [usize; 2] = [229, 587];
const SCATTERING: f32 = 0.6;
/// How much of itself an echo keeps from sample to sample: above 2.5 kHz it fades sooner.
const DARK: f32 = 0.72;
/// What is softer is silence (−300 dB): see the filters.
const AT_REST: f32 = 1e-15;

/// A room with its echoes.
pub(in crate::synthesis) struct Reverb {
    scatter: [DelayLine; 2],
    ways: [DelayLine; 4],
    kept: [f32; 4],
    dark: [f32; 4],
    level: f32,
}

/// What was said a while ago: no less than a block, so that a block comes out before any of it goes in.
struct DelayLine {
    samples: Vec<f32>,
    next: usize,
}

impl DelayLine {
    fn new(frames: usize) -> Self {
        Self { samples: vec![0.0; frames], next: 0 }
    }

    /// The block that was said longest ago.
    fn oldest(&self) -> [f32; BLOCK] {
        let mut block = [0.0; BLOCK];
        let (until_end, from_start) = block.split_at_mut(self.until_end());
        until_end.copy_from_slice(&self.samples[self.next..][..until_end.len()]);
        from_start.copy_from_slice(&self.samples[..from_start.len()]);
        block
    }

    /// Puts a block in the place of the oldest.
    fn put(&mut self, block: &[f32; BLOCK]) {
        let (until_end, from_start) = block.split_at(self.until_end());
        self.samples[self.next..][..until_end.len()].copy_from_slice(until_end);
        self.samples[..from_start.len()].copy_from_slice(from_start);
        self.next = (self.next + BLOCK) % self.samples.len();
    }

    /// How much of the next block lies before the end, where it goes round.
    fn until_end(&self) -> usize {
        BLOCK.min(self.samples.len() - self.next)
    }
}

impl Reverb {
    pub(in crate::synthesis) fn new(room: &Room) -> Self {
        let seconds = |frames: usize| frames as f64 / f64::from(SAMPLE_RATE);
        Self {
            scatter: SCATTER.map(DelayLine::new),
            ways: WAYS.map(DelayLine::new),
            kept: WAYS.map(|way| amplitude(-60.0 * seconds(way) / room.seconds) as f32),
            dark: [0.0; 4],
            level: amplitude(room.level_db) as f32,
        }
    }

    /// Adds the room to a block of one channel.
    pub(in crate::synthesis) fn add_to(&mut self, block: &mut [f32; BLOCK]) {
        let echoes = self.echoes(*block);
        for (sample, echo) in block.iter_mut().zip(&echoes) {
            *sample += self.level * in_one(echo);
        }
    }

    /// Adds the room of a block, and of tones beside it, to the block: around both ears, or the same to
    /// both.
    pub(super) fn add_around(
        &mut self,
        block: &mut [StereoFrame; BLOCK],
        beside: &[StereoFrame; BLOCK],
        channels: Channels,
    ) {
        // What differs in both ears is lost on the way in, and made up for.
        let lost = match channels {
            Channels::Mono => 1.0,
            Channels::Stereo => share_in_the_middle(),
        };
        let mut heard = [0.0; BLOCK];
        for (heard, (frame, beside)) in heard.iter_mut().zip(block.iter().zip(beside)) {
            *heard = (*frame + *beside).to_mono() / lost;
        }
        for (frame, echo) in block.iter_mut().zip(&self.echoes(heard)) {
            let around = match channels {
                Channels::Mono => StereoFrame::centred(in_one(echo)),
                Channels::Stereo => spread(in_one(echo), echo[0] + echo[1] - echo[2] - echo[3]),
            };
            *frame += around * self.level;
        }
    }

    /// What comes back along each way while a block goes in.
    fn echoes(&mut self, mut block: [f32; BLOCK]) -> [[f32; 4]; BLOCK] {
        for line in &mut self.scatter {
            let mut now = line.oldest();
            for (sample, now) in block.iter_mut().zip(&mut now) {
                let before = *now;
                *now = *sample - SCATTERING * before;
                *sample = before + SCATTERING * *now;
            }
            line.put(&now);
        }
        let mut ways = self.ways.each_ref().map(DelayLine::oldest);
        let mut echoes = [[0.0; 4]; BLOCK];
        let mut dark = self.dark;
        for (index, (echo, scattered)) in echoes.iter_mut().zip(block).enumerate() {
            for (way, dark) in dark.iter_mut().enumerate() {
                *dark += (1.0 - DARK) * (self.kept[way] * ways[way][index] - *dark);
            }
            *echo = dark;
            // Each way is fed by all the others: half of them all, less itself.
            let shared = 0.5 * echo.iter().sum::<f32>();
            for (way, heard) in ways.iter_mut().zip(dark) {
                way[index] = 0.5 * scattered + shared - heard;
            }
        }
        self.dark = dark;
        self.come_to_rest();
        for (line, way) in self.ways.iter_mut().zip(&ways) {
            line.put(way);
        }
        echoes
    }

    fn come_to_rest(&mut self) {
        for dark in &mut self.dark {
            if dark.abs() < AT_REST {
                *dark = 0.0;
            }
        }
    }
}

/// All echoes as one channel.
fn in_one([a, b, c, d]: &[f32; 4]) -> f32 {
    a - b + c - d
}
