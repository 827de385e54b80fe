//! What a player is: the root interface of MPRIS.
#![expect(clippy::unused_self, reason = "the interface macro asks for methods")]

use zbus::interface;

use crate::desktop::{Ask, DesktopRequest};

/// The root interface.
pub(super) struct Root {
    ask: Ask,
}

impl Root {
    pub(super) fn new(ask: Ask) -> Self {
        Self { ask }
    }
}

#[interface(name = "org.mpris.MediaPlayer2")]
impl Root {
    /// A terminal cannot be raised from inside.
    fn raise(&self) {}

    fn quit(&self) {
        (self.ask)(DesktopRequest::Quit);
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_quit(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_raise(&self) -> bool {
        false
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn has_track_list(&self) -> bool {
        false
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn identity(&self) -> &'static str {
        "Unclench"
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn supported_uri_schemes(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn supported_mime_types(&self) -> Vec<String> {
        Vec::new()
    }
}
