//! The one loop: clock, keys and effects, and the terminal that is always given back.
