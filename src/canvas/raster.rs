//! Shapes and lines as coverage: how much of each pixel they fill, 0–1.

use std::borrow::Borrow;
use std::ops::Range;

use crate::body::{Point, Shape};

use super::Window;

/// How many lines of one pixel are looked at. Along a line the coverage is exact.
const LINES: usize = 4;

/// How much of each pixel a shape fills, row by row.
pub(crate) fn filled(shape: &Shape, window: &Window) -> Vec<f32> {
    let mut coverage = vec![0.0; window.pixels()];
    each_row(shape, window, |pixels, row| coverage[pixels].copy_from_slice(row));
    coverage
}

/// How much of each pixel some shapes fill, 0–1: where several do, the one that fills most of it.
pub(crate) fn filled_by<S: Borrow<Shape>>(
    shapes: impl IntoIterator<Item = S>,
    window: &Window,
) -> Vec<f32> {
    let mut coverage = vec![0.0_f32; window.pixels()];
    for shape in shapes {
        each_row(shape.borrow(), window, |pixels, row| {
            for (there, inside) in coverage[pixels].iter_mut().zip(row) {
                *there = there.max(inside.min(1.0));
            }
        });
    }
    coverage
}

/// Tells how much of its pixels a shape fills in each row that it reaches.
fn each_row(shape: &Shape, window: &Window, mut tell: impl FnMut(Range<usize>, &[f32])) {
    if !shape.bounds().meets(&window.bounds()) {
        return;
    }
    let edges: Vec<_> =
        shape.edges().map(|(from, to)| (window.place(from), window.place(to))).collect();
    let top = window.place(shape.bounds().from).y.floor().max(0.0) as usize;
    let bottom = (window.place(shape.bounds().to).y.ceil().max(0.0) as usize).min(window.down);
    let mut crossings = Vec::new();
    let mut pixels = vec![0.0; window.across];
    for row in top..bottom {
        pixels.fill(0.0);
        for line in 0..LINES {
            let y = row as f32 + (line as f32 + 0.5) / LINES as f32;
            cross(&edges, y, &mut crossings);
            for span in crossings.chunks_exact(2) {
                fill(&mut pixels, span[0], span[1]);
            }
        }
        tell(row * window.across..(row + 1) * window.across, &pixels);
    }
}

/// Where a level line crosses the edges, from left to right.
fn cross(edges: &[(Point, Point)], y: f32, crossings: &mut Vec<f32>) {
    crossings.clear();
    for (from, to) in edges {
        if (from.y > y) != (to.y > y) {
            crossings.push(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
        }
    }
    crossings.sort_unstable_by(f32::total_cmp);
}

fn fill(pixels: &mut [f32], from: f32, to: f32) {
    const SHARE: f32 = 1.0 / LINES as f32;
    let from = from.max(0.0);
    let to = to.min(pixels.len() as f32);
    if from >= to {
        return;
    }
    let (first, last) = (from as usize, (to.ceil() as usize).min(pixels.len()));
    for (column, pixel) in pixels.iter_mut().enumerate().take(last).skip(first) {
        let left = from.max(column as f32);
        let right = to.min(column as f32 + 1.0);
        *pixel += (right - left).max(0.0) * SHARE;
    }
}

/// How much of each pixel a line fills, softly: `width` is in millimetres, and no line is thinner
/// than `thinnest` pixels.
pub(crate) fn drawn(points: &[Point], width: f32, thinnest: f32, window: &Window) -> Vec<f32> {
    let mut coverage = vec![0.0_f32; window.pixels()];
    // Pixels are made square, so that a line is as broad whichever way it runs.
    let (narrow, tall) = (window.step.x, window.step.y);
    let unit = narrow.max(tall);
    let radius = (width / unit).max(thinnest) / 2.0;
    let square = |point: Point| {
        Point::new((point.x - window.origin.x) / unit, (point.y - window.origin.y) / unit)
    };
    let (column_size, row_size) = (narrow / unit, tall / unit);
    for pair in points.windows(2) {
        let (from, to) = (square(pair[0]), square(pair[1]));
        let reach = radius + 0.5;
        let columns = range(from.x.min(to.x) - reach, from.x.max(to.x) + reach, column_size);
        let rows = range(from.y.min(to.y) - reach, from.y.max(to.y) + reach, row_size);
        for row in rows.start..rows.end.min(window.down) {
            for column in columns.start..columns.end.min(window.across) {
                let middle =
                    Point::new((column as f32 + 0.5) * column_size, (row as f32 + 0.5) * row_size);
                let far = distance(middle, from, to);
                let inside = (radius + 0.5 - far).clamp(0.0, 1.0);
                let pixel = &mut coverage[row * window.across + column];
                *pixel = pixel.max(inside);
            }
        }
    }
    coverage
}

fn range(from: f32, to: f32, size: f32) -> Range<usize> {
    (from / size).floor().max(0.0) as usize..(to / size).ceil().max(0.0) as usize
}

fn distance(point: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).max(f32::MIN_POSITIVE);
    let share = ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    point.distance(from.toward(to, share.clamp(0.0, 1.0)))
}

/// The same pixels softened by about `millimetres` on every side.
pub(crate) fn softened(pixels: &[f32], millimetres: f32, window: &Window) -> Vec<f32> {
    // Two passes of an even average come close to a bell curve.
    let radius = |step: f32| (millimetres / step / 1.7).round() as usize;
    let (across, down) = (radius(window.step.x), radius(window.step.y));
    let mut soft = pixels.to_vec();
    let mut line = Vec::new();
    for _ in 0..2 {
        for row in 0..window.down {
            average(&mut soft, row * window.across, 1, window.across, across, &mut line);
        }
        for column in 0..window.across {
            average(&mut soft, column, window.across, window.down, down, &mut line);
        }
    }
    soft
}

/// Replaces each of `count` values, `stride` apart, by the average of those around it.
fn average(
    values: &mut [f32],
    start: usize,
    stride: usize,
    count: usize,
    radius: usize,
    line: &mut Vec<f32>,
) {
    if radius == 0 {
        return;
    }
    line.clear();
    line.extend((0..count).map(|index| values[start + index * stride]));
    let mut sum: f32 = line.iter().take(radius).sum();
    for index in 0..count {
        sum += line.get(index + radius).unwrap_or(&0.0);
        if index > radius {
            sum -= line[index - radius - 1];
        }
        values[start + index * stride] = sum / (2 * radius + 1) as f32;
    }
}
