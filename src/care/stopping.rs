//! What may be felt where a session is stopped, and how it may go on after that.

use super::condition::{EmergencyRow, Urgency};
use super::deeds::Deed;
use super::profile::Profile;
use super::table::CareTable;
use super::translation::in_language;
use crate::words::{Message, Texts, upper_first};

/// What was felt where a session was stopped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Felt {
    /// A sign of the table, which asks for help.
    Sign(&'static EmergencyRow),
    /// Something sharp, tingling or numb: enough for today.
    Sharp,
    /// It was only unpleasant, or too much.
    Unpleasant,
    /// Nothing: something else came up.
    Interrupted,
}

impl Felt {
    /// What may have been felt in a session that does this, by a person who has told this of themselves:
    /// whatever asks for the emergency number, the signs of what they have and of what it does, and
    /// what is harmless, in this order.
    pub fn choices(deeds: &[Deed], profile: &Profile) -> Vec<Self> {
        let has = |id: &String| profile.conditions.iter().any(|held| held.condition.id == *id);
        let fits = |row: &&EmergencyRow| {
            row.act == Urgency::EmergencyNumber
                || row.conditions.iter().any(has)
                || deeds.iter().any(|deed| row.is_for(*deed))
        };
        let signs = CareTable::shipped().emergencies.iter().filter(fits).map(Self::Sign);
        signs.chain([Self::Sharp, Self::Unpleasant, Self::Interrupted]).collect()
    }

    /// Whether a session may go on after it.
    pub fn may_go_on(self) -> bool {
        matches!(self, Self::Unpleasant | Self::Interrupted)
    }

    /// Its name, to choose from a list.
    pub fn name(self, texts: &Texts) -> String {
        match self {
            Self::Sign(row) => upper_first(in_language(&row.signs, texts.language())),
            Self::Sharp => texts.text(&Message::new("stop-sharp")),
            Self::Unpleasant => texts.text(&Message::new("stop-unpleasant")),
            Self::Interrupted => texts.text(&Message::new("stop-interrupted")),
        }
    }

    /// The same in few words, where lines are short.
    pub fn brief_name(self, texts: &Texts) -> String {
        match self {
            Self::Sign(row) => {
                let signs = row.brief.as_ref().unwrap_or(&row.signs);
                upper_first(in_language(signs, texts.language()))
            }
            other => other.name(texts),
        }
    }

    /// What helps.
    pub fn advice(self, texts: &Texts) -> String {
        match self {
            Self::Sign(row) => row.sentence(texts.language()),
            Self::Sharp => texts.text(&Message::new("stop-sharp-advice")),
            Self::Unpleasant => texts.text(&Message::new("stop-unpleasant-advice")),
            Self::Interrupted => texts.text(&Message::new("stop-interrupted-advice")),
        }
    }
}
