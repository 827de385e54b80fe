//! Tests of the output.
