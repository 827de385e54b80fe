//! The journal of a person: what was played, how far, and how it felt before and after; in a
//! database of its own that nobody else may read.
//!
//! It reads no clock: times are arguments. [`JournalWriter`] writes on a thread of its own, so that
//! nothing that plays waits for a disk; several copies of the program may do so at once.

mod bootstrap;
mod check_in;
mod coin;
mod coin_side;
mod did_good;
mod entry;
mod erase;
mod error;
mod helped;
mod local_moment;
mod measure;
mod migrations;
mod news;
mod read;
mod sentences;
mod sheet;
mod statistics;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod transfer;
mod write;
mod writer;

pub use check_in::{CheckIn, content_of, measures_for};
pub use coin::DayCoin;
pub use coin_side::CoinSide;
pub use entry::{
    ChangedStep, EntryEnding, EntryId, JournalEntry, PainPlace, Rating, SessionContent,
    SessionProgress,
};
pub use error::JournalError;
pub use helped::{Aspect, GroupedChange, LookBack, SessionPair, WhatHelped};
pub use local_moment::{LocalMoment, date_of, monday_of, week_of};
pub use measure::{Measure, RatingMoment};
pub use news::JournalNews;
pub use sentences::signed;
pub use sheet::sheet;
pub use statistics::MeasuredChange;
pub use store::{FoundInPlace, Journal};
pub use transfer::{JournalFacts, JournalFile};
pub use writer::JournalWriter;
