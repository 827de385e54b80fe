//! Pictures of the body beside words: how they are arranged, and what they show.

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;

use crate::body::{Region, Side, View as Picture};
use crate::figures::Figures;
use crate::figures::body_map::{BodyMap, MapSubject};
use crate::figures::flower::Flower;
use crate::pictures::CellPixels;
use crate::screens::ScreenView;
use crate::screens::frame_record::FrameRecord;
use crate::words::Texts;

/// Columns between two pictures side by side.
const GAP: u16 = 2;

/// From this width on, a picture has a line of words below it, in columns.
const WITH_WORDS: u16 = 17;

/// A picture with fewer rows shows nothing any more.
const FEWEST_ROWS: u16 = 8;

/// Where each picture is drawn.
pub(in crate::screens) type Placed = Vec<(Picture, Rect)>;

/// Pictures as large as an area allows, side by side or one above the other.
pub(in crate::screens) fn arranged(area: Rect, pictures: &[Picture]) -> Placed {
    let (row, column) = (side_by_side(area, pictures), stacked(area, pictures));
    if scale(&row) >= scale(&column) { row } else { column }
}

/// The same in the room that words leave: beside them or below them. Nothing where there is too
/// little; `used` is how many columns and rows the words take.
pub(in crate::screens) fn around(area: Rect, used: (u16, u16), pictures: &[Picture]) -> Placed {
    let (wide, high) = (used.0 + 3, used.1 + 1);
    let beside = Rect { x: area.x + wide, width: area.width.saturating_sub(wide), ..area };
    let below = Rect { y: area.y + high, height: area.height.saturating_sub(high), ..area };
    let (beside, below) = (arranged(beside, pictures), arranged(below, pictures));
    let placed = if scale(&below) >= scale(&beside) { below } else { beside };
    let legible = placed.iter().all(|(_, area)| area.height >= FEWEST_ROWS);
    if legible { placed } else { Vec::new() }
}

/// Side by side and equally high, in the middle of an area.
pub(in crate::screens) fn side_by_side(area: Rect, pictures: &[Picture]) -> Placed {
    let gaps = GAP * pictures.len().saturating_sub(1) as u16;
    let wide = |rows: u16| pictures.iter().map(|it| columns(*it, rows)).sum::<u16>() + gaps;
    let Some(rows) = (1..=area.height).rev().find(|rows| wide(*rows) <= area.width) else {
        return Vec::new();
    };
    let mut x = area.x + (area.width - wide(rows)) / 2;
    let y = area.y + (area.height - rows) / 2;
    let place = |picture: &Picture| {
        let width = columns(*picture, rows);
        let place = Rect { x, y, width, height: rows };
        x += width + GAP;
        (*picture, place)
    };
    pictures.iter().map(place).collect()
}

/// One above the other and equally wide, spread over the height of an area.
pub(in crate::screens) fn stacked(area: Rect, pictures: &[Picture]) -> Placed {
    let gaps = pictures.len().saturating_sub(1) as u16;
    let high = |wide: u16| pictures.iter().map(|it| rows(*it, wide)).sum::<u16>();
    let Some(wide) = (1..=area.width).rev().find(|wide| high(*wide) + gaps <= area.height) else {
        return Vec::new();
    };
    let gap = ((area.height - high(wide)) / (gaps + 2)).max(u16::from(gaps > 0));
    let mut y = area.y + (area.height - high(wide) - gap * gaps) / 2;
    let x = area.x + (area.width - wide) / 2;
    let place = |picture: &Picture| {
        let height = rows(*picture, wide);
        let place = Rect { x, y, width: wide, height };
        y += height + gap;
        (*picture, place)
    };
    pictures.iter().map(place).collect()
}

/// Columns a picture takes that is so many rows high.
fn columns(picture: Picture, rows: u16) -> u16 {
    let (width, height) = picture.size();
    // A cell is twice as high as wide.
    let of = |rows: u16| (f32::from(rows) * 2.0 * width / height).ceil() as u16;
    match of(rows.saturating_sub(1)) {
        wide if wide >= WITH_WORDS => wide,
        _ => of(rows),
    }
}

/// Rows a picture takes that is so many columns wide.
fn rows(picture: Picture, columns: u16) -> u16 {
    let (width, height) = picture.size();
    let rows = (f32::from(columns) * height / (2.0 * width)).ceil() as u16;
    rows + u16::from(columns >= WITH_WORDS)
}

/// How large the smallest of some pictures came out, in rows for a metre.
fn scale(placed: &Placed) -> f32 {
    let scales = placed.iter().map(|(picture, area)| f32::from(area.height) / picture.size().1);
    if placed.is_empty() { 0.0 } else { scales.fold(f32::INFINITY, f32::min) }
}

/// Draws pictures with some regions aglow, and others faintly so.
pub(in crate::screens) fn draw(
    frame: &mut Frame,
    view: &mut ScreenView,
    placed: &Placed,
    lit: &[(Region, Option<Side>)],
    hinted: &[Region],
    texts: &Texts,
) {
    let theme = view.theme;
    let Some(figures) = &mut view.figures else {
        return;
    };
    for (picture, area) in placed {
        let lit = lit.iter().copied().filter(|(region, _)| picture.shows(*region)).collect();
        let hinted = hinted.iter().copied().filter(|region| picture.shows(*region)).collect();
        let subject = MapSubject::whole(*picture, lit).hinting(hinted);
        let map = BodyMap::new(&theme, subject, view.pixels, texts);
        draw_map(map, (*area, frame.buffer_mut()), figures, view.cell, &mut view.frame);
    }
}

/// Draws the flower that breathes in the middle of an area: in pictures where the terminal shows them,
/// with so many pixels in a cell, else in cells.
pub(in crate::screens) fn draw_flower(
    flower: Flower<'_>,
    (area, buffer): (Rect, &mut Buffer),
    figures: &mut Figures,
    cell: Option<CellPixels>,
    record: &mut FrameRecord,
) {
    match cell {
        Some(cell) => {
            let area = area.intersection(buffer.area);
            record.pictures.extend(flower.place(area, &mut figures.flower_pictures, cell));
        }
        None => StatefulWidget::render(flower, area, buffer, &mut figures.flower),
    }
}

/// Draws a map over an area, likewise.
pub(in crate::screens) fn draw_map(
    map: BodyMap<'_>,
    (area, buffer): (Rect, &mut Buffer),
    figures: &mut Figures,
    cell: Option<CellPixels>,
    record: &mut FrameRecord,
) {
    match cell {
        Some(cell) => record.pictures.extend(map.place(area, buffer, &mut figures.map, cell)),
        None => map.render(area, buffer, &mut figures.map),
    }
}
