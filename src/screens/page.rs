//! Where things lie on a screen of any size.

use ratatui::layout::Rect;

/// The smallest screen that can be drawn on: columns and rows.
pub(super) const SMALLEST: (u16, u16) = (20, 6);

/// Text is never set wider than this, in columns.
pub(super) const WIDEST_TEXT: u16 = 60;

/// The three bands every screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PageLayout {
    /// One line: what this is.
    pub(super) head: Rect,
    /// Everything else.
    pub(super) body: Rect,
    /// One line: the keys.
    pub(super) foot: Rect,
}

impl PageLayout {
    /// The bands of a screen.
    pub(super) fn new(screen: Rect) -> Self {
        let side = if screen.width < 60 { 1 } else { 3 };
        let edge = u16::from(screen.height >= 16);
        let gap = u16::from(screen.height >= 10);
        let inner = Rect {
            x: screen.x + side,
            y: screen.y + edge,
            width: screen.width.saturating_sub(2 * side),
            height: screen.height.saturating_sub(2 * edge),
        };
        Self::within(inner, gap, gap)
    }

    /// The bands of a screen whose text is longer than [`Self::new`] has room for: nothing is left
    /// free but the line above the keys.
    pub(super) fn close(screen: Rect) -> Self {
        let side = if screen.width < 60 { 1 } else { 2 };
        let width = screen.width.saturating_sub(2 * side);
        Self::within(Rect { x: screen.x + side, width, ..screen }, 0, 1)
    }

    /// The bands that take all of an area, with so many lines below the first and above the keys.
    fn within(inner: Rect, below: u16, above: u16) -> Self {
        let line = |y| Rect { y, height: 1.min(inner.height), ..inner };
        let height = inner.height.saturating_sub(2 + below + above);
        Self {
            head: line(inner.y),
            body: Rect { y: inner.y + 1 + below, height, ..inner },
            foot: line(inner.bottom().saturating_sub(1)),
        }
    }
}

/// A column of at most `width` at the left of an area.
pub(super) fn left_column(area: Rect, width: u16) -> Rect {
    Rect { width: area.width.min(width), ..area }
}

/// The lines of an area one below another, as long as there are any.
pub(super) fn rows(area: Rect) -> impl Iterator<Item = Rect> {
    (area.y..area.bottom()).map(move |y| Rect { y, height: 1, ..area })
}

/// The first of as many items as fit, so that the selected one is among them.
pub(super) fn first_shown(selected: usize, count: usize, fitting: usize) -> usize {
    if count <= fitting {
        return 0;
    }
    selected.saturating_sub(fitting / 2).min(count - fitting)
}

/// The same, where the list stays where it was `held` as long as the selected item is seen there:
/// what lies under a pointer does not move away from it.
pub(super) fn first_held(
    held: Option<usize>,
    selected: usize,
    count: usize,
    fitting: usize,
) -> usize {
    let still = held.map(|first| first.min(count.saturating_sub(fitting)));
    let still = still.filter(|first| (*first..first + fitting).contains(&selected));
    still.unwrap_or_else(|| first_shown(selected, count, fitting))
}

/// Columns a panel needs; where the words of a screen have fewer, it takes the whole width.
const NARROWEST_PANEL: u16 = 30;
/// Columns a panel takes at most.
const WIDEST_PANEL: u16 = 48;

/// Where a panel lies: in the place of the words of a screen, or else in that of all it shows.
pub(super) fn panel_area(words: Rect, all: Rect) -> Rect {
    let area = if words.width < NARROWEST_PANEL { all } else { words };
    Rect { width: area.width.min(WIDEST_PANEL), ..area }
}
