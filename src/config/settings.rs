//! The settings file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Paths, VoiceSettings, slip};
use crate::body::Side;
use crate::choices::{
    Background, Choice as _, ColorChoice, LONGEST_SLEEP_TIMER, Mix, Night, OutputChoice, SoundKind,
    StayAwake,
};

/// What a person has set. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that a person finds in the file"
)]
pub struct Settings {
    /// Where sound goes.
    pub output: OutputChoice,
    /// Loudness of a first run, 0–100; later runs remember the last one.
    pub volume: u8,
    /// Whether a soft tone follows the breath.
    pub breath_tone: bool,
    /// Draws at most twice a second, in steps instead of motion.
    pub reduced_motion: bool,
    /// Which side goes first: `left` or `right`.
    pub first_side: Side,
    /// How many colours to draw with.
    pub colours: ColorChoice,
    /// Whether the mouse may be used.
    pub mouse: bool,
    /// When the screen turns dim and warm by itself while a session plays.
    pub night: Night,
    /// How many minutes the bed plays on after a session at night, before it fades: 0 to
    /// [`LONGEST_SLEEP_TIMER`].
    pub sleep_timer: u32,
    /// Whether media keys, and whatever else speaks MPRIS, may control a session.
    pub media_keys: bool,
    /// Whether other players are paused while a session is on, and go on after it.
    pub pause_players: bool,
    /// What is held off while a session plays: `never`, `sleep`, or `screen` and sleep.
    pub stay_awake: StayAwake,
    /// The background of a first run: `session`, `none` or the name of a bed. Later runs remember
    /// the last one.
    pub background: Background,
    /// How loud each kind of sound is in a first run.
    pub mix: Mix,
    /// Who speaks, and how.
    pub voice: VoiceSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            output: OutputChoice::Auto,
            volume: 70,
            breath_tone: true,
            reduced_motion: false,
            first_side: Side::Left,
            colours: ColorChoice::Auto,
            mouse: true,
            night: Night::Bed,
            sleep_timer: 20,
            media_keys: true,
            pause_players: false,
            stay_awake: StayAwake::Never,
            background: Background::AsWritten,
            mix: Mix::default(),
            voice: VoiceSettings::default(),
        }
    }
}

/// Why the settings could not be read.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The file is there and cannot be read.
    #[error("the settings in {} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not valid.
    #[error("the settings in {} need a look: {message}", path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// What is wrong and where.
        message: String,
    },
}

impl Settings {
    /// Reads the settings file; a missing file gives the defaults.
    ///
    /// # Errors
    /// [`SettingsError`] names the file and what is wrong with it.
    pub fn load(paths: &Paths) -> Result<Self, SettingsError> {
        let path = paths.settings_file();
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(SettingsError::Unreadable { path, source }),
        }
    }

    fn parse(path: &Path, text: &str) -> Result<Self, SettingsError> {
        let invalid = |message: String| SettingsError::Invalid { path: path.to_owned(), message };
        let settings: Self =
            toml::from_str(text).map_err(|error| invalid(slip::said(&error, text)))?;
        let (volume, timer, most) = (settings.volume, settings.sleep_timer, LONGEST_SLEEP_TIMER);
        let problems = [
            (volume > 100).then(|| format!("volume is 0 to 100, not {volume}")),
            (timer > most).then(|| format!("sleep-timer is 0 to {most} minutes, not {timer}")),
            mix_problem(settings.mix),
            settings.voice.problem(),
        ];
        let problems: Vec<String> = problems.into_iter().flatten().collect();
        if problems.is_empty() { Ok(settings) } else { Err(invalid(problems.join("; "))) }
    }

    /// How loud each kind of sound is in a first run; without a breath tone, the breath is silent.
    pub fn first_mix(&self) -> Mix {
        if self.breath_tone { self.mix } else { self.mix.with(SoundKind::Breath, 0) }
    }
}

/// What is out of range, in words.
fn mix_problem(mix: Mix) -> Option<String> {
    let over = SoundKind::ALL.iter().find(|kind| mix.of(**kind) > 100)?;
    Some(format!("mix.{over} is 0 to 100, not {}", mix.of(*over)))
}
