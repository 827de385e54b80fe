//! Headings that are not as they should be, and what they cost: nothing that can be read with certainty.

use crate::choices::{EngineChoice, OutputChoice};
use crate::config::{Remembered, Settings};
use crate::words::{Language, Texts};

/// What is told of a text, each in a line with its help.
fn told(text: &str, language: Language) -> Vec<String> {
    let problems = Settings::parse("settings.toml", text).1.into_iter();
    let said = problems.map(|problem| problem.said(Texts::with_reports(language)).problem);
    said.map(|it| format!("{}: {}; {}", it.line, it.message, it.help.unwrap_or_default())).collect()
}

#[test]
fn a_heading_that_is_nearly_right_counts_and_is_told_with_the_right_one() {
    for slip in [
        "[voices]",
        "[ voices ]",
        "[Voice]",
        "[VOICE]",
        "[\"Voice\"]",
        "[\" voice\"]",
        "[voice",
        "[ voice",
        "[[voice]]",
        "[settings.voice]",
        "[voice-settings]",
        "[vioce]",
        "[speech]",
        "[\u{ff56}oice]",
        "\u{ff3b}voice\u{ff3d}",
        "[voice\u{200b}]",
        "[vo\u{456}ce]",
        "voice:",
        "voice",
        "{voice}",
        "(voice)",
    ] {
        let text = format!("mouse = false\n{slip}\nengine = \"none\"\npitch = 40\n[mix]\nbed = 3");
        let (settings, problems) = Settings::parse("settings.toml", &text);
        assert_eq!(settings.voice.engine, EngineChoice::None, "{slip}");
        assert_eq!(
            (settings.voice.pitch, settings.mix.bed, settings.mouse),
            (40, 3, false),
            "{slip}"
        );
        assert_eq!(problems.len(), 1, "{slip}: {problems:#?}");
        assert_eq!(problems[0].line, 2, "{slip}");
        let said = told(&text, Language::English).join("\n");
        assert!(said.ends_with("; write `[voice]`"), "{slip}: {said}");
    }
    for right in ["[voice]", "[ voice ]", "[\"voice\"]", "['voice'] # who speaks"] {
        let (settings, problems) =
            Settings::parse("settings.toml", &format!("{right}\npitch = 40"));
        assert_eq!((settings.voice.pitch, problems), (40, Vec::new()), "{right}");
    }
}

#[test]
fn a_heading_that_stands_there_twice_is_one() {
    let text = "[voice]\nengine = \"none\"\n[mix]\nbed = 3\n[voice]\npitch = 40\nengine = \"auto\"";
    let (settings, _) = Settings::parse("settings.toml", text);
    assert_eq!((settings.voice.engine, settings.voice.pitch), (EngineChoice::None, 40));
    assert_eq!(settings.mix.bed, 3);
    let said = ["7: this is set twice; the first counts; leave one of the two out"];
    assert_eq!(told(text, Language::English), said);
}

#[test]
fn what_is_set_of_a_table_in_several_ways_is_put_together() {
    for text in [
        "voice.name = \"x\"\n[voice]\npitch = 40",
        "voice = { name = \"x\" }\n[voice]\npitch = 40",
        "voice.name = \"x\"\nvoice = { pitch = 40 }",
        "voice = { name = \"x\" }\nvoice.pitch = 40",
        "[[voice]]\nname = \"x\"\n[[voice]]\npitch = 40",
        "[voice]\nname = \"x\"\n[Voices]\npitch = 40",
    ] {
        let voice = Settings::parse("settings.toml", text).0.voice;
        assert_eq!((voice.name.as_deref(), voice.pitch), (Some("x"), 40), "{text}");
    }
    let text = "voice = \"x\"\n[voice]\npitch = 40";
    assert_eq!(Settings::parse("settings.toml", text).0.voice.pitch, 40);
    let said = "1: `\"x\"` does not fit; write it as a table, beneath a line `[voice]`";
    assert_eq!(told(text, Language::English), [said]);
}

