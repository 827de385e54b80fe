//! Reads a drawing: SVG elements in named groups become shapes, courses and frames.

use std::fmt::Display;

use kurbo::{BezPath, Circle, Ellipse, PathEl, Shape as _};
use roxmltree::{Document, Node};
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::{Area, Crease, DrawnStroke, Frame, Plate};
use crate::body::{Bounds, Course, Point, Shape, Side, View};
use crate::problem::{Finding, Findings, Problem, Source};

/// How far a polygon may stray from the curve it stands for, in millimetres.
const TOLERANCE: f64 = 0.4;

/// How broad a crease is that does not say so, in millimetres.
const CREASE_WIDTH: f32 = 3.0;

/// The groups a drawing has.
const GROUPS: [&str; 8] =
    ["silhouette", "relief", "regions", "also", "muscles", "keep-off", "strokes", "frames"];

/// Reads one drawing, or finds every problem in it.
pub(super) fn plate(view: View, file: &str, text: &str) -> Result<Plate, Vec<Problem>> {
    let mut plate = Plate {
        view,
        width: 0.0,
        height: 0.0,
        silhouette: Vec::new(),
        relief: Vec::new(),
        areas: Vec::new(),
        also: Vec::new(),
        muscles: Vec::new(),
        keep_off: Vec::new(),
        strokes: Vec::new(),
        frames: Vec::new(),
    };
    let source = Source::new(file, text);
    let mut findings = Findings::default();
    match Document::parse(text) {
        Ok(document) => read(document.root_element(), &mut plate, &mut findings),
        Err(error) => {
            let at = source.byte_at(error.pos().row as usize, error.pos().col as usize);
            findings.add(Finding::error("syntax", at..at, error.to_string()));
        }
    }
    if findings.has_errors() { Err(findings.into_problems(&source)) } else { Ok(plate) }
}

fn read(root: Node<'_, '_>, plate: &mut Plate, findings: &mut Findings) {
    match size(root) {
        Ok(size) => (plate.width, plate.height) = size,
        Err(finding) => findings.add(finding),
    }
    for group in root.children().filter(|node| node.has_tag_name("g")) {
        let name = group.attribute("id").unwrap_or_default();
        if !GROUPS.contains(&name) {
            findings.add(problem(group, format!("a group is one of {}", GROUPS.join(", "))));
            continue;
        }
        for node in group.children().filter(Node::is_element) {
            if let Err(finding) = element(name, node, plate) {
                findings.add(finding);
            }
        }
    }
}

/// What is wrong with an element, which is named by its id where it has one.
fn problem(node: Node<'_, '_>, message: impl Display) -> Finding {
    let name = node.attribute("id").unwrap_or(node.tag_name().name());
    let start = node.range().start;
    let end = start + 1 + node.tag_name().name().len();
    Finding::error("drawing", start..end, format!("{name}: {message}"))
}

fn size(root: Node<'_, '_>) -> Result<(f32, f32), Finding> {
    let numbers: Vec<f32> = (root.attribute("viewBox").unwrap_or_default())
        .split([' ', ','])
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [0.0, 0.0, width, height] if width > 0.0 && height > 0.0 => Ok((width, height)),
        _ => Err(problem(root, "the viewBox is `0 0 WIDTH HEIGHT`, in millimetres")),
    }
}

fn element(group: &str, node: Node<'_, '_>, drawing: &mut Plate) -> Result<(), Finding> {
    match group {
        "silhouette" => drawing.silhouette.push(shape(node)?),
        "relief" => drawing.relief.extend(creases(node)?),
        "regions" => {
            let (place, side) = place(node, id(node)?)?;
            drawing.areas.push(Area { place, side, shape: shape(node)? });
        }
        "also" => {
            let (place, side) = place(node, id_after(node, "also-")?)?;
            drawing.also.push(Area { place, side, shape: shape(node)? });
        }
        "muscles" => {
            let (place, side) = place(node, id_after(node, "muscles-")?)?;
            drawing.muscles.push(Area { place, side, shape: shape(node)? });
        }
        "keep-off" => {
            let id = id_after(node, "keep-off-")?;
            let (place, side) = place(node, id)?;
            drawing.keep_off.push(Area { place, side, shape: shape(node)? });
        }
        "strokes" => drawing.strokes.push(stroke(node)?),
        _ => {
            let (region, side) = place(node, id_after(node, "frame-")?)?;
            drawing.frames.push(Frame { region, side, bounds: rectangle(node)? });
        }
    }
    Ok(())
}

