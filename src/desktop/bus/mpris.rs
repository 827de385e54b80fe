//! Unclench as a player among players: the interfaces of MPRIS, the way media keys take.

mod player;
mod root;

use std::sync::{Arc, Mutex, PoisonError};
use std::{mem, process};

use zbus::fdo::RequestNameFlags;
use zbus::object_server::InterfaceRef;
use zbus::{Connection, Result};

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

/// What was told last, as the interface and its stand share it.
type SharedPublished = Arc<Mutex<Published>>;

/// Unclench on the session's bus.
pub(super) struct MprisServer {
    published: SharedPublished,
    player: InterfaceRef<MprisPlayer>,
}

impl MprisServer {
    /// Opens it. `None` where the bus does not let it.
    pub(super) async fn open(
        bus: &Connection,
        published: Published,
        clock: &TimeSource,
        ask: &Ask,
    ) -> Option<Self> {
        let published = Arc::new(Mutex::new(published));
        let player = MprisPlayer::new(Arc::clone(&published), Arc::clone(clock), Arc::clone(ask));
        Self::serve(bus, published, player, Root::new(Arc::clone(ask))).await.ok()
    }

    async fn serve(
        bus: &Connection,
        published: SharedPublished,
        player: MprisPlayer,
        root: Root,
    ) -> Result<Self> {
        bus.object_server().at(PATH, root).await?;
        bus.object_server().at(PATH, player).await?;
        let name = format!("{PREFIX}unclench");
        // The flags that are usual would let a second Unclench take the name from the first.
        let flags = RequestNameFlags::DO_NOT_QUEUE;
        if bus.request_name_with_flags(name.as_str(), flags).await.is_err() {
            let name = format!("{name}.instance{}", process::id());
            bus.request_name_with_flags(name, flags).await?;
        }
        let player = bus.object_server().interface(PATH).await?;
        Ok(Self { published, player })
    }

    /// Publishes a state, and says what has changed with it.
    pub(super) async fn publish(&self, now_playing: &Published) {
        let before = self.replace(now_playing.clone());
        // A bus that is gone need not know.
        let _ = self.announce(&before, now_playing).await;
    }

    fn replace(&self, now_playing: Published) -> Published {
        let mut published = self.published.lock().unwrap_or_else(PoisonError::into_inner);
        mem::replace(&mut *published, now_playing)
    }

    async fn announce(&self, before: &Published, now_playing: &Published) -> Result<()> {
        let emitter = self.player.signal_emitter();
        let player = self.player.get().await;
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
}
