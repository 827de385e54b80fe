//! Lengths, how far they flex, and points within a step.

use super::Checker;
use super::groups::lies_between;
use crate::format::draft::{AnchorText, Field, Given, LengthText, SessionDraft, StepDraft};
use crate::lengths::millis_to_text;
use crate::problem::Span;
use crate::problem::letters::{as_typed, has_fraction, odd_letter, write_for};
use crate::session::limits;
use crate::session::{Anchor, Flex, Length};
use crate::session::{
    LengthError, millis_from_loose_text, millis_from_text, thousandths_from_text,
};
use crate::session::{Pattern, Receiver};
use crate::words::Message;

/// Where no lead-in is written, in milliseconds, for one and for two: both have to find their places.
const LEAD_IN: u64 = 5_000;
const LEAD_IN_FOR_TWO: u64 = 8_000;

impl Checker<'_> {
    pub(super) fn lead_in(&mut self, draft: &SessionDraft) -> u64 {
        let limits = (0, limits::LEAD_IN_MILLIS);
        let usual = match draft.receiver.value() {
            Some(Receiver::Partner) => LEAD_IN_FOR_TWO,
            _ => LEAD_IN,
        };
        self.time_within("lead-in", &draft.lead_in, limits).unwrap_or(usual)
    }

    /// A length of time within limits, in milliseconds.
    pub(super) fn time_within(
        &mut self,
        key: &str,
        field: &Field<LengthText>,
        (shortest, longest): (u64, u64),
    ) -> Option<u64> {
        let given = field.given()?;
        let millis = self.time(key, &given.value.0, &given.span)?;
        if millis < shortest || millis > longest {
            let (shortest, longest) = (millis_to_text(shortest), millis_to_text(longest));
            let message = lies_between(key, shortest, longest);
            self.error("out-of-range", &given.span, message, None);
            return None;
        }
        Some(millis)
    }

    pub(super) fn time(&mut self, key: &str, text: &str, span: &Span) -> Option<u64> {
        match millis_from_text(text) {
            Ok(millis) => Some(millis),
            Err(error) => {
                let help = length_help(text, &error);
                let message =
                    Message::new("bad-length").with("key", key).with("why", error.message());
                self.error("bad-length", span, message, Some(help));
                None
            }
        }
    }

    /// How long the step lasts on one side, within the limits of every step.
    pub(super) fn length(
        &mut self,
        draft: &StepDraft,
        pattern: PatternState<'_>,
    ) -> Option<Length> {
        if let (Some(_), Some(breaths)) = (draft.length.given(), draft.breaths.given()) {
            let (message, help) = (Message::new("length-twice"), Message::new("length-twice-help"));
            self.error("conflict", &breaths.span, message, Some(help));
        }
        let (length, span) = match (draft.length.given(), draft.breaths.given()) {
            (_, Some(breaths)) => {
                (self.breaths("breaths", breaths.value, &breaths.span, pattern)?, &breaths.span)
            }
            (Some(length), None) => (self.length_of("length", length, pattern)?, &length.span),
            (None, None) => return None,
        };
        let key = if draft.breaths.is_missing() { "length" } else { "breaths" };
        self.step_length(key, length, pattern, span).map(|_| length)
    }

    /// A time, or whole breaths.
    fn length_of(
        &mut self,
        key: &str,
        given: &Given<LengthText>,
        pattern: PatternState<'_>,
    ) -> Option<Length> {
        let text = given.value.0.trim();
        let count = text.strip_suffix("breaths").or_else(|| text.strip_suffix("breath"));
        if let Some(Ok(count)) = count.map(|count| count.trim_end().parse()) {
            return self.breaths(key, count, &given.span, pattern);
        }
        let meant = breaths_meant(text).map(|count| {
            let unit = if count == 1 { "breath" } else { "breaths" };
            write_instead(text, &format!("\"{count} {unit}\""))
        });
        if count.is_none() && meant.is_none() {
            return self.time(key, text, &given.span).map(Length::Millis);
        }
        let message = Message::new("whole-breaths").with("key", key);
        let help = Some(meant.unwrap_or_else(|| Message::new("whole-breaths-help")));
        self.error("bad-length", &given.span, message, help);
        None
    }

    fn breaths(
        &mut self,
        key: &str,
        count: i64,
        span: &Span,
        pattern: PatternState<'_>,
    ) -> Option<Length> {
        if matches!(pattern, PatternState::None) && !self.is_move && !self.allows_gaps {
            let message = Message::new("breaths-without-pattern").with("key", key);
            let help = Some(Message::new("breaths-without-pattern-help"));
            self.error("bad-length", span, message, help);
            return None;
        }
        let most = limits::STEP_MAX_MILLIS / limits::BREATH_MILLIS;
        match u32::try_from(count) {
            Ok(count) if count >= 1 && u64::from(count) <= most => Some(Length::Breaths(count)),
            _ => {
                let message = Message::new("breaths-between").with("key", key).with("most", most);
                self.error("out-of-range", span, message, None);
                None
            }
        }
    }

    /// The length in milliseconds where it is known and within the limits of every step.
    fn step_length(
        &mut self,
        key: &str,
        length: Length,
        pattern: PatternState<'_>,
        span: &Span,
    ) -> Option<u64> {
        let millis = match (length, pattern) {
            (Length::Millis(millis), _) => millis,
            (Length::Breaths(_), PatternState::Known(pattern)) => length.millis(Some(pattern)),
            (Length::Breaths(_), _) => return Some(0),
        };
        if (limits::STEP_MIN_MILLIS..=limits::STEP_MAX_MILLIS).contains(&millis) {
            return Some(millis);
        }
        let (shortest, longest) =
            (millis_to_text(limits::STEP_MIN_MILLIS), millis_to_text(limits::STEP_MAX_MILLIS));
        let message = Message::new("comes-to").with("key", key);
        let message = message.with("length", millis_to_text(millis));
        let help = Message::new("step-lasts").with("least", shortest).with("most", longest);
        self.error("out-of-range", span, message, Some(help));
        None
    }

    /// How far a step of `millis` may flex. Bounds from a move widen to hold the step's own length.
    pub(super) fn flex(
        &mut self,
        draft: &StepDraft,
        millis: Option<u64>,
        pattern: PatternState<'_>,
    ) -> Option<Flex> {
        let min = self.bound("min", &draft.min, pattern);
        let max = self.bound("max", &draft.max, pattern);
        let millis = millis?;
        if min.is_none() && max.is_none() {
            return None;
        }
        let length_is_own = draft.length.given().is_some_and(|given| !given.from_move)
            || draft.breaths.given().is_some_and(|given| !given.from_move);
        let yields = |field: &Field<LengthText>| {
            length_is_own && field.given().is_some_and(|given| given.from_move)
        };
        let mut flex = Flex { min: min.unwrap_or(millis), max: max.unwrap_or(millis) };
        if flex.min > millis {
            self.bound_crosses("min", &draft.min, millis, yields(&draft.min));
            flex.min = millis;
        }
        if flex.max < millis {
            self.bound_crosses("max", &draft.max, millis, yields(&draft.max));
            flex.max = millis;
        }
        Some(flex)
    }

    fn bound(
        &mut self,
        key: &str,
        field: &Field<LengthText>,
        pattern: PatternState<'_>,
    ) -> Option<u64> {
        let given = field.given()?;
        let length = self.length_of(key, given, pattern)?;
        let millis = self.step_length(key, length, pattern, &given.span)?;
        (millis > 0).then_some(millis)
    }

    fn bound_crosses(&mut self, key: &str, field: &Field<LengthText>, millis: u64, yields: bool) {
        if let Some(given) = field.given().filter(|_| !yields) {
            let length = millis_to_text(millis);
            let message = Message::new("bound-crosses").with("key", key).with("length", length);
            self.error("out-of-range", &given.span, message, None);
        }
    }

    /// A point in a step of `millis`.
    pub(super) fn anchor(&mut self, field: &Field<AnchorText>, millis: Option<u64>) -> Anchor {
        let start = Anchor::FromStart(0);
        let Some(given) = field.given() else {
            return start;
        };
        let text = given.value.0.trim();
        if let Some(share) = text.strip_suffix('%') {
            let thousandths = thousandths_from_text(share.trim_end()).ok();
            let share = thousandths.filter(|share| *share <= 100_000 && share % 100 == 0);
            if let Some(share) = share {
                return Anchor::Share((share / 100) as u16);
            }
            let help = odd_letter(text).map(|_| point_help(text));
            self.error("bad-point", &given.span, Message::new("bad-share"), help);
            return start;
        }
        let (time, from_end) = match text.strip_prefix('-') {
            Some(time) => (time, true),
            None => (text, false),
        };
        let Ok(offset) = millis_from_text(time) else {
            let message = Message::new("bad-point");
            self.error("bad-point", &given.span, message, Some(point_help(text)));
            return start;
        };
        if let Some(millis) = millis.filter(|millis| offset > *millis) {
            let length = millis_to_text(millis);
            let message = Message::new("point-outside").with("length", length);
            self.error("bad-point", &given.span, message, None);
        }
        if from_end { Anchor::FromEnd(offset) } else { Anchor::FromStart(offset) }
    }
}