fn stroke(node: Node<'_, '_>) -> Result<DrawnStroke, Finding> {
    let wanted = "a stroke's id is `REGION.DIRECTION` or `REGION-SIDE.DIRECTION`";
    let (target, direction) = id(node)?.split_once('.').ok_or_else(|| problem(node, wanted))?;
    let (region, side) = place(node, target)?;
    let direction =
        word(direction).ok_or_else(|| problem(node, format!("`{direction}` is no direction")))?;
    let points = match node.tag_name().name() {
        "circle" => vec![center(node)?],
        _ => lines(node)?.swap_remove(0),
    };
    let course = Course::new(points).ok_or_else(|| problem(node, "it has no points"))?;
    Ok(DrawnStroke { region, side, direction, course })
}

fn id<'a>(node: Node<'a, '_>) -> Result<&'a str, Finding> {
    node.attribute("id").ok_or_else(|| problem(node, "it needs an id"))
}

fn id_after<'a>(node: Node<'a, '_>, start: &str) -> Result<&'a str, Finding> {
    let message = || problem(node, format!("its id begins with `{start}`"));
    id(node)?.strip_prefix(start).ok_or_else(message)
}

/// A place with its side, from `PLACE`, `PLACE-left` or `PLACE-right`.
fn place<Place: DeserializeOwned>(
    node: Node<'_, '_>,
    id: &str,
) -> Result<(Place, Option<Side>), Finding> {
    let (name, side) = match (id.strip_suffix("-left"), id.strip_suffix("-right")) {
        (Some(name), _) => (name, Some(Side::Left)),
        (_, Some(name)) => (name, Some(Side::Right)),
        (None, None) => (id, None),
    };
    let place =
        word(name).ok_or_else(|| problem(node, format!("`{name}` is no place of the body")))?;
    Ok((place, side))
}

fn number(node: Node<'_, '_>, name: &str) -> Result<f64, Finding> {
    let number = node.attribute(name).and_then(|text| text.parse::<f64>().ok());
    number
        .filter(|number| number.is_finite())
        .ok_or_else(|| problem(node, format!("`{name}` has to be a number")))
}

fn center(node: Node<'_, '_>) -> Result<Point, Finding> {
    Ok(Point::new(number(node, "cx")? as f32, number(node, "cy")? as f32))
}

fn rectangle(node: Node<'_, '_>) -> Result<Bounds, Finding> {
    let from = Point::new(number(node, "x")? as f32, number(node, "y")? as f32);
    let (width, height) = (number(node, "width")?, number(node, "height")?);
    Ok(Bounds { from, to: Point::new(from.x + width as f32, from.y + height as f32) })
}

fn path(node: Node<'_, '_>) -> Result<BezPath, Finding> {
    match node.tag_name().name() {
        "path" => BezPath::from_svg(node.attribute("d").unwrap_or_default())
            .map_err(|error| problem(node, format!("its `d`: {error}"))),
        "circle" => {
            let middle = (number(node, "cx")?, number(node, "cy")?);
            Ok(Circle::new(middle, number(node, "r")?).to_path(TOLERANCE))
        }
        "ellipse" => {
            let middle = (number(node, "cx")?, number(node, "cy")?);
            let radii = (number(node, "rx")?, number(node, "ry")?);
            Ok(Ellipse::new(middle, radii, 0.0).to_path(TOLERANCE))
        }
        other => Err(problem(node, format!("`{other}` is not read: draw a path"))),
    }
}

/// The lines of a path, at least one, each with at least one point.
fn lines(node: Node<'_, '_>) -> Result<Vec<Vec<Point>>, Finding> {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    kurbo::flatten(path(node)?, TOLERANCE, |element| match element {
        PathEl::MoveTo(point) => lines.push(vec![Point::new(point.x as f32, point.y as f32)]),
        PathEl::LineTo(point) => {
            if let Some(line) = lines.last_mut() {
                line.push(Point::new(point.x as f32, point.y as f32));
            }
        }
        _ => {
            if let Some(line) = lines.last_mut() {
                line.extend(line.first().copied());
            }
        }
    });
    let finite = lines.iter().flatten().all(|point| point.x.is_finite() && point.y.is_finite());
    if lines.is_empty() || !finite {
        return Err(problem(node, "it has no points"));
    }
    Ok(lines)
}

fn shape(node: Node<'_, '_>) -> Result<Shape, Finding> {
    Shape::new(lines(node)?).ok_or_else(|| problem(node, "it has no points"))
}

fn creases(node: Node<'_, '_>) -> Result<Vec<Crease>, Finding> {
    let width = match node.attribute("stroke-width") {
        Some(_) => number(node, "stroke-width")? as f32,
        None => CREASE_WIDTH,
    };
    Ok(lines(node)?.into_iter().map(|points| Crease { points, width }).collect())
}

/// A word of the body from its id.
fn word<Word: DeserializeOwned>(id: &str) -> Option<Word> {
    let deserializer: StrDeserializer<'_, WordError> = id.into_deserializer();
    Word::deserialize(deserializer).ok()
}
