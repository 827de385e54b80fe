//! The table and what follows from it.

mod table;
