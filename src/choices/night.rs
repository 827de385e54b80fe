//! When it is night, and how long the bed plays on after it.

use super::word::choice;

/// The longest sleep timer, in minutes: a bed is not meant to play all night.
pub const LONGEST_SLEEP_TIMER: u32 = 45;

/// When the screen turns dim and warm by itself while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Night {
    /// In sessions for bed.
    #[default]
    Bed,
    /// In sessions for bed, and in any session within the hours of the night.
    Clock,
    /// Only when asked for.
    Never,
}

choice! {
    Night { Bed => "bed", Clock => "clock", Never => "never", }
}

/// The hours of the night by the clock, from one to before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NightHours {
    /// The first hour of the night, 0–23.
    pub begin: u8,
    /// The first hour of the day, 0–23; where both are the same, there is no night.
    pub end: u8,
}

impl Default for NightHours {
    fn default() -> Self {
        Self { begin: 21, end: 5 }
    }
}

impl NightHours {
    /// Whether an hour, 0–23, is one of the night.
    pub fn have(self, hour: u8) -> bool {
        if self.begin <= self.end {
            (self.begin..self.end).contains(&hour)
        } else {
            hour >= self.begin || hour < self.end
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NightHours;

    #[test]
    fn the_night_goes_over_midnight_or_not_and_may_be_left_out() {
        let hours = |begin, end| -> Vec<u8> {
            (0..24).filter(|hour| NightHours { begin, end }.have(*hour)).collect()
        };
        assert_eq!(hours(21, 5), [0, 1, 2, 3, 4, 21, 22, 23]);
        assert_eq!(hours(1, 9), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(hours(22, 0), [22, 23]);
        assert!(hours(7, 7).is_empty());
        let usual = NightHours::default();
        assert_eq!((usual.begin, usual.end), (21, 5));
    }
}
