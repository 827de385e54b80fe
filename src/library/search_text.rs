//! What is searched of a session, and what a finding says of why.

use super::Entry;
use crate::body::Region;
use crate::matching::{Document, EverydayTable, WordSource};
use crate::session::{Goal, Pattern, Setting, Technique, Tool};

/// What the words of each text are worth, 1–100.
mod weight {
    pub(super) const TITLE: u8 = 100;
    pub(super) const ID: u8 = 60;
    pub(super) const REGION: u8 = 50;
    /// More where nothing else is worked; shared among the regions of a session.
    pub(super) const ONLY_REGION: usize = 30;
    /// More where the title names it: then that is what the session is for.
    pub(super) const TITLED_REGION: u8 = 15;
    pub(super) const GOAL: u8 = 45;
    pub(super) const TECHNIQUE: u8 = 45;
    pub(super) const PATTERN: u8 = 50;
    pub(super) const TOOL: u8 = 40;
    pub(super) const SETTING: u8 = 40;
    pub(super) const SUMMARY: u8 = 25;
    pub(super) const STEP: u8 = 20;
}

/// Why a session was found, where its title does not say so already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// It works this region.
    Region(Region),
    /// It is meant to help with this.
    Goal(Goal),
    /// It uses this technique.
    Technique(Technique),
    /// It needs this.
    Tool(Tool),
    /// It suits this setting.
    Setting(Setting),
    /// It has this breathing pattern.
    Pattern(&'static str),
    /// One of its steps is called so.
    Step,
}

/// The kinds of text that a word may come from.
mod field {
    pub(super) const ITSELF: u8 = 0;
    pub(super) const REGION: u8 = 1;
    pub(super) const GOAL: u8 = 2;
    pub(super) const TECHNIQUE: u8 = 3;
    pub(super) const TOOL: u8 = 4;
    pub(super) const SETTING: u8 = 5;
    pub(super) const PATTERN: u8 = 6;
    pub(super) const STEP: u8 = 7;
}

const ITSELF: WordSource = WordSource { field: field::ITSELF, detail: 0 };

/// What is searched of an entry.
pub(super) fn document(entry: &Entry) -> Document {
    let table = EverydayTable::shipped();
    let mut texts = vec![
        (weight::TITLE, ITSELF, entry.title.as_str()),
        (weight::ID, ITSELF, entry.id.as_str()),
        (weight::SUMMARY, ITSELF, entry.summary.as_str()),
    ];
    let mut keys = vec![(weight::TITLE, ITSELF, format!("session:{}", entry.id))];
    let share = weight::ONLY_REGION / entry.regions.len().max(1);
    let share = weight::REGION + u8::try_from(share).unwrap_or(0);
    let title = entry.title.to_lowercase();
    for region in &entry.regions {
        let is_titled = title.contains(region.name());
        let of_region = share + if is_titled { weight::TITLED_REGION } else { 0 };
        let source = source(field::REGION, &Region::ALL, *region);
        texts.push((of_region, source, region.name()));
        texts.extend(table.called(region.id()).iter().map(|name| (of_region, source, &**name)));
        keys.push((of_region, source, format!("region:{}", region.id())));
    }
    let mut add = |weight, source, id: &'static str, name, kind: &str| {
        texts.extend([(weight, source, id), (weight, source, name)]);
        keys.push((weight, source, format!("{kind}:{id}")));
    };
    for goal in &entry.goals {
        add(weight::GOAL, source(field::GOAL, Goal::ALL, *goal), goal.id(), goal.name(), "goal");
    }
    for it in &entry.techniques {
        let source = source(field::TECHNIQUE, Technique::ALL, *it);
        add(weight::TECHNIQUE, source, it.id(), it.name(), "technique");
    }
    for tool in &entry.tools {
        add(weight::TOOL, source(field::TOOL, Tool::ALL, *tool), tool.id(), tool.name(), "tool");
    }
    for it in &entry.settings {
        let source = source(field::SETTING, Setting::ALL, *it);
        add(weight::SETTING, source, it.id(), it.name(), "setting");
    }
    let named = Pattern::all_named().iter().zip(0..);
    for (named, detail) in named.filter(|(named, _)| entry.patterns.contains(&named.id)) {
        let source = WordSource { field: field::PATTERN, detail };
        add(weight::PATTERN, source, named.id, named.title, "pattern");
    }
    let of_step = WordSource { field: field::STEP, detail: 0 };
    texts.extend(entry.steps.iter().map(|title| (weight::STEP, of_step, &**title)));
    Document::of(texts, keys)
}

fn source<T: PartialEq + Copy>(field: u8, all: &[T], one: T) -> WordSource {
    let detail = all.iter().position(|known| *known == one);
    WordSource { field, detail: detail.and_then(|it| u8::try_from(it).ok()).unwrap_or_default() }
}

/// What a source stands for; `None` where the title or the summary says it.
pub(super) fn found_by(source: WordSource) -> Option<FoundBy> {
    let at = usize::from(source.detail);
    match source.field {
        field::REGION => Region::ALL.get(at).copied().map(FoundBy::Region),
        field::GOAL => Goal::ALL.get(at).copied().map(FoundBy::Goal),
        field::TECHNIQUE => Technique::ALL.get(at).copied().map(FoundBy::Technique),
        field::TOOL => Tool::ALL.get(at).copied().map(FoundBy::Tool),
        field::SETTING => Setting::ALL.get(at).copied().map(FoundBy::Setting),
        field::PATTERN => Pattern::all_named().get(at).map(|named| FoundBy::Pattern(named.title)),
        field::STEP => Some(FoundBy::Step),
        _ => None,
    }
}
