//! How soon a journal of 100,000 sessions is there to look at, how large its file is, and how much
//! memory it takes. `cargo bench --bench journal`.

#![expect(clippy::print_stdout, reason = "what was measured is told")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::Criterion;
use unclench::for_tests::{
    EntryEnding, EntryId, Journal, JournalEntry, LocalMoment, LookBack, Measure, Rating,
    RatingMoment, Region, SessionContent, SessionProgress, WhatHelped,
};

const SESSIONS: u32 = 100_000;

/// A session, three hours after the one before, with two measures before and after it.
fn session(number: u32) -> JournalEntry {
    let rating = |moment, measure, value: u32| Rating {
        moment,
        measure,
        value: u16::try_from(value).unwrap_or_default(),
    };
    let other = [Measure::Pain, Measure::Stress][number as usize % 2];
    let first = number as usize % 9;
    JournalEntry {
        id: EntryId::new(),
        session: format!("session-of-some-name-{}", number % 60),
        title: format!("A session of some title, number {}", number % 60),
        asked: Some(540_000),
        began: LocalMoment {
            millis: 1_795_939_200_000 + i64::from(number) * 3 * 3_600_000,
            ahead: 3_600,
        },
        progress: SessionProgress {
            position: 545_000,
            length: 545_000,
            played: 545_000,
            ending: Some(EntryEnding::Done),
            ..SessionProgress::default()
        },
        content: SessionContent {
            regions: Region::ALL[first..first + 3].to_vec(),
            techniques: vec!["breathe".to_owned(), "swedish".to_owned()],
        },
        ratings: vec![
            rating(RatingMoment::Before, Measure::Tension, 3 + number % 7),
            rating(RatingMoment::Before, other, 2 + number % 5),
            rating(RatingMoment::After, Measure::Tension, 1 + number * 7 % 8),
            rating(RatingMoment::After, other, 1 + number * 5 % 6),
        ],
        pain_at: None,
        coin: None,
        note: String::new(),
        is_let_go: false,
    }
}

/// Opens the journal and looks back until this much is known.
fn looked_back(path: &Path, is_enough: impl Fn(&WhatHelped) -> bool) -> WhatHelped {
    let journal = Journal::open(path).expect("it is opened");
    let now = LocalMoment { millis: 3_000_000_000_000, ahead: 0 };
    let wish = LookBack { now, day_begins: 4, session: None };
    let mut known = WhatHelped::default();
    let looked = journal.look_back(&wish, &mut |helped| {
        let goes_on = !is_enough(&helped);
        known = helped;
        goes_on
    });
    looked.expect("it is read");
    known
}

/// The most memory that this program has had, in kilobytes, where the system tells.
fn most_memory() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.trim_start_matches("VmHWM:").trim().to_owned())
}

fn main() {
    let folder = std::env::temp_dir().join(format!("unclench-bench-{}", std::process::id()));
    let path = folder.join("journal.db");
    let mut journal = Journal::open(&path).expect("it is opened");
    for first in (0..SESSIONS).step_by(10_000) {
        let some: Vec<_> = (first..first + 10_000).map(session).collect();
        journal.keep_all(&some).expect("they are kept");
    }
    drop(journal);
    let bytes = fs::metadata(&path).expect("a file").len();
    println!("{SESSIONS} sessions: {:.1} MB", bytes as f64 / 1e6);
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    criterion.bench_function("open, and the last 20", |bench| {
        bench.iter(|| Journal::open(&path).expect("it is opened").entries(Some(20)));
    });
    criterion.bench_function("open, and the days", |bench| {
        bench.iter(|| black_box(looked_back(&path, |_| true)));
    });
    criterion.bench_function("open, and how each measure changed", |bench| {
        bench.iter(|| black_box(looked_back(&path, |helped| !helped.overall.is_empty())));
    });
    criterion.bench_function("open, and all of it", |bench| {
        bench.iter(|| black_box(looked_back(&path, |_| false)));
    });
    println!("most memory: {}", most_memory().unwrap_or_default());
    let _ = fs::remove_dir_all(&folder);
}
