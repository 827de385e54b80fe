//! Other programs that play: paused while a session is on, and going on after it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::task::Context;

use zbus::{Connection, OwnedVariant, Result};

use super::mpris::{OwnAddress, PATH, PLAYER, PREFIX};
use super::reach;
use super::wait::{BoxedWork, all, goes_on};

/// Not a player but a mirror of whichever was used last: asked to go on, it might wake another.
const MIRROR: &str = "playerctld";
const BUS: &str = "org.freedesktop.DBus";

/// The other players.
pub(super) struct OtherPlayers {
    is_wished: bool,
    /// Unclench itself, which is no other player.
    own: OwnAddress,
    /// This session has begun to pause them.
    has_begun: bool,
    /// Those that were paused and have not been told to go on.
    paused: PausedPlayers,
    /// Asks each whether it plays. It may be cut short: only what follows has an effect.
    pausing: Option<BoxedWork>,
    /// Those that may have to go on, each with what finds that out.
    resuming: Vec<(OtherPlayer, BoxedWork)>,
}

type PausedPlayers = Rc<RefCell<Vec<OtherPlayer>>>;

/// A player, by the address no other program can have. Some have two names.
#[derive(Clone)]
struct OtherPlayer {
    bus: Connection,
    owner: String,
}

impl OtherPlayers {
    /// Pauses nothing unless that `is_wished`.
    pub(super) fn new(is_wished: bool, own: OwnAddress) -> Self {
        let paused = PausedPlayers::default();
        Self { is_wished, own, has_begun: false, paused, pausing: None, resuming: Vec::new() }
    }

    /// Pauses each that plays, once in a session. What they do later in it is the person's wish.
    pub(super) fn pause(&mut self) {
        if !self.is_wished || self.has_begun {
            return;
        }
        self.has_begun = true;
        // Those that the session before paused, and that have not said yet whether they still are.
        self.paused.borrow_mut().extend(self.resuming.drain(..).map(|(player, _)| player));
        let (own, paused) = (Rc::clone(&self.own), Rc::clone(&self.paused));
        self.pausing = Some(Box::pin(async move {
            let Ok(players) = players(&own).await else { return };
            all(players
                .into_iter()
                .map(|player| -> BoxedWork {
                    let paused = Rc::clone(&paused);
                    Box::pin(async move {
                        // One that does not answer is left alone.
                        let _ = player.pause(&paused).await;
                    })
                })
                .collect())
            .await;
        }));
    }

    /// The session is over: lets go on those that were paused, are still there, and are still
    /// paused. At night another player that goes on would wake the person.
    pub(super) fn resume(&mut self, night: bool) {
        self.pausing = None;
        self.has_begun = false;
        let paused = self.paused.take().into_iter().filter(|_| !night);
        self.resuming.extend(paused.map(|player| {
            let resumed = player.clone();
            let work = async move {
                // One that has left in this moment need not go on.
                let _ = resumed.resume().await;
            };
            (player, Box::pin(work) as BoxedWork)
        }));
    }

    /// Lets all of it go on. Gives whether no player is left that may have to be told something.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> bool {
        self.pausing.take_if(|work| !goes_on(work, context));
        self.resuming.retain_mut(|(_, work)| goes_on(work, context));
        self.resuming.is_empty()
    }
}

impl OtherPlayer {
    async fn pause(self, paused: &PausedPlayers) -> Result<()> {
        if self.status().await? != "Playing" {
            return Ok(());
        }
        // Written down first: whatever cuts this short, it is known who may have to go on.
        if !paused.borrow().iter().any(|known| known.owner == self.owner) {
            paused.borrow_mut().push(self.clone());
        }
        self.tell("Pause").await
    }

    async fn resume(&self) -> Result<()> {
        if self.status().await? == "Paused" {
            self.tell("Play").await?;
        }
        Ok(())
    }

    async fn status(&self) -> Result<String> {
        let asked = (PLAYER, "PlaybackStatus");
        let owner = Some(self.owner.as_str());
        let properties = Some("org.freedesktop.DBus.Properties");
        let reply = self.bus.call_method(owner, PATH, properties, "Get", &asked).await?;
        let status: OwnedVariant = reply.body().deserialize()?;
        String::try_from(status)
    }

    async fn tell(&self, what: &str) -> Result<()> {
        let owner = Some(self.owner.as_str());
        self.bus.call_method(owner, PATH, Some(PLAYER), what, &()).await?;
        Ok(())
    }
}

/// All other players.
async fn players(own: &OwnAddress) -> Result<Vec<OtherPlayer>> {
    let bus = reach::session().await?;
    let reply = ask_bus(&bus, "ListNames", &()).await?;
    let names: Vec<String> = reply.body().deserialize()?;
    let is_player = |name: &&String| name.strip_prefix(PREFIX).is_some_and(|name| name != MIRROR);
    let mut owners = BTreeSet::new();
    for name in names.iter().filter(is_player) {
        // One that has left meanwhile has no owner.
        if let Ok(reply) = ask_bus(&bus, "GetNameOwner", name).await {
            owners.insert(reply.body().deserialize::<String>()?);
        }
    }
    // By now it is known: the name that was listed was asked for from there.
    owners.retain(|owner| own.borrow().as_ref() != Some(owner));
    Ok(owners.into_iter().map(|owner| OtherPlayer { bus: bus.clone(), owner }).collect())
}

async fn ask_bus<B>(bus: &Connection, what: &str, with: &B) -> Result<zbus::Message>
where
    B: serde::Serialize + zbus::DynamicType,
{
    bus.call_method(Some(BUS), "/org/freedesktop/DBus", Some(BUS), what, with).await
}
