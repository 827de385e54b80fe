//! The recipe of a bed: layers of noise, sparse events and drones that move slowly and never loop.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::problem::{self, Limits, RecipeFault};
use super::{RecipeKind, head_faults, read};
use crate::problem::{Problem, Source};

/// The most layers, and the most partials of a drone.
const MOST: usize = 16;

const LEVEL: Limits = Limits(-60.0, 12.0, "dB");
const CUT_OFF: Limits = Limits(20.0, 16_000.0, "Hz");

/// A background sound as text describes it. All layers sound together.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BedRecipe {
    /// The version of the recipe format: 1.
    pub format: u32,
    /// What the recipe makes.
    pub kind: RecipeKind,
    /// What people call the sound.
    pub title: String,
    /// One line on how it sounds.
    pub summary: String,
    /// What brings it to −37 LUFS, in dB; found by measuring.
    pub gain_db: f64,
    /// Another number gives the same sound with other chances.
    #[serde(default)]
    pub seed: u32,
    /// The room it sounds in, if that is to be heard.
    pub room: Option<Room>,
    /// What sounds together.
    pub layers: Vec<Layer>,
}

/// A room that can be heard.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// How long a sound takes to fade in it by 60 dB, in seconds.
    pub seconds: f64,
    /// How loud the room is against the sound itself, in dB.
    pub level_db: f64,
}

/// One part of a bed: exactly one of noise, events and a drone, then filters, then its level.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Steady noise of this colour.
    pub noise: Option<NoiseColour>,
    /// Many short sounds at random times.
    pub events: Option<Events>,
    /// Tones that stay.
    pub drone: Option<Drone>,
    /// How loud among the layers, in dB.
    pub level_db: f64,
    /// Below this, in hertz, it grows weaker.
    pub high_pass_hz: Option<f64>,
    /// Above this, in hertz, it grows weaker.
    pub low_pass_hz: Option<f64>,
    /// Only a band is left of it.
    pub band: Option<Band>,
    /// How it moves by itself.
    pub motion: Option<Motion>,
    /// How it follows the breath.
    pub breath: Option<LayerBreath>,
}

/// What a layer is made of.
#[derive(Clone, Copy, Debug)]
pub enum LayerSource<'a> {
    /// Steady noise.
    Noise(NoiseColour),
    /// Many short sounds.
    Events(&'a Events),
    /// Tones that stay.
    Drone(&'a Drone),
}

/// How noise lies over frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoiseColour {
    /// The same at every frequency: a hiss.
    White,
    /// 3 dB less with each octave: a fall of water.
    Pink,
    /// 6 dB less with each octave: a far-off roar.
    Brown,
}

/// Many short sounds at random times. Each is drawn anew from its ranges.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// How many begin in a second, on average.
    pub per_second: f64,
    /// Lowest and highest pitch, in hertz.
    #[serde(deserialize_with = "two")]
    pub pitch_hz: [f64; 2],
    /// Shortest and longest time to fade by 60 dB, in milliseconds.
    #[serde(deserialize_with = "two")]
    pub decay_ms: [f64; 2],
    /// Softest and loudest, in dB.
    #[serde(deserialize_with = "two")]
    pub level_db: [f64; 2],
    /// How long each takes to swell, in milliseconds.
    #[serde(default = "one")]
    pub attack_ms: f64,
    /// How far the pitch rises while it fades, in octaves.
    #[serde(default)]
    pub rise_octaves: f64,
    /// How many pulses one event has, at least and at most.
    #[serde(default = "one_pulse", deserialize_with = "two")]
    pub pulses: [u32; 2],
    /// From one pulse to the next, in milliseconds.
    #[serde(default = "some_millis")]
    pub every_ms: f64,
    /// Bursts of noise instead of tones.
    #[serde(default)]
    pub noise: bool,
    /// Nearly evenly spaced instead of quite by chance.
    #[serde(default)]
    pub regular: bool,
}

/// Two numbers and no more: the reader of types passes over what stands behind them.
fn two<'de, D: Deserializer<'de>, T: Deserialize<'de>>(numbers: D) -> Result<[T; 2], D::Error> {
    let numbers = Vec::deserialize(numbers)?;
    let count = numbers.len();
    numbers.try_into().map_err(|_| D::Error::invalid_length(count, &"an array of length 2"))
}

