//! Tests of the person's own sounds: found by name, and a bad one is named and left out.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::choices::Channels;
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{
    Spectrum, channels, decibels, frames, is_silent, largest_step, peak, pitch, render,
    render_stereo,
};
use crate::mixer::render::Mixer;
use crate::synthesis::{BadSound, RecipeKind, SAMPLE_RATE, Sounds, StereoFrame};

/// A WAV file of one channel and 16 bits.
fn write_wav(path: &Path, rate: u32, samples: impl ExactSizeIterator<Item = f32>) {
    let bytes = samples.len() as u32 * 2;
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend([1, 0, 1, 0]);
    file.extend(rate.to_le_bytes());
    file.extend((rate * 2).to_le_bytes());
    file.extend([2, 0, 16, 0]);
    file.extend(b"data");
    file.extend(bytes.to_le_bytes());
    for sample in samples {
        file.extend(((sample * 32_767.0) as i16).to_le_bytes());
    }
    fs::write(path, file).unwrap();
}

fn tone(rate: u32, seconds: u32) -> impl ExactSizeIterator<Item = f32> {
    let step = std::f32::consts::TAU * 300.0 / rate as f32;
    (0..(rate * seconds) as usize).map(move |it| 0.6 * (it as f32 * step).sin())
}

/// A mixer with the sounds of a folder, on which these files have been read.
fn mixer(folder: &Path, events: &[SoundEvent]) -> Mixer {
    let mut mixer = Mixer::with_sounds(Sounds::open(Some(folder)).0);
    for event in events {
        mixer.play(event.clone(), Duration::ZERO);
        if let Some(file) = mixer.file_to_load(event) {
            mixer.insert_file(file.run());
        }
    }
    mixer
}

const BED: &str = "format = 1\nkind = \"bed\"\ntitle = \"Hum\"\nsummary = \"A hum\"\ngain_db = -20\n\
                   [[layers]]\nnoise = \"pink\"\nlevel_db = 0\n";

/// Why a file cannot be used, in English.
fn reasons(sound: &BadSound) -> Vec<String> {
    sound.reasons.iter().map(ToString::to_string).collect()
}

#[test]
fn a_folder_that_is_not_there_is_an_empty_one() {
    let folder = TempDir::new().unwrap();
    let (sounds, bad) = Sounds::open(Some(&folder.path().join("nowhere")));
    assert_eq!((sounds.own_chimes().count(), bad.len()), (0, 0));
}

#[test]
fn recipes_and_files_of_ones_own_are_called_by_their_file_names() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("hum.toml"), BED).unwrap();
    fs::write(folder.path().join("events.md"), "to be ignored").unwrap();
    write_wav(&folder.path().join("kettle.wav"), 8_000, tone(8_000, 1));
    let (sounds, bad) = Sounds::open(Some(folder.path()));
    assert_eq!(bad, []);
    assert_eq!(sounds.own_beds().collect::<Vec<_>>(), ["hum", "kettle"]);
    assert_eq!(sounds.own_chimes().collect::<Vec<_>>(), ["kettle"]);
    let hum = sounds.list().into_iter().find(|sound| sound.name == "hum").unwrap();
    assert_eq!((hum.title.as_str(), hum.kind), ("Hum", Some(RecipeKind::Bed)));
}

#[test]
fn a_bad_sound_is_named_with_everything_that_is_wrong_and_the_others_stay() {
    let folder = TempDir::new().unwrap();
    let bad = BED.replace("-20", "99").replace("level_db = 0", "level_db = 70");
    fs::write(folder.path().join("bad.toml"), bad).unwrap();
    fs::write(folder.path().join("good.toml"), BED).unwrap();
    let (sounds, bad) = Sounds::open(Some(folder.path()));
    assert_eq!(sounds.own_beds().collect::<Vec<_>>(), ["good"]);
    assert_eq!(bad.len(), 1);
    assert!(bad[0].path.ends_with("bad.toml"));
    let told = reasons(&bad[0]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("`gain_db` is 99\n"), "{}", told[0]);
    assert!(told[0].ends_with("help: write a number from -60 to 30 dB"), "{}", told[0]);
    assert!(told[1].contains("`level_db` is 70\n"), "{}", told[1]);
}

#[test]
fn a_sound_file_is_heard_as_a_chime_at_the_level_of_the_others() {
    let folder = TempDir::new().unwrap();
    write_wav(&folder.path().join("kettle.wav"), 44_100, tone(44_100, 1));
    let mut mixer = mixer(folder.path(), &[SoundEvent::chime("kettle")]);
    let samples = render(&mut mixer, 1_200);
    let loudest = decibels(peak(&samples));
    assert!((-14.0..=-12.5).contains(&loudest), "{loudest} dBFS");
    assert!(is_silent(&samples[frames(1_010)..]));
    let pitch = pitch(&samples[frames(100)..frames(900)]);
    assert!((pitch - 300.0).abs() < 1.0, "{pitch} Hz");
}

