//! How well what a person types fits a text: word stems, beginnings, slips of spelling, accents, and
//! what everyday words such as “headache” lead to.
//!
//! It knows no sessions and no pages. A [`Document`] is words with a weight and a source each, and
//! keys that everyday words lead to, such as `region:jaw`; an [`Index`] of many is asked with a
//! [`Query`], and answers which fit, how well, and by what.

mod compound;
mod document;
mod everyday;
mod index;
mod letters;
mod query;
#[cfg(test)]
mod tests;

pub use document::{Document, WordSource};
pub use everyday::EverydayTable;
pub use index::Index;
pub use query::Query;