fn one() -> f64 {
    1.0
}

fn one_pulse() -> [u32; 2] {
    [1, 1]
}

fn some_millis() -> f64 {
    50.0
}

/// Tones that stay.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drone {
    /// The fundamental in hertz.
    pub pitch_hz: f64,
    /// What it is made of.
    pub partials: Vec<BedPartial>,
}

/// One tone of a drone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BedPartial {
    /// Its frequency as a multiple of the fundamental.
    pub ratio: f64,
    /// How loud among the partials, in dB.
    pub level_db: f64,
    /// How far its level wanders by itself, up and down together, in dB.
    #[serde(default)]
    pub sway_db: f64,
    /// How far its pitch wanders by itself, up and down together, in hundredths of a semitone.
    /// Tones that lie close together then never beat in step for long.
    #[serde(default)]
    pub sway_cents: f64,
    /// How long it wanders one way, in seconds, on average.
    #[serde(default = "some_seconds")]
    pub sway_s: f64,
}

fn some_seconds() -> f64 {
    9.0
}

/// A band of frequencies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its middle in hertz.
    pub hz: f64,
    /// How narrow it is: 0.5 is wide, 10 whistles.
    pub q: f64,
}

/// Slow random motion. No two stretches are the same.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// How long it moves one way, in seconds, on average.
    pub seconds: f64,
    /// How far the level moves, from lowest to highest, in dB.
    #[serde(default)]
    pub level_db: f64,
    /// How far low-pass and band move, from lowest to highest, in octaves.
    #[serde(default)]
    pub octaves: f64,
    /// How it moves.
    #[serde(default)]
    pub shape: MotionShape,
    /// Layers with the same number here move as one.
    pub together: Option<u32>,
    /// How much later than the others that move with it, in seconds.
    #[serde(default)]
    pub lag_s: f64,
}

/// How something moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MotionShape {
    /// Wherever it likes.
    #[default]
    Drift,
    /// Up and down in turn; up is quicker.
    Waves,
}

/// How a layer follows a breath.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerBreath {
    /// How much louder it is with full lungs than with empty ones, in dB.
    #[serde(default)]
    pub swell_db: f64,
    /// How far low-pass and band open from empty to full, in octaves.
    #[serde(default)]
    pub open_octaves: f64,
}

impl Layer {
    /// What it is made of; `None` in a recipe that is not valid.
    pub fn source(&self) -> Option<LayerSource<'_>> {
        match (self.noise, &self.events, &self.drone) {
            (Some(colour), None, None) => Some(LayerSource::Noise(colour)),
            (None, Some(events), None) => Some(LayerSource::Events(events)),
            (None, None, Some(drone)) => Some(LayerSource::Drone(drone)),
            _ => None,
        }
    }
}

impl BedRecipe {
    /// Reads a recipe. `file` is only a name for the messages.
    ///
    /// # Errors
    /// Everything that is wrong with it, each problem with its place and how to mend it. A text
    /// that is no TOML, or has unknown or missing keys, gives the problems of that alone: what it
    /// says otherwise cannot be judged.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = Source::new(file, text);
        let recipe: Self = read(&source)?;
        let faults = recipe.faults();
        if faults.is_empty() { Ok(recipe) } else { Err(problem::placed(&source, faults)) }
    }

    fn faults(&self) -> Vec<RecipeFault> {
        let texts = [("title", self.title.as_str()), ("summary", self.summary.as_str())];
        let mut check = RecipeCheck(head_faults(self.format, self.kind, RecipeKind::Bed, texts));
        check.number("gain_db", self.gain_db, Limits(-60.0, 30.0, "dB"));
        if let Some(room) = &self.room {
            check.number("room.seconds", room.seconds, Limits(0.2, 12.0, "s"));
            check.number("room.level_db", room.level_db, Limits(-40.0, 0.0, "dB"));
        }
        check.count("layers", self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            check.layer(&format!("layers[{index}]"), layer);
        }
        check.0
    }
}

/// Gathers faults.
struct RecipeCheck(Vec<RecipeFault>);

