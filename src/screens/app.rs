//! Everything on screen, as plain data: which screens lie one over the other, and what they share.

mod drawing;
mod going_on;
mod health;
mod routes;
mod showing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::behaviour::{KeyContext, Overlay};
use super::request::Reaction;
use super::{
    Action, CaredForEntry, Environment, HelpScreen, HomeScreen, LearnScreen, Place, PlayingScreen,
    ReadyScreen, Request, Screen, ScreenView, Shared, Stack, VolumesScreen,
};
use crate::care::CaredFor;
use crate::journal::RatingMoment;
use crate::library::{AfterCare, Catalogue, Entry};
use crate::player::{Command, Control, Effect, NowPlaying, PauseReason, State};
use crate::timeline::Timeline;

pub use drawing::draw;

/// How much louder or quieter one key makes it, 0–100.
const VOLUME_STEP: u8 = 5;

/// Everything on screen.
#[derive(Clone, Debug)]
pub struct App {
    /// The screens, the one that has the keys on top.
    pub screens: Stack<Screen>,
    /// What they share.
    pub shared: Shared,
}

impl App {
    /// The first screen.
    pub fn new(environment: Environment) -> Self {
        Self { screens: Stack::new(HomeScreen::default().into()), shared: Shared::new(environment) }
    }

    /// The id of the session that comes next, and its plan, where one is on top.
    pub fn coming(&self) -> Option<(&str, &Arc<Timeline>)> {
        match self.screens.top() {
            Screen::Ready(ready) => Some((&ready.id, &ready.timeline)),
            Screen::Questions(asking) => {
                Some((&asking.start.id, asking.start.player.shared_timeline()))
            }
            _ => None,
        }
    }

    /// The session about to be played that is on top.
    pub fn ready(&self) -> Option<&ReadyScreen> {
        match self.screens.top() {
            Screen::Ready(ready) => Some(ready),
            _ => None,
        }
    }

    /// Shows what sessions there are. A person who looks at some of them keeps what they see, as far
    /// as it is still there.
    pub fn set_catalogue(&mut self, catalogue: Catalogue) -> Vec<Request> {
        let before = std::mem::replace(&mut self.shared.catalogue, catalogue);
        let shared = &self.shared;
        let wanted: Vec<_> = (self.screens.iter_mut())
            .map(|screen| screen.behaviour_mut().follow_catalogue(shared, &before))
            .collect();
        wanted.into_iter().next().flatten().into_iter().collect()
    }

    /// Shows what has happened to what plays now: a session that begins, and what follows its end.
    pub fn follow(&mut self, effect: &Effect) -> Vec<Request> {
        match effect {
            Effect::Begun => {
                self.shared.is_day_new = false;
                self.shared.interrupted = None;
                self.shared.said_before = self.shared.said_before_next.take();
                self.shared.show_footer();
                self.replace(PlayingScreen.into())
            }
            Effect::Ended(record) => {
                let end = self.end_of(record);
                self.replace(end)
            }
            _ => Vec::new(),
        }
    }