/// What is known of a step's pattern.
#[derive(Clone, Copy)]
pub(super) enum PatternState<'a> {
    /// The step has none.
    None,
    /// It has one that could not be read.
    Unknown,
    /// It has this one.
    Known(&'a Pattern),
}

impl<'a> PatternState<'a> {
    /// What is known where this was read of it, and something was written or not.
    pub(super) fn of(read: Option<&'a Pattern>, is_written: bool) -> Self {
        match read {
            Some(pattern) => Self::Known(pattern),
            None if is_written => Self::Unknown,
            None => Self::None,
        }
    }
}

fn length_help(text: &str, error: &LengthError) -> Message {
    let text = text.trim();
    if *error == LengthError::NoUnit && thousandths_from_text(text).is_ok() {
        return Message::new("length-needs-unit").with("number", text);
    }
    let typed = as_typed(text);
    // No length is below zero: what stands before it is a dash.
    let time = typed.trim_start().trim_start_matches('-');
    meant("", time, text).unwrap_or_else(|| Message::new("length-help"))
}

fn point_help(text: &str) -> Message {
    let typed = as_typed(text);
    let share =
        typed.trim().strip_suffix('%').and_then(|share| share.trim_end().parse::<f64>().ok());
    if share.is_some_and(|share| (0.0..=100.0).contains(&share)) {
        return write_instead(text, &format!("\"{}\"", typed.trim()));
    }
    let (sign, time) = match typed.trim().strip_prefix('-') {
        Some(time) => ("-", time),
        None => ("", text),
    };
    meant(sign, time, text).unwrap_or_else(|| Message::new("bad-point-help"))
}

