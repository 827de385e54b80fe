//! How the person is, as far as all screens have to know: what is asked and told before a session, the
//! day it holds for, and a session that is stopped.

use super::App;
use crate::care::{ScreenedSession, Today};
use crate::journal::PainPlace;
use crate::player::{Control, NowPlaying, SessionRecord, Start};
use crate::screens::{
    DarkScreen, QuestionsScreen, Request, Screen, StopScreen, SummaryScreen, without_this_place,
};

impl App {
    /// Begins a session, as the control that is returned; or shows first what to know before it, and
    /// asks how the person is, where that has not been done today.
    pub fn begin(&mut self, start: Start, session: ScreenedSession) -> Option<Control> {
        let asking = QuestionsScreen::before(&start, &session, &self.shared);
        let Some(asking) = asking else {
            self.shared.playing = Some(session);
            return Some(Control::Begin(Box::new(start)));
        };
        self.screens.push(asking.into());
        None
    }

    /// Keeps in mind which session begins, as it was screened, where it was asked and told about first.
    pub(super) fn remember_begun(&mut self) {
        if let Screen::Questions(asking) = self.screens.top() {
            self.shared.playing = Some(asking.session.clone());
        }
    }

    /// Goes back to what asked where it hurts, and says it there.
    pub(super) fn take_pain_place(&mut self, place: PainPlace) -> Vec<Request> {
        let wanted = self.back();
        if let Screen::Questions(asking) = self.screens.top_mut() {
            asking.form.set_pain_place(place);
        }
        wanted
    }

    /// Shows the answers of the day again, before the session that is about to be played.
    pub(super) fn ask_again(&mut self) {
        let asking = self.ready().map(|ready| QuestionsScreen::again(ready, &self.shared));
        if let Some(asking) = asking {
            self.screens.push(asking.into());
        }
    }

    /// Keeps in mind what the person was asked and told today. A session that waits below is screened
    /// anew where that changes anything.
    pub(super) fn keep_today(&mut self, today: &Today) {
        self.shared.today = today.clone();
        if self.shared.person.today == today.held() {
            return;
        }
        self.shared.person.today = today.held().to_vec();
        for screen in self.screens.iter_mut() {
            if let Screen::Ready(ready) = screen {
                ready.screen_again(&self.shared.person);
            }
        }
    }

    /// Lets another day begin: what was answered and read on the one before holds no longer, and is
    /// asked and told anew before the next session. One that plays goes on as it is.
    pub fn renew_day(&mut self, today: &Today) {
        self.keep_today(today);
        self.shared.is_day_new = true;
        self.shared.declined.clear();
        for screen in self.screens.iter_mut() {
            if let Screen::Questions(asking) = screen {
                asking.begin_anew(&self.shared);
            }
        }
    }

    /// What is shown once a session has ended: what helps, where it was stopped for something to have
    /// looked at; the dark at night; otherwise what it came to.
    pub(super) fn end_of(&self, record: &SessionRecord) -> Screen {
        let felt = match self.screens.top() {
            Screen::Stop(stop) => stop.felt.filter(|felt| !felt.may_go_on()),
            _ => None,
        };
        match felt {
            Some(felt) => SummaryScreen::after_stop(record.clone(), felt).into(),
            None if record.at_night && !self.shared.today.is_urgent() => {
                DarkScreen::since(self.shared.time).into()
            }
            None => SummaryScreen::after(record.clone(), &self.shared).into(),
        }
    }

    /// Stops a session at once, and asks what was felt.
    pub(super) fn stop(&mut self, now: &NowPlaying) -> Vec<Request> {
        let requests = self.pause();
        if let Some(player) = now.player().filter(|_| !requests.is_empty()) {
            let shared = &self.shared;
            let without = shared.playing.as_ref().zip(now.id()).and_then(|(session, id)| {
                without_this_place(id, player, session, (&shared.person, &shared.today))
            });
            self.screens.push(
                StopScreen::of(player, without, (&shared.person.profile, &shared.today)).into(),
            );
        }
        requests
    }
}
