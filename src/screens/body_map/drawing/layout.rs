//! Where things lie on the body map, at any size.

use ratatui::layout::Rect;

use crate::body::{Region, View};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column};
use crate::screens::widgets::pictures::{Placed, side_by_side, stacked};
use crate::screens::{BodyMapScreen, Panel};

/// From this size on, pictures stand beside the words: columns and rows.
const BESIDE: (u16, u16) = (60, 14);

/// From this size on, pictures stand above the words where they cannot stand beside them.
const ABOVE: (u16, u16) = (36, 28);

/// From this size on, face, hands and feet have their own pictures beside the whole body.
const WITH_DETAILS: (u16, u16) = (80, 18);

/// The columns those take, at least and at most.
const DETAILS: (u16, u16) = (24, 40);

/// The columns of the words, at least and at most.
const WORDS: (u16, u16) = (29, 46);

/// Columns between pictures and words.
const GAP: u16 = 3;

/// Where things lie.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    /// The pictures.
    pub(super) pictures: Placed,
    /// The list of places instead of them.
    pub(super) places: Option<Rect>,
    /// What works at the chosen place.
    pub(super) sessions: Option<Rect>,
}

/// Whether there is room for pictures.
pub(super) fn has_room(body: Rect) -> bool {
    let fits = |(columns, rows)| body.width >= columns && body.height >= rows;
    fits(BESIDE) || fits(ABOVE)
}

impl Layout {
    pub(super) fn of(body: Rect, map: &BodyMapScreen, is_list: bool) -> Self {
        if is_list {
            return Self::of_lists(body, map.selected.is_some());
        }
        let (area, words) = if body.width >= BESIDE.0 {
            let most = match body.width {
                wide if wide >= WITH_DETAILS.0 + WORDS.1 => (wide * 2 / 7).min(WORDS.1),
                _ => WORDS.1,
            };
            let whole = width_of(&side_by_side(body, Panel::Body.views()));
            let words = body.width.saturating_sub(whole + GAP).clamp(WORDS.0, most);
            let area = Rect { width: body.width - words - GAP, ..body };
            (area, Rect { x: area.right() + GAP, width: words, ..body })
        } else {
            let area = Rect { height: body.height * 3 / 5, ..body };
            let top = area.bottom() + 1;
            (area, Rect { y: top, height: body.bottom() - top, ..body })
        };
        let pictures = pictured(area, Panel::of(map.at.view));
        Self { pictures, places: None, sessions: Some(words) }
    }

    /// The places, and beside them the sessions; where there is room for one of them only, the one
    /// the keys are with.
    fn of_lists(body: Rect, on_sessions: bool) -> Self {
        let pictures = Vec::new();
        if body.width < BESIDE.0 {
            let area = left_column(body, WIDEST_TEXT);
            let one = |wanted: bool| wanted.then_some(area);
            return Self { pictures, places: one(!on_sessions), sessions: one(on_sessions) };
        }
        let places = left_column(body, 32);
        let left = places.right() + GAP;
        let sessions = Rect { x: left, width: (body.right() - left).min(WIDEST_TEXT), ..body };
        Self { pictures, places: Some(places), sessions: Some(sessions) }
    }

    /// Whether other pictures can be turned to: not all of them are seen, and not none.
    pub(super) fn has_panels(&self) -> bool {
        (1..=2).contains(&self.pictures.len())
    }
}

/// The pictures of a panel, or all of them where there is much room.
fn pictured(area: Rect, panel: Panel) -> Placed {
    if area.width < WITH_DETAILS.0 || area.height < WITH_DETAILS.1 {
        return side_by_side(area, panel.views());
    }
    let taken = width_of(&side_by_side(area, Panel::Body.views()));
    let free = area.width.saturating_sub(taken + GAP);
    let width = free.max(area.width / 4).clamp(DETAILS.0, DETAILS.1);
    let whole = Rect { width: area.width - width - GAP, ..area };
    let details = Rect { x: whole.right() + GAP, width, ..area };
    let mut pictures = side_by_side(whole, Panel::Body.views());
    pictures.extend(stacked(details, &[View::Face, View::Hand, View::Foot]));
    pictures
}

/// Columns from the first to the last of some pictures.
fn width_of(pictures: &Placed) -> u16 {
    let ends = pictures.first().zip(pictures.last());
    ends.map_or(0, |((_, first), (_, last))| last.right().saturating_sub(first.x))
}

/// The first place of the list that is shown, so that the chosen one is among them.
pub(super) fn first_place(map: &BodyMapScreen, area: Rect) -> usize {
    let here = Region::ALL.iter().position(|region| *region == map.at.region).unwrap_or(0);
    let held = map.held.filter(|_| map.selected.is_none());
    first_held(held, here, Region::ALL.len(), usize::from(area.height))
}
