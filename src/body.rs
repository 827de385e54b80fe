//! The body in words: regions, sides and muscle groups, and what may never be worked.
