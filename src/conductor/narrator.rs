//! The narrator: has the lines of the session at hand spoken ahead, and hands them over in time.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::voice::{manner, voice_search};
use crate::choices::EngineChoice;
use crate::config::{Paths, VoiceSettings};
use crate::mixer::Speech;
use crate::synthesis::{SPEECH_LUFS, SoundClip};
use crate::timeline::{Cue, CueKind, Timeline};
use crate::tui::VoiceView;
use crate::voice::{
    LineFit, LineState, LineToSpeak, Manner, Recordings, SpeechOptions, SpeechProgress,
    SpeechWorker, Utterance,
};

/// Silence that is kept between a line and the next, in milliseconds.
const BREATHER: u64 = 200;

/// A line that was not there in time is still said if it is no later than this, in milliseconds.
const LATEST: u64 = 3_000;

/// How long after a pause a line that it broke off is said again.
const ONCE_MORE: Duration = Duration::from_millis(400);
/// What is left of a line is not worth hearing where it is shorter than this.
const SHORTEST_REST: Duration = Duration::from_millis(500);

/// Has lines spoken ahead.
pub struct Narrator {
    settings: VoiceSettings,
    paths: Option<Paths>,
    recordings: Recordings,
    task: Option<Task>,
    /// A line that was not there when it was asked for, and when it is due.
    awaited: Option<(String, u64)>,
    /// Where a pause began, in milliseconds of the timeline.
    paused_at: Option<u64>,
}

/// The lines of one session, being spoken.
struct Task {
    timeline: Arc<Timeline>,
    manner: Manner,
    /// Every line once, in the order it is needed first.
    script: Vec<Part>,
    /// Where each line is in the script.
    places: BTreeMap<String, usize>,
    worker: SpeechWorker,
}

/// A line, and the least time there is for it in milliseconds; `None` if nothing follows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    words: String,
    room: Option<u32>,
    first: u64,
}

impl Narrator {
    /// Somebody who reads as the settings wish.
    pub fn new(settings: VoiceSettings, paths: Option<Paths>) -> Self {
        Self {
            settings,
            paths,
            recordings: Recordings::none(),
            task: None,
            awaited: None,
            paused_at: None,
        }
    }

    /// Begins to have the lines of a session spoken: the one called `id`, from this file of one's
    /// own or built in.
    pub fn prepare(&mut self, id: &str, file: Option<&Path>, timeline: &Arc<Timeline>) {
        self.recordings = match (file, &self.paths) {
            (Some(file), _) => Recordings::beside(file),
            (None, Some(paths)) => Recordings::in_folder(&paths.sessions(), id),
            (None, None) => Recordings::none(),
        };
        self.begin(timeline);
    }

    /// Goes on with the same session laid out otherwise. What was spoken already is kept where it
    /// still fits.
    pub fn follow(&mut self, timeline: &Arc<Timeline>) {
        let is_known = self.task.as_ref().is_some_and(|task| Arc::ptr_eq(&task.timeline, timeline));
        if is_known || !self.has_anybody() {
            return;
        }
        let (manner, script) = (self.manner(timeline), script(timeline));
        match &mut self.task {
            Some(task) if task.manner == manner && task.serves(&script) => {
                task.lay_out(timeline, &script);
            }
            _ => self.begin(timeline),
        }
    }

    fn manner(&self, timeline: &Timeline) -> Manner {
        manner(&self.settings, timeline.language(), timeline.pace())
    }

    /// Whether anybody might speak: an engine is wished for, or somebody has recorded lines.
    fn has_anybody(&self) -> bool {
        self.settings.engine != EngineChoice::None || !self.recordings.is_empty()
    }

    fn begin(&mut self, timeline: &Arc<Timeline>) {
        self.task = None;
        if !self.has_anybody() {
            return;
        }
        let options = SpeechOptions {
            wish: self.settings.engine,
            cache: self.paths.as_ref().map(Paths::spoken_lines),
            cache_bytes: u64::from(self.settings.cache_mib) * 1024 * 1024,
            recordings: self.recordings.clone(),
            ..SpeechOptions::new(voice_search(self.paths.as_ref()))
        };
        let manner = self.manner(timeline);
        let script = script(timeline);
        let lines = script.iter().map(|part| LineToSpeak {
            utterance: Utterance { text: part.words.clone(), manner: manner.clone() },
            room_millis: part.room,
        });
        let worker = SpeechWorker::open(options, lines.collect());
        let words = script.iter().map(|part| part.words.clone());
        let places = words.zip(0..).collect();
        let timeline = Arc::clone(timeline);
        self.task = Some(Task { timeline, manner, script, places, worker });
    }

    /// Says where play goes on, after a jump: the lines from there on are spoken first.
    pub fn jump_to(&self, position: u64) {
        if let Some(task) = &self.task {
            let next = task.script.iter().position(|part| part.first >= position);
            task.worker.needed_from(next.unwrap_or(task.script.len()));
        }
    }

    /// How far the work is.
    pub fn view(&self) -> VoiceView {
        let Some(task) = &self.task else {
            return VoiceView::default();
        };
        let SpeechProgress { done, of, silent, why } = task.worker.progress();
        // Asked at every frame: the lines are only gone through where one of them is silent.
        let why = why.or_else(|| if silent > 0 { task.reason() } else { None });
        VoiceView { done, of, silent, why }
    }

    /// Waits until all lines are there or known to stay silent, or at most about this long. Gives
    /// whether they are.
    pub fn wait(&self, limit: Duration) -> bool {
        self.task.as_ref().is_none_or(|task| task.worker.wait(limit))
    }

