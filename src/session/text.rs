//! temporary
use crate::body::Side;
/// Values for placeholders.
#[derive(Clone, Copy, Debug, Default)]
pub struct Placeholders {
    /// side
    pub side: Option<Side>,
    /// repeat
    pub repeat: Option<(u32, u32)>,
    /// breaths
    pub breaths: Option<u32>,
    /// millis
    pub millis: u64,
}
/// Fills.
pub fn fill(template: &str, values: &Placeholders) -> String {
    let side = values.side.map_or("", Side::word);
    template.replace("{side}", side)
}
