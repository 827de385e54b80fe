//! Writing into a pipe or a device, which may take its time.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

/// How much is written at once, in bytes.
const PIECE: usize = 64 * 1024;
/// How long it may take until it is noticed that the work was stopped, in milliseconds.
#[cfg(unix)]
const LOOK_AGAIN_MILLIS: i64 = 50;

/// Writes all of a file into a pipe or a device, and waits for it as long as the work is not
/// stopped.
pub(super) fn pour(file: &mut File, place: &Path, is_stopped: &dyn Fn() -> bool) -> io::Result<()> {
    file.rewind()?;
    let mut stream = open_stream(place)?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return stream.flush();
        }
        write_all(&mut stream, &piece[..read], is_stopped)?;
    }
}

fn write_all(stream: &mut File, mut bytes: &[u8], is_stopped: &dyn Fn() -> bool) -> io::Result<()> {
    while !bytes.is_empty() {
        if is_stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        match stream.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => wait_for(stream)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Opens a pipe or a device for writing, which then never waits. A pipe that nothing reads from is
/// an error at once: to wait for a reader could take for ever.
#[cfg(unix)]
fn open_stream(place: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;
    use rustix::io::Errno;

    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let opened = OpenOptions::new().write(true).custom_flags(flags.bits() as i32).open(place);
    opened.map_err(|error| match Errno::from_io_error(&error) {
        Some(Errno::NXIO) => io::Error::new(io::ErrorKind::BrokenPipe, NO_READER),
        _ => error,
    })
}

/// Said of a pipe without a reader.
#[cfg(unix)]
const NO_READER: &str = "nothing reads from this pipe";

/// Waits until more can be written, but only for a moment.
#[cfg(unix)]
fn wait_for(stream: &File) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    let limit = Timespec { tv_sec: 0, tv_nsec: LOOK_AGAIN_MILLIS * 1_000_000 };
    match poll(&mut [PollFd::new(stream, PollFlags::OUT)], Some(&limit)) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
fn open_stream(place: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(place)
}

/// Without non-blocking files, nothing answers that it would have to wait.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
fn wait_for(_: &File) -> io::Result<()> {
    Ok(())
}
