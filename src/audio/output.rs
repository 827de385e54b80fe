//! The ways out of the program: a sound server, a device, or none.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::audio::clock::SoundClock;
use crate::choices::OutputChoice;
use crate::files::system_words;
use crate::mixer::Scheduler;

#[cfg(any(test, feature = "alsa", target_os = "macos", target_os = "windows"))]
mod ahead;
#[cfg(any(feature = "alsa", target_os = "macos", target_os = "windows"))]
mod device;
#[cfg(target_os = "linux")]
mod pulse;

/// How long [`probe`] looks at most.
const PROBE_LIMIT: Duration = Duration::from_millis(1_500);

impl OutputChoice {
    fn resolved(self) -> Self {
        match self {
            Self::Auto if cfg!(target_os = "linux") => Self::Pulse,
            Self::Auto => Self::Device,
            chosen => chosen,
        }
    }
}

/// What an output tells of itself.
pub(super) enum OutputEvent {
    /// It plays now.
    Ready {
        /// Its name, for the status.
        name: String,
        /// Ends the output when it is dropped.
        handle: Box<dyn StreamHandle>,
    },
    /// It could not be reached, or went away.
    Lost {
        /// What happened, in a few words.
        why: String,
    },
}

/// What an output works with: samples to play, the time, and where to report.
pub(super) struct StreamContext {
    pub(super) scheduler: Arc<Mutex<Scheduler>>,
    pub(super) clock: SoundClock,
    /// Takes what the output tells of itself, to the sound thread.
    pub(super) report: Box<dyn Fn(OutputEvent) + Send>,
    /// The PulseAudio server to use, if not the one of the environment.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "there is no such server"))]
    pub(super) server: Option<String>,
}

impl StreamContext {
    fn ready(&self, name: String, handle: Box<dyn StreamHandle>) {
        (self.report)(OutputEvent::Ready { name, handle });
    }

    fn lost(&self, why: String) {
        (self.report)(OutputEvent::Lost { why });
    }
}

/// What the sound thread holds of an output that plays. Dropping it ends the output.
pub(super) trait StreamHandle: Send {
    /// Lets a resting output go on.
    fn wake(&self);
}

/// Starts an output on a thread of its own, which tells when it is ready or gone.
///
/// # Errors
/// Why there can be no such output, whatever happens later.
pub(super) fn start(choice: OutputChoice, context: StreamContext) -> Result<(), String> {
    let play: fn(StreamContext) = match choice.resolved() {
        #[cfg(target_os = "linux")]
        OutputChoice::Pulse => |context| context.lost(pulse::play(&context)),
        #[cfg(any(feature = "alsa", target_os = "macos", target_os = "windows"))]
        OutputChoice::Device => |context| context.lost(device::play(&context)),
        OutputChoice::None => return Err("sound is switched off".into()),
        other => return Err(not_built(other)),
    };
    let spawned = thread::Builder::new().name("sound-output".into()).spawn(move || play(context));
    spawned
        .map(drop)
        .map_err(|error| format!("no thread could be started for it: {}", system_words(&error)))
}

/// Says in a line or two which output there is, and what is known of it, or why there is none.
/// Takes 1.5 s at most. `server` is as in [`SoundOptions`](crate::audio::SoundOptions).
pub fn probe(choice: OutputChoice, server: Option<&str>) -> String {
    let look: fn(Option<&str>) -> String = match choice.resolved() {
        #[cfg(target_os = "linux")]
        OutputChoice::Pulse => pulse::probe,
        #[cfg(any(feature = "alsa", target_os = "macos", target_os = "windows"))]
        OutputChoice::Device => device::probe,
        OutputChoice::None => return "none: sound is switched off".into(),
        other => return format!("none: {}", not_built(other)),
    };
    let (answer, answered) = channel();
    let server = server.map(str::to_owned);
    let spawned = thread::Builder::new().name("sound-probe".into()).spawn(move || {
        // Once the time is over the answer is not waited for.
        let _ = answer.send(look(server.as_deref()));
    });
    spawned
        .ok()
        .and_then(|_| answered.recv_timeout(PROBE_LIMIT).ok())
        .unwrap_or_else(|| format!("{}: no answer within 1.5 s", choice.resolved()))
}

fn not_built(choice: OutputChoice) -> String {
    match choice {
        OutputChoice::Device => {
            "the device output is not part of this build; build with `--features alsa`".into()
        }
        _ => format!("the output `{choice}` is not there on this system"),
    }
}

#[cfg(test)]
mod tests;
