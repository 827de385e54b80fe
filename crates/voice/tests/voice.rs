//! The voice that is built in, as another crate uses it.

use unclench_voice::{SAMPLE_RATE, Speed, Voice, VoiceFileError};

const HEART: &[u8] = include_bytes!("../assets/heart.voice");

fn seconds(sound: &[f32]) -> f32 {
    sound.len() as f32 / SAMPLE_RATE as f32
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
