//! What is kept, and what is not.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::sounds::{noise, tone};
use crate::decoding::DecodedSound;
use crate::voice::cache::{Cache, Key};

const MUCH: u64 = 100_000_000;

fn clip() -> DecodedSound {
    DecodedSound { samples: tone(8_000, 0, 200, 0), rate: 8_000 }
}

fn key(name: &str) -> Key {
    Key::of(&[name.as_bytes()])
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect()
}

/// Makes a file as old as `hours`.
fn age(path: &Path, hours: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(3_600 * (400_000 - hours));
    File::options().write(true).open(path).and_then(|file| file.set_modified(time)).expect("older");
}

fn only_file(folder: &Path) -> PathBuf {
    let files = files(folder);
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].clone()
}

#[test]
fn a_kept_clip_comes_back_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let cache = Cache::open(&folder.path().join("deep/er"), MUCH).expect("a cache");
    assert_eq!(cache.load(&key("a")), None);
    cache.store(&key("a"), &clip()).expect("kept");
    let back = cache.load(&key("a")).expect("it is there");
    assert_eq!(back.rate, 8_000);
    let clip = clip();
    let apart = back.samples.iter().zip(&clip.samples).map(|(one, two)| (one - two).abs());
    assert!(apart.fold(0.0, f32::max) < 0.001);
}

#[test]
fn parts_of_a_key_are_told_apart() {
    assert_eq!(Key::of(&[b"ab", b"c"]), Key::of(&[b"ab", b"c"]));
    assert_ne!(Key::of(&[b"ab", b"c"]), Key::of(&[b"a", b"bc"]));
    assert_ne!(Key::of(&[b"ab"]), Key::of(&[b"ab", b""]));
}

#[test]
fn a_damaged_file_is_noticed_wherever_it_is_damaged_and_removed() {
    let folder = TempDir::new().expect("a folder");
    let cache = Cache::open(folder.path(), MUCH).expect("a cache");
    let damages: [fn(&mut Vec<u8>); 5] = [
        |bytes| bytes.clear(),
        |bytes| bytes.truncate(20),
        |bytes| bytes.truncate(bytes.len() - 1),
        |bytes| bytes[0] ^= 1,
        |bytes| bytes[1_000] ^= 1,
    ];
    for damage in damages {
        cache.store(&key("a"), &clip()).expect("kept");
        let path = only_file(folder.path());
        let mut bytes = fs::read(&path).expect("bytes");
        damage(&mut bytes);
        fs::write(&path, bytes).expect("damaged");
        assert_eq!(cache.load(&key("a")), None);
        assert!(files(folder.path()).is_empty());
    }
}

#[test]
fn the_least_recently_used_go_first() {
    let folder = TempDir::new().expect("a folder");
    let roomy = Cache::open(folder.path(), MUCH).expect("a cache");
    roomy.store(&key("a"), &clip()).expect("kept");
    let size = fs::metadata(only_file(folder.path())).expect("a size").len();
    roomy.store(&key("b"), &clip()).expect("kept");
    roomy.store(&key("c"), &clip()).expect("kept");
    for path in files(folder.path()) {
        age(&path, 5);
    }
    assert!(roomy.load(&key("a")).is_some(), "which makes it the last that was used");
    assert!(roomy.load(&key("c")).is_some());

    let small = Cache::open(folder.path(), size * 2).expect("a cache");
    small.tidy(&HashSet::new());
    let left = ["a", "b", "c"].map(|name| small.load(&key(name)).is_some());
    assert_eq!(left, [true, false, true]);
}

#[test]
fn what_is_needed_stays_however_small_the_limit() {
    let folder = TempDir::new().expect("a folder");
    let cache = Cache::open(folder.path(), 1).expect("a cache");
    cache.store(&key("a"), &clip()).expect("kept");
    cache.store(&key("b"), &clip()).expect("kept");
    cache.tidy(&HashSet::from([key("b")]));
    assert!(cache.load(&key("a")).is_none());
    assert!(cache.load(&key("b")).is_some());
}

#[test]
fn drafts_that_were_left_are_removed_and_those_of_others_at_work_are_not() {
    let folder = TempDir::new().expect("a folder");
    let cache = Cache::open(folder.path(), MUCH).expect("a cache");
    let old = folder.path().join(".draft-old");
    fs::write(&old, "half a clip").expect("a draft");
    age(&old, 5);
    let busy = cache.workspace().expect("a draft");
    cache.store(&key("a"), &clip()).expect("kept");
    fs::write(folder.path().join("notes.txt"), "not ours").expect("a file");
    cache.tidy(&HashSet::new());
    assert!(!old.exists());
    assert!(busy.path().exists());
    assert!(folder.path().join("notes.txt").exists());
}

#[test]
fn a_clip_that_cannot_be_written_leaves_nothing_behind() {
    let folder = TempDir::new().expect("a folder");
    let cache = Cache::open(folder.path(), MUCH).expect("a cache");
    // A folder stands where the clip should go.
    cache.store(&key("a"), &clip()).expect("kept");
    let path = only_file(folder.path());
    fs::remove_file(&path).expect("removed");
    fs::create_dir_all(path.join("in the way")).expect("a folder");
    assert!(cache.store(&key("a"), &clip()).is_err());
    assert_eq!(files(folder.path()), [path]);
}

#[test]
fn many_at_once_never_see_half_a_clip() {
    let folder = TempDir::new().expect("a folder");
    thread::scope(|scope| {
        for writer in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                let cache = Cache::open(folder, 40_000).expect("a cache");
                for turn in 0..40 {
                    let key = key(&(turn % 5).to_string());
                    let samples = noise(4_000, 0.3);
                    cache.store(&key, &DecodedSound { samples, rate: 8_000 }).expect("kept");
                    if let Some(clip) = cache.load(&key) {
                        assert_eq!(clip.samples.len(), 4_000, "writer {writer}");
                    }
                    cache.tidy(&HashSet::new());
                }
            });
        }
    });
    assert!(files(folder.path()).iter().all(|path| path.extension().is_some()), "no draft is left");
    let bytes: u64 =
        files(folder.path()).iter().map(|it| it.metadata().map_or(0, |it| it.len())).sum();
    assert!(bytes <= 40_000, "{bytes}");
}

#[test]
fn a_passing_folder_is_gone_with_the_cache() {
    let cache = Cache::passing().expect("a cache");
    let workspace = cache.workspace().expect("a folder");
    let folder = workspace.path().parent().expect("a folder").to_owned();
    drop(workspace);
    assert!(folder.exists());
    drop(cache);
    assert!(!folder.exists());
}
