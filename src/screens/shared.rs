//! What all screens share.

use super::environment::Environment;
use super::plan_choices::PlanChoices;
use super::voice::VoiceView;
use crate::care::{CaredFor, ScreenedSession, Today};
use crate::choices::Background;
use crate::courses::{CourseProgress, CourseToday};
use crate::journal::{CheckIn, CoinSide, JournalEntry};
use crate::library::Catalogue;
use crate::player::NowPlaying;
use crate::session::Session;
use crate::timeline::{Timeline, Wish};
use crate::words::{Message, Texts};

/// How long the footer stays after a key while a session plays, in milliseconds.
const FOOTER_MILLIS: u64 = 6_000;

/// What all screens share.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Every session there is.
    pub catalogue: Catalogue,
    /// The person's own folder is still being looked through.
    pub looking: bool,
    /// What stays the same.
    pub environment: Environment,
    /// Whom sessions are for.
    pub person: CaredFor,
    /// What the person has been asked and told today.
    pub today: Today,
    /// The session that plays, or played last, as it was screened.
    pub playing: Option<ScreenedSession>,
    /// What the person said of themselves before it, and before the one that begins next.
    pub said_before: Option<CheckIn>,
    pub(super) said_before_next: Option<CheckIn>,
    /// A day has begun since the last session did.
    pub is_day_new: bool,
    /// The ids of what was played lately, the last first.
    pub lately: Vec<String>,
    /// The ids of the person's favourites, in the order they were chosen.
    pub favourites: Vec<String>,
    /// The ids of what was offered today and not wanted.
    pub declined: Vec<String>,
    /// The ids of what the person mostly felt better after.
    pub helped: Vec<String>,
    /// What was chosen for a plan last.
    pub(super) plan_choices: Option<PlanChoices>,
    /// What the coin of today says, where one decides.
    pub coin: Option<CoinSide>,
    /// How far the person has come in a course.
    pub course: Option<CourseProgress>,
    /// What is due in it today.
    pub course_today: Option<CourseToday>,
    /// What the program says where no session has a language.
    texts: &'static Texts,
    /// A quiet word on why nothing is heard, or nothing is kept.
    pub quiet_note: Option<Message>,
    /// A quiet word where the journal is not as it should be.
    pub journal_note: Option<Message>,
    /// How the voice is doing.
    pub voice: VoiceView,
    /// The names of the beds a person can choose from.
    pub beds: Vec<String>,
    /// A session that was interrupted lately, to go on with.
    pub interrupted: Option<Box<JournalEntry>>,
    /// The session of last night, for which it was not told yet how the person slept.
    pub last_night: Option<Box<JournalEntry>>,
    /// The person wants it dim and warm, or not, whatever the hour.
    pub night: Option<bool>,
    /// A short message, for example why a session could not be opened.
    pub notice: Option<String>,
    /// Milliseconds since the program began.
    pub time: u64,
    /// Until when the footer stays while a session plays, in the same.
    footer_until: u64,
}

impl Shared {
    pub(super) fn new(environment: Environment) -> Self {
        Self {
            catalogue: Catalogue::default(),
            looking: false,
            texts: Texts::of(environment.language.unwrap_or_default()),
            environment,
            person: CaredFor::default(),
            today: Today::default(),
            playing: None,
            said_before: None,
            said_before_next: None,
            is_day_new: false,
            lately: Vec::new(),
            favourites: Vec::new(),
            declined: Vec::new(),
            helped: Vec::new(),
            plan_choices: None,
            coin: None,
            course: None,
            course_today: None,
            quiet_note: None,
            journal_note: None,
            voice: VoiceView::default(),
            beds: Vec::new(),
            interrupted: None,
            last_night: None,
            night: None,
            notice: None,
            time: 0,
            footer_until: FOOTER_MILLIS,
        }
    }

    /// The favourites with this session among them, or without it where it was.
    pub(super) fn favourites_with(&self, id: &str) -> Vec<String> {
        let others = self.favourites.iter().filter(|known| *known != id);
        let mut favourites: Vec<_> = others.cloned().collect();
        if favourites.len() == self.favourites.len() {
            favourites.push(id.to_owned());
        }
        favourites
    }

    /// How a session is played where nothing else is asked for: as long as it is written, and from
    /// the side that the person likes to begin with.
    pub fn wish(&self, session: &Session, bed: &Background) -> Wish {
        let usual = self.environment.wish(session, bed);
        let first_side = self.person.profile.first_side.unwrap_or(usual.first_side);
        let ending = match self.night {
            Some(true) => self.environment.ending(true),
            _ => usual.ending,
        };
        Wish { first_side, ending, ..usual }
    }

    /// What the program says around a session: in the person's language, or in the session's.
    pub fn texts<'a>(&'a self, timeline: &'a Timeline) -> &'a Texts {
        if self.environment.language.is_some() { self.texts } else { timeline.texts() }
    }

    /// What the program says where no session is at hand.
    pub fn own_texts(&self) -> &Texts {
        self.texts
    }

    /// The same after a session, which may be forgotten by then.
    pub(super) fn texts_after<'a>(&'a self, now: &'a NowPlaying) -> &'a Texts {
        now.last_player().map_or(self.texts, |player| self.texts(player.timeline()))
    }

    /// The session that was interrupted lately, where it is still among those there are.
    pub(super) fn can_go_on(&self) -> Option<&JournalEntry> {
        // What was stopped for something felt does not go on that day, however it ended.
        if self.today.is_urgent() || self.today.has_had_enough() {
            return None;
        }
        let entry = self.interrupted.as_deref()?;
        self.catalogue.iter().any(|known| known.id == entry.session).then_some(entry)
    }

    /// Whether it is the time of day to ask how a person slept.
    pub fn asks_how_one_slept(&self) -> bool {
        use crate::library::PartOfDay;
        self.environment.checks_in && self.environment.part_of_day == PartOfDay::Morning
    }

    /// Whether screens are dim and warm: at the hour, or since the person wants it so.
    pub fn is_night(&self) -> bool {
        self.night.unwrap_or_else(|| self.environment.is_late())
    }

    /// Whether the footer is shown while a session plays.
    pub(super) fn shows_footer(&self) -> bool {
        self.time < self.footer_until
    }

    /// Shows the footer again for a while.
    pub(super) fn show_footer(&mut self) {
        self.footer_until = self.time + FOOTER_MILLIS;
    }
}
