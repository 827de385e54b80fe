//! Help that is followed: what it says to write, once, leaves nothing more to tell of the line.

use super::{fixtures, known_names, messages, parse, parse_move};

const FILE: &str = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                    position = \"any\"\ngoals = [\"stress\"]\n\n[[steps]]\nkind = \"rest\"\n\
                    title = \"Rest\"\ntext = \"Sit back, both feet on the floor.\"\nlength = \"1m\"\n";

/// Reads a file in which `written` stands for `right`; gives the only problem, as it is told.
fn told(right: &str, written: &str) -> String {
    assert!(FILE.contains(right), "{right}");
    let text = FILE.replace(right, written);
    let problems = parse("s.toml", &text, &known_names()).1;
    assert_eq!(problems.len(), 1, "{written}: {}", messages(&problems));
    messages(&problems)
}

/// Holds what is told of `written` to be the line `meant`, and that line to read.
fn is_answered(right: &str, written: &str, meant: &str) {
    let told = told(right, written);
    let is_whole = told.ends_with(&format!("help: write `{meant}`"));
    let is_value = right.starts_with(|it: char| it.is_alphabetic())
        && told.ends_with(&format!("help: write {}", meant.split_once("= ").map_or("", |it| it.1)));
    assert!(is_whole || is_value, "{written}: {told}");
    let problems = parse("s.toml", &FILE.replace(right, meant), &known_names()).1;
    assert!(problems.is_empty(), "{meant}: {}", messages(&problems));
}

#[test]
fn a_length_without_quotation_marks_is_answered_with_one_that_reads() {
    for (written, meant) in [
        ("length = 90s", "length = \"90s\""),
        ("length = 10 s", "length = \"10s\""),
        ("length = 1:30", "length = \"1m30s\""),
        ("length = 1.5 min", "length = \"1m30s\""),
        ("length = 1,5 min  # about", "length = \"1m30s\"  # about"),
        ("length => \"1m\"", "length = \"1m\""),
        ("length -> 10 s", "length = \"10s\""),
        ("length := \"1m\"", "length = \"1m\""),
        ("- length = \"1m\"", "length = \"1m\""),
        ("\"length\": \"1m\",", "length = \"1m\""),
        ("length = '1m\"", "length = '1m'"),
        ("length = \"1m'", "length = \"1m\""),
        ("length = 10s\"", "length = \"10s\""),
        ("length = \"10 s  # slowly", "length = \"10s\""),
        ("length = \"1m\" // a minute", "length = \"1m\" # a minute"),
        ("length = \"1m\" each side", "length = \"1m\" # each side"),
    ] {
        is_answered("length = \"1m\"", written, meant);
    }
}

#[test]
fn several_words_without_their_list_are_answered_with_all_of_them() {
    for written in [
        "settings = desk, home",
        "settings = [desk, home]",
        "settings = (\"desk\", \"home\")",
        "settings = {\"desk\", \"home\"}",
        "settings = [\"desk\"; \"home\"]",
        "settings = \"desk\", home",
    ] {
        is_answered("settings = [\"home\"]", written, "settings = [\"desk\", \"home\"]");
    }
    for written in ["desk and home", "desk & home", "desk/home"] {
        let said = told("settings = [\"home\"]", &format!("settings = [\"{written}\"]"));
        assert!(said.ends_with("help: write `\"desk\", \"home\"`"), "{said}");
    }
    let said = told("settings = [\"home\"]", "settings = [\"desk, home\"]");
    assert!(said.ends_with("help: write `\"desk\", \"home\"`"), "{said}");
}

#[test]
fn a_text_that_goes_on_in_the_next_line_is_answered_with_the_whole_of_it() {
    let text = "text = \"Sit back, both feet on the floor.\"";
    for written in [
        "text = \"Sit back,\nboth feet on the floor.\"",
        "text = \"Sit back, \n  both feet\n  on the floor.\"",
        "text = \"Sit\" back, both feet on the floor.",
    ] {
        is_answered(text, written, text);
    }
    let said = told(text, "text = \"\"\"Sit back, both feet on the floor.");
    assert!(
        said.contains("11:8") && said.ends_with("help: write `\"\"\"` where it ends"),
        "{said}"
    );
}

#[test]
fn a_heading_is_answered_as_it_was_meant_and_one_that_lacks_with_its_name() {
    for written in ["[[steps]", "[[steps]]:", "[[steps ]]]"] {
        let said = told("[[steps]]", written);
        assert!(said.ends_with("help: write `[[steps]]`"), "{said}");
    }
    let two = "length = \"1m\"\n\n# Then\nkind = \"rest\"\ntitle = \"More\"\ntext = \"Rest.\"\n";
    let said = told("length = \"1m\"", &format!("{two}length = \"2m\""));
    assert!(said.contains(":15:1: error: `kind`"), "{said}");
    assert!(said.contains("write `[[steps]]` in a line above it"), "{said}");
}

