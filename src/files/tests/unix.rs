//! Links, pipes, devices and modes, as Unix has them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::drafts::draft;
use crate::files::{
    FileError, FileErrorKind, erase, is_disk, is_draft, read, write_private, write_whole,
};

#[test]
fn a_kept_file_may_be_read_like_any_other() {
    let folder = TempDir::new().expect("a folder");
    let (place, other) = (folder.path().join("a.wav"), folder.path().join("b.wav"));
    draft(&place).keep(false).expect("it is kept");
    fs::write(&other, b"other").expect("a file");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode();
    assert_eq!(mode(&place), mode(&other));
}

#[test]
fn a_link_is_followed_and_stays_a_link() {
    let folder = TempDir::new().expect("a folder");
    let (kept, link) = (folder.path().join("kept.toml"), folder.path().join("link.toml"));
    fs::write(&kept, "old").expect("a file");
    link_to(&kept, &link);
    write_whole(&link, b"new").expect("it is written");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read(&kept).expect("a file"), b"new");
}

#[test]
fn a_file_that_is_replaced_keeps_who_may_read_it() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.toml");
    fs::write(&place, "old").expect("a file");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o600)).expect("a mode");
    write_whole(&place, b"new").expect("it is written");
    let mode = fs::metadata(&place).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_is_private_is_never_readable_by_others_neither_as_a_draft_nor_at_its_place() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.toml");
    fs::write(&place, "old").expect("a file");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o666)).expect("a mode");
    let is_done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let looker = scope.spawn(|| {
            let mut seen = 0;
            while !is_done.load(std::sync::atomic::Ordering::Relaxed) {
                for entry in fs::read_dir(folder.path()).expect("a folder").flatten() {
                    let is_draft = is_draft(&entry.file_name().to_string_lossy());
                    let Ok(about) = entry.metadata() else { continue };
                    if is_draft {
                        seen += 1;
                        assert_eq!(about.permissions().mode() & 0o077, 0);
                    }
                }
            }
            seen
        });
        for _ in 0..200 {
            write_private(&place, b"new").expect("it is written");
            let mode = fs::metadata(&place).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        is_done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(looker.join().expect("every draft was private") > 0, "no draft was seen");
    });
}

#[test]
fn what_is_erased_takes_its_link_and_the_drafts_that_were_left_beside_it() {
    let folder = TempDir::new().expect("a folder");
    let kept = folder.path().join("kept");
    fs::create_dir(&kept).expect("a folder");
    let link = folder.path().join("link.toml");
    fs::write(kept.join("a.toml"), "old").expect("a file");
    fs::write(kept.join(".unclench-abc.part"), "left").expect("a file");
    fs::write(folder.path().join("other.toml"), "other").expect("a file");
    link_to(&kept.join("a.toml"), &link);
    assert!(erase(&link).expect("it is removed"));
    assert_eq!(fs::read_dir(&kept).expect("a folder").count(), 0);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
    assert!(!erase(&link).expect("nothing is there"));
}

#[test]
fn a_pipe_is_written_to_and_stays_a_pipe() {
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read(pipe).expect("what was written"))
    };
    // Until the reader is there, nothing reads from it.
    while write_whole(&pipe, b"new").is_err() {
        std::thread::yield_now();
    }
    assert_eq!(reader.join().expect("a reader"), b"new");
    assert!(!fs::metadata(&pipe).expect("a pipe").is_file());
}

#[test]
fn a_device_is_refused_although_it_never_ends() {
    let error = read(Path::new("/dev/zero"), 10).expect_err("it is a device");
    assert!(matches!(error.kind, FileErrorKind::NotRegular), "{error}");
}

#[test]
fn a_pipe_that_is_never_written_to_is_refused_at_once() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("pipe.toml");
    make_pipe(&path);
    let error = read(&path, 10).expect_err("it is a pipe");
    assert!(matches!(error.kind, FileErrorKind::NotRegular), "{error}");
}

