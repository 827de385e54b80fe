//! Places in space and the directions a part of the body has, in millimetres and degrees.

use std::ops::{Add, Mul, Sub};

/// A place in space, or a way from one to another: to the person's right, up, and forward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Vector {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) z: f32,
}

impl Vector {
    pub(crate) const fn new(x: f32, y: f32, z: f32) -> Self {
        Self { x, y, z }
    }

    pub(crate) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The third direction of two: up and forward give right.
    pub(crate) fn cross(self, other: Self) -> Self {
        Self::new(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    pub(crate) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same way, one millimetre long.
    pub(crate) fn unit(self) -> Self {
        self * (1.0 / self.length().max(f32::MIN_POSITIVE))
    }

    /// The part of it that stands upright on a direction.
    pub(crate) fn across(self, direction: Self) -> Self {
        self - direction * self.dot(direction)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Vector {
    type Output = Self;

    fn mul(self, times: f32) -> Self {
        Self::new(self.x * times, self.y * times, self.z * times)
    }
}

/// Which way a part of the body faces: three directions at right angles, each one millimetre long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Axes {
    pub(crate) right: Vector,
    pub(crate) up: Vector,
    pub(crate) fore: Vector,
}

impl Axes {
    /// Upright, and facing forward.
    pub(crate) const UPRIGHT: Self = Self {
        right: Vector::new(1.0, 0.0, 0.0),
        up: Vector::new(0.0, 1.0, 0.0),
        fore: Vector::new(0.0, 0.0, 1.0),
    };

    /// Tipped forward by so many degrees.
    pub(crate) fn bent(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (up, fore) = (self.up, self.fore);
        Self { up: up * cos + fore * sin, fore: fore * cos - up * sin, ..self }
    }

    /// Tipped to the left by so many degrees.
    pub(crate) fn tilted(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (up, right) = (self.up, self.right);
        Self { up: up * cos - right * sin, right: right * cos + up * sin, ..self }
    }

    /// Turned to the left by so many degrees.
    pub(crate) fn turned(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (fore, right) = (self.fore, self.right);
        Self { fore: fore * cos - right * sin, right: right * cos + fore * sin, ..self }
    }

    /// A way that is given along these directions.
    pub(crate) fn out(self, way: Vector) -> Vector {
        self.right * way.x + self.up * way.y + self.fore * way.z
    }
}
