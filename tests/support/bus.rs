//! A message bus of the test's own: `dbus-daemon` with a configuration that asks for nothing.
//!
//! It stands for the bus of a session and that of a machine alike.

use std::fs;
use std::io;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use zbus::address::Transport;
use zbus::address::transport::{Unix, UnixSocket};
use zbus::connection::Builder;
use zbus::{Address, Connection};

use super::sockets;

const CONFIGURATION: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>ADDRESS</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A bus in a folder of its own. Its daemon is ended when it is dropped.
pub(crate) struct Bus {
    folder: TempDir,
    daemon: Child,
}

impl Bus {
    /// Starts a bus, or says why this machine cannot.
    pub(crate) fn start() -> io::Result<Self> {
        let folder = sockets::folder("unclench-bus")?;
        let configuration = folder.path().join("bus.conf");
        fs::write(
            &configuration,
            CONFIGURATION.replace("ADDRESS", &address(folder.path()).to_string()),
        )?;
        let daemon = Command::new("dbus-daemon")
            .arg("--config-file")
            .arg(&configuration)
            .args(["--nofork", "--nopidfile"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.path().join("log"))?)
            .spawn()?;
        let bus = Self { folder, daemon };
        for _ in 0..6_000 {
            if UnixStream::connect(bus.socket()).is_ok() {
                return Ok(bus);
            }
            thread::sleep(Duration::from_millis(10));
        }
        let log = fs::read_to_string(bus.folder.path().join("log"))?;
        panic!("the bus did not start: {log}");
    }

    /// Makes the bus hang: it is there, but does nothing.
    pub(crate) fn freeze(&self) {
        let daemon = Pid::from_child(&self.daemon);
        kill_process(daemon, Signal::STOP).expect("a daemon can be stopped");
    }

    fn socket(&self) -> PathBuf {
        socket(self.folder.path())
    }

    /// What `DBUS_SESSION_BUS_ADDRESS` should be.
    pub(crate) fn address(&self) -> String {
        address(self.folder.path()).to_string()
    }

    /// A way onto the bus.
    pub(crate) fn builder(&self) -> Builder<'static> {
        Builder::address(address(self.folder.path()))
    }

    /// Whether a name or address is on the bus.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let (bus, path) = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
        let joined = self.join();
        let reply = joined.call_method(Some(bus), path, Some(bus), "NameHasOwner", &name);
        let reply = zbus::block_on(reply).expect("a bus knows names");
        reply.body().deserialize().expect("yes or no")
    }

    /// A connection to the bus that claims no name.
    pub(crate) fn join(&self) -> Connection {
        zbus::block_on(self.builder().build()).expect("the bus lets one in")
    }
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("socket")
}

/// In an address, blanks and most letters beyond ASCII are written as numbers.
fn address(folder: &Path) -> Address {
    Address::new(Transport::Unix(Unix::new(UnixSocket::File(socket(folder)))))
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
