//! Ellipsoids as they are seen: where a look meets them, and which way they face there.

use super::camera::Camera;
use super::solid::Blob;
use crate::body::Point;

/// An ellipsoid as it is seen: its middle, and its half axes to the right, down and near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SeenBall {
    middle: Point,
    near: f32,
    axes: [[f32; 3]; 3],
}

/// Where a look meets an ellipsoid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Met {
    /// How far along each of its half axes, in shares of them.
    pub(crate) share: [f32; 3],
    /// Which way it faces there: to the right, down, and near.
    pub(crate) normal: [f32; 3],
    /// How near that is, in millimetres.
    pub(crate) near: f32,
    /// How far the look passes beside it, in shares of its size: 0 where it is met.
    pub(crate) beside: f32,
}

impl SeenBall {
    /// An ellipsoid seen through a camera.
    pub(crate) fn of(blob: &Blob, camera: &Camera) -> Self {
        let axes = blob.reaches.map(|reach| {
            let Point { x, y } = camera.point(reach);
            [x, y, camera.nearness(reach)]
        });
        Self { middle: camera.point(blob.middle), near: camera.nearness(blob.middle), axes }
    }

    /// Where a look at a point meets its near side, or passes closest by.
    pub(crate) fn met(&self, point: Point) -> Met {
        let (dx, dy) = (point.x - self.middle.x, point.y - self.middle.y);
        let square = |axis: [f32; 3]| axis.iter().map(|it| it * it).sum::<f32>().max(1e-6);
        // Along each axis the share is `level + near * slope`; on the surface their squares sum up to 1.
        let levels = self.axes.map(|axis| (dx * axis[0] + dy * axis[1]) / square(axis));
        let slopes = self.axes.map(|axis| axis[2] / square(axis));
        let sum = |one: [f32; 3], two: [f32; 3]| (0..3).map(|at| one[at] * two[at]).sum::<f32>();
        let (steep, mixed) = (sum(slopes, slopes).max(1e-12), sum(levels, slopes));
        let rest = mixed * mixed - steep * (sum(levels, levels) - 1.0);
        let near = (rest.max(0.0).sqrt() - mixed) / steep;
        let mut share: [f32; 3] = std::array::from_fn(|at| levels[at] + near * slopes[at]);
        let long = sum(share, share).sqrt().max(1e-6);
        share = share.map(|it| it / long);
        let across = |of: usize| -> f32 {
            (0..3).map(|at| share[at] * self.axes[at][of] / square(self.axes[at])).sum()
        };
        let normal = [across(0), across(1), across(2)];
        let size = sum(normal, normal).sqrt().max(1e-6);
        Met {
            share,
            normal: normal.map(|it| it / size),
            near: self.near + near,
            beside: if rest >= 0.0 { 0.0 } else { long - 1.0 },
        }
    }

    pub(crate) fn mirrored(&self) -> Self {
        let axes = self.axes.map(|[x, y, near]| [-x, y, near]);
        Self { middle: self.middle.mirrored(0.0), axes, ..*self }
    }
}
