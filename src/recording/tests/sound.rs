//! What is heard in a recording: every sound in its time, no louder than it may be, in every kind
//! of file.

use std::io::{Cursor, ErrorKind};
use std::ops::ControlFlow;

use ebur128::{EbuR128, Mode};

use super::disk::Disk;
use super::{
    BREATHS, CHIMES, Decoded, MOMENT, decoded, disk_with, laid_out, recorded, without_beds,
};
use crate::choices::Channels;
use crate::mixer::{Arrangement, Mixer, SoundEvent};
use crate::recording::{Format, Label, RecordingError, record};
use crate::timeline::CueKind;

/// How far an onset may be from its time, in frames: 5 ms.
const TOLERANCE: u64 = 240;

#[test]
fn every_chime_of_a_timeline_is_a_note_at_its_own_frame() {
    let (_, timeline) = laid_out(CHIMES);
    let cues = timeline.cues(0, u64::MAX).iter();
    let chimes = cues.filter(|cue| matches!(cue.kind, CueKind::Chime(_)));
    let due: Vec<u64> = chimes.map(|cue| cue.at * 48).collect();
    let arrangement = Arrangement::without_voice();
    let notes = arrangement.events_at_frames(&timeline);
    let chimes = notes.filter(|(_, event)| matches!(event, SoundEvent::Chime { .. }));
    assert_eq!(chimes.map(|(frame, _)| frame).collect::<Vec<_>>(), due);
    assert_eq!(due.last(), Some(&(timeline.millis() * 48)), "the end chime is in it");
}

#[test]
fn every_chime_is_in_the_file_within_5_ms_of_its_time() {
    let (_, timeline) = laid_out(CHIMES);
    let cues = timeline.cues(0, u64::MAX).iter();
    let chimes = cues.filter(|cue| matches!(cue.kind, CueKind::Chime(_)));
    let due: Vec<u64> = chimes.map(|cue| cue.at * 48).collect();
    assert!(due.len() >= 5, "{due:?}");
    for format in Format::ALL {
        let onsets = decoded(CHIMES, format).onsets();
        assert_eq!(onsets.len(), due.len(), "{format}: {onsets:?} for {due:?}");
        for (onset, due) in onsets.iter().zip(&due) {
            assert!(onset.abs_diff(*due) <= TOLERANCE, "{format}: {onset} for {due}");
        }
    }
}

#[test]
fn the_file_lasts_until_all_has_rung_out() {
    let (_, timeline) = laid_out(CHIMES);
    let whole = timeline.millis() as usize * 48;
    for format in Format::ALL {
        let heard = decoded(CHIMES, format);
        assert!((whole + 48_000..whole + 30 * 48_000).contains(&heard.frames()), "{format}");
        let mut end = heard.as_one().skip(heard.frames() - 4_800);
        assert!(end.all(|sample| sample.abs() < 0.001), "{format} ends in silence");
    }
}

#[test]
fn a_recording_is_neither_too_loud_nor_too_quiet() {
    for text in [CHIMES, BREATHS] {
        for format in Format::ALL {
            let mut meter = EbuR128::new(2, 48_000, Mode::I | Mode::TRUE_PEAK).expect("a meter");
            meter.add_frames_f32(decoded(text, format).all()).expect("samples");
            let peak = 20.0 * meter.true_peak(0).expect("a peak").log10();
            let loudness = meter.loudness_global().expect("a loudness");
            assert!(peak <= -3.0, "{format}: {peak:.1} dBTP");
            assert!((-40.0..=-16.0).contains(&loudness), "{format}: {loudness:.1} LUFS");
        }
    }
}

