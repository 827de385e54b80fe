//! Typesetting: pieces of words in a column, as many as have room, kept as they were last set.

mod large;
mod piece;
mod short;

use std::sync::Arc;

use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::theme::Theme;
use crate::timeline::{Segment, SegmentKind, Timeline};
use crate::words::upper_first;

pub(super) use large::{Headline, LargeWords, LetterScales};
pub(super) use piece::{Piece, Pressure, What};

/// What to do, and when to stop.
const PROTECTING_RANK: u8 = 2;

/// What is never left out for a figure.
const LAST_RANK: u8 = 3;

/// What may be left out only where even ordinary letters leave no room for it.
const NEEDED_RANK: u8 = 4;

/// What large words become smaller for, as long as they stay large.
const WANTED_RANK: u8 = 5;

/// How many rows large words may take, the most first: two lines of the largest letters, and less and
/// less down to an ordinary line.
const LARGE_ROWS: [u16; 7] = [20, 15, 12, 10, 7, 5, 1];

/// The words as they were last set: for most frames they are still the same.
#[derive(Clone, Debug, Default)]
pub(super) struct SetWords {
    pieces: Vec<Piece>,
    buffer: Buffer,
    /// How large the letters of a session are in an area of so many columns and rows.
    scales: Option<(Arc<Timeline>, (u16, u16), LetterScales)>,
}

impl SetWords {
    /// How large the letters of a session are in an area: the same from its first step to its last.
    pub(super) fn scales(&mut self, timeline: &Arc<Timeline>, area: Rect) -> LetterScales {
        let size = (area.width, area.height);
        if let Some((of, there, scales)) = &self.scales
            && Arc::ptr_eq(of, timeline)
            && *there == size
        {
            return *scales;
        }
        let titles: Vec<String> =
            timeline.segments().iter().flat_map(|it| titles(it, timeline)).collect();
        let scales = large::common_scales(&titles.iter().map(String::as_str), area);
        self.scales = Some((Arc::clone(timeline), size, scales));
        scales
    }
}

/// What is said large in a segment.
fn titles(segment: &Segment, timeline: &Timeline) -> Vec<String> {
    match (&segment.breath, segment.kind) {
        (Some(plan), SegmentKind::Breathe) => {
            plan.pattern.phases.iter().map(|phase| upper_first(&phase.label)).collect()
        }
        _ => vec![segment.title.text(timeline.texts()).into_owned()],
    }
}

/// Whether all that matters and is seen in the free area is seen in a narrower one as well, with ordinary
/// letters. How hard to press the figure beside it tells too, and how long a step lasts the number beside its title.
pub(super) fn keeps_as_much(pieces: &[Piece], narrow: Rect, free: Rect) -> bool {
    let seen = |area: Rect| {
        let mut kept = kept_plain(pieces, area)?;
        kept.retain(|index| {
            let piece = &pieces[*index];
            piece.rank <= LAST_RANK && !matches!(piece.what, What::Pressure(_) | What::Gauge { .. })
        });
        Some(kept)
    };
    match (seen(narrow), seen(free)) {
        (Some(narrow), Some(free)) => free.iter().all(|index| narrow.contains(index)),
        _ => false,
    }
}

/// Whether what to do or when to stop has no room in this area, with ordinary letters.
pub(super) fn lacks_what_protects(pieces: &[Piece], area: Rect) -> bool {
    let protects = |index: &usize| pieces[*index].rank <= PROTECTING_RANK;
    kept_plain(pieces, area)
        .is_none_or(|kept| (0..pieces.len()).filter(protects).any(|index| !kept.contains(&index)))
}

/// The pieces that are kept in an area with ordinary letters; `None` where even those have no room.
fn kept_plain(pieces: &[Piece], area: Rect) -> Option<Vec<usize>> {
    let heights: Vec<_> = pieces.iter().map(|piece| piece.height(area.width, 1)).collect();
    let kept = fitting(pieces, &heights, area.height);
    let taken: u16 = kept.iter().map(|index| heights[*index]).sum();
    (taken <= area.height).then_some(kept)
}

