//! How many and how long: every count of the format at its exact edge.

use super::edges::{REST, errors, file, read};

/// Asserts that so many are taken and one more is not.
fn assert_most(what: &str, most: usize, error: &str, text: impl Fn(usize) -> String) {
    assert_eq!(errors(&text(most)), [""; 0], "{what}: {most}");
    assert_eq!(errors(&text(most + 1)), [error], "{what}: {}", most + 1);
}

fn rest(keys: &str) -> String {
    format!("{REST}length = \"60s\"\n{keys}\n")
}

#[test]
fn every_text_is_as_long_as_it_may_be_counted_in_characters() {
    let text = |count: usize| "ü".repeat(count);
    for (key, most) in [("title", 80), ("summary", 300), ("author", 100), ("licence", 100)] {
        let with = |count| file(&format!("{key} = \"{}\"\n", text(count)), &rest(""));
        assert_most(key, most, "too-long", with);
    }
    for key in ["sources", "cautions"] {
        let with = |count| file(&format!("{key} = [\"{}\"]\n", text(count)), &rest(""));
        assert_most(key, 300, "too-long", with);
    }
    for (key, most) in
        [("title", 80), ("text", 400), ("say", 400), ("easier", 300), ("stop-if", 300)]
    {
        let with = |count| {
            let plain =
                rest("").replace("title = \"Rest\"\n", "").replace("text = \"Soft.\"\n", "");
            let title = if key == "title" { "" } else { "title = \"Rest\"\n" };
            file("", &format!("{plain}{title}{key} = \"{}\"\n", text(count)))
        };
        assert_most(key, most, "too-long", with);
    }
    for key in ["text", "show", "say"] {
        let with = |count| file("", &rest(&format!("lines = [{{ {key} = \"{}\" }}]", text(count))));
        assert_most(key, 300, "too-long", with);
    }
    let label = |count| {
        let phases = format!(
            "pattern = {{ phases = [{{ kind = \"inhale\", length = \"4s\", label = \"{}\" }}, \
             {{ kind = \"exhale\", length = \"6s\" }}] }}",
            text(count)
        );
        file("", &rest(&phases))
    };
    assert_most("label", 40, "too-long", label);
}

#[test]
fn lists_have_as_many_entries_as_they_may() {
    let several = |entry: &str, count: usize| vec![entry; count].join(", ");
    for (key, most) in [("sources", 50), ("cautions", 20)] {
        let with = |count| file(&format!("{key} = [{}]\n", several("\"S\"", count)), &rest(""));
        assert_most(key, most, "too-many", with);
    }
    for (key, entry) in [
        ("lines", "{ text = \"Soft.\" }"),
        ("chimes", "{ name = \"bowl\" }"),
        ("beds", "{ name = \"rain\" }"),
    ] {
        let with = |count| file("", &rest(&format!("{key} = [{}]", several(entry, count))));
        assert_most(key, 100, "too-many", with);
    }
    let patterns = |count: usize| {
        let phases =
            "[{ kind = \"inhale\", length = \"4s\" }, { kind = \"exhale\", length = \"6s\" }]";
        let own = (0..count).map(|at| format!("p{at} = {{ phases = {phases} }}\n"));
        file(&format!("[patterns]\n{}", own.collect::<String>()), &rest(""))
    };
    assert_most("patterns", 50, "too-many", patterns);
    let phases = |count: usize| {
        let breath =
            ["{ kind = \"inhale\", length = \"2s\" }", "{ kind = \"exhale\", length = \"2s\" }"];
        let phases: Vec<_> = breath.into_iter().cycle().take(count).collect();
        file("", &rest(&format!("pattern = {{ phases = [{}] }}", phases.join(", "))))
    };
    assert_eq!(errors(&phases(12)), [""; 0]);
    assert_eq!(errors(&phases(13)).len(), 1);
}

#[test]
fn steps_and_groups_are_a_thousand_at_most() {
    let second = || rest("").replace("60s", "1s");
    assert_most("steps", 1_000, "too-many", |count| file("", &second().repeat(count)));
    let grouped = |count: usize| {
        let inner = second().replace("[[steps]]", "[[steps.steps]]").repeat(count - 1);
        file("", &format!("[[steps]]\nkind = \"group\"\n{inner}"))
    };
    assert_most("steps and groups", 1_000, "too-many", grouped);
}

/// Steps of a second, repeated together.
fn repeated(repeat: usize, steps: usize, keys: &str) -> String {
    let step = REST.replace("[[steps]]", "[[steps.steps]]") + "length = \"1s\"\n";
    format!("[[steps]]\nkind = \"group\"\nrepeat = {repeat}\n{keys}\n{}", step.repeat(steps))
}

