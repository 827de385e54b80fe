//! Which voices are found, who is chosen, and what each engine is told.

use std::fs;

use super::stand_in::StandIn;
use super::{manner, utterance};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::voice::cache::Cache;
use crate::voice::process::StopSignal;
use crate::voice::synthesis::{Synthesized, Synthesizer};
use crate::voice::{Manner, Recordings, SpeechEngines, Utterance};

const ESPEAK: [EngineKind; 1] = [EngineKind::EspeakNg];

fn speaks(
    engines: &SpeechEngines,
    wish: EngineChoice,
    language: &str,
    voice: Option<&str>,
) -> String {
    let manner =
        Manner { language: language.to_owned(), voice: voice.map(str::to_owned), ..manner() };
    let choice = engines.choose(wish, &manner);
    let first = choice
        .candidates
        .first()
        .map(|speaker| format!("{}: {}", speaker.engine.word(), speaker.voice.id));
    first.unwrap_or(choice.why)
}

fn take(stand_in: &StandIn, kinds: &[EngineKind], utterance: &Utterance) -> Synthesized {
    let cache = Cache::passing().expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let engines = stand_in.engines(kinds);
    Synthesizer::new(engines, EngineChoice::Auto, &cache, &none, &stop).synthesize(utterance)
}

fn told(stand_in: &StandIn, kind: EngineKind, utterance: &Utterance) -> Vec<String> {
    let taken = take(stand_in, &[kind], utterance);
    assert!(matches!(taken, Synthesized::Done { .. }), "{taken:?}");
    stand_in.noted("arguments").lines().map(str::to_owned).collect()
}

/// The argument behind another.
fn behind<'a>(arguments: &'a [String], option: &str) -> &'a str {
    let at = arguments.iter().position(|argument| argument == option).expect(option);
    &arguments[at + 1]
}

#[test]
fn espeak_ng_speaks_the_language_and_the_region_if_it_can() {
    let engines = StandIn::new("speaks").engines(&ESPEAK);
    let voice = |language| speaks(&engines, EngineChoice::Auto, language, None);
    assert_eq!(voice("en"), "espeak-ng: gmw/en");
    assert_eq!(voice("en-US"), "espeak-ng: gmw/en-US");
    assert_eq!(voice("en-AU"), "espeak-ng: gmw/en");
    assert_eq!(voice("pt-BR"), "espeak-ng: roa/pt-BR");
    assert_eq!(voice("pt"), "espeak-ng: roa/pt");
    assert_eq!(voice("zh"), "espeak-ng: sit/cmn");
    assert_eq!(voice("tlh"), "no voice was found that speaks “tlh”");
}

#[test]
fn voices_that_need_another_program_are_not_offered() {
    let engines = StandIn::new("speaks").engines(&ESPEAK);
    let engine = engines.of(EngineKind::EspeakNg).expect("it was found");
    assert_eq!(engine.version, "1.99");
    assert!(engine.voices.iter().all(|voice| !voice.id.contains("mb/") && !voice.id.contains('!')));
    assert_eq!(engine.voices.len(), 7);
}

#[test]
fn a_voice_that_is_asked_for_speaks_if_it_knows_the_language() {
    let engines = StandIn::new("speaks").engines(&ESPEAK);
    let voice = |language, name| speaks(&engines, EngineChoice::Auto, language, Some(name));
    assert_eq!(voice("en", "English (America)"), "espeak-ng: gmw/en-US");
    assert_eq!(voice("en", "gmw/en-us"), "espeak-ng: gmw/en-US");
    assert_eq!(voice("en", "english_(america)+f3"), "espeak-ng: gmw/en-US+f3");
    assert_eq!(voice("de", "English (America)"), "espeak-ng: gmw/de");
    assert_eq!(voice("en", "--version"), "espeak-ng: gmw/en");
    assert_eq!(voice("en", "gmw/en-US+../../x"), "espeak-ng: gmw/en");
}

