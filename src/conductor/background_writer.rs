//! Writes on a thread of its own: a terminal or a pipe that takes nothing for a while holds nothing
//! else up.

#[cfg(test)]
mod tests;

use std::io::{self, ErrorKind, Write};
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::Notify;

/// More bytes than this never wait to be written; what would go beyond is left out whole.
const MOST_WAITING: usize = 1 << 20;
/// The thread needs little, and must find room where hardly any is left.
const STACK_BYTES: usize = 128 * 1024;
/// Between two tries to write where nothing can be taken and the system does not wait itself.
const BETWEEN_TRIES: Duration = Duration::from_millis(5);
/// How long a line is waited for. That is enough where somebody reads, so an error is noticed at
/// once, and what is written elsewhere comes in order.
const A_MOMENT: Duration = Duration::from_millis(50);

/// Writes what it is given, in order, on a thread that ends when this is dropped.
pub struct BackgroundWriter {
    shared: Arc<SharedBytes>,
    /// A line that is not whole yet.
    line: Vec<u8>,
}

struct SharedBytes {
    queue: Mutex<ByteQueue>,
    /// Told of every change of the queue.
    changed: Condvar,
    /// Told when nothing is left to be written, or nothing more can be.
    is_free: Notify,
}

#[derive(Default)]
struct ByteQueue {
    waiting: Vec<u8>,
    is_writing: bool,
    /// Why nothing more can be written.
    error: Option<io::Error>,
    is_over: bool,
}

impl ByteQueue {
    /// Whether all has been written.
    ///
    /// # Errors
    /// Why it could not be.
    fn is_empty(&self) -> io::Result<bool> {
        match &self.error {
            Some(error) => Err(match error.raw_os_error() {
                Some(number) => io::Error::from_raw_os_error(number),
                None => error.kind().into(),
            }),
            None => Ok(self.waiting.is_empty() && !self.is_writing),
        }
    }
}

impl SharedBytes {
    fn queue(&self) -> MutexGuard<'_, ByteQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to write.
    fn next(&self) -> Option<Vec<u8>> {
        let idle = |queue: &mut ByteQueue| queue.waiting.is_empty() && !queue.is_over;
        let queue = self.changed.wait_while(self.queue(), idle);
        let mut queue = queue.unwrap_or_else(PoisonError::into_inner);
        queue.is_writing = !queue.waiting.is_empty();
        queue.is_writing.then(|| mem::take(&mut queue.waiting))
    }

    fn write(&self, mut out: impl Write) {
        while let Some(bytes) = self.next() {
            let written = write_whole(&mut out, &bytes);
            let mut queue = self.queue();
            queue.is_writing = false;
            queue.error = written.err();
            let is_over = queue.error.is_some();
            drop(queue);
            self.changed.notify_all();
            self.is_free.notify_one();
            if is_over {
                return;
            }
        }
    }
}

/// Writes all of it, also where the other end is asked not to wait.
fn write_whole(out: &mut impl Write, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match out.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => bytes = &bytes[count..],
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(BETWEEN_TRIES),
            Err(error) => return Err(error),
        }
    }
    out.flush()
}

impl BackgroundWriter {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where there is no room for it.
    pub fn start(out: impl Write + Send + 'static) -> io::Result<Self> {
        let shared = Arc::new(SharedBytes {
            queue: Mutex::default(),
            changed: Condvar::new(),
            is_free: Notify::new(),
        });
        let writing = Arc::clone(&shared);
        let thread = thread::Builder::new().name("output".to_owned()).stack_size(STACK_BYTES);
        thread.spawn(move || writing.write(out))?;
        Ok(Self { shared, line: Vec::new() })
    }

    /// Writes to standard output.
    ///
    /// # Errors
    /// Where it cannot be reached, or there is no room for the thread.
    pub fn of_output() -> io::Result<Self> {
        Self::start(own(io::stdout())?)
    }

    /// Writes to the error stream.
    ///
    /// # Errors
    /// Where it cannot be reached, or there is no room for the thread.
    pub fn of_errors() -> io::Result<Self> {
        Self::start(own(io::stderr())?)
    }

    /// Has bytes written after all others, or leaves them out whole where far too many wait.
    ///
    /// # Errors
    /// Why what came before could not be written.
    pub fn push(&self, bytes: &[u8]) -> io::Result<()> {
        let mut queue = self.shared.queue();
        queue.is_empty()?;
        if queue.waiting.len() + bytes.len() <= MOST_WAITING {
            queue.waiting.extend_from_slice(bytes);
            self.shared.changed.notify_all();
        }
        Ok(())
    }

    /// Whether all has been written.
    ///
    /// # Errors
    /// Why it could not be.
    pub fn is_free(&self) -> io::Result<bool> {
        self.shared.queue().is_empty()
    }

    /// Waits until all has been written, or nothing more can be.
    pub async fn freed(&self) {
        while self.is_free().is_ok_and(|is_free| !is_free) {
            self.shared.is_free.notified().await;
        }
    }

    /// Waits until all has been written, but not longer than this. Returns whether it has.
    ///
    /// # Errors
    /// Why it could not be.
    pub fn wait(&self, limit: Duration) -> io::Result<bool> {
        let is_busy = |queue: &mut ByteQueue| queue.is_empty().is_ok_and(|is_empty| !is_empty);
        let waited = self.shared.changed.wait_timeout_while(self.shared.queue(), limit, is_busy);
        waited.unwrap_or_else(PoisonError::into_inner).0.is_empty()
    }
}

/// Line by line: what is written is kept until it is flushed, and then handed on whole.
impl Write for BackgroundWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let was_free = self.is_free()?;
        self.push(&self.line)?;
        self.line.clear();
        // Where the line before is still on its way, this one would be waited for in vain.
        if was_free { self.wait(A_MOMENT).map(|_| ()) } else { Ok(()) }
    }
}

impl Drop for BackgroundWriter {
    fn drop(&mut self) {
        self.shared.queue().is_over = true;
        self.shared.changed.notify_all();
    }
}

/// A stream of the process without the lock that others take, the end of the process among them: a
/// thread that waits for the terminal would hold it.
#[cfg(unix)]
fn own(stream: impl std::os::fd::AsFd) -> io::Result<impl Write + Send + 'static> {
    stream.as_fd().try_clone_to_owned().map(std::fs::File::from)
}

/// A stream of the process; only this way it takes every letter on this system.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
fn own(stream: impl Write + Send + 'static) -> io::Result<impl Write + Send + 'static> {
    Ok(stream)
}
