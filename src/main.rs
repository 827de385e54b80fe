//! Unclench: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    unclench::cli::run(std::env::args_os()).into()
}
