//! What is shown and said, as WebVTT captions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::lengths::caption_time;
use crate::session::Session;
use crate::timeline::{CueKind, Spoken, Timeline};
use crate::words::{Message, Texts};

/// No caption is meant to go before this, in milliseconds, unless the next one follows.
const SHORTEST: u64 = 2_000;

/// Some words on the screen for a while.
struct Caption {
    /// In milliseconds.
    start: u64,
    /// In milliseconds.
    end: u64,
    /// How long saying what is said of it takes by its pace, in milliseconds.
    spoken: u64,
    /// How long the voice was heard, in milliseconds, where that is known.
    heard: Option<u64>,
    lines: Vec<String>,
}

impl Caption {
    fn at(start: u64) -> Self {
        Self { start, end: start, spoken: 0, heard: None, lines: Vec::new() }
    }

    /// Adds words, unless they are there already.
    fn add(&mut self, words: &str) {
        let line = one_line(words);
        if !line.is_empty() && !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }
}

/// The captions of a session laid out on this timeline: a WebVTT file.
///
/// They hold the headings and instructions that a screen would show, every spoken line and
/// announcement, and, where nothing else is to be read, the phases of the breath. Each stays for
/// as long as saying it takes at the timeline's pace, or reading it, and goes when the next comes.
///
/// `heard_millis` says how long after it is due a line has ended, where it was spoken; its caption
/// then ends with the voice.
pub fn captions(
    session: &Session,
    timeline: &Timeline,
    heard_millis: &dyn Fn(&Spoken) -> Option<u64>,
) -> String {
    let is_heard = timeline.spoken().iter().any(|(_, spoken)| heard_millis(spoken).is_some());
    let timed = if is_heard { "voice" } else { "estimate" };
    let mut text = format!("WEBVTT\n\nNOTE\n{}\n", about(session, timeline.texts(), timed));
    let words = words(timeline, heard_millis);
    let mut captions = breaths(timeline, &words);
    captions.extend(words);
    captions.sort_by_key(|caption| caption.start);
    for (number, caption) in (1..).zip(captions) {
        let (start, end) = (caption_time(caption.start), caption_time(caption.end));
        let lines: Vec<String> = caption.lines.iter().map(|line| escaped(line)).collect();
        // Writing to memory does not fail.
        let _ = write!(text, "\n{number}\n{start} --> {end}\n{}\n", lines.join("\n"));
    }
    text
}

/// What the file is, for those who open it, and by what its times go.
fn about(session: &Session, texts: &Texts, timed: &str) -> String {
    let title = match &session.author {
        Some(author) => texts.text(
            &Message::new("captions-by")
                .with("title", session.title.as_str())
                .with("author", author.as_str()),
        ),
        None => session.title.clone(),
    };
    let licence = session.licence.as_ref().map(|licence| format!(" ({licence})"));
    let note = texts.text(&Message::new("captions-note").with("timed", timed));
    let about = format!("{title}{}. {note}", licence.unwrap_or_default());
    // A note may not hold the sign that parts two times.
    one_line(&about).replace("-->", "→")
}

/// The captions of all that is shown and said.
fn words(timeline: &Timeline, heard_millis: &dyn Fn(&Spoken) -> Option<u64>) -> Vec<Caption> {
    let texts = timeline.texts();
    let mut captions = BTreeMap::new();
    let mut at = |start: u64, words: &str, spoken: u64, heard: Option<u64>| {
        let caption: &mut Caption = captions.entry(start).or_insert_with(|| Caption::at(start));
        caption.add(words);
        caption.spoken = caption.spoken.max(spoken);
        caption.heard = caption.heard.max(heard);
    };
    for segment in timeline.segments() {
        at(segment.start, &segment.heading(texts), 0, None);
        if let Some(text) = &segment.text {
            at(segment.start, &text.text(texts), 0, None);
        }
        for (after, line) in &segment.lines {
            at(segment.start + after, line.show.as_deref().unwrap_or_default(), 0, None);
        }
    }
    for (index, spoken) in timeline.spoken() {
        let said = spoken.words.text(texts);
        let repeats = timeline.segments()[*index].shows(&spoken.words, texts);
        let shown = if repeats { "" } else { &said };
        // Shown when it is due, and until it has been said: a chime may lead the words.
        let led = spoken.after - spoken.due;
        let heard = heard_millis(spoken).filter(|heard| *heard > 0);
        at(spoken.due, shown, led + spoken.millis, heard.map(|heard| led + heard));
    }
    let mut captions: Vec<_> = captions.into_values().filter(|it| !it.lines.is_empty()).collect();
    let next: Vec<u64> = captions.iter().skip(1).map(|caption| caption.start).collect();
    for (index, caption) in captions.iter_mut().enumerate() {
        // Reading goes about twice as fast as speaking so slowly.
        let pace = timeline.pace_at(caption.start);
        let read = pace.millis(&caption.lines.join(" ")) / 2;
        let latest = next.get(index).copied().unwrap_or(u64::MAX);
        let estimated = read.max(caption.spoken).max(SHORTEST);
        let millis = caption.heard.filter(|heard| *heard > 0).unwrap_or(estimated);
        caption.end = (caption.start + millis).min(latest);
    }
    captions
}

/// The phases of the breath, where no other words are in their way.
fn breaths(timeline: &Timeline, words: &[Caption]) -> Vec<Caption> {
    let cues = timeline.cues(0, timeline.millis()).iter();
    cues.filter_map(|cue| match &cue.kind {
        CueKind::Breath { label, millis, .. } => {
            let mut caption = Caption { end: cue.at + millis, ..Caption::at(cue.at) };
            caption.add(label);
            Some(caption)
        }
        _ => None,
    })
    .filter(|breath| is_free(breath, words))
    .collect()
}

fn is_free(breath: &Caption, words: &[Caption]) -> bool {
    let first = words.partition_point(|caption| caption.end <= breath.start);
    let free = words.get(first).is_none_or(|caption| caption.start >= breath.end);
    free && breath.end > breath.start && !breath.lines.is_empty()
}

/// The same text on one line: a blank line would end a caption.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same text with nothing in it that a player could take for a tag or a time.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
