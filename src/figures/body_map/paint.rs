//! What lies over one another on the map becomes colours, or dots where there are none, and those
//! become cells.

use crate::body::{Bounds, Plate, Point, Shape};
use crate::canvas::{ColorDepth, Tint, Window};
use crate::pictures::Coat;
use crate::theme::Theme;
use crate::tween::Easing;

use super::emblem::EmblemLayers;
use super::form::Form;
use super::subject::{Focus, MapSubject};

/// How far a place that is only hinted at is raised out of the dark, and how warm it is, 0–1.
const HINT: (f32, f32) = (0.06, 0.16);

/// Below which glow nothing is warm, and from which on all is, where colours are many and where they are few: what
/// is half warm and half cool would be neither.
const WARM: (f32, f32) = (0.15, 0.7);
const WARM_OF_FEW: (f32, f32) = (0.3, 0.6);

/// How light the body is at least where all of it is seen, 0–1: on fine parts a shadow would only
/// look dim.
const FILL: f32 = 0.3;

/// How far a picture fades at its edges, in shares of the height seen.
const FADE: f32 = 0.1;

/// How bright the way of a hand is, and how dark it is around its heads, 0–1.
const WAY_SEEN: f32 = 0.5;
const HEAD_CLEAR: f32 = 0.7;

/// How bright an emblem is: what of it does not touch, and what does, 0–1. The hand at work is brighter.
const EMBLEM: (f32, f32) = (0.3, 0.8);

/// Over a hand of few pixels, each this broad in millimetres, a head would leave nothing of it.
const FINE: f32 = 3.5;

/// A pixel of what may not be there at all.
fn part(layer: &[f32], index: usize) -> f32 {
    layer.get(index).copied().unwrap_or_default()
}

/// Lays something over what is there already: of both, the brighter stays, pixel by pixel.
pub(super) fn lay(there: &mut [f32], over: impl IntoIterator<Item = f32>) {
    for (there, over) in there.iter_mut().zip(over) {
        *there = there.max(over);
    }
}

/// What lies over one another on the map; each value is 0–1, pixel by pixel.
pub(super) struct Layers {
    pub(super) form: Form,
    pub(super) glow: Vec<f32>,
    pub(super) hints: Vec<f32>,
    pub(super) hatched: Vec<f32>,
    /// The ways of the hands, and their heads with what is kept clear around them; none where no hand goes.
    pub(super) ways: Vec<f32>,
    pub(super) heads: Vec<f32>,
    pub(super) head_edges: Vec<f32>,
    /// Whether all of these lie beside the hands.
    pub(super) are_heads_beside: bool,
    pub(super) edges: Edges,
    /// What touches, as a small picture.
    pub(super) emblem: EmblemLayers,
}

impl Layers {
    /// What each pixel shows.
    pub(super) fn laid(&self, theme: &Theme, subject: &MapSubject, window: &Window) -> Vec<Tint> {
        if theme.draws_lines() {
            self.etched(theme, subject, window)
        } else {
            self.painted(theme, subject, window)
        }
    }

    /// The pixels that are seen over hands too: those of the emblem, and of the heads of ways with what is kept
    /// clear around them, unless these would cover what touches.
    pub(super) fn over_hands(&self, window: &Window) -> Vec<usize> {
        let is_fine = window.step.x <= FINE || self.are_heads_beside;
        let is_head =
            |index: usize| part(&self.heads, index) > 0.3 || part(&self.head_edges, index) > 0.6;
        let is_over =
            |index: &usize| part(&self.emblem.clear, *index) > 0.5 || (is_fine && is_head(*index));
        (0..window.pixels()).filter(is_over).collect()
    }

    /// In colour, on the ground.
    fn painted(&self, theme: &Theme, subject: &MapSubject, window: &Window) -> Vec<Tint> {
        let ground = theme.unlit(0.0);
        let coats = self.coats(theme, subject, window);
        coats.into_iter().map(|coat| ground.mix(coat.tint, coat.cover)).collect()
    }

    /// In colour, and how much of the ground is hidden.
    pub(super) fn coats(&self, theme: &Theme, subject: &MapSubject, window: &Window) -> Vec<Coat> {
        let fill = if subject.focus == Focus::Whole { FILL } else { 0.0 };
        // Where colours are few, a little warmth would come out as specks.
        let few = theme.depth() != ColorDepth::True;
        let warmth = if few { 0.0 } else { HINT.1 };
        let emblem = emblem_tints(theme);
        let (hinted, ground) = (theme.lit(1.0), theme.unlit(0.0));
        let (caution, flame) = (theme.caution(), theme.flame());
        let (from, to) = if few { WARM_OF_FEW } else { WARM };
        (0..window.pixels())
            .map(|index| {
                let (light, body) = (self.form.light[index], self.form.body[index].min(1.0));
                let (light, hint) = (fill + (1.0 - fill) * light, self.hints[index]);
                let glow = Easing::Smoothstep.apply((self.glow[index] - from) / (to - from));
                let warm = subject.hue.lit(theme, light);
                let raised = theme.form((light + HINT.0 * hint).min(1.0));
                let tint = raised.mix(hinted, warmth * hint).mix(warm, glow);
                let tint = tint.mix(caution, 0.42 * self.hatched[index]);
                let tint = tint.mix(flame, WAY_SEEN * part(&self.ways, index));
                let (head, edge) = (part(&self.heads, index), part(&self.head_edges, index));
                let tint = tint.mix(ground, HEAD_CLEAR * edge).mix(flame, head);
                let cover = body * self.edges.fading(index, window);
                let clear = part(&self.emblem.clear, index);
                Coat { tint, cover: cover.max(head) * (1.0 - clear) }
                    .under(emblem[0], part(&self.emblem.dim, index))
                    .under(emblem[1], part(&self.emblem.bright, index))
            })
            .collect()
    }

