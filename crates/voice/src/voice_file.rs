//! The file of a voice: named tables of numbers, read where they lie.

use std::collections::BTreeMap;

use ndarray::Array2;

/// What a file of a voice begins with.
const MAGIC: &[u8] = b"UNCLVOX1";
/// The most tables that a file may hold.
const MOST_TABLES: usize = 4096;

/// Why a file is not a voice that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VoiceFileError {
    /// The file begins otherwise.
    #[error("this is not the file of a voice: it does not begin with UNCLVOX1")]
    OtherFile,
    /// The file ends inside what it announces.
    #[error("the file of the voice is cut short")]
    CutShort,
    /// A name or a count in the file cannot be right.
    #[error("the file of the voice is damaged")]
    Damaged,
    /// A table that the net needs is not there.
    #[error("the file of the voice lacks the table {0}")]
    Lacks(String),
    /// A table has another shape than its neighbours ask for.
    #[error("in the file of the voice, the table {0} has the wrong shape")]
    Shape(String),
}

/// A table of `rows` × `columns` numbers as the file keeps it; a list is one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'a> {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    numbers: Numbers<'a>,
}

/// How the numbers of a table are kept.
#[derive(Debug, Clone, Copy)]
enum Numbers<'a> {
    /// Signed bytes, each times `scale`.
    Bytes { scale: f32, data: &'a [u8] },
    /// Half floats, two bytes each, the lower first.
    Halves { data: &'a [u8] },
}

impl Table<'_> {
    /// The numbers as floats, in a place of their own.
    pub(crate) fn to_array(self) -> Array2<f32> {
        let numbers: Vec<f32> = match self.numbers {
            Numbers::Bytes { scale, data } => {
                data.iter().map(|byte| f32::from(byte.cast_signed()) * scale).collect()
            }
            Numbers::Halves { data } => {
                data.as_chunks().0.iter().map(|bytes| half(u16::from_le_bytes(*bytes))).collect()
            }
        };
        Array2::from_shape_vec((self.rows, self.columns), numbers)
            .expect("a table holds as many numbers as its shape says: checked when it was read")
    }
}

/// A half float (IEEE 754 binary16) as a float.
fn half(bits: u16) -> f32 {
    let sign = u32::from(bits >> 15) << 31;
    let exponent = u32::from(bits >> 10) & 0x1f;
    let fraction = u32::from(bits & 0x3ff);
    match exponent {
        // Smaller than the exponent can say: fraction · 2^-24.
        0 => f32::from_bits((fraction as f32 / 16_777_216.0).to_bits() | sign),
        0x1f => f32::from_bits(sign | 0x7f80_0000 | fraction << 13),
        _ => f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13),
    }
}

/// Everything that a file of a voice holds.
#[derive(Debug)]
pub(crate) struct VoiceFile<'a> {
    /// Lines of `key = value` that say what the voice is and where it comes from.
    pub(crate) about: &'a str,
    tables: BTreeMap<&'a str, Table<'a>>,
}

impl<'a> VoiceFile<'a> {
    /// Reads names, shapes and places; no number is copied.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, VoiceFileError> {
        let (about, mut rest) = beginning(bytes)?;
        let count = rest.count()?;
        if count > MOST_TABLES {
            return Err(VoiceFileError::Damaged);
        }
        let mut tables = BTreeMap::new();
        for _ in 0..count {
            let length = usize::from(u16::from_le_bytes(rest.array()?));
            let name = rest.text(length)?;
            tables.insert(name, rest.table()?);
        }
        Ok(Self { about, tables })
    }

    /// The table called `name`.
    pub(crate) fn table(&self, name: &str) -> Result<Table<'a>, VoiceFileError> {
        self.tables.get(name).copied().ok_or_else(|| VoiceFileError::Lacks(name.to_owned()))
    }
}

/// What a file of a voice says of it. The rest of the file is not looked at.
pub(crate) fn about(bytes: &[u8]) -> Result<&str, VoiceFileError> {
    Ok(beginning(bytes)?.0)
}

fn beginning(bytes: &[u8]) -> Result<(&str, Rest<'_>), VoiceFileError> {
    let mut rest = Rest(bytes.strip_prefix(MAGIC).ok_or(VoiceFileError::OtherFile)?);
    let length = rest.count()?;
    Ok((rest.text(length)?, rest))
}

/// What of a file is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], VoiceFileError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(VoiceFileError::CutShort)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], VoiceFileError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(VoiceFileError::CutShort)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn count(&mut self) -> Result<usize, VoiceFileError> {
        usize::try_from(u32::from_le_bytes(self.array()?)).map_err(|_| VoiceFileError::Damaged)
    }

    fn text(&mut self, length: usize) -> Result<&'a str, VoiceFileError> {
        str::from_utf8(self.take(length)?).map_err(|_| VoiceFileError::Damaged)
    }

    fn table(&mut self) -> Result<Table<'a>, VoiceFileError> {
        let [kind, dimensions] = self.array()?;
        let (rows, columns) = match dimensions {
            1 => (1, self.count()?),
            2 => (self.count()?, self.count()?),
            _ => return Err(VoiceFileError::Damaged),
        };
        let scale = f32::from_le_bytes(self.array()?);
        let length = self.count()?;
        let data = self.take(length)?;
        let (numbers, size) = match kind {
            b'q' => (Numbers::Bytes { scale, data }, 1),
            b'h' => (Numbers::Halves { data }, 2),
            _ => return Err(VoiceFileError::Damaged),
        };
        let expected = rows.checked_mul(columns).and_then(|count| count.checked_mul(size));
        if expected != Some(length) || length == 0 {
            return Err(VoiceFileError::Damaged);
        }
        Ok(Table { rows, columns, numbers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_floats_are_read_as_the_standard_says() {
        let read = [0x0000, 0x8000, 0x3c00, 0xc000, 0x7bff, 0x0001, 0x3555].map(half);
        let right = [0.0, -0.0, 1.0, -2.0, 65_504.0, 5.960_464_5e-8, 0.333_251_95];
        assert_eq!(read.map(f32::to_bits), right.map(f32::to_bits));
    }

    #[test]
    fn a_file_that_is_cut_or_changed_is_refused_and_never_makes_it_panic() {
        let whole = crate::HEART;
        for length in (0..4000).chain([whole.len() - 1]) {
            assert!(VoiceFile::read(&whole[..length]).is_err(), "cut at {length}");
        }
        for at in 0..2000 {
            let mut changed = whole[..4000].to_vec();
            changed[at] ^= 0xff;
            assert!(VoiceFile::read(&changed).is_err(), "changed at {at}");
        }
    }
}
