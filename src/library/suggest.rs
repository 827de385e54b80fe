//! Three sessions for now.

use super::Entry;
use crate::session::Setting;

/// The part of a day, by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// 5 to 11 o'clock.
    Morning,
    /// 11 to 17 o'clock.
    Afternoon,
    /// 17 to 21 o'clock.
    Evening,
    /// 21 to 5 o'clock.
    Night,
}

impl PartOfDay {
    /// The part of the day at an hour, 0–23.
    pub fn at(hour: u8) -> Self {
        match hour {
            5..11 => Self::Morning,
            11..17 => Self::Afternoon,
            17..21 => Self::Evening,
            _ => Self::Night,
        }
    }

    /// The greeting.
    pub fn greeting(self) -> &'static str {
        match self {
            Self::Morning => "Good morning",
            Self::Afternoon => "Good afternoon",
            Self::Evening => "Good evening",
            Self::Night => "It is late",
        }
    }

    /// Where people mostly are then; what follows is offered when there is too little of the first.
    fn settings(self) -> [Setting; 3] {
        match self {
            Self::Morning | Self::Afternoon => [Setting::Desk, Setting::Home, Setting::Bed],
            Self::Evening => [Setting::Home, Setting::Bed, Setting::Desk],
            Self::Night => [Setting::Bed, Setting::Home, Setting::Desk],
        }
    }
}

/// Up to three fitting sessions for now, as indices into `entries`. From one `day` to the next the
/// choice moves on, so that more of the library is met.
pub fn suggest(entries: &[Entry], part: PartOfDay, day: u32) -> Vec<usize> {
    let mut chosen = Vec::new();
    for setting in part.settings() {
        let mut fitting: Vec<_> = (0..entries.len())
            .filter(|index| entries[*index].settings.contains(&setting))
            .filter(|index| !chosen.contains(index))
            .collect();
        if !fitting.is_empty() {
            let turn = day as usize % fitting.len();
            fitting.rotate_left(turn);
        }
        chosen.extend(fitting);
        if chosen.len() >= 3 {
            break;
        }
    }
    chosen.truncate(3);
    chosen.sort_by_key(|index| entries[*index].millis);
    chosen
}
