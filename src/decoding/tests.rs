//! Tests of reading sound files.

mod beginnings;
mod behind;
mod heads;
