//! Sounds listed and checked, and a session that calls one which cannot be used.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use unclench::for_tests::{Mixer, PhaseKind, SAMPLE_RATE, SoundEvent, SoundKind, StereoFrame};

use super::harness::{SHORT_PAUSE, Test};
use crate::support::need;

fn tone(index: u32) -> f32 {
    0.3 * (index as f32 * 0.05).sin()
}

fn still(_: u32) -> f32 {
    0.0
}

fn write_wav(path: &Path, rate: u32, channels: u16, frames: u32, level: impl Fn(u32) -> f32) {
    let (bits_per_sample, sample_format) = (16, hound::SampleFormat::Int);
    let spec = hound::WavSpec { channels, sample_rate: rate, bits_per_sample, sample_format };
    let mut file = hound::WavWriter::create(path, spec).expect("a file can be written");
    for frame in 0..frames {
        for _ in 0..channels {
            file.write_sample((level(frame) * 32_767.0) as i16).expect("it is written");
        }
    }
    file.finalize().expect("it is whole");
}

/// What a mixer gave, as a file of two channels.
fn write_stereo(path: &Path, frames: &[StereoFrame]) {
    let (bits_per_sample, sample_format) = (16, hound::SampleFormat::Int);
    let (channels, sample_rate) = (2, SAMPLE_RATE);
    let spec = hound::WavSpec { channels, sample_rate, bits_per_sample, sample_format };
    let mut file = hound::WavWriter::create(path, spec).expect("a file can be written");
    for sample in frames.iter().flat_map(|frame| [frame.left, frame.right]) {
        file.write_sample((sample * 32_767.0) as i16).expect("it is written");
    }
    file.finalize().expect("it is whole");
}

/// A folder of sounds, good ones and bad ones.
fn folder_of_all_kinds(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder can be made");
    write_wav(&folder.join("good-8-khz.wav"), 8_000, 1, 40_000, tone);
    write_wav(&folder.join("good-192-khz.wav"), 192_000, 2, 960_000, tone);
    write_wav(&folder.join("good-surround.wav"), 48_000, 6, 240_000, tone);
    write_wav(&folder.join("one-sample.wav"), 48_000, 1, 1, still);
    write_wav(&folder.join("silent.wav"), 48_000, 1, 300_000, still);
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).expect("a file can be written");
    };
    write("empty.mp3", b"");
    write("words.wav", b"These are words, and no sound at all.\n");
    let garbage: Vec<u8> =
        (0..9_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    write("garbage.flac", &garbage);
    for ending in ["mp3", "ogg", "flac"] {
        let whole = format!("{}/tests/sounds/drop.{ending}", env!("CARGO_MANIFEST_DIR"));
        let whole = fs::read(whole).expect("it is there");
        write(&format!("cut-{ending}.{ending}"), &whole[..whole.len() / 2]);
    }
    write("garbage.toml", b"format = 1\n");
    write("huge.toml", "# much too long\n".repeat(2_000).as_bytes());
    write("slip.toml", b"format = 1\nkind = \"bed\"\ntitel = \"Hum\"\n");
}

#[test]
fn the_sounds_are_listed_with_what_they_are() {
    insta::assert_snapshot!(Test::new().args("sounds").stdout());
}

#[test]
fn an_unknown_sound_is_told_with_the_nearest() {
    insta::assert_snapshot!(Test::new().args("sounds play oceam").failure(1));
}

#[test]
fn every_file_that_cannot_be_used_is_named_with_the_reason() {
    let test = Test::new().args("sounds check mine");
    folder_of_all_kinds(&test.home().join("mine"));
    let answer = test.run();
    assert_eq!(answer.code, Some(1), "{}{}", answer.out, answer.err);
    insta::assert_snapshot!(answer.out);
}

#[test]
fn a_session_whose_sounds_cannot_be_used_is_played_all_the_same() {
    let lead_in = "lead-in = \"2s\"";
    let calls = format!("{lead_in}\nbed = \"garbage\"\nchimes = {{ next = \"silent\" }}");
    let session = SHORT_PAUSE.replacen(lead_in, &calls, 1);
    let test =
        Test::new().file("mine.toml", &session).args("render --voice none mine.toml -o mine.wav");
    folder_of_all_kinds(&test.own_sounds());
    let answer = test.run();
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert!(test.home().join("mine.wav").exists());
    insta::assert_snapshot!(answer.err);
    let plain = test.args("play mine.toml --plain --speed 20 --mute").run();
    assert_eq!(plain.code, Some(0), "{}", plain.err);
    let sorted = |report: &str| {
        let mut lines: Vec<_> = report.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&plain.err), sorted(&answer.err), "both are named in lines too, once");
}

/// What `FFmpeg` measures of a file: its loudness in LUFS and its true peak in dBTP.
fn measured_by_ffmpeg(file: &Path) -> Option<(f64, f64)> {
    let mut command = Command::new("ffmpeg");
    command.args(["-hide_banner", "-nostats", "-i"]).arg(file);
    command.args(["-af", "ebur128=peak=true", "-f", "null", "-"]);
    let answer = need::part(command.output(), "`ffmpeg`")?;
    let said = String::from_utf8_lossy(&answer.stderr).into_owned();
    let number = |name: &str| {
        let line = said.lines().rev().find(|line| line.trim_start().starts_with(name));
        let word = line.and_then(|line| line.split_whitespace().nth(1)).expect("it is measured");
        word.parse::<f64>().expect("it is a number")
    };
    Some((number("I:"), number("Peak:")))
}

/// A wave, a noise and a pad: all beds are held to each other in `synthesis`.
const KINDS: [&str; 3] = ["ocean", "brown-noise", "warm-pad"];

#[test]
fn ffmpeg_finds_a_bed_of_each_kind_equally_loud_alone_and_with_a_breath() {
    let folder = tempfile::TempDir::new().expect("a folder");
    for (bed, breathes) in KINDS.into_iter().flat_map(|bed| [(bed, false), (bed, true)]) {
        let mut stage = Mixer::new();
        stage.set_kind_volume(SoundKind::Breath, 0);
        stage.play(SoundEvent::bed(bed), Duration::ZERO);
        stage.render(&mut vec![StereoFrame::default(); 4 * SAMPLE_RATE as usize]);
        for breath in (0..2).filter(|_| breathes) {
            let at = Duration::from_secs(10 * breath);
            let (inhale, exhale) = (Duration::from_secs(4), Duration::from_secs(6));
            stage.play(SoundEvent::breath(PhaseKind::Inhale, inhale), at);
            stage.play(SoundEvent::breath(PhaseKind::Exhale, exhale), at + inhale);
        }
        let mut heard = vec![StereoFrame::default(); 20 * SAMPLE_RATE as usize];
        stage.render(&mut heard);
        let file = folder.path().join("bed.wav");
        write_stereo(&file, &heard);
        let Some((loudness, peak)) = measured_by_ffmpeg(&file) else { return };
        assert!((loudness + 37.0).abs() <= 1.0, "{bed}: {loudness} LUFS");
        assert!(peak <= -12.0, "{bed}: {peak} dBTP");
    }
}
