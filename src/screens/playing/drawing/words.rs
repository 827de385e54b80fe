//! The words of a playing session, as pieces that are left out one by one where room is short.

use crate::figures::large_text::LetterScale;
use crate::lengths::{seconds_left, time_left};
use crate::player::State;
use crate::screens::typesetting::{Headline, LargeWords, LetterScales, Piece, Pressure, What};
use crate::session::{Massage, StepKind};
use crate::theme::Theme;
use crate::timeline::{Moment, Segment, SegmentKind};
use crate::words::{Language, Message, Texts, muscles as muscles_of, short_place, upper_first};

use super::super::FADE_IN_MILLIS;

/// As wide as the seconds of a tension become.
const WIDEST_SECONDS: &str = "10";

/// What the program says on the screen of a session.
#[derive(Clone, Copy)]
pub(super) struct Languages<'a> {
    /// Of the session itself, in its language.
    pub(super) session: &'a Texts,
    /// Around it, in the person's language.
    pub(super) around: &'a Texts,
}

/// The words of a moment, from top to bottom. What there is to know before a session `is_known` where it
/// was read today: then it does not stand there once more, for a few seconds and for nobody to read.
pub(super) fn pieces(
    moment: &Moment<'_>,
    state: State,
    Languages { session: texts, around }: Languages<'_>,
    is_known: bool,
    (scales, theme): (LetterScales, &Theme),
) -> Vec<Piece> {
    // What stands still is there whole, however early it was stopped.
    let is_arriving = state == State::Playing;
    let share = if is_arriving { moment.elapsed as f32 / FADE_IN_MILLIS as f32 } else { 1.0 };
    let arriving = |style| theme.arriving(style, share);
    let segment = moment.segment;
    let around_large = if scales.number == LetterScale::Plain { 7 } else { 5 };
    let mut pieces = Vec::new();
    if let Some(place) = place(segment, texts) {
        pieces.push(Piece::line(3, place, arriving(theme.accent())));
        // Large letters do not touch what stands above them.
        pieces.push(Piece::space(around_large));
    }
    let large = LargeWords {
        headline: headline(moment, texts),
        scales,
        number: number(moment, state),
        styles: (arriving(theme.text()), theme.calm()),
    };
    pieces.push(Piece { what: What::Large(large), rank: 0 });
    if let Some(turn) = turn(moment, around) {
        pieces.push(Piece::space(6));
        pieces.push(Piece::line(2, turn, theme.dim()));
    }
    pieces.push(Piece::space(around_large));
    if let Some(text) = &segment.text {
        pieces.push(Piece::text(1, &text.text(texts), arriving(theme.text())));
    }
    if let Some(caption) = caption(moment, texts) {
        // What the program alone announces gives way to how hard to press.
        let by_author = segment.lines.iter().any(|(_, line)| line.show.is_some());
        let rank = if by_author { 3 } else { 4 };
        pieces.push(Piece { what: What::Caption(caption, theme.calm()), rank });
    }
    if !(is_known && matches!(segment.kind, SegmentKind::LeadIn(_))) {
        how_to(segment, around, theme, &mut pieces);
    }
    pieces.push(Piece::space(6));
    // Whole seconds: what is read here changes no oftener.
    let done =
        if state == State::Waiting { segment.millis() } else { moment.elapsed / 1000 * 1000 };
    let gauge = What::Gauge { done, whole: segment.millis() };
    pieces.push(Piece { what: gauge, rank: 3 });
    if let Some(next) = moment.next {
        let message = Message::new("player-then").with("next", with_side(next, texts));
        let then = around.text(&message);
        pieces.push(Piece::text(6, &then, theme.dim()));
    }
    pieces
}

/// How hard, when to stop, an easier way, and after what protects the names of what is done.
fn how_to(segment: &Segment, texts: &Texts, theme: &Theme, pieces: &mut Vec<Piece>) {
    let massage = segment.massage();
    if massage.is_some() || segment.easier.is_some() || segment.stop_if.is_some() {
        pieces.push(Piece::space(7));
    }
    if let Some(massage) = massage {
        pieces.push(Piece { what: What::Pressure(pressure(massage.pressure, texts)), rank: 3 });
    }
    if let Some(stop_if) = &segment.stop_if {
        // When to stop is never what is left out first, and is read at night as by day.
        pieces.push(Piece::text(2, stop_if, theme.text()));
    }
    if let Some(easier) = &segment.easier {
        // A German sentence may begin with a noun, which keeps its large letter.
        let is_english = texts.language() == Language::English;
        let easier = if is_english { lower_first(easier) } else { easier.clone() };
        let easier = texts.text(&Message::new("player-easier").with("easier", easier));
        pieces.push(Piece::text(5, &easier, theme.dim()));
    }
    if let Some(massage) = massage {
        pieces.push(Piece { what: What::Manner(manner(massage, texts)), rank: 7 });
    }
}

