//! What most commands need before they begin: folders, settings, surroundings, and sessions.

use super::console::Console;
use super::exit::Failure;
use super::text::count;
use crate::body::Side;
use crate::care::{CaredFor, Today};
use crate::conductor::{day_of_person, known_names_with};
use crate::config::{Paths, Remembered, Settings, SettingsError, Surroundings};
use crate::courses::CourseProgress;
use crate::library::Library;
use crate::profile::{DamagedToday, KeptProfile, ProfileError, load_today};
use crate::synthesis::{BadSound, Sounds};
use crate::timeline::Wish;
use crate::words::Texts;

/// Said where today's answers cannot be read.
pub(super) const DAMAGED_TODAY: &str =
    "what you answered today cannot be read, so you are asked again";

/// What most commands need before they begin.
pub(super) struct Setup {
    pub(super) paths: Option<Paths>,
    pub(super) settings: Settings,
    pub(super) surroundings: Surroundings,
    /// Whom sessions are for.
    pub(super) person: CaredFor,
    /// What the person has been asked and told today.
    pub(super) today: Today,
    /// What is wrong with the settings.
    errors: Vec<SettingsError>,
    /// What is wrong with the health profile.
    profile_errors: Vec<ProfileError>,
    /// Today's answers cannot be read.
    damaged_today: Option<DamagedToday>,
}

impl Setup {
    /// Reads it all. A setting that cannot be read is reported, and is as usual then: it never keeps a
    /// session from being played.
    pub(super) fn read(console: &mut Console<'_>) -> Self {
        let setup = Self::read_but_profile_faults(console);
        if let Some(fault) = setup.profile_fault() {
            console.warn(&fault, "`unclench profile` says what to mend");
        }
        if setup.damaged_today.is_some() {
            console.warn(DAMAGED_TODAY, "`unclench doctor` looks at where they are kept");
        }
        setup
    }

    /// The same for those who say themselves what is wrong with the health profile.
    pub(super) fn read_but_profile_faults(console: &mut Console<'_>) -> Self {
        let paths = Paths::find();
        let (mut settings, errors) = settings(paths.as_ref());
        settings.colours = console.colours.unwrap_or(settings.colours);
        let surroundings = Surroundings::read();
        let Person { cared_for: person, today, profile_errors, damaged_today } =
            person(paths.as_ref(), settings.day_begins);
        let setup = Self {
            paths,
            settings,
            surroundings,
            person,
            today,
            errors,
            profile_errors,
            damaged_today,
        };
        if !setup.errors.is_empty() {
            console.says_of_settings(&setup.errors, setup.report_texts());
        }
        setup
    }

    /// What is set in a folder, wherever the program runs.
    #[cfg(test)]
    pub(super) fn under(paths: Paths) -> Self {
        let (settings, errors) = settings(Some(&paths));
        let Person { cared_for: person, today, profile_errors, damaged_today } =
            person(Some(&paths), settings.day_begins);
        let surroundings = Surroundings::default();
        let paths = Some(paths);
        Self { paths, settings, surroundings, person, today, errors, profile_errors, damaged_today }
    }

    /// Where files are kept, for those who cannot do without.
    pub(super) fn folders(&self) -> Result<&Paths, Failure> {
        self.paths.as_ref().ok_or_else(|| {
            Failure::new("there is no home folder, so nothing can be kept").help("set `HOME`")
        })
    }

    /// The texts of reports, in the language of the person.
    pub(super) fn report_texts(&self) -> &'static Texts {
        let language = self.settings.language_of(&self.surroundings);
        Texts::with_reports(language.unwrap_or_default())
    }

    /// What is wrong with the health profile, without a word of what it says.
    fn profile_fault(&self) -> Option<String> {
        let errors = &self.profile_errors;
        if errors.iter().any(|error| matches!(error, ProfileError::Unreadable(_))) {
            return Some(
                "your health profile cannot be read, so nothing gives way for it".to_owned(),
            );
        }
        let faults = count(errors.len(), "line of your health profile");
        (!errors.is_empty()).then(|| format!("{faults} cannot be understood"))
    }

    /// One line for the first screen, on what is not as the person has set it or will not be kept.
    pub(super) fn notice(&self) -> Option<String> {
        if let Some(fault) = self.profile_fault() {
            return Some(format!("{fault}: unclench profile"));
        }
        if self.damaged_today.is_some() {
            return Some(DAMAGED_TODAY.to_owned());
        }
        let misfits = self.errors.len();
        if self.errors.iter().any(|error| matches!(error, SettingsError::Unreadable(_))) {
            return Some("your settings cannot be read: unclench doctor".to_owned());
        }
        if misfits > 0 {
            let fit = if misfits == 1 { "does not fit" } else { "do not fit" };
            return Some(format!("{} {fit}: unclench doctor", count(misfits, "setting")));
        }
        let paths = self.paths.as_ref()?;
        if CourseProgress::is_unusable(paths) {
            let told = "how far you are in a course cannot be read: unclench doctor";
            return Some(told.to_owned());
        }
        if Remembered::state(paths).fault.is_some() {
            return Some("volumes cannot be kept: unclench doctor".to_owned());
        }
        (Remembered::broken_lines(paths) > 0)
            .then(|| "not all that was remembered can be read: unclench doctor".to_owned())
    }

    /// Every session there is.
    pub(super) fn library(&self) -> Library {
        library(self.paths.as_ref())
    }

    /// Which side goes first.
    pub(super) fn first_side(&self) -> Side {
        self.person.profile.first_side.unwrap_or(self.settings.first_side)
    }

    /// How a session is laid out where it is neither played nor recorded: as it is written, by day.
    pub(super) fn wish_by_day(&self) -> Wish {
        Wish {
            first_side: self.first_side(),
            words_per_minute: self.settings.voice.words_per_minute,
            guidance: self.settings.guidance,
            ..Wish::default()
        }
    }
}

/// Whom sessions are for, as far as the person has told, and what is wrong with the files of it.
struct Person {
    cared_for: CaredFor,
    today: Today,
    profile_errors: Vec<ProfileError>,
    damaged_today: Option<DamagedToday>,
}

fn person(paths: Option<&Paths>, day_begins: u8) -> Person {
    let (kept, profile_errors) = paths.map(KeptProfile::load).unwrap_or_default();
    let day = day_of_person(day_begins);
    let (today, damaged_today) =
        paths.map_or_else(|| (Today::of_day(&day), None), |paths| load_today(paths, &day));
    let cared_for = CaredFor { profile: kept.profile, today: today.held().to_vec() };
    Person { cared_for, today, profile_errors, damaged_today }
}

/// The settings, and what is wrong with them.
pub(super) fn settings(paths: Option<&Paths>) -> (Settings, Vec<SettingsError>) {
    paths.map_or_else(|| (Settings::default(), Vec::new()), Settings::load)
}

/// Every session there is: the built-in ones, and the person's own.
pub(super) fn library(paths: Option<&Paths>) -> Library {
    let known_names = known_names_with(&sounds(paths).0);
    Library::open_with(paths.map(Paths::sessions).as_deref(), known_names)
}

/// Every sound there is, the built-in ones and the person's own, and those that cannot be used.
pub(super) fn sounds(paths: Option<&Paths>) -> (Sounds, Vec<BadSound>) {
    Sounds::open(paths.map(Paths::sounds).as_deref())
}
