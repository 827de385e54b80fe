//! Speaks the lines of a session ahead, on a thread of its own, and hands them over when asked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::cache::Cache;
use super::clip;
use super::engine::{Speaker, SpeechEngines};
use super::fit::LineFit;
use super::options::SpeechOptions;
use super::process::StopSignal;
use super::synthesis::{Synthesized, Synthesizer};
use super::utterance::Utterance;
use crate::choices::{EngineChoice, EngineKind};
use crate::decoding::DecodedSound;
use crate::files::system_words;

/// How long a dropped [`SpeechWorker`] waits for its engine to be gone.
const CLOSE_LIMIT: Duration = Duration::from_millis(300);

/// How it stands with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineState {
    /// It is not there yet.
    Coming,
    /// It can be heard.
    Ready {
        /// How long it lasts, in milliseconds.
        millis: u32,
        /// Whether it fits the time there is for it. A line that needs shorter pauses or faster
        /// words for that has them before it is ready.
        fit: LineFit,
    },
    /// It cannot be heard.
    None {
        /// Why, in a few words.
        why: String,
    },
}

/// How far the work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeechProgress {
    /// Lines that are ready, or known to stay silent.
    pub done: usize,
    /// All lines.
    pub of: usize,
    /// Lines that stay silent.
    pub silent: usize,
    /// What went wrong so far, in words for a person.
    pub why: Option<String>,
}

/// Speaks the lines of a session ahead. Dropping it ends the work at once, with whatever engine
/// is running; it waits for that 300 ms at most.
#[derive(Debug)]
pub struct SpeechWorker {
    shared: Arc<SharedQueue>,
    ended: Receiver<()>,
}

#[derive(Debug)]
struct SharedQueue {
    queue: Mutex<LineQueue>,
    changed: Condvar,
    stop: StopSignal,
    cache: Cache,
}

/// What the thread does next.
enum SpeechWork {
    /// Speak this line.
    Speak(usize, Utterance),
    /// Look for engines again, since lines stayed silent.
    LookAgain,
    /// Nothing more.
    End,
}

/// What is known of every line.
#[derive(Debug)]
struct LineQueue {
    lines: Vec<TrackedLine>,
    /// Where play goes on: lines that are due from there on come first.
    needed_from: u64,
    why: Option<String>,
    /// Who spoke so far.
    speakers: Vec<Speaker>,
}

#[derive(Debug)]
struct TrackedLine {
    line: Utterance,
    /// What became of it; `None` while it is on its way.
    outcome: Option<Synthesized>,
}

impl TrackedLine {
    fn state(&self) -> LineState {
        match &self.outcome {
            None => LineState::Coming,
            Some(Synthesized::Done { millis, fit, .. }) => {
                LineState::Ready { millis: *millis, fit: *fit }
            }
            Some(Synthesized::Failed { why, .. }) => LineState::None { why: why.clone() },
        }
    }

    fn failed_by(&self) -> Option<EngineKind> {
        match self.outcome {
            Some(Synthesized::Failed { by, .. }) => by,
            _ => None,
        }
    }
}

impl SpeechWorker {
    /// Begins to speak lines, which stand in the order they fall due. Returns at once.
    pub fn open(options: SpeechOptions, lines: Vec<Utterance>) -> Self {
        let lines = lines.into_iter().map(|line| TrackedLine { line, outcome: None }).collect();
        let cache = match options.cache.as_deref().filter(|_| options.cache_bytes > 0) {
            // A folder that cannot be written is no reason to be silent.
            Some(folder) => Cache::open(folder, options.cache_bytes).or_else(|_| Cache::passing()),
            None => Cache::passing(),
        };
        let cache = cache.unwrap_or_else(|_| Cache::in_memory());
        let shared = Arc::new(SharedQueue {
            queue: Mutex::new(LineQueue { lines, needed_from: 0, why: None, speakers: Vec::new() }),
            changed: Condvar::new(),
            stop: StopSignal::default(),
            cache,
        });
        let (ending, ended) = channel();
        let work = Arc::clone(&shared);
        let spawned = thread::Builder::new().name("voice".into()).spawn(move || {
            work.guard(|work| work.run(&options));
            // The receiver is gone only if the `SpeechWorker` was forgotten without `drop`.
            let _ = ending.send(());
        });
        if let Err(error) = spawned {
            let why = format!("no thread could be started for it: {}", system_words(&error));
            shared.queue().silence(&why);
        }
        Self { shared, ended }
    }