    /// Offers what fits now, where the first screen is open. `lately` are the ids of what was played
    /// last; `after_care` says what is left of a session for the person.
    pub fn suggest<Care: Into<CaredForEntry>>(
        &mut self,
        lately: &[String],
        mut after_care: impl FnMut(&Entry) -> Care,
    ) {
        self.shared.lately = lately.to_vec();
        let shared = &self.shared;
        let is_anybody = shared.person == CaredFor::default();
        let after_care = |entry: &Entry| {
            if is_anybody { AfterCare::Whole.into() } else { after_care(entry).into() }
        };
        let home = self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Home(home) => Some(home),
            _ => None,
        });
        if let Some(home) = home {
            home.suggest(shared, after_care);
        }
    }

    /// Takes in what the person mostly felt better after. Says what is to be done where the offers may
    /// still change.
    pub fn learn_helped(&mut self, helped: Vec<String>) -> Option<Request> {
        let is_news = self.shared.helped != helped;
        self.shared.helped = helped;
        let is_fresh = matches!(self.screens.top(), Screen::Home(home) if home.is_fresh());
        (is_news && is_fresh).then_some(Request::Suggest)
    }

    /// The kind of screen, for the key map.
    pub fn place(&self, now: &NowPlaying, view: &ScreenView) -> Place {
        self.screens.top().behaviour().place(&self.context(now, view))
    }

    /// Whether a session that plays is seen, with the volumes over it or without.
    pub fn shows_session(&self) -> bool {
        self.seen().any(|screen| matches!(screen, Screen::Playing(_)))
    }

    /// Whether a session is about to begin, and its person is asked a few things before.
    pub fn asks_before_session(&self) -> bool {
        self.seen().any(|screen| matches!(screen, Screen::Questions(_)))
    }

    /// Whether the program ends now: it was to be left as soon as all is silent.
    pub fn has_left(&self, now: &NowPlaying) -> bool {
        matches!(self.screens.top(), Screen::Dark(dark) if dark.has_left(now))
    }

    /// After dark, how much of the session has played, 0–1; `None` by day.
    pub fn after_dark(&self, now: &NowPlaying) -> Option<f32> {
        let mut screens = self.screens.iter().map(Screen::behaviour);
        screens.find(|screen| screen.overlay() == Overlay::None)?.after_dark(&self.shared, now)
    }

    /// How long one frame stays, in milliseconds; `None` where nothing moves.
    pub fn frame_millis(&self, now: &NowPlaying) -> Option<u64> {
        self.seen().last()?.behaviour().frame_millis(&self.shared, now)
    }

    /// How much time may pass although nothing is drawn, in milliseconds; `None` where nothing is
    /// waited for.
    pub fn wait_millis(&self, now: &NowPlaying, view: &ScreenView) -> Option<u64> {
        self.screens.top().behaviour().wait_millis(&self.context(now, view))
    }

    /// Turns a page that has stood as long as it takes to be read, where it turns by itself; `view` has
    /// what the last frame recorded. Returns whether it did.
    pub fn turn_page(&mut self, view: &ScreenView) -> bool {
        match self.screens.top_mut() {
            Screen::Questions(asking) => asking.turn(&self.shared, &view.frame),
            _ => false,
        }
    }

    /// Lets `elapsed` milliseconds pass.
    pub fn advance(&mut self, elapsed: u64) {
        self.shared.time += elapsed;
    }

    /// Does what a key or click means; `view` has what the last frame recorded.
    pub fn act(&mut self, action: Action, now: &NowPlaying, view: &ScreenView) -> Vec<Request> {
        self.shared.show_footer();
        if action == Action::ShowKeys {
            return Vec::new();
        }
        self.shared.notice = None;
        let context = KeyContext { shared: &self.shared, now, frame: &view.frame };
        let top = self.screens.top_mut().behaviour_mut();
        let reaction = match action {
            Action::Help => self.toggle_help(now, view).into(),
            Action::Learn => self.learn(now, view).into(),
            Action::Volumes => self.toggle_volumes().into(),
            Action::Night => self.toggle_night(now).into(),
            Action::Stop => self.stop(now).into(),
            Action::Louder | Action::Quieter => change_volume(action, now).into(),
            Action::Mute => Request::Control(Control::Mute(!now.levels().muted)).into(),
            Action::Quit => top.leave(&context),
            Action::Click(column, row) => top.click(view.frame.hit(column, row).as_ref(), &context),
            _ => top.act(action, &context),
        };
        let requests = self.carry_out(reaction);
        self.screens.top_mut().behaviour_mut().after_key(&self.shared);
        requests
    }

    /// Takes help and pages away that lie over a session, since two screens cannot be followed at
    /// once.
    pub fn uncover_session(&mut self) {
        while self.screens.top().behaviour().overlay() == Overlay::Page {
            if self.screens.pop().is_none() {
                return;
            }
        }
    }

    fn context<'a>(&'a self, now: &'a NowPlaying, view: &'a ScreenView) -> KeyContext<'a> {
        KeyContext { shared: &self.shared, now, frame: &view.frame }
    }

    /// The screens that are drawn, from the top down: one, and the panels over it.
    fn seen(&self) -> impl DoubleEndedIterator<Item = &Screen> {
        let is_panel = |screen: &&Screen| screen.behaviour().overlay() == Overlay::Panel;
        let panels = self.screens.iter().take_while(is_panel).count();
        let seen: Vec<_> = self.screens.iter().take(panels + 1).collect();
        seen.into_iter()
    }

    /// Goes where a key leads. Returns what is asked for, then and before.
    fn carry_out(&mut self, reaction: Reaction) -> Vec<Request> {
        let Reaction { mut requests, route } = reaction;
        for request in &requests {
            match request {
                Request::KeepProfile(profile) => self.shared.person.profile = (**profile).clone(),
                Request::KeepToday(today) => self.keep_today(today),
                Request::KeepFavourites(ids) => self.shared.favourites.clone_from(ids),
                Request::KeepDeclined(ids) => self.shared.declined.clone_from(ids),
                Request::GoOn(_) | Request::LetGo(_) => self.shared.interrupted = None,
                Request::Say(RatingMoment::Before, said) => {
                    self.shared.said_before_next = Some((**said).clone());
                }
                Request::Control(Control::Begin(_)) => self.remember_begun(),
                _ => {}
            }
        }
        requests.extend(route.into_iter().flat_map(|route| self.go(route)));
        requests
    }

    /// Shows the screen below; the first one where there is none.
    fn back(&mut self) -> Vec<Request> {
        let Some(left) = self.screens.pop() else { return self.go_home() };
        let wanted = self.screens.top_mut().behaviour_mut().come_back(&self.shared);
        left.behaviour().close().into_iter().chain(wanted).collect()
    }

    fn go_home(&mut self) -> Vec<Request> {
        // How one slept is asked once.
        self.shared.last_night = None;
        let mut requests = self.replace(HomeScreen::default().into());
        let is_empty = self.shared.catalogue.is_empty();
        requests.push(if is_empty { Request::Refresh } else { Request::Suggest });
        requests
    }

    /// Shows one screen in the place of all.
    fn replace(&mut self, screen: Screen) -> Vec<Request> {
        let left = self.screens.replace(screen);
        left.filter_map(|screen| screen.behaviour().close()).collect()
    }

    /// Shows the keys of the screen on top, or goes back to it. Help over a playing session pauses
    /// it until it is closed: two screens cannot be followed at once.
    fn toggle_help(&mut self, now: &NowPlaying, view: &ScreenView) -> Vec<Request> {
        if matches!(self.screens.top(), Screen::Help(_)) {
            return self.back();
        }
        let goes_on = self.is_followed(now);
        let help = HelpScreen { about: self.place(now, view), goes_on, scroll: 0 };
        let requests = self.pause();
        self.screens.push(help.into());
        requests
    }

    /// Opens the pages over what is on screen. A playing session pauses, as it does under help, and
    /// the page is about what it was at.
    fn learn(&mut self, now: &NowPlaying, view: &ScreenView) -> Vec<Request> {
        let top = self.screens.top().behaviour();
        let about = top.topics(&self.context(now, view));
        let language = self.shared.own_texts().language();
        let mut learn = LearnScreen::new(about, top.open_topic(now), language);
        learn.goes_on = self.is_followed(now);
        let requests = self.pause();
        self.screens.push(learn.into());
        requests
    }

    /// Opens the volumes, or closes them.
    fn toggle_volumes(&mut self) -> Vec<Request> {
        let session = match self.screens.top() {
            Screen::Volumes(_) => return self.back(),
            Screen::Ready(ready) => Some(Arc::clone(&ready.timeline)),
            _ => None,
        };
        self.screens.push(VolumesScreen::over(session).into());
        Vec::new()
    }

    /// Makes every screen dim and warm, or as by day again; a session likewise, with how it ends.
    fn toggle_night(&mut self, now: &NowPlaying) -> Vec<Request> {
        // A session that is dim only for the hour is made one of the night first.
        let is_night = match now.player().filter(|_| self.shows_session()) {
            Some(_) => !now.is_night(),
            None => self.after_dark(now).is_none(),
        };
        self.shared.night = Some(is_night);
        let ending = self.shared.environment.ending(is_night);
        for screen in self.screens.iter_mut() {
            match screen {
                Screen::Ready(ready) => {
                    ready.timeline = Arc::new(ready.timeline.with_ending(ending));
                }
                Screen::Questions(asking) => {
                    asking.start.player.set_ending(ending);
                }
                _ => {}
            }
        }
        let changes = now.player().is_some() && now.is_night() != is_night;
        changes.then_some(Request::Control(Control::Ending(ending))).into_iter().collect()
    }

    /// Whether a session plays, and is seen.
    fn is_followed(&self, now: &NowPlaying) -> bool {
        self.shows_session() && now.player().is_some_and(|it| it.state() == State::Playing)
    }

    /// Asks for a pause where a session is seen playing.
    fn pause(&self) -> Vec<Request> {
        let pause = Request::command(Command::Pause(PauseReason::Asked));
        if self.shows_session() { vec![pause] } else { Vec::new() }
    }
}

fn change_volume(action: Action, now: &NowPlaying) -> Request {
    let volume = now.levels().volume;
    let volume = match action {
        Action::Louder => volume.saturating_add(VOLUME_STEP).min(100),
        _ => volume.saturating_sub(VOLUME_STEP),
    };
    Request::Control(Control::Volume(volume))
}
