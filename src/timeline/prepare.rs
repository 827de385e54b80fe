//! The one way from a session to a timeline: what a person wishes of it, and how it is laid out.

use super::fit::{self, CannotFit, Fitted};
use super::night::Sinking;
use super::wording::Wording;
use super::{Ending, Timeline, expand};
use crate::body::Side;
use crate::care::ScreenedSession;
use crate::choices::{Background, Guidance};

/// What a person wishes of a session, as far as its timeline depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// How long it shall be.
    pub length: LengthWish,
    /// Which of two sides goes first.
    pub first_side: Side,
    /// Whether it is played by day or at night, and how long the bed plays on after it then.
    pub ending: Ending,
    /// Which background is heard.
    pub bed: Background,
    /// How many words a minute are spoken by day, where a person has set it. At night it is
    /// slower by the same share as [`Pace::NIGHT`](crate::prosody::Pace::NIGHT) is.
    pub words_per_minute: Option<u32>,
    /// How much the program says beside the words of the author.
    pub guidance: Guidance,
}

/// How long a session shall be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LengthWish {
    /// As it is written.
    #[default]
    AsWritten,
    /// Fitted to so many milliseconds.
    Millis(u64),
}

impl From<Option<u64>> for LengthWish {
    /// As it is written, unless so many milliseconds are asked for.
    fn from(millis: Option<u64>) -> Self {
        millis.map_or(Self::AsWritten, Self::Millis)
    }
}

/// Lays a session out in time as a person wishes, once it has been screened: nothing else can be
/// played. Every timeline is made here; while it plays, [`Timeline::with_bed`], [`Timeline::with_ending`] and [`Timeline::extended`] change it.
///
/// # Errors
/// [`CannotFit`] where the session cannot take the length.
pub fn prepare(screened: &ScreenedSession, wish: &Wish) -> Result<Timeline, CannotFit> {
    let session = screened.session();
    let lengths = match wish.length {
        LengthWish::AsWritten => as_asked(screened, wish.words_per_minute),
        LengthWish::Millis(target) => fit::fit(session, wish.words_per_minute, target)?,
    };
    let bare = Timeline {
        title: session.title.clone(),
        language: session.language.clone(),
        wording: Wording::of(session),
        for_bed: session.is_for_bed(),
        chimes: session.chimes.clone(),
        bed: session.bed.clone(),
        wish: wish.clone(),
        parts: Vec::new(),
        segments: Vec::new(),
        spoken: Vec::new(),
        cues: Vec::new(),
        sinking: Sinking::default(),
    };
    Ok(bare.with_parts(expand::expand(session, wish.first_side, &lengths)))
}

/// The lengths of a session as it is written. Where steps gave way, it stays as long as the one that
/// was asked for, or as near to it as its steps allow.
fn as_asked(screened: &ScreenedSession, words_per_minute: Option<u32>) -> Fitted {
    let session = screened.session();
    let written = fit::written(session, words_per_minute);
    if screened.changes().is_empty() {
        return written;
    }
    let asked = fit::written_total(screened.asked(), words_per_minute);
    let (shortest, longest) = fit::bounds(session, words_per_minute);
    let target = asked.clamp(shortest, longest);
    fit::fit(session, words_per_minute, target).unwrap_or(written)
}
