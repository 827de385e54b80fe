//! Which program a terminal is, in which version, and what it is known to draw itself.

use super::PixelShape;

/// Programs whose way of drawing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TerminalProgram {
    /// contour.
    Contour,
    /// foot.
    Foot,
    /// Ghostty.
    Ghostty,
    /// iTerm2.
    ITerm,
    /// kitty.
    Kitty,
    /// Konsole.
    Konsole,
    /// The console of Linux, and other old ones.
    Console,
    /// mlterm.
    Mlterm,
    /// The terminals that stand on VTE, such as GNOME's.
    Vte,
    /// `WezTerm`.
    WezTerm,
    /// Any other, or nobody knows.
    #[default]
    Other,
}

/// How programs are called, in small letters, by themselves, by `TERM` or by `TERM_PROGRAM`.
const NAMES: [(&str, TerminalProgram); 17] = [
    ("contour", TerminalProgram::Contour),
    ("foot", TerminalProgram::Foot),
    ("foot-extra", TerminalProgram::Foot),
    ("ghostty", TerminalProgram::Ghostty),
    ("xterm-ghostty", TerminalProgram::Ghostty),
    ("iterm2", TerminalProgram::ITerm),
    ("iterm.app", TerminalProgram::ITerm),
    ("kitty", TerminalProgram::Kitty),
    ("xterm-kitty", TerminalProgram::Kitty),
    ("konsole", TerminalProgram::Konsole),
    ("linux", TerminalProgram::Console),
    ("vt100", TerminalProgram::Console),
    ("vt220", TerminalProgram::Console),
    ("cons25", TerminalProgram::Console),
    ("mlterm", TerminalProgram::Mlterm),
    ("vte", TerminalProgram::Vte),
    ("wezterm", TerminalProgram::WezTerm),
];

/// A program and its version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TerminalName {
    /// The program.
    pub program: TerminalProgram,
    /// The first two numbers of its version; 0 where they are not known.
    pub version: (u32, u32),
}

/// What the environment says of the program; what is not set is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct TerminalSigns<'a> {
    /// `TERM`.
    pub term: &'a str,
    /// `TERM_PROGRAM` or `LC_TERMINAL`, and its version.
    pub program: (&'a str, &'a str),
    /// `VTE_VERSION`.
    pub vte: &'a str,
}

impl TerminalSigns<'_> {
    /// Whether another terminal stands between it and the program: what else is set tells of that one.
    pub fn are_of_another(&self) -> bool {
        self.term.starts_with("screen") || self.term.starts_with("tmux")
    }
}

impl TerminalName {
    /// From what the environment says.
    pub fn of(signs: TerminalSigns<'_>) -> Self {
        let TerminalSigns { term, program: (name, version), vte } = signs;
        if signs.are_of_another() {
            return Self::default();
        }
        if let Ok(number) = vte.parse() {
            return Self::of_vte(number);
        }
        match program_named(name) {
            TerminalProgram::Other => Self { program: program_named(term), ..Self::default() },
            program => Self { program, version: version_in(version) },
        }
    }

    /// From what it answers when it is asked (XTVERSION), such as `kitty(0.40.1)` or `ghostty 1.2.0`.
    pub(crate) fn said(said: &str) -> Self {
        let end = said.find(['(', ' ']).unwrap_or(said.len());
        let (name, version) = (program_named(&said[..end]), &said[end..]);
        match name {
            TerminalProgram::Vte => Self::of_vte(version_in(version).0),
            program => Self { program, version: version_in(version) },
        }
    }

    /// VTE counts as one number: 7802 is 0.78.2.
    fn of_vte(number: u32) -> Self {
        Self { program: TerminalProgram::Vte, version: (0, number / 100) }
    }

    /// Whether it draws a picture where letters stand for it, also within another terminal.
    pub(crate) fn draws_placeholders(self) -> bool {
        use TerminalProgram::{Ghostty, Kitty};
        matches!((self.program, self.version), (Ghostty, _) | (Kitty, (0, 28..) | (1.., _)))
    }