/// A recording in mono.
fn in_mono(text: &str, format: Format) -> Decoded {
    let (session, timeline) = laid_out(text);
    let mut mixer = without_beds();
    mixer.set_channels(Channels::Mono);
    let mut file = Cursor::new(Vec::new());
    let (label, arrangement) = (Label::of(&session, &timeline), Arrangement::without_voice());
    let go_on = &mut |_| ControlFlow::Continue(());
    record(&mut file, format, &label, &timeline, &arrangement, mixer, go_on).expect("done");
    Decoded::from(file.get_ref())
}

/// The energy of all channels together, in dB. A meter would leave out what is soft, and so jump
/// where a piece is just about soft enough.
fn energy(sound: &Decoded) -> f64 {
    10.0 * sound.all().iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>().log10()
}

#[test]
fn a_recording_in_mono_has_one_channel_and_is_as_loud_as_one_in_stereo() {
    for format in Format::ALL {
        let (mono, stereo) = (in_mono(MOMENT, format), decoded(MOMENT, format));
        assert_eq!((mono.count, stereo.count), (1, 2), "{format}");
        let louder = energy(&mono) - energy(stereo);
        assert!(louder.abs() <= 0.2, "{format}: {louder} dB");
    }
}

#[test]
fn flac_holds_the_very_samples_of_wav() {
    for text in [CHIMES, BREATHS] {
        let (wav, flac) = (recorded(text, Format::Wav), recorded(text, Format::Flac));
        assert!(decoded(text, Format::Wav).all() == decoded(text, Format::Flac).all());
        assert!(flac.len() < wav.len() / 2, "{} of {}", flac.len(), wav.len());
    }
}

#[test]
fn a_recording_is_labelled() {
    let values = ["In & out <slowly>", "Unclench contributors", "CC-BY-4.0"];
    for format in [Format::Flac, Format::Ogg] {
        let tags = &decoded(BREATHS, format).tags;
        for (name, value) in ["TITLE", "ARTIST", "LICENSE"].into_iter().zip(values) {
            let found = tags.iter().any(|(key, text)| key == name && text == value);
            assert!(found, "{format}: {name} in {tags:?}");
        }
    }
    let file = recorded(BREATHS, Format::Wav);
    for (name, value) in ["INAM", "IART", "ICOP"].into_iter().zip(values) {
        let length = (value.len() as u32 + 1).to_le_bytes();
        let chunk = [name.as_bytes(), &length, value.as_bytes(), b"\0"].concat();
        assert!(file.windows(chunk.len()).any(|bytes| bytes == chunk), "{name}");
    }
}

#[test]
fn flac_and_ogg_have_a_chapter_for_every_step_and_side() {
    let (session, timeline) = laid_out(CHIMES);
    let chapters = Label::of(&session, &timeline).chapters;
    let titles: Vec<&str> = chapters.iter().map(|chapter| chapter.title.as_str()).collect();
    assert!(titles.contains(&"Left top of the shoulder: Two"), "{titles:?}");
    assert!(!titles.contains(&"Change sides"), "{titles:?}");
    for format in [Format::Flac, Format::Ogg] {
        let file = recorded(CHIMES, format);
        for (number, title) in (1..).zip(&titles) {
            let name = format!("CHAPTER{number:03}NAME={title}");
            let found = file.windows(name.len()).any(|bytes| bytes == name.as_bytes());
            assert!(found, "{format}: {name}");
        }
        let time = b"CHAPTER002=00:00:02.000";
        assert!(file.windows(time.len()).any(|bytes| bytes == time), "{format}");
    }
}

