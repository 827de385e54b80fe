//! The mixer: events in, samples out. It knows frames, but no clock and no device.

use std::time::Duration;

use crate::body::Side;
use crate::choices::{Channels, Choice as _, Mix, SoundKind};
use crate::mixer::bed_player::BedPlayer;
use crate::mixer::channel::Channel;
use crate::mixer::event::{SoundEvent, TimedEvent};
use crate::mixer::master::Master;
use crate::session::PhaseKind;
use crate::synthesis::{
    BreathTone, Chime, ChimeTone, ClipTone, FileLoad, LeftOut, LoadedFile, NIGHT_CHIME_DB, Pan,
    SAMPLE_RATE, Sounds, StereoFrame, amplitude,
};

/// The most events that may wait; what is beyond is left out.
const MOST_PENDING: usize = 256;
/// How much quieter the voice is at night, in dB.
const NIGHT_VOICE_DB: f32 = -4.0;
/// How much softer the breath tone is while there is a bed, in dB: the bed follows the breath too,
/// and is to be heard doing so.
const BREATH_OVER_BED_DB: f32 = -6.0;
/// How far to its side the breath of one nostril is heard: clearly, and never in one ear alone.
const NOSTRIL_PAN: f32 = 0.6;
/// A breath tone is never longer than this, whatever it is asked for.
const LONGEST_BREATH: Duration = Duration::from_secs(2 * 60);

/// Everything that sounds, mixed to two channels of [`SAMPLE_RATE`].
///
/// Voice, chimes and breath are in the middle, and a bed lies around them.
///
/// ```
/// use std::time::Duration;
/// use unclench::for_tests::{Mixer, SoundEvent, StereoFrame};
///
/// let mut mixer = Mixer::new();
/// mixer.play(SoundEvent::chime("start"), Duration::from_millis(250));
/// let mut frames = vec![StereoFrame::default(); 48_000];
/// mixer.render(&mut frames);
/// assert!(frames[..12_000].iter().all(|&frame| frame == StereoFrame::default()));
/// assert!(frames[12_000..].iter().any(|&frame| frame.left > 0.0 && frame.right == frame.left));
/// ```
pub struct Mixer {
    sounds: Sounds,
    voice: Channel,
    chimes: Channel,
    breath: Channel,
    bed_player: BedPlayer,
    /// In the order of their frames.
    pending: Vec<TimedEvent<u64>>,
    /// From when words are known to come that do not wait here yet.
    speech_expected: Option<u64>,
    /// Chimes are soft and low, and the voice is quiet.
    night: bool,
    /// The bed that was asked for last. Its file may still be on its way.
    wanted_bed: Option<String>,
    master: Master,
    position: u64,
}

impl Default for Mixer {
    fn default() -> Self {
        Self::new()
    }
}

impl Mixer {
    /// A silent mixer with the shipped sounds, as loud as it was meant.
    pub fn new() -> Self {
        Self::with_sounds(Sounds::shipped())
    }

    /// A silent mixer with these sounds, as loud as it was meant.
    pub fn with_sounds(sounds: Sounds) -> Self {
        Self {
            sounds,
            voice: Channel::new(),
            chimes: Channel::new(),
            breath: Channel::new(),
            bed_player: BedPlayer::new(),
            pending: Vec::new(),
            speech_expected: None,
            night: false,
            wanted_bed: None,
            master: Master::new(),
            position: 0,
        }
    }

    /// Whether both ears hear the same from now on.
    pub fn set_channels(&mut self, channels: Channels) {
        self.master.set_channels(channels);
        self.bed_player.set_channels(channels);
    }

    /// Whether both ears hear the same.
    pub fn channels(&self) -> Channels {
        self.master.channels()
    }

