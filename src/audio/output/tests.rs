//! Tests of choosing an output.

use super::{OutputChoice, probe};

#[test]
fn every_output_is_called_by_the_name_it_prints() {
    for choice in
        [OutputChoice::Auto, OutputChoice::Pulse, OutputChoice::Device, OutputChoice::None]
    {
        assert_eq!(choice.to_string().parse(), Ok(choice));
    }
}

#[test]
fn a_name_that_is_none_lists_those_that_are() {
    let error = "alsa".parse::<OutputChoice>().unwrap_err();
    assert_eq!(error.to_string(), "`alsa` is no sound output; use auto, pulse, device or none");
}

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
