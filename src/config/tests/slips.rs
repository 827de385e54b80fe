//! What is told of small slips in the settings, and what they cost.

use crate::choices::{EngineChoice, Mix, OutputChoice};
use crate::config::{Settings, VoiceSettings};
use crate::words::{Language, Texts};

/// What is told of a text, each in a line with its help.
fn told(text: &str, language: Language) -> Vec<String> {
    let problems = Settings::parse("settings.toml", text).1.into_iter();
    let said = problems.map(|problem| problem.said(Texts::with_reports(language)).problem);
    said.map(|it| format!("{}: {}; {}", it.line, it.message, it.help.unwrap_or_default())).collect()
}

#[test]
fn a_heading_without_its_bracket_counts_as_one_and_is_told_once() {
    let silent = VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() };
    for slip in ["[mix", "mix]", "[[mix]", "[mix}", "[mix  # how loud", "[mix]]", "[\"mix]"] {
        let text = format!("output = \"none\"\n{slip}\nvoice = 3\n[voice]\nengine = \"none\"");
        let (settings, problems) = Settings::parse("settings.toml", &text);
        let mix = Mix { voice: 3, ..Mix::default() };
        let output = OutputChoice::None;
        let meant = Settings { output, mix, voice: silent.clone(), ..Settings::default() };
        assert_eq!(settings, meant, "{slip}");
        assert_eq!(problems.len(), 1, "{slip}: {problems:#?}");
    }
    let text = "[voice\nengine = \"none\"\npitch = 500";
    assert_eq!(Settings::parse("settings.toml", text).0.voice, silent);
    let said = [
        "1: `[voice` counts as the heading `[voice]`; write `[voice]`",
        "3: `500` does not fit; write a whole number from 0 to 100",
    ];
    assert_eq!(told(text, Language::English), said);
    let misfit = Settings::parse("settings.toml", text).1.remove(1);
    assert_eq!(&text[misfit.span], "500");
}

#[test]
fn what_stands_beneath_a_heading_in_two_brackets_counts_too() {
    let (settings, problems) = Settings::parse("settings.toml", "[[mix]]\nvoice = 3");
    assert_eq!((settings.mix.voice, problems.len()), (3, 1), "{problems:#?}");
    let more = "[mix] voice = 3\nbed = 4";
    assert_eq!(Settings::parse("settings.toml", more).0.mix.bed, 4);
    let said = "1: what follows the heading `[mix]` here is not read; \
                write `voice = 3` in a line of its own, below the heading";
    assert_eq!(told(more, Language::English), [said]);
}

#[test]
fn what_follows_a_heading_in_its_line_costs_only_itself_and_is_read_where_the_help_puts_it() {
    for (line, heading, more) in [
        ("[mix] voice = 3", "[mix]", "voice = 3"),
        ("[voice] name = \"x\"", "[voice]", "name = \"x\""),
        ("[mix]: voice = 3 # soft", "[mix]", "voice = 3 # soft"),
    ] {
        let text = format!("volume = 40\n{line}\n");
        let said = told(&text, Language::English);
        let help = format!("write `{more}` in a line of its own, below the heading");
        assert!(matches!(&said[..], [one] if one.ends_with(&help)), "{said:?}");
        assert_eq!(Settings::parse("settings.toml", &text).0.volume, 40);
        let mended = format!("volume = 40\n{heading}\n{more}\n");
        assert_eq!(told(&mended, Language::English), Vec::<String>::new());
        assert_ne!(Settings::parse("settings.toml", &mended).0, Settings::parse("", &text).0);
    }
    let said = told("[reminders] every = 3", Language::English);
    assert!(said[0].starts_with("1: there is no heading `[reminders]`; "), "{said:?}");
}

#[test]
fn wrong_quotation_marks_are_told_with_the_line_to_write() {
    let (with, without) = ("write it in quotation marks: ", "write it without quotation marks: ");
    for (line, help, meant) in [
        ("volume = \"70\"", without, "volume = 70"),
        ("breath-tone = \"true\"", without, "breath-tone = true"),
        ("mouse = 'False'", without, "mouse = false"),
        ("colours = 256", with, "colours = \"256\""),
        ("theme = 12", with, "theme = \"12\""),
        ("background = true", with, "background = \"true\""),
        ("mix = { voice = \"3\", bed = 4 }", without, "voice = 3"),
        ("[voice]\ncache-mib = \"0\"", without, "cache-mib = 0"),
        ("[voice]\nname = 5", with, "name = \"5\""),
        ("output = \"None\"", "write ", "output = \"none\""),
        ("output = none", with, "output = \"none\""),
        ("output = \"none", "write ", "output = \"none\""),
        ("[voice]\nengine = none # for now", with, "engine = \"none\""),
        ("breath-tone = True", "write ", "breath-tone = true"),
        ("volume = 70\"", "write ", "volume = 70"),
        ("volume: 70", "write ", "volume = 70"),
        ("volume => 70", "write ", "volume = 70"),
        ("volume -> 70", "write ", "volume = 70"),
        ("- volume := 70", "write ", "volume = 70"),
        ("\"volume\": 70,", "write ", "volume = 70"),
        ("volume = 70,5", "write ", "volume = 71"),
        ("[mix]\nvoice = 3,2", "write ", "voice = 3"),
        ("theme = \"it\"s\"", "write ", "theme = \"it\\\"s\""),
        ("[voice]\nname = 'a' 'b'", "write ", "name = 'a b'"),
        ("[voice]\nname = \"a\", ", "write ", "name = \"a\""),
        ("[voice]\nname = 'it's'", "write ", "name = \"it's\""),
    ] {
        let said = told(line, Language::English);
        assert!(
            matches!(&said[..], [one] if one.ends_with(&format!("; {help}`{meant}`"))),
            "{said:?}"
        );
    }
    let said = told("volume = \"700\"", Language::English);
    assert_eq!(said, ["1: `700` does not fit; write a whole number from 0 to 100"]);
    let said = told("volume = \"70\"\ncolours = 256", Language::German);
    assert!(said[0].ends_with("; schreib es ohne Anführungszeichen: `volume = 70`"), "{said:?}");
    assert!(
        said[1].ends_with("; schreib es in Anführungszeichen: `colours = \"256\"`"),
        "{said:?}"
    );
}

