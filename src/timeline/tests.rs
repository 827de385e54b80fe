//! What time promises: properties over arbitrary sessions, and a few worked cases.

mod arbitrary;
mod cases;
mod properties;
