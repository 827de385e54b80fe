//! What a person takes along: written to a file that they alone may read.

use std::io;
use std::path::Path;

use super::console::Console;
use super::exit::Failure;
use super::text::said;
use crate::config::Paths;
use crate::files::{self, is_same_file};
use crate::words::{Message, Texts};

/// Whether a place is what commands call the standard output: `-`. A file of that name is `./-`.
pub(super) fn is_standard_output(place: &Path) -> bool {
    place == Path::new("-")
}

/// Refuses to write over what the program itself keeps, whatever it is called by.
pub(super) fn spare_kept(place: &Path, paths: Option<&Paths>) -> Result<(), Failure> {
    let kept = paths.map(Paths::kept_files).unwrap_or_default();
    if kept.iter().any(|it| is_same_file(it, place)) {
        let failure = Failure::usage(format!("`{}` is what Unclench itself keeps", said(place)));
        return Err(failure.help("give what is saved a name of its own"));
    }
    Ok(())
}

/// Saves a text where it was asked for, and says so; or prints it, its lines as all that is printed. A
/// file that is there already stays, unless it may be replaced; a folder that is not there is not made,
/// since its name may be a slip.
pub(super) fn save(
    text: &str,
    place: &Path,
    may_replace: bool,
    (paths, texts): (Option<&Paths>, &Texts),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    if is_standard_output(place) {
        console.out.write_all(text.replace("\r\n", "\n").as_bytes())?;
        return Ok(());
    }
    spare_kept(place, paths)?;
    let name = said(place);
    if place.is_file() && !may_replace {
        let failure = Failure::new(format!("`{name}` is there already"));
        return Err(failure.help("`--force` replaces it").into());
    }
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.exists()) {
        let failure = Failure::unwritten(place, &io::ErrorKind::NotFound.into());
        return Err(failure.help("the folder has to be there already").into());
    }
    files::write_private(place, text.as_bytes())
        .map_err(|error| Failure::unwritten(place, &error))?;
    writeln!(console.out, "{}", texts.text(&Message::new("export-saved").with("name", name)))?;
    Ok(())
}
