//! Short pages to read: techniques, places, breathing, goals, and what evidence says of each.
//!
//! A page is a TOML file in `src/learn/pages/`. Which topics there are is known without opening
//! any of them; a page is read when it is asked for.

mod care;
mod find;
mod page;
mod search;
mod signs;
mod subject;
mod topic;

#[cfg(test)]
mod tests;

pub use find::{find, names, of_step};
pub use page::{Fact, Page, Statement};
pub use search::{FoundTopics, search};
pub use signs::signs_told;
pub use subject::Subject;
pub use topic::{Topic, TopicGroup};
