//! Letters that look like others or cannot be seen: they are named, and following the help once makes
//! a file that reads.

use super::super::parse;
use super::{known_names, messages};

const FILE: &str = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                    position = \"any\"\ngoals = [\"stress\"]\n[[steps]]\nkind = \"rest\"\n\
                    title = \"Rest\"\nlength = \"1m\"\nstop-if = \"It hurts.\"\n";

/// Reads a file in which `line` stands for `plain`: what is said names the letter by its code, and
/// with what the help says in its place the file reads.
fn mended(plain: &str, line: &str, code: &str, help: &str) {
    assert!(FILE.contains(plain), "{plain}");
    let text = FILE.replace(plain, line);
    let (_, problems) = parse("s.toml", &text, &known_names());
    let told = messages(&problems);
    assert_eq!(problems.len(), 1, "{line}: {told}");
    assert!(told.contains(code), "{line}: {told}");
    assert!(told.contains(&format!("help: {help}")), "{line}: {told}");
}

#[test]
fn curly_quotes_are_named_and_the_help_is_the_text_between_straight_ones() {
    let title = "title = \"T\"";
    mended(title, "title = \u{201c}T\u{201d}", "U+201C", "write \"T\"");
    mended(title, "title = \u{201e}T, und mehr\u{201c}", "U+201E", "write \"T, und mehr\"");
    mended(title, "title = \u{ab}T\u{bb}", "U+00AB", "write \"T\"");
    mended(title, "title = \u{2018}T\u{2019}", "U+2018", "write \"T\"");
    mended(title, "title = \u{201c}say \"T\"\u{201d}", "U+201C", "write \"say \\\"T\\\"\"");
    mended(title, "title = \"T\u{201d}", "U+201D", "write \"T\"");
    mended("[\"home\"]", "[\u{201c}home\u{201d}]", "U+201C", "write \"home\"");
}

#[test]
fn every_wrong_quotation_mark_is_called_what_it_is() {
    let title = "title = \"T\"";
    for (written, name) in [
        ("“T”", "`“` (U+201C, a curly quotation mark)"),
        ("„T“", "`„` (U+201E, a low quotation mark)"),
        ("‚T‘", "`‚` (U+201A, a low quotation mark)"),
        ("«T»", "`«` (U+00AB, an angle quotation mark)"),
        ("»T«", "`»` (U+00BB, an angle quotation mark)"),
        ("‹T›", "`‹` (U+2039, an angle quotation mark)"),
        ("《T》", "`《` (U+300A, an angle quotation mark)"),
        ("「T」", "`「` (U+300C, a corner quotation mark)"),
        ("『T』", "`『` (U+300E, a corner quotation mark)"),
        ("〝T〟", "`〝` (U+301D, a quotation mark of primes)"),
        ("＂T＂", "`＂` (U+FF02, a quotation mark of full width)"),
        ("´T´", "`´` (U+00B4, an accent)"),
        ("`T`", "U+0060 (a backtick)"),
        ("`T, and more`", "U+0060 (a backtick)"),
    ] {
        let text = if written.contains(',') { "\"T, and more\"" } else { "\"T\"" };
        mended(title, &format!("title = {written}"), name, &format!("write {text}"));
    }
}

#[test]
fn letters_that_cannot_be_seen_are_named_wherever_they_stand() {
    mended("stop-if", "stop\u{2011}if", "U+2011", "write `stop-if = \"It hurts.\"`");
    mended("stop-if", "stop\u{200b}-if", "U+200B", "write `stop-if = \"It hurts.\"`");
    mended("\ntitle = \"T\"", "\n\u{a0}title = \"T\"", "U+00A0", "write `title = \"T\"`");
    mended("length = \"1m\"", "length =\u{a0}\"1m\"", "U+00A0", "write `\"1m\"`");
    mended("length = \"1m\"", "length = \"1m\"\u{a0}", "U+00A0", "leave it out");
    mended("\"1m\"", "\"1m\u{200b}\"", "U+200B", "write `\"1m\"`");
    mended("\"rest\"", "\"re\u{ad}st\"", "U+00AD", "write `rest`");
    mended("\"home\"", "\"hom\u{435}\"", "U+0435", "write `home`");
    mended("\"any\"", "\"\u{ff41}ny\"", "U+FF41", "write `any`");
    mended("[[steps]]", "[[ste\u{200b}ps]]", "U+200B", "write `[[steps]]`");
}

