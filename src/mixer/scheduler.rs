//! The scheduler between the clock and the mixer: it holds events until their time and places them
//! to the frame.

use std::time::Duration;

use crate::mixer::event::{SoundEvent, TimedEvent};
use crate::mixer::playhead::Playhead;
use crate::mixer::render::Mixer;
use crate::synthesis::SAMPLE_RATE;

/// An event that comes later than this is left out: an event out of its time misleads.
const GRACE: Duration = Duration::from_millis(250);
/// The most events that are kept; the program schedules far fewer ahead.
const MOST_EVENTS: usize = 256;

/// Events by the clock, for a mixer that counts frames.
pub(crate) struct Scheduler {
    mixer: Mixer,
    playhead: Playhead,
    events: Vec<TimedEvent<Duration>>,
    resting: bool,
}

impl Scheduler {
    pub(crate) fn new(mixer: Mixer) -> Self {
        Self { mixer, playhead: Playhead::new(SAMPLE_RATE), events: Vec::new(), resting: false }
    }

    pub(crate) fn mixer(&mut self) -> &mut Mixer {
        &mut self.mixer
    }

    pub(crate) fn playhead(&mut self) -> &mut Playhead {
        &mut self.playhead
    }

    /// Keeps an event until its time. Events whose time is over are thrown away now, so that none pile up
    /// while there is no output.
    pub(crate) fn play(&mut self, event: TimedEvent<Duration>, now: Duration) {
        let lasting = self
            .events
            .iter()
            .filter(|scheduled| scheduled.event.is_lasting() && scheduled.at < now);
        // How things are from now on still counts when its time is over, but only the last of it.
        let latest = lasting.map(|scheduled| scheduled.at).max();
        self.events.retain(|scheduled| {
            let counts =
                scheduled.event.is_lasting() && latest.is_none_or(|latest| scheduled.at >= latest);
            counts || scheduled.at.saturating_add(GRACE) >= now
        });
        if self.events.len() < MOST_EVENTS {
            self.events.push(event);
        }
        self.resting = false;
    }

    pub(crate) fn cancel_pending(&mut self) {
        self.events.clear();
        self.mixer.cancel_pending();
    }

    /// Forgets the events; the bed falls silent and stands still.
    pub(crate) fn pause(&mut self) {
        self.events.clear();
        self.mixer.pause();
        self.resting = true;
    }

    /// Lets the bed go on, and keeps the output awake.
    pub(crate) fn resume(&mut self) {
        self.mixer.resume();
        self.resting = false;
    }

    pub(crate) fn stop_all(&mut self) {
        self.events.clear();
        self.mixer.stop_all();
    }

    /// Lets the bed fade away, and the output rest when all has rung out.
    pub(crate) fn finish(&mut self, fade: Duration) {
        self.mixer.play(SoundEvent::FadeOut { length: fade }, Duration::ZERO);
        self.resting = true;
    }

    /// True when the output may stop asking for samples.
    #[cfg_attr(
        not(target_os = "linux"),
        allow(dead_code, reason = "only a sound server is put to rest")
    )]
    pub(crate) fn may_rest(&self) -> bool {
        self.resting && self.events.is_empty() && self.mixer.is_silent()
    }

    /// A new output begins with silence: what sounded on a lost one is not taken up again.
    pub(crate) fn begin_output(&mut self) {
        self.mixer.clear();
        self.playhead.forget();
    }

    /// Writes the next samples, with the events that fall into them at their exact frames. While the
    /// playhead is unknown events wait.
    pub(crate) fn render(&mut self, out: &mut [f32]) {
        let first = self.mixer.position();
        let end = (first + out.len() as u64) as i64;
        let grace = (GRACE.as_secs_f64() * f64::from(SAMPLE_RATE)) as i64;
        let (mixer, playhead) = (&mut self.mixer, &self.playhead);
        let mut words = None;
        self.events.sort_by_key(|scheduled| scheduled.at);
        self.events.retain(|scheduled| match playhead.frame_at(scheduled.at) {
            Some(frame) if frame < end => {
                if scheduled.event.is_lasting() || frame.saturating_add(grace) >= first as i64 {
                    mixer.play_at(scheduled.event.clone(), frame.max(0) as u64);
                }
                false
            }
            known => {
                if let (SoundEvent::Clip(_), None) = (&scheduled.event, words) {
                    words = known;
                }
                true
            }
        });
        mixer.expect_speech(words.map(|frame| frame as u64));
        self.mixer.render(out);
    }
}

#[cfg(test)]
mod tests;
