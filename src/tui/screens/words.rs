//! The words of a playing session, as pieces that are left out one by one where room is short.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Widget as _;

use crate::body::{Region, Side};
use crate::session::{Massage, StepKind, Technique};
use crate::timeline::{Moment, Segment, SegmentKind};

use crate::tui::page::rows;
use crate::tui::{Gauge, LargeText, Scale, Theme};

/// How soon after its start a segment's words have fully arrived, in milliseconds.
pub(crate) const ARRIVAL_MILLIS: u64 = 350;

/// Narrower than this, the dots for the pressure stand without its name, in columns.
const PRESSURE_COLUMNS: u16 = 46;

/// Something in the column of words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    what: What,
    /// What matters least goes first where room is short; 0 always stays.
    rank: u8,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Space,
    Line(String, Style),
    Text(String, Style),
    Large(Headline, Style),
    Caption(Headline, Style),
    Pressure(u8),
    Manner([&'static str; 3]),
    Gauge { done: u64, whole: u64 },
}

/// What to do now, and what takes turns with it in the same place.
#[derive(Clone, Debug, PartialEq)]
struct Headline {
    words: String,
    turns: Vec<String>,
}

impl Headline {
    /// The scale at which all that takes turns fits.
    fn scale(&self, width: u16, rows: u16) -> Scale {
        let turns: Vec<_> = self.turns.iter().map(String::as_str).collect();
        LargeText::common_scale(&turns, width, rows)
    }

    /// Rows for the tallest of what takes turns, so that what is below never jumps.
    fn height(&self, width: u16, rows: u16) -> u16 {
        let scale = self.scale(width, rows);
        let heights = self.turns.iter().map(|words| LargeText::set(words, scale, width).height());
        heights.max().unwrap_or_default().max(1)
    }
}

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

impl Piece {
    fn space(rank: u8) -> Self {
        Self { what: What::Space, rank }
    }

    fn line(rank: u8, text: String, style: Style) -> Self {
        Self { what: What::Line(text, style), rank }
    }

    fn text(rank: u8, text: &str, style: Style) -> Self {
        Self { what: What::Text(text.to_owned(), style), rank }
    }

    fn is_needed(&self) -> bool {
        self.rank <= NEEDED_RANK
    }

    /// Rows it takes at this width.
    fn height(&self, width: u16, large_rows: u16) -> u16 {
        match &self.what {
            What::Text(text, _) => wrapped(text, width).len() as u16,
            What::Space
            | What::Line(..)
            | What::Pressure(_)
            | What::Manner(_)
            | What::Gauge { .. } => 1,
            What::Caption(caption, _) => {
                let heights = caption.turns.iter().map(|words| wrapped(words, width).len());
                heights.max().unwrap_or_default() as u16
            }
            What::Large(headline, _) => headline.height(width, large_rows),
        }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        match &self.what {
            What::Space => {}
            What::Line(text, style) => Line::styled(text, *style).render(area, buffer),
            What::Text(text, style) => {
                let lines: Vec<_> = wrapped(text, area.width).into_iter().map(Line::from).collect();
                Text::from(lines).style(*style).render(area, buffer);
            }
            What::Caption(caption, style) => {
                for (row, line) in rows(area).zip(wrapped(&caption.words, area.width)) {
                    Line::styled(line, *style).render(row, buffer);
                }
            }
            What::Manner(words) => {
                let whole = words.join(" · ");
                let short = words[..2].join(" · ");
                let fits = whole.chars().count() <= usize::from(area.width);
                let words = if fits { whole } else { short };
                Line::styled(words, theme.dim()).render(area, buffer);
            }
            What::Pressure(pressure) => draw_pressure(buffer, area, *pressure, theme),
            What::Large(headline, style) => {
                let scale = headline.scale(area.width, area.height);
                let words = LargeText::set(&headline.words, scale, area.width).style(*style);
                words.render(area, buffer);
            }
            What::Gauge { done, whole } => {
                let line = Rect { width: area.width.min(40), ..area };
                Gauge::new(theme, *done, *whole).with_time_left().render(line, buffer);
            }
        }
    }
}

/// What may be left out only where even ordinary letters leave no room for it.
const NEEDED_RANK: u8 = 5;

/// How many rows large words may take, the most first: two lines of large letters, one, or an
/// ordinary line.
const LARGE_ROWS: [u16; 4] = [20, 10, 5, 1];

/// The words as they were last drawn: for most frames they are still the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawn {
    pieces: Vec<Piece>,
    buffer: Buffer,
}

