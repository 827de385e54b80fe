//! The desk between clock and stage: it holds cues until their time and places them to the frame.

use std::time::Duration;

use crate::audio::SAMPLE_RATE;
use crate::audio::note::Note;
use crate::audio::playhead::Playhead;
use crate::audio::stage::Stage;

/// A cue that comes later than this is left out: a cue out of its time misleads.
const GRACE: Duration = Duration::from_millis(250);
/// The most cues that are kept; the program schedules far fewer ahead.
const MOST_CUES: usize = 256;

/// Cues by the clock, on a stage that counts frames.
pub(super) struct Desk {
    stage: Stage,
    playhead: Playhead,
    cues: Vec<Cue>,
    resting: bool,
}

struct Cue {
    at: Duration,
    note: Note,
}

impl Desk {
    pub(super) fn new(stage: Stage) -> Self {
        Self { stage, playhead: Playhead::new(SAMPLE_RATE), cues: Vec::new(), resting: false }
    }

    pub(super) fn stage(&mut self) -> &mut Stage {
        &mut self.stage
    }

    pub(super) fn playhead(&mut self) -> &mut Playhead {
        &mut self.playhead
    }

    /// Keeps a note until `at`. Notes whose time is over are thrown away now, so that none pile up
    /// while there is no output.
    pub(super) fn play(&mut self, note: Note, at: Duration, now: Duration) {
        let lasting = self.cues.iter().filter(|cue| cue.note.is_lasting() && cue.at < now);
        // How things are from now on still counts when its time is over, but only the last of it.
        let latest = lasting.map(|cue| cue.at).max();
        self.cues.retain(|cue| {
            let counts = cue.note.is_lasting() && latest.is_none_or(|latest| cue.at >= latest);
            counts || cue.at.saturating_add(GRACE) >= now
        });
        if self.cues.len() < MOST_CUES {
            self.cues.push(Cue { at, note });
        }
        self.resting = false;
    }

    pub(super) fn cancel_pending(&mut self) {
        self.cues.clear();
        self.stage.cancel_pending();
    }

    /// Forgets the cues; the bed falls silent and stands still.
    pub(super) fn pause(&mut self) {
        self.cues.clear();
        self.stage.pause();
        self.resting = true;
    }

    /// Lets the bed go on, and keeps the output awake.
    pub(super) fn resume(&mut self) {
        self.stage.resume();
        self.resting = false;
    }

    pub(super) fn stop_all(&mut self) {
        self.cues.clear();
        self.stage.stop_all();
    }

    /// Lets the bed fade away, and the output rest when all has rung out.
    pub(super) fn finish(&mut self, fade: Duration) {
        self.stage.play(Note::FadeOut { length: fade }, Duration::ZERO);
        self.resting = true;
    }

    /// True when the output may stop asking for samples.
    #[cfg_attr(
        not(target_os = "linux"),
        allow(dead_code, reason = "only a sound server is put to rest")
    )]
    pub(super) fn may_rest(&self) -> bool {
        self.resting && self.cues.is_empty() && self.stage.is_silent()
    }

    /// A new output begins with silence: what sounded on a lost one is not taken up again.
    pub(super) fn begin_output(&mut self) {
        self.stage.clear();
        self.playhead.forget();
    }

    /// Writes the next samples, with the cues that fall into them at their exact frames. While the
    /// playhead is unknown cues wait.
    pub(super) fn render(&mut self, out: &mut [f32]) {
        let first = self.stage.position();
        let end = (first + out.len() as u64) as i64;
        let grace = (GRACE.as_secs_f64() * f64::from(SAMPLE_RATE)) as i64;
        let (stage, playhead) = (&mut self.stage, &self.playhead);
        let mut words = None;
        self.cues.sort_by_key(|cue| cue.at);
        self.cues.retain(|cue| match playhead.frame_at(cue.at) {
            Some(frame) if frame < end => {
                if cue.note.is_lasting() || frame.saturating_add(grace) >= first as i64 {
                    stage.play_at(cue.note.clone(), frame.max(0) as u64);
                }
                false
            }
            known => {
                if let (Note::Clip(_), None) = (&cue.note, words) {
                    words = known;
                }
                true
            }
        });
        stage.expect_words(words.map(|frame| frame as u64));
        self.stage.render(out);
    }
}

#[cfg(test)]
mod tests;
