//! A sound server whose sink is heard late, as wireless and network ones are: a pipe that is always
//! full, and read no faster than sound is played.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::pulse::{PulseServer, Recording, now};

/// What a pipe holds, in bytes.
const PIPE_BYTES: f64 = 65_536.0;
/// The bytes of a frame: one channel of 16 bits.
const FRAME_BYTES: usize = 2;
/// How often the pipe is read.
const READ_EVERY: Duration = Duration::from_millis(5);

/// A server with a sink that is heard late by a given time.
pub(crate) struct SlowSink {
    server: PulseServer,
    heard: Arc<Mutex<Recording>>,
    is_over: Arc<AtomicBool>,
    reading: Option<JoinHandle<()>>,
}

impl SlowSink {
    /// Starts one; `None` as [`PulseServer::start`] gives it. The rate of the sink follows from how
    /// late it is, since a pipe always holds the same.
    pub(crate) fn start(late: Duration) -> Option<Self> {
        let mut server = PulseServer::new()?;
        let rate = (PIPE_BYTES / FRAME_BYTES as f64 / late.as_secs_f64()).round() as u32;
        let pipe = server.path("pipe");
        let sink = format!(
            "module-pipe-sink sink_name=slow file={} rate={rate} format=s16le channels=1",
            pipe.display()
        );
        server.restart_with(&sink);
        // Never waited for: what is not there in time is silence.
        let nonblocking = rustix::fs::OFlags::NONBLOCK.bits() as i32;
        let pipe = File::options().read(true).custom_flags(nonblocking).open(pipe);
        let pipe = pipe.expect("the server has made it");
        let heard = Arc::new(Mutex::new(Recording::new(rate)));
        let is_over = Arc::new(AtomicBool::new(false));
        let (into, ends) = (Arc::clone(&heard), Arc::clone(&is_over));
        let reading = thread::spawn(move || read(pipe, rate, &into, &ends));
        Some(Self { server, heard, is_over, reading: Some(reading) })
    }

    /// What `PULSE_SERVER` should be.
    pub(crate) fn name(&self) -> String {
        self.server.name()
    }

    /// What has been heard so far.
    pub(crate) fn so_far(&self) -> Recording {
        self.heard.lock().expect("no reader has failed").clone()
    }
}

impl Drop for SlowSink {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = self.reading.take().map(JoinHandle::join);
    }
}

/// Reads as much as has been played since the beginning, again and again.
fn read(mut pipe: File, rate: u32, into: &Mutex<Recording>, is_over: &AtomicBool) {
    let (began, mut bytes) = (now(), Vec::new());
    let mut played = 0;
    while !is_over.load(Ordering::Relaxed) {
        thread::sleep(READ_EVERY);
        let due = (now().saturating_sub(began).as_secs_f64() * f64::from(rate)) as usize;
        bytes.resize((due - played) * FRAME_BYTES, 0);
        bytes.fill(0);
        let mut read = 0;
        while read < bytes.len() {
            match pipe.read(&mut bytes[read..]) {
                Ok(count @ 1..) => read += count,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Ok(0) | Err(_) => return,
            }
        }
        let mut into = into.lock().expect("no one has failed");
        into.pieces
            .push((began + Duration::from_secs_f64(played as f64 / f64::from(rate)), played));
        let sample = |it: &[u8]| f32::from(i16::from_le_bytes([it[0], it[1]])) / 32_768.0;
        into.samples.extend(bytes.chunks_exact(FRAME_BYTES).map(sample));
        played = due;
    }
}
