//! The table and what follows from it.

mod cautions;
mod deeds;
mod hands;
mod quiet;
mod rows;
mod screening;
mod steps;
mod table;
mod today;
mod translation;
mod words;
