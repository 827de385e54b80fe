//! Every way to reach into a forbidden room that the rules must see through.

use super::snippets::{allowed, complaints, file, refused};

const TUI_USES_AUDIO: &str = "`tui` uses `audio`";

#[test]
fn a_room_may_use_what_its_row_names() {
    allowed("src/tui/home.rs", "use crate::session::Session;");
}

#[test]
fn a_room_may_use_itself() {
    allowed(
        "src/tui/home.rs",
        "use crate::tui::theme::Theme; use super::theme; use self::rows::Row;",
    );
}

#[test]
fn a_complaint_names_file_line_and_row() {
    let found = complaints(&[file("src/tui/home.rs", "//! Home.\n\nuse crate::audio::Mixer;\n")]);
    let wanted = "src/tui/home.rs:3: `tui` uses `audio`, but its row (ARCHITECTURE.md:7) lets it use `session`";
    assert_eq!(found, [wanted]);
}

#[test]
fn a_plain_import_is_seen() {
    refused("src/tui.rs", "use crate::audio::Mixer;", TUI_USES_AUDIO);
}

#[test]
fn a_group_at_the_root_is_seen() {
    refused("src/tui.rs", "use crate::{session, audio};", TUI_USES_AUDIO);
}

#[test]
fn a_nested_group_is_seen() {
    refused(
        "src/tui.rs",
        "use crate::{session::{Step, Kind}, audio::{self, Mixer}};",
        TUI_USES_AUDIO,
    );
}

#[test]
fn a_group_without_a_head_is_seen() {
    refused("src/tui.rs", "use {crate::audio::Mixer, std::fmt};", TUI_USES_AUDIO);
}

#[test]
fn a_renamed_import_is_seen() {
    refused("src/tui.rs", "use crate::audio as quiet;", TUI_USES_AUDIO);
}

#[test]
fn a_glob_of_a_forbidden_room_is_seen() {
    refused("src/tui.rs", "use crate::audio::*;", TUI_USES_AUDIO);
}

#[test]
fn a_reexport_is_seen() {
    refused("src/tui.rs", "pub(crate) use crate::audio::Mixer;", TUI_USES_AUDIO);
}

#[test]
fn an_import_inside_a_function_is_seen() {
    refused("src/tui.rs", "fn draw() { if true { use crate::audio::Mixer; } }", TUI_USES_AUDIO);
}

#[test]
fn a_raw_name_is_seen() {
    refused("src/tui.rs", "use crate::r#audio::Mixer;", TUI_USES_AUDIO);
}

#[test]
fn super_is_followed_from_the_file_of_a_room() {
    refused("src/tui.rs", "use super::audio;", TUI_USES_AUDIO);
}

#[test]
fn super_is_followed_from_a_file_inside_a_room() {
    refused("src/tui/home.rs", "use super::super::audio::Mixer;", TUI_USES_AUDIO);
}

#[test]
fn super_is_followed_out_of_an_inline_module() {
    refused(
        "src/tui.rs",
        "mod rows { fn draw() { super::super::audio::play(); } }",
        TUI_USES_AUDIO,
    );
}

#[test]
fn super_inside_a_group_is_followed() {
    refused("src/tui/home.rs", "use super::{theme, super::audio::Mixer};", TUI_USES_AUDIO);
}

#[test]
fn super_after_self_is_followed() {
    refused("src/tui/home.rs", "use self::super::super::audio;", TUI_USES_AUDIO);
}

#[test]
fn a_path_in_an_expression_is_seen() {
    refused("src/tui.rs", "fn draw() { let loud = crate::audio::volume(); }", TUI_USES_AUDIO);
}

#[test]
fn a_path_in_a_type_is_seen() {
    refused(
        "src/tui.rs",
        "struct Screen { mixers: Vec<Option<crate::audio::Mixer>> }",
        TUI_USES_AUDIO,
    );
}

#[test]
fn a_path_in_a_qualified_type_is_seen() {
    refused("src/tui.rs", "type Out = <crate::audio::Mixer as Iterator>::Item;", TUI_USES_AUDIO);
}

#[test]
fn a_path_between_turbofish_brackets_is_seen() {
    refused("src/tui.rs", "fn f() { Vec::<crate::audio::Mixer>::new(); }", TUI_USES_AUDIO);
}

#[test]
fn a_path_with_a_turbofish_is_seen() {
    refused("src/tui.rs", "fn f() { crate::audio::parse::<u8>(); }", TUI_USES_AUDIO);
}

#[test]
fn a_path_in_a_pattern_is_seen() {
    refused("src/tui.rs", "fn f(x: X) { matches(|crate::audio::Mixer { .. }| x) }", TUI_USES_AUDIO);
}

#[test]
fn a_path_inside_a_macro_call_is_seen() {
    refused(
        "src/tui.rs",
        "fn f() { vec![format!(\"{}\", crate::audio::volume())]; }",
        TUI_USES_AUDIO,
    );
}

#[test]
fn a_path_inside_a_macro_definition_is_seen() {
    refused(
        "src/tui.rs",
        "macro_rules! m { ($x:ty) => { $crate::audio::play::<$x>() }; }",
        TUI_USES_AUDIO,
    );
}

#[test]
fn an_import_inside_a_macro_definition_is_seen() {
    refused(
        "src/tui.rs",
        "macro_rules! m { () => { use crate::{session, audio}; }; }",
        TUI_USES_AUDIO,
    );
}

#[test]
fn a_path_in_an_attribute_is_seen() {
    refused("src/tui.rs", "#[derive(crate::audio::Heard)] struct Screen;", TUI_USES_AUDIO);
}

#[test]
fn the_library_under_its_own_name_is_seen() {
    refused("src/tui.rs", "fn f() { unclench::audio::play(); }", TUI_USES_AUDIO);
}

#[test]
fn tests_may_use_the_rooms_above_their_own_and_no_others() {
    allowed("src/tui.rs", "#[cfg(test)] mod tests { use crate::audio::Mixer; }");
    let up = "#[cfg(test)] mod tests { use crate::tui::App; }";
    refused("src/audio.rs", up, "`audio` uses `tui`");
}

#[test]
fn words_in_comments_and_strings_are_no_use() {
    allowed(
        "src/tui.rs",
        "//! Beside [`crate::audio`].\nconst HINT: &str = \"crate::audio\"; // crate::audio",
    );
}

#[test]
fn a_glob_of_the_root_is_refused() {
    refused("src/tui.rs", "use crate::*;", "imports the crate's root");
}

#[test]
fn a_glob_of_the_root_by_super_is_refused() {
    refused("src/tui.rs", "use super::*;", "imports the crate's root");
}

#[test]
fn a_glob_inside_a_room_is_allowed() {
    allowed("src/tui/tests.rs", "use super::*;");
}

#[test]
fn a_renamed_root_is_refused() {
    refused("src/tui.rs", "use crate as house;", "imports the crate's root");
}

#[test]
fn a_renamed_root_in_a_group_is_refused() {
    refused("src/tui/home.rs", "use super::super::{self as house};", "imports the crate's root");
}

#[test]
fn a_thing_put_at_the_root_is_no_way_around() {
    refused("src/tui.rs", "use crate::Mixer;", "`crate::Mixer` is no room");
}

#[test]
fn a_visibility_is_no_use() {
    allowed(
        "src/tui/home.rs",
        "pub(in super::super) struct A; pub(super) struct B; pub(crate) struct C;",
    );
}