/// Help that writes this in the place of a text, and names the letter in it that looks like another.
fn write_instead(text: &str, word: &str) -> Message {
    odd_letter(text)
        .map_or_else(|| Message::new("write").with("text", word), |letter| write_for(letter, word))
}

/// How many breaths are meant, as people write it: `6 Breaths`, `6 Atemzüge`.
fn breaths_meant(text: &str) -> Option<u32> {
    const BREATHS: [&str; 5] = ["breaths", "breath", "atemzügen", "atemzüge", "atemzug"];
    let typed = as_typed(text).trim().to_lowercase();
    let typed = typed.trim_end_matches('.');
    let count = BREATHS.iter().find_map(|word| typed.strip_suffix(word))?;
    count.trim_end().trim_end_matches('-').parse().ok().filter(|count| *count > 0)
}

/// How a length is written whose meaning is plain though its form is another; `whole` is all that was
/// written.
fn meant(sign: &str, text: &str, whole: &str) -> Option<Message> {
    let typed = as_typed(text);
    let millis = millis_from_text(&typed).ok().or_else(|| millis_from_loose_text(&typed))?;
    let millis = if has_fraction(whole) { without_remainder(millis) } else { millis };
    let word = format!("\"{sign}{}\"", millis_to_text(millis));
    Some(write_instead(whole, &word))
}

/// A length without what thirds and the like leave over that are typed to the thousandth: 20 minutes
/// for a third of an hour.
fn without_remainder(millis: u64) -> u64 {
    const STEP: u64 = 5_000;
    let near = (millis + STEP / 2) / STEP * STEP;
    if near.abs_diff(millis) * 500 <= millis { near } else { millis }
}
