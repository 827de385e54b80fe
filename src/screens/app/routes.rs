//! Where keys lead: the one place that lays one screen over another.

use super::App;
use crate::body::Region;
use crate::screens::request::Route;
use crate::screens::{
    BodyMapScreen, FamiliarSessions, HelpedScreen, LearnScreen, LibraryScreen, PlannerScreen,
    ProfileScreen, Request, Screen,
};

impl App {
    /// Goes where a key leads. Returns what is asked for then.
    pub(super) fn go(&mut self, route: Route) -> Vec<Request> {
        match route {
            Route::Back => self.back(),
            Route::Home => self.go_home(),
            Route::Library { searching, region } => self.open_library(searching, region),
            Route::Breathing => self.open_breathing(),
            Route::Session => {
                let ready = self.ready().map(|it| (it.start(), it.session.clone()));
                let begin = ready.and_then(|(start, session)| self.begin(start, session));
                begin.into_iter().map(Request::Control).collect()
            }
            Route::Today => {
                self.ask_again();
                Vec::new()
            }
            Route::Planner(region) => {
                let planner = PlannerScreen::new(&self.shared, region);
                let wanted = Request::Plan(Box::new(planner.request()));
                self.screens.push(planner.into());
                vec![wanted]
            }
            Route::Profile => {
                let profile = self.shared.person.profile.clone();
                self.screens.push(ProfileScreen::new(profile).into());
                Vec::new()
            }
            Route::Helped => {
                self.screens.push(HelpedScreen::default().into());
                vec![Request::LookBack]
            }
            Route::Page(topic) => {
                let language = self.shared.own_texts().language();
                self.screens.push(LearnScreen::new(None, Some(topic), language).into());
                Vec::new()
            }
            Route::PainMap(at) => {
                if let Some(map) = BodyMapScreen::of_pain(at) {
                    self.screens.push(map.into());
                }
                Vec::new()
            }
            Route::Hurts(place) => self.take_pain_place(place),
            Route::BodyMap(region) => {
                let catalogue = &self.shared.catalogue;
                let wanted = catalogue.is_empty().then_some(Request::Refresh);
                if let Some(map) = BodyMapScreen::new(region, catalogue) {
                    self.screens.push(map.into());
                }
                wanted.into_iter().collect()
            }
        }
    }

    /// Shows the library over the first screen.
    fn open_library(&mut self, searching: bool, region: Option<Region>) -> Vec<Request> {
        let familiar = self.familiar_sessions();
        while self.screens.pop().is_some() {}
        let catalogue = &self.shared.catalogue;
        let library = LibraryScreen::new(searching, region, familiar, catalogue);
        self.screens.push(library.into());
        vec![Request::Refresh]
    }

    /// Shows the ways to breathe in the library.
    fn open_breathing(&mut self) -> Vec<Request> {
        let mut wanted = self.open_library(false, None);
        if let Screen::Library(library) = self.screens.top_mut() {
            library.select_breathing();
            wanted.extend(library.wanted_preview(&self.shared.catalogue));
        }
        wanted
    }

    /// What is offered on the first screen, and what was played lately.
    fn familiar_sessions(&self) -> FamiliarSessions {
        let home = self.screens.iter().find_map(|screen| match screen {
            Screen::Home(home) => Some(home),
            _ => None,
        });
        let offered = home.map(|home| home.offered(&self.shared.catalogue));
        let lately = self.shared.lately.clone();
        let favourites = self.shared.favourites.clone();
        FamiliarSessions { offered: offered.unwrap_or_default(), favourites, lately }
    }
}
