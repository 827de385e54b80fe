//! A session compiled to a pure function of time.
