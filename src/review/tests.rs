//! What the review finds, and what it leaves alone.
