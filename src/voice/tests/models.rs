//! Models for Piper that are damaged or lack what belongs beside them.

use std::fs;

use super::manner;
use super::stand_in::StandIn;
use crate::choices::{EngineChoice, EngineKind};
use crate::voice::{Manner, SpeechEngines};

const GOOD: &str = "en_GB-alba-medium.onnx";
const BAD: &str = "de_DE-karl-low.onnx";

/// Piper with two models, of which one is as `spoil` leaves it.
fn with_a_bad_one(spoil: impl FnOnce(&StandIn)) -> (StandIn, SpeechEngines) {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&[GOOD, BAD]);
    spoil(&stand_in);
    let engines = stand_in.engines(&[EngineKind::Piper]);
    (stand_in, engines)
}

/// What is said of the bad one, with the folder of models as `~`.
fn said(stand_in: &StandIn, engines: &SpeechEngines) -> String {
    let names: Vec<&str> = engines.all()[0].voices.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["en_GB-alba-medium"], "the other one is a voice still");
    let [problem] = engines.problems() else { panic!("{:?}", engines.problems()) };
    assert_eq!(problem.engine, EngineKind::Piper);
    problem.what.replace(&stand_in.path("models").display().to_string(), "~")
}

#[test]
fn a_model_without_its_description_is_named_as_that() {
    let (stand_in, engines) = with_a_bad_one(|stand_in| {
        fs::remove_file(stand_in.path(&format!("models/{BAD}.json"))).expect("removed");
    });
    assert_eq!(
        said(&stand_in, &engines),
        "the Piper voice “de_DE-karl-low” cannot be used: ~/de_DE-karl-low.onnx.json is missing; \
         download it into the folder of the model"
    );
}

#[test]
fn a_description_without_its_model_and_a_folder_in_its_place_are_named_as_that() {
    let model = |stand_in: &StandIn| stand_in.path(&format!("models/{BAD}"));
    let (stand_in, engines) = with_a_bad_one(|stand_in| {
        fs::remove_file(model(stand_in)).expect("removed");
    });
    assert_eq!(
        said(&stand_in, &engines),
        "the Piper voice “de_DE-karl-low” cannot be used: ~/de_DE-karl-low.onnx is missing; download \
         it into the folder of its description"
    );
    let (stand_in, engines) = with_a_bad_one(|stand_in| {
        fs::remove_file(model(stand_in)).expect("removed");
        fs::create_dir(model(stand_in)).expect("a folder");
    });
    assert_eq!(
        said(&stand_in, &engines),
        "the Piper voice “de_DE-karl-low” cannot be used: ~/de_DE-karl-low.onnx is a folder; put the \
         file of the model itself there"
    );
}

#[test]
fn a_model_with_a_large_ending_is_a_voice_too() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.ONNX"]);
    let engines = stand_in.engines(&[EngineKind::Piper]);
    assert!(engines.problems().is_empty(), "{engines:?}");
    assert_eq!(engines.all()[0].voices[0].name, "en_GB-alba-medium");
}

#[test]
fn a_damaged_description_is_named_as_that() {
    let cut_short = r#"{"audio": {"sample_rate": 22050}, "phoneme"#;
    for text in ["", "{}", "[]", "<!DOCTYPE html>", cut_short, "\0\0\0"] {
        let (stand_in, engines) = with_a_bad_one(|stand_in| {
            fs::write(stand_in.path(&format!("models/{BAD}.json")), text).expect("a file");
        });
        assert_eq!(
            said(&stand_in, &engines),
            "the Piper voice “de_DE-karl-low” cannot be used: ~/de_DE-karl-low.onnx.json is \
             damaged; download it again",
            "{text:?}"
        );
    }
}

#[test]
fn a_model_that_does_not_name_its_language_is_told_and_one_of_another_program_is_not() {
    let (stand_in, engines) = with_a_bad_one(|stand_in| {
        for ending in ["onnx", "onnx.json"] {
            let path = |name: &str| stand_in.path(&format!("models/{name}.{ending}"));
            fs::rename(path("de_DE-karl-low"), path("karl")).expect("renamed");
        }
        fs::write(stand_in.path("models/other.onnx"), "a model").expect("a file");
    });
    assert_eq!(
        said(&stand_in, &engines),
        "the Piper voice “karl” cannot be used: ~/karl.onnx does not name its language; call it as \
         it was called, such as `en_GB-alba-medium.onnx`"
    );
}

