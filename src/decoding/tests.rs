//! Tests of reading sound files.

mod heads;
