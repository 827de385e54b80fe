//! Finds sessions and moves: the built-in ones, then the person's own; searches and suggests.

mod built_in;
mod entry;
mod load;
mod search;
mod suggest;
#[cfg(test)]
mod tests;

pub use entry::Entry;
pub use load::{Library, LoadError, Loaded, nearest, read_bounded, with_moves_of};
pub use search::{Filter, search};
pub use suggest::{PartOfDay, suggest};
