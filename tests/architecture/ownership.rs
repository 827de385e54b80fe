//! What belongs to one room, crates and printing, is used by that room; nothing comes in unseen.

use super::snippets::{allowed, complaints, file, refused};

#[test]
fn the_binary_may_use_only_its_door() {
    allowed("src/main.rs", "fn main() { unclench::cli::run(); }");
    refused("src/main.rs", "use unclench::audio;", "the crate's root uses `audio`");
}

#[test]
fn what_the_library_names_for_tests_is_for_no_room() {
    allowed("src/lib.rs", "pub mod for_tests { pub use crate::audio::Sound; }");
    refused("src/tui.rs", "use crate::for_tests::Sound;", "`crate::for_tests` is no room");
}

#[test]
fn source_brought_in_by_path_is_refused() {
    refused("src/tui.rs", "#[path = \"audio/mixer.rs\"] mod mixer;", "`#[path]`");
}

#[test]
fn source_brought_in_by_include_is_refused() {
    refused("src/tui.rs", "include!(\"audio/mixer.rs\");", "`include!`");
}

#[test]
fn another_name_for_the_crate_is_refused() {
    refused("src/tui.rs", "extern crate self as house;", "`extern crate`");
}

#[test]
fn a_crate_is_used_only_by_its_owners() {
    allowed("src/audio.rs", "use rodio::Source;");
    refused(
        "src/tui.rs",
        "use rodio::Source;",
        "`tui` uses the crate `rodio`, which belongs to `audio`",
    );
}

#[test]
fn a_crate_named_with_a_hyphen_is_owned_too() {
    refused("src/tui.rs", "use pulse_audio::Client;", "the crate `pulse_audio`");
}

#[test]
fn a_crate_in_a_path_is_seen() {
    refused(
        "src/session.rs",
        "async fn f() { ::tokio::task::yield_now().await }",
        "the crate `tokio`",
    );
}

#[test]
fn a_crate_in_a_derive_is_seen() {
    refused("src/session.rs", "#[derive(Debug, clap::Args)] struct Flags;", "the crate `clap`");
}

#[test]
fn a_crate_renamed_whole_is_seen() {
    refused("src/session.rs", "use clap as words;", "the crate `clap`");
}

#[test]
fn a_method_after_a_type_is_no_crate() {
    allowed("src/session.rs", "fn f() { let at = <Clock as Time>::tokio::<u8>(); }");
}

#[test]
fn tests_may_use_any_crate() {
    allowed("src/session.rs", "#[cfg(test)] mod tests { #[tokio::test] async fn a_claim() {} }");
}

#[test]
fn the_file_of_a_test_module_may_use_any_crate() {
    let parent = || file("src/session.rs", "#[cfg(test)]\nmod tests;\nmod parse;");
    let tests = file("src/session/tests.rs", "use tokio::time;");
    let parse = file("src/session/parse.rs", "use tokio::time;");
    assert_eq!(complaints(&[parent(), tests]), Vec::<String>::new());
    assert_eq!(complaints(&[parent(), parse]).len(), 1);
}

#[test]
fn what_follows_a_test_module_is_no_test() {
    let text = "#[cfg(test)] mod tests { use tokio::time; } fn f() { tokio::spawn(()); }";
    refused("src/session.rs", text, "the crate `tokio`");
}

#[test]
fn only_the_command_room_prints() {
    allowed("src/cli/report.rs", "fn f() { println!(\"so\"); eprintln!(\"so\"); }");
    refused("src/tui.rs", "fn f() { println!(\"so\"); }", "`tui` prints with `println!`");
    refused("src/audio.rs", "fn f() { std::eprint!(\"so\"); }", "`audio` prints with `eprint!`");
}

#[test]
fn the_line_limit_of_functions_stays_on() {
    refused("src/tui.rs", "#[allow(clippy::too_many_lines)] fn long() {}", "`too_many_lines`");
    refused("src/tui.rs", "#![allow(clippy::too_many_lines)]", "`too_many_lines`");
}

#[test]
fn a_file_that_is_no_rust_is_reported() {
    refused("src/tui.rs", "fn f( {", "is not Rust");
}
