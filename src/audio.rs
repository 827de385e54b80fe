//! Sounds made audible: recipes, synthesis, mixing, and the outputs they are heard through.
//!
//! One [`Stage`] turns notes into samples; it knows no clock and no device, so what a test asks it
//! for is what a speaker gets. A desk lays the clock over the stage, an output carries its samples
//! away, and [`Sound`] is the handle the rest of the program holds: it never blocks, and a machine
//! without sound is only a quiet [`Status`].

mod arrangement;
mod backdrop;
mod bus;
mod clip;
mod desk;
mod engine;
mod file;
mod level;
mod limiter;
mod master;
#[cfg(test)]
mod measure;
mod mix;
mod note;
mod output;
mod playhead;
mod recipe;
mod resample;
mod sound;
mod sounds;
mod stage;
mod synth;

pub use arrangement::{Arrangement, Speech, Unspoken};
pub use clip::Clip;
pub use file::SoundFileProblem;
pub use note::Note;
pub use output::probe;
pub use recipe::{
    Band, BedPartial, BedRecipe, Drone, Events, Layer, LayerBreath, Motion, MotionShape,
    NoiseColour, Partial, Recipe, RecipeKind, RecipeProblem, Room, Source, Strike, recipe_kind,
};
pub use sound::{Clock, Sound, SoundOptions, Status};
pub use sounds::{BadSound, LeftOut, ListedSound, Sounds, shipped_bed_names, shipped_chime_names};
pub use stage::Stage;

/// The sample rate of everything that is synthesised, in frames per second. The server or the
/// device converts if it wants another.
pub const SAMPLE_RATE: u32 = 48_000;

/// How loud words are spoken by day, in LUFS: softer than a broadcast (−16 to −19 in one channel),
/// so that nobody is startled, and louder than what would make one turn it up.
pub const SPEECH_LUFS: f64 = -20.0;

/// No sample ever leaves the stage louder than this (−3.9 dBFS). The rest up to −3 dBTP is left
/// for what lies between samples.
pub const CEILING: f32 = 0.64;
