//! What time promises: properties over arbitrary sessions, and a few worked cases.

pub(crate) mod arbitrary;
mod cases;
mod ending;
mod properties;
mod speech;