#[test]
fn the_reason_for_a_choice_is_told() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    let engines = stand_in.engines(EngineKind::ALL);
    let why = |wish, voice: Option<&str>| {
        engines.choose(wish, &Manner { voice: voice.map(str::to_owned), ..manner() }).why
    };
    assert_eq!(why(EngineChoice::Auto, None), "it is the first that was found");
    assert_eq!(why(EngineChoice::First(EngineKind::EspeakNg), None), "your settings ask for it");
    assert_eq!(
        why(EngineChoice::First(EngineKind::Say), None),
        "say is asked for, but has no voice here for the language"
    );
    assert_eq!(why(EngineChoice::Auto, Some("gmw/en")), "your settings name this voice");
    assert_eq!(
        why(EngineChoice::Auto, Some("Robin")),
        "it is the first that was found; no voice called “Robin” speaks the language"
    );
}

#[test]
fn piper_is_preferred_and_the_engine_or_voice_that_is_asked_for_comes_first() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en/en_GB/alba/medium/en_GB-alba-medium.onnx"]);
    let engines = stand_in.engines(EngineKind::ALL);
    let speaks = |wish, language, name| speaks(&engines, wish, language, name);
    assert!(speaks(EngineChoice::Auto, "en", None).starts_with("piper: /"));
    assert!(speaks(EngineChoice::Auto, "en", None).ends_with("/en_GB-alba-medium.onnx"));
    assert_eq!(speaks(EngineChoice::Auto, "de", None), "espeak-ng: gmw/de");
    assert_eq!(speaks(EngineChoice::Auto, "en", Some("gmw/en")), "espeak-ng: gmw/en");
    let espeak = EngineChoice::First(EngineKind::EspeakNg);
    assert_eq!(speaks(espeak, "en", Some("en_GB-alba-medium")), "espeak-ng: gmw/en");
}

#[test]
fn piper_without_models_is_left_alone_and_another_program_of_its_name_is_told_beside_some() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper");
    assert!(stand_in.engines(&[EngineKind::Piper]).all().is_empty());
    stand_in.has_models(&["en_GB-alba-medium.onnx"]);
    assert_eq!(stand_in.engines(&[EngineKind::Piper]).all().len(), 1);
    fs::write(stand_in.path("help"), "Usage: configure gaming mice\n").expect("a file");
    let engines = stand_in.engines(&[EngineKind::Piper]);
    assert!(engines.all().is_empty());
    let [problem] = engines.problems() else { panic!("{engines:?}") };
    assert!(problem.what.ends_with("piper is another program of that name"), "{problem:?}");
}

#[test]
fn a_piper_that_does_not_start_is_told_with_the_voices_that_cannot_be_used_either() {
    let stand_in = StandIn::new("speaks");
    stand_in.has_models(&["en_GB-alba-medium.onnx", "en_GB-cori-high.onnx"]);
    fs::write(stand_in.path("models/en_GB-cori-high.onnx.json"), "{").expect("a file");
    std::os::unix::fs::symlink("/bin/false", stand_in.path("piper")).expect("a link");
    let engines = stand_in.engines(&[EngineKind::Piper]);
    let [program, voice] = engines.problems() else { panic!("{engines:?}") };
    assert!(program.what.ends_with("piper does not answer: it ended with its error number 1"));
    assert!(voice.what.contains("en_GB-cori-high.onnx.json is damaged"), "{voice:?}");
}

#[test]
fn espeak_ng_is_told_voice_pace_and_pitch() {
    let stand_in = StandIn::new("speaks");
    let mut line = utterance("Rest.");
    line.manner = Manner { words_per_minute: 84, pitch: 100, ..manner() };
    let arguments = told(&stand_in, EngineKind::EspeakNg, &line);
    let values = ["-v", "-s", "-p"].map(|option| behind(&arguments, option));
    assert_eq!(values, ["gmw/en+m7", "208", "99"]);
    assert!(arguments.contains(&"--stdin".to_owned()));
    assert_eq!(stand_in.starts(), 1, "it was as long as it is to be");
}

