//! What people call a condition, and which of them somebody tells of in their own words.

use super::condition::{Condition, ConditionGroup};
use super::table::CareTable;
use crate::words::Language;

/// Words by which somebody says that something is not so.
const DENIALS: [&str; 10] =
    ["no", "not", "never", "without", "don", "isn", "kein", "keine", "nicht", "ohne"];

impl Condition {
    /// The names by which it is known beyond doubt, in every language.
    fn own_names(&self) -> impl Iterator<Item = &str> {
        let short = Language::ALL.iter().flat_map(|(_, language)| self.short_in(*language));
        short.chain(self.told_by.iter().map(String::as_str))
    }

    /// What people call it.
    fn other_names(&self) -> impl Iterator<Item = &str> {
        self.called.iter().map(String::as_str)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.own_names().chain(self.other_names())
    }

    /// Whether it goes by this name, whole.
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = words_of(name);
        let goes_by = |name: &str| words_of(name) == wanted;
        goes_by(&self.id) || self.names().any(goes_by)
    }

    /// Whether what somebody is typing begins a name of it.
    pub fn may_be_called(&self, typed: &str) -> bool {
        let typed = words_of(typed);
        let Some((last, whole)) = typed.split_last() else { return false };
        let begins = |name: &str| {
            let name = words_of(name);
            let has_room = |from: &usize| name.len() - from >= typed.len();
            (0..name.len()).filter(has_room).any(|from| {
                name[from..].starts_with(whole)
                    && name[from + whole.len()].starts_with(last.as_str())
            })
        };
        self.names().any(begins)
    }
}

/// The conditions of which somebody tells who says this in their own words: by the names they have here,
/// or else by what people call them.
pub fn conditions_told_in(said: &str) -> Vec<&'static Condition> {
    let said = words_of(said);
    if said.iter().any(|word| DENIALS.contains(&word.as_str())) {
        return Vec::new();
    }
    let has = |name: &str| {
        let name = words_of(name);
        let begins = |(said, word): (&String, &String)| said.starts_with(word.as_str());
        !name.is_empty() && said.windows(name.len()).any(|run| run.iter().zip(&name).all(begins))
    };
    let told: Vec<_> = kept_conditions().filter(|it| it.own_names().any(has)).collect();
    if told.is_empty() {
        return kept_conditions().filter(|it| it.other_names().any(has)).collect();
    }
    told
}

/// Every condition that is kept: those of a day are asked before a session.
pub fn kept_conditions() -> impl Iterator<Item = &'static Condition> {
    let all = CareTable::shipped().conditions.iter();
    all.filter(|condition| condition.group != ConditionGroup::Today)
}

/// The words of a name, however they are joined; what a plain list is written with is not of them.
pub fn words_of(name: &str) -> Vec<String> {
    let words =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(str::to_lowercase)
        .filter(|word| !matches!(word.as_str(), "a" | "an" | "the" | "ein" | "eine" | "einen"))
        .collect()
}
