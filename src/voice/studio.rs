//! Speaks the lines of a session ahead, on a thread of its own, and hands them over when asked.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::booth::{Booth, Take};
use super::cache::{Cache, DEFAULT_BYTES, Key};
use super::clip::Clip;
use super::engine::{Engines, Search};
use super::fit::{Fit, earlier, fit};
use super::process::Stop;
use super::recordings::Recordings;
use super::utterance::{Manner, Utterance};
use crate::choices::{EngineChoice, EngineKind};

/// How long a dropped studio waits for its engine to be gone.
const CLOSE_LIMIT: Duration = Duration::from_millis(300);

/// A line of a session: what is said, and how much time there is for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is said, and in what manner.
    pub utterance: Utterance,
    /// How long it may take, in milliseconds; `None` if nothing follows.
    pub room_millis: Option<u32>,
}

/// What a studio works with.
#[derive(Clone, Debug)]
pub struct StudioOptions {
    /// Where engines are looked for.
    pub search: Search,
    /// Which engine is wished for.
    pub wish: EngineChoice,
    /// The folder that keeps clips; `None` keeps them only while the studio is there.
    pub cache: Option<PathBuf>,
    /// How much the folder may come to, in bytes.
    pub cache_bytes: u64,
    /// What was recorded for this session.
    pub recordings: Recordings,
}

impl StudioOptions {
    /// Whatever this machine has, with nothing recorded and nothing kept.
    pub fn new(search: Search) -> Self {
        Self {
            search,
            wish: EngineChoice::Auto,
            cache: None,
            cache_bytes: DEFAULT_BYTES,
            recordings: Recordings::none(),
        }
    }
}

/// How it stands with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineState {
    /// It is not there yet.
    Coming,
    /// It can be heard.
    Ready {
        /// How long it lasts, in milliseconds.
        millis: u32,
        /// Whether it fits the time there is for it. It is never [`Fit::Faster`]: a line that
        /// needs to be faster was spoken faster before it was ready.
        fit: Fit,
    },
    /// It cannot be heard.
    None {
        /// Why, in a few words.
        why: String,
    },
}

/// How far the work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines that are ready, or known to stay silent.
    pub done: usize,
    /// All lines.
    pub of: usize,
    /// Lines that stay silent.
    pub silent: usize,
    /// The last thing that went wrong, in words for a person.
    pub why: Option<String>,
}

/// Speaks the lines of a session ahead. Dropping it ends the work at once, with whatever engine
/// is running; it waits for that 300 ms at most.
#[derive(Debug)]
pub struct Studio {
    shared: Arc<Shared>,
    ended: Receiver<()>,
}

#[derive(Debug)]
struct Shared {
    board: Mutex<Board>,
    changed: Condvar,
    stop: Stop,
    cache: Result<Cache, String>,
}

/// What is known of every line.
#[derive(Debug)]
struct Board {
    lines: Vec<Entry>,
    /// The line that is needed next.
    next: usize,
    why: Option<String>,
}

#[derive(Debug)]
struct Entry {
    line: Line,
    state: LineState,
    key: Option<Key>,
    failed_by: Option<EngineKind>,
}

impl Studio {
    /// Begins to speak lines, which stand in the order they fall due. Returns at once.
    pub fn open(options: StudioOptions, lines: Vec<Line>) -> Self {
        let entry = |line| Entry { line, state: LineState::Coming, key: None, failed_by: None };
        let lines = lines.into_iter().map(entry).collect();
        let cache = match options.cache.as_deref().filter(|_| options.cache_bytes > 0) {
            // A folder that cannot be written is no reason to be silent.
            Some(folder) => Cache::open(folder, options.cache_bytes).or_else(|_| Cache::passing()),
            None => Cache::passing(),
        };
        let shared = Arc::new(Shared {
            board: Mutex::new(Board { lines, next: 0, why: None }),
            changed: Condvar::new(),
            stop: Stop::default(),
            cache: cache.map_err(|error| format!("spoken lines cannot be kept: {error}")),
        });
        let (ending, ended) = channel();
        let work = Arc::clone(&shared);
        let spawned = thread::Builder::new().name("voice".into()).spawn(move || {
            work.run(&options);
            // Nobody waits for this any more if the studio was not dropped but forgotten.
            let _ = ending.send(());
        });
        if let Err(error) = spawned {
            shared.board().silence(&format!("no thread could be started for it: {error}"));
        }
        Self { shared, ended }
    }

    /// How it stands with a line, counted from 0 as they were given. Never waits.
    pub fn line(&self, index: usize) -> LineState {
        let board = self.shared.board();
        let unknown = || LineState::None { why: "there is no such line".to_owned() };
        board.lines.get(index).map_or_else(unknown, |entry| entry.state.clone())
    }

    /// The clip of a line that is ready. It reads one small file, in a millisecond or two. Should
    /// the file be gone, the line is spoken anew and gives `None` until then.
    pub fn clip(&self, index: usize) -> Option<Clip> {
        let key = self.shared.board().lines.get(index)?.key.clone()?;
        let clip = self.shared.cache.as_ref().ok()?.load(&key);
        if clip.is_none() {
            self.shared.board().ask_again(index);
            self.shared.changed.notify_all();
        }
        clip
    }

