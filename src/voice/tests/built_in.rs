//! The built-in voice as an engine.

use std::fs;
use std::sync::LazyLock;
use std::time::Duration;

use tempfile::TempDir;

use super::utterance;
use crate::choices::{EngineChoice, EngineKind};
use crate::voice::{
    EngineSearch, LineFit, LineState, Manner, SpeechEngines, SpeechOptions, SpeechWorker, Utterance,
};

const LINE: &str = "Let your shoulders sink, slowly. Then let them rest where they are.";
const WORDS: u32 = 12;

/// Only the built-in voice, and voices of its family in a folder.
fn search(folder: Option<&TempDir>) -> EngineSearch {
    EngineSearch {
        path: "".into(),
        kinds: vec![EngineKind::BuiltIn],
        piper_folders: folder.map(|it| it.path().to_owned()).into_iter().collect(),
        limit: None,
        asking_limit: None,
        own_program: None,
    }
}

/// How long the line takes at some paces, spoken once for all tests.
static SPOKEN: LazyLock<[(u32, u32); 4]> = LazyLock::new(|| {
    let paces = [80, 110, 132, 150];
    let lines = paces.map(|words_per_minute| {
        let line = utterance(LINE);
        Utterance { manner: Manner { words_per_minute, ..line.manner.clone() }, ..line }
    });
    let worker = SpeechWorker::open(SpeechOptions::new(search(None)), lines.into());
    assert!(worker.wait(Duration::from_secs(120)), "it is spoken in time");
    let millis = |line| worker.clip(line).expect("a clip").millis();
    [0, 1, 2, 3].map(|line| (paces[line], millis(line)))
});

#[test]
fn a_line_is_spoken_with_nothing_installed_about_as_fast_as_is_asked() {
    for ((asked, millis), margin) in SPOKEN.into_iter().zip([20, 20, 20, 25]) {
        let spoken = WORDS * 60_000 / millis;
        assert!(asked.abs_diff(spoken) <= asked * margin / 100, "{spoken} instead of {asked}");
    }
}

#[test]
fn the_numbers_of_a_breath_stay_on_their_beat() {
    // A second apart, with what is kept free before the next.
    let numbers = ["In.", "Two.", "Three.", "Four.", "Out.", "Five.", "Six.", "Seven.", "Eight."];
    for words_per_minute in [65, 110] {
        let lines = numbers.map(|number| {
            let manner = Manner { words_per_minute, ..super::manner() };
            Utterance { room_millis: Some(800), ..Utterance::new(number, manner) }
        });
        let worker = SpeechWorker::open(SpeechOptions::new(search(None)), lines.into());
        assert!(worker.wait(Duration::from_secs(120)));
        for (index, number) in numbers.iter().enumerate() {
            let line = worker.line(index);
            // Sooner by less than is heard as off the beat is on it.
            let fits = match line {
                LineState::Ready { fit: LineFit::Fits, .. } => true,
                LineState::Ready { fit: LineFit::StartEarlier(millis), .. } => millis <= 30,
                _ => false,
            };
            assert!(fits, "{number} at {words_per_minute}: {:?}", worker.line(index));
        }
    }
}

#[test]
fn a_faster_pace_shortens_a_line_by_as_much() {
    let [_, (_, usual), (_, faster), _] = *SPOKEN;
    let percent = usual * 100 / faster;
    assert!((110..=131).contains(&percent), "{usual} ms, then {faster} ms");
}

#[test]
fn it_speaks_english_of_every_region_and_no_other_language() {
    let engines = SpeechEngines::find(&search(None));
    let speaker = |language: &str| {
        let manner = Manner { language: language.to_owned(), ..super::manner() };
        engines.choose(EngineChoice::Auto, &manner).candidates.first().map(|it| it.voice.id.clone())
    };
    assert_eq!(speaker("en").as_deref(), Some("heart"));
    assert_eq!(speaker("en-GB").as_deref(), Some("heart"));
    assert_eq!(speaker("de"), None);
}

#[test]
fn a_line_of_more_than_a_minute_is_refused_before_it_is_spoken_whole() {
    let line = utterance(&"And then the other side, slowly. ".repeat(100));
    let worker = SpeechWorker::open(SpeechOptions::new(search(None)), vec![line]);
    assert!(worker.wait(Duration::from_secs(120)), "it is settled");
    let LineState::None { why } = worker.line(0) else { panic!("it is spoken") };
    assert!(why.contains("longer than a minute"), "{why}");
}

#[test]
fn a_voice_of_its_family_in_the_folder_is_listed_and_speaks_and_a_damaged_one_is_told() {
    let folder = TempDir::new().expect("a folder");
    let heart = include_bytes!("../../../crates/voice/assets/heart.voice");
    let mut other = heart.to_vec();
    let at = other.windows(5).position(|it| it == b"heart").expect("its name");
    other[at..at + 5].copy_from_slice(b"robin");
    fs::write(folder.path().join("robin.voice"), &other).expect("a file");
    fs::write(folder.path().join("torn.voice"), &heart[..9_000]).expect("a file");
    fs::write(folder.path().join("notes.txt"), "no voice").expect("a file");
    fs::create_dir(folder.path().join("folder.voice")).expect("a folder");
    let engines = SpeechEngines::find(&search(Some(&folder)));
    let names: Vec<&str> = engines.all()[0].voices.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["heart", "robin"]);
    let [none, problem] = engines.problems() else { panic!("{:?}", engines.problems()) };
    assert!(none.what.ends_with("folder.voice cannot be used: it is a folder"), "{}", none.what);
    assert!(problem.what.contains("torn.voice cannot be used: "), "{}", problem.what);
    assert!(problem.what.contains("cut short"), "{}", problem.what);
    let line = utterance("Let go.");
    let manner = Manner { voice: Some("robin".to_owned()), ..line.manner.clone() };
    let options = SpeechOptions::new(search(Some(&folder)));
    let worker = SpeechWorker::open(options, vec![Utterance { manner, ..line }]);
    assert!(worker.wait(Duration::from_secs(60)), "it is settled");
    assert!(worker.clip(0).is_some(), "{:?}", worker.line(0));
}

/// The line, spoken with another program in the place of this one.
#[cfg(unix)]
fn spoken_by(program: &str) -> LineState {
    let search = EngineSearch { own_program: Some(program.into()), ..search(None) };
    let worker = SpeechWorker::open(SpeechOptions::new(search), vec![utterance("Let go.")]);
    assert!(worker.wait(Duration::from_secs(60)), "it is settled");
    worker.line(0)
}

#[cfg(unix)]
#[test]
fn where_no_process_can_be_started_a_line_is_spoken_in_this_one() {
    let state = spoken_by("/nowhere/unclench");
    assert!(matches!(state, LineState::Ready { .. }), "{state:?}");
}

#[cfg(unix)]
#[test]
fn a_process_that_ends_badly_or_says_nothing_is_told() {
    for (program, told) in [("/bin/false", "it ended with"), ("/bin/true", "a file could not be")] {
        let LineState::None { why } = spoken_by(program) else { panic!("{program} speaks") };
        assert!(why.starts_with("Unclench itself: ") && why.contains(told), "{why}");
    }
}
