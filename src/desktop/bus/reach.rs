//! Reaching a bus: only one on this machine, through a socket that is a file.

use std::env;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zbus::address::Transport;
use zbus::address::transport::{Unix, UnixSocket};
use zbus::connection::Builder;
use zbus::{Address, Connection, Error, Result};

/// How long a report waits for the buses.
const PROBE_LIMIT: Duration = Duration::from_secs(1);

/// The variables that name the bus of the person's own session, and that of the machine.
const SESSION: &str = "DBUS_SESSION_BUS_ADDRESS";
const SYSTEM: &str = "DBUS_SYSTEM_BUS_ADDRESS";

/// The bus of the person's own session.
pub(super) async fn session() -> Result<Connection> {
    let usual = || {
        let user = rustix::process::getuid().as_raw();
        let folder = env::var_os("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty());
        folder.map_or_else(|| format!("/run/user/{user}").into(), PathBuf::from).join("bus")
    };
    connect(&addresses(env::var(SESSION).ok().as_deref(), usual)).await
}

/// The bus of the machine.
pub(super) async fn system() -> Result<Connection> {
    let usual = || PathBuf::from("/var/run/dbus/system_bus_socket");
    connect(&addresses(env::var(SYSTEM).ok().as_deref(), usual)).await
}

/// The sockets of this machine among the addresses that are named, parted by semicolons, or else
/// the usual one. An address may name a machine far away; nothing is ever sent there.
pub(in crate::desktop) fn addresses(
    named: Option<&str>,
    usual: impl FnOnce() -> PathBuf,
) -> Vec<Address> {
    let sockets = match named.filter(|named| !named.is_empty()) {
        Some(named) => named.split(';').filter_map(socket).collect(),
        None => vec![UnixSocket::File(usual())],
    };
    let address = |socket| Address::new(Transport::Unix(Unix::new(socket)));
    sockets.into_iter().map(address).collect()
}

/// The socket of an address such as `unix:path=/run/user/1000/bus,guid=…`. Read here, since `zbus`
/// takes the letters of a path as they stand, and not for what they stand for.
fn socket(address: &str) -> Option<UnixSocket> {
    address.trim().strip_prefix("unix:")?.split(',').find_map(|option| {
        let (name, value) = option.split_once('=')?;
        let value = OsString::from_vec(decoded(value)?);
        match name {
            "path" => Some(UnixSocket::File(value.into())),
            "abstract" => Some(UnixSocket::Abstract(value)),
            _ => None,
        }
    })
}

/// Bytes, of which any may be written as a `%` and two digits.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    Some(bytes)
}

/// The first that lets one in. There is no limit to how long an answer may take there: none is
/// waited for by anything but the work that asked.
async fn connect(addresses: &[Address]) -> Result<Connection> {
    let mut reached = Err(Error::Unsupported);
    for address in addresses {
        reached = Builder::address(address.clone()).build().await;
        if reached.is_ok() {
            break;
        }
    }
    reached
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
    let Some(found) = found else {
        return "D-Bus does not answer, so media keys, other players and sleep are left as they are"
            .to_owned();
    };
    let words = match found {
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
    let unreached = [(SESSION, found.0), (SYSTEM, found.1)].into_iter().filter(|(_, found)| !found);
    let in_vain = unreached.filter_map(|(name, _)| in_vain(name, &env::var(name).ok()?));
    [words.to_owned()].into_iter().chain(in_vain).collect::<Vec<_>>().join("\n")
}

/// What is said of a variable that names a bus at which nobody is reached.
pub(in crate::desktop) fn in_vain(variable: &str, named: &str) -> Option<String> {
    let why = match addresses(Some(named), PathBuf::new).is_empty() {
        _ if named.is_empty() => return None,
        true => "only a socket of this machine, such as unix:path=/run/user/1000/bus, can be used",
        false => "nobody answers there",
    };
    Some(format!("{variable} is `{named}`, and {why}"))
}
