//! No input makes the parser panic, hang, or hand on a session that breaks its promises.

use proptest::prelude::*;

use super::super::{parse, parse_bytes, parse_valid};
use super::{fixtures, known_names, messages};
use crate::problem::Severity;
use crate::session::{Block, Session, Sides, limits};

fn length(blocks: &[Block]) -> u64 {
    let runs = |side: Option<Sides>| if side == Some(Sides::Both) { 2 } else { 1 };
    let of = |block: &Block| match block {
        Block::Step(step) => step.length.millis(step.pattern.as_ref()) * runs(step.side),
        Block::Group(group) => length(&group.blocks) * u64::from(group.repeat) * runs(group.side),
    };
    blocks.iter().map(of).sum()
}

fn assert_sound(session: &Session) {
    assert!(!session.title.is_empty() && !session.settings.is_empty());
    assert!(!session.blocks.is_empty());
    assert!(session.lead_in + length(&session.blocks) <= limits::SESSION_MILLIS);
    assert_blocks(&session.blocks);
    let words = format!("{session:?}");
    assert!(!words.contains("\\u{1b}") && !words.contains("\\0"));
}

fn assert_blocks(blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Group(group) => assert_blocks(&group.blocks),
            Block::Step(step) => {
                let millis = step.length.millis(step.pattern.as_ref());
                assert!(millis >= limits::STEP_MIN_MILLIS, "{}", step.title);
                if let Some(flex) = step.flex {
                    assert!(flex.min <= millis && millis <= flex.max);
                }
            }
        }
    }
}

