//! Unclench: parse, run, exit code.
fn main() {}
