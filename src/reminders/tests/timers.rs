//! The files of timers, and what the systems' own tools say of them.

#[cfg(target_os = "linux")]
use std::process::Command;

use super::super::TimerKind;
use super::at;
#[cfg(target_os = "linux")]
use super::every;

#[cfg(target_os = "linux")]
const PROGRAM: &str = "/bin/true";

#[test]
fn each_system_gets_the_files_that_its_timers_read() {
    let mut text = String::new();
    for kind in [TimerKind::Systemd, TimerKind::Launchd, TimerKind::Windows] {
        for file in kind.files(&at("0:30", "fri"), "/a b/50%$/unclench", 4) {
            assert!(!file.is_timer || kind.is_own_timer(&file.name));
            text = [text, format!("--- {}\n", file.name), file.text].concat();
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn xml_of_timers_can_be_read_whatever_a_reminder_is_called() {
    for kind in [TimerKind::Launchd, TimerKind::Windows] {
        for file in kind.files(&at("0:30, 12:00", "weekends"), "/a<b>&c/unclench", 4) {
            let text = file.text.lines().filter(|line| !line.starts_with("<!DOCTYPE"));
            let text: String = text.collect();
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
fn systemd_takes_the_timers_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    for reminder in [every("90m", "9:00-17:30", "weekdays"), at("0:30, 23:00", "fri,sun")] {
        let mut paths = Vec::new();
        for file in TimerKind::Systemd.files(&reminder, PROGRAM, 4) {
            let path = folder.path().join(&file.name);
            std::fs::write(&path, file.text).expect("it is written");
            paths.push(path);
        }
        let verify = Command::new("systemd-analyze")
            .args(["verify", "--user", "--recursive-errors=no", "--man=no"])
            .args(&paths)
            .env("XDG_RUNTIME_DIR", folder.path())
            .output();
        let Ok(answer) = verify else {
            println!("skipped: this machine has no systemd-analyze");
            return;
        };
        let said = String::from_utf8_lossy(&answer.stderr);
        assert!(answer.status.success() && !said.contains("unclench-reminder"), "{said}");
    }
}
