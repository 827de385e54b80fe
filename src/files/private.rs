//! A file that another part of the program writes by itself, for its person's eyes alone: made, set
//! aside and moved here.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::FileErrorKind;
use super::place::{is_stream, make_folder};

/// What marks the name of a file that was set aside.
const DAMAGED: &str = ".damaged-";

/// Makes an empty file that nobody but the person may read, and its folder likewise, where they are
/// not there. One that is there stays as it is, but for who may read it. Returns whether it is new.
///
/// # Errors
/// Whatever the file system says; also where something lies there that is no regular file, since
/// that might be waited for without end.
pub fn make_private(path: &Path) -> io::Result<bool> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_private_folder(folder)?;
    }
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(about) if !about.is_file() => refuse_stream(path).map(|()| false),
        Ok(about) => keep_private(path, &about).map(|()| false),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false);
            private(&mut options);
            options.open(path).map(|_| true)
        }
        Err(error) => Err(error),
    }
}

/// Refuses a pipe or a device before something else opens it by its name: it might be waited for
/// without end.
///
/// # Errors
/// Where one lies there.
pub fn refuse_stream(path: &Path) -> io::Result<()> {
    if is_stream(path) {
        let told = FileErrorKind::NotRegular.to_string();
        return Err(io::Error::new(ErrorKind::InvalidInput, told));
    }
    Ok(())
}

/// Moves a file out of the way, to the first name of this kind that is free: `journal.db` to
/// `journal.damaged-1.db`. Files that belong to it, with these endings after its name, are removed.
/// Returns the new name.
///
/// # Errors
/// Whatever the file system says.
pub fn set_aside(path: &Path, companions: &[&str]) -> io::Result<String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let names = (1..).map(|number| format!("{stem}{DAMAGED}{number}.{ending}"));
    let free = names.into_iter().find(|name| !path.with_file_name(name).exists());
    let name = free.unwrap_or_default();
    fs::rename(path, path.with_file_name(&name))?;
    for companion in companions {
        let mut beside = path.as_os_str().to_owned();
        beside.push(companion);
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(name)
}

/// The files that were set aside from this place, in no order.
pub fn set_aside_from(path: &Path) -> Vec<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let beginning = format!("{stem}{DAMAGED}");
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let files = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().flatten();
    let aside = files.filter(|file| file.file_name().to_string_lossy().starts_with(&beginning));
    aside.map(|file| file.path()).collect()
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    if let Some(above) = folder.parent() {
        make_folder(above)?;
    }
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::metadata(folder) {
            Ok(about) if about.is_dir() => keep_private(folder, &about),
            _ => make_folder(folder),
        },
        made => made,
    }
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    make_folder(folder)
}

/// Takes from all others what they may do with a file or folder of the person's.
#[cfg(unix)]
fn keep_private(path: &Path, about: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = about.permissions().mode();
    if mode.trailing_zeros() >= 6 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
fn keep_private(_: &Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions) {}