    /// Which line says these words at this pace, counted from 0 as they were given.
    pub fn find(&self, text: &str, words_per_minute: u32) -> Option<usize> {
        self.shared.queue().find(text, words_per_minute)
    }

    /// Goes on with the same lines laid out otherwise, where every one of them is there already, in
    /// this manner and short enough. Gives whether that is so; else nothing changes.
    pub fn follow(&self, lines: &[Utterance]) -> bool {
        self.shared.queue().follow(lines)
    }

    /// How it stands with a line, counted from 0 as they were given. Never waits.
    pub fn line(&self, index: usize) -> LineState {
        let queue = self.shared.queue();
        let unknown = || LineState::None { why: "there is no such line".to_owned() };
        queue.lines.get(index).map_or_else(unknown, TrackedLine::state)
    }

    /// The clip of a line that is ready. It reads a small file for each sentence, in a millisecond
    /// or two. Should one be gone, the line is spoken anew and gives `None` until then.
    pub fn clip(&self, index: usize) -> Option<DecodedSound> {
        let Some(Synthesized::Done { clips, pause_millis, millis, .. }) =
            self.shared.queue().lines.get(index)?.outcome.clone()
        else {
            return None;
        };
        let sentences = clips.iter().map(|key| self.shared.cache.load(key));
        let clip = clip::joined(sentences, pause_millis, millis);
        if clip.is_none() {
            self.shared.queue().ask_again(index);
            self.shared.changed.notify_all();
        }
        clip
    }

    /// Says where play goes on after a jump, in milliseconds of the timeline: the lines that are due
    /// from there on are spoken first.
    pub fn needed_from(&self, position: u64) {
        self.shared.queue().needed_from = position;
    }

    /// Why the first line that stays silent does. Never waits.
    pub fn first_reason(&self) -> Option<String> {
        self.shared.queue().lines.iter().find_map(|entry| match &entry.outcome {
            Some(Synthesized::Failed { why, .. }) => Some(why.clone()),
            _ => None,
        })
    }

    /// The voices that spoke so far, each once; none where all was recorded. Never waits.
    pub fn speakers(&self) -> Vec<Speaker> {
        self.shared.queue().speakers.clone()
    }

    /// How far the work is. Never waits.
    pub fn progress(&self) -> SpeechProgress {
        self.shared.queue().progress()
    }

