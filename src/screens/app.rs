//! What is on screen and what a person may do there, as plain data.

mod aim;
mod arrival;
mod browse;
mod chart;
mod circumstances;
mod drifting;
mod home;
mod learn;
mod mixer;
mod pace;
mod playing;
mod ready;
mod summary;
#[cfg(test)]
mod tests;
mod voice;

pub use browse::Browse;
pub use chart::{Chart, Panel, Spot};
pub use circumstances::Circumstances;
pub use drifting::Drifting;
pub use home::Home;
pub use learn::{Learn, Reading, Section, Sheet};
pub(super) use mixer::level;
pub use mixer::{Fader, Over};
pub use ready::Ready;
pub use summary::Summary;
pub use voice::VoiceView;

use std::sync::Arc;

use super::{Action, Place};
use crate::body::Region;
use crate::choices::Background;
use crate::library::Catalogue;
use crate::player::{Command, Control, Effect, NowPlaying, PauseReason, Start};
use crate::session::Session;
use crate::timeline::{Timeline, prepare};
use crate::words::{Message, Texts};

/// How long the footer stays after a key while a session plays, in milliseconds.
const FOOTER_MILLIS: u64 = 6_000;

/// How much louder or quieter one key makes it, 0–100.
const VOLUME_STEP: u8 = 5;

/// What is on screen.
#[derive(Clone, Debug)]
pub enum Mode {
    /// The first screen.
    Home(Home),
    /// The library.
    Browse(Browse),
    /// The body map.
    Chart(Box<Chart>),
    /// A session about to be played.
    Ready(Box<Ready>),
    /// A session playing.
    Playing,
    /// After a session.
    Summary(Box<Summary>),
    /// After a session at night.
    Drifting(Drifting),
    /// Pages to read, over another screen.
    Learn(Box<Learn>),
    /// The keys, over another screen.
    Help(Box<Mode>),
}

/// What the screens want done; they do nothing themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Load a session and show it.
    Load(String),
    /// Load a session for a look at its outline.
    Preview(String),
    /// Look again which sessions there are.
    Refresh,
    /// Ask this of what plays now.
    Control(Control),
    /// Keep what is to be remembered, now.
    Remember,
    /// Leave the program.
    Quit,
}

/// Everything on screen.
#[derive(Clone, Debug)]
pub struct App {
    /// What is on screen.
    pub mode: Mode,
    /// Every session there is.
    pub catalogue: Catalogue,
    /// The person's own folder is still being looked through.
    pub looking: bool,
    /// What stays the same.
    pub circumstances: Circumstances,
    /// What the program says where no session has a language.
    texts: Texts,
    /// A quiet word on why nothing is heard.
    pub sound_note: Option<Message>,
    /// How the voice is doing.
    pub voice: VoiceView,
    /// The names of the beds a person can choose from.
    pub beds: Vec<String>,
    /// What lies over the words of a session.
    pub over: Over,
    /// A short message, for example why a session could not be opened.
    pub notice: Option<String>,
    /// Milliseconds since the program began.
    pub now: u64,
    /// Until when the footer stays while a session plays.
    pub footer_until: u64,
}

impl App {
    /// The first screen.
    pub fn new(circumstances: Circumstances) -> Self {
        Self {
            mode: Mode::Home(Home::default()),
            catalogue: Catalogue::default(),
            looking: false,
            texts: Texts::of(circumstances.language.unwrap_or_default()),
            circumstances,
            sound_note: None,
            voice: VoiceView::default(),
            beds: Vec::new(),
            over: Over::Nothing,
            notice: None,
            now: 0,
            footer_until: FOOTER_MILLIS,
        }
    }

    /// What the program says around a session: in the person's language, or in the session's.
    pub fn texts<'a>(&'a self, timeline: &'a Timeline) -> &'a Texts {
        if self.circumstances.language.is_some() { &self.texts } else { timeline.texts() }
    }