#[test]
fn digits_and_letters_of_other_scripts_are_named_with_what_to_write() {
    for (line, meant, code) in [
        ("volume = \u{663}\u{660}", "volume = 30", "U+0663"),
        ("volume = \"\u{669}\u{966}\"", "volume = 90", "U+0669"),
        ("[mix]\nbed = \u{ff17}\u{ff10}", "bed = 70", "U+FF17"),
        ("[voice]\nwords-per-minute = '\u{967}\u{966}\u{966}'", "words-per-minute = 100", "U+0967"),
        ("night-begins = \u{1d7d0}\u{1d7cf}", "night-begins = 21", "U+1D7D0"),
        ("output = \"n\u{43e}ne\"", "output = \"none\"", "U+043E"),
    ] {
        let said = told(line, Language::English);
        assert!(
            matches!(&said[..], [one] if one.contains(&format!("write `{meant}`")) && one.contains(code)),
            "{line}: {said:?}"
        );
        let mended =
            line.split_once('\n').map_or(String::new(), |(heading, _)| format!("{heading}\n"));
        assert_eq!(told(&(mended + meant), Language::English), Vec::<String>::new());
    }
}

#[test]
fn a_heading_above_settings_that_stand_without_one_is_read_past_and_told_once() {
    for slip in ["[settings]", "[settings", "[[unclench]]", "  [general] # mine"] {
        let text = format!("{slip}\noutput = \"none\"\n[mix]\nvoice = 3");
        let (settings, problems) = Settings::parse("settings.toml", &text);
        let mix = Mix { voice: 3, ..Mix::default() };
        let meant = Settings { output: OutputChoice::None, mix, ..Settings::default() };
        assert_eq!(settings, meant, "{slip}");
        assert_eq!(problems.len(), 1, "{slip}: {problems:#?}");
    }
    let said = told("[settings]\nmouse = false\nvolume = 700", Language::English);
    let wanted = [
        "1: there is no heading `[settings]`; what stands below it counts without one; \
         remove this line",
        "3: `700` does not fit; write a whole number from 0 to 100",
    ];
    assert_eq!(said, wanted);
}

#[test]
fn a_setting_that_is_empty_is_told_so_with_what_may_stand_there() {
    let text = "theme = \"\"\nbackground = \" \"\nvolume = ''\nfirst-side = \"\"\n\
                [voice]\nname = \"\\u200b\"";
    assert_eq!(Settings::parse("settings.toml", text).0, Settings::default());
    let said = [
        "1: `theme` is empty; write `\"auto\"`, or the name of a theme in quotation marks",
        "2: `background` is empty; write `\"session\"`, `\"none\"` or the name of a background sound \
         in quotation marks",
        "3: `volume` is empty; write a whole number from 0 to 100",
        "4: `first-side` is empty; choose among `left`, `right`",
        "6: `name` is empty; write the name of a voice in quotation marks, as `unclench voices` lists \
         them",
    ];
    assert_eq!(told(text, Language::English), said);
    assert!(told(text, Language::German)[0].starts_with("1: `theme` ist leer; schreib"));
}

#[test]
fn a_switch_in_everyday_words_and_a_number_with_its_unit_are_told_with_the_line_to_write() {
    for (written, meant) in [
        ("mouse = no", "mouse = false"),
        ("mouse = \"Off\"", "mouse = false"),
        ("check-in = never", "check-in = false"),
        ("reduced-motion = yes", "reduced-motion = true"),
        ("sleep-timer = 45m", "sleep-timer = 45"),
        ("sleep-timer = \"45 min\"", "sleep-timer = 45"),
        ("volume = 70%", "volume = 70"),
        ("volume = \"70 %\"", "volume = 70"),
    ] {
        let told = told(written, Language::English);
        assert_eq!(told.len(), 1, "{told:?}");
        let is_told = told[0].contains(&format!("`{meant}`"));
        assert!(is_told, "{written}: {told:?}");
        assert!(Settings::parse("settings.toml", meant).1.is_empty(), "{meant}");
    }
}
