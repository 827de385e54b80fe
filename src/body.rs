//! The body in words: regions, sides and muscle groups, and how hard each may be worked.

mod muscles;
mod region;
mod side;
#[cfg(test)]
mod tests;

pub use muscles::MuscleGroup;
pub use region::Region;
pub use side::Side;
