//! The body in words: regions, sides and muscle groups, and how hard each may be worked.

mod keep_off;
mod muscles;
mod region;
mod side;
#[cfg(test)]
mod tests;

pub use keep_off::KeepOff;
pub use muscles::MuscleGroup;
pub use region::Region;
pub use side::Side;
