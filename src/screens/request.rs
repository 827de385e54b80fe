//! What screens ask for: of the program, and of the stack they lie on.

use crate::body::Region;
use crate::care::{Profile, Today};
use crate::journal::{CheckIn, EntryId, JournalEntry, PainPlace, RatingMoment};
use crate::learn::Topic;
use crate::planner::PlanRequest;
use crate::player::{Command, Control};
use crate::session::Session;

/// What the screens want done; they do nothing themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Load a session and show it.
    Load(String),
    /// Load a session and show it, fitted to so many minutes.
    LoadFitted {
        /// Its id.
        id: String,
        /// How long.
        minutes: u64,
    },
    /// Begin a course, in the place of the one that goes on.
    StartCourse(String),
    /// Load a session for a look at its outline.
    Preview(String),
    /// Make a plan, and show it.
    Plan(Box<PlanRequest>),
    /// Show a session that was planned.
    ShowPlan(Box<Session>),
    /// Choose what to offer now.
    Suggest,
    /// Look again which sessions there are.
    Refresh,
    /// Ask this of what plays now.
    Control(Control),
    /// Keep what is to be remembered, now.
    Remember,
    /// Keep what is told of the person, and show so where that fails.
    KeepProfile(Box<Profile>),
    /// Keep what the person was asked and told today.
    KeepToday(Box<Today>),
    /// Keep these sessions as the favourites, by their ids.
    KeepFavourites(Vec<String>),
    /// Keep that these sessions are not wanted today, by their ids, and offer others.
    KeepDeclined(Vec<String>),
    /// Keep what the person said of themselves, before the session that begins next or after the one
    /// that was on last.
    Say(RatingMoment, Box<CheckIn>),
    /// Go on with a session that was interrupted.
    GoOn(Box<JournalEntry>),
    /// Nobody wants to go on with a session that was interrupted.
    LetGo(EntryId),
    /// Read what the journal says of what helped, and show it.
    LookBack,
    /// Keep how the person slept after this entry of the journal.
    Slept(EntryId, Box<CheckIn>),
    /// Leave the program.
    Quit,
}

impl Request {
    /// Asks this of the session that plays.
    pub(super) fn command(command: Command) -> Self {
        Self::Control(Control::Command(command))
    }
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// To the screen below.
    Back,
    /// To the first screen, as it is fresh.
    Home,
    /// To the library.
    Library {
        /// Letters go into the search at once.
        searching: bool,
        /// Only sessions that work this region are listed.
        region: Option<Region>,
    },
    /// To the ways to breathe, in the library.
    Breathing,
    /// To the session that is about to be played, by what to know before it.
    Session,
    /// To the answers of the day, before the session that is about to be played.
    Today,
    /// To a plan in the making, for a region where one is named.
    Planner(Option<Region>),
    /// To what a person tells of their body.
    Profile,
    /// To what helped.
    Helped,
    /// To a page.
    Page(Topic),
    /// To the body map, with the finger on a region where one is named.
    BodyMap(Option<Region>),
    /// To the body map, to point at where it hurts, with the finger there.
    PainMap(PainPlace),
    /// Back to what asked where it hurts, which is here.
    Hurts(PainPlace),
}

/// What a screen answers to a key.
#[derive(Clone, Debug, Default)]
pub(super) struct Reaction {
    /// What it wants done.
    pub(super) requests: Vec<Request>,
    /// Where the key leads; `None` where the screen stays.
    pub(super) route: Option<Route>,
}

impl From<Request> for Reaction {
    fn from(request: Request) -> Self {
        vec![request].into()
    }
}

impl From<Vec<Request>> for Reaction {
    fn from(requests: Vec<Request>) -> Self {
        Self { requests, route: None }
    }
}

impl From<Option<Request>> for Reaction {
    fn from(request: Option<Request>) -> Self {
        request.into_iter().collect::<Vec<_>>().into()
    }
}

impl From<Route> for Reaction {
    fn from(route: Route) -> Self {
        Some(route).into()
    }
}

impl From<Option<Route>> for Reaction {
    fn from(route: Option<Route>) -> Self {
        Self { requests: Vec::new(), route }
    }
}
