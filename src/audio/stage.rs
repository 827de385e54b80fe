//! The stage: notes in, samples out. It knows frames, but no clock and no device.

use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;

use rodio::Source;
use rodio::mixer::{Mixer, MixerSource, mixer};

use crate::audio::chimes::Chimes;
use crate::audio::master::Master;
use crate::audio::note::Note;
use crate::audio::synth::{BreathTone, ChimeTone, Hush, Tone, Voice};
use crate::audio::{RATE, SAMPLE_RATE};
use crate::session::PhaseKind;

/// The most notes that may wait, and the most that may sound at once; what is beyond is left out.
const MOST_WAITING: usize = 256;
const MOST_SOUNDING: usize = 24;
/// A breath tone is never longer than this, whatever it is asked for.
const LONGEST_BREATH: Duration = Duration::from_mins(2);

/// Everything that sounds, mixed to one channel of [`SAMPLE_RATE`].
///
/// ```
/// use std::time::Duration;
/// use unclench::audio::{Note, Stage};
///
/// let mut stage = Stage::new();
/// stage.play(Note::chime("start"), Duration::from_millis(250));
/// let mut samples = vec![0.0; 48_000];
/// stage.render(&mut samples);
/// assert!(samples[..12_000].iter().all(|&sample| sample == 0.0));
/// assert!(samples[12_000..].iter().any(|&sample| sample > 0.1));
/// ```
pub struct Stage {
    chimes: Chimes,
    mixer: Mixer,
    mixed: MixerSource,
    /// A voice that sounds alone. It needs no mixing, which would take most of the time: a breath
    /// tone sounds alone nearly always.
    solo: Option<Box<dyn Source + Send>>,
    /// In the order of their frames.
    waiting: Vec<Waiting>,
    sounding: Vec<Sounding>,
    master: Master,
    position: u64,
}

struct Waiting {
    frame: u64,
    note: Note,
}

struct Sounding {
    hush: Arc<Hush>,
    is_breath: bool,
}

impl Sounding {
    /// The voice holds the other end until the mixer lets go of it.
    fn is_over(&self) -> bool {
        Arc::strong_count(&self.hush) == 1
    }
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    /// A silent stage with the shipped chimes, at full volume.
    pub fn new() -> Self {
        Self::with_chimes(Chimes::shipped())
    }

    /// A silent stage with these chimes, at full volume.
    pub fn with_chimes(chimes: Chimes) -> Self {
        let (mixer, output) = empty_mixer();
        Self {
            chimes,
            mixer,
            mixed: output,
            solo: None,
            waiting: Vec::new(),
            sounding: Vec::new(),
            master: Master::new(),
            position: 0,
        }
    }

    /// How many frames have been rendered.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Plays a note this long after the next frame, to the nearest frame.
    pub fn play(&mut self, note: Note, after: Duration) {
        let frames = (after.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as u64;
        self.play_at(note, self.position.saturating_add(frames));
    }

    /// Plays a note at this frame, or with the next one if it has been rendered already.
    pub fn play_at(&mut self, note: Note, frame: u64) {
        if self.waiting.len() < MOST_WAITING {
            let index = self.waiting.partition_point(|waiting| waiting.frame <= frame);
            self.waiting.insert(index, Waiting { frame, note });
        }
    }

    /// Forgets what has not begun, and lets a breath tone fade. Chimes ring out.
    pub fn cancel_pending(&mut self) {
        self.waiting.clear();
        self.hush_breath();
    }

    /// Forgets what has not begun, and lets everything fade.
    pub fn stop_all(&mut self) {
        self.waiting.clear();
        for sounding in &self.sounding {
            sounding.hush.ask();
        }
    }

    /// Forgets what waits and what sounds, at once. It would click, so it is for when nobody hears
    /// the stage.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.sounding.clear();
        self.solo = None;
        (self.mixer, self.mixed) = empty_mixer();
    }

    /// Sets the volume, 0 to 100. Above 100 is 100.
    pub fn set_volume(&mut self, volume: u8) {
        self.master.set_volume(volume);
    }

    /// Mutes, or lets be heard again. What sounds goes on unheard.
    pub fn set_muted(&mut self, muted: bool) {
        self.master.set_muted(muted);
    }

    /// True when nothing sounds and nothing waits.
    pub fn is_silent(&self) -> bool {
        self.waiting.is_empty() && self.sounding.iter().all(Sounding::is_over)
    }

    /// Writes the next samples.
    pub fn render(&mut self, out: &mut [f32]) {
        let mut rest = out;
        while !rest.is_empty() {
            self.begin_what_is_due();
            let until_next = self.waiting.first().map_or(u64::MAX, |it| it.frame - self.position);
            let count = until_next.min(rest.len() as u64) as usize;
            let (now, later) = rest.split_at_mut(count);
            self.render_steady(now);
            self.position += count as u64;
            rest = later;
        }
    }

    /// Renders samples within which nothing begins.
    fn render_steady(&mut self, out: &mut [f32]) {
        self.let_go_of_what_is_over();
        if self.sounding.is_empty() {
            // Silence is the common case and must cost nothing, so the mixer is not asked for it.
            out.fill(0.0);
            self.master.settle();
            return;
        }
        if let Some(solo) = &mut self.solo {
            out.fill_with(|| solo.next().unwrap_or_default());
        } else {
            out.fill_with(|| self.mixed.next().unwrap_or_default());
        }
        self.master.apply(out);
        self.let_go_of_what_is_over();
    }

    fn let_go_of_what_is_over(&mut self) {
        if self.solo.as_ref().is_some_and(Source::is_exhausted) {
            self.solo = None;
        }
        self.sounding.retain(|sounding| !sounding.is_over());
    }

    fn begin_what_is_due(&mut self) {
        let due = self.waiting.partition_point(|waiting| waiting.frame <= self.position);
        let begun: Vec<_> = self.waiting.drain(..due).collect();
        for waiting in begun {
            self.begin(&waiting.note);
        }
    }

    fn begin(&mut self, note: &Note) {
        match note {
            Note::Chime { name } => {
                if let Some(recipe) = self.chimes.find(name) {
                    self.sound(ChimeTone::new(&recipe), false);
                }
            }
            Note::Breath { phase, length } => {
                // There is one breath: the next phase takes over from a late one.
                self.hush_breath();
                let length = (*length).min(LONGEST_BREATH);
                match phase {
                    PhaseKind::Inhale => self.sound(BreathTone::new(true, length), true),
                    PhaseKind::Exhale => self.sound(BreathTone::new(false, length), true),
                    PhaseKind::Hold | PhaseKind::Rest => {}
                }
            }
        }
    }

    fn sound(&mut self, tone: impl Tone, is_breath: bool) {
        if self.sounding.len() >= MOST_SOUNDING {
            return;
        }
        let hush = Arc::new(Hush::default());
        let voice = Voice::new(tone, Arc::clone(&hush));
        self.let_go_of_what_is_over();
        if self.sounding.is_empty() {
            self.solo = Some(Box::new(voice));
        } else {
            if let Some(solo) = self.solo.take() {
                self.mixer.add(solo);
            }
            self.mixer.add(voice);
        }
        self.sounding.push(Sounding { hush, is_breath });
    }

    fn hush_breath(&self) {
        for sounding in self.sounding.iter().filter(|sounding| sounding.is_breath) {
            sounding.hush.ask();
        }
    }
}

fn empty_mixer() -> (Mixer, MixerSource) {
    mixer(NonZero::<u16>::MIN, RATE)
}

#[cfg(test)]
mod tests;
