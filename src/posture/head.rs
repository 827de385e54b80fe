//! What is seen on a head: hair down to its line, closed eyes, brows, a mouth; and how a face is tensed.

use super::solid::Flesh;
use super::space::Vector;
use super::surface::SeenBall;
use crate::body::{MuscleGroup, Point};

/// What is seen at a place of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing but what it is made of.
    #[default]
    Plain,
    /// Hair.
    Hair,
    /// A line of the face: an eyelid, a brow, a mouth, a wrinkle.
    Line,
}

/// How far the parts of a face are tensed, 0–1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FaceTension {
    /// The brows are raised.
    brows: f32,
    /// The lids are pressed together and the nose is wrinkled.
    eyes: f32,
    /// The lips are pressed together and drawn wide.
    mouth: f32,
}

/// The surface of a part of the head as it is seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeadSurface {
    /// Its ellipsoids as they are seen, and as the head knows them: the middle, and how far each reaches.
    balls: Vec<(SeenBall, Vector, Vector)>,
    /// The whole head, simpler than it is: light falls evenly over it.
    whole: Option<SeenBall>,
    tension: FaceTension,
}

impl FaceTension {
    /// Of some muscles, tensed so far.
    pub(crate) fn of(muscles: MuscleGroup, share: f32) -> Self {
        let none = Self::default();
        match muscles {
            MuscleGroup::Forehead => Self { brows: share, ..none },
            MuscleGroup::EyesAndNose => Self { eyes: share, ..none },
            MuscleGroup::LowerFaceAndJaw => Self { mouth: share, ..none },
            MuscleGroup::Face | MuscleGroup::FaceAndNeck => {
                // The brows stay where they are: some gather the face, and some raise them.
                Self { brows: 0.5 * share, eyes: share, mouth: share }
            }
            _ => none,
        }
    }
}

impl HeadSurface {
    /// Of ellipsoids as they are seen, and as the head knows them; light falls as over a whole head.
    pub(crate) fn new(
        balls: impl Iterator<Item = SeenBall>,
        own: Flesh,
        whole: Option<SeenBall>,
        tension: FaceTension,
    ) -> Self {
        let vector = |[x, y, z]: [f32; 3]| Vector::new(x, y, z);
        let balls = balls.zip(own);
        let balls = balls.map(|(ball, (middle, reach))| (ball, vector(*middle), vector(*reach)));
        Self { balls: balls.collect(), whole, tension }
    }

    /// The place that is seen at a point, outward, up and forward.
    fn seen_at(&self, point: Point) -> Option<Vector> {
        let met = self.balls.iter().map(|(ball, middle, reach)| (ball.met(point), *middle, *reach));
        let nearest = met.max_by(|(one, ..), (two, ..)| {
            // Where several are met, the nearest is seen; beside all of them, the one that is closest by.
            one.beside.total_cmp(&two.beside).reverse().then(one.near.total_cmp(&two.near))
        });
        let (met, middle, reach) = nearest?;
        let [along, up, fore] = met.share;
        Some(middle + Vector::new(reach.x * along, reach.y * up, reach.z * fore))
    }

    /// Which way it faces at a point: to the right, down, and near.
    pub(crate) fn normal(&self, point: Point) -> Option<[f32; 3]> {
        self.whole.map(|whole| whole.met(point).normal)
    }

    /// What is seen at a point, where a pixel is so many millimetres high.
    pub(crate) fn mark(&self, point: Point, pixel: f32) -> Mark {
        self.seen_at(point).map_or(Mark::Plain, |place| mark_at(place, pixel, self.tension))
    }

    pub(crate) fn mirrored(&self) -> Self {
        let balls =
            self.balls.iter().map(|(ball, middle, reach)| (ball.mirrored(), *middle, *reach));
        Self {
            balls: balls.collect(),
            whole: self.whole.map(|it| it.mirrored()),
            tension: self.tension,
        }
    }
}

/// Where pixels are higher than this, in millimetres, only hair and lids are seen, and no brows where they are
/// higher than the other: lines would run into each other.
const COARSE: f32 = 22.0;
const TOO_COARSE_FOR_BROWS: f32 = 8.5;

fn mark_at(place: Vector, pixel: f32, tension: FaceTension) -> Mark {
    let (aside, up, fore) = (place.x.abs(), place.y, place.z);
    if is_hair(up, fore) {
        return Mark::Hair;
    }
    if fore < 44.0 {
        return Mark::Plain;
    }
    // No line is thinner than a pixel.
    let is_on = |line: f32, width: f32| (up - line).abs() < (width / 2.0).max(pixel * 0.5);
    let from_eye = (aside - 31.0) / (18.0 - 3.0 * tension.eyes);
    let lid = 84.0 - (7.0 - 5.0 * tension.eyes) * (1.0 - from_eye * from_eye);
    let is_lid = from_eye.abs() < 1.0 && is_on(lid, 7.0 + 4.0 * tension.eyes);
    if pixel > COARSE {
        return if is_lid { Mark::Line } else { Mark::Plain };
    }
    let from_brow = (aside - 32.0) / 21.0;
    let brow = 106.0 + 14.0 * tension.brows - 10.0 * tension.eyes;
    let brow = brow - 4.0 * from_brow * from_brow + 3.0 * tension.eyes * from_brow;
    let is_brow = pixel < TOO_COARSE_FOR_BROWS && from_brow.abs() < 1.0 && is_on(brow, 6.0);
    let wide = 23.0 + 9.0 * tension.mouth;
    let mouth = 20.0 + 8.0 * tension.mouth * (aside / wide).powi(2);
    let is_mouth = aside < wide && is_on(mouth, 5.0 + 3.0 * tension.mouth);
    let is_wrinkle = tension.brows > 0.5
        && aside < 34.0
        && [132.0, 142.0].into_iter().any(|line| is_on(line, 3.0) && pixel < 9.0)
        || tension.eyes > 0.5 && (8.0..15.0).contains(&aside) && (70.0..84.0).contains(&up);
    let is_line = is_lid || is_brow || is_mouth || is_wrinkle;
    if is_line { Mark::Line } else { Mark::Plain }
}

/// Hair ends in a line over the forehead, before the ear, behind it, and across the nape.
fn is_hair(up: f32, fore: f32) -> bool {
    let line = match up {
        top if top > 150.0 => return true,
        forehead if forehead > 112.0 => 20.0 + (forehead - 112.0) / 38.0 * 58.0,
        before_ear if before_ear > 70.0 => 12.0,
        behind_ear if behind_ear > 24.0 => -30.0,
        _ => return false,
    };
    fore < line
}
