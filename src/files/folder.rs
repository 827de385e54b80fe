//! Looking into a folder: what lies there under which name, and what cannot be looked at.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::{FileError, FileErrorKind};

/// One thing in a folder.
#[derive(Debug)]
pub struct FolderEntry {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is, links followed.
    pub kind: EntryKind,
}

/// What a thing in a folder is, links followed.
#[derive(Debug)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device or a socket.
    Other,
    /// Nothing that can be looked at: a link that leads nowhere or in a circle, for example.
    Unreachable(FileErrorKind),
}

impl FolderEntry {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        matches!(self.kind, EntryKind::Folder)
    }

    /// Why it cannot be read as a file, if that is known from looking at it.
    pub fn problem(self) -> Option<FileError> {
        let kind = match self.kind {
            EntryKind::File => return None,
            EntryKind::Folder => FileErrorKind::Folder,
            EntryKind::Other => FileErrorKind::NotRegular,
            EntryKind::Unreachable(kind) => kind,
        };
        Some(FileError::new(&self.path, kind))
    }
}

/// What lies in a folder, in order of the names. Names that begin with a dot or with `~$` are left out:
/// they are made by systems and editors (`._x`, `.x.swp`, `~$x`), and never meant as a file of the
/// person's.
///
/// # Errors
/// [`FileError`] says why the folder cannot be read; one that is missing too.
pub fn list(folder: &Path) -> Result<Vec<FolderEntry>, FileError> {
    let failed = |error| FileError::system(folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        if is_hidden(&path) {
            continue;
        }
        // The listing says what most are; only a link has to be followed.
        let kind = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => Ok(kind),
            _ => fs::metadata(&path).map(|about| about.file_type()),
        };
        let kind = match kind {
            Ok(kind) if kind.is_file() => EntryKind::File,
            Ok(kind) if kind.is_dir() => EntryKind::Folder,
            Ok(_) => EntryKind::Other,
            // It was there a moment ago.
            Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => continue,
            Err(error) => EntryKind::Unreachable(FileError::system(&path, error).kind),
        };
        found.push(FolderEntry { path, kind });
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// Whether the name begins with a dot, or with `~$` as that of a file which marks another as being
/// edited: then it is never meant as a file of the person's, unless it is named itself.
pub fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}

/// The name a file is called by: its own without the ending, in composed letters, as keyboards type
/// them. `None` where it is not UTF-8.
pub fn name_of(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?;
    Some(composed(stem).into_owned())
}

/// The name by which something of the person's own can be asked for: that of its file.
///
/// # Errors
/// Why nothing can be called by it; the help is to rename the file.
pub fn callable_name(path: &Path) -> Result<String, &'static str> {
    let Some(name) = name_of(path) else {
        return Err("its name is not in UTF-8, so nothing can be called by it");
    };
    if name.trim().is_empty() {
        return Err("its name has nothing in it that is seen, so nothing can be called by it");
    }
    if name.contains(cannot_be_typed) {
        return Err("its name has a character in it that cannot be typed");
    }
    if name.trim() != name {
        return Err("its name has a blank at an end, which is not seen where it is called");
    }
    Ok(name)
}

/// Letters of control, those that silently turn the text around them, and those of which nothing is
/// seen and that join no others.
fn cannot_be_typed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}')
        || ('\u{fff9}'..='\u{fffb}').contains(&letter)
}

/// Why a file is not used where another of its name is, and how they differ where both look alike.
pub fn taken_instead(taken: &Path, path: &Path) -> String {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (taken, own) = (name(taken), name(path));
    let differs = match (taken != own && composed(&taken) == composed(&own), is_nfc(&taken)) {
        (true, true) => ", whose accents are part of their letters,",
        (true, false) => ", whose accents are letters of their own,",
        (false, _) => "",
    };
    format!("`{taken}`{differs} has the same name and is taken in its place")
}

/// Whether a file is plainly meant to be no session, move, course or sound, by the end of its name:
/// notes, schemas, and what editors keep of a file as it was.
pub fn is_note_or_copy(path: &Path) -> bool {
    const ENDINGS: [&str; 6] = ["md", "json", "voice", "bak", "orig", "old"];
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.ends_with(b"~") || ENDINGS.iter().any(|ending| has_ending(path, ending))
}

/// The same text in composed letters (NFC): some systems write `ü` in names of files as two letters,
/// keyboards as one.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// What a file of text holds, in composed letters, so that a name in it is that of a file however
/// either is written; and with a line feed where a line ends in a carriage return alone. What is no
/// text stays as it is.
pub fn composed_bytes(bytes: Vec<u8>) -> Vec<u8> {
    let mut bytes = match std::str::from_utf8(&bytes).map(composed) {
        Ok(Cow::Owned(text)) => text.into_bytes(),
        Ok(Cow::Borrowed(_)) | Err(_) => bytes,
    };
    let is_text = !bytes.contains(&0);
    for at in 0..bytes.len() {
        if is_text && bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            bytes[at] = b'\n';
        }
    }
    bytes
}

/// Whether a file's name has this ending, in small or capital letters.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// The path as it is written on the disk: where nothing lies there, but in its folder a file of the
/// same letters written in another way (composed or not), that one.
pub fn as_written(path: &Path) -> Cow<'_, Path> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Cow::Borrowed(path);
    };
    if name.is_ascii() || path.symlink_metadata().is_ok() {
        return Cow::Borrowed(path);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let listed = list(folder.unwrap_or(Path::new("."))).unwrap_or_default();
    let is_meant = |found: &FolderEntry| {
        let found = found.path.file_name().and_then(|found| found.to_str());
        found.is_some_and(|found| composed(found) == composed(name))
    };
    let found = listed.into_iter().find(is_meant);
    found.map_or(Cow::Borrowed(path), |found| Cow::Owned(found.path))
}
