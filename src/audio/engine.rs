//! The sound thread: obeys the handle, and finds, keeps and finds again an output.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::audio::desk::Desk;
use crate::audio::note::Note;
use crate::audio::output::{self, Feed, Lifeline};
use crate::audio::sound::{Clock, SoundOptions, Status};
use crate::audio::sounds::{Errand, LeftOut};
use crate::audio::stage::Stage;
use crate::choices::{OutputChoice, SoundKind};

/// How long to wait before looking for an output again.
const RETRY: Duration = Duration::from_secs(2);

/// How long the end of what sounds takes to reach the ear: it fades, and an output holds 160 ms.
const LAST_WORDS: Duration = Duration::from_millis(240);

/// The sound files that could not be used, in the order it came out.
pub(super) type Complaints = Arc<Mutex<Vec<LeftOut>>>;

/// What the handle asks for.
pub(super) enum Command {
    Play { note: Note, at: Duration },
    CancelPending,
    StopAll,
    Pause,
    Resume,
    Finish { fade: Duration },
    Volume(u8),
    BusVolume { bus: SoundKind, volume: u8 },
    Muted(bool),
    Night(bool),
    Close,
}

/// What reaches the sound thread.
pub(super) enum Event {
    Command(Command),
    /// An output plays now.
    Ready {
        attempt: u32,
        output: String,
        lifeline: Box<dyn Lifeline>,
    },
    /// An output could not be reached, or went away.
    Gone {
        attempt: u32,
        why: String,
    },
}

pub(super) struct Engine {
    choice: OutputChoice,
    server: Option<String>,
    clock: Clock,
    desk: Arc<Mutex<Desk>>,
    events: Sender<Event>,
    status: Arc<Mutex<Status>>,
    complaints: Complaints,
    /// Counts the tries to reach an output, so that news of an old one can be told apart.
    attempt: u32,
    lifeline: Option<Box<dyn Lifeline>>,
    retry_at: Option<Duration>,
    has_played: bool,
}

impl Engine {
    pub(super) fn new(
        options: SoundOptions,
        clock: Clock,
        events: Sender<Event>,
        status: Arc<Mutex<Status>>,
        complaints: Complaints,
    ) -> Self {
        let mut stage = Stage::with_sounds(options.sounds);
        stage.set_mix(options.mix);
        stage.set_volume(options.volume);
        stage.set_muted(options.muted);
        Self {
            choice: options.output,
            server: options.server,
            clock,
            desk: Arc::new(Mutex::new(Desk::new(stage))),
            events,
            status,
            complaints,
            attempt: 0,
            lifeline: None,
            retry_at: None,
            has_played: false,
        }
    }

    /// Works until the handle closes it.
    pub(super) fn run(mut self, inbox: &Receiver<Event>) {
        self.connect();
        loop {
            match self.next_event(inbox) {
                Ok(Event::Command(Command::Close)) | Err(RecvTimeoutError::Disconnected) => {
                    self.fall_silent(inbox);
                    break;
                }
                Ok(Event::Command(command)) => self.obey(command),
                Ok(Event::Ready { attempt, output, lifeline }) => {
                    if attempt == self.attempt {
                        self.has_played = true;
                        self.lifeline = Some(lifeline);
                        self.tell(Status::Playing { output });
                    }
                }
                Ok(Event::Gone { attempt, why }) => {
                    if attempt == self.attempt {
                        self.lose(why);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.connect(),
            }
        }
    }

    /// Reads a sound file on a thread of its own, since neither this one nor an output may wait.
    fn send_for(&self, errand: Option<Errand>) {
        let Some(errand) = errand else {
            return;
        };
        let (desk, complaints) = (Arc::clone(&self.desk), Arc::clone(&self.complaints));
        // Without a thread there is no such sound; the rest goes on.
        let _ = thread::Builder::new().name("sound-file".into()).spawn(move || {
            let fetched = errand.run();
            if let Some(problem) = fetched.problem() {
                let mut complaints = complaints.lock().unwrap_or_else(PoisonError::into_inner);
                complaints.push(problem.clone());
            }
            desk.lock().unwrap_or_else(PoisonError::into_inner).stage().take_in(fetched);
        });
    }

    /// Lets what sounds fade and reach the ear: an output that is cut off clicks.
    fn fall_silent(&self, inbox: &Receiver<Event>) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let sounds = self.lifeline.is_some() && !desk.stage().is_silent();
        desk.stop_all();
        drop(desk);
        let until = (self.clock)().saturating_add(LAST_WORDS);
        while sounds && (self.clock)() < until {
            let left = until.saturating_sub((self.clock)());
            // Whatever comes now comes too late.
            if let Err(RecvTimeoutError::Disconnected) = inbox.recv_timeout(left) {
                thread::sleep(left);
            }
        }
    }

    fn next_event(&self, inbox: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
        match self.retry_at {
            Some(at) => inbox.recv_timeout(at.saturating_sub((self.clock)())),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn obey(&mut self, command: Command) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let wakes = matches!(command, Command::Play { .. } | Command::Resume);
        match command {
            Command::Play { note, at } => {
                let errand = desk.stage().errand(&note);
                desk.play(note, at, (self.clock)());
                self.send_for(errand);
            }
            Command::CancelPending => desk.cancel_pending(),
            Command::StopAll => desk.stop_all(),
            Command::Pause => desk.pause(),
            Command::Resume => desk.resume(),
            Command::Finish { fade } => desk.finish(fade),
            Command::Volume(volume) => desk.stage().set_volume(volume),
            Command::BusVolume { bus, volume } => desk.stage().set_bus_volume(bus, volume),
            Command::Muted(muted) => desk.stage().set_muted(muted),
            Command::Night(night) => desk.stage().set_night(night),
            Command::Close => {}
        }
        drop(desk);
        if let (true, Some(lifeline)) = (wakes, &self.lifeline) {
            lifeline.wake();
        }
    }

    fn connect(&mut self) {
        self.retry_at = None;
        self.attempt = self.attempt.wrapping_add(1);
        let feed = Feed {
            desk: Arc::clone(&self.desk),
            clock: Arc::clone(&self.clock),
            events: self.events.clone(),
            attempt: self.attempt,
            server: self.server.clone(),
        };
        if let Err(why) = output::start(self.choice, feed) {
            // Nothing that time could change.
            self.tell(Status::None { why });
        }
    }

    fn lose(&mut self, why: String) {
        self.lifeline = None;
        self.retry_at = Some((self.clock)().saturating_add(RETRY));
        self.tell(if self.has_played { Status::Lost { why } } else { Status::None { why } });
    }

    fn tell(&self, status: Status) {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner) = status;
    }
}
