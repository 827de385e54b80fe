//! A disk without room: what is said of it, and what can be done all the same.

use std::process::Command;

use super::harness::{Answer, Test};

/// A disk of its own, mounted on the home of a test as long as a shell runs: its commands stand in the
/// folder of the home, and `fill` leaves no room in it. Why not, where no disk may be mounted.
fn on_a_small_disk(commands: &str) -> Result<Answer, String> {
    let test = Test::new().args("--version");
    let program = test.command();
    let script = format!(
        "mount -t tmpfs -o size=256k none \"$HOME\" && cd \"$HOME\" || exit 77\n\
         fill() {{ cat /dev/zero > filler 2>/dev/null; true; }}\n{commands}"
    );
    let mut shell = Command::new("unshare");
    shell.args(["--map-root-user", "--mount", "--", "/bin/sh", "-c", &script]);
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.env("UNCLENCH", program.get_program()).env("HOME", test.home());
    let output = shell.output().map_err(|error| error.to_string())?;
    if matches!(output.status.code(), Some(77 | 1)) && output.stdout.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(Answer::of(output))
}

#[test]
fn whatever_is_kept_or_saved_on_a_full_disk_is_told_with_what_would_help() {
    for (before, command) in [
        ("true", "journal add feet -m 5"),
        ("$UNCLENCH journal add feet -m 5", "journal add feet -m 5"),
        ("true", "remind add Water --every 90m --water"),
        ("true", "profile set --pressure 3"),
        ("true", "plan --minutes 10 --save mine"),
        ("true", "course start desk-neck"),
    ] {
        let script = format!("{before} >&2; echo; fill; $UNCLENCH {command}");
        let answer = match on_a_small_disk(&script) {
            Ok(answer) => answer,
            // Not required: a container may well forbid it.
            Err(why) => return eprintln!("without a disk of its own: {why}"),
        };
        assert!(answer.err.contains("its disk is full"), "{command}: {}", answer.err);
        assert!(answer.err.contains("make room there"), "{command}: {}", answer.err);
        assert!(!answer.err.contains(".ogg"), "{command}: {}", answer.err);
    }
}

#[test]
fn a_journal_is_erased_from_a_full_disk() {
    let script = "$UNCLENCH journal add feet -m 5 && fill; $UNCLENCH journal erase; \
                  rm filler; $UNCLENCH journal; find . -name '*.db*' -size +0";
    let answer = match on_a_small_disk(script) {
        Ok(answer) => answer,
        Err(why) => return eprintln!("without a disk of its own: {why}"),
    };
    assert!(
        answer.out.contains("is empty") || answer.out.contains("gone"),
        "{}{}",
        answer.out,
        answer.err
    );
    assert!(!answer.out.contains(".db"), "{}", answer.out);
}
