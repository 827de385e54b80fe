//! Tests of reading sound files.

mod beginnings;
mod heads;