/// Where: the side and the region or the muscles, if there are any.
fn place(segment: &Segment, texts: &Texts) -> Option<String> {
    if segment.kind.leads_to_a_step() {
        return None;
    }
    let muscles = match segment.step.as_ref().map(|step| &step.kind) {
        Some(StepKind::Tense(tense)) => Some(tense.muscles),
        _ => None,
    };
    let message = match (segment.side, segment.region(), muscles) {
        (side, Some(region), _) => short_place(region, side),
        (side, None, Some(group)) => muscles_of(group, side),
        (Some(side), None, None) => Message::new("place-side").with("side", side.word()),
        (None, None, None) => return None,
    };
    Some(texts.text(&message).to_uppercase())
}

/// What to do now, in the fewest words.
fn headline(moment: &Moment<'_>, texts: &Texts) -> Headline {
    let segment = moment.segment;
    if let (Some(breath), Some(plan), SegmentKind::Breathe) =
        (&moment.breath, &segment.breath, segment.kind)
    {
        let turns = plan.pattern.phases.iter().map(|phase| upper_first(&phase.label)).collect();
        return Headline { words: upper_first(&breath.phase.label), turns };
    }
    if let Some(tense) = moment.tense {
        let turns = ["tense-now", "release-now"].map(|id| texts.text(&Message::new(id)));
        let words = turns[usize::from(!tense.tensing)].clone();
        return Headline { words, turns: turns.to_vec() };
    }
    let words = segment.title.text(texts).into_owned();
    Headline { turns: vec![words.clone()], words }
}

/// The count of the breath or the tension, or the time that is left of the step; and the widest that
/// it becomes, so that it stays in its place. A step that waits for the person counts nothing.
fn number(moment: &Moment<'_>, state: State) -> Option<(String, String)> {
    if state == State::Waiting {
        return None;
    }
    let segment = moment.segment;
    if let (Some(plan), SegmentKind::Breathe) = (&segment.breath, segment.kind) {
        let longest = plan.pattern.phases.iter().map(|phase| phase.millis).max()?;
        let left = moment.breath.as_ref().map(|breath| seconds_left(breath.remaining));
        let now = left.map(|seconds| seconds.to_string()).unwrap_or_default();
        return Some((now, seconds_left(longest).to_string()));
    }
    if let Some(tense) = moment.tense {
        return Some((seconds_left(tense.remaining).to_string(), WIDEST_SECONDS.to_owned()));
    }
    if segment.kind == SegmentKind::Tense {
        return Some((String::new(), WIDEST_SECONDS.to_owned()));
    }
    segment.step.as_ref()?;
    // Whole seconds, as the line below counts them. What follows the words is counted from then on.
    let whole = segment.millis() - segment.begins;
    let left = segment.millis().saturating_sub(moment.elapsed / 1000 * 1000).min(whole);
    Some((time_left(left), time_left(whole)))
}

/// The line or announcement shown now, with room for every one of the step, so that nothing moves as
/// they change.
fn caption(moment: &Moment<'_>, texts: &Texts) -> Option<Headline> {
    let lines = moment.segment.lines.iter().filter_map(|(_, line)| line.show.clone());
    let announced = moment.announcements.iter().map(|words| words.text(texts).into_owned());
    let turns: Vec<_> = lines.chain(announced).collect();
    let line = || moment.line.unwrap_or_default().into();
    let words = moment.announced.map_or_else(line, |words| words.text(texts)).into_owned();
    (!turns.is_empty()).then_some(Headline { words, turns })
}

/// Where the breath or the tension is, in numbers.
fn turn(moment: &Moment<'_>, texts: &Texts) -> Option<String> {
    if moment.until_begin.is_some() {
        return Some(texts.text(&Message::new("player-soon")));
    }
    if let Some(breath) = &moment.breath {
        let seconds = seconds_left(breath.remaining);
        return Some(match moment.segment.kind {
            SegmentKind::Breathe => {
                let message = Message::new("player-breath").with("seconds", seconds);
                texts.text(&message.with("number", breath.number).with("of", breath.of))
            }
            _ => format!("{}  {seconds}", breath.phase.label),
        });
    }
    let tense = moment.tense?;
    let seconds = seconds_left(tense.remaining);
    let message = Message::new("player-turn").with("seconds", seconds);
    Some(texts.text(&message.with("number", tense.round).with("of", tense.of)))
}

/// Technique, stroke and direction in words.
fn manner(massage: &Massage, texts: &Texts) -> [String; 3] {
    let Massage { technique, stroke, .. } = massage;
    [
        format!("technique-{}", technique.id()),
        format!("stroke-{}", stroke.kind.id()),
        format!("direction-{}", stroke.direction.id()),
    ]
    .map(|id| texts.text(&Message::new(id)))
}

/// How hard, and what that feels like.
fn pressure(pressure: u8, texts: &Texts) -> Pressure {
    let feels = match pressure {
        0..=2 => "pressure-light",
        3 => "pressure-soft",
        4 => "pressure-firm",
        _ => "pressure-strong",
    };
    let [name, feels] = ["pressure", feels].map(|id| texts.text(&Message::new(id)));
    Pressure { of_ten: pressure, name, feels }
}

/// A coming segment's title, with its side where it has one.
fn with_side(segment: &Segment, texts: &Texts) -> String {
    let title = segment.title.text(texts);
    match (segment.side, segment.region()) {
        (Some(side), Some(region)) => {
            format!("{title}, {}", texts.text(&short_place(region, Some(side))))
        }
        _ => title.into_owned(),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
