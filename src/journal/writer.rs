//! The journal is written on a thread of its own: nothing that plays ever waits for a disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{
    CheckIn, EntryId, FoundInPlace, Journal, JournalEntry, JournalError, JournalNews, LookBack,
    RatingMoment,
};
use crate::files::HeldMark;
use crate::words::Message;

/// After so long it is tried again what could not be written.
const RETRY: Duration = Duration::from_secs(2);
/// What the database needs, and no more.
const STACK_BYTES: usize = 512 * 1024;

/// Writes entries to the journal, in order. The database is opened with the first of them.
pub struct JournalWriter {
    path: PathBuf,
    shared: Arc<SharedEntries>,
    has_started: bool,
}

#[derive(Default)]
struct SharedEntries {
    queue: Mutex<EntryQueue>,
    /// Told of every change of the queue.
    changed: Condvar,
}

/// Who is told what there is to go on with, and when the note changes.
type TellFound = Arc<dyn Fn(JournalNews) + Send + Sync>;
/// Who is told what the journal says.
type TellNews = Box<dyn FnMut(JournalNews) -> bool + Send>;

/// What is to be done.
#[derive(Default)]
struct JournalWork {
    /// How each entry stands that is to be written.
    entries: Vec<JournalEntry>,
    /// What its person said at a moment of an entry, in order.
    said: Vec<(EntryId, RatingMoment, CheckIn)>,
    /// Entries that nobody wants to go on with.
    let_go: Vec<EntryId>,
    /// Who wants to know which session was interrupted.
    look: Option<Look>,
    /// Who wants to know what helped.
    look_back: Option<(LookBack, TellNews)>,
}

/// A look for a session that was interrupted: since when, in milliseconds since 1970, and who is
/// told.
struct Look {
    since: i64,
    /// Since when a night counts as the last one.
    night_since: i64,
    tell: TellFound,
}

#[derive(Default)]
struct EntryQueue {
    waiting: JournalWork,
    is_busy: bool,
    is_over: bool,
    /// What failed is to be tried once more at once.
    is_to_settle: bool,
    /// A quiet word on what is not as it should be.
    note: Option<Message>,
    /// Who is told when that word changes.
    watcher: Option<TellFound>,
}

impl JournalWork {
    fn is_empty(&self) -> bool {
        self.entries.is_empty()
            && self.said.is_empty()
            && self.let_go.is_empty()
            && self.look.is_none()
            && self.look_back.is_none()
    }

    /// Lets this be how the entry stands.
    fn put(&mut self, entry: JournalEntry) {
        match self.entries.iter_mut().find(|waiting| waiting.id == entry.id) {
            Some(waiting) => *waiting = entry,
            None => self.entries.push(entry),
        }
    }

    /// Adds what came later.
    fn and(&mut self, later: Self) {
        later.entries.into_iter().for_each(|entry| self.put(entry));
        self.said.extend(later.said);
        self.let_go.extend(later.let_go);
        self.look = later.look;
        self.look_back = later.look_back;
    }
}

impl SharedEntries {
    fn queue(&self) -> MutexGuard<'_, EntryQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do, or where something failed until it is time to try that again;
    /// `None` once all is over.
    fn next(&self, has_failed: bool) -> Option<JournalWork> {
        let is_idle = |queue: &mut EntryQueue| {
            queue.waiting.is_empty() && !queue.is_over && !queue.is_to_settle
        };
        let mut queue = if has_failed {
            let waited = self.changed.wait_timeout_while(self.queue(), RETRY, is_idle);
            waited.unwrap_or_else(PoisonError::into_inner).0
        } else {
            let waited = self.changed.wait_while(self.queue(), is_idle);
            waited.unwrap_or_else(PoisonError::into_inner)
        };
        queue.is_to_settle &= has_failed;
        queue.is_busy = has_failed || !queue.waiting.is_empty();
        (queue.is_busy || !queue.is_over).then(|| std::mem::take(&mut queue.waiting))
    }

