//! Names of sounds as people say them.

use crate::words::{Message, Texts};

/// The name of a background: that of a shipped one in the language of these texts, or a person's own
/// with spaces for its hyphens.
pub(in crate::screens) fn bed_name(name: &str, texts: &Texts) -> String {
    let known = texts.find(&Message::new(format!("bed-{name}")));
    let spoken = || {
        let letters = name.chars().filter(|letter| !letter.is_control());
        letters.map(|letter| if letter == '-' { ' ' } else { letter }).collect()
    };
    known.unwrap_or_else(spoken)
}
