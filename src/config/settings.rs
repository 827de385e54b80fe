//! The settings file.

use serde::Serialize;
use thiserror::Error;
use toml::de::DeTable;

use super::headings::FileShape;
use super::lines::Lines;
use super::table::SettingsTable;
use super::unread::unread;
use super::{Paths, Surroundings, VoiceSettings};
use crate::body::Side;
use crate::choices::{
    Background, CellChoice, Channels, Choice, ColorChoice, Guidance, LONGEST_SLEEP_TIMER,
    LanguageChoice, Mix, Night, NightHours, OutputChoice, PictureChoice, SoundKind, StayAwake,
};
use crate::files::{self, FileError, FileErrorKind};
use crate::problem::{Finding, Findings, Problem, Source};
use crate::words::{Language, Message};

/// The most that is read of the settings, in bytes.
const LARGEST_BYTES: u64 = 256 * 1024;

/// More lines than these are not tried in other ways of writing.
const MOST_MENDED: usize = 200;

/// The latest hour at which a person's day may begin.
const LATEST_DAY_BEGINS: i64 = 12;

/// How a text in UTF-16 begins.
const UTF_16: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];

/// What a person has set. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that a person finds in the file"
)]
pub struct Settings {
    /// In which language the program speaks: `auto`, `en` or `de`.
    pub language: LanguageChoice,
    /// Where sound goes.
    pub output: OutputChoice,
    /// Whether sound has a width: `stereo` or `mono`.
    pub channels: Channels,
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
    /// The name of a theme, of the person's own or one that ships; `auto` goes by the terminal's ground.
    pub theme: String,
    /// Whether figures are drawn in pixels where the terminal shows them: `auto` or `cells`.
    pub pictures: PictureChoice,
    /// The letters that figures are drawn with in cells.
    pub cells: CellChoice,
    /// Whether the mouse may be used.
    pub mouse: bool,
    /// Whether a short page before a session asks, once a day, how the person is, and shows what to
    /// know.
    pub ask_before: bool,
    /// Whether what was played is kept in the journal.
    pub journal: bool,
    /// Whether a person may say before and after a session how they are, and in the morning how they
    /// slept.
    pub check_in: bool,
    /// At which hour a person's day begins: 0 to [`LATEST_DAY_BEGINS`]. What is done before it still
    /// belongs to the day before.
    pub day_begins: u8,
    /// How much the program says beside the words of a session's author.
    pub guidance: Guidance,
    /// When the screen turns dim and warm by itself while a session plays.
    pub night: Night,
    /// The first hour of the night by the clock, 0–23.
    pub night_begins: u8,
    /// The first hour of the day after it, 0–23.
    pub night_ends: u8,
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
            language: LanguageChoice::Auto,
            output: OutputChoice::Auto,
            channels: Channels::Stereo,
            volume: Mix::MEANT,
            breath_tone: true,
            reduced_motion: false,
            first_side: Side::Left,
            colours: ColorChoice::Auto,
            theme: "auto".to_owned(),
            pictures: PictureChoice::Auto,
            cells: CellChoice::Auto,
            mouse: true,
            ask_before: true,
            journal: true,
            check_in: true,
            day_begins: 4,
            guidance: Guidance::Full,
            night: Night::Bed,
            night_begins: NightHours::default().begin,
            night_ends: NightHours::default().end,
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

/// What is wrong with the settings.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The file is there and cannot be read.
    #[error("the settings in {0}")]
    Unreadable(FileError),
    /// One setting is not as it should be; the others are as they are written.
    #[error("{0}")]
    Misfit(Problem),
}

impl Settings {
    /// Reads the settings file line by line: every setting that fits is kept, and every other one is
    /// named. What is missing is as usual.
    pub fn load(paths: &Paths) -> (Self, Vec<SettingsError>) {
        let path = paths.settings_file();
        let unreadable = |error| (Self::default(), vec![SettingsError::Unreadable(error)]);
        match files::read(&path, LARGEST_BYTES) {
            Ok(bytes) if UTF_16.iter().any(|mark| bytes.starts_with(mark)) => {
                unreadable(FileError::new(&path, FileErrorKind::NotText))
            }
            Ok(bytes) => {
                let bytes = files::composed_bytes(bytes);
                let (settings, problems) = Self::parse_bytes(&path.to_string_lossy(), &bytes);
                (settings, problems.into_iter().map(SettingsError::Misfit).collect())
            }
            Err(error) if error.is_missing() => (Self::default(), Vec::new()),
            Err(error) => unreadable(error),
        }
    }

    /// The settings in bytes that should be text. A letter that is none costs no setting.
    fn parse_bytes(file: &str, bytes: &[u8]) -> (Self, Vec<Problem>) {
        let text = String::from_utf8_lossy(bytes);
        let odd = std::str::from_utf8(bytes).err().map(|error| error.valid_up_to());
        Self::parse_text(file, &text, odd)
    }

    /// The settings in a text, and every problem in it. `file` is only a name for the messages.
    #[cfg(test)]
    pub fn parse(file: &str, text: &str) -> (Self, Vec<Problem>) {
        Self::parse_text(file, text, None)
    }