impl RecipeCheck {
    fn number(&mut self, place: impl AsRef<str>, value: f64, limits: Limits) {
        self.0.extend(problem::number(place.as_ref(), value, limits));
    }

    fn count(&mut self, place: impl AsRef<str>, count: usize) {
        self.0.extend(problem::count(place.as_ref(), count, MOST));
    }

    fn range(&mut self, place: &str, range: [f64; 2], limits: Limits) {
        let [from, to] = range;
        self.number(format!("{place}[0]"), from, limits);
        self.number(format!("{place}[1]"), to, limits);
        if from > to {
            self.0.push(RecipeFault::range(place, range));
        }
    }

    fn layer(&mut self, place: &str, layer: &Layer) {
        match layer.source() {
            None => self.0.push(RecipeFault::source(place)),
            Some(LayerSource::Noise(_)) => {}
            Some(LayerSource::Events(events)) => self.events(&format!("{place}.events"), events),
            Some(LayerSource::Drone(drone)) => self.drone(&format!("{place}.drone"), drone),
        }
        self.number(format!("{place}.level_db"), layer.level_db, LEVEL);
        for (key, value) in
            [("high_pass_hz", layer.high_pass_hz), ("low_pass_hz", layer.low_pass_hz)]
        {
            if let Some(hertz) = value {
                self.number(format!("{place}.{key}"), hertz, CUT_OFF);
            }
        }
        if let Some(band) = &layer.band {
            self.number(format!("{place}.band.hz"), band.hz, CUT_OFF);
            self.number(format!("{place}.band.q"), band.q, Limits(0.3, 30.0, "none"));
        }
        if let Some(motion) = &layer.motion {
            let place = |key: &str| format!("{place}.motion.{key}");
            self.number(place("seconds"), motion.seconds, Limits(0.1, 120.0, "s"));
            self.number(place("level_db"), motion.level_db, Limits(0.0, 30.0, "dB"));
            self.number(place("octaves"), motion.octaves, Limits(0.0, 3.0, "octaves"));
            self.number(place("lag_s"), motion.lag_s, Limits(0.0, 30.0, "s"));
        }
        if let Some(breath) = &layer.breath {
            let place = |key: &str| format!("{place}.breath.{key}");
            self.number(place("swell_db"), breath.swell_db, Limits(0.0, 24.0, "dB"));
            self.number(place("open_octaves"), breath.open_octaves, Limits(0.0, 3.0, "octaves"));
        }
    }

    fn events(&mut self, place: &str, events: &Events) {
        let key = |key: &str| format!("{place}.{key}");
        self.number(key("per_second"), events.per_second, Limits(0.01, 150.0, "per-second"));
        self.range(&key("pitch_hz"), events.pitch_hz, Limits(40.0, 12_000.0, "Hz"));
        self.range(&key("decay_ms"), events.decay_ms, Limits(1.0, 4_000.0, "ms"));
        self.range(&key("level_db"), events.level_db, LEVEL);
        self.range(&key("pulses"), events.pulses.map(f64::from), Limits(1.0, 20.0, "pulses"));
        self.number(key("attack_ms"), events.attack_ms, Limits(0.5, 1_000.0, "ms"));
        self.number(key("rise_octaves"), events.rise_octaves, Limits(-3.0, 3.0, "octaves"));
        self.number(key("every_ms"), events.every_ms, Limits(2.0, 1_000.0, "ms"));
    }

    fn drone(&mut self, place: &str, drone: &Drone) {
        self.number(format!("{place}.pitch_hz"), drone.pitch_hz, Limits(30.0, 1_000.0, "Hz"));
        self.count(format!("{place}.partials"), drone.partials.len());
        for (index, partial) in drone.partials.iter().enumerate() {
            let key = |key: &str| format!("{place}.partials[{index}].{key}");
            self.number(key("ratio"), partial.ratio, Limits(0.25, 16.0, "times"));
            self.number(key("level_db"), partial.level_db, Limits(-60.0, 0.0, "dB"));
            self.number(key("sway_db"), partial.sway_db, Limits(0.0, 30.0, "dB"));
            self.number(key("sway_cents"), partial.sway_cents, Limits(0.0, 50.0, "cents"));
            self.number(key("sway_s"), partial.sway_s, Limits(0.5, 120.0, "s"));
        }
    }
}
