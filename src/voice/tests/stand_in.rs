//! The made-up engine, in a folder of its own.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::sounds::{tone, wav};
use crate::choices::EngineKind;
use crate::voice::process::StopSignal;
use crate::voice::{EngineSearch, SpeechEngines};

/// Every made-up clip lasts so long, in milliseconds: about as long as one syllable is to take,
/// calmly (333 ms) or livelier (286 ms).
pub(super) const MILLIS: u32 = 308;

/// How long an engine that hangs is waited for, and any other.
const SOON: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(60);

const ESPEAK_VOICES: &str = "\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  en-us           --/F      us-mbrola-1        mb/mb-us1            (en 8)
 5  variant         --/M      Storm              !v/Storm             (en-us 5)
 5  pt              --/M      Portuguese_(Portugal) roa/pt               (pt-pt 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)
";

/// What stands beside a model of Piper, as far as it is looked at.
const DESCRIPTION: &str = r#"{"audio": {"sample_rate": 22050}, "phoneme_id_map": {"a": [1]}}"#;

/// A made-up engine. It is linked to under the name of a real one, so no test ever writes a
/// program that another is about to start.
pub(super) struct StandIn {
    folder: TempDir,
}

impl StandIn {
    /// espeak-ng that behaves in this way.
    pub(super) fn new(mode: &str) -> Self {
        let stand_in = Self { folder: TempDir::new().expect("a folder") };
        stand_in.behaves(mode).also_called("espeak-ng").prints_voices(ESPEAK_VOICES);
        let speech = wav(&tone(22_050, 300, MILLIS, 300), 1, 22_050, 16);
        fs::write(stand_in.path("speech.wav"), speech).expect("a file");
        fs::write(stand_in.path("help"), "usage: --model MODEL\n").expect("a file");
        stand_in
    }

    pub(super) fn also_called(&self, name: &str) -> &Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/voice/tests/engine.sh");
        symlink(program, self.path(name)).expect("a link");
        self
    }

    pub(super) fn behaves(&self, mode: &str) -> &Self {
        fs::write(self.path("mode"), mode).expect("a file");
        self
    }

    pub(super) fn prints_voices(&self, voices: &str) -> &Self {
        fs::write(self.path("voices"), voices).expect("a file");
        self
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file it wrote, or nothing.
    pub(super) fn noted(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// How often it was started to speak.
    pub(super) fn starts(&self) -> usize {
        self.noted("starts").lines().count()
    }

    /// Where it is found.
    pub(super) fn search(&self, kinds: &[EngineKind]) -> EngineSearch {
        EngineSearch {
            path: self.folder.path().into(),
            kinds: kinds.to_vec(),
            piper_folders: vec![self.path("models")],
            // Only one that hangs is to be given up soon; others may take what a busy machine takes.
            limit: Some(if self.noted("mode") == "hangs" { SOON } else { PATIENCE }),
            asking_limit: None,
            own_program: None,
        }
    }

    pub(super) fn engines(&self, kinds: &[EngineKind]) -> SpeechEngines {
        // By this way and not by `find`, so that both are used.
        SpeechEngines::find_until(&self.search(kinds), &StopSignal::default())
    }

    /// Models for Piper, by their names.
    pub(super) fn has_models(&self, names: &[&str]) -> &Self {
        for name in names {
            let model = self.path("models").join(name);
            fs::create_dir_all(model.parent().expect("a folder")).expect("a folder");
            fs::write(format!("{}.json", model.display()), DESCRIPTION).expect("a file");
            fs::write(model, "a model").expect("a file");
        }
        self
    }

    /// The programs that stayed behind when it was last started. One that was told to end may take
    /// a moment on a busy machine, so they are looked at until none is left, or for a minute.
    pub(super) fn left_running(&self) -> Vec<u32> {
        const LOOK_AGAIN: Duration = Duration::from_millis(20);
        let noted = self.noted("stays");
        let pids = noted.split_whitespace().map(|pid| pid.parse().expect("a number"));
        let mut left: Vec<u32> = pids.collect();
        for _ in 0..3_000 {
            left.retain(|pid| is_running(*pid));
            if left.is_empty() {
                break;
            }
            thread::sleep(LOOK_AGAIN);
        }
        left
    }
}

/// A program that has ended but was not fetched yet counts as ended.
#[cfg(target_os = "linux")]
fn is_running(pid: u32) -> bool {
    // Number, name in brackets, state.
    let about = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    about.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
fn is_running(pid: u32) -> bool {
    let about = std::process::Command::new("ps")
        .args(["-o", "stat=", "-p", &pid.to_string()])
        .output()
        .expect("ps can be started");
    let state = String::from_utf8_lossy(&about.stdout).trim().to_owned();
    !state.is_empty() && !state.starts_with('Z')
}
