//! Values on the command line: minutes, times, speeds, and the words of the session format.

mod ratings;

use std::convert::Infallible;
use std::ffi::OsStr;
use std::ops::RangeInclusive;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};
use serde::Deserialize as _;
use serde::de::value::{Error as WordError, StrDeserializer};

pub(super) use ratings::{after, before, slept};

use crate::body::{Region, Side};
use crate::choices::LONGEST_SLEEP_TIMER;
use crate::files::composed;
use crate::library::nearest;
use crate::planner::{WantedPlace, place_near, plain_places};
use crate::player::SPEEDS;
use crate::problem::as_name;
use crate::problem::letters::{as_typed, is_blank, is_inked_letter, odd_letter, write_for};
use crate::session::{Tool, millis_from_loose_text, millis_from_text};
use crate::words::in_english;

/// No session is longer: 12 hours.
const MOST_MINUTES: f64 = 720.0;

/// Reminders pass no quicker: a day of them in 24 seconds.
const MOST_TIMES: u64 = 3600;

/// Minutes, with a decimal point or comma if need be, or a length with its unit, as milliseconds.
pub(super) fn minutes(text: &str) -> Result<u64, String> {
    if let Some(millis) = millis_from_loose_text(text) {
        let fits = Some(millis).filter(|millis| *millis <= (MOST_MINUTES * 60_000.0) as u64);
        return fits.ok_or_else(|| format!("{MOST_MINUTES} minutes are the most"));
    }
    let range = 0.0..=MOST_MINUTES;
    let number = decimal(text).map_err(|()| {
        let hint = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
        match decimal(hint) {
            Ok(number) if range.contains(&number) => {
                format!("minutes are a plain number, such as `{hint}`")
            }
            _ => without_dash(text)
                .unwrap_or_else(|| "minutes are a number, such as `5` or `7.5`".to_owned()),
        }
    })?;
    if !range.contains(&number) {
        return Err(format!("minutes are a number from 0 to {MOST_MINUTES}, such as `5` or `7.5`"));
    }
    Ok((number * 60_000.0).round() as u64)
}

/// A time such as `2m`, `1m30s` or `1:30`, as milliseconds.
pub(super) fn time(text: &str) -> Result<u64, String> {
    millis_from_loose_text(text).map_or_else(
        || {
            let usual = || "write it like `2m` or `1m30s`".to_owned();
            let help = || without_dash(text).unwrap_or_else(usual);
            millis_from_text(text).map_err(|error| format!("{error}; {}", help()))
        },
        Ok,
    )
}

/// A number whose parts stand behind a point or a comma.
fn decimal(text: &str) -> Result<f64, ()> {
    text.trim().replace(',', ".").parse().map_err(|_| ())
}

/// A whole number within a range. `what` begins what is said of any other text.
fn whole_number<T: TryFrom<u64>>(
    text: &str,
    range: RangeInclusive<u64>,
    what: &str,
) -> Result<T, String> {
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| {
        let near = decimal(&as_typed(text)).ok().map(f64::round);
        let near = near.filter(|near| (*range.start() as f64..=*range.end() as f64).contains(near));
        let such = near.map_or_else(String::new, |near| format!(", such as `{near}`"));
        format!("{what} a whole number from {} to {}{such}", range.start(), range.end())
    })
}

/// What to write for a length before which a dash stands that is longer than a hyphen.
fn without_dash(text: &str) -> Option<String> {
    let letter = odd_letter(text)?;
    let typed = as_typed(text);
    let length = typed.trim().strip_prefix('-')?.trim_start_matches('-');
    let is_length = millis_from_loose_text(length).is_some() || decimal(length).is_ok();
    is_length.then(|| in_english(&write_for(letter, length)))
}

/// The name of a sound or a voice, in composed letters.
#[expect(clippy::unnecessary_wraps, reason = "it is what a parser of values gives")]
pub(super) fn name(text: &str) -> Result<String, Infallible> {
    Ok(composed(text).into_owned())
}

/// Loudness, 0–100.
pub(super) fn loudness(text: &str) -> Result<u8, String> {
    whole_number(text.trim_end_matches('%'), 0..=100, "loudness is")
}