#[test]
fn every_kind_of_file_says_which_synthetic_voices_speak_in_it() {
    let (session, timeline) = laid_out(MOMENT);
    let voices = ["“heart” of Unclench itself".to_owned(), "“joe” of Piper".to_owned()];
    let label = Label::of(&session, &timeline).spoken_by(&voices, timeline.texts());
    let told = "The voice is synthetic: “heart” of Unclench itself, “joe” of Piper.";
    for (format, name) in [(Format::Flac, "COMMENT="), (Format::Ogg, "COMMENT="), (Format::Wav, "")]
    {
        let mut file = Cursor::new(Vec::new());
        let arrangement = Arrangement::without_voice();
        let go_on = &mut |_| ControlFlow::Continue(());
        record(&mut file, format, &label, &timeline, &arrangement, Mixer::new(), go_on)
            .expect("done");
        let told = format!("{name}{told}");
        let found = file.get_ref().windows(told.len()).any(|bytes| bytes == told.as_bytes());
        assert!(found, "{format}");
    }
    let unspoken = Label::of(&session, &timeline).spoken_by(&[], timeline.texts());
    assert_eq!(unspoken.voice, None);
}

#[test]
fn a_wav_file_is_whole_pairs_of_chunks_with_a_point_for_every_chapter() {
    let file = recorded(CHIMES, Format::Wav);
    let size = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().expect("4")) as usize;
    assert_eq!(size(4) + 8, file.len());
    let mut at = 12;
    let mut found = Vec::new();
    while at < file.len() {
        found.push((&file[at..at + 4], at + 8, size(at + 4)));
        at += 8 + size(at + 4).next_multiple_of(2);
    }
    assert_eq!(at, file.len());
    let names: Vec<&[u8]> = found.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, [b"fmt ", b"LIST", b"data", b"cue ", b"LIST"].map(|name| &name[..]));
    let (_, points, _) = found[3];
    let (session, timeline) = laid_out(CHIMES);
    let chapters = Label::of(&session, &timeline).chapters;
    assert_eq!(size(points), chapters.len());
    for (index, chapter) in chapters.iter().enumerate() {
        let frame = points + 4 + index * 24 + 20;
        assert_eq!(size(frame) as u64, chapter.at * 48, "{}", chapter.title);
    }
}

#[test]
fn what_never_ends_by_itself_is_faded_and_the_recording_ends() {
    let (session, timeline) = laid_out(MOMENT);
    let mut mixer = Mixer::new();
    // The last of these begins long after the end of the timeline.
    for minute in 1..9 {
        mixer.play_at(SoundEvent::chime("bowl"), minute * 60 * 48_000);
    }
    let mut file = Cursor::new(Vec::new());
    let arrangement = Arrangement::without_voice();
    let label = Label::of(&session, &timeline);
    let go_on = &mut |_| ControlFlow::Continue(());
    record(&mut file, Format::Flac, &label, &timeline, &arrangement, mixer, go_on).expect("done");
    let frames = Decoded::from(file.get_ref()).frames() as u64;
    assert!(frames <= timeline.millis() * 48 + 31 * 48_000, "{frames}");
}

fn record_on(disk: &mut Disk, format: Format) -> Result<(), RecordingError> {
    let (session, timeline) = laid_out(MOMENT);
    let label = Label::of(&session, &timeline);
    let arrangement = Arrangement::without_voice();
    let go_on = &mut |_| ControlFlow::Continue(());
    record(disk, format, &label, &timeline, &arrangement, Mixer::new(), go_on).map(|_| ())
}

#[test]
fn a_full_disk_is_told_as_what_it_is_wherever_it_happens() {
    for format in Format::ALL {
        let mut roomy = Disk::with_room(usize::MAX);
        record_on(&mut roomy, format).expect("there is room");
        let whole = roomy.bytes().len();
        for room in [0, 60, 5_000, whole / 2, whole - 1] {
            match record_on(&mut Disk::with_room(room), format) {
                Err(RecordingError::Unwritable(error)) => {
                    assert_eq!(error.kind(), ErrorKind::StorageFull, "{format}, {room}");
                }
                other => panic!("{format} with room for {room} of {whole}: {other:?}"),
            }
        }
    }
}

#[test]
fn sound_goes_to_the_file_in_small_pieces() {
    for format in Format::ALL {
        let largest = disk_with(CHIMES, format).largest_piece();
        assert!(largest <= 65_536, "{format}: {largest}");
    }
}
