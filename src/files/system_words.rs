//! What the system says of an error, in plain words: its own are short, and have numbers in them.

use std::io;

/// What the system says of an error, in plain words. What Unclench or a library says stays as it is.
pub fn system_words(error: &io::Error) -> String {
    if error.get_ref().is_some() {
        return error.to_string();
    }
    match (plain(error.kind()).or_else(|| plain_by_number(error)), error.raw_os_error()) {
        (Some(words), _) => words.to_owned(),
        // With the number somebody who knows the system can look it up.
        (None, Some(number)) => format!("the system refuses it, for its reason number {number}"),
        (None, None) => "the system refuses it".to_owned(),
    }
}

/// Why a file cannot be written, in plain words.
pub fn why_unwritten(error: &io::Error) -> String {
    let known = reason(error).filter(|_| error.get_ref().is_none());
    known.map_or_else(|| system_words(error), str::to_owned)
}

/// How a file can be written all the same, where something can be done about it in its place.
pub fn help_to_write(error: &io::Error) -> Option<&'static str> {
    Some(match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room there",
        io::ErrorKind::PermissionDenied => "change who may write there",
        io::ErrorKind::ReadOnlyFilesystem => "let that disk be written to",
        io::ErrorKind::NotADirectory => "make a folder in the place of that file",
        io::ErrorKind::InvalidFilename => "give a shorter name",
        _ if is_link_loop(error) => "remove the link",
        _ => return None,
    })
}

/// What stops a file from being written, for the usual reasons.
pub(super) fn reason(error: &io::Error) -> Option<&'static str> {
    use io::ErrorKind::{BrokenPipe, IsADirectory, NotADirectory, NotFound, PermissionDenied};
    Some(match error.kind() {
        PermissionDenied => "you may not write there",
        NotFound => "its folder is not there",
        NotADirectory => "what should be its folder is a file",
        IsADirectory => "it is a folder",
        BrokenPipe => "what reads from it has ended",
        io::ErrorKind::StorageFull
        | io::ErrorKind::QuotaExceeded
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::InvalidFilename
        | io::ErrorKind::FileTooLarge => return plain(error.kind()),
        _ if is_link_loop(error) => LINK_LOOP,
        _ => return None,
    })
}

/// What is said of a link that leads back to itself.
const LINK_LOOP: &str = "it is a link that leads back to itself";

/// What is meant by each kind of error that has a name.
fn plain(kind: io::ErrorKind) -> Option<&'static str> {
    use io::ErrorKind as Kind;
    Some(match kind {
        Kind::NotFound => "it is not there",
        Kind::PermissionDenied => "it is not allowed to you",
        Kind::AlreadyExists => "something of that name is there already",
        Kind::NotADirectory => "it is no folder",
        Kind::IsADirectory => "it is a folder",
        Kind::DirectoryNotEmpty => "it is a folder with something in it",
        Kind::ReadOnlyFilesystem => "its disk can only be read",
        Kind::StorageFull | Kind::QuotaExceeded => "its disk is full",
        Kind::FileTooLarge => "it would be larger than a file may be here",
        Kind::InvalidFilename => "its name is too long",
        Kind::CrossesDevices => "it lies on another disk",
        Kind::TooManyLinks => "too many links lead to it",
        Kind::StaleNetworkFileHandle => "it was on a disk of the network that is gone",
        Kind::NotSeekable => "it can only be read from its beginning to its end",
        Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::Deadlock => "it is in use",
        Kind::WouldBlock => "it has nothing to give now",
        Kind::TimedOut => "no answer came in time",
        Kind::Interrupted => "it was interrupted",
        Kind::UnexpectedEof => "it ends too soon",
        Kind::WriteZero => "it takes no more",
        Kind::InvalidData => "it is not what it should be",
        Kind::InvalidInput | Kind::Unsupported => "it is not made for this",
        Kind::OutOfMemory => "there is no memory left for it",
        Kind::ArgumentListTooLong => "what it was given is too long",
        Kind::BrokenPipe | Kind::ConnectionReset | Kind::ConnectionAborted => {
            "the other end has ended"
        }
        Kind::ConnectionRefused | Kind::NotConnected => "nobody answers there",
        Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => {
            "it cannot be reached"
        }
        Kind::AddrInUse | Kind::AddrNotAvailable => "its address cannot be had",
        _ => return None,
    })
}

/// What is meant by numbers of the system that have no name in the standard library.
#[cfg(unix)]
fn plain_by_number(error: &io::Error) -> Option<&'static str> {
    use rustix::io::Errno;
    Some(match Errno::from_raw_os_error(error.raw_os_error()?) {
        Errno::IO => "its disk or device has a fault",
        Errno::LOOP => LINK_LOOP,
        Errno::MFILE | Errno::NFILE => "too many files are open",
        Errno::NXIO | Errno::NODEV => "the device it belongs to is not there",
        Errno::OVERFLOW => "it is too large",
        Errno::NOEXEC => "it is no program that can run here",
        Errno::NOTTY => "it is no terminal",
        _ => return None,
    })
}

#[cfg(not(unix))]
fn plain_by_number(_: &io::Error) -> Option<&'static str> {
    None
}

/// What the system says of a link that leads back to itself; the standard library has no stable
/// name for it.
#[cfg(unix)]
pub(super) fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
pub(super) fn is_link_loop(_: &io::Error) -> bool {
    false
}
