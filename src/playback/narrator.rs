//! The narrator: has the lines of the session at hand spoken ahead, and hands them over in time.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::voice::{manner, voice_search};
use crate::choices::EngineChoice;
use crate::config::{Paths, VoiceSettings};
use crate::mixer::Speech;
use crate::synthesis::{SPEECH_LUFS, SoundClip};
use crate::timeline::{Cue, CueKind, Phrase, Timeline};
use crate::voice::{
    LineFit, LineState, Manner, Recordings, Speaker, SpeechOptions, SpeechProgress, SpeechWorker,
    Utterance,
};

/// Silence that is kept between a line and the next, in milliseconds.
const BREATHER: u64 = 200;

/// A line that was not there in time is still said if it is no later than this, in milliseconds.
const LATEST: u64 = 3_000;

/// How long after a pause a line that it broke off is said again.
const ONCE_MORE: Duration = Duration::from_millis(400);
/// What is left of a line is not worth hearing where it is shorter than this.
const SHORTEST_REST: Duration = Duration::from_millis(700);

/// How long after lines stayed silent engines are looked for again.
const LOOK_AGAIN: Duration = Duration::from_secs(20);

/// Has lines spoken ahead.
pub struct Narrator {
    settings: VoiceSettings,
    paths: Option<Paths>,
    recordings: Recordings,
    task: Option<SpeechTask>,
    /// Lines that were not there when they were asked for, and when each is due.
    awaited: Vec<(Phrase, u64)>,
    /// Where a pause began, in milliseconds of the timeline.
    paused_at: Option<u64>,
    /// The line that was said again last.
    said_again: Option<SaidAgain>,
    /// How long after lines stayed silent engines are looked for again.
    look_again: Option<Duration>,
}

/// A line that was broken off and is said again. Times are milliseconds of the timeline.
struct SaidAgain {
    /// When the line was due.
    due: u64,
    /// When it was called for again, and when it begins then.
    called: u64,
    begins: u64,
    /// What is said of it.
    clip: SoundClip,
}

/// The lines of one session, being spoken.
struct SpeechTask {
    timeline: Arc<Timeline>,
    worker: SpeechWorker,
}

impl Narrator {
    /// A narrator that speaks as the settings wish.
    pub fn new(settings: VoiceSettings, paths: Option<Paths>) -> Self {
        Self {
            settings,
            paths,
            recordings: Recordings::none(),
            task: None,
            awaited: Vec::new(),
            paused_at: None,
            said_again: None,
            look_again: None,
        }
    }

    /// The same for a session that is played live: where lines stay silent, engines are looked for
    /// again from time to time.
    #[must_use]
    pub fn looking_again(mut self) -> Self {
        self.look_again = Some(LOOK_AGAIN);
        self
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
        if is_known || !self.has_voice() {
            return;
        }
        let lines = self.lines(timeline);
        match &mut self.task {
            Some(task) if task.worker.follow(&lines) => task.timeline = Arc::clone(timeline),
            _ => self.begin(timeline),
        }
    }

    /// Every line of a timeline once at each pace it is spoken at, in the order they fall due.
    fn lines(&self, timeline: &Timeline) -> Vec<Utterance> {
        lines(timeline, &|at| manner(&self.settings, timeline.language(), timeline.pace_at(at)))
    }

    /// Whether there may be a voice: an engine is wished for, or lines were recorded.
    fn has_voice(&self) -> bool {
        self.settings.engine != EngineChoice::None || !self.recordings.is_empty()
    }

    fn begin(&mut self, timeline: &Arc<Timeline>) {
        self.task = None;
        if !self.has_voice() {
            return;
        }
        let worker = SpeechWorker::open(self.options(), self.lines(timeline));
        self.task = Some(SpeechTask { timeline: Arc::clone(timeline), worker });
    }

    /// What the lines are spoken with, as it is set.
    fn options(&self) -> SpeechOptions {
        SpeechOptions {
            wish: self.settings.engine,
            cache: self.paths.as_ref().map(Paths::spoken_lines),
            cache_bytes: u64::from(self.settings.cache_mib) * 1024 * 1024,
            recordings: self.recordings.clone(),
            look_again: self.look_again,
            ..SpeechOptions::new(voice_search(self.paths.as_ref()))
        }
    }

