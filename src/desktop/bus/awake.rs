//! Sleep and the screen lock, held off while a session plays.
//!
//! A service that is asked to hold something off may answer late. Its answer is always taken, since
//! only the answer says how to let go: what is not wanted any more by then is given back at once.

use std::mem;
use std::task::{Context, Poll};

use zbus::{Connection, OwnedFd, Result};

use super::reach;
use super::wait::{BoxedWork, goes_on};
use crate::choices::StayAwake;

const WHO: &str = "Unclench";
const WHY: &str = "A session plays";

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const LOGIN_MANAGER: &str = "org.freedesktop.login1.Manager";

const SCREEN: &str = "org.freedesktop.ScreenSaver";
const SCREEN_PATH: &str = "/org/freedesktop/ScreenSaver";

/// What is held off.
pub(super) struct SleepInhibitor {
    wish: StayAwake,
    sleep: Hold,
    screen: Hold,
}

impl SleepInhibitor {
    /// Nothing is held off yet.
    pub(super) fn new(wish: StayAwake) -> Self {
        let sleep = Hold::new(|| Box::pin(inhibit_sleep()));
        let screen = Hold::new(|| Box::pin(inhibit_screen()));
        Self { wish, sleep, screen }
    }

    /// Says whether a session `plays`, and what is to be held off with it. In the `dark` the screen
    /// is left to itself. What a service refused is asked for once more.
    pub(super) fn want(&mut self, plays: bool, dark: bool) {
        self.sleep.want(plays && self.wish != StayAwake::Never);
        self.screen.want(plays && self.wish == StayAwake::Screen && !dark);
    }

    /// Asks, takes answers and gives back, as far as that goes now. Gives whether nothing is open.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> bool {
        let (sleep, screen) = (self.sleep.poll(context), self.screen.poll(context));
        sleep && screen
    }

    /// Leaves the bus wherever an answer is open, so that a service has to let go by itself.
    pub(super) fn let_go(&mut self) {
        self.sleep.let_go();
        self.screen.let_go();
    }
}

/// One thing that is held off, or not.
struct Hold {
    ask: fn() -> BoxedWork<Result<Held>>,
    is_wanted: bool,
    /// It was asked for in vain, and is not asked for again until something changes.
    is_refused: bool,
    state: HoldState,
}

#[derive(Default)]
enum HoldState {
    #[default]
    Free,
    Asking(BoxedWork<Result<Held>>),
    Held(Held),
    GivingBack(BoxedWork),
}

/// What shows that something is held off.
enum Held {
    /// As long as this is open.
    Sleep(OwnedFd),
    /// Until this number is given back, or its bus is left.
    Screen(Connection, u32),
}

impl Hold {
    fn new(ask: fn() -> BoxedWork<Result<Held>>) -> Self {
        Self { ask, is_wanted: false, is_refused: false, state: HoldState::Free }
    }

    fn want(&mut self, is_wanted: bool) {
        (self.is_wanted, self.is_refused) = (is_wanted, false);
    }

    /// Gives whether there is nothing to wait for.
    fn poll(&mut self, context: &mut Context<'_>) -> bool {
        loop {
            self.state = match mem::take(&mut self.state) {
                HoldState::Free if self.is_wanted && !self.is_refused => {
                    HoldState::Asking((self.ask)())
                }
                HoldState::Held(held) if !self.is_wanted => HoldState::GivingBack(held.give_back()),
                HoldState::Asking(mut answer) => match answer.as_mut().poll(context) {
                    Poll::Ready(Ok(held)) => HoldState::Held(held),
                    Poll::Ready(Err(_)) => {
                        self.is_refused = true;
                        HoldState::Free
                    }
                    Poll::Pending => {
                        self.state = HoldState::Asking(answer);
                        return false;
                    }
                },
                HoldState::GivingBack(mut work) => {
                    if goes_on(&mut work, context) {
                        self.state = HoldState::GivingBack(work);
                        return false;
                    }
                    HoldState::Free
                }
                settled => {
                    self.state = settled;
                    return true;
                }
            }
        }
    }

    fn let_go(&mut self) {
        if matches!(self.state, HoldState::Asking(_) | HoldState::GivingBack(_)) {
            (self.is_refused, self.state) = (true, HoldState::Free);
        }
    }
}

impl Held {
    fn give_back(self) -> BoxedWork {
        match self {
            Self::Sleep(open) => Box::pin(async move { drop(open) }),
            Self::Screen(bus, cookie) => Box::pin(async move {
                // Where this is not taken, leaving the bus does the same.
                let call =
                    bus.call_method(Some(SCREEN), SCREEN_PATH, Some(SCREEN), "UnInhibit", &cookie);
                let _ = call.await;
            }),
        }
    }
}

/// On a connection of its own, which can be left without anything else.
async fn inhibit_sleep() -> Result<Held> {
    let bus = reach::system().await?;
    let wanted = ("sleep:idle", WHO, WHY, "block");
    let reply =
        bus.call_method(Some(LOGIN), LOGIN_PATH, Some(LOGIN_MANAGER), "Inhibit", &wanted).await?;
    Ok(Held::Sleep(reply.body().deserialize()?))
}

/// On a connection of its own, which can be left without anything else.
async fn inhibit_screen() -> Result<Held> {
    let bus = reach::session().await?;
    let wanted = (WHO, WHY);
    let reply =
        bus.call_method(Some(SCREEN), SCREEN_PATH, Some(SCREEN), "Inhibit", &wanted).await?;
    let cookie = reply.body().deserialize()?;
    Ok(Held::Screen(bus, cookie))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_dark_the_screen_may_go_off_and_the_machine_stays_awake() {
        let mut inhibitor = SleepInhibitor::new(StayAwake::Screen);
        let mut wanted = |plays, dark| {
            inhibitor.want(plays, dark);
            (inhibitor.sleep.is_wanted, inhibitor.screen.is_wanted)
        };
        assert_eq!(wanted(true, false), (true, true));
        assert_eq!(wanted(true, true), (true, false));
        assert_eq!(wanted(false, false), (false, false));
    }
}
