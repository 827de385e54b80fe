//! Reaching a bus: only one on this machine, through a socket that is a file.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zbus::address::Transport;
use zbus::connection::Builder;
use zbus::{Address, Connection, Error, Result};

/// How long anybody on a bus may take to answer.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);
/// How long a report waits for the buses.
const PROBE_LIMIT: Duration = Duration::from_secs(1);

/// The bus of the person's own session.
pub(super) async fn session() -> Result<Connection> {
    connect(Address::session()?).await
}

/// The bus of the machine.
pub(super) async fn system() -> Result<Connection> {
    connect(Address::system()?).await
}

/// An address may name a machine far away; nothing is ever sent there.
async fn connect(address: Address) -> Result<Connection> {
    match address.transport() {
        Transport::Unix(_) => Builder::address(address).method_timeout(ANSWER_LIMIT).build().await,
        _ => Err(Error::Unsupported),
    }
}

/// What can be reached, for a report; it takes 1 s at most.
pub fn probe() -> String {
    let (sender, receiver) = channel();
    let ask = move || {
        let found = zbus::block_on(async { (session().await.is_ok(), system().await.is_ok()) });
        // `probe` has stopped waiting if it took too long.
        let _ = sender.send(found);
    };
    let spawned = thread::Builder::new().name("desktop".into()).spawn(ask);
    let found = spawned.ok().and_then(|_| receiver.recv_timeout(PROBE_LIMIT).ok());
    let words = match found.unwrap_or_default() {
        (true, true) => "media keys, other players, screen lock and sleep can be reached",
        (true, false) => {
            "media keys, other players and screen lock can be reached, \
             sleep cannot: there is no system bus"
        }
        (false, true) => {
            "sleep can be held off; there is no session bus for media keys, \
             other players and the screen lock"
        }
        (false, false) => "no D-Bus, so media keys, other players and sleep are left as they are",
    };
    words.to_owned()
}
