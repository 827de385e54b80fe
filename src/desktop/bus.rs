//! The desktop over D-Bus: the thread that is there while a session is on.

mod awake;
mod mpris;
mod players;
mod reach;
mod wait;

use zbus::Connection;

use crate::choices::StayAwake;
use crate::desktop::inbox::Inbox;
use crate::desktop::told::Told;
use crate::desktop::{Ask, Clock, Wishes};
use awake::Awake;
use mpris::Stand;
use players::Others;
use wait::{all, unless};

pub use reach::probe;

/// Sees to the desktop until no session is on any more.
pub(super) fn attend(inbox: &Inbox, wishes: Wishes, clock: &Clock, ask: &Ask) {
    zbus::block_on(async {
        loop {
            if let Some(first) = inbox.next().await {
                visit(inbox, first, wishes, clock, ask).await;
            }
            if inbox.leave() {
                return;
            }
        }
    });
}

/// Sees to the desktop for one session. Nothing in here outlasts its end but what has to be undone.
async fn visit(inbox: &Inbox, first: Told, wishes: Wishes, clock: &Clock, ask: &Ask) {
    let reached = unless(inbox.ended(), reach(wishes)).await;
    let Some((session, system)) = reached else {
        // The end was told before a bus answered, and is still to be taken.
        inbox.next().await;
        return;
    };
    let mut scene = first;
    let mut stand = None;
    if let (true, Some(bus)) = (wishes.media_keys, &session) {
        let opening = Stand::open(bus, scene.clone(), clock, ask);
        stand = unless(inbox.ended(), opening).await.flatten();
    }
    let others = Others::default();
    let mut awake = Awake::new(wishes.stay_awake);
    loop {
        if let Some(stand) = &stand {
            stand.show(&scene).await;
        }
        if scene.runs {
            // Whoever does not answer is not waited for once there is something else to do.
            let pausing = async {
                if let (true, Some(bus)) = (wishes.pause_players, &session) {
                    others.pause(bus).await;
                }
            };
            let holding = awake.hold(session.as_ref(), system.as_ref(), scene.drifts);
            unless(inbox.changed(), all(vec![Box::pin(pausing), Box::pin(holding)])).await;
        } else {
            awake.let_go(session.as_ref()).await;
        }
        match inbox.next().await {
            Some(next) => scene = next,
            None => break,
        }
    }
    awake.let_go(session.as_ref()).await;
    // At night nobody is to be woken by a player that goes on.
    if let (Some(bus), false) = (&session, scene.night) {
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
