//! What the commands promise, part by part.