#[test]
fn a_sound_file_goes_round_as_a_bed_without_a_seam() {
    let folder = TempDir::new().unwrap();
    write_wav(&folder.path().join("kettle.wav"), SAMPLE_RATE, tone(SAMPLE_RATE, 6));
    let mut mixer = mixer(folder.path(), &[SoundEvent::bed("kettle")]);
    render(&mut mixer, 3_500);
    let samples = render(&mut mixer, 12_000);
    let levels: Vec<f32> = samples.chunks(frames(500)).map(|it| decibels(peak(it))).collect();
    assert!(levels.iter().all(|it| (-40.0..=-28.0).contains(it)), "{levels:?}");
    // Where two parts of a tone cross over they may add up, and no more than that.
    let own = largest_step(&samples[..frames(900)]);
    assert!(largest_step(&samples) < 1.5 * own, "{} and {own} by itself", largest_step(&samples));
}

/// A second of a bed of one's own whose left channel holds 300 Hz and whose right one 500 Hz.
fn apart(wish: Channels) -> Vec<StereoFrame> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sounds");
    let mut mixer = mixer(&folder, &[SoundEvent::bed("apart")]);
    mixer.set_channels(wish);
    // It has come up, and gone round once.
    render_stereo(&mut mixer, 5_200);
    render_stereo(&mut mixer, 1_000)
}

#[test]
fn a_bed_of_ones_own_keeps_its_two_channels() {
    let ears = channels(&apart(Channels::Stereo));
    let pitches = ears.each_ref().map(|ear| pitch(ear));
    assert!((pitches[0] - 300.0).abs() < 2.0 && (pitches[1] - 500.0).abs() < 2.0, "{pitches:?}");
    let levels = ears.map(|ear| decibels(peak(&ear)));
    assert!((levels[0] - levels[1]).abs() < 1.0, "{levels:?}");
}

#[test]
fn a_bed_of_ones_own_is_folded_where_both_ears_hear_the_same() {
    let [left, right] = channels(&apart(Channels::Mono));
    assert!(left == right);
    let heard = Spectrum::of(&left[..32_768]);
    let share = heard.energy(290.0, 310.0) / heard.energy(490.0, 510.0);
    assert!((0.7..1.4).contains(&share), "{share}");
}

#[test]
fn a_bed_whose_file_is_read_during_a_pause_waits_for_its_end() {
    let folder = TempDir::new().unwrap();
    write_wav(&folder.path().join("kettle.wav"), SAMPLE_RATE, tone(SAMPLE_RATE, 6));
    let mut mixer = Mixer::with_sounds(Sounds::open(Some(folder.path())).0);
    let bed = SoundEvent::bed("kettle");
    mixer.play(bed.clone(), Duration::ZERO);
    let file = mixer.file_to_load(&bed).unwrap();
    render(&mut mixer, 100);
    mixer.pause();
    render(&mut mixer, 1_000);
    mixer.insert_file(file.run());
    render(&mut mixer, 500);
    assert!(mixer.is_silent(), "an output may rest");
    mixer.resume();
    assert!(decibels(peak(&render(&mut mixer, 4_000))) > -40.0);
}

#[test]
fn a_file_that_is_no_sound_is_left_out_and_the_session_plays() {
    let folder = TempDir::new().unwrap();
    for name in ["noise.mp3", "noise.wav", "noise.flac", "noise.ogg"] {
        let bytes: Vec<u8> =
            (0..20_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        fs::write(folder.path().join(name), bytes).unwrap();
        let (looked_at, bad) = Sounds::check(&folder.path().join(name));
        assert_eq!((looked_at, bad.len()), (1, 1), "{name}");
        let told = reasons(&bad[0]);
        assert!(told[0].contains("no sound that can be read"), "{told:?}");
    }
    let mut mixer = mixer(folder.path(), &[SoundEvent::bed("noise"), SoundEvent::chime("noise")]);
    assert!(!is_silent(&render(&mut mixer, 500)), "the bowl rings instead of the chime");
}

#[test]
fn every_ending_that_is_promised_can_be_read() {
    for name in ["drop.flac", "drop.ogg", "drop.mp3", "drop.wav"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sounds").join(name);
        let (_, bad) = Sounds::check(&path);
        assert_eq!(bad, [], "{name}");
    }
}

#[test]
fn a_silent_short_or_endless_file_says_so() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("still.wav");
    write_wav(&path, 8_000, vec![0.0; 8_000 * 5].into_iter());
    assert_eq!(reasons(&Sounds::check(&path).1[0]), ["it is silent"]);
    let mut mixer = mixer(folder.path(), &[SoundEvent::bed("still")]);
    assert!(is_silent(&render(&mut mixer, 500)));
    assert_eq!(
        reasons(&Sounds::check(&folder.path().join("gone.wav")).1[0]),
        ["there is no such file"]
    );
}

#[test]
fn a_chime_of_ones_own_lasts_twenty_seconds_at_most() {
    let folder = TempDir::new().unwrap();
    for (name, seconds) in [("kettle", 20), ("siren", 21)] {
        let place = folder.path().join(name).with_extension("wav");
        write_wav(&place, 8_000, tone(8_000, seconds));
    }
    let mut mixer = Mixer::with_sounds(Sounds::open(Some(folder.path())).0);
    assert_eq!(mixer.load(&SoundEvent::chime("kettle")), None);
    let left_out = mixer.load(&SoundEvent::chime("siren")).expect("it is left out");
    assert!(left_out.to_string().contains("more than 20 s"), "{left_out}");
}