    /// Says which line is needed next, after a jump: those from it on are spoken first.
    pub fn needed_from(&self, index: usize) {
        self.shared.board().next = index;
    }

    /// How far the work is. Never waits.
    pub fn progress(&self) -> Progress {
        self.shared.board().progress()
    }

    /// Waits until all lines are settled, or at most about this long. Gives whether they are.
    pub fn wait(&self, limit: Duration) -> bool {
        let board = self.shared.board();
        let unsettled = |board: &mut Board| board.first_coming().is_some();
        let waited = self.shared.changed.wait_timeout_while(board, limit, unsettled);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

impl Drop for Studio {
    fn drop(&mut self) {
        // Under the lock, so that the thread cannot fall asleep between its look and this word.
        let board = self.shared.board();
        self.shared.stop.now();
        drop(board);
        self.shared.changed.notify_all();
        // Ended or not: both are good enough to go on.
        let _ = self.ended.recv_timeout(CLOSE_LIMIT);
    }
}

impl Shared {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, options: &StudioOptions) {
        let cache = match &self.cache {
            Ok(cache) => cache,
            Err(why) => return self.board().silence(why),
        };
        let engines = match options.wish {
            EngineChoice::None => Engines::default(),
            _ => Engines::find_until(&options.search, &self.stop),
        };
        let mut booth = Booth::new(engines, options.wish, cache, &options.recordings, &self.stop);
        while let Some((index, line)) = self.next() {
            self.settle(index, &line, &mut booth);
        }
    }

    /// The line to speak next; waits for one. `None` when the work is to end.
    fn next(&self) -> Option<(usize, Line)> {
        let mut board = self.board();
        loop {
            if self.stop.is_asked_for() {
                return None;
            }
            if let Some(index) = board.first_coming() {
                return Some((index, board.lines[index].line.clone()));
            }
            board = self.changed.wait(board).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn settle(&self, index: usize, line: &Line, booth: &mut Booth<'_>) {
        let take = booth.take(&line.utterance);
        let settled = match take {
            Take::Done { key, millis, is_recorded } => {
                let (key, millis, fit) = fitted(line, booth, (key, millis), is_recorded);
                (LineState::Ready { millis, fit }, Some(key), None)
            }
            Take::Failed { by, why } => (LineState::None { why }, None, by),
        };
        let mut board = self.board();
        let entry = &mut board.lines[index];
        (entry.state, entry.key, entry.failed_by) = settled;
        if let Some(engine) = entry.failed_by.filter(|engine| booth.has_given_up(*engine)) {
            // Another engine may speak them, or all of them get the one reason.
            board.ask_again_all(engine);
        }
        board.why.clone_from(&booth.note);
        drop(board);
        self.changed.notify_all();
    }
}

/// Speaks a line faster if it has to be, and says how it fits in the end.
fn fitted(
    line: &Line,
    booth: &mut Booth<'_>,
    (key, millis): (Key, u32),
    is_recorded: bool,
) -> (Key, u32, Fit) {
    let Some(room) = line.room_millis else {
        return (key, millis, Fit::Fits);
    };
    let manner = &line.utterance.manner;
    let pace = match fit(millis, room, manner.words_per_minute) {
        Fit::Faster(pace) if !is_recorded => pace,
        _ => return (key, millis, earlier(millis, room)),
    };
    let manner = Manner { words_per_minute: pace, ..manner.clone() };
    let faster = Utterance { manner, ..line.utterance.clone() };
    match booth.take(&faster) {
        Take::Done { key, millis, .. } => (key, millis, earlier(millis, room)),
        // What there is already is better than nothing.
        Take::Failed { .. } => (key, millis, earlier(millis, room)),
    }
}

impl Board {
    /// The first line that is not settled, from the one needed next on and then from the start.
    fn first_coming(&self) -> Option<usize> {
        let is_coming = |index: &usize| self.lines[*index].state == LineState::Coming;
        let next = self.next.min(self.lines.len());
        (next..self.lines.len()).chain(0..next).find(is_coming)
    }

    fn ask_again(&mut self, index: usize) {
        if let Some(entry) = self.lines.get_mut(index) {
            (entry.state, entry.key, entry.failed_by) = (LineState::Coming, None, None);
        }
    }

    fn ask_again_all(&mut self, engine: EngineKind) {
        for index in 0..self.lines.len() {
            if self.lines[index].failed_by == Some(engine) {
                self.ask_again(index);
            }
        }
    }

    fn silence(&mut self, why: &str) {
        for entry in &mut self.lines {
            entry.state = LineState::None { why: why.to_owned() };
        }
        self.why = Some(why.to_owned());
    }

    fn progress(&self) -> Progress {
        let count = |wanted: fn(&LineState) -> bool| {
            self.lines.iter().filter(|entry| wanted(&entry.state)).count()
        };
        Progress {
            done: count(|state| *state != LineState::Coming),
            of: self.lines.len(),
            silent: count(|state| matches!(state, LineState::None { .. })),
            why: self.why.clone(),
        }
    }
}