/// Minutes that a bed plays on after a session.
pub(super) fn play_on(text: &str) -> Result<u32, String> {
    let whole_minutes =
        |millis: u64| u32::try_from(millis / 60_000).ok().filter(|_| millis.is_multiple_of(60_000));
    let most = LONGEST_SLEEP_TIMER;
    let meant = millis_from_loose_text(text).and_then(whole_minutes).filter(|it| *it <= most);
    meant.map_or_else(|| whole_number(text, 0..=most.into(), "minutes are"), Ok)
}

/// How many times faster than life.
pub(super) fn speed(text: &str) -> Result<f64, String> {
    let number = decimal(text.trim_end_matches(['x', '×']))
        .map_err(|()| "a speed is a number, such as `0.5` or `4`".to_owned())?;
    if SPEEDS.contains(&number) {
        return Ok(number);
    }
    let (slowest, fastest) = (SPEEDS.start(), SPEEDS.end());
    Err(format!("a speed lies between {slowest} and {fastest}"))
}

/// How many seconds of reminders pass in one.
pub(super) fn times(text: &str) -> Result<u32, String> {
    whole_number(text.trim_end_matches(['x', '×']), 1..=MOST_TIMES, "a speed of reminders is")
}

/// One of the words of the session format, in small letters or capitals.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    KnownWords { all, id }
}

/// The words that a value is one of.
#[derive(Clone)]
struct KnownWords<T: 'static> {
    all: &'static [T],
    id: fn(T) -> &'static str,
}

impl<T: Copy + Send + Sync + 'static> TypedValueParser for KnownWords<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let Self { all, id } = self.clone();
        let find = move |given: &str| all.iter().copied().find(|word| id(*word) == given);
        if let Some(word) = value.to_str().and_then(|given| find(&as_name(given))) {
            return Ok(word);
        }
        PossibleValuesParser::new(all.iter().map(|word| id(*word)))
            .try_map(move |given| find(&given).ok_or("this word is not known"))
            .parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.all.iter().map(|word| PossibleValue::new((self.id)(*word)))))
    }
}

/// A region, as session files write it.
pub(super) fn region(text: &str) -> Result<Region, String> {
    let word = as_name(&composed(text));
    Region::deserialize(StrDeserializer::<WordError>::new(&word)).map_err(|_| {
        let ids = Region::ALL.map(Region::id);
        match nearest(&word, ids.into_iter()) {
            Some(near) => format!("there is no such region; did you mean `{near}`?"),
            None => format!("there is no such region; there are {}", ids.join(", ")),
        }
    })
}

/// The most that one place counts beside others.
const MOST_WEIGHT: u64 = 3;

/// The places that one word means.
#[derive(Clone, Debug)]
pub(in crate::cli) struct MeantPlaces(pub(in crate::cli) Vec<WantedPlace>);

/// Places with commas between them.
pub(super) fn places(text: &str) -> Result<MeantPlaces, String> {
    let mut each: Vec<String> = Vec::new();
    for part in text.split(',') {
        // A number behind a comma is the rest of one before it.
        let is_rest = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        match each.last_mut().filter(|_| is_rest) {
            Some(before) => before.extend([",", part]),
            None => each.push(part.to_owned()),
        }
    }
    let places = each.iter().map(|part| place(part)).collect::<Result<Vec<_>, _>>()?;
    Ok(MeantPlaces(places.concat()))
}

/// A place, in a plain word or as session files write it, and after `=` how much time it gets.
fn place(text: &str) -> Result<Vec<WantedPlace>, String> {
    let (word, weight) = text.split_once('=').unwrap_or((text, "1"));
    let weight = whole_number(weight, 1..=MOST_WEIGHT, "after `=` stands")?;
    let word = as_name(&composed(word.trim()));
    let places = WantedPlace::called(&word, weight);
    if places.is_empty() {
        return Err(no_such_place(&word));
    }
    Ok(places)
}

/// That there is no such place, with what may be meant or all that there is.
fn no_such_place(word: &str) -> String {
    let all = || plain_places().chain(Region::ALL.map(Region::id));
    if let Some(near) = place_near(word).or_else(|| nearest(word, all())) {
        return format!("there is no such place to work; did you mean `{near}`?");
    }
    let plain: Vec<_> = plain_places().collect();
    let (plain, ids) = (plain.join(", "), Region::ALL.map(Region::id).join(", "));
    format!("there is no such place to work; there are {plain}, or one by itself: {ids}")
}

/// A few words of a person's own, of which something is seen.
pub(super) fn own_words(text: &str) -> Result<String, String> {
    if is_blank(text) {
        return Err("nothing is seen of it; write a few words, such as `a walk`".to_owned());
    }
    Ok(text.to_owned())
}