/// Draws the pieces, or takes them over from the last frame where nothing about them has changed.
pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    pieces: Vec<Piece>,
    set_words: &mut SetWords,
    theme: &Theme,
) {
    let area = area.intersection(frame.area());
    if set_words.pieces != pieces || set_words.buffer.area != area {
        let mut ground = Cell::EMPTY;
        ground.set_style(theme.ground());
        set_words.buffer = Buffer::filled(area, ground);
        set(&mut set_words.buffer, &pieces, theme);
        set_words.pieces = pieces;
    }
    let buffer = frame.buffer_mut();
    for (position, cell) in area.positions().zip(&set_words.buffer.content) {
        buffer[position].clone_from(cell);
    }
}

/// Sets the pieces one below another, a little above the middle. Large words shrink before
/// anything that is needed is left out.
fn set(buffer: &mut Buffer, pieces: &[Piece], theme: &Theme) {
    let area = buffer.area;
    let (heights, kept) = kept_of(pieces, area);
    let spare = area.height.saturating_sub(kept.iter().map(|index| heights[*index]).sum());
    let mut y = area.y + spare * 2 / 5;
    for index in kept {
        let height = heights[index].min(area.bottom().saturating_sub(y));
        pieces[index].draw(buffer, Rect { y, height, ..area }, theme);
        y += height;
    }
}

/// How many rows each piece takes, and which of them are kept. Large words become smaller for what is wanted,
/// as long as they stay large, and ordinary letters for what is needed, beside a large number if that has room.
fn kept_of(pieces: &[Piece], area: Rect) -> (Vec<u16>, Vec<usize>) {
    let heights = |rows: u16| -> Vec<u16> {
        let rows_of = |piece: &Piece| match piece.what {
            What::Large(_) => rows,
            _ => area.height,
        };
        pieces.iter().map(|piece| piece.height(area.width, rows_of(piece))).collect()
    };
    let plain = heights(1);
    let limits = || [area.height].into_iter().chain(LARGE_ROWS);
    let keeps_all = |is_wanted: fn(&Piece) -> bool, rows: u16| {
        let heights = heights(rows);
        let kept = fitting(pieces, &heights, area.height);
        let is_lost = |index: usize| is_wanted(&pieces[index]) && !kept.contains(&index);
        let all = !(0..pieces.len()).any(is_lost);
        all.then_some((heights, kept))
    };
    let words_are_large = |rows: u16| pieces.iter().any(|it| it.has_large_words(area.width, rows));
    let (words, numbers): (Vec<u16>, Vec<u16>) =
        limits().filter(|rows| heights(*rows) != plain).partition(|rows| words_are_large(*rows));
    let keeps = |limits: Vec<u16>| {
        let wanted = limits.iter().find_map(|rows| keeps_all(is_wanted, *rows));
        wanted.or_else(|| limits.iter().find_map(|rows| keeps_all(is_needed, *rows)))
    };
    keeps(words).or_else(|| keeps(numbers)).unwrap_or_else(|| {
        let kept = fitting(pieces, &plain, area.height);
        (plain.clone(), kept)
    })
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

/// Puts back what was left out and fits after all, what matters most first; of spaces only the one that keeps
/// large words clear of what stands above them.
fn put_back(kept: &mut Vec<usize>, pieces: &[Piece], heights: &[u16], room: u16) {
    let mut left_out: Vec<_> = (0..pieces.len())
        .filter(|index| !kept.contains(index))
        .filter(|index| pieces[*index].what != What::Space || is_above_large(pieces, *index))
        .collect();
    left_out.sort_by_key(|index| (pieces[*index].rank, pieces[*index].what != What::Space));
    for index in left_out {
        let used: u16 = kept.iter().map(|index| heights[*index]).sum();
        if used + heights[index] <= room {
            kept.push(index);
        }
    }
    kept.sort_unstable();
}

/// Whether a space lies above large words.
fn is_above_large(pieces: &[Piece], index: usize) -> bool {
    pieces.get(index + 1).is_some_and(|next| matches!(next.what, What::Large(_)))
}

fn is_needed(piece: &Piece) -> bool {
    piece.rank <= NEEDED_RANK
}

fn is_wanted(piece: &Piece) -> bool {
    piece.rank <= WANTED_RANK
}
