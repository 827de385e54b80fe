//! A sound on preview: heard through the usual output for a while, or until Enter is pressed.

use std::future;
use std::time::Duration;

use tokio::sync::mpsc::Receiver;

use super::clock::BootClock;
use super::signals::{EndSignal, Signal};
use super::{ConductorError, Outcome, lines_front_end, listen, open_sound, runtime};
use crate::audio::{Readiness, Sound, SoundOptions, Status};
use crate::config::Settings;
use crate::mixer::SoundEvent;
use crate::playback::Clock as _;
use crate::processes;
use crate::synthesis::Sounds;

/// How long an output may take to be found.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long one that was found may take until it is known how late it is heard.
const RUNNING: Duration = Duration::from_millis(2_500);
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// How long after the output can be heard the sound begins.
const AHEAD: Duration = Duration::from_millis(300);
/// How long the sound takes to fade in the end.
const FADE: Duration = Duration::from_millis(1_200);

/// A sound to be heard once.
pub struct SoundPreview {
    /// What.
    pub event: SoundEvent,
    /// How long, unless Enter is pressed before.
    pub length: Duration,
    /// The sounds that can be called.
    pub sounds: Sounds,
    /// Loudness, 0–100.
    pub volume: u8,
}

/// Plays a sound through the usual output.
///
/// # Errors
/// [`ConductorError::NoSound`] where there is no output.
pub fn preview_sound(
    preview: SoundPreview,
    settings: &Settings,
) -> Result<Outcome, ConductorError> {
    let runtime = runtime()?;
    // Before a server is looked for: that may take seconds.
    let mut signals = runtime.block_on(async { listen() })?;
    let sound = open_sound(SoundOptions {
        output: settings.output,
        channels: settings.channels,
        volume: preview.volume,
        sounds: preview.sounds,
        ..SoundOptions::default()
    });
    let outcome = runtime.block_on(async {
        tokio::select! {
            heard = heard(&sound, preview.event, preview.length) => heard,
            end = asked_to_end(&mut signals) => Ok(Outcome::Interrupted(end)),
        }
    });
    sound.close();
    outcome
}

/// Plays the sound as soon as an output is there, to its end.
async fn heard(
    sound: &Sound,
    event: SoundEvent,
    length: Duration,
) -> Result<Outcome, ConductorError> {
    found(sound).await?;
    let lead = lead(sound).await;
    sound.play(event, lead + AHEAD);
    wait(lead + AHEAD + length).await;
    sound.finish(FADE);
    tokio::time::sleep(FADE + lead + AHEAD).await;
    match sound.left_out().pop() {
        Some(left_out) => Err(ConductorError::NoSound(left_out.to_string())),
        None => Ok(Outcome::Done),
    }
}

/// Waits until a signal asks for the end; one that stops the program is followed meanwhile.
async fn asked_to_end(signals: &mut Receiver<Signal>) -> EndSignal {
    loop {
        match signals.recv().await {
            Some(Signal::End(end)) => return end,
            Some(Signal::Suspend) => processes::stop_until_continued(),
            None => future::pending().await,
        }
    }
}

/// Waits until an output is there.
async fn found(sound: &Sound) -> Result<(), ConductorError> {
    let clock = BootClock::start();
    let begun = clock.now();
    loop {
        match sound.status() {
            Status::Playing { .. } => return Ok(()),
            Status::None { why } | Status::Lost { why } => {
                return Err(ConductorError::NoSound(why));
            }
            Status::Starting if clock.now().saturating_sub(begun) > PATIENCE => {
                return Err(ConductorError::NoSound("no output answered".to_owned()));
            }
            Status::Starting => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }
}

/// How late the output is heard, once that is known: some take seconds.
async fn lead(sound: &Sound) -> Duration {
    let clock = BootClock::start();
    let begun = clock.now();
    // As a session does: what asks for the output keeps it awake.
    sound.resume();
    loop {
        match sound.readiness() {
            Readiness::Running { lead } => return lead,
            Readiness::Opening if clock.now().saturating_sub(begun) < RUNNING => {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            Readiness::Opening | Readiness::Unavailable => return Duration::ZERO,
        }
    }
}

/// Waits so long, or until a line is entered.
async fn wait(length: Duration) {
    let mut lines = lines_front_end::lines();
    let mut has_lines = true;
    let end = tokio::time::sleep(length);
    tokio::pin!(end);
    loop {
        tokio::select! {
            () = &mut end => return,
            line = lines.recv(), if has_lines => {
                if line.is_some() {
                    return;
                }
                has_lines = false;
            }
        }
    }
}
