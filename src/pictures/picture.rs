//! One picture, kept as it is sent.

use std::io::Cursor;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, EncodingError};

use crate::canvas::Tint;

/// A colour and how much of it there is, 0–1: what is transparent lets through what lies below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Coat {
    /// The colour.
    pub(crate) tint: Tint,
    /// How much of what lies below it hides, 0–1.
    pub(crate) cover: f32,
}

impl Coat {
    /// Nothing at all.
    pub(crate) const CLEAR: Self = Self { tint: Tint::BLACK, cover: 0.0 };

    /// The same with another coat over it: both together hide what lies below as the two would.
    pub(crate) fn under(self, tint: Tint, cover: f32) -> Self {
        let over = cover.clamp(0.0, 1.0);
        let both = over + self.cover * (1.0 - over);
        if both <= f32::EPSILON {
            return Self::CLEAR;
        }
        Self { tint: self.tint.mix(tint, over / both), cover: both }
    }

    /// As red, green, blue and cover, each 0–255.
    fn bytes(self) -> [u8; 4] {
        let byte = |value: f32| (value.clamp(0.0, 255.0) + 0.5) as u8;
        match byte(self.cover * 255.0) {
            // All that is clear is written alike, so that it takes no room.
            0 => [0; 4],
            cover => [byte(self.tint.red), byte(self.tint.green), byte(self.tint.blue), cover],
        }
    }
}

/// A picture. Copies of it are one and the same picture, which is sent once.
#[derive(Clone, Debug)]
pub(crate) struct Picture(Arc<Sent>);

#[derive(Debug)]
struct Sent {
    /// Width and height in pixels.
    size: (u32, u32),
    /// A PNG file in base64.
    letters: String,
}

impl Picture {
    /// A picture of so many pixels across, given row by row; `None` where there are none.
    pub(crate) fn of(across: usize, coats: &[Coat]) -> Option<Self> {
        let down = coats.len().checked_div(across)?;
        let size = (u32::try_from(across).ok()?, u32::try_from(down).ok()?);
        let bytes: Vec<u8> = coats.iter().flat_map(|coat| coat.bytes()).collect();
        let file = encoded(size, &bytes).ok()?;
        Some(Self(Arc::new(Sent { size, letters: STANDARD.encode(file) })))
    }

    /// Its width and height in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        self.0.size
    }

    /// What is sent of it.
    pub(super) fn letters(&self) -> &str {
        &self.0.letters
    }

    /// Its pixels row by row, each as red, green, blue and cover.
    pub(super) fn pixels(&self) -> Option<Vec<[u8; 4]>> {
        let file = STANDARD.decode(&self.0.letters).ok()?;
        let mut reader = Decoder::new(Cursor::new(file)).read_info().ok()?;
        let mut bytes = vec![0; reader.output_buffer_size()?];
        reader.next_frame(&mut bytes).ok()?;
        Some(bytes.as_chunks().0.to_vec())
    }

    /// Whether both are copies of one picture.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A PNG file of some pixels, each as red, green, blue and cover.
pub(super) fn encoded((width, height): (u32, u32), bytes: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(bytes)?;
    writer.finish()?;
    Ok(file)
}
