//! What a person takes along: written to a file that they alone may read.

use std::path::Path;

use super::console::Console;
use super::exit::Failure;
use super::text::said;
use crate::files;
use crate::words::{Message, Texts};

/// Saves a text where it was asked for, and says so. A file that is there already stays, unless it may
/// be replaced.
pub(super) fn save(
    text: &str,
    place: &Path,
    may_replace: bool,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let name = said(place);
    if place.is_file() && !may_replace {
        let failure = Failure::new(format!("`{name}` is there already"));
        return Err(failure.help("`--force` replaces it").into());
    }
    files::write_private(place, text.as_bytes())
        .map_err(|error| Failure::unwritten(place, &error))?;
    writeln!(console.out, "{}", texts.text(&Message::new("export-saved").with("name", name)))?;
    Ok(())
}
