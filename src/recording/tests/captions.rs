//! Captions, read back by a strict reader of WebVTT.

use super::{BREATHS, CHIMES, laid_out};
use crate::body::Side;
use crate::recording::captions;
use crate::timeline::{Ending, SegmentKind, Spoken};

/// One caption as it stands in the file.
#[derive(Debug, PartialEq)]
struct Cue {
    start: u64,
    end: u64,
    text: String,
}

/// Reads a WebVTT file, and panics at whatever a player might stumble over.
fn read(file: &str) -> Vec<Cue> {
    let body = file.strip_prefix("WEBVTT\n\n").expect("the signature, then a blank line");
    assert!(file.ends_with('\n') && !file.contains(['\r', '\0']));
    let mut cues: Vec<Cue> = Vec::new();
    for block in body.trim_end().split("\n\n") {
        if let Some(note) = block.strip_prefix("NOTE\n") {
            assert!(!note.contains("-->"), "{note}");
            continue;
        }
        let mut lines = block.lines();
        let number = lines.next().expect("a number");
        assert_eq!(number, (cues.len() + 1).to_string());
        let (start, end) = lines.next().and_then(|it| it.split_once(" --> ")).expect("two times");
        let text: Vec<String> = lines.map(unescaped).collect();
        assert!(!text.is_empty() && text.iter().all(|line| !line.trim().is_empty()), "{block}");
        cues.push(Cue { start: millis(start), end: millis(end), text: text.join("\n") });
    }
    cues
}

/// `HH:MM:SS.mmm`, and nothing else.
fn millis(time: &str) -> u64 {
    let (hours, rest) = time.split_once(':').expect("hours");
    let (minutes, rest) = rest.split_once(':').expect("minutes");
    let (seconds, millis) = rest.split_once('.').expect("seconds");
    assert!(hours.len() >= 2 && minutes.len() == 2 && seconds.len() == 2 && millis.len() == 3);
    let number = |text: &str| text.parse::<u64>().expect("digits");
    assert!(number(minutes) < 60 && number(seconds) < 60, "{time}");
    ((number(hours) * 60 + number(minutes)) * 60 + number(seconds)) * 1_000 + number(millis)
}

/// A line of text; no tag may be in it, and no `&` but that of an escape.
fn unescaped(line: &str) -> String {
    assert!(!line.contains(['<', '>']), "{line}");
    let mut parts = line.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').expect("an escape has an end");
        let letter = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            other => panic!("&{other}; in {line}"),
        };
        text.extend([letter, rest]);
    }
    text
}

#[test]
fn captions_follow_one_another_without_overlap() {
    for text in [CHIMES, BREATHS] {
        let (session, timeline) = laid_out(text);
        let cues = read(&captions(&session, &timeline, &|_| None));
        assert!(cues.iter().all(|cue| cue.start < cue.end), "{cues:?}");
        assert!(cues.windows(2).all(|pair| pair[0].end <= pair[1].start), "{cues:?}");
    }
}

#[test]
fn all_that_is_said_is_in_the_captions_when_it_is_said() {
    let (session, timeline) = laid_out(CHIMES);
    let cues = read(&captions(&session, &timeline, &|_| None));
    let spoken = timeline.spoken();
    assert!(
        spoken
            .iter()
            .any(|(_, words)| words.words.text(timeline.texts()).contains("other shoulder")),
        "{spoken:?}"
    );
    for (_, words) in spoken {
        let at = cues.iter().find(|cue| cue.start == words.due).expect("a caption begins there");
        let said = at.text.replace('\n', ". ");
        let words = words.words.text(timeline.texts());
        assert!(said.contains(&*words), "{words} in {said}");
    }
}

#[test]
fn both_sides_are_announced_by_their_names() {
    let (session, timeline) = laid_out(CHIMES);
    let cues = read(&captions(&session, &timeline, &|_| None));
    let at = |start| cues.iter().find(|cue| cue.start == start).expect("a caption").text.clone();
    for segment in timeline.segments().iter().filter(|segment| segment.step.is_some()) {
        let Some(side) = segment.side.map(Side::word) else { continue };
        let text = at(segment.start).to_lowercase();
        assert!(text.contains(side), "{side} in {text}");
    }
    let switch = timeline.segments().iter().find(|segment| segment.kind == SegmentKind::Switch);
    assert!(at(switch.expect("sides change").start).contains("Now the other shoulder."));
}

