//! How texts are taken apart, and how long they take to say.

use proptest::prelude::*;

use super::SpokenLanguage::{English, German, Other};
use super::syllables::syllable_count;
use super::{Pace, SENTENCE_PAUSE_MILLIS, SpokenLanguage, sentences, word_count};

fn parts(text: &str, language: SpokenLanguage) -> Vec<&str> {
    sentences(text, language).collect()
}

/// Asserts that the sentences of a text are these, parted by `|` with a blank on either side.
#[track_caller]
fn parted(written: &str, language: SpokenLanguage) {
    let text = written.replace(" | ", " ");
    assert_eq!(parts(&text, language).join(" | "), written);
}

#[test]
fn a_sentence_ends_where_a_voice_would_pause() {
    parted("One two. | Three 4.5 {side}! | (Four?) | “Five.” | Six … | and seven", English);
    parted("Breathe in... | And out. | Ready? | Go!", English);
    parted("Say “ah.” | Then rest.", English);
    parted("“Stop!” it says. | And you do.", English);
    parted("Sag „Ah.“ | Dann ruh dich aus.", German);
    parted("¿Listo? | Suelta.", Other);
}

#[test]
fn an_abbreviation_ends_no_sentence() {
    parted("Dr. Jacobson taught it. | Try it.", English);
    parted("Use a ball, e.g. Tennis size. | Roll approx. 5 times.", English);
    parted("Use something soft, e.g. a towel. | Press lightly, i.e. with one finger.", English);
    parted("Hold it for 5 min. | Then rest. | At most approx. 10 min. a day.", English);
    parted("Nimm etwas Weiches, z. B. ein Handtuch, d. h. nichts Hartes. | Gut so.", German);
    parted("Nimm z.B. Öl. | Drück ca. 10 Sekunden, bzw. Etwas länger.", German);
    parted("Picture the letter C. | Follow it. | So do I.", English);
    parted("J. S. Bach wrote it. | It is calm.", English);
}

#[test]
fn a_number_with_a_full_stop_is_german_for_its_place_in_a_row() {
    parted("Am 3. Tag geht es leichter. | Jede 2. Minute wechseln.", German);
    parted("Zähle bis 3. | Dann lass los.", German);
    parted("Vom 1. bis zum 5. Mal. | Fertig.", German);
    parted("Count to 3. | Then let go.", English);
    parted("1. Sit down. | 2. Breathe.", English);
    parted("3. | 2. | 1.", English);
}

#[test]
fn sentences_of_chinese_and_japanese_need_no_blanks_between() {
    let japanese = "肩の力を抜きます。息を吸って。「ゆっくり吐いて。」そのまま休みます！？はい";
    assert_eq!(parts(japanese, Other).len(), 5);
    assert_eq!(parts("आराम करें। साँस लें।", Other).len(), 2);
}

#[test]
fn a_place_to_fill_in_and_letters_without_blanks_count_as_words() {
    let counts = parts("One two. Three 4.5 {side}! (Four?)", English);
    let counts: Vec<_> = counts.iter().map(|part| word_count(part)).collect();
    assert_eq!(counts, [2, 3, 1]);
    assert_eq!(word_count("放松肩膀"), 2);
    assert_eq!(word_count("ผ่อนคลายไหล่"), 4);
    assert_eq!(word_count("숨을 들이쉬세요"), 2);
    assert_eq!(word_count("iPhoneを置く"), 3);
    assert_eq!(word_count("Don’t café—naïve"), 3);
}

#[test]
fn english_syllables_leave_out_what_is_not_spoken() {
    for (words, count) in [
        ("rest", 1),
        ("breathe", 1),
        ("muscle", 2),
        ("muscles", 2),
        ("fingers", 2),
        ("takes", 1),
        ("presses", 2),
        ("relaxed", 2),
        ("rested", 2),
        ("settled", 2),
        ("comfortable", 3),
        ("shoulder blade", 3),
        ("something", 2),
        ("every evening", 4),
        ("forehead forearms", 4),
        ("quiet", 2),
        ("doing nothing", 4),
        ("lying", 2),
        ("media", 3),
        ("radio", 3),
        ("attention", 3),
        ("beyond", 2),
        ("people", 2),
        ("closely", 2),
        ("couldn’t", 2),
        ("rhythm", 2),
        ("Let your shoulders sink a little lower.", 10),
        ("10 42", 6),
    ] {
        assert_eq!(syllable_count(words, English), count, "{words}");
    }
}

