//! Which colours are found in which terminal.

use super::*;

const BARE: TerminalVariables<'static> =
    TerminalVariables { no_color: false, color_term: "", term: "", term_program: "" };

#[test]
fn a_terminal_that_is_known_by_its_name_needs_no_colorterm() {
    for term in [
        "xterm-kitty",
        "xterm-ghostty",
        "alacritty",
        "foot",
        "foot-extra",
        "wezterm",
        "konsole-direct",
        "contour",
        "xterm-direct",
    ] {
        let found = TerminalVariables { term, ..BARE }.color_depth();
        assert_eq!(found, (ColorDepth::True, ColorOrigin::Variable("TERM")), "{term}");
    }
}

#[test]
fn a_name_that_counts_256_colours_is_believed() {
    for term in ["xterm-256color", "tmux-256color", "screen-256color", "konsole-256color"] {
        let found = TerminalVariables { term, ..BARE }.color_depth();
        assert_eq!(found, (ColorDepth::Indexed256, ColorOrigin::Variable("TERM")), "{term}");
    }
}

#[test]
fn an_old_or_unknown_terminal_gets_sixteen_colours() {
    for term in ["linux", "xterm", "vt220", "some-new-terminal"] {
        let found = TerminalVariables { term, ..BARE }.color_depth();
        assert_eq!(found, (ColorDepth::Ansi16, ColorOrigin::Variable("TERM")), "{term}");
    }
    assert_eq!(BARE.color_depth(), (ColorDepth::Ansi16, ColorOrigin::Unknown));
}

#[test]
fn a_terminal_that_says_truecolor_is_believed_whatever_its_name() {
    for (color_term, term) in
        [("truecolor", "xterm-256color"), ("24bit", "xterm"), ("truecolor", "tmux-256color")]
    {
        let found = TerminalVariables { color_term, term, ..BARE }.color_depth();
        assert_eq!(found, (ColorDepth::True, ColorOrigin::Variable("COLORTERM")), "{term}");
    }
    let other = TerminalVariables { color_term: "yes", term: "screen-256color", ..BARE };
    assert_eq!(other.color_depth().0, ColorDepth::Indexed256);
}

#[test]
fn the_name_of_the_program_tells_more_than_a_plain_name_of_the_terminal() {
    for (term_program, depth) in [
        ("WezTerm", ColorDepth::True),
        ("iTerm.app", ColorDepth::True),
        ("Apple_Terminal", ColorDepth::Indexed256),
    ] {
        let found = TerminalVariables { term: "xterm", term_program, ..BARE }.color_depth();
        assert_eq!(found, (depth, ColorOrigin::Variable("TERM_PROGRAM")), "{term_program}");
    }
}

#[test]
fn no_color_and_a_dumb_terminal_win_over_all() {
    let loud = TerminalVariables { color_term: "truecolor", term: "xterm-kitty", ..BARE };
    let asked = TerminalVariables { no_color: true, ..loud }.color_depth();
    assert_eq!(asked, (ColorDepth::Mono, ColorOrigin::Variable("NO_COLOR")));
    let dumb = TerminalVariables { term: "dumb", ..loud }.color_depth();
    assert_eq!(dumb, (ColorDepth::Mono, ColorOrigin::Variable("TERM")));
}
