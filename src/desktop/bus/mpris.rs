//! Unclench as a player among players: the interfaces of MPRIS, the way media keys take.

mod player;
mod root;

use std::sync::{Arc, Mutex, PoisonError};
use std::{mem, process};

use zbus::fdo::RequestNameFlags;
use zbus::object_server::InterfaceRef;
use zbus::{Connection, Result};

use crate::desktop::told::Told;
use crate::desktop::{Ask, Clock};
use player::Player;
use root::Root;

/// What the names of all players begin with.
pub(super) const PREFIX: &str = "org.mpris.MediaPlayer2.";
/// Where every player has its interfaces.
pub(super) const PATH: &str = "/org/mpris/MediaPlayer2";
/// The interface that plays.
pub(super) const PLAYER: &str = "org.mpris.MediaPlayer2.Player";

/// What was told last, as the interface and its stand share it.
type Shared = Arc<Mutex<Told>>;

/// Unclench on the session's bus.
pub(super) struct Stand {
    told: Shared,
    player: InterfaceRef<Player>,
}

impl Stand {
    /// Opens it. `None` where the bus does not let it.
    pub(super) async fn open(
        bus: &Connection,
        told: Told,
        clock: &Clock,
        ask: &Ask,
    ) -> Option<Self> {
        let told = Arc::new(Mutex::new(told));
        let player = Player::new(Arc::clone(&told), Arc::clone(clock), Arc::clone(ask));
        Self::serve(bus, told, player, Root::new(Arc::clone(ask))).await.ok()
    }

    async fn serve(bus: &Connection, told: Shared, player: Player, root: Root) -> Result<Self> {
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
        Ok(Self { told, player })
    }

    /// Shows a scene, and says what has changed with it.
    pub(super) async fn show(&self, scene: &Told) {
        let before = self.replace(scene.clone());
        // A bus that is gone need not know.
        let _ = self.announce(&before, scene).await;
    }

    fn replace(&self, scene: Told) -> Told {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        mem::replace(&mut *told, scene)
    }

    async fn announce(&self, before: &Told, scene: &Told) -> Result<()> {
        let emitter = self.player.signal_emitter();
        let player = self.player.get().await;
        if before.runs != scene.runs {
            player.playback_status_changed(emitter).await?;
        }
        if before.title != scene.title || before.length != scene.length {
            player.metadata_changed(emitter).await?;
        }
        if before.volume != scene.volume {
            player.volume_changed(emitter).await?;
        }
        if before.jumps_to(scene) {
            Player::seeked(emitter, player.position()).await?;
        }
        Ok(())
    }
}
