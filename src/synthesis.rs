//! Sounds computed and read: recipes of chimes and beds, breath tones, spoken clips, sound files.
//!
//! Everything here turns a description into samples at [`SAMPLE_RATE`]: tones of one channel, beds of
//! two. When a sound begins, how loud it is among others and where it goes is the mixer's part.

mod bed;
mod breath;
mod chime;
mod clip;
mod clip_tone;
mod file;
mod looped;
mod loudness;
#[cfg(test)]
pub(crate) mod measure;
mod peak_holder;
mod recipe;
mod resample;
mod room_tone;
mod sounds;
mod stereo;
mod tone;
mod units;

pub(crate) use bed::{BedSource, BreathState};
pub(crate) use breath::BreathTone;
pub(crate) use chime::ChimeTone;
pub use clip::SoundClip;
pub(crate) use clip_tone::ClipTone;
pub(crate) use recipe::NIGHT_CHIME_DB;
#[cfg(test)]
pub(crate) use recipe::Recipe;
pub use recipe::RecipeKind;
pub(crate) use room_tone::room_tone;
pub use sounds::{BadSound, BadSoundReason, LeftOut, ListedSound, Sounds};
pub(crate) use sounds::{Chime, FileLoad, LoadedFile};
pub(crate) use stereo::Pan;
pub use stereo::StereoFrame;
pub(crate) use tone::Tone;
pub(crate) use units::{BLOCK, amplitude};
pub use units::{SAMPLE_RATE, SPEECH_LUFS};
