//! The scheduler between the clock and the mixer: it holds events until their time and places them
//! to the frame.

use std::time::Duration;

use crate::mixer::event::{SoundEvent, TimedEvent};
use crate::mixer::playhead::Playhead;
use crate::mixer::render::Mixer;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// An event that comes later than this is left out: an event out of its time misleads.
const GRACE: Duration = Duration::from_millis(250);
/// One that came due while its output was opened is heard a little later, if no later than this: the
/// cause is the output, and what is left out would be missed.
const OPENING_GRACE: Duration = Duration::from_secs(2);
/// The most events that are kept; the program schedules far fewer ahead.
const MOST_EVENTS: usize = 256;

/// Events by the clock, for a mixer that counts frames.
pub(crate) struct Scheduler {
    mixer: Mixer,
    playhead: Playhead,
    events: Vec<TimedEvent<Duration>>,
    resting: bool,
    /// When the output began to open, until it is known where its stream is.
    opening_since: Option<Duration>,
}

impl Scheduler {
    pub(crate) fn new(mixer: Mixer) -> Self {
        let (playhead, events) = (Playhead::new(SAMPLE_RATE), Vec::new());
        Self { mixer, playhead, events, resting: false, opening_since: None }
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
        // How things are from now on still counts when its time is over, but only the last of it.
        let begun: Vec<_> = self.events.iter().filter(|it| it.at < now).cloned().collect();
        self.events.retain(|scheduled| {
            let is_overruled =
                begun.iter().any(|it| it.at > scheduled.at && it.event.overrules(&scheduled.event));
            let counts = scheduled.event.is_lasting() && !is_overruled;
            let waits = self.opening_since.is_some_and(|since| scheduled.at >= since);
            let grace = if waits { OPENING_GRACE } else { GRACE };
            counts || scheduled.at.saturating_add(grace) >= now
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
    pub(crate) fn begin_output(&mut self, now: Duration) {
        self.mixer.clear();
        self.playhead.forget();
        self.opening_since = Some(now);
    }

    /// How long from now what is called for now can be heard at the earliest, if it is known where
    /// the stream is.
    pub(crate) fn lead(&self, now: Duration) -> Option<Duration> {
        let heard = self.playhead.heard_at(self.mixer.position())?;
        Some(Duration::from_secs_f64((heard - now.as_secs_f64()).clamp(0.0, 60.0)))
    }

    /// The output is known to run: what came due while it opened is put off, all by the same time, so
    /// that its first is heard now.
    fn put_off_the_missed(&mut self) {
        let first = self.mixer.position();
        let (Some(since), Some(heard)) = (self.opening_since, self.playhead.heard_at(first)) else {
            return;
        };
        self.opening_since = None;
        let heard = Duration::from_secs_f64(heard.max(0.0));
        let from = since.max(heard.saturating_sub(OPENING_GRACE));
        let is_missed = |it: &&mut TimedEvent<Duration>| (from..heard).contains(&it.at);
        let earliest = self.events.iter_mut().filter(is_missed).map(|it| it.at).min();
        for missed in self.events.iter_mut().filter(is_missed) {
            missed.at += heard.saturating_sub(earliest.unwrap_or(heard));
        }
    }

    /// Writes the next frames, with the events that fall into them at their exact frames. While the
    /// playhead is unknown events wait.
    pub(crate) fn render(&mut self, out: &mut [StereoFrame]) {
        self.put_off_the_missed();
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