/// Reads a text and holds the result to its promises.
fn try_out(text: &str) {
    let (session, problems) = parse("hostile.toml", text, &known_names());
    assert_eq!(
        session.is_none(),
        problems.iter().any(|problem| problem.severity == Severity::Error)
    );
    assert!(problems.len() <= 101);
    assert_eq!(parse_valid(text.as_bytes(), &known_names()), session);
    let printed = messages(&problems);
    assert!(printed.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(problems.is_sorted_by_key(|problem| problem.span.start));
    if let Some(session) = session {
        assert_sound(&session);
    }
}

/// Words that matter to the format, to build likely trouble from.
fn fragment() -> impl Strategy<Value = String> {
    let words = [
        "[[steps]]\n",
        "[[steps.steps]]\n",
        "kind = \"group\"\n",
        "kind = \"breathe\"\n",
        "kind = \"rest\"\n",
        "move = \"shoulder-squeeze\"\n",
        "length = ",
        "\"30s\"\n",
        "breaths = ",
        "repeat = ",
        "100\n",
        "-1\n",
        "nan\n",
        "1e400\n",
        "99999999999999999999\n",
        "\"4-7-8\"\n",
        "side = \"both\"\n",
        "title = \"{side}\"\n",
        "steps = [",
        "{",
        "}",
        "]",
        "\"",
        "'''",
        "= ",
        "pattern = ",
        "[patterns.a]\n",
        "phases = [{ kind = \"inhale\", length = \"4s\" }]\n",
        ".",
        "\\u0000",
        "\u{1b}",
        "\u{202e}",
        "# ",
        "0x",
        "1979-05-27\n",
        "lines = [{ at = \"50%\" }]\n",
        "format = 1\n",
        "settings = [\"desk\"]\n",
        "goals = [\"sleep\"]\n",
        "position = \"any\"\n",
        "summary = \"s\"\n",
        "pressure = 3\n",
        "stroke.kind = \"rolling\"\n",
        "\r\n",
        "é",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        try_out(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (session, problems) = parse_bytes("hostile.toml", &bytes, &known_names());
        prop_assert!(session.is_some() || !problems.is_empty());
    }

    #[test]
    fn any_mixture_of_the_formats_own_words_is_read_or_refused(
        words in prop::collection::vec(fragment(), 0..40)
    ) {
        try_out(&words.concat());
    }

    #[test]
    fn a_sound_file_with_a_piece_exchanged_is_read_or_refused(
        at in 0.0..1.0_f64, gone in 0_usize..12, put in fragment(), which in any::<prop::sample::Index>()
    ) {
        let all = fixtures("valid");
        let text: Vec<char> = which.get(&all).1.chars().collect();
        let start = (at * text.len() as f64) as usize;
        let end = (start + gone).min(text.len());
        let mended: String = text[..start].iter().chain(put.chars().collect::<Vec<_>>().iter())
            .chain(&text[end..]).collect();
        try_out(&mended);
    }
}

fn nested_groups(depth: usize) -> String {
    let headings =
        (1..depth).map(|depth| ["[[steps", &".steps".repeat(depth - 1), "]]\n"].concat());
    headings.map(|heading| heading + "kind = 'group'\n").collect()
}

fn unknown_keys(count: usize) -> String {
    let keys = (0..count).map(|number| number.to_string());
    keys.map(|key| key + "key = 1\n").collect()
}

#[test]
fn deep_nesting_neither_overflows_nor_hangs() {
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a=".repeat(60_000)),
        format!("{}a = 1", "a.".repeat(120_000)),
        format!("[[{}a]]\nb = 1", "steps.".repeat(40_000)),
        format!("steps = {}1{}", "[{steps=".repeat(39), "}]".repeat(39)),
        nested_groups(80),
        format!("a = {}1{}", format!("{{{}a=", "a.".repeat(70)).repeat(78), "}".repeat(78)),
    ] {
        try_out(&text);
    }
}

#[test]
fn a_flood_of_problems_is_cut_short() {
    for text in [
        "k=\n".repeat(60_000),
        "[a]\n".repeat(60_000),
        "[[steps]]\n".repeat(25_000),
        "[steps]\n".repeat(30_000),
        "[[a]]\n[a]\n".repeat(24_000),
        "[steps]\nkind = 1\n".repeat(9_000) + &unknown_keys(8_000),
        "[[steps]]\nkind = 1\nkind = 1\n".repeat(8_000),
        "kind = 1\n".repeat(28_000),
        "// a\n".repeat(50_000),
        unknown_keys(15_000),
        format!("steps = [{}]", "1,".repeat(100_000)),
        format!("title = \"{}\"", "{x}".repeat(80_000)),
        "\"".repeat(250_000),
    ] {
        assert!(text.len() <= limits::FILE_BYTES, "{}", text.len());
        try_out(&text);
    }
}

#[test]
fn a_file_that_is_too_large_is_not_even_read() {
    let (session, problems) =
        parse("big.toml", &"#".repeat(limits::FILE_BYTES + 1), &known_names());
    assert!(session.is_none());
    insta::assert_snapshot!(messages(&problems));
}

#[test]
fn a_file_of_another_kind_is_told_once_as_that() {
    let captions = "WEBVTT\n\nNOTE\n\n00:00.000 --> 00:02.000\nBreathe in\n\n00:02.000 --> 00:04.000\nand out\n";
    let page = "<html>\n<head>\n<p>Feet</p>\n</html>\n";
    let sheet = "a;b;c\n1;2;3\n4;5;6\n7;8;9\n";
    for text in [captions, page, sheet] {
        let told = messages(&parse("c1.vtt", text, &known_names()).1);
        let wanted = "c1.vtt:1:1: error: this is a file of another kind";
        assert!(told.starts_with(wanted) && told.matches("error").count() == 1, "{told}");
    }
    let slips = "title: Feet\nsummary: rest\nsteps: none\n";
    let told = messages(&parse("s.toml", slips, &known_names()).1);
    assert!(!told.contains("another kind"), "{told}");
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_begin() {
    let (session, problems) =
        parse_bytes("odd.toml", b"format = 1\ntitle = \"caf\xe9\"", &known_names());
    assert!(session.is_none());
    insta::assert_snapshot!(messages(&problems));
}

#[test]
fn a_mark_of_the_encoding_is_shown_as_no_letter_and_counts_as_none() {
    let (_, problems) = parse("s.toml", "\u{feff}format = 2x\n", &known_names());
    let told = messages(&problems);
    assert!(told.starts_with("s.toml:1:10: error: "), "{told}");
    assert!(told.contains("\n  1 | format = 2x\n"), "{told}");
}

#[test]
fn a_key_of_too_many_parts_is_told_in_its_own_line() {
    let text = format!("format = 1\ntitle = \"T\"\n{} = 1\n", vec!["a"; 2_000].join("."));
    let told = messages(&parse("s.toml", &text, &known_names()).1);
    assert!(told.starts_with("s.toml:3:1: error: this nests too deep"), "{told}");
}
