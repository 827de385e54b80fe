//! The journal is written on a thread of its own: nothing that plays ever waits for a disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Journal, JournalEntry, JournalError};
use crate::words::Message;

/// What the database needs, and no more.
const STACK_BYTES: usize = 512 * 1024;

/// Writes entries to the journal, in order. The database is opened with the first of them.
#[derive(Debug)]
pub struct JournalWriter {
    path: PathBuf,
    shared: Arc<SharedEntries>,
    has_started: bool,
}

#[derive(Debug, Default)]
struct SharedEntries {
    queue: Mutex<EntryQueue>,
    /// Told of every change of the queue.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct EntryQueue {
    /// How each entry stands that is to be written.
    waiting: Vec<JournalEntry>,
    is_writing: bool,
    is_over: bool,
    /// A quiet word on what is not as it should be.
    note: Option<Message>,
}

impl EntryQueue {
    /// Lets this be how the entry stands.
    fn put(&mut self, entry: JournalEntry) {
        match self.waiting.iter_mut().find(|waiting| waiting.id == entry.id) {
            Some(waiting) => *waiting = entry,
            None => self.waiting.push(entry),
        }
    }
}

impl SharedEntries {
    fn queue(&self) -> MutexGuard<'_, EntryQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to write; `None` once all is over.
    fn next(&self) -> Option<Vec<JournalEntry>> {
        let idle = |queue: &mut EntryQueue| queue.waiting.is_empty() && !queue.is_over;
        let queue = self.changed.wait_while(self.queue(), idle);
        let mut queue = queue.unwrap_or_else(PoisonError::into_inner);
        queue.is_writing = !queue.waiting.is_empty();
        queue.is_writing.then(|| std::mem::take(&mut queue.waiting))
    }

    fn write(&self, path: &Path) {
        let mut journal = None;
        // What could not be written is tried again with what comes next.
        let mut failed: Vec<JournalEntry> = Vec::new();
        while let Some(entries) = self.next() {
            let mut all = std::mem::take(&mut failed);
            all.retain(|old| entries.iter().all(|newer| newer.id != old.id));
            all.extend(entries);
            let written = write(&mut journal, path, &all);
            let mut queue = self.queue();
            queue.is_writing = false;
            match written {
                Ok(set_aside) => queue.note = set_aside.or(queue.note.take()).filter(is_lasting),
                Err(error) => {
                    queue.note = Some(note(&error));
                    journal = None;
                    failed = all;
                }
            }
            let is_over = queue.is_over && queue.waiting.is_empty();
            drop(queue);
            self.changed.notify_all();
            if is_over {
                return;
            }
        }
    }
}

/// Writes entries, and opens the journal if need be; one that is found to be damaged is set aside.
/// Returns what is to be said of that.
fn write(
    journal: &mut Option<Journal>,
    path: &Path,
    entries: &[JournalEntry],
) -> Result<Option<Message>, JournalError> {
    let open = match journal.take() {
        Some(open) => open,
        None => Journal::open(path)?,
    };
    let mut open = open;
    if let Err(error) = open.keep_all(entries) {
        drop(open);
        if !matches!(error, JournalError::Damaged) {
            return Err(error);
        }
        open = Journal::open_anew(path)?;
        open.keep_all(entries)?;
    }
    let open = journal.insert(open);
    Ok(open.set_aside().map(|_| Message::new("journal-set-aside")))
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
    *note == Message::new("journal-set-aside")
}

impl JournalWriter {
    /// Writes to the journal in this file. Nothing is opened yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, shared: Arc::default(), has_started: false }
    }

    /// Has it written how an entry stands now.
    pub fn keep(&mut self, entry: JournalEntry) {
        if !self.has_started {
            let (shared, path) = (Arc::clone(&self.shared), self.path.clone());
            let thread = thread::Builder::new().name("journal".to_owned());
            let started = thread.stack_size(STACK_BYTES).spawn(move || shared.write(&path));
            self.has_started = started.is_ok();
        }
        let mut queue = self.shared.queue();
        if self.has_started {
            queue.put(entry);
            self.shared.changed.notify_all();
        } else {
            queue.note = Some(Message::new("journal-not-kept"));
        }
    }

    /// A quiet word where the journal is not as it should be.
    pub fn note(&self) -> Option<Message> {
        self.shared.queue().note.clone()
    }

    /// Waits until all is written, but not longer than this.
    pub fn settle(&self, limit: Duration) {
        let is_busy = |queue: &mut EntryQueue| queue.is_writing || !queue.waiting.is_empty();
        let queue = self.shared.queue();
        let _ = self.shared.changed.wait_timeout_while(queue, limit, is_busy);
    }
}

impl Drop for JournalWriter {
    fn drop(&mut self) {
        self.shared.queue().is_over = true;
        self.shared.changed.notify_all();
    }
}
