//! The figure in pictures, for terminals that keep pictures: each pose on the way from one to the next is
//! drawn when it is first seen, and then kept, so that going there and back again takes a few bytes.

use ratatui::layout::Rect;

use crate::canvas::Window;
use crate::pictures::{CellPixels, Coat, Picture, PictureFit, PlacedPicture};
use crate::posture::{Figure, FigureMoment};
use crate::theme::Theme;

use super::paint::FigurePixels;
use super::seen_of;

/// More pixels than this are not drawn: the terminal stretches what is there.
const MOST_PIXELS: usize = 42_000;

/// In how many steps a figure moves from pose to pose, and brightens.
const STEPS: f32 = 32.0;
const GLOW_STEPS: f32 = 6.0;

/// How many poses are kept.
const KEPT: usize = 120;

/// How finely colours are told apart, 0–255, and how many levels an edge has.
const FINEST: f32 = 8.0;
const EDGES: f32 = 8.0;

/// The pictures of a figure, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigurePictures {
    drawn_for: Option<PosesKey>,
    /// The latest drawn is the last.
    kept: Vec<(FigureMoment, Picture)>,
}

/// What they were drawn for.
#[derive(Clone, Debug, PartialEq)]
struct PosesKey {
    figure: Figure,
    size: (u16, u16),
    cell: CellPixels,
    theme: Theme,
}

impl FigurePictures {
    /// The picture of a figure at a moment, in its place.
    pub(super) fn placed(
        &mut self,
        (area, cell): (Rect, CellPixels),
        (figure, moment): (&Figure, &FigureMoment),
        theme: &Theme,
    ) -> Option<PlacedPicture> {
        let size = (area.width, area.height);
        let key = PosesKey { figure: figure.clone(), size, cell, theme: *theme };
        if self.drawn_for.as_ref() != Some(&key) {
            *self = Self { drawn_for: Some(key), kept: Vec::new() };
        }
        let moment = in_steps(moment);
        let kept = self.kept.iter().find(|(drawn, _)| *drawn == moment);
        let picture = if let Some((_, picture)) = kept {
            picture.clone()
        } else {
            let picture = drawn((area, cell), (figure, &moment), theme)?;
            if self.kept.len() == KEPT {
                self.kept.remove(0);
            }
            self.kept.push((moment, picture.clone()));
            picture
        };
        Some(PlacedPicture { picture, slot: 1, layer: 0, area, fit: PictureFit::Filling })
    }
}

/// A moment in the few steps that pictures have.
fn in_steps(moment: &FigureMoment) -> FigureMoment {
    let step = |value: f32, steps: f32| (value * steps).round() / steps;
    let glow = moment.glow.map(|(on, bright)| (on, step(bright, GLOW_STEPS)));
    FigureMoment { share: step(moment.share, STEPS), glow, ..*moment }
}

fn drawn(
    (area, cell): (Rect, CellPixels),
    (figure, moment): (&Figure, &FigureMoment),
    theme: &Theme,
) -> Option<Picture> {
    let (across, down) = cell.in_area(area);
    let finer = (MOST_PIXELS as f32 / (across * down).max(1) as f32).sqrt().min(1.0);
    let pixels = |pixels: u16| ((f32::from(pixels) * finer) as usize).max(1);
    let frame = seen_of(figure, moment)?;
    let window = Window::on(frame, area, (pixels(cell.width), pixels(cell.height)));
    let picture = figure.picture(moment);
    let coats: Vec<_> =
        FigurePixels::of(&picture, window).coats(theme).into_iter().map(even).collect();
    Picture::of(window.across, &coats)
}

/// A coat in fewer shades, so that a picture takes fewer bytes.
fn even(coat: Coat) -> Coat {
    let mut tint = coat.tint;
    for channel in [&mut tint.red, &mut tint.green, &mut tint.blue] {
        *channel = (*channel / FINEST).round() * FINEST;
    }
    Coat { tint, cover: (coat.cover * EDGES).round() / EDGES }
}
