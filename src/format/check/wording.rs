//! Words: their length, their characters, and the places to fill in.

use std::borrow::Cow;

use super::Checker;
use crate::format::draft::{Field, Given, StepDraft};
use crate::problem::letters::{is_blank, name_of};
use crate::problem::{Span, nearest_or_all, quote};
use crate::session::limits;
use crate::session::{Needs, Placeholder, TextPiece, pieces};
use crate::words::{Message, is_direction_control, is_nothing};

/// Which places words can be filled in at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) side: bool,
    pub(super) group: bool,
    pub(super) breaths: bool,
}

impl Checker<'_> {
    /// One text, its white space made plain.
    pub(super) fn words(
        &mut self,
        key: &str,
        field: &Field<String>,
        longest: usize,
    ) -> Option<String> {
        let given = field.given()?;
        let is_plain = is_plain_line(given.value.as_bytes());
        let text = if is_plain { given.value.clone() } else { spaced_plainly(&given.value) };
        if !is_plain
            && let Some(bad) = text.chars().find(|c| c.is_control() || is_direction_control(*c))
        {
            let message = Message::new("control-character").with("key", key);
            let message = message.with("code", format!("U+{:04X}", bad as u32));
            let help = Some(Message::new("leave-it-out"));
            self.error("control-character", &given.span, message, help);
            return None;
        }
        if let Some(letter) = unseen(&given.value) {
            let message = Message::new("nothing-seen").with("key", key);
            let message = message.with("letter", name_of(letter));
            self.error("empty", &given.span, message, Some(Message::new("is-empty-help")));
            return None;
        }
        if text.is_empty() {
            let message = Message::new("is-empty").with("key", key);
            self.error("empty", &given.span, message, Some(Message::new("is-empty-help")));
            return None;
        }
        // No text has more characters than bytes, so that most need no counting.
        if text.len() > longest
            && let length = text.chars().count()
            && length > longest
        {
            let message = Message::new("too-many-characters").with("key", key);
            let message = message.with("count", length).with("most", longest);
            self.error("too-long", &given.span, message, None);
            return None;
        }
        Some(text)
    }

    /// Words of a step, whose places are filled when it is played.
    pub(super) fn template(
        &mut self,
        key: &str,
        field: &Field<String>,
        longest: usize,
        known: Known,
    ) -> Option<String> {
        let text = self.words(key, field, longest)?;
        if text.contains('{') || text.contains('}') {
            let given = field.given()?;
            for piece in pieces(&text) {
                self.place(piece, given, known);
            }
        }
        Some(text)
    }

    fn place(&mut self, piece: TextPiece<'_>, given: &Given<String>, known: Known) {
        let name = match piece {
            TextPiece::Words(_) => return,
            TextPiece::StrayBrace => {
                let (message, help) =
                    (Message::new("stray-brace"), Message::new("stray-brace-help"));
                self.error("bad-placeholder", &given.span, message, Some(help));
                return;
            }
            TextPiece::Place(name) => name,
        };
        let span = self.narrowed(given, &format!("{{{name}}}"));
        let Some(placeholder) = Placeholder::named(name) else {
            let message = Message::new("unknown-placeholder").with("name", quote(name));
            let names = Placeholder::ALL.iter().map(|(name, _)| *name);
            let help = nearest_or_all(name, names);
            self.error("bad-placeholder", &span, message, help);
            return;
        };
        if self.is_move {
            return;
        }
        let (is_known, help) = match placeholder.needs() {
            Needs::Side => (known.side, "placeholder-needs-side"),
            Needs::Group => (known.group, "placeholder-needs-group"),
            Needs::Pattern => (known.breaths, "placeholder-needs-pattern"),
            Needs::Nothing => return,
        };
        if !is_known {
            let message = Message::new("placeholder-for-nothing").with("name", quote(name));
            self.error("bad-placeholder", &span, message, Some(Message::new(help)));
        }
    }

    /// The place of some words within a value, or all of it.
    fn narrowed(&self, given: &Given<String>, words: &str) -> Span {
        let raw = self.source.slice(&given.span);
        raw.find(words).map_or_else(
            || given.span.clone(),
            |at| given.span.start + at..given.span.start + at + words.len(),
        )
    }

    /// A list of sentences.
    pub(super) fn texts(
        &mut self,
        key: &str,
        field: &Field<Vec<Field<String>>>,
        most: usize,
    ) -> Vec<String> {
        let Some(given) = field.given() else {
            return Vec::new();
        };
        self.not_too_many(key, given.value.len(), most, &given.span);
        let texts = given.value.iter();
        texts.filter_map(|text| self.words(key, text, limits::LINE)).collect()
    }

    pub(super) fn not_too_many(&mut self, key: &str, count: usize, most: usize, span: &Span) {
        if count > most {
            let message = Message::new("too-many-entries").with("key", key);
            let message = message.with("count", count).with("most", most);
            self.error("too-many", span, message, None);
        }
    }

    /// Words from the second round on; where there is no group, there is none.
    pub(super) fn later_rounds(
        &mut self,
        field: &Field<String>,
        longest: usize,
        known: Known,
    ) -> Option<String> {
        let given = field.given()?;
        if !known.group && !self.is_move && !self.allows_gaps && !given.from_move {
            let help = Some(Message::new("between-no-rounds-help"));
            self.error("conflict", &given.span, Message::new("later-no-rounds"), help);
        }
        self.template("later-rounds", field, longest, known)
    }

    /// The texts of a step: instruction, spoken words, the easier way, when to stop.
    pub(super) fn step_words(&mut self, draft: &StepDraft, known: Known) -> StepWords {
        StepWords {
            title: self.template("title", &draft.title, limits::TITLE, known),
            text: self.template("text", &draft.text, limits::TEXT, known),
            say: self.template("say", &draft.say, limits::TEXT, known),
            second_side: self.template("second-side", &draft.second_side, limits::TEXT, known),
            later_rounds: self.later_rounds(&draft.later_rounds, limits::TEXT, known),
            easier: self.template("easier", &draft.easier, limits::LINE, known),
            stop_if: self.template("stop-if", &draft.stop_if, limits::LINE, known),
        }
    }
}