    /// The finest letters it is known to draw itself, so that no font can lack them; otherwise those that
    /// every font has.
    pub(crate) fn pixel_shape(self) -> PixelShape {
        use TerminalProgram::{Console, Contour, Foot, Ghostty, Kitty, Vte, WezTerm};
        match (self.program, self.version) {
            (Console, _) => PixelShape::Halves,
            (Ghostty, (1, 2..) | (2.., _))
            | (Kitty, (0, 40..) | (1.., _))
            | (Foot, (1, 20..) | (2.., _))
            | (Vte, (0, 78..)) => PixelShape::Octants,
            (Ghostty | Kitty | Foot | Contour | WezTerm, _) | (Vte, (0, 68..)) => {
                PixelShape::Sextants
            }
            _ => PixelShape::Quadrants,
        }
    }
}

fn program_named(name: &str) -> TerminalProgram {
    let named = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    named.map_or(TerminalProgram::Other, |(_, program)| *program)
}

/// The first two numbers in a text.
fn version_in(text: &str) -> (u32, u32) {
    let numbers = text.trim_start_matches(|it: char| !it.is_ascii_digit());
    let mut numbers =
        numbers.split(|it: char| !it.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    //! What is known of terminals.

    use super::*;

    fn said(said: &str) -> PixelShape {
        TerminalName::said(said).pixel_shape()
    }

    #[test]
    fn only_versions_that_draw_octants_themselves_get_them() {
        for known in
            ["kitty(0.40.0)", "kitty(0.42.1)", "ghostty 1.2.0", "foot(1.20.2)", "VTE(7802)"]
        {
            assert_eq!(said(known), PixelShape::Octants, "{known}");
        }
        for older in ["kitty(0.39.1)", "ghostty 1.1.3-arch", "foot(1.19.0)", "VTE(7604)", "foot"] {
            assert_eq!(said(older), PixelShape::Sextants, "{older}");
        }
    }

    #[test]
    fn only_terminals_that_know_placeholders_get_them() {
        let draws = |said: &str| TerminalName::said(said).draws_placeholders();
        assert!(draws("kitty(0.28.0)") && draws("kitty(0.42.1)") && draws("ghostty 1.1.3"));
        let others =
            ["kitty(0.26.5)", "tmux 3.4", "WezTerm 20240203-110809", "Konsole 22.12.3", ""];
        assert!(!others.into_iter().any(draws));
    }

    #[test]
    fn of_a_terminal_nobody_knows_nothing_but_quadrants_is_asked() {
        for other in
            ["XTerm(379)", "tmux 3.4", "Konsole 22.12.3", "VTE(6003)", "iTerm2 3.5.0", "", "("]
        {
            assert_eq!(said(other), PixelShape::Quadrants, "{other}");
        }
        let console = TerminalSigns { term: "linux", ..TerminalSigns::default() };
        assert_eq!(TerminalName::of(console).pixel_shape(), PixelShape::Halves);
    }

    #[test]
    fn the_environment_tells_what_was_not_asked_yet() {
        let signs = TerminalSigns { term: "xterm-256color", program: ("", ""), vte: "7802" };
        assert_eq!(TerminalName::of(signs).pixel_shape(), PixelShape::Octants);
        let signs = TerminalSigns { vte: "", program: ("ghostty", "1.2.3"), ..signs };
        assert_eq!(TerminalName::of(signs).pixel_shape(), PixelShape::Octants);
        let signs = TerminalSigns { program: ("WezTerm", "20240203-110809"), ..signs };
        assert_eq!(TerminalName::of(signs).version.0, 20_240_203);
        assert_eq!(TerminalName::of(signs).pixel_shape(), PixelShape::Sextants);
        let signs = TerminalSigns { term: "xterm-kitty", program: ("", ""), vte: "" };
        assert_eq!(TerminalName::of(signs).pixel_shape(), PixelShape::Sextants);
    }

    #[test]
    fn what_is_set_around_a_terminal_in_a_terminal_says_nothing_of_it() {
        let signs =
            TerminalSigns { term: "tmux-256color", program: ("ghostty", "1.3"), vte: "7802" };
        assert_eq!(TerminalName::of(signs), TerminalName::default());
    }
}