#[test]
fn a_pipe_that_nothing_reads_from_is_told_at_once() {
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    let refused = write_whole(&pipe, b"new").expect_err("nobody reads");
    assert_eq!(refused.to_string(), "nothing reads from this pipe");
    assert!(!fs::metadata(&pipe).expect("a pipe").is_file());
}

#[test]
fn a_pipe_whose_reader_takes_nothing_is_waited_for_only_until_the_work_is_stopped() {
    use std::cell::Cell;
    use std::io::Write as _;
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    // Open at both ends, so that opening it waits for nothing; it is never read from.
    let reader = fs::File::options().read(true).write(true).open(&pipe).expect("a pipe");
    let mut draft = draft(&pipe);
    draft.file().write_all(&vec![1; 4_000_000]).expect("more than a pipe holds");
    let looks = Cell::new(0);
    let is_stopped = || {
        looks.set(looks.get() + 1);
        looks.get() > 5
    };
    let stopped = draft.keep_unless(true, &is_stopped).expect_err("it is stopped");
    assert_eq!(stopped.kind(), std::io::ErrorKind::Interrupted);
    drop(reader);
}

/// A disk of this machine, if there is one to be seen.
fn disk() -> Option<PathBuf> {
    use std::os::unix::fs::FileTypeExt as _;
    let devices = fs::read_dir("/dev").expect("devices").flatten();
    let mut disks = devices.filter(|it| it.file_type().is_ok_and(|it| it.is_block_device()));
    let disk = disks.next().map(|disk| disk.path());
    if disk.is_none() {
        println!("skipped: there is no disk in /dev");
    }
    disk
}

#[test]
fn a_disk_is_known_as_one_and_other_devices_are_not() {
    assert!(!is_disk(Path::new("/dev/null")) && !is_disk(Path::new("/")));
    if let Some(disk) = disk() {
        assert!(is_disk(&disk));
    }
}

#[test]
fn a_disk_is_refused_as_a_file_to_read_also_behind_a_link() {
    let Some(disk) = disk() else { return };
    let folder = TempDir::new().expect("a folder");
    let link = folder.path().join("a.toml");
    link_to(&disk, &link);
    for path in [&disk, &link] {
        let error = read(path, 10).expect_err("it is a disk");
        // Who is not root may not even open it.
        let is_meant = matches!(error.kind, FileErrorKind::NotRegular | FileErrorKind::Forbidden);
        assert!(is_meant, "{error}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_open_already_can_be_written_to_by_its_number() {
    use std::io::Read as _;
    use std::os::fd::AsRawFd as _;
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    let path = format!("/proc/self/fd/{}", writer.as_raw_fd());
    draft(Path::new(&path)).keep(true).expect("it is written");
    drop(writer);
    let mut read = String::new();
    reader.read_to_string(&mut read).expect("what was written");
    assert_eq!(read, "new");
}

#[test]
fn a_device_behind_a_link_stays_one() {
    let folder = TempDir::new().expect("a folder");
    let link = folder.path().join("a.wav");
    link_to(Path::new("/dev/null"), &link);
    write_whole(&link, b"new").expect("it is written");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(!fs::metadata("/dev/null").expect("a device").is_file());
}

pub(super) fn link_to(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).expect("a link");
}

/// Makes a named pipe.
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
pub(super) fn make_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
    assert!(made.success());
}

#[test]
fn no_error_of_the_system_is_told_in_its_own_words() {
    use crate::files::{system_words, why_unwritten};
    for number in 1..134 {
        let error = std::io::Error::from_raw_os_error(number);
        let shown = error.to_string();
        let own = shown.split(" (os error").next().expect("words");
        let told = [why_unwritten(&error), system_words(&error)];
        let unread = FileError::system(Path::new("a.toml"), error).to_string();
        for told in told.into_iter().chain([unread]) {
            assert!(!told.is_empty() && !told.contains(own), "{number}: {told}");
        }
    }
    let full = std::io::Error::from(rustix::io::Errno::NOSPC);
    assert_eq!(why_unwritten(&full), "its disk is full");
}