    /// Remembers a line that falls due and is not there yet: the first lines of a session that is
    /// played at once may come a moment late.
    pub(super) fn wait_for(&mut self, words: &str, due: u64) {
        let is_coming = self.state(words).is_some_and(|(.., state)| state == LineState::Coming);
        self.awaited = is_coming.then(|| (words.to_owned(), due));
    }

    /// Waits for no line any more.
    pub(super) fn forget(&mut self) {
        self.awaited = None;
    }

    /// The line that was waited for, if it is there now and not too late; and how long until it is
    /// due, in milliseconds of the timeline.
    pub(super) fn caught_up(&mut self, position: u64) -> Option<(SoundClip, u64)> {
        let (words, due) = self.awaited.as_ref()?;
        let is_coming = self.state(words).is_some_and(|(.., state)| state == LineState::Coming);
        if is_coming && position <= due + LATEST {
            return None;
        }
        let (words, due) = self.awaited.take()?;
        let clip = self.clip(&words).filter(|_| position <= due + LATEST)?;
        Some((clip, due.saturating_sub(position)))
    }

    /// Remembers where a pause begins.
    pub(super) fn pause(&mut self, position: u64) {
        self.paused_at = Some(position);
    }

    /// The pause is over: the line that it broke off, where play goes on at the same place.
    pub(super) fn resume(&mut self, position: u64) -> Option<(SoundClip, Duration)> {
        self.paused_at.take().filter(|at| *at == position)?;
        self.broken_off(position)
    }

    /// The line that was broken off at this position, and how long to wait before it is said again:
    /// all of it, or only what was not heard yet where the next line leaves no time for more.
    pub(super) fn broken_off(&self, position: u64) -> Option<(SoundClip, Duration)> {
        let timeline = &self.task.as_ref()?.timeline;
        // What is due at this very position has not begun.
        let (at, words) = timeline.cues(0, position).iter().rev().find_map(spoken)?;
        let clip = self.clip(words)?;
        let begun = at.saturating_sub(self.head_start(words).as_millis() as u64);
        let heard = Duration::from_millis(position.saturating_sub(begun));
        let left = clip.length().checked_sub(heard).filter(|left| !left.is_zero())?;
        let next = timeline.cues(position, timeline.millis() + 1).iter().find_map(spoken);
        let until_next = next.map(|(at, words)| {
            Duration::from_millis(at - position).saturating_sub(self.head_start(words))
        });
        if until_next.is_none_or(|until| ONCE_MORE + clip.length() <= until) {
            return Some((clip, ONCE_MORE));
        }
        (left >= SHORTEST_REST).then(|| (clip.rest_after(heard), Duration::ZERO))
    }

    fn state(&self, words: &str) -> Option<(&SpeechWorker, usize, LineState)> {
        let task = self.task.as_ref()?;
        let place = *task.places.get(words)?;
        Some((&task.worker, place, task.worker.line(place)))
    }
}

impl Speech for Narrator {
    fn head_start(&self, words: &str) -> Duration {
        match self.state(words) {
            Some((_, _, LineState::Ready { fit: LineFit::StartEarlier(millis), .. })) => {
                Duration::from_millis(u64::from(millis))
            }
            _ => Duration::ZERO,
        }
    }

    fn clip(&self, words: &str) -> Option<SoundClip> {
        let (worker, place, state) = self.state(words)?;
        if !matches!(state, LineState::Ready { .. }) {
            return None;
        }
        let spoken = worker.clip(place)?;
        Some(SoundClip::from_speech(spoken.samples, spoken.rate, SPEECH_LUFS))
    }
}

impl Task {
    /// Goes on for another layout that it serves.
    fn lay_out(&mut self, timeline: &Arc<Timeline>, script: &[Part]) {
        self.timeline = Arc::clone(timeline);
        for part in script {
            if let Some(place) = self.places.get(&part.words) {
                self.script[*place].first = part.first;
            }
        }
    }

    /// Whether what is spoken already serves another layout too: every line is there, and had no
    /// more room than it has now.
    fn serves(&self, script: &[Part]) -> bool {
        script.iter().all(|part| {
            let known = self.places.get(&part.words).map(|place| &self.script[*place]);
            known.is_some_and(|known| match (known.room, part.room) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(known), Some(room)) => known <= room,
            })
        })
    }

    /// Why the first line that stays silent does.
    fn reason(&self) -> Option<String> {
        (0..self.script.len()).find_map(|place| match self.worker.line(place) {
            LineState::None { why } => Some(why),
            _ => None,
        })
    }
}

/// When a cue is due and what is said there, if anything is.
fn spoken(cue: &Cue) -> Option<(u64, &str)> {
    match &cue.kind {
        CueKind::Speech(words) => Some((cue.at, words)),
        _ => None,
    }
}

/// Every line of a timeline once.
fn script(timeline: &Timeline) -> Vec<Part> {
    let spoken = timeline.spoken();
    let due: Vec<u64> = spoken.iter().map(|(_, spoken)| spoken.after).collect();
    let mut script: Vec<Part> = Vec::new();
    let mut places = BTreeMap::new();
    for (index, (_, spoken)) in spoken.into_iter().enumerate() {
        let next = due[index + 1..].iter().find(|next| **next > spoken.after);
        let room = next.map(|next| (next - spoken.after).saturating_sub(BREATHER) as u32);
        let words = spoken.words.into_owned();
        if let Some(known) = places.get(&words).and_then(|place: &usize| script.get_mut(*place)) {
            known.room = [known.room, room].into_iter().flatten().min();
        } else {
            places.insert(words.clone(), script.len());
            script.push(Part { words, room, first: spoken.after });
        }
    }
    script
}

#[cfg(test)]
mod tests;
