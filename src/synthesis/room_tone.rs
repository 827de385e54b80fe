//! The room tone: what is heard beneath a session that has no bed, so that a silence says "still here".
//!
//! Dark, even noise at −55 LUFS by day and −58 at night, without a loop. It is no sound that can be
//! chosen: it is in no list, and the volume of beds turns it off.

use crate::choices::Channels;
use crate::synthesis::bed::{BedSource, BedTone};
use crate::synthesis::recipe::BedRecipe;

/// The room tone from its beginning, by day or at night.
pub(crate) fn room_tone(night: bool, channels: Channels) -> Option<Box<dyn BedSource>> {
    let text = if night {
        include_str!("room_tone/night.toml")
    } else {
        include_str!("room_tone/day.toml")
    };
    let recipe = BedRecipe::parse("room-tone", text).ok()?;
    Some(Box::new(BedTone::new(&recipe, channels)))
}