/// Draws the pieces, or takes them over from the last frame where nothing about them has changed.
pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    pieces: Vec<Piece>,
    drawn: &mut Drawn,
    theme: &Theme,
) {
    let area = area.intersection(frame.area());
    if drawn.pieces != pieces || drawn.buffer.area != area {
        let mut ground = Cell::EMPTY;
        ground.set_style(theme.ground());
        drawn.buffer = Buffer::filled(area, ground);
        set(&mut drawn.buffer, &pieces, theme);
        drawn.pieces = pieces;
    }
    let buffer = frame.buffer_mut();
    for (position, cell) in area.positions().zip(&drawn.buffer.content) {
        buffer[position].clone_from(cell);
    }
}

/// Sets the pieces one below another, a little above the middle. Large words shrink before
/// anything that is needed is left out.
fn set(buffer: &mut Buffer, pieces: &[Piece], theme: &Theme) {
    let area = buffer.area;
    let mut heights: Vec<u16> =
        pieces.iter().map(|piece| piece.height(area.width, area.height)).collect();
    let mut kept = fitting(pieces, &heights, area.height);
    let needed = |kept: &[usize]| kept.iter().filter(|index| pieces[**index].is_needed()).count();
    let all_needed = pieces.iter().filter(|piece| piece.is_needed()).count();
    for rows in LARGE_ROWS {
        if needed(&kept) == all_needed {
            break;
        }
        for (height, piece) in heights.iter_mut().zip(pieces) {
            if let What::Large(..) = piece.what {
                *height = piece.height(area.width, rows);
            }
        }
        kept = fitting(pieces, &heights, area.height);
    }
    let spare = area.height.saturating_sub(kept.iter().map(|index| heights[*index]).sum());
    let mut y = area.y + spare * 2 / 5;
    for index in kept {
        let height = heights[index].min(area.bottom().saturating_sub(y));
        pieces[index].draw(buffer, Rect { y, height, ..area }, theme);
        y += height;
    }
}

/// The pieces that fit, those of the highest rank left out first and from the bottom up.
fn fitting(pieces: &[Piece], heights: &[u16], room: u16) -> Vec<usize> {
    let mut kept: Vec<_> = (0..pieces.len()).collect();
    while kept.iter().map(|index| heights[*index]).sum::<u16>() > room {
        let ranks = kept.iter().map(|index| pieces[*index].rank);
        let Some(least) = ranks.max().filter(|rank| *rank > 1) else { break };
        if let Some(place) = kept.iter().rposition(|index| pieces[*index].rank == least) {
            kept.remove(place);
        }
    }
    put_back(&mut kept, pieces, heights, room);
    kept
}

/// Puts back what was left out and fits after all, what matters most first; spaces stay out.
fn put_back(kept: &mut Vec<usize>, pieces: &[Piece], heights: &[u16], room: u16) {
    let mut left_out: Vec<_> = (0..pieces.len())
        .filter(|index| !kept.contains(index) && pieces[*index].what != What::Space)
        .collect();
    left_out.sort_by_key(|index| pieces[*index].rank);
    for index in left_out {
        let used: u16 = kept.iter().map(|index| heights[*index]).sum();
        if used + heights[index] <= room {
            kept.push(index);
        }
    }
    kept.sort_unstable();
}

/// A text in lines of about the same width.
fn wrapped(text: &str, width: u16) -> Vec<Cow<'_, str>> {
    textwrap::wrap(text, usize::from(width.max(1)))
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

/// Pressure as dots, a number and words.
fn draw_pressure(buffer: &mut Buffer, area: Rect, pressure: u8, theme: &Theme) {
    let filled = usize::from(pressure.min(10));
    let words = match pressure {
        0..=2 => "light as a cloth",
        3 => "soft and easy",
        4 => "firm, never painful",
        _ => "strong, never painful",
    };
    let name = if area.width < PRESSURE_COLUMNS { "" } else { "pressure  " };
    let line = Line::from(vec![
        Span::styled(name, theme.dim()),
        Span::styled("▪".repeat(filled), theme.accent()),
        Span::styled("·".repeat(10 - filled), theme.faint()),
        Span::styled(format!(" {pressure}, {words}"), theme.dim()),
    ]);
    line.render(area, buffer);
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
