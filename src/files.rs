//! The one way to read a person's file or folder, and the one way to write a file.
//!
//! Names that begin with a dot or with `~$` are left out of every listing. Reading takes regular files only, never
//! waits for one, and never takes more than its limit. Writing is whole or not at all, and goes through links to the file they lead to.

mod draft;
mod error;
mod folder;
mod hold;
mod place;
mod pour;
mod private;
mod read;
mod system_words;
#[cfg(test)]
mod tests;

pub use draft::{Draft, empty_folder, erase, is_draft, put_aside, write_private, write_whole};
pub use error::{FileError, FileErrorKind};
pub use folder::{
    FolderEntry, as_written, callable_name, composed, composed_bytes, has_ending, is_note_or_copy,
    list, name_of, taken_instead,
};
pub use hold::HeldMark;
pub use place::{FolderState, folder_state, is_disk, is_lost_link, is_same_file, is_stream};
pub use private::{make_private, refuse_stream, set_aside, set_aside_from};
pub use read::{open, read, read_beginning, read_text};
pub use system_words::{help_to_write, system_words, why_unwritten};
