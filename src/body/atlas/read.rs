//! Reads a drawing: SVG elements in named groups become shapes, courses and frames.

use kurbo::{BezPath, Circle, Ellipse, PathEl, Shape as _};
use roxmltree::{Document, Node};
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::{Area, AtlasProblem, Crease, DrawnStroke, Frame, Plate, TouchDrawing};
use crate::body::{Bounds, Course, Point, Shape, Side, View};

/// How far a polygon may stray from the curve it stands for, in millimetres.
const TOLERANCE: f64 = 0.4;

/// How broad a crease is that does not say so, in millimetres.
const CREASE_WIDTH: f32 = 3.0;

/// The groups a drawing has.
const GROUPS: [&str; 9] = [
    "silhouette",
    "relief",
    "regions",
    "also",
    "muscles",
    "keep-off",
    "spots",
    "strokes",
    "frames",
];

/// Reads one drawing.
pub(super) fn plate(view: View, file: &'static str, text: &str) -> Result<Plate, AtlasProblem> {
    let document = parsed(file, text)?;
    let root = document.root_element();
    let reader = DrawingReader { file, document: &document };
    let (width, height) = reader.size(root)?;
    let mut plate = Plate {
        view,
        width,
        height,
        silhouette: Vec::new(),
        relief: Vec::new(),
        areas: Vec::new(),
        also: Vec::new(),
        muscles: Vec::new(),
        keep_off: Vec::new(),
        spots: Vec::new(),
        strokes: Vec::new(),
        frames: Vec::new(),
    };
    for group in root.children().filter(|node| node.has_tag_name("g")) {
        let name = group.attribute("id").unwrap_or_default();
        if !GROUPS.contains(&name) {
            return Err(reader.problem(group, format!("a group is one of {}", GROUPS.join(", "))));
        }
        for node in group.children().filter(Node::is_element) {
            reader.element(name, node, &mut plate)?;
        }
    }
    Ok(plate)
}

/// Reads the drawings of what touches: a group for each.
pub(super) fn touching(
    file: &'static str,
    text: &str,
) -> Result<Vec<(String, TouchDrawing)>, AtlasProblem> {
    let document = parsed(file, text)?;
    let reader = DrawingReader { file, document: &document };
    let groups = document.root_element().children().filter(|node| node.has_tag_name("g"));
    groups.map(|group| Ok((reader.id(group)?.to_owned(), reader.what_touches(group)?))).collect()
}

fn parsed<'a>(file: &'static str, text: &'a str) -> Result<Document<'a>, AtlasProblem> {
    Document::parse(text).map_err(|error| AtlasProblem {
        file,
        line: error.pos().row,
        element: "svg".to_owned(),
        message: error.to_string(),
    })
}

struct DrawingReader<'a> {
    file: &'static str,
    document: &'a Document<'a>,
}

