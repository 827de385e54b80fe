//! Finds sessions and moves: the built-in ones, then the person's own; searches and suggests.

mod built_in;
mod catalogue;
mod crew;
mod entry;
mod load;
mod look;
mod search;
mod stamp;
mod suggest;
#[cfg(test)]
mod tests;

pub use catalogue::Catalogue;
pub use entry::Entry;
pub use load::{Library, LoadError, Loaded, nearest, read_bounded, with_moves_of};
pub use look::Look;
pub use search::{Filter, search, search_on};
pub use suggest::{PartOfDay, suggest};