#[test]
fn a_sentence_that_is_too_short_or_too_long_is_asked_for_once_more_and_no_oftener() {
    let stand_in = StandIn::new("speaks");
    let told_once = |words| {
        let before = stand_in.starts();
        let arguments = told(&stand_in, EngineKind::EspeakNg, &utterance(words));
        let pace: u32 = behind(&arguments, "-s").parse().expect("a number");
        (stand_in.starts() - before, pace)
    };
    // The made-up engine takes as long as for one syllable, whatever it is told.
    let (starts, slower) = told_once("Rest a little.");
    assert_eq!(starts, 2);
    assert_eq!(slower, 80, "no slower than it can be told");
    let (starts, _) = told_once("Rest.");
    assert_eq!(starts, 1);
}

#[test]
fn what_was_learnt_of_a_voice_serves_for_its_next_sentence() {
    let stand_in = StandIn::new("speaks");
    let cache = Cache::passing().expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let engines = stand_in.engines(&ESPEAK);
    let mut synthesizer = Synthesizer::new(engines, EngineChoice::Auto, &cache, &none, &stop);
    let mut paces = ["Rest.", "Lie.", "Sit.", "Hang."].map(|words| {
        synthesizer.synthesize(&utterance(words));
        let arguments = stand_in.noted("arguments");
        let arguments: Vec<String> = arguments.lines().map(str::to_owned).collect();
        behind(&arguments, "-s").parse::<u32>().expect("a number")
    });
    assert_eq!(stand_in.starts(), 4);
    paces.sort_unstable();
    assert!(paces[3] - paces[0] < 40, "{paces:?}");
}

#[test]
fn piper_is_told_how_much_slower_than_usual() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    let arguments = told(&stand_in, EngineKind::Piper, &utterance("Rest."));
    assert_eq!(behind(&arguments, "--length_scale"), "0.817");
    assert_eq!(stand_in.starts(), 1);
}

#[test]
fn the_voices_of_macos_are_read_and_odd_ones_come_last() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("say").prints_voices(
        "Albert              en_US    # Hello! My name is Albert.\n\
         Bad News            en_US    # Hello! My name is Bad News.\n\
         Daniel              en_GB    # Hello! My name is Daniel.\n\
         Eddy (English (UK)) en_GB    # Hello! My name is Eddy.\n\
         Anna                de_DE    # Hallo! Ich heiße Anna.\n\
         Serena (Premium)    en_GB    # Hello! My name is Serena.\n",
    );
    let engines = stand_in.engines(&[EngineKind::Say]);
    let voice = |language, name| speaks(&engines, EngineChoice::Auto, language, name);
    assert_eq!(voice("en", None), "say: Serena (Premium)");
    assert_eq!(voice("de", None), "say: Anna");
    assert_eq!(voice("en", Some("bad news")), "say: Bad News");
    let arguments = told(&stand_in, EngineKind::Say, &utterance("-v Let go."));
    assert_eq!(behind(&arguments, "-r"), "80");
    assert!(behind(&arguments, "-f").ends_with("/line.txt"));
}

#[test]
fn the_voices_of_windows_are_told_everything_through_the_environment() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("powershell");
    stand_in.prints_voices(
        "\u{feff}Microsoft Hedda Desktop\tde-DE\r\nMicrosoft Hazel Desktop\ten-GB\r\n",
    );
    let arguments = told(&stand_in, EngineKind::Sapi, &utterance("'; Remove-Item *"));
    assert!(!arguments.join(" ").contains("Remove-Item"));
    let environment = stand_in.noted("environment");
    assert!(environment.contains("UNCLENCH_VOICE=Microsoft Hazel Desktop\n"));
    assert!(environment.contains("UNCLENCH_RATE=-10\n"), "{environment}");
    told(&stand_in, EngineKind::Sapi, &utterance("Rest."));
    let environment = stand_in.noted("environment");
    assert!(environment.contains("UNCLENCH_RATE=2\n"), "{environment}");
}