    /// What the program says where no session is at hand.
    pub fn own_texts(&self) -> &Texts {
        &self.texts
    }

    /// The same after a session, which may be forgotten by then.
    pub fn texts_after<'a>(&'a self, now: &'a NowPlaying) -> &'a Texts {
        now.last_player().map_or(&self.texts, |player| self.texts(player.timeline()))
    }

    /// Shows the outline of a session beside the list it was chosen in.
    pub fn show_preview(&mut self, id: String, session: &Session, bed: &Background) {
        let wish = self.circumstances.wish(session, bed);
        if let (Mode::Browse(browse), Ok(timeline)) = (&mut self.mode, prepare(session, &wish)) {
            browse.preview = Some((id, Arc::new(timeline)));
        }
    }

    /// Shows a session that was asked for.
    pub fn show_ready(&mut self, id: String, session: Session, bed: &Background) {
        let from = match &self.mode {
            Mode::Browse(_) | Mode::Chart(_) => Some(Box::new(self.mode.clone())),
            _ => None,
        };
        let wish = self.circumstances.wish(&session, bed);
        match Ready::new(id, session, &wish, from) {
            Ok(ready) => self.mode = Mode::Ready(Box::new(ready)),
            Err(error) => self.notice = Some(error.to_string()),
        }
    }

    /// Shows what has happened to what plays now: a session that begins, and what follows its end.
    pub fn follow(&mut self, effect: &Effect) -> Vec<Request> {
        match effect {
            Effect::Begun => {
                self.mode = Mode::Playing;
                self.footer_until = self.now + FOOTER_MILLIS;
                Vec::new()
            }
            Effect::Ended(record) => {
                self.mode = if record.at_night {
                    Mode::Drifting(Drifting::since(self.now))
                } else {
                    Mode::Summary(Box::new(Summary { record: (**record).clone() }))
                };
                self.close_mixer()
            }
            _ => Vec::new(),
        }
    }

    /// The kind of screen, for the key map.
    pub fn place(&self, now: &NowPlaying) -> Place {
        match &self.mode {
            _ if self.fader().is_some() => Place::Mixing,
            Mode::Home(_) => Place::Home,
            Mode::Browse(browse) if browse.searching => Place::Searching,
            Mode::Browse(_) => Place::Browse,
            Mode::Chart(chart) => chart.place(),
            Mode::Ready(_) => Place::Ready,
            Mode::Playing => Place::Playing,
            Mode::Summary(_) => Place::Summary,
            Mode::Drifting(_) => drifting::place(now),
            Mode::Learn(learn) => learn.place(),
            Mode::Help(_) => Place::Help,
        }
    }

    /// Lets `elapsed` milliseconds pass.
    pub fn advance(&mut self, elapsed: u64) {
        self.now += elapsed;
    }

    /// Does what a key or click means.
    pub fn act(&mut self, action: Action, now: &NowPlaying) -> Vec<Request> {
        self.notice = None;
        self.footer_until = self.now + FOOTER_MILLIS;
        let requests = self
            .act_anywhere(action, now)
            .or_else(|| self.act_on_mixer(action, now))
            .unwrap_or_else(|| self.act_here(action, now));
        self.light_words();
        requests
    }

    /// What means the same on every screen.
    fn act_anywhere(&mut self, action: Action, now: &NowPlaying) -> Option<Vec<Request>> {
        match action {
            Action::Quit => Some(self.leave_softly(now)),
            Action::Help => Some(self.toggle_help()),
            Action::Learn => Some(self.learn(now)),
            Action::Mixer => Some(self.toggle_mixer()),
            Action::Louder | Action::Quieter => Some(change_volume(action, now)),
            Action::Mute => Some(vec![Request::Control(Control::Mute(!now.levels().muted))]),
            _ => None,
        }
    }

