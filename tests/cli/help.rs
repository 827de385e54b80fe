//! Help, version, manual and completions.

use super::harness::Test;

const COMMANDS: [&str; 19] = [
    "play",
    "breathe",
    "plan",
    "render",
    "list",
    "show",
    "course",
    "learn",
    "profile",
    "journal",
    "remind",
    "care",
    "sounds",
    "check",
    "schema",
    "voices",
    "doctor",
    "completions",
    "man",
];

#[test]
fn the_program_explains_itself() {
    insta::assert_snapshot!(Test::new().args("--help").stdout());
}

#[test]
fn every_command_explains_itself() {
    for command in COMMANDS {
        let help = Test::new().args(&format!("{command} --help")).stdout();
        insta::assert_snapshot!(format!("help_of_{command}"), help);
    }
}

#[test]
fn the_help_names_every_command_and_no_other() {
    let help = Test::new().args("--help").stdout();
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let named: Vec<&str> = lines
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(named, COMMANDS);
}

#[test]
fn the_version_is_told() {
    let version = concat!("unclench ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(Test::new().args("--version").stdout(), version);
}

#[test]
fn the_manual_has_all_commands_and_its_own_sections() {
    let page = Test::new().args("man").stdout();
    for command in COMMANDS {
        assert!(page.contains(&format!("unclench {command}")), "{command}");
    }
    for section in ["KEYS", "FILES", "ENVIRONMENT", "EXIT STATUS"] {
        let found = page.contains(&format!(".SH {section}"))
            || page.contains(&format!(".SH \"{section}\""));
        assert!(found, "{section}\n{page}");
    }
}

#[test]
fn there_are_completions_for_the_common_shells() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Test::new().args(&format!("completions {shell}")).stdout();
        assert!(script.contains("reduced-motion"), "{shell}");
    }
}

#[test]
fn an_unknown_command_is_a_usage_error_with_the_nearest_one() {
    let report = Test::new().args("brethe").failure(2);
    assert!(report.contains("'breathe'"), "{report}");
}
