//! The stage: notes in, samples out. It knows frames, but no clock and no device.

use std::time::Duration;

use crate::audio::SAMPLE_RATE;
use crate::audio::backdrop::Backdrop;
use crate::audio::bus::Channel;
use crate::audio::master::Master;
use crate::audio::note::Note;
use crate::audio::recipe::{NIGHT_CHIME_DB, amplitude};
use crate::audio::sounds::{Chime, Errand, Fetched, LeftOut, Sounds};
use crate::audio::synth::{BreathTone, ChimeTone, ClipTone};
use crate::choices::{Choice as _, Mix, SoundKind};
use crate::session::PhaseKind;

/// The most notes that may wait; what is beyond is left out.
const MOST_WAITING: usize = 256;
/// How much quieter the voice is at night, in dB.
const NIGHT_VOICE_DB: f32 = -4.0;
/// How much softer the breath tone is while there is a bed, in dB: the bed follows the breath too,
/// and is to be heard doing so.
const BREATH_OVER_BED_DB: f32 = -6.0;
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
    sounds: Sounds,
    voice: Channel,
    chimes: Channel,
    breath: Channel,
    backdrop: Backdrop,
    /// In the order of their frames.
    waiting: Vec<Waiting>,
    /// From when words are known to come that do not wait here yet.
    words_expected: Option<u64>,
    /// Chimes are soft and low, and the voice is quiet.
    night: bool,
    /// The bed that was asked for last. Its file may still be on its way.
    wanted_bed: Option<String>,
    master: Master,
    position: u64,
}

struct Waiting {
    frame: u64,
    note: Note,
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    /// A silent stage with the shipped sounds, at full volume, every bus as it was meant.
    pub fn new() -> Self {
        Self::with_sounds(Sounds::shipped())
    }

