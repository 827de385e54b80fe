//! What lies in a person's folder of sounds, as odd as it comes.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{BadSound, Sounds};
use crate::synthesis::file::read_chime;

fn folder_with(names: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for name in names {
        fs::write(folder.path().join(name), "junk").expect("a file");
    }
    folder
}

/// What is wrong in a folder, each with its file's name.
fn told(folder: &Path) -> Vec<String> {
    let (_, bad) = Sounds::open(Some(folder));
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reason = |bad: &BadSound| bad.reasons.first().map(ToString::to_string).unwrap_or_default();
    bad.iter().map(|bad| format!("{}: {}", name(&bad.path), reason(bad))).collect()
}

#[test]
fn names_that_begin_with_a_dot_are_no_sounds() {
    let folder = folder_with(&["._drop.wav", ".drop.toml", ".drop.toml.swp"]);
    let (sounds, bad) = Sounds::open(Some(folder.path()));
    assert_eq!((sounds.own_chimes().count(), bad), (0, Vec::new()));
}

#[test]
fn two_sounds_of_one_name_are_told_with_the_one_that_is_heard() {
    let folder = folder_with(&["a.flac", "a.wav"]);
    let wanted =
        "a.wav: `a.flac` has the same name and is taken in its place; rename one of the two";
    assert_eq!(told(folder.path()), [wanted]);
}

#[test]
fn a_name_that_cannot_be_typed_is_told() {
    let folder = folder_with(&[" .wav", "a .wav"]);
    let told = told(folder.path());
    let reasons = ["nothing in it that is seen", "a blank at an end"];
    assert_eq!(told.len(), reasons.len());
    for (told, why) in told.iter().zip(reasons) {
        assert!(told.contains(why) && told.ends_with("; rename it"), "{told}");
    }
}

#[test]
fn a_sound_of_which_no_sample_is_a_number_is_told_as_that() {
    for odd in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        for seconds in [0.5, 3.0] {
            let folder = folder_with(&[]);
            let place = folder.path().join("a.wav");
            let samples = vec![odd; (seconds * 8_000.0) as usize];
            fs::write(&place, wav_of_floats(&samples)).expect("a file");
            let (_, bad) = Sounds::check(&place);
            let reasons: Vec<String> =
                bad.iter().flat_map(|bad| &bad.reasons).map(ToString::to_string).collect();
            assert_eq!(reasons, ["its samples are no numbers"], "{odd}");
            let (mut sounds, _) = Sounds::open(Some(folder.path()));
            assert_eq!(sounds.look_at_files(), bad, "{odd}");
        }
    }
}

#[test]
fn one_sample_beyond_all_loudness_does_not_drown_the_others() {
    let folder = folder_with(&[]);
    let place = folder.path().join("a.wav");
    let mut samples: Vec<f32> =
        (0..8_000_u16).map(|at| 0.5 * (f32::from(at) * 0.2).sin()).collect();
    samples[4_000] = 1e6;
    fs::write(&place, wav_of_floats(&samples)).expect("a file");
    let heard = read_chime(&place).expect("a chime").samples();
    let loud = heard.iter().filter(|sample| sample.abs() > 0.01).count();
    assert!(loud > heard.len() / 2, "{loud} of {}", heard.len());
}

#[test]
fn a_look_at_sounds_leaves_out_what_a_check_does_wherever_nothing_is_heard_and_no_other() {
    let hum = |at: usize| (at as f32 * 0.2).sin() * 0.3;
    let sounds: [(&str, Vec<f32>, bool); 4] = [
        ("hush.wav", vec![0.0; 3 * 8_000], false),
        ("long-hush.wav", vec![0.0; 21 * 8_000], false),
        (
            "late.wav",
            (0..3 * 8_000).map(|at| if at < 16_000 { 0.0 } else { hum(at) }).collect(),
            true,
        ),
        (
            "long-late.wav",
            (0..21 * 8_000).map(|at| if at < 16_000 { 0.0 } else { hum(at) }).collect(),
            true,
        ),
    ];
    for (name, samples, is_heard) in sounds {
        let folder = folder_with(&[]);
        fs::write(folder.path().join(name), wav_of_floats(&samples)).expect("a file");
        let (_, checked) = Sounds::check(folder.path());
        let (mut sounds, _) = Sounds::open(Some(folder.path()));
        assert_eq!(sounds.look_at_files(), checked, "{name}");
        assert_eq!(checked.is_empty(), is_heard, "{name}: {checked:?}");
    }
}

/// A WAV file of one channel, 8,000 samples a second.
fn wav_of_floats(samples: &[f32]) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + data.len() as u32).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x03\0\x01\0");
    bytes.extend(8_000_u32.to_le_bytes());
    bytes.extend(32_000_u32.to_le_bytes());
    bytes.extend(b"\x04\0\x20\0data");
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(data);
    bytes
}

#[test]
fn kinds_of_sound_files_that_are_not_read_are_told() {
    let folder = folder_with(&["a.m4a", "b.OPUS", "notes.txt"]);
    let why = "is not read here; WAV, FLAC, Ogg Vorbis and MP3 are";
    let wanted = [
        format!("a.m4a: `.m4a` {why}"),
        format!("b.OPUS: `.opus` {why}"),
        "notes.txt: sounds end in .toml, .wav, .flac, .ogg or .mp3".to_owned(),
    ];
    assert_eq!(told(folder.path()), wanted);
    let plain = folder_with(&["README.md", "rain.wav~", "rain.wav.bak"]);
    assert_eq!(told(plain.path()), [""; 0]);
}