#[test]
fn a_model_that_is_none_is_named_as_that() {
    let pointer = "version https://git-lfs.github.com/spec/v1";
    for (text, what) in [("", "empty"), (pointer, "a page or pointer instead of the model")] {
        let (stand_in, engines) = with_a_bad_one(|stand_in| {
            fs::write(stand_in.path(&format!("models/{BAD}")), text).expect("a file");
        });
        let wanted = format!(
            "the Piper voice “de_DE-karl-low” cannot be used: ~/de_DE-karl-low.onnx is {what}; \
             download it again"
        );
        assert_eq!(said(&stand_in, &engines), wanted);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
fn a_folder_a_pipe_or_a_link_that_leads_nowhere_in_its_place_is_named_and_not_waited_for() {
    let json = format!("models/{BAD}.json");
    let spoils: [&dyn Fn(&StandIn); 3] = [
        &|it| fs::create_dir(it.path(&json)).expect("a folder"),
        &|it| {
            let made = std::process::Command::new("mkfifo").arg(it.path(&json)).status();
            assert!(made.expect("mkfifo is there").success());
        },
        &|it| std::os::unix::fs::symlink("/nowhere/at/all", it.path(&json)).expect("a link"),
    ];
    for spoil in spoils {
        let (stand_in, engines) = with_a_bad_one(|stand_in| {
            fs::remove_file(stand_in.path(&json)).expect("removed");
            spoil(stand_in);
        });
        let said = said(&stand_in, &engines);
        assert!(said.starts_with("the Piper voice “de_DE-karl-low” cannot be used: "), "{said}");
    }
}

#[test]
fn names_that_begin_with_a_dot_are_no_models() {
    let (_, engines) = with_a_bad_one(|stand_in| {
        for name in [BAD.to_owned(), format!("{BAD}.json")] {
            let hidden = stand_in.path(&format!("models/._{name}"));
            fs::rename(stand_in.path(&format!("models/{name}")), hidden).expect("renamed");
        }
    });
    assert_eq!(engines.all()[0].voices.len(), 1);
    assert!(engines.problems().is_empty(), "{engines:?}");
}

#[test]
fn where_another_folder_has_the_same_voice_whole_nothing_is_missing() {
    let (_, engines) = with_a_bad_one(|stand_in| {
        fs::write(stand_in.path(&format!("models/{BAD}.json")), "").expect("a file");
        stand_in.has_models(&[&format!("z/{BAD}")]);
    });
    assert_eq!(engines.all()[0].voices.len(), 2);
    assert!(engines.problems().is_empty(), "{engines:?}");
}

#[test]
fn where_it_is_why_nothing_speaks_or_another_engine_does_the_reason_names_it() {
    let (stand_in, _) = with_a_bad_one(|stand_in| {
        for name in [BAD, GOOD] {
            fs::write(stand_in.path(&format!("models/{name}.json")), "").expect("a file");
        }
    });
    let why = |kinds: &[EngineKind], wish, voice: Option<&str>| {
        let manner = Manner { voice: voice.map(str::to_owned), ..manner() };
        stand_in.engines(kinds).choose(wish, &manner).why
    };
    let piper = EngineKind::Piper;
    let alone = why(&[piper], EngineChoice::Auto, None);
    assert!(alone.starts_with("the Piper voice “de_DE-karl-low” cannot be used"), "{alone}");
    let both = [piper, EngineKind::EspeakNg];
    let asked = why(&both, EngineChoice::First(piper), None);
    assert!(asked.contains("no voice here for the language; the Piper voice “"), "{asked}");
    let named = why(&both, EngineChoice::Auto, Some("en_GB-alba-medium"));
    assert!(named.contains("; the Piper voice “en_GB-alba-medium” cannot be used"), "{named}");
    assert_eq!(why(&both, EngineChoice::Auto, None), "it is the first that was found");
}