    /// A silent stage with these sounds, at full volume, every bus as it was meant.
    pub fn with_sounds(sounds: Sounds) -> Self {
        Self {
            sounds,
            voice: Channel::new(),
            chimes: Channel::new(),
            breath: Channel::new(),
            backdrop: Backdrop::new(),
            waiting: Vec::new(),
            words_expected: None,
            night: false,
            wanted_bed: None,
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

    /// Forgets what has not begun, and lets a breath tone and spoken words fade. Chimes ring out,
    /// and a bed goes on.
    pub fn cancel_pending(&mut self) {
        self.waiting.clear();
        self.words_expected = None;
        self.breath.hush();
        self.hush_words();
        self.backdrop.break_breath_off(self.position);
    }

    /// Forgets what has not begun, and lets everything fade.
    pub fn stop_all(&mut self) {
        self.cancel_pending();
        self.chimes.hush();
        self.backdrop.stop();
    }

    /// As [`Stage::cancel_pending`]; and the bed falls silent within 0.4 s and stands still.
    pub fn pause(&mut self) {
        self.cancel_pending();
        self.backdrop.pause();
    }

    /// Lets a bed that stands still go on.
    pub fn resume(&mut self) {
        self.backdrop.resume();
    }

    /// Forgets what waits and what sounds, at once, and begins the bed anew. It would click, so it
    /// is for when nobody hears the stage.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.words_expected = None;
        for channel in [&mut self.voice, &mut self.chimes, &mut self.breath] {
            channel.clear();
        }
        self.backdrop.words_until(0);
        self.backdrop.restart();
    }

    /// Reads the sound file that this note needs, if it needs one that was not read yet: for whoever
    /// may wait. Gives the reason where there is no sound in it; then the note is as one without a
    /// name.
    pub fn load(&mut self, note: &Note) -> Option<LeftOut> {
        let fetched = self.sounds.errand(note)?.run();
        let problem = fetched.problem().cloned();
        self.take_in(fetched);
        problem
    }

    /// The file that must be read before this note can be heard, the first time it is asked for.
    pub(super) fn errand(&mut self, note: &Note) -> Option<Errand> {
        self.sounds.errand(note)
    }

    /// Takes in a file that was read. A bed that was waited for comes up now.
    pub(super) fn take_in(&mut self, fetched: Fetched) {
        let name = fetched.name.clone();
        self.sounds.put(fetched);
        if self.wanted_bed.as_ref() == Some(&name) && self.backdrop.name() != Some(&name) {
            let stands_still = self.backdrop.is_paused();
            self.hang(&name);
            if stands_still {
                self.backdrop.pause();
            }
        }
    }

    /// Words are known to come at this frame, or none are. Beds draw back shortly before.
    pub(super) fn expect_words(&mut self, frame: Option<u64>) {
        self.words_expected = frame;
    }

    /// Sets the volume of one bus, 0 to 100. Above 100 is 100.
    pub fn set_bus_volume(&mut self, bus: SoundKind, volume: u8) {
        match bus {
            SoundKind::Voice => self.voice.set_volume(volume),
            SoundKind::Chimes => self.chimes.set_volume(volume),
            SoundKind::Breath => self.breath.set_volume(volume),
            SoundKind::Bed => self.backdrop.set_volume(volume),
        }
    }

    /// At night chimes that begin from then on are softer and lower, and the voice glides to 4 dB
    /// less; or all is as by day.
    pub fn set_night(&mut self, night: bool) {
        self.night = night;
        self.voice.set_trim(if night { NIGHT_VOICE_DB } else { 0.0 });
    }

    /// Sets the volume of every bus.
    pub fn set_mix(&mut self, mix: Mix) {
        for &bus in SoundKind::ALL {
            self.set_bus_volume(bus, mix.of(bus));
        }
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
        self.waiting.is_empty() && self.is_quiet()
    }

    fn is_quiet(&self) -> bool {
        let channels = [&self.voice, &self.chimes, &self.breath];
        channels.into_iter().all(Channel::is_silent) && self.backdrop.is_silent()
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
        self.breath.set_trim(if self.backdrop.is_heard() { BREATH_OVER_BED_DB } else { 0.0 });
        out.fill(0.0);
        for channel in [&mut self.voice, &mut self.chimes, &mut self.breath] {
            channel.add_to(out);
        }
        self.backdrop.add_to(out, self.position);
        if self.is_quiet() && out.iter().all(|&sample| sample == 0.0) {
            // Silence is the common case and costs nothing.
            self.master.settle();
        } else {
            self.master.apply(out);
        }
    }

    fn begin_what_is_due(&mut self) {
        let due = self.waiting.partition_point(|waiting| waiting.frame <= self.position);
        let begun: Vec<_> = self.waiting.drain(..due).collect();
        for waiting in begun {
            self.begin(waiting.note);
        }
        let words = self.waiting.iter().find(|it| matches!(it.note, Note::Clip(_)));
        let words = words.map(|it| it.frame).into_iter().chain(self.words_expected).min();
        self.backdrop.words_from(words.filter(|&frame| frame > self.position));
    }

    fn begin(&mut self, note: Note) {
        match note {
            Note::Chime { name } => match self.sounds.find_chime(&name) {
                Some(Chime::Recipe(recipe)) if self.night => {
                    self.chimes.sound(ChimeTone::new(&recipe.by_night()));
                }
                Some(Chime::Recipe(recipe)) => self.chimes.sound(ChimeTone::new(&recipe)),
                Some(Chime::Clip(clip)) => {
                    let db = if self.night { NIGHT_CHIME_DB } else { 0.0 };
                    self.chimes.sound(ClipTone::new(&clip).with_gain(amplitude(db) as f32));
                }
                None => {}
            },
            Note::Breath { phase, length, fullness } => {
                let length = length.min(LONGEST_BREATH);
                let full = f64::from(fullness) / 1_000.0;
                self.backdrop.follow(phase, length, full, self.position);
                // There is one breath: the next phase takes over from a late one.
                self.breath.hush();
                match phase {
                    PhaseKind::Inhale => self.breath.sound(BreathTone::new(true, length)),
                    PhaseKind::Exhale => self.breath.sound(BreathTone::new(false, length)),
                    PhaseKind::Hold | PhaseKind::Rest => {}
                }
            }
            Note::Bed { name: Some(name) } => self.hang(&name),
            Note::Bed { name: None } => {
                self.wanted_bed = None;
                self.backdrop.take_down();
            }
            Note::FadeOut { length } => {
                self.wanted_bed = None;
                self.backdrop.fade_out(length);
            }
            Note::Clip(clip) => {
                // One voice speaks: the next line takes over from a late one.
                self.hush_words();
                let length = clip.samples().len() as u64;
                self.backdrop.words_until(self.position.saturating_add(length));
                self.voice.sound(ClipTone::new(&clip));
            }
        }
    }

    fn hang(&mut self, name: &str) {
        let sounds = &mut self.sounds;
        self.backdrop.hang(name, || sounds.find_bed(name));
        self.wanted_bed = Some(name.to_owned());
    }

    fn hush_words(&mut self) {
        self.voice.hush();
        self.backdrop.break_words_off(self.position);
    }
}

#[cfg(test)]
mod tests;
