//! A bed: layers of noise, events and drones, computed live, without an end.

mod drone;
mod events;
mod filter;
mod motion;
mod noise;
mod random;
mod reverb;
mod width;

use crate::choices::Channels;
use crate::synthesis::recipe::{BedRecipe, Layer, LayerBreath, LayerSource, Motion};
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, amplitude};
use drone::DroneTones;
use events::ScatteredEvents;
use filter::{Pass, ToneFilter, run_all};
use motion::RandomMotion;
use noise::Noise;
use random::Random;
pub(super) use reverb::Reverb;
use width::Width;

/// How much of its own motion a bed keeps while it follows a breath: the breath must be heard.
const OWN_MOTION: f64 = 0.15;
/// How much softer a bed is while it follows a breath, in dB: swelling would make it louder as a
/// whole than one that stays where it is.
const FOLLOWING_DB: f64 = -1.5;
/// Streams of chance with numbers from here on belong to layers that move together.
const TOGETHER: u64 = 1 << 32;
/// Those from here on make what one ear hears differ from what the other does.
const APART: u64 = 1 << 33;

/// How full the breath is, and how far a bed follows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BreathState {
    /// From 0, empty, to 1, full; 0.5 where no breath is followed.
    pub(crate) fullness: f64,
    /// From 0, no breath is followed, to 1.
    pub(crate) followed: f64,
}

/// A background sound without an end.
pub(crate) trait BedSource: Send {
    /// Writes the next block.
    fn fill(&mut self, block: &mut [StereoFrame; BLOCK], breath_state: BreathState);
}

/// A bed from a recipe.
pub(crate) struct BedTone {
    gain_db: f64,
    gain: Option<f32>,
    layers: Vec<LayerTone>,
    room: Option<Reverb>,
    channels: Channels,
    /// `None` where both ears hear the same.
    width: Option<Width>,
}

struct LayerTone {
    sound: LayerSound,
    filters: Vec<ToneFilter<StereoFrame>>,
    /// Where each filter that moves is when it stands still, in hertz; 0 for one that never moves.
    cut_offs: Vec<f64>,
    level_db: f64,
    motion: Option<(RandomMotion, f64, f64)>,
    breath: Option<LayerBreath>,
    /// The level where the last block ended, if there was one.
    level: Option<f64>,
}

enum LayerSound {
    Noise(Noise),
    Events(ScatteredEvents),
    Drone(DroneTones),
}

impl BedTone {
    pub(crate) fn new(recipe: &BedRecipe, channels: Channels) -> Self {
        let layers = recipe.layers.iter().enumerate();
        let layers = layers.filter_map(|(index, layer)| {
            LayerTone::new(layer, recipe.seed, index as u64, channels)
        });
        Self {
            gain_db: recipe.gain_db,
            gain: None,
            layers: layers.collect(),
            room: recipe.room.as_ref().map(Reverb::new),
            channels,
            width: (channels == Channels::Stereo).then(Width::new),
        }
    }
}

impl BedSource for BedTone {
    fn fill(&mut self, block: &mut [StereoFrame; BLOCK], breath_state: BreathState) {
        block.fill(StereoFrame::SILENT);
        let mut tones = [StereoFrame::SILENT; BLOCK];
        for layer in &mut self.layers {
            let is_drone = matches!(layer.sound, LayerSound::Drone(_));
            layer.add_to(if is_drone { &mut tones } else { block }, breath_state);
        }
        let wanted = amplitude(self.gain_db + FOLLOWING_DB * breath_state.followed) as f32;
        let mut gain = self.gain.unwrap_or(wanted);
        let step = (wanted - gain) / BLOCK as f32;
        for (frame, tone) in block.iter_mut().zip(&mut tones) {
            gain += step;
            (*frame, *tone) = (*frame * gain, *tone * gain);
        }
        self.gain = Some(wanted);
        if let Some(room) = &mut self.room {
            room.add_around(block, &tones, self.channels);
        }
        if let Some(width) = &mut self.width {
            width.apply(block);
        }
        // Each tone has its width by itself: the crossover would turn what differs in both ears, and
        // a tone that stays would lean to one side.
        for (frame, tone) in block.iter_mut().zip(&tones) {
            *frame += *tone;
        }
    }
}

