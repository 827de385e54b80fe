//! Finds sessions and moves: the built-in ones, then the person's own; searches and suggests.

mod breathing;
mod built_in;
mod catalogue;
mod entry;
mod former_ids;
mod load;
mod loaded;
mod own;
mod parallel;
mod search;
mod search_text;
mod shelf;
#[cfg(test)]
pub(crate) mod shipped;
mod snapshot;
mod stamp;
mod suggest;
#[cfg(test)]
mod tests;

pub use breathing::{breathing, breathing_id, named_breathing};
pub use catalogue::Catalogue;
pub use entry::{Entry, SessionKind};
pub use former_ids::current_id;
pub use load::{Library, nearest};
pub use loaded::{LoadError, LoadedSession};
pub use own::{UnusedFile, beyond_reach, courses_in, own_files, read_bounded, with_moves_of};
pub use search::{FoundSession, SessionFilter, search, working};
pub use search_text::FoundBy;
pub use shelf::Shelf;
pub use snapshot::LibrarySnapshot;
pub use suggest::{AfterCare, Occasion, OfferReason, PartOfDay, Suggestion, suggest};
