//! Settings and paths: defaults, then the file, then the environment.
