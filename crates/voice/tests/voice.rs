//! The voice that is built in, as another crate uses it.

use std::time::Duration;

use unclench_voice::{SAMPLE_RATE, Speed, Voice, VoiceFileError};

const HEART: &[u8] = include_bytes!("../assets/heart.voice");

fn seconds(sound: &[f32]) -> f32 {
    sound.len() as f32 / SAMPLE_RATE as f32
}

/// How long something is heard, without the silence at the ends.
fn words_seconds(sound: &[f32]) -> f32 {
    let hush = sound.iter().fold(0.0_f32, |most, sample| most.max(sample.abs())) * 0.008;
    let is_heard = |sample: &f32| sample.abs() > hush;
    let [first, last] = [sound.iter().position(is_heard), sound.iter().rposition(is_heard)];
    (last.unwrap_or_default() - first.unwrap_or_default()) as f32 / SAMPLE_RATE as f32
}

fn level(sound: &[f32]) -> f32 {
    (sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32).sqrt()
}

#[test]
fn a_sentence_becomes_sound_of_a_likely_length_and_level() {
    let sound = Voice::built_in().say("Lay your right hand on your left shoulder.", Speed::OWN);
    assert!((2.0..4.0).contains(&seconds(&sound)), "{} s", seconds(&sound));
    assert!((0.02..0.2).contains(&level(&sound)), "{}", level(&sound));
}

#[test]
fn half_the_speed_takes_about_twice_as_long() {
    let voice = Voice::built_in();
    let [own, slow] =
        [Speed::OWN, Speed::SLOWEST].map(|speed| seconds(&voice.say("And let it go.", speed)));
    assert!((1.7..2.3).contains(&(slow / own)), "{own} s, then {slow} s");
}

#[test]
fn the_speed_for_a_length_makes_words_of_that_length() {
    let voice = Voice::built_in();
    let sentences = [
        "Lay your right hand on your left shoulder.",
        "If it feels sharp or numb, move away from it.",
        "Breathe out slowly, and let your shoulders sink a little.",
    ];
    for (sentence, seconds) in sentences.into_iter().flat_map(|it| [(it, 3.6), (it, 3.0)]) {
        let reading = unclench_voice::read(sentence);
        let speed = voice.speed_for(&reading, Duration::from_secs_f32(seconds));
        let words = words_seconds(&voice.speak(&reading, speed));
        assert!((words / seconds - 1.0).abs() < 0.08, "{sentence} {words} s for {seconds} s");
    }
}

#[test]
fn a_length_that_no_speed_has_gets_the_nearest_speed() {
    let voice = Voice::built_in();
    let speed = |text: &str, seconds| {
        voice.speed_for(&unclench_voice::read(text), Duration::from_secs(seconds)).times()
    };
    let near = |speed: f32, right: Speed| (speed - right.times()).abs() < 0.001;
    assert!(near(speed("Let it go.", 60), Speed::SLOWEST));
    assert!(near(speed("Let it go.", 0), Speed::FASTEST));
    assert!(near(speed(&"Let it go, and rest. ".repeat(20), 1), Speed::FASTEST));
    assert!((0.5..=2.0).contains(&speed("", 3)));
}

#[test]
fn the_same_words_make_the_same_sound_and_others_another() {
    let voice = Voice::built_in();
    let say = |text| voice.say(text, Speed::OWN);
    assert_eq!(say("Breathe out."), say("Breathe out."));
    assert_ne!(say("Breathe out."), say("Breathe in."));
}

#[test]
fn every_sample_is_a_sound_and_the_edges_are_soft() {
    let voice = Voice::built_in();
    for text in ["Tense.", "One, two, three!", "漢字 Zzz 123", "a"] {
        let sound = voice.say(text, Speed::OWN);
        assert!(sound.iter().all(|sample| sample.abs() <= 1.0), "{text}");
        assert!(sound[0].abs() < 0.01 && sound[sound.len() - 1].abs() < 0.01, "{text}");
    }
}

#[test]
fn nothing_to_say_makes_no_sound() {
    let voice = Voice::built_in();
    for text in ["", " … ", "?!", "🙂"] {
        assert!(voice.say(text, Speed::OWN).is_empty(), "{text:?}");
    }
}

#[test]
fn a_very_long_sentence_is_spoken_whole() {
    let sentence = "and then the other shoulder, slowly, ".repeat(12);
    let sound = Voice::built_in().say(&sentence, Speed::FASTEST);
    assert!(seconds(&sound) > 12.0, "{} s", seconds(&sound));
}

#[test]
fn the_voice_says_what_it_is_and_where_it_comes_from() {
    let voice = Voice::built_in();
    assert_eq!(voice.about("name"), Some("heart"));
    assert_eq!(voice.about("licence"), Some("Apache-2.0"));
    assert!(voice.about("origin").is_some_and(|it| it.contains("hibari") && it.contains("Kokoro")));
    assert!(voice.about("synthetic").is_some());
    assert_eq!(voice.about("colour"), None);
    for key in ["name", "language", "licence", "origin", "synthetic", "colour"] {
        assert_eq!(unclench_voice::about_built_in(key), voice.about(key), "{key}");
    }
}

#[test]
fn a_file_that_is_no_voice_is_refused_with_its_reason() {
    assert_eq!(Voice::read(b"RIFF").err(), Some(VoiceFileError::OtherFile));
    assert_eq!(Voice::read(&HEART[..500_000]).err(), Some(VoiceFileError::CutShort));
    let mut other = HEART.to_vec();
    let at = other.windows(13).position(|it| it == b"m.dec_in.bias").expect("the table is there");
    other[at] = b'x';
    assert_eq!(Voice::read(&other).err(), Some(VoiceFileError::Lacks("m.dec_in.bias".to_owned())));
}

#[test]
fn a_voice_whose_numbers_are_nonsense_still_ends() {
    let mut other = HEART.to_vec();
    for (at, byte) in other.iter_mut().enumerate().skip(100_000) {
        if at % 7919 == 0 {
            *byte ^= 0x55;
        }
    }
    if let Ok(voice) = Voice::read(&other) {
        assert!(voice.say("Go on.", Speed::OWN).iter().all(|sample| sample.is_finite()));
    }
}
