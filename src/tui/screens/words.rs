//! The words of a playing session, as pieces that are left out one by one where room is short.

mod piece;
mod setting;

use crate::body::{Region, Side};
use crate::session::{Massage, StepKind, Technique};
use crate::theme::Theme;
use crate::timeline::{Moment, Segment, SegmentKind};

use piece::{Headline, Piece, What};
pub(crate) use setting::Drawn;
pub(super) use setting::draw;

/// How soon after its start a segment's words have fully arrived, in milliseconds.
pub(crate) const ARRIVAL_MILLIS: u64 = 350;

/// The words of a moment, from top to bottom.
pub(super) fn pieces(moment: &Moment<'_>, waiting: bool, theme: &Theme) -> Vec<Piece> {
    let share = moment.elapsed as f32 / ARRIVAL_MILLIS as f32;
    let arriving = |style| theme.arriving(style, share);
    let segment = moment.segment;
    let mut pieces = Vec::new();
    if let Some(place) = place(segment) {
        pieces.push(Piece::line(2, place, arriving(theme.accent())));
    }
    let headline = What::Large(headline(moment), arriving(theme.text()));
    pieces.push(Piece { what: headline, rank: 0 });
    if let Some(turn) = turn(moment) {
        pieces.push(Piece::line(2, turn, theme.dim()));
    }
    pieces.push(Piece::space(7));
    if let Some(text) = &segment.text {
        pieces.push(Piece::text(1, text, arriving(theme.text())));
    }
    if let Some(caption) = caption(moment) {
        pieces.push(Piece { what: What::Caption(caption, theme.calm()), rank: 3 });
    }
    how_to(segment, theme, &mut pieces);
    pieces.push(Piece::space(6));
    // Whole seconds: what is read here changes no oftener.
    let done = if waiting { segment.millis() } else { moment.elapsed / 1000 * 1000 };
    let gauge = What::Gauge { done, whole: segment.millis() };
    pieces.push(Piece { what: gauge, rank: 3 });
    if let Some(next) = moment.next {
        pieces.push(Piece::text(4, &format!("then  {}", with_side(next)), theme.dim()));
    }
    pieces
}

/// How hard and in which manner, when to stop, and an easier way.
fn how_to(segment: &Segment, theme: &Theme, pieces: &mut Vec<Piece>) {
    if let Some(massage) = segment.massage() {
        pieces.push(Piece::space(7));
        pieces.push(Piece { what: What::Pressure(massage.pressure), rank: 3 });
        pieces.push(Piece { what: What::Manner(manner(massage)), rank: 4 });
    }
    if segment.easier.is_some() || segment.stop_if.is_some() {
        pieces.push(Piece::space(7));
    }
    if let Some(stop_if) = &segment.stop_if {
        pieces.push(Piece::text(5, stop_if, theme.dim()));
    }
    if let Some(easier) = &segment.easier {
        pieces.push(Piece::text(8, &format!("Easier: {}", lower_first(easier)), theme.dim()));
    }
}

/// Where: the side and the region or the muscles, if there are any.
fn place(segment: &Segment) -> Option<String> {
    if segment.kind == SegmentKind::Switch {
        return None;
    }
    let muscles = match segment.step.as_ref().map(|step| &step.kind) {
        Some(StepKind::Tense(tense)) => Some(tense.muscles.name()),
        _ => None,
    };
    let words = match (segment.side, segment.region(), muscles) {
        (Some(side), Some(region), _) => sided(side, region),
        (Some(side), None, Some(muscles)) => format!("{} {muscles}", side.word()),
        (Some(side), None, None) => format!("{} side", side.word()),
        (None, Some(region), _) => region.name().to_owned(),
        (None, None, Some(muscles)) => muscles.to_owned(),
        (None, None, None) => return None,
    };
    Some(words.to_uppercase())
}

fn sided(side: Side, region: Region) -> String {
    match region {
        Region::UpperTrapezius => format!("{} shoulder, top", side.word()),
        Region::Quadriceps => format!("{} thigh, front", side.word()),
        Region::Hamstrings => format!("{} thigh, back", side.word()),
        Region::NeckBack => format!("back of the neck, {}", side.word()),
        Region::SkullBase => format!("base of the skull, {}", side.word()),
        _ => format!("{} {}", side.word(), region.name()),
    }
}

/// What to do now, in the fewest words.
fn headline(moment: &Moment<'_>) -> Headline {
    let segment = moment.segment;
    if let (Some(breath), Some(plan), SegmentKind::Breathe) =
        (&moment.breath, &segment.breath, segment.kind)
    {
        let turns = plan.pattern.phases.iter().map(|phase| upper_first(&phase.label)).collect();
        return Headline { words: upper_first(&breath.phase.label), turns };
    }
    if let Some(tense) = moment.tense {
        let turns = ["Tense, gently", "Let go"].map(str::to_owned);
        let words = turns[usize::from(!tense.tensing)].clone();
        return Headline { words, turns: turns.to_vec() };
    }
    let words = segment.title.clone();
    Headline { turns: vec![words.clone()], words }
}

/// The line shown now, with room for every line of the step, so that nothing moves as they change.
fn caption(moment: &Moment<'_>) -> Option<Headline> {
    let lines = moment.segment.lines.iter().filter_map(|(_, line)| line.show.clone());
    let turns: Vec<_> = lines.collect();
    let words = moment.line.unwrap_or_default().to_owned();
    (!turns.is_empty()).then_some(Headline { words, turns })
}

/// Where the breath or the tension is, in numbers.
fn turn(moment: &Moment<'_>) -> Option<String> {
    if let Some(breath) = &moment.breath {
        let seconds = breath.remaining.div_ceil(1000);
        return Some(match moment.segment.kind {
            SegmentKind::Breathe => {
                format!("{seconds}   breath {} of {}", breath.number, breath.of)
            }
            _ => format!("{}  {seconds}", breath.phase.label),
        });
    }
    let tense = moment.tense?;
    let seconds = tense.remaining.div_ceil(1000);
    Some(format!("{seconds}   {} of {}", tense.round, tense.of))
}

/// Technique, stroke and direction in words.
fn manner(massage: &Massage) -> [&'static str; 3] {
    let Massage { technique, stroke, .. } = massage;
    let technique = match technique {
        Technique::Swedish => "Swedish",
        other => other.name(),
    };
    [technique, stroke.kind.name(), stroke.direction.name()]
}

/// A coming segment's title, with its side where it has one.
fn with_side(segment: &Segment) -> String {
    match (segment.side, segment.region()) {
        (Some(side), Some(region)) => format!("{}, {}", segment.title, sided(side, region)),
        _ => segment.title.clone(),
    }
}

pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
