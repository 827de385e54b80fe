//! The one way to the terminal: nothing that is printed can control it.

use std::io::{self, Write};

use crate::files::why_unwritten;
use crate::words::{STAND_IN, is_unprintable};

/// Writes text with every character replaced that could control a terminal; line breaks and tabs
/// stay. Names and messages hold text of files and of other programs, so all of it goes this way.
pub(super) struct Printer<W> {
    out: W,
    /// The beginning of a letter whose other bytes have not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Printer<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }

    /// What it prints on.
    pub(super) fn inner(&self) -> &W {
        &self.out
    }

    /// Prints bytes, and keeps the beginning of a letter for those that come next.
    fn print_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut text = std::mem::take(&mut self.begun);
        text.extend_from_slice(bytes);
        let mut chunks = text.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.print(chunk.valid())?;
            let invalid = chunk.invalid();
            let is_begun = std::str::from_utf8(invalid).is_err_and(|it| it.error_len().is_none());
            if is_begun && chunks.peek().is_none() {
                self.begun.extend_from_slice(invalid);
            } else if !invalid.is_empty() {
                self.out.write_all(STAND_IN.to_string().as_bytes())?;
            }
        }
        Ok(())
    }

    fn print(&mut self, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(must_not_pass) {
            self.out.write_all(&rest.as_bytes()[..at])?;
            self.out.write_all(STAND_IN.to_string().as_bytes())?;
            let letter = rest[at..].chars().next().map_or(1, char::len_utf8);
            rest = &rest[at + letter..];
        }
        self.out.write_all(rest.as_bytes())
    }
}

/// Says in words that there is no room for what is printed. Every other error stays as it is: by its number a
/// lost terminal is known.
fn without_room(error: io::Error) -> io::Error {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    match error.kind() {
        kind @ (FileTooLarge | QuotaExceeded | StorageFull) => {
            let why = why_unwritten(&error);
            io::Error::new(kind, format!("what is printed here could not be written: {why}"))
        }
        _ => error,
    }
}

fn must_not_pass(letter: char) -> bool {
    !matches!(letter, '\n' | '\t') && is_unprintable(letter)
}

impl<W: Write> Write for Printer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.print_bytes(bytes).map_err(without_room)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().map_err(without_room)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::Printer;

    fn printed(pieces: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut printer = Printer::new(&mut out);
        for piece in pieces {
            printer.write_all(piece).expect("it is written");
        }
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn nothing_that_controls_a_terminal_is_printed() {
        let text = "a\x1b]0;b\x07c\u{9b}d\u{202e}e\u{2066}f\x7fg\rh\n\ti";
        let plain = "a�]0;b�c�d�e�f�g�h\n\ti";
        assert_eq!(printed(&[text.as_bytes()]), plain);
        let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(printed(&single), plain);
    }

    #[test]
    fn letters_stay_whole_however_they_come_and_what_is_no_text_is_shown_as_that() {
        assert_eq!(printed(&[b"\xc3", b"\xbc\xff", b"\xe2\x80"]), "ü�");
    }
}
