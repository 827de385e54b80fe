//! Where a session stands in the library, when nothing is looked for.

use super::Entry;
use super::entry::SessionKind;
use crate::session::Setting;

/// What the ids of tours begin with.
const TOUR: &str = "explore-";

/// Sessions that stand together in the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// For a chair at a desk.
    Desk,
    /// For elsewhere at home.
    Home,
    /// For bed alone.
    Bed,
    /// Guided tours of the techniques.
    Tours,
    /// Breathing.
    Breath,
    /// The person's own.
    Own,
}

impl Shelf {
    /// Every shelf, in the order they stand.
    pub const ALL: [Self; 6] =
        [Self::Desk, Self::Home, Self::Bed, Self::Tours, Self::Breath, Self::Own];

    /// The word for it in JSON and in texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Home => "home",
            Self::Bed => "bed",
            Self::Tours => "tours",
            Self::Breath => "breath",
            Self::Own => "own",
        }
    }
}

impl Entry {
    /// Where it stands: what it is before where it suits, and of several settings the first.
    pub fn shelf(&self) -> Shelf {
        if self.path.is_some() {
            Shelf::Own
        } else if self.id.starts_with(TOUR) {
            Shelf::Tours
        } else if self.kind == SessionKind::Breath {
            Shelf::Breath
        } else {
            match self.settings.first() {
                Some(Setting::Desk) => Shelf::Desk,
                Some(Setting::Bed) => Shelf::Bed,
                Some(Setting::Home) | None => Shelf::Home,
            }
        }
    }
}
