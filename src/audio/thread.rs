//! The sound thread: does what the handle asks, and finds, keeps and finds again an output.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::audio::clock::SoundClock;
use crate::audio::output::{self, OutputEvent, StreamContext, StreamHandle};
use crate::audio::status::{SoundOptions, Status};
use crate::choices::{OutputChoice, SoundKind};
use crate::mixer::{Mixer, Scheduler, TimedEvent};
use crate::synthesis::{FileLoad, LeftOut};

/// How long to wait before looking for an output again.
const RETRY: Duration = Duration::from_secs(2);

/// How long the end of what sounds takes to reach the ear: it fades, and an output holds 160 ms.
const FADE_AND_BUFFER: Duration = Duration::from_millis(240);

/// The sound files that could not be used, in the order it came out.
pub(super) type FileProblems = Arc<Mutex<Vec<LeftOut>>>;

/// What the handle asks for.
#[derive(Debug)]
pub(super) enum SoundCommand {
    Play(TimedEvent<Duration>),
    CancelPending,
    StopAll,
    Pause,
    Resume,
    Finish { fade: Duration },
    Volume(u8),
    KindVolume { kind: SoundKind, volume: u8 },
    Muted(bool),
    Night(bool),
    Close,
}

/// What reaches the sound thread.
pub(super) enum ThreadEvent {
    /// From the handle.
    Command(SoundCommand),
    /// From an output: the one of this attempt.
    Output { attempt: u32, event: OutputEvent },
}

/// A scheduler with the sounds and the loudness that are asked for.
pub(super) fn scheduler_of(options: &SoundOptions) -> Arc<Mutex<Scheduler>> {
    let mut mixer = Mixer::with_sounds(options.sounds.clone());
    mixer.set_channels(options.channels);
    mixer.set_mix(options.mix);
    mixer.set_volume(options.volume);
    mixer.set_muted(options.muted);
    Arc::new(Mutex::new(Scheduler::new(mixer)))
}

/// What the thread owns. Outputs and file loads have threads of their own.
pub(super) struct SoundThread {
    choice: OutputChoice,
    server: Option<String>,
    clock: SoundClock,
    scheduler: Arc<Mutex<Scheduler>>,
    events: Sender<ThreadEvent>,
    status: Arc<Mutex<Status>>,
    problems: FileProblems,
    /// Counts the tries to reach an output, so that news of an old one can be told apart.
    attempt: u32,
    stream: Option<Box<dyn StreamHandle>>,
    retry_at: Option<Duration>,
    has_played: bool,
}

impl SoundThread {
    pub(super) fn new(
        options: &SoundOptions,
        clock: SoundClock,
        scheduler: Arc<Mutex<Scheduler>>,
        events: Sender<ThreadEvent>,
        status: Arc<Mutex<Status>>,
        problems: FileProblems,
    ) -> Self {
        Self {
            choice: options.output,
            server: options.server.clone(),
            clock,
            scheduler,
            events,
            status,
            problems,
            attempt: 0,
            stream: None,
            retry_at: None,
            has_played: false,
        }
    }

