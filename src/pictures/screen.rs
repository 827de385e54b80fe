//! What a terminal shows of pictures, whichever way it takes them.

use std::sync::atomic::{AtomicU32, Ordering};

use super::flat::{FlatForm, FlatRemains, FlatScreen, placeholders};
use super::kitty::{self, KittyScreen};
use super::{CellPixels, PlacedPicture};
use crate::canvas::{TerminalName, TerminalProgram, Tint};

/// How a terminal takes pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureWay {
    /// By the protocol of kitty: a picture is kept and moved.
    #[default]
    Kitty,
    /// As inline images of iTerm2: a picture is painted, and anything that moves is painted anew.
    Inline,
    /// In sixels of so many colours, likewise.
    Sixels(u16),
    /// By the placeholders of kitty, through a terminal in the terminal: letters stand for a picture, and
    /// anything that moves is sent anew.
    Placeholders,
}

impl PictureWay {
    /// Sixels for a terminal of which nobody knows how many colours it can keep at once: as many as the
    /// VT340 had.
    pub const PLAIN_SIXELS: Self = Self::Sixels(16);

    /// The way that a terminal is known to take beside that of kitty, which it is asked for.
    pub fn of(name: TerminalName) -> Option<Self> {
        use TerminalProgram::{Contour, Foot, ITerm, Konsole, Mlterm, WezTerm};
        match name.program {
            ITerm | WezTerm => Some(Self::Inline),
            Foot | Konsole | Mlterm | Contour => Some(Self::Sixels(256)),
            _ => None,
        }
    }

    /// Whether a picture can move for a few bytes.
    pub fn moves(self) -> bool {
        self == Self::Kitty
    }
}

/// What is written of pictures with a frame.
#[derive(Debug, Default)]
pub(crate) struct PictureBytes {
    /// Before its cells.
    pub(crate) under: String,
    /// After them.
    pub(crate) over: String,
}

/// The pictures that a terminal shows.
#[derive(Debug)]
pub(crate) enum PictureScreen {
    /// It keeps them.
    Kept(KittyScreen),
    /// They are painted into its cells.
    Flat(FlatScreen),
}

/// What has to be taken away at the end, for whoever gives the terminal back; shared among threads.
#[derive(Debug, Default)]
pub(crate) struct PictureRemains(AtomicU32);

/// Painted into cells: to be wiped away.
const PAINTED: u32 = u32::MAX;
/// Letters in cells for what the terminal keeps: both to be taken away.
const PLACED: u32 = u32::MAX - 1;
/// What wipes the screen.
const WIPING: &str = "\x1b[0m\x1b[2J";

impl PictureRemains {
    /// What takes it all away, on the screen where it was shown. It is told once.
    pub(crate) fn take(&self) -> String {
        match self.0.swap(0, Ordering::Relaxed) {
            PAINTED => WIPING.to_owned(),
            PLACED => WIPING.to_owned() + &placeholders::removal(),
            count => kitty::removal(count),
        }
    }
}

impl PictureScreen {
    /// A terminal that shows none yet.
    pub(crate) fn of(way: PictureWay) -> Self {
        match way {
            PictureWay::Kitty => Self::Kept(KittyScreen::default()),
            PictureWay::Inline => Self::Flat(FlatScreen::new(FlatForm::Inline)),
            PictureWay::Sixels(colors) => Self::Flat(FlatScreen::new(FlatForm::Sixels(colors))),
            PictureWay::Placeholders => Self::Flat(FlatScreen::new(FlatForm::Placeholders)),
        }
    }

    /// Adds to `bytes` what brings the terminal from the last frame to one with these pictures, over a
    /// ground. Returns whether all of them are there: where too much is new, the next frame brings more.
    pub(crate) fn show(
        &mut self,
        placed: &[PlacedPicture],
        (cell, ground): (CellPixels, Tint),
        bytes: &mut PictureBytes,
    ) -> bool {
        match self {
            Self::Kept(screen) => screen.show(placed, cell, &mut bytes.over),
            Self::Flat(screen) => {
                screen.show(placed, (cell, ground), (&mut bytes.under, &mut bytes.over))
            }
        }
    }

    /// Has the terminal forget all pictures. What was painted is gone with the cells it is in.
    pub(crate) fn forget(&mut self, bytes: &mut PictureBytes) {
        match self {
            Self::Kept(screen) => screen.forget(&mut bytes.under),
            Self::Flat(screen) => screen.forget(&mut bytes.under),
        }
    }

    /// Notes what would have to be taken away.
    pub(crate) fn note(&self, remains: &PictureRemains) {
        let left = match self {
            Self::Kept(screen) => screen.count(),
            Self::Flat(screen) => match screen.remains() {
                FlatRemains::Nothing => 0,
                FlatRemains::Painted => PAINTED,
                FlatRemains::Kept => PLACED,
            },
        };
        remains.0.store(left, Ordering::Relaxed);
    }
}
