//! The desktop over D-Bus: the thread that is there while a session is on.

mod awake;
mod mpris;
mod players;
mod reach;
mod wait;

use zbus::Connection;

use crate::choices::StayAwake;
use crate::desktop::inbox::Inbox;
use crate::desktop::published::Published;
use crate::desktop::{Ask, TimeSource, Wishes};
use awake::SleepInhibitor;
use mpris::MprisServer;
use players::OtherPlayers;
use wait::{all, unless};

pub use reach::probe;

/// Serves the desktop until no session is on any more.
pub(super) fn serve(inbox: &Inbox, wishes: Wishes, clock: &TimeSource, ask: &Ask) {
    zbus::block_on(async {
        loop {
            if let Some(first) = inbox.next().await {
                serve_session(inbox, first, wishes, clock, ask).await;
            }
            if inbox.leave() {
                return;
            }
        }
    });
}

/// Serves the desktop for one session. Nothing in here outlasts its end but what has to be undone.
async fn serve_session(
    inbox: &Inbox,
    first: Published,
    wishes: Wishes,
    clock: &TimeSource,
    ask: &Ask,
) {
    let reached = unless(inbox.ended(), reach(wishes)).await;
    let Some((session, system)) = reached else {
        // The end was told before a bus answered, and is still to be taken.
        inbox.next().await;
        return;
    };
    let mut now_playing = first;
    let mut server = None;
    if let (true, Some(bus)) = (wishes.media_keys, &session) {
        let opening = MprisServer::open(bus, now_playing.clone(), clock, ask);
        server = unless(inbox.ended(), opening).await.flatten();
    }
    let others = OtherPlayers::default();
    let mut awake = SleepInhibitor::new(wishes.stay_awake);
    loop {
        if let Some(server) = &server {
            server.publish(&now_playing).await;
        }
        if now_playing.runs {
            // A service that does not answer is not waited for once a newer state has been published.
            let pausing = async {
                if let (true, Some(bus)) = (wishes.pause_players, &session) {
                    others.pause(bus).await;
                }
            };
            let holding = awake.hold(session.as_ref(), system.as_ref(), now_playing.bed_plays_on);
            unless(inbox.changed(), all(vec![Box::pin(pausing), Box::pin(holding)])).await;
        } else {
            awake.release(session.as_ref()).await;
        }
        match inbox.next().await {
            Some(next) => now_playing = next,
            None => break,
        }
    }
    awake.release(session.as_ref()).await;
    // At night another player that goes on would wake the person.
    if let (Some(bus), false) = (&session, now_playing.night) {
        others.resume(bus).await;
    }
}

/// The session's bus and the system's, as far as they are needed and there.
async fn reach(wishes: Wishes) -> (Option<Connection>, Option<Connection>) {
    let needs_session =
        wishes.media_keys || wishes.pause_players || wishes.stay_awake == StayAwake::Screen;
    let needs_system = wishes.stay_awake != StayAwake::Never;
    let session = if needs_session { reach::session().await.ok() } else { None };
    let system = if needs_system { reach::system().await.ok() } else { None };
    (session, system)
}
