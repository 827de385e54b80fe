//! The desktop over D-Bus: the thread that is there while a session is on.

mod awake;
mod mpris;
mod notices;
mod players;
mod reach;
mod wait;

use std::task::Context;

use crate::desktop::inbox::{Inbox, SideWork};
use crate::desktop::published::Published;
use crate::desktop::{Ask, TimeSource, Wishes};
use awake::SleepInhibitor;
use mpris::{MprisServer, OwnAddress};
use players::OtherPlayers;

pub use notices::{attention, show_notice};
pub use reach::probe;
#[cfg(test)]
pub(super) use reach::{addresses, in_vain};

/// What goes on beside the wait for the next state, and outlasts a session until all is undone.
///
/// No request that has an effect is ever cut short: a service that answers late is undone late.
struct DesktopWork {
    awake: SleepInhibitor,
    players: OtherPlayers,
    /// Unclench as a player, while a session is on.
    server: Option<MprisServer>,
}

impl SideWork for DesktopWork {
    fn poll(&mut self, context: &mut Context<'_>) -> bool {
        if let Some(server) = &mut self.server {
            server.poll(context);
        }
        let (awake, players) = (self.awake.poll(context), self.players.poll(context));
        awake && players
    }

    fn let_go(&mut self) {
        self.awake.let_go();
    }
}

/// Serves the desktop until no session is on any more and all is undone.
pub(super) fn serve(inbox: &Inbox, wishes: Wishes, clock: &TimeSource, ask: &Ask) {
    let own = OwnAddress::default();
    let mut work = DesktopWork {
        awake: SleepInhibitor::new(wishes.stay_awake),
        players: OtherPlayers::new(wishes.pause_players, OwnAddress::clone(&own)),
        server: None,
    };
    zbus::block_on(async {
        loop {
            if let Some(first) = inbox.next(&mut work).await {
                let begin = |now_playing| MprisServer::open(now_playing, clock, ask, &own);
                work.server = wishes.media_keys.then(|| begin(first.clone()));
                serve_session(inbox, first, &mut work).await;
            }
            inbox.settled_or_new(&mut work).await;
            if inbox.leave() {
                return;
            }
        }
    });
}

/// Serves the desktop for one session.
async fn serve_session(inbox: &Inbox, first: Published, work: &mut DesktopWork) {
    let mut now_playing = first;
    loop {
        if let Some(server) = &work.server {
            server.publish(&now_playing).await;
        }
        work.awake.want(now_playing.runs, now_playing.bed_plays_on);
        if now_playing.runs {
            work.players.pause();
        }
        match inbox.next(work).await {
            Some(next) => now_playing = next,
            None => break,
        }
    }
    work.server = None;
    work.awake.want(false, false);
    work.players.resume(inbox.was_night());
}
