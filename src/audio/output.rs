//! The ways out of the program: a sound server, a device, or none.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::audio::desk::Desk;
use crate::audio::engine::Event;
use crate::audio::sound::Clock;
use crate::choices::OutputChoice;

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

/// What an output needs: samples to carry, the time, and somebody to tell.
pub(super) struct Feed {
    pub(super) desk: Arc<Mutex<Desk>>,
    pub(super) clock: Clock,
    pub(super) events: Sender<Event>,
    pub(super) attempt: u32,
    /// The PulseAudio server to use, if not the one of the environment.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "there is no such server"))]
    pub(super) server: Option<String>,
}

impl Feed {
    fn ready(&self, output: String, lifeline: Box<dyn Lifeline>) {
        // If the sound thread is gone, so is the reason to tell it anything.
        let _ = self.events.send(Event::Ready { attempt: self.attempt, output, lifeline });
    }

    fn gone(&self, why: String) {
        let _ = self.events.send(Event::Gone { attempt: self.attempt, why });
    }
}

/// What the sound thread holds of an output that plays. Dropping it ends the output.
pub(super) trait Lifeline: Send {
    /// Lets a resting output go on.
    fn wake(&self);
}

/// Starts an output on a thread of its own, which tells when it is ready or gone.
///
/// # Errors
/// Why there can be no such output, whatever happens later.
pub(super) fn start(choice: OutputChoice, feed: Feed) -> Result<(), String> {
    let play: fn(Feed) = match choice.resolved() {
        #[cfg(target_os = "linux")]
        OutputChoice::Pulse => |feed| feed.gone(pulse::play(&feed)),
        #[cfg(any(feature = "alsa", target_os = "macos", target_os = "windows"))]
        OutputChoice::Device => |feed| feed.gone(device::play(&feed)),
        OutputChoice::None => return Err("sound is switched off".into()),
        other => return Err(not_built(other)),
    };
    let spawned = thread::Builder::new().name("sound-output".into()).spawn(move || play(feed));
    spawned.map(drop).map_err(|error| format!("no thread could be started for it: {error}"))
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
        // Nobody listens any more once the time is over.
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
