//! Lines read aloud while a person may answer: what is asked and told before a session.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::clock::BootClock;
use super::open_sound;
use crate::audio::{Readiness, Sound, SoundOptions};
use crate::config::{Paths, Settings};
use crate::mixer::SoundEvent;
use crate::playback::{Clock as _, manner, voice_search};
use crate::prosody::Pace;
use crate::synthesis::{SPEECH_LUFS, SoundClip};
use crate::voice::{LineState, Manner, SpeechOptions, SpeechWorker, Utterance};

/// How often the thread looks whether the next line is there.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// How long ahead a line is called for, so that it is heard whole.
const AHEAD: Duration = Duration::from_millis(300);
/// The silence between two lines.
const PAUSE: Duration = Duration::from_millis(900);

/// A voice that reads lines aloud, on a thread of its own. Dropping it breaks it off.
pub struct ReadAloud {
    lines: Option<Sender<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

/// What is read, and where it stands.
struct LinesBeingRead {
    worker: SpeechWorker,
    count: usize,
    /// The next line, counted from 0.
    next: usize,
    /// When it may begin.
    free_at: Duration,
}

impl ReadAloud {
    /// Opens the sound and a voice for a language, at a volume of 0–100. Returns at once; where there
    /// is no sound or no voice, nothing is heard.
    pub fn open(settings: &Settings, paths: Option<&Paths>, language: &str, volume: u8) -> Self {
        let sound = SoundOptions {
            output: settings.output,
            channels: settings.channels,
            mix: settings.mix,
            volume,
            ..SoundOptions::default()
        };
        // Nothing is kept: what somebody was asked and told of their health leaves no trace.
        let speech = SpeechOptions {
            wish: settings.voice.engine,
            ..SpeechOptions::new(voice_search(paths))
        };
        let pace = Pace::by_day(settings.voice.words_per_minute);
        let manner = manner(&settings.voice, language, pace);
        let (sender, lines) = channel();
        let read = move || {
            let sound = open_sound(sound);
            read(&sound, &speech, &manner, &lines);
            sound.close();
        };
        let thread = thread::Builder::new().name("read-aloud".into()).spawn(read).ok();
        Self { lines: Some(sender), thread }
    }

    /// Breaks off what is being read and reads these lines.
    pub fn read(&self, lines: Vec<String>) {
        if let Some(sender) = &self.lines {
            // Where the thread could not be started, nobody listens.
            let _ = sender.send(lines);
        }
    }
}

impl Drop for ReadAloud {
    fn drop(&mut self) {
        self.lines = None;
        if let Some(thread) = self.thread.take() {
            // The thread ends within what closing the sound and the voice may take, 300 ms each.
            let _ = thread.join();
        }
    }
}

/// Reads whatever comes until nothing can come any more.
fn read(sound: &Sound, speech: &SpeechOptions, manner: &Manner, lines: &Receiver<Vec<String>>) {
    let clock = BootClock::start();
    // What asks for the output keeps it awake.
    sound.resume();
    let mut reading: Option<LinesBeingRead> = None;
    loop {
        match lines.recv_timeout(LOOK_AGAIN) {
            Ok(lines) => {
                sound.cancel_pending();
                let spoken = lines.iter().map(|line| Utterance::new(line, manner.clone()));
                let worker = SpeechWorker::open(speech.clone(), spoken.collect());
                let free_at = clock.now();
                reading = Some(LinesBeingRead { worker, count: lines.len(), next: 0, free_at });
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if let Some(reading) = &mut reading {
            reading.go_on(sound, clock.now());
        }
    }
}

impl LinesBeingRead {
    /// Calls for the next line once it is there and the one before is over. A line that no voice can
    /// say is passed over.
    fn go_on(&mut self, sound: &Sound, now: Duration) {
        if self.next >= self.count || now < self.free_at {
            return;
        }
        let Readiness::Running { lead } = sound.readiness() else { return };
        match self.worker.line(self.next) {
            LineState::Coming => {}
            LineState::None { .. } => self.next += 1,
            LineState::Ready { .. } => {
                let Some(spoken) = self.worker.clip(self.next) else { return };
                let clip = SoundClip::from_speech(spoken.samples, spoken.rate, SPEECH_LUFS);
                let after = lead + AHEAD;
                self.free_at = now + after + clip.length() + PAUSE;
                self.next += 1;
                sound.play(SoundEvent::Clip(clip), after);
            }
        }
    }
}