    /// The same, where the first letter that is not in UTF-8 stood at the byte `odd`.
    fn parse_text(file: &str, text: &str, odd: Option<usize>) -> (Self, Vec<Problem>) {
        let source = Source::new(file, text);
        let Lines { root, slips } = Lines::of(text, &Self::shape());
        let mut settings = Self::default();
        let mut found = settings.read_table(&root, text);
        if let Some(at) = odd {
            let finding = Finding::warning("not-text", at..at, Message::new("setting-not-text"));
            found.add(finding.help(Message::new("setting-not-text-help")));
        }
        for (count, slip) in slips.iter().enumerate() {
            found.add(unread(&source, slip, |text| count < MOST_MENDED && Self::all_fits(text)));
        }
        (settings, found.into_problems(&source))
    }

    /// The keys and headings there are.
    fn shape() -> FileShape {
        let voice = VoiceSettings {
            name: Some(String::new()),
            words_per_minute: Some(0),
            ..VoiceSettings::default()
        };
        let whole = toml::Table::try_from(Self { voice, ..Self::default() });
        FileShape::of(&whole.unwrap_or_default(), false)
    }

    /// Reads what could be read of a text, and gives back what does not fit.
    fn read_table(&mut self, root: &DeTable<'_>, text: &str) -> Findings {
        let mut found = Findings::default();
        let mut table = SettingsTable::new(root, text, &mut found);
        self.read(&mut table);
        table.finish();
        found
    }

    /// Whether all of a text can be read, and fits.
    fn all_fits(text: &str) -> bool {
        let read = DeTable::parse(text);
        read.is_ok_and(|root| Self::default().read_table(root.get_ref(), text).spans().is_empty())
    }

    /// Every setting there is, each in a line.
    fn read(&mut self, table: &mut SettingsTable<'_>) {
        table.choice("language", &mut self.language);
        table.choice("output", &mut self.output);
        table.choice("channels", &mut self.channels);
        table.number("volume", 0..=100, "none", &mut self.volume);
        table.switch("breath-tone", &mut self.breath_tone);
        table.switch("reduced-motion", &mut self.reduced_motion);
        table.choice("first-side", &mut self.first_side);
        table.switch("mouse", &mut self.mouse);
        table.switch("ask-before", &mut self.ask_before);
        table.switch("journal", &mut self.journal);
        table.switch("check-in", &mut self.check_in);
        table.number("day-begins", 0..=LATEST_DAY_BEGINS, "none", &mut self.day_begins);
        table.choice("colours", &mut self.colours);
        if let Some(name) = table.name("theme", "setting-theme-help") {
            self.theme = name;
        }
        table.choice("pictures", &mut self.pictures);
        table.choice("cells", &mut self.cells);
        table.choice("guidance", &mut self.guidance);
        table.choice("night", &mut self.night);
        table.number("night-begins", 0..=23, "none", &mut self.night_begins);
        table.number("night-ends", 0..=23, "none", &mut self.night_ends);
        let longest = i64::from(LONGEST_SLEEP_TIMER);
        table.number("sleep-timer", 0..=longest, "minutes", &mut self.sleep_timer);
        table.switch("media-keys", &mut self.media_keys);
        table.switch("pause-players", &mut self.pause_players);
        table.choice("stay-awake", &mut self.stay_awake);
        if let Some(name) = table.name("background", "setting-background-help") {
            self.background = Background::written(&name);
        }
        table.table("mix", |table| {
            for kind in SoundKind::ALL {
                let mut volume = self.mix.of(*kind);
                table.number(kind.word(), 0..=100, "none", &mut volume);
                self.mix = self.mix.with(*kind, volume);
            }
        });
        table.table("voice", |table| self.voice.read(table));
    }

    /// The language that the program speaks on this machine; `None` where neither the settings nor
    /// the system name one, and each session is accompanied in its own.
    pub fn language_of(&self, surroundings: &Surroundings) -> Option<Language> {
        match self.language {
            LanguageChoice::Auto => surroundings.language,
            LanguageChoice::English => Some(Language::English),
            LanguageChoice::German => Some(Language::German),
        }
    }

    /// The hours of the night by the clock.
    pub fn night_hours(&self) -> NightHours {
        NightHours { begin: self.night_begins, end: self.night_ends }
    }

    /// Whether a page before a session asks how the person is, once a day.
    pub fn asks_before(&self, surroundings: &Surroundings) -> bool {
        self.ask_before && surroundings.tells_before()
    }

    /// Whether a person is asked before and after a session how they are: not where nothing of it would
    /// be kept.
    pub fn checks_in(&self, surroundings: &Surroundings) -> bool {
        self.check_in && self.journal && surroundings.tells_before()
    }

    /// How loud each kind of sound is in a first run; without a breath tone, the breath is silent.
    pub fn first_mix(&self) -> Mix {
        if self.breath_tone { self.mix } else { self.mix.with(SoundKind::Breath, 0) }
    }
}

/// The words of the first side.
impl Choice for Side {
    const ALL: &'static [Self] = &[Self::Left, Self::Right];

    fn word(self) -> &'static str {
        Side::word(self)
    }
}
