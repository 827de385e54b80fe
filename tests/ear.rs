//! What a person with closed eyes hears of every shipped session, measured, as a table.
//!
//! `cargo test --test ear -- --ignored --nocapture` has every line of every session spoken by
//! espeak-ng, prints the table and holds each column to its target. It takes about two minutes.
#![cfg(unix)]

#[path = "ear/heard.rs"]
mod heard;
#[path = "support/need.rs"]
mod need;
#[path = "ear/table.rs"]
mod table;

use std::env;
use std::path::PathBuf;

use heard::HeardSession;
use table::Row;
use unclench::for_tests::Library;

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
    for entry in library.entries().0 {
        let row = Row::of(&HeardSession::spoken(&library, &entry.id));
        println!("{row}");
        faults.extend(row.faults());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
