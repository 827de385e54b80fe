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
    let nothing = "no PulseAudio or PipeWire server was found";
    let told = format!("none: {nothing}\ntried in vain: unix:/nowhere/at/all: {nothing}");
    assert_eq!(found, told);
}
