//! What is said of the voice before a session begins.

use super::voice;
use crate::canvas::ColorDepth;
use crate::screens::VoiceView;
use crate::theme::Theme;

fn said(done: usize, of: usize, silent: usize, why: Option<&str>) -> String {
    let view = VoiceView { done, of, silent, why: why.map(str::to_owned) };
    let texts = crate::words::Texts::of(crate::words::Language::English);
    let lines = voice(&view, texts, 60, &Theme::night(ColorDepth::True));
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn how_far_the_voice_is_fills_a_line() {
    assert_eq!(said(0, 8, 0, None), "The voice gets ready  ────────────");
    assert_eq!(said(4, 8, 0, None), "The voice gets ready  ━━━━━━──────");
    assert_eq!(said(8, 8, 0, None), "A voice will guide you.");
}

#[test]
fn a_voice_that_is_not_wished_for_is_not_spoken_of() {
    assert_eq!(said(0, 0, 0, None), "");
}

#[test]
fn what_stays_unspoken_has_its_reason() {
    assert_eq!(said(8, 8, 8, Some("none was found")), "No voice: none was found.");
    assert_eq!(said(8, 8, 3, Some("it hangs")), "3 of 8 lines stay unspoken: it hangs.");
    let broken = Some("the recording “let-go.wav” cannot be used: it is silent");
    let wanted =
        "A voice will guide you.\nBut the recording “let-go.wav” cannot be used: it is silent.";
    assert_eq!(said(8, 8, 0, broken), wanted);
}