#[test]
fn a_sound_that_could_never_be_chosen_by_its_name_is_told() {
    let folder = folder_with(&["none.wav", "session.wav", "nonesuch.wav"]);
    let why = "has a meaning of its own where sounds are chosen; rename it";
    let wanted = ["none", "session"].map(|name| format!("{name}.wav: `{name}` {why}"));
    assert_eq!(told(folder.path()), wanted);
}

#[test]
fn a_sound_is_called_in_composed_letters_however_its_name_is_written() {
    let folder = folder_with(&["flo\u{308}te.wav"]);
    let (sounds, _) = Sounds::open(Some(folder.path()));
    assert_eq!(sounds.own_chimes().collect::<Vec<_>>(), ["fl\u{f6}te"]);
}

#[test]
fn folders_that_are_called_as_sounds_and_sounds_in_folders_are_told() {
    let folder = folder_with(&["rain.wav"]);
    for name in ["ocean.wav", "sub", "other"] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    for name in ["ocean.wav/a.wav", "sub/inner.wav", "sub/more.wav", "sub/notes.txt", "other/x.txt"]
    {
        fs::write(folder.path().join(name), "junk").expect("a file");
    }
    let wanted = [
        "ocean.wav: it is a folder; a sound is one file",
        "inner.wav: sounds in a folder of their own are not read; move them out of it",
    ];
    assert_eq!(told(folder.path()), wanted);
}

#[test]
fn what_of_a_file_cannot_be_read_is_named() {
    let folder = folder_with(&[]);
    let head = |format: u16, channels: u16, rate: u32, bits: u16| {
        let mut bytes = b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0".to_vec();
        let frame = channels.wrapping_mul(bits / 8);
        for word in [format, channels] {
            bytes.extend(word.to_le_bytes());
        }
        bytes.extend(rate.to_le_bytes());
        bytes.extend(rate.wrapping_mul(u32::from(frame)).to_le_bytes());
        for word in [frame, bits] {
            bytes.extend(word.to_le_bytes());
        }
        bytes.extend(b"data\x08\0\0\0\0\0\0\0\0\0\0\0");
        bytes
    };
    for (bytes, why) in [
        (
            head(6, 1, 8_000, 8),
            "its samples are packed (WAV format 6); plain ones (PCM) can be read",
        ),
        (head(1, 1, 8_000, 0), "it has samples of 0 bits"),
        (head(1, 65_535, 8_000, 8), "it has 65535 channels; 1 to 64 fit"),
        (head(1, 1, 3, 8), "its sample rate is 3 Hz; 4 to 384 kHz fit"),
        (b"RIFF\0\0\0\0WAVE".to_vec(), "it ends before its first sample"),
        (
            b"nothing".to_vec(),
            "it is no sound that can be read here; WAV, FLAC, Ogg Vorbis and MP3 can",
        ),
    ] {
        let place = folder.path().join("a.wav");
        fs::write(&place, bytes).expect("a file");
        let (_, bad) = Sounds::check(&place);
        assert!(matches!(&bad[..], [one] if one.reasons[0].to_string() == why), "{why}: {bad:?}");
        // A look at its beginning tells the same.
        let (mut sounds, unread) = Sounds::open(Some(folder.path()));
        assert_eq!((unread, sounds.look_at_files()), (Vec::new(), bad));
        assert_eq!(sounds.own_chimes().count(), 0);
    }
}

#[test]
fn a_folder_that_is_a_file_is_told_and_one_that_is_missing_is_empty() {
    let folder = folder_with(&["sounds"]);
    let place = folder.path().join("sounds");
    let wanted = ["sounds: it is no folder; make a folder in its place"];
    assert_eq!(told(&place), wanted);
    assert_eq!(told(&folder.path().join("no")), [""; 0]);
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
fn pipes_devices_and_links_that_lead_nowhere_are_told_and_never_waited_for() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let folder = folder_with(&[]);
    let at = |name: &str| folder.path().join(name);
    for name in ["a.toml", "b.wav"] {
        let made = Command::new("mkfifo").arg(at(name)).status().expect("mkfifo is there");
        assert!(made.success());
    }
    symlink("/dev/zero", at("c.flac")).expect("a link");
    symlink(at("d.mp3"), at("d.mp3")).expect("a link");
    let wanted = [
        "a.toml: it is a pipe or a device, not a file",
        "b.wav: it is a pipe or a device, not a file",
        "c.flac: it is a pipe or a device, not a file",
        "d.mp3: it is a link that leads back to itself",
    ];
    assert_eq!(told(folder.path()), wanted);
    let (looked_at, bad) = Sounds::check(folder.path());
    assert_eq!((looked_at, bad.len()), (4, 4));
}

#[test]
fn a_sound_that_is_named_as_a_folder_is_told_with_what_to_leave_out() {
    let folder = folder_with(&["a.wav"]);
    let (_, bad) = Sounds::check(&folder.path().join("a.wav/"));
    let told = "it is a file, not a folder; leave the `/` at the end of its name out";
    assert!(matches!(&bad[..], [one] if one.reasons[0].to_string() == told), "{bad:?}");
}
