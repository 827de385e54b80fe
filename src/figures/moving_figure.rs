//! The figure that sits, stands, lies and moves: a silhouette in a soft light, the place at work aglow.
//!
//! All of it is computed from the moment. What was drawn is kept, and drawn anew only once it has moved.

mod course;
mod drawn_pictures;
mod paint;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;

use crate::body::{Bounds, Point, Side};
use crate::canvas::{PixelCell, PixelShape, Window, cells_of};
use crate::figures::side_letters;
use crate::pictures::{CellPixels, PlacedPicture};
use crate::posture::{Figure, FigureMoment, PoseName, SeenFrom};
use crate::session::StepKind;
use crate::theme::Theme;
use crate::timeline::Moment;
use crate::tween::{Easing, Tween};
use crate::words::Texts;

pub(crate) use drawn_pictures::FigurePictures;
use paint::FigurePixels;

/// How long the figure of a massage is seen before the place is seen near, in milliseconds.
const SEEN: f32 = 7_000.0;

/// How long the change from one to the other takes, in milliseconds.
const CHANGE: f32 = 1_600.0;

/// How much room is left around a figure, in shares of its size.
const MARGIN: f32 = 0.04;

/// The figure of a step at one moment. The same moment always looks the same.
#[derive(Clone, Debug)]
pub(crate) struct MovingFigure<'a> {
    theme: &'a Theme,
    figure: &'a Figure,
    moment: FigureMoment,
    shape: PixelShape,
    /// The words beside it.
    texts: &'a Texts,
}

/// What a figure was drawn for.
#[derive(Clone, Debug, PartialEq)]
struct FigureKey {
    figure: Figure,
    moment: FigureMoment,
    size: (u16, u16),
    theme: Theme,
    shape: PixelShape,
}

/// The figure as it was last drawn, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigureRaster {
    drawn: Option<(FigureKey, Vec<PixelCell>)>,
}

impl<'a> MovingFigure<'a> {
    /// The figure of a moment, or `None` where its step has none. With `still` it is in one pose or
    /// another and never on its way.
    pub(crate) fn of(
        theme: &'a Theme,
        moment: &Moment<'a>,
        shape: PixelShape,
        still: bool,
        texts: &'a Texts,
    ) -> Option<Self> {
        let figure = moment.segment.step.as_deref()?.figure.as_deref()?;
        Some(Self { theme, figure, moment: course::moment_of(figure, moment, still), shape, texts })
    }

    /// Whether a figure moves at a moment, or gives way to the place seen near.
    pub(crate) fn moves(moment: &Moment<'_>) -> bool {
        const FRAME: u64 = 250;
        let figure = moment.segment.step.as_deref().and_then(|step| step.figure.as_deref());
        figure.is_some_and(|figure| {
            let elapsed = (moment.elapsed + FRAME).min(moment.segment.millis());
            let soon = Moment { elapsed, ..moment.clone() };
            let same =
                course::moment_of(figure, moment, false) == course::moment_of(figure, &soon, false);
            let (now, then) = (Self::given_way(moment, false), Self::given_way(&soon, false));
            !same || (now - then).abs() > f32::EPSILON || (now > 0.0 && now < 1.0)
        })
    }

    /// How far the figure has given way to the place seen near, 0–1. What is stretched or tensed is
    /// seen on the figure itself, and so is a step that has no place.
    pub(crate) fn given_way(moment: &Moment<'_>, still: bool) -> f32 {
        let Some(step) = moment.segment.step.as_deref() else { return 0.0 };
        let is_seen_on_figure = matches!(step.kind, StepKind::Stretch { .. } | StepKind::Tense(_));
        if is_seen_on_figure || step.region().is_none() {
            return 0.0;
        }
        let start = SEEN.min(moment.segment.millis() as f32 * 0.3);
        let share = Tween { from: 0.0, to: 1.0, start, duration: CHANGE, easing: Easing::Linear };
        let share = share.value_at(moment.elapsed as f32);
        if still { share.round() } else { share }
    }

    /// The figure in a picture, over an area of a screen whose cells have so many pixels; the letters beside it
    /// are written.
    pub(crate) fn place(
        &self,
        (area, buffer): (Rect, &mut Buffer),
        pictures: &mut FigurePictures,
        cell: CellPixels,
    ) -> Option<PlacedPicture> {
        let seen = (self.figure, &self.moment);
        let area = self.with_letters(area, buffer);
        (!area.is_empty()).then(|| pictures.placed((area, cell), seen, self.theme)).flatten()
    }

    /// Writes the letters beside the figure, and tells the area that is left for it.
    fn with_letters(&self, area: Rect, buffer: &mut Buffer) -> Rect {
        let whole = area.intersection(buffer.area);
        let both_seen =
            matches!(self.figure.from, SeenFrom::Front | SeenFrom::Back | SeenFrom::Above)
                && self.figure.base != PoseName::LyingOnSide;
        let (area, Some(places)) = side_letters::parted(whole) else { return whole };
        if !both_seen {
            return whole;
        }
        let sides = (&[Side::Left, Side::Right][..], self.moment.side);
        side_letters::draw(places, sides, (self.texts, self.theme), buffer);
        area
    }

    fn draw(&self, area: Rect) -> Vec<PixelCell> {
        let encoder = self.theme.encoder(self.shape);
        let Some(frame) = seen_of(self.figure, &self.moment) else { return Vec::new() };
        let window = Window::on(frame, area, encoder.shape.pixels_in_cell());
        let picture = self.figure.picture(&self.moment);
        let tints = FigurePixels::of(&picture, window).tints(self.theme);
        cells_of(encoder, &tints, &window)
    }
}

/// What is seen of a figure in all its poses, with some room around.
fn seen_of(figure: &Figure, moment: &FigureMoment) -> Option<Bounds> {
    let frame = figure.frame(moment.side)?;
    let (wide, high) = (MARGIN * frame.width(), MARGIN * frame.height());
    Some(Bounds {
        from: Point::new(frame.from.x - wide, frame.from.y - high),
        to: Point::new(frame.to.x + wide, frame.to.y + high),
    })
}

impl StatefulWidget for MovingFigure<'_> {
    type State = FigureRaster;

    /// Draws the figure over a whole area. Cells without figure are left as they are.
    fn render(self, area: Rect, buffer: &mut Buffer, raster: &mut FigureRaster) {
        let area = self.with_letters(area, buffer);
        if area.is_empty() {
            return;
        }
        let key = FigureKey {
            figure: self.figure.clone(),
            moment: self.moment,
            size: (area.width, area.height),
            theme: *self.theme,
            shape: self.shape,
        };
        if raster.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != key) {
            raster.drawn = Some((key, self.draw(area)));
        }
        let blank = self.theme.encoder(self.shape).blank();
        let cells = raster.drawn.iter().flat_map(|(_, cells)| cells).enumerate();
        for (index, cell) in cells.filter(|(_, cell)| **cell != blank) {
            let (column, row) = (index % usize::from(area.width), index / usize::from(area.width));
            cell.put(&mut buffer[(area.x + column as u16, area.y + row as u16)]);
        }
    }
}
