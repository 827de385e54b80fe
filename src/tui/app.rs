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
mod remote;
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
pub use mixer::{Fader, Mixer, Over};
pub use playing::Playing;
pub use ready::Ready;
pub use summary::Summary;
pub use voice::VoiceView;

use std::sync::Arc;

use super::{Action, Place};
use crate::body::Region;
use crate::choices::{Background, SoundKind};
use crate::library::Catalogue;
use crate::player::{Command, Effect, PauseReason, Player};
use crate::session::Session;
use crate::timeline::prepare;

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
    Playing(Box<Playing>),
    /// After a session.
    Summary(Box<Summary>),
    /// After a session at night.
    Drifting(Box<Drifting>),
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
    /// Carry out the player's effects.
    Play(Vec<Effect>),
    /// Set the loudness, 0–100.
    Volume(u8),
    /// Sound off or on.
    Mute(bool),
    /// Set the loudness of one kind of sound, 0–100.
    Level(SoundKind, u8),
    /// Remember which background is wished.
    Background(Background),
    /// Keep what is to be remembered, now.
    Remember,
    /// Sound as at night, or as by day.
    Night(bool),
    /// Leave the program.
    Quit,
}

/// How sound is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoundView {
    /// Loudness, 0–100.
    pub volume: u8,
    /// Sound is off.
    pub muted: bool,
    /// A quiet word on why nothing is heard.
    pub note: Option<String>,
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
    /// How sound is doing.
    pub sound: SoundView,
    /// How the voice is doing.
    pub voice: VoiceView,
    /// How sounds are mixed.
    pub mixer: Mixer,
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
    pub fn new(circumstances: Circumstances, sound: SoundView) -> Self {
        Self {
            mode: Mode::Home(Home::default()),
            catalogue: Catalogue::default(),
            looking: false,
            circumstances,
            sound,
            voice: VoiceView::default(),
            mixer: Mixer::default(),
            over: Over::Nothing,
            notice: None,
            now: 0,
            footer_until: FOOTER_MILLIS,
        }
    }

    /// Shows the outline of a session beside the list it was chosen in.
    pub fn show_preview(&mut self, id: String, session: &Session) {
        let wish = self.circumstances.wish(session, &self.mixer.background);
        if let (Mode::Browse(browse), Ok(timeline)) = (&mut self.mode, prepare(session, &wish)) {
            browse.preview = Some((id, Arc::new(timeline)));
        }
    }

    /// Shows a session that was asked for.
    pub fn show_ready(&mut self, id: String, session: Session) {
        let from = match &self.mode {
            Mode::Browse(_) | Mode::Chart(_) => Some(Box::new(self.mode.clone())),
            _ => None,
        };
        let wish = self.circumstances.wish(&session, &self.mixer.background);
        match Ready::new(id, session, &wish, from) {
            Ok(ready) => self.mode = Mode::Ready(Box::new(ready)),
            Err(error) => self.notice = Some(error.to_string()),
        }
    }

    /// Plays a session at once.
    pub fn start(&mut self, id: String, player: Player) -> Vec<Request> {
        let player = player.with_bed(&self.mixer.background);
        let night = player.timeline().is_night();
        let (playing, effects) = Playing::new(id, player);
        self.mode = Mode::Playing(Box::new(playing));
        self.footer_until = self.now + FOOTER_MILLIS;
        vec![Request::Night(night), Request::Play(effects)]
    }

    /// The kind of screen, for the key map.
    pub fn place(&self) -> Place {
        match &self.mode {
            _ if self.fader().is_some() => Place::Mixing,
            Mode::Home(_) => Place::Home,
            Mode::Browse(browse) if browse.searching => Place::Searching,
            Mode::Browse(_) => Place::Browse,
            Mode::Chart(chart) => chart.place(),
            Mode::Ready(_) => Place::Ready,
            Mode::Playing(_) => Place::Playing,
            Mode::Summary(_) => Place::Summary,
            Mode::Drifting(drifting) => drifting.place(),
            Mode::Learn(learn) => learn.place(),
            Mode::Help(_) => Place::Help,
        }
    }

    /// Lets `elapsed` milliseconds pass.
    pub fn advance(&mut self, elapsed: u64) -> Vec<Request> {
        self.now += elapsed;
        match &mut self.mode {
            Mode::Playing(playing) => {
                let effects = playing.player.advance(elapsed);
                self.after_play(effects)
            }
            Mode::Drifting(drifting) => drifting.advance(elapsed),
            _ => Vec::new(),
        }
    }

    /// Does what a key or click means.
    pub fn act(&mut self, action: Action) -> Vec<Request> {
        self.notice = None;
        self.footer_until = self.now + FOOTER_MILLIS;
        let requests = self
            .act_anywhere(action)
            .or_else(|| self.act_on_mixer(action))
            .unwrap_or_else(|| self.act_here(action));
        self.light_words();
        requests
    }

    /// What means the same on every screen.
    fn act_anywhere(&mut self, action: Action) -> Option<Vec<Request>> {
        match action {
            Action::Quit => Some(self.leave_softly()),
            Action::Help => Some(self.toggle_help()),
            Action::Learn => Some(self.learn()),
            Action::Mixer => Some(self.toggle_mixer()),
            Action::Louder | Action::Quieter => Some(self.change_volume(action)),
            Action::Mute => {
                self.sound.muted = !self.sound.muted;
                Some(vec![Request::Mute(self.sound.muted)])
            }
            _ => None,
        }
    }

    /// What depends on the screen.
    fn act_here(&mut self, action: Action) -> Vec<Request> {
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
                    let (id, player) = ready.player();
                    self.start(id, player)
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
            Mode::Playing(playing) if action == Action::Night => {
                let effects = playing.turn_night(self.circumstances);
                let mut requests = vec![Request::Night(playing.is_night())];
                requests.extend(self.after_play(effects));
                requests
            }
            Mode::Playing(playing) => {
                let effects = playing.act(action);
                self.after_play(effects)
            }
            Mode::Drifting(_) => self.stir(action),
            Mode::Summary(summary) => match action {
                Action::Again => {
                    let (id, player) = summary.again();
                    self.start(id, player)
                }
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

    /// The player, while a session plays.
    pub fn player(&self) -> Option<&Player> {
        match &self.mode {
            Mode::Playing(playing) => Some(&playing.player),
            _ => None,
        }
    }

    /// The person is about to be away: a session pauses.
    pub fn leave(&mut self) -> Vec<Request> {
        match &mut self.mode {
            Mode::Playing(playing) => {
                let effects = playing.player.apply(Command::Pause(PauseReason::Gap));
                vec![Request::Play(effects)]
            }
            _ => Vec::new(),
        }
    }

    /// Help over a playing session pauses it: nobody can follow two screens at once.
    fn toggle_help(&mut self) -> Vec<Request> {
        let effects = match &mut self.mode {
            Mode::Playing(playing) => playing.player.apply(Command::Pause(PauseReason::Asked)),
            _ => Vec::new(),
        };
        let mode = std::mem::replace(&mut self.mode, Mode::Home(Home::default()));
        self.mode = match mode {
            Mode::Help(under) => *under,
            other => Mode::Help(Box::new(other)),
        };
        self.after_play(effects)
    }

    fn change_volume(&mut self, action: Action) -> Vec<Request> {
        let volume = self.sound.volume;
        self.sound.volume = match action {
            Action::Louder => volume.saturating_add(VOLUME_STEP).min(100),
            _ => volume.saturating_sub(VOLUME_STEP),
        };
        vec![Request::Volume(self.sound.volume)]
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

    /// Passes the player's effects on. Once it has finished, the summary is shown, or at night the
    /// dark.
    fn after_play(&mut self, effects: Vec<Effect>) -> Vec<Request> {
        if effects.is_empty() {
            return Vec::new();
        }
        let mut requests = Vec::new();
        let finished = effects.iter().find_map(|effect| match effect {
            Effect::Finished { whole } => Some(*whole),
            _ => None,
        });
        if let (Some(whole), Mode::Playing(playing)) = (finished, &self.mode) {
            self.mode = if playing.is_night() {
                Mode::Drifting(Box::new(Drifting::after(playing, whole, self.now)))
            } else {
                Mode::Summary(Box::new(Summary::of(playing)))
            };
            requests = self.close_mixer();
        }
        requests.insert(0, Request::Play(effects));
        requests
    }
}
