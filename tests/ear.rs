//! What a person with closed eyes hears of every shipped session, measured, as a table.
//!
//! `cargo test --test ear -- --ignored --nocapture` has every line of every session spoken by
//! espeak-ng, prints the table and holds each column to its target. It takes about two minutes,
//! with as many sessions at once as there are processors.
#![cfg(unix)]

#[path = "ear/heard.rs"]
mod heard;
#[path = "support/need.rs"]
mod need;
#[path = "ear/table.rs"]
mod table;

use std::env;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use heard::HeardSession;
use table::Row;
use unclench::for_tests::{EngineKind, Library, word_count};

/// Enough of them for two hundred lines.
const BY_DAY: &[&str] = &["shoulders-with-a-ball", "feet", "eyes-and-jaw"];
const AT_NIGHT: &[&str] =
    &["body-scan", "wind-down-slow-hands", "jaw-in-the-evening", "low-back-and-buttocks-in-bed"];

fn espeak_ng() -> Result<PathBuf, &'static str> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs = env::split_paths(&path).map(|folder| folder.join("espeak-ng"));
    programs.find(|program| program.exists()).ok_or("it is not installed")
}

#[test]
#[ignore = "it speaks every line of every session, which takes about two minutes"]
fn every_session_is_heard_as_it_is_meant() {
    if need::part(espeak_ng(), "espeak-ng").is_none() {
        return;
    }
    let library = Library::open(None);
    println!("{}", Row::HEAD);
    let mut faults = Vec::new();
    for row in rows(&library) {
        println!("{row}");
        faults.extend(row.faults());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
#[ignore = "it speaks two hundred lines, which takes most of a minute"]
fn the_built_in_voice_keeps_the_pace_within_a_tenth_in_95_of_100_lines() {
    if cfg!(not(feature = "built-in-voice")) {
        return;
    }
    let library = Library::open(None);
    for ids in [BY_DAY, AT_NIGHT] {
        let lines =
            ids.iter().flat_map(|id| HeardSession::spoken(&library, id, EngineKind::BuiltIn).lines);
        let lines: Vec<_> = lines.filter(|line| word_count(&line.words) >= 4).collect();
        let (asked, voiced) = lines
            .iter()
            .fold((0, 0), |(asked, voiced), line| (asked + line.asked, voiced + line.voiced));
        let off: Vec<_> = lines.iter().filter(|line| !line.is_as_long_as_asked()).collect();
        println!(
            "{} lines last {voiced} ms where {asked} were asked for; more than a tenth off: {off:#?}",
            lines.len()
        );
        assert!(lines.len() >= 95, "{} lines", lines.len());
        assert!(u64::abs_diff(asked, voiced) * 20 <= asked, "{voiced} for {asked} ms");
        // A short sentence can be spoken in a few lengths only.
        assert!(off.len() * 20 <= lines.len(), "{} of {} lines", off.len(), lines.len());
    }
}

/// The row of each session in the order of the library. An engine speaks in one thread, so as many
/// sessions are spoken at once as the machine has processors.
fn rows(library: &Library) -> Vec<Row> {
    let ids: Vec<String> = library.entries().0.iter().map(|entry| entry.id.clone()).collect();
    let next = AtomicUsize::new(0);
    let speak = || {
        let mut spoken = Vec::new();
        while let Some(id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
            spoken.push(Row::of(&HeardSession::spoken(library, id, EngineKind::EspeakNg)));
        }
        spoken
    };
    let at_once = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut rows = thread::scope(|scope| {
        let spoken: Vec<_> = (0..at_once).map(|_| scope.spawn(speak)).collect();
        let spoken = spoken.into_iter().map(|thread| thread.join().expect("it is spoken"));
        spoken.flatten().collect::<Vec<Row>>()
    });
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    rows
}