#[test]
fn with_its_repeats_and_sides_a_session_has_ten_thousand_parts_at_most() {
    let one = format!("{REST}length = \"1s\"\n");
    for (steps, error) in [
        (repeated(100, 100, ""), None),
        (repeated(100, 100, "") + &one, Some("too-many")),
        (repeated(50, 100, "side = \"both\""), None),
        (repeated(50, 100, "side = \"both\"") + &one, Some("too-many")),
        (repeated(100, 1, ""), None),
        (repeated(101, 1, ""), Some("out-of-range")),
        (repeated(0, 1, ""), Some("out-of-range")),
    ] {
        assert_eq!(errors(&file("", &steps)), Vec::from_iter(error), "{}", &steps[..60]);
    }
}

#[test]
fn with_its_time_to_settle_a_session_lasts_twelve_hours_at_most() {
    let steps = format!("{REST}length = \"4h\"\n").repeat(3);
    assert_eq!(errors(&file("lead-in = \"0s\"\n", &steps)), [""; 0]);
    assert_eq!(errors(&file("lead-in = \"0.001s\"\n", &steps)), ["too-long"]);
}

#[test]
fn groups_lie_three_deep_at_most() {
    let nested = |depth: usize| {
        let groups = (1..=depth).map(|at| {
            let place = vec!["steps"; at].join(".");
            format!("[[{place}]]\nkind = \"group\"\n")
        });
        let place = vec!["steps"; depth + 1].join(".");
        let step = REST.replace("[[steps]]", &format!("[[{place}]]")) + "length = \"60s\"\n";
        file("", &(groups.collect::<String>() + &step))
    };
    assert_eq!(errors(&nested(3)), [""; 0]);
    assert_eq!(errors(&nested(4)).len(), 1);
}

#[test]
fn a_language_is_a_tag_of_well_formed_parts() {
    let bad = Some("bad-language");
    for (tag, error) in [
        ("en", None),
        ("gsw", None),
        ("pt-BR", None),
        ("e", bad),
        ("abcd", bad),
        ("e1", bad),
        ("en-", bad),
        ("en-12345678", None),
        ("en-123456789", bad),
        ("en-a_b", bad),
        ("en-12345678-12345678-12345678-12345", None),
        ("en-12345678-12345678-12345678-123456", bad),
    ] {
        let text = file(&format!("language = \"{tag}\"\n"), &rest(""));
        assert_eq!(errors(&text), Vec::from_iter(error), "{tag}");
    }
}

#[test]
fn what_is_no_tag_but_names_a_language_is_told_with_its_tag() {
    for (tag, names) in [
        ("en", "English Englisch eng en_ en.UTF-8"),
        ("en-US", "en_US en_US.UTF-8 EN_US"),
        ("de", "German Deutsch deu ger german-standard"),
        ("fr", "French Französisch français francais fra fre"),
        ("es", "Spanish Spanisch español espanol spa"),
        ("it", "Italian Italienisch italiano ita"),
        ("pt", "Portuguese Portugiesisch português por"),
        ("nl", "Dutch Niederländisch Nederlands nld dut"),
        ("pl", "Polish Polnisch polski pol"),
        ("sv", "Swedish Schwedisch svenska swe"),
        ("da", "Danish Dänisch dansk dan"),
        ("no", "Norwegian Norwegisch norsk nor"),
        ("fi", "Finnish Finnisch suomi fin"),
        ("cs", "Czech Tschechisch čeština ces cze"),
        ("tr", "Turkish Türkisch Türkçe tur"),
        ("el", "Greek Griechisch ελληνικά ell gre"),
        ("ru", "Russian Russisch русский rus"),
        ("uk", "Ukrainian Ukrainisch українська ukr"),
        ("ar", "Arabic Arabisch العربية ara"),
        ("hi", "Hindi हिन्दी hin"),
        ("ja", "Japanese Japanisch 日本語 jpn jp"),
        ("zh", "Chinese Chinesisch 中文 zho chi cn"),
        ("ko", "Korean Koreanisch 한국어 kor"),
    ] {
        for name in names.split(' ') {
            let text = file(&format!("language = \"{name}\"\n"), &rest(""));
            let problems = super::parse("s", &text, &super::KnownNames::default()).1;
            let told = super::messages(&problems);
            assert!(told.contains(&format!("write `\"{tag}\"`")), "{name}: {told}");
        }
    }
}