#[test]
fn digits_of_other_scripts_are_named_with_those_of_a_keyboard() {
    let length = "length = \"1m\"";
    for (written, code, meant) in [
        ("length = \"\u{661}m\"", "U+0661", "write `\"1m\"`"),
        ("length = \"\u{663}\u{660}s\"", "U+0663", "write `\"30s\"`"),
        ("length = \"\u{967}:\u{969}\u{966}\"", "U+0967", "write `\"1m30s\"`"),
        ("length = \"\u{6f1}\u{66b}\u{6f5}m\"", "U+06F1", "write `\"1m30s\"`"),
        ("length = \u{663}\u{660}s", "U+0663", "write \"30s\""),
    ] {
        mended(length, written, code, meant);
    }
    mended("format = 1", "format = \u{661}", "U+0661", "write `1`");
    let stop = "stop-if = \"It hurts.\"\n";
    let line = |at: &str| format!("{stop}lines = [{{ at = \"{at}\", text = \"Hm.\" }}]\n");
    mended(stop, &line("\u{665}\u{660}%"), "U+0665", "write `\"50%\"`");
    mended(stop, &line("-\u{665}s"), "U+0665", "write `\"-5s\"`");
}

#[test]
fn letters_around_a_key_and_between_entries_are_named_too() {
    let title = "title = \"T\"";
    mended(title, "title \u{ff1d} \"T\"", "U+FF1D", "write `title = \"T\"`");
    mended(title, "title\u{ff1a} \"T\"", "U+FF1A", "write `title = \"T\"`");
    mended(title, "title \u{ff1d} \"a = “b”\"", "U+FF1D", "write `title = \"a = “b”\"`");
    mended("[[steps]]", "\u{ff3b}\u{ff3b}steps]]", "U+FF3B", "write `[[steps]]`");
    mended("[[steps]]", "[[steps\u{ff3d}\u{ff3d}", "U+FF3D", "write `[[steps]]`");
    mended("[\"home\"]", "[\"home\"\u{ff0c} \"bed\"]", "U+FF0C", "write `,`");
    let stop = "stop-if = \"It hurts.\"\n";
    let lines = |equals| format!("{stop}lines = [{{ at {equals} \"1s\", text = \"Hm.\" }}]\n");
    mended(stop, &lines('\u{ff1d}'), "U+FF1D", "write `=`");
    mended(stop, &lines('\u{ff1a}'), "U+FF1A", "write `=`");
}

#[test]
fn letters_in_a_pattern_a_share_and_a_count_of_breaths_are_named() {
    let breathe = |line: &str| format!("kind = \"breathe\"\n{line}\nlength = \"1m\"\n");
    for (pattern, code, typed) in [
        ("4\u{2013}6", "U+2013", "4-6"),
        ("4\u{2011}7\u{2011}8", "U+2011", "4-7-8"),
        ("4-7-\u{ff18}", "U+FF18", "4-7-8"),
        ("\u{ff14}\u{2212}6", "U+FF14", "4-6"),
        ("coh\u{435}rent", "U+0435", "coherent"),
    ] {
        let line = breathe(&format!("pattern = \"{pattern}\""));
        let rest = "kind = \"rest\"\ntitle = \"Rest\"\nlength = \"1m\"\n";
        let line = line.replace("length", "title = \"Rest\"\nlength");
        mended(rest, &line, code, &format!("write `{typed}`"));
    }
    let stop = "stop-if = \"It hurts.\"\n";
    let lines = format!("{stop}lines = [{{ at = \"50\u{ff05}\", text = \"Hm.\" }}]\n");
    mended(stop, &lines, "U+FF05", "write `\"50%\"`");
    mended("\"1m\"", "\"\u{ff16} breaths\"", "U+FF16", "write `\"6 breaths\"`");
}

#[test]
fn breaths_are_written_out_in_the_help_however_they_are_counted() {
    for (length, meant) in
        [("6 Breaths", "6 breaths"), ("1 BREATH", "1 breath"), ("6 Atemzüge", "6 breaths")]
    {
        mended(
            "\"1m\"",
            &format!("\"{length}\""),
            "whole breaths",
            &format!("write `\"{meant}\"`"),
        );
    }
}

#[test]
fn a_quote_inside_single_quotes_is_helped_by_double_ones() {
    for (line, help) in [
        ("title = 'It's'", "write `title = \"It's\"`"),
        ("title = 'It's' # so it's", "write `title = \"It's\"`"),
        ("title = 'say \"it's\"'", "write `title = \"say \\\"it's\\\"\"`"),
    ] {
        mended("title = \"T\"", line, "the text ends at this quote", help);
    }
}

#[test]
fn keys_below_a_heading_that_cannot_be_read_are_not_judged() {
    for heading in ["[[ steps ]", "[[steps]", "[steps", "[[steps]] x"] {
        mended("[[steps]]", heading, "this heading", "");
    }
}

#[test]
fn a_text_of_which_nothing_is_seen_is_as_good_as_none() {
    for unseen in [
        "\u{200b}",
        "\u{2060}\u{200d}",
        " \u{feff} ",
        "\u{3164}\u{2800}",
        "\u{115f}\u{1160}",
        "\u{ffa0}",
        "\u{1d159}",
        "\u{34f}\u{fe0f}",
        "\u{e0041}",
        "\u{17b4}",
        "\u{3000}",
    ] {
        let text = FILE.replace("\"T\"", &format!("\"{unseen}\""));
        let (session, problems) = parse("s.toml", &text, &known_names());
        assert!(session.is_none());
        let told = messages(&problems);
        assert!(told.contains("nothing is seen of `title`: it holds U+"), "{told}");
    }
}