#[test]
fn where_help_does_not_say_what_to_write_in_the_end_the_last_problem_is_told() {
    for (written, last) in [
        ("length = yes", "this is not a length of time"),
        ("length = (\"1m\")", "`length` should be text in quotes, and this is a list"),
    ] {
        let said = told("length = \"1m\"", written);
        assert!(said.contains(last) && said.contains("help: write it like `\""), "{said}");
    }
    let said = told("settings = [\"home\"]", "settings = [\"home\"");
    assert!(said.contains("that begins in line 4 is not closed before this"), "{said}");
}

#[test]
fn a_list_that_lacks_its_brackets_and_a_pressure_between_two_are_answered() {
    let said = told("length = \"1m\"", "length = \"1m\"\nlines = { at = \"3s\", text = \"Hm.\" }");
    assert!(said.ends_with("help: put it between `[` and `]`"), "{said}");
    let text = "format = 1\ntitle = \"T\"\n[step]\nkind = \"massage\"\npressure = 3.5\n";
    let said = messages(&parse_move("m.toml", "m", text).1);
    assert!(said.contains("help: write `3`"), "{said}");
}

#[test]
fn a_step_whose_heading_is_missing_is_told_once_and_read_all_the_same() {
    for (name, text) in fixtures("moves") {
        let without = text.replacen("[step]\n", "", 1);
        assert_ne!(text, without, "{name}");
        let problems = parse_move("m.toml", "m", &without).1;
        let said = messages(&problems);
        assert_eq!(problems.len(), 1, "{name}: {said}");
        assert!(said.ends_with("help: write `[step]` in a line above it"), "{said}");
    }
    let said = told("[[steps]]\n", "");
    assert!(said.ends_with("help: write `[[steps]]` in a line above it"), "{said}");
    let more = "[[steps]]\nkind = \"rest\"\ntitle = \"More\"\ntext = \"Rest.\"\nlength = \"1m\"\n";
    let text = FILE.replace("[[steps]]", "# First.").replace("\"1m\"", "5") + more;
    let said = messages(&parse("s.toml", &text, &known_names()).1);
    assert!(said.contains("write `[[steps]]`") && said.contains("write `\"5s\"`"), "{said}");
    assert_eq!(said.matches("error:").count(), 2, "{said}");
}

#[test]
fn a_key_of_a_step_above_all_steps_is_told_where_it_belongs() {
    let text = FILE.replace("[[steps]]", "pressure = 2\n[[steps]]");
    let said = messages(&parse("s.toml", &text, &known_names()).1);
    assert!(said.ends_with("help: it belongs to a step: put it below `[[steps]]`"), "{said}");
}

#[test]
fn a_remark_in_the_way_of_another_language_is_answered_with_the_mark_that_begins_one() {
    for written in ["// Rest.", "/* Rest. */", "<!-- Rest. -->", "; Rest.", "-- Rest.", "% Rest."] {
        let said = told("length = \"1m\"", &format!("{written}\nlength = \"1m\""));
        assert!(said.ends_with("help: write `# Rest.`"), "{written}: {said}");
    }
}

#[test]
fn a_colon_in_a_table_between_braces_is_answered_with_the_sign_that_stands_there() {
    let lines = "lines = [{ at = \"3s\", text = \"Hm.\" }]";
    for written in ["{ at: \"3s\", text = \"Hm.\" }", "{ at = \"3s\", text : \"Hm.\" }"] {
        let lines = format!("length = \"1m\"\nlines = [{written}]");
        let said = told("length = \"1m\"", &lines);
        assert!(said.contains("stands `=`, not `:`"), "{said}");
        assert!(said.ends_with("help: write `=` in its place"), "{said}");
    }
    let text = FILE.replace("length = \"1m\"", &format!("length = \"1m\"\n{lines}"));
    assert!(parse("s.toml", &text, &known_names()).1.is_empty());
}

#[test]
fn a_heading_of_one_table_where_there_are_several_is_told_once_however_many_follow() {
    let step = "kind = \"rest\"\ntitle = \"More\"\ntext = \"Rest.\"\nlength = \"1m\"\n";
    for (first, more) in
        [("[steps]", "[[steps]]"), ("[steps]", "[steps]"), ("[[step]]", "[[step]]")]
    {
        let text = FILE.replace("[[steps]]", first);
        let text = format!("{text}{more}\n{step}{more}\n{step}{more}\n{step}");
        let said = messages(&parse("s.toml", &text, &known_names()).1);
        assert_eq!(said.matches("error:").count(), 1, "{first} {more}: {said}");
        assert!(said.contains("s.toml:8:"), "{said}");
    }
    let said = messages(&parse("s.toml", &FILE.replace("format", "version"), &known_names()).1);
    assert_eq!(said.matches("error:").count(), 1, "{said}");
    assert!(said.ends_with("help: did you mean `format`?"), "{said}");
}