    /// How many frames have been rendered.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Plays a event this long after the next frame, to the nearest frame.
    pub fn play(&mut self, event: SoundEvent, after: Duration) {
        let frames = (after.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as u64;
        self.play_at(event, self.position.saturating_add(frames));
    }

    /// Plays a event at this frame, or with the next one if it has been rendered already.
    pub fn play_at(&mut self, event: SoundEvent, frame: u64) {
        if self.pending.len() < MOST_PENDING {
            let index = self.pending.partition_point(|pending| pending.at <= frame);
            self.pending.insert(index, event.at(frame));
        }
    }

    /// Forgets what has not begun, and lets a breath tone and spoken words fade. Chimes ring out,
    /// and a bed goes on.
    pub fn cancel_pending(&mut self) {
        self.pending.clear();
        self.speech_expected = None;
        self.breath.fade_out();
        self.fade_words_out();
        self.bed_player.stop_following(self.position);
    }

    /// Forgets what has not begun, and lets everything fade.
    pub fn stop_all(&mut self) {
        self.cancel_pending();
        self.chimes.fade_out();
        self.bed_player.stop();
    }

    /// As [`Mixer::cancel_pending`]; and the bed falls silent within 0.4 s and stands still.
    pub fn pause(&mut self) {
        self.cancel_pending();
        self.bed_player.pause();
    }

    /// Lets a bed that stands still go on.
    pub fn resume(&mut self) {
        self.bed_player.resume();
    }

    /// Forgets what waits and what sounds, at once, and begins the bed anew. It would click, so it
    /// is for when the mixer is not heard.
    pub fn clear(&mut self) {
        self.pending.clear();
        self.speech_expected = None;
        for channel in [&mut self.voice, &mut self.chimes, &mut self.breath] {
            channel.clear();
        }
        self.bed_player.speech_until(0);
        self.bed_player.restart();
        self.master.settle();
    }

    /// Reads the sound file that this event needs, if it needs one that was not read yet; the caller
    /// waits for the disk. Gives the reason where there is no sound in it; then the event is as one
    /// without a name.
    pub fn load(&mut self, event: &SoundEvent) -> Option<LeftOut> {
        let file = self.file_to_load(event)?.run();
        let problem = file.problem().cloned();
        self.insert_file(file);
        problem
    }

    /// The file that must be read before this event can be heard, the first time it is asked for.
    pub(crate) fn file_to_load(&mut self, event: &SoundEvent) -> Option<FileLoad> {
        let (name, kind) = event.named_sound()?;
        self.sounds.file_to_load(name, kind)
    }

    /// Adds a file that was read. A bed that was waited for comes up now.
    pub(crate) fn insert_file(&mut self, file: LoadedFile) {
        let name = file.name.clone();
        self.sounds.insert(file);
        if self.wanted_bed.as_ref() == Some(&name) && self.bed_player.name() != Some(&name) {
            let is_paused = self.bed_player.is_paused();
            self.play_bed(&name);
            if is_paused {
                self.bed_player.pause();
            }
        }
    }

    /// Words are known to come at this frame, or none are. Beds draw back shortly before.
    pub(super) fn expect_speech(&mut self, frame: Option<u64>) {
        self.speech_expected = frame;
    }

    /// Sets the volume of one kind of sound, 0 to 100. Above 100 is 100.
    pub fn set_kind_volume(&mut self, kind: SoundKind, volume: u8) {
        match kind {
            SoundKind::Voice => self.voice.set_volume(volume),
            SoundKind::Chimes => self.chimes.set_volume(volume),
            SoundKind::Breath => self.breath.set_volume(volume),
            SoundKind::Bed => self.bed_player.set_volume(volume),
        }
    }

    /// At night chimes that begin from then on are softer and lower, and the voice glides to 4 dB
    /// less; the room tone is deeper and softer. Or all is as by day. How much softer everything had
    /// become is forgotten.
    pub fn set_night(&mut self, night: bool) {
        self.night = night;
        self.master.set_softer(0.0);
        self.bed_player.set_night(night);
        self.voice.set_trim(if night { NIGHT_VOICE_DB } else { 0.0 });
    }

    /// Sets the volume of every kind of sound.
    pub fn set_mix(&mut self, mix: Mix) {
        for &kind in SoundKind::ALL {
            self.set_kind_volume(kind, mix.of(kind));
        }
    }

    /// Sets the volume, 0 to 100. At [`Mix::MEANT`] all is as loud as it was meant; above 100 is 100.
    pub fn set_volume(&mut self, volume: u8) {
        self.master.set_volume(volume);
    }

    /// Mutes, or lets be heard again. What sounds goes on unheard.
    pub fn set_muted(&mut self, muted: bool) {
        self.master.set_muted(muted);
    }

    /// True when nothing sounds and nothing waits.
    pub fn is_silent(&self) -> bool {
        self.pending.is_empty() && self.is_quiet()
    }

    fn is_quiet(&self) -> bool {
        let channels = [&self.voice, &self.chimes, &self.breath];
        channels.into_iter().all(Channel::is_silent) && self.bed_player.is_silent()
    }

    /// Writes the next frames.
    pub fn render(&mut self, out: &mut [StereoFrame]) {
        let mut rest = out;
        while !rest.is_empty() {
            self.start_due_events();
            let until_next = self.pending.first().map_or(u64::MAX, |it| it.at - self.position);
            let count = until_next.min(rest.len() as u64) as usize;
            let (now, later) = rest.split_at_mut(count);
            self.render_steady(now);
            self.position += count as u64;
            rest = later;
        }
    }

    /// Renders frames within which nothing begins.
    fn render_steady(&mut self, out: &mut [StereoFrame]) {
        self.breath.set_trim(if self.bed_player.is_heard() { BREATH_OVER_BED_DB } else { 0.0 });
        out.fill(StereoFrame::SILENT);
        for channel in [&mut self.voice, &mut self.chimes, &mut self.breath] {
            channel.add_to(out);
        }
        self.bed_player.add_to(out, self.position);
        if self.is_quiet() && out.iter().all(|&frame| frame == StereoFrame::SILENT) {
            // Silence is the common case and costs nothing.
            self.master.settle();
        } else {
            self.master.apply(out);
        }
    }

    fn start_due_events(&mut self) {
        let due = self.pending.partition_point(|pending| pending.at <= self.position);
        let due_events: Vec<_> = self.pending.drain(..due).collect();
        for pending in due_events {
            self.start(pending.event);
        }
        let words = self.pending.iter().find(|it| matches!(it.event, SoundEvent::Clip(_)));
        let words = words.map(|it| it.at).into_iter().chain(self.speech_expected).min();
        self.bed_player.speech_from(words.filter(|&frame| frame > self.position));
    }

    fn start(&mut self, event: SoundEvent) {
        match event {
            SoundEvent::Chime { name } => match self.sounds.find_chime(&name) {
                Some(Chime::Recipe(recipe)) if self.night => {
                    self.chimes.play(ChimeTone::new(&recipe.by_night()), Pan::CENTRE);
                }
                Some(Chime::Recipe(recipe)) => {
                    self.chimes.play(ChimeTone::new(&recipe), Pan::CENTRE);
                }
                Some(Chime::Clip(clip)) => {
                    let db = if self.night { NIGHT_CHIME_DB } else { 0.0 };
                    let tone = ClipTone::new(&clip).with_gain(amplitude(db) as f32);
                    self.chimes.play(tone, Pan::CENTRE);
                }
                None => {}
            },
            SoundEvent::Breath { phase, length, fullness, nostril } => {
                let length = length.min(LONGEST_BREATH);
                let full = f64::from(fullness) / 1_000.0;
                self.bed_player.follow(phase, length, full, self.position);
                // There is one breath: the next phase takes over from a late one.
                self.breath.fade_out();
                if matches!(phase, PhaseKind::Inhale | PhaseKind::Exhale) {
                    let tone = BreathTone::new(phase == PhaseKind::Inhale, length);
                    self.breath.play(tone, self.pan_of(nostril));
                }
            }
            SoundEvent::Bed { name: Some(name) } => self.play_bed(&name),
            SoundEvent::Bed { name: None } => {
                self.wanted_bed = None;
                self.bed_player.play_room_tone(self.night);
            }
            SoundEvent::FadeOut { length } => {
                self.wanted_bed = None;
                self.bed_player.fade_out(length);
            }
            SoundEvent::Softer { hundredths } => {
                self.master.set_softer(f32::from(hundredths) / 100.0);
            }
            SoundEvent::Clip(clip) => {
                // One voice speaks: the next line takes over from a late one.
                self.fade_words_out();
                let length = clip.frames() as u64;
                self.bed_player.speech_until(self.position.saturating_add(length));
                self.voice.play(ClipTone::new(&clip), Pan::CENTRE);
            }
        }
    }

    /// Where the breath of a nostril is heard; that of both is in the middle.
    fn pan_of(&self, nostril: Option<Side>) -> Pan {
        match (self.channels(), nostril) {
            (Channels::Stereo, Some(Side::Left)) => Pan::at(-NOSTRIL_PAN),
            (Channels::Stereo, Some(Side::Right)) => Pan::at(NOSTRIL_PAN),
            _ => Pan::CENTRE,
        }
    }

    fn play_bed(&mut self, name: &str) {
        let (sounds, channels) = (&mut self.sounds, self.master.channels());
        self.bed_player.play(name, || sounds.find_bed(name, channels));
        self.wanted_bed = Some(name.to_owned());
    }

    fn fade_words_out(&mut self) {
        self.voice.fade_out();
        self.bed_player.cut_speech_at(self.position);
    }
}

#[cfg(test)]
mod tests;