    /// Says where play goes on, after a jump: the lines from there on are spoken first.
    pub fn jump_to(&self, position: u64) {
        if let Some(task) = &self.task {
            task.worker.needed_from(position);
        }
    }

    /// How far the work is.
    pub fn progress(&self) -> SpeechProgress {
        let Some(task) = &self.task else {
            return SpeechProgress::default();
        };
        let progress = task.worker.progress();
        // Asked at every frame: the lines are only gone through where one of them is silent.
        let why = if progress.silent > 0 { task.worker.first_reason() } else { None };
        SpeechProgress { why: progress.why.or(why), ..progress }
    }

    /// The synthetic voices that spoke so far, in words for a person.
    pub fn speakers(&self) -> Vec<String> {
        let speakers = self.task.iter().flat_map(|task| task.worker.speakers());
        speakers.map(|speaker| speaker.described()).collect()
    }

    /// The first voice that spoke although the settings ask for another, in words for a person.
    pub fn stand_in(&self) -> Option<String> {
        let VoiceSettings { engine, name, .. } = &self.settings;
        let is_another = |speaker: &Speaker| {
            let other_engine =
                matches!(engine, EngineChoice::First(kind) if *kind != speaker.engine);
            other_engine || name.as_ref().is_some_and(|name| !speaker.voice.is_called(name))
        };
        let speakers = self.task.iter().flat_map(|task| task.worker.speakers());
        speakers.into_iter().find(is_another).map(|speaker| speaker.described())
    }

    /// Waits until all lines are there or known to stay silent, or at most about this long. Gives
    /// whether they are.
    pub fn wait(&self, limit: Duration) -> bool {
        self.task.as_ref().is_none_or(|task| task.worker.wait(limit))
    }

    /// Remembers a line that falls due and is not there yet: the first lines of a session that is
    /// played at once may come a moment late.
    pub(super) fn wait_for(&mut self, words: &Phrase, due: u64) {
        let is_coming =
            self.state(words, due).is_some_and(|(.., state)| state == LineState::Coming);
        if is_coming {
            self.awaited.push((words.clone(), due));
        }
    }

    /// Waits for no line any more.
    pub(super) fn forget(&mut self) {
        self.awaited.clear();
    }

    /// A line that was waited for, if one is there now and not too late; and how long until it is
    /// due, in milliseconds of the timeline.
    pub(super) fn caught_up(&mut self, position: u64) -> Option<(SoundClip, u64)> {
        self.awaited.retain(|(_, due)| position <= due + LATEST);
        let is_coming = |(words, due): &(Phrase, u64)| {
            self.state(words, *due).is_some_and(|(.., state)| state == LineState::Coming)
        };
        let there = self.awaited.iter().position(|awaited| !is_coming(awaited))?;
        let (words, due) = self.awaited.remove(there);
        Some((self.clip(&words, due)?, due.saturating_sub(position)))
    }

    /// Remembers where a pause begins.
    pub(super) fn pause(&mut self, position: u64) {
        self.paused_at = Some(position);
    }

    /// The pause is over: the line that it broke off, where play goes on at the same place.
    pub(super) fn resume(&mut self, position: u64) -> Option<(SoundClip, Duration)> {
        self.paused_at.take().filter(|at| *at == position)?;
        self.say_again(position)
    }

    /// The line that was broken off at this position and is to be said again now: see
    /// [`Narrator::broken_off`]. It is known from now on where it is said, should it be broken off
    /// once more.
    pub(super) fn say_again(&mut self, position: u64) -> Option<(SoundClip, Duration)> {
        let (due, clip, after) = self.broken_off(position)?;
        let begins = position + after.as_millis() as u64;
        self.said_again = Some(SaidAgain { due, called: position, begins, clip: clip.clone() });
        Some((clip, after))
    }