#[test]
fn a_program_is_found_by_its_absolute_path_alone() {
    let stand_in = StandIn::new("speaks");
    let search = |path: String| {
        let search = stand_in.search(&ESPEAK);
        SpeechEngines::find(&crate::voice::EngineSearch { path: path.into(), ..search }).all().len()
    };
    let folder = stand_in.path("").display().to_string();
    assert_eq!(search(format!("relative::.:{folder}")), 1);
    assert_eq!(search("relative::.".to_owned()), 0);
    fs::write(stand_in.path("plain"), "").expect("a file");
    fs::create_dir_all(stand_in.path("other/espeak-ng")).expect("a folder that is no program");
    assert_eq!(search(format!("{folder}/other:{folder}")), 1);
}

#[test]
fn hostile_words_reach_the_engine_as_words() {
    let long = format!("{}.", "Breathe in, and out again ".repeat(390).trim());
    let lines = [
        "--version",
        "-w /tmp/elsewhere.wav",
        "; rm -rf ~ #",
        "$(touch /tmp/x) `id` | sh && exit",
        "<speak><break time=\"9s\"/>now</speak>",
        "one\ntwo\r\nthree\0four",
        "soft 🙂 shoulders ﷽ \u{202e}",
        "'\"\\ %s %n {side}",
        &long,
    ];
    for words in lines {
        let stand_in = StandIn::new("speaks");
        let arguments = told(&stand_in, EngineKind::EspeakNg, &utterance(words));
        let script = utterance(words).script().expect("a script");
        let heard = stand_in.noted("heard");
        // Sentence by sentence, some of them twice.
        let mut sentences: Vec<&str> = heard.lines().collect();
        sentences.dedup();
        assert_eq!(sentences.join(" "), script);
        assert!(!arguments.join("\n").contains(&script), "{arguments:?}");
        assert_eq!(arguments.len(), 11);
    }
    assert!(long.len() > 10_000);
}

#[test]
fn pictures_and_markup_never_reach_an_engine() {
    let script = |words: &str| utterance(words).script();
    for (words, told) in [
        ("Breathe in \u{1f60c}, and out.", "Breathe in , and out."),
        ("\u{1f9d8}\u{1f3fd}\u{200d}\u{2640}\u{fe0f} Sit.", "Sit."),
        ("**Slowly** and _softly_", "Slowly and softly"),
        ("<b>Rest</b> here<break time=\"1s\"/>.", "Rest here ."),
        ("Press \u{2192} let go \u{2713}", "Press let go"),
        ("3 < 5 minutes", "3 5 minutes"),
        ("Don\u{2019}t hurry \u{2014} rest\u{2026}", "Don\u{2019}t hurry \u{2014} rest\u{2026}"),
        ("肩の力を抜いて。", "肩の力を抜いて。"),
    ] {
        assert_eq!(script(words).as_deref(), Ok(told), "{words}");
    }
    assert!(script("\u{1f60c}\u{fe0f}").is_err());
}

#[test]
fn an_engine_is_shown_no_sound_server_since_it_would_hang_with_it() {
    let stand_in = StandIn::new("speaks");
    told(&stand_in, EngineKind::EspeakNg, &utterance("Rest."));
    let environment = stand_in.noted("environment");
    assert!(environment.contains("PULSE_SERVER=unix:/nowhere/pulse\n"), "{environment}");
}

#[test]
fn an_engine_that_does_not_answer_is_told_apart_from_one_that_is_not_there() {
    let stand_in = StandIn::new("speaks");
    let folder = tempfile::TempDir::new().expect("a folder");
    let place = folder.path().join("espeak-ng");
    std::os::unix::fs::symlink("/usr/bin/yes", &place).expect("a link");
    let search = crate::voice::EngineSearch {
        path: folder.path().into(),
        asking_limit: Some(std::time::Duration::from_millis(300)),
        ..stand_in.search(&ESPEAK)
    };
    let engines = SpeechEngines::find(&search);
    let [problem] = engines.problems() else { panic!("{:?}", engines.problems()) };
    assert!(problem.what.contains("espeak-ng does not tell its voices"), "{}", problem.what);
    let nowhere = crate::voice::EngineSearch { path: "/nowhere".into(), ..search };
    assert_eq!(SpeechEngines::find(&nowhere).problems(), []);
}
