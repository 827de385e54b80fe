//! How far a folder is gone through.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{FolderKind, Targets, walk};

/// Three folders, one in another, with a file in each.
fn three_folders() -> TempDir {
    let root = TempDir::new().expect("a folder");
    fs::create_dir_all(root.path().join("one/two")).expect("folders");
    for folder in ["", "one", "one/two"] {
        fs::write(root.path().join(folder).join("a.toml"), "").expect("a file");
    }
    root
}

fn walked(root: &Path, most_folders: usize) -> Targets {
    walk(root, FolderKind::Moves, most_folders)
}

#[test]
fn as_many_folders_as_may_be_are_all_gone_through() {
    let root = three_folders();
    let targets = walked(root.path(), 3);
    assert_eq!((targets.files.len(), targets.unused.len()), (3, 0));
}

#[test]
fn of_more_folders_than_may_be_the_first_are_checked_and_the_rest_is_told() {
    let root = three_folders();
    let targets = walked(root.path(), 2);
    assert_eq!(targets.files.len(), 2);
    let told: Vec<(&Path, &str)> =
        targets.unused.iter().map(|it| (it.path.as_path(), it.why.as_str())).collect();
    assert_eq!(told, [(root.path(), "there are more than 2 folders in it")]);
}
