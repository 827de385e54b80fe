//! A disk that is full at some time.

use std::io::{self, Cursor, ErrorKind, Seek, SeekFrom, Write};

/// A disk with room for so many bytes, which remembers the largest piece it was given.
pub(super) struct Disk {
    file: Cursor<Vec<u8>>,
    room: usize,
    largest: usize,
}

impl Disk {
    pub(super) fn with_room(room: usize) -> Self {
        Self { file: Cursor::default(), room, largest: 0 }
    }

    /// What is written on it.
    pub(super) fn bytes(&self) -> &[u8] {
        self.file.get_ref()
    }

    /// The most bytes it was given at once.
    pub(super) fn largest_piece(&self) -> usize {
        self.largest
    }
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.largest = self.largest.max(bytes.len());
        if self.file.position() as usize + bytes.len() > self.room {
            return Err(ErrorKind::StorageFull.into());
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Disk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