#[test]
fn a_session_for_bed_wakes_nobody_by_chimes_that_were_not_asked_for() {
    let chimes = |head: &str| {
        let chimes = read(head, &rest("")).chimes;
        [chimes.start, chimes.next, chimes.switch, chimes.halfway, chimes.end]
    };
    let named = |names: [&str; 5]| names.map(|it| (!it.is_empty()).then(|| it.to_owned()));
    assert_eq!(chimes(""), named(["start", "next", "switch", "halfway", "end"]));
    assert_eq!(
        chimes("settings = [\"bed\", \"home\"]\n"),
        named(["start", "next", "switch", "", ""])
    );
    let asked_for = "settings = [\"bed\"]\n[chimes]\nstart = \"none\"\nend = \"bowl\"\n";
    assert_eq!(chimes(asked_for), named(["", "next", "switch", "", "bowl"]));
}

#[test]
fn breaks_and_doubled_blanks_of_a_text_are_one_blank() {
    for (written, plain) in [
        ("a b", "a b"),
        ("a  b", "a b"),
        (" a b ", "a b"),
        ("a\\nb", "a b"),
        ("a\\r\\n\\tb", "a b"),
        ("a\\u2028b", "a b"),
        ("a\\u200Bb", "ab"),
        ("ä  b", "ä b"),
        ("~ b", "~ b"),
    ] {
        let title = read(&format!("title = \"{written}\"\n"), &rest("")).title;
        assert_eq!(title, plain, "{written}");
    }
}

#[test]
fn a_number_of_up_to_six_digits_is_offered_in_seconds() {
    let help = |number: &str| {
        let text = file("", &format!("{REST}length = {number}\n"));
        super::messages(&super::parse("s", &text, &super::KnownNames::default()).1)
    };
    assert!(help("123456").contains("\"123456s\""), "{}", help("123456"));
    assert!(!help("1234567").contains("1234567s"), "{}", help("1234567"));
}

#[test]
fn a_group_is_played_as_often_as_comes_nearest_to_a_time() {
    let group = |keys: &str| {
        format!(
            "[[steps]]\nkind = \"group\"\n{keys}\n[[steps.steps]]\nkind = \"rest\"\n\
             title = \"R\"\ntext = \"Soft.\"\nlength = \"20s\"\n"
        )
    };
    let repeats = |keys: &str| {
        let session = read("", &group(keys));
        let crate::session::Block::Group(group) = &session.blocks[0] else { panic!("a group") };
        group.repeat
    };
    for (time, times) in [("1s", 1), ("29s", 1), ("30s", 2), ("1m", 3), ("33m20s", 100)] {
        assert_eq!(repeats(&format!("repeat-for = \"{time}\"")), times, "{time}");
    }
    assert_eq!(errors(&file("", &group("repeat-for = \"34m\""))), ["out-of-range"]);
    assert_eq!(errors(&file("", &group("repeat-for = \"1m\"\nrepeat = 2"))), ["conflict"]);
}

#[test]
fn a_line_begins_so_long_after_the_words_before_it() {
    let lines = |lines: &str| {
        let steps = rest(&format!("lines = [{lines}]"));
        let session = read("", &steps);
        let steps = crate::session::steps_in(&session.blocks);
        steps[0].lines.iter().map(|line| line.at.within(60_000)).collect::<Vec<_>>()
    };
    let at = lines("{ after = \"5s\", text = \"One.\" }, { after = \"5s\", text = \"Two.\" }");
    assert!((6_000..8_000).contains(&at[0]), "{at:?}");
    assert!((5_000..7_000).contains(&(at[1] - at[0])), "{at:?}");
    let at = lines("{ at = \"50%\", text = \"One.\" }, { after = \"0s\", text = \"Two.\" }");
    assert!((30_000..32_000).contains(&at[1]), "{at:?}");
    for (line, code) in [
        ("{ after = \"59s\", text = \"One.\" }", "bad-point"),
        ("{ after = \"5s\", at = \"5s\", text = \"One.\" }", "conflict"),
    ] {
        assert_eq!(errors(&file("", &rest(&format!("lines = [{line}]")))), [code], "{line}");
    }
}

#[test]
fn a_count_that_begins_with_its_length_takes_all_of_it() {
    let with = |seconds: usize| {
        let length = format!("length = \"{seconds}s\"\nwords-first = true\n");
        let stretch = rest("").replace("\"rest\"", "\"stretch\"");
        let stretch = stretch.replace("length = \"60s\"\n", &length);
        file("", &format!("{stretch}count = {{ to = 10, every = \"6s\" }}\n"))
    };
    assert_eq!(errors(&with(60)), [""; 0]);
    assert_eq!(errors(&with(59)), ["bad-point"]);
}