    fn work(&self, path: &Path) {
        let mut open = OpenJournal::default();
        // What could not be done is tried again with what comes next, and after a while.
        let (mut work, mut has_failed) = (JournalWork::default(), false);
        while let Some(later) = self.next(has_failed) {
            work.and(later);
            if work.is_empty() {
                self.changed.notify_all();
                continue;
            }
            let done = open.carry_out(path, &mut work);
            let mut queue = self.queue();
            let note_before = queue.note.clone();
            (queue.is_busy, queue.is_to_settle) = (false, false);
            match done {
                Ok(set_aside) => {
                    (work, has_failed) = (JournalWork::default(), false);
                    queue.note = set_aside.or(queue.note.take()).filter(is_lasting);
                }
                Err(error) => {
                    queue.note = Some(note(&error));
                    open.journal = None;
                    // Who looks is told nothing; what was said is not to be lost. A journal of a later
                    // version does not become an earlier one.
                    (work.look, work.look_back) = (None, None);
                    has_failed = !work.is_empty() && !matches!(error, JournalError::Newer { .. });
                }
            }
            let is_over = queue.is_over && queue.waiting.is_empty();
            let watcher = queue.watcher.clone().filter(|_| queue.note != note_before);
            drop(queue);
            self.changed.notify_all();
            if let Some(tell) = watcher {
                tell(JournalNews::NoteChanged);
            }
            if is_over {
                return;
            }
        }
    }
}

/// The journal as the thread has it.
#[derive(Default)]
struct OpenJournal {
    journal: Option<Journal>,
    /// Held while a session is on.
    mark: Option<HeldMark>,
    /// The entry that was kept last.
    kept: Option<JournalEntry>,
}

impl OpenJournal {
    /// Does what is to be done, and opens the journal if need be; one that is found to be damaged is
    /// set aside. Returns what is to be said of that.
    fn carry_out(
        &mut self,
        path: &Path,
        work: &mut JournalWork,
    ) -> Result<Option<Message>, JournalError> {
        let mut open = match self.journal.take() {
            Some(open) => open,
            None => Journal::open(path).inspect_err(|_| {
                // Looking needs no writing; should that not work either, `note` says why.
                let _ = Journal::open_to_read(path).and_then(|it| look_in(&it, path, work));
            })?,
        };
        if let Err(error) = self.carry_out_in(&mut open, path, work) {
            drop(open);
            if !matches!(error, JournalError::Damaged) {
                return Err(error);
            }
            open = Journal::open_anew(path)?;
            self.carry_out_in(&mut open, path, work)?;
        }
        let open = self.journal.insert(open);
        Ok(open.found().map(FoundInPlace::message))
    }

    fn carry_out_in(
        &mut self,
        journal: &mut Journal,
        path: &Path,
        work: &mut JournalWork,
    ) -> Result<(), JournalError> {
        if let Some(last) = work.entries.last() {
            // Held before the entry is there for other copies of the program to see.
            let is_on = last.progress.ending.is_none();
            if is_on && self.mark.is_none() {
                self.mark = HeldMark::hold(&Journal::mark(path)).ok();
            }
            if !self.keep_progress(journal, &work.entries)? {
                self.kept = None;
                journal.keep_all(&work.entries)?;
                self.kept = work.entries.pop();
            }
            if !is_on {
                self.mark = None;
            }
        }
        for (id, moment, said) in &work.said {
            journal.answer(id, *moment, said)?;
        }
        work.let_go.iter().try_for_each(|id| journal.let_go(id))?;
        look_in(journal, path, work)
    }

    /// Where a session has only gone on since it was kept, keeps how far it has come.
    fn keep_progress(
        &self,
        journal: &mut Journal,
        entries: &[JournalEntry],
    ) -> Result<bool, JournalError> {
        match (entries, &self.kept) {
            ([entry], Some(kept)) if entry.has_only_gone_on_since(kept) => {
                journal.keep_progress(&entry.id, &entry.progress)
            }
            _ => Ok(false),
        }
    }
}

/// Looks for those who asked, and tells them what there is.
fn look_in(journal: &Journal, path: &Path, work: &mut JournalWork) -> Result<(), JournalError> {
    if let Some(look) = work.look.take() {
        look.tell(journal, path)?;
    }
    if let Some((wish, mut tell)) = work.look_back.take() {
        journal.look_back(&wish, &mut |helped| tell(JournalNews::Helped(Box::new(helped))))?;
    }
    Ok(())
}

