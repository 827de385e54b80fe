//! Tests of the synth.
