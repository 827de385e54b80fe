//! The handle on the sound: cheap to call, never waiting, always there.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::audio::engine::{Command, Complaints, Engine, Event};
use crate::audio::note::Note;
use crate::audio::sounds::{LeftOut, Sounds};
use crate::choices::{Mix, OutputChoice, SoundKind};

/// A clock that never goes back. Only differences between its readings matter.
pub type Clock = Arc<dyn Fn() -> Duration + Send + Sync>;

/// How long [`Sound::close`] waits for the sound to end.
const CLOSE_LIMIT: Duration = Duration::from_millis(300);

/// How to begin.
#[derive(Clone, Debug)]
pub struct SoundOptions {
    /// Where the sound goes.
    pub output: OutputChoice,
    /// The volume, 0 to 100.
    pub volume: u8,
    /// Whether to begin muted.
    pub muted: bool,
    /// The PulseAudio server to use, as `PULSE_SERVER` would name it, instead of the one the
    /// environment names.
    pub server: Option<String>,
    /// The chimes and beds that can be called.
    pub sounds: Sounds,
    /// How loud each bus is.
    pub mix: Mix,
}

impl Default for SoundOptions {
    fn default() -> Self {
        Self {
            output: OutputChoice::default(),
            volume: 70,
            muted: false,
            server: None,
            sounds: Sounds::shipped(),
            mix: Mix::default(),
        }
    }
}

/// Whether there is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// An output is being looked for.
    Starting,
    /// There is sound.
    Playing {
        /// The output, for example `PulseAudio 16.1, to alsa_output.speakers`.
        output: String,
    },
    /// There was sound, and the output went away. One is looked for every 2 s.
    Lost {
        /// What happened, in a few words.
        why: String,
    },
    /// There is no sound. Unless that was chosen, an output is looked for every 2 s.
    None {
        /// Why, in a few words.
        why: String,
    },
}

/// The sound of the program. Everything is sent to a thread of its own; no call waits for a device.
/// Dropping it is as good as [`Sound::close`], without the wait.
pub struct Sound {
    clock: Clock,
    events: Sender<Event>,
    status: Arc<Mutex<Status>>,
    complaints: Complaints,
    ended: Receiver<()>,
}

impl Sound {
    /// Begins to look for an output. Returns at once.
    pub fn open(options: SoundOptions, clock: Clock) -> Self {
        let (events, inbox) = channel();
        let (ending, ended) = channel();
        let status = Arc::new(Mutex::new(Status::Starting));
        let complaints = Complaints::default();
        let engine_parts =
            (events.clone(), Arc::clone(&clock), Arc::clone(&status), Arc::clone(&complaints));
        let spawned = thread::Builder::new().name("sound".into()).spawn(move || {
            let (events, clock, status, complaints) = engine_parts;
            Engine::new(options, clock, events, status, complaints).run(&inbox);
            // Nobody waits for this any more if the handle was dropped.
            let _ = ending.send(());
        });
        if let Err(error) = spawned {
            let why = format!("no thread could be started for it: {error}");
            *status.lock().unwrap_or_else(PoisonError::into_inner) = Status::None { why };
        }
        Self { clock, events, status, complaints, ended }
    }

    /// Plays a note this long from now. Ask about 250 ms ahead: then it is heard in time, to within
    /// a few milliseconds. A note that can only be heard more than 250 ms late is left out.
    pub fn play(&self, note: Note, after: Duration) {
        let at = (self.clock)().saturating_add(after);
        self.send(Command::Play { note, at });
    }

    /// Forgets what has not begun and lets a breath tone and spoken words fade; chimes ring out, and
    /// a bed goes on.
    pub fn cancel_pending(&self) {
        self.send(Command::CancelPending);
    }

    /// Forgets what has not begun and lets everything fade.
    pub fn stop_all(&self) {
        self.send(Command::StopAll);
    }

    /// As [`Sound::cancel_pending`]; the bed fades and stands still, and when all has rung out the
    /// output rests, so that a paused program costs nothing.
    pub fn pause(&self) {
        self.send(Command::Pause);
    }

    /// Wakes the output again and lets the bed go on. [`Sound::play`] wakes it too, but waking ahead
    /// of the first note keeps a sleepy headset from swallowing it.
    pub fn resume(&self) {
        self.send(Command::Resume);
    }

    /// Lets the bed fade away, and the output rest when all has rung out.
    pub fn finish(&self, fade: Duration) {
        self.send(Command::Finish { fade });
    }

    /// Sets the volume of one bus, 0 to 100. It glides there.
    pub fn set_bus_volume(&self, bus: SoundKind, volume: u8) {
        self.send(Command::BusVolume { bus, volume });
    }

    /// At night chimes that begin from then on are softer and lower, and the voice is quieter; or all
    /// is as by day.
    pub fn set_night(&self, night: bool) {
        self.send(Command::Night(night));
    }

    /// Sets the volume, 0 to 100, as the ear counts: half of it is 12 dB down. It glides there.
    pub fn set_volume(&self, volume: u8) {
        self.send(Command::Volume(volume));
    }

    /// Mutes, or lets be heard again. Muted sound goes on in time.
    pub fn set_muted(&self, muted: bool) {
        self.send(Command::Muted(muted));
    }

    /// Whether there is sound now.
    pub fn status(&self) -> Status {
        self.status.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The sound files that could not be used so far, in the order it came out.
    pub fn left_out(&self) -> Vec<LeftOut> {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends the sound, and waits for that at most 300 ms.
    pub fn close(self) {
        self.send(Command::Close);
        // Whether it has ended or the time is over: both are good enough to go on.
        let _ = self.ended.recv_timeout(CLOSE_LIMIT);
    }

    fn send(&self, command: Command) {
        // If the thread is gone there is no sound, and the status says so.
        let _ = self.events.send(Event::Command(command));
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.send(Command::Close);
    }
}

#[cfg(test)]
mod tests;
