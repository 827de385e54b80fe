//! The graphics protocol of kitty (<https://sw.kovidgoyal.net/kitty/graphics-protocol/>): pictures are
//! sent once, in pieces, and kept by the terminal; a placement shows one, moves it, or takes it away.

use std::fmt::Write;

use super::flat::placeholders;
use super::placed::PictureSpot;
use super::{CellPixels, Picture, PlacedPicture};

/// Asks whether the terminal knows the protocol, with a picture of one pixel that is not kept. Who knows
/// it answers; who does not passes over it.
pub(crate) const QUESTION: &[u8] = b"\x1b_Gi=60000,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";

/// Questions to be handed on by tmux to the terminal around it. Where that is not allowed nobody answers.
pub(crate) fn passed_on(questions: &[&[u8]]) -> Vec<u8> {
    let mut passed = String::new();
    for question in questions {
        placeholders::passed_on(&String::from_utf8_lossy(question), &mut passed);
    }
    passed.into_bytes()
}

/// The number of the first picture: others that use the same terminal begin at 1.
const FIRST: u32 = 60_001;

/// How many pictures the terminal keeps for us; the longest unused gives way.
const KEPT: usize = 192;

/// How many letters of a picture are in one piece, as the protocol asks.
const PIECE: usize = 4096;

/// So much may be sent of new pictures with one frame, in bytes; what goes beyond comes with the next.
const MOST_AT_ONCE: usize = 600 * 1024;

/// What a terminal shows by this protocol.
#[derive(Debug, Default)]
pub(crate) struct KittyScreen {
    /// What the terminal keeps; the number of a picture is its place here after [`FIRST`].
    kept: Vec<KeptPicture>,
    /// What it shows.
    shown: Vec<Shown>,
    /// Counts frames.
    frame: u64,
}

#[derive(Debug)]
struct KeptPicture {
    picture: Picture,
    /// When it was last shown.
    used: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Shown {
    number: u32,
    slot: u16,
    spot: PictureSpot,
}

impl KittyScreen {
    /// Adds to `out` what brings the terminal from the last frame to one with these pictures. Returns
    /// whether all of them are there: where too much is new, the next frame brings more of it.
    pub(crate) fn show(
        &mut self,
        placed: &[PlacedPicture],
        cell: CellPixels,
        out: &mut String,
    ) -> bool {
        self.frame += 1;
        let most = out.len() + MOST_AT_ONCE;
        let mut is_whole = true;
        let mut wanted = Vec::with_capacity(placed.len());
        for placed in placed {
            let Some(spot) = placed.spot(cell) else { continue };
            match self.number_of(&placed.picture, most, out) {
                Some(number) => wanted.push(Shown { number, slot: placed.slot, spot }),
                None => is_whole = false,
            }
        }
        for new in wanted.iter().filter(|new| !self.shown.contains(new)) {
            place(new, out);
        }
        for old in &self.shown {
            let stays = |new: &Shown| (new.number, new.slot) == (old.number, old.slot);
            if !wanted.iter().any(stays) {
                let Shown { number, slot, .. } = old;
                write(out, format_args!("\x1b_Ga=d,d=i,i={number},p={slot},q=2\x1b\\"));
            }
        }
        self.shown = wanted;
        is_whole
    }

    /// Has the terminal forget all pictures.
    pub(crate) fn forget(&mut self, out: &mut String) {
        out.push_str(&removal(self.count()));
        self.kept.clear();
        self.shown.clear();
    }

    /// How many numbers are in use.
    pub(crate) fn count(&self) -> u32 {
        self.kept.len() as u32
    }

    /// The number of a picture, which is sent where the terminal has not got it yet; `None` where that has
    /// to wait.
    fn number_of(&mut self, picture: &Picture, most: usize, out: &mut String) -> Option<u32> {
        let frame = self.frame;
        let at = self.kept.iter().position(|kept| kept.picture.is(picture));
        let at = match at {
            Some(at) => at,
            None if out.len() + picture.letters().len() > most
                && out.len() > most - MOST_AT_ONCE =>
            {
                return None;
            }
            None => {
                let at = self.free(frame)?;
                let kept = KeptPicture { picture: picture.clone(), used: frame };
                if at < self.kept.len() {
                    self.kept[at] = kept;
                    // What is sent under its number takes the place of the old one and of where it was.
                    self.shown.retain(|shown| shown.number != FIRST + at as u32);
                } else {
                    self.kept.push(kept);
                }
                send(FIRST + at as u32, picture.letters(), out);
                at
            }
        };
        self.kept[at].used = frame;
        Some(FIRST + at as u32)
    }

    /// Where there is room for one more.
    fn free(&self, frame: u64) -> Option<usize> {
        if self.kept.len() < KEPT {
            return Some(self.kept.len());
        }
        let unused = self.kept.iter().enumerate().filter(|(_, kept)| kept.used < frame);
        unused.min_by_key(|(_, kept)| kept.used).map(|(at, _)| at)
    }
}

/// What has the terminal forget so many pictures, wherever they are shown.
pub(super) fn removal(count: u32) -> String {
    let mut out = String::new();
    for number in FIRST..FIRST + count {
        write(&mut out, format_args!("\x1b_Ga=d,d=I,i={number},q=2\x1b\\"));
    }
    out
}

/// Sends a picture in pieces.
fn send(number: u32, letters: &str, out: &mut String) {
    let mut rest = letters;
    let mut is_first = true;
    while is_first || !rest.is_empty() {
        // Letters of base64 have a byte each.
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        let more = u8::from(!after.is_empty());
        if is_first {
            write(out, format_args!("\x1b_Ga=t,f=100,i={number},q=2,m={more};{piece}\x1b\\"));
        } else {
            write(out, format_args!("\x1b_Gm={more},q=2;{piece}\x1b\\"));
        }
        (rest, is_first) = (after, false);
    }
}

/// Shows a picture, or moves it where it is shown in the same slot already.
fn place(shown: &Shown, out: &mut String) {
    let Shown { number, slot, spot } = shown;
    let (column, row) = (spot.cell.0 + 1, spot.cell.1 + 1);
    write(out, format_args!("\x1b[{row};{column}H\x1b_Ga=p,i={number},p={slot},q=2,C=1"));
    if spot.layer > 0 {
        write(out, format_args!(",z={}", spot.layer));
    }
    for (key, pixels) in [('X', spot.offset.0), ('Y', spot.offset.1)] {
        if pixels > 0 {
            write(out, format_args!(",{key}={pixels}"));
        }
    }
    if let Some(((x, y), (across, down))) = spot.part {
        write(out, format_args!(",x={x},y={y},w={across},h={down}"));
    }
    if let Some((columns, rows)) = spot.stretched {
        write(out, format_args!(",c={columns},r={rows}"));
    }
    out.push_str("\x1b\\");
}

/// Adds to a text, which cannot fail.
fn write(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}
