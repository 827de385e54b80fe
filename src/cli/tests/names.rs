//! Names on the command line: found, or answered with the right one.

use crate::cli::Exit;
use crate::cli::names::name_meant;
use crate::cli::tests::call;

#[test]
fn a_name_with_letters_that_look_like_others_is_answered_with_the_right_one_and_the_letter() {
    for (words, help) in [
        ("course|show|d\u{435}sk-neck", "write `desk-neck`: what is there has `\u{435}`"),
        ("course|show|desk\u{2013}neck", "write `desk-neck`: what is there has `–` (U+2013"),
        ("course|show|desk\u{a0}neck", "write `desk-neck`: what is there has U+00A0"),
        ("course|show|desk-n\u{200b}eck", "write `desk-neck`: what is there has U+200B"),
        ("sounds|play|r\u{430}in", "write `rain`: what is there has `\u{430}` (U+0430"),
        ("sounds|play|\u{ff52}ain", "write `rain`: what is there has `\u{ff52}` (U+FF52"),
        ("show|f\u{435}et", "write `feet`: what is there has `\u{435}` (U+0435"),
        ("show|jaw\u{2011}and\u{2011}temples", "write `jaw-and-temples`: what is there has"),
        ("show|Jaw\u{a0}and\u{a0}temples", "write `jaw-and-temples`: what is there has U+00A0"),
        ("breathe|b\u{43e}x", "write `box`: what is there has `\u{43e}` (U+043E"),
        ("profile|add|gl\u{430}ucoma", "write `glaucoma`: what is there has `\u{430}` (U+0430"),
        ("profile|add|fracture|--place|l\u{435}ft-calf", "write `left-calf`: what is there has"),
        ("profile|today|--so|f\u{435}ver", "write `fever`: what is there has `\u{435}`"),
        ("voices|--try|h\u{435}art", "write `heart`: what is there has `\u{435}` (U+0435"),
        ("play|feet|--bed|r\u{430}in", "write `rain`: what is there has `\u{430}` (U+0430"),
    ] {
        let (exit, out, err) = call(&words.split('|').collect::<Vec<_>>());
        assert_ne!(exit, Exit::Done, "{words:?}: {out}");
        assert!(err.contains(&format!("help: {help}")), "{words:?}: {err}");
    }
}

#[test]
fn a_name_is_found_in_capitals_and_with_its_words_apart() {
    for words in [
        "course|show|Desk Neck",
        "course|show| desk_neck ",
        "learn|CALF",
        "learn|c\u{430}lf",
        "show|Feet",
        "show|Jaw and Temples",
        "list|--setting|Home",
        "list|--goal|SLEEP",
        "list|--region|Neck Back",
    ] {
        let (exit, out, err) = call(&words.split('|').collect::<Vec<_>>());
        assert_eq!(exit, Exit::Done, "{words:?}: {err}");
        assert!(!out.is_empty());
    }
}

#[test]
fn the_name_that_is_meant_is_found_whether_letters_are_composed_or_not() {
    let names = ["\u{fc}bung", "mum\u{2019}s-neck", "two", "Two"];
    assert_eq!(name_meant("u\u{308}bung", names), Ok("\u{fc}bung"));
    assert_eq!(name_meant("U\u{308}BUNG", names), Ok("\u{fc}bung"));
    assert_eq!(name_meant("mum's neck", names), Ok("mum\u{2019}s-neck"));
    assert_eq!(name_meant("Two", names), Ok("Two"));
    assert_eq!(name_meant("TWO", names), Err(Some("did you mean `two`?".to_owned())));
    assert_eq!(name_meant("\u{661}\u{662}", names), Err(None));
}
