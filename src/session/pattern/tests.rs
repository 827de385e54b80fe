//! What breathing patterns promise.
