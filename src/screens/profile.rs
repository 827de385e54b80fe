//! What a person tells of their body and their tools, all of it up to them: conditions in plain
//! words, group by group, with their places.

mod drawing;
mod item;
mod keys;
mod search;
#[cfg(test)]
mod tests;

use crate::care::{BodyPlace, Condition, Profile, Site};

pub use item::{ProfileItem, ProfileSection};
pub(super) use keys::KEYS;
pub use search::ProfileSearch;

/// What a person tells of their body and their tools.
#[derive(Clone, Debug)]
pub struct ProfileScreen {
    /// What was told so far.
    pub profile: Profile,
    /// Which item is selected, counted through all sections.
    pub selected: usize,
    /// The first row shown when one was clicked on: what lies under a pointer stays there.
    held: Option<usize>,
    /// The places of a condition, while they are named.
    pub places: Option<ConditionPlaces>,
    /// What is typed to find something, while it is.
    pub search: Option<ProfileSearch>,
}

/// The places of a condition, while they are named.
#[derive(Clone, Copy, Debug)]
pub struct ConditionPlaces {
    /// The condition.
    pub condition: &'static Condition,
    /// Which place is selected.
    pub selected: usize,
    /// The first row shown when one was clicked on.
    held: Option<usize>,
}

impl ProfileScreen {
    pub(super) fn new(profile: Profile) -> Self {
        Self { profile, selected: 0, held: None, places: None, search: None }
    }

    /// The selected item.
    pub fn item(&self) -> Option<ProfileItem> {
        ProfileSection::all().into_iter().flat_map(|section| section.items).nth(self.selected)
    }

    /// The first item of the section before or after the one an item is in.
    fn other_section(&self, is_next: bool) -> usize {
        let mut first = 0;
        let firsts: Vec<_> = ProfileSection::all()
            .into_iter()
            .map(|section| {
                let here = first;
                first += section.items.len();
                here
            })
            .collect();
        let mut firsts = firsts.into_iter();
        if is_next {
            firsts.find(|first| *first > self.selected).unwrap_or(self.selected)
        } else {
            firsts.rfind(|first| *first < self.selected).unwrap_or(0)
        }
    }

    /// The condition whose places may be named here: it is selected, told, and sits in a place.
    fn placed_condition(&self) -> Option<&'static Condition> {
        match self.item()? {
            ProfileItem::Condition(it) if it.has_site && self.profile.has(it) => Some(it),
            _ => None,
        }
    }

    /// Where a condition sits, as far as it was told.
    fn sites(&self, condition: &Condition) -> &[Site] {
        let held = self.profile.conditions.iter().find(|it| it.condition.id == condition.id);
        held.map_or(&[], |held| &held.sites)
    }
}

impl ConditionPlaces {
    /// With the first place that was told selected, if any was.
    fn of(condition: &'static Condition, sites: &[Site]) -> Self {
        let is_told = |place: BodyPlace| sites.iter().any(|site| site.place == place);
        let selected = BodyPlace::all().position(is_told).unwrap_or(0);
        Self { condition, selected, held: None }
    }

    /// Every place, in order.
    fn all() -> Vec<BodyPlace> {
        BodyPlace::all().collect()
    }
}
