//! What is spoken, and how long it takes.

use crate::body::Side;
use crate::format::{KnownNames, parse};
use crate::timeline::WordsOf;
use crate::timeline::tests::written;

const SESSION: &str = r#"
format = 1
title = "T"
summary = "S"
settings = ["home"]
position = "any"
goals = ["stress"]

[[steps]]
kind = "tense"
title = "Fist"
text = "Make a {side} fist."
muscles = "hand-and-forearm"
side = "both"
times = 1
lines = [
  { at = "-2s", say = "Last." },
  { at = "20s", text = "Early." },
  { at = "10s", show = "Silent." },
]
"#;

#[test]
fn spoken_words_know_their_segment_and_their_line_as_it_is_written() {
    let (session, problems) = parse("s.toml", SESSION, &KnownNames::default());
    let timeline = written(&session.unwrap_or_else(|| panic!("{problems:#?}")), Side::Left);
    let spoken = timeline.spoken();
    let texts = timeline.texts();
    let told = spoken.iter().map(|(at, it)| (*at, it.after, it.words.text(texts), it.of));
    let told: Vec<_> = told.collect();
    let told: Vec<_> =
        told.iter().map(|(at, after, text, of)| (*at, *after, &**text, *of)).collect();
    let first_side = [
        (0, 0, "Get comfortable, any way you like.", WordsOf::Program),
        (1, 7_000, "Make a left fist.", WordsOf::Opening),
        (1, 10_300, "Tense, gently.", WordsOf::Program),
        (1, 16_300, "And let go.", WordsOf::Program),
        (1, 29_500, "Early.", WordsOf::Line(1)),
        (1, 35_500, "In ten seconds, the other hand and forearm.", WordsOf::Program),
        (1, 43_500, "Last.", WordsOf::Line(0)),
        (2, 46_900, "Now the other hand and forearm.", WordsOf::Program),
    ];
    assert_eq!(told[..8], first_side);
    assert_eq!(told[8].2, "Make a right fist.");
}

#[test]
fn what_is_spoken_is_what_the_cues_speak() {
    let (session, _) = parse("s.toml", SESSION, &KnownNames::default());
    let timeline = written(&session.unwrap(), Side::Right);
    let cues = timeline.cues(0, u64::MAX).iter().filter_map(|cue| match &cue.kind {
        crate::timeline::CueKind::Speech(words) => Some((cue.at, words.clone())),
        _ => None,
    });
    let spoken = timeline.spoken().iter().map(|(_, said)| (said.after, said.words.clone()));
    assert_eq!(spoken.collect::<Vec<_>>(), cues.collect::<Vec<_>>());
}

/// What is spoken in a session with these announcements of its own.
fn announced(own: &str) -> Vec<String> {
    let text = SESSION.replace("\n[[steps]]", &format!("\n[announcements]\n{own}\n\n[[steps]]"));
    let (session, problems) = parse("s.toml", &text, &KnownNames::default());
    let timeline = written(&session.unwrap_or_else(|| panic!("{problems:#?}")), Side::Left);
    let spoken = timeline.spoken().iter();
    spoken.map(|(_, it)| it.words.text(timeline.texts()).into_owned()).collect()
}

#[test]
fn an_author_words_announcements_in_their_own_way_or_leaves_them_out() {
    let spoken =
        announced("lead-in = \"none\"\nswitch = \"Now your {side} side.\"\nrelease = \"Soften.\"");
    assert_eq!(spoken[..3], ["Make a left fist.", "Tense, gently.", "Soften."]);
    assert_eq!(spoken[6], "Now your right side.");
}

const COUNTED: &str = r#"
format = 1
title = "T"
summary = "S"
settings = ["home"]
position = "any"
goals = ["stress"]

[[steps]]
kind = "stretch"
title = "Heels"
text = "Lift your {side} heel. Ten times."
side = "both"
count = { to = 10, every = "4s" }
length = "1m"
max = "3m"
"#;

#[test]
fn what_is_counted_is_counted_evenly_on_both_sides_and_nothing_is_said_between_the_numbers() {
    let (session, problems) = parse("c.toml", COUNTED, &KnownNames::default());
    let timeline = written(&session.unwrap_or_else(|| panic!("{problems:#?}")), Side::Left);
    let texts = timeline.texts();
    for segment in timeline.segments().iter().filter(|segment| segment.step.is_some()) {
        let during = segment.start..segment.end;
        let spoken = timeline.spoken().iter().map(|(_, line)| line);
        let spoken: Vec<_> = spoken.filter(|line| during.contains(&line.after)).collect();
        let words: Vec<_> = spoken.iter().map(|line| line.words.text(texts)).collect();
        let first = words.iter().position(|words| words == "One.").expect("it is counted");
        assert_eq!(words[first + 9], "Ten.", "{words:?}");
        let counted = &spoken[first..first + 10];
        assert!(counted.windows(2).all(|two| two[1].after - two[0].after == 4_000), "{counted:?}");
    }
}