#[test]
fn a_key_of_the_whole_file_after_the_first_step_is_sent_to_where_it_belongs() {
    let text = format!("{FILE}author = \"A\"\n");
    let told = messages(&parse("s.toml", &text, &known_names()).1);
    assert!(told.contains("put it above the first line that begins with `[`"), "{told}");
}

#[test]
fn a_length_whose_meaning_is_plain_is_written_out_in_the_help() {
    for (length, meant) in [
        ("30sec", "30s"),
        ("1min", "1m"),
        ("10 s", "10s"),
        ("1 min 30 s", "1m30s"),
        ("1:30", "1m30s"),
        ("1,5 min", "1m30s"),
        ("2 Minuten", "2m"),
        ("1 hr 5 mins", "1h5m"),
        ("90 Sek.", "1m30s"),
        ("10\u{a0}s", "10s"),
        ("½m", "30s"),
        ("1 ½ m", "1m30s"),
        ("⅓h", "20m"),
        ("⅙m", "10s"),
        ("⅛m", "7.5s"),
        ("\u{2014}20s", "20s"),
        ("\u{2212}20s", "20s"),
        ("-20s", "20s"),
        ("\u{ff12}\u{ff10}\u{ff53}", "20s"),
    ] {
        let text = FILE.replace("\"1m\"", &format!("\"{length}\""));
        let told = messages(&parse("s.toml", &text, &known_names()).1);
        assert!(told.contains(&format!("help: write `\"{meant}\"`")), "{length}: {told}");
    }
    for (at, meant) in
        [("-10 s", "-10s"), ("\u{2212}10s", "-10s"), ("\u{2212}½m", "-30s"), ("1:30", "1m30s")]
    {
        let text = format!("{FILE}lines = [{{ at = \"{at}\", text = \"Hm.\" }}]\n");
        let told = messages(&parse("s.toml", &text, &known_names()).1);
        assert!(told.contains(&format!("help: write `\"{meant}\"`")), "{at}: {told}");
    }
}

#[test]
fn a_number_that_should_be_whole_is_answered_with_the_nearest() {
    for (number, help) in [
        ("1.0", "write `1`"),
        ("\"1\"", "write `1` without quotes"),
        ("\"1,2\"", "write `1`"),
        ("\"\u{661}\"", "write `1`"),
    ] {
        let plain = "format = 1";
        mended(plain, &format!("format = {number}"), "should be a whole number", help);
    }
}

#[test]
fn a_key_that_people_try_is_told_by_its_name_here() {
    for (key, help) in
        [("reps", "put the step into a group"), ("duration", "did you mean `length`?")]
    {
        let text = format!("{FILE}{key} = 3\n");
        let told = messages(&parse("s.toml", &text, &known_names()).1);
        assert!(told.contains(help), "{told}");
    }
}

#[test]
fn the_name_of_a_language_is_answered_with_its_tag() {
    for (language, tag) in [
        ("german", "de"),
        ("Deutsch", "de"),
        ("ger", "de"),
        ("english", "en"),
        ("français", "fr"),
        ("日本語", "ja"),
        ("jp", "ja"),
        ("cz", "cs"),
        ("kr", "ko"),
        ("gr", "el"),
        ("us", "en"),
        ("de_AT", "de-AT"),
        ("de_DE.UTF-8", "de-DE"),
        ("pt\u{2011}BR", "pt-BR"),
    ] {
        let text = FILE.replace("[[steps]]", &format!("language = \"{language}\"\n[[steps]]"));
        let (session, problems) = parse("s.toml", &text, &known_names());
        let told = messages(&problems);
        assert!(session.is_none(), "{language}");
        assert!(told.contains(&format!("help: write `\"{tag}\"`")), "{language}: {told}");
    }
    for tag in ["en", "de", "pt-BR", "zh-Hant-TW", "gsw", "DE"] {
        let text = FILE.replace("[[steps]]", &format!("language = \"{tag}\"\n[[steps]]"));
        assert!(parse("s.toml", &text, &known_names()).0.is_some(), "{tag}");
    }
}

#[test]
fn letters_that_are_not_seen_are_left_out_of_words_and_those_that_join_others_stay() {
    let family = "\u{1f469}\u{200d}\u{1f467}";
    let text = FILE.replace("\"T\"", &format!("\"\u{feff}Ne\u{200b}ck {family}\""));
    let (session, problems) = parse("s.toml", &text, &known_names());
    assert_eq!(session.map(|it| it.title), Some(format!("Neck {family}")), "{problems:?}");
}
