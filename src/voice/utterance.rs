//! One line to be spoken: what, in what manner, when, and how much time there is for it.

use std::ops::RangeInclusive;

use crate::prosody::Pace;

/// How fast an engine is ever asked to speak, in words a minute.
const PACES: RangeInclusive<u32> = 60..=300;

/// A longer line is not spoken, in bytes.
const LONGEST_BYTES: usize = 20_000;

/// How words are spoken.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Manner {
    /// How fast, in words a minute; 60 to 300 can be asked for.
    pub words_per_minute: u32,
    /// How high, 0–100; 50 is the voice's own. Only espeak-ng can change it.
    pub pitch: u8,
    /// The voice that is wished for, as its engine names it. One that is not there, or does not
    /// speak the language, is passed over.
    pub voice: Option<String>,
    /// The language of the words, such as `en` or `pt-BR`.
    pub language: String,
}

impl Manner {
    /// The pace, within what may be asked for, in the language of the words.
    pub(super) fn pace(&self) -> Pace {
        let words_per_minute = self.words_per_minute.clamp(*PACES.start(), *PACES.end());
        Pace::of(words_per_minute).in_language(&self.language)
    }
}

/// One line to be spoken: the one form it has on its way from a timeline to an engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The words, as a person would read them.
    pub text: String,
    /// How they are spoken.
    pub manner: Manner,
    /// When it is needed first, in milliseconds of its timeline.
    pub due: u64,
    /// How long it may take, in milliseconds; `None` if nothing follows.
    pub room_millis: Option<u32>,
}

impl Utterance {
    /// A line by itself, needed at once, with all the time there is.
    pub fn new(text: &str, manner: Manner) -> Self {
        Self { text: text.to_owned(), manner, due: 0, room_millis: None }
    }

    /// Whether its clip serves for another line: the same, with at least as much time.
    pub(super) fn serves(&self, other: &Self) -> bool {
        let has_room = match (self.room_millis, other.room_millis) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(room)) => own <= room,
        };
        has_room && self.manner == other.manner && self.text == other.text
    }

    /// The words as an engine gets them, or why they cannot be spoken: one line, without control
    /// characters. Pictures and the signs of markup are left out, since engines read them by their
    /// names. Square brackets become round ones, since two of them open a command or a phonetic
    /// spelling in most engines.
    pub(super) fn script(&self) -> Result<String, &'static str> {
        if self.text.len() > LONGEST_BYTES {
            return Err("the line is too long to be spoken");
        }
        let plain = without_tags(&self.text);
        let plain = plain.chars().filter(|letter| !joins_pictures(*letter));
        let plain = plain.map(|letter| match letter {
            '[' => '(',
            ']' => ')',
            '*' | '_' | '#' | '`' | '~' | '|' | '\\' | '<' | '>' | '^' => ' ',
            letter if letter.is_control() || is_picture(letter) => ' ',
            letter => letter,
        });
        let plain: String = plain.collect();
        let words: Vec<&str> = plain.split_whitespace().collect();
        if !plain.contains(char::is_alphanumeric) {
            return Err("there is nothing to say");
        }
        Ok(words.join(" "))
    }
}

/// The text without what looks like a tag of HTML or SSML: `<b>`, `</b>`, `<break time="1s"/>`.
fn without_tags(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        plain.push_str(before);
        let begins =
            tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let end = tag.find('>').filter(|_| begins);
        plain.push(' ');
        rest = &tag[end.unwrap_or(0) + 1..];
    }
    plain.push_str(rest);
    plain
}

/// Whether a letter is a picture or a sign that engines read by its name, such as an emoji, an
/// arrow or a tick.
fn is_picture(letter: char) -> bool {
    matches!(
        letter,
        '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{2460}'..='\u{27bf}'
            | '\u{2900}'..='\u{297f}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fffc}'..='\u{fffd}'
            | '\u{1f000}'..='\u{1faff}'
            | '\u{2022}'
    )
}

/// Whether a letter only says how pictures are joined or coloured, or is not seen at all.
fn joins_pictures(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'
            | '\u{200d}'..='\u{200f}'
            | '\u{2060}'
            | '\u{20e3}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A language tag as tags are compared: `en_US` becomes `en-us`.
pub(super) fn language_tag(text: &str) -> String {
    text.trim().replace('_', "-").to_lowercase()
}

/// The language of a tag without its region: `pt` of `pt-br`.
pub(super) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
