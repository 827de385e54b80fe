//! Quotation marks that are wrong inside a value: what is told of them, and what they cost.

use super::{known_names, messages, parse};
use crate::problem::in_german;

/// A session in which these lines stand, one in its head and one in a list of its step.
fn session(head: &str, line: &str) -> String {
    format!(
        "format = 1\ntitle = \"Rest\"\nsummary = \"A small rest.\"\nposition = \"seated\"\n\
         {head}\n\n[[steps]]\nkind = \"rest\"\ntitle = \"Rest\"\ntext = \"Rest.\"\nlength = \"2m\"\n\
         lines = [\n{line}\n]\n"
    )
}

const HEAD: &str = "author = \"a\"\ngoals = [\"stress\"]\nsettings = [\"home\"]";
const LINE: &str = "  { at = \"30s\", text = \"Rest.\" },";

#[test]
fn what_help_says_to_write_for_wrong_quotation_marks_reads() {
    for (written, meant) in [
        ("author = \"it\"s\"", "author = \"it\\\"s\""),
        ("author = 'it's'", "author = \"it's\""),
        ("author = 'it''s'", "author = \"it''s\""),
        ("author = 'a' 'b'", "author = 'a b'"),
        ("author = \"a\" \"b\"  # both", "author = \"a b\""),
        ("author = \"a\",", "author = \"a\""),
        ("author = \"a\"; # c", "author = \"a\""),
        ("author = \"a", "author = \"a\""),
        ("author = 'a  # c", "author = 'a'"),
        ("author = \"a\\\"", "author = \"a\\\\\""),
        ("author = \"a\"b", "author = \"a\\\"b\""),
        ("author = \"say \"hi\" now\"", "author = \"say \\\"hi\\\" now\""),
        ("author = \"\"a\"\"", "author = \"\\\"a\\\"\""),
        ("author = 'don't worry, it's'", "author = \"don't worry, it's\""),
        ("sources = ['don't', 'it's']", "sources = [\"don't\", \"it's\"]"),
        ("sources = ['ho'me']", "sources = [\"ho'me\"]"),
        ("sources = [\"it\"s\"]", "sources = [\"it\\\"s\"]"),
        ("sources = [\"a\"b\"]", "sources = [\"a\\\"b\"]"),
        ("sources = ['a' 'b' \"c\"]", "sources = ['a', 'b', \"c\"]"),
        ("sources = [\"a\", \"b]", "sources = [\"a\", \"b\"]"),
        ("sources = ['a]", "sources = ['a']"),
        ("sources = [\"a\" , 'b'c'] # d", "sources = [\"a\" , \"b'c\"] # d"),
        ("sources = \"a\", \"b\"", "sources = [\"a\", \"b\"]"),
    ] {
        let head = HEAD.replace("author = \"a\"", written);
        let problems = parse("quotes.toml", &session(&head, LINE), &known_names()).1;
        assert_eq!(problems.len(), 1, "{written}: {}", messages(&problems));
        assert_eq!(problems[0].line, 5, "{written}");
        let said = messages(&problems);
        assert!(said.ends_with(&format!("\n  help: write `{meant}`")), "{written}: {said}");
        let head = HEAD.replace("author = \"a\"", meant);
        let problems = parse("quotes.toml", &session(&head, LINE), &known_names()).1;
        assert!(problems.is_empty(), "{meant}: {}", messages(&problems));
    }
}

#[test]
fn wrong_quotation_marks_in_a_list_of_lines_cost_no_other_problem() {
    for (line, meant) in [
        (
            "  { at = \"30s\", text = \"Say \"ah\".\" },",
            "{ at = \"30s\", text = \"Say \\\"ah\\\".\" },",
        ),
        ("  { at = \"30s\", text = 'Don't.' },", "{ at = \"30s\", text = \"Don't.\" },"),
        ("  { at = \"30s\", text = \"Rest. },", "{ at = \"30s\", text = \"Rest.\" },"),
    ] {
        let text = session(HEAD, line) + "lenght = 3\n";
        let problems = parse("quotes.toml", &text, &known_names()).1;
        let said = messages(&problems);
        assert_eq!(problems.len(), 2, "{line}: {said}");
        assert!(said.contains(&format!("help: write `{meant}`")), "{line}: {said}");
        assert!(said.contains("did you mean `length`?"), "{line}: {said}");
        let problems = parse("quotes.toml", &session(HEAD, meant), &known_names()).1;
        assert!(problems.is_empty(), "{meant}: {}", messages(&problems));
    }
}

#[test]
fn wrong_quotation_marks_are_told_whole_in_both_languages() {
    let head = "author = \"x\"y\"\ngoals = ['stress' 'recovery']\nsettings = ['ho'me']\n\
        licence = 'a' 'b'\nbed = \"rain\", ";
    let problems = parse("quotes.toml", &session(head, LINE), &known_names()).1;
    insta::assert_snapshot!(messages(&problems));
    insta::assert_snapshot!(in_german(&problems));
}