    /// Waits until all lines are settled, or at most about this long. Gives whether they are.
    pub fn wait(&self, limit: Duration) -> bool {
        let queue = self.shared.queue();
        let unsettled = |queue: &mut LineQueue| queue.first_coming().is_some();
        let waited = self.shared.changed.wait_timeout_while(queue, limit, unsettled);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

impl Drop for SpeechWorker {
    fn drop(&mut self) {
        // Under the lock, so that the thread cannot fall asleep between its look and this word.
        let queue = self.shared.queue();
        self.shared.stop.now();
        drop(queue);
        self.shared.changed.notify_all();
        // Ended or not: both are good enough to go on.
        let _ = self.ended.recv_timeout(CLOSE_LIMIT);
    }
}

impl SharedQueue {
    fn queue(&self) -> MutexGuard<'_, LineQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does the work. Should it panic, the lines that are still on their way stay silent, so that
    /// nothing waits for them.
    fn guard(&self, work: impl FnOnce(&Self)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            self.queue().silence("something went wrong while it was spoken");
            self.changed.notify_all();
        }
    }

    fn run(&self, options: &SpeechOptions) {
        let find = || match options.wish {
            EngineChoice::None => SpeechEngines::default(),
            _ => SpeechEngines::find_first(&options.search, options.wish, &self.stop),
        };
        let (cache, recordings) = (&self.cache, &options.recordings);
        let mut synthesizer = Synthesizer::new(find(), options.wish, cache, recordings, &self.stop);
        loop {
            match self.next(options.look_again) {
                SpeechWork::Speak(index, line) => self.settle(index, &line, &mut synthesizer),
                SpeechWork::LookAgain => {
                    synthesizer.begin_again(find());
                    let silent = self.queue().silent();
                    for (index, line) in silent {
                        self.settle(index, &line, &mut synthesizer);
                    }
                }
                SpeechWork::End => return,
            }
        }
    }

    /// What to do next; waits for it.
    fn next(&self, look_again: Option<Duration>) -> SpeechWork {
        let mut queue = self.queue();
        loop {
            if self.stop.is_asked_for() {
                return SpeechWork::End;
            }
            if let Some(index) = queue.first_coming() {
                return SpeechWork::Speak(index, queue.lines[index].line.clone());
            }
            match look_again.filter(|_| queue.progress().silent > 0) {
                Some(pause) => {
                    let waited = self.changed.wait_timeout(queue, pause);
                    let (woken, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                    queue = woken;
                    if timeout.timed_out() && !self.stop.is_asked_for() {
                        return SpeechWork::LookAgain;
                    }
                }
                None => queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn settle(&self, index: usize, line: &Utterance, synthesizer: &mut Synthesizer<'_>) {
        let outcome = synthesizer.synthesize(line);
        let mut queue = self.queue();
        let entry = &mut queue.lines[index];
        entry.outcome = Some(outcome);
        if let Some(engine) = entry.failed_by().filter(|engine| synthesizer.has_given_up(*engine)) {
            // Another engine may speak them, or all of them get the one reason.
            queue.ask_again_all(engine);
        }
        queue.why = synthesizer.problem();
        queue.speakers = synthesizer.speakers().to_vec();
        drop(queue);
        self.changed.notify_all();
    }
}

impl LineQueue {
    fn find(&self, text: &str, words_per_minute: u32) -> Option<usize> {
        let is_it = |line: &Utterance| {
            line.text == text && line.manner.words_per_minute == words_per_minute
        };
        self.lines.iter().position(|entry| is_it(&entry.line))
    }

    fn follow(&mut self, lines: &[Utterance]) -> bool {
        let known = |line: &Utterance| {
            let place = self.find(&line.text, line.manner.words_per_minute)?;
            self.lines[place].line.serves(line).then_some((place, line.due))
        };
        let Some(dues) = lines.iter().map(known).collect::<Option<Vec<_>>>() else {
            return false;
        };
        for (place, due) in dues {
            self.lines[place].line.due = due;
        }
        true
    }

    /// The first line that is not settled, from where play goes on and then from the start.
    fn first_coming(&self) -> Option<usize> {
        let is_coming = |index: &usize| self.lines[*index].outcome.is_none();
        let is_ahead = |entry: &TrackedLine| entry.line.due >= self.needed_from;
        let next = self.lines.iter().position(is_ahead).unwrap_or(self.lines.len());
        (next..self.lines.len()).chain(0..next).find(is_coming)
    }

    fn ask_again(&mut self, index: usize) {
        if let Some(entry) = self.lines.get_mut(index) {
            entry.outcome = None;
        }
    }

    fn ask_again_all(&mut self, engine: EngineKind) {
        for index in 0..self.lines.len() {
            if self.lines[index].failed_by() == Some(engine) {
                self.ask_again(index);
            }
        }
    }

    /// The lines that stay silent.
    fn silent(&self) -> Vec<(usize, Utterance)> {
        let failed =
            |entry: &TrackedLine| matches!(entry.outcome, Some(Synthesized::Failed { .. }));
        let silent = self.lines.iter().enumerate().filter(|(_, entry)| failed(entry));
        silent.map(|(index, entry)| (index, entry.line.clone())).collect()
    }

    /// Gives up every line that is still on its way.
    fn silence(&mut self, why: &str) {
        for entry in self.lines.iter_mut().filter(|entry| entry.outcome.is_none()) {
            entry.outcome = Some(Synthesized::Failed { by: None, why: why.to_owned() });
        }
        self.why = Some(why.to_owned());
    }

    fn progress(&self) -> SpeechProgress {
        let count = |wanted: fn(&Option<Synthesized>) -> bool| {
            self.lines.iter().filter(|entry| wanted(&entry.outcome)).count()
        };
        SpeechProgress {
            done: count(Option::is_some),
            of: self.lines.len(),
            silent: count(|outcome| matches!(outcome, Some(Synthesized::Failed { .. }))),
            why: self.why.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
