//! Many short sounds at random times: drops, crackles, chirps.

use std::f64::consts::TAU;

use super::random::Random;
use crate::synthesis::recipe::Events;
use crate::synthesis::stereo::{Pan, StereoFrame};
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};

/// The most that sound at once; more would not be told apart.
const MOST: usize = 64;
/// A sound is over when it has faded by this much, in dB.
const INAUDIBLE_DB: f64 = 60.0;

/// How much later a sound from the very side reaches the other ear, in seconds.
const BETWEEN_EARS: f64 = 0.0008;
/// Above some pitch ears cannot tell how late a wave is; there it is this far on, in radians.
const FURTHEST_ON: f64 = 2.8;

/// An endless rain of short sounds.
pub(super) struct ScatteredEvents {
    events: Events,
    chance: Random,
    /// Where each is heard; `None` where all are in the middle.
    places: Option<Random>,
    /// Frames until the next one.
    until: f64,
    sounding: Vec<Grain>,
}

/// One short sound: a pointer that turns and shrinks, or noise that does.
struct Grain {
    /// Frames until it begins.
    wait: u32,
    frames_left: u32,
    pointer: (f64, f64),
    /// Radians from sample to sample, and what they are multiplied with after each.
    turn: f64,
    rise: f64,
    level: f64,
    loss: f64,
    place: EventPlace,
    swell: f64,
    swell_step: f64,
}

/// Where a short sound is heard: louder in one ear, and there a moment sooner.
#[derive(Clone, Copy)]
struct EventPlace {
    pan: Pan,
    /// How far on the wave is in the right ear: cosine and sine.
    on: (f32, f32),
}

impl EventPlace {
    const MIDDLE: Self = Self { pan: Pan::CENTRE, on: (1.0, 0.0) };

    /// So far to one side, from −1, left, to 1, right, for a pitch in hertz.
    fn at(side: f64, pitch: f64) -> Self {
        let on = side * (TAU * pitch * BETWEEN_EARS).min(FURTHEST_ON);
        let (sin, cos) = on.sin_cos();
        Self { pan: Pan::at(side as f32), on: (cos as f32, sin as f32) }
    }

    /// A wave as it is heard there, from where it is and where it would be a quarter of a turn on.
    fn place(self, wave: f32, quarter_on: f32) -> StereoFrame {
        self.pan.weigh(StereoFrame { left: wave, right: self.on.0 * wave + self.on.1 * quarter_on })
    }
}

impl ScatteredEvents {
    /// `places` says where each is heard; without it all are in the middle.
    pub(super) fn new(events: &Events, chance: Random, places: Option<Random>) -> Self {
        let sounding = Vec::with_capacity(MOST);
        let mut sprinkle = Self { events: events.clone(), chance, places, until: 0.0, sounding };
        sprinkle.until = sprinkle.pause() * sprinkle.chance.unit();
        sprinkle
    }

    pub(super) fn fill(&mut self, block: &mut [StereoFrame; BLOCK]) {
        block.fill(StereoFrame::SILENT);
        self.until -= block.len() as f64;
        while self.until < 0.0 {
            let wait = (self.until + block.len() as f64).max(0.0);
            self.begin(wait as u32);
            self.until += self.pause();
        }
        for grain in &mut self.sounding {
            grain.add_to(block, if self.events.noise { Some(&mut self.chance) } else { None });
        }
        self.sounding.retain(|grain| grain.frames_left > 0);
    }

    /// Frames from one event to the next: never quite none, so that this comes to an end.
    fn pause(&mut self) -> f64 {
        let mean = f64::from(SAMPLE_RATE) / self.events.per_second;
        let part = if self.events.regular {
            self.chance.between([0.75, 1.25])
        } else {
            -(1.0 - self.chance.unit()).ln()
        };
        (mean * part).max(1.0)
    }

    fn begin(&mut self, wait: u32) {
        let [fewest, most] = self.events.pulses.map(f64::from);
        let pulses = self.chance.between([fewest, most + 1.0]) as u32;
        let every = self.events.every_ms / 1_000.0 * f64::from(SAMPLE_RATE);
        let pitch = octaves(&mut self.chance, self.events.pitch_hz);
        let decay = octaves(&mut self.chance, self.events.decay_ms) / 1_000.0;
        let level = amplitude(self.chance.between(self.events.level_db));
        let place = match &mut self.places {
            Some(places) => EventPlace::at(places.between([-1.0, 1.0]), pitch),
            None => EventPlace::MIDDLE,
        };
        for pulse in 0..pulses.max(1) {
            if self.sounding.len() < MOST {
                let wait = wait + (f64::from(pulse) * every) as u32;
                let grain = Grain::new(&self.events, wait, pitch, decay, level);
                self.sounding.push(Grain { place, ..grain });
            }
        }
    }
}

/// Between two numbers, as evenly as the ear counts.
fn octaves(chance: &mut Random, [from, to]: [f64; 2]) -> f64 {
    from * (to / from).powf(chance.unit())
}

impl Grain {
    fn new(events: &Events, wait: u32, pitch: f64, decay: f64, level: f64) -> Self {
        let rate = f64::from(SAMPLE_RATE);
        let attack = events.attack_ms / 1_000.0;
        let frames = (attack + decay) * rate;
        Self {
            wait,
            frames_left: (frames as u32).max(1),
            pointer: (1.0, 0.0),
            turn: TAU * pitch / rate,
            rise: 2_f64.powf(events.rise_octaves / frames),
            level,
            loss: amplitude(-INAUDIBLE_DB / frames),
            place: EventPlace::MIDDLE,
            swell: 0.0,
            swell_step: 1.0 / (attack * rate).max(1.0),
        }
    }

    fn add_to(&mut self, block: &mut [StereoFrame], noise: Option<&mut Random>) {
        let first = (self.wait as usize).min(block.len());
        self.wait -= first as u32;
        let count = (block.len() - first).min(self.frames_left as usize);
        let block = &mut block[first..first + count];
        match noise {
            Some(chance) => {
                for frame in block {
                    let [wave, quarter_on] = chance.whites();
                    *frame += self.place.place(wave, quarter_on) * self.loudness();
                }
            }
            None => self.add_tone(block),
        }
        self.frames_left -= count as u32;
    }

    fn add_tone(&mut self, block: &mut [StereoFrame]) {
        // The pitch moves from block to block: finer steps are not heard.
        let (turn_sin, turn_cos) = self.turn.sin_cos();
        self.turn *= self.rise.powi(block.len() as i32);
        for frame in block {
            let (cos, sin) = self.pointer;
            *frame += self.place.place(sin as f32, cos as f32) * self.loudness();
            self.pointer = (cos * turn_cos - sin * turn_sin, sin * turn_cos + cos * turn_sin);
        }
    }

    fn loudness(&mut self) -> f32 {
        self.swell = (self.swell + self.swell_step).min(1.0);
        self.level *= self.loss;
        (self.level * self.swell) as f32
    }
}
