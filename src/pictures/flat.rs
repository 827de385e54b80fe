//! Pictures for terminals that keep none: what lies over one another is laid together here, and painted
//! into its cells once, by sixels or by the inline images of iTerm2. What is no longer to be seen is
//! written over with blanks.

mod inline;
mod layers;
mod palette;
mod sixel;

use std::fmt::Write;

use ratatui::layout::Rect;

use super::{CellPixels, PlacedPicture};
use crate::canvas::Tint;
use layers::laid_together;

/// So much may be sent with one frame, in bytes; what goes beyond comes with the next.
const MOST_AT_ONCE: usize = 600 * 1024;

/// The most pixels of one image, across and down: some terminals cut what is larger.
const MOST_PIXELS: u16 = 1000;

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FlatForm {
    /// As a file inline.
    Inline,
    /// In sixels of so many colours at most.
    Sixels(u16),
}

/// What a terminal shows by one of these.
#[derive(Debug)]
pub(crate) struct FlatScreen {
    form: FlatForm,
    shown: Vec<PictureGroup>,
}

/// Pictures that lie over one another, from the lowest to the highest.
#[derive(Clone, Debug)]
struct PictureGroup {
    area: Rect,
    placed: Vec<PlacedPicture>,
}

impl FlatScreen {
    pub(super) fn new(form: FlatForm) -> Self {
        Self { form, shown: Vec::new() }
    }

    /// Adds to `under` what is to be written before the cells of a frame with these pictures, and to
    /// `over` what comes after them. Returns whether all of them are there.
    pub(super) fn show(
        &mut self,
        placed: &[PlacedPicture],
        (cell, ground): (CellPixels, Tint),
        (under, over): (&mut String, &mut String),
    ) -> bool {
        let wanted = groups(placed);
        for old in self.shown.iter().filter(|old| !wanted.iter().any(|new| new.is(old))) {
            blank(old.area, ground, under);
        }
        self.shown.retain(|old| wanted.iter().any(|new| new.is(old)));
        let mut is_whole = true;
        for new in wanted {
            if self.shown.iter().any(|old| old.is(&new)) {
                continue;
            }
            if over.len() > MOST_AT_ONCE {
                is_whole = false;
                continue;
            }
            self.paint(&new, (cell, ground), over);
            self.shown.push(new);
        }
        is_whole
    }

    /// Whether anything is shown.
    pub(super) fn is_shown(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Takes all pictures as gone.
    pub(super) fn forget(&mut self) {
        self.shown.clear();
    }

    /// Paints a group, in parts where it is large.
    fn paint(&self, group: &PictureGroup, (cell, ground): (CellPixels, Tint), out: &mut String) {
        let image = laid_together(group.area, &group.placed, cell);
        let columns = (MOST_PIXELS / cell.width).max(1);
        let rows = (MOST_PIXELS / cell.height).max(1);
        for top in (0..group.area.height).step_by(usize::from(rows)) {
            for left in (0..group.area.width).step_by(usize::from(columns)) {
                let part = Rect {
                    x: left,
                    y: top,
                    width: columns.min(group.area.width - left),
                    height: rows.min(group.area.height - top),
                };
                let (column, row) = (group.area.x + left + 1, group.area.y + top + 1);
                write(out, format_args!("\x1b[{row};{column}H"));
                match self.form {
                    FlatForm::Inline => inline::write(&image.part(part, cell), part, out),
                    FlatForm::Sixels(colors) => {
                        sixel::write(&image.part(part, cell), ground, colors, out);
                    }
                }
            }
        }
    }
}

impl PictureGroup {
    fn is(&self, other: &Self) -> bool {
        let pairs = self.placed.iter().zip(&other.placed);
        self.area == other.area
            && self.placed.len() == other.placed.len()
            && pairs.into_iter().all(|(one, other)| one.looks_like(other))
    }
}

/// Puts together what shares cells.
fn groups(placed: &[PlacedPicture]) -> Vec<PictureGroup> {
    let mut groups: Vec<PictureGroup> = Vec::new();
    for placed in placed.iter().filter(|placed| !placed.area.is_empty()) {
        let mut joined = PictureGroup { area: placed.area, placed: vec![placed.clone()] };
        groups.retain(|group| {
            let shares = group.area.intersects(joined.area);
            if shares {
                joined.area = joined.area.union(group.area);
                joined.placed.splice(0..0, group.placed.iter().cloned());
            }
            !shares
        });
        groups.push(joined);
    }
    for group in &mut groups {
        group.placed.sort_by_key(|placed| placed.layer);
    }
    groups
}

/// Writes blanks over some cells.
fn blank(area: Rect, ground: Tint, out: &mut String) {
    let byte = |channel: f32| channel.round().clamp(0.0, 255.0) as u8;
    let Tint { red, green, blue } = ground;
    let (red, green, blue) = (byte(red), byte(green), byte(blue));
    write(out, format_args!("\x1b[0;48;2;{red};{green};{blue}m"));
    for row in area.top()..area.bottom() {
        let blanks = usize::from(area.width);
        write(out, format_args!("\x1b[{};{}H{:blanks$}", row + 1, area.x + 1, ""));
    }
    out.push_str("\x1b[0m");
}

/// Adds to a text, which cannot fail.
fn write(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}