/// A note of which something is seen, or none.
pub(super) fn note(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Ok(String::new()) } else { own_words(text) }
}

/// The name of a session to be kept: letters, digits and hyphens, so that it is a file everywhere.
pub(super) fn session_name(text: &str) -> Result<String, String> {
    let is_plain = |letter: char| letter == '-' || is_inked_letter(letter);
    let text = composed(text);
    let fits = (1..=60).contains(&text.chars().count()) && text.chars().all(is_plain);
    if fits && !text.starts_with('-') {
        return Ok(text.into_owned());
    }
    Err("a name has letters, digits and hyphens, 60 at most, such as `neck-at-noon`".to_owned())
}

/// An answer that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum GivenAnswer<T> {
    /// It is not known, or no longer.
    Unknown,
    /// This is the answer.
    Told(T),
}

/// The same as a value, or nothing where it is not known.
impl<T> From<GivenAnswer<T>> for Option<T> {
    fn from(known: GivenAnswer<T>) -> Self {
        match known {
            GivenAnswer::Unknown => None,
            GivenAnswer::Told(value) => Some(value),
        }
    }
}

/// The same values, or `unknown`.
pub(super) fn known<T: Clone + Send + Sync + 'static>(
    read: fn(&str) -> Result<T, String>,
) -> impl Fn(&str) -> Result<GivenAnswer<T>, String> + Clone + Send + Sync + 'static {
    move |text| {
        if as_name(text) == "unknown" {
            Ok(GivenAnswer::Unknown)
        } else {
            read(text).map(GivenAnswer::Told)
        }
    }
}

/// A pressure, 0–10 of discomfort.
pub(super) fn discomfort(text: &str) -> Result<u8, String> {
    whole_number(text, 0..=10, "a pressure is `unknown` or")
}

/// The hardest pressure of a plan, 1–5 of 10.
pub(super) fn gentle_pressure(text: &str) -> Result<u8, String> {
    whole_number(text, 1..=5, "a pressure is")
}

/// Which of many plans it is.
pub(super) fn variety(text: &str) -> Result<u32, String> {
    whole_number(text, 0..=u32::MAX.into(), "it is")
}

/// Tools that a person owns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct ToolList(pub(in crate::cli) Vec<Tool>);

/// A list of the tools that not everybody has, or `none`.
pub(super) fn tools(text: &str) -> Result<ToolList, String> {
    if as_name(text) == "none" {
        return Ok(ToolList(Vec::new()));
    }
    let tool = |id: &str| Tool::ASKED.into_iter().find(|tool| tool.id() == as_name(id));
    let tools: Option<Vec<_>> = text.split(',').map(tool).collect();
    tools.map(ToolList).ok_or_else(|| {
        let ids = Tool::ASKED.map(Tool::id).join(", ");
        format!("choose among {ids}, with commas between them, or write `none`")
    })
}

/// A side.
pub(super) fn side(text: &str) -> Result<Side, String> {
    let mut sides = [Side::Left, Side::Right].into_iter();
    sides
        .find(|side| side.word() == as_name(text))
        .ok_or_else(|| "write `left`, `right` or `unknown`".to_owned())
}

/// Yes or no.
pub(super) fn yes_or_no(text: &str) -> Result<bool, String> {
    match as_name(text).as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write `yes`, `no` or `unknown`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenAnswer, ToolList, known, minutes, side, speed, tools, yes_or_no};
    use crate::body::Side;
    use crate::session::Tool;

    #[test]
    fn words_are_known_in_capitals_too() {
        let owned = ToolList(vec![Tool::Ball, Tool::WarmPack]);
        assert_eq!(tools("Ball, WARM PACK"), Ok(owned));
        assert_eq!(tools("None"), Ok(ToolList(Vec::new())));
        assert_eq!(side("Left"), Ok(Side::Left));
        assert_eq!(yes_or_no("YES"), Ok(true));
        assert_eq!(known(yes_or_no)("Unknown"), Ok(GivenAnswer::Unknown));
    }

    #[test]
    fn a_comma_before_decimals_is_read_as_a_point() {
        assert_eq!(minutes("7,5"), Ok(450_000));
        assert_eq!(minutes("7.5"), Ok(450_000));
        assert_eq!(speed("0,5"), Ok(0.5));
    }
}