    /// The line that was broken off at this position: when it was due, what is said of it again, and
    /// how long to wait before. That is all of it, or where the next line leaves no time for that,
    /// what was not heard yet from the gap before the broken word on.
    fn broken_off(&self, position: u64) -> Option<(u64, SoundClip, Duration)> {
        let timeline = &self.task.as_ref()?.timeline;
        // What is due at this very position has not begun.
        let (at, words) = timeline.cues(0, position).iter().rev().find_map(spoken)?;
        let clip = self.clip(words, at)?;
        let begun = at.saturating_sub(self.head_start(words, at).as_millis() as u64);
        let again = self.said_again.as_ref();
        let (sounded, begun) = match again.filter(|it| it.due == at && it.called <= position) {
            Some(again) => (&again.clip, again.begins),
            None => (&clip, begun),
        };
        let heard = Duration::from_millis(position.saturating_sub(begun));
        if heard >= sounded.length() {
            return None;
        }
        let next = timeline.cues(position, timeline.millis() + 1).iter().find_map(spoken);
        let until_next = next.map(|(at, words)| {
            Duration::from_millis(at - position).saturating_sub(self.head_start(words, at))
        });
        if until_next.is_none_or(|until| ONCE_MORE + clip.length() <= until) {
            return Some((at, clip, ONCE_MORE));
        }
        let rest = sounded.rest_from_word_at(heard)?;
        let fits = until_next.is_none_or(|until| rest.length() <= until);
        (fits && rest.length() >= SHORTEST_REST).then_some((at, rest, Duration::ZERO))
    }

    /// How long after it is due at a time a line has ended, both in milliseconds, where it is there.
    pub fn heard_millis(&self, words: &Phrase, at: u64) -> Option<u64> {
        match self.state(words, at)? {
            (.., LineState::Ready { millis, .. }) => {
                let head_start = self.head_start(words, at).as_millis() as u64;
                Some(u64::from(millis).saturating_sub(head_start))
            }
            _ => None,
        }
    }

    /// How it stands with a line, spoken at the pace of `at`, in milliseconds of the timeline.
    fn state(&self, words: &Phrase, at: u64) -> Option<(&SpeechWorker, usize, LineState)> {
        let task = self.task.as_ref()?;
        let words = words.text(task.timeline.texts());
        let words_per_minute = task.timeline.pace_at(at).words_per_minute();
        let place = task.worker.find(&words, words_per_minute)?;
        Some((&task.worker, place, task.worker.line(place)))
    }
}

impl Speech for Narrator {
    fn head_start(&self, words: &Phrase, at: u64) -> Duration {
        match self.state(words, at) {
            Some((_, _, LineState::Ready { fit: LineFit::StartEarlier(millis), .. })) => {
                Duration::from_millis(u64::from(millis))
            }
            _ => Duration::ZERO,
        }
    }

    fn clip(&self, words: &Phrase, at: u64) -> Option<SoundClip> {
        let (worker, place, state) = self.state(words, at)?;
        if !matches!(state, LineState::Ready { .. }) {
            return None;
        }
        let spoken = worker.clip(place)?;
        Some(SoundClip::from_speech(spoken.samples, spoken.rate, SPEECH_LUFS))
    }
}

/// When a cue is due and what is said there, if anything is.
fn spoken(cue: &Cue) -> Option<(u64, &Phrase)> {
    match &cue.kind {
        CueKind::Speech(words) => Some((cue.at, words)),
        _ => None,
    }
}

/// Every line of a timeline once at each pace it is spoken at, with the least time there is for it
/// where it is said again: until shortly before the next, and within its part. `manner` says how
/// words are spoken at a position in milliseconds.
fn lines(timeline: &Timeline, manner: &dyn Fn(u64) -> Manner) -> Vec<Utterance> {
    let spoken = timeline.spoken();
    let mut lines: Vec<Utterance> = Vec::new();
    for (index, (segment, words)) in spoken.iter().enumerate() {
        let due = words.after;
        let next = spoken[index + 1..].iter().map(|(_, next)| next.after).find(|next| *next > due);
        let until_next = next.map(|next| next.saturating_sub(BREATHER));
        let end = timeline.segments().get(*segment).map(|segment| segment.end);
        let room = until_next.into_iter().chain(end).min();
        let room_millis = room.map(|until| until.saturating_sub(due) as u32);
        let (text, manner) = (words.words.text(timeline.texts()), manner(due));
        let is_it = |line: &&mut Utterance| line.text == text && line.manner == manner;
        if let Some(known) = lines.iter_mut().find(is_it) {
            known.room_millis = [known.room_millis, room_millis].into_iter().flatten().min();
        } else {
            lines.push(Utterance { text: text.into_owned(), manner, due, room_millis });
        }
    }
    lines
}

#[cfg(test)]
mod tests;
