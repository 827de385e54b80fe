//! What a frame records while it is drawn, for the keys and clicks that come after it: what lies
//! where, how much of a page fits, and which form a screen took.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::body::View as Picture;
use crate::pictures::PlacedPicture;

/// What a click can lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A line of a list.
    Line {
        /// Which, counted from 0.
        line: usize,
        /// The first line that was shown: what lies under a pointer stays there.
        first: usize,
    },
    /// A line of a second list, beside or instead of the first.
    SecondLine {
        /// Which, counted from 0.
        line: usize,
        /// The first line that was shown.
        first: usize,
    },
    /// The name of something to turn to, counted from 0.
    Tab(usize),
    /// The line that says there is more.
    More,
    /// The bar of a line that holds a level.
    Bar(usize),
    /// The mark that leads to the value before, in a line that holds a choice.
    ValueBefore(usize),
    /// The rest of such a line, which leads to the value after.
    ValueAfter(usize),
    /// A picture of the body.
    Picture(Picture),
    /// A part of a panel that means nothing itself.
    Panel,
}

/// A target that a click lies on.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The target.
    pub target: Target,
    /// The cells it takes.
    pub area: Rect,
    /// The cell of the click: column and row of the screen.
    pub cell: (u16, u16),
}

/// How much of a page fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageRoom {
    /// The farthest line that it can be scrolled to.
    pub farthest: usize,
    /// The rows of a screenful.
    pub rows: usize,
}

/// What a frame recorded while it was drawn.
#[derive(Clone, Debug, Default)]
pub struct FrameRecord {
    /// The whole screen.
    pub area: Rect,
    hits: Vec<(Rect, Target)>,
    /// The cell where a person's attention is, column and row: the end of what is typed, or the
    /// beginning of the chosen line. Input methods and braille displays follow the cursor there.
    pub caret: Option<(u16, u16)>,
    /// How much of the page that is read fits; `None` where none is read.
    pub page: Option<PageRoom>,
    /// How long that page takes to be read, in milliseconds, where it turns by itself then.
    pub reading_millis: Option<u64>,
    /// How many lines of the list that has the keys are seen at once.
    pub list_lines: usize,
    /// The places of the body are a list, since there is no room or colour for pictures.
    pub places_are_listed: bool,
    /// Where a panel lies over the words of a screen; `None` where it left no room for one.
    pub panel: Option<Rect>,
    /// The pictures over its cells, where the terminal shows pictures.
    pub(crate) pictures: Vec<PlacedPicture>,
}

impl FrameRecord {
    /// Begins a frame of a screen.
    pub(super) fn begin(&mut self, area: Rect) {
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        *self = Self { area, hits, ..Self::default() };
    }

    /// Forgets what can be clicked on, since another screen is drawn over it.
    pub(super) fn cover(&mut self) {
        self.hits.clear();
        self.caret = None;
    }

    /// Takes away the pictures that something was drawn over.
    pub(super) fn uncover_words(&mut self, buffer: &Buffer) {
        self.pictures.retain(|placed| {
            let mut cells = placed.area.intersection(buffer.area).positions();
            cells.all(|cell| buffer[cell].symbol() == " ")
        });
    }

    /// Records what was drawn in some cells. It lies over what was recorded before.
    pub(super) fn push(&mut self, area: Rect, target: Target) {
        self.hits.push((area, target));
    }

    /// Records that the line which begins in this area is the chosen one.
    pub(super) fn choose(&mut self, line: Rect) {
        self.caret = (!line.is_empty()).then_some((line.x, line.y));
    }

    /// Whether a line of a list, counted from 0, is seen.
    pub(super) fn shows_line(&self, line: usize) -> bool {
        self.hits.iter().any(|(_, hit)| matches!(hit, Target::Line { line: it, .. } if *it == line))
    }

    /// What lies at a cell of the screen: column and row.
    pub fn hit(&self, column: u16, row: u16) -> Option<Hit> {
        let cell = (column, row);
        let mut hits = self.hits.iter().rev();
        let (area, target) = hits.find(|(area, _)| area.contains(cell.into()))?;
        Some(Hit { target: *target, area: *area, cell })
    }
}

#[cfg(test)]
mod tests {
    //! What a click finds.

    use super::*;

    #[test]
    fn a_click_finds_what_was_recorded_last_among_all_that_it_lies_on() {
        let mut record = FrameRecord::default();
        record.push(Rect::new(2, 2, 10, 4), Target::Panel);
        record.push(Rect::new(3, 3, 5, 1), Target::Bar(1));
        let target = |column, row| record.hit(column, row).map(|hit| hit.target);
        assert_eq!(target(3, 3), Some(Target::Bar(1)));
        assert_eq!(target(8, 3), Some(Target::Panel));
        assert_eq!(target(12, 3), None);
    }

    #[test]
    fn a_new_frame_knows_nothing_of_the_one_before() {
        let mut record = FrameRecord { places_are_listed: true, ..FrameRecord::default() };
        record.push(Rect::new(0, 0, 9, 9), Target::More);
        record.begin(Rect::new(0, 0, 80, 24));
        assert!(record.hit(1, 1).is_none() && !record.places_are_listed);
    }
}
