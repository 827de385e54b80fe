//! Finds sessions and moves: the built-in ones, then the person's own; searches and suggests.

mod built_in;
mod entry;
mod load;
mod search;
mod suggest;
#[cfg(test)]
mod tests;

pub use entry::Entry;
pub use load::{Library, LoadError, Loaded};
pub use search::{Filter, search};
pub use suggest::{PartOfDay, suggest};
