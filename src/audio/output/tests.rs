//! Tests of choosing an output.

use super::{OutputChoice, probe};

#[test]
fn probing_no_output_says_that_it_was_chosen() {
    assert_eq!(probe(OutputChoice::None, None), "none: sound is switched off");
}

#[cfg(target_os = "linux")]
#[test]
fn probing_a_server_that_is_not_there_says_so() {
    let found = probe(OutputChoice::Pulse, Some("unix:/nowhere/at/all"));
    assert_eq!(found, "none: no PulseAudio or PipeWire server was found");
}