#[test]
fn german_and_other_languages_speak_each_vowel_or_diphthong() {
    for (words, count) in [
        ("Lass die Schultern sinken", 6),
        ("Atme ruhig weiter", 6),
        ("schauen", 2),
        ("Knie", 1),
        ("Übung", 2),
        ("bequem", 2),
    ] {
        assert_eq!(syllable_count(words, German), count, "{words}");
    }
    for (words, count) in
        [("respira despacio", 6), ("Расслабьте плечи", 5), ("숨을 들이쉬세요", 7), ("放松肩膀", 3)]
    {
        assert_eq!(syllable_count(words, Other), count, "{words}");
    }
}

#[test]
fn the_usual_paces_are_those_that_are_promised() {
    assert_eq!(SENTENCE_PAUSE_MILLIS, 1_500);
    assert_eq!((Pace::DAY.words_per_minute(), Pace::NIGHT.words_per_minute()), (110, 80));
    assert_eq!(Pace::of(0).words_per_minute(), 1);
}

#[test]
fn two_sentences_of_usual_words_take_as_long_as_the_words_a_minute_say() {
    // Sixteen words of 21 syllables.
    let words =
        "Let your shoulders sink a little lower now. Rest both hands in your open, heavy lap.";
    let plan = Pace::DAY.plan(words);
    assert_eq!(plan.millis(), 16 * 60_000 / 110 - 1);
    assert!((1_500..=2_000).contains(&plan.pause_millis), "{plan:?}");
    let slow = Pace::NIGHT.plan(words);
    assert!((2_000..=3_000).contains(&slow.pause_millis), "{slow:?}");
    assert!(slow.millis() > plan.millis());
    assert_eq!(Pace::DAY.millis("…"), 0);
}

#[test]
fn a_single_sentence_is_spoken_no_slower_than_a_person_would() {
    let plan = Pace::NIGHT.plan("Rest your hands.");
    let [sentence] = plan.sentences[..] else { panic!("{plan:?}") };
    assert_eq!((sentence.syllables, sentence.millis), (3, 1_000));
}

#[test]
fn a_pace_beyond_natural_speech_changes_its_speed_and_its_pauses() {
    let words = "One two three four. Five six seven eight.";
    let (usual, fast) = (Pace::DAY.plan(words), Pace::of(220).plan(words));
    assert_eq!(fast.sentences[0].millis, usual.sentences[0].millis / 2);
    assert!(fast.pause_millis * 2 <= usual.pause_millis + 1);
    assert!(Pace::of(40).millis(words) > Pace::NIGHT.millis(words));
}

#[test]
fn words_of_scripts_without_blanks_take_their_time() {
    // 28 letters in four sentences: 14 words.
    let japanese = "肩の力を抜きます。息を吸って。ゆっくり吐いて。そのまま休みます。";
    let plan = Pace::DAY.in_language("ja").plan(japanese);
    assert_eq!(plan.sentences.len(), 4);
    assert!((9_000..12_000).contains(&plan.millis()), "{plan:?}");
}

proptest! {
    #[test]
    fn every_plan_keeps_to_natural_speech_and_pauses(
        text in "([A-Za-z]{1,9}[ ,.!?]{1,2}){0,30}",
        pace in 65_u32..=110,
    ) {
        let plan = Pace::of(pace).plan(&text);
        for sentence in &plan.sentences {
            let rate = sentence.syllables * 60_000 / sentence.millis;
            prop_assert!((178..=213).contains(&rate), "{sentence:?}");
        }
        prop_assert!((1_500 * 110 / pace..=3_000).contains(&(plan.pause_millis as u32)), "{plan:?}");
        prop_assert!(pace < 110 || plan.pause_millis <= 2_000, "{plan:?}");
    }

    #[test]
    fn no_words_are_lost_between_sentences(text in "\\PC{0,120}") {
        let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).count();
        let kept: usize = parts(&text, German).into_iter().map(letters).sum();
        prop_assert_eq!(kept, letters(&text));
    }

    #[test]
    fn any_text_has_a_length(text in "\\PC{0,60}", pace in 0_u32..1_000) {
        prop_assert!(Pace::of(pace).millis(&text) < 10_000_000);
    }
}
