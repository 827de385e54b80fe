//! The table and what follows from it.

mod cautions;
mod quiet;
mod rows;
mod screening;
mod steps;
mod table;
mod translation;
mod words;
