//! What is spoken, and whether there is time for it, at the exact edge.

use super::edges::{length, step, told};
use crate::prosody::{Pace, SENTENCE_PAUSE_MILLIS};

#[test]
fn a_step_begins_with_words_but_a_short_rest_and_the_last_one_in_bed() {
    let silent = |kind: &str, keys: &str| step(kind, keys).replace("text = \"Soft.\"\n", "");
    let rest = |keys: &str| silent("rest", keys);
    let bed = "settings = [\"bed\"]\n";
    for (head, steps, found) in [
        ("", rest("length = \"19.999s\"\n"), 0),
        ("", rest("length = \"20s\"\n"), 1),
        ("", rest("length = \"10s\"\nmax = \"19.999s\"\n"), 0),
        ("", rest("length = \"10s\"\nmax = \"20s\"\n"), 1),
        ("", silent("scan", "length = \"10s\"\n"), 1),
        ("", rest("lines = [{ at = \"0s\", text = \"Soft.\" }]\n"), 0),
        ("", rest("lines = [{ at = \"0%\", text = \"Soft.\" }]\n"), 0),
        ("", rest("lines = [{ at = \"0.001s\", text = \"Soft.\" }]\n"), 1),
        (bed, rest(""), 0),
        (bed, rest("") + &step("rest", ""), 1),
        (bed, silent("scan", ""), 1),
    ] {
        assert_eq!(told("silent-start", head, &steps), found, "{head}{steps}");
    }
}

#[test]
fn a_sentence_has_twelve_words_at_most_and_the_voice_says_half_of_what_is_shown() {
    let words = |count: usize| vec!["soft"; count].join(" ");
    let text =
        |count: usize| step("rest", &format!("text = \"{}.\"\nlength = \"60s\"\n", words(count)));
    assert_eq!(told("long-sentence", "", &text(12)), 0);
    assert_eq!(told("long-sentence", "", &text(13)), 1);
    let shown = |shown: usize, said: usize| {
        let keys =
            format!("text = \"{}.\"\nsay = \"{}.\"\nlength = \"60s\"\n", words(shown), words(said));
        let line = format!(
            "lines = [{{ at = \"20s\", show = \"{}.\", say = \"{}.\" }}]\nlength = \"60s\"\n",
            words(shown),
            words(said)
        );
        (told("shown-only", "", &step("rest", &keys)), told("shown-only", "", &step("rest", &line)))
    };
    assert_eq!([shown(6, 3), shown(7, 3), shown(8, 4)], [(0, 0), (1, 1), (0, 0)]);
}

/// How long these words take by day, in milliseconds.
fn speaking(words: &str) -> u64 {
    Pace::DAY.millis(words)
}

const WORDS: &str = "Let both hands rest.";
const SILENT: &str = "[chimes]\nstart = \"none\"\nnext = \"none\"\nend = \"none\"\n";

#[test]
fn words_end_with_their_silence_before_whatever_comes_next() {
    let rest = |millis: u64| {
        let length = length(millis);
        step("rest", &format!("text = \"{WORDS}\"\nlength = \"{length}\"\n"))
    };
    let chimed = "[chimes]\nstart = \"none\"\nnext = \"next\"\n";
    let then = || rest(60_000);
    let wordless = then().replace(&format!("text = \"{WORDS}\"\n"), "");
    let (sentence, chime) = (SENTENCE_PAUSE_MILLIS, 700);
    assert_eq!((sentence, chime), (1_500, 700));
    for (head, after, silence) in
        [(SILENT, then(), sentence), (chimed, wordless, chime), (SILENT, String::new(), chime)]
    {
        let fits = speaking(WORDS) + silence;
        assert_eq!(told("overrun", head, &(rest(fits) + &after)), 0, "{head}{after}");
        assert_eq!(told("overrun", head, &(rest(fits - 1) + &after)), 1, "{head}{after}");
    }
    let line = |at: u64| {
        let at = length(at);
        let lines = format!("lines = [{{ at = \"{at}\", text = \"{WORDS}\" }}]\n");
        step("rest", &format!("text = \"{WORDS}\"\nlength = \"60s\"\n{lines}"))
    };
    let fits = speaking(WORDS) + sentence;
    assert_eq!(told("overrun", SILENT, &line(fits)), 0);
    assert_eq!(told("overrun", SILENT, &line(fits - 1)), 1);
}

#[test]
fn a_lead_in_is_as_long_as_its_words_or_there_is_none() {
    let words = "Get comfortable, any way you like.";
    let lead_in = |millis: u64| format!("lead-in = \"{}\"\n{SILENT}", length(millis));
    let rest = step("rest", "");
    assert_eq!(told("overrun", &lead_in(speaking(words)), &rest), 0);
    assert_eq!(told("overrun", &lead_in(speaking(words) - 1), &rest), 1);
    assert_eq!(told("overrun", &lead_in(0), &rest), 0);
}

#[test]
fn a_session_for_bed_has_ten_seconds_of_silence_at_its_end() {
    let speaking = Pace::NIGHT.millis(WORDS);
    let found = |silence: u64| {
        let at = length(silence + speaking);
        let lines =
            format!("lines = [{{ at = \"-{at}\", text = \"{WORDS}\" }}]\nlength = \"60s\"\n");
        let head = "settings = [\"bed\"]\n[chimes]\nend = \"none\"\n";
        told("woken", head, &step("rest", &lines))
    };
    assert_eq!([found(10_000), found(9_999)], [0, 1]);
    let chimed = "settings = [\"bed\"]\n[chimes]\nend = \"bowl\"\n";
    assert_eq!(told("woken", chimed, &step("rest", "length = \"60s\"\n")), 1);
    assert_eq!(told("woken", &chimed.replace("bed", "home"), &step("rest", "")), 0);
}

#[test]
fn words_are_held_to_what_leaves_them_least_room() {
    // The next step chimes as it begins and speaks half a second later: a second before the chime is
    // enough for the chime, and just enough for those words.
    let after = step("rest", "lines = [{ at = \"0.5s\", text = \"Soft.\" }]\nlength = \"60s\"\n");
    let after = after.replacen("text = \"Soft.\"\n", "", 1);
    for (silence, found) in [(1_000, 0), (999, 1)] {
        let length = length(speaking(WORDS) + silence);
        let first = step("rest", &format!("text = \"{WORDS}\"\nlength = \"{length}\"\n"));
        let head = "[chimes]\nstart = \"none\"\n";
        assert_eq!(
            told("overrun", head, &(first + &after)),
            found,
            "{silence} ms before the chime"
        );
    }
}

#[test]
fn a_look_at_the_skin_under_a_pack_is_asked_for_from_a_minute_on() {
    let pack = |at: &str| {
        let line = format!("lines = [{{ at = \"{at}\", text = \"Stop if it feels numb.\" }}]\n");
        let keys = "region = \"calf\"\ntemperature = \"cold\"\nlength = \"10m\"\n";
        told("late-warning", "", &step("pack", &format!("{keys}{line}")))
    };
    for (at, late) in [("59.999s", 1), ("60s", 0), ("-9m", 0), ("9.9%", 1), ("10%", 0)] {
        assert_eq!(pack(at), late, "{at}");
    }
}