impl LayerTone {
    fn new(layer: &Layer, seed: u32, index: u64, channels: Channels) -> Option<Self> {
        let chance = Random::new(seed, 2 * index);
        let apart = (channels == Channels::Stereo).then(|| Random::new(seed, APART + index));
        let sound = match layer.source()? {
            LayerSource::Noise(colour) => LayerSound::Noise(Noise::new(colour, chance, apart)),
            LayerSource::Events(events) => {
                LayerSound::Events(ScatteredEvents::new(events, chance, apart))
            }
            LayerSource::Drone(drone) => {
                LayerSound::Drone(DroneTones::new(drone, chance, channels))
            }
        };
        let wander = |motion: &Motion| {
            let stream = motion.together.map_or(2 * index + 1, |it| TOGETHER + u64::from(it));
            let chance = Random::new(seed, stream);
            let wander = RandomMotion::new(chance, motion.shape, motion.seconds, motion.lag_s);
            (wander, motion.level_db / 2.0, motion.octaves / 2.0)
        };
        let (filters, cut_offs) = filters(layer).into_iter().unzip();
        Some(Self {
            sound,
            filters,
            cut_offs,
            level_db: layer.level_db,
            motion: layer.motion.as_ref().map(wander),
            breath: layer.breath.clone(),
            level: None,
        })
    }

    fn add_to(&mut self, out: &mut [StereoFrame; BLOCK], breath_state: BreathState) {
        let mut block = [StereoFrame::SILENT; BLOCK];
        match &mut self.sound {
            LayerSound::Noise(noise) => noise.fill(&mut block),
            LayerSound::Events(events) => events.fill(&mut block),
            LayerSound::Drone(tones) => tones.fill(&mut block, own_motion(breath_state)),
        }
        let (level_db, octaves) = self.bearing(breath_state);
        for (filter, &hertz) in self.filters.iter_mut().zip(&self.cut_offs) {
            if hertz > 0.0 {
                filter.move_to(hertz * 2_f64.powf(octaves));
            }
        }
        run_all(&mut self.filters, &mut block);
        let wanted = amplitude(level_db);
        let mut level = self.level.unwrap_or(wanted);
        let step = (wanted - level) / BLOCK as f64;
        for (sum, frame) in out.iter_mut().zip(&block) {
            level += step;
            *sum += *frame * level as f32;
        }
        self.level = Some(wanted);
    }

    /// Its level in dB, and how far its filters have moved in octaves.
    fn bearing(&mut self, breath_state: BreathState) -> (f64, f64) {
        let (mut level_db, mut octaves) = (self.level_db, 0.0);
        if let Some((wander, half_db, half_octaves)) = &mut self.motion {
            let height = own_motion(breath_state) * wander.advance();
            level_db += height * *half_db;
            octaves += height * *half_octaves;
        }
        if let Some(breath) = &self.breath {
            level_db += breath.swell_db * (breath_state.fullness - 0.5);
            octaves += breath.open_octaves * (breath_state.fullness - 0.5);
        }
        (level_db, octaves)
    }
}

/// How much of its own motion is left to a bed.
fn own_motion(breath_state: BreathState) -> f64 {
    1.0 - (1.0 - OWN_MOTION) * breath_state.followed
}

/// The filters of a layer, each with where it moves about, in hertz, or 0.
fn filters(layer: &Layer) -> Vec<(ToneFilter<StereoFrame>, f64)> {
    let moves = layer.motion.as_ref().is_some_and(|motion| motion.octaves > 0.0)
        || layer.breath.as_ref().is_some_and(|breath| breath.open_octaves > 0.0);
    let about = |hertz: f64| if moves { hertz } else { 0.0 };
    let high = layer.high_pass_hz.map(|hertz| (ToneFilter::new(Pass::High, hertz), 0.0));
    let low = layer.low_pass_hz.map(|hertz| (ToneFilter::new(Pass::Low, hertz), about(hertz)));
    let band = layer
        .band
        .as_ref()
        .map(|band| (ToneFilter::with_q(Pass::Band, band.hz, band.q as f32), about(band.hz)));
    [high, low, band].into_iter().flatten().collect()
}