impl DrawingReader<'_> {
    fn problem(&self, node: Node<'_, '_>, message: impl Into<String>) -> AtlasProblem {
        let name = node.attribute("id").unwrap_or(node.tag_name().name());
        AtlasProblem {
            file: self.file,
            line: self.document.text_pos_at(node.range().start).row,
            element: name.to_owned(),
            message: message.into(),
        }
    }

    fn size(&self, root: Node<'_, '_>) -> Result<(f32, f32), AtlasProblem> {
        let numbers: Vec<f32> = (root.attribute("viewBox").unwrap_or_default())
            .split([' ', ','])
            .filter_map(|number| number.parse().ok())
            .collect();
        match numbers[..] {
            [0.0, 0.0, width, height] if width > 0.0 && height > 0.0 => Ok((width, height)),
            _ => Err(self.problem(root, "the viewBox is `0 0 WIDTH HEIGHT`, in millimetres")),
        }
    }

    fn element(
        &self,
        group: &str,
        node: Node<'_, '_>,
        drawing: &mut Plate,
    ) -> Result<(), AtlasProblem> {
        match group {
            "silhouette" => drawing.silhouette.push(self.shape(node)?),
            "relief" => drawing.relief.extend(self.creases(node)?),
            "regions" => {
                let (place, side) = self.place(node, self.id(node)?)?;
                drawing.areas.push(Area { place, side, shape: self.shape(node)? });
            }
            "also" => {
                let (place, side) = self.place(node, self.id_after(node, "also-")?)?;
                drawing.also.push(Area { place, side, shape: self.shape(node)? });
            }
            "muscles" => {
                let (place, side) = self.place(node, self.id_after(node, "muscles-")?)?;
                drawing.muscles.push(Area { place, side, shape: self.shape(node)? });
            }
            "keep-off" => {
                let id = self.id_after(node, "keep-off-")?;
                let (place, side) = self.place(node, id)?;
                drawing.keep_off.push(Area { place, side, shape: self.shape(node)? });
            }
            "spots" => {
                let (place, side) = self.place(node, self.id_after(node, "spot-")?)?;
                drawing.spots.push(Area { place, side, shape: self.shape(node)? });
            }
            "strokes" => drawing.strokes.push(self.stroke(node)?),
            _ => {
                let (region, side) = self.place(node, self.id_after(node, "frame-")?)?;
                drawing.frames.push(Frame { region, side, bounds: self.rectangle(node)? });
            }
        }
        Ok(())
    }

    fn stroke(&self, node: Node<'_, '_>) -> Result<DrawnStroke, AtlasProblem> {
        let wanted = "a stroke's id is `REGION.DIRECTION` or `REGION-SIDE.DIRECTION`";
        let (place, direction) =
            self.id(node)?.split_once('.').ok_or_else(|| self.problem(node, wanted))?;
        let (region, side) = self.place(node, place)?;
        let direction = word(direction)
            .ok_or_else(|| self.problem(node, format!("`{direction}` is no direction")))?;
        let points = match node.tag_name().name() {
            "circle" => vec![self.center(node)?],
            _ => self.lines(node)?.swap_remove(0),
        };
        let course = Course::new(points).ok_or_else(|| self.problem(node, "it has no points"))?;
        Ok(DrawnStroke { region, side, direction, course })
    }

    /// One drawing of what touches, its points counted from where its circle is.
    fn what_touches(&self, group: Node<'_, '_>) -> Result<TouchDrawing, AtlasProblem> {
        let mut drawing = TouchDrawing::default();
        let mut touches_at = None;
        for node in group.children().filter(Node::is_element) {
            match node.attribute("class") {
                Some("at") => touches_at = Some(self.center(node)?),
                Some("skin") => {
                    drawing.is_skin = true;
                    drawing.body.push(self.shape(node)?);
                }
                Some("tool") => drawing.body.push(self.shape(node)?),
                Some("nail") => drawing.nails.push(self.shape(node)?),
                Some("line") => drawing.lines.extend(self.lines(node)?),
                Some("touching") => drawing.touching.push(self.shape(node)?),
                _ => {
                    let wanted = "its class is one of at, skin, tool, nail, line, touching";
                    return Err(self.problem(node, wanted));
                }
            }
        }
        let at =
            touches_at.ok_or_else(|| self.problem(group, "it needs a circle of class `at`"))?;
        Ok(drawing.mapped(|point| Point::new(point.x - at.x, point.y - at.y)))
    }

    fn id<'a>(&self, node: Node<'a, '_>) -> Result<&'a str, AtlasProblem> {
        node.attribute("id").ok_or_else(|| self.problem(node, "it needs an id"))
    }

    fn id_after<'a>(&self, node: Node<'a, '_>, start: &str) -> Result<&'a str, AtlasProblem> {
        let message = || self.problem(node, format!("its id begins with `{start}`"));
        self.id(node)?.strip_prefix(start).ok_or_else(message)
    }

    /// A place with its side, from `PLACE`, `PLACE-left` or `PLACE-right`.
    fn place<Place: DeserializeOwned>(
        &self,
        node: Node<'_, '_>,
        id: &str,
    ) -> Result<(Place, Option<Side>), AtlasProblem> {
        let (name, side) = match (id.strip_suffix("-left"), id.strip_suffix("-right")) {
            (Some(name), _) => (name, Some(Side::Left)),
            (_, Some(name)) => (name, Some(Side::Right)),
            (None, None) => (id, None),
        };
        let place = word(name)
            .ok_or_else(|| self.problem(node, format!("`{name}` is no place of the body")))?;
        Ok((place, side))
    }

    fn number(&self, node: Node<'_, '_>, name: &str) -> Result<f64, AtlasProblem> {
        let number = node.attribute(name).and_then(|text| text.parse::<f64>().ok());
        number
            .filter(|number| number.is_finite())
            .ok_or_else(|| self.problem(node, format!("`{name}` has to be a number")))
    }

    fn center(&self, node: Node<'_, '_>) -> Result<Point, AtlasProblem> {
        Ok(Point::new(self.number(node, "cx")? as f32, self.number(node, "cy")? as f32))
    }

    fn rectangle(&self, node: Node<'_, '_>) -> Result<Bounds, AtlasProblem> {
        let from = Point::new(self.number(node, "x")? as f32, self.number(node, "y")? as f32);
        let (width, height) = (self.number(node, "width")?, self.number(node, "height")?);
        Ok(Bounds { from, to: Point::new(from.x + width as f32, from.y + height as f32) })
    }

    fn path(&self, node: Node<'_, '_>) -> Result<BezPath, AtlasProblem> {
        match node.tag_name().name() {
            "path" => BezPath::from_svg(node.attribute("d").unwrap_or_default())
                .map_err(|error| self.problem(node, format!("its `d`: {error}"))),
            "circle" => {
                let middle = (self.number(node, "cx")?, self.number(node, "cy")?);
                Ok(Circle::new(middle, self.number(node, "r")?).to_path(TOLERANCE))
            }
            "ellipse" => {
                let middle = (self.number(node, "cx")?, self.number(node, "cy")?);
                let radii = (self.number(node, "rx")?, self.number(node, "ry")?);
                Ok(Ellipse::new(middle, radii, 0.0).to_path(TOLERANCE))
            }
            other => Err(self.problem(node, format!("`{other}` is not read: draw a path"))),
        }
    }

    /// The lines of a path, at least one, each with at least one point.
    fn lines(&self, node: Node<'_, '_>) -> Result<Vec<Vec<Point>>, AtlasProblem> {
        let mut lines: Vec<Vec<Point>> = Vec::new();
        kurbo::flatten(self.path(node)?, TOLERANCE, |element| match element {
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
            return Err(self.problem(node, "it has no points"));
        }
        Ok(lines)
    }

    fn shape(&self, node: Node<'_, '_>) -> Result<Shape, AtlasProblem> {
        Shape::new(self.lines(node)?).ok_or_else(|| self.problem(node, "it has no points"))
    }

    fn creases(&self, node: Node<'_, '_>) -> Result<Vec<Crease>, AtlasProblem> {
        let width = match node.attribute("stroke-width") {
            Some(_) => self.number(node, "stroke-width")? as f32,
            None => CREASE_WIDTH,
        };
        Ok(self.lines(node)?.into_iter().map(|points| Crease { points, width }).collect())
    }
}

/// A word of the body from its id.
fn word<Word: DeserializeOwned>(id: &str) -> Option<Word> {
    let deserializer: StrDeserializer<'_, WordError> = id.into_deserializer();
    Word::deserialize(deserializer).ok()
}
