//! The handle on the sound: cheap to call, never waiting, always there.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::audio::clock::SoundClock;
use crate::audio::status::{Readiness, SoundOptions, Status};
use crate::audio::thread::{FileProblems, SoundCommand, SoundThread, ThreadEvent, scheduler_of};
use crate::choices::SoundKind;
use crate::files::system_words;
use crate::mixer::{Scheduler, SoundEvent};
use crate::synthesis::LeftOut;

/// How long [`Sound::close`] waits for the sound to end.
const CLOSE_LIMIT: Duration = Duration::from_millis(300);

/// The sound of the program. Everything is sent to a thread of its own; no call waits for a device.
/// Dropping it is as good as [`Sound::close`], without the wait.
pub struct Sound {
    clock: SoundClock,
    events: Sender<ThreadEvent>,
    status: Arc<Mutex<Status>>,
    problems: FileProblems,
    scheduler: Arc<Mutex<Scheduler>>,
    ended: Receiver<()>,
}

impl Sound {
    /// Begins to look for an output. Returns at once.
    pub fn open(options: SoundOptions, clock: SoundClock) -> Self {
        let (events, inbox) = channel();
        let (ending, ended) = channel();
        let status = Arc::new(Mutex::new(Status::Starting));
        let problems = FileProblems::default();
        let scheduler = scheduler_of(&options);
        let parts =
            (events.clone(), Arc::clone(&clock), Arc::clone(&status), Arc::clone(&problems));
        let shared = Arc::clone(&scheduler);
        let spawned = thread::Builder::new().name("sound".into()).spawn(move || {
            let (events, clock, status, problems) = parts;
            SoundThread::new(&options, clock, shared, events, status, problems).run(&inbox);
            // If the handle was dropped the end is not waited for.
            let _ = ending.send(());
        });
        if let Err(error) = spawned {
            let why = format!("no thread could be started for it: {}", system_words(&error));
            *status.lock().unwrap_or_else(PoisonError::into_inner) = Status::None { why };
        }
        Self { clock, events, status, problems, scheduler, ended }
    }

    /// A handle on no thread at all, and what it has asked for so far.
    #[cfg(test)]
    pub fn overheard() -> (Self, impl Fn() -> Vec<String>) {
        let (events, inbox) = channel();
        let clock: SoundClock = Arc::new(|| Duration::ZERO);
        let status = Arc::new(Mutex::new(Status::Starting));
        let scheduler = scheduler_of(&SoundOptions::default());
        let (problems, ended) = (FileProblems::default(), channel().1);
        let sound = Self { clock, events, status, problems, scheduler, ended };
        let asked = move || {
            let asked = inbox.try_iter().filter_map(|event| match event {
                ThreadEvent::Command(command) => Some(format!("{command:?}")),
                ThreadEvent::Output { .. } => None,
            });
            asked.collect()
        };
        (sound, asked)
    }

    /// Plays an event this long from now. Ask about 250 ms ahead: then it is heard in time, to within
    /// a few milliseconds. An event that can only be heard more than 250 ms late is left out.
    pub fn play(&self, event: SoundEvent, after: Duration) {
        let at = (self.clock)().saturating_add(after);
        self.send(SoundCommand::Play(event.at(at)));
    }

    /// Forgets what has not begun and lets a breath tone and spoken words fade; chimes ring out, and
    /// a bed goes on.
    pub fn cancel_pending(&self) {
        self.send(SoundCommand::CancelPending);
    }

    /// Forgets what has not begun and lets everything fade.
    pub fn stop_all(&self) {
        self.send(SoundCommand::StopAll);
    }

    /// As [`Sound::cancel_pending`]; the bed fades and stands still, and when all has rung out the
    /// output rests, so that a paused program costs nothing.
    pub fn pause(&self) {
        self.send(SoundCommand::Pause);
    }

    /// Wakes the output again and lets the bed go on. [`Sound::play`] wakes it too, but waking ahead
    /// of the first event keeps a sleepy headset from swallowing it.
    pub fn resume(&self) {
        self.send(SoundCommand::Resume);
    }

    /// Lets the bed fade away, and the output rest when all has rung out.
    pub fn finish(&self, fade: Duration) {
        self.send(SoundCommand::Finish { fade });
    }

    /// Sets the volume of one kind of sound, 0 to 100. It glides there.
    pub fn set_kind_volume(&self, kind: SoundKind, volume: u8) {
        self.send(SoundCommand::KindVolume { kind, volume });
    }

    /// At night chimes that begin from then on are softer and lower, and the voice is quieter; or all
    /// is as by day.
    pub fn set_night(&self, night: bool) {
        self.send(SoundCommand::Night(night));
    }

    /// Sets the volume, 0 to 100, as the ear counts: half of it is 12 dB down. It glides there.
    pub fn set_volume(&self, volume: u8) {
        self.send(SoundCommand::Volume(volume));
    }

    /// Mutes, or lets be heard again. Muted sound goes on in time.
    pub fn set_muted(&self, muted: bool) {
        self.send(SoundCommand::Muted(muted));
    }

    /// Whether there is sound now.
    pub fn status(&self) -> Status {
        self.status.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether what is called for now will be heard, and how soon.
    pub fn readiness(&self) -> Readiness {
        match self.status() {
            Status::Starting => Readiness::Opening,
            Status::Lost { .. } | Status::None { .. } => Readiness::Unavailable,
            Status::Playing { .. } => {
                // An output holds it only while it computes samples.
                let scheduler = self.scheduler.lock().unwrap_or_else(PoisonError::into_inner);
                let lead = scheduler.lead((self.clock)());
                lead.map_or(Readiness::Opening, |lead| Readiness::Running { lead })
            }
        }
    }

    /// The sound files that could not be used so far, in the order it came out.
    pub fn left_out(&self) -> Vec<LeftOut> {
        self.problems.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends the sound, and waits for that at most 300 ms.
    pub fn close(self) {
        self.send(SoundCommand::Close);
        // Whether it has ended or the time is over: both are good enough to go on.
        let _ = self.ended.recv_timeout(CLOSE_LIMIT);
    }

    fn send(&self, command: SoundCommand) {
        // If the thread is gone there is no sound, and the status says so.
        let _ = self.events.send(ThreadEvent::Command(command));
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.send(SoundCommand::Close);
    }
}

#[cfg(test)]
mod tests;
