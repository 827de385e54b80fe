//! Unclench as a media key sees it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

use tokio_stream::StreamExt as _;
use zbus::{Connection, MatchRule, MessageStream, OwnedVariant, Type, message};

use super::others::{PATH, eventually};
use crate::support::bus::Bus;

const ROOT: &str = "org.mpris.MediaPlayer2";
const PLAYER: &str = "org.mpris.MediaPlayer2.Player";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// A program that controls players over the bus, as a media key does.
pub(crate) struct Remote {
    connection: Connection,
    name: String,
}

impl Remote {
    /// Takes hold of the only Unclench, once it is there.
    pub(crate) fn of(bus: &Bus) -> Self {
        let remote = Self { connection: bus.join(), name: format!("{ROOT}.unclench") };
        eventually("it is on the bus", || remote.names().contains(&remote.name));
        remote
    }

    /// The same for another one.
    pub(crate) fn named(&self, name: &str) -> Self {
        Self { connection: self.connection.clone(), name: name.to_owned() }
    }

    /// The names of all players on a bus.
    pub(crate) fn names_on(bus: &Bus) -> Vec<String> {
        Self { connection: bus.join(), name: String::new() }.names()
    }

    /// The address of everything that is on a bus, with that of the one that asks.
    pub(crate) fn addresses_on(bus: &Bus) -> Vec<String> {
        let names = Self { connection: bus.join(), name: String::new() }.all_names();
        names.into_iter().filter(|name| name.starts_with(':')).collect()
    }

    /// The names of all players on the bus.
    pub(crate) fn names(&self) -> Vec<String> {
        self.all_names().into_iter().filter(|name| name.starts_with(ROOT)).collect()
    }

    fn all_names(&self) -> Vec<String> {
        let bus = "org.freedesktop.DBus";
        let reply = self.connection.call_method(
            Some(bus),
            "/org/freedesktop/DBus",
            Some(bus),
            "ListNames",
            &(),
        );
        let reply = zbus::block_on(reply).expect("a bus knows names");
        reply.body().deserialize().expect("names")
    }

    /// Writes down from now on what it says of its own accord.
    pub(crate) fn listen(&self) -> Arc<Mutex<Vec<String>>> {
        let rule = MatchRule::builder().msg_type(message::Type::Signal).path(PATH).build();
        let rule = rule.expect("a rule");
        let stream = MessageStream::for_match_rule(rule, &self.connection, None);
        let mut stream = zbus::block_on(stream).expect("the bus lets one listen");
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let said = Arc::clone(&heard);
        thread::spawn(move || {
            while let Some(Ok(signal)) = zbus::block_on(stream.next()) {
                let words = words_of(&signal);
                said.lock().expect("no test failed in here").push(words);
            }
        });
        heard
    }

    /// Presses a key.
    pub(crate) fn press(&self, key: &str) {
        self.call(PLAYER, key, &());
    }

    /// Sends the session to this second.
    pub(crate) fn set_position(&self, track: &str, second: i64) {
        let track = zbus::ObjectPath::try_from(track).expect("a path");
        self.call(PLAYER, "SetPosition", &(track, second * 1_000_000));
    }

    /// Jumps by so many seconds.
    pub(crate) fn seek(&self, seconds: i64) {
        self.call(PLAYER, "Seek", &(seconds * 1_000_000));
    }

    pub(crate) fn quit(&self) {
        self.call(ROOT, "Quit", &());
    }

    pub(crate) fn set_volume(&self, volume: f64) {
        self.call(PROPERTIES, "Set", &(PLAYER, "Volume", zbus::Variant::from(volume)));
    }

    fn call<B: serde::Serialize + Type>(&self, interface: &str, what: &str, with: &B) {
        let call = self.connection.call_method(
            Some(self.name.as_str()),
            PATH,
            Some(interface),
            what,
            with,
        );
        zbus::block_on(call).unwrap_or_else(|error| panic!("{what}: {error}"));
    }

    fn get(&self, interface: &str, property: &str) -> OwnedVariant {
        let asked = (interface, property);
        let call = self.connection.call_method(
            Some(self.name.as_str()),
            PATH,
            Some(PROPERTIES),
            "Get",
            &asked,
        );
        let reply = zbus::block_on(call).unwrap_or_else(|error| panic!("{property}: {error}"));
        reply.body().deserialize().expect("a property has a value")
    }

    pub(crate) fn identity(&self) -> String {
        self.get(ROOT, "Identity").try_into().expect("words")
    }

    pub(crate) fn status(&self) -> String {
        self.get(PLAYER, "PlaybackStatus").try_into().expect("words")
    }

    /// Where the session is, in seconds.
    pub(crate) fn position(&self) -> f64 {
        let micros: i64 = self.get(PLAYER, "Position").try_into().expect("a number");
        micros as f64 / 1e6
    }

    pub(crate) fn volume(&self) -> f64 {
        self.get(PLAYER, "Volume").try_into().expect("a number")
    }

    /// The metadata, as text.
    pub(crate) fn metadata(&self) -> String {
        format!("{:?}", self.get(PLAYER, "Metadata"))
    }
}

/// What a signal says, in short.
fn words_of(signal: &zbus::Message) -> String {
    let body = signal.body();
    let changed: zbus::Result<(String, HashMap<String, OwnedVariant>, Vec<String>)> =
        body.deserialize();
    match changed {
        Ok((_, changed, _)) => {
            let mut names: Vec<String> = changed.into_keys().collect();
            names.sort();
            names.join(", ")
        }
        Err(_) => signal.header().member().map(ToString::to_string).unwrap_or_default(),
    }
}