    /// In lines: the outline and the creases, and the place at work filled with dots.
    fn etched(&self, theme: &Theme, subject: &MapSubject, window: &Window) -> Vec<Tint> {
        let lines = theme.lines();
        let place = subject.hue.line(&lines);
        // The harder a place is pressed, the closer its dots.
        let hard = subject.work.map_or(3, |work| work.pressure);
        let dots = move |column: usize, row: usize| match hard {
            0..=2 => row.is_multiple_of(2) && (column + row / 2).is_multiple_of(2),
            3 => (column + row).is_multiple_of(2),
            _ => row.is_multiple_of(2) || column.is_multiple_of(2),
        };
        let body = |column: usize, row: usize| {
            self.form.body[row.min(window.down - 1) * window.across + column.min(window.across - 1)]
                >= 0.5
        };
        (0..window.pixels())
            .map(|index| {
                let (column, row) = (index % window.across, index / window.across);
                let inside = body(column, row);
                let outline = inside
                    && [
                        (column + 1, row),
                        (column.saturating_sub(1), row),
                        (column, row + 1),
                        (column, row.saturating_sub(1)),
                    ]
                    .iter()
                    .any(|(column, row)| !body(*column, *row));
                let filled = inside && self.glow[index] > 0.4 && dots(column, row);
                let is_way = inside && part(&self.ways, index) > 0.6;
                let crease = inside && self.form.creases[index] > 0.5 && self.glow[index] < 0.4;
                let hatched = self.hatched[index] > 0.2 && (column + row) % 4 == 0;
                let (head, edge) = (part(&self.heads, index), part(&self.head_edges, index));
                let emblem = [&self.emblem.clear, &self.emblem.dim, &self.emblem.bright];
                let [is_emblem, is_dim, is_bright] = emblem.map(|layer| part(layer, index) > 0.5);
                let is_dot = (column + row).is_multiple_of(2);
                match () {
                    () if is_bright => lines.hand,
                    () if is_dim && is_dot => lines.body,
                    () if is_emblem => Tint::BLACK,
                    () if head > 0.5 => lines.hand,
                    () if edge > 0.5 => Tint::BLACK,
                    () if hatched => lines.caution,
                    () if is_way => lines.hand,
                    () if filled => place,
                    () if outline || crease => lines.body,
                    () => Tint::BLACK,
                }
            })
            .collect()
    }
}

/// What an emblem is painted with: what of it does not touch, and what does.
fn emblem_tints(theme: &Theme) -> [Tint; 2] {
    match theme.depth() {
        // Among few colours a flame that is dimmed has another hue.
        ColorDepth::Indexed256 => [theme.form(EMBLEM.0), theme.flame()],
        _ => [EMBLEM.0, EMBLEM.1].map(|bright| theme.unlit(0.0).mix(theme.flame(), bright)),
    }
}

/// Where a picture fades into the ground: where the body runs on beyond what is seen of it.
pub(super) struct Edges {
    /// What is seen, in millimetres.
    bounds: Bounds,
    /// How far inward it fades, in millimetres.
    margin: f32,
}

impl Edges {
    pub(super) fn of(plate: &Plate, subject: &MapSubject, window: &Window) -> Self {
        let seen = window.bounds();
        let margin = FADE * seen.height();
        let bounds = match subject.focus {
            Focus::Place(..) | Focus::Muscles(..) => seen,
            // A whole picture ends where it was drawn to; where the body ends before, it is all seen.
            Focus::Whole => Self::of_whole(plate, margin),
        };
        Self { bounds, margin }
    }

    /// The edges of a whole picture, those moved out of the way that the body does not reach.
    fn of_whole(plate: &Plate, margin: f32) -> Bounds {
        let drawn = plate.bounds();
        let parts = plate.silhouette.iter().map(Shape::bounds);
        let body = parts.reduce(Bounds::joined).unwrap_or(drawn);
        let first = |body: f32, drawn: f32| if body > drawn { body - margin } else { drawn };
        let last = |body: f32, drawn: f32| if body < drawn { body + margin } else { drawn };
        Bounds {
            from: Point::new(first(body.from.x, drawn.from.x), first(body.from.y, drawn.from.y)),
            to: Point::new(last(body.to.x, drawn.to.x), last(body.to.y, drawn.to.y)),
        }
    }

    /// How much is left of a pixel.
    fn fading(&self, index: usize, window: &Window) -> f32 {
        let middle = window.middle_of(index % window.across, index / window.across);
        let soft = |from: f32, at: f32, to: f32, step: f32| {
            ((at - from).min(to - at) / self.margin.max(step)).clamp(0.0, 1.0)
        };
        let Bounds { from, to } = self.bounds;
        let share = soft(from.x, middle.x, to.x, window.step.x)
            * soft(from.y, middle.y, to.y, window.step.y);
        Easing::Smoothstep.apply(share)
    }
}