    /// What depends on the screen.
    fn act_here(&mut self, action: Action, now: &NowPlaying) -> Vec<Request> {
        match &mut self.mode {
            Mode::Home(home) => match action {
                Action::Browse | Action::Search => self.browse(action == Action::Search, None),
                Action::Chart => self.chart(),
                _ => home.act(action, &self.catalogue),
            },
            Mode::Browse(browse) => match action {
                Action::Back if !browse.narrowed() => self.go_home(),
                Action::Chart => self.chart(),
                _ => {
                    let mut requests = browse.act(action, &self.catalogue);
                    requests.extend(browse.wanted_preview(&self.catalogue));
                    requests
                }
            },
            Mode::Chart(_) => self.touch(action),
            Mode::Ready(ready) => match action {
                Action::Open => {
                    let start = Start::of(ready.id.clone(), Arc::clone(&ready.timeline));
                    vec![Request::Control(Control::Begin(Box::new(start)))]
                }
                Action::Back => match ready.from.take() {
                    Some(from) => {
                        self.mode = *from;
                        Vec::new()
                    }
                    None => self.go_home(),
                },
                _ => {
                    ready.act(action);
                    Vec::new()
                }
            },
            Mode::Playing if action == Action::Night => {
                let ending = self.circumstances.ending(!now.is_night());
                vec![Request::Control(Control::Ending(ending))]
            }
            Mode::Playing => playing::control(action).map(Request::Control).into_iter().collect(),
            Mode::Drifting(_) => self.act_in_the_dark(action, now),
            Mode::Summary(_) => match action {
                Action::Again => vec![Request::Control(Control::Again)],
                Action::Open | Action::Back => self.go_home(),
                _ => Vec::new(),
            },
            Mode::Learn(_) => self.read(action),
            Mode::Help(_) => match action {
                Action::Back | Action::Open => self.toggle_help(),
                _ => Vec::new(),
            },
        }
    }

    /// Help over a playing session pauses it: two screens cannot be followed at once.
    fn toggle_help(&mut self) -> Vec<Request> {
        let requests = self.pause();
        let mode = std::mem::replace(&mut self.mode, Mode::Home(Home::default()));
        self.mode = match mode {
            Mode::Help(under) => *under,
            other => Mode::Help(Box::new(other)),
        };
        requests
    }

    /// Asks for a pause where a session is seen playing.
    fn pause(&self) -> Vec<Request> {
        let pause = Request::Control(Control::Command(Command::Pause(PauseReason::Asked)));
        if matches!(self.mode, Mode::Playing) { vec![pause] } else { Vec::new() }
    }

    /// Takes help and pages away that lie over a session, since two screens cannot be followed at
    /// once.
    pub fn uncover_session(&mut self) {
        while let Mode::Help(_) | Mode::Learn(_) = self.mode {
            let mode = std::mem::replace(&mut self.mode, Mode::Home(Home::default()));
            self.mode = match mode {
                Mode::Help(under) => *under,
                Mode::Learn(learn) => *learn.under,
                mode => mode,
            };
        }
    }

    /// Opens the library, narrowed to a region if one is named.
    fn browse(&mut self, searching: bool, region: Option<Region>) -> Vec<Request> {
        let mut browse = Browse::new(searching, region);
        browse.refresh(&self.catalogue, &self.catalogue);
        self.mode = Mode::Browse(browse);
        vec![Request::Refresh]
    }

    fn go_home(&mut self) -> Vec<Request> {
        let mut home = Home::default();
        let Circumstances { part_of_day, day, .. } = self.circumstances;
        home.refresh(&self.catalogue, part_of_day, day);
        self.mode = Mode::Home(home);
        if self.catalogue.is_empty() { vec![Request::Refresh] } else { Vec::new() }
    }
}

fn change_volume(action: Action, now: &NowPlaying) -> Vec<Request> {
    let volume = now.levels().volume;
    let volume = match action {
        Action::Louder => volume.saturating_add(VOLUME_STEP).min(100),
        _ => volume.saturating_sub(VOLUME_STEP),
    };
    vec![Request::Control(Control::Volume(volume))]
}
