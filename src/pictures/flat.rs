//! Pictures for terminals that keep none: what lies over one another is laid together here, and painted
//! into its cells once, by sixels or by the inline images of iTerm2. What is no longer to be seen is
//! written over with blanks.

mod inline;
mod layers;
mod palette;
pub(super) mod placeholders;
mod sixel;

use std::fmt::Write;

use ratatui::layout::Rect;

use super::{CellPixels, PlacedPicture};
use crate::canvas::Tint;
use layers::{Image, laid_together};
use placeholders::PictureNumber;

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
    /// Kept by the terminal around this one, with letters in its place.
    Placeholders,
}

/// What a terminal shows by one of these.
#[derive(Debug)]
pub(crate) struct FlatScreen {
    form: FlatForm,
    shown: Vec<ShownGroup>,
}

/// What is shown, and the numbers under which the terminal keeps it, where it does.
#[derive(Debug)]
struct ShownGroup {
    group: PictureGroup,
    numbers: Vec<PictureNumber>,
}

/// Pictures that lie over one another, from the lowest to the highest.
#[derive(Clone, Debug)]
struct PictureGroup {
    area: Rect,
    placed: Vec<PlacedPicture>,
}

/// What is left of pictures on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FlatRemains {
    /// Nothing.
    Nothing,
    /// They are painted.
    Painted,
    /// They are kept, with letters in their place.
    Kept,
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
        self.shown.retain(|old| {
            let stays = wanted.iter().any(|new| new.is(&old.group));
            if !stays {
                blank(old.group.area, ground, under);
                old.numbers.iter().for_each(|number| placeholders::remove(*number, under));
            }
            stays
        });
        let mut is_whole = true;
        for new in wanted {
            if self.shown.iter().any(|old| old.group.is(&new)) {
                continue;
            }
            if over.len() > MOST_AT_ONCE {
                is_whole = false;
                continue;
            }
            let numbers = self.paint(&new, (cell, ground), over);
            self.shown.push(ShownGroup { group: new, numbers });
        }
        is_whole
    }

    /// Takes what was painted as gone, and has the terminal forget what it keeps.
    pub(super) fn forget(&mut self, out: &mut String) {
        for number in self.shown.drain(..).flat_map(|shown| shown.numbers) {
            placeholders::remove(number, out);
        }
    }

    /// What takes away at the end all that may be shown.
    pub(super) fn remains(&self) -> FlatRemains {
        match (self.shown.is_empty(), self.form) {
            (true, _) => FlatRemains::Nothing,
            (false, FlatForm::Placeholders) => FlatRemains::Kept,
            (false, _) => FlatRemains::Painted,
        }
    }

    /// Paints a group, in parts where it is large. Returns the numbers under which it is kept.
    fn paint(
        &self,
        group: &PictureGroup,
        (cell, ground): (CellPixels, Tint),
        out: &mut String,
    ) -> Vec<PictureNumber> {
        let image = laid_together(group.area, &group.placed, cell);
        if self.form == FlatForm::Placeholders {
            return self.keep(&image, group.area, (cell, ground), out);
        }
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
                    FlatForm::Sixels(colors) => {
                        sixel::write(&image.part(part, cell), ground, colors, out);
                    }
                    _ => inline::write(&image.part(part, cell), part, out),
                }
            }
        }
        Vec::new()
    }

    /// Has the terminal keep an image, and writes letters for it.
    fn keep(
        &self,
        image: &Image,
        area: Rect,
        (cell, ground): (CellPixels, Tint),
        out: &mut String,
    ) -> Vec<PictureNumber> {
        let mut used: Vec<_> =
            self.shown.iter().flat_map(|shown| shown.numbers.iter().copied()).collect();
        let before = used.len();
        for top in (0..area.height).step_by(usize::from(placeholders::MOST_ROWS)) {
            let height = placeholders::MOST_ROWS.min(area.height - top);
            let part = Rect { x: 0, y: top, width: area.width, height };
            let Some(number) = PictureNumber::free(&used) else { break };
            let cells = Rect { x: area.x, y: area.y + top, ..part };
            placeholders::write(number, &image.part(part, cell), (cells, ground), out);
            used.push(number);
        }
        used.split_off(before)
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
    out.push_str("\x1b[0");
    paper(ground, out);
    for row in area.top()..area.bottom() {
        let blanks = usize::from(area.width);
        write(out, format_args!("\x1b[{};{}H{:blanks$}", row + 1, area.x + 1, ""));
    }
    out.push_str("\x1b[0m");
}

/// Ends a sequence of attributes with the colour of the paper.
fn paper(ground: Tint, out: &mut String) {
    let byte = |channel: f32| channel.round().clamp(0.0, 255.0) as u8;
    let Tint { red, green, blue } = ground;
    let (red, green, blue) = (byte(red), byte(green), byte(blue));
    write(out, format_args!(";48;2;{red};{green};{blue}m"));
}

/// Adds to a text, which cannot fail.
fn write(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}
