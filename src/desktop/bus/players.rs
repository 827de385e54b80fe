//! Other programs that play: paused while a session is on, and going on after it.

use std::cell::{Cell, RefCell};

use zbus::message::Flags;
use zbus::{Connection, Message, OwnedVariant, Result};

use super::mpris::{PATH, PLAYER, PREFIX};
use super::wait::{BoxedWork, all};

/// Not a player but a mirror of whichever was used last: asked to go on, it might wake another.
const MIRROR: &str = "playerctld";
const BUS: &str = "org.freedesktop.DBus";

/// The other players.
#[derive(Default)]
pub(super) struct OtherPlayers {
    /// All have been asked to pause, as far as they answer.
    asked: Cell<bool>,
    /// Those that played, by the address no other program can have. Some have two names.
    paused: RefCell<Vec<String>>,
}

impl OtherPlayers {
    /// Pauses each that plays. What they do later in the session is the person's wish.
    pub(super) async fn pause(&self, bus: &Connection) {
        if self.asked.get() {
            return;
        }
        let names = names(bus).await.unwrap_or_default();
        all(names
            .iter()
            .map(|name| -> BoxedWork<'_> {
                Box::pin(async move {
                    // One that does not answer is left alone.
                    let _ = self.pause_one(bus, name).await;
                })
            })
            .collect())
        .await;
        self.asked.set(true);
    }

    async fn pause_one(&self, bus: &Connection, name: &str) -> Result<()> {
        let reply =
            bus.call_method(Some(BUS), "/org/freedesktop/DBus", Some(BUS), "GetNameOwner", &name);
        let owner: String = reply.await?.body().deserialize()?;
        let is_own = bus.unique_name().is_some_and(|own| own.as_str() == owner);
        if is_own || status(bus, &owner).await? != "Playing" {
            return Ok(());
        }
        if self.paused.borrow().contains(&owner) {
            return Ok(());
        }
        // Written down first: whatever cuts this short, it is known who may have to go on.
        self.paused.borrow_mut().push(owner.clone());
        tell(bus, &owner, "Pause").await
    }

    /// Lets go on those that were paused, are still there, and are still paused.
    pub(super) async fn resume(&self, bus: &Connection) {
        let paused = self.paused.take();
        all(paused
            .iter()
            .map(|owner| -> BoxedWork<'_> {
                Box::pin(async move {
                    if status(bus, owner).await.is_ok_and(|status| status == "Paused") {
                        // One that has left in this moment need not go on.
                        let _ = tell(bus, owner, "Play").await;
                    }
                })
            })
            .collect())
        .await;
    }
}

/// The names of all other players.
async fn names(bus: &Connection) -> Result<Vec<String>> {
    let reply = bus.call_method(Some(BUS), "/org/freedesktop/DBus", Some(BUS), "ListNames", &());
    let names: Vec<String> = reply.await?.body().deserialize()?;
    let is_player = |name: &String| name.strip_prefix(PREFIX).is_some_and(|name| name != MIRROR);
    Ok(names.into_iter().filter(is_player).collect())
}

async fn status(bus: &Connection, owner: &str) -> Result<String> {
    let asked = (PLAYER, "PlaybackStatus");
    let properties = Some("org.freedesktop.DBus.Properties");
    let reply = bus.call_method(Some(owner), PATH, properties, "Get", &asked).await?;
    let status: OwnedVariant = reply.body().deserialize()?;
    String::try_from(status)
}

/// Tells a player something, and waits for no answer.
async fn tell(bus: &Connection, owner: &str, what: &str) -> Result<()> {
    let message = Message::method_call(PATH, what).destination(owner).interface(PLAYER);
    bus.send(&message.with_flags(Flags::NO_REPLY_EXPECTED).build(&())?).await
}