/// The first letter of a text of which nothing at all can be seen.
fn unseen(text: &str) -> Option<char> {
    text.chars().find(|letter| *letter != ' ').filter(|_| is_blank(text))
}

/// The text with a single space wherever it has white space, and none around it.
fn spaced_plainly(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let seen: Cow<'_, str> = if text.contains(is_nothing) {
        text.chars().filter(|letter| !is_nothing(*letter)).collect::<String>().into()
    } else {
        text.into()
    };
    for word in seen.split([' ', '\n', '\r', '\t', '\u{2028}', '\u{2029}']) {
        if !plain.is_empty() && !word.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// Whether this is ASCII with nothing but single spaces between its words, as nearly every text is.
///
/// Nothing ends early: so many bytes are looked at together, and texts are short.
fn is_plain_line(text: &[u8]) -> bool {
    let is_odd = |byte: &u8| byte.wrapping_sub(b' ') > b'~' - b' ';
    let odd = text.iter().fold(0, |odd, byte| odd | u8::from(is_odd(byte)));
    let pairs = text.iter().zip(text.iter().skip(1));
    let doubled = pairs.fold(0, |doubled, (one, next)| {
        doubled | (u8::from(*one == b' ') & u8::from(*next == b' '))
    });
    odd | doubled == 0 && !text.starts_with(b" ") && !text.ends_with(b" ")
}

/// The texts of a step.
pub(super) struct StepWords {
    pub(super) title: Option<String>,
    pub(super) text: Option<String>,
    pub(super) say: Option<String>,
    pub(super) second_side: Option<String>,
    pub(super) later_rounds: Option<String>,
    pub(super) easier: Option<String>,
    pub(super) stop_if: Option<String>,
}
