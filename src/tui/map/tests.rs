//! What the map promises.
