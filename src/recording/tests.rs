//! What recordings promise: the sound of the session, whole, labelled, and gone where it failed.

mod captions;
mod decoded;
mod disk;
mod night;
mod sound;
mod voice;

use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::{LazyLock, OnceLock};

use super::{Format, Label, RecordingError, record};
use crate::body::Side;
use crate::choices::SoundKind;
use crate::format::{KnownNames, parse};
use crate::mixer::{Arrangement, Mixer};
use crate::session::Session;
use crate::timeline::Timeline;
use crate::timeline::tests::written;
use decoded::Decoded;
use disk::Disk;

/// Half a minute of chimes that have rung out before the next begins.
const CHIMES: &str = include_str!("../../tests/sessions/chimes.toml");
/// A few seconds between two short chimes.
const MOMENT: &str = r#"
format = 1
title = "Moment"
summary = "A moment."
settings = ["desk"]
position = "any"
goals = ["focus"]
lead-in = "0s"

[chimes]
start = "next"
end = "next"

[[steps]]
kind = "rest"
title = "Rest"
length = "2s"
"#;
/// Two breaths, between chimes that ring into them, and words that need escaping.
const BREATHS: &str = r#"
format = 1
title = "In & out <slowly>"
summary = "Two breaths."
language = "en"
author = "Unclench contributors"
licence = "CC-BY-4.0"
settings = ["desk"]
position = "seated"
goals = ["stress"]
lead-in = "2s"

[[steps]]
kind = "breathe"
title = "Breathe"
text = "In & out --> <slowly>."
pattern = "4-6"
breaths = 2
say = "Breathe."
"#;

/// A session and its timeline.
fn laid_out(text: &str) -> (Session, Timeline) {
    let (session, problems) = parse("test.toml", text, &KnownNames::default());
    let session = session.unwrap_or_else(|| panic!("{problems:?}"));
    let timeline = written(&session, Side::Left);
    (session, timeline)
}

/// A session, a format, and the file of both and what is heard in it, once a test has asked for them.
type Recorded = (&'static str, Format, OnceLock<Disk>, OnceLock<Decoded>);

static FILES: LazyLock<Vec<Recorded>> = LazyLock::new(|| {
    let formats = |text| Format::ALL.map(|format| (text, format, OnceLock::new(), OnceLock::new()));
    [CHIMES, MOMENT, BREATHS].into_iter().flat_map(formats).collect()
});

fn file_of(text: &str, format: Format) -> &'static Recorded {
    FILES.iter().find(|it| it.0 == text && it.1 == format).expect("a session of these")
}

/// The disk on which one of the sessions was recorded, once for all tests that look at it.
fn disk_with(text: &str, format: Format) -> &'static Disk {
    file_of(text, format).2.get_or_init(|| record_anew(text, format))
}

/// The file on it.
fn recorded(text: &str, format: Format) -> &'static [u8] {
    disk_with(text, format).bytes()
}

/// The same, decoded once.
fn decoded(text: &str, format: Format) -> &'static Decoded {
    file_of(text, format).3.get_or_init(|| Decoded::from(recorded(text, format)))
}

/// A mixer that neither beds nor a room tone are heard of, so that what is silent between sounds is so.
fn without_beds() -> Mixer {
    let mut mixer = Mixer::new();
    mixer.set_kind_volume(SoundKind::Bed, 0);
    mixer
}

/// The recording of a session, with breath tones.
fn record_anew(text: &str, format: Format) -> Disk {
    let (session, timeline) = laid_out(text);
    let mut disk = Disk::with_room(usize::MAX);
    let go_on = &mut |_| ControlFlow::Continue(());
    let arrangement = Arrangement::without_voice();
    let label = Label::of(&session, &timeline);
    record(&mut disk, format, &label, &timeline, &arrangement, without_beds(), go_on)
        .expect("it is recorded");
    disk
}

#[test]
fn the_ending_of_a_file_names_its_kind_in_any_letters() {
    for (name, format) in
        [("a.wav", Format::Wav), ("b/c.FLAC", Format::Flac), ("d.x.Ogg", Format::Ogg)]
    {
        assert_eq!(Format::of(name.as_ref()), Ok(format), "{name}");
    }
    for name in ["a.mp3", "wav", ".wav", "a.wav.", ""] {
        assert!(Format::of(name.as_ref()).is_err(), "{name}");
    }
}

#[test]
fn a_recording_that_is_stopped_says_so_and_goes_no_further() {
    for format in Format::ALL {
        let (session, timeline) = laid_out(MOMENT);
        let mut heard = 0;
        let stop = &mut |_| {
            heard += 1;
            if heard == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let label = Label::of(&session, &timeline);
        let arrangement = Arrangement::without_voice();
        let file = Cursor::new(Vec::new());
        let outcome = record(file, format, &label, &timeline, &arrangement, Mixer::new(), stop);
        assert!(matches!(outcome, Err(RecordingError::Stopped)), "{format}: {outcome:?}");
        assert_eq!(heard, 3);
    }
}

#[test]
fn the_same_session_gives_the_same_file() {
    for format in Format::ALL {
        let again = record_anew(MOMENT, format);
        assert!(again.bytes() == recorded(MOMENT, format), "{format}");
    }
}
