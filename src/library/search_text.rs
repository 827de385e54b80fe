//! What is searched of a session, and how well a word of a query fits it.

use super::Entry;

/// Stands before everything that can be searched: no word that is typed holds one.
pub(super) const EDGE: char = '\n';

/// Everything about an entry that is searched, in small letters and in one piece, so that a word
/// that is nowhere is soon seen to be nowhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SearchText {
    /// The words of the title, the tags, the id and the summary, an edge before each.
    text: String,
    title_ends: usize,
    tags_end: usize,
    id_ends: usize,
}

impl SearchText {
    /// What is searched of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut text = String::from(EDGE);
        let title = entry.title.to_lowercase();
        text.extend(title.chars().map(|c| if c.is_whitespace() { EDGE } else { c }));
        let title_ends = text.len();
        for tag in tags(entry) {
            text.push(EDGE);
            text.push_str(tag);
        }
        let tags_end = text.len();
        text.push(EDGE);
        text.push_str(&entry.id);
        let id_ends = text.len();
        text.push(EDGE);
        text.push_str(&entry.summary.to_lowercase());
        Self { text, title_ends, tags_end, id_ends }
    }

    /// How well a word fits; 0 where it is nowhere.
    pub(super) fn points(&self, word: &Word) -> u32 {
        if !self.text.contains(&word.text) {
            return 0;
        }
        let (title, behind) = self.text.split_at(self.title_ends);
        let tags = &behind[..self.tags_end - self.title_ends];
        let id = &self.text[self.tags_end..self.id_ends];
        if title.starts_with(&word.after_edge) {
            8
        } else if title.contains(&word.after_edge) {
            6
        } else if tags.contains(&word.after_edge) {
            4
        } else if title.contains(&word.text) || id.contains(&word.text) {
            3
        } else if tags.contains(&word.text) {
            2
        } else {
            1
        }
    }
}

/// One word of a query.
pub(super) struct Word {
    /// The word, in small letters.
    pub(super) text: String,
    /// The word with an edge before it.
    pub(super) after_edge: String,
    /// The minutes it stands for, where it is a length.
    pub(super) minutes: Option<u64>,
}

fn tags(entry: &Entry) -> impl Iterator<Item = &'static str> {
    let goals = entry.goals.iter().flat_map(|goal| [goal.id(), goal.name()]);
    let regions = entry.regions.iter().map(|region| region.name());
    let techniques =
        entry.techniques.iter().flat_map(|technique| [technique.id(), technique.name()]);
    let settings = entry.settings.iter().flat_map(|setting| [setting.id(), setting.name()]);
    let tools = entry.tools.iter().map(|tool| tool.name());
    goals.chain(regions).chain(techniques).chain(settings).chain(tools)
}
