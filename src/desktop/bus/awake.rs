//! Sleep and the screen lock, held off while a session plays.

use zbus::message::Flags;
use zbus::{Connection, Message, OwnedFd, Result};

use super::wait::all;
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
    /// Sleep is held off as long as this is open.
    sleep: Option<OwnedFd>,
    /// The screen stays on until this is given back, or its bus is left.
    screen: Option<u32>,
}

impl SleepInhibitor {
    pub(super) fn new(wish: StayAwake) -> Self {
        Self { wish, sleep: None, screen: None }
    }

    /// Holds off what is to be held off and is not yet. What cannot be is left as it is. In the
    /// `dark` the screen is left to itself.
    pub(super) async fn hold(
        &mut self,
        session: Option<&Connection>,
        system: Option<&Connection>,
        dark: bool,
    ) {
        if dark {
            self.release_screen(session).await;
        }
        let Self { wish, sleep, screen } = self;
        let hold_sleep = async {
            if let (StayAwake::Sleep | StayAwake::Screen, None, Some(bus)) = (*wish, &sleep, system)
            {
                *sleep = inhibit_sleep(bus).await.ok();
            }
        };
        let hold_screen = async {
            if let (StayAwake::Screen, None, Some(bus), false) = (*wish, &screen, session, dark) {
                *screen = inhibit_screen(bus).await.ok();
            }
        };
        all(vec![Box::pin(hold_sleep), Box::pin(hold_screen)]).await;
    }

    /// Holds nothing off any more.
    pub(super) async fn release(&mut self, session: Option<&Connection>) {
        self.sleep = None;
        self.release_screen(session).await;
    }

    async fn release_screen(&mut self, session: Option<&Connection>) {
        if let (Some(cookie), Some(bus)) = (self.screen.take(), session) {
            // Where this is not taken, leaving the bus does the same.
            let _ = give_back(bus, cookie).await;
        }
    }
}

async fn inhibit_sleep(bus: &Connection) -> Result<OwnedFd> {
    let wanted = ("sleep:idle", WHO, WHY, "block");
    let reply =
        bus.call_method(Some(LOGIN), LOGIN_PATH, Some(LOGIN_MANAGER), "Inhibit", &wanted).await?;
    reply.body().deserialize()
}

async fn inhibit_screen(bus: &Connection) -> Result<u32> {
    let reply =
        bus.call_method(Some(SCREEN), SCREEN_PATH, Some(SCREEN), "Inhibit", &(WHO, WHY)).await?;
    reply.body().deserialize()
}

async fn give_back(bus: &Connection, cookie: u32) -> Result<()> {
    let message =
        Message::method_call(SCREEN_PATH, "UnInhibit").destination(SCREEN).interface(SCREEN);
    bus.send(&message.with_flags(Flags::NO_REPLY_EXPECTED).build(&cookie)?).await
}
