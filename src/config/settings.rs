//! The settings file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{ColorChoice, MixSettings, Paths, SoundKind, VoiceSettings, slip};

/// Where sound goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputChoice {
    /// The usual output of this system.
    #[default]
    Auto,
    /// A PulseAudio server, or PipeWire in its place.
    Pulse,
    /// The system's own default device.
    Device,
    /// No sound.
    None,
}

/// The longest sleep timer, in minutes: a bed is not meant to play all night.
pub const LONGEST_SLEEP_TIMER: u32 = 45;

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
    pub first_side: FirstSide,
    /// How many colours to draw with: `auto`, `none`, `16`, `256` or `true`.
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
    pub background: String,
    /// How loud each kind of sound is in a first run.
    pub mix: MixSettings,
    /// Who speaks, and how.
    pub voice: VoiceSettings,
}

/// What is held off while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StayAwake {
    /// Nothing: the machine goes to sleep as it always does.
    #[default]
    Never,
    /// Sleep.
    Sleep,
    /// Sleep, and the screen turning off and locking.
    Screen,
}

/// When the screen turns dim and warm by itself while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Night {
    /// In sessions for bed.
    #[default]
    Bed,
    /// In sessions for bed, and in any session from 21 to 5 o'clock.
    Clock,
    /// Only when asked for.
    Never,
}

/// Which side goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstSide {
    /// Left, then right.
    #[default]
    Left,
    /// Right, then left.
    Right,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            output: OutputChoice::Auto,
            volume: 70,
            breath_tone: true,
            reduced_motion: false,
            first_side: FirstSide::Left,
            colours: ColorChoice::Auto,
            mouse: true,
            night: Night::Bed,
            sleep_timer: 20,
            media_keys: true,
            pause_players: false,
            stay_awake: StayAwake::Never,
            background: "session".to_owned(),
            mix: MixSettings::default(),
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
            settings.mix.problem(),
            settings.voice.problem(),
        ];
        let problems: Vec<String> = problems.into_iter().flatten().collect();
        if problems.is_empty() { Ok(settings) } else { Err(invalid(problems.join("; "))) }
    }

    /// How loud each kind of sound is in a first run; without a breath tone, the breath is silent.
    pub fn first_mix(&self) -> MixSettings {
        if self.breath_tone { self.mix } else { self.mix.with(SoundKind::Breath, 0) }
    }
}
