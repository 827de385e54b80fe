//! Unclench as a player among players: the interfaces of MPRIS, the way media keys take.

mod player;
mod root;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::{mem, process};

use zbus::fdo::RequestNameFlags;
use zbus::object_server::InterfaceRef;
use zbus::{Connection, Result};

use super::reach;
use super::wait::BoxedWork;
use crate::desktop::published::Published;
use crate::desktop::{Ask, TimeSource};
use player::MprisPlayer;
use root::Root;

/// What the names of all players begin with.
pub(super) const PREFIX: &str = "org.mpris.MediaPlayer2.";
/// Where every player has its interfaces.
pub(super) const PATH: &str = "/org/mpris/MediaPlayer2";
/// The interface that plays.
pub(super) const PLAYER: &str = "org.mpris.MediaPlayer2.Player";

/// The address of Unclench on the session's bus, once it is there.
pub(super) type OwnAddress = Rc<RefCell<Option<String>>>;

/// What was told last, as the interface and its stand share it.
type SharedPublished = Arc<Mutex<Published>>;

/// Unclench on the session's bus, on a connection of its own: dropping it leaves the bus, with
/// whatever name was asked for.
pub(super) struct MprisServer {
    published: SharedPublished,
    state: ServerState,
}

enum ServerState {
    Opening(BoxedWork<Result<InterfaceRef<MprisPlayer>>>),
    Open(InterfaceRef<MprisPlayer>),
    /// The bus is not there, or does not let it.
    Refused,
}

impl MprisServer {
    /// Begins to open it; [`poll`](Self::poll) goes on with that.
    pub(super) fn open(
        published: Published,
        clock: &TimeSource,
        ask: &Ask,
        own: &OwnAddress,
    ) -> Self {
        let published = Arc::new(Mutex::new(published));
        let player = MprisPlayer::new(Arc::clone(&published), Arc::clone(clock), Arc::clone(ask));
        let (root, own) = (Root::new(Arc::clone(ask)), Rc::clone(own));
        let opening = async move {
            let bus = reach::session().await?;
            *own.borrow_mut() = bus.unique_name().map(ToString::to_string);
            serve(&bus, player, root).await
        };
        Self { published, state: ServerState::Opening(Box::pin(opening)) }
    }

    /// Goes on with opening it.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) {
        if let ServerState::Opening(opening) = &mut self.state
            && let Poll::Ready(opened) = opening.as_mut().poll(context)
        {
            self.state = opened.map_or(ServerState::Refused, ServerState::Open);
        }
    }

    /// Publishes a state, and says what has changed with it.
    pub(super) async fn publish(&self, now_playing: &Published) {
        let before = self.replace(now_playing.clone());
        if let ServerState::Open(player) = &self.state {
            // A bus that is gone need not know.
            let _ = announce(player, &before, now_playing).await;
        }
    }

    fn replace(&self, now_playing: Published) -> Published {
        let mut published = self.published.lock().unwrap_or_else(PoisonError::into_inner);
        mem::replace(&mut *published, now_playing)
    }
}

async fn serve(
    bus: &Connection,
    player: MprisPlayer,
    root: Root,
) -> Result<InterfaceRef<MprisPlayer>> {
    bus.object_server().at(PATH, root).await?;
    bus.object_server().at(PATH, player).await?;
    let name = format!("{PREFIX}unclench");
    // The flags that are usual would let a second Unclench take the name from the first.
    let flags = RequestNameFlags::DO_NOT_QUEUE;
    if bus.request_name_with_flags(name.as_str(), flags).await.is_err() {
        let name = format!("{name}.instance{}", process::id());
        bus.request_name_with_flags(name, flags).await?;
    }
    bus.object_server().interface(PATH).await
}

async fn announce(
    player: &InterfaceRef<MprisPlayer>,
    before: &Published,
    now_playing: &Published,
) -> Result<()> {
    let emitter = player.signal_emitter();
    let player = player.get().await;
    if before.runs != now_playing.runs {
        player.playback_status_changed(emitter).await?;
    }
    if before.title != now_playing.title || before.length != now_playing.length {
        player.metadata_changed(emitter).await?;
    }
    if before.volume != now_playing.volume {
        player.volume_changed(emitter).await?;
    }
    if before.jumps_to(now_playing) {
        MprisPlayer::seeked(emitter, player.position()).await?;
    }
    Ok(())
}
