//! What is taken for a clip, and what is made of it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::sounds::{float_wav, noise, tone, wav};
use crate::decoding::DecodedSound;
use crate::voice::clip::{self, ClipProblem};

fn taken(bytes: &[u8]) -> Result<DecodedSound, ClipProblem> {
    clip::from_wav(bytes)
}

#[test]
fn every_usual_kind_of_wav_is_read_and_sounds_the_same() {
    let samples = tone(22_050, 0, 500, 0);
    let float = taken(&float_wav(&samples, 22_050)).expect("floating point");
    for bits in [8, 16, 24, 32] {
        let clip = taken(&wav(&samples, 1, 22_050, bits)).expect("whole numbers");
        assert_eq!((clip.rate, clip.millis()), (22_050, 500));
        let apart = clip.samples.iter().zip(&float.samples).map(|(one, two)| (one - two).abs());
        assert!(apart.fold(0.0, f32::max) < 0.02, "{bits} bits");
    }
}

#[test]
fn several_channels_become_one() {
    let mono = tone(8_000, 0, 300, 0);
    let stereo: Vec<f32> = mono.iter().flat_map(|sample| [*sample, 0.0]).collect();
    let clip = taken(&wav(&stereo, 2, 8_000, 16)).expect("stereo");
    assert_eq!(clip.millis(), 300);
    let peak = clip.samples.iter().fold(0.0, |most: f32, sample| most.max(sample.abs()));
    assert!((0.2..0.3).contains(&peak), "{peak}");
}

#[test]
fn silence_at_the_ends_is_cut_to_a_twentieth_of_a_second() {
    let clip = taken(&wav(&tone(16_000, 700, 400, 900), 1, 16_000, 16)).expect("a clip");
    assert!((495..=500).contains(&clip.millis()), "{} ms", clip.millis());
}

#[test]
fn the_ends_are_faded_so_that_no_cut_clicks() {
    let clip = taken(&float_wav(&vec![0.4; 8_000], 16_000)).expect("a clip");
    assert!(clip.samples[0].abs() < 0.01);
    assert!(clip.samples[clip.samples.len() - 1].abs() < 0.01);
    assert!((clip.samples[4_000] - 0.4).abs() < 0.001);
}

#[test]
fn silence_is_no_clip() {
    assert_eq!(taken(&wav(&vec![0.0; 8_000], 1, 8_000, 16)), Err(ClipProblem::Silent));
    assert_eq!(taken(&wav(&[], 1, 8_000, 16)), Err(ClipProblem::Silent));
}

#[test]
fn a_clip_whose_sides_cancel_each_other_is_told_as_that() {
    let mono = tone(8_000, 0, 300, 0);
    let stereo: Vec<f32> = mono.iter().flat_map(|sample| [*sample, -sample]).collect();
    let told = taken(&wav(&stereo, 2, 8_000, 16)).expect_err("nothing is heard").to_string();
    assert!(told.starts_with("its two sides cancel each other"), "{told}");
}

#[test]
fn loud_noise_and_impossible_numbers_are_no_clip() {
    assert_eq!(taken(&float_wav(&noise(8_000, 1.0), 8_000)), Err(ClipProblem::Noise));
    assert_eq!(taken(&float_wav(&[0.1, f32::NAN, 0.1], 8_000)), Err(ClipProblem::Noise));
    assert_eq!(taken(&float_wav(&[0.1, f32::INFINITY], 8_000)), Err(ClipProblem::Noise));
}

#[test]
fn what_is_too_loud_for_a_sample_is_brought_back_into_range() {
    let loud: Vec<f32> = tone(8_000, 0, 300, 0).iter().map(|sample| sample * 6.0).collect();
    let mixed = [loud, vec![0.0; 16_000], tone(8_000, 0, 300, 0)].concat();
    let clip = taken(&float_wav(&mixed, 8_000)).expect("a clip");
    assert!(clip.samples.iter().all(|sample| sample.abs() <= 1.0));
}

#[test]
fn odd_rates_are_refused() {
    let samples = tone(8_000, 0, 300, 0);
    assert_eq!(taken(&wav(&samples, 1, 7_999, 16)), Err(ClipProblem::OddRate(7_999)));
    assert_eq!(taken(&wav(&samples, 1, 192_001, 16)), Err(ClipProblem::OddRate(192_001)));
}

#[test]
fn a_minute_is_the_longest() {
    let minute = tone(8_000, 0, 60_000, 0);
    assert_eq!(taken(&wav(&minute, 1, 8_000, 16)).map(|clip| clip.millis()), Ok(60_000));
    let more = tone(8_000, 0, 60_001, 0);
    assert_eq!(taken(&wav(&more, 1, 8_000, 16)), Err(ClipProblem::TooLong));
}

#[test]
fn a_file_that_ends_too_soon_is_no_clip_wherever_it_ends() {
    let whole = wav(&tone(8_000, 0, 100, 0), 1, 8_000, 16);
    for length in 0..whole.len() {
        let part = taken(&whole[..length]);
        assert!(matches!(part, Err(ClipProblem::Unreadable(_))), "{length} bytes gave {part:?}");
    }
}

#[test]
fn any_change_of_the_head_gives_a_clip_or_a_reason_and_never_a_panic() {
    let whole = wav(&tone(8_000, 0, 100, 0), 1, 8_000, 16);
    for at in 0..60 {
        for value in [0, 1, 2, 127, 255] {
            let mut changed = whole.clone();
            changed[at] = value;
            if let Ok(clip) = taken(&changed) {
                assert!(clip.millis() <= 60_000);
            }
        }
    }
}

#[test]
fn flac_and_ogg_are_read_as_well() {
    let folder = TempDir::new().expect("a folder");
    let files: [(&str, &[u8]); 2] =
        [("tone.flac", include_bytes!("tone.flac")), ("tone.ogg", include_bytes!("tone.ogg"))];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        let clip = clip::read(&path).expect(name);
        assert_eq!(clip.rate, 16_000, "{name}");
        assert!((340..=430).contains(&clip.millis()), "{name}: {} ms", clip.millis());
        fs::write(&path, &bytes[..bytes.len() / 3]).expect("a file");
        let part = clip::read(&path).map(|clip| clip.millis());
        assert!(part.clone().is_err() || part.clone().is_ok_and(|it| it < 340), "{name}: {part:?}");
    }
}

#[test]
fn a_folder_and_a_missing_file_are_no_clips() {
    let folder = TempDir::new().expect("a folder");
    assert!(matches!(clip::read(folder.path()), Err(ClipProblem::Unopened(_))));
    assert!(matches!(clip::read(Path::new("/nowhere/a.wav")), Err(ClipProblem::Unopened(_))));
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("huge.wav");
    // Full of nothing: it takes no room on the disk.
    fs::File::create(&path).and_then(|file| file.set_len(50_000_001)).expect("a file");
    assert_eq!(clip::read(&path), Err(ClipProblem::TooLarge));
}
