//! What sounds and is said by itself in a session.

use super::words::Setting;

/// The chimes that sound without being asked for; `None` is silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chimes {
    /// When the first step begins.
    pub start: Option<String>,
    /// When a later step begins.
    pub next: Option<String>,
    /// When the side changes.
    pub switch: Option<String>,
    /// Half-way through the session.
    pub halfway: Option<String>,
    /// When the session ends.
    pub end: Option<String>,
}

impl Chimes {
    /// Those of a session for these settings whose author names none: before sleep nothing rings half-way
    /// and at the end.
    pub fn usual(settings: &[Setting]) -> Self {
        let chime = |name: &str| Some(name.to_owned());
        let by_day = |name: &str| chime(name).filter(|_| !settings.contains(&Setting::Bed));
        Self {
            start: chime("start"),
            next: chime("next"),
            switch: chime("switch"),
            halfway: by_day("halfway"),
            end: by_day("end"),
        }
    }

    /// The same where the author wishes for silence, or not: then nothing rings half-way.
    pub fn in_silence(self, is_silent: bool) -> Self {
        Self { halfway: self.halfway.filter(|_| !is_silent), ..self }
    }
}

/// What is said where the program announces something by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcements {
    /// Before the first step.
    pub lead_in: Announced,
    /// Ten seconds before the side changes.
    pub ten_seconds: Announced,
    /// As the side changes; it may name the side that comes.
    pub switch: Announced,
    /// As muscles are tensed first.
    pub tense: Announced,
    /// As they are tensed once more.
    pub again: Announced,
    /// As they are let go.
    pub release: Announced,
}

impl Announcements {
    /// Each of them, to be changed.
    pub fn all_mut(&mut self) -> [&mut Announced; 6] {
        let Self { lead_in, ten_seconds, switch, tense, again, release } = self;
        [lead_in, ten_seconds, switch, tense, again, release]
    }
}

/// What is said at one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Announced {
    /// The program's own words, in the session's language.
    #[default]
    ByProgram,
    /// These words of the session's author.
    ByAuthor(String),
    /// Nothing.
    Silent,
}