    /// Works until the handle closes it.
    pub(super) fn run(mut self, inbox: &Receiver<ThreadEvent>) {
        self.connect();
        loop {
            match self.next_event(inbox) {
                Ok(ThreadEvent::Command(SoundCommand::Close))
                | Err(RecvTimeoutError::Disconnected) => {
                    self.fade_to_silence(inbox);
                    break;
                }
                Ok(ThreadEvent::Command(command)) => self.handle(command),
                Ok(ThreadEvent::Output { attempt, event }) => {
                    if attempt == self.attempt {
                        self.handle_output(event);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.connect(),
            }
        }
    }

    fn handle_output(&mut self, event: OutputEvent) {
        match event {
            OutputEvent::Ready { name, handle } => {
                self.has_played = true;
                self.stream = Some(handle);
                self.set_status(Status::Playing { output: name });
            }
            OutputEvent::Lost { why } => {
                self.stream = None;
                self.retry_at = Some((self.clock)().saturating_add(RETRY));
                self.set_status(if self.has_played {
                    Status::Lost { why }
                } else {
                    Status::None { why }
                });
            }
        }
    }

    /// Reads a sound file on a thread of its own, since neither this one nor an output may wait.
    fn load_in_background(&self, file: Option<FileLoad>) {
        let Some(file) = file else {
            return;
        };
        let (scheduler, problems) = (Arc::clone(&self.scheduler), Arc::clone(&self.problems));
        // Without a thread there is no such sound; the rest goes on.
        let _ = thread::Builder::new().name("sound-file".into()).spawn(move || {
            let file = file.run();
            if let Some(problem) = file.problem() {
                let mut problems = problems.lock().unwrap_or_else(PoisonError::into_inner);
                problems.push(problem.clone());
            }
            scheduler.lock().unwrap_or_else(PoisonError::into_inner).mixer().insert_file(file);
        });
    }

    /// Lets what sounds fade and reach the ear: an output that is cut off clicks.
    fn fade_to_silence(&self, inbox: &Receiver<ThreadEvent>) {
        let mut scheduler = self.scheduler.lock().unwrap_or_else(PoisonError::into_inner);
        let sounds = self.stream.is_some() && !scheduler.mixer().is_silent();
        scheduler.stop_all();
        drop(scheduler);
        let until = (self.clock)().saturating_add(FADE_AND_BUFFER);
        while sounds && (self.clock)() < until {
            let left = until.saturating_sub((self.clock)());
            // Whatever comes now comes too late.
            if let Err(RecvTimeoutError::Disconnected) = inbox.recv_timeout(left) {
                thread::sleep(left);
            }
        }
    }

    fn next_event(&self, inbox: &Receiver<ThreadEvent>) -> Result<ThreadEvent, RecvTimeoutError> {
        match self.retry_at {
            Some(at) => inbox.recv_timeout(at.saturating_sub((self.clock)())),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn handle(&mut self, command: SoundCommand) {
        let mut scheduler = self.scheduler.lock().unwrap_or_else(PoisonError::into_inner);
        let wakes = matches!(command, SoundCommand::Play(_) | SoundCommand::Resume);
        match command {
            SoundCommand::Play(timed) => {
                let file = scheduler.mixer().file_to_load(&timed.event);
                scheduler.play(timed, (self.clock)());
                self.load_in_background(file);
            }
            SoundCommand::CancelPending => scheduler.cancel_pending(),
            SoundCommand::StopAll => scheduler.stop_all(),
            SoundCommand::Pause => scheduler.pause(),
            SoundCommand::Resume => scheduler.resume(),
            SoundCommand::Finish { fade } => scheduler.finish(fade),
            SoundCommand::Volume(volume) => scheduler.mixer().set_volume(volume),
            SoundCommand::KindVolume { kind, volume } => {
                scheduler.mixer().set_kind_volume(kind, volume);
            }
            SoundCommand::Muted(muted) => scheduler.mixer().set_muted(muted),
            SoundCommand::Night(night) => scheduler.mixer().set_night(night),
            SoundCommand::Close => {}
        }
        drop(scheduler);
        if let (true, Some(stream)) = (wakes, &self.stream) {
            stream.wake();
        }
    }

    fn connect(&mut self) {
        self.retry_at = None;
        self.attempt = self.attempt.wrapping_add(1);
        let (events, attempt) = (self.events.clone(), self.attempt);
        let context = StreamContext {
            scheduler: Arc::clone(&self.scheduler),
            clock: Arc::clone(&self.clock),
            report: Box::new(move |event| {
                // If the sound thread is gone, its outputs end too.
                let _ = events.send(ThreadEvent::Output { attempt, event });
            }),
            server: self.server.clone(),
        };
        if let Err(why) = output::start(self.choice, context) {
            // Nothing that time could change.
            self.set_status(Status::None { why });
        }
    }

    fn set_status(&self, status: Status) {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner) = status;
    }
}

#[cfg(test)]
mod tests;