#[test]
fn of_a_heading_that_there_is_not_everything_is_told_that_is_lost() {
    let text = "[voice.piper]\npitch = 40\nname = \"x\"\n[mix]\nbed = 3";
    let (settings, _) = Settings::parse("settings.toml", text);
    assert_eq!((settings.voice.pitch, settings.mix.bed), (50, 3));
    let said = "1: there is no heading `[voice.piper]`; what stands below it is not read: \
        `pitch`, `name`; did you mean `[voice]`?";
    assert_eq!(told(text, Language::English), [said]);
    let said = "1: there is no heading `[later]`; what stands below it is not read: `when`; \
        headings are `[mix]` and `[voice]`; all else stands above them";
    assert_eq!(told("[later]\nwhen = 3", Language::English), [said]);
    let said = "1: eine Überschrift `[later]` gibt es nicht; was darunter steht, wird nicht gelesen: \
        `when`; Überschriften sind `[mix]` und `[voice]`; alles andere steht über ihnen";
    assert_eq!(told("[later]\nwhen = 3", Language::German), [said]);
}

#[test]
fn a_setting_beneath_another_heading_counts_where_only_one_place_has_it() {
    let text = "engine = \"none\"\n[mix]\nbed = 3\noutput = \"none\"\nloud = 3";
    let (settings, _) = Settings::parse("settings.toml", text);
    assert_eq!(settings.voice.engine, EngineChoice::None);
    assert_eq!((settings.output, settings.mix.bed), (OutputChoice::None, 3));
    let said = [
        "1: `engine` does not belong here; it counts all the same; \
         write it below the heading `[voice]`",
        "4: `output` does not belong here; it counts all the same; write it above all headings",
        "5: there is no setting `loud`; one of `voice`, `chimes`, `breath` or `bed`",
    ];
    assert_eq!(told(text, Language::English), said);
    let text = "[mix]\nbed = 3\n[audio]\noutput = \"none\"";
    assert_eq!(Settings::parse("settings.toml", text).0.output, OutputChoice::None);
}

#[test]
fn what_is_left_open_costs_no_line_below_it() {
    for slip in ["theme = \"\"\"x", "theme = '''", "mix = {", "mix = { voice = 3", "theme = [", "["]
    {
        let text = format!("mouse = false\n{slip}\noutput = \"none\"\n[voice]\npitch = 40");
        let (settings, problems) = Settings::parse("settings.toml", &text);
        assert_eq!(settings.output, OutputChoice::None, "{slip}");
        assert_eq!((settings.mouse, settings.voice.pitch), (false, 40), "{slip}");
        assert!(problems.iter().all(|problem| problem.line == 2), "{slip}: {problems:#?}");
    }
    let whole = "theme = \"\"\"\nx\"\"\"\nmix = {\n  voice = 3,\n  bed = 4 }\nmouse = false";
    let (settings, problems) = Settings::parse("settings.toml", whole);
    assert_eq!((settings.mix.voice, settings.mix.bed, settings.mouse), (3, 4, false));
    assert_eq!((settings.theme.as_str(), problems), ("x", Vec::new()));
}

#[test]
fn a_text_that_is_one_slip_after_another_is_read_to_its_end_and_told_in_few() {
    let most = 64 * 1024;
    for piece in ["a=[\n", "[a\n", "[[a]]\n", "[a.a.a]\n", "a.", "[", "{", "x=\"\"\"\n", "\0\n"] {
        let text = format!("{}\n[mix]\nbed = 3", piece.repeat(most / piece.len()));
        let (settings, problems) = Settings::parse("settings.toml", &text);
        assert_eq!(settings.mix.bed, 3, "{piece:?}");
        assert!((1..=101).contains(&problems.len()), "{piece:?}: {}", problems.len());
    }
}

#[test]
fn headings_of_what_is_remembered_are_one_too() {
    let (_folder, paths) = super::home();
    std::fs::create_dir_all(&paths.state).expect("a folder");
    let text = "volume = 20\n[mix]\nbed = 10\n[later]\nvolume = 3\n[mix]\nvoice = 5\n[[more]]\na = 1\n\
        [[more]]\na = 2\n";
    std::fs::write(paths.remembered_file(), text).expect("a file");
    assert_eq!(Remembered::broken_lines(&paths), 0);
    let before = Remembered::load(&paths);
    assert_eq!((before.mix.len(), before.volume), (2, Some(20)));
    Remembered { volume: Some(35), ..before.clone() }.save(&paths).expect("saved");
    let kept = std::fs::read_to_string(paths.remembered_file()).expect("a file");
    for later in ["[later]\nvolume = 3", "[[more]]\na = 1", "[[more]]\na = 2"] {
        assert!(kept.contains(later), "{kept}");
    }
    assert_eq!(Remembered::load(&paths).mix, before.mix);
    std::fs::write(paths.remembered_file(), "[Mix]\nbed = 10\n").expect("a file");
    assert_eq!(Remembered::load(&paths).mix.len(), 1);
}