#[test]
fn a_caption_lasts_as_long_as_its_words_take_to_say() {
    let (session, timeline) = laid_out(CHIMES);
    let cues = read(&captions(&session, &timeline, &|_| None));
    let opening = "Get comfortable, any way you like.";
    let first = &cues[0];
    assert!(first.text.contains(opening), "{first:?}");
    let spoken = timeline.pace_at(0).millis(opening).max(2_000);
    assert_eq!(first.end, spoken.min(cues[1].start));
}

#[test]
fn a_caption_ends_with_the_voice_where_its_length_is_known() {
    let (session, timeline) = laid_out(CHIMES);
    let opening = "Get comfortable, any way you like.";
    let heard = |spoken: &Spoken| (spoken.words.text(timeline.texts()) == opening).then_some(1_234);
    let cues = read(&captions(&session, &timeline, &heard));
    let estimated = read(&captions(&session, &timeline, &|_| None));
    assert_eq!(cues[0].end, cues[0].start + 1_234);
    assert_eq!(cues[1..], estimated[1..]);
    let note = |file: String| file.lines().nth(3).unwrap_or_default().to_owned();
    let told = note(captions(&session, &timeline, &heard));
    assert!(told.ends_with("spoken words are shown until the voice ends, and how long others are shown is an estimate."), "{told}");
    let told = note(captions(&session, &timeline, &|_| None));
    assert!(told.ends_with("how long each is shown is an estimate."), "{told}");
}

#[test]
fn at_night_captions_go_as_slowly_as_the_voice() {
    let (session, by_day) = laid_out(CHIMES);
    let at_night = by_day.with_ending(Ending::Night { play_on: 0 });
    let words = "Now the other shoulder.";
    for timeline in [by_day, at_night] {
        let cues = read(&captions(&session, &timeline, &|_| None));
        let cue = cues.iter().find(|cue| cue.text.contains(words)).expect("a caption");
        let next = cues.iter().map(|cue| cue.start).find(|start| *start > cue.start);
        // The chime leads the words by 1.4 s.
        let spoken = (1_400 + timeline.pace_at(cue.start).millis(words)).max(2_000);
        assert_eq!(cue.end, next.map_or(u64::MAX, |next| next.min(cue.start + spoken)));
    }
}

#[test]
fn the_breath_is_captioned_where_no_other_words_stand() {
    let (session, timeline) = laid_out(BREATHS);
    let cues = read(&captions(&session, &timeline, &|_| None));
    let breaths: Vec<u64> = cues.iter().skip(2).map(|cue| cue.start).collect();
    let last = timeline.millis() - 6_000;
    assert!(breaths.contains(&last), "{cues:?}");
    assert!(!breaths.contains(&2_000), "the instruction is shown there: {cues:?}");
}

#[test]
fn what_a_player_could_take_for_a_tag_is_escaped() {
    let (session, timeline) = laid_out(BREATHS);
    let file = captions(&session, &timeline, &|_| None);
    assert!(file.contains("In &amp; out --&gt; &lt;slowly&gt;."), "{file}");
    assert!(read(&file)[1].text.contains("In & out --> <slowly>."));
}

#[test]
fn the_file_says_what_it_is() {
    let (session, timeline) = laid_out(CHIMES);
    let file = captions(&session, &timeline, &|_| None);
    assert!(file.starts_with("WEBVTT\n\nNOTE\nChimes, by Unclench contributors (CC-BY-4.0)."));
}

#[test]
fn a_german_session_is_captioned_in_german_alone() {
    let (session, timeline) = laid_out(include_str!("../../../tests/sessions/valid/german.toml"));
    let cues = read(&captions(&session, &timeline, &|_| None));
    let texts: Vec<_> = cues.iter().map(|cue| cue.text.replace('\n', " / ")).collect();
    assert_eq!(
        texts[..5],
        [
            "Ankommen / Setz dich bequem hin.",
            "Ein Wort vorab / Wenn es kribbelt oder taub wird, lass nach oder hör auf.",
            "Linke Schulter oben: Schulter kneten / Nimm die linke Schulter in die rechte Hand. \
             Drück sie weich und lass wieder los.",
            "Lass den linken Arm dabei schwer hängen.",
            "In zehn Sekunden die andere Schulter.",
        ]
    );
    let english = crate::words::Texts::of(crate::words::Language::English);
    for (_, spoken) in timeline.spoken() {
        if spoken.words.by_author().is_none() {
            let words = spoken.words.text(english);
            assert!(!texts.iter().any(|text| text.contains(&*words)), "{words}");
        }
    }
}
