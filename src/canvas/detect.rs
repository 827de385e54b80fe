//! How many colours a terminal has, from what its environment says of it.

use termprofile::{TermProfile, TermVar, TermVars};

use super::ColorDepth;

/// What the environment says of a terminal; what is not set is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TerminalVariables<'a> {
    /// `NO_COLOR` is set and not empty (<https://no-color.org>).
    pub no_color: bool,
    /// `COLORTERM`.
    pub color_term: &'a str,
    /// `TERM`.
    pub term: &'a str,
    /// `TERM_PROGRAM`.
    pub term_program: &'a str,
}

/// What decided how many colours there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorOrigin {
    /// The person, in the settings or on the command line.
    Choice,
    /// An environment variable.
    Variable(&'static str),
    /// Nothing is known of the terminal: these are the colours that nearly all have.
    Unknown,
}

impl TerminalVariables<'_> {
    /// How many colours the terminal has, and what says so. The first of these that knows decides:
    /// `NO_COLOR`, `COLORTERM`, then the names of the terminal.
    pub fn color_depth(self) -> (ColorDepth, ColorOrigin) {
        let from = ColorOrigin::Variable;
        if self.no_color {
            return (ColorDepth::Mono, from("NO_COLOR"));
        }
        if self.term == "dumb" {
            return (ColorDepth::Mono, from("TERM"));
        }
        if matches!(self.color_term, "truecolor" | "24bit") {
            return (ColorDepth::True, from("COLORTERM"));
        }
        let (by_term, by_both) = (by_name(self.term, ""), by_name(self.term, self.term_program));
        match by_both {
            depth if depth > by_term => (depth, from("TERM_PROGRAM")),
            depth if self.term.is_empty() => (depth, ColorOrigin::Unknown),
            depth => (depth, from("TERM")),
        }
    }
}

/// How many colours a terminal of this name has. Only names are asked about: what `termprofile`
/// knows of build servers is not about the terminal that a session is watched on.
fn by_name(term: &str, term_program: &str) -> ColorDepth {
    let mut variables = TermVars::default();
    variables.meta.is_terminal = true;
    // `foot-extra` and its like are the same terminals with more keys described.
    variables.meta.term = TermVar::new(term.trim_end_matches("-extra"));
    variables.meta.term_program = TermVar::new(term_program);
    // Version 3 of iTerm is from 2017.
    variables.meta.term_program_version = TermVar::new("3");
    match TermProfile::detect_with_vars(variables) {
        TermProfile::TrueColor => ColorDepth::True,
        TermProfile::Ansi256 => ColorDepth::Indexed256,
        TermProfile::Ansi16 | TermProfile::NoColor | TermProfile::NoTty => {
            // A newer terminal sets this name and takes 24 bits.
            let knows = matches!(term_program, "WezTerm" | "ghostty" | "vscode");
            if knows { ColorDepth::True } else { ColorDepth::Ansi16 }
        }
    }
}

#[cfg(test)]
mod tests;