impl Look {
    /// Looks, and tells what there is.
    fn tell(&self, journal: &Journal, path: &Path) -> Result<(), JournalError> {
        let is_on = Journal::is_on(path);
        let interrupted = journal.interrupted(self.since)?;
        // Without an ending, it may be on in another copy of the program.
        if let Some(entry) = interrupted.filter(|it| !is_on || it.progress.ending.is_some()) {
            (self.tell)(JournalNews::Interrupted(Box::new(entry)));
        }
        if let Some(entry) = journal.night(self.night_since)? {
            (self.tell)(JournalNews::Night(Box::new(entry)));
        }
        let did_good = journal.did_good()?;
        if !did_good.is_empty() {
            (self.tell)(JournalNews::DidGood(did_good));
        }
        Ok(())
    }
}

/// What is said of an error in one line.
fn note(error: &JournalError) -> Message {
    match error {
        JournalError::Newer { .. } => Message::new("journal-newer"),
        _ => Message::new("journal-not-kept"),
    }
}

/// Whether it is still to be said once the journal can be written again.
fn is_lasting(note: &Message) -> bool {
    let lasting = [FoundInPlace::Damaged(String::new()), FoundInPlace::Empty];
    lasting.iter().any(|found| found.message() == *note)
}

impl JournalWriter {
    /// Writes to the journal in this file. Nothing is opened yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, shared: Arc::default(), has_started: false }
    }

    /// Has it written how an entry stands now.
    pub fn keep(&mut self, entry: JournalEntry) {
        self.add(|work| work.put(entry));
    }

    /// Has it written what its person said at a moment of an entry.
    pub fn answer(&mut self, id: EntryId, moment: RatingMoment, said: CheckIn) {
        self.add(|work| work.said.push((id, moment, said)));
    }

    /// Has it written that nobody wants to go on with an entry.
    pub fn let_go(&mut self, id: EntryId) {
        self.add(|work| work.let_go.push(id));
    }

    /// Looks which session was interrupted last and began at this time or later, in milliseconds
    /// since 1970, and tells it from another thread, as it does from now on whenever the note changes.
    /// Where there is no journal, none is made.
    ///
    /// The same for a session at night that began at `night_since` or later and after which it was not
    /// told how its person slept.
    pub fn look(
        &mut self,
        since: i64,
        night_since: i64,
        tell: impl Fn(JournalNews) + Send + Sync + 'static,
    ) {
        let tell: TellFound = Arc::new(tell);
        self.shared.queue().watcher = Some(Arc::clone(&tell));
        if self.may_be_there() {
            self.add(|work| work.look = Some(Look { since, night_since, tell }));
        }
    }

    /// Looks what helped, and tells it from another thread as more of it is known, as long as that
    /// says that more is wanted.
    pub fn look_back(
        &mut self,
        wish: LookBack,
        mut tell: impl FnMut(JournalNews) -> bool + Send + 'static,
    ) {
        if self.may_be_there() {
            self.add(|work| work.look_back = Some((wish, Box::new(tell))));
        } else {
            tell(JournalNews::nothing_helped());
        }
    }

    /// Whether there is a journal. Where that cannot be known it is opened, which says why not.
    fn may_be_there(&self) -> bool {
        Journal::is_there(&self.path).unwrap_or(true)
    }

    fn add(&mut self, add: impl FnOnce(&mut JournalWork)) {
        if !self.has_started {
            let (shared, path) = (Arc::clone(&self.shared), self.path.clone());
            let thread = thread::Builder::new().name("journal".to_owned());
            let started = thread.stack_size(STACK_BYTES).spawn(move || shared.work(&path));
            self.has_started = started.is_ok();
        }
        let mut queue = self.shared.queue();
        if self.has_started {
            add(&mut queue.waiting);
            self.shared.changed.notify_all();
        } else {
            queue.note = Some(Message::new("journal-not-kept"));
        }
    }

    /// A quiet word where the journal is not as it should be.
    pub fn note(&self) -> Option<Message> {
        self.shared.queue().note.clone()
    }

    /// Waits until all is written, but not longer than this. What could not be written before is tried
    /// once more.
    pub fn settle(&self, limit: Duration) {
        let is_busy = |queue: &mut EntryQueue| {
            queue.is_busy || queue.is_to_settle || !queue.waiting.is_empty()
        };
        let mut queue = self.shared.queue();
        queue.is_to_settle = self.has_started;
        self.shared.changed.notify_all();
        let _ = self.shared.changed.wait_timeout_while(queue, limit, is_busy);
    }
}

impl Drop for JournalWriter {
    fn drop(&mut self) {
        self.shared.queue().is_over = true;
        self.shared.changed.notify_all();
    }
}
